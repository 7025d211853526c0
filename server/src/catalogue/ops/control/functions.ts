/** Ops that call functions: loops, branches, maps. Symbolic ones run the function once, on tensors of TensorFlow. */
import { flatten, mapStructure } from '../../../graph/structure';
import { indexOf } from '../../../shapes/axes';
import { type Dimension, formatDimension, isDynamic, isKnown, sameToKeras } from '../../../shapes/dimension';
import { refuse } from '../../../shapes/problem';
import { formatShape, hasRank, type Shape, sameShape, unknownShape } from '../../../shapes/shape';
import { args } from '../../../values/arguments';
import type { Context } from '../../../values/context';
import { TensorValue } from '../../../values/tensor';
import { int, NONE, tuple, unknown, type Value } from '../../../values/value';
import type { Origin } from '../../keras/calling/tensors';
import { withOrigin } from '../../keras/calling/tensors';
import { nativeFunction } from '../../native';
import { anything, describe, integerOf, sequenceItems } from '../../params';
import { opOf, runOp } from '../call-op';
import { defineOp, type OpCall, type OpDefinition, type OpMode } from '../define-op';
import { other } from '../elementwise/unary';
import { NotKnown, operandOf } from '../operand';
import { integer, type OpParam, optionalInteger } from '../params';

const GRAPH: Origin = { library: 'tensorflow', symbolic: true };
const KERAS: Origin = { library: 'keras', symbolic: true };

/** What a function gives: symbolic calls run it in a graph of TensorFlow (`backend.compute_output_spec`). */
function call(fn: Value, values: readonly Value[], mode: OpMode, context: Context): Value {
  const inside = mode === 'symbolic' ? values.map((value) => withOrigin(value, GRAPH)) : values;
  // An op that is handed over is called by Keras, not by the program: the trace is not told.
  const op = fn.kind === 'native' ? opOf(fn) : undefined;
  const result = op ? runOp(op, args(inside), context) : context.call(fn, args(inside));
  return mode === 'symbolic' ? withOrigin(result, KERAS) : result;
}

/** The same tensors with other shapes. */
function reshapedTensors(value: Value, change: (shape: Shape) => Shape): Value {
  return mapStructure(value, (leaf) => {
    if (leaf.kind !== 'tensor') return leaf;
    const { library, symbolic, dtype } = leaf;
    return new TensorValue({ library, symbolic, dtype, shape: change(leaf.shape) });
  });
}

/** Without the first axis: one element of each tensor. */
function elementsOf(values: Value, callee: string): Value {
  return reshapedTensors(asTensors(values), (shape) => {
    if (!hasRank(shape)) return shape;
    if (shape.length > 0) return shape.slice(1);
    return refuse('wrong-rank', `${callee} goes along the first axis, and a scalar has none`);
  });
}

/** Lists of numbers as the tensors that are made of them. */
function asTensors(value: Value): Value {
  if (flatten(value).some((leaf) => leaf.kind === 'tensor' || leaf.kind === 'unknown')) return value;
  const operand = operandOf(value);
  if (!operand) return value;
  return new TensorValue({ library: 'tensorflow', symbolic: false, shape: operand.anyShape, dtype: operand.dtype });
}

function firstSize(values: Value): Dimension {
  const [first] = flatten(asTensors(values));
  if (first?.kind !== 'tensor') throw new NotKnown({ text: 'what it goes along is not known' });
  if (!hasRank(first.shape)) throw new NotKnown(first.shape.reason);
  return first.shape[0] ?? 1;
}

function withFirst(size: Dimension): (shape: Shape) => Shape {
  return (shape) => (hasRank(shape) ? [size, ...shape] : shape);
}

