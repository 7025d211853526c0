/**
 * How Keras finds layers and variables in the attributes of a layer (`__setattr__`).
 *
 * Keras 3 notes them when they are set, and puts lists and dicts into containers of its own that note
 * what is added later (keras.src.utils.tracking). Keras 2 notes the containers and looks into them
 * when asked.
 */
import { isLayer, type LayerState, layerState, type Tracked, Weight, weightOf } from '../../graph/layer';
import { modelState } from '../../graph/model';
import { flatten } from '../../graph/structure';
import { args } from '../../values/arguments';
import type { Context } from '../../values/context';
import type { Heap } from '../../values/heap';
import { ClassValue, DictValue, type InstanceValue, isPlain, ListValue, NONE, type Value } from '../../values/value';
import { declaredIdentity, named, nativeFunction } from '../native';

/** The classes of Keras 3's containers, in one run. */
export interface Containers {
  readonly list: (context: Context) => ClassValue;
  readonly dict: (context: Context) => ClassValue;
}

/** Notes what an attribute is given; the value that is really set. */
export function track(
  layer: InstanceValue,
  attribute: string,
  value: Value,
  containers: Containers,
  context: Context,
): Value {
  const state = layerState(layer);
  if (!state || modelState(layer)?.sequential) return value;
  if (context.generation === 'keras3') return note(state, value, containers, context);
  const metrics = metricsIn(value);
  if (isPlainVariable(value) || (metrics.length > 0 && !context.generationIsSure)) {
    state.weights.set(context.heap, null);
  } else if (metrics.length > 0 && modelState(layer)) {
    if (trackMetrics(state, attribute, metrics, context)) return value;
    state.weights.set(context.heap, null);
  }
  if (!isTrackable(value)) {
    if (state.tracked.value?.some((one) => one.attribute === attribute)) untrack(state, attribute, context.heap);
    return value;
  }
  untrack(state, attribute, context.heap);
  push(state, { attribute, value: variable(value, context) }, context.heap);
  return value;
}

/**
 * The metrics in a value, be they of classes that the program derives. To Keras 2.15 their variables are weights
 * of the model that holds them (and of no other layer), to the `tf.keras` of younger TensorFlows they are not.
 */
function metricsIn(value: Value): readonly InstanceValue[] {
  return flatten(value).filter(
    (leaf): leaf is InstanceValue =>
      leaf.kind === 'instance' && leaf.cls.mro.some(({ module }) => module === 'keras.metrics'),
  );
}

/** Keras 2's metrics that keep something else than `total` and `count`, which a mean over what they are given needs. */
const NOT_MEANS =
  /^(Sum|Metric|PyMetric|MeanTensor|MeanMetricWrapper|MeanRelativeError|AUC|Precision|Recall|\w*(Positives|Negatives|IoU|Score|At(Precision|Recall|Specificity|Sensitivity)))$/;

/** Notes the variables of metrics; false where it is not known which they have, or not all of the value are metrics. */
function trackMetrics(
  state: LayerState,
  attribute: string,
  metrics: readonly InstanceValue[],
  context: Context,
): boolean {
  if (metrics.some(({ cls }) => cls.module !== 'keras.metrics' || NOT_MEANS.test(cls.name))) return false;
  const variables = metrics.flatMap(() =>
    ['total', 'count'].map((name) => new Weight(context.heap.identity(), name, [], 'float32', false).variable),
  );
  untrack(state, attribute, context.heap);
  push(state, { attribute, value: new ListValue(variables) }, context.heap);
  return true;
}

/** `tf.Variable`: a weight of its layer to Keras 2.15, and none to the `tf.keras` of younger TensorFlows. */
function isPlainVariable(value: Value): boolean {
  return value.kind === 'tensor' && value.library === 'variable' && !weightOf(value);
}

function isTrackable(value: Value): boolean {
  return (
    isLayer(value) ||
    value.kind === 'unknown' ||
    (value.kind === 'tensor' && value.library === 'variable') ||
    value.kind === 'list' ||
    value.kind === 'dict' ||
    value.kind === 'tuple'
  );
}

