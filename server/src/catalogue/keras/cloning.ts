/** `keras.models.clone_model`: the same layers anew, with weights of their own (keras.src.models.cloning). */
import { type LayerInstance, layerState } from '../../graph/layer';
import { isInputLayer, isModel, type ModelState, modelState } from '../../graph/model';
import type { Network } from '../../graph/network';
import { Operation, operationName } from '../../graph/node';
import { modelLayers } from '../../graph/rows';
import { flatten, mapStructure, packAs } from '../../graph/structure';
import { type Arguments, args } from '../../values/arguments';
import type { Context } from '../../values/context';
import type { OpNode, TensorValue } from '../../values/tensor';
import { type InstanceValue, ListValue, str, type Value } from '../../values/value';
import { callQuietly } from './calling/call';
import { classesOf, type KerasClasses } from './classes';
import { copyLayer } from './config';
import { initializeFunctional } from './functional';
import { inputTensor, makeInputLayer } from './input-layer';
import { newLayer } from './layer-class';
import { enterOperation, OpLayerState } from './op-layer';

/** A copy of a model; `function` makes the copy of each layer, where one is given. */
export function cloneModel(model: Value, inputs: Value, cloneFunction: Value, context: Context): Value {
  const state = modelState(model);
  const classes = model.kind === 'instance' ? classesOf(model.cls) : undefined;
  if (!state || !classes || !isModel(model)) return context.unknown('what is cloned is no model that is known');
  if (state.hidden.value) return { kind: 'unknown', reason: state.hidden.value };
  const copy = copier(cloneFunction, context);
  if (state.sequential) return cloneStack(model, state, classes, copy, context);
  const network = state.network.value;
  if (!network) return copyLayer(model, context);
  return cloneNetwork(model, network, classes, inputs, copy, context);
}

type Copy = (layer: InstanceValue) => Value;

/** Each layer is copied once; models among them are cloned in turn. */
function copier(cloneFunction: Value, context: Context): Copy {
  const copies = new Map<InstanceValue, Value>();
  return (layer) => {
    const known = copies.get(layer);
    if (known) return known;
    const none: Value = { kind: 'None' };
    const made =
      cloneFunction.kind !== 'None'
        ? context.call(cloneFunction, args([layer]))
        : isModel(layer)
          ? cloneModel(layer, none, none, context)
          : copyLayer(layer, context);
    copies.set(layer, made);
    return made;
  };
}

function cloneStack(
  model: LayerInstance,
  state: ModelState,
  classes: KerasClasses,
  copy: Copy,
  context: Context,
): Value {
  const stack = state.stack.value;
  const layers = modelLayers(model);
  if (!stack || !layers) return context.unknown('the layers of the model are not known');
  const [first] = stack;
  const items: Value[] = layers.map(copy);
  if (first && isInputLayer(first)) items.unshift(clonedInput(first, classes, context));
  const clone = newLayer(classes.sequential, context);
  const init = classes.sequential.lookup('__init__');
  if (init) context.call(init, args([clone, new ListValue(items)], [['name', nameValue(model, context)]]));
  return clone;
}

function nameValue(model: LayerInstance, context: Context): Value {
  const name = operationName(model);
  return name === null ? context.unknown('the name is not known') : str(name);
}

function clonedInput(layer: InstanceValue, classes: KerasClasses, context: Context): InstanceValue {
  const tensor = inputTensor(layer) as TensorValue;
  const name = layerState(layer)?.name.value ?? null;
  return makeInputLayer(classes, { shape: tensor.shape, dtype: tensor.dtype, name }, context);
}

function cloneNetwork(
  model: LayerInstance,
  network: Network,
  classes: KerasClasses,
  inputs: Value,
  copy: Copy,
  context: Context,
): Value {
  const replaced = inputs.kind === 'None' ? null : flatten(inputs);
  const tensors = new Map<TensorValue, Value>();
  network.inputs.forEach((tensor, i) => {
    const operation = tensor.producer?.operation;
    const own = operation?.kind === 'instance' ? inputTensor(clonedInput(operation, classes, context)) : null;
    tensors.set(tensor, replaced?.[i] ?? own ?? tensor);
  });
  for (const node of network.nodesByDepth.flat()) {
    if (node.isInput) continue;
    const swap = (value: Value): Value =>
      mapStructure(value, (leaf) => (leaf.kind === 'tensor' ? (tensors.get(leaf) ?? leaf) : leaf));
    const call: Arguments = {
      positional: node.call.positional.map(swap),
      keywords: new Map([...node.call.keywords].map(([name, value]) => [name, swap(value)])),
      uncertain: node.call.uncertain,
    };
    const output = callCopy(node.operation, call, copy, context);
    const leaves = flatten(output);
    node.outputs.forEach((tensor, i) => {
      tensors.set(tensor, leaves[i] ?? output);
    });
  }
  const swapAll = (structure: Value, of: readonly TensorValue[]): Value =>
    packAs(
      structure,
      of.map((tensor) => tensors.get(tensor) ?? tensor),
    );
  const clone = newLayer(classes.functional, context);
  const given = {
    inputs: swapAll(network.inputStructure, network.inputs),
    outputs: swapAll(network.outputStructure, network.outputs),
    rest: new Map([['name', nameValue(model, context)]]),
  };
  initializeFunctional(clone, given, context);
  return clone;
}

function callCopy(operation: InstanceValue | OpNode, call: Arguments, copy: Copy, context: Context): Value {
  const inputs = [...call.positional, ...call.keywords.values()].flatMap(flatten);
  const symbolic = inputs.filter((leaf): leaf is TensorValue => leaf.kind === 'tensor' && leaf.library === 'keras');
  if (operation.kind === 'op') {
    if (!(operation instanceof Operation)) return context.unknown('an op of the model is not followed');
    const own = new Operation(operation.className, operation.name, operation.run);
    return enterOperation(own, call, symbolic, operation.run(call, context), call.uncertain, context).output;
  }
  if (operation.payload instanceof OpLayerState) {
    const { run } = operation.payload;
    return enterOperation(
      new Operation('TFOpLambda', operationName(operation), run),
      call,
      symbolic,
      run(call, context),
      call.uncertain,
      context,
    ).output;
  }
  const layer = copy(operation);
  return layer.kind === 'instance' ? callQuietly(layer, call, context).output : layer;
}
