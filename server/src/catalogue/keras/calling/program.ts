/** Calls of layers and models whose `call` the program itself defines. */
import { isLayer, type LayerState, layerState } from '../../../graph/layer';
import { flatten } from '../../../graph/structure';
import { ownedLayers } from '../../../graph/weights';
import { type Arguments, args, type Signature } from '../../../values/arguments';
import type { Context, Generation } from '../../../values/context';
import { DictValue, type InstanceValue, ListValue, NONE, tuple, unknown, type Value } from '../../../values/value';
import { failure, refusal } from '../../failure';
import { describe } from '../../params';
import { shapeOf } from '../../tensorflow/tensor-shape';
import { DeclaredState } from '../declared-state';
import { settingsOf } from '../settings';
import { handsOnMask, inheritedOutput } from './definition';
import { overrides } from './how';
import {
  asBackend,
  isMasked,
  leavesOf,
  makeTensor,
  markMasked,
  maskOf,
  masksIn,
  type Origin,
  originOf,
  shapesIn,
  withOrigin,
} from './tensors';

/** Builds a layer of the program (by its `build`, or the first run of its `call`) and calls it. */
export function callProgram(layer: InstanceValue, state: LayerState, given: Arguments, context: Context): Value {
  const refused = nonTensor(layer, given, context);
  if (refused) return refused;
  const origin = originOf(leavesOf(given));
  const inside = backendArguments(given, state, context.generation);
  buildByProgram(layer, state, inside, context);
  return runCall(layer, state, inside, origin, context);
}

/** Runs the `build` that a class of the program has, before the first call; whose `call` that is makes no difference. */
export function buildByProgram(layer: InstanceValue, state: LayerState, given: Arguments, context: Context): void {
  if (state.built.value !== false || given.uncertain || !overrides(layer.cls, 'build')) return;
  buildFor(layer, state, given, context);
  state.built.set(context.heap, true);
  // One that leaves out the base class' own has made what that would have made.
  const [input, ...others] = leavesOf(given);
  const made = state instanceof DeclaredState && !state.builtInputs.value && state.weights.value;
  if (made && input?.kind === 'tensor' && others.length === 0) state.builtInputs.set(context.heap, [input]);
}

/** What a built layer of the program gives: by its `compute_output_shape` in Keras 3, else by its `call`. */
export function runCall(
  layer: InstanceValue,
  state: LayerState,
  given: Arguments,
  origin: Origin,
  context: Context,
): Value {
  const run = (): Value => invoke(layer, backendArguments(given, state, context.generation), context);
  const own = SPECS.some((name) => overrides(layer.cls, name));
  const believes =
    context.generation === 'keras3' && origin.library === 'keras' && (own || state instanceof DeclaredState);
  // What is inherited builds the layer first.
  const inherited = believes && !own ? declaredOutput(layer, state, given, origin, context) : undefined;
  // Where Keras believes it, it runs `call` at most to build the layer, whatever that raises.
  const ran = !believes ? { value: run() } : isBuiltByCall(layer, state) ? context.attempt(run) : context.aside(run);
  const declared = believes && own ? declaredOutput(layer, state, given, origin, context) : inherited;
  if (state.built.value !== true) state.built.set(context.heap, true);
  if ('error' in ran && !declared) throw ran.error;
  const output = 'error' in ran ? context.unknown(`the \`call\` of ${layer.cls.name} is refused`) : ran.value;
  const result = withOrigin(declared ?? output, origin);
  markOutput(layer, given, state, result, context);
  return result;
}

/** Whether Keras 3 runs `call` once to build what a layer without a `build` owns (`_maybe_build`). */
function isBuiltByCall(layer: InstanceValue, state: LayerState): boolean {
  if (state.built.value === true || state instanceof DeclaredState) return false;
  return ownedLayers(layer)?.some((one) => layerState(one)?.built.value !== true) ?? true;
}

/** Gives the outputs the masks that the layer's own `compute_mask` makes; else they may have those of the inputs. */
function markOutput(layer: InstanceValue, given: Arguments, state: LayerState, output: Value, context: Context): void {
  if (!overrides(layer.cls, 'compute_mask')) {
    if (!leavesOf(given).some((leaf) => leaf.kind === 'tensor' && isMasked(leaf))) return;
    const supports = supportsMasking(layer, state);
    if (supports === false) return;
    const [first] = given.positional;
    const mask = supports && first?.kind === 'tensor' ? maskOf(first) : null;
    markMasked(output, mask ?? context.unknown('masks are not followed'));
    return;
  }
  const first = given.positional[0] ?? [...given.keywords.values()][0] ?? NONE;
  const method = context.attribute(layer, 'compute_mask');
  if (!method) return;
  markMasked(output, context.call(method, args([asBackend(first, state, context.generation), masksIn(first) ?? NONE])));
}

