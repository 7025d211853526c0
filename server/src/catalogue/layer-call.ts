/**
 * Asks a layer's definition: binds and reads arguments, checks, and takes outputs and weights.
 *
 * Where a flag or a choice is not known, the definition is asked once for each possible reading and
 * the answers are joined: what all agree on is known, and only what all refuse is refused.
 */
import type { Dimension } from '../shapes/dimension';
import { isDynamic, isKnown, surelyDiffer, unknownDimension } from '../shapes/dimension';
import type { DType } from '../shapes/dtype';
import { type Reason, reason } from '../shapes/reason';
import { formatShape, hasRank, joinShapes, type Shape, unknownShape } from '../shapes/shape';
import type { Arguments } from '../values/arguments';
import { type BoundArgument, bind, type Signature, type SignatureParameter } from '../values/arguments';
import type { Generation } from '../values/context';
import { onceFor } from '../values/once';
import { TensorValue } from '../values/tensor';
import type { Value } from '../values/value';
import type {
  ConstructQuestion,
  Explanation,
  InputSpec,
  InputView,
  LayerDefinition,
  LayerQuestion,
  Learned,
  Nesting,
  Output,
  OutputTensor,
  WeightSpec,
} from './define-layer';
import { type Failure, failure, firstFailure } from './failure';
import { unfitInitializer } from './keras/initializers';
import { type Param, type ParamTable, type ReadContext, withoutOpenNumbers } from './params';

/** A constructor's arguments, read. Unknown flags and choices make several readings. */
export interface Construction {
  readonly bound: ReadonlyMap<string, BoundArgument>;
  /** Keywords that went to the base class: `name`, `dtype`, `trainable`, `input_shape`. */
  readonly base: ReadonlyMap<string, Value>;
  readonly readings: readonly Readonly<Record<string, unknown>>[];
  readonly failure: Failure | null;
  /** What building the layer will refuse, though the constructor took it. */
  readonly later: Failure | null;
}

export interface Settings {
  readonly generation: Generation;
  readonly imageDataFormat: 'channels_last' | 'channels_first';
  /** Whether the program gives names to objects of its own: a name that is not Keras' then passes. */
  readonly customObjects?: boolean;
}

/** Readings of unknown arguments are multiplied out to at most this many. */
const MOST_READINGS = 64;

export const signatureOf: (definition: LayerDefinition) => Signature = onceFor(readSignature);

function readSignature(definition: LayerDefinition): Signature {
  const parameters: SignatureParameter[] = Object.entries(definition.params).map(([name, param]) => ({
    name,
    kind: param.kind === 'keyword' || param.kind === 'kwargs' ? 'keyword-only' : 'positional',
    default: param.default,
  }));
  if (definition.takesBaseKeywords !== false) parameters.push({ name: 'kwargs', kind: 'var-keyword', default: null });
  return { parameters };
}

/** Keras 2 lets `kernel_layout=` through where there is a `kernel_initializer` (`allow_initializer_layout`). */
function isLayout(name: string, { params }: LayerDefinition, { generation }: Settings): boolean {
  return generation !== 'keras3' && name.endsWith('_layout') && name.replace('_layout', '_initializer') in params;
}

export function construct(
  definition: LayerDefinition,
  given: Arguments,
  settings: Settings,
  baseKeywords: ReadonlySet<string>,
): Construction {
  const binding = bind(signatureOf(definition), given);
  const { bound, varKeyword: base } = binding;
  const rejected = (failed: Failure): Construction => ({ bound, base, readings: [], failure: failed, later: null });
  if (binding.problem) {
    return rejected(
      failure('invalid-argument', `${definition.name} ${binding.problem.message}`, {
        exception: 'TypeError',
        facts: { names: binding.problem.names, problem: binding.problem.kind },
      }),
    );
  }
  const unexpected =
    definition.takesBaseKeywords === 'any'
      ? []
      : [...base.keys()].filter((name) => !baseKeywords.has(name) && !isLayout(name, definition, settings));
  if (unexpected.length > 0) {
    return rejected(
      failure('invalid-argument', `${definition.name} has no argument \`${unexpected.join('`, `')}\``, {
        parameter: unexpected[0] as string,
        facts: { names: unexpected, problem: 'unexpected' },
      }),
    );
  }
  const read = readArguments(definition.name, definition.params, bound, binding.uncertain, settings);
  if ('failure' in read) return rejected(read.failure);
  const checked = read.readings.map((args) => {
    const question: ConstructQuestion<never> = {
      callee: definition.name,
      args: args as never,
      written: writtenIn(bound),
      ...settings,
    };
    return definition.construct ? firstFailure(definition.construct(question)) : null;
  });
  const passing = read.readings.filter((_, i) => checked[i] === null);
  if (passing.length === 0) return rejected(checked[0] as Failure);
  return { bound, base, readings: passing, failure: null, later: read.later };
}

