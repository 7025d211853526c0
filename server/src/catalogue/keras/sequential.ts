/** `Sequential`: layers on top of each other (keras.src.models.sequential). */
import { isLayer, layerState } from '../../graph/layer';
import { isInputLayer, type ModelState, modelState } from '../../graph/model';
import { isProblem, mapNetwork } from '../../graph/network';
import { nodeOf } from '../../graph/node';
import { modelLayers } from '../../graph/rows';
import { isKnown, surelyDiffer } from '../../shapes/dimension';
import { formatShape, hasRank, type Shape } from '../../shapes/shape';
import type { Context } from '../../values/context';
import { type InstanceValue, NONE, type Value } from '../../values/value';
import { type Failure, failure, refusal } from '../failure';
import { named, nativeFunction, parseSignature, pythonFunction } from '../native';
import { describe } from '../params';
import { shapeOf } from '../tensorflow/tensor-shape';
import { buildStack, extendStack } from './calling/stack';
import { classesOf } from './classes';
import { inputTensor, makeInputLayer } from './input-layer';
import { initializeLayer, inputShapeFailure } from './layer-init';
import { autoName } from './settings';

/** Members of `Sequential` beyond those of `Model`. */
export function sequentialMembers(keras3: boolean): (readonly [string, Value])[] {
  const init = keras3
    ? '__init__(self, layers=None, trainable=True, name=None)'
    : '__init__(self, layers=None, name=None)';
  return named(
    nativeFunction('__init__', parseSignature(init).signature, (given, context) => {
      const bind = pythonFunction(init, (_context, self: Value, layers: Value, ...rest: Value[]) => {
        const name = rest.at(-1) ?? NONE;
        if (isLayer(self)) initialize(self, layers, name, rest.length > 1 ? rest[0] : undefined, context);
        return NONE;
      });
      return bind.call(given.uncertain ? { ...given, uncertain: null } : given, context);
    }),
    pythonFunction('add(self, layer, rebuild=True)', (context, self: Value, layer: Value) => {
      const state = modelState(self);
      if (state && isLayer(self) && addLayer(self, state, layer, context)) rebuild(self, state, context);
      return NONE;
    }),
    pythonFunction('pop(self, rebuild=True)', (context, self: Value) => {
      const state = modelState(self);
      return state && isLayer(self) ? pop(state, context) : context.unknown('it is no model');
    }),
    pythonFunction('build(self, input_shape=None)', (context, self: Value, shape: Value) => {
      const state = modelState(self);
      if (state && isLayer(self)) buildFor(self, state, shape, context);
      return NONE;
    }),
  );
}

function initialize(
  model: InstanceValue,
  layers: Value,
  name: Value,
  trainable: Value | undefined,
  context: Context,
): void {
  const state = modelState(model);
  if (!state) return;
  initializeLayer(
    model,
    model.cls.name,
    new Map([['name', name], ...(trainable ? [['trainable', trainable] as const] : [])]),
    context,
  );
  state.stack.set(context.heap, []);
  if (layers.kind === 'None') return;
  if (layers.kind === 'unknown') {
    hide(state, layers, context);
    return;
  }
  const items = isLayer(layers) && context.generation !== 'keras3' ? [layers] : context.items(layers);
  if ('kind' in items) {
    hide(state, items, context);
    return;
  }
  const keras3 = context.generation === 'keras3';
  for (const item of items) {
    const added = addLayer(model, state, item, context);
    if (added && !keras3) rebuild(model, state, context);
  }
  if (keras3) rebuild(model, state, context);
}

function hide(state: ModelState, open: Value, context: Context): void {
  const why = open.kind === 'unknown' ? open.reason : undefined;
  state.hidden.set(context.heap, context.because('a layer of the model is not known', why));
  state.network.set(context.heap, null);
}

