/** Calls of layers that a definition declares. */
import { type LayerState, Weight } from '../../../graph/layer';
import { flatten, mapStructure } from '../../../graph/structure';
import { reason } from '../../../shapes/reason';
import { hasRank, unknownShape } from '../../../shapes/shape';
import type { Arguments } from '../../../values/arguments';
import type { Context } from '../../../values/context';
import { TensorValue } from '../../../values/tensor';
import { type InstanceValue, NONE, unknown, type Value } from '../../../values/value';
import type { Explanation, LayerDefinition, WeightSpec } from '../../define-layer';
import { type Failure, refusal } from '../../failure';
import { type Answer, ask, type CallSettings } from '../../layer-call';
import type { DeclaredState } from '../declared-state';
import { autoName, countWeights, settingsOf } from '../settings';
import { bindInputs, inputGroups } from './inputs';
import {
  castFor,
  isMasked,
  leavesOf,
  makeTensor,
  markMasked,
  maskOf,
  type Origin,
  originOf,
  outputValue,
} from './tensors';

/** What a call gives, before it is entered in a graph and observed. */
export interface Result {
  readonly output: Value;
  /** Set where Keras refuses the call: the output is what goes on all the same. */
  readonly refused: boolean;
  readonly explanation: Explanation | undefined;
}

/** Calls a declared layer, building it when it is not yet. */
export function callDefinition(layer: InstanceValue, state: DeclaredState, given: Arguments, context: Context): Result {
  const { definition } = state;
  const made = state.construction.value;
  if (!made || made.failure) {
    build(layer, state, null, null, context);
    return plain(context.unknown(`the arguments of ${definition.name} are ${made ? 'refused' : 'not known'}`));
  }
  if (given.uncertain) {
    build(layer, state, null, null, context);
    return plain(unknown(given.uncertain));
  }
  const leaves = leavesOf(given);
  const origin = originOf(leaves);
  if (made.later && state.built.value === false) {
    return refuse(made.later, layer, [], context.unknown(`${definition.name} is refused`), context);
  }
  if (definition.evaluate) {
    const evaluated = definition.evaluate(layer, given, context);
    const { output, refused = false, explanation } = 'kind' in evaluated ? { output: evaluated } : evaluated;
    if (state.built.value !== true && !refused) {
      state.built.set(context.heap, true);
      state.builtOutput.set(context.heap, output);
    }
    return { output, refused, explanation };
  }
  const arranged = definition.arrange?.(given) ?? given;
  const bound = 'code' in arranged ? { failure: arranged } : bindInputs(definition, arranged, context.generation);
  if ('kind' in bound) {
    build(layer, state, null, null, context);
    return plain(unknown(bound.reason));
  }
  if ('failure' in bound) {
    const why = reason(`${definition.name} is refused here: ${bound.failure.message}`);
    return refuse(bound.failure, layer, [], makeTensor(origin, unknownShape(why), '?'), context);
  }
  // Keras 2 casts what is in the first argument only.
  const cast = context.generation === 'keras3' ? bound.tensors.length : flatten(bound.first).length;
  const tensors = bound.tensors.map((tensor, i) => (i < cast ? castFor(tensor, state) : tensor));
  const settings = { ...callSettings(state, bound.keywords, context), nesting: bound.nesting };
  const answers = inputGroups(bound, tensors).map((group) => ask(definition, made, group, settings));
  const dense = combined(bound.first, answers, bound.each, origin, context);
  const known = givesSparse(state, origin, context) ? madeOf(dense, { sparse: true }) : dense;
  const output = bound.tensors.some((tensor) => tensor.ragged) ? madeOf(known, { ragged: true }) : known;
  const failed = answers.find((answer) => answer.failure)?.failure;
  if (failed) return refuse(failed, layer, bound.tensors, output, context);
  const first = answers[0];
  if (state.built.value !== true) {
    build(layer, state, first?.weights ?? [], tensors, context);
    state.builtOutput.set(context.heap, output);
  } else if (!state.builtInputs.value && !state.weights.value && first && !made.failure) {
    // It was built on something that is not known: what it takes now, it took then.
    state.builtInputs.set(context.heap, tensors);
    state.weights.set(context.heap, makeWeights(first.weights, state, context));
  }
  if (bound.tensors.some(isMasked) || makesMask(state)) {
    const mask = newMask(state, bound.tensors) ?? passedMask(state, bound.tensors, context);
    markMasked(output, mask ?? context.unknown('masks are not followed'));
  }
  return { output, refused: false, explanation: first?.explanation };
}

