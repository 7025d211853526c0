/** Element types as numpy sees them: its promotion, where Python's numbers are weak, and the types of results. */
import { type DType, isDType, isFloating } from '../../shapes/dtype';
import type { Value } from '../../values/value';
import { DTypePayload } from '../dtypes';
import type { Literals, Operand } from '../ops/operand';
import type { OperandType } from '../ops/promotion';

type Kind = 'bool' | 'unsigned' | 'signed' | 'floating' | 'complex';
const KINDS: readonly Kind[] = ['bool', 'unsigned', 'signed', 'floating', 'complex'];

/** Kind and bits; undefined for what is no number. */
function numeric(type: DType): { readonly kind: Kind; readonly bits: number } | undefined {
  if (type === 'bool') return { kind: 'bool', bits: 8 };
  const [, name, bits] = /^(uint|int|float|complex)(\d+)$/.exec(type) ?? [];
  if (name === undefined) return undefined;
  const kind = name === 'uint' ? 'unsigned' : name === 'int' ? 'signed' : name === 'float' ? 'floating' : 'complex';
  return { kind, bits: Number(bits) };
}

/** The text type of so many characters, as numpy names it: by its bits. */
export function textType(length: number): DType {
  return `str${32 * length}`;
}

export function isText(type: DType): boolean {
  return /^str(\d+|ing)$/.test(type);
}

/** A Python number's own type: 64 bits. */
export function strongType(type: OperandType): DType {
  return type === 'int' ? 'int64' : type === 'float' ? 'float64' : type;
}

/** What two typed operands give (`numpy.promote_types`). */
function together(a: DType, b: DType): DType {
  if (a === b) return a;
  if (a === 'object' || b === 'object') return 'object';
  if (isText(a) && isText(b)) return Number(a.slice(3)) > Number(b.slice(3)) ? a : b;
  const [x, y] = [numeric(a), numeric(b)];
  if (!x || !y) return '?';
  if (x.kind === 'bool') return b;
  if (y.kind === 'bool') return a;
  if (x.kind === y.kind) return x.bits > y.bits ? a : b;
  const [low, high] = KINDS.indexOf(x.kind) < KINDS.indexOf(y.kind) ? [x, y] : [y, x];
  if (high.kind === 'signed') {
    if (high.bits > low.bits) return `int${high.bits}`;
    return low.bits === 64 ? 'float64' : `int${low.bits * 2}`;
  }
  // An int needs a float of more bits than it has itself; from 32 bits on that is a double.
  const own = low.kind === 'floating' ? low.bits : low.bits === 8 ? 16 : low.bits === 16 ? 32 : 64;
  if (high.kind === 'floating') return `float${Math.max(own, high.bits)}`;
  return `complex${Math.max(own * 2, high.bits)}`;
}

/** What operands give in numpy 2 (NEP 50): Python's numbers give way to typed ones of their kind or above. */
export function promoted(types: readonly OperandType[]): DType {
  if (types.includes('?')) return '?';
  const typed = types.filter((type) => type !== 'int' && type !== 'float');
  const [first] = typed;
  if (first === undefined) return types.includes('float') ? 'float64' : 'int64';
  const common = typed.reduce(together, first);
  const kind = numeric(common)?.kind;
  if (kind === undefined) return typed.length === types.length ? common : isText(common) ? '?' : common;
  if (types.includes('float') && kind !== 'floating' && kind !== 'complex') return 'float64';
  if (types.includes('int') && kind === 'bool') return 'int64';
  return common;
}

/** How lists become arrays. */
export const ARRAY_LITERALS: Literals = {
  strong: strongType,
  common: (types) => {
    const own = types.map(strongType);
    // Numbers among texts become texts of a length that their digits decide.
    return own.some(isText) && !own.every(isText) ? '?' : promoted(own);
  },
  text: (text) => (text.kind === 'bytes' ? `bytes${8 * text.value.length}` : textType([...text.value].length)),
  object: 'object',
};

/**
 * The type that operands of an element by element function share. Before numpy 2, arrays without axes
 * counted as weak, too, where another array was of their kind or above.
 */
export function sharedType(operands: readonly Operand[], keras3: boolean): DType {
  const types = operands.map((operand) => operand.type ?? '?');
  if (keras3 || types.includes('?')) return promoted(types);
  const scalar = (operand: Operand) => Array.isArray(operand.anyShape) && operand.anyShape.length === 0;
  const arrays = operands.filter((operand) => !scalar(operand)).map((operand) => operand.type ?? '?');
  if (arrays.length === 0 || arrays.length === operands.length) return promoted(types);
  const level = (type: OperandType): number => {
    const kind = numeric(strongType(type))?.kind;
    if (kind === undefined) return Number.POSITIVE_INFINITY;
    return kind === 'bool' ? 0 : kind === 'unsigned' || kind === 'signed' ? 1 : kind === 'floating' ? 2 : 3;
  };
  const highest = Math.max(...arrays.map(level));
  const scalars = operands.filter(scalar).map((operand) => operand.type ?? '?');
  return promoted([...arrays, ...scalars.filter((type) => level(type) > highest)]);
}

