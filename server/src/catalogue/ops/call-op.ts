/**
 * Calls an op: binds and reads its arguments, finds out whether Keras or TensorFlow works, asks the
 * definition, and makes tensors of the answer.
 */
import { Node } from '../../graph/node';
import { flatten } from '../../graph/structure';
import { isKnown, product } from '../../shapes/dimension';
import { ShapeProblem } from '../../shapes/problem';
import { type Reason, reason } from '../../shapes/reason';
import { formatShape, hasRank, unknownShape } from '../../shapes/shape';
import { type Arguments, type Binding, bind, type Signature, type SignatureParameter } from '../../values/arguments';
import type { Context, Generation } from '../../values/context';
import { Cell } from '../../values/heap';
import { onceFor } from '../../values/once';
import { type Element, TensorValue } from '../../values/tensor';
import { type ListValue, type NativeFunction, tuple, unknown, type Value } from '../../values/value';
import type { Explanation, Output } from '../define-layer';
import { type Failure, failure, refusal } from '../failure';
import { type Origin, outputValue } from '../keras/calling/tensors';
import { enterOperation, opOperation } from '../keras/op-layer';
import { settingsOf } from '../keras/settings';
import { isShape, joinOutputs } from '../layer-call';
import { nativeFunction } from '../native';
import { isUnknownArgument } from '../params';
import { mixesLikeNumpy } from '../tensorflow/numpy-behavior';
import type { OpDefinition, OpMode, OpQuestion } from './define-op';
import { layerName } from './graph-layers';
import { NotKnown, Operand } from './operand';
import type { OpParam, OpParams } from './params';

/** More for the hover of an op. */
export interface OpDetails extends Explanation {
  readonly op: OpDefinition;
}

/** The Python function of an op, under one of its names. */
export function opFunction(definition: OpDefinition, name = definition.name): NativeFunction {
  const made = nativeFunction(
    name,
    () => signatureOfOp(definition),
    (given, context) => callOp(definition, given, context, name),
  );
  functions.set(made, definition);
  return made;
}

/** The op behind each function: fixed when it is made. */
const functions = new WeakMap<NativeFunction, OpDefinition>();

export function opOf(value: NativeFunction): OpDefinition | undefined {
  return functions.get(value);
}

export const signatureOfOp: (definition: OpDefinition) => Signature = onceFor(readSignature);

function readSignature(definition: OpDefinition): Signature {
  const parameters = Object.entries(definition.params).map(
    ([name, param]): SignatureParameter => ({
      name,
      kind: param.kind === 'keyword' || param.kind === 'kwargs' ? 'keyword-only' : (param.kind ?? 'positional'),
      default: param.default,
    }),
  );
  // Keywords behind `*args` can be given by name only.
  const rest = parameters.findIndex((parameter) => parameter.kind === 'var-positional');
  return {
    parameters: parameters.map((parameter, i) =>
      rest >= 0 && i > rest && parameter.kind === 'positional' ? { ...parameter, kind: 'keyword-only' } : parameter,
    ),
  };
}

/** Steps of the budget that a call takes. */
const STEPS = 10;

/** Calls an op: enters it in the graph where it is symbolic, and tells the trace. */
export function callOp(
  definition: OpDefinition,
  given: Arguments,
  context: Context,
  callee: string = definition.name,
): Value {
  const leaves = [...given.positional, ...given.keywords.values()].flatMap(flatten);
  const inputs = leaves.filter((leaf): leaf is TensorValue => leaf.kind === 'tensor');
  const { output: found, origin, failure: failed, details } = outcome(definition, given, context, callee);
  const entered =
    origin.library === 'keras' ? enter(definition, given, leaves, found, context) : { output: found, node: null };
  const { output, node } = entered;
  if (failed) {
    return context.refuse(refusal(failed, 'call'), output, { kind: 'op', callee, instance: null, inputs });
  }
  if (definition.owner === 'numpy') return output;
  const made = flatten(output);
  if (made.some((leaf) => leaf.kind === 'tensor') && made.every((leaf) => leaf.kind !== 'unknown')) {
    context.observe({ kind: 'op', callee, instance: null, output, inputs, producer: node, parameters: null, details });
  }
  return output;
}

