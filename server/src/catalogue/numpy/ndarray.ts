/** What `ndarray` has: operators, subscripts, attributes and methods. */
import { isKnown, product, unknownDimension } from '../../shapes/dimension';
import { bytesOf, type DType, isFloating, isInteger } from '../../shapes/dtype';
import { ShapeProblem } from '../../shapes/problem';
import { hasRank } from '../../shapes/shape';
import { type Arguments, args } from '../../values/arguments';
import type { Context } from '../../values/context';
import { type Element, TensorValue } from '../../values/tensor';
import {
  bool,
  float,
  int,
  ListValue,
  type NativeFunction,
  NONE,
  NOT_IMPLEMENTED,
  str,
  tuple,
  type Value,
} from '../../values/value';
import { failure, refusal } from '../failure';
import { named, nativeFunction, property, pythonFunction, refuseInput } from '../native';
import { callOp, runOp } from '../ops/call-op';
import { type OpDefinition, tensorOf } from '../ops/define-op';
import { NotKnown, operandOf } from '../ops/operand';
import { array, numpyOp as declared, type } from './define';
import { castAll, contentOf } from './elements';
import { numpyOp } from './index';
import { measuredKey, shapeTuple, sizeValue } from './lengths';
import { fitsInto } from './making';
import { markWritten } from './memory';
import { checkWritten, subscript } from './subscript';
import { ARRAY_LITERALS, isText, realType } from './types';

const BINARY: Readonly<Record<string, string>> = {
  add: 'add',
  sub: 'subtract',
  mul: 'multiply',
  truediv: 'divide',
  floordiv: 'floor_divide',
  mod: 'remainder',
  pow: 'power',
  matmul: 'matmul',
  and: 'bitwise_and',
  or: 'bitwise_or',
  xor: 'bitwise_xor',
  lshift: 'left_shift',
  rshift: 'right_shift',
  divmod: 'divmod',
};

const COMPARISONS: Readonly<Record<string, string>> = {
  eq: 'equal',
  ne: 'not_equal',
  lt: 'less',
  le: 'less_equal',
  gt: 'greater',
  ge: 'greater_equal',
};

const UNARY: Readonly<Record<string, string>> = { neg: 'negative', pos: 'positive', abs: 'absolute', invert: 'invert' };

function method(name: string, call: (given: Arguments, context: Context) => Value): NativeFunction {
  return nativeFunction(name, null, call);
}

/** Tensors of TensorFlow compute with arrays themselves; what is not known may be one. */
function leaves(other: Value | undefined, context: Context): Value | undefined {
  if (!other) return NOT_IMPLEMENTED;
  if (other.kind === 'unknown') return other.count || other.isFloat || other.isElement ? undefined : other;
  if (other.kind === 'list' && other.uncertain) return context.unknown('a list is not known', other.uncertain);
  if (other.kind === 'tensor' && other.library === 'tensorflow') return NOT_IMPLEMENTED;
  if (other.kind === 'tensor' && other.library === 'keras' && context.generation !== 'keras3') return NOT_IMPLEMENTED;
  if (other.kind === 'tensor' && other.library === 'variable') {
    return context.generation === 'keras3'
      ? context.unknown('arrays with variables are not followed')
      : NOT_IMPLEMENTED;
  }
  if (other.kind !== 'instance') return undefined;
  return operandOf(other, ARRAY_LITERALS)?.dtype === 'int64' ? undefined : NOT_IMPLEMENTED;
}

function operators(): NativeFunction[] {
  const made: NativeFunction[] = [];
  for (const [name, opName] of Object.entries(BINARY)) {
    const op = numpyOp(opName);
    const call = (reflected: boolean) => (given: Arguments, context: Context) => {
      const [self, other] = given.positional as [Value, Value];
      return leaves(other, context) ?? callOp(op, args(reflected ? [other, self] : [self, other]), context, name);
    };
    made.push(method(`__${name}__`, call(false)), method(`__r${name}__`, call(true)));
    if (name !== 'divmod') made.push(method(`__i${name}__`, (given, context) => inPlace(op, name, given, context)));
  }
  for (const [name, opName] of Object.entries(COMPARISONS)) {
    const op = numpyOp(opName);
    const call = ({ positional: [self, other] }: Arguments, context: Context): Value =>
      leaves(other, context) ?? callOp(op, args([self as Value, other as Value]), context, name);
    made.push(method(`__${name}__`, call));
  }
  for (const [name, opName] of Object.entries(UNARY)) {
    const op = numpyOp(opName);
    made.push(method(`__${name}__`, (given, context) => callOp(op, given, context, name)));
  }
  return made;
}