export function writtenIn(bound: ReadonlyMap<string, BoundArgument>): (parameter: string) => boolean {
  return (parameter) => (bound.get(parameter)?.source.from ?? 'default') !== 'default';
}

function readArguments(
  callee: string,
  params: ParamTable,
  bound: ReadonlyMap<string, BoundArgument>,
  uncertain: Reason | null,
  settings: Settings,
): { readings: Record<string, unknown>[]; later: Failure | null } | { failure: Failure } {
  const defaults = defaultReadings(params, settings);
  let readings: Record<string, unknown>[] = [{ ...defaults.reading }];
  let later: Failure | null = null;
  for (const { parameter, param, isRead } of defaults.parameters) {
    const argument = bound.get(parameter);
    const isDefault = argument?.source.from === 'default';
    if (isDefault && isRead && !uncertain) continue;
    const value: Value = !argument
      ? { kind: 'unknown', reason: uncertain ?? reason(`\`${parameter}\` is not given`) }
      : uncertain && isDefault
        ? { kind: 'unknown', reason: uncertain }
        : withoutOpenNumbers(argument.value);
    const next: Record<string, unknown>[] = [];
    for (const reading of readings) {
      if (value.kind === 'unknown' && param.possible) {
        for (const one of param.possible) next.push({ ...reading, [parameter]: one });
        continue;
      }
      const result = param.read(value, contextOf(callee, parameter, reading, settings));
      if ('failure' in result) return { failure: tellingNone(result.failure, argument) };
      later ??= result.later ? tellingNone(result.later, argument) : null;
      if (readings.length === 1) {
        // By far the most: one reading, which is nobody else's yet.
        reading[parameter] = result.value;
        next.push(reading);
      } else next.push({ ...reading, [parameter]: result.value });
    }
    readings = next.length > MOST_READINGS + 1 ? next.slice(0, MOST_READINGS + 1) : next;
  }
  return { readings, later };
}

function contextOf(
  callee: string,
  parameter: string,
  earlier: Readonly<Record<string, unknown>>,
  { imageDataFormat, generation, customObjects = false }: Settings,
): ReadContext {
  return { callee, parameter, earlier, imageDataFormat, generation, customObjects };
}

/** How a layer's defaults are read: the same for all calls, unless they follow other arguments or are refused. */
interface DefaultReadings {
  /** Of the parameters that are `isRead`; of the others undefined, so that all readings have one form. */
  readonly reading: Readonly<Record<string, unknown>>;
  readonly parameters: readonly {
    readonly parameter: string;
    readonly param: Param<unknown>;
    readonly isRead: boolean;
  }[];
}

const readDefaults = onceFor((_params: ParamTable) => new Map<string, DefaultReadings>());

function defaultReadings(params: ParamTable, settings: Settings): DefaultReadings {
  const known = readDefaults(params);
  const key = `${settings.generation} ${settings.imageDataFormat} ${settings.customObjects ?? false}`;
  let found = known.get(key);
  if (!found) {
    found = readTheDefaults(params, settings);
    known.set(key, found);
  }
  return found;
}

function readTheDefaults(params: ParamTable, settings: Settings): DefaultReadings {
  const reading: Record<string, unknown> = {};
  const parameters = Object.entries(params).map(([parameter, param]) => {
    const value = defaultReading(parameter, param, settings);
    reading[parameter] = value?.read;
    return { parameter, param, isRead: value !== null };
  });
  return { reading, parameters };
}

