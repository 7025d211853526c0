/**
 * What a model gets to see of its data: one batch, as symbolic tensors whose first size is the same
 * unknown one. How many samples a batch holds is known apart from that, where it is.
 */
import { flatten, isNested, mapStructure } from '../../../graph/structure';
import { type Dimension, isKnown, type UnknownDimension, unknownDimension } from '../../../shapes/dimension';
import { hasRank } from '../../../shapes/shape';
import type { Context } from '../../../values/context';
import { TensorValue } from '../../../values/tensor';
import { NONE, type Value } from '../../../values/value';
import type { DataSource } from '../data/element-spec';
import type { Sizes } from './judgement';

export interface Batch {
  /** How the data come: all at once, or step by step. */
  readonly from: 'arrays' | DataSource['kind'];
  readonly inputs: Value;
  /** Null where there are none; an unknown value where it is not known. */
  readonly labels: Value | null;
  readonly weights: Value | null;
  /** Stands for the size of the batch in all shapes of it. */
  readonly size: UnknownDimension;
  /** How many samples the first batch holds, where that is known. */
  readonly first: number | null;
}

/** The arrays as they were given: for messages, and to find where they come from. */
export interface Arrays {
  readonly x: Value;
  readonly y: Value;
  readonly weights: Value;
}

export function absent(value: Value | undefined | null): boolean {
  return !value || value.kind === 'None';
}

/** A batch of arrays: `batchSize` samples of them, or all for the `…_on_batch` methods. */
export function batchOfArrays(arrays: Arrays, batchSize: number | null | 'all', context: Context): Batch {
  const size = unknownDimension(context.because('it is the size of a batch of the data'));
  const count = samplesOf(arrays.x) ?? samplesOf(arrays.y);
  // What is one batch is not cut, so each array keeps its own number of samples.
  const part = (data: Value): Value => batched(data, batchSize === 'all' && count !== null ? null : size);
  return {
    from: 'arrays',
    inputs: part(arrays.x),
    labels: absent(arrays.y) ? null : part(arrays.y),
    weights: absent(arrays.weights) ? null : part(arrays.weights),
    size,
    first: count === null || batchSize === null ? null : batchSize === 'all' ? count : Math.min(count, batchSize),
  };
}

/** A batch of a data set, a sequence or a generator, taken apart into inputs, labels and weights. */
export function batchOfSource(source: DataSource, context: Context): Batch | null {
  const size = unknownDimension(context.because('it is the size of a batch of the data'));
  const { element } = source;
  if (element.kind === 'unknown') return null;
  const parts = element.kind === 'tuple' || (element.kind === 'list' && !element.uncertain) ? element.items : [element];
  if (parts.length > 3 || parts.length === 0) return null;
  const [x, y, weights] = parts;
  const count = samplesOf(element);
  return {
    from: source.kind,
    inputs: batched(x ?? NONE, size),
    labels: absent(y) ? null : batched(y as Value, size),
    weights: absent(weights) ? null : batched(weights as Value, size),
    size,
    first: count,
  };
}

/** How many samples arrays hold, by the first that tells. */
export function samplesOf(data: Value): number | null {
  for (const leaf of flatten(data)) {
    if (leaf.kind !== 'tensor' || !hasRank(leaf.shape)) continue;
    const [count] = leaf.shape;
    if (count !== undefined && isKnown(count)) return count;
  }
  return null;
}

/** Each array of a structure as a symbolic tensor of a batch of some size, or of its own; other leaves stay. */
function batched(data: Value, size: UnknownDimension | null): Value {
  return mapStructure(data, (leaf) => {
    if (leaf.kind !== 'tensor') return leaf;
    const shape = hasRank(leaf.shape)
      ? leaf.shape.map((one, i): Dimension => (i === 0 ? (size ?? one) : one))
      : leaf.shape;
    return new TensorValue({ library: 'tensorflow', symbolic: true, shape, dtype: leaf.dtype });
  });
}

/** Sizes with the number of samples in place of what stands for it; null where the rank is not known. */
export function sizesIn(tensor: Value, batch: Batch): Sizes | null {
  if (tensor.kind !== 'tensor' || !hasRank(tensor.shape)) return null;
  const { first } = batch;
  return first === null ? tensor.shape : tensor.shape.map((size) => (size === batch.size ? first : size));
}

/** Whether a list or tuple holds several arrays, rather than being one made of numbers. */
export function holdsArrays(value: Value): boolean {
  return isNested(value) && flatten(value).every((leaf) => leaf.kind === 'tensor');
}
