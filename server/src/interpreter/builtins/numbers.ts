/** `int`, `bool`, `float`, `complex` and `NoneType`, `ellipsis`, `NotImplementedType`. */
import type { BinaryOperator } from '../../python/ast';
import { args } from '../../values/arguments';
import type { Context } from '../../values/context';
import { type Count, Quantity } from '../../values/quantity';
import {
  type BytesValue,
  bool,
  type ClassValue,
  ELLIPSIS,
  FALSE,
  type FloatValue,
  float,
  InstanceValue,
  type IntValue,
  int,
  isUnknownValue,
  type NativeFunction,
  NONE,
  NOT_IMPLEMENTED,
  OBJECT,
  str,
  tuple,
  type Value,
} from '../../values/value';
import { bitLength, complex, floatDivmod, intOperation, ratio, toFloat } from './arithmetic';
import { Boxed, plain } from './boxed';
import { builtinClass, computed, type DeclareMethod, knowing, methodsOf, named, native } from './define';
import { builtinCompare, type RichOperator } from './equality';
import { floatParts, floatRepr, roundFloat, roundToInteger } from './float-text';
import { formatPlain } from './format-spec';
import { hashesByContent, pythonHash } from './hashing';
import { parseComplex, parseFloatText, parseInteger } from './number-parse';
import { decision, numberOperation, numberUnary } from './operations';
import { indexOf, truthOf } from './protocols';
import * as real from './real';
import { callMethod, typeName } from './special';
import { latin1 } from './string-text';
import { plainRepr, reprOf, strOf } from './text';

type Integer = number | bigint;

/** A value of a built-in type as an instance of a class: itself, or boxed for a subclass. */
export function asInstanceOf(cls: Value, own: ClassValue, value: Value, context: Context): Value {
  if (cls === own || cls.kind !== 'class') return value;
  return new InstanceValue(context.heap.identity(), cls, new Boxed(value));
}

const OPERATORS: readonly (readonly [BinaryOperator, string])[] = [
  ['+', 'add'],
  ['-', 'sub'],
  ['*', 'mul'],
  ['/', 'truediv'],
  ['//', 'floordiv'],
  ['%', 'mod'],
  ['**', 'pow'],
  ['&', 'and'],
  ['|', 'or'],
  ['^', 'xor'],
  ['<<', 'lshift'],
  ['>>', 'rshift'],
];
const COMPARISONS: readonly (readonly [RichOperator, string])[] = [
  ['==', '__eq__'],
  ['!=', '__ne__'],
  ['<', '__lt__'],
  ['<=', '__le__'],
  ['>', '__gt__'],
  ['>=', '__ge__'],
];

/** The comparison methods of a built-in type. */
export function comparisonMethods<T extends Value>(method: DeclareMethod<T>): readonly (readonly [string, Value])[] {
  return named(
    ...COMPARISONS.map(([op, name]) =>
      method(`${name}(value, /)`, (context, self: T, other: Value) =>
        decision(builtinCompare(op, self, plain(other), context)),
      ),
    ),
  );
}

type Kind = 'int' | 'float' | 'complex';

/** Which operands a number's method takes: floats take ints, ints take no floats. */
function takes(kind: Kind, value: Value): boolean {
  const { kind: other } = value;
  if (other === 'int' || other === 'bool') return true;
  return kind !== 'int' && (other === 'float' || (kind === 'complex' && other === 'complex'));
}