function mapping(name: string, operation: string, summary: string, names: readonly [string, string]): OpDefinition {
  const [fn, over] = names;
  return defineOp({
    name,
    module: 'core',
    operation,
    summary,
    params: { [fn]: anything(null), [over]: anything(null) } as Readonly<Record<string, OpParam<Value>>>,
    symbolicBy: [over],
    output: () => [],
    evaluate: ({ args: given, mode, context, callee }) => {
      const [callable, values] = [given[fn] as Value, given[over] as Value];
      const size = firstSize(values);
      return reshapedTensors(call(callable, [elementsOf(values, callee)], mode, context), withFirst(size));
    },
  });
}

const scan = defineOp({
  name: 'scan',
  module: 'core',
  operation: 'Scan',
  summary: 'A function along the first axis that carries a value on.',
  params: {
    f: anything(null),
    init: anything(null),
    xs: anything(NONE),
    length: optionalInteger(),
    reverse: other({ kind: 'bool', value: false }),
    unroll: other(int(1)),
  },
  symbolicBy: ['init', 'xs'],
  output: () => [],
  evaluate: ({ args: { f, init, xs, length }, mode, context, callee }) => {
    if (xs.kind === 'None' && length === null) {
      return refuse('invalid-argument', 'scan takes `xs` or `length`', { exception: 'TypeError', parameter: 'length' });
    }
    const count = length ?? firstSize(xs);
    const element = xs.kind === 'None' ? NONE : elementsOf(xs, callee);
    const result = call(f, [init, element], mode, context);
    if (result.kind === 'unknown') return result;
    const pair = sequenceItems(result);
    const [carry, y] = pair ?? [];
    if (!carry || !y || pair?.length !== 2) {
      return refuse('invalid-argument', 'the function of scan must give a pair: what it carries on, and an output', {
        parameter: 'f',
      });
    }
    return tuple([carry, reshapedTensors(y, withFirst(count))]);
  },
});

const associativeScan = defineOp({
  name: 'associative_scan',
  module: 'core',
  operation: 'AssociativeScan',
  summary: 'Running results of an associative function along an axis.',
  params: {
    f: anything(null),
    elems: anything(null),
    reverse: other({ kind: 'bool', value: false }),
    axis: integer(0),
  },
  symbolicBy: ['elems'],
  output: () => [],
  evaluate: ({ args: { f, elems, axis }, mode, context }) => {
    const leaves = flatten(asTensors(elems)).filter((leaf): leaf is TensorValue => leaf.kind === 'tensor');
    const shapes = leaves.map(({ shape }) => shape);
    const [first] = shapes;
    if (!first) throw new NotKnown({ text: 'what it goes along is not known' });
    const lengths = shapes.map((shape) => {
      if (!hasRank(shape)) throw new NotKnown(shape.reason);
      return shape[indexOf(axis, shape.length)] as Dimension;
    });
    const [length = 0] = lengths;
    const differing = lengths.find((one) => isKnown(one) && isKnown(length) && one !== length);
    if (differing !== undefined) {
      refuse(
        'incompatible-shapes',
        `axis ${axis} has ${formatDimension(length)} in one tensor and ${differing} in another`,
      );
    }
    const slice = reshapedTensors(asTensors(elems), (shape) =>
      hasRank(shape)
        ? shape.map((size, i) =>
            i === indexOf(axis, shape.length) ? (isKnown(size) ? Math.min(1, size) : size) : size,
          )
        : shape,
    );
    return reshapedTensors(call(f, [slice, slice], mode, context), () => first);
  },
});

function branch(value: Value, mode: OpMode, context: Context): Value {
  return call(value, [], mode, context);
}

const cond = defineOp({
  name: 'cond',
  module: 'core',
  operation: 'Cond',
  summary: 'One of two functions by a condition.',
  params: { pred: anything(null), true_fn: anything(null), false_fn: anything(null) },
  symbolicBy: ['pred'],
  output: () => [],
  evaluate: ({ args: { pred, true_fn: yes, false_fn: no }, mode, context }) => {
    if (mode === 'symbolic') return bothBranches(branch(yes, mode, context), branch(no, mode, context), true);
    const known = pred.kind === 'tensor' ? pred.data?.[0] : undefined;
    const truth =
      pred.kind === 'tensor' ? (known === undefined ? null : known !== 0 && known !== false) : context.truth(pred);
    if (typeof truth === 'boolean') return branch(truth ? yes : no, mode, context);
    return bothBranches(branch(yes, mode, context), branch(no, mode, context), false);
  },
});

