/** Arithmetic on ints, floats and complex numbers, exactly as CPython's. */
import type { BinaryOperator } from '../../python/ast';
import type { Context } from '../../values/context';
import { type ComplexValue, float, int, type Value } from '../../values/value';
import * as real from './real';

export type Integer = number | bigint;

/** More bits than this are not computed with: nothing that a model is built from needs them. */
const MAX_BITS = 1 << 20;

export function isIntegerZero(value: Integer): boolean {
  return typeof value === 'number' ? value === 0 : value === 0n;
}

/** The nearest float, as `float(n)`; infinite where it is too large. */
export function toFloat(value: Integer): number {
  return Number(value);
}

export function bitLength(value: Integer): number {
  if (typeof value === 'number' && Math.abs(value) < 2 ** 31) return value === 0 ? 0 : 32 - Math.clz32(Math.abs(value));
  const n = BigInt(value);
  const magnitude = n < 0n ? -n : n;
  return magnitude === 0n
    ? 0
    : magnitude.toString(16).length * 4 - (Math.clz32(Number.parseInt(leadingHex(magnitude), 16)) - 28);
}

function leadingHex(magnitude: bigint): string {
  return magnitude.toString(16).charAt(0);
}

/** `a op b` on ints. */
export function intOperation(op: BinaryOperator, a: Integer, b: Integer, context: Context): Value | undefined {
  switch (op) {
    case '+':
    case '-':
    case '*':
      return intRing(op, a, b, context);
    case '/':
      return float(trueDivide(a, b, context));
    case '//':
      return floorDivide(a, b, context);
    case '%':
      return modulo(a, b, context);
    case '**':
      return intPower(a, b, context);
    case '<<':
    case '>>':
      return shift(op, a, b, context);
    case '&':
    case '|':
    case '^':
      return bitwise(op, a, b);
    case '@':
      return undefined;
  }
}

function intRing(op: '+' | '-' | '*', a: Integer, b: Integer, context: Context): Value {
  if (typeof a === 'number' && typeof b === 'number') {
    const result = op === '+' ? a + b : op === '-' ? a - b : a * b;
    if (Number.isSafeInteger(result)) return int(result === 0 ? 0 : result);
  }
  const x = BigInt(a);
  const y = BigInt(b);
  if (op === '*') {
    const bits = bitLength(x) + bitLength(y);
    if (bits > MAX_BITS) return tooLarge(context);
    context.spend(bits >> 8);
  }
  return int(op === '+' ? x + y : op === '-' ? x - y : x * y);
}

function tooLarge(context: Context): Value {
  return context.unknown('the number is too large to compute with');
}

function trueDivide(a: Integer, b: Integer, context: Context): number {
  if (isIntegerZero(b)) return context.raise('ZeroDivisionError', 'division by zero');
  // A zero keeps the sign of the quotient.
  if (typeof a === 'number' && typeof b === 'number') return a / b;
  const result = ratio(BigInt(a), BigInt(b));
  if (!Number.isFinite(result)) context.raise('OverflowError', 'integer division result too large for a float');
  return result;
}

/** The float nearest to `a / b` (ties to even); `b` is not 0. */
export function ratio(a: bigint, b: bigint): number {
  if (a === 0n) return b < 0n ? -0 : 0;
  const negative = a < 0n !== b < 0n;
  const numerator = a < 0n ? -a : a;
  const denominator = b < 0n ? -b : b;
  // Scaled so that the quotient has at least 64 bits; its last bit is sticky, so that rounding to 53 is exact.
  const scale = 66 - (bitLength(numerator) - bitLength(denominator));
  const n = scale > 0 ? numerator << BigInt(scale) : numerator;
  const d = scale > 0 ? denominator : denominator << BigInt(-scale);
  let quotient = n / d;
  if (n % d !== 0n) quotient |= 1n;
  const value = scaleByPowerOfTwo(quotient, -scale);
  return negative ? -value : value;
}