function arithmeticMethods<T extends Value>(kind: Kind, method: DeclareMethod<T>): (readonly [string, Value])[] {
  const operators = OPERATORS.filter(([op]) => kind === 'int' || !['&', '|', '^', '<<', '>>'].includes(op));
  const binaries = operators.flatMap(([op, name]) => [
    method(
      `__${name}__(value, ${name === 'pow' ? 'mod=None, ' : ''}/)`,
      (context, self: T, other: Value, modulus?: Value) => {
        const right = plain(other);
        if (!takes(kind, right)) return NOT_IMPLEMENTED;
        if (modulus && modulus.kind !== 'None') return powerModulo(self, right, plain(modulus), context);
        return numberOperation(op, self, right, context) ?? NOT_IMPLEMENTED;
      },
    ),
    method(`__r${name}__(value, /)`, (context, self: T, other: Value) => {
      const left = plain(other);
      return (takes(kind, left) ? numberOperation(op, left, self, context) : undefined) ?? NOT_IMPLEMENTED;
    }),
  ]);
  return named(
    ...binaries,
    method('__neg__(/)', (_context, self: T) => numberUnary('-', self) ?? NOT_IMPLEMENTED),
    method('__pos__(/)', (_context, self: T) => numberUnary('+', self) ?? NOT_IMPLEMENTED),
    method('__abs__(/)', (context, self: T) => absolute(self, context)),
    method('__bool__(/)', (context, self: T) => {
      const truth = truthOf(self, context);
      return typeof truth === 'boolean' ? bool(truth) : truth;
    }),
    method('__repr__(/)', (context, self: T) => textValue(plainRepr(self, context))),
    formatMethod(),
    hashesByContent(
      method('__hash__(/)', (context, self: T) => {
        const hash = pythonHash(self, context);
        return hash === null ? context.unknown('the hash depends on the run') : int(hash);
      }),
    ),
  );
}

/** `__format__` of a built-in type: without a spec it is the text that the value's own class gives. */
export function formatMethod(): NativeFunction {
  return native('__format__(self, format_spec, /)', (context, self: Value, spec: Value): Value => {
    if (spec.kind !== 'str') {
      return context.raise('TypeError', `__format__() argument must be str, not ${typeName(spec, context)}`);
    }
    return textValue(spec.value === '' ? strOf(self, context) : formatPlain(plain(self), spec.value, context, self));
  });
}

function textValue(text: ReturnType<typeof plainRepr>): Value {
  if (text === undefined) return NOT_IMPLEMENTED;
  return typeof text === 'string' ? str(text) : text;
}

export function absolute(value: Value, context: Context): Value {
  if (value.kind === 'float') return float(Math.abs(value.value));
  if (value.kind === 'complex') {
    const size = real.hypot([value.real, value.imaginary]);
    return size === null ? context.unknown('the last digit of the absolute value depends on the machine') : float(size);
  }
  if (value.kind === 'bool') return int(Number(value.value));
  return value.kind === 'int' ? int(value.value < 0 ? -value.value : value.value) : NOT_IMPLEMENTED;
}

/** `pow(a, b, m)` for ints. */
export function powerModulo(a: Value, b: Value, m: Value, context: Context): Value {
  const [base, exponent, modulus] = [a, b, m].map((value) =>
    value.kind === 'int' ? BigInt(value.value) : value.kind === 'bool' ? BigInt(value.value) : undefined,
  );
  if (base === undefined || exponent === undefined || modulus === undefined) {
    return context.raise('TypeError', 'pow() 3rd argument not allowed unless all arguments are integers');
  }
  if (modulus === 0n) return context.raise('ValueError', 'pow() 3rd argument cannot be 0');
  const size = modulus < 0n ? -modulus : modulus;
  let factor = ((base % size) + size) % size;
  let power = exponent;
  if (power < 0n) {
    const inverse = inverseModulo(factor, size);
    if (inverse === null) return context.raise('ValueError', 'base is not invertible for the given modulus');
    factor = inverse;
    power = -power;
  }
  context.spend(bitLength(power) + bitLength(size));
  let result = 1n % size;
  while (power > 0n) {
    if (power & 1n) result = (result * factor) % size;
    factor = (factor * factor) % size;
    power >>= 1n;
  }
  return int(modulus < 0n && result > 0n ? result + modulus : result);
}

function inverseModulo(value: bigint, modulus: bigint): bigint | null {
  let [r, next] = [value, modulus];
  let [s, following] = [1n, 0n];
  while (next !== 0n) {
    const quotient = r / next;
    [r, next] = [next, r - quotient * next];
    [s, following] = [following, s - quotient * following];
  }
  return r === 1n ? ((s % modulus) + modulus) % modulus : null;
}

