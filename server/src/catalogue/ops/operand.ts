/** What ops take as tensors: tensors of any library, Python numbers, and nested lists of them. */
import { type Dimension, isDynamic, unknownDimension } from '../../shapes/dimension';
import type { DType } from '../../shapes/dtype';
import type { Reason } from '../../shapes/reason';
import { hasRank, type Shape, unknownShape } from '../../shapes/shape';
import type { Element, TensorValue } from '../../values/tensor';
import type { Value } from '../../values/value';
import { ShapePayload } from '../tensorflow/tensor-shape';
import { type OperandType, resultType, strong } from './promotion';

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
    return this.type === 'int' ? 'int32' : this.type === 'float' ? 'float32' : (this.type ?? '?');
  }
}

/** What Python's `getattr(x, 'shape', [])` gives, as Keras' symbolic rules ask: a list has no shape. */
export function shapeAttribute(operand: Operand): readonly Dimension[] {
  const { kind } = operand.value;
  return kind === 'list' || kind === 'tuple' || kind === 'range' ? [] : operand.shape;
}

/** Reads any value as an operand. Undefined for what no tensor can be made of: None, dicts, functions. */
export function operandOf(value: Value): Operand | undefined {
  switch (value.kind) {
    case 'tensor':
      return new Operand(value, value.shape, value.dtype);
    case 'bool':
      return new Operand(value, [], 'bool');
    case 'int':
      return new Operand(value, [], 'int');
    case 'float':
      return new Operand(value, [], 'float');
    case 'complex':
      return new Operand(value, [], 'complex128');
    case 'str':
      return new Operand(value, [], 'string');
    case 'unknown':
      return new Operand(value, unknownShape(value.reason), '?');
    case 'tuple':
    case 'list':
    case 'range':
      return ofSequence(value);
    case 'instance':
      if (value.payload instanceof ShapePayload) return ofSizes(value, value.payload.shape);
      return new Operand(value, unknownShape({ text: `a ${value.cls.name} may be any tensor` }), '?');
    default:
      return undefined;
  }
}

function ofSizes(value: Value, shape: Shape): Operand | undefined {
  if (!hasRank(shape)) return new Operand(value, unknownShape(shape.reason), 'int32');
  return shape.some(isDynamic) ? undefined : new Operand(value, [shape.length], 'int32');
}

/** Deeper than any tensor is. */
const DEEPEST = 32;

/** A nested list as the tensor that is made of it; undefined where its rows do not fit. */
function ofSequence(value: Value): Operand | undefined {
  const found = literal(value, 0);
  return found && new Operand(value, found.shape, found.type === undefined ? 'float32' : strongOf(found.type));
}

/** Lists of Python ints give int32. */
function strongOf(type: OperandType): DType {
  return type === 'int' ? 'int32' : strong(type);
}

interface Literal {
  readonly shape: Shape;
  /** Undefined for an empty list. */
  readonly type: OperandType | undefined;
}

function literal(value: Value, depth: number): Literal | undefined {
  if (value.kind === 'range') {
    const count = Math.max(0, Math.ceil((value.stop - value.start) / value.step));
    return { shape: [count], type: 'int' };
  }
  if (value.kind === 'list' && value.uncertain) return { shape: unknownShape(value.uncertain), type: '?' };
  if (value.kind !== 'tuple' && value.kind !== 'list') {
    const operand = operandOf(value);
    return operand && { shape: operand.anyShape, type: operand.type };
  }
  if (depth > DEEPEST) return undefined;
  const rows: Literal[] = [];
  for (const item of value.items) {
    const row = literal(item, depth + 1);
    if (!row) return undefined;
    rows.push(row);
  }
  const [first] = rows;
  if (!first) return { shape: [0], type: undefined };
  const blind = rows.find((row) => !hasRank(row.shape));
  if (blind) return { shape: blind.shape, type: '?' };
  const shapes = rows.map((row) => row.shape as readonly Dimension[]);
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
  const types = rows.map((row) => row.type).filter((type) => type !== undefined);
  return { shape: [value.items.length, ...inner], type: common(types) };
}

/** The type that a list of numbers is given: one float makes all floats. */
function common(types: readonly OperandType[]): OperandType | undefined {
  const [first] = types;
  if (types.every((type) => type === first)) return first;
  if (types.every((type) => type === 'int' || type === 'float' || type === 'bool')) {
    return types.includes('float') ? 'float' : 'int';
  }
  return types.includes('string') ? '?' : resultType(...types);
}

/** The elements of a small operand in row-major order; null where they are not known. */
export function elementsOf(operand: Operand): readonly Element[] | null {
  const elements: Element[] = [];
  return collect(operand.value, elements, 0) ? elements : null;
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
      elements.push(value.value);
      return true;
    case 'float':
      if (!Number.isInteger(value.value)) return false;
      elements.push(value.value);
      return true;
    case 'range': {
      const count = Math.max(0, Math.ceil((value.stop - value.start) / value.step));
      if (count > MOST_ELEMENTS) return false;
      for (let i = 0; i < count; i++) elements.push(value.start + i * value.step);
      return true;
    }
    case 'tuple':
      return value.items.every((item) => collect(item, elements, depth + 1));
    case 'list':
      return !value.uncertain && value.items.every((item) => collect(item, elements, depth + 1));
    default:
      return false;
  }
}
