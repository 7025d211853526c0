/**
 * Elementary functions, where their last digit is certain.
 *
 * C libraries round these functions almost, but not always, correctly: measured against glibc 2.36,
 * `exp`, `log` and `pow` differ from the nearest float only within 0.003 units of the last place of a
 * tie, `sin`, `cos` and their like within 0.01. So the value is computed with many digits; where it
 * lies far enough from the middle between two floats it is that of the library, and elsewhere the
 * answer is null: not known.
 */
import { bitLength, scaleByPowerOfTwo } from './arithmetic';

/** Bits behind the point of fixed-point numbers here. */
const PRECISION = 160n;
const ONE = 1n << PRECISION;

/** How far from a tie, in units of the last place, the libraries agree. */
const MARGIN = { tight: 0.008, loose: 0.012, hyperbolic: 0.45 };

/** A positive real: `mantissa · 2^exponent`, with an error of a few units of the mantissa's last bits. */
interface Real {
  readonly mantissa: bigint;
  readonly exponent: number;
}

/** `a ** b` for a positive finite `a` and finite `b`; null where its last digit is not certain. */
export function power(a: number, b: number): number | null {
  if (b === 1) return a;
  if (b === 0.5 && a >= 2 ** -1000) return Math.sqrt(a);
  if (b === 2 && Number.isFinite(a * a)) return a * a;
  const exact = exactPower(a, b);
  if (exact !== null) return exact;
  const estimate = b * Math.log2(a);
  if (estimate > 1025) return Number.POSITIVE_INFINITY;
  if (estimate < -1080) return 0;
  const { numerator, shift } = fraction(b);
  const exponent = (logFixed(a) * numerator) >> shift;
  return round(expFixed(exponent), MARGIN.tight);
}

/** Powers that are floats or halfway between them are exact: an integer power of a number with few bits. */
function exactPower(a: number, b: number): number | null {
  const { mantissa, exponent } = decompose(a);
  if (!Number.isInteger(b)) return null;
  if (mantissa === 1n) return 2 ** (exponent * b);
  if (Math.abs(b) > 64) return null;
  if (b < 0 && mantissa !== 1n) return null;
  const bits = bitLength(mantissa) * Math.abs(b);
  if (bits > 4096) return null;
  const magnitude = mantissa ** BigInt(Math.abs(b));
  if (bitLength(magnitude) > 53) return round({ mantissa: magnitude, exponent: exponent * b }, MARGIN.tight);
  return scaleByPowerOfTwo(magnitude, exponent * b);
}

export function exp(x: number): number | null {
  if (x === 0) return 1;
  if (x > 710) return Number.POSITIVE_INFINITY;
  if (x < -746) return 0;
  return round(expFixed(fixed(x)), MARGIN.tight);
}

/** The natural logarithm of a positive finite number. */
export function log(x: number): number | null {
  if (x === 1) return 0;
  return roundSigned(logFixed(x), MARGIN.tight);
}

/** `log2`, exact for powers of two. */
export function log2(x: number): number | null {
  const { mantissa, exponent } = decompose(x);
  if (mantissa === 1n) return exponent;
  return roundSigned((logFixed(x) << PRECISION) / LN2, MARGIN.loose);
}

/**
 * `log10`, exact for powers of ten. C libraries compute it from `log` of the mantissa and two parts
 * of log10(2), and round on the way: so does this.
 */
export function log10(x: number): number | null {
  const nearest = Math.round(Math.log10(x));
  if (nearest >= 0 && nearest <= 22 && 10 ** nearest === x) return nearest;
  const { mantissa, exponent } = decompose(x);
  const binary = exponent + bitLength(mantissa) - 1;
  // Between 1 and 2, or between 1/2 and 1 for what is below 1.
  const turns = binary < 0 ? binary + 1 : binary;
  const rest = log(x / 2 ** turns);
  if (rest === null) return null;
  const low = turns * LOG10_2_LOW + rest * INVERSE_LN10;
  return low + turns * LOG10_2_HIGH;
}

