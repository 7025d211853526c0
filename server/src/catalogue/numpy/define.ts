/**
 * How numpy's functions are declared: by the signature that Python shows, and readers for those of its
 * parameters that decide something.
 */
import { type Dimension, isDynamic, isKnown, sized, unknownDimension } from '../../shapes/dimension';
import type { DType } from '../../shapes/dtype';
import { refuse } from '../../shapes/problem';
import type { Reason } from '../../shapes/reason';
import { hasRank, type Shape, unknownShape } from '../../shapes/shape';
import { once } from '../../values/once';
import type { TensorValue } from '../../values/tensor';
import { int, NONE, type Value } from '../../values/value';
import { declaredName, parseSignature } from '../native';
import { defineOp, type OpDefinition } from '../ops/define-op';
import { other } from '../ops/elementwise/unary';
import { NotKnown, Operand, operandOf } from '../ops/operand';
import type { OpParam, OpParams } from '../ops/params';
import { describe, integerOf, type ReadContext, sequenceItems } from '../params';
import { dimensionOf, ShapePayload } from '../tensorflow/tensor-shape';
import { ARRAY_LITERALS, typeOf } from './types';

type Declared<P extends OpParams> = Pick<OpDefinition<P>, 'output' | 'summary'> &
  Partial<
    Pick<OpDefinition<P>, 'aliases' | 'explain' | 'elements' | 'classes' | 'evaluate' | 'view' | 'keepLimits'>
  > & {
    /** Readers of parameters; what is not read decides nothing. Defaults stand in the signature. */
    readonly read: P;
  };

/** `numpyOp('sum(a, axis=None, …)', …)`: the name may have a module in front (`linalg.inv`). */
export function numpyOp<const P extends OpParams>(
  declaration: string,
  { read, ...declared }: Declared<P>,
): OpDefinition {
  const name = declaredName(declaration);
  const params = once(() => paramsOf(declaration, read));
  const definition = {
    module: 'numpy',
    owner: 'numpy',
    operation: null,
    name,
    get params() {
      return params();
    },
    ...declared,
  };
  return defineOp(definition as unknown as OpDefinition);
}

function paramsOf(declaration: string, read: OpParams): OpParams {
  const { name, signature } = parseSignature(declaration);
  const params: Record<string, OpParam<unknown>> = {};
  for (const parameter of signature.parameters) {
    const reader = read[parameter.name] ?? other(parameter.default);
    const kind = parameter.kind === 'keyword-only' ? 'keyword' : parameter.kind;
    params[parameter.name] = { ...reader, kind, default: parameter.default };
  }
  for (const own of Object.keys(read)) if (!params[own]) throw new Error(`${name} has no parameter ${own}`);
  return params;
}

function wrong(value: Value, { callee, parameter }: ReadContext, wanted: string, exception: string): never {
  return refuse('invalid-argument', `\`${parameter}\` of ${callee} must be ${wanted}, not ${describe(value)}`, {
    parameter,
    exception,
  });
}

/** Any value as the array that numpy makes of it; rows that do not fit are refused. */
export function asArray(value: Value, { callee, parameter }: Pick<ReadContext, 'callee' | 'parameter'>): Operand {
  const found = operandOf(value, ARRAY_LITERALS);
  return (
    found ??
    refuse('incompatible-shapes', `the rows of \`${parameter}\` of ${callee} have different lengths`, { parameter })
  );
}

const TAKES = { numbers: true, lists: true };

/** What was read of rows that do not fit: an array of objects may be made of them all the same. */
const uneven = new WeakSet<Operand>();

/** What `np.array` is given: an array, or rows of different lengths. */
export function arrayOrRows(): OpParam<Operand> {
  return {
    default: null,
    takes: TAKES,
    read: (value) => {
      const found = operandOf(value, ARRAY_LITERALS);
      if (found) return { value: found };
      const rows = new Operand(value, [...evenSizes(value)], 'object', ARRAY_LITERALS);
      uneven.add(rows);
      return { value: rows };
    },
  };
}

export function isUneven(operand: Operand): boolean {
  return uneven.has(operand);
}

/** More lists beside each other are not compared: they may hold each other. */
const MOST_BESIDE = 10_000;

/** The sizes of nested lists as far down as all lists beside each other have one. */
function* evenSizes(value: Value): Generator<number> {
  for (let level: readonly (readonly Value[] | null)[] = [sequenceItems(value)]; ; ) {
    const length = level[0]?.length;
    if (length === undefined || level.some((items) => items?.length !== length)) return;
    yield length;
    if (level.length * length > MOST_BESIDE)
      throw new NotKnown({ text: 'how deeply the lists are nested is not known' });
    level = level.flatMap((items) => (items ?? []).map(sequenceItems));
  }
}

