/** Which weights a layer or model has, how many numbers they are, and which of them are trained. */
import { type Dimension, isKnown } from '../shapes/dimension';
import type { Generation } from '../values/context';
import type { Heap } from '../values/heap';
import type { InstanceValue, Value } from '../values/value';
import { isLayer, type LayerState, layerState, type Weight, weightOf } from './layer';
import { ModelState } from './model';
import { isNested, type Nested, sortedEntries } from './structure';

/**
 * The layers that a layer owns, in Keras' order (`_layers`; `_flatten_layers(recursive=False)`):
 * those in its attributes, a wrapper's, a model's. Null where they are not known.
 */
export function ownedLayers(layer: InstanceValue): readonly InstanceValue[] | null {
  const state = layerState(layer);
  if (!state) return [];
  const { tracked, sublayers } = { tracked: state.tracked.value, sublayers: state.sublayers.value };
  // What was made on a path that was taken back has nothing left of it.
  if (!state.initialized.value || !tracked || !sublayers) return null;
  const found = new Set<InstanceValue>();
  if (state instanceof ModelState) {
    if (state.hidden.value) return null;
    const network = state.network.value;
    const own = state.stack.value ?? network?.operations.filter((o): o is InstanceValue => o.kind === 'instance') ?? [];
    for (const one of own) found.add(one);
  }
  for (const one of tracked)
    if (!(one.watched ? isCertain(one.value) : collectLayers(one.value, found, 0))) return null;
  for (const value of sublayers) if (isLayer(value)) found.add(value);
  return [...found];
}

/** Whether what it holds is known: what is surely a number or a flag holds no layer and no weight. */
function isCertain(value: Value): boolean {
  if (value.kind === 'unknown') return Boolean(value.oneOf || value.count || value.isFloat);
  return (value.kind !== 'list' && value.kind !== 'dict') || value.uncertain === null;
}

/** A dict's items come by their keys, as Keras 2 looks into it. */
function itemsOf(value: Nested): readonly Value[] {
  return value.kind === 'dict' ? sortedEntries(value).map(([, entry]) => entry.value) : value.items;
}

/** Adds the layers in a value; false where a container's items are not known. */
function collectLayers(value: Value, found: Set<InstanceValue>, depth: number): boolean {
  if (isLayer(value)) found.add(value);
  else if (!isCertain(value)) return false;
  else if (isNested(value) && depth < 32) {
    return itemsOf(value).every((item) => collectLayers(item, found, depth + 1));
  }
  return true;
}

/** The weights that a layer itself has: created by it, or found in its attributes. */
function ownWeights(state: LayerState): readonly Weight[] | null {
  const created = state.weights.value;
  const tracked = state.tracked.value;
  if (!created || !tracked) return null;
  const all = new Set(created);
  for (const one of tracked) if (!(one.watched ? isCertain(one.value) : collectWeights(one.value, all, 0))) return null;
  // Keras keeps two lists, and puts the trainable ones first.
  return [...[...all].filter((w) => w.trainable), ...[...all].filter((w) => !w.trainable)];
}

function collectWeights(value: Value, found: Set<Weight>, depth: number): boolean {
  const weight = weightOf(value);
  if (weight) found.add(weight);
  else if (!isCertain(value)) return false;
  else if (isNested(value) && depth < 32) {
    return itemsOf(value).every((item) => collectWeights(item, found, depth + 1));
  }
  return true;
}

/** All weights, each once, its own before its sublayers' (`layer.weights`); null where they are not known. */
export function weightsOf(layer: InstanceValue): readonly Weight[] | null {
  const found = new Set<Weight>();
  return gather(layer, found, new Set()) ? [...found] : null;
}

function gather(layer: InstanceValue, found: Set<Weight>, visited: Set<InstanceValue>): boolean {
  if (visited.has(layer)) return true;
  visited.add(layer);
  const state = layerState(layer);
  if (!state) return true;
  const own = ownWeights(state);
  const layers = ownedLayers(layer);
  if (!own || !layers) return false;
  for (const weight of own) found.add(weight);
  return layers.every((one) => gather(one, found, visited));
}