/** What an op gives, with no part in a graph and no word to the trace. */
export function runOp(definition: OpDefinition, given: Arguments, context: Context): Value {
  const { output, failure: failed } = outcome(definition, given, context, definition.name);
  return failed ? context.refuse(refusal(failed, 'call'), output) : output;
}

interface Outcome {
  readonly output: Value;
  readonly origin: Origin;
  readonly failure: Failure | null;
  readonly details: OpDetails;
}

function outcome(definition: OpDefinition, given: Arguments, context: Context, callee: string): Outcome {
  context.spend(STEPS);
  const found = judged(definition, withNamesOfNow(definition, given, context), context, callee);
  const isMixture = found.failure?.code === 'incompatible-dtypes' && definition.owner === 'tensorflow';
  if (!isMixture || !mixesLikeNumpy(context)) return found;
  return { ...found, failure: null, output: context.unknown('what element types mix to as in numpy is not followed') };
}

function withNamesOfNow({ formerly }: OpDefinition, given: Arguments, { generation }: Context): Arguments {
  if (!formerly || generation === 'keras3') return given;
  return { ...given, keywords: new Map([...given.keywords].map(([name, value]) => [formerly[name] ?? name, value])) };
}

function judged(definition: OpDefinition, given: Arguments, context: Context, callee: string): Outcome {
  const binding = bind(signatureOfOp(definition), given);
  const answer = ask(definition, binding, callee, context);
  const details = { formulas: answer.formulas, op: definition };
  if (!answer.question || !definition.evaluate) {
    return { output: outputOf(answer, context), origin: answer.origin, failure: answer.failure, details };
  }
  try {
    const output = definition.evaluate({ ...answer.question, given, context } as never);
    for (const leaf of flatten(output))
      if (leaf.kind === 'tensor') checkSizes(leaf.shape, answer.question as OpQuestion<never>);
    return { output, origin: answer.origin, failure: null, details };
  } catch (thrown) {
    const told = answerTo(thrown, callee, (more) => ({ ...answer, ...more }));
    return {
      output: outputOf({ ...told, output: null }, context),
      origin: answer.origin,
      failure: told.failure,
      details,
    };
  }
}

function outputOf(answer: Answer, context: Context): Value {
  if (answer.output === null) return unknown(answer.reason ?? reason('the result is not known'));
  const { origin } = answer;
  const value = outputValue(answer.output, '?', origin, context);
  const { elements, memory, classes } = answer;
  const written = origin.library === 'numpy' ? (memory ?? new Cell<boolean>(false, (a, b) => a || b)) : null;
  if (value.kind === 'list' && elements) return withElements(value, elements, written, context);
  if (value.kind !== 'tensor' || (!elements && !memory && !classes)) return value;
  if (origin.library === 'keras' && context.generation === 'keras3') return value;
  return new TensorValue({ ...origin, shape: value.shape, dtype: value.dtype, data: elements, written, classes });
}

/** Several outputs, whose elements come one output after the other. */
function withElements(
  outputs: ListValue,
  elements: readonly Element[],
  written: Cell<boolean> | null,
  context: Context,
): Value {
  const parts: Value[] = [];
  let at = 0;
  for (const part of outputs.items) {
    const count = part.kind === 'tensor' && hasRank(part.shape) ? product(part.shape) : null;
    if (part.kind !== 'tensor' || typeof count !== 'number') return outputs;
    const { library, symbolic, shape, dtype } = part;
    parts.push(new TensorValue({ library, symbolic, shape, dtype, data: elements.slice(at, at + count), written }));
    at += count;
  }
  if (at === elements.length) outputs.replace(context.heap, parts);
  return outputs;
}

