/**
 * Lambda: a function of the program as a layer.
 *
 * Keras 3 believes `output_shape` where it is given; else it runs the function on tensors of the
 * layer's own element type, and says of whatever goes wrong there that the shape cannot be told.
 * Keras 2 runs the function, and takes what that gives.
 */
import { layerState } from '../../../../graph/layer';
import { flatten, mapStructure } from '../../../../graph/structure';
import { type Dimension, dynamic } from '../../../../shapes/dimension';
import { hasRank, type Shape } from '../../../../shapes/shape';
import { type Arguments, args } from '../../../../values/arguments';
import { type Context, PythonError } from '../../../../values/context';
import { TensorValue } from '../../../../values/tensor';
import {
  DictValue,
  dimensionValue,
  type InstanceValue,
  ListValue,
  NONE,
  tuple,
  unknown,
  type Value,
} from '../../../../values/value';
import { defineLayer, type Evaluated } from '../../../define-layer';
import { type Failure, failure, refusal } from '../../../failure';
import { operandOf } from '../../../ops/operand';
import { anything, describe, type Param } from '../../../params';
import { dimensionOf, ShapePayload } from '../../../tensorflow/tensor-shape';
import { asBackend, isMasked, leavesOf, makeTensor, type Origin, originOf, withOrigin } from '../../calling/tensors';
import { DeclaredState } from '../../declared-state';
import { settingsOf } from '../../settings';

/** Anything that Python can tell the parameters of. */
const callable: Param<Value> = {
  default: null,
  read: (value, { callee, parameter }) => {
    const builtIn = value.kind === 'class' && value.module === 'builtins';
    const data = NOT_CALLABLE.has(value.kind) || builtIn;
    if (!data) return { value };
    return {
      failure: failure('invalid-argument', `\`${parameter}\` of ${callee} must be a function, not ${describe(value)}`, {
        parameter,
        exception: 'TypeError',
      }),
    };
  },
};

const NOT_CALLABLE: ReadonlySet<string> = new Set([
  'None',
  'bool',
  'int',
  'float',
  'complex',
  'str',
  'bytes',
  'list',
  'tuple',
  'dict',
  'set',
  'range',
  'slice',
  'tensor',
  'module',
]);

export const lambda = defineLayer({
  name: 'Lambda',
  summary: 'Wraps any function as a layer.',
  docs: 'api/layers/core_layers/lambda/',
  openSizes: 'any',
  rule: {
    words:
      'What the function gives: it is followed like any function of the program. Keras 3 believes `output_shape` instead, where it is given, and adds the batch to it.',
    formula: 'function(x)',
    example: 'Lambda(lambda x: ops.mean(x, axis=1))(Input((7, 32)))',
    readFrom: 'layers/core/lambda_layer.py: Lambda.compute_output_shape',
  },
  params: { function: callable, output_shape: anything(), mask: anything(), arguments: anything() },
  output: ({ input }) => input.shape,
  evaluate,
  buildsInner: 'nothing',
});

const isFailure = (given: Value | Failure | Called): given is Failure => 'code' in given && 'message' in given;

interface Called {
  readonly inputs: Value;
  readonly mask: Value;
  readonly training: Value;
}

function evaluate(layer: InstanceValue, given: Arguments, context: Context): Value | Evaluated {
  const state = layerState(layer);
  if (!(state instanceof DeclaredState)) return context.unknown('it is no Lambda');
  const argument = (name: string): Value => state.args?.get(name)?.value ?? NONE;
  const called = bound(given, context);
  if (isFailure(called)) return refuse(layer, called, context);
  const origin = originOf(leavesOf(given));
  const reported = context.generation === 'keras3' && origin.library === 'keras';
  const declared = argument('output_shape');
  if (reported && declared.kind !== 'None')
    return declaredOutput(layer, state, declared, called.inputs, origin, context);
  const run = () => context.call(argument('function'), callArguments(state, argument, called, reported, context));
  if (!reported) return ran(layer, run, origin, context);
  const result = context.attempt(run);
  if ('error' in result) return refuse(layer, inferenceFailed(result.error, context), context);
  const odd = flatten(result.value).find((leaf) => leaf.kind !== 'tensor' && leaf.kind !== 'unknown');
  if (odd) return refuse(layer, noShape(`it gives ${describe(odd)}, which has no shape`), context);
  const dtype = state.policy.value.compute;
  return mapStructure(result.value, (leaf) => (leaf.kind === 'tensor' ? makeTensor(origin, leaf.shape, dtype) : leaf));
}

