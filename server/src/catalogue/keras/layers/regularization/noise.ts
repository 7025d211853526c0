/** What the layers of random noise share: their rate, their seed, and that they change nothing but values. */
import type { Dimension } from '../../../../shapes/dimension';
import type { Value } from '../../../../values/value';
import type { Explanation, InputView } from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { comparable, number } from '../../../numbers';
import type { Param } from '../../../params';

/** A share from 0 to 1, both included. */
export const share: Param<number | undefined> = number(null, { least: 0, most: 1 });

/** Keras 2's Dropout refuses ints and floats out of range, and lets all else pass until it is called. */
export const looseShare: Param<number | undefined> = {
  default: null,
  read: (value, context) => (comparable(value) === 'no number' ? { value: undefined } : share.read(value, context)),
};

/** Taken as it is, and compared with numbers only when the layer is called, as Keras 2 does. */
export const lateNumber: Param<number | undefined | 'no number'> = {
  default: null,
  read: (value) => {
    const found = comparable(value);
    return { value: found === 'unknown' ? undefined : found === 'no number' ? found : found.number };
  },
};

export function noNumber(callee: string, parameter: string, given: number | undefined | 'no number'): MaybeFailure {
  return (
    given === 'no number' &&
    failure('invalid-argument', `\`${parameter}\` of ${callee} must be a number`, { parameter, exception: 'TypeError' })
  );
}

/** The input's shape, whatever it is. */
export function sameShape({ input }: { readonly input: InputView }): readonly Dimension[] {
  return input.shape;
}

export function percent(rate: number): string {
  return `${Number((rate * 100).toPrecision(6))} %`;
}

/** What a dropout rate does, in words. */
export function explainDropout(rate: number | undefined, what: string): Explanation {
  if (rate === undefined) return {};
  if (rate === 0) return { notes: ['a rate of 0 drops nothing'] };
  if (rate === 1) return { notes: [`while training: all ${what} become 0`] };
  const scale = Number((1 / (1 - rate)).toPrecision(4));
  return {
    notes: [
      `while training: ${percent(rate)} of the ${what} become 0, the others are multiplied by 1 / (1 - ${rate}) = ${scale}`,
      'otherwise: nothing changes',
    ],
  };
}

/** TensorFlow's dropout, which Keras 2 runs only where the call says `training=True`, takes no rate of 1. */
export function dropsAll(callee: string, rate: number | undefined, call: ReadonlyMap<string, Value>): MaybeFailure {
  const training = call.get('training');
  return (
    rate === 1 &&
    training?.kind === 'bool' &&
    training.value &&
    failure('invalid-argument', `${callee} cannot run with a \`rate\` of 1`, { parameter: 'rate' })
  );
}