/** Thrown where a default looks at other arguments. */
const FOLLOWS: unique symbol = Symbol('follows');

function defaultReading(
  parameter: string,
  param: Param<unknown>,
  settings: Settings,
): { readonly read: unknown } | null {
  if (param.default === null) return null;
  const context: ReadContext = {
    ...contextOf('', parameter, {}, settings),
    get earlier(): never {
      throw FOLLOWS;
    },
  };
  try {
    const result = param.read(withoutOpenNumbers(param.default), context);
    return 'failure' in result || result.later ? null : { read: result.value };
  } catch (thrown) {
    if (thrown === FOLLOWS) return null;
    throw thrown;
  }
}

/** With the place of the argument in the call where None is refused: it may be the default of what calls it. */
function tellingNone(failed: Failure, argument: BoundArgument | undefined): Failure {
  return argument?.value.kind === 'None' ? { ...failed, facts: { ...failed.facts, none: argument } } : failed;
}

/** What a call gives, or why it is refused. `weights` is null where their shapes depend on what is not known. */
export interface Answer {
  readonly output: Output;
  /** Element type of outputs whose shape comes bare. */
  readonly dtype: DType;
  readonly weights: readonly WeightSpec[];
  readonly failure: Failure | null;
  readonly explanation: Explanation;
}

export interface CallSettings extends Settings {
  readonly dtype: DType;
  /** What the layer's variables are; as `dtype` where left out. */
  readonly variableDType?: DType;
  readonly keywords: ReadonlyMap<string, Value>;
  /** The inputs of the call that built the layer, where this is a later one: weights and input spec are theirs. */
  readonly built?: readonly TensorValue[] | null;
  /** How the tensors nest, for layers that take `nested` inputs. */
  readonly nesting?: Nesting | undefined;
  /** What `adapt` made of the layer. */
  readonly learned?: Learned | null;
  /** Whether only `build` runs, which Keras calls without a look at the input spec. */
  readonly onlyBuilds?: boolean;
}

/**
 * The outcome of calling a layer on tensors. On a failure the output is what the rule gives
 * all the same when it can (with its offending sizes unknown), else of unknown rank.
 */
export function ask(
  definition: LayerDefinition,
  made: Construction,
  tensors: readonly TensorValue[],
  settings: CallSettings,
): Answer {
  const blind = tensors.find((tensor) => !hasRank(tensor.shape));
  if (blind && !hasRank(blind.shape)) {
    const weights = definition.weights ? unknownWeights(blind.shape.reason) : [];
    return { ...nothing(unknownShape(blind.shape.reason)), weights };
  }
  if (made.readings.length > MOST_READINGS)
    return nothing(unknownShape(reason(`too many arguments of ${definition.name} are not known`)));
  const answers = made.readings.map((args) => askOnce(definition, args, made, tensors, settings));
  const passing = answers.filter((answer) => !answer.failure);
  if (passing.length === 0) return answers[0] ?? nothing(unknownShape(reason(`${definition.name} was refused`)));
  return passing.reduce((a, b) => joinAnswers(a, b, definition.name));
}