/** `call(inputs, mask=None, training=None)` */
function bound(given: Arguments, context: Context): Called | Failure {
  const wrong = (message: string, exception = 'TypeError') => failure('invalid-input', message, { exception });
  const names = ['inputs', 'mask', 'training'];
  const values = new Map<string, Value>();
  for (const [index, value] of given.positional.entries()) {
    const name = names[index];
    if (name === undefined)
      return wrong(`a Lambda is called on ${given.positional.length} things, and takes 3 at most`);
    values.set(name, value);
  }
  for (const [name, value] of given.keywords) {
    if (!names.includes(name)) return wrong(`a call of Lambda has no argument \`${name}\``);
    values.set(name, value);
  }
  const inputs = values.get('inputs');
  if (!inputs)
    return wrong('Lambda is called without an input', context.generation === 'keras3' ? 'TypeError' : 'ValueError');
  const literal = flatten(inputs).find((leaf) => ['int', 'float', 'bool', 'str'].includes(leaf.kind));
  if (literal && context.generation === 'keras3') {
    return wrong(`Lambda is called on ${describe(literal)} by position, where only tensors may stand`, 'ValueError');
  }
  return { inputs, mask: values.get('mask') ?? NONE, training: values.get('training') ?? NONE };
}

/** What the function gets: the inputs, `arguments`, and the mask and whether it trains, if it asks for them. */
function callArguments(
  state: DeclaredState,
  argument: (name: string) => Value,
  called: Called,
  reported: boolean,
  context: Context,
): Arguments {
  const keywords = new Map<string, Value>();
  const extra = argument('arguments');
  if (extra.kind === 'dict') {
    if (extra.uncertain) return { positional: [called.inputs], keywords, uncertain: extra.uncertain };
    for (const { key, value } of extra.entries.values()) if (key.kind === 'str') keywords.set(key.value, value);
  } else if (extra.kind === 'unknown') return { positional: [called.inputs], keywords, uncertain: extra.reason };
  else if (['list', 'tuple', 'int', 'float', 'str'].includes(extra.kind) && context.truth(extra) === true) {
    context.raise('AttributeError', `'${extra.kind}' object has no attribute 'items'`);
  }
  const asked = parameterNames(argument('function'));
  if (asked.has('mask')) {
    const masked = flatten(called.inputs).some((leaf) => leaf.kind === 'tensor' && isMasked(leaf));
    keywords.set(
      'mask',
      masked && called.mask.kind === 'None' ? context.unknown('masks are not followed') : called.mask,
    );
  }
  if (asked.has('training')) {
    const outer = settingsOf(context).training.value;
    const training = called.training.kind === 'None' ? outer : called.training;
    keywords.set('training', reported ? NONE : training);
  }
  const dtype = state.policy.value.compute;
  const inside = reported
    ? mapStructure(called.inputs, (leaf) =>
        leaf.kind === 'tensor'
          ? new TensorValue({ library: 'tensorflow', symbolic: true, shape: leaf.shape, dtype })
          : leaf,
      )
    : asBackend(called.inputs, state, context.generation);
  return { positional: [inside], keywords, uncertain: null };
}

