/** The classes of numpy's single numbers, which are not those of its arrays (`numpy._core.numerictypes`). */
import { type DType, isFloating, isInteger } from '../../shapes/dtype';
import { hasRank } from '../../shapes/shape';
import type { TensorValue } from '../../values/tensor';
import type { ClassValue } from '../../values/value';
import { typeNamed } from './types';

/** Classes that are registered as kinds of numbers, and Python's own from which some derive. */
const BASES: readonly (readonly [(dtype: DType) => boolean, readonly string[]])[] = [
  [(dtype) => isInteger(dtype) || isFloating(dtype) || isComplex(dtype), ['numpy.number', 'numbers.Number']],
  [isInteger, ['numpy.integer', 'numbers.Complex', 'numbers.Real', 'numbers.Rational', 'numbers.Integral']],
  [(dtype) => /^int/.test(dtype), ['numpy.signedinteger']],
  [(dtype) => /^uint/.test(dtype), ['numpy.unsignedinteger']],
  [(dtype) => isFloating(dtype) || isComplex(dtype), ['numpy.inexact', 'numbers.Complex']],
  [isFloating, ['numpy.floating', 'numbers.Real']],
  [isComplex, ['numpy.complexfloating']],
  [(dtype) => dtype === 'float64', ['builtins.float']],
  [(dtype) => dtype === 'complex128', ['builtins.complex']],
];

function isComplex(dtype: DType): boolean {
  return dtype.startsWith('complex');
}

/**
 * Whether an array without axes would be of a class if it were a single number, as most that are met are (`np.float64(3)`,
 * `x.sum()`, `x[0]`); null where it is not known, undefined for other tensors.
 */
export function isScalarOf({ library, shape, dtype }: TensorValue, cls: ClassValue): boolean | null | undefined {
  if (library !== 'numpy' || !hasRank(shape) || shape.length > 0) return undefined;
  const name = `${cls.module}.${cls.name}`;
  if (name === 'builtins.object' || name === 'numpy.generic') return true;
  if (dtype === '?') return null;
  if (cls.module === 'numpy' && typeNamed(cls.name) !== undefined) return typeNamed(cls.name) === dtype;
  if (/^(?:collections\.abc|typing)\./.test(name)) return null;
  return BASES.some(([holds, names]) => holds(dtype) && names.includes(name));
}
