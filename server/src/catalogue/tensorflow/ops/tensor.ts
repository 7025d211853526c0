/** Operators, subscripts and methods of TensorFlow's tensors and variables, and of Keras 2's symbolic tensors. */
import { type Dimension, isKnown } from '../../../shapes/dimension';
import { equalityShape } from '../../../shapes/inference';
import { hasRank, type Shape, unknownShape } from '../../../shapes/shape';
import { type Arguments, args } from '../../../values/arguments';
import type { Context } from '../../../values/context';
import { type TensorLibrary, TensorValue } from '../../../values/tensor';
import { FALSE, float, int, type NativeFunction, NONE, TRUE, tuple, type Value } from '../../../values/value';
import { named, nativeFunction, property, pythonFunction, refuseInput } from '../../native';
import { callOp, runOp } from '../../ops/call-op';
import { type OpDefinition, tensorOf } from '../../ops/define-op';
import { tensorOrNumber } from '../../ops/params';
import { shapeOf, tensorShape } from '../tensor-shape';
import { sharedType, tensorflowOp } from './define';
import { tensorflowOpNamed } from './index';
import { subscript } from './subscript';

const OPERATORS: Readonly<Record<string, string>> = {
  add: 'math.add',
  sub: 'math.subtract',
  mul: 'math.multiply',
  truediv: 'math.truediv',
  floordiv: 'math.floordiv',
  mod: 'math.floormod',
  pow: 'math.pow',
  matmul: 'linalg.matmul',
};

/** What TensorFlow calls the functions behind operators, where that is not the op's own name: Keras 2 names layers so. */
const OPERATOR_NAMES: Readonly<Record<string, string>> = {
  add: '__operators__.add',
  floordiv: 'compat.v1.floor_div',
};

/** Of bools the logical ops, of ints those on bits. */
const LOGICAL: Readonly<Record<string, readonly [string, string]>> = {
  and: ['math.logical_and', 'bitwise.bitwise_and'],
  or: ['math.logical_or', 'bitwise.bitwise_or'],
  xor: ['math.logical_xor', 'bitwise.bitwise_xor'],
};

const COMPARISONS: Readonly<Record<string, string>> = {
  lt: 'math.less',
  le: 'math.less_equal',
  gt: 'math.greater',
  ge: 'math.greater_equal',
};

const UNARY: Readonly<Record<string, string>> = { neg: 'math.negative', abs: 'math.abs', invert: 'math.logical_not' };

function op(name: string): OpDefinition {
  const found = tensorflowOpNamed(name);
  if (!found) throw new Error(`there is no op ${name}`);
  return found;
}

function method(name: string, call: (given: Arguments, context: Context) => Value): NativeFunction {
  return nativeFunction(name, null, call);
}

function isBool(value: Value | undefined): boolean {
  return value?.kind === 'bool' || (value?.kind === 'tensor' && value.dtype === 'bool');
}

function operators(): NativeFunction[] {
  const made: NativeFunction[] = [];
  const both = (name: string, pick: (given: Arguments) => OpDefinition) => {
    made.push(method(`__${name}__`, (given, context) => callOp(pick(given), given, context, name)));
    made.push(
      method(`__r${name}__`, (given, context) =>
        callOp(pick(given), args([...given.positional].reverse()), context, `r${name}`),
      ),
    );
  };
  for (const [name, opName] of Object.entries(OPERATORS)) {
    const definition = { ...op(opName), name: OPERATOR_NAMES[name] ?? opName };
    both(name, () => definition);
  }
  for (const [name, [logical, bits]] of Object.entries(LOGICAL)) {
    both(name, ({ positional: [self] }) => op(isBool(self) ? logical : bits));
  }
  for (const [name, opName] of [...Object.entries(COMPARISONS), ...Object.entries(UNARY)]) {
    made.push(method(`__${name}__`, (given, context) => callOp(op(opName), given, context, name)));
  }
  for (const name of ['eq', 'ne']) {
    made.push(method(`__${name}__`, (given, context) => equality(name, given, context)));
  }
  return made;
}