/** Names that `inspect.getfullargspec(function).args` has. */
function parameterNames(callee: Value): ReadonlySet<string> {
  if (callee.kind === 'method') return parameterNames(callee.function);
  const signature = callee.kind === 'function' || callee.kind === 'native' ? callee.signature : null;
  return new Set((signature?.parameters ?? []).filter(({ kind }) => kind === 'positional').map(({ name }) => name));
}

/** Runs the function for good: what it gives is the output, numbers made tensors where Keras 2 traces. */
function ran(layer: InstanceValue, run: () => Value, origin: Origin, context: Context): Value | Evaluated {
  const { weightsMade } = settingsOf(context);
  const before = weightsMade.value;
  const output = whole(layer, run, context);
  if ('refused' in output) return output;
  if (context.generation !== 'keras3' && weightsMade.value > before) {
    const message = 'the function of a Lambda makes weights, which no layer would keep: make the layer outside of it';
    return refuse(layer, failure('invalid-input', message), context);
  }
  if (context.generation === 'keras3' || origin.library !== 'keras') return withOrigin(output, origin);
  let odd: Value | null = null;
  const tensors = mapStructure(output, (leaf) => {
    if (leaf.kind === 'unknown') return leaf;
    if (leaf.kind === 'None') return context.unknown('the function gives None');
    const operand = operandOf(leaf);
    // A shape that holds None is no tensor.
    if (!operand && leaf.kind === 'instance' && leaf.payload instanceof ShapePayload) odd = leaf;
    return operand ? makeTensor(origin, operand.anyShape, operand.dtype) : leaf;
  });
  if (!odd) return tensors;
  const message = `the function of Lambda gives ${describe(odd)}, which is no tensor`;
  return refuse(layer, failure('invalid-input', message, { exception: 'TypeError' }), context);
}

/** Runs the function; what Python raises in it, Keras raises. */
function whole(
  layer: InstanceValue,
  run: () => Value,
  context: Context,
): Value | (Evaluated & { readonly refused: true }) {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof PythonError) || error.refusal) throw error;
    const text = context.str(error.exception) ?? 'it raises';
    const exception = error.exception.cls.name;
    return refuse(layer, failure('invalid-input', `the function of Lambda fails: ${text}`, { exception }), context);
  }
}

function inferenceFailed(error: PythonError, context: Context): Failure {
  const { refusal: refused } = error;
  const text = refused?.message ?? context.str(error.exception) ?? 'it raises';
  return { ...noShape(text), ...(refused ? { code: refused.code, facts: refused.facts } : {}) } as Failure;
}

function noShape(text: string): Failure {
  return failure('invalid-input', `the shape that the function of Lambda gives cannot be told: ${text}`, {
    exception: 'NotImplementedError',
  });
}

function refuse(layer: InstanceValue, failed: Failure, context: Context): Evaluated & { readonly refused: true } {
  const why = context.unknown(`Lambda is refused here: ${failed.message}`);
  const output = context.refuse(refusal(failed, 'call'), why, { kind: 'layer', callee: 'Lambda', instance: layer });
  return { output, refused: true };
}

// ---------------------------------------------------------------- output_shape

/** The output that `output_shape` says: without a batch, or a function of the input's shape. */
function declaredOutput(
  layer: InstanceValue,
  state: DeclaredState,
  declared: Value,
  inputs: Value,
  origin: Origin,
  context: Context,
): Value | Evaluated {
  if (declared.kind === 'unknown') return declared;
  const shapes = mapStructure(inputs, (leaf) => (leaf.kind === 'tensor' ? shapeTuple(leaf.shape) : leaf));
  const isFunction = ['function', 'native', 'method', 'class', 'instance'].includes(declared.kind);
  const given = isFunction ? context.call(declared, args([shapes])) : withBatch(declared, batchOf(inputs));
  if (isFailure(given)) return refuse(layer, given, context);
  const dtype = state.policy.value.compute;
  const output = isFunction ? toTensors(listAsShape(given), origin, dtype) : toTensors(given, origin, dtype);
  if (isFailure(output)) return refuse(layer, output, context);
  return output;
}