const LEVELS = ['bool', 'uint', 'int', 'float', 'complex'];

function level(type: DType): number {
  return LEVELS.indexOf(/^[a-z]+/.exec(type)?.[0] ?? '');
}

/** `a += b`: the array keeps its type and shape. Numbers of numpy cannot be changed: they are added. */
function inPlace(op: OpDefinition, name: string, given: Arguments, context: Context): Value {
  const [self, other] = given.positional;
  if (self?.kind !== 'tensor' || !hasRank(self.shape) || self.shape.length === 0 || name === 'matmul')
    return NOT_IMPLEMENTED;
  const away = leaves(other, context);
  if (away) return away;
  const result = runOp(op, args([self, other as Value]), context);
  markWritten(self, context);
  if (result.kind !== 'tensor') return result;
  const [from, to] = [level(result.dtype), level(self.dtype)];
  if (from > to && to >= 0 && !isText(result.dtype)) {
    return refuseInput(
      'TypeError',
      `an array of ${self.dtype} cannot hold the ${result.dtype} that the sum gives`,
      context,
    );
  }
  const fits = attempt(() => hasRank(result.shape) && hasRank(self.shape) && fitsInto(result.shape, self.shape));
  if (fits instanceof ShapeProblem) return refuseInput('ValueError', fits.message, context);
  // The elements have changed: a new value under the same name.
  return new TensorValue({
    library: 'numpy',
    symbolic: false,
    shape: self.shape,
    dtype: self.dtype,
    written: self.written,
  });
}

function attempt(run: () => unknown): ShapeProblem | undefined {
  try {
    run();
  } catch (thrown) {
    if (thrown instanceof ShapeProblem) return thrown;
    if (!(thrown instanceof NotKnown)) throw thrown;
  }
  return undefined;
}

const getItem = method('__getitem__', ({ positional: [self, key] }, context) => {
  if (isOneText(self)) return context.unknown('a part of a text');
  const measured = self?.kind === 'tensor' && key ? measuredKey(self, key, context) : (key as Value);
  const found = callOp(subscript, args([self as Value, measured]), context, 'getitem');
  const single = found.kind === 'tensor' && hasRank(found.shape) && found.shape.length === 0;
  return single ? elementOf(found, context) : found;
});

/** A text among numpy's values is Python's `str` as well: it has a length and parts. */
function isOneText(self: Value | undefined): boolean {
  return self?.kind === 'tensor' && isText(self.dtype) && hasRank(self.shape) && self.shape.length === 0;
}

/** An element as Python sees it: one of an array that is read from a file may be a text, of one of objects anything. */
function elementOf(element: TensorValue, context: Context): Value {
  if (element.dtype === 'object') return context.unknown('an element of an array of objects may be anything');
  if (element.dtype !== '?') return element;
  return { ...context.unknown('an element of an array of unknown type is a number or a text'), isElement: true };
}

const setItem = method('__setitem__', ({ positional: [self, key, value] }, context) => {
  markWritten(self, context);
  if (!self || !key || !value) return NONE;
  const [x, content] = [operandOf(self, ARRAY_LITERALS), operandOf(value, ARRAY_LITERALS)];
  const problem = attempt(
    () =>
      x &&
      content &&
      content.dtype !== 'object' &&
      x.dtype !== 'object' &&
      x.dtype !== '?' &&
      checkWritten(x, key, content),
  );
  if (!problem) return NONE;
  const { code, message, exception, facts } = problem;
  const failed = failure(code, message, { exception, ...(facts ? { facts } : {}) });
  return context.refuse(refusal(failed, 'call'), NONE);
});

