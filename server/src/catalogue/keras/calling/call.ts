/**
 * `layer(inputs)`: what Keras does at each call of a layer or model (`Layer.__call__`): it builds the
 * layer, takes its outputs, enters the call in the graph, and tells the trace.
 */
import { type LayerState, layerState } from '../../../graph/layer';
import { isInputLayer, isModel, ModelState } from '../../../graph/model';
import { NAMES } from '../../../graph/names';
import { Node } from '../../../graph/node';
import { flatten, mapStructure } from '../../../graph/structure';
import { countParameters } from '../../../graph/weights';
import { unknownShape } from '../../../shapes/shape';
import { type Arguments, args } from '../../../values/arguments';
import type { Context } from '../../../values/context';
import { dictViewItems, dictViewOf } from '../../../values/dict-view';
import type { TensorValue } from '../../../values/tensor';
import { type InstanceValue, ListValue, unknown, type Value } from '../../../values/value';
import type { Explanation } from '../../define-layer';
import { failure, refusal } from '../../failure';
import { DeclaredState } from '../declared-state';
import { OpLayerState } from '../op-layer';
import { nextNodeId } from '../settings';
import { callDefinition } from './definition';
import { callNetwork } from './graph';
import { howCalled } from './how';
import { buildByProgram, callProgram, runCall } from './program';
import { buildStack, relaxStack } from './stack';
import { adopt, castFor, kerasTensorsIn, leavesOf, originOf, withOrigin } from './tensors';

export interface Outcome {
  readonly output: Value;
  readonly refused: boolean;
  readonly explanation?: Explanation | undefined;
}

/** A call that was entered in the graph, before the trace is told. */
export interface Called extends Outcome {
  readonly inputs: readonly TensorValue[];
  /** Null where no Keras tensor went in. */
  readonly node: Node | null;
}

/** Steps of the budget that a call takes, beside those of what it calls. */
const STEPS = 20;

/** Calls a layer or model as a line of the program does: the trace is told. */
export function callLayer(layer: InstanceValue, given: Arguments, context: Context): Value {
  const called = callQuietly(layer, given, context);
  if (!called.refused) observeCall(layer, called, context);
  return called.output;
}

/** Calls a layer or model as other layers do: all that `callLayer` does, but the trace is not told. */
export function callQuietly(layer: InstanceValue, written: Arguments, context: Context): Called {
  const lost = (output: Value): Called => ({ output, refused: true, inputs: [], node: null });
  const state = layerState(layer);
  if (!state) return lost(context.unknown(`${layer.cls.name} is no layer`));
  const missing = notInitialized(layer, state, context);
  if (missing) return lost(missing);
  context.spend(STEPS);
  const given = withViewsListed(written, context);
  const leaves = leavesOf(given);
  // Keras 2 calls a layer on placeholders in a graph of their own, where names begin anew.
  const apart = context.generation !== 'keras3' && kerasTensorsIn(leaves).length > 0;
  const run = (): Outcome => outcome(layer, state, given, context);
  const result = apart ? context.state.get(NAMES).inOwnGraph(context.heap, run) : run();
  const inputs = leaves.filter((leaf): leaf is TensorValue => leaf.kind === 'tensor');
  return { ...result, inputs, ...enter(layer, state, given, leaves, result.output, context) };
}

/** `tf.nest`, by which Keras 2 goes, takes the views of dicts apart; for Keras 3 they are leaves. */
function withViewsListed(given: Arguments, context: Context): Arguments {
  const [first, ...others] = given.positional;
  const view = context.generation === 'keras3' || !first ? undefined : dictViewOf(first);
  if (!view) return given;
  const items = dictViewItems(view);
  return { ...given, positional: [Array.isArray(items) ? new ListValue(items) : items, ...others] };
}

/** Tells the trace of a call; `callee` is the function that made it, where that is not the layer's class. */
export function observeCall(
  layer: InstanceValue,
  called: Called,
  context: Context,
  more: { readonly throughModel?: boolean; readonly callee?: string; readonly assumed?: boolean } = {},
): void {
  context.observe({
    kind: isModel(layer) ? 'model' : 'layer',
    callee: more.callee ?? layer.cls.name,
    instance: layer,
    output: called.output,
    inputs: called.inputs,
    producer: called.node,
    parameters: countParameters(layer),
    details: called.explanation,
    throughModel: more.throughModel ?? false,
    assumed: more.assumed ?? false,
  });
}

/** Enters a call on Keras tensors in the graph: its outputs get this history. */
function enter(
  layer: InstanceValue,
  state: LayerState,
  given: Arguments,
  leaves: readonly Value[],
  output: Value,
  context: Context,
): { readonly output: Value; readonly node: Node | null } {
  const inputs = kerasTensorsIn(leaves);
  if (inputs.length === 0) return { output, node: null };
  const open = leaves.find((leaf) => leaf.kind === 'unknown');
  const node = new Node(
    nextNodeId(context),
    layer,
    inputs,
    given,
    open?.kind === 'unknown' ? open.reason : given.uncertain,
  );
  const adopted = adopt(output, node);
  const before = state.nodes.value;
  if (before) state.nodes.set(context.heap, [...before, node]);
  return { output: adopted, node };
}