/** Both branches of a condition that is not known; Keras' symbolic rule asks that they give the same. */
function bothBranches(yes: Value, no: Value, strict: boolean): Value {
  const [left, right] = [flatten(yes), flatten(no)];
  const unknownLeaf = [...left, ...right].find((leaf) => leaf.kind === 'unknown');
  if (unknownLeaf) return unknownLeaf;
  const alike = left.length === right.length && left.every((leaf, i) => likeTensors(leaf, right[i] as Value));
  if (alike) return yes;
  if (strict) {
    return refuse('incompatible-shapes', `the branches of cond give different things: ${shown(yes)} and ${shown(no)}`, {
      parameter: 'false_fn',
    });
  }
  const why = { text: 'the branches of a condition give different shapes' };
  return left.length === right.length ? reshapedTensors(yes, () => unknownShape(why)) : unknown(why);
}

function likeTensors(a: Value, b: Value): boolean {
  if (a.kind !== 'tensor' || b.kind !== 'tensor') return a.kind === b.kind;
  const [left, right] = [a.shape, b.shape];
  const open =
    !hasRank(left) || !hasRank(right) || [...left, ...right].some((size) => !isKnown(size) && !isDynamic(size));
  if (open) return !hasRank(left) || !hasRank(right) || couldBe(left, right);
  return sameShape(left, right) && (a.dtype === b.dtype || a.dtype === '?' || b.dtype === '?');
}

function couldBe(a: readonly Dimension[], b: readonly Dimension[]): boolean {
  const unknownSize = (size: Dimension) => !isKnown(size) && !isDynamic(size);
  return (
    a.length === b.length &&
    a.every((size, i) => unknownSize(size) || unknownSize(b[i] as Dimension) || sameToKeras(size, b[i] as Dimension))
  );
}

function shown(value: Value): string {
  const tensors = flatten(value).filter((leaf): leaf is TensorValue => leaf.kind === 'tensor');
  return tensors.map(({ shape, dtype }) => `${formatShape(shape)} of ${dtype}`).join(', ') || describe(value);
}

const operands: OpParam<Value> = {
  default: null,
  kind: 'var-positional',
  takes: { numbers: true, lists: true },
  read: (value) => ({ value }),
};

const switching = defineOp({
  name: 'switch',
  module: 'core',
  operation: 'Switch',
  summary: 'One of several functions by an index.',
  params: { index: anything(null), branches: anything(null), operands },
  symbolicBy: ['operands'],
  output: () => [],
  evaluate: ({ args: { index, branches, operands: given }, mode, context }) => {
    const functions = sequenceItems(branches);
    if (!functions) throw new NotKnown({ text: 'the branches of switch are not known' });
    const values = sequenceItems(given) ?? [];
    const wanted = mode === 'symbolic' ? 0 : integerOf(index);
    const at = wanted === undefined ? 0 : Math.min(Math.max(wanted, 0), functions.length - 1);
    const chosen = functions[at];
    if (!chosen)
      return refuse('invalid-argument', 'switch needs a branch', { exception: 'IndexError', parameter: 'branches' });
    const first = call(chosen, values, mode, context);
    if (wanted !== undefined || functions.length === 1) return first;
    const others = functions.slice(1).map((one) => call(one, values, mode, context));
    return others.reduce((a, b) => bothBranches(a, b, false), first);
  },
});

/** Loops give what they begin with; their bodies are not run by the symbolic rule. */
function checkTensors(structure: Value, callee: string): void {
  for (const leaf of flatten(structure)) {
    if (leaf.kind === 'tensor' || leaf.kind === 'unknown' || leaf.kind === 'instance') continue;
    refuse('invalid-input', `${callee} beside Keras tensors takes tensors only, not ${describe(leaf)}`, {
      exception: 'AttributeError',
    });
  }
}

