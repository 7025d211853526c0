/**
 * The element type that operands have in common, as Keras 3 decides it (`keras.src.backend.common.dtypes`,
 * which follows JAX): a lattice in which Python's ints and floats are weaker than any typed operand.
 */
import type { DType } from '../../shapes/dtype';
import { refuse } from '../../shapes/problem';

/** An operand's type: an element type, or a Python `int` or `float`, which yield to typed operands. */
export type OperandType = DType | 'int' | 'float';

/** What each type goes over into at once. */
const LATTICE: Readonly<Record<string, readonly string[]>> = {
  bool: ['int'],
  uint8: ['int16', 'uint16'],
  uint16: ['int32', 'uint32'],
  uint32: ['int64', 'uint64'],
  uint64: ['float'],
  int: ['uint8', 'int8', 'complex64'],
  int8: ['int16'],
  int16: ['int32'],
  int32: ['int64'],
  int64: ['float'],
  float: ['bfloat16', 'float16'],
  bfloat16: ['float32'],
  float16: ['float32'],
  float32: ['float64', 'complex64'],
  float64: ['complex128'],
  complex64: ['complex128'],
  complex128: [],
};

const UPPER: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.keys(LATTICE).map((type) => [type, above(type)]),
);

function above(type: string): Set<string> {
  const found = new Set([type]);
  for (const one of found) for (const next of LATTICE[one] ?? []) found.add(next);
  return found;
}

/** The lowest type that all go over into. Refuses types outside of the lattice (`string`, 8-bit floats). */
function leastUpperBound(types: ReadonlySet<string>): string {
  const bounds = [...types].map((type) => UPPER.get(type) ?? noPromotion(type));
  const [first = new Set<string>()] = bounds;
  const common = [...first].filter((type) => bounds.every((bound) => bound.has(type)));
  const own = common.find((type) => types.has(type));
  return own ?? common.find((type) => common.every((other) => UPPER.get(type)?.has(other))) ?? 'float32';
}

function noPromotion(type: string): never {
  return refuse('incompatible-dtypes', `${type} does not mix with other element types`, { facts: { dtype: type } });
}

/** A Python number's type as an element type of its own: TensorFlow's 64 bits for an int. */
export function strong(type: OperandType): DType {
  return type === 'int' ? 'int64' : type === 'float' ? 'float32' : type;
}

/** Keras' `backend.result_type`. `?` where a type is not known and the others do not settle it. */
export function resultType(...types: readonly OperandType[]): DType {
  if (types.includes('?')) return '?';
  const [first = 'float32'] = types;
  const weak = (type: OperandType) => type === 'int' || type === 'float';
  if (types.every(weak)) {
    return types.includes('float') ? 'float32' : 'int32';
  }
  const names = new Set<string>(types);
  if (names.size === 1) return /^float8/.test(first) ? noPromotion(first) : first;
  // A typed operand and a Python number of the same type: the typed one decides.
  if (new Set(types.map(strong)).size === 1) return strong(first);
  for (const type of names) if (/^float8/.test(type)) noPromotion(type);
  const bound = leastUpperBound(names);
  return bound === 'int' ? 'int32' : bound === 'float' ? 'float32' : bound;
}

/** Whether Keras' tests for an int (`'int' in dtype`) or a bool hold. */
export function isIntegral(type: DType): boolean {
  return type.includes('int') || type === 'bool';
}