/** Puts a layer on top; false where it is refused or not known. */
function addLayer(model: InstanceValue, state: ModelState, value: Value, context: Context): boolean {
  const stack = state.stack.value;
  const layer = layerMeant(value);
  if (layer === 'open' || !stack) {
    hide(state, value, context);
    return false;
  }
  const refused = unfit(model, stack, layer, value, context);
  if (refused) {
    context.refuse(refusal(refused, 'call'), NONE, { kind: 'model', callee: model.cls.name, instance: model });
    return false;
  }
  if (!layer) return false;
  const shapeless = stack.length === 0 ? inputShapeFailure(layer) : null;
  if (shapeless) {
    context.refuse(refusal(shapeless, 'call'), NONE, { kind: 'layer', callee: layer.cls.name, instance: layer });
  }
  const input = stack.length === 0 ? givenInput(model, layer, context) : null;
  state.stack.set(context.heap, [...stack, ...(input ? [input] : []), layer]);
  return true;
}

/** The layer that is added: itself, or the one behind `Input(…)`. */
function layerMeant(value: Value): InstanceValue | 'open' | null {
  if (isLayer(value)) return value;
  if (value.kind === 'unknown') return 'open';
  if (value.kind === 'tensor') {
    const operation = nodeOf(value)?.operation;
    return operation?.kind === 'instance' && isInputLayer(operation) ? operation : null;
  }
  return value.kind === 'instance' ? 'open' : null;
}

function unfit(
  model: InstanceValue,
  stack: readonly InstanceValue[],
  layer: InstanceValue | null,
  value: Value,
  context: Context,
): Failure | null {
  const keras3 = context.generation === 'keras3';
  if (!layer) {
    return failure('invalid-model', `only layers can be added to a ${model.cls.name}, and this is ${describe(value)}`, {
      exception: keras3 ? 'ValueError' : 'TypeError',
    });
  }
  const name = layerState(layer)?.name.value;
  const twin = name && stack.find((other) => other !== layer && layerState(other)?.name.value === name);
  if (twin) return failure('duplicate-name', `the model has a layer called \`${name}\` already`, { facts: { name } });
  if (keras3 && isInputLayer(layer) && stack[0] && isInputLayer(stack[0])) {
    return failure('invalid-model', 'the model has an input already');
  }
  return null;
}

/** The input that the first layer asks for by `input_shape=`; Keras 2 looks into models too. */
function givenInput(model: InstanceValue, layer: InstanceValue, context: Context): InstanceValue | null {
  const classes = classesOf(model.cls);
  if (!classes || isInputLayer(layer)) return null;
  if (context.generation === 'keras3') {
    const shape = layerState(layer)?.inputShape.value;
    if (!shape || refusesNegative(shape, layer, context)) return null;
    return makeInputLayer(classes, { shape, dtype: 'float32' }, context);
  }
  const inner = innermost(layer);
  const shape = isInputLayer(inner) ? inputTensor(inner)?.shape : layerState(inner)?.inputShape.value;
  if (!shape || refusesNegative(shape, layer, context)) return null;
  const name = layerState(layer)?.name.value;
  const dtype = layerState(inner)?.policy.value.variable ?? 'float32';
  return makeInputLayer(classes, { shape, dtype, name: name ? `${name}_input` : null }, context);
}

/** Refuses a shape of the first layer's input that no `Input` may have (`standardize_shape`, TensorFlow's `Dimension`). */
function refusesNegative(shape: Shape, layer: InstanceValue, context: Context): boolean {
  if (!holdsNegative(shape)) return false;
  const callee = layer.cls.name;
  const refused = failure(
    'invalid-argument',
    `the input of ${callee} would have the shape ${formatShape(shape)}, and must hold no negative size`,
  );
  context.refuse(refusal(refused, 'call'), NONE, { kind: 'layer', callee, instance: layer });
  return true;
}

function holdsNegative(shape: Shape): boolean {
  return hasRank(shape) && shape.some((size) => isKnown(size) && size < 0);
}