/** numpy's own bound. */
const MOST_AXES = 64;

/** The shape of an array of records: those of the lists around them, which are tuples. */
export function shapeOfRecords(value: Value, depth = 0): Shape {
  if (value.kind === 'tuple') return [];
  if (value.kind === 'tensor') return value.shape;
  if (value.kind !== 'list' || value.uncertain || depth === MOST_AXES)
    return unknownShape({ text: 'what the records are is not known' });
  const [first] = value.items;
  const inner = first ? shapeOfRecords(first, depth + 1) : [];
  return hasRank(inner) ? [value.items.length, ...inner] : inner;
}

export function array(): OpParam<Operand> {
  return { default: null, takes: TAKES, read: (value, context) => ({ value: asArray(value, context) }) };
}

/** An array, or None. */
export function optionalArray(): OpParam<Operand | null> {
  return {
    default: NONE,
    takes: TAKES,
    read: (value, context) => ({ value: value.kind === 'None' ? null : asArray(value, context) }),
  };
}

/** A list or tuple of arrays, or one array, whose rows are then taken. */
export function arrays(): OpParam<readonly Operand[]> {
  return {
    default: null,
    takes: TAKES,
    read: (value, context) => {
      if (value.kind === 'unknown') return { value: value as never };
      if (value.kind === 'list' && value.uncertain) return { value: openList(value, value.uncertain, context) };
      const items = sequenceItems(value);
      if (items) return { value: items.map((item) => asArray(item, context)) };
      if (value.kind === 'tensor') return { value: rowsOf(value) };
      if (value.kind === 'iterator' || value.kind === 'instance') return unknownArrays(value, context);
      return wrong(value, context, 'a sequence of arrays', 'TypeError');
    },
  };
}

/** Lists of one array that stand for lists of any number of such arrays. */
const ofAnyLength = new WeakSet<readonly Operand[]>();

/** Whether there may be any number of arrays like the one that is listed: see `likeAnyNumber`. */
export function isOfAnyLength(listed: readonly Operand[]): boolean {
  return ofAnyLength.has(listed);
}

/** A list whose length is not known, of arrays that are alike. */
function openList(list: Value, why: Reason, context: ReadContext): readonly Operand[] {
  const { anyShape, dtype } = asArray(list, context);
  if (!hasRank(anyShape) || anyShape.length === 0) return { kind: 'unknown', reason: why } as never;
  const listed = [new Operand({ kind: 'unknown', reason: why }, anyShape.slice(1), dtype, ARRAY_LITERALS)];
  ofAnyLength.add(listed);
  return listed;
}

/** Further arguments by position, as arrays. */
export function moreArrays(): OpParam<readonly Operand[]> {
  return arrays();
}

function unknownArrays(value: Value, { callee }: ReadContext): { readonly value: never } {
  return { value: { kind: 'unknown', reason: { text: `${callee} is given ${describe(value)}` } } as never };
}

function rowsOf({ shape, dtype }: TensorValue): readonly Operand[] {
  if (!hasRank(shape)) return { kind: 'unknown', reason: shape.reason } as never;
  const [count, ...row] = shape;
  if (count === undefined) {
    return refuse('wrong-rank', 'an array without axes has no rows', { exception: 'TypeError' });
  }
  if (!isKnown(count) || count > 4096) {
    return { kind: 'unknown', reason: { text: 'the number of rows is not known' } } as never;
  }
  const content: Value = { kind: 'unknown', reason: { text: 'a row of an array' } };
  return Array.from({ length: count }, () => new Operand(content, row, dtype, ARRAY_LITERALS));
}