/** Ops that Keras does not enter in the graph (`operation` null) give plain values. */
function enter(
  definition: OpDefinition,
  given: Arguments,
  leaves: readonly Value[],
  output: Value,
  context: Context,
): { readonly output: Value; readonly node: Node | null } {
  const { operation } = definition;
  if (operation === null || output.kind === 'unknown') return { output, node: null };
  const parts = context.generation === 'keras3' ? null : enterParts(definition, given, output, context);
  if (parts) return parts;
  const name = layerName(definition, output);
  const tfName = `tf.${name ?? definition.name}`;
  const inputs = leaves.filter((leaf) => leaf.kind === 'tensor');
  const own = opOperation(operation, tfName, (again, there) => runOp(definition, again, there), inputs, context);
  const open = leaves.find((leaf) => leaf.kind === 'unknown');
  const several = name === null && context.generation !== 'keras3';
  const why =
    open?.kind === 'unknown'
      ? open.reason
      : (given.uncertain ?? (several ? reason(`Keras 2 makes several layers of ${definition.name}`) : null));
  const symbolic = leaves.filter((leaf): leaf is TensorValue => leaf.kind === 'tensor' && leaf.library === 'keras');
  return enterOperation(own, given, symbolic, output, why, context);
}

/** Enters what a call is made of, where that is known; null where it is one layer, or its parts are not known. */
function enterParts(
  definition: OpDefinition,
  given: Arguments,
  output: Value,
  context: Context,
): { readonly output: Value; readonly node: Node | null } | null {
  const { layers } = definition;
  if (typeof layers !== 'object' || given.uncertain) return null;
  const binding = bind(signatureOfOp(definition), given);
  if (binding.problem) return null;
  const args = new Map([...binding.bound].map(([name, { value }]) => [name, value]));
  if ([...args.values()].some((value) => value.kind === 'unknown')) return null;
  const entered = layers.several(args, (part, handed) => enterPart(part, handed, context), context, output);
  if (!entered) return null;
  const [last] = flatten(entered).slice(-1);
  const producer = last?.kind === 'tensor' ? last.producer : null;
  return { output: entered, node: producer instanceof Node ? producer : null };
}

/** A call within another function: entered where it is symbolic, and the trace is not told. */
function enterPart(definition: OpDefinition, given: Arguments, context: Context): Value {
  const { output, origin, failure: failed } = outcome(definition, given, context, definition.name);
  if (failed || origin.library !== 'keras') return output;
  const leaves = [...given.positional, ...given.keywords.values()].flatMap(flatten);
  return enter(definition, given, leaves, output, context).output;
}

interface Answer {
  readonly origin: Origin;
  /** Null where not even the structure of the result is known. */
  readonly output: Output | null;
  readonly reason: Reason | null;
  readonly failure: Failure | null;
  readonly formulas: readonly string[];
  readonly elements: readonly Element[] | null;
  /** The memory that an array shares with an argument. */
  readonly memory?: Cell<boolean> | null;
  readonly classes?: number | null;
  /** For ops that take over: what they are asked. */
  readonly question?: OpQuestion<unknown>;
}

type Reading = Readonly<Record<string, unknown>>;

/** Readings of unknown flags and choices are multiplied out to at most this many. */
const MOST_READINGS = 32;