/** An element as a Python number (`tolist`, `item`). */
export function pythonNumber(element: Element | undefined, dtype: DType, context: Context): Value {
  if (typeof element === 'boolean') return bool(element);
  if (typeof element === 'string') return str(element);
  if (typeof element === 'number') return /^float/.test(dtype) ? float(element) : int(element);
  return context.unknown('the elements of an array are not known');
}

function only(self: Value | undefined): Element | undefined {
  return self?.kind === 'tensor' && self.data?.length === 1 ? self.data[0] : undefined;
}

function countOf(self: Value | undefined): number | undefined {
  if (self?.kind !== 'tensor' || !hasRank(self.shape) || !self.shape.every(isKnown)) return undefined;
  return product(self.shape) as number;
}

/** `int(x)`, `float(x)`: of arrays with one element. */
function number(name: '__int__' | '__float__' | '__index__' | '__complex__'): NativeFunction {
  return method(name, ({ positional: [self] }, context) => {
    const count = countOf(self);
    if (count !== undefined && count !== 1)
      return refuseInput('TypeError', 'only an array with one element is a number', context);
    const element = only(self);
    if (name === '__index__' && self?.kind === 'tensor' && /^(float|complex)/.test(self.dtype)) {
      return context.raise('TypeError', 'only integer scalar arrays can be converted to a scalar index');
    }
    if (typeof element !== 'number' && typeof element !== 'boolean') {
      return context.unknown('the value of an array is not known');
    }
    if (name === '__float__') return float(Number(element));
    return Number.isFinite(Number(element)) ? int(Math.trunc(Number(element))) : context.unknown('it is not finite');
  });
}

const truth = method('__bool__', ({ positional: [self] }, context) => {
  const count = countOf(self);
  if (count !== undefined && count > 1) {
    return refuseInput(
      'ValueError',
      'an array of several elements is no condition: take `.any()` or `.all()`',
      context,
    );
  }
  const element = only(self);
  if (element === undefined || typeof element === 'object')
    return context.unknown('the value of an array is not known');
  return bool(Boolean(element));
});

const length = method('__len__', ({ positional: [self] }, context) => {
  if (self?.kind !== 'tensor') return context.unknown('the number of rows is not known');
  if (isOneText(self)) return context.unknown('the length of a text');
  const [count] = hasRank(self.shape) ? self.shape : [unknownDimension(self.shape.reason)];
  if (count === undefined) return refuseInput('TypeError', 'an array without axes has no `len`', context);
  return sizeValue(self, 0, count, context);
});

const iterate = method('__iter__', ({ positional: [self] }, context) => {
  if (self?.kind !== 'tensor' || !hasRank(self.shape)) return context.unknown('the number of rows is not known');
  if (isOneText(self)) return context.unknown('the letters of a text');
  const [count, ...row] = self.shape;
  if (count === undefined) return refuseInput('TypeError', 'an array without axes cannot be gone through', context);
  const { dtype, written } = self;
  const anyRow = (): Value => {
    const made = new TensorValue({ library: 'numpy', symbolic: false, shape: row, dtype, written, keepLimits: true });
    return row.length === 0 ? elementOf(made, context) : made;
  };
  if (!isKnown(count)) return { ...context.unknown('the number of rows is not known'), item: anyRow };
  context.spend(count);
  const same = anyRow();
  const rows = Array.from({ length: count }, (_, i) =>
    self.data ? runOp(subscript, args([self, int(i)]), context) : same,
  );
  const start = context.attribute(tuple(rows), '__iter__');
  return start ? context.call(start, args()) : context.unknown('the rows cannot be gone through');
});

const contains = method('__contains__', ({ positional: [self, item] }, context) => {
  const content = self && contentOf(operandOf(self, ARRAY_LITERALS) as never);
  const wanted = item?.kind === 'int' || item?.kind === 'float' || item?.kind === 'str' ? item.value : only(item);
  if (!content || wanted === undefined || typeof wanted === 'object')
    return context.unknown('the elements are not known');
  return bool(content.items.includes(wanted as number));
});

