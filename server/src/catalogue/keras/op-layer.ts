/**
 * Ops on symbolic tensors as parts of a graph: an operation of its own in Keras 3, a layer of class
 * `TFOpLambda` (for subscripts `SlicingOpLambda`) in Keras 2.
 */
import { type LayerKind, LayerState } from '../../graph/layer';
import { NAMES, numbered } from '../../graph/names';
import { Node, Operation } from '../../graph/node';
import type { Reason } from '../../shapes/reason';
import type { Arguments } from '../../values/arguments';
import type { Context, StateKey } from '../../values/context';
import type { TensorValue } from '../../values/tensor';
import { ClassValue, InstanceValue, type Value } from '../../values/value';
import { declaredIdentity } from '../native';
import { adopt } from './calling/tensors';
import { classesOf } from './classes';
import { autoName, nextNodeId } from './settings';

/** What an op gives for arguments: tensors without a history. Nothing is recorded. */
export type RunOp = (given: Arguments, context: Context) => Value;

export class OpLayerState extends LayerState {
  constructor(
    kind: LayerKind,
    place: LayerState['place'],
    readonly run: RunOp,
  ) {
    super(kind, place);
  }
}

interface OpClasses {
  readonly lambda: ClassValue;
  readonly slicing: ClassValue;
}

/** By the class of layers that they derive from: the one of the layers in the same graph. */
const OP_CLASSES: StateKey<Map<ClassValue | undefined, OpClasses>> = {
  name: 'keras op layers',
  create: () => new Map(),
};

function opClasses(inputs: readonly TensorValue[], context: Context): OpClasses {
  const base = inputs.map(layersBehind).find((found) => found !== undefined);
  const known = context.state.get(OP_CLASSES);
  const bases = base ? [base] : [];
  const module = 'keras.src.layers.core.tf_op_layer';
  const classes = known.get(base) ?? {
    lambda: new ClassValue(declaredIdentity(), 'TFOpLambda', module, bases, []),
    slicing: new ClassValue(declaredIdentity(), 'SlicingOpLambda', module, bases, []),
  };
  known.set(base, classes);
  return classes;
}

function layersBehind({ producer }: TensorValue): ClassValue | undefined {
  const operation = producer?.operation;
  return operation?.kind === 'instance' ? classesOf(operation.cls)?.layer : undefined;
}

/** What goes by subscripts, `tf.boolean_mask` among them. */
const SLICING = /(getitem|boolean_mask)$/;

/**
 * The operation of a call: `className` is Keras 3's class of it (`Add`), `tfName` what TensorFlow calls the
 * function (`tf.__operators__.add`), after which Keras 2 names the layer.
 */
export function opOperation(
  className: string,
  tfName: string,
  run: RunOp,
  inputs: readonly TensorValue[],
  context: Context,
): Operation | InstanceValue {
  if (context.generation === 'keras3') return new Operation(className, autoName(context, className), run);
  const classes = opClasses(inputs, context);
  const cls = SLICING.test(tfName) ? classes.slicing : classes.lambda;
  const layer = new InstanceValue(
    context.heap.identity(),
    cls,
    new OpLayerState({ name: cls.name }, context.place, run),
  );
  const state = layer.payload as OpLayerState;
  state.initialized.set(context.heap, true);
  state.name.set(context.heap, numbered(context.state.get(NAMES), context.heap, tfName, false));
  state.built.set(context.heap, true);
  return layer;
}

/** Enters a call of an op in the graph: its outputs become Keras tensors with this history. */
export function enterOperation(
  operation: Operation | InstanceValue,
  given: Arguments,
  inputs: readonly TensorValue[],
  output: Value,
  uncertain: Reason | null,
  context: Context,
): { readonly output: Value; readonly node: Node } {
  const node = new Node(nextNodeId(context), operation, inputs, given, uncertain);
  if (operation.kind === 'instance' && operation.payload instanceof OpLayerState) {
    operation.payload.nodes.set(context.heap, [node]);
  }
  return { output: adopt(output, node), node };
}