/** The first layer of the first layer of … a model. */
function innermost(layer: InstanceValue): InstanceValue {
  let inner = layer;
  for (let depth = 0; depth < 32; depth++) {
    const state = modelState(inner);
    const [first] = (state && (state.sequential || state.network.value) && modelLayers(inner)) || [];
    if (!first) return inner;
    inner = first;
  }
  return inner;
}

/** Calls what was added, where the model knows its input. */
function rebuild(model: InstanceValue, state: ModelState, context: Context): void {
  const stack = state.stack.value;
  const [first] = stack ?? [];
  if (!stack || !first) return;
  if (state.hidden.value) {
    // A layer that is not known may have given the model its input: then those on top of it are called at once.
    for (const layer of stack) {
      const built = layerState(layer)?.built;
      if (built?.value === false) built.set(context.heap, null);
    }
    return;
  }
  if (isInputLayer(first)) {
    if (stack.length < 2) return;
    const before = state.stackOutput.value;
    const added = before ? stack.length - 1 : 1;
    extendStack(state, stack, added, before, context);
    return;
  }
  state.built.set(context.heap, false);
  // Keras 3 asks the first layer for its `input_shape`, which models have.
  const inner = modelState(first);
  if (context.generation === 'keras3' && stack.length > 1 && inner?.network.value) {
    const [input] = inner.network.value.inputs;
    if (input && inner.network.value.inputs.length === 1) buildStack(model, state, input.shape, null, context);
  }
}

function pop(state: ModelState, context: Context): Value {
  const { heap } = context;
  const stack = state.stack.value;
  if (!stack) return context.unknown('the layers of the model are not known');
  const layer = stack.at(-1);
  if (!layer || (stack.length === 1 && isInputLayer(layer))) {
    return context.raise(
      context.generation === 'keras3' ? 'IndexError' : 'TypeError',
      'There are no layers in the model.',
    );
  }
  const rest = stack.slice(0, -1);
  state.stack.set(heap, rest);
  const node = state.network.value?.nodesByDepth.flat().findLast((one) => one.operation === layer);
  const before = node?.inputs[0];
  const input = rest[0] && isInputLayer(rest[0]) ? inputTensor(rest[0]) : null;
  if (!before || !input || rest.length < 2) {
    state.network.set(heap, null);
    state.stackOutput.set(heap, null);
    state.built.set(heap, false);
  } else {
    state.stackOutput.set(heap, before);
    const network = mapNetwork(input, before);
    state.network.set(heap, isProblem(network) ? null : network);
    if (context.generation === 'keras3') autoName(context, 'Functional');
  }
  return context.generation === 'keras3' ? layer : NONE;
}

/** `model.build(input_shape)`, with the batch. */
function buildFor(model: InstanceValue, state: ModelState, value: Value, context: Context): void {
  const stack = state.stack.value;
  const shape: Shape | undefined = value.kind === 'None' ? undefined : shapeOf(value);
  const [first] = stack ?? [];
  if (!first || !shape) return;
  if (!isInputLayer(first)) {
    if (holdsNegative(shape)) {
      // Keras 3 goes on as if nothing had been said.
      if (context.generation !== 'keras3') refusesNegative(shape, first, context);
      return;
    }
    buildStack(model, state, shape, null, context);
    return;
  }
  const own = inputTensor(first)?.shape;
  if (context.generation !== 'keras3' || !own || !hasRank(own) || !hasRank(shape)) return;
  if (own.length === shape.length && !own.some((size, i) => surelyDiffer(size, shape[i] ?? size))) return;
  const refused = failure(
    'incompatible-shapes',
    `the model has an input of shape ${formatShape(own)} already, and cannot be built for ${formatShape(shape)}`,
  );
  context.refuse(refusal(refused, 'call'), NONE, { kind: 'model', callee: model.cls.name, instance: model });
}
