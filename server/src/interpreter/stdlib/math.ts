/** `math`. A result whose last bit libraries disagree on is unknown (see `builtins/real`). */
import type { Context } from '../../values/context';
import {
  bool,
  float,
  int,
  isUnknownValue,
  type NativeFunction,
  tuple,
  type UnknownValue,
  type Value,
} from '../../values/value';
import { copySign, floorDivideBig, ratio, scaleByPowerOfTwo, toFloat } from '../builtins/arithmetic';
import { builtinFunctions, named, native } from '../builtins/define';
import { floatParts } from '../builtins/float-text';
import { binary } from '../builtins/operations';
import * as real from '../builtins/real';
import { callMethod, typeName } from '../builtins/special';
import { declareModule } from './module';

/** Factorials and binomials of larger numbers are not computed. */
const MOST = 3000;

/** Thrown where the number that a value stands for is not known. */
class NotKnown {
  constructor(readonly why: UnknownValue) {}
}

/** A function whose answer is unknown where a number that it asks for is. */
function asking(inner: NativeFunction): NativeFunction {
  const { call } = inner;
  return Object.assign(inner, {
    call: (...[given, context]: Parameters<NativeFunction['call']>) => {
      try {
        return call(given, context);
      } catch (thrown) {
        if (thrown instanceof NotKnown) return thrown.why;
        throw thrown;
      }
    },
  });
}

function numberOf(value: Value, context: Context): number {
  switch (value.kind) {
    case 'float':
      return value.value;
    case 'bool':
      return value.value ? 1 : 0;
    case 'int': {
      const number = toFloat(value.value);
      return Number.isFinite(number) ? number : context.raise('OverflowError', 'int too large to convert to float');
    }
    default: {
      const converted = callMethod(value, '__float__', [], context) ?? callMethod(value, '__index__', [], context);
      if (converted && isUnknownValue(converted)) throw new NotKnown(converted);
      if (converted && (converted.kind === 'float' || converted.kind === 'int')) return Number(converted.value);
      return context.raise('TypeError', `must be real number, not ${typeName(value, context)}`);
    }
  }
}

function integerOf(value: Value, context: Context): bigint {
  if (value.kind === 'int' || value.kind === 'bool') return BigInt(value.value);
  const converted = callMethod(value, '__index__', [], context);
  if (converted && isUnknownValue(converted)) throw new NotKnown(converted);
  if (converted?.kind === 'int') return BigInt(converted.value);
  return context.raise('TypeError', `'${typeName(value, context)}' object cannot be interpreted as an integer`);
}

function domain(context: Context): never {
  return context.raise('ValueError', 'math domain error');
}

/** A function of one real number, undefined outside `inside`; infinite results of finite ones overflow. */
function ofOne(name: string, compute: (x: number) => number | null, inside: (x: number) => boolean = () => true) {
  return native(`${name}(x, /)`, (context, value: Value) => {
    const x = numberOf(value, context);
    if (Number.isNaN(x)) return float(x);
    if (!inside(x)) return domain(context);
    const result = compute(x);
    if (result === null) return context.unknown(`the last digit of \`math.${name}\` depends on the machine`);
    if (Number.isFinite(x) && !Number.isFinite(result)) {
      return Number.isNaN(result) ? domain(context) : context.raise('OverflowError', 'math range error');
    }
    return float(result);
  });
}

/** floor, ceil, trunc: ints of any size, and `__floor__` and its kin of other values. */
function rounding(name: 'floor' | 'ceil' | 'trunc') {
  return native(`${name}(x, /)`, (context, value: Value) => {
    if (value.kind === 'int') return value;
    if (value.kind === 'bool') return int(value.value ? 1 : 0);
    if (value.kind !== 'float') {
      const special = callMethod(value, `__${name}__`, [], context);
      if (special) return special;
      if (name === 'trunc') {
        context.raise('TypeError', `type ${typeName(value, context)} doesn't define __trunc__ method`);
      }
    }
    const x = numberOf(value, context);
    if (Number.isNaN(x)) context.raise('ValueError', 'cannot convert float NaN to integer');
    if (!Number.isFinite(x)) context.raise('OverflowError', 'cannot convert float infinity to integer');
    return int(BigInt(Math[name](x)));
  });
}