/** `==` with what is no tensor is plain inequality. */
function equality(name: string, given: Arguments, context: Context): Value {
  const [, other] = given.positional;
  if (other?.kind === 'None' || other?.kind === 'str') return name === 'ne' ? TRUE : FALSE;
  return callOp(name === 'ne' ? { ...comparing, name: '__operators__.ne' } : comparing, given, context, name);
}

/** Shapes that do not broadcast are no error: they differ. */
const comparing = tensorflowOp({
  name: '__operators__.eq',
  nameless: true,
  summary: 'Whether elements are equal.',
  params: { x: tensorOrNumber({ lists: true }), y: tensorOrNumber({ lists: true }) },
  output: ({ args: { x, y }, callee }) => {
    sharedType([x, y], callee);
    return tensorOf(equalityShape(x.shape, y.shape) ?? unknownShape({ text: 'the shapes may not broadcast' }), 'bool');
  },
});

/** What is known of a shape, and what is said of it besides. */
function refinedShape(own: Shape, said: Shape): Shape {
  if (!hasRank(said)) return own;
  if (!hasRank(own) || own.length !== said.length) return said;
  return own.map((size, i) => (isKnown(size) ? size : isKnown(said[i] ?? size) ? (said[i] as Dimension) : size));
}

/** The rows of a tensor whose first size is known. */
function iterate(self: Value, context: Context): Value {
  if (self.kind !== 'tensor' || !hasRank(self.shape)) return context.unknown('the number of rows is not known');
  const [count] = self.shape;
  if (count === undefined) return refuseInput('TypeError', 'a scalar tensor cannot be gone through', context);
  // In a graph, AutoGraph makes a loop of TensorFlow's own of it; Keras' tensors know no such thing.
  if (!isKnown(count) && self.library !== 'keras') return context.unknown('the number of rows is not known');
  if (!isKnown(count)) {
    return refuseInput('TypeError', 'a tensor whose first size is None cannot be gone through', context);
  }
  context.spend(count);
  // Rows of Keras' own tensors are ops of the model; others are nobody's calls.
  const row = (i: number): Value =>
    self.library === 'keras'
      ? callOp(subscript, args([self, int(i)]), context, 'getitem')
      : runOp(subscript, args([self, int(i)]), context);
  const rows = tuple(Array.from({ length: count }, (_, i) => row(i)));
  const start = context.attribute(rows, '__iter__');
  return start ? context.call(start, args()) : context.unknown('the rows cannot be gone through');
}

const length = method('__len__', ({ positional: [self] }, context) => {
  if (self?.kind !== 'tensor' || !hasRank(self.shape)) return context.unknown('the number of rows is not known');
  const [count] = self.shape;
  // Keras 2 has AutoGraph rewrite a layer's `call`, with a `len` that takes tensors.
  const rewritten = context.generation !== 'keras3' && self.library === 'tensorflow';
  if (self.symbolic && !rewritten)
    return refuseInput('TypeError', 'a symbolic tensor has no `len`: take `tf.shape(x)[0]`', context);
  if (count === undefined) return refuseInput('TypeError', 'a scalar tensor has no `len`', context);
  return isKnown(count) ? int(count) : context.unknown('the number of rows is not known');
});

const truth = method('__bool__', ({ positional: [self] }, context) => {
  const only = self?.kind === 'tensor' && self.data?.length === 1 ? self.data[0] : undefined;
  if (typeof only === 'number' || typeof only === 'boolean') return only ? TRUE : FALSE;
  return context.unknown('whether a tensor is true depends on its values');
});

const number = (name: string) =>
  method(name, ({ positional: [self] }, context) => {
    const only = self?.kind === 'tensor' && self.data?.length === 1 ? self.data[0] : undefined;
    if (typeof only !== 'number') return context.unknown('the value of a tensor is not known');
    return name === '__float__' ? float(only) : int(Math.trunc(only));
  });

