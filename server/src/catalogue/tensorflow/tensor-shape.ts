/** `tf.TensorShape`: what `tensor.shape` is in Keras 2 and inside of layers. */
import {
  type Dimension,
  dynamic,
  isDynamic,
  isKnown,
  product,
  sameToKeras,
  sized,
  surelyDiffer,
  unknownDimension,
} from '../../shapes/dimension';
import { isInteger } from '../../shapes/dtype';
import { type Reason, reason } from '../../shapes/reason';
import { hasRank, type Shape, unknownShape } from '../../shapes/shape';
import type { Context } from '../../values/context';
import {
  bool,
  ClassValue,
  dimensionValue,
  InstanceValue,
  int,
  ListValue,
  NONE,
  NOT_IMPLEMENTED,
  type Payload,
  str,
  tuple,
  unknown,
  type Value,
} from '../../values/value';
import { failure, refusal } from '../failure';
import { declaredIdentity, named, property, pythonFunction } from '../native';
import { describe, integerOf, isHuge, TOO_LARGE } from '../params';

export class ShapePayload implements Payload {
  readonly type = 'tensor-shape';
  constructor(readonly shape: Shape) {}

  items(): readonly Value[] | Reason {
    return hasRank(this.shape) ? this.shape.map(dimensionValue) : this.shape.reason;
  }
}

/** The shape that a value is: a `TensorShape`, or a tuple or list of ints and None; undefined for other values. */
export function shapeOf(value: Value): Shape | undefined {
  if (value.kind === 'instance' && value.payload instanceof ShapePayload) return value.payload.shape;
  if (value.kind === 'unknown') return unknownShape(value.reason);
  if (value.kind === 'list' && value.uncertain) return unknownShape(value.uncertain);
  if (value.kind !== 'tuple' && value.kind !== 'list') return undefined;
  const sizes: Dimension[] = [];
  for (const item of value.items) {
    const size = dimensionOf(item);
    if (size === undefined) return undefined;
    sizes.push(size);
  }
  return sizes;
}

/** An int, or None; undefined for other values. */
export function dimensionOf(value: Value): Dimension | undefined {
  if (value.kind === 'None') return dynamic();
  if (value.kind === 'unknown') return unknownDimension(value.reason);
  if (value.kind === 'tensor' && value.data?.length === 1) {
    const only = value.data[0];
    if (typeof only === 'object') return only;
    return typeof only === 'number' && isInteger(value.dtype) ? only : integerOf(value);
  }
  if (isHuge(value)) return unknownDimension(TOO_LARGE);
  const size = integerOf(value);
  if (size !== undefined) return sized(size);
  const isScalar = value.kind === 'tensor' && hasRank(value.shape) && value.shape.length === 0;
  return isScalar && isInteger(value.dtype)
    ? unknownDimension(reason('the value of a tensor is not known'))
    : undefined;
}

export function tensorShape(shape: Shape): InstanceValue {
  return new InstanceValue(declaredIdentity(), TENSOR_SHAPE, new ShapePayload(shape));
}

function payload(self: Value): Shape {
  const shape = shapeOf(self);
  return shape ?? unknownShape(reason('it is no shape'));
}

function unknownRank(context: Context, shape: Shape): Value {
  return hasRank(shape) ? NONE : context.unknown('the rank of the tensor is not known', shape.reason);
}

function item(context: Context, shape: Shape, key: Value): Value {
  if (!hasRank(shape)) return unknownRank(context, shape);
  if (key.kind === 'slice') {
    const bound = (value: Value): number | undefined | null =>
      value.kind === 'None' ? undefined : (integerOf(value) ?? null);
    const [start, stop, step] = [bound(key.start), bound(key.stop), bound(key.step)];
    if (start === null || stop === null || step === null)
      return context.unknown('the bounds of the slice are not known');
    return tensorShape(sliced(shape, start, stop, step ?? 1));
  }
  if (key.kind === 'unknown') return key;
  const index = integerOf(key);
  if (index === undefined) return context.raise('TypeError', 'list indices must be integers or slices');
  const size = shape[index < 0 ? shape.length + index : index];
  if (size !== undefined) return dimensionValue(size);
  const message = `axis ${describe(key)} is not there: the shape has ${shape.length} sizes`;
  const failed = failure('axis-out-of-range', message, { exception: 'IndexError' });
  return context.refuse(refusal(failed, 'other'), context.unknown(message));
}

/** Python's slice of a list. */
export function sliced<T>(items: readonly T[], start: number | undefined, stop: number | undefined, step: number): T[] {
  const length = items.length;
  const clamp = (at: number, low: number, high: number): number =>
    Math.min(Math.max(at < 0 ? at + length : at, low), high);
  const result: T[] = [];
  if (step > 0) {
    const end = stop === undefined ? length : clamp(stop, 0, length);
    for (let i = start === undefined ? 0 : clamp(start, 0, length); i < end; i += step) result.push(items[i] as T);
  } else if (step < 0) {
    const end = stop === undefined ? -1 : clamp(stop, -1, length - 1);
    const from = start === undefined ? length - 1 : clamp(start, -1, length - 1);
    for (let i = from; i > end; i += step) result.push(items[i] as T);
  }
  return result;
}

