/**
 * The boxes and arrows of a model: of its network where it has one, else of what was observed while its `call` ran, else
 * its layers without arrows.
 */
import type { Analysis } from '../../analysis/analysis';
import { tensorsOf } from '../../analysis/observed';
import { reasonText } from '../../analysis/reasons';
import { layerState } from '../../graph/layer';
import { modelState } from '../../graph/model';
import type { Network } from '../../graph/network';
import { type Node, nodeOf, operationClass, operationName } from '../../graph/node';
import { ownedLayers } from '../../graph/weights';
import type { Observation } from '../../interpreter/trace';
import { formatShape } from '../../shapes/shape';
import type { TensorValue } from '../../values/tensor';
import { type InstanceValue, NONE } from '../../values/value';
import type { Graph, GraphEdge, GraphNode } from './graph';
import { boxOf, callOf, type GraphCall } from './nodes';

/** Models nest; a model that contains itself by a fault of the program must not end us. */
const MOST_DEPTH = 8;

/** A graph of more calls would not be looked at. */
const MOST_CALLS = 4000;

export function graphOf(analysis: Analysis, model: InstanceValue, path = '', depth = 0): Graph {
  const state = modelState(model);
  if (state?.hidden.value) return { nodes: [], edges: [], gap: reasonText(analysis, state.hidden.value) };
  const network = state?.network.value;
  if (network) return networkGraph(analysis, network, path, depth);
  if (state?.stack.value) return stackGraph(analysis, state.stack.value, path, depth);
  const layers = new Set(ownedLayers(model) ?? []);
  const first = analysis.trace.observations.find(({ instance }) => instance !== null && layers.has(instance));
  if (!first) return stackGraph(analysis, [...layers], path, depth, 'the model has not been called');
  return observedGraph(analysis, analysis.trace.observations.filter(sameContext(first)), path, depth);
}

/** All calls that surely happen, whatever model they belong to: for programs that make no model yet. */
export function looseGraph(analysis: Analysis): Graph {
  const { observations } = analysis.trace;
  const certain = observations.filter((one) => !one.assumed);
  const shown = certain.length > 0 ? certain : observations;
  return observedGraph(analysis, [...shown, ...refusedCalls(analysis, certain.length > 0)], '', 0);
}

/** Calls that Keras refuses gave nothing to observe, but they have inputs: that is where the graph breaks. */
function refusedCalls(analysis: Analysis, certainOnly: boolean): Observation[] {
  return analysis.trace.refusals.flatMap(({ call, site, constructed, context, assumed }) => {
    if (!call?.inputs || call.inputs.length === 0 || call.callee === undefined || (assumed && certainOnly)) return [];
    const { callee, inputs, instance = null, kind = instance ? 'layer' : 'op' } = call;
    return [
      {
        ...{ kind, callee, inputs, instance, output: NONE, producer: null, parameters: null },
        ...{ site, constructed, context, assumed },
      },
    ];
  });
}

function networkGraph(analysis: Analysis, network: Network, path: string, depth: number): Graph {
  const builder = new GraphBuilder(analysis, path, depth);
  const nodes = network.nodesByDepth.flat().slice(0, MOST_CALLS);
  for (const node of nodes) builder.add(networkCall(analysis, node), node.inputs);
  return builder.graph(network.uncertain ? reasonText(analysis, network.uncertain) : null);
}

function networkCall(analysis: Analysis, node: Node): GraphCall {
  const { operation, outputs } = node;
  const instance = operation.kind === 'op' ? null : operation;
  return {
    instance,
    class: operationClass(operation),
    name: operationName(operation),
    outputs,
    observation: analysis.sites.observationOf(node),
    fallback: placeOf(analysis, instance),
  };
}

/** Layers one after the other, with what is known of them before they are called. */
function stackGraph(
  analysis: Analysis,
  layers: readonly InstanceValue[],
  path: string,
  depth: number,
  gap: string | null = 'its input shape is not known yet',
): Graph {
  const builder = new GraphBuilder(analysis, path, depth);
  const isStack = gap === null || gap.startsWith('its input');
  let before: TensorValue | null = null;
  let last: string | null = null;
  for (const layer of layers.slice(0, MOST_CALLS)) {
    const output = layerState(layer)?.builtOutput.value;
    const call: GraphCall = {
      instance: layer,
      class: layer.cls.name,
      name: layerState(layer)?.name.value ?? null,
      outputs: output ? tensorsOf(output) : [],
      observation: undefined,
      fallback: placeOf(analysis, layer),
    };
    const id = builder.add(call, before ? [before] : []);
    if (isStack && last !== null && before === null) builder.connect(last, id, '?');
    last = id;
    before = isStack ? (call.outputs[0] ?? null) : null;
  }
  return builder.graph(gap);
}

function observedGraph(analysis: Analysis, observations: readonly Observation[], path: string, depth: number): Graph {
  const builder = new GraphBuilder(analysis, path, depth);
  for (const observation of observations.slice(0, MOST_CALLS)) builder.add(callOf(observation), observation.inputs);
  return builder.graph(null);
}

function sameContext(first: Observation): (other: Observation) => boolean {
  return ({ context }) =>
    context.length === first.context.length && context.every((frame, i) => frame.call === first.context[i]?.call);
}

function placeOf(analysis: Analysis, instance: InstanceValue | null): GraphCall['fallback'] {
  const place = instance && layerState(instance)?.place;
  return place ? analysis.span(place) : null;
}

class GraphBuilder {
  private readonly nodes: GraphNode[] = [];
  private readonly edges: GraphEdge[] = [];
  private readonly makers = new Map<TensorValue, string>();
  private readonly counts = new Map<string, number>();
  private readonly seen = new Set<InstanceValue>();

  constructor(
    private readonly analysis: Analysis,
    private readonly path: string,
    private readonly depth: number,
  ) {}

  /** Adds a call after those that made its inputs; returns its id. */
  add(call: GraphCall, inputs: readonly TensorValue[]): string {
    const key = `${this.path}/${call.name ?? call.class}`;
    const count = this.counts.get(key) ?? 0;
    this.counts.set(key, count + 1);
    const id = count === 0 ? key : `${key}#${count + 1}`;
    const { instance } = call;
    const shared = instance !== null && this.seen.has(instance);
    if (instance) this.seen.add(instance);
    const box = boxOf(this.analysis, call, id, shared);
    const inner =
      box.kind === 'model' && instance && this.depth < MOST_DEPTH
        ? graphOf(this.analysis, instance, id, this.depth + 1)
        : null;
    this.nodes.push({ ...box, inner: inner && inner.nodes.length > 0 ? inner : null });
    for (const tensor of inputs) {
      const from = this.makers.get(tensor) ?? this.makerOf(tensor);
      if (from !== undefined) this.connect(from, id, formatShape(tensor.shape));
    }
    for (const tensor of call.outputs) this.makers.set(tensor, id);
    return id;
  }

  connect(from: string, to: string, shape: string): void {
    this.edges.push({ from, to, shape });
  }

  graph(gap: string | null): Graph {
    return { nodes: this.nodes, edges: this.edges, gap };
  }

  /** Where a tensor was handed through an identity: another tensor of the same call. */
  private makerOf(tensor: TensorValue): string | undefined {
    const outputs = nodeOf(tensor)?.outputs ?? [];
    for (const output of outputs) {
      const found = this.makers.get(output);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}
