/** An int that Keras checks by its type: bools, floats and numpy's ints are refused. */
import { type Dimension, unknownDimension } from '../../../../shapes/dimension';
import { reason } from '../../../../shapes/reason';
import { int } from '../../../../values/value';
import { failure } from '../../../failure';
import { describe, type Param } from '../../../params';

export function plainInt(options: {
  readonly default?: number;
  /** The least that passes; nothing is compared where it is left out. */
  readonly least?: number;
  /** Keras 2 counts bools as ints. */
  readonly bools?: boolean;
}): Param<Dimension> {
  const { least, bools = false } = options;
  return {
    default: options.default === undefined ? null : int(options.default),
    read: (value, { callee, parameter }) => {
      if (value.kind === 'unknown') return { value: unknownDimension(value.reason) };
      if (value.kind === 'instance') return { value: unknownDimension(reason(`\`${parameter}\` is not known`)) };
      if (value.kind !== 'int' && !(bools && value.kind === 'bool')) {
        return {
          failure: failure('invalid-argument', `\`${parameter}\` of ${callee} must be an int, not ${describe(value)}`, {
            parameter,
            exception: 'TypeError',
          }),
        };
      }
      const size = Number(value.value);
      if (least !== undefined && size < least) {
        return {
          failure: failure('invalid-argument', `\`${parameter}\` of ${callee} must be at least ${least}, not ${size}`, {
            parameter,
          }),
        };
      }
      return { value: size };
    },
  };
}
