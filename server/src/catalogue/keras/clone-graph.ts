/**
 * Models cut out of a graph: `Model(x, y)` where `x` is the output of some layer. Keras gives such a
 * model an `InputLayer` of its own for `x`, and calls the layers up to `y` again on it
 * (`clone_graph_nodes`).
 */
import { layerState } from '../../graph/layer';
import { walk } from '../../graph/network';
import { Node, nodeOf } from '../../graph/node';
import { mapStructure, tensorsIn } from '../../graph/structure';
import type { Arguments } from '../../values/arguments';
import type { Context } from '../../values/context';
import { kerasTensor, type TensorValue } from '../../values/tensor';
import type { Value } from '../../values/value';
import type { KerasClasses } from './classes';
import { inputTensor, makeInputLayer } from './input-layer';
import { nextNodeId } from './settings';

export function isInput(tensor: TensorValue): boolean {
  return nodeOf(tensor)?.isInput === true;
}

/** Inputs and outputs of the graph between two structures, with inputs of its own for what is no input. */
export function cloneGraph(
  classes: KerasClasses,
  inputs: Value,
  outputs: Value,
  context: Context,
): { readonly inputs: Value; readonly outputs: Value } {
  const inputTensors = tensorsIn(inputs);
  const clones = new Map<TensorValue, TensorValue>();
  for (const tensor of inputTensors) {
    if (clones.has(tensor)) continue;
    const own = isInput(tensor) ? tensor : clonedInput(classes, tensor, context);
    clones.set(tensor, own);
  }
  const swap = (value: Value): Value =>
    mapStructure(value, (leaf) => (leaf.kind === 'tensor' ? (clones.get(leaf) ?? leaf) : leaf));
  for (const node of walk(inputTensors, tensorsIn(outputs)).nodes) {
    if (node.isInput) continue;
    context.spend(1);
    callAgain(node, swap, clones, context);
  }
  return { inputs: swap(inputs), outputs: swap(outputs) };
}

/** Keras 3 names it after the tensor, whose name is not known here; Keras 2 counts. */
function clonedInput(classes: KerasClasses, tensor: TensorValue, context: Context): TensorValue {
  const name = context.generation === 'keras3' ? (tensor.name === null ? null : `${tensor.name}CLONE`) : undefined;
  const layer = makeInputLayer(classes, { shape: tensor.shape, dtype: tensor.dtype, name }, context);
  return inputTensor(layer) ?? tensor;
}

/** The same call on the cloned tensors, as another call of the layer. */
function callAgain(
  node: Node,
  swap: (value: Value) => Value,
  clones: Map<TensorValue, TensorValue>,
  context: Context,
): void {
  const call: Arguments = {
    positional: node.call.positional.map(swap),
    keywords: new Map([...node.call.keywords].map(([name, value]) => [name, swap(value)])),
    uncertain: node.call.uncertain,
  };
  const inputs = node.inputs.map((tensor) => clones.get(tensor) ?? tensor);
  const copy = new Node(nextNodeId(context), node.operation, inputs, call, node.uncertain);
  for (const tensor of node.outputs) {
    const own = clones.get(tensor) ?? kerasTensor(tensor.shape, tensor.dtype, copy);
    clones.set(tensor, own);
    copy.outputs.push(own);
  }
  copy.result = node.result && swap(node.result);
  const calls = node.operation.kind === 'instance' ? layerState(node.operation)?.nodes : undefined;
  if (calls?.value) calls.set(context.heap, [...calls.value, copy]);
}
