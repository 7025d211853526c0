/** The rows of a model's summary: a layer each, with its output, parameters and connections. */
import { isDynamic, isKnown } from '../shapes/dimension';
import { hasRank, type Shape } from '../shapes/shape';
import type { Generation } from '../values/context';
import type { OpNode, TensorValue } from '../values/tensor';
import { type InstanceValue, ListValue, type Value } from '../values/value';
import { layerState } from './layer';
import { isInputLayer, modelState } from './model';
import type { Network } from './network';
import { callsOf, type Node, nodeOf, operationClass, operationName } from './node';
import { countParameters, ownedLayers, type ParameterTotals, parameterTotals } from './weights';

/** One line of a summary. */
export interface SummaryRow {
  /** The layer; an op has none of a layer's members. */
  readonly operation: InstanceValue | OpNode;
  /** Null where it is not known. */
  readonly name: string | null;
  readonly class: string;
  /** Its first output: a tensor, or a list or dict of them; null where it has none or it is not known. */
  readonly output: Value | null;
  /** Null where it is not built, or not known. */
  readonly parameters: number | null;
  readonly built: boolean;
  readonly trainable: boolean | null;
  /** Where its inputs come from, in this model: empty for inputs, and in models without a graph. */
  readonly connections: readonly Connection[];
}

export interface Connection {
  readonly name: string | null;
  /** Which call of that layer, and which of its outputs. */
  readonly node: number;
  readonly tensor: number;
}

/** The layers that a model runs, in order; null where they are not known. */
export function modelLayers(model: InstanceValue): readonly InstanceValue[] | null {
  const state = modelState(model);
  if (!state) return null;
  const stack = state.stack.value;
  if (stack) return stack.filter((layer, i) => i > 0 || layerState(layer)?.kind?.name !== 'InputLayer');
  const network = state.network.value;
  if (network)
    return network.operations.filter((operation): operation is InstanceValue => operation.kind === 'instance');
  return ownedLayers(model);
}

/** `model.layers`: in Keras 2 those that attributes of a graph's model hold, too, behind the graph's own. */
export function listedLayers(model: InstanceValue, generation: Generation): readonly InstanceValue[] | null {
  // Behind what is not known there may be more.
  if (modelState(model)?.network.value?.uncertain) return null;
  const layers = modelLayers(model);
  if (generation === 'keras3' || modelState(model)?.stack.value) return layers;
  return layers && [...layers, ...heldBeside(model, layers)];
}

/** Layers that attributes of a model hold, and that are not among these. */
function heldBeside(model: InstanceValue, layers: readonly (InstanceValue | OpNode)[]): readonly InstanceValue[] {
  const among = new Set(layers);
  return ownedLayers(model)?.filter((layer) => !among.has(layer)) ?? [];
}

/** Rows for the layers of `model.layers`; in Keras 2 ops are layers too. Null where they are not known. */
export function modelRows(model: InstanceValue, generation: Generation): readonly SummaryRow[] | null {
  const operations = summarized(model, generation);
  if (!operations) return null;
  const shown = generation === 'keras3' ? operations.filter((operation) => operation.kind === 'instance') : operations;
  return shown.map((operation) => rowOf(operation, modelState(model)?.network.value ?? null, generation));
}

export function modelParameters(model: InstanceValue, generation: Generation): ParameterTotals | null {
  return parameterTotals(model, generation);
}

export function modelInputs(model: InstanceValue): readonly TensorValue[] {
  return modelState(model)?.network.value?.inputs ?? [];
}

export function modelOutputs(model: InstanceValue): readonly TensorValue[] {
  return modelState(model)?.network.value?.outputs ?? [];
}

/** What a summary may be asked for. */
export interface SummaryOptions {
  /** Width in characters; what Keras takes on a terminal of 80 columns where left out. */
  readonly lineLength?: number;
  readonly expandNested?: boolean;
  readonly showTrainable?: boolean;
}

