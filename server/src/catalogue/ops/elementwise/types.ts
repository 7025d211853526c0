/** Element types that elementwise ops give, by those of their operands. */
import type { DType } from '../../../shapes/dtype';
import { isIntegral, type OperandType, resultType } from '../promotion';

/** The type of the result for the operand's; `floatx` is `keras.config.floatx()`. */
export type TypeRule = (type: DType, floatx: DType) => DType;

const known =
  (rule: TypeRule): TypeRule =>
  (type, floatx) =>
    type === '?' ? '?' : rule(type, floatx);

export const same: TypeRule = (type) => type;

export const boolean: TypeRule = () => 'bool';

/** Floats stay, ints and bools become floats: all of them `floatx`, int64 too. */
export const toFloat: TypeRule = known((type, floatx) => (type === 'int64' ? floatx : resultType(type, 'float')));

/** As `toFloat`, by the name alone: complex and all else stays. */
export const integralToFloat: TypeRule = known((type, floatx) => (isIntegral(type) ? floatx : type));

/** Ints become `floatx`, but int64 becomes float64; bools stay. */
export const wideToDouble: TypeRule = known((type, floatx) => {
  if (type === 'int64') return 'float64';
  return NARROW.has(type) ? floatx : type;
});
const NARROW: ReadonlySet<string> = new Set(['int8', 'int16', 'int32', 'uint8', 'uint16', 'uint32']);

/** 16-bit floats stay, 64 bits give float64, all else `floatx`. */
export const halfOrFloat: TypeRule = known((type, floatx) => {
  if (type === 'int64' || type === 'float64') return 'float64';
  return type === 'bfloat16' || type === 'float16' ? type : floatx;
});

export const boolToInt: TypeRule = known((type) => (type === 'bool' ? 'int32' : type));

/** Sums and products: small ints become 32 bits wide. */
export const accumulated: TypeRule = known((type) => {
  if (type === 'bool' || type === 'int8' || type === 'int16') return 'int32';
  return type === 'uint8' || type === 'uint16' ? 'uint32' : type;
});

export const withFloat: TypeRule = known((type) => resultType(type, 'float'));

/** What two operands give. */
export type PairRule = (left: OperandType, right: OperandType, floatx: DType) => DType;

export const promoted: PairRule = (left, right) => resultType(left, right);
export const promotedToFloat: PairRule = (left, right) => resultType(left, right, 'float');
export const compared: PairRule = () => 'bool';
