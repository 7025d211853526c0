/** Floats as text: `repr`, and exact decimal digits rounded half to even as C's `printf` gives them. */

/** `repr(x)`: the shortest digits that read back as the same float; an exponent below 1e-4 and from 1e16. */
export function floatRepr(x: number): string {
  if (Number.isNaN(x)) return 'nan';
  if (!Number.isFinite(x)) return x > 0 ? 'inf' : '-inf';
  if (x === 0) return Object.is(x, -0) ? '-0.0' : '0.0';
  const { digits, exponent } = shortestDigits(x);
  const sign = x < 0 ? '-' : '';
  if (exponent < -4 || exponent >= 16) return sign + scientific(digits, exponent);
  return sign + positional(digits, exponent, true);
}

/** Shortest digits of a finite nonzero number, and the power of ten of the first one. */
export function shortestDigits(x: number): { digits: string; exponent: number } {
  const [mantissa = '', exponent = '0'] = Math.abs(x).toExponential().split('e');
  return { digits: mantissa.replace('.', ''), exponent: Number(exponent) };
}

/** `d.ddde±XX` with at least two digits in the exponent. */
export function scientific(digits: string, exponent: number): string {
  const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
  const size = String(Math.abs(exponent)).padStart(2, '0');
  return `${digits.charAt(0)}${fraction}e${exponent < 0 ? '-' : '+'}${size}`;
}

/** Digits written out; `point` adds `.0` to whole numbers. */
export function positional(digits: string, exponent: number, point: boolean): string {
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`;
  if (digits.length <= exponent + 1) return digits + '0'.repeat(exponent + 1 - digits.length) + (point ? '.0' : '');
  return `${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`;
}

/** A finite float as `mantissa · 2^exponent`, without its sign. */
export function floatParts(x: number): { mantissa: bigint; exponent: number } {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Math.abs(x));
  const bits = view.getBigUint64(0);
  const field = Number(bits >> 52n);
  const fraction = bits & ((1n << 52n) - 1n);
  return field === 0
    ? { mantissa: fraction, exponent: -1074 }
    : { mantissa: fraction | (1n << 52n), exponent: field - 1075 };
}

/** `|x| · 10^power` as the nearest integer, ties to even. */
function scaledToInteger(x: number, power: number): bigint {
  const { mantissa, exponent } = floatParts(x);
  let numerator = mantissa;
  let denominator = 1n;
  if (power >= 0) numerator *= 10n ** BigInt(power);
  else denominator *= 10n ** BigInt(-power);
  if (exponent >= 0) numerator <<= BigInt(exponent);
  else denominator <<= BigInt(-exponent);
  const quotient = numerator / denominator;
  const twice = (numerator - quotient * denominator) * 2n;
  if (twice > denominator || (twice === denominator && (quotient & 1n) === 1n)) return quotient + 1n;
  return quotient;
}

/** `|x|` with so many digits behind the point: `%.{precision}f`. */
export function fixedDigits(x: number, precision: number): string {
  const digits = scaledToInteger(x, precision)
    .toString()
    .padStart(precision + 1, '0');
  if (precision === 0) return digits;
  return `${digits.slice(0, -precision)}.${digits.slice(-precision)}`;
}

/** `precision + 1` significant digits of `|x|`, and the power of ten of the first: `%.{precision}e`. */
export function exponentDigits(x: number, precision: number): { digits: string; exponent: number } {
  if (x === 0) return { digits: '0'.repeat(precision + 1), exponent: 0 };
  let { exponent } = shortestDigits(x);
  let digits = scaledToInteger(x, precision - exponent).toString();
  if (digits.length > precision + 1) {
    exponent += 1;
    digits = scaledToInteger(x, precision - exponent).toString();
  } else if (digits.length < precision + 1) {
    exponent -= 1;
    digits = scaledToInteger(x, precision - exponent).toString();
  }
  return { digits, exponent };
}

/** `round(x, digits)` for a finite float. */
export function roundFloat(x: number, digits: number): number {
  if (digits > 323) return x;
  if (digits < -308) return x < 0 || Object.is(x, -0) ? -0 : 0;
  const magnitude = digits >= 0 ? Number(fixedDigits(x, digits)) : Number(`${scaledToInteger(x, digits)}e${-digits}`);
  return x < 0 || Object.is(x, -0) ? -magnitude : magnitude;
}

/** `round(x)`: the nearest integer, ties to even. */
export function roundToInteger(x: number): bigint {
  const magnitude = scaledToInteger(x, 0);
  return x < 0 ? -magnitude : magnitude;
}
