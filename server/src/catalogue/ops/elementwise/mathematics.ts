/** Mathematical functions of each element. */

import { isComplex } from '../../../shapes/dtype';
import { refuse } from '../../../shapes/problem';
import { float, int } from '../../../values/value';
import type { OpDefinition } from '../define-op';
import {
  boolToInt,
  halfOrFloat,
  integralToFloat,
  same,
  type TypeRule,
  toFloat,
  wideToDouble,
  withFloat,
} from './types';
import { other, type Unary, unary } from './unary';

type Row = readonly [name: string, summary: string, type: TypeRule, options?: Unary];

/** TensorFlow has real parts of complex numbers as floats; Keras' symbolic rule keeps the complex type. */
const realPart: TypeRule = (type) => (type === 'complex64' ? 'float32' : type === 'complex128' ? 'float64' : type);

const rows: readonly Row[] = [
  ['abs', 'Distance of each element from zero.', same, { operation: 'Absolute', run: realPart }],
  ['absolute', 'Distance of each element from zero.', same, { operation: 'Absolute', run: realPart }],
  ['angle', 'Angle of each complex number.', toFloat],
  ['arccos', 'Inverse cosine.', toFloat],
  ['arccosh', 'Inverse hyperbolic cosine.', toFloat],
  ['arcsin', 'Inverse sine.', toFloat],
  ['arcsinh', 'Inverse hyperbolic sine.', toFloat],
  ['arctan', 'Inverse tangent.', toFloat],
  ['arctanh', 'Inverse hyperbolic tangent.', toFloat],
  ['cbrt', 'Cube root.', (type, floatx) => (type === 'bool' ? floatx : wideToDouble(type, floatx))],
  ['ceil', 'Smallest whole number that is not below.', toFloat],
  ['conj', 'Complex conjugate.', same, { operation: 'Conjugate' }],
  ['conjugate', 'Complex conjugate.', same],
  ['copy', 'A copy of the tensor.', same],
  ['cos', 'Cosine.', toFloat],
  ['cosh', 'Hyperbolic cosine.', toFloat],
  ['deg2rad', 'Degrees as radians.', halfOrFloat],
  ['exp', 'e to the power of each element.', integralToFloat],
  ['exp2', '2 to the power of each element.', integralToFloat],
  ['expm1', 'e to the power of each element, less 1.', integralToFloat],
  ['fabs', 'Distance from zero, as a float.', integralToFloat, { check: noComplex }],
  ['floor', 'Largest whole number that is not above.', toFloat],
  ['i0', 'Modified Bessel function of order 0.', halfOrFloat],
  ['imag', 'Imaginary part.', same, { run: realPart }],
  ['log', 'Natural logarithm.', toFloat],
  ['log10', 'Logarithm to base 10.', toFloat],
  ['log1p', 'Natural logarithm of 1 plus each element.', toFloat],
  ['log2', 'Logarithm to base 2.', toFloat],
  [
    'nan_to_num',
    'Numbers in place of NaN and infinities.',
    same,
    { more: { nan: other(float(0)), posinf: other(), neginf: other() } },
  ],
  ['negative', 'Each element with its sign turned.', same, { computes: 'numbers' }],
  ['rad2deg', 'Radians as degrees.', halfOrFloat],
  ['real', 'Real part.', same, { run: realPart }],
  [
    'reciprocal',
    '1 divided by each element.',
    (_, floatx) => (floatx === '?' ? '?' : 'float32'),
    { run: toFloat, computes: 'floats' },
  ],
  [
    'round',
    'Each element rounded to a number of decimals.',
    same,
    { more: { decimals: other(int(0)) }, computes: 'numbers' },
  ],
  ['sign', '-1, 0 or 1 by the sign of each element.', same, { computes: 'numbers' }],
  ['sin', 'Sine.', toFloat],
  ['sinc', 'Normalized cardinal sine.', toFloat],
  ['sinh', 'Hyperbolic sine.', toFloat],
  ['sqrt', 'Square root.', toFloat],
  ['square', 'Each element times itself.', boolToInt],
  ['tan', 'Tangent.', toFloat],
  ['tanh', 'Hyperbolic tangent.', toFloat],
  ['trunc', 'Each element without its decimals.', same],
  ['bitwise_invert', 'Each bit turned.', same],
  ['bitwise_not', 'Each bit turned.', same],
  ['erf', 'Gauss error function.', same, { module: 'core', computes: 'floats' }],
  ['erfc', 'Complement of the Gauss error function.', withFloat, { module: 'core' }],
  ['erfinv', 'Inverse of the Gauss error function.', same, { module: 'core', computes: 'floats' }],
  ['rsqrt', '1 divided by the square root.', same, { module: 'core', computes: 'floats' }],
  ['stop_gradient', 'The tensor, through which no gradient flows back.', same, { module: 'core', tensor: 'variable' }],
];

function noComplex(type: string, callee: string): void {
  if (!isComplex(type)) return;
  refuse('incompatible-dtypes', `${callee} does not take complex numbers`, { exception: 'TypeError' });
}

export const mathematics: readonly OpDefinition[] = rows.map((row) => unary(...row));