/** Methods that are functions whose first argument is the array. */
const FUNCTIONS: readonly string[] = (
  'sum prod mean std var max min ptp all any argmax argmin cumsum cumprod clip round repeat take squeeze swapaxes ' +
  'diagonal trace dot argsort argpartition searchsorted nonzero ravel conj conjugate'
).split(' ');

const functionMethods = FUNCTIONS.map((name) => {
  const op = numpyOp(name);
  return method(name, (given, context) => callOp(op, given, context, name));
});

/** Sizes or axes given one by one, or as one sequence. */
function gathered({ positional: [self, ...rest], keywords, uncertain }: Arguments, keyword: string): Arguments {
  if (rest.length === 0) return { positional: [self as Value], keywords, uncertain };
  const value = rest.length === 1 ? (rest[0] as Value) : tuple(rest);
  return { positional: [self as Value], keywords: new Map([[keyword, value], ...keywords]), uncertain };
}

const reshape = method('reshape', (given, context) => callOp(numpyOp('reshape'), gathered(given, 'shape'), context));
const transpose = method('transpose', (given, context) =>
  callOp(numpyOp('transpose'), gathered(given, 'axes'), context),
);

const compress = method('compress', ({ positional: [self, condition, ...rest], keywords, uncertain }, context) =>
  callOp(
    numpyOp('compress'),
    { positional: [condition ?? NONE, self as Value, ...rest], keywords, uncertain },
    context,
  ),
);

/** Every type of numbers holds so many: `int8` has 127 for its largest. */
const MOST_CLASSES = 128;

const astype = declared('astype(a, dtype, order="K", casting="unsafe", subok=True, copy=True)', {
  summary: 'The same elements in another type.',
  keepLimits: true,
  read: { a: array(), dtype: type() },
  output: ({ args: { a, dtype } }) => tensorOf(a.anyShape, dtype ?? 'float64'),
  elements: ({ args: { a, dtype } }) => {
    const content = contentOf(a);
    return content && castAll(content.items, dtype ?? 'float64');
  },
  classes: ({ args: { a, dtype } }) => {
    const classes = a.tensor?.classes ?? null;
    const to = dtype ?? 'float64';
    return classes !== null && classes <= MOST_CLASSES && (isInteger(to) || isFloating(to)) ? classes : null;
  },
});

const flatten = declared('flatten(a, order="C")', {
  summary: 'A copy with all elements in one axis.',
  read: { a: array() },
  output: ({ args: { a } }) => tensorOf([product(a.shape)], a.dtype),
  elements: (question) => (question.written('order') ? null : (contentOf(question.args.a)?.items ?? null)),
  classes: ({ args: { a } }) => a.tensor?.classes ?? null,
});

const view = declared('view(a, dtype=None, type=None)', {
  summary: 'The same memory as another type.',
  read: { a: array(), dtype: type() },
  view: 'a',
  output: ({ args: { a, dtype } }) => {
    if (dtype !== null && bytesOf(dtype) !== bytesOf(a.dtype))
      throw new NotKnown({ text: 'sizes change with the type' });
    return tensorOf(a.anyShape, dtype ?? a.dtype);
  },
});

const ownOps = [astype, flatten, view].map((op) => method(op.name, (given, context) => callOp(op, given, context)));

const copy = method('copy', (given, context) => callOp(numpyOp('copy'), given, context));

/** Methods that change the array. */
const changing = ['fill', 'sort', 'partition', 'put', 'setflags', 'setfield', 'byteswap'].map((name) =>
  method(name, ({ positional: [self] }, context) => {
    markWritten(self, context);
    return NONE;
  }),
);

const toList = method('tolist', ({ positional: [self] }, context) => {
  if (self?.kind !== 'tensor' || !hasRank(self.shape) || !self.shape.every(isKnown)) {
    return context.unknown('the shape of an array is not known');
  }
  const sizes = self.shape as readonly number[];
  const count = product(sizes) as number;
  if (count > 10_000) return context.unknown('the array is large');
  context.spend(count);
  let at = 0;
  const rows = (axis: number): Value => {
    if (axis === sizes.length) return pythonNumber(self.data?.[at++], self.dtype, context);
    return new ListValue(Array.from({ length: sizes[axis] as number }, () => rows(axis + 1)));
  };
  return rows(0);
});