function joined(context: Context, a: Value, b: Value): Value {
  const [first, second] = [shapeOf(a), shapeOf(b)];
  if (!first || !second) return NOT_IMPLEMENTED;
  if (!hasRank(first)) return unknownRank(context, first);
  if (!hasRank(second)) return unknownRank(context, second);
  return tensorShape([...first, ...second]);
}

function equal(context: Context, a: Value, b: Value): Value {
  const [first, second] = [shapeOf(a), shapeOf(b)];
  if (!second || !first) return bool(false);
  if (!hasRank(first)) return unknownRank(context, first);
  if (!hasRank(second)) return unknownRank(context, second);
  if (first.length !== second.length) return bool(false);
  const pairs = first.map((size, i) => [size, second[i] as Dimension] as const);
  if (pairs.some(([x, y]) => surelyDiffer(x, y) || (isKnown(x) && isDynamic(y)) || (isDynamic(x) && isKnown(y)))) {
    return bool(false);
  }
  return pairs.every(([x, y]) => sameToKeras(x, y)) ? bool(true) : context.unknown('a size of the shapes is not known');
}

function listed(context: Context, self: Value): Value {
  const shape = payload(self);
  return hasRank(shape) ? new ListValue(shape.map(dimensionValue)) : unknownRank(context, shape);
}

/** Kept for all runs: its members are never written to. */
export const TENSOR_SHAPE = new ClassValue(
  declaredIdentity(),
  'TensorShape',
  'tensorflow',
  [],
  [
    ...named(
      pythonFunction('__init__(self, dims)', (context, self: Value, dims: Value) => {
        const own =
          dims.kind === 'None'
            ? undefined
            : (shapeOf(dims) ?? (integerOf(dims) === undefined ? undefined : [integerOf(dims) as number]));
        const open = unknownShape(reason('it is no shape'));
        if (self.kind === 'instance') self.setPayload(context.heap, new ShapePayload(own ?? open));
        return NONE;
      }),
      pythonFunction('__getitem__(self, key)', (context, self: Value, key: Value) => item(context, payload(self), key)),
      pythonFunction('__len__(self)', (context, self: Value) => {
        const shape = payload(self);
        return hasRank(shape) ? int(shape.length) : unknownRank(context, shape);
      }),
      pythonFunction('__iter__(self)', (context, self: Value) => {
        const shape = payload(self);
        if (!hasRank(shape)) return unknownRank(context, shape);
        const iterate = context.attribute(tuple(shape.map(dimensionValue)), '__iter__');
        return iterate ? context.call(iterate, { positional: [], keywords: new Map(), uncertain: null }) : NONE;
      }),
      pythonFunction('__add__(self, other)', (context, self: Value, other: Value) => joined(context, self, other)),
      pythonFunction('__radd__(self, other)', (context, self: Value, other: Value) => joined(context, other, self)),
      pythonFunction('concatenate(self, other)', (context, self: Value, other: Value) => joined(context, self, other)),
      pythonFunction('__eq__(self, other)', (context, self: Value, other: Value) => equal(context, self, other)),
      pythonFunction('__ne__(self, other)', (context, self: Value, other: Value) => {
        const same = equal(context, self, other);
        return same.kind === 'bool' ? bool(!same.value) : same;
      }),
      pythonFunction('__bool__(self)', (_context, self: Value) => bool(hasRank(payload(self)))),
      pythonFunction('as_list(self)', (context, self: Value) => listed(context, self)),
      pythonFunction('num_elements(self)', (_context, self: Value) => {
        const shape = payload(self);
        if (!hasRank(shape)) return unknown(shape.reason);
        return shape.some(isDynamic) ? NONE : dimensionValue(product(shape));
      }),
      pythonFunction('is_fully_defined(self)', (context, self: Value) => {
        const shape = payload(self);
        if (!hasRank(shape)) return unknownRank(context, shape);
        const open = shape.find((size) => !isKnown(size));
        if (open === undefined) return bool(true);
        return isDynamic(open) ? bool(false) : dimensionValue(open);
      }),
      pythonFunction('__repr__(self)', (context, self: Value) =>
        text(context, self, (shape) => `TensorShape([${shape}])`),
      ),
      pythonFunction('__str__(self)', (context, self: Value) =>
        text(context, self, (shape, rank) => (rank === 1 ? `(${shape},)` : `(${shape})`)),
      ),
    ),
    ['rank', property(rank)],
    ['ndims', property(rank)],
    ['dims', property(listed)],
  ],
);

function rank(context: Context, self: Value): Value {
  const shape = payload(self);
  return hasRank(shape) ? int(shape.length) : unknownRank(context, shape);
}

function text(context: Context, self: Value, wrap: (sizes: string, rank: number) => string): Value {
  const shape = payload(self);
  if (!hasRank(shape)) return unknownRank(context, shape);
  const open = shape.find((size) => !isKnown(size) && !isDynamic(size));
  if (open !== undefined) return dimensionValue(open);
  return str(wrap(shape.map((size) => (isKnown(size) ? String(size) : 'None')).join(', '), shape.length));
}