/** An element type (`dtype=`); null where none is given. */
export function type(): OpParam<DType | null> {
  return {
    default: NONE,
    read: (value, context) => {
      if (value.kind === 'None') return { value: null };
      if (value.kind === 'tuple' || (value.kind === 'str' && /^[\d(]/.test(value.value))) {
        throw new NotKnown({ text: 'arrays as elements of arrays are not followed' });
      }
      return { value: typeOf(value) ?? wrong(value, context, 'an element type', 'TypeError') };
    },
  };
}

/** The shape of an array to make: an int, or a list or tuple of ints. */
export function shape(): OpParam<Shape> {
  return { default: null, read: (value, context) => ({ value: readShape(value, context) }) };
}

/** `size=` of random functions: a shape, or None for one number. */
export function sizeOrNone(): OpParam<Shape | null> {
  return {
    default: NONE,
    read: (value, context) => ({ value: value.kind === 'None' ? null : readShape(value, context) }),
  };
}

export function readShape(value: Value, context: ReadContext): Shape {
  if (value.kind === 'unknown') return unknownShape(value.reason);
  if (value.kind === 'list' && value.uncertain) return unknownShape(value.uncertain);
  if (value.kind === 'tensor') return ofArray(value);
  if (value.kind === 'instance') {
    if (!(value.payload instanceof ShapePayload)) return unknownShape({ text: `a shape is ${describe(value)}` });
    const { shape: sizes } = value.payload;
    if (hasRank(sizes) && sizes.some(isDynamic)) return wrong(value, context, 'a tuple of ints', 'TypeError');
    return sizes;
  }
  const items = sequenceItems(value);
  if (!items) {
    const single = sizeOf(value, context);
    return [checked(single, context)];
  }
  return items.map((item) => checked(sizeOf(item, context), context));
}

function ofArray({ data, shape: own, dtype }: TensorValue): Shape {
  const sizes = data?.every((one): one is number => typeof one === 'number' && Number.isInteger(one)) ? data : null;
  if (sizes && /int/.test(dtype)) return sizes;
  if (!hasRank(own)) return unknownShape(own.reason);
  const [count = 1] = own;
  const why = { text: 'a size is an element of an array' };
  return isKnown(count) && count < 32 ? Array.from({ length: count }, () => unknownDimension(why)) : unknownShape(why);
}

function checked(size: Dimension, { callee, parameter }: ReadContext): Dimension {
  if (!isKnown(size) || size >= 0) return size;
  return refuse('negative-dimension', `\`${parameter}\` of ${callee} has the size ${size}`, { parameter });
}

export function sizeOf(value: Value, context: ReadContext): Dimension {
  if (value.kind === 'unknown') return unknownDimension(value.reason);
  if (value.kind === 'instance') return unknownDimension({ text: `a size is ${describe(value)}` });
  if (value.kind === 'tensor') {
    const found = dimensionOf(value);
    if (found !== undefined) return found;
    if (/float|complex/.test(value.dtype) && value.library === 'numpy')
      return wrong(value, context, 'an int', 'TypeError');
    return unknownDimension({ text: 'a size is an element of an array' });
  }
  const found = integerOf(value);
  return found === undefined ? wrong(value, context, 'an int', 'TypeError') : sized(found);
}

/** A single size. */
export function size(): OpParam<Dimension> {
  return { default: null, read: (value, context) => ({ value: sizeOf(value, context) }) };
}

export function optionalSize(): OpParam<Dimension | null> {
  return {
    default: NONE,
    read: (value, context) => ({ value: value.kind === 'None' ? null : sizeOf(value, context) }),
  };
}

/** None, an int, or a tuple of ints; a list is refused. */
export function axis(): OpParam<readonly number[] | null> {
  return {
    default: NONE,
    read: (value, context) => {
      if (value.kind === 'None') return { value: null };
      if (value.kind === 'tuple') {
        const unknownItem = value.items.find((item) => item.kind === 'unknown');
        if (unknownItem) return { value: unknownItem as never };
        return { value: value.items.map((item) => axisNumber(item, context)) as readonly number[] };
      }
      const number = axisNumber(value, context);
      return { value: typeof number === 'number' ? [number] : (number as never) };
    },
  };
}

/** An axis, or another int. */
export function integer(): OpParam<number> {
  return { default: null, read: (value, context) => ({ value: axisNumber(value, context) as number }) };
}

/** An int, or None. */
export function optionalInteger(): OpParam<number | null> {
  return {
    default: NONE,
    read: (value, context) => ({ value: value.kind === 'None' ? null : (axisNumber(value, context) as number) }),
  };
}

/** An int; what is not known is handed on as an unknown value. */
function axisNumber(value: Value, context: ReadContext): number | Value {
  if (value.kind === 'unknown') return value;
  const found = sizeOf(value, context);
  if (isKnown(found)) return found;
  return { kind: 'unknown', reason: { text: `\`${context.parameter}\` is the value of an array` } };
}

/** An int or a list of ints. */
export function integers(): OpParam<readonly number[]> {
  return {
    default: null,
    read: (value, context) => {
      const items = value.kind === 'range' ? rangeItems(value) : sequenceItems(value);
      if (!items && (value.kind === 'list' || value.kind === 'unknown')) {
        return { value: { kind: 'unknown', reason: { text: 'the items of a list are not known' } } as never };
      }
      const found = (items ?? [value]).map((item) => axisNumber(item, context));
      const open = found.find((one) => typeof one !== 'number');
      return { value: (open ?? found) as never };
    },
  };
}

function rangeItems({ start, stop, step }: Value & { readonly kind: 'range' }): readonly Value[] | null {
  const count = Math.max(0, Math.ceil((stop - start) / step));
  return count > 64 ? null : Array.from({ length: count }, (_, i) => int(start + i * step));
}