function loop({ mode, callee }: Pick<OpCall<unknown>, 'mode' | 'callee'>, start: Value): Value {
  if (mode !== 'symbolic') return start;
  checkTensors(start, callee);
  return withOrigin(start, KERAS);
}

const whileLoop = defineOp({
  name: 'while_loop',
  module: 'core',
  operation: 'WhileLoop',
  summary: 'A function again and again as long as a condition holds.',
  params: { cond: anything(null), body: anything(null), loop_vars: anything(null), maximum_iterations: other() },
  symbolicBy: ['loop_vars'],
  output: () => [],
  evaluate: (question) => loop(question, question.args.loop_vars),
});

const foriLoop = defineOp({
  name: 'fori_loop',
  module: 'core',
  operation: 'ForiLoop',
  summary: 'A function for each number of a range.',
  params: { lower: anything(null), upper: anything(null), body_fun: anything(null), init_val: anything(null) },
  symbolicBy: ['lower', 'upper', 'init_val'],
  output: () => [],
  evaluate: (question) => loop(question, question.args.init_val),
});

/** TensorFlow cannot vectorize along any axis: the function that it makes is refused wherever there is one. */
const vectorize = defineOp({
  name: 'vectorize',
  module: 'numpy',
  operation: null,
  summary: 'A function for elements as one for tensors; not with TensorFlow.',
  params: {
    pyfunc: anything(null),
    excluded: { ...other(), kind: 'keyword' },
    signature: { ...other(), kind: 'keyword' },
  },
  symbolicBy: [],
  output: () => [],
  evaluate: ({ callee }) =>
    nativeFunction('wrapped', null, (given, context) => {
      const shapes = given.positional.map((value) => operandOf(value)?.anyShape);
      const surely = shapes.some(
        (shape) => shape && hasRank(shape) && shape.some((size) => isDynamic(size) || (isKnown(size) && size !== 1)),
      );
      const lost = context.unknown(`what ${callee} gives is not followed`);
      if (!surely) return lost;
      const message = `${callee} does not work with TensorFlow: use vectorized_map`;
      return context.refuse({ code: 'invalid-argument', exception: 'ValueError', phase: 'call', message }, lost);
    }),
});

const customGradient = defineOp({
  name: 'custom_gradient',
  module: 'core',
  operation: null,
  summary: 'A function with a gradient of its own.',
  params: { f: anything(null) },
  symbolicBy: [],
  output: () => [],
  evaluate: ({ args: { f } }) =>
    nativeFunction('decorated', null, (given, context) => {
      const result = context.call(f, given);
      const pair = sequenceItems(result);
      return pair?.[0] ?? result;
    }),
});

const jvp = defineOp({
  name: 'jvp',
  module: 'linalg',
  operation: 'JVP',
  summary: 'A function and its derivative along a direction.',
  params: {
    fun: anything(null),
    primals: anything(null),
    tangents: anything(null),
    has_aux: other({ kind: 'bool', value: false }),
  },
  symbolicBy: ['primals', 'tangents'],
  output: () => [],
  evaluate: ({ args: { fun, primals }, mode, context }) => {
    const values = sequenceItems(primals);
    if (!values) throw new NotKnown({ text: 'the primals are not known' });
    const result = call(fun, values, mode, context);
    return tuple([result, result]);
  },
});

export const functions: readonly OpDefinition[] = [
  mapping('map', 'Map', 'A function for each element of the first axis.', ['f', 'xs']),
  mapping('vectorized_map', 'VectorizedMap', 'A function for all elements of the first axis at once.', [
    'function',
    'elements',
  ]),
  scan,
  associativeScan,
  cond,
  switching,
  whileLoop,
  foriLoop,
  vectorize,
  customGradient,
  jvp,
];