/** Logarithms take ints of any size. */
function logarithmOf(value: Value, base: 'e' | '2' | '10', context: Context): number | null {
  if (value.kind === 'int' && typeof value.value === 'bigint') {
    const magnitude = value.value;
    if (magnitude <= 0n) domain(context);
    if (base === '2' && (magnitude & (magnitude - 1n)) === 0n) return magnitude.toString(2).length - 1;
    if (base === '10' && /^10*$/.test(magnitude.toString())) return magnitude.toString().length - 1;
    return null;
  }
  const x = numberOf(value, context);
  if (Number.isNaN(x)) return x;
  if (x <= 0) domain(context);
  if (x === Number.POSITIVE_INFINITY) return x;
  return base === 'e' ? real.log(x) : base === '2' ? real.log2(x) : real.log10(x);
}

function floatOrUnknown(name: string, result: number | null, context: Context): Value {
  return result === null ? context.unknown(`the last digit of \`math.${name}\` depends on the machine`) : float(result);
}

function gcdOf(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

function* numbers(values: readonly Value[], context: Context): Iterable<bigint> {
  for (const value of values) yield integerOf(value, context);
}

/** Exact sum of floats (Shewchuk), rounded once. */
function exactSum(values: readonly number[]): number {
  const special = values.filter((x) => !Number.isFinite(x));
  if (special.length > 0) return special.reduce((a, b) => a + b, 0);
  // Every finite float is an integer times 2^-1074.
  let total = 0n;
  for (const x of values) total += scaled(x);
  return ratio(total, 1n << 1074n);
}

function scaled(x: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const exponent = (bits >> 52n) & 0x7ffn;
  const fraction = bits & 0xfffffffffffffn;
  const magnitude = exponent === 0n ? fraction : (fraction | (1n << 52n)) << (exponent - 1n);
  return bits >> 63n ? -magnitude : magnitude;
}

const functions: readonly NativeFunction[] = [
  rounding('floor'),
  rounding('ceil'),
  rounding('trunc'),
  ofOne('fabs', Math.abs),
  ofOne('sqrt', Math.sqrt, (x) => x >= 0),
  ofOne('exp', real.exp),
  ofOne('sin', real.sin, Number.isFinite),
  ofOne('cos', real.cos, Number.isFinite),
  ofOne('tan', real.tan, Number.isFinite),
  ofOne('asin', real.asin, (x) => Math.abs(x) <= 1),
  ofOne('acos', real.acos, (x) => Math.abs(x) <= 1),
  ofOne('atan', real.atan),
  ofOne('sinh', real.sinh),
  ofOne('cosh', real.cosh),
  ofOne('tanh', real.tanh),
  ofOne('degrees', (x) => x * (180 / Math.PI)),
  ofOne('radians', (x) => x * (Math.PI / 180)),
  native('log(x, base=, /)', (context, x: Value, base: Value | undefined) => {
    const numerator = logarithmOf(x, 'e', context);
    if (base === undefined) return floatOrUnknown('log', numerator, context);
    const denominator = logarithmOf(base, 'e', context);
    if (denominator === 0) return context.raise('ZeroDivisionError', 'division by zero');
    return floatOrUnknown('log', numerator === null || denominator === null ? null : numerator / denominator, context);
  }),
  native('log2(x, /)', (context, x: Value) => floatOrUnknown('log2', logarithmOf(x, '2', context), context)),
  native('log10(x, /)', (context, x: Value) => floatOrUnknown('log10', logarithmOf(x, '10', context), context)),
  native('log1p(x, /)', (context, value: Value) => {
    const x = numberOf(value, context);
    if (x <= -1) domain(context);
    return x === 0 ? float(x) : floatOrUnknown('log1p', null, context);
  }),
  native('expm1(x, /)', (context, value: Value) => {
    const x = numberOf(value, context);
    return x === 0 ? float(x) : floatOrUnknown('expm1', null, context);
  }),
  native('pow(x, y, /)', (context, a: Value, b: Value) => {
    const [x, y] = [numberOf(a, context), numberOf(b, context)];
    if (y === 0 || x === 1) return float(1);
    if (x === 0 && y < 0) return domain(context);
    if (x < 0 && Number.isFinite(x) && Number.isFinite(y) && !Number.isInteger(y)) return domain(context);
    const result = real.power(x, y);
    if (result !== null && !Number.isFinite(result) && Number.isFinite(x) && Number.isFinite(y)) {
      return context.raise('OverflowError', 'math range error');
    }
    return floatOrUnknown('pow', result, context);
  }),
  native('atan2(y, x, /)', (context, a: Value, b: Value) => {
    const [y, x] = [numberOf(a, context), numberOf(b, context)];
    return floatOrUnknown('atan2', real.atan2(y, x), context);
  }),
  native('hypot(*coordinates)', (context, coordinates: readonly Value[]) =>
    floatOrUnknown('hypot', real.hypot(coordinates.map((c) => numberOf(c, context))), context),
  ),
  native('dist(p, q, /)', (context, p: Value, q: Value) => {
    const [a, b] = [context.items(p), context.items(q)];
    if ('kind' in a) return a;
    if ('kind' in b) return b;
    if (a.length !== b.length) {
      return context.raise('ValueError', 'both points must have the same number of dimensions');
    }
    const parts = a.map((x, i) => numberOf(x, context) - numberOf(b[i] as Value, context));
    return floatOrUnknown('dist', real.hypot(parts), context);
  }),
  native('fmod(x, y, /)', (context, a: Value, b: Value) => {
    const [x, y] = [numberOf(a, context), numberOf(b, context)];
    if (!Number.isNaN(x) && !Number.isNaN(y) && (y === 0 || !Number.isFinite(x))) domain(context);
    return float(x % y);
  }),
  native('modf(x, /)', (context, value: Value) => {
    const x = numberOf(value, context);
    if (!Number.isFinite(x)) return tuple([float(Number.isNaN(x) ? x : 0 * Math.sign(x)), float(x)]);
    const whole = Math.trunc(x);
    const rest = x - whole;
    return tuple([float(rest === 0 ? 0 * (Object.is(x, -0) || x < 0 ? -1 : 1) : rest), float(whole)]);
  }),
  native('copysign(x, y, /)', (context, a: Value, b: Value) => {
    const [x, y] = [numberOf(a, context), numberOf(b, context)];
    return float(Math.abs(x) * (y < 0 || Object.is(y, -0) ? -1 : 1));
  }),
  native('isnan(x, /)', (context, x: Value) => bool(Number.isNaN(numberOf(x, context)))),
  native('isinf(x, /)', (context, x: Value) => {
    const number = numberOf(x, context);
    return bool(!Number.isNaN(number) && !Number.isFinite(number));
  }),
  native('isfinite(x, /)', (context, x: Value) => bool(Number.isFinite(numberOf(x, context)))),
  native(
    'isclose(a, b, *, rel_tol=, abs_tol=)',
    (context, left: Value, right: Value, relative: Value | undefined, absolute: Value | undefined) => {
      const [a, b] = [numberOf(left, context), numberOf(right, context)];
      const rel = relative ? numberOf(relative, context) : 1e-9;
      const abs = absolute ? numberOf(absolute, context) : 0;
      if (rel < 0 || abs < 0) context.raise('ValueError', 'tolerances must be non-negative');
      if (a === b) return bool(true);
      if (!Number.isFinite(a) || !Number.isFinite(b)) return bool(false);
      const difference = Math.abs(b - a);
      return bool(difference <= Math.abs(rel * b) || difference <= Math.abs(rel * a) || difference <= abs);
    },
  ),
  native('isqrt(n, /)', (context, n: Value) => {
    const number = integerOf(n, context);
    if (number < 0n) context.raise('ValueError', 'isqrt() argument must be nonnegative');
    return int(real.integerSquareRoot(number));
  }),
  native('gcd(*integers)', (context, values: readonly Value[]) => {
    let total = 0n;
    for (const n of numbers(values, context)) total = gcdOf(total, n);
    return int(total);
  }),
  native('lcm(*integers)', (context, values: readonly Value[]) => {
    let total = 1n;
    for (const n of numbers(values, context)) {
      const divisor = gcdOf(total, n);
      total = divisor === 0n ? 0n : floorDivideBig(total * (n < 0n ? -n : n), divisor);
    }
    return int(total);
  }),
  native('factorial(x, /)', (context, x: Value) => {
    const n = integerOf(x, context);
    if (n < 0n) context.raise('ValueError', 'factorial() not defined for negative values');
    if (n > BigInt(MOST)) return context.unknown('the factorial is too large to follow');
    let total = 1n;
    for (let i = 2n; i <= n; i++) total *= i;
    return int(total);
  }),
  native('comb(n, k, /)', (context, a: Value, b: Value) => arranged(a, b, true, context)),
  native('perm(n, k=None, /)', (context, a: Value, b: Value) => arranged(a, b.kind === 'None' ? a : b, false, context)),
  native('prod(iterable, /, *, start=1)', (context, iterable: Value, start: Value) => {
    const items = context.items(iterable);
    if ('kind' in items) return items;
    return items.reduce((total, item) => binary('*', total, item, context), start);
  }),
  native('fsum(seq, /)', (context, iterable: Value) => {
    const items = context.items(iterable);
    if ('kind' in items) return items;
    const unknown = items.find(isUnknownValue);
    return unknown ?? float(exactSum(items.map((item) => numberOf(item, context))));
  }),
  native('frexp(x, /)', (context, value: Value) => {
    const x = numberOf(value, context);
    if (x === 0 || !Number.isFinite(x)) return tuple([float(x), int(0)]);
    const { mantissa, exponent } = floatParts(x);
    const length = mantissa.toString(2).length;
    return tuple([float((Math.sign(x) * Number(mantissa)) / 2 ** length), int(exponent + length)]);
  }),
  native('ldexp(x, i, /)', (context, value: Value, power: Value) => {
    const x = numberOf(value, context);
    const i = Number(integerOf(power, context));
    if (x === 0 || !Number.isFinite(x)) return float(x);
    const { mantissa, exponent } = floatParts(x);
    const result = scaleByPowerOfTwo(mantissa, Math.max(-3000, Math.min(3000, exponent + i)));
    return Number.isFinite(result) ? float(Math.sign(x) * result) : context.raise('OverflowError', 'math range error');
  }),
  native('remainder(x, y, /)', (context, a: Value, b: Value) => {
    const [x, y] = [numberOf(a, context), numberOf(b, context)];
    if (Number.isNaN(x) || Number.isNaN(y)) return float(Number.NaN);
    if (y === 0 || !Number.isFinite(x)) return domain(context);
    if (!Number.isFinite(y)) return float(x);
    const size = Math.abs(y);
    const rest = Math.abs(x) % size;
    const other = size - rest;
    const nearest = rest < other ? rest : rest > other ? -other : rest - 2 * ((0.5 * (Math.abs(x) - rest)) % size);
    return float(copySign(1, x) * nearest);
  }),
  native('nextafter(x, y, /)', (context, a: Value, b: Value) => {
    const [x, y] = [numberOf(a, context), numberOf(b, context)];
    if (Number.isNaN(x) || Number.isNaN(y)) return float(Number.NaN);
    return float(x === y ? y : neighbour(x, y > x));
  }),
  native('ulp(x, /)', (context, value: Value) => {
    const x = Math.abs(numberOf(value, context));
    return float(Number.isFinite(x) ? scaleByPowerOfTwo(1n, floatParts(x).exponent) : x);
  }),
].map(asking);

/** The next float above or below. */
function neighbour(x: number, above: boolean): number {
  if (x === 0) return above ? Number.MIN_VALUE : -Number.MIN_VALUE;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  view.setBigInt64(0, view.getBigInt64(0) + (x > 0 === above ? 1n : -1n));
  return view.getFloat64(0);
}

/** n over k, or the falling factorial. */
function arranged(a: Value, b: Value, unordered: boolean, context: Context): Value {
  const [n, k] = [integerOf(a, context), integerOf(b, context)];
  if (n < 0n) context.raise('ValueError', 'n must be a non-negative integer');
  if (k < 0n) context.raise('ValueError', 'k must be a non-negative integer');
  if (k > n) return int(0);
  const steps = unordered && k > n - k ? n - k : k;
  if (steps > BigInt(MOST)) return context.unknown('the number is too large to follow');
  let total = 1n;
  for (let i = 0n; i < steps; i++) total = unordered ? (total * (n - i)) / (i + 1n) : total * (n - i);
  return int(total);
}

export function mathModule() {
  return declareModule(
    'math',
    [
      ...named(...builtinFunctions(functions)),
      ['pi', float(Math.PI)],
      ['e', float(Math.E)],
      ['tau', float(2 * Math.PI)],
      ['inf', float(Number.POSITIVE_INFINITY)],
      ['nan', float(Number.NaN)],
    ],
    { home: 'math.', others: 'acosh asinh atanh cbrt erf erfc exp2 fma gamma lgamma sumprod' },
  );
}