/** The float nearest to `mantissa · 2^exponent`, for a positive mantissa. */
export function scaleByPowerOfTwo(mantissa: bigint, exponent: number): number {
  const length = bitLength(mantissa);
  // Bits that a float keeps at this magnitude: 53, fewer below 2^-1022.
  const keep = Math.min(53, length + exponent + 1074);
  if (keep < 0) return 0;
  const drop = length - keep;
  if (drop <= 0) return timesPowerOfTwo(Number(mantissa), exponent);
  let kept = mantissa >> BigInt(drop);
  const rest = mantissa - (kept << BigInt(drop));
  const half = 1n << BigInt(drop - 1);
  if (rest > half || (rest === half && (kept & 1n) === 1n)) kept += 1n;
  return timesPowerOfTwo(Number(kept), exponent + drop);
}

function timesPowerOfTwo(value: number, exponent: number): number {
  let result = value;
  let rest = exponent;
  while (rest > 1000) {
    result *= 2 ** 1000;
    rest -= 1000;
  }
  while (rest < -1000) {
    // The mantissa is exact at the end, so that only the last step may round, and has nothing to round.
    result *= 2 ** -1000;
    rest += 1000;
    if (rest >= -1000 && result !== 0 && Math.abs(result) < 2 ** -60) {
      return value * 2 ** -500 * 2 ** (exponent + 500);
    }
  }
  return result * 2 ** rest;
}

function floorDivide(a: Integer, b: Integer, context: Context): Value {
  if (isIntegerZero(b)) return context.raise('ZeroDivisionError', 'integer division or modulo by zero');
  if (typeof a === 'number' && typeof b === 'number') {
    const remainder = a % b;
    const quotient = (a - remainder) / b;
    return int((remainder !== 0 && remainder < 0 !== b < 0 ? quotient - 1 : quotient) + 0);
  }
  return int(floorDivideBig(BigInt(a), BigInt(b)));
}