const INVERSE_LN10 = Math.LOG10E;
const LOG10_2_HIGH = 0.30102999566361177;
const LOG10_2_LOW = 3.694239077158931e-13;

export function sin(x: number): number | null {
  if (x === 0) return x;
  return circular(x, 'sin');
}

export function cos(x: number): number | null {
  if (x === 0) return 1;
  return circular(x, 'cos');
}

export function tan(x: number): number | null {
  if (x === 0 || Math.abs(x) > 1e6) return x === 0 ? x : null;
  const { sine, cosine } = sineAndCosine(x);
  return roundSigned((sine << PRECISION) / cosine, MARGIN.loose);
}

export function atan(x: number): number | null {
  if (x === 0) return x;
  if (!Number.isFinite(x)) return x > 0 ? Math.PI / 2 : -Math.PI / 2;
  if (Math.abs(x) < 1e-8 || Math.abs(x) > 1e15) return null;
  return roundSigned(atanFixed(fixed(x)), MARGIN.loose);
}

export function asin(x: number): number | null {
  if (x === 0) return x;
  if (Math.abs(x) === 1) return x > 0 ? Math.PI / 2 : -Math.PI / 2;
  if (Math.abs(x) < 1e-8) return null;
  const value = fixed(x);
  const adjacent = squareRoot(ONE - ((value * value) >> PRECISION));
  return roundSigned(atanFixed((value << PRECISION) / adjacent), MARGIN.loose);
}

export function acos(x: number): number | null {
  if (x === 1) return 0;
  if (x === -1) return Math.PI;
  const value = fixed(x);
  const opposite = squareRoot(ONE - ((value * value) >> PRECISION));
  if (value === 0n) return Math.PI / 2;
  const angle = atanFixed((opposite << PRECISION) / value);
  return roundSigned(value < 0n ? angle + PI : angle, MARGIN.loose);
}

/** The angle of a point, from -π to π. */
export function atan2(y: number, x: number): number | null {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  // Along the axes and the diagonals the nearest floats are known.
  if (y === 0 || x === 0 || !Number.isFinite(x) || !Number.isFinite(y)) return Math.atan2(y, x);
  const [above, right] = [fraction(Math.abs(y)), fraction(Math.abs(x))];
  const ratio = (above.numerator << (PRECISION + right.shift)) / (right.numerator << above.shift);
  if (bitLength(ratio) < 100 || bitLength(ratio) > 220) return null;
  const angle = atanFixed(ratio);
  const magnitude = roundSigned(x < 0 ? PI - angle : angle, MARGIN.loose);
  return magnitude !== null && y < 0 ? -magnitude : magnitude;
}

/** The length of a vector. */
export function hypot(parts: readonly number[]): number | null {
  if (parts.some((part) => Math.abs(part) === Number.POSITIVE_INFINITY)) return Number.POSITIVE_INFINITY;
  if (parts.some(Number.isNaN)) return Number.NaN;
  const sizes = parts.map(Math.abs).filter((part) => part !== 0);
  if (sizes.length < 2) return sizes[0] ?? 0;
  const fractions = sizes.map(fraction);
  let shift = 0n;
  for (const one of fractions) if (one.shift > shift) shift = one.shift;
  const squares = fractions.reduce((sum, one) => sum + (one.numerator << (shift - one.shift)) ** 2n, 0n);
  if (bitLength(squares) > 4000) return null;
  return round(
    { mantissa: integerSquareRoot(squares << (2n * PRECISION)), exponent: -Number(PRECISION + shift) },
    MARGIN.loose,
  );
}

export function sinh(x: number): number | null {
  return hyperbolic(x, (up, down) => up - down);
}

export function cosh(x: number): number | null {
  return x === 0 ? 1 : hyperbolic(x, (up, down) => up + down);
}

