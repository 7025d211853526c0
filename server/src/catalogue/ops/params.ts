/**
 * Parameters of ops: how their arguments are read.
 *
 * An argument that is not known is handed on as an unknown value; a rule that then looks at it ends
 * there, and what it gives is not known for the same reason (see `call-op`). Sizes are the exception:
 * they are read as unknown dimensions.
 */
import { type Dimension, sized, unknownDimension } from '../../shapes/dimension';
import { type DType, isDType } from '../../shapes/dtype';
import { refuse } from '../../shapes/problem';
import { hasRank, type Shape, unknownShape } from '../../shapes/shape';
import { int, NONE, type Value } from '../../values/value';
import { DTypePayload, dtypeOf } from '../dtypes';
import {
  describe,
  integerOf,
  isHuge,
  type Param,
  type Read,
  type ReadContext,
  sequenceItems,
  TOO_LARGE,
} from '../params';
import { dimensionOf, ShapePayload, shapeOf } from '../tensorflow/tensor-shape';
import { type Operand, operandOf } from './operand';

export interface OpParam<T> extends Omit<Param<T>, 'kind'> {
  /** How it is passed; by position or keyword where left out. What `*` takes is read as a tuple. */
  readonly kind?: Param<T>['kind'] | 'positional-only' | 'var-positional' | 'var-keyword';
  /** Set for tensors: what else Keras' symbolic rule takes in their place. */
  readonly takes?: Taking;
}

/** What stands in for a tensor in a symbolic call; a run converts them all. */
export interface Taking {
  /** Python numbers (`getattr(x, 'shape', [])`); without it they have no `shape`: AttributeError. */
  readonly numbers: boolean;
  /** Lists, which then count as scalars: where the rule asks for their dtype they are refused. */
  readonly lists: boolean;
}

export type OpParams = Readonly<Record<string, OpParam<unknown>>>;
export type OpArgs<P extends OpParams> = { readonly [K in keyof P]: P[K] extends OpParam<infer T> ? T : never };

const ok = <T>(value: T): Read<T> => ({ value });

/** Hands an unknown value on in place of what was to be read. */
function notKnown<T>(value: Value & { readonly kind: 'unknown' }): Read<T> {
  return { value: value as unknown as T };
}

function wrongType(value: Value, { callee, parameter }: ReadContext, wanted: string, exception = 'TypeError'): never {
  return refuse('invalid-argument', `\`${parameter}\` of ${callee} must be ${wanted}, not ${describe(value)}`, {
    parameter,
    exception,
  });
}

function readOperand(value: Value, context: ReadContext): Operand {
  const operand = operandOf(value);
  if (operand) return operand;
  return wrongType(value, context, 'a tensor', value.kind === 'None' ? 'AttributeError' : 'ValueError');
}

/** A tensor, whose `shape` the symbolic rule reads. */
export function tensor(defaultValue: Value | null = null): OpParam<Operand> {
  return {
    default: defaultValue,
    takes: { numbers: false, lists: false },
    read: (value, context) => ok(readOperand(value, context)),
  };
}

/** A tensor or a Python number. */
export function tensorOrNumber(options: Partial<Taking> = {}): OpParam<Operand> {
  return { ...tensor(), takes: { numbers: true, lists: false, ...options } };
}

/** A tensor, or None. */
export function optionalTensor(options: Partial<Taking> = {}): OpParam<Operand | null> {
  return {
    default: NONE,
    takes: { numbers: false, lists: false, ...options },
    read: (value, context) => ok(value.kind === 'None' ? null : readOperand(value, context)),
  };
}

/** A list or tuple of tensors. */
export function tensors(): OpParam<readonly Operand[]> {
  return {
    default: null,
    takes: { numbers: false, lists: false },
    read: (value, context) => {
      if (value.kind === 'unknown') return notKnown(value);
      if (value.kind === 'list' && value.uncertain) return notKnown({ kind: 'unknown', reason: value.uncertain });
      const items = sequenceItems(value);
      if (items) return ok(items.map((item) => readOperand(item, context)));
      if (value.kind === 'tensor' && value.library !== 'keras') return notKnown(unknownItems(context));
      const exception = value.kind === 'tensor' ? 'NotImplementedError' : 'TypeError';
      return wrongType(value, context, 'a list of tensors', exception);
    },
  };
}

