/**
 * What TensorFlow makes of Python's numbers and of arrays where an element type is asked for, or where
 * a tensor beside them has one (`tf.convert_to_tensor`).
 */
import { flatten } from '../../../graph/structure';
import { type DType, isFloating, isInteger } from '../../../shapes/dtype';
import { refuse } from '../../../shapes/problem';
import { hasRank } from '../../../shapes/shape';
import type { Operand } from '../../ops/operand';

/**
 * Whether a number, a list of numbers or an array becomes a tensor of an element type. Arrays of numbers
 * are cast to anything; Python's floats become no ints, its numbers no bools, and texts stay texts.
 */
export function converts(operand: Operand, type: DType): boolean {
  const { dtype: from } = operand;
  if (from === '?' || type === '?' || from === type || isEmpty(operand)) return true;
  if (from === 'string' || type === 'string') return isArray(operand) && type === 'bool';
  if (isArray(operand) || holdsTensors(operand)) return true;
  if (type === 'bool') return false;
  if (from === 'bool') return isInteger(type) || isFloating(type);
  if (isInteger(from)) return true;
  return type.startsWith('complex') || (isFloating(type) && isFloating(from));
}

/** Refuses what no tensor of the type can be made of. */
export function checkConversion(operand: Operand, type: DType, callee: string): void {
  if (converts(operand, type)) return;
  refuse('incompatible-dtypes', `${callee} does not make ${type} of ${operand.dtype}`, {
    exception: 'TypeError',
    parameter: 'dtype',
  });
}

function isArray({ value }: Operand): boolean {
  return value.kind === 'tensor' && value.library === 'numpy';
}

/** Tensors in a list are stacked, and then cast. */
function holdsTensors({ value }: Operand): boolean {
  if (value.kind !== 'list' && value.kind !== 'tuple') return false;
  return flatten(value).some((leaf) => leaf.kind === 'unknown' || (leaf.kind === 'tensor' && leaf.library !== 'numpy'));
}

function isEmpty({ anyShape, tensor }: Operand): boolean {
  return tensor === null && hasRank(anyShape) && anyShape.includes(0);
}
