/** What ops give to Keras 3's symbolic tensors: operators, subscripts, methods (`backend/common/keras_tensor.py`). */
import { type Arguments, args } from '../../values/arguments';
import type { Context } from '../../values/context';
import { kerasTensor } from '../../values/tensor';
import {
  bool,
  FALSE,
  int,
  type NativeFunction,
  NONE,
  NOT_IMPLEMENTED,
  str,
  TRUE,
  type Value,
} from '../../values/value';
import { failure, refusal } from '../failure';
import { named, nativeFunction, property, pythonFunction } from '../native';
import { callOp, opFunction, runOp } from './call-op';
import { defineOp, type OpDefinition, tensorOf } from './define-op';
import { other } from './elementwise/unary';
import { opNamed } from './index';
import { dtype, shape } from './params';

/** Operators and the ops that they are; a reflected one has its operands the other way round. */
const OPERATORS: Readonly<Record<string, string>> = {
  add: 'add',
  sub: 'subtract',
  mul: 'multiply',
  matmul: 'matmul',
  truediv: 'true_divide',
  pow: 'power',
  floordiv: 'floor_divide',
  mod: 'mod',
  and: 'logical_and',
  or: 'logical_or',
  xor: 'logical_xor',
};

const COMPARISONS: Readonly<Record<string, string>> = {
  lt: 'less',
  le: 'less_equal',
  gt: 'greater',
  ge: 'greater_equal',
  ne: 'not_equal',
};

const UNARY: Readonly<Record<string, string>> = { neg: 'negative', abs: 'absolute', invert: 'logical_not' };

/** What Python finds on other objects and Keras tensors have not, or refuse: the exception, and why. */
const REFUSED: Readonly<Record<string, readonly [exception: string, message: string]>> = {
  __pos__: ['TypeError', 'a Keras tensor has no unary +'],
  __lshift__: ['TypeError', 'a Keras tensor has no <<'],
  __rlshift__: ['TypeError', 'a Keras tensor has no <<'],
  __rshift__: ['TypeError', 'a Keras tensor has no >>'],
  __rrshift__: ['TypeError', 'a Keras tensor has no >>'],
  __len__: ['TypeError', 'a Keras tensor has no `len`: take `x.shape[0]`'],
  __iter__: ['NotImplementedError', 'a Keras tensor cannot be gone through: its values are not there yet'],
  __contains__: ['NotImplementedError', 'a Keras tensor cannot be searched: its values are not there yet'],
  __bool__: ['TypeError', 'a Keras tensor is no condition: its values are not there yet'],
  __int__: ['ValueError', 'a Keras tensor is no number: its values are not there yet'],
  __float__: ['ValueError', 'a Keras tensor is no number: its values are not there yet'],
  __index__: ['TypeError', 'a Keras tensor is no index: its values are not there yet'],
  __setitem__: ['TypeError', 'a Keras tensor cannot be changed'],
  __array__: ['ValueError', 'a Keras tensor cannot become an array: its values are not there yet'],
};

function op(name: string): OpDefinition {
  const found = opNamed(name);
  if (!found) throw new Error(`there is no op ${name}`);
  return found;
}

function refuse(exception: string, message: string, context: Context, callee: string): Value {
  const failed = failure('invalid-input', message, { exception });
  return context.refuse(refusal(failed, 'call'), context.unknown(`\`${callee}\` is refused`));
}

function method(name: string, call: (given: Arguments, context: Context) => Value) {
  return nativeFunction(name, null, call);
}

function operators(): NativeFunction[] {
  const members: NativeFunction[] = [];
  for (const [name, opName] of Object.entries(OPERATORS)) {
    const definition = op(opName);
    members.push(method(`__${name}__`, (given, context) => callOp(definition, given, context, name)));
    const reflected = (given: Arguments, context: Context) =>
      callOp(definition, args([...given.positional].reverse()), context, `r${name}`);
    members.push(method(`__r${name}__`, reflected));
  }
  for (const [name, opName] of [...Object.entries(COMPARISONS), ...Object.entries(UNARY)]) {
    const definition = op(opName);
    members.push(method(`__${name}__`, (given, context) => callOp(definition, given, context, name)));
  }
  return members;
}

/** `==` is not overloaded: it compares identities. */
const equality = method('__eq__', ({ positional: [self, other] }) => (self === other ? TRUE : NOT_IMPLEMENTED));

const rounding = pythonFunction('__round__(self, ndigits=None)', (context, self: Value, digits: Value) =>
  callOp(op('round'), args([self, digits.kind === 'None' ? int(0) : digits]), context, 'round'),
);

/** Attributes beside those of all tensors; others do not exist. */
const ATTRIBUTES: Readonly<Record<string, Value>> = {
  sparse: FALSE,
  ragged: FALSE,
  ragged_rank: NONE,
  row_splits_dtype: NONE,
  record_history: bool(true),
};

const missing = pythonFunction('__getattr__(self, name)', (context, _self: Value, name: Value) => {
  const text = name.kind === 'str' ? name.value : 'attribute';
  if (text.startsWith('_')) {
    return text.startsWith('__')
      ? context.raise('AttributeError', `'KerasTensor' object has no attribute '${text}'`)
      : context.unknown(`\`${text}\` of Keras tensors is not followed`);
  }
  return refuse('AttributeError', `a Keras tensor has no \`${text}\`${instead(text)}`, context, text);
});

/** What to write in place of a method that tensors of other libraries have. */
function instead(name: string): string {
  if (name === 'T') return ': take `keras.ops.transpose(x)`';
  if (name === 'astype') return ': take `keras.ops.cast(x, dtype)`';
  if (name === 'numpy') return ': its values are not there yet';
  return opNamed(name) ? `: take \`keras.ops.${name}(x)\`` : '';
}

/** `keras.KerasTensor(shape, dtype)`: a tensor without a history. */
const creation = nativeFunction('__new__', null, (given, context) =>
  makeKerasTensor({ ...given, positional: given.positional.slice(1) }, context),
);

const construction = defineOp({
  name: 'KerasTensor',
  module: 'core',
  operation: null,
  summary: 'A symbolic tensor.',
  params: {
    shape: shape(),
    dtype: dtype(str('float32')),
    sparse: other(FALSE),
    ragged: other(FALSE),
    record_history: other(TRUE),
    name: other(NONE),
  },
  symbolicBy: [],
  output: ({ args: { shape: sizes, dtype: type } }) => tensorOf(sizes, type ?? 'float32'),
});

function makeKerasTensor(given: Arguments, context: Context): Value {
  const made = runOp(construction, given, context);
  return made.kind === 'tensor' ? kerasTensor(made.shape, made.dtype) : made;
}

export function kerasTensorMembers(): Iterable<readonly [string, Value]> {
  const refused = Object.entries(REFUSED).map(([name, [exception, message]]) =>
    method(name, (_given, context) => refuse(exception, message, context, name)),
  );
  const subscript = method('__getitem__', (given, context) => callOp(op('get_item'), given, context, 'getitem'));
  return [
    ...Object.entries(ATTRIBUTES).map(([name, value]) => [name, property(() => value)] as const),
    ...named(
      ...operators(),
      ...refused,
      equality,
      rounding,
      missing,
      subscript,
      creation,
      opFunction(op('reshape')),
      opFunction(op('squeeze')),
    ),
  ];
}