/** Whether a layer without a `compute_mask` hands on masks; undefined where that is not known. */
function supportsMasking(layer: InstanceValue, state: LayerState): boolean | undefined {
  const own = layer.attributes.get('supports_masking') ?? layer.cls.lookup('supports_masking');
  if (own?.kind === 'bool') return own.value;
  if (own && own.kind !== 'property') return undefined;
  return state instanceof DeclaredState ? handsOnMask(state) || undefined : false;
}

function backendArguments(given: Arguments, state: LayerState, generation: Generation): Arguments {
  return {
    positional: given.positional.map((value) => asBackend(value, state, generation)),
    keywords: new Map([...given.keywords].map(([name, value]) => [name, asBackend(value, state, generation)])),
    uncertain: given.uncertain,
  };
}

/** Runs the program's `call`, with `training` and `mask` as Keras fills them in. */
function invoke(layer: InstanceValue, given: Arguments, context: Context): Value {
  const call = context.attribute(layer, 'call');
  if (!call) return context.unknown(`\`${layer.cls.name}\` has no \`call\``);
  const settings = settingsOf(context);
  const outer = settings.training.value;
  const accepted = acceptedBy(describedCall(layer, call), context);
  const keywords = new Map(given.keywords);
  const placed = accepted ? given.positional[accepted.names.indexOf('training')] : undefined;
  let training = placed ?? keywords.get('training') ?? NONE;
  if (accepted && !accepted.has('training')) keywords.delete('training');
  if (training.kind === 'None') training = outer;
  if (!placed && accepted?.has('training')) {
    if (training.kind !== 'None') keywords.set('training', training);
    // Keras 2 always says it: a `call` may ask for it without a default.
    else if (context.generation !== 'keras3' && !accepted.defaults.has('training')) keywords.set('training', NONE);
  }
  fillMask(given, accepted, keywords);
  settings.training.set(context.heap, training);
  try {
    return context.call(call, { positional: given.positional, keywords, uncertain: given.uncertain });
  } finally {
    settings.training.set(context.heap, outer);
  }
}

/** Keras looks at the parameters of `call` in `Layer.__init__`, before an instance can have another. */
function describedCall(layer: InstanceValue, call: Value): Value {
  const own = layer.cls.lookup('call');
  return own?.kind === 'function' ? { kind: 'method', self: layer, function: own } : call;
}

/** Keras passes the mask that the input carries. */
function fillMask(given: Arguments, accepted: Accepted | null, keywords: Map<string, Value>): void {
  if (!accepted?.has('mask') || keywords.has('mask')) return;
  const position = accepted.names.indexOf('mask');
  if (position >= 0 && position < given.positional.length) return;
  const [first] = given.positional;
  const mask = first && masksIn(first);
  if (mask) keywords.set('mask', mask);
}

/** What a `call` takes of what Keras fills in. */
interface Accepted {
  /** Of its parameters, without the instance. */
  readonly names: readonly string[];
  /** Those that have a default. */
  readonly defaults: ReadonlySet<string>;
  has(name: string): boolean;
}

/** Null where the parameters are not known. */
function acceptedBy(method: Value, { generation }: Context): Accepted | null {
  const signature = signatureOf(method, generation);
  if (!signature) return null;
  const { parameters } = signature;
  const names = parameters.map(({ name }) => name);
  const defaults = new Set(parameters.flatMap((one) => (one.default === null ? [] : [one.name])));
  // Keras 2 counts `**kwargs` as taking both.
  const takesAll = generation !== 'keras3' && parameters.some(({ kind }) => kind === 'var-keyword');
  return { names, defaults, has: (name) => takesAll || names.includes(name) };
}

/** The signature of a bound method, without the instance. */
function signatureOf(method: Value, generation: Generation): Signature | null {
  if (method.kind === 'function') return method.signature;
  if (method.kind === 'native') return method.signature ?? method.inspected?.(generation) ?? null;
  if (method.kind !== 'method') return null;
  const signature = signatureOf(method.function, generation);
  return signature && { parameters: signature.parameters.slice(1) };
}

/**
 * Calls the program's `build` with the shapes of the arguments: of the first one, or in Keras 3, for a
 * `build` of several parameters, of those whose names it has (`query_shape` for `query`).
 */
