/** Axes that a layer normalizes over, and how each generation looks at them. */
import { type Dimension, isDynamic, unknownDimension } from '../../../../shapes/dimension';
import { reason } from '../../../../shapes/reason';
import { formatShape } from '../../../../shapes/shape';
import type { Value } from '../../../../values/value';
import type { InputView } from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { type Axes, readAxes, strictInteger } from '../../../numbers';
import { describe, type Param, sequenceItems } from '../../../params';
import { constraint, initializer, regularizer } from '../../identifiers';

/** The weights' options, which most normalizing layers have behind `scale`. */
export const scaleOptions = {
  beta_initializer: initializer('zeros'),
  gamma_initializer: initializer('ones'),
};
export const scaleLimits = {
  beta_regularizer: regularizer(),
  gamma_regularizer: regularizer(),
  beta_constraint: constraint(),
  gamma_constraint: constraint(),
};

/** An int (no float, no numpy number) or a list or tuple, whatever that holds; other values raise TypeError. */
export function axisOrAxes(defaultValue: Value): Param<Value> {
  return {
    default: defaultValue,
    read: (value, { callee, parameter }) => {
      const items = sequenceItems(value) || value.kind === 'list';
      if (items || strictInteger(value) !== 'no int') return { value };
      return {
        failure: failure(
          'invalid-argument',
          `\`${parameter}\` of ${callee} must be an int or a list of ints, not ${describe(value)}`,
          { parameter, exception: 'TypeError' },
        ),
      };
    },
  };
}

/** The axes given, or undefined where they are not known (or are none). */
export function axesOf(given: Value): Axes | undefined {
  const read = readAxes(given, { callee: '', parameter: 'axis' });
  return 'value' in read ? read.value : undefined;
}

/** Python's complaint where what was given as axis indexes no tuple: a string, a nested list. */
export function noIndex(callee: string, given: Value): MaybeFailure {
  const read = readAxes(given, { callee, parameter: 'axis' });
  return 'failure' in read && read.failure;
}

/** An axis that the input does not have. */
export function missingAxis(
  callee: string,
  axes: readonly number[] | undefined,
  { rank, shape }: InputView,
  exception: 'IndexError' | 'ValueError',
): MaybeFailure {
  const axis = axes?.find((one) => one >= rank || one < -rank);
  return (
    axis !== undefined &&
    failure('axis-out-of-range', `${callee} normalizes axis ${axis}, which ${formatShape(shape)} does not have`, {
      parameter: 'axis',
      exception,
      inputs: [0],
      facts: { axis, rank },
    })
  );
}

/** `validate_axis` of Keras 2: axes in range, none twice, and no scalar. */
export function validateAxes(callee: string, given: Value, input: InputView): MaybeFailure[] {
  const axes = axesOf(given)?.axes;
  const at = axes?.map((axis) => (axis < 0 ? axis + input.rank : axis));
  return [
    input.rank === 0 && failure('wrong-rank', `${callee} cannot take a scalar`, { inputs: [0] }),
    noIndex(callee, given),
    missingAxis(callee, axes, input, 'ValueError'),
    at !== undefined &&
      new Set(at).size < at.length &&
      failure('invalid-argument', `\`axis\` of ${callee} names an axis twice: ${describe(given)}`, {
        parameter: 'axis',
      }),
  ];
}

/** Sizes on the axes; one unknown size where the axes are not known. */
export function sizesOn(axes: readonly number[] | undefined, { shape }: InputView): readonly Dimension[] {
  if (!axes) return [unknownDimension(reason('`axis` is not known'))];
  return axes.map((axis) => shape.at(axis) ?? unknownDimension(reason(`there is no axis ${axis}`)));
}

/** A size that must be a number, though no weight has it yet. */
export function undefinedSize(callee: string, axis: number | undefined, { shape }: InputView): MaybeFailure {
  const size = axis === undefined ? undefined : shape.at(axis);
  return (
    size !== undefined &&
    isDynamic(size) &&
    failure(
      'undefined-weight-shape',
      `${callee} needs a number on axis ${axis}, and ${formatShape(shape)} has None there`,
      { inputs: [0], facts: { axis } },
    )
  );
}

/** In Keras 2, a size that is None behind a product with weights that were made for a known one is that one. */
export function scaledShape(
  input: InputView,
  before: InputView | undefined,
  axes: readonly number[],
): readonly Dimension[] {
  if (!before || before.rank !== input.rank) return input.shape;
  const scaled = axes.map((axis) => (axis < 0 ? axis + input.rank : axis));
  return input.shape.map((size, i) => {
    const made = before.shape[i] as Dimension;
    return scaled.includes(i) && isDynamic(size) && made !== 1 ? made : size;
  });
}
