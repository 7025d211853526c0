/** What ops take as tensors: tensors of any library, Python numbers, and nested lists of them. */
import { type Dimension, isDynamic, isKnown, unknownDimension } from '../../shapes/dimension';
import type { DType } from '../../shapes/dtype';
import type { Reason } from '../../shapes/reason';
import { hasRank, type Shape, unknownShape } from '../../shapes/shape';
import type { Each } from '../../values/each';
import type { Element, TensorValue } from '../../values/tensor';
import type { BytesValue, ListValue, StrValue, Value } from '../../values/value';
import { TablePayload } from '../pandas/table';
import { PicturePayload } from '../pictures/picture';
import { ShapePayload } from '../tensorflow/tensor-shape';
import { type OperandType, resultType, strong } from './promotion';

/** How Python's numbers, texts and lists of them become tensors. */
export interface Literals {
  /** The element type of Python's ints and floats in a list. */
  readonly strong: (type: OperandType) => DType;
  /** What different types in one list have in common. */
  readonly common: (types: readonly OperandType[]) => OperandType;
  readonly text: (text: StrValue | BytesValue) => DType;
  /** The type of what is no number; undefined where no tensor is made of it. */
  readonly object: DType | undefined;
}

/** TensorFlow's, which Keras follows: int32 and float32. */
const TENSORS: Literals = {
  // numpy's texts have a length each, tensors' have none.
  strong: (type) => (type === 'int' ? 'int32' : /^str\d+$/.test(type) ? 'string' : strong(type)),
  common: (types) => (types.includes('string') ? '?' : resultType(...types)),
  text: () => 'string',
  object: undefined,
};

/** Thrown by a rule that needs what is not known: the result is then not known for that reason. */
export class NotKnown {
  constructor(readonly reason: Reason) {}
}

export class Operand {
  constructor(
    readonly value: Value,
    /** The shape, of which not even the rank may be known. A number's is `()`. */
    readonly anyShape: Shape,
    /** A Python int or float is `int` or `float`; what has no element type is undefined. */
    readonly type: OperandType | undefined,
    private readonly literals: Literals = TENSORS,
  ) {}

  /** The tensor, where it is one. */
  get tensor(): TensorValue | null {
    return this.value.kind === 'tensor' ? this.value : null;
  }

  get isSymbolic(): boolean {
    return this.value.kind === 'tensor' && this.value.library === 'keras';
  }

  /** Throws `NotKnown` where the rank is not known. */
  get shape(): readonly Dimension[] {
    if (!hasRank(this.anyShape)) throw new NotKnown(this.anyShape.reason);
    return this.anyShape;
  }

  get rank(): number {
    return this.shape.length;
  }

  /** The element type, a Python number's being that of a tensor made of it. */
  get dtype(): DType {
    return this.type === undefined ? '?' : this.literals.strong(this.type);
  }
}

/** What Python's `getattr(x, 'shape', [])` gives, as Keras' symbolic rules ask: a list has no shape. */
export function shapeAttribute(operand: Operand): readonly Dimension[] {
  const { kind } = operand.value;
  return kind === 'list' || kind === 'tuple' || kind === 'range' ? [] : operand.shape;
}

/** Reads any value as an operand. Undefined for what no tensor can be made of: None, dicts, functions. */
export function operandOf(value: Value, literals: Literals = TENSORS): Operand | undefined {
  const made = (shape: Shape, type: OperandType) => new Operand(value, shape, type, literals);
  switch (value.kind) {
    case 'tensor':
      return made(value.shape, value.dtype);
    case 'bool':
      return made([], 'bool');
    case 'int':
      // Beyond 53 bits it may need a type of its own.
      return made([], typeof value.value === 'bigint' ? '?' : 'int');
    case 'float':
      return made([], 'float');
    case 'complex':
      return made([], 'complex128');
    case 'str':
    case 'bytes':
      return made([], literals.text(value));
    case 'unknown':
      if (value.count) return made([], 'int');
      if (value.isFloat) return made([], 'float');
      return made(value.isElement ? [] : unknownShape(value.reason), '?');
    case 'tuple':
    case 'list':
    case 'range':
      return ofSequence(value, literals);
    case 'instance':
      if (value.payload instanceof ShapePayload) return ofSizes(value, value.payload.shape, literals);
      if (value.payload instanceof TablePayload) return made(value.payload.shape, value.payload.dtype);
      if (value.payload instanceof PicturePayload) return made(value.payload.shape, value.payload.dtype);
      return made(unknownShape({ text: `a ${value.cls.name} may be any tensor` }), '?');
    case 'iterator':
    case 'super':
      return literals.object && made(unknownShape({ text: 'an iterator may hold anything' }), '?');
    default:
      return literals.object && made([], literals.object);
  }
}

function ofSizes(value: Value, shape: Shape, literals: Literals): Operand | undefined {
  const type = literals.strong('int');
  if (!hasRank(shape)) return new Operand(value, unknownShape(shape.reason), type, literals);
  if (!shape.some(isDynamic)) return new Operand(value, [shape.length], type, literals);
  return literals.object && new Operand(value, [shape.length], literals.object, literals);
}

/** Deeper than any tensor is. */
const DEEPEST = 32;

/** A nested list as the tensor that is made of it; undefined where its rows do not fit. */
function ofSequence(value: Value, literals: Literals): Operand | undefined {
  const found = literal(value, 0, literals, new Map());
  if (!found) return undefined;
  return new Operand(value, found.shape, literals.strong(found.type ?? 'float'), literals);
}

interface Literal {
  readonly shape: Shape;
  /** Undefined for an empty list. */
  readonly type: OperandType | undefined;
}