/** Functions like `sqrt`: floats stay, small ints become small floats. */
export function toFloat(type: DType): DType {
  const found = numeric(type);
  if (!found) return type === 'object' ? 'object' : '?';
  if (found.kind === 'floating' || found.kind === 'complex') return type;
  return found.bits === 8 ? 'float16' : found.bits === 16 ? 'float32' : 'float64';
}

/** Means: floats stay, all ints become doubles. */
export function meanType(type: DType): DType {
  const found = numeric(type);
  if (!found) return type === 'object' ? 'object' : '?';
  return found.kind === 'floating' || found.kind === 'complex' ? type : 'float64';
}

/** Sums and products: ints become 64 bits wide. */
export function summedType(type: DType): DType {
  const found = numeric(type);
  if (!found) return type;
  if (found.kind === 'unsigned') return 'uint64';
  return found.kind === 'bool' || found.kind === 'signed' ? 'int64' : type;
}

/** Linear algebra computes in floats of 32 bits or more. */
export function linearType(type: DType): DType {
  if (type === '?' || isFloating(type) || type.startsWith('complex')) return type === 'float16' ? '?' : type;
  return numeric(type) ? 'float64' : '?';
}

/** The real type that a complex one is made of. */
export function realType(type: DType): DType {
  return type === 'complex64' ? 'float32' : type === 'complex128' ? 'float64' : type;
}

export function complexType(type: DType): DType {
  if (type === '?' || type.startsWith('complex')) return type;
  return type === 'float32' || type === 'float16' ? 'complex64' : 'complex128';
}

const CODES: Readonly<Record<string, DType>> = {
  '?': 'bool',
  b: 'int8',
  B: 'uint8',
  h: 'int16',
  H: 'uint16',
  i: 'int32',
  I: 'uint32',
  l: 'int64',
  L: 'uint64',
  q: 'int64',
  Q: 'uint64',
  e: 'float16',
  f: 'float32',
  d: 'float64',
  F: 'complex64',
  D: 'complex128',
  O: 'object',
  b1: 'bool',
  i1: 'int8',
  i2: 'int16',
  i4: 'int32',
  i8: 'int64',
  u1: 'uint8',
  u2: 'uint16',
  u4: 'uint32',
  u8: 'uint64',
  f2: 'float16',
  f4: 'float32',
  f8: 'float64',
  c8: 'complex64',
  c16: 'complex128',
};

const NAMES: Readonly<Record<string, DType>> = {
  float: 'float64',
  int: 'int64',
  uint: 'uint64',
  bool_: 'bool',
  int_: 'int64',
  float_: 'float64',
  complex_: 'complex128',
  object_: 'object',
  complex: 'complex128',
  half: 'float16',
  single: 'float32',
  double: 'float64',
  csingle: 'complex64',
  cdouble: 'complex128',
  byte: 'int8',
  ubyte: 'uint8',
  short: 'int16',
  ushort: 'uint16',
  intc: 'int32',
  uintc: 'uint32',
  long: 'int64',
  ulong: 'uint64',
  longlong: 'int64',
  ulonglong: 'uint64',
  intp: 'int64',
  uintp: 'uint64',
  object: 'object',
};

/** The type that a name stands for, as numpy reads it; undefined where there is none. */
export function typeNamed(name: string): DType | undefined {
  if (NAMES[name] !== undefined) return NAMES[name];
  if (isDType(name) && (numeric(name) || /^(bfloat16|float8)/.test(name))) return name;
  const code = /^[<=|]?(.+)$/.exec(name)?.[1] ?? '';
  if (CODES[code] !== undefined) return CODES[code];
  return /^(str|U\d*|S\d*|a\d*|V\d*|M8.*|m8.*|datetime64.*|timedelta64.*|float128|longdouble|bytes|str_|bytes_)$/.test(
    code,
  )
    ? '?'
    : undefined;
}

/** Whether a value names a type of records (`[('a', 'i4')]`, `'f4,i4'`): each is one element, written as a tuple. */
export function namesRecords(value: Value): boolean {
  return value.kind === 'list' || value.kind === 'dict' || (value.kind === 'str' && value.value.includes(','));
}

/** The type that a value names (`dtype=`); undefined where numpy takes it for none. */
export function typeOf(value: Value): DType | undefined {
  switch (value.kind) {
    case 'str':
      return namesRecords(value) ? '?' : typeNamed(value.value);
    case 'class':
      return typeNamed(value.name) ?? '?';
    case 'instance':
      return value.payload instanceof DTypePayload ? value.payload.dtype : '?';
    case 'unknown':
    case 'list':
    case 'tuple':
    case 'dict':
      return '?';
    default:
      return undefined;
  }
}