/** An eager tensor's values: a number or an array; texts are Python's `bytes`, and arrays of them hold objects. */
export function valuesOf({ shape, dtype, data }: TensorValue, context: Context): Value {
  const isText = dtype === 'string';
  if (isText && hasRank(shape) && shape.length === 0) return context.unknown('the bytes of a text are not followed');
  return new TensorValue({ library: 'numpy', symbolic: false, shape, dtype: isText ? 'object' : dtype, data });
}

const toNumpy = method('numpy', ({ positional: [self] }, context) => {
  if (self?.kind !== 'tensor') return context.unknown('it is no tensor');
  if (self.symbolic) return refuseInput('AttributeError', 'a symbolic tensor has no values for numpy', context);
  return valuesOf(self, context);
});

const getShape = method('get_shape', ({ positional: [self] }, context) =>
  self?.kind === 'tensor' ? tensorShape(self.shape) : context.unknown('it is no tensor'),
);

/** What numpy's arrays have and tensors of TensorFlow have not. */
const ABSENT: ReadonlySet<string> = new Set(
  'T astype reshape sum mean max min std transpose squeeze flatten ravel ndim size item tolist'.split(' '),
);

function missing(symbolicNdim: boolean): NativeFunction {
  return pythonFunction('__getattr__(self, name)', (context, _self: Value, name: Value) => {
    const text = name.kind === 'str' ? name.value : 'attribute';
    if (text.startsWith('__')) return context.raise('AttributeError', `a tensor has no attribute '${text}'`);
    if (ABSENT.has(text) && (text !== 'ndim' || symbolicNdim)) {
      return refuseInput('AttributeError', `a tensor of TensorFlow has no \`${text}\``, context);
    }
    return context.unknown(`\`${text}\` of tensors is not followed`);
  });
}

/** In-place methods of variables: they keep the shape. */
const assign = (name: string) => method(name, ({ positional: [self] }) => self ?? NONE);

const IN_PLACE: Readonly<Record<string, string>> = {
  iadd: 'assign_add(…)',
  isub: 'assign_sub(…)',
  imul: 'assign(v * …)',
  itruediv: 'assign(v / …)',
  ipow: 'assign(v ** …)',
};

/** `v += x`, which TensorFlow's variables refuse (`BaseResourceVariable.__iadd__`): the statement ends there. */
function inPlace(): NativeFunction[] {
  return Object.entries(IN_PLACE).map(([name, instead]) =>
    method(`__${name}__`, (_given, context) => {
      const message = `a variable of TensorFlow cannot be changed in place by an operator: take \`v.${instead}\`, or a new name for the result`;
      refuseInput('RuntimeError', message, context);
      return context.raise('RuntimeError', message);
    }),
  );
}

export function tensorflowTensorMembers(library: TensorLibrary): Iterable<readonly [string, Value]> {
  const variable = library === 'variable';
  return [
    ...named(
      ...operators(),
      method('__getitem__', (given, context) => callOp(subscript, given, context, 'getitem')),
      method('__iter__', ({ positional: [self] }, context) => iterate(self ?? NONE, context)),
      method('__pos__', (_given, context) => refuseInput('TypeError', 'a tensor has no unary +', context)),
      length,
      truth,
      number('__int__'),
      number('__float__'),
      number('__index__'),
      toNumpy,
      getShape,
      method('set_shape', ({ positional: [self, shape], keywords }, context) => {
        const given = shape ?? keywords.get('shape');
        const wanted = given && shapeOf(given);
        if (self?.kind === 'tensor' && wanted) self.refine(context.heap, refinedShape(self.shape, wanted));
        return NONE;
      }),
      missing(library === 'keras'),
      ...(variable ? inPlace() : []),
      ...(variable ? ['assign', 'assign_add', 'assign_sub'].map(assign) : []),
      ...(variable ? [method('read_value', variableValue), method('value', variableValue)] : []),
    ),
    ['device', property((context) => context.unknown('the device of a tensor is not followed'))],
  ];
}

function variableValue({ positional: [self] }: Arguments, context: Context): Value {
  if (self?.kind !== 'tensor') return context.unknown('it is no variable');
  return new TensorValue({ library: 'tensorflow', symbolic: false, shape: self.shape, dtype: self.dtype });
}