const item = method('item', ({ positional: [self, ...where] }, context) => {
  if (self?.kind !== 'tensor') return context.unknown('it is no array');
  const count = countOf(self);
  if (where.length === 0 && count !== undefined && count !== 1) {
    return refuseInput('ValueError', 'only an array with one element is a number', context);
  }
  return pythonNumber(where.length === 0 ? only(self) : undefined, self.dtype, context);
});

/** Methods whose results are not followed. */
const opaque = 'tobytes tofile dump dumps resize choose getfield to_device __array__'
  .split(' ')
  .map((name) => method(name, (_given, context) => context.unknown(`\`${name}\` of arrays is not followed`)));

/** Attributes and methods that arrays have and that are not followed; others are none. */
const NOT_FOLLOWED: ReadonlySet<string> = new Set(
  'base ctypes data device flags flat strides nbytes itemsize is_integer as_integer_ratio hex fromhex names fields newbyteorder'.split(
    ' ',
  ),
);

const missing = pythonFunction('__getattr__(self, name)', (context, self: Value, name: Value) => {
  const text = name.kind === 'str' ? name.value : 'attribute';
  if (text.startsWith('__'))
    return context.raise('AttributeError', `'numpy.ndarray' object has no attribute '${text}'`);
  const sure = self.kind === 'tensor' && hasRank(self.shape) && self.shape.length > 0 && self.dtype !== '?';
  if (!sure || NOT_FOLLOWED.has(text)) return context.unknown(`\`${text}\` of arrays is not followed`);
  return refuseInput('AttributeError', `an array of numpy has no \`${text}\``, context);
});

function attribute(read: (self: TensorValue, context: Context) => Value): Value {
  return property((context, self) =>
    self.kind === 'tensor' ? read(self, context) : context.unknown('it is no array'),
  );
}

const attributes: readonly (readonly [string, Value])[] = [
  ['shape', attribute(shapeTuple)],
  ['T', attribute((self, context) => runOp(numpyOp('transpose'), args([self]), context))],
  ['mT', attribute((self, context) => runOp(numpyOp('matrix_transpose'), args([self]), context))],
  ['real', attribute((self) => retyped(self, realType(self.dtype)))],
  ['imag', attribute((self) => retyped(self, realType(self.dtype)))],
  ['itemsize', attribute(({ dtype }, context) => size(bytesOf(dtype), context))],
  ['nbytes', attribute((self, context) => size(bytes(self), context))],
  ['flat', attribute((self, context) => runOp(numpyOp('ravel'), args([self]), context))],
];

function retyped({ shape, dtype: own, data }: TensorValue, dtype: DType): TensorValue {
  return new TensorValue({ library: 'numpy', symbolic: false, shape, dtype, data: own === dtype ? data : null });
}

function bytes(self: TensorValue): number | undefined {
  const [count, each] = [countOf(self), bytesOf(self.dtype)];
  return count === undefined || each === undefined ? undefined : count * each;
}

function size(found: number | undefined, context: Context): Value {
  return found === undefined ? context.unknown('the size of the array is not known') : int(found);
}

/** `np.ndarray(shape, dtype)`: an array with nothing in it yet. */
const create = nativeFunction('__new__', null, (given, context) => {
  const [cls, ...rest] = given.positional;
  const plain = rest.length <= 2 && [...given.keywords.keys()].every((name) => name === 'shape' || name === 'dtype');
  if (!plain || cls?.kind !== 'class' || cls.name !== 'ndarray') {
    return context.unknown('what is made of the memory of another object is not followed');
  }
  return callOp(numpyOp('empty'), { ...given, positional: rest }, context, 'ndarray');
});

export function arrayMembers(): Iterable<readonly [string, Value]> {
  return [
    ...attributes,
    ...named(
      create,
      ...operators(),
      getItem,
      setItem,
      iterate,
      contains,
      length,
      truth,
      number('__int__'),
      number('__float__'),
      number('__index__'),
      ...functionMethods,
      reshape,
      transpose,
      compress,
      ...ownOps,
      copy,
      ...changing,
      toList,
      item,
      ...opaque,
      missing,
    ),
  ];
}