function buildFor(layer: InstanceValue, state: LayerState, given: Arguments, context: Context): void {
  const build = context.attribute(layer, 'build');
  if (!build) return;
  const shapes = shapeArguments(layer, build, given, context);
  const [first] = shapes.positional;
  if (first) state.buildShape.set(context.heap, first);
  context.call(build, shapes);
}

/** Shapes as the arguments of `build` or `compute_output_shape`. */
function shapeArguments(layer: InstanceValue, method: Value, given: Arguments, context: Context): Arguments {
  const { generation } = context;
  const shapeOfArgument = (value: Value): Value => shapesIn(value, generation);
  const first = given.positional[0] ?? [...given.keywords.values()][0] ?? NONE;
  const names = signatureOf(method, generation)?.parameters.filter(({ kind }) => !kind.startsWith('var')) ?? [];
  if (generation !== 'keras3' || names.length < 2) return args([shapeOfArgument(first)]);
  const call = context.attribute(layer, 'call');
  const callNames = (call && signatureOf(call, generation)?.parameters.map(({ name }) => name)) ?? [];
  const keywords = names.flatMap(({ name }): [string, Value][] => {
    const argument = name.replace(/_shape$/, '');
    const at = callNames.indexOf(argument);
    const value = given.keywords.get(argument) ?? (at >= 0 ? given.positional[at] : undefined);
    return value ? [[name, shapeOfArgument(value)]] : [];
  });
  return args([], keywords);
}

/** By one of these Keras 3 is told what a layer gives. */
const SPECS = ['compute_output_spec', 'compute_output_shape'];

/** Keras 3 believes a `compute_output_spec` of the program's, and a `compute_output_shape`, the program's or an inherited one. Undefined where it gives no shape. */
function declaredOutput(
  layer: InstanceValue,
  state: LayerState,
  given: Arguments,
  origin: Origin,
  context: Context,
): Value | undefined {
  if (overrides(layer.cls, 'compute_output_spec')) {
    const spec = context.attribute(layer, 'compute_output_spec');
    const positional = given.positional.map((value) => withOrigin(value, origin));
    const keywords = new Map([...given.keywords].map(([name, value]) => [name, withOrigin(value, origin)]));
    return spec && context.call(spec, { positional, keywords, uncertain: given.uncertain });
  }
  if (!overrides(layer.cls, 'compute_output_shape')) {
    return state instanceof DeclaredState ? inheritedOutput(layer, state, given, origin, context) : undefined;
  }
  const method = context.attribute(layer, 'compute_output_shape');
  if (!method) return undefined;
  return tensorsOf(context.call(method, shapeArguments(layer, method, given, context)), state, origin);
}

/** Shapes made tensors: a tuple of ints is one, other tuples, lists and dicts hold several (`map_shape_structure`). */
function tensorsOf(shapes: Value, state: LayerState, origin: Origin): Value {
  if (shapes.kind === 'unknown') return shapes;
  const shape = shapeOf(shapes);
  const holdsSizes = shapes.kind !== 'list' || shapes.items.every((item) => item.kind !== 'unknown');
  if (shape && holdsSizes) return makeTensor(origin, shape, state.policy.value.compute);
  if (shapes.kind === 'tuple') return tuple(shapes.items.map((item) => tensorsOf(item, state, origin)));
  if (shapes.kind === 'list') return new ListValue(shapes.items.map((item) => tensorsOf(item, state, origin)));
  if (shapes.kind === 'dict' && !shapes.uncertain) {
    const entries = [...shapes.entries].map(
      ([hash, { key, value }]) => [hash, { key, value: tensorsOf(value, state, origin) }] as const,
    );
    return new DictValue(entries, { cls: shapes.cls });
  }
  return unknown({ text: `\`compute_output_shape\` gives ${describe(shapes)}` });
}

/** Keras 3 takes nothing but tensors by position. */
function nonTensor(layer: InstanceValue, given: Arguments, context: Context): Value | null {
  if (context.generation !== 'keras3') return null;
  for (const value of given.positional) {
    for (const leaf of flatten(value)) {
      const taken = leaf.kind === 'tensor' || leaf.kind === 'None' || leaf.kind === 'unknown';
      const open = leaf.kind === 'list' || leaf.kind === 'dict' || (leaf.kind === 'instance' && !isLayer(leaf));
      if (taken || open) continue;
      const message = `${layer.cls.name} is called on ${describe(leaf)} by position, where only tensors may stand: pass it by keyword`;
      const refused = refusal(failure('invalid-input', message), 'call');
      const why = context.unknown(`the call of ${layer.cls.name} is refused`);
      return context.refuse(refused, why, { kind: 'layer', callee: layer.cls.name, instance: layer, inputs: [] });
    }
  }
  return null;
}