/** What a summary lists: layers, and ops where the generation shows them. */
export function summarized(model: InstanceValue, generation: Generation): readonly (InstanceValue | OpNode)[] | null {
  const state = modelState(model);
  if (!state?.initialized.value || state.hidden.value) return null;
  const network = state.network.value;
  if (network && !state.stack.value) {
    const { operations } = network;
    return generation === 'keras3' ? operations : [...operations, ...heldBeside(model, operations)];
  }
  if (network && generation !== 'keras3') return network.operations.slice(1);
  return modelLayers(model);
}

export function rowOf(operation: InstanceValue | OpNode, network: Network | null, generation: Generation): SummaryRow {
  const state = operation.kind === 'instance' ? layerState(operation) : undefined;
  return {
    operation,
    name: operationName(operation),
    class: operationClass(operation),
    output: operation.kind === 'instance' ? firstOutput(operation, generation) : opOutput(operation, network),
    parameters: operation.kind === 'instance' ? countParameters(operation) : 0,
    built: state ? state.built.value === true : true,
    trainable: state ? state.trainable.value : true,
    connections: network ? connectionsOf(operation, network) : [],
  };
}

/** `layer.output`: of its first call; a functional model's own outputs. Null where it has none. */
export function firstOutput(layer: InstanceValue, generation: Generation): Value | null {
  const state = modelState(layer);
  const network = state?.network.value;
  // Keras 3's Sequential has no `output` of its own before it is called.
  if (network && !(state?.sequential && generation === 'keras3')) return network.outputStructure;
  const [first] = callsOf(layer);
  if (!first) return null;
  if (generation !== 'keras3' && isInputLayer(layer)) return new ListValue([...first.outputs]);
  return first.outputs.length === 1 ? (first.outputs[0] as TensorValue) : new ListValue([...first.outputs]);
}

function opOutput(operation: OpNode, network: Network | null): Value | null {
  const [node] = network ? callsIn(operation, network) : [];
  if (!node) return null;
  return node.outputs.length === 1 ? (node.outputs[0] as TensorValue) : new ListValue([...node.outputs]);
}

function connectionsOf(operation: InstanceValue | OpNode, network: Network): Connection[] {
  return callsIn(operation, network).flatMap((node) =>
    node.inputs.map((tensor): Connection => {
      const source = nodeOf(tensor);
      if (!source) return { name: null, node: 0, tensor: 0 };
      const calls = source.operation.kind === 'instance' ? callsOf(source.operation) : [source];
      return {
        name: operationName(source.operation),
        node: Math.max(0, calls.indexOf(source)),
        tensor: source.outputs.indexOf(tensor),
      };
    }),
  );
}

/** The calls of a layer or op that are part of a network. */
function callsIn(operation: InstanceValue | OpNode, network: Network): readonly Node[] {
  const calls = operation.kind === 'instance' ? callsOf(operation) : network.nodes;
  return [...calls].filter((node) => node.operation === operation && network.nodes.has(node));
}

/** Whether a model is shown as a plain stack: one call at each depth with one input, no layer called twice. */
export function isSequentialLike(model: InstanceValue): boolean {
  const state = modelState(model);
  const network = state?.network.value;
  if (!network || state?.sequential) return true;
  if (network.nodesByDepth.some((level) => level.length > 1 || (level[0]?.inputs.length ?? 0) > 1)) return false;
  return new Set([...network.nodes].map((node) => node.operation)).size === network.nodes.size;
}

/** A shape as a summary prints it: `(None, 28, 28)`, and `(4)` for one dimension where `trailingComma` is false. */
export function shapeText(shape: Shape, trailingComma: boolean): string {
  if (!hasRank(shape)) return '?';
  const sizes = shape.map((size) => (isKnown(size) ? String(size) : isDynamic(size) ? 'None' : '?'));
  return sizes.length === 1 && trailingComma ? `(${sizes[0]},)` : `(${sizes.join(', ')})`;
}