function unknownItems({ callee }: ReadContext): Value & { readonly kind: 'unknown' } {
  return { kind: 'unknown', reason: { text: `the items of an array that ${callee} takes are not followed` } };
}

/** All further arguments by position, as tensors. */
export function tensorArguments(options: Partial<Taking> = {}): OpParam<readonly Operand[]> {
  return { ...tensors(), kind: 'var-positional', takes: { numbers: false, lists: false, ...options } };
}

/** An int: a count, an offset, an axis. */
export function integer(defaultValue: number | null = null): OpParam<number> {
  return {
    default: defaultValue === null ? null : int(defaultValue),
    read: (value, context) => {
      if (value.kind === 'unknown') return notKnown(value);
      return readInteger(value, context);
    },
  };
}

function readInteger(value: Value, context: ReadContext): Read<number> {
  if (isHuge(value)) return notKnown({ kind: 'unknown', reason: TOO_LARGE });
  const number = integerOf(value);
  if (number !== undefined) return ok(number);
  if (value.kind === 'tensor') return notKnown({ kind: 'unknown', reason: { text: 'the value of a tensor decides' } });
  return wrongType(value, context, 'an int');
}

/** An int or None. */
export function optionalInteger(defaultValue: number | null = null): OpParam<number | null> {
  const inner = integer(defaultValue);
  return {
    default: inner.default ?? NONE,
    read: (value, context) => (value.kind === 'None' ? ok(null) : inner.read(value, context)),
  };
}

/** None, an int, or a list or tuple of ints. */
export function axes(defaultValue: Value | null = NONE): OpParam<readonly number[] | null> {
  return {
    default: defaultValue,
    read: (value, context) => {
      if (value.kind === 'None') return ok(null);
      return integers(value, context);
    },
  };
}

/** One axis or several, and whether they came as a list. */
export interface AxisChoice {
  readonly list: boolean;
  readonly axes: readonly number[];
}

/** None, an int, or a list or tuple of ints, told apart. */
export function axisChoice(defaultValue: Value | null = NONE): OpParam<AxisChoice | null> {
  return {
    default: defaultValue,
    read: (value, context) => {
      if (value.kind === 'None') return ok(null);
      const found = integers(value, context);
      if (!('value' in found) || !Array.isArray(found.value)) return found as unknown as Read<AxisChoice>;
      return ok({ list: sequenceItems(value) !== null || value.kind === 'range', axes: found.value as number[] });
    },
  };
}

/** An int as a list of one, or a list or tuple of ints. */
export function integerList(defaultValue: Value | null = null): OpParam<readonly number[]> {
  return { default: defaultValue, read: integers };
}

function integers(value: Value, context: ReadContext): Read<readonly number[]> {
  if (value.kind === 'unknown') return notKnown(value);
  if (value.kind === 'range') {
    return ok(Array.from({ length: rangeLength(value) }, (_, i) => value.start + i * value.step));
  }
  if (value.kind === 'list' && value.uncertain) return notKnown({ kind: 'unknown', reason: value.uncertain });
  const items = sequenceItems(value);
  if (!items) {
    const single = readInteger(value, context);
    return 'value' in single && typeof single.value === 'number' ? ok([single.value]) : (single as Read<never>);
  }
  const numbers: number[] = [];
  for (const item of items) {
    if (item.kind === 'unknown') return notKnown(item);
    const number = readInteger(item, context);
    if (!('value' in number) || typeof number.value !== 'number') return number as Read<never>;
    numbers.push(number.value);
  }
  return ok(numbers);
}

function rangeLength({ start, stop, step }: { start: number; stop: number; step: number }): number {
  return Math.max(0, Math.ceil((stop - start) / step));
}

/** A size: an int, or one that is not known or only a run tells. */
export function size(defaultValue: number | null = null): OpParam<Dimension> {
  return {
    default: defaultValue === null ? null : int(defaultValue),
    read: (value, context) => ok(readSize(value, context)),
  };
}

export function optionalSize(): OpParam<Dimension | null> {
  return { default: NONE, read: (value, context) => ok(value.kind === 'None' ? null : readSize(value, context)) };
}

function readSize(value: Value, context: ReadContext): Dimension {
  if (value.kind === 'tensor') {
    return dimensionOf(value) ?? unknownDimension({ text: `\`${context.parameter}\` is the value of a tensor` });
  }
  if (value.kind === 'instance') return unknownDimension({ text: `\`${context.parameter}\` is ${describe(value)}` });
  const found = value.kind === 'None' ? undefined : dimensionOf(value);
  return found ?? wrongType(value, context, 'an int');
}