// ---------------------------------------------------------------- int

function asInt(value: Value): IntValue | undefined {
  const inner = plain(value);
  if (inner.kind === 'int') return inner;
  return inner.kind === 'bool' ? (int(Number(inner.value)) as IntValue) : undefined;
}

const intMethod = methodsOf<IntValue>('int', asInt);

/** `int(value)` for one argument. */
export function toInt(value: Value, context: Context): Value {
  const inner = plain(value);
  switch (inner.kind) {
    case 'int':
      return inner;
    case 'bool':
      return int(Number(inner.value));
    case 'float':
      return truncated(inner.value, context);
    case 'str':
    case 'bytes':
      return intFromText(inner.kind === 'str' ? inner.value : latin1(inner.value), value, 10, context);
  }
  const converted =
    callMethod(value, '__int__', [], context) ??
    callMethod(value, '__index__', [], context) ??
    callMethod(value, '__trunc__', [], context);
  if (converted !== undefined) {
    const number = plain(converted);
    if (isUnknownValue(number) || number.kind === 'int') return number;
    if (number.kind === 'bool') return int(Number(number.value));
    return context.raise('TypeError', `__int__ returned non-int (type ${typeName(converted, context)})`);
  }
  return context.raise(
    'TypeError',
    `int() argument must be a string, a bytes-like object or a real number, not '${typeName(value, context)}'`,
  );
}

function truncated(value: number, context: Context): Value {
  if (Number.isNaN(value)) return context.raise('ValueError', 'cannot convert float NaN to integer');
  if (!Number.isFinite(value)) return context.raise('OverflowError', 'cannot convert float infinity to integer');
  const whole = Math.trunc(value);
  return int(Number.isSafeInteger(whole) ? whole + 0 : BigInt(whole));
}

function intFromText(text: string, value: Value, base: number, context: Context): Value {
  const number = parseInteger(text, base, context);
  if (number !== null) return int(number);
  const shown = reprOf(value, context);
  if (typeof shown !== 'string') return shown;
  return context.raise('ValueError', `invalid literal for int() with base ${base}: ${shown}`);
}

/** An int that is not known. */
const someInt = (): Count => ({ of: new Quantity(Number.NEGATIVE_INFINITY), offset: 0 });

const makeInt = native('int(cls, x=, /, base=)', (context, cls: Value, x?: Value, base?: Value): Value => {
  if (x === undefined) {
    if (base !== undefined) return context.raise('TypeError', 'int() missing string argument');
    return asInstanceOf(cls, intClass, int(0), context);
  }
  if (base === undefined) {
    const made = toInt(x, context);
    return isUnknownValue(made) ? made : asInstanceOf(cls, intClass, made, context);
  }
  const radix = indexOf(base, context);
  if (typeof radix === 'object') return radix;
  if (Number(radix) !== 0 && (radix < 2 || radix > 36)) {
    return context.raise('ValueError', 'int() base must be >= 2 and <= 36, or 0');
  }
  const text = plain(x);
  if (text.kind !== 'str' && text.kind !== 'bytes') {
    return context.raise('TypeError', "int() can't convert non-string with explicit base");
  }
  const made = intFromText(text.kind === 'str' ? text.value : latin1(text.value), x, Number(radix), context);
  return isUnknownValue(made) ? made : asInstanceOf(cls, intClass, made, context);
});

/** `round(n, digits)` for ints: to a multiple of a power of ten, ties to even. */
export function roundInt(value: Integer, digits: Integer, context: Context): Value {
  if (digits >= 0) return int(value);
  const places = -Number(digits);
  if (places > 5000) return int(0);
  const unit = 10n ** BigInt(places);
  const n = BigInt(value);
  const down = n - (((n % unit) + unit) % unit);
  const twice = (n - down) * 2n;
  const up = twice > unit || (twice === unit && (down / unit) % 2n !== 0n);
  context.spend(1);
  return int(up ? down + unit : down);
}