function askOnce(
  definition: LayerDefinition,
  args: Readonly<Record<string, unknown>>,
  made: Construction,
  tensors: readonly TensorValue[],
  settings: CallSettings,
): Answer {
  const channelsFirst = (args.data_format ?? 'channels_last') === 'channels_first';
  const builtOn = settings.built?.every((tensor) => hasRank(tensor.shape))
    ? settings.built.map((tensor) => viewOf(tensor, channelsFirst))
    : null;
  const questionOn = (on: readonly TensorValue[]): LayerQuestion<never> => {
    const inputs = on.map((tensor) => viewOf(tensor, channelsFirst));
    return {
      callee: definition.name,
      args: args as never,
      written: writtenIn(made.bound),
      input: inputs[0] as InputView,
      inputs,
      builtOn,
      autocast: !isFalse(made.base.get('autocast')),
      ...settings,
      learned: settings.learned ?? null,
    };
  };
  const question = questionOn(tensors);
  // A layer that was built on a shape of unknown rank has weights that nothing is known of.
  const blind = settings.built?.find((tensor) => !hasRank(tensor.shape));
  const building = !settings.built ? question : blind ? null : questionOn(settings.built);
  const early = typeof definition.input === 'function' ? definition.input(question) : definition.input;
  const spec = (settings.built && building && definition.builtInput?.(building, question)) || early;
  const failed =
    (spec &&
      !(settings.onlyBuilds && definition.buildsAnyRank) &&
      checkSpec(definition.name, spec, listed(definition, question, settings, channelsFirst))) ||
    made.later ||
    (!settings.built && definition.build ? firstFailure(definition.build(question)) : null);
  if (failed) return { ...nothing(fallbackShape(definition, question, failed)), failure: failed };
  const weights = building
    ? (definition.weights?.(building) ?? [])
    : unknownWeights(reason(`${definition.name} was built on an input of unknown rank`));
  const refused =
    (!settings.built && refusedWeights(definition.name, weights, settings.variableDType ?? settings.dtype)) ||
    (definition.requires ? firstFailure(definition.requires(question)) : null);
  if (refused) return { ...nothing(fallbackShape(definition, question, refused)), failure: refused };
  return {
    output: definition.output(question),
    dtype: definition.outputDType?.(question) ?? settings.dtype,
    weights,
    failure: null,
    explanation: definition.explain?.(question) ?? {},
  };
}

/** A list is held to the input spec item by item, before it is stacked. */
function listed(
  definition: LayerDefinition,
  { inputs, nesting }: LayerQuestion<never>,
  settings: CallSettings,
  channelsFirst: boolean,
): readonly InputView[] {
  if (definition.takes !== 'stacked' || typeof nesting !== 'object' || settings.generation === 'keras3') return inputs;
  return inputs.map(({ tensor, shape, dtype }) =>
    viewOf(
      new TensorValue({ library: tensor.library, symbolic: tensor.symbolic, shape: shape.slice(1), dtype }),
      channelsFirst,
    ),
  );
}

function isFalse(value: Value | undefined): boolean {
  return value?.kind === 'bool' && !value.value;
}

function unknownWeights(why: Reason): readonly WeightSpec[] {
  return [{ name: 'unknown', shape: [unknownDimension(why)], trainable: true }];
}

function refusedWeights(callee: string, weights: readonly WeightSpec[], dtype: DType): Failure | null {
  return impossibleWeight(callee, weights) ?? unfitInitializer(callee, weights, dtype);
}

/** Keras makes no variable whose shape holds a None or a negative size (`standardize_shape`). */
function impossibleWeight(callee: string, weights: readonly WeightSpec[]): Failure | null {
  for (const { name, shape } of weights) {
    const undefinedSize = shape.some(isDynamic);
    if (!undefinedSize && !shape.some((size) => isKnown(size) && size < 0)) continue;
    const wanted = undefinedSize ? 'a number' : 'at least 0';
    return failure(
      undefinedSize ? 'undefined-weight-shape' : 'invalid-argument',
      `the weight \`${name}\` of ${callee} would have the shape ${formatShape(shape)}, and every size of a weight must be ${wanted}`,
      { facts: { weight: name } },
    );
  }
  return null;
}

/** The shape that goes on behind a refused call: its rank where the rule can tell, with unknown sizes where they are at fault. */
function fallbackShape(definition: LayerDefinition, question: LayerQuestion<never>, failed: Failure): Shape {
  const why = reason(`${definition.name} is refused here: ${failed.message}`);
  const rankFailed = failed.code === 'wrong-rank' || failed.code === 'incompatible-merge';
  if (rankFailed || definition.takes === 'list') return unknownShape(why);
  const output = definition.output(question);
  if (!isShape(output) || !hasRank(output)) return unknownShape(why);
  return output.map((d) => (isKnown(d) && !(Number.isInteger(d) && d > 0) ? unknownDimension(why) : d));
}

function nothing(output: Output, dtype: DType = '?'): Answer {
  return { output, dtype, weights: [], failure: null, explanation: {} };
}

