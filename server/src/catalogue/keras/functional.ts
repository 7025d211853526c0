/** `Model(inputs, outputs)`: a model made of a graph (keras.src.models.functional). */
import { isModel, type ModelState, modelState } from '../../graph/model';
import { isProblem, mapNetwork, type NetworkProblem } from '../../graph/network';
import { flatten, tensorsIn } from '../../graph/structure';
import type { Arguments } from '../../values/arguments';
import type { Context, Generation } from '../../values/context';
import { type InstanceValue, NONE, type Value } from '../../values/value';
import { type Failure, failure, refusal } from '../failure';
import { describe } from '../params';
import { classesOf } from './classes';
import { cloneGraph, isInput } from './clone-graph';
import { initializeLayer, unexpectedKeywords } from './layer-init';

export interface FunctionalArguments {
  readonly inputs: Value;
  readonly outputs: Value;
  /** `name`, `trainable` and what else there is. */
  readonly rest: ReadonlyMap<string, Value>;
}

/** The arguments that make a model a functional one, if they do; Keras 1 says `input` and `output` too. */
export function functionalArguments(given: Arguments, generation: Generation): FunctionalArguments | null {
  const { positional } = given;
  const rest = new Map(given.keywords);
  const take = (name: string, old: string): Value | undefined => {
    const key = rest.has(name) || generation !== 'keras1' ? name : old;
    const value = rest.get(key);
    return value;
  };
  const named = { inputs: take('inputs', 'input'), outputs: take('outputs', 'output') };
  const most = generation === 'keras1' ? 3 : 2;
  if (positional.length > most) return null;
  const inputs = positional[0] ?? named.inputs;
  const outputs = positional[1] ?? named.outputs;
  if (!inputs || !outputs) return null;
  for (const name of ['inputs', 'outputs', ...(generation === 'keras1' ? ['input', 'output'] : [])]) rest.delete(name);
  const name = positional[2];
  if (name) rest.set('name', name);
  return { inputs, outputs, rest };
}

/** Sets up a model from its inputs and outputs. */
export function initializeFunctional(model: InstanceValue, given: FunctionalArguments, context: Context): void {
  const state = modelState(model);
  if (!state) return;
  const { heap, generation } = context;
  const base = new Map([...given.rest].filter(([name]) => name === 'name' || name === 'trainable'));
  const extra = [...given.rest.keys()].filter((name) => !base.has(name));
  initializeLayer(model, model.cls.name, base, context);
  state.built.set(heap, true);
  // Keras 3 lets any other keyword pass.
  if (extra.length > 0 && generation !== 'keras3')
    report(model, unexpectedKeywords('Model', extra, generation), context);
  const refused = unfit(given, context);
  if (refused === 'open') {
    const open = [...flatten(given.inputs), ...flatten(given.outputs)].find((leaf) => leaf.kind !== 'tensor');
    const why = open?.kind === 'unknown' ? open.reason : undefined;
    state.hidden.set(heap, context.because('an input or output of the model is not known', why));
    return;
  }
  if (refused) {
    report(model, refused, context);
    hide(state, refused, context);
    return;
  }
  enterGraph(model, state, given, context);
}

function enterGraph(model: InstanceValue, state: ModelState, given: FunctionalArguments, context: Context): void {
  const classes = classesOf(model.cls);
  let inputs = unwrapped(given.inputs, context.generation);
  let outputs = unwrapped(given.outputs, context.generation);
  if (classes && !tensorsIn(inputs).every(isInput)) {
    // What cannot be reached from the inputs shows in the graph as it is; a clone of it would hide it.
    const first = mapNetwork(inputs, outputs);
    if (isProblem(first) && first.kind === 'disconnected') {
      const refused = problemFailure(first);
      report(model, refused, context);
      hide(state, refused, context);
      return;
    }
    ({ inputs, outputs } = cloneGraph(classes, inputs, outputs, context));
  }
  const network = mapNetwork(inputs, outputs);
  if (!isProblem(network)) {
    state.network.set(context.heap, network);
    if (network.uncertain) state.hidden.set(context.heap, network.uncertain);
    return;
  }
  const refused = problemFailure(network);
  report(model, refused, context);
  hide(state, refused, context);
}

/** Keras 2 takes a list of one for that one. */
function unwrapped(structure: Value, generation: Generation): Value {
  if (generation === 'keras3' || structure.kind !== 'list' || structure.items.length !== 1) return structure;
  return structure.items[0] as Value;
}

/** Why what is given cannot be a model's inputs and outputs; `open` where that is not known. */
function unfit(given: FunctionalArguments, context: Context): Failure | 'open' | null {
  for (const [side, structure] of [
    ['inputs', given.inputs],
    ['outputs', given.outputs],
  ] as const) {
    const leaves = flatten(structure);
    if (leaves.length === 0 && context.generation === 'keras3') {
      const message =
        side === 'inputs'
          ? 'the inputs of a model are empty; the `input` of an input layer is an empty list, its `output` is the tensor'
          : 'the outputs of a model are empty';
      return failure('invalid-model', message, { parameter: side });
    }
    for (const leaf of leaves) {
      if (leaf.kind === 'unknown' || leaf.kind === 'list' || leaf.kind === 'dict') return 'open';
      if (leaf.kind === 'tensor' && leaf.library === 'keras') continue;
      if (leaf.kind === 'tensor' && leaf.library === 'tensorflow' && leaf.symbolic) return 'open';
      if (leaf.kind === 'instance' && !isLayerLike(leaf)) return 'open';
      const what =
        leaf.kind === 'instance' ? `the layer \`${leaf.cls.name}\` itself, not what it gives` : describe(leaf);
      return failure('invalid-model', `the ${side} of a model must be Keras tensors, and one is ${what}`, {
        parameter: side,
      });
    }
  }
  const inputs = tensorsIn(given.inputs);
  if (context.generation !== 'keras3' && new Set(inputs).size !== inputs.length) {
    return failure('invalid-model', 'the inputs of a model hold the same tensor twice', { parameter: 'inputs' });
  }
  return null;
}

function isLayerLike(value: InstanceValue): boolean {
  return isModel(value) || value.cls.lookup('__call__') !== undefined;
}

function problemFailure(problem: NetworkProblem): Failure {
  const code = problem.kind === 'duplicate-name' ? 'duplicate-name' : 'disconnected-graph';
  return failure(code, problem.message, { facts: { name: problem.name } });
}

function report(model: InstanceValue, failed: Failure, context: Context): void {
  context.refuse(refusal(failed, 'construct'), NONE, { kind: 'model', callee: model.cls.name, instance: model });
}

function hide(state: ModelState, failed: Failure, context: Context): void {
  state.hidden.set(context.heap, context.because(`the model is refused: ${failed.message}`));
}
