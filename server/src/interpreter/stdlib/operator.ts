/** `operator`: Python's operators as functions. */
import type { BinaryOperator, ComparisonOperator } from '../../python/ast';
import { args } from '../../values/arguments';
import { bool, int, isUnknownValue, type NativeFunction, NONE, type Value } from '../../values/value';
import { builtinFunctions, named, native } from '../builtins/define';
import { countIn, indexIn } from '../builtins/list';
import { augmented, binary, compare, deleteSubscript, setSubscript, subscript, unary } from '../builtins/operations';
import { indexOf, lengthOf } from '../builtins/protocols';
import { callMethod, typeName } from '../builtins/special';
import { getterClasses } from './getters';
import { declareModule } from './module';

const BINARY: Readonly<Record<string, BinaryOperator>> = {
  add: '+',
  sub: '-',
  mul: '*',
  truediv: '/',
  floordiv: '//',
  mod: '%',
  pow: '**',
  matmul: '@',
  and_: '&',
  or_: '|',
  xor: '^',
  lshift: '<<',
  rshift: '>>',
};

const COMPARISONS: Readonly<Record<string, ComparisonOperator>> = {
  eq: '==',
  ne: '!=',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
  is_: 'is',
  is_not: 'is not',
};

const UNARY = { neg: '-', pos: '+', inv: '~', invert: '~' } as const;

function operators(): NativeFunction[] {
  const made: NativeFunction[] = [];
  for (const [name, op] of Object.entries(BINARY)) {
    made.push(
      native(`${name}(a, b, /)`, (context, a: Value, b: Value) => binary(op, a, b, context), { unknowns: 'pass' }),
    );
    made.push(
      native(`i${name.replace('_', '')}(a, b, /)`, (context, a: Value, b: Value) => augmented(op, a, b, context), {
        unknowns: 'pass',
      }),
    );
  }
  for (const [name, op] of Object.entries(COMPARISONS)) {
    made.push(
      native(`${name}(a, b, /)`, (context, a: Value, b: Value) => compare(op, a, b, context), { unknowns: 'pass' }),
    );
  }
  for (const [name, op] of Object.entries(UNARY)) {
    made.push(native(`${name}(a, /)`, (context, a: Value) => unary(op, a, context)));
  }
  return made;
}

const others: readonly NativeFunction[] = [
  native('contains(a, b, /)', (context, a: Value, b: Value) => compare('in', b, a, context)),
  native('concat(a, b, /)', (context, a: Value, b: Value) => {
    const cls = context.classOf(a);
    if (isUnknownValue(cls) || cls.lookup('__getitem__')) return binary('+', a, b, context);
    return context.raise('TypeError', `'${cls.name}' object can't be concatenated`);
  }),
  native('index(a, /)', (context, a: Value) => {
    const index = indexOf(a, context);
    return typeof index === 'object' ? index : int(index);
  }),
  native('countOf(a, b, /)', (context, a: Value, b: Value) => {
    const items = context.items(a);
    return 'kind' in items ? items : countIn(context, items, b);
  }),
  native('indexOf(a, b, /)', (context, a: Value, b: Value) => {
    const items = context.items(a);
    if ('kind' in items) return items;
    const found = indexIn(context, items, b, undefined, undefined);
    if (typeof found === 'number') return int(found);
    return found ?? context.raise('ValueError', 'sequence.index(x): x not in sequence');
  }),
  native('length_hint(obj, default=0, /)', (context, value: Value) => {
    const length = lengthOf(value, context);
    return typeof length === 'number' ? int(length) : length;
  }),
  native('not_(a, /)', (context, a: Value) => {
    const truth = context.truth(a);
    return typeof truth === 'boolean' ? bool(!truth) : truth;
  }),
  native('truth(a, /)', (context, a: Value) => {
    const truth = context.truth(a);
    return typeof truth === 'boolean' ? bool(truth) : truth;
  }),
  native('getitem(a, b, /)', (context, a: Value, b: Value) => subscript(a, b, context)),
  native(
    'setitem(a, b, c, /)',
    (context, a: Value, b: Value, c: Value) => {
      setSubscript(a, b, c, context);
      return NONE;
    },
    { unknowns: 'pass' },
  ),
  native('abs(a, /)', (context, a: Value) => {
    const made = callMethod(a, '__abs__', [], context);
    return made ?? context.raise('TypeError', `bad operand type for abs(): '${typeName(a, context)}'`);
  }),
  native('call(obj, /, *args, **kwargs)', (context, callee: Value, given: Value[], keywords: Map<string, Value>) =>
    context.call(callee, args(given, keywords)),
  ),
  native('delitem(a, b, /)', (context, a: Value, b: Value) => {
    deleteSubscript(a, b, context);
    return NONE;
  }),
];

export function operatorModule() {
  const members = named(...builtinFunctions([...operators(), ...others]));
  // Each but the last few is there under its operator's name, too.
  const special = members.map(([name, value]) => [`__${name.replace(/_$/, '')}__`, value] as const);
  return declareModule('operator', [...members, ...special, ...getterClasses], {
    home: '_operator.',
    others: 'iconcat is_none is_not_none',
  });
}
