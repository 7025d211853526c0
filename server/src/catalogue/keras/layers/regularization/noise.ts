/** What the layers of random noise share: their rate, their seed, and that they change nothing but values. */
import { broadcastShapes } from '../../../../shapes/broadcast';
import { type Dimension, unknownDimension } from '../../../../shapes/dimension';
import { reason } from '../../../../shapes/reason';
import { formatShape } from '../../../../shapes/shape';
import type { Value } from '../../../../values/value';
import type { Explanation, InputView, LayerQuestion } from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { comparable, number, strictInteger } from '../../../numbers';
import { type Param, sequenceItems } from '../../../params';

/** A share from 0 to 1, both included. */
export const share: Param<number | undefined> = number(null, { least: 0, most: 1 });

/** Keras 2's Dropout refuses ints and floats out of range, and lets all else pass until it is called. */
export const looseShare: Param<number | undefined | 'no number'> = {
  default: null,
  read: (value, context) => (comparable(value) === 'no number' ? { value: 'no number' } : share.read(value, context)),
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
export function explainDropout(rate: number | undefined | 'no number', what: string): Explanation {
  if (rate === undefined || rate === 'no number') return {};
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
export function dropsAll(
  callee: string,
  rate: number | undefined | 'no number',
  call: ReadonlyMap<string, Value>,
): MaybeFailure {
  if (!surelyTrains(call)) return null;
  if (rate === 'no number') return noNumber(callee, 'rate', rate);
  return rate === 1 && failure('invalid-argument', `${callee} cannot run with a \`rate\` of 1`, { parameter: 'rate' });
}

/** The noise that TensorFlow draws is of this shape, and multiplied with the input. */
export function noiseUnfit(question: NoiseQuestion): MaybeFailure {
  const { callee, input } = question;
  return (
    noised(question) === null &&
    failure('incompatible-shapes', `the \`noise_shape\` of ${callee} does not fit ${formatShape(input.shape)}`, {
      parameter: 'noise_shape',
      inputs: [0],
    })
  );
}

/** What input and noise make together; null where they do not fit, undefined where there is no noise of a shape of its own. */
export function noised({ args, input, keywords }: NoiseQuestion): readonly Dimension[] | null | undefined {
  const items = sequenceItems(args.noise_shape);
  if (!items || !surelyTrains(keywords)) return undefined;
  const shape = items.map((item, axis): Dimension => {
    const size = strictInteger(item);
    if (typeof size === 'number') return size;
    return (item.kind === 'None' && input.shape[axis]) || unknownDimension(reason('`noise_shape` is not known'));
  });
  return broadcastShapes(shape, input.shape).shape;
}

type NoiseQuestion = Pick<LayerQuestion<{ readonly noise_shape: Value }>, 'callee' | 'args' | 'input' | 'keywords'>;

function surelyTrains(call: ReadonlyMap<string, Value>): boolean {
  const training = call.get('training');
  return training?.kind === 'bool' && training.value;
}
