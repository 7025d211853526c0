/** Makes the layer that stands for a model's input. */
import { type LayerKind, LayerState, layerState } from '../../graph/layer';
import { NAMES, numbered } from '../../graph/names';
import { Node } from '../../graph/node';
import type { DType } from '../../shapes/dtype';
import type { Shape } from '../../shapes/shape';
import { args } from '../../values/arguments';
import type { Context } from '../../values/context';
import { kerasTensor, type TensorValue } from '../../values/tensor';
import { InstanceValue } from '../../values/value';
import type { KerasClasses } from './classes';
import { autoName, nextNodeId } from './settings';

export const INPUT_KIND: LayerKind = { name: 'InputLayer' };

export interface InputOptions {
  readonly shape: Shape;
  readonly dtype: DType;
  /** Undefined: named by Keras; null: not known. */
  readonly name?: string | null | undefined;
  /** What the tensor is called, where Keras is told (`Input(name=…)`). */
  readonly tensorName?: string | null;
  readonly sparse?: boolean;
  readonly ragged?: boolean;
}

/** An `InputLayer` with its tensor. */
export function makeInputLayer(classes: KerasClasses, options: InputOptions, context: Context): InstanceValue {
  const layer = new InstanceValue(
    context.heap.identity(),
    classes.inputLayer,
    new LayerState(INPUT_KIND, context.place),
  );
  initializeInput(layer, options, context);
  return layer;
}

/** Sets up the state of a bare `InputLayer` instance: its name, and the call that gives its tensor. */
export function initializeInput(layer: InstanceValue, options: InputOptions, context: Context): void {
  const state = layerState(layer);
  if (!state) return;
  const { heap } = context;
  state.initialized.set(heap, true);
  state.name.set(heap, options.name === undefined ? inputName(context) : options.name);
  state.policy.set(heap, { name: options.dtype, compute: options.dtype, variable: options.dtype });
  const node = new Node(nextNodeId(context), layer, [], args());
  const tensor = kerasTensor(options.shape, options.dtype, node, options.tensorName ?? null, {
    sparse: options.sparse ?? false,
    ragged: options.ragged ?? false,
  });
  node.outputs.push(tensor);
  node.result = tensor;
  state.nodes.set(heap, [node]);
  state.built.set(heap, true);
}

/** `input_layer`, `input_layer_1` in Keras 3; `input_1`, `input_2` before. */
function inputName(context: Context): string | null {
  if (context.generation === 'keras3') return autoName(context, 'InputLayer');
  return numbered(context.state.get(NAMES), context.heap, 'input', true);
}

/** The tensor that an `InputLayer` stands for. */
export function inputTensor(layer: InstanceValue): TensorValue | null {
  return layerState(layer)?.nodes.value?.[0]?.outputs[0] ?? null;
}
