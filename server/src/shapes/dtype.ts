/** Element types, by the names that Keras, TensorFlow and numpy share. */

export const DTYPES = [
  'bool',
  'uint8',
  'uint16',
  'uint32',
  'uint64',
  'int4',
  'int8',
  'int16',
  'int32',
  'int64',
  'float8_e4m3fn',
  'float8_e5m2',
  'bfloat16',
  'float16',
  'float32',
  'float64',
  'complex64',
  'complex128',
  'string',
  'object',
  'resource',
  'variant',
] as const;

export type KnownDType = (typeof DTYPES)[number];

/** `?` where we could not tell, or a name outside the list as numpy writes it (`<U5`). */
export type DType = KnownDType | '?' | (string & Record<never, never>);

const KNOWN: ReadonlySet<string> = new Set(DTYPES);

export function isDType(name: string): name is KnownDType {
  return KNOWN.has(name);
}

export function isInteger(dtype: DType): boolean {
  return /^u?int\d+$/.test(dtype);
}

export function isFloating(dtype: DType): boolean {
  return /^b?float\d/.test(dtype);
}

export function isComplex(dtype: DType): boolean {
  return dtype.startsWith('complex');
}

/** Bytes that one element takes, or undefined where there is no fixed size. */
export function bytesOf(dtype: DType): number | undefined {
  if (dtype === 'bool' || dtype.startsWith('float8')) return 1;
  if (dtype === 'int4') return 0.5;
  const bits = /^(?:u?int|b?float|complex)(\d+)$/.exec(dtype);
  return bits ? Number(bits[1]) / 8 : undefined;
}
