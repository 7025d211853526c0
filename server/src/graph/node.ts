/** One call of a layer, a model or an op on symbolic tensors: a node of the graph. */
import type { Reason } from '../shapes/reason';
import type { Arguments } from '../values/arguments';
import type { Context } from '../values/context';
import type { OpNode, Producer, TensorValue } from '../values/tensor';
import type { InstanceValue, Value } from '../values/value';
import { layerState } from './layer';

export class Node implements Producer {
  /** Filled as the tensors are made. */
  readonly outputs: TensorValue[] = [];
  /** The outputs as the call gave them: one tensor, or a list, tuple or dict of them. */
  result: Value | null = null;

  constructor(
    readonly id: number,
    readonly operation: InstanceValue | OpNode,
    /** Symbolic tensors among the arguments, in order. */
    readonly inputs: readonly TensorValue[],
    /** The call's arguments, without the layer itself. */
    readonly call: Arguments,
    /** Set where an argument was not known: other tensors may have gone in. */
    readonly uncertain: Reason | null = null,
  ) {}

  /** Whether it has no symbolic inputs: an `InputLayer`'s. */
  get isInput(): boolean {
    return this.inputs.length === 0 && this.uncertain === null;
  }
}

/** An op on symbolic tensors, with what it takes to ask it about other inputs. */
export class Operation implements OpNode {
  readonly kind = 'op';
  constructor(
    /** Keras' class of it, as a summary shows it: `Add`, `GetItem`; `TFOpLambda` in Keras 2. */
    readonly className: string,
    readonly name: string | null,
    /** What the op gives for other arguments. */
    readonly run: (args: Arguments, context: Context) => Value,
  ) {}
}

/** The node that gave a symbolic tensor. */
export function nodeOf(tensor: TensorValue): Node | null {
  return tensor.producer instanceof Node ? tensor.producer : null;
}

/** What a graph calls a layer or op; null where it is not known. */
export function operationName(operation: InstanceValue | OpNode): string | null {
  return operation.kind === 'op' ? operation.name : (layerState(operation)?.name.value ?? null);
}

/** The class that a summary shows for a layer or op. */
export function operationClass(operation: InstanceValue | OpNode): string {
  return operation.kind === 'op' ? operation.className : operation.cls.name;
}

/** All calls of a layer on symbolic tensors, as far as they are known. */
export function callsOf(layer: InstanceValue): readonly Node[] {
  return layerState(layer)?.nodes.value ?? [];
}