function shapeTuple(shape: Shape): Value {
  return hasRank(shape) ? tuple(shape.map(dimensionValue)) : unknown(shape.reason);
}

/** The first size of the first input. */
function batchOf(inputs: Value): Dimension {
  const first = flatten(inputs).find((leaf) => leaf.kind === 'tensor');
  return first?.kind === 'tensor' && hasRank(first.shape) ? (first.shape[0] ?? dynamic('batch')) : dynamic('batch');
}

const wrongShape = (text: string, exception = 'TypeError') =>
  failure('invalid-argument', `\`output_shape\` of Lambda ${text}`, { parameter: 'output_shape', exception });

/** Sizes in a tuple are a shape; other tuples, lists and dicts hold several. The batch is put before each. */
function withBatch(value: Value, batch: Dimension): Value | Failure {
  if (value.kind === 'unknown') return value;
  if (value.kind === 'list' && value.uncertain) return unknown(value.uncertain);
  if (value.kind === 'list' && isShape(value.items) && value.items.length > 0) {
    return wrongShape(`must be a tuple, not the list ${describe(value)}`);
  }
  if (value.kind === 'tuple' && isShape(value.items)) return tuple([dimensionValue(batch), ...value.items]);
  if (value.kind === 'tuple' || value.kind === 'list') {
    const items = value.items.map((item) => withBatch(item, batch));
    const failed = items.find(isFailure);
    if (failed) return failed;
    return value.kind === 'tuple' ? tuple(items as Value[]) : new ListValue(items as Value[]);
  }
  if (value.kind === 'dict') {
    const entries = [...value.entries].map(
      ([hash, { key, value: item }]) => [hash, { key, value: withBatch(item, batch) }] as const,
    );
    const failed = entries.map(([, entry]) => entry.value).find(isFailure);
    return failed ?? new DictValue(entries as never);
  }
  return wrongShape(`must hold tuples of sizes, not ${describe(value)}`);
}

function isShape(items: readonly Value[]): boolean {
  return items.every((item) => item.kind === 'int' || item.kind === 'None' || item.kind === 'unknown');
}

/** What a function gives may be a list of sizes too. */
function listAsShape(value: Value): Value {
  return value.kind === 'list' && !value.uncertain && value.items.length > 0 && isShape(value.items)
    ? tuple(value.items)
    : value;
}

function toTensors(value: Value, origin: Origin, dtype: TensorValue['dtype']): Value | Failure {
  if (value.kind === 'unknown') return value;
  if (value.kind === 'list' && value.uncertain) return unknown(value.uncertain);
  if (value.kind === 'tuple' && isShape(value.items)) {
    const negative = value.items.find((item) => item.kind === 'int' && Number(item.value) < 0);
    if (negative) return wrongShape(`must hold no ${describe(negative)}`, 'ValueError');
    return makeTensor(
      origin,
      value.items.map((item) => (item.kind === 'None' ? dynamic() : (dimensionOf(item) ?? dynamic()))),
      dtype,
    );
  }
  if (value.kind === 'tuple' || value.kind === 'list') {
    if (value.items.some((item) => item.kind === 'float'))
      return wrongShape(`must hold ints, not ${describe(value)}`, 'ValueError');
    const items = value.items.map((item) => toTensors(item, origin, dtype));
    const failed = items.find(isFailure);
    if (failed) return failed;
    return value.kind === 'tuple' ? tuple(items as Value[]) : new ListValue(items as Value[]);
  }
  if (value.kind === 'dict') {
    const entries = [...value.entries].map(
      ([hash, { key, value: item }]) => [hash, { key, value: toTensors(item, origin, dtype) }] as const,
    );
    const failed = entries.map(([, entry]) => entry.value).find(isFailure);
    return failed ?? new DictValue(entries as never);
  }
  return wrongShape(`gives ${describe(value)}, which is no shape`, 'ValueError');
}
