import { type Dimension, unknownDimension } from '../../../../shapes/dimension';
import { type Reason, reason } from '../../../../shapes/reason';
import type { Value } from '../../../../values/value';
import { defineLayer } from '../../../define-layer';
import { type Failure, failure } from '../../../failure';
import { describe, integerOf, iterableItems, mayBeAnything, type Param } from '../../../params';
import { inputDType } from '../../keras2';

/** Axes behind the batch, counted from 1; an axis that is not known is null. */
interface Dims {
  readonly axes: readonly (number | null)[];
  readonly unknown: Reason | null;
}

/** Every number from 1 on, each once, in any order. A whole float counts, until it is used as an index. */
const dims: Param<Dims> = {
  default: null,
  read: (value, { callee, parameter }) => {
    const wrong = (exception?: string): { failure: Failure } => ({
      failure: failure(
        'invalid-argument',
        `\`${parameter}\` of ${callee} must hold the numbers from 1 on, each once, and is ${describe(value)}`,
        { parameter, ...(exception ? { exception } : {}) },
      ),
    });
    const items = iterableItems(value);
    if (items === null) return wrong('TypeError');
    if ('text' in items) return { value: { axes: [], unknown: items } };
    const axes = items.map(axisOf);
    if (axes.includes(undefined)) return wrong(items.length > 1 ? 'TypeError' : undefined);
    const known = axes.filter((axis): axis is number => axis !== null && axis !== undefined);
    const isPermutation = known.every((axis) => Number.isInteger(axis) && axis >= 1 && axis <= items.length);
    if (!isPermutation || new Set(known).size !== known.length) return wrong();
    const result = { value: { axes: axes as (number | null)[], unknown: null } };
    return items.some((item) => item.kind === 'float') ? { ...result, later: wrong('TypeError').failure } : result;
  },
};

/** Undefined for what is no number, null for what is not known. */
function axisOf(item: Value): number | null | undefined {
  const axis = integerOf(item) ?? (item.kind === 'float' ? item.value : undefined);
  return axis ?? (mayBeAnything(item) ? null : undefined);
}

export const permute = defineLayer({
  name: 'Permute',
  summary: 'Puts the axes behind the batch in another order.',
  docs: 'api/layers/reshaping_layers/permute/',
  openSizes: 'any',
  rule: {
    words: 'The axes in the order of `dims`, which counts from 1; the batch stays first.',
    formula: 'output[i] = input[dims[i]]',
    example: 'Permute((2, 1))(Input((10, 64)))',
    readFrom: 'layers/reshaping/permute.py: Permute.compute_output_shape',
  },
  params: { dims },
  input: ({ args }) => (args.dims.unknown ? {} : { rank: args.dims.axes.length + 1 }),
  output: ({ args, input }) => [
    input.batch,
    ...(args.dims.unknown
      ? input.shape.slice(1).map(() => unknownDimension(args.dims.unknown as Reason))
      : args.dims.axes.map((axis) => sizeOf(input.shape, axis))),
  ],
  outputDType: inputDType,
});

function sizeOf(shape: readonly Dimension[], axis: number | null): Dimension {
  return axis === null ? unknownDimension(reason('`dims` is not known')) : (shape[axis] as Dimension);
}