function ask(definition: OpDefinition, binding: Binding, callee: string, context: Context): Answer {
  const way = wayOf(definition, binding, context.generation);
  const { mode, origin } = way;
  const { owner, sparse } = definition;
  const fallback = (more: Partial<Answer>): Answer => ({
    origin,
    output: null,
    reason: null,
    failure: null,
    formulas: [],
    elements: null,
    ...more,
  });
  if (binding.uncertain) return fallback({ reason: binding.uncertain });
  if (way.refused) return answerTo(way.refused, callee, fallback);
  if (binding.problem) {
    const { message, names, kind } = binding.problem;
    const failed = failure('invalid-argument', `${callee} ${message}`, {
      exception: 'TypeError',
      facts: { names, problem: kind },
    });
    return fallback({ failure: failed, reason: reason(`the call of ${callee} is refused`) });
  }
  const answers: Answer[] = [];
  try {
    const readings = read(definition.params, binding, callee, context);
    if (readings.length > MOST_READINGS) {
      return fallback({ reason: reason(`too many arguments of ${callee} are not known`) });
    }
    for (const reading of readings) {
      const question = questionOf(definition, binding, reading, mode ?? 'eager', callee, context);
      // A rule for dense tensors tells nothing of sparse ones: not even whether what it gives is dense.
      if (owner === 'tensorflow' && !sparse && takes(definition, reading, (one) => one.sparse)) {
        return fallback({ reason: reason(`what ${callee} does with sparse tensors is not followed`) });
      }
      if (owner === 'tensorflow' && takes(definition, reading, (one) => one.ragged)) {
        return fallback({ reason: reason(`what ${callee} does with ragged tensors is not followed`) });
      }
      if (definition.evaluate && mode !== null) return fallback({ question });
      if (mode === null) continue;
      answers.push(askOnce(definition, reading, question, fallback));
    }
  } catch (thrown) {
    return answerTo(thrown, callee, fallback);
  }
  if (mode === null) return fallback({ reason: undecided(binding) });
  const passing = answers.filter((answer) => !answer.failure);
  const [first] = passing.length > 0 ? passing : answers;
  if (!first || passing.length < 2) return first ?? fallback({});
  const why = reason(`it depends on an argument of ${callee} that is not known`);
  return passing.slice(1).reduce((a, b) => join(a, b, why), first);
}

function join(a: Answer, b: Answer, why: Reason): Answer {
  const output = a.output && b.output ? joinOutputs(a.output, b.output, why) : null;
  return { ...a, output, reason: a.reason ?? b.reason ?? why, elements: null };
}

/** What a rule that has thrown says: refused, or not known. */
function answerTo(thrown: unknown, callee: string, fallback: (more: Partial<Answer>) => Answer): Answer {
  if (thrown instanceof NotKnown) return fallback({ reason: thrown.reason, output: unknownShape(thrown.reason) });
  if (!(thrown instanceof ShapeProblem)) throw thrown;
  const { code, message, exception, parameter, facts } = thrown;
  const failed: Failure = {
    code,
    message,
    exception,
    ...(parameter === undefined ? {} : { parameter }),
    ...(facts === undefined ? {} : { facts }),
  };
  const why = reason(`${callee} is refused here: ${message}`);
  return fallback({ failure: failed, reason: why, output: unknownShape(why) });
}

function askOnce(
  definition: OpDefinition,
  reading: Reading,
  question: OpQuestion<never>,
  fallback: (more: Partial<Answer>) => Answer,
): Answer {
  try {
    const { mode } = question;
    checkOperands(definition, reading, question);
    const output = (mode === 'symbolic' ? definition.output : (definition.run ?? definition.output))(question);
    checkSizes(output, question);
    const shared = definition.view === undefined ? null : reading[definition.view];
    return fallback({
      output:
        definition.sparse === 'kept' && takes(definition, reading, (one) => one.sparse) ? asSparse(output) : output,
      formulas: explained(definition, question),
      elements: elementsOf(definition, question),
      classes: definition.classes?.(question) ?? null,
      memory: shared instanceof Operand ? (shared.tensor?.written ?? null) : null,
    });
  } catch (thrown) {
    // Nor is it known then whether the result would be sparse.
    if (thrown instanceof NotKnown && definition.sparse) return fallback({ reason: thrown.reason });
    return answerTo(thrown, question.callee, fallback);
  }
}

/** An explanation is a courtesy: where it cannot be given, there is none. */
function explained(definition: OpDefinition, question: OpQuestion<never>): readonly string[] {
  try {
    return definition.explain?.(question) ?? [];
  } catch (thrown) {
    if (thrown instanceof NotKnown || thrown instanceof ShapeProblem) return [];
    throw thrown;
  }
}

function elementsOf(definition: OpDefinition, question: OpQuestion<never>): readonly Element[] | null {
  return question.mode === 'symbolic' ? null : (definition.elements?.(question) ?? null);
}

