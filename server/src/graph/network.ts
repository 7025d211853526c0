/**
 * The graph between a model's inputs and outputs: which layers it has and in which order Keras
 * lists them (`map_graph` of keras.src.ops.function, `_map_graph_network` of Keras 2).
 */
import type { Reason } from '../shapes/reason';
import type { OpNode, TensorValue } from '../values/tensor';
import type { InstanceValue, Value } from '../values/value';
import { type Node, nodeOf, operationName } from './node';
import { tensorsIn } from './structure';

export interface Network {
  /** The structures that `Model(inputs, outputs)` was given. */
  readonly inputStructure: Value;
  readonly outputStructure: Value;
  readonly inputs: readonly TensorValue[];
  readonly outputs: readonly TensorValue[];
  /** Calls by depth, the inputs' first; within a depth in Keras' order. */
  readonly nodesByDepth: readonly (readonly Node[])[];
  /** All of them. */
  readonly nodes: ReadonlySet<Node>;
  /** Layers and ops in the order of `model.layers`. */
  readonly operations: readonly (InstanceValue | OpNode)[];
  /** Set where some call had arguments that are not known: there may be more layers behind it. */
  readonly uncertain: Reason | null;
}

export interface NetworkProblem {
  readonly kind: 'disconnected' | 'duplicate-name' | 'cycle';
  /** What is wrong, in a clause. */
  readonly message: string;
  /** The tensor that cannot be had, the layers that share a name. */
  readonly tensor?: TensorValue;
  readonly name?: string;
}

type Operated = InstanceValue | OpNode;

/** Calls between inputs and outputs from the inputs on, and each operation's place in the walk from the outputs. */
export interface Walk {
  readonly nodes: readonly Node[];
  readonly order: ReadonlyMap<Operated, number>;
}

/**
 * Walks back from the outputs, depth first, and stops at the inputs. Not recursive: chains may be
 * thousands of calls long.
 */
export function walk(inputs: readonly TensorValue[], outputs: readonly TensorValue[]): Walk {
  const stops = new Set(inputs);
  const finished = new Set<Node>();
  const nodes: Node[] = [];
  const order = new Map<Operated, number>();
  for (const output of outputs) {
    const stack: { node: Node; next: number }[] = [];
    enter(output);
    while (stack.length > 0) {
      const top = stack[stack.length - 1] as { node: Node; next: number };
      const input = top.node.inputs[top.next];
      if (input) {
        top.next += 1;
        enter(input);
      } else {
        stack.pop();
        if (!finished.has(top.node)) nodes.push(top.node);
        finished.add(top.node);
      }
    }
    function enter(tensor: TensorValue): void {
      const node = nodeOf(tensor);
      if (!node || finished.has(node)) return;
      if (!node.isInput && stops.has(tensor)) {
        finished.add(node);
        return;
      }
      if (!order.has(node.operation)) order.set(node.operation, order.size);
      stack.push({ node, next: 0 });
    }
  }
  return { nodes, order };
}

/** The network, or why Keras refuses it. */
export function mapNetwork(inputStructure: Value, outputStructure: Value): Network | NetworkProblem {
  const inputs = tensorsIn(inputStructure);
  const outputs = tensorsIn(outputStructure);
  const { nodes, order } = walk(inputs, outputs);
  const loose = looseEnd(inputs, outputs, nodes);
  const problem = loose ? null : disconnected(inputs, outputs, nodes);
  if (problem) return problem;

  const inGraph = new Set(nodes);
  const nodeDepths = new Map<Node, number>();
  const operationDepths = new Map<Operated, number>();
  for (const node of [...nodes].reverse()) {
    if (!nodeDepths.has(node)) nodeDepths.set(node, 0);
    // A shared layer stands where its deepest call does.
    const depth = Math.max(nodeDepths.get(node) ?? 0, operationDepths.get(node.operation) ?? 0);
    operationDepths.set(node.operation, depth);
    nodeDepths.set(node, depth);
    for (const input of node.inputs) {
      const parent = nodeOf(input);
      if (parent && inGraph.has(parent)) nodeDepths.set(parent, Math.max(depth + 1, nodeDepths.get(parent) ?? 0));
    }
  }
  const place = new Map(order);
  for (const input of inputs) {
    const node = nodeOf(input);
    if (!node?.isInput || operationDepths.has(node.operation)) continue;
    operationDepths.set(node.operation, 0);
    place.set(node.operation, -1);
    nodeDepths.set(node, 0);
  }
  const operations = byDepth(operationDepths).flatMap((level) =>
    level.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0)),
  );
  const nodesByDepth = byDepth(nodeDepths);
  return (
    duplicateName(operations) ?? {
      inputStructure,
      outputStructure,
      inputs,
      outputs,
      nodesByDepth,
      nodes: new Set(nodesByDepth.flat()),
      operations,
      uncertain: loose ?? nodes.find((node) => node.uncertain)?.uncertain ?? null,
    }
  );
}

export function isProblem(result: Network | NetworkProblem): result is NetworkProblem {
  return 'kind' in result;
}

/** Keys of equal depth together, the deepest first, in the order in which they came. */
function byDepth<T>(depths: ReadonlyMap<T, number>): T[][] {
  const levels: T[][] = [];
  for (const [key, depth] of depths) {
    levels[depth] ??= [];
    (levels[depth] as T[]).push(key);
  }
  return levels.filter((level) => level !== undefined).reverse();
}

/** A tensor whose history is not known, since it may come from either of two branches: layers may be behind it. */
function looseEnd(
  inputs: readonly TensorValue[],
  outputs: readonly TensorValue[],
  nodes: readonly Node[],
): Reason | null {
  const known = new Set(inputs);
  const isLoose = (tensor: TensorValue): boolean => !known.has(tensor) && nodeOf(tensor) === null;
  const found = [...nodes.flatMap((node) => node.inputs), ...outputs].some(isLoose);
  return found ? { text: 'a tensor of the model may come from either of two branches' } : null;
}

/** Every call between the inputs and the outputs must have all its tensors from the inputs. */
function disconnected(
  inputs: readonly TensorValue[],
  outputs: readonly TensorValue[],
  nodes: readonly Node[],
): NetworkProblem | null {
  const known = new Set(inputs);
  const missing = (tensor: TensorValue): NetworkProblem => {
    const node = nodeOf(tensor);
    const source = node ? operationName(node.operation) : null;
    return {
      kind: 'disconnected',
      message: source
        ? `the outputs need \`${source}\`, which cannot be reached from the inputs`
        : 'the outputs cannot be reached from the inputs',
      tensor,
    };
  };
  for (const node of nodes) {
    const lacking = node.isInput
      ? node.outputs.find((tensor) => !known.has(tensor))
      : node.inputs.find((t) => !known.has(t));
    if (lacking) return missing(lacking);
    for (const tensor of node.outputs) known.add(tensor);
  }
  const unreached = outputs.find((tensor) => !known.has(tensor));
  return unreached ? missing(unreached) : null;
}

function duplicateName(operations: readonly Operated[]): NetworkProblem | null {
  const seen = new Set<string>();
  for (const operation of operations) {
    const name = operationName(operation);
    if (name === null) continue;
    if (seen.has(name)) {
      return { kind: 'duplicate-name', message: `two layers of the model are called \`${name}\``, name };
    }
    seen.add(name);
  }
  return null;
}
