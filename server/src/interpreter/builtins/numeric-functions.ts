/** `abs`, `sum`, `min`, `max`, `round`, `divmod`, `pow`, `bin`, `hex`, `oct`, `chr`, `ord`. */
import { hasRank } from '../../shapes/shape';
import { args } from '../../values/arguments';
import type { Context } from '../../values/context';
import { TensorValue } from '../../values/tensor';
import {
  int,
  isUnknownValue,
  type NativeFunction,
  str,
  type UnknownValue,
  unknownAmong,
  type Value,
} from '../../values/value';
import { plain } from './boxed';
import { native } from './define';
import { powerModulo } from './numbers';
import { binary, compare } from './operations';
import { indexOf } from './protocols';
import { callMethod, isIterable, typeName } from './special';
import { codePointLength } from './string-text';

function sum(context: Context, iterable: Value, start: Value): Value {
  const cls = context.classOf(iterable);
  if (!isUnknownValue(cls) && !isIterable(cls)) {
    return context.raise('TypeError', `'${typeName(iterable, context)}' object is not iterable`);
  }
  if (start.kind === 'str') return context.raise('TypeError', "sum() can't sum strings [use ''.join(seq) instead]");
  if (start.kind === 'bytes') return context.raise('TypeError', "sum() can't sum bytes [use b''.join(seq) instead]");
  const items = iterable.kind === 'set' ? summands(iterable, context) : context.items(iterable);
  if ('kind' in items) {
    const element = anyElement(iterable);
    // What more of them are added to has the type that it keeps.
    return element ? [element, element].reduce((sum, one) => binary('+', sum, one, context), start) : items;
  }
  context.spend(items.length >> 2);
  let total: Value = start;
  for (const item of items) {
    total = binary('+', total, item, context);
    if (isUnknownValue(total)) return total;
  }
  return total;
}

/** An element of an array of which not each is known; undefined for what may have none. */
function anyElement(value: Value): Value | undefined {
  if (value.kind !== 'tensor' || value.symbolic || !hasRank(value.shape)) return undefined;
  const { library, dtype, shape } = value;
  const [count, ...inner] = shape;
  return count === undefined || count === 0
    ? undefined
    : new TensorValue({ library, symbolic: false, shape: inner, dtype });
}

/** The order of ints does not change their sum: a set of them needs none. */
function summands(set: Extract<Value, { kind: 'set' }>, context: Context): readonly Value[] | UnknownValue {
  const items = [...set.items.values()];
  return !set.uncertain && items.every((item) => item.kind === 'int') ? items : context.items(set);
}

function extreme(name: 'min' | 'max'): NativeFunction {
  const op = name === 'min' ? '<' : '>';
  return native(
    `${name}(*args, key=None, default=)`,
    (context, given: readonly Value[], key: Value, fallback?: Value): Value => {
      if (given.length === 0) return context.raise('TypeError', `${name} expected at least 1 argument, got 0`);
      if (given.length > 1 && fallback) {
        return context.raise('TypeError', `Cannot specify a default for ${name}() with multiple positional arguments`);
      }
      const items = given.length > 1 ? given : candidates(given[0] as Value, context);
      if ('kind' in items) return anyNumber(anyElement(given[0] as Value)) ?? items;
      context.spend(items.length >> 2);
      let best: Value | undefined;
      let bestKey: Value | undefined;
      for (const item of items) {
        const itemKey = key.kind === 'None' ? item : context.call(key, args([item]));
        if (isUnknownValue(itemKey)) return unknownAmong(itemKey.reason, items);
        if (bestKey !== undefined) {
          const better = context.truth(compare(op, itemKey, bestKey, context));
          if (typeof better !== 'boolean') return oneOf(items) ?? unknownAmong(better.reason, items);
          if (!better) continue;
        }
        best = item;
        bestKey = itemKey;
      }
      return best ?? fallback ?? context.raise('ValueError', `${name}() arg is an empty sequence`);
    },
  );
}

function anyNumber(value: Value | undefined): TensorValue | undefined {
  return value?.kind === 'tensor' && hasRank(value.shape) && value.shape.length === 0 ? value : undefined;
}

/** One of several single numbers of one type, which are the same but for their values. */
function oneOf(items: readonly Value[]): Value | undefined {
  const numbers = items.flatMap((item) => anyNumber(item) ?? []);
  const [first] = numbers;
  const isSame = ({ library, symbolic, dtype }: TensorValue) =>
    library === first?.library && dtype === first.dtype && !symbolic;
  if (!first || numbers.length < items.length || !numbers.every(isSame)) return undefined;
  return new TensorValue({ library: first.library, symbolic: false, shape: [], dtype: first.dtype });
}