/** One size, or a list or tuple of them (an int is a list of one). None in a list is a `None`. */
export function sizes(defaultValue: Value | null = null): OpParam<readonly Dimension[]> {
  return {
    default: defaultValue,
    read: (value, context) => {
      if (value.kind === 'unknown') return notKnown(value);
      const items = sequenceItems(value);
      if (!items && value.kind === 'list' && value.uncertain) {
        return notKnown({ kind: 'unknown', reason: value.uncertain });
      }
      if (value.kind === 'tensor' && !(hasRank(value.shape) && value.shape.length === 0)) {
        const found = tensorAsShape(value, false);
        if (found && hasRank(found) && hasRank(value.shape) && value.shape.length === 1) return ok(found);
        return notKnown({ kind: 'unknown', reason: { text: `\`${context.parameter}\` is the values of a tensor` } });
      }
      return ok((items ?? [value]).map((item) => readSize(item, context)));
    },
  };
}

/** A shape: a list or tuple of ints and None, a `TensorShape`, a tensor that holds sizes, or one int where `single`. */
export function shape(options: { readonly single?: boolean } = {}): OpParam<Shape> {
  return {
    default: null,
    read: (value, context) => ok(readShape(value, context, options.single ?? false)),
  };
}

export function readShape(value: Value, context: ReadContext, single: boolean): Shape {
  if (value.kind === 'unknown') return unknownShape(value.reason);
  if (value.kind === 'tensor') {
    const found = tensorAsShape(value, single);
    return found ?? unknownShape({ text: `\`${context.parameter}\` is the value of a tensor` });
  }
  if (value.kind === 'instance' && !(value.payload instanceof ShapePayload)) {
    return unknownShape({ text: `\`${context.parameter}\` is ${describe(value)}` });
  }
  const only = single ? integerOf(value) : undefined;
  if (only !== undefined) return [sized(only)];
  const items = sequenceItems(value);
  if (!items && value.kind !== 'list' && !shapeOf(value)) return wrongType(value, context, 'a tuple of ints');
  if (!items) return shapeOf(value) as Shape;
  return items.map((item) => {
    const found = item.kind === 'tensor' || item.kind === 'instance' ? readSize(item, context) : dimensionOf(item);
    return found ?? wrongType(item, context, 'a tuple of ints', 'ValueError');
  });
}

function tensorAsShape(value: Value & { readonly kind: 'tensor' }, single: boolean): Shape | undefined {
  const { data } = value;
  if (!data || (!single && Array.isArray(value.shape) && value.shape.length === 0)) return undefined;
  const found = data.map((element) => (typeof element === 'bigint' ? Number(element) : element));
  return found.every((element): element is Dimension => typeof element === 'number' || typeof element === 'object')
    ? found
    : undefined;
}

/** An element type, or None. */
export function dtype(defaultValue: Value = NONE): OpParam<DType | null> {
  return {
    default: defaultValue,
    read: (value, context) => ok(value.kind === 'None' ? null : readDType(value, context)),
  };
}

/** An element type that must be given; None is `floatx`. */
export function requiredDType(): OpParam<DType | null> {
  return { ...dtype(), default: null };
}

/** Keras' `standardize_dtype`: Python's `int` is TensorFlow's int64. */
export function readDType(value: Value, context: ReadContext): DType {
  if (value.kind === 'unknown') return '?';
  if (value.kind === 'class' && value.name === 'int' && value.module === 'builtins') return 'int64';
  if (value.kind === 'class' && value.name === 'complex') return 'complex128';
  if (value.kind === 'str') {
    if (value.value === 'int') return 'int64';
    if (isDType(value.value) && !NOT_KERAS.has(value.value)) return value.value;
  } else if (value.kind === 'class' || value.kind === 'instance') {
    const found =
      value.kind === 'instance' && value.payload instanceof DTypePayload ? value.payload.dtype : dtypeOf(value);
    if (found !== undefined) return found;
  }
  return wrongType(value, context, 'an element type', 'ValueError');
}

const NOT_KERAS: ReadonlySet<string> = new Set(['int4', 'object', 'resource', 'variant']);
