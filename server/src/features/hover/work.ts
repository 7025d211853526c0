/**
 * What a call computes for one sample. Counted are the products with weights and of tensors with each
 * other, and what pooling looks at; layers that do a fixed number of operations for each element
 * (activations, normalizations, merges, dropout) are left out: their work is the output's size.
 */
import { argumentsOf, definitionOf, tensorsOf, windowOf } from '../../analysis/observed';
import { layerState, type Weight } from '../../graph/layer';
import { ownedLayers } from '../../graph/weights';
import type { Observation } from '../../interpreter/trace';
import { type Dimension, isKnown } from '../../shapes/dimension';
import { hasRank } from '../../shapes/shape';

export interface Work {
  readonly count: number;
  /** Of products, each goes with an addition: two operations on floats. */
  readonly kind: 'multiplications' | 'comparisons' | 'additions';
}

type Counting = (observation: Observation, kernels: readonly Weight[]) => number | null;

/** Each element of the kernels once for each position of the output, or of the input. */
const overOutput: Counting = (observation, kernels) => times(windowOf(observation)?.after, kernels);
const overInput: Counting = (observation, kernels) => times(windowOf(observation)?.before, kernels);

/** Each element of the kernels once for each step of time. */
const overTime: Counting = ({ inputs: [input] }, kernels) =>
  kernels.every(({ shape }) => shape.length === 2) ? times(axesOf(input, 1, 2), kernels) : null;

/** Both kernels slide over the picture of each step; the states have the output's size. */
const overFrames: Counting = ({ inputs: [input], output }, kernels) => {
  const [tensor] = tensorsOf(output);
  const spatial = kernels.map(({ shape }) => shape.length - 2)[0];
  const frames = axesOf(input, 1, 2);
  const places = spatial === undefined ? null : axesOf(tensor, -1 - spatial, -1);
  return frames && places ? times([...frames, ...places], kernels) : null;
};

/** Projections of each position, and the products of all queries with all keys and of the scores with all values. */
const attending: Counting = ({ instance, inputs: [query, value, key] }, kernels) => {
  if (argumentsOf(instance)?.get('attention_axes')?.value.kind !== 'None') return null;
  const [q, k, v, out] = kernels;
  const [asking, answering] = [axesOf(query, 1, -1), axesOf(key ?? value, 1, -1)];
  if (!q || !k || !v || !out || !asking || !answering) return null;
  const heads = [...q.shape.slice(1), ...v.shape.slice(-1)];
  const [count, width, depth] = heads;
  if (heads.length !== 3 || count === undefined || width === undefined || depth === undefined) return null;
  return sum([
    times(asking, [q, out]),
    times(answering, [k, v]),
    productOf([...asking, ...answering, count, width]),
    productOf([...asking, ...answering, count, depth]),
  ]);
};

/** The same without projections. */
const dotAttending: Counting = ({ inputs: [query, value] }) => {
  const [asking, answering] = [axesOf(query, 1), axesOf(value, 1)];
  const [steps, depth] = answering ?? [];
  if (asking?.length !== 2 || answering?.length !== 2 || steps === undefined || depth === undefined) return null;
  return sum([productOf([...asking, steps]), productOf([asking[0] as Dimension, steps, depth])]);
};

/** Every element of the kernel with every position of the input that it is not indexed by. */
const byEquation: Counting = ({ instance, inputs: [input] }, kernels) => {
  const equation = argumentsOf(instance)?.get('equation')?.value;
  const found = equation?.kind === 'str' ? /^(\w+),(\w+)->\w+$/.exec(equation.value.replace(/\s/g, '')) : null;
  const sizes = axesOf(input, 0);
  if (!found || !sizes || sizes.length !== found[1]?.length) return null;
  const free = sizes.filter((_, axis) => axis > 0 && !found[2]?.includes(found[1]?.[axis] as string));
  return times(free, kernels);
};

const dense: Counting = ({ output }, kernels) => times(axesOf(tensorsOf(output)[0], 1, -1), kernels);

const MULTIPLYING: Readonly<Record<string, Counting>> = {
  Dense: dense,
  EinsumDense: byEquation,
  Conv1D: overOutput,
  Conv2D: overOutput,
  Conv3D: overOutput,
  DepthwiseConv1D: overOutput,
  DepthwiseConv2D: overOutput,
  SeparableConv1D: overOutput,
  SeparableConv2D: overOutput,
  Conv1DTranspose: overInput,
  Conv2DTranspose: overInput,
  Conv3DTranspose: overInput,
  SimpleRNN: overTime,
  LSTM: overTime,
  GRU: overTime,
  Bidirectional: overTime,
  ConvLSTM1D: overFrames,
  ConvLSTM2D: overFrames,
  ConvLSTM3D: overFrames,
  MultiHeadAttention: attending,
};

/** Null for other layers, and where a size but the batch's is not known. */
export function workOf(observation: Observation): Work | null {
  const name = definitionOf(observation.instance)?.name ?? '';
  if (name === 'Attention') return of('multiplications', dotAttending(observation, []));
  const pooling = /^(Global)?(Max|Average)Pooling\dD$/.exec(name);
  if (pooling) return of(pooling[2] === 'Max' ? 'comparisons' : 'additions', pooled(observation));
  const { instance } = observation;
  // A wrapper has none of its own.
  const owners = instance && name === 'Bidirectional' ? ownedLayers(instance) : instance ? [instance] : null;
  const weights = owners?.flatMap((layer) => layerState(layer)?.weights.value ?? []) ?? [];
  const kernels = weights.filter(({ name: own, shape }) => shape.length >= 2 && !/bias/.test(own));
  return of('multiplications', kernels.length > 0 ? (MULTIPLYING[name]?.(observation, kernels) ?? null) : null);
}

function of(kind: Work['kind'], count: number | null): Work | null {
  return count === null ? null : { kind, count };
}

/** Elements that windows look at, but for the first of each; null where some windows see a border. */
function pooled(observation: Observation): number | null {
  const window = windowOf(observation);
  const elements = productOf(axesOf(tensorsOf(observation.output)[0], 1));
  if (elements === null) return null;
  if (!window) {
    const all = productOf(axesOf(observation.inputs[0], 1));
    return all === null ? null : all - elements;
  }
  const { before, after, size, padding } = window;
  const tiles = size.every((one, axis) => sizesOf([one, after[axis]]) === sizesOf([before[axis]]));
  const each = productOf(size);
  return each === null || (padding === 'same' && !tiles) ? null : elements * (each - 1);
}

function sizesOf(sizes: readonly (Dimension | undefined)[]): number | null {
  return productOf(sizes.filter((one) => one !== undefined));
}

function axesOf(
  tensor: Observation['inputs'][number] | undefined,
  from: number,
  to?: number,
): readonly Dimension[] | null {
  return tensor && hasRank(tensor.shape) ? tensor.shape.slice(from, to) : null;
}

function times(places: readonly Dimension[] | null | undefined, kernels: readonly Weight[]): number | null {
  const positions = productOf(places);
  const sizes = sum(kernels.map(({ shape }) => productOf(shape)));
  return positions === null || sizes === null ? null : positions * sizes;
}

function sum(numbers: readonly (number | null)[]): number | null {
  return numbers.reduce((all, one) => (all === null || one === null ? null : all + one), 0);
}

function productOf(sizes: readonly Dimension[] | null | undefined): number | null {
  return sizes?.every(isKnown) ? sizes.reduce((product: number, size) => product * size, 1) : null;
}
