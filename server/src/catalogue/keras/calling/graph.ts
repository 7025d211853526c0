/** Calls of models that have a graph: the same calls again, on other inputs. */
import { layerState } from '../../../graph/layer';
import { modelState } from '../../../graph/model';
import type { Network } from '../../../graph/network';
import type { Node, Operation } from '../../../graph/node';
import { operationName } from '../../../graph/node';
import { entryOf, flatten, mapStructure, packAs } from '../../../graph/structure';
import {
  type Dimension,
  inTermsOf,
  isDynamic,
  isKnown,
  surelyDiffer,
  unknownDimension,
} from '../../../shapes/dimension';
import { formatShape, hasRank, type Shape, sameShape } from '../../../shapes/shape';
import type { Arguments } from '../../../values/arguments';
import type { Context } from '../../../values/context';
import { TensorValue } from '../../../values/tensor';
import { type InstanceValue, unknown, type Value } from '../../../values/value';
import { type Failure, failure, refusal } from '../../failure';
import { describe } from '../../params';
import { makeTensor, type Origin, withOrigin } from './tensors';

/** How one call of the graph is made again: `operation` with arguments that hold the new tensors. */
export type CallAgain = (layer: InstanceValue, given: Arguments, context: Context) => Value;

/** What a model gives for an argument; a refusal is reported, and its own outputs go on with unknown sizes. */
export function callNetwork(
  model: InstanceValue,
  network: Network,
  given: Arguments,
  origin: Origin,
  context: Context,
  again: CallAgain,
): { readonly output: Value; readonly refused: boolean } {
  const first = given.positional[0] ?? given.keywords.get('inputs');
  if (given.uncertain || !first) {
    const output = given.uncertain ? unknown(given.uncertain) : context.unknown('the model is called without an input');
    return { output, refused: false };
  }
  const matched = matchInputs(model, network, first, heldTo(model, origin, context));
  if ('message' in matched) {
    const output = lost(network, origin, context.because(`the call of ${describe(model)} is refused`));
    const inputs = flatten(first).filter((leaf): leaf is TensorValue => leaf.kind === 'tensor');
    const call = { kind: 'model', callee: model.cls.name, instance: model, inputs } as const;
    return { output: context.refuse(refusal(matched, 'call'), output, call), refused: true };
  }
  const open = matched.find((leaf) => leaf.kind === 'unknown');
  if (open) return { output: open, refused: false };
  return { output: runNetwork(network, matched, origin, context, again), refused: false };
}

/**
 * What inputs are held to. Keras 2 does not hold Keras tensors to the input spec of what is built (the
 * layers inside may still refuse), and its spec compares sizes one by one, whatever the ranks are.
 */
type HeldTo = 'nothing' | 'rank' | 'sizes' | 'sizes and rank';

/** Keras 3's Sequential has no input spec: it passes on data that have the input's rank (`Sequential.call`). */
function heldTo(model: InstanceValue, origin: Origin, context: Context): HeldTo {
  const isLoose = modelState(model)?.sequential && origin.library !== 'keras';
  if (context.generation === 'keras3') return isLoose ? 'rank' : 'sizes and rank';
  return origin.library === 'keras' ? 'nothing' : 'sizes';
}

/** Tensors of the outputs' rank with unknown sizes. */
function lost(network: Network, origin: Origin, why: { readonly text: string }): Value {
  return packAs(
    network.outputStructure,
    network.outputs.map((tensor) => {
      const shape: Shape = hasRank(tensor.shape)
        ? tensor.shape.map((size, i): Dimension => (i === 0 ? size : unknownDimension(why)))
        : tensor.shape;
      return makeTensor(origin, shape, tensor.dtype);
    }),
  );
}

/** The argument's tensors in the order of the model's inputs, or why they do not fit. */
function matchInputs(
  model: InstanceValue,
  network: Network,
  argument: Value,
  held: HeldTo,
): readonly Value[] | Failure {
  if (argument.kind === 'unknown') return network.inputs.map(() => argument);
  if ((argument.kind === 'list' || argument.kind === 'dict') && argument.uncertain) {
    const open = unknown(argument.uncertain);
    return network.inputs.map(() => open);
  }
  const leaves = argument.kind === 'dict' ? byName(network, argument) : flatten(argument);
  if ('message' in leaves) return leaves;
  const name = layerState(model)?.name.value;
  const title = name ? `model \`${name}\`` : 'the model';
  // Keras 2 leaves out what is too much.
  const tooMany = leaves.length > network.inputs.length && held !== 'nothing';
  if (leaves.length < network.inputs.length || tooMany) {
    const takes = `${network.inputs.length} ${network.inputs.length === 1 ? 'input' : 'inputs'}`;
    return failure('invalid-input', `${title} takes ${takes}, and is called on ${leaves.length}`);
  }
  const taken = leaves.slice(0, network.inputs.length);
  for (const [index, leaf] of taken.entries()) {
    const expected = (network.inputs[index] as TensorValue).shape;
    if (leaf.kind !== 'tensor') {
      if (leaf.kind === 'unknown' || leaf.kind === 'instance' || leaf.kind === 'None') continue;
      return failure('invalid-input', `${title} is called on ${describe(leaf)}, which is no tensor`);
    }
    if (held === 'nothing' || fits(expected, leaf.shape, held)) continue;
    return failure(
      'incompatible-shapes',
      `${title} takes an input of shape ${formatShape(expected)}, and this one is ${formatShape(leaf.shape)}`,
      { inputs: [index], facts: { expected: formatShape(expected), actual: formatShape(leaf.shape) } },
    );
  }
  return taken.map((leaf) =>
    leaf.kind === 'tensor' || leaf.kind === 'unknown' ? leaf : unknown({ text: `an input is ${describe(leaf)}` }),
  );
}