/**
 * What Keras 3 believes that a class of the program gives which inherits a declared layer's `compute_output_shape`.
 * Undefined where its `call` is asked instead, or the declared layer would refuse.
 */
export function inheritedOutput(
  layer: InstanceValue,
  state: DeclaredState,
  given: Arguments,
  origin: Origin,
  context: Context,
): Value | undefined {
  const { definition } = state;
  const made = state.construction.value;
  const takesOver = definition.evaluate !== undefined || definition.arrange !== undefined;
  if (!made || made.failure || given.uncertain || takesOver || WITHOUT_SHAPES.test(definition.name)) return undefined;
  const bound = bindInputs(definition, given, context.generation);
  if ('kind' in bound || 'failure' in bound) return undefined;
  const settings = { ...callSettings(state, bound.keywords, context), nesting: bound.nesting };
  const answers = inputGroups(bound, bound.tensors).map((group) => ask(definition, made, group, settings));
  if (answers.some((answer) => answer.failure)) return undefined;
  if (state.built.value !== true) build(layer, state, answers[0]?.weights ?? [], bound.tensors, context);
  return combined(bound.first, answers, bound.each, origin, context);
}

/** Keras 3's layers that have no `compute_output_shape`. */
const WITHOUT_SHAPES = /Cells?$|^(Pipeline|InputLayer)$/;

function plain(output: Value): Result {
  return { output, refused: false, explanation: undefined };
}

function refuse(
  failed: Failure,
  layer: InstanceValue,
  inputs: readonly TensorValue[],
  output: Value,
  context: Context,
): Result {
  const given = context.refuse(refusal(failed, 'call'), output, {
    kind: 'layer',
    callee: layer.cls.name,
    instance: layer,
    inputs,
  });
  return { output: given, refused: true, explanation: undefined };
}

function combined(first: Value, answers: readonly Answer[], each: boolean, origin: Origin, context: Context): Value {
  const values = answers.map((answer) => outputValue(answer.output, answer.dtype, origin, context));
  if (!each) return values[0] as Value;
  let index = 0;
  return mapStructure(first, (leaf) => values[index++] ?? leaf);
}

/** Whether a layer gives sparse tensors: Keras 3 tells of most only when they run (`compute_output_spec`). */
function givesSparse({ definition, args }: DeclaredState, { library }: Origin, { generation }: Context): boolean {
  if (!definition.givesSparse) return false;
  const sparse = args?.get('sparse')?.value;
  const isTold = generation !== 'keras3' || library !== 'keras' || definition.givesSparse === 'symbolic calls too';
  return isTold && sparse?.kind === 'bool' && sparse.value;
}

/** The tensors of an output as sparse ones, or as ragged ones: what a layer makes of those may be as ragged. */
function madeOf(output: Value, parts: { readonly sparse: true } | { readonly ragged: true }): Value {
  return mapStructure(output, (leaf) => {
    if (leaf.kind !== 'tensor') return leaf;
    const { library, symbolic, shape, dtype } = leaf;
    return new TensorValue({ library, symbolic, shape, dtype, ...parts });
  });
}

export function callSettings(
  state: DeclaredState,
  keywords: ReadonlyMap<string, Value>,
  context: Context,
): CallSettings {
  const settings = settingsOf(context);
  return {
    generation: context.generation,
    imageDataFormat: settings.imageDataFormat.value ?? 'channels_last',
    customObjects: settings.customObjects.value,
    dtype: state.policy.value.compute,
    variableDType: state.policy.value.variable,
    keywords,
    learned: state.learned.value,
    built: state.built.value === true ? state.builtInputs.value : null,
  };
}