function viewOf(tensor: TensorValue, channelsFirst: boolean): InputView {
  const shape = tensor.shape as readonly Dimension[];
  const rank = shape.length;
  return {
    shape,
    rank,
    dtype: tensor.dtype,
    batch: shape[0] as Dimension,
    spatial: channelsFirst ? shape.slice(2) : shape.slice(1, -1),
    channels: (channelsFirst ? shape[1] : shape[rank - 1]) as Dimension,
    channelsFirst,
    tensor,
    with: ({ batch = shape[0] as Dimension, spatial, channels }) => {
      const inner = spatial ?? (channelsFirst ? shape.slice(2) : shape.slice(1, -1));
      const depth = channels ?? ((channelsFirst ? shape[1] : shape[rank - 1]) as Dimension);
      return channelsFirst ? [batch, depth, ...inner] : [batch, ...inner, depth];
    },
  };
}

function checkSpec(callee: string, spec: InputSpec, inputs: readonly InputView[]): Failure | null {
  for (const [index, { rank, shape }] of inputs.entries()) {
    const least = spec.rank ?? spec.minRank ?? 0;
    const most = spec.rank ?? spec.maxRank ?? Number.POSITIVE_INFINITY;
    if (rank < least || rank > most) {
      const wanted = spec.rank !== undefined ? `${spec.rank}` : rank < least ? `at least ${least}` : `at most ${most}`;
      return failure('wrong-rank', `${callee} takes an input of ${wanted} dimensions, and this one has ${rank}`, {
        inputs: [index],
        facts: { expected: spec.rank ?? (rank < least ? least : most), actual: rank },
      });
    }
    for (const [axis, size] of Object.entries(spec.axes ?? {})) {
      const at = shape[Number(axis) < 0 ? rank + Number(axis) : Number(axis)];
      if (at !== undefined && surelyDiffer(at, size)) {
        return failure(
          'incompatible-shapes',
          `${callee} was built for size ${size} on axis ${axis}, and this input has ${at}`,
          {
            inputs: [index],
            facts: { expected: size, actual: at, axis: Number(axis) },
          },
        );
      }
    }
  }
  return null;
}

export function isShape(output: Output): output is Shape {
  return Array.isArray(output) || (typeof output === 'object' && 'kind' in output);
}

function isTensor(output: Output): output is OutputTensor {
  return typeof output === 'object' && 'dtype' in output;
}

function joinAnswers(a: Answer, b: Answer, callee: string): Answer {
  const why = reason(`it depends on an argument of ${callee} that is not known`);
  const sameWeights =
    a.weights.length === b.weights.length &&
    a.weights.every((w, i) => {
      const other = b.weights[i] as WeightSpec;
      return w.name === other.name && w.trainable === other.trainable && w.shape.length === other.shape.length;
    });
  return {
    output: joinOutputs(a.output, b.output, why),
    dtype: a.dtype === b.dtype ? a.dtype : '?',
    weights: sameWeights
      ? a.weights.map((w, i) => ({
          ...w,
          shape: joinShapes(w.shape, (b.weights[i] as WeightSpec).shape, why) as readonly Dimension[],
        }))
      : unknownWeights(why),
    failure: null,
    explanation: a.explanation,
  };
}

export function joinOutputs(a: Output, b: Output, why: Reason): Output {
  if (isShape(a) && isShape(b)) return joinShapes(a, b, why);
  if (isTensor(a) && isTensor(b) && a.sparse === b.sparse)
    return {
      ...a,
      shape: joinShapes(a.shape, b.shape, why),
      dtype: a.dtype === b.dtype ? a.dtype : '?',
    };
  if (
    'items' in a &&
    'items' in b &&
    a.type === b.type &&
    Array.isArray(a.items) &&
    Array.isArray(b.items) &&
    a.items.length === b.items.length
  ) {
    const others = b.items as readonly Output[];
    return {
      type: a.type as 'tuple',
      items: (a.items as readonly Output[]).map((item, i) => joinOutputs(item, others[i] as Output, why)),
    };
  }
  return unknownShape(why);
}