/** `e^x` and `e^-x` put together, halved. These are libraries' least exact functions. */
function hyperbolic(x: number, combine: (up: bigint, down: bigint) => bigint): number | null {
  if (x === 0) return x;
  if (Math.abs(x) > 30 || Math.abs(x) < 1e-4) return null;
  const up = toFixed(expFixed(fixed(x)));
  const down = toFixed(expFixed(fixed(-x)));
  return roundSigned(combine(up, down) >> 1n, MARGIN.hyperbolic);
}

export function tanh(x: number): number | null {
  if (x === 0) return x;
  if (Math.abs(x) > 22) return x > 0 ? 1 : -1;
  if (Math.abs(x) < 1e-4) return null;
  const up = toFixed(expFixed(fixed(x)));
  const down = toFixed(expFixed(fixed(-x)));
  return roundSigned(((up - down) << PRECISION) / (up + down), MARGIN.hyperbolic);
}

// ---------------------------------------------------------------- fixed point

function decompose(x: number): { mantissa: bigint; exponent: number } {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Math.abs(x));
  const bits = view.getBigUint64(0);
  const field = Number(bits >> 52n);
  let mantissa = bits & ((1n << 52n) - 1n);
  if (field > 0) mantissa |= 1n << 52n;
  let exponent = Math.max(field, 1) - 1075;
  while (mantissa !== 0n && (mantissa & 1n) === 0n) {
    mantissa >>= 1n;
    exponent += 1;
  }
  return { mantissa, exponent };
}

/** `x` as a fraction with a power of two below. */
function fraction(x: number): { numerator: bigint; shift: bigint } {
  const { mantissa, exponent } = decompose(x);
  const sign = x < 0 ? -1n : 1n;
  return exponent >= 0
    ? { numerator: sign * (mantissa << BigInt(exponent)), shift: 0n }
    : { numerator: sign * mantissa, shift: BigInt(-exponent) };
}

function fixed(x: number): bigint {
  const { numerator, shift } = fraction(x);
  return (numerator << PRECISION) >> shift;
}

function toFixed(real: Real): bigint {
  const shift = real.exponent + Number(PRECISION);
  return shift >= 0 ? real.mantissa << BigInt(shift) : real.mantissa >> BigInt(-shift);
}

/** `2 · atanh(1/n)` summed: `ln((n + 1) / (n - 1))`. */
function logOfRatio(n: bigint): bigint {
  let term = ONE / n;
  let total = term;
  for (let k = 3n; term !== 0n; k += 2n) {
    term /= n * n;
    total += term / k;
  }
  return total * 2n;
}

const LN2 = logOfRatio(3n);
const PI = 4n * (4n * atanOfInverse(5n) - atanOfInverse(239n));

function atanOfInverse(n: bigint): bigint {
  let power = ONE / n;
  let total = power;
  let sign = -1n;
  for (let k = 3n; power !== 0n; k += 2n) {
    power /= n * n;
    total += (sign * power) / k;
    sign = -sign;
  }
  return total;
}

/** `ln(x)`: the binary exponent apart, then `2 · atanh((m - 1) / (m + 1))` of a root of the mantissa. */
function logFixed(x: number): bigint {
  const { mantissa, exponent } = decompose(x);
  const length = bitLength(mantissa);
  let scaled = (mantissa << PRECISION) >> BigInt(length);
  let binary = exponent + length;
  // Between 0.7 and 1.4, so that values near 1 keep their digits.
  if (scaled * 10n < ONE * 7n) {
    scaled <<= 1n;
    binary -= 1;
  }
  const root = squareRoot(squareRoot(scaled));
  const ratio = ((root - ONE) << PRECISION) / (root + ONE);
  const square = (ratio * ratio) >> PRECISION;
  let term = ratio;
  let total = ratio;
  for (let k = 3n; term !== 0n && term !== -1n; k += 2n) {
    term = (term * square) >> PRECISION;
    total += term / k;
  }
  return total * 8n + BigInt(binary) * LN2;
}