function outcome(layer: InstanceValue, state: LayerState, given: Arguments, context: Context): Outcome {
  if (state instanceof OpLayerState) return { output: state.run(given, context), refused: false };
  switch (howCalled(layer.cls)) {
    case 'definition':
      if (!(state instanceof DeclaredState)) break;
      buildByProgram(layer, state, given, context);
      return callDefinition(layer, state, given, context);
    case 'model':
      if (!(state instanceof ModelState)) break;
      return callModel(layer, state, given, context);
    case 'program':
      if (given.uncertain) return { output: unknown(given.uncertain), refused: false };
      return { output: callProgram(layer, state, given, context), refused: false };
    case 'abstract':
      return abstractCall(layer, state, given, context);
    default:
  }
  return { output: context.unknown(`a call of ${layer.cls.name} is not followed`), refused: false };
}

/** What a layer gives for other inputs, with no part in the graph and no word to the trace. */
export function outputOf(layer: InstanceValue, given: Arguments, context: Context): Value {
  const state = layerState(layer);
  if (!state) return context.unknown(`${layer.cls.name} is no layer`);
  const origin = originOf(leavesOf(given));
  if (howCalled(layer.cls) === 'program') return runCall(layer, state, given, origin, context);
  return withOrigin(outcome(layer, state, given, context).output, origin);
}

/**
 * Calls a layer that another one owns, as part of that one's call: it is built and asked, but has no part in the
 * graph, and the trace is not told.
 */
export function callInner(layer: InstanceValue, given: Arguments, context: Context): Outcome {
  const state = layerState(layer);
  if (!state) return { output: context.unknown(`${layer.cls.name} is no layer`), refused: true };
  const result = outcome(layer, state, given, context);
  return { ...result, output: withOrigin(result.output, originOf(leavesOf(given))) };
}

/** What a model gives by its graph or its stack of layers. */
export function callModel(model: InstanceValue, state: ModelState, given: Arguments, context: Context): Outcome {
  const hidden = state.hidden.value;
  if (hidden) return { output: unknown(hidden), refused: false };
  const leaves = leavesOf(given);
  const origin = originOf(leaves);
  if (state.sequential) {
    const [first] = given.positional;
    const shape =
      first?.kind === 'tensor' ? first.shape : first?.kind === 'unknown' ? unknownShape(first.reason) : null;
    if (shape) {
      if (state.network.value) relaxStack(model, state, shape, context);
      else buildStack(model, state, shape, null, context);
    }
    if (!state.network.value) return callStack(state, given, context);
  }
  const network = state.network.value;
  if (!network) return abstractCall(model, state, given, context);
  return callNetwork(model, network, given, origin, context, outputOf);
}

/** A Sequential without a graph: its layers one after the other. */
function callStack(state: ModelState, given: Arguments, context: Context): Outcome {
  const stack = state.stack.value;
  if (!stack) return { output: context.unknown('the layers of the model are not known'), refused: false };
  let value = given.positional[0] ?? context.unknown('the model is called without an input');
  for (const layer of stack) {
    if (isInputLayer(layer)) continue;
    value = callQuietly(layer, args([value]), context).output;
  }
  state.built.set(context.heap, true);
  return { output: value, refused: false };
}

function abstractCall(layer: InstanceValue, state: LayerState, given: Arguments, context: Context): Outcome {
  // Keras 2's base layer gives back what it gets.
  if (context.generation !== 'keras3' && !(state instanceof ModelState)) {
    state.built.set(context.heap, true);
    const [first] = given.positional;
    if (first)
      return {
        output: mapStructure(first, (leaf) => (leaf.kind === 'tensor' ? castFor(leaf, state) : leaf)),
        refused: false,
      };
  }
  const refused = failure('invalid-input', `${layer.cls.name} has no \`call\` that says what it gives`, {
    exception: 'NotImplementedError',
  });
  const inputs = flatten(given.positional[0] ?? unknown({ text: '' })).filter(
    (leaf): leaf is TensorValue => leaf.kind === 'tensor',
  );
  const call = { callee: layer.cls.name, instance: layer, inputs };
  return {
    output: context.refuse(refusal(refused, 'call'), context.unknown(`${layer.cls.name} has no \`call\``), call),
    refused: true,
  };
}

/** A class of the program whose `__init__` forgot the base class'. */
function notInitialized(layer: InstanceValue, state: LayerState, context: Context): Value | null {
  if (state.initialized.value) return null;
  const initialize = layer.cls.lookup('__init__');
  // What a decorator that is not known made of it may well call the base class'.
  if (initialize?.kind === 'unknown') {
    return context.unknown(`what \`${layer.cls.name}.__init__\` does is not known`, initialize.reason);
  }
  const refused = failure(
    'invalid-argument',
    `\`${layer.cls.name}.__init__\` does not call \`super().__init__()\`, without which Keras cannot call it`,
    { exception: 'RuntimeError' },
  );
  return context.refuse(refusal(refused, 'call'), context.unknown(`${layer.cls.name} was not initialized`), {
    callee: layer.cls.name,
    instance: layer,
  });
}