/** The items of a dict by the names of the inputs (or the keys of the dict that the model was made with). */
function byName(network: Network, argument: Value): readonly Value[] | Failure {
  if (argument.kind !== 'dict') return [];
  const structure = network.inputStructure;
  if (structure.kind === 'dict') return flatten(argument);
  const found: Value[] = [];
  for (const input of network.inputs) {
    const name = input.producer ? operationName(input.producer.operation) : null;
    const item = name === null ? undefined : entryOf(argument, name);
    if (!item) return flatten(argument);
    found.push(item);
  }
  return found;
}

/**
 * The check of the model's input spec: all sizes but the batch's, where a last size of 1 may be left
 * out or added (`input_spec.assert_input_compatibility`; Keras 3 then adjusts the rank, or refuses it).
 */
function fits(expected: Shape, actual: Shape, held: HeldTo): boolean {
  if (!hasRank(expected) || !hasRank(actual)) return true;
  const [wanted, given] = [squeezed(expected), squeezed(actual)];
  const length = Math.min(wanted.length, given.length);
  for (let i = 1; i < length && held !== 'rank'; i++) {
    if (surelyDiffer(wanted[i] as Dimension, given[i] as Dimension)) return false;
  }
  if (held === 'sizes') return true;
  return (
    Math.abs(expected.length - actual.length) <= 1 && (expected.length === actual.length || lastIsOne(expected, actual))
  );
}

function squeezed(shape: readonly Dimension[]): readonly Dimension[] {
  return shape[shape.length - 1] === 1 ? shape.slice(0, -1) : shape;
}

function lastIsOne(a: readonly Dimension[], b: readonly Dimension[]): boolean {
  const longer = a.length > b.length ? a : b;
  const last = longer[longer.length - 1];
  return last === 1 || (last !== undefined && !isKnown(last));
}

/** Runs the graph on other inputs. Inputs of the very shapes that it was made with give its own outputs. */
function runNetwork(
  network: Network,
  inputs: readonly Value[],
  origin: Origin,
  context: Context,
  again: CallAgain,
): Value {
  const same = inputs.every(
    (input, i) => input.kind === 'tensor' && sameShape(input.shape, (network.inputs[i] as TensorValue).shape),
  );
  if (same) {
    const terms = termsOf(network, inputs);
    const given = (shape: Shape) => (hasRank(shape) ? shape.map((size) => inTermsOf(size, terms)) : shape);
    return packAs(
      network.outputStructure,
      network.outputs.map((tensor) => makeTensor(origin, given(tensor.shape), tensor.dtype)),
    );
  }
  const tensors = new Map<TensorValue, Value>();
  network.inputs.forEach((reference, i) => {
    tensors.set(reference, conform(inputs[i] as Value, reference, origin));
  });
  for (const node of network.nodesByDepth.flat()) {
    if (node.isInput || !node.inputs.every((tensor) => tensors.has(tensor))) continue;
    context.spend(1);
    const output = callNode(node, tensors, context, again);
    const leaves = output.kind === 'unknown' ? [] : flatten(withOrigin(output, origin));
    node.outputs.forEach((tensor, i) => {
      tensors.set(
        tensor,
        leaves[i] ?? (output.kind === 'unknown' ? output : unknown({ text: 'the layer gave other outputs' })),
      );
    });
  }
  return packAs(
    network.outputStructure,
    network.outputs.map((tensor) => tensors.get(tensor) ?? context.unknown('an output was not reached')),
  );
}

/** What a model's own open sizes are in a call of it, by their keys. */
export function termsOf(network: Network, inputs: readonly Value[]): ReadonlyMap<string, Dimension> {
  const terms = new Map<string, Dimension>();
  for (const [index, { shape }] of network.inputs.entries()) {
    const input = inputs[index];
    if (input?.kind !== 'tensor' || !hasRank(shape) || !hasRank(input.shape)) continue;
    for (const [axis, size] of shape.entries()) {
      const given = input.shape[axis];
      if (isDynamic(size) && size.symbol.op === 'symbol' && given !== undefined) terms.set(size.symbol.key, given);
    }
  }
  return terms;
}

/**
 * A model casts what it gets to its inputs' types, and adds or takes off a last size of 1 (Keras 2's
 * `_conform_to_reference_input`, Keras 3's `_adjust_input_rank`).
 */
function conform(input: Value, reference: TensorValue, origin: Origin): Value {
  if (input.kind !== 'tensor') return input;
  let shape = input.shape;
  if (hasRank(shape) && hasRank(reference.shape) && origin.library !== 'keras') {
    if (shape.length === reference.shape.length + 1) shape = squeezed(shape);
    else if (shape.length === reference.shape.length - 1 && reference.shape.at(-1) === 1) shape = [...shape, 1];
  }
  const dtype = origin.library === 'keras' ? input.dtype : reference.dtype;
  return new TensorValue({ ...origin, shape, dtype });
}

function callNode(node: Node, tensors: ReadonlyMap<TensorValue, Value>, context: Context, again: CallAgain): Value {
  const swap = (value: Value): Value =>
    mapStructure(value, (leaf) => (leaf.kind === 'tensor' ? (tensors.get(leaf) ?? leaf) : leaf));
  const given: Arguments = {
    positional: node.call.positional.map(swap),
    keywords: new Map([...node.call.keywords].map(([name, value]) => [name, swap(value)])),
    uncertain: node.call.uncertain,
  };
  const { operation } = node;
  return operation.kind === 'instance'
    ? again(operation, given, context)
    : (operation as Operation).run(given, context);
}