export function floorDivideBig(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

function modulo(a: Integer, b: Integer, context: Context): Value {
  if (isIntegerZero(b)) return context.raise('ZeroDivisionError', 'integer modulo by zero');
  if (typeof a === 'number' && typeof b === 'number') {
    const remainder = a % b;
    return int((remainder !== 0 && remainder < 0 !== b < 0 ? remainder + b : remainder) + 0);
  }
  const x = BigInt(a);
  const y = BigInt(b);
  const remainder = x % y;
  return int(remainder !== 0n && remainder < 0n !== y < 0n ? remainder + y : remainder);
}

function intPower(a: Integer, b: Integer, context: Context): Value {
  if (b < 0) {
    if (isIntegerZero(a)) return context.raise('ZeroDivisionError', '0.0 cannot be raised to a negative power');
    return floatOperation('**', toFloat(a), toFloat(b), context) ?? tooLarge(context);
  }
  if (isIntegerZero(b)) return int(1);
  if (a === 0 || a === 1) return int(a);
  if (a === -1) return int(BigInt(b) % 2n === 0n ? 1 : -1);
  if (b > MAX_BITS) return tooLarge(context);
  const exponent = Number(b);
  const bits = (bitLength(a) - 1) * exponent;
  if (bits > MAX_BITS) return tooLarge(context);
  if (typeof a === 'number' && bitLength(a) * exponent <= 53) return int(exactPower(a, exponent));
  context.spend(bits >> 8);
  return int(BigInt(a) ** BigInt(exponent));
}

function exactPower(base: number, exponent: number): number {
  let result = 1;
  for (let i = 0; i < exponent; i++) result *= base;
  return result;
}

function shift(op: '<<' | '>>', a: Integer, b: Integer, context: Context): Value {
  if (b < 0) return context.raise('ValueError', 'negative shift count');
  if (isIntegerZero(a)) return int(0);
  if (op === '>>') return b > MAX_BITS * 2 ? int(a < 0 ? -1 : 0) : int(BigInt(a) >> BigInt(b));
  if (b > MAX_BITS || bitLength(a) + Number(b) > MAX_BITS) return tooLarge(context);
  return int(BigInt(a) << BigInt(b));
}

function bitwise(op: '&' | '|' | '^', a: Integer, b: Integer): Value {
  const x = BigInt(a);
  const y = BigInt(b);
  return int(op === '&' ? x & y : op === '|' ? x | y : x ^ y);
}

/** `a op b` on floats; undefined where floats have no such operator. */
export function floatOperation(op: BinaryOperator, a: number, b: number, context: Context): Value | undefined {
  switch (op) {
    case '+':
      return float(a + b);
    case '-':
      return float(a - b);
    case '*':
      return float(a * b);
    case '/':
      if (b === 0) return context.raise('ZeroDivisionError', 'float division by zero');
      return float(a / b);
    case '//':
      if (b === 0) return context.raise('ZeroDivisionError', 'float floor division by zero');
      return float(floatDivmod(a, b).quotient);
    case '%':
      if (b === 0) return context.raise('ZeroDivisionError', 'float modulo');
      return float(floatDivmod(a, b).remainder);
    case '**':
      return floatPower(a, b, context);
    default:
      return undefined;
  }
}

/** `divmod(a, b)` for floats as `float_divmod` in floatobject.c computes it; `b` is not 0. */
export function floatDivmod(a: number, b: number): { quotient: number; remainder: number } {
  let remainder = a % b;
  let quotient = (a - remainder) / b;
  if (remainder !== 0) {
    if (b < 0 !== remainder < 0) {
      remainder += b;
      quotient -= 1;
    }
  } else remainder = copySign(0, b);
  if (quotient === 0) return { quotient: copySign(0, a / b), remainder };
  const floor = Math.floor(quotient);
  return { quotient: quotient - floor > 0.5 ? floor + 1 : floor, remainder };
}

export function copySign(magnitude: number, sign: number): number {
  const negative = sign < 0 || Object.is(sign, -0);
  return negative ? -Math.abs(magnitude) : Math.abs(magnitude);
}

function floatPower(a: number, b: number, context: Context): Value {
  if (b === 0 || a === 1) return float(1);
  if (Number.isNaN(a) || Number.isNaN(b)) return float(Number.NaN);
  if (a === 0 && b < 0) {
    return context.raise('ZeroDivisionError', '0.0 cannot be raised to a negative power');
  }
  if (!Number.isFinite(a) || !Number.isFinite(b) || a === 0) {
    return float(a === -1 && !Number.isFinite(b) ? 1 : a ** b);
  }
  if (a < 0 && !Number.isInteger(b)) return complexOperation('**', complex(a, 0), complex(b, 0), context);
  const magnitude = real.power(Math.abs(a), b);
  if (magnitude === null) return context.unknown('the last digit of the power depends on the machine');
  if (!Number.isFinite(magnitude)) return context.raise('OverflowError', "(34, 'Numerical result out of range')");
  return float(a < 0 && Math.abs(b % 2) === 1 ? -magnitude : magnitude);
}

export function complex(real: number, imaginary: number): ComplexValue {
  return { kind: 'complex', real, imaginary };
}

export function complexOperation(op: BinaryOperator, a: ComplexValue, b: ComplexValue, context: Context): Value {
  switch (op) {
    case '+':
      return complex(a.real + b.real, a.imaginary + b.imaginary);
    case '-':
      return complex(a.real - b.real, a.imaginary - b.imaginary);
    case '*':
      return complexProduct(a, b);
    case '/':
      return complexQuotient(a, b, context);
    case '**':
      return complexPower(a, b, context);
    default:
      return context.unknown(`\`${op}\` on complex numbers is not followed`);
  }
}

function complexProduct(a: ComplexValue, b: ComplexValue): ComplexValue {
  return complex(a.real * b.real - a.imaginary * b.imaginary, a.real * b.imaginary + a.imaginary * b.real);
}

/** Smith's method, as `_Py_c_quot`. */
function complexQuotient(a: ComplexValue, b: ComplexValue, context: Context): Value {
  if (b.real === 0 && b.imaginary === 0) return context.raise('ZeroDivisionError', 'complex division by zero');
  if (Math.abs(b.real) >= Math.abs(b.imaginary)) {
    const scale = b.imaginary / b.real;
    const denominator = b.real + b.imaginary * scale;
    return complex((a.real + a.imaginary * scale) / denominator, (a.imaginary - a.real * scale) / denominator);
  }
  if (Number.isNaN(b.real) || Number.isNaN(b.imaginary)) return complex(Number.NaN, Number.NaN);
  const scale = b.real / b.imaginary;
  const denominator = b.real * scale + b.imaginary;
  return complex((a.real * scale + a.imaginary) / denominator, (a.imaginary * scale - a.real) / denominator);
}

function complexPower(a: ComplexValue, b: ComplexValue, context: Context): Value {
  const exponent = b.real;
  let result: Value;
  if (b.imaginary === 0 && Number.isInteger(exponent) && Math.abs(exponent) <= 100) {
    const power = powerBySquaring(a, Math.abs(exponent));
    const isZero = exponent < 0 && power.real === 0 && power.imaginary === 0;
    if (isZero) return context.raise('ZeroDivisionError', ZERO_POWER);
    result = exponent > 0 ? power : complexQuotient(complex(1, 0), power, context);
  } else result = polarPower(a, b, context);
  const isTooLarge =
    result.kind === 'complex' && (Math.abs(result.real) === Infinity || Math.abs(result.imaginary) === Infinity);
  return isTooLarge ? context.raise('OverflowError', 'complex exponentiation') : result;
}

const ZERO_POWER = '0.0 to a negative or complex power';

/** `c_powu` */
function powerBySquaring(base: ComplexValue, exponent: number): ComplexValue {
  let result = complex(1, 0);
  let factor = base;
  for (let mask = 1; exponent >= mask; mask *= 2) {
    if (Math.floor(exponent / mask) % 2 === 1) result = complexProduct(result, factor);
    factor = complexProduct(factor, factor);
  }
  return result;
}

/** `_Py_c_pow`: by the length and the angle of the base. */
function polarPower(a: ComplexValue, b: ComplexValue, context: Context): Value {
  if (a.real === 0 && a.imaginary === 0) {
    if (b.imaginary !== 0 || b.real < 0) return context.raise('ZeroDivisionError', ZERO_POWER);
    return complex(0, 0);
  }
  const unsure = () => context.unknown('the last digit of the power depends on the machine');
  if (![a.real, a.imaginary, b.real, b.imaginary].every(Number.isFinite)) return unsure();
  const size = real.hypot([a.real, a.imaginary]);
  const angle = real.atan2(a.imaginary, a.real);
  if (size === null || angle === null) return unsure();
  let length = real.power(size, b.real);
  let phase = angle * b.real;
  if (b.imaginary !== 0) {
    const shrink = real.exp(angle * b.imaginary);
    const turn = real.log(size);
    if (length === null || shrink === null || turn === null) return unsure();
    length /= shrink;
    phase += b.imaginary * turn;
  }
  const [x, y] = [real.cos(phase), real.sin(phase)];
  return length === null || x === null || y === null ? unsure() : complex(length * x, length * y);
}

/** `<`, `==`, `>` of any two of int and float, exact for large ints: negative, 0, positive; NaN if unordered. */
export function compareNumbers(a: Integer, b: Integer): number {
  if (a < b) return -1;
  if (a > b) return 1;
  // JavaScript orders a number and a bigint by their exact values.
  return a <= b && a >= b ? 0 : Number.NaN;
}
