/** `cmath`, as far as the last digits are certain (see `builtins/real`). */
import type { Context } from '../../values/context';
import { bool, type ComplexValue, float, isUnknownValue, tuple, type Value } from '../../values/value';
import { complex, copySign } from '../builtins/arithmetic';
import { plain } from '../builtins/boxed';
import { builtinFunctions, named, native } from '../builtins/define';
import * as real from '../builtins/real';
import { callMethod, typeName } from '../builtins/special';
import { declareModule } from './module';

/** What a function of complex numbers does with one that is known and finite; null where a last digit is not certain. */
type Compute = (z: ComplexValue) => Value | null;

function ofComplex(name: string, compute: Compute) {
  return native(`${name}(z, /)`, (context, value: Value) => {
    const z = complexOf(value, context);
    if (z.kind !== 'complex') return z;
    return compute(z) ?? context.unknown(`the last digit of \`cmath.${name}\` depends on the machine`);
  });
}

function complexOf(value: Value, context: Context): Value {
  const inner = plain(value);
  if (inner.kind === 'complex') return inner;
  const made = callMethod(value, '__complex__', [], context) ?? callMethod(value, '__float__', [], context);
  if (made?.kind === 'complex' || (made && isUnknownValue(made))) return made;
  if (made?.kind === 'float') return complex(made.value, 0);
  return context.raise('TypeError', `must be real number, not ${typeName(value, context)}`);
}

/** A number whose parts are both known and finite. */
function made(x: number | null, y: number | null): ComplexValue | null {
  return x === null || y === null || !Number.isFinite(x) || !Number.isFinite(y) ? null : complex(x, y);
}

/** By the larger of the parts, in CPython's order of operations. */
function squareRoot({ real: x, imaginary: y }: ComplexValue): Value | null {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return null;
  if (x === 0 && y === 0) return complex(0, y);
  const [width, height] = [Math.abs(x) / 8, Math.abs(y)];
  if (width < 1e-300 && height < 1e-300) return null;
  const size = real.hypot([width, height / 8]);
  if (size === null) return null;
  const part = 2 * Math.sqrt(width + size);
  const other = height / (2 * part);
  return x >= 0 ? complex(part, copySign(other, y)) : complex(other, copySign(part, y));
}

function times(factor: number | null, of: number | null): number | null {
  return factor === null || of === null ? null : factor * of;
}

const phase = (z: ComplexValue) => real.atan2(z.imaginary, z.real);
const size = (z: ComplexValue) => real.hypot([z.real, z.imaginary]);

const functions = [
  ofComplex('sqrt', squareRoot),
  ofComplex('exp', (z) => {
    const length = real.exp(z.real);
    return made(times(length, real.cos(z.imaginary)), times(length, real.sin(z.imaginary)));
  }),
  ofComplex('phase', (z) => {
    const angle = phase(z);
    return angle === null ? null : float(angle);
  }),
  ofComplex('polar', (z) => {
    const [length, angle] = [size(z), phase(z)];
    return length === null || angle === null ? null : tuple([float(length), float(angle)]);
  }),
  native('rect(r, phi, /)', (context, r: Value, phi: Value) => {
    const [length, angle] = [complexOf(r, context), complexOf(phi, context)];
    if (length.kind !== 'complex') return length;
    if (angle.kind !== 'complex') return angle;
    if (angle.real === 0) return complex(length.real, length.real * angle.real);
    const found = made(times(length.real, real.cos(angle.real)), times(length.real, real.sin(angle.real)));
    return found ?? context.unknown('the last digit of `cmath.rect` depends on the machine');
  }),
  ofComplex('isnan', (z) => bool(Number.isNaN(z.real) || Number.isNaN(z.imaginary))),
  ofComplex('isfinite', (z) => bool(Number.isFinite(z.real) && Number.isFinite(z.imaginary))),
  ofComplex('isinf', (z) => bool(Math.abs(z.real) === Infinity || Math.abs(z.imaginary) === Infinity)),
];

const CONSTANTS: readonly (readonly [string, Value])[] = [
  ['pi', float(Math.PI)],
  ['e', float(Math.E)],
  ['tau', float(2 * Math.PI)],
  ['inf', float(Infinity)],
  ['nan', float(Number.NaN)],
  ['infj', complex(0, Infinity)],
  ['nanj', complex(0, Number.NaN)],
];

export function cmathModule() {
  return declareModule('cmath', [...named(...builtinFunctions(functions)), ...CONSTANTS], {
    home: 'cmath.',
    others: 'acos acosh asin asinh atan atanh cos cosh isclose log log10 sin sinh tan tanh',
  });
}