export const intClass: ClassValue = builtinClass(
  'int',
  [OBJECT],
  [
    ['__new__', knowing({ ...makeInt, name: '__new__' }, () => ({ count: someInt() }))],
    ...arithmeticMethods('int', intMethod),
    ...comparisonMethods(intMethod),
    ...named(
      intMethod('__invert__(/)', (_context, self) => numberUnary('~', self) ?? NOT_IMPLEMENTED),
      intMethod('__int__(/)', (_context, self) => self),
      intMethod('__index__(/)', (_context, self) => self),
      intMethod('__trunc__(/)', (_context, self) => self),
      intMethod('__floor__(/)', (_context, self) => self),
      intMethod('__ceil__(/)', (_context, self) => self),
      intMethod('__float__(/)', (context, self) => intToFloat(self.value, context)),
      intMethod('__round__(ndigits=None, /)', (context, self, digits: Value) => {
        if (digits.kind === 'None') return self;
        const places = indexOf(digits, context);
        return typeof places === 'object' ? places : roundInt(self.value, places, context);
      }),
      intMethod('__divmod__(value, /)', (context, self, other: Value) => {
        const right = asInt(other);
        if (!right) return NOT_IMPLEMENTED;
        if (right.value === 0) return context.raise('ZeroDivisionError', 'integer division or modulo by zero');
        return divmodInts(self.value, right.value, context);
      }),
      intMethod('__rdivmod__(value, /)', (context, self, other: Value) => {
        const left = asInt(other);
        return left ? divmodInts(left.value, self.value, context) : NOT_IMPLEMENTED;
      }),
      intMethod('bit_length(/)', (_context, self) => int(bitLength(self.value))),
      intMethod('bit_count(/)', (_context, self) => {
        const magnitude = self.value < 0 ? -BigInt(self.value) : BigInt(self.value);
        return int(magnitude.toString(2).replaceAll('0', '').length);
      }),
      intMethod('conjugate(/)', (_context, self) => self),
      intMethod('as_integer_ratio(/)', (_context, self) => tuple([self, int(1)])),
      intMethod('__getnewargs__(/)', (_context, self) => tuple([self])),
      intMethod(
        'to_bytes(length=1, byteorder="big", *, signed=False)',
        (context, self, length: Value, order: Value, signed: Value) =>
          toBytes(self.value, length, order, signed, context),
      ),
    ),
    [
      'from_bytes',
      { kind: 'classmethod', function: native('from_bytes(cls, bytes, byteorder="big", *, signed=False)', fromBytes) },
    ],
    ['real', computed((_context, self) => asInt(self) ?? NONE)],
    ['imag', computed(() => int(0))],
    ['numerator', computed((_context, self) => asInt(self) ?? NONE)],
    ['denominator', computed(() => int(1))],
  ],
);

function divmodInts(a: Integer, b: Integer, context: Context): Value {
  if (b === 0) return context.raise('ZeroDivisionError', 'integer division or modulo by zero');
  const quotient = intOperation('//', a, b, context) ?? NOT_IMPLEMENTED;
  const remainder = intOperation('%', a, b, context) ?? NOT_IMPLEMENTED;
  return tuple([quotient, remainder]);
}