function expFixed(x: bigint): Real {
  let turns = x / LN2;
  if (x < 0n) turns -= 1n;
  const rest = x - turns * LN2;
  // e^(rest / 2^8) by its series, squared eight times.
  const small = rest >> 8n;
  let term = ONE;
  let total = ONE;
  for (let k = 1n; term !== 0n; k += 1n) {
    term = ((term * small) >> PRECISION) / k;
    total += term;
  }
  for (let i = 0; i < 8; i++) total = (total * total) >> PRECISION;
  return { mantissa: total, exponent: Number(turns) - Number(PRECISION) };
}

function circular(x: number, which: 'sin' | 'cos'): number | null {
  if (Math.abs(x) > 1e6) return null;
  const { sine, cosine } = sineAndCosine(x);
  return roundSigned(which === 'sin' ? sine : cosine, MARGIN.loose);
}

function sineAndCosine(x: number): { sine: bigint; cosine: bigint } {
  let angle = fixed(x) % (2n * PI);
  if (angle > PI) angle -= 2n * PI;
  if (angle < -PI) angle += 2n * PI;
  // Both series of a sixteenth of the angle, doubled four times.
  const small = angle >> 4n;
  const square = (small * small) >> PRECISION;
  let term = small;
  let sine = small;
  for (let k = 1n; term !== 0n && term !== -1n; k += 1n) {
    term = -((term * square) >> PRECISION) / (2n * k * (2n * k + 1n));
    sine += term;
  }
  term = ONE;
  let cosine = ONE;
  for (let k = 1n; term !== 0n && term !== -1n; k += 1n) {
    term = -((term * square) >> PRECISION) / (2n * k * (2n * k - 1n));
    cosine += term;
  }
  for (let i = 0; i < 4; i++) {
    const doubled = (2n * sine * cosine) >> PRECISION;
    cosine = ((cosine * cosine) >> PRECISION) - ((sine * sine) >> PRECISION);
    sine = doubled;
  }
  return { sine, cosine };
}

function atanFixed(x: bigint): bigint {
  if (x < 0n) return -atanFixed(-x);
  if (x > ONE) return PI / 2n - atanFixed((ONE << PRECISION) / x);
  // Halved three times: atan(x) = 2 · atan(x / (1 + sqrt(1 + x²))).
  let small = x;
  for (let i = 0; i < 3; i++) {
    small = (small << PRECISION) / (ONE + squareRoot(ONE + ((small * small) >> PRECISION)));
  }
  const square = (small * small) >> PRECISION;
  let term = small;
  let total = small;
  for (let k = 3n; term !== 0n && term !== -1n; k += 2n) {
    term = -((term * square) >> PRECISION);
    total += term / k;
  }
  return total * 8n;
}

/** The square root of a fixed-point number. */
function squareRoot(x: bigint): bigint {
  return integerSquareRoot(x << PRECISION);
}

/** `math.isqrt`: the largest integer whose square is not above `n`. */
export function integerSquareRoot(n: bigint): bigint {
  if (n < 2n) return n;
  let x = 1n << BigInt((bitLength(n) + 1) >> 1);
  for (;;) {
    const next = (x + n / x) >> 1n;
    if (next >= x) return x;
    x = next;
  }
}

// ---------------------------------------------------------------- rounding

function roundSigned(value: bigint, margin: number): number | null {
  if (value === 0n) return 0;
  const magnitude = round({ mantissa: value < 0n ? -value : value, exponent: -Number(PRECISION) }, margin);
  return magnitude === null ? null : value < 0n ? -magnitude : magnitude;
}

/** The nearest float; null where the middle between two is nearer than the margin, or digits are missing. */
function round(real: Real, margin: number): number | null {
  const length = bitLength(real.mantissa);
  const drop = length - 53;
  const magnitude = length + real.exponent;
  if (magnitude > 1024) return Number.POSITIVE_INFINITY;
  if (drop < 20 || magnitude < -1000) return null;
  const part =
    Number((real.mantissa & ((1n << BigInt(drop)) - 1n)) >> BigInt(Math.max(0, drop - 40))) / 2 ** Math.min(drop, 40);
  if (Math.abs(part - 0.5) < margin) return null;
  return scaleByPowerOfTwo(real.mantissa, real.exponent);
}