/** The weights that training changes, as things stand now. Null where that is not known. */
export function trainableWeights(layer: InstanceValue, generation: Generation): readonly Weight[] | null {
  const state = layerState(layer);
  if (!state) return [];
  if (state.trainable.value === null) return null;
  if (!state.trainable.value) return [];
  if (generation !== 'keras3') {
    const found = new Set<Weight>();
    return gatherTrainable(layer, found, new Set()) ? [...found] : null;
  }
  // Keras 3 asks each variable, whatever the sublayers in between say.
  const all = weightsOf(layer);
  if (!all || all.some((w) => w.enabled.value === null)) return null;
  return all.filter((w) => w.enabled.value);
}

/** Keras 2 asks each layer on the way. */
function gatherTrainable(layer: InstanceValue, found: Set<Weight>, visited: Set<InstanceValue>): boolean {
  if (visited.has(layer)) return true;
  visited.add(layer);
  const state = layerState(layer);
  if (!state) return true;
  if (state.trainable.value === null) return false;
  if (!state.trainable.value) return true;
  const own = ownWeights(state);
  const layers = ownedLayers(layer);
  if (!own || !layers) return false;
  for (const weight of own) if (weight.trainable) found.add(weight);
  return layers.every((one) => gatherTrainable(one, found, visited));
}

/** Numbers in some weights; null where a size is not known. */
export function countNumbers(weights: readonly Weight[]): number | null {
  let total = 0;
  for (const { shape } of weights) {
    const size = sizeOf(shape);
    if (size === null) return null;
    total += size;
  }
  return total;
}

export function sizeOf(shape: readonly Dimension[]): number | null {
  let size = 1;
  for (const dimension of shape) {
    if (!isKnown(dimension)) return null;
    size *= dimension;
  }
  return size;
}

/** `layer.count_params()`; null where it is not built, or not known. */
export function countParameters(layer: InstanceValue): number | null {
  const state = layerState(layer);
  if (!state?.built.value) return null;
  const alone = state.tracked.value?.length === 0 && state.sublayers.value?.length === 0;
  if (alone && !(state instanceof ModelState)) return state.weights.value && countNumbers(state.weights.value);
  const weights = weightsOf(layer);
  return weights && countNumbers(weights);
}

export interface ParameterTotals {
  readonly total: number;
  readonly trainable: number | null;
  readonly nonTrainable: number | null;
}

/**
 * Whether a layer has all the weights that it will have been given: false where it may have been built, or one of those
 * that it owns. Whether a model of the program's that only holds layers was called does not matter where they are built.
 */
function isSettled(layer: InstanceValue, mustBeBuilt: boolean, visited: Set<InstanceValue>): boolean {
  const state = layerState(layer);
  if (!state || visited.has(layer)) return true;
  visited.add(layer);
  const built = state.built.value;
  if (state.kind) {
    const { weights, evaluate } = state.kind;
    if (!weights && !evaluate) return true;
    if (built === null || (mustBeBuilt && !built)) return false;
  } else if (built !== true && mayAddWeights(layer, state) && (built === null || mustBeBuilt)) return false;
  const owned = ownedLayers(layer);
  const strict = built === null || (mustBeBuilt && !built);
  return owned?.every((one) => isSettled(one, strict, visited)) ?? false;
}

/** Whether building adds weights beyond those of layers that are there already. */
function mayAddWeights(layer: InstanceValue, state: LayerState): boolean {
  const build = layer.cls.lookup('build');
  return state.weights.value === null || (build !== undefined && build.kind !== 'native');
}

/** What stands below a summary; null where it is not known. */
export function parameterTotals(layer: InstanceValue, generation: Generation): ParameterTotals | null {
  if (!isSettled(layer, false, new Set())) return null;
  const all = weightsOf(layer);
  const total = all && countNumbers(all);
  if (total === null) return null;
  const trained = trainableWeights(layer, generation);
  const trainable = trained && countNumbers(trained);
  return { total, trainable, nonTrainable: trainable === null ? null : total - trainable };
}

/** `layer.trainable = value`: for the layer, its variables and all that it owns. */
export function setTrainable(heap: Heap, layer: InstanceValue, value: boolean | null): void {
  const visited = new Set<InstanceValue>();
  const pending = [layer];
  while (pending.length > 0) {
    const one = pending.pop() as InstanceValue;
    const state = layerState(one);
    if (!state || visited.has(one)) continue;
    visited.add(one);
    state.trainable.set(heap, value);
    for (const weight of ownWeights(state) ?? []) if (weight.trainable) weight.enabled.set(heap, value);
    pending.push(...(ownedLayers(one) ?? []));
  }
}