function toBytes(value: Integer, length: Value, order: Value, signed: Value, context: Context): Value {
  const count = indexOf(length, context);
  if (typeof count === 'object') return count;
  if (count > Number.MAX_SAFE_INTEGER) {
    return context.raise('OverflowError', 'Python int too large to convert to C ssize_t');
  }
  if (count < 0) return context.raise('ValueError', 'length argument must be non-negative');
  checkOrder(order, context, 'to_bytes');
  const size = Number(count);
  context.spend(size);
  if (size > 1_000_000) return context.unknown('that many bytes are not followed');
  let n = BigInt(value);
  const isSigned = context.truth(signed) === true;
  if (n < 0n && !isSigned) return context.raise('OverflowError', "can't convert negative int to unsigned");
  const bits = BigInt(size * 8);
  const fits = isSigned ? n >= -(1n << bits) / 2n && n < (1n << bits) / 2n + (size === 0 ? 1n : 0n) : n < 1n << bits;
  if (!fits) return context.raise('OverflowError', 'int too big to convert');
  n = BigInt.asUintN(size * 8, n);
  const bytes = new Uint8Array(size);
  for (let i = 0; i < size; i++) {
    bytes[order.kind === 'str' && order.value === 'little' ? i : size - 1 - i] = Number(n & 255n);
    n >>= 8n;
  }
  const made: BytesValue = { kind: 'bytes', value: bytes };
  return made;
}

function checkOrder(order: Value, context: Context, callee: string): void {
  if (order.kind !== 'str') {
    context.raise('TypeError', `${callee}() argument 'byteorder' must be str, not ${typeName(order, context)}`);
  }
  if (order.kind === 'str' && (order.value === 'little' || order.value === 'big')) return;
  context.raise('ValueError', "byteorder must be either 'little' or 'big'");
}

function fromBytes(context: Context, cls: Value, bytes: Value, order: Value, signed: Value): Value {
  checkOrder(order, context, 'from_bytes');
  if (bytes.kind === 'str' || bytes.kind === 'int') {
    return context.raise('TypeError', `cannot convert '${typeName(bytes, context)}' object to bytes`);
  }
  const given = context.call(context.builtin('bytes'), args([bytes]));
  if (given.kind !== 'bytes') return given;
  let n = 0n;
  const list = Array.from(given.value, BigInt);
  if (order.kind === 'str' && order.value === 'little') list.reverse();
  for (const byte of list) n = (n << 8n) | byte;
  if (context.truth(signed) === true) n = BigInt.asIntN(list.length * 8, n);
  return asInstanceOf(cls, intClass, int(n), context);
}

// ---------------------------------------------------------------- bool

export const boolClass: ClassValue = builtinClass(
  'bool',
  [intClass],
  [
    [
      '__new__',
      native('__new__(cls, x=, /)', (context, _cls: Value, x?: Value): Value => {
        if (x === undefined) return FALSE;
        const truth = truthOf(x, context);
        return typeof truth === 'boolean' ? bool(truth) : truth;
      }),
    ],
    ...named(
      ...(['&', '|', '^'] as const).flatMap((op) => {
        const name = { '&': 'and', '|': 'or', '^': 'xor' }[op];
        return [`__${name}__`, `__r${name}__`].map((method) =>
          native(`${method}(self, value, /)`, (context, self: Value, other: Value): Value => {
            const right = plain(other);
            if (right.kind !== 'bool' && right.kind !== 'int') return NOT_IMPLEMENTED;
            return numberOperation(op, self, right, context) ?? NOT_IMPLEMENTED;
          }),
        );
      }),
      native('__repr__(self, /)', (context, self: Value) => textValue(plainRepr(self, context))),
    ),
  ],
);

// ---------------------------------------------------------------- float

function asFloat(value: Value): FloatValue | undefined {
  const inner = plain(value);
  return inner.kind === 'float' ? inner : undefined;
}

const floatMethod = methodsOf<FloatValue>('float', asFloat);

export function intToFloat(value: Integer, context: Context): Value {
  const number = toFloat(value);
  if (!Number.isFinite(number)) return context.raise('OverflowError', 'int too large to convert to float');
  return float(number);
}