/** Gives a layer its weights; with none known it counts as built on something that is not known. */
export function build(
  _layer: InstanceValue,
  state: DeclaredState,
  specs: readonly WeightSpec[] | null,
  inputs: readonly TensorValue[] | null,
  context: Context,
): void {
  if (state.built.value === true) return;
  const { heap } = context;
  // One that may have been built before was built for what it takes now, or would refuse it.
  const known = specs !== null;
  state.builtInputs.set(heap, known ? inputs : null);
  const hasWeights = state.definition.weights !== undefined || state.definition.evaluate !== undefined;
  if (known || hasWeights) state.weights.set(heap, known ? makeWeights(specs, state, context) : null);
  state.built.set(heap, true);
  // Keras 2 counts names by graph: what is built symbolically counts in a graph of its own.
  const isCounted = context.generation === 'keras3' || (inputs?.every(({ symbolic }) => !symbolic) ?? false);
  if (isCounted) countLayersInside(state.definition, 'built', context);
}

/** The layers that a layer makes for itself take automatic names. */
export function countLayersInside(
  { makesLayers }: LayerDefinition,
  when: 'constructed' | 'built',
  context: Context,
): void {
  if (makesLayers?.when === when) for (const name of makesLayers.classes) autoName(context, name);
}

export function makeWeights(specs: readonly WeightSpec[], state: LayerState, context: Context): Weight[] {
  countWeights(context, specs.length);
  return specs.map((spec) => {
    const dtype = spec.dtype ?? state.policy.value.variable;
    const made = new Weight(context.heap.identity(), spec.name, spec.shape, dtype, spec.trainable);
    if (spec.trainable && state.trainable.value !== true) made.enabled.set(context.heap, state.trainable.value);
    return made;
  });
}

/** The mask that Masking and `mask_zero` make, where it is certain: one bool for each step. */
export function newMask(state: DeclaredState, [input]: readonly TensorValue[]): Value | null {
  const masking = state.definition.name === 'Masking';
  const flag = state.args?.get('mask_zero')?.value;
  if (!input || (!masking && !(flag?.kind === 'bool' && flag.value))) return null;
  const shape = masking && hasRank(input.shape) ? input.shape.slice(0, -1) : input.shape;
  return new TensorValue({ library: 'tensorflow', symbolic: input.symbolic, shape, dtype: 'bool' });
}

/** Layers that hand on the mask of their input. */
const HANDS_ON =
  /^(Activation|ActivityRegularization|(Alpha|Gaussian|Spatial)?Dropout([123]D)?|GaussianNoise|Dense|(Batch|Group|Layer|Unit)Normalization|(Leaky|P|Thresholded)?ReLU|ELU|Softmax|Identity|Rescaling)$/;

const MERGES = /^(Add|Average|Maximum|Minimum|Multiply|Subtract)$/;

/** Whether a layer hands on the mask of its input as it is. */
export function handsOnMask(state: DeclaredState): boolean {
  return HANDS_ON.test(state.definition.name);
}

/** The mask of the input, or what merging layers make of those of several; null where it is not known. */
function passedMask(state: DeclaredState, inputs: readonly TensorValue[], { generation }: Context): Value | null {
  const own = inputs.map((input) => maskOf(input) ?? NONE);
  if (inputs.length === 1) return handsOnMask(state) ? (own[0] ?? null) : null;
  if (!MERGES.test(state.definition.name)) return null;
  // Keras 3 drops all of them where one is missing.
  if (generation === 'keras3' && own.some(({ kind }) => kind === 'None')) return NONE;
  const masks = own.filter(({ kind }) => kind !== 'None');
  return masks.every(({ kind }) => kind === 'tensor') ? (masks[0] ?? null) : null;
}

/** Whether a layer gives its output a mask: `Masking`, and `Embedding` with `mask_zero`. */
export function makesMask(state: DeclaredState): boolean {
  const flag = state.args?.get('mask_zero')?.value;
  return state.definition.name === 'Masking' || (flag !== undefined && !(flag.kind === 'bool' && !flag.value));
}