/** No tensor has a negative size. */
function checkSizes(output: Output, question: OpQuestion<never>): void {
  if (isShape(output) || 'shape' in output) {
    const shape = isShape(output) ? output : output.shape;
    if (!hasRank(shape)) return;
    const wrong = shape.find((size) => isKnown(size) && (size < 0 || !Number.isInteger(size)));
    if (wrong === undefined) return;
    throw new ShapeProblem(
      'negative-dimension',
      `${question.callee} would leave ${formatShape(shape)}, and a size cannot be ${wrong}`,
      'ValueError',
      undefined,
      { shape },
    );
  }
  for (const item of Object.values(output.items)) checkSizes(item, question);
}

function operandsIn(param: OpParam<unknown>, value: unknown): readonly Operand[] {
  if (!param.takes) return [];
  if (value instanceof Operand) return [value];
  return Array.isArray(value) ? value.filter((one): one is Operand => one instanceof Operand) : [];
}

/** What Keras' symbolic rules stumble over in the place of a tensor, and TensorFlow over Keras' tensors. */
function checkOperands(definition: OpDefinition, reading: Reading, { mode, callee }: OpQuestion<never>): void {
  if (definition.owner && definition.owner !== 'keras') return;
  for (const [parameter, param] of Object.entries(definition.params)) {
    for (const operand of operandsIn(param, reading[parameter])) {
      const { value } = operand;
      if (mode !== 'symbolic') {
        if (operand.isSymbolic) {
          const message = `\`${parameter}\` of ${callee} is a Keras tensor, which has no values, beside tensors that have`;
          throw new ShapeProblem('invalid-input', message, 'ValueError', parameter, undefined);
        }
        continue;
      }
      const number = ['int', 'float', 'bool', 'complex', 'str'].includes(value.kind);
      const list = value.kind === 'list' || value.kind === 'tuple' || value.kind === 'range';
      if ((number && !param.takes?.numbers) || (list && !param.takes?.lists)) {
        const what = list ? 'a list' : 'a Python number';
        throw new ShapeProblem(
          'invalid-input',
          `\`${parameter}\` of ${callee} is ${what}, and beside a Keras tensor it must be a tensor`,
          param.takes?.numbers ? 'ValueError' : 'AttributeError',
          parameter,
          undefined,
        );
      }
    }
  }
}

function takes(definition: OpDefinition, reading: Reading, kind: (tensor: TensorValue) => boolean): boolean {
  return Object.entries(definition.params).some(([parameter, param]) =>
    operandsIn(param, reading[parameter]).some(({ tensor }) => tensor !== null && kind(tensor)),
  );
}

function asSparse(output: Output): Output {
  return 'shape' in output ? { ...output, sparse: true } : output;
}

/** Whose rule applies, and whose tensors come out. */
interface Way {
  /** Null where an argument that would decide it is not known. */
  readonly mode: OpMode | null;
  readonly origin: Origin;
  /** Set where a Keras tensor goes into a function that takes none. */
  readonly refused?: ShapeProblem;
}

const SYMBOLIC: Origin = { library: 'keras', symbolic: true };
const GRAPH: Origin = { library: 'tensorflow', symbolic: true };
const EAGER: Origin = { library: 'tensorflow', symbolic: false };
const ARRAYS: Origin = { library: 'numpy', symbolic: false };
const KEEPING_LIMITS: Origin = { ...ARRAYS, keepLimits: true };