/** `float(value)` for one argument. */
export function toFloatValue(value: Value, context: Context): Value {
  const inner = plain(value);
  switch (inner.kind) {
    case 'float':
      return inner;
    case 'int':
      return intToFloat(inner.value, context);
    case 'bool':
      return float(Number(inner.value));
    case 'str':
    case 'bytes': {
      const number = parseFloatText(inner.kind === 'str' ? inner.value : latin1(inner.value));
      if (number !== null) return float(number);
      const shown = reprOf(value, context);
      if (typeof shown !== 'string') return shown;
      return context.raise('ValueError', `could not convert string to float: ${shown}`);
    }
  }
  const converted = callMethod(value, '__float__', [], context);
  if (converted !== undefined) {
    const number = plain(converted);
    if (isUnknownValue(number) || number.kind === 'float') return number;
    return context.raise(
      'TypeError',
      `${typeName(value, context)}.__float__ returned non-float (type ${typeName(converted, context)})`,
    );
  }
  const index = callMethod(value, '__index__', [], context);
  if (index !== undefined) return index.kind === 'int' ? intToFloat(index.value, context) : index;
  return context.raise(
    'TypeError',
    `float() argument must be a string or a real number, not '${typeName(value, context)}'`,
  );
}

/** The float operand of `divmod`; undefined for what is no number. */
function floatOperand(value: Value, context: Context): number | undefined {
  const inner = plain(value);
  if (inner.kind !== 'float' && inner.kind !== 'int' && inner.kind !== 'bool') return undefined;
  const number = toFloatValue(inner, context);
  return number.kind === 'float' ? number.value : undefined;
}

function divmodFloats(a: number, b: number, context: Context): Value {
  if (b === 0) return context.raise('ZeroDivisionError', 'float divmod()');
  const { quotient, remainder } = floatDivmod(a, b);
  return tuple([float(quotient), float(remainder)]);
}

/** A finite float as an int by a rounding function; raises as CPython does for the others. */
function wholeNumber(value: number, rounding: (value: number) => number, context: Context): Value {
  return Number.isFinite(value) ? truncated(rounding(value), context) : truncated(value, context);
}

export const floatClass: ClassValue = builtinClass(
  'float',
  [OBJECT],
  [
    [
      '__new__',
      knowing(
        native('__new__(cls, x=, /)', (context, cls: Value, x?: Value): Value => {
          const made = x === undefined ? float(0) : toFloatValue(x, context);
          return isUnknownValue(made) ? made : asInstanceOf(cls, floatClass, made, context);
        }),
        () => ({ isFloat: true }),
      ),
    ],
    ...arithmeticMethods('float', floatMethod),
    ...comparisonMethods(floatMethod),
    ...named(
      floatMethod('__int__(/)', (context, self) => truncated(self.value, context)),
      floatMethod('__trunc__(/)', (context, self) => truncated(self.value, context)),
      floatMethod('__floor__(/)', (context, self) => wholeNumber(self.value, Math.floor, context)),
      floatMethod('__ceil__(/)', (context, self) => wholeNumber(self.value, Math.ceil, context)),
      floatMethod('__float__(/)', (_context, self) => self),
      floatMethod('__round__(ndigits=None, /)', (context, self, digits: Value) =>
        roundedFloat(self.value, digits, context),
      ),
      floatMethod('__divmod__(value, /)', (context, self, other: Value) => {
        const right = floatOperand(other, context);
        return right === undefined ? NOT_IMPLEMENTED : divmodFloats(self.value, right, context);
      }),
      floatMethod('__rdivmod__(value, /)', (context, self, other: Value) => {
        const left = floatOperand(other, context);
        return left === undefined ? NOT_IMPLEMENTED : divmodFloats(left, self.value, context);
      }),
      floatMethod('is_integer(/)', (_context, self) => bool(Number.isInteger(self.value))),
      floatMethod('conjugate(/)', (_context, self) => self),
      floatMethod('hex(/)', (_context, self) => str(hexText(self.value))),
      floatMethod('as_integer_ratio(/)', (context, self) => integerRatio(self.value, context)),
      floatMethod('__getnewargs__(/)', (_context, self) => tuple([self])),
    ),
    [
      'fromhex',
      {
        kind: 'classmethod',
        function: native('fromhex(cls, string, /)', (context, cls: Value, text: Value) => {
          if (text.kind !== 'str') return context.raise('TypeError', 'bad argument type for built-in operation');
          const made = fromHexText(text.value, context);
          return cls === floatClass ? float(made) : context.call(cls, args([float(made)]));
        }),
      },
    ],
    ['real', computed((_context, self) => asFloat(self) ?? NONE)],
    ['imag', computed(() => float(0))],
  ],
);

