/** Tensors on their way into and out of a call. */

import type { LayerState } from '../../../graph/layer';
import type { Node } from '../../../graph/node';
import { flatten, mapStructure } from '../../../graph/structure';
import type { DType } from '../../../shapes/dtype';
import { hasRank, type Shape } from '../../../shapes/shape';
import type { Arguments } from '../../../values/arguments';
import type { Context, Generation } from '../../../values/context';
import { TensorValue } from '../../../values/tensor';
import { DictValue, dimensionValue, ListValue, NONE, str, tuple, unknown, type Value } from '../../../values/value';
import type { Output } from '../../define-layer';
import { isShape } from '../../layer-call';
import { tensorShape } from '../../tensorflow/tensor-shape';
import { castTo } from '../dtype-policy';

/** Whose tensors a call gives: symbolic Keras tensors where one goes in, else TensorFlow's. */
export interface Origin {
  readonly library: 'keras' | 'tensorflow' | 'numpy';
  readonly symbolic: boolean;
  readonly keepLimits?: boolean | undefined;
}

export function leavesOf(given: Arguments): Value[] {
  if (given.keywords.size === 0) return given.positional.flatMap(flatten);
  const keywords = [...given.keywords].sort(([a], [b]) => (a < b ? -1 : 1));
  return [...given.positional, ...keywords.map(([, value]) => value)].flatMap(flatten);
}

export function originOf(leaves: readonly Value[]): Origin {
  const symbolic = leaves.filter((leaf): leaf is TensorValue => leaf.kind === 'tensor' && leaf.symbolic);
  if (symbolic.some((tensor) => tensor.library === 'keras')) return { library: 'keras', symbolic: true };
  return { library: 'tensorflow', symbolic: symbolic.length > 0 };
}

export function kerasTensorsIn(leaves: readonly Value[]): TensorValue[] {
  return leaves.filter((leaf): leaf is TensorValue => leaf.kind === 'tensor' && leaf.library === 'keras');
}

export function makeTensor(origin: Origin, shape: Shape, dtype: DType, sparse = false): TensorValue {
  const { library, symbolic, keepLimits } = origin;
  return new TensorValue({ library, symbolic, keepLimits, shape, dtype, sparse });
}

/** What a definition answers, as values. */
export function outputValue(output: Output, dtype: DType, origin: Origin, context: Context): Value {
  if (isShape(output)) return makeTensor(origin, output, dtype);
  if ('shape' in output) return makeTensor(origin, output.shape, output.dtype, output.sparse);
  if (output.type === 'dict') {
    return new DictValue(
      Object.entries(output.items).map(([name, item]) => {
        const key = str(name);
        return [context.hash(key) ?? name, { key, value: outputValue(item, dtype, origin, context) }] as const;
      }),
    );
  }
  const items = output.items.map((item) => outputValue(item, dtype, origin, context));
  return output.type === 'tuple' ? tuple(items) : new ListValue(items);
}

/** How a layer casts what it gets. */
export type Casting = Pick<LayerState, 'policy' | 'autocast'>;

function castIn(dtype: DType, { policy, autocast }: Casting): DType {
  const cast = castTo(dtype, policy.value);
  if (autocast.value === null && cast !== dtype) return '?';
  return autocast.value === false ? dtype : cast;
}

/**
 * A value as the body of a layer of the program gets it: TensorFlow's tensors in place of Keras' and numpy's, and in Keras 3
 * of variables of another type, which Keras 2 leaves alone.
 */
export function asBackend(value: Value, layer: Casting, generation: Generation): Value {
  return mapStructure(value, (leaf) => {
    if (leaf.kind !== 'tensor') return leaf;
    const dtype = castIn(leaf.dtype, layer);
    if (leaf.library === 'variable' && (generation !== 'keras3' || dtype === leaf.dtype)) return leaf;
    if (leaf.library === 'tensorflow' && dtype === leaf.dtype) return leaf;
    const { symbolic, shape, data, sparse, ragged } = leaf;
    const inside = new TensorValue({ library: 'tensorflow', symbolic, shape, dtype, data, sparse, ragged });
    copyMask(leaf, inside);
    return inside;
  });
}

/** A tensor with the element type that a layer sees. */
export function castFor(tensor: TensorValue, layer: Casting): TensorValue {
  const dtype = castIn(tensor.dtype, layer);
  return dtype === tensor.dtype ? tensor : new TensorValue({ ...optionsOf(tensor), dtype });
}

function optionsOf({ library, symbolic, shape, dtype, producer, data, name, sparse, ragged }: TensorValue) {
  return { library, symbolic, shape, dtype, producer, data, name, sparse, ragged };
}

/** The outputs of a call made Keras tensors with a history; what is no tensor stays. */
export function adopt(output: Value, node: Node): Value {
  const result = mapStructure(output, (leaf) => {
    if (leaf.kind !== 'tensor') return leaf;
    const { shape, dtype, data, sparse, ragged } = leaf;
    const own = new TensorValue({
      library: 'keras',
      symbolic: true,
      shape,
      dtype,
      producer: node,
      data,
      sparse,
      ragged,
    });
    copyMask(leaf, own);
    node.outputs.push(own);
    return own;
  });
  node.result = result;
  return result;
}

/** Tensors of another origin, without a history. */
export function withOrigin(output: Value, origin: Origin): Value {
  return mapStructure(output, (leaf) => {
    if (leaf.kind !== 'tensor' || (leaf.library === origin.library && leaf.symbolic === origin.symbolic)) return leaf;
    const { shape, dtype, sparse, ragged } = leaf;
    return new TensorValue({ ...origin, shape, dtype, sparse, ragged });
  });
}

/** A shape as layers of the program get it: a tuple in Keras 3, a `TensorShape` before. */
export function shapeValue(shape: Shape, generation: Generation): Value {
  if (generation !== 'keras3') return tensorShape(shape);
  return hasRank(shape) ? tuple(shape.map(dimensionValue)) : unknown(shape.reason);
}

/** Shapes of the tensors in a structure. */
export function shapesIn(structure: Value, generation: Generation): Value {
  return mapStructure(structure, (leaf) => (leaf.kind === 'tensor' ? shapeValue(leaf.shape, generation) : leaf));
}

/**
 * The mask that a tensor carries, or may carry: a tensor of bools, or unknown. That is settled when the tensor is made,
 * so a rollback need not take it back.
 */
const masks = new WeakMap<TensorValue, Value>();

export function maskOf(tensor: TensorValue): Value | undefined {
  return masks.get(tensor);
}

export function isMasked(tensor: TensorValue): boolean {
  return masks.has(tensor);
}

function copyMask(from: TensorValue, to: TensorValue): void {
  const mask = masks.get(from);
  if (mask) masks.set(to, mask);
}

/** Gives the tensors of an output their masks: one for all of them, or one for each in a structure of its kind. */
export function markMasked(output: Value, mask: Value): void {
  const leaves = flatten(output).filter((leaf) => leaf.kind === 'tensor');
  const each = mask.kind === 'tuple' || mask.kind === 'list' ? flatten(mask) : null;
  for (const [i, leaf] of leaves.entries()) {
    const own = each ? each[i] : mask;
    if (own && own.kind !== 'None') masks.set(leaf, own);
  }
}

/** The masks of what a layer is called on, None where a tensor has none; null where none has one. */
export function masksIn(structure: Value): Value | null {
  if (!flatten(structure).some((leaf) => leaf.kind === 'tensor' && isMasked(leaf))) return null;
  return mapStructure(structure, (leaf) => (leaf.kind === 'tensor' && masks.get(leaf)) || NONE);
}