/** A variable of TensorFlow's becomes a weight of the layer that holds it. */
function variable(value: Value, context: Context): Value {
  if (value.kind !== 'tensor' || value.library !== 'variable' || weightOf(value)) return value;
  const shape = 'kind' in value.shape ? [] : value.shape;
  return new Weight(context.heap.identity(), value.name ?? 'variable', shape, value.dtype, true).variable;
}

function untrack(state: LayerState, attribute: string, heap: Heap): void {
  const { value: tracked } = state.tracked;
  if (tracked?.some((one) => one.attribute === attribute)) {
    state.tracked.set(
      heap,
      tracked.filter((one) => one.attribute !== attribute),
    );
  }
}

function push(state: LayerState, one: Tracked, heap: Heap): void {
  const { value: tracked } = state.tracked;
  if (tracked && !tracked.some(({ value }) => value === one.value)) state.tracked.set(heap, [...tracked, one]);
}

/** Keras 3: layers and variables, wherever they stand in a value; containers are replaced by tracked ones. */
function note(state: LayerState, value: Value, containers: Containers, context: Context): Value {
  const { heap } = context;
  if (isLayer(value) || weightOf(value)) {
    push(state, { attribute: null, value }, heap);
    return value;
  }
  // What is not known may be a layer too.
  if (isPlain(value)) return value;
  if (value.kind === 'unknown' || ((value.kind === 'list' || value.kind === 'dict') && value.uncertain)) {
    push(state, { attribute: null, value }, heap);
    return value;
  }
  if (value.kind === 'tuple') {
    const items = value.items.map((item) => note(state, item, containers, context));
    return items.every((item, i) => item === value.items[i]) ? value : { ...value, items };
  }
  if (value.kind === 'list' && (value.cls === null || owners.has(value))) {
    const list = new ListValue([], null, containers.list(context));
    owners.set(list, { state, containers });
    for (const item of value.items) list.append(heap, note(state, item, containers, context));
    push(state, { attribute: null, value: list, watched: true }, heap);
    return list;
  }
  if (value.kind === 'dict' && (value.cls === null || owners.has(value))) {
    const dict = new DictValue([], { cls: containers.dict(context) });
    owners.set(dict, { state, containers });
    for (const [hash, entry] of value.entries)
      dict.set(heap, hash, entry.key, note(state, entry.value, containers, context));
    push(state, { attribute: null, value: dict, watched: true }, heap);
    return dict;
  }
  return value;
}

/** Whose container a tracked list or dict is: fixed when it is made. */
const owners = new WeakMap<ListValue | DictValue, { readonly state: LayerState; readonly containers: Containers }>();

/** Classes of the containers, made when first needed: they derive from Python's `list` and `dict`. */
export function trackedContainers(): Containers {
  let list: ClassValue | null = null;
  let dict: ClassValue | null = null;
  return {
    list: (context) => {
      list ??= containerClass('TrackedList', context.builtin('list'), ['append', 'insert', 'extend']);
      return list;
    },
    dict: (context) => {
      dict ??= containerClass('TrackedDict', context.builtin('dict'), ['__setitem__', 'update']);
      return dict;
    },
  };
}

/** A subclass whose methods that add something note it first, and then do what they always do. */
function containerClass(name: string, base: ClassValue, adding: readonly string[]): ClassValue {
  const members = adding.map((method) =>
    nativeFunction(method, null, (given, context) => {
      const [self, ...rest] = given.positional;
      const owner = self && (self.kind === 'list' || self.kind === 'dict') ? owners.get(self) : undefined;
      const original = base.lookup(method);
      if (!self || !original) return NONE;
      const noted = owner ? rest.map((value) => noteAdded(owner.state, value, owner.containers, context)) : rest;
      return context.call(original, { ...args([self, ...noted], given.keywords), uncertain: given.uncertain });
    }),
  );
  return new ClassValue(declaredIdentity(), name, 'keras.src.utils.tracking', [base], named(...members));
}

/** Layers and variables among what a method is given: an item, or a list or dict of items. */
function noteAdded(state: LayerState, value: Value, containers: Containers, context: Context): Value {
  if (value.kind === 'list' && value.cls === null && !value.uncertain) {
    for (const item of value.items) if (isLayer(item) || weightOf(item)) note(state, item, containers, context);
    return value;
  }
  return isLayer(value) || weightOf(value) ? note(state, value, containers, context) : value;
}