/** `float.fromhex`. Raises ValueError. */
function fromHexText(text: string, context: Context): number {
  const trimmed = text.trim().toLowerCase();
  const word = /^([+-]?)(inf(?:inity)?|nan)$/.exec(trimmed);
  if (word) return (word[2] === 'nan' ? Number.NaN : Number.POSITIVE_INFINITY) * (word[1] === '-' ? -1 : 1);
  const found = /^([+-]?)(?:0x)?([0-9a-f]*)(?:\.([0-9a-f]*))?(?:p([+-]?\d+))?$/.exec(trimmed);
  const [, sign, whole = '', rest = '', power = '0'] = found ?? [];
  if (!found || whole + rest === '') {
    return context.raise('ValueError', 'invalid hexadecimal floating-point string');
  }
  const mantissa = BigInt(`0x${whole}${rest}`);
  const exponent = Number(power) - 4 * rest.length;
  const made =
    mantissa === 0n || exponent < -5000
      ? 0
      : exponent > 5000
        ? Number.POSITIVE_INFINITY
        : exponent >= 0
          ? ratio(mantissa << BigInt(exponent), 1n)
          : ratio(mantissa, 1n << BigInt(-exponent));
  if (!Number.isFinite(made)) context.raise('OverflowError', 'hexadecimal value too large to represent as a float');
  return sign === '-' ? -made : made;
}

function roundedFloat(value: number, digits: Value, context: Context): Value {
  if (digits.kind === 'None') {
    if (!Number.isFinite(value)) return truncated(value, context);
    return int(roundToInteger(value));
  }
  const places = indexOf(digits, context);
  if (typeof places === 'object') return places;
  if (!Number.isFinite(value)) return float(value);
  const rounded = roundFloat(value, Number(places));
  if (!Number.isFinite(rounded)) return context.raise('OverflowError', 'rounded value too large to represent');
  return float(rounded);
}

/** `x.hex()` */
function hexText(value: number): string {
  if (!Number.isFinite(value)) return floatRepr(value);
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  if (value === 0) return `${sign}0x0.0p+0`;
  const { mantissa, exponent } = floatParts(value);
  const normal = mantissa >= 1n << 52n;
  const fraction = (normal ? mantissa - (1n << 52n) : mantissa).toString(16).padStart(13, '0');
  const power = exponent + 52;
  return `${sign}0x${normal ? 1 : 0}.${fraction}p${power < 0 ? '-' : '+'}${Math.abs(power)}`;
}

function integerRatio(value: number, context: Context): Value {
  if (Number.isNaN(value)) return context.raise('ValueError', 'cannot convert NaN to integer ratio');
  if (!Number.isFinite(value)) return context.raise('OverflowError', 'cannot convert Infinity to integer ratio');
  if (value === 0) return tuple([int(0), int(1)]);
  let { mantissa, exponent } = floatParts(value);
  while ((mantissa & 1n) === 0n) {
    mantissa >>= 1n;
    exponent += 1;
  }
  const sign = value < 0 ? -1n : 1n;
  if (exponent >= 0) return tuple([int(sign * (mantissa << BigInt(exponent))), int(1)]);
  return tuple([int(sign * mantissa), int(1n << BigInt(-exponent))]);
}

// ---------------------------------------------------------------- complex

type Complex = Extract<Value, { kind: 'complex' }>;

function asComplex(value: Value): Complex | undefined {
  const inner = plain(value);
  return inner.kind === 'complex' ? inner : undefined;
}

const complexMethod = methodsOf<Complex>('complex', asComplex);