/** `seen`: one list may stand in many rows (`[[0] * 9] * 9`). */
function literal(
  value: Value,
  depth: number,
  literals: Literals,
  seen: Map<Value, Literal | undefined>,
): Literal | undefined {
  if (value.kind === 'range') return { shape: [rangeCount(value)], type: 'int' };
  if (value.kind === 'list' && value.uncertain) return openList(value, value.uncertain, depth, literals, seen);
  if (value.kind !== 'tuple' && value.kind !== 'list') {
    const operand = operandOf(value, literals);
    return operand && { shape: operand.anyShape, type: operand.type };
  }
  if (seen.has(value)) return seen.get(value);
  const found = rows(value.items, depth, literals, seen);
  seen.set(value, found);
  return found;
}

/** A list whose length is not known: as many rows as it has items. */
function openList(
  { each }: ListValue,
  why: Reason,
  depth: number,
  literals: Literals,
  seen: Map<Value, Literal | undefined>,
): Literal {
  const row = each && rowOf(each, depth + 1, literals, seen);
  if (!row || !hasRank(row.shape)) return { shape: unknownShape(why), type: '?' };
  return { shape: [unknownDimension(why), ...row.shape], type: row.type };
}

function rowOf(
  each: Each,
  depth: number,
  literals: Literals,
  seen: Map<Value, Literal | undefined>,
): Literal | undefined {
  switch (each.kind) {
    case 'tensor':
      return literal(each.tensor, depth, literals, seen);
    case 'scalar':
      // How long the longest text is decides numpy's type.
      return { shape: [], type: each.type === 'str' ? '?' : each.type };
    case 'sequence': {
      const items = each.items.map((item) => rowOf(item, depth + 1, literals, seen));
      const [first] = items;
      if (!first || items.some((item) => !item || !hasRank(item.shape))) return undefined;
      const shapes = items.map((item) => item?.shape as readonly Dimension[]);
      const alike = shapes.every(
        (shape) => shape.length === shapes[0]?.length && shape.every((size, i) => size === shapes[0]?.[i]),
      );
      const types = items.map((item) => item?.type);
      if (!alike) return undefined;
      return {
        shape: [items.length, ...(shapes[0] ?? [])],
        type: types.every((type) => type === first.type) ? first.type : '?',
      };
    }
    case 'open':
    case 'unknown':
      return undefined;
  }
}

function rows(
  items: readonly Value[],
  depth: number,
  literals: Literals,
  seen: Map<Value, Literal | undefined>,
): Literal | undefined {
  if (depth > DEEPEST) return undefined;
  const found: Literal[] = [];
  for (const item of items) {
    const row = literal(item, depth + 1, literals, seen);
    if (!row) return undefined;
    found.push(row);
  }
  const [first] = found;
  if (!first) return { shape: [0], type: undefined };
  const blind = found.find((row) => !hasRank(row.shape));
  if (blind) return { shape: blind.shape, type: '?' };
  const shapes = found.map((row) => row.shape as readonly Dimension[]);
  const [one = []] = shapes;
  if (shapes.some((shape) => shape.length !== one.length)) return undefined;
  const inner = one.map((size, axis): Dimension => {
    const sizes = shapes.map((shape) => shape[axis] as Dimension);
    if (sizes.every((other) => other === size)) return size;
    return sizes.every((other) => typeof other === 'number')
      ? -1
      : unknownDimension({ text: 'rows of a list have sizes that are not known' });
  });
  if (inner.includes(-1)) return undefined;
  const types = found.map((row) => row.type).filter((type) => type !== undefined);
  return { shape: [items.length, ...inner], type: common(types, literals) };
}

function rangeCount({ start, stop, step }: Value & { readonly kind: 'range' }): number {
  return Math.max(0, Math.ceil((stop - start) / step));
}

/** The type that a list of numbers is given: one float makes all floats. */
function common(types: readonly OperandType[], literals: Literals): OperandType | undefined {
  const [first] = types;
  if (types.every((type) => type === first)) return first;
  if (types.every((type) => type === 'int' || type === 'float' || type === 'bool')) {
    return types.includes('float') ? 'float' : 'int';
  }
  return literals.common(types);
}

/**
 * The elements of a small operand in row-major order; null where they are not known. Numbers with
 * decimals decide no shape: with one among them there are none, unless `decimals` are asked for.
 */
export function elementsOf(operand: Operand, decimals = false): readonly Element[] | null {
  const elements: Element[] = [];
  if (!collect(operand.value, elements, 0)) return null;
  if (!decimals && elements.some((element) => typeof element === 'number' && !Number.isInteger(element))) return null;
  return elements;
}

/** More elements than this decide no shape. */
export const MOST_ELEMENTS = 4096;

function collect(value: Value, elements: Element[], depth: number): boolean {
  if (elements.length > MOST_ELEMENTS || depth > DEEPEST) return false;
  switch (value.kind) {
    case 'tensor':
      if (!value.data) return false;
      elements.push(...value.data);
      return true;
    case 'bool':
    case 'int':
    case 'float':
    case 'str':
      elements.push(value.value);
      return true;
    case 'range': {
      const count = rangeCount(value);
      if (count > MOST_ELEMENTS) return false;
      for (let i = 0; i < count; i++) elements.push(value.start + i * value.step);
      return true;
    }
    case 'tuple':
      return value.items.every((item) => collect(item, elements, depth + 1));
    case 'instance': {
      const sizes = value.payload instanceof ShapePayload ? value.payload.shape : null;
      if (!sizes || !hasRank(sizes) || !sizes.every(isKnown)) return false;
      elements.push(...sizes);
      return true;
    }
    case 'list':
      return !value.uncertain && value.items.every((item) => collect(item, elements, depth + 1));
    default:
      return false;
  }
}