/** The least string of a set is the same in any order. */
function candidates(iterable: Value, context: Context): readonly Value[] | UnknownValue {
  if (iterable.kind !== 'set' || iterable.uncertain) return context.items(iterable);
  const items = [...iterable.items.values()];
  return items.every((item) => item.kind === 'str' || item.kind === 'int') ? items : context.items(iterable);
}

function based(name: 'bin' | 'oct' | 'hex', radix: number, prefix: string): NativeFunction {
  return native(`${name}(number, /)`, (context, number: Value): Value => {
    const index = indexOf(number, context);
    if (typeof index === 'object') return index;
    return str(`${index < 0 ? '-' : ''}${prefix}${(index < 0 ? -index : index).toString(radix)}`);
  });
}

function divmod(context: Context, a: Value, b: Value): Value {
  const left = callMethod(a, '__divmod__', [b], context);
  if (left !== undefined && left.kind !== 'NotImplemented') return left;
  const right = callMethod(b, '__rdivmod__', [a], context);
  if (right !== undefined && right.kind !== 'NotImplemented') return right;
  return context.raise(
    'TypeError',
    `unsupported operand type(s) for divmod(): '${typeName(a, context)}' and '${typeName(b, context)}'`,
  );
}

function pow(context: Context, base: Value, exponent: Value, modulus: Value): Value {
  if (modulus.kind === 'None') return binary('**', base, exponent, context);
  const [a, b, m] = [plain(base), plain(exponent), plain(modulus)];
  const given = [a, b, m].map((value) => value.kind);
  if (given.every((kind) => kind === 'int' || kind === 'bool')) return powerModulo(a, b, m, context);
  if (given.includes('float')) {
    return context.raise('TypeError', 'pow() 3rd argument not allowed unless all arguments are integers');
  }
  const result = callMethod(base, '__pow__', [exponent, modulus], context);
  if (result !== undefined && result.kind !== 'NotImplemented') return result;
  const names = [base, exponent, modulus].map((value) => `'${typeName(value, context)}'`).join(', ');
  return context.raise('TypeError', `unsupported operand type(s) for ** or pow(): ${names}`);
}

export const numericFunctions: readonly NativeFunction[] = [
  native('abs(x, /)', (context, x: Value): Value => {
    const result = callMethod(x, '__abs__', [], context);
    return result ?? context.raise('TypeError', `bad operand type for abs(): '${typeName(x, context)}'`);
  }),
  native('sum(iterable, /, start=0)', sum),
  extreme('min'),
  extreme('max'),
  native('round(number, ndigits=None)', (context, number: Value, digits: Value): Value => {
    const result = callMethod(number, '__round__', digits.kind === 'None' ? [] : [digits], context);
    return result ?? context.raise('TypeError', `type ${typeName(number, context)} doesn't define __round__ method`);
  }),
  native('divmod(x, y, /)', divmod),
  native('pow(base, exp, mod=None)', pow),
  based('bin', 2, '0b'),
  based('oct', 8, '0o'),
  based('hex', 16, '0x'),
  native('chr(i, /)', (context, i: Value): Value => {
    const code = indexOf(i, context);
    if (typeof code === 'object') return code;
    if (code > 2147483647 || code < -2147483648) {
      return context.raise('OverflowError', 'Python int too large to convert to C int');
    }
    if (code < 0 || code > 0x10ffff) return context.raise('ValueError', 'chr() arg not in range(0x110000)');
    return str(String.fromCodePoint(Number(code)));
  }),
  native('ord(c, /)', (context, c: Value): Value => {
    const text = plain(c);
    if (text.kind === 'bytes' && text.value.length === 1) return int(text.value[0] as number);
    if (text.kind === 'bytes') {
      const found = `string of length ${text.value.length} found`;
      return context.raise('TypeError', `ord() expected a character, but ${found}`);
    }
    if (text.kind !== 'str') {
      return context.raise('TypeError', `ord() expected string of length 1, but ${typeName(c, context)} found`);
    }
    const length = codePointLength(text.value);
    if (length !== 1) {
      return context.raise('TypeError', `ord() expected a character, but string of length ${length} found`);
    }
    return int(text.value.codePointAt(0) as number);
  }),
];