function wayOf(definition: OpDefinition, binding: Binding, generation: Generation): Way {
  const { owner = 'keras' } = definition;
  const deciding =
    definition.symbolicBy ?? Object.keys(definition.params).filter((name) => definition.params[name]?.takes);
  const values = deciding.flatMap((name): readonly Value[] => {
    const kind = definition.params[name]?.kind;
    if (kind === 'var-positional') return binding.varPositional;
    const bound = binding.bound.get(name);
    return bound ? [bound.value] : [];
  });
  const leaves = values.flatMap(flatten);
  const all = [...[...binding.bound.values()].map(({ value }) => value), ...binding.varPositional].flatMap(flatten);
  if ((owner === 'keras' ? leaves : all).some((leaf) => leaf.kind === 'tensor' && leaf.library === 'keras')) {
    if (owner === 'keras') return { mode: 'symbolic', origin: SYMBOLIC };
    if (owner === 'tensorflow' && generation !== 'keras3') return { mode: 'graph', origin: SYMBOLIC };
    const [origin, library] = owner === 'numpy' ? ([ARRAYS, 'numpy'] as const) : ([EAGER, 'TensorFlow'] as const);
    const exception = generation === 'keras3' ? 'ValueError' : 'TypeError';
    return { mode: 'eager', origin, refused: noValues('a Keras tensor', library, exception) };
  }
  const graph = (leaf: Value) => leaf.kind === 'tensor' && leaf.library === 'tensorflow' && leaf.symbolic;
  const inGraph = all.some(graph);
  if (owner === 'numpy') {
    const way: Way = { mode: 'eager', origin: definition.keepLimits ? KEEPING_LIMITS : ARRAYS };
    return leaves.some(graph)
      ? { ...way, refused: noValues('a tensor of a graph', 'numpy', 'NotImplementedError') }
      : way;
  }
  if (inGraph) return { mode: 'graph', origin: GRAPH };
  return { mode: undecidedOr('eager', leaves), origin: EAGER };
}

function noValues(what: string, library: string, exception: string): ShapeProblem {
  const message = `${what} cannot go into a function of ${library}: its values are not there yet`;
  return new ShapeProblem('invalid-input', message, exception, undefined, undefined);
}

function undecidedOr(mode: OpMode, leaves: readonly Value[]): OpMode | null {
  return leaves.some((leaf) => leaf.kind === 'unknown' || (leaf.kind === 'list' && leaf.uncertain)) ? null : mode;
}

function undecided(binding: Binding): Reason {
  const values = [...binding.bound.values()].map(({ value }) => value);
  for (const leaf of [...values, ...binding.varPositional].flatMap(flatten)) {
    if (leaf.kind === 'unknown') return leaf.reason;
    if (leaf.kind === 'list' && leaf.uncertain) return leaf.uncertain;
  }
  return reason('an argument is not known');
}

function read(params: OpParams, binding: Binding, callee: string, context: Context): Reading[] {
  const settings = settingsOf(context);
  let readings: Reading[] = [{}];
  for (const [parameter, param] of Object.entries(params)) {
    const value: Value =
      param.kind === 'var-positional'
        ? tuple(binding.varPositional)
        : (binding.bound.get(parameter)?.value ?? unknown(reason(`\`${parameter}\` is not given`)));
    const next: Reading[] = [];
    for (const earlier of readings) {
      if (param.kind === 'var-keyword') {
        next.push({ ...earlier, [parameter]: binding.varKeyword });
        continue;
      }
      if (value.kind === 'unknown' && param.possible) {
        for (const one of param.possible) next.push({ ...earlier, [parameter]: one });
        continue;
      }
      const result = param.read(value, {
        callee,
        parameter,
        earlier,
        imageDataFormat: settings.imageDataFormat.value ?? 'channels_last',
        generation: context.generation,
        customObjects: settings.customObjects.value,
      });
      if ('failure' in result) {
        const { code, message, exception = 'ValueError', facts } = result.failure;
        throw new ShapeProblem(code, message, exception, parameter, facts);
      }
      next.push({ ...earlier, [parameter]: result.value });
    }
    readings = next.slice(0, MOST_READINGS + 1);
  }
  return readings;
}

/** The arguments as a rule sees them: looking at one that is not known ends the rule. */
function questionOf(
  definition: OpDefinition,
  binding: Binding,
  reading: Reading,
  mode: OpMode,
  callee: string,
  context: Context,
): OpQuestion<never> {
  const args = {};
  for (const name of Object.keys(definition.params)) {
    Object.defineProperty(args, name, {
      enumerable: true,
      get: () => {
        const value = reading[name];
        if (isUnknownArgument(value)) throw new NotKnown(value.reason);
        return value;
      },
    });
  }
  return {
    callee,
    args: args as never,
    written: (parameter) => (binding.bound.get(parameter)?.source.from ?? 'default') !== 'default',
    mode,
    floatx: settingsOf(context).floatx.value,
    generation: context.generation,
  };
}