function complexPart(
  value: Value,
  which: 'first' | 'second',
  context: Context,
): Complex | ReturnType<Context['unknown']> {
  const inner = plain(value);
  if (inner.kind === 'complex') return inner;
  if (inner.kind === 'str') {
    return context.raise('TypeError', "complex() can't take second arg if first is a string");
  }
  const made = callMethod(inner, '__complex__', [], context);
  if (made !== undefined) return made.kind === 'complex' ? made : context.unknown('its complex value is not known');
  const cls = context.classOf(inner);
  if (!isUnknownValue(cls) && cls.lookup('__float__') === undefined && cls.lookup('__index__') === undefined) {
    const found = typeName(value, context);
    return context.raise(
      'TypeError',
      which === 'first'
        ? `complex() first argument must be a string or a number, not '${found}'`
        : `complex() second argument must be a number, not '${found}'`,
    );
  }
  const number = toFloatValue(inner, context);
  return number.kind === 'float' ? complex(number.value, 0) : context.unknown('its value is not known');
}

export const complexClass: ClassValue = builtinClass(
  'complex',
  [OBJECT],
  [
    [
      '__new__',
      native('complex(cls, real=, imag=)', (context, cls: Value, real?: Value, imag?: Value): Value => {
        const text = real ? plain(real) : undefined;
        if (text?.kind === 'str' && !imag) {
          const parts = parseComplex(text.value);
          if (!parts) return context.raise('ValueError', 'complex() arg is a malformed string');
          return asInstanceOf(cls, complexClass, complex(...parts), context);
        }
        if (text?.kind === 'str') {
          return context.raise('TypeError', "complex() can't take second arg if first is a string");
        }
        if (imag && plain(imag).kind === 'str') {
          return context.raise('TypeError', "complex() second arg can't be a string");
        }
        const a = real ? complexPart(real, 'first', context) : complex(0, 0);
        const b = imag ? complexPart(imag, 'second', context) : complex(0, 0);
        if (a.kind !== 'complex') return a;
        if (b.kind !== 'complex') return b;
        // A part that is no complex number leaves the sign of a zero in the other alone.
        const isComplex = (part: Value | undefined) =>
          part !== undefined &&
          (plain(part).kind === 'complex' || callMethod(plain(part), '__complex__', [], context) !== undefined);
        const first = isComplex(imag) ? a.real - b.imaginary : a.real;
        const second = isComplex(real) ? a.imaginary + b.real : b.real;
        return asInstanceOf(cls, complexClass, complex(first, second), context);
      }),
    ],
    ...arithmeticMethods('complex', complexMethod),
    ...comparisonMethods(complexMethod),
    ...named(
      complexMethod('conjugate(/)', (_context, self) => complex(self.real, -self.imaginary)),
      complexMethod('__complex__(/)', (_context, self) => self),
    ),
    ['real', computed((_context, self) => float(asComplex(self)?.real ?? 0))],
    ['imag', computed((_context, self) => float(asComplex(self)?.imaginary ?? 0))],
  ],
);

// ---------------------------------------------------------------- single values

function single(name: string, value: () => Value, truth: boolean): ClassValue {
  return builtinClass(
    name,
    [OBJECT],
    [
      [
        '__new__',
        native(
          '__new__(cls, /, *args, **kwargs)',
          (context, _cls: Value, given: readonly Value[], keywords: ReadonlyMap<string, Value>) =>
            given.length + keywords.size > 0 ? context.raise('TypeError', `${name} takes no arguments`) : value(),
        ),
      ],
      ...named(
        native('__repr__(self, /)', (context, self: Value) => textValue(plainRepr(self, context))),
        native('__bool__(self, /)', () => bool(truth)),
        hashesByContent(native('__hash__(self, /)', (context) => context.unknown('the hash depends on an address'))),
      ),
    ],
  );
}

export const noneClass = single('NoneType', () => NONE, false);
export const notImplementedClass = single('NotImplementedType', () => NOT_IMPLEMENTED, true);
export const ellipsisClass = single('ellipsis', () => ELLIPSIS, true);
