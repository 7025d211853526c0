/** Methods of data sets that give data sets: batches, maps, windows (tensorflow/python/data/ops). */
import {
  type Dimension,
  DynamicDimension,
  dynamic,
  isDynamic,
  isKnown,
  unknownDimension,
} from '../../../shapes/dimension';
import { hasRank, unknownShape } from '../../../shapes/shape';
import { args } from '../../../values/arguments';
import type { Context } from '../../../values/context';
import { type InstanceValue, type NativeFunction, NONE, tuple, unknown, type Value } from '../../../values/value';
import { failure, refusal } from '../../failure';
import type { Cardinality, DataSource, StepSize } from '../../keras/data/element-spec';
import { pythonFunction } from '../../native';
import { dimensionOf } from '../tensor-shape';
import { batched, type Count, joined, repeated, sharded, shortest, skipped, taken, windowed } from './cardinality';
import { dataset, datasetSource, NO_SIZES } from './dataset';
import { asArguments, common, component, inGraph, mapComponents, normalized, reshaped } from './elements';
import { readShape } from './tensor-spec';

/** A method of data sets: what is called on something else is not followed. */
export function method(
  declaration: string,
  run: (source: DataSource, context: Context, values: readonly Value[]) => Value,
): NativeFunction {
  return pythonFunction(declaration, (context, self: Value, ...values: Value[]) => {
    const source = datasetSource(self);
    return source ? run(source, context, values) : context.unknown('the data set is not known');
  });
}

/** A number of elements; None is none. */
export function countOf(value: Value | undefined): Count {
  if (!value || value.kind === 'None') return null;
  const found = dimensionOf(value);
  if (found === undefined || isDynamic(found)) return unknownDimension({ text: 'a number of elements is not known' });
  return found;
}

/**
 * A data set that is made in batches or windows of some size, or shuffled by so many: refused where the size is not above
 * zero (TensorFlow's `BatchDatasetOp`, `WindowDatasetOp`, `ShuffleDatasetOp`).
 */
function ofSize(parameter: string, size: Value | undefined, context: Context, make: (size: Count) => Value): Value {
  const count = countOf(size);
  if (count === null || !isKnown(count) || count > 0) return make(count);
  const message = `\`${parameter}\` must be greater than 0, got ${count}`;
  const failed = failure('invalid-argument', message, { exception: 'InvalidArgumentError', parameter });
  return context.refuse(refusal(failed, 'call'), context.unknown('the data set is not made'));
}

function flagOf(value: Value | undefined, context: Context): boolean | null {
  if (!value) return false;
  const truth = context.truth(value);
  return typeof truth === 'boolean' ? truth : null;
}

/** The size that batches have, as the element says it, and what is certain of it. */
function batchAxis(
  cardinality: Cardinality,
  size: Count,
  drop: boolean | null,
): { readonly axis: Dimension; readonly sizes: ReadonlyMap<string, StepSize> } {
  const why = { text: 'the size of a batch is not known' };
  if (drop === null) return { axis: unknownDimension(why), sizes: NO_SIZES };
  if (drop) return { axis: size ?? unknownDimension(why), sizes: NO_SIZES };
  const axis = dynamic('batch');
  if (size === null || !isKnown(size)) return { axis, sizes: NO_SIZES };
  const found = firstBatch(cardinality, size);
  return { axis, sizes: found ? new Map([[axis.symbol.key, found]]) : NO_SIZES };
}

function firstBatch(cardinality: Cardinality, size: number): StepSize | null {
  if (cardinality === 'infinite') return { first: size, every: true };
  if (typeof cardinality !== 'number' || cardinality === 0) return null;
  return { first: Math.min(size, cardinality), every: cardinality <= size || cardinality % size === 0 };
}

/** In batches, all elements of which have the same sizes. */
export function batch(source: DataSource, size: Count, drop: boolean | null, context: Context): InstanceValue {
  const { axis, sizes } = batchAxis(source.cardinality, size, drop);
  const element = mapComponents(source.element, (one) => {
    if (one.kind === 'tensor') return hasRank(one.shape) ? component([axis, ...one.shape], one.dtype) : one;
    return one.kind === 'instance' ? context.unknown('batches of data sets are not followed') : one;
  });
  const inner = sizesOfAll(source.sizes);
  return dataset(element, batched(source.cardinality, size, drop), context, new Map([...inner, ...sizes]));
}

/** Of several steps, or of steps in another order, only what is the same in every step stays certain. */
function sizesOfAll(sizes: ReadonlyMap<string, StepSize>): ReadonlyMap<string, StepSize> {
  return new Map([...sizes].filter(([, { every }]) => every));
}

export function unbatched(source: DataSource, context: Context): Value {
  let rows: Dimension | undefined;
  const element = mapComponents(source.element, (one) => {
    if (one.kind !== 'tensor' || !hasRank(one.shape)) return one;
    const [first, ...rest] = one.shape;
    if (first !== undefined && (rows === undefined || isDynamic(rows))) rows = first;
    return component(rest, one.dtype);
  });
  const { cardinality } = source;
  const left: Cardinality =
    cardinality === 'infinite'
      ? 'infinite'
      : typeof cardinality === 'number' && rows !== undefined && isKnown(rows)
        ? cardinality * rows
        : 'unknown';
  return dataset(element, left, context, sizesOfAll(source.sizes));
}

/** `padded_shapes`: what is None or -1 is as long as the longest. */
function padded(element: Value, shapes: Value, context: Context): Value {
  if (element.kind === 'tuple' && (shapes.kind === 'tuple' || shapes.kind === 'list')) {
    return tuple(element.items.map((item, i) => padded(item, shapes.items[i] ?? NONE, context)));
  }
  if (element.kind === 'dict' && shapes.kind === 'dict') {
    return mapComponentsBeside(element, shapes, (one, shape) => padded(one, shape, context));
  }
  if (element.kind !== 'tensor') return element;
  const wanted = shapes.kind === 'None' ? element.shape : readShape(shapes);
  if (!hasRank(wanted)) return component(unknownShape({ text: 'the shape is left open' }), element.dtype);
  return component(
    wanted.map((size) => (size === -1 || isDynamic(size) ? dynamic() : size)),
    element.dtype,
  );
}

function mapComponentsBeside(
  element: Value & { readonly kind: 'dict' },
  beside: Value & { readonly kind: 'dict' },
  change: (one: Value, other: Value) => Value,
): Value {
  const others = [...beside.entries.values()].map(({ value }) => value);
  let index = 0;
  return mapComponents(element, (one) => change(one, others[index++] ?? NONE));
}

/** What a function of the program makes of an element. */
export function applied(callee: Value, source: DataSource, context: Context, before: readonly Value[] = []): Value {
  const inside = inGraph(source.element);
  const open = inside.kind === 'unknown' ? inside : null;
  const given = open ? asManyAs(callee, open) : asArguments(inside);
  const result = context.call(callee, args([...before, ...given]));
  // A list is taken for a tuple at the top, and for a tensor further in.
  return normalized(result.kind === 'list' && !result.uncertain ? tuple(result.items) : result);
}

/** For an element of which nothing is known: it is whatever the function takes. */
function asManyAs(callee: Value, one: Value): readonly Value[] {
  if (callee.kind !== 'function') return [one];
  const wanted = callee.signature.parameters.filter(({ kind, default: preset }) => kind === 'positional' && !preset);
  return wanted.map(() => one);
}

function concatenated(source: DataSource, other: Value, context: Context): Value {
  const next = datasetSource(other);
  if (!next) return context.unknown('what is put behind the data set is not known');
  const first = new Map([...source.sizes].map(([key, { first: size }]) => [key, { first: size, every: false }]));
  return dataset(common(source.element, next.element), joined(source.cardinality, next.cardinality), context, first);
}

/** Data sets side by side, in any structure. */
export function zipped(structure: Value, context: Context): Value {
  const cardinalities: Cardinality[] = [];
  const sizes = new Map<string, StepSize>();
  let open: Value | null = null;
  const element = mapComponents(structure, (one) => {
    const source = datasetSource(one);
    if (!source) {
      open ??= one.kind === 'unknown' ? one : context.unknown('what is put side by side is not known');
      return open;
    }
    cardinalities.push(source.cardinality);
    for (const [key, size] of source.sizes) sizes.set(key, size);
    return source.element;
  });
  const cardinality = open ? unknownDimension({ text: 'one of the data sets is not known' }) : shortest(cardinalities);
  return dataset(element, cardinality, context, sizes);
}

/** The element of the data set that a function gives for an element. */
function flattened(source: DataSource, callee: Value, context: Context): Value {
  const made = applied(callee, source, context);
  const inner = datasetSource(made);
  if (!inner)
    return dataset(context.unknown('the data set that the function gives is not followed'), 'unknown', context);
  return dataset(inner.element, 'unknown', context);
}

function windows(source: DataSource, values: readonly Value[], context: Context): Value {
  const [size, shift, stride, drop] = values;
  const wanted = {
    size: countOf(size),
    shift: countOf(shift) ?? countOf(size),
    stride: countOf(stride),
    dropRemainder: flagOf(drop, context),
  };
  const inner: Cardinality =
    wanted.dropRemainder && wanted.size !== null && isKnown(wanted.size)
      ? wanted.size
      : unknownDimension({ text: 'the last windows may be shorter' });
  const element = mapComponents(source.element, (one) => dataset(one, inner, context));
  return dataset(element, windowed(source.cardinality, wanted), context);
}

/** `scan`: what the function gives beside its new state. */
function scanned(source: DataSource, initial: Value, callee: Value, context: Context): Value {
  const made = applied(callee, source, context, [inGraph(normalized(initial))]);
  const element = made.kind === 'tuple' ? made.items[1] : undefined;
  return dataset(element ?? context.unknown('what the function gives is not followed'), source.cardinality, context);
}

/** Sizes that differ between batches of this data set. */
function resized(source: DataSource, cardinality: Cardinality, context: Context): Value {
  const element = reshaped(source.element, ([, ...rest]) => [dynamic('batch'), ...rest]);
  return dataset(element, cardinality, context);
}

/** Sequences of like lengths in batches, filled up to the longest. */
function bucketed(source: DataSource, drop: boolean | null, context: Context): Value {
  const element = reshaped(source.element, (shape) => [
    drop === null ? unknownDimension({ text: 'the size of a batch is not known' }) : dynamic('batch'),
    ...shape.map((size) => (size instanceof DynamicDimension ? dynamic() : size)),
  ]);
  return dataset(element, 'unknown', context);
}

/** `buffer_size=-2` stands for all elements. */
const ALL = -2;

/** Data sets that give the same elements. */
const SAME = [
  'prefetch(self, buffer_size, name=None)',
  'cache(self, filename="", name=None)',
  'with_options(self, options, name=None)',
  'snapshot(self, path, compression="AUTO", reader_func=None, shard_func=None, name=None)',
  'rejection_resample(self, class_func, target_dist, initial_dist=None, seed=None, name=None)',
].map((declaration) =>
  method(declaration, (source, context) => {
    if (declaration.startsWith('rejection')) return context.unknown('what is drawn is not followed');
    const { element, cardinality, sizes } = source;
    return dataset(element, cardinality, context, sizes);
  }),
);

export const transforming: readonly NativeFunction[] = [
  ...SAME,
  method(
    'shuffle(self, buffer_size, seed=None, reshuffle_each_iteration=None, name=None)',
    ({ element, cardinality, sizes }, context, [size]) =>
      // Shuffled batches may begin with the smaller one.
      ofSize('buffer_size', countOf(size) === ALL ? NONE : size, context, () =>
        dataset(element, cardinality, context, sizesOfAll(sizes)),
      ),
  ),
  method(
    'batch(self, batch_size, drop_remainder=False, num_parallel_calls=None, deterministic=None, name=None)',
    (source, context, [size, drop]) =>
      ofSize('batch_size', size, context, (count) => batch(source, count, flagOf(drop, context), context)),
  ),
  method(
    'ragged_batch(self, batch_size, drop_remainder=False, row_splits_dtype="int64", name=None)',
    (source, context, [size, drop]) =>
      ofSize('batch_size', size, context, (count) => {
        const rows = batched(source.cardinality, count, flagOf(drop, context));
        return dataset(context.unknown('ragged batches are not followed'), rows, context);
      }),
  ),
  method(
    'padded_batch(self, batch_size, padded_shapes=None, padding_values=None, drop_remainder=False, name=None)',
    (source, context, [size, shapes, , drop]) =>
      ofSize('batch_size', size, context, (count) => {
        const element = padded(source.element, shapes ?? NONE, context);
        return batch({ ...source, element, sizes: NO_SIZES }, count, flagOf(drop, context), context);
      }),
  ),
  method('unbatch(self, name=None)', (source, context) => unbatched(source, context)),
  method('rebatch(self, batch_size, drop_remainder=False, name=None)', (source, context, [size, drop]) => {
    const rows = countOf(size);
    if (flagOf(drop, context) !== true) return resized(source, 'unknown', context);
    const element = reshaped(source.element, ([, ...rest]) => [
      rows ?? unknownDimension({ text: 'it is not known' }),
      ...rest,
    ]);
    return dataset(element, 'unknown', context);
  }),
  method(
    'map(self, map_func, num_parallel_calls=None, deterministic=None, synchronous=None, use_unbounded_threadpool=False, name=None)',
    (source, context, [callee]) =>
      dataset(applied(callee ?? NONE, source, context), source.cardinality, context, source.sizes),
  ),
  method('filter(self, predicate, name=None)', (source, context, [predicate]) => {
    applied(predicate ?? NONE, source, context);
    return dataset(source.element, 'unknown', context, sizesOfAll(source.sizes));
  }),
  method('take_while(self, predicate, name=None)', (source, context, [predicate]) => {
    applied(predicate ?? NONE, source, context);
    return dataset(source.element, 'unknown', context, source.sizes);
  }),
  method('unique(self, name=None)', (source, context) => dataset(source.element, 'unknown', context)),
  method('flat_map(self, map_func, name=None)', (source, context, [callee]) =>
    flattened(source, callee ?? NONE, context),
  ),
  method(
    'interleave(self, map_func, cycle_length=None, block_length=None, num_parallel_calls=None, deterministic=None, name=None)',
    (source, context, [callee]) => flattened(source, callee ?? NONE, context),
  ),
  method('concatenate(self, dataset, name=None)', (source, context, [other]) =>
    concatenated(source, other ?? NONE, context),
  ),
  method('repeat(self, count=None, name=None)', (source, context, [count]) =>
    dataset(source.element, repeated(source.cardinality, countOf(count)), context, source.sizes),
  ),
  method('take(self, count, name=None)', (source, context, [count]) => {
    const { element, sizes } = source;
    return dataset(element, taken(source.cardinality, countOf(count)), context, sizes);
  }),
  method('skip(self, count, name=None)', (source, context, [count]) =>
    dataset(source.element, skipped(source.cardinality, countOf(count)), context, sizesOfAll(source.sizes)),
  ),
  method('shard(self, num_shards, index, name=None)', (source, context, [shards, index]) => {
    const left = sharded(source.cardinality, countOf(shards), countOf(index));
    return dataset(source.element, left, context, sizesOfAll(source.sizes));
  }),
  method('window(self, size, shift=None, stride=1, drop_remainder=False, name=None)', (source, context, values) =>
    ofSize('size', values[0], context, () => windows(source, values, context)),
  ),
  method('enumerate(self, start=0, name=None)', ({ element, cardinality, sizes }, context) =>
    dataset(tuple([component([], 'int64'), element]), cardinality, context, sizes),
  ),
  method('scan(self, initial_state, scan_func, name=None)', (source, context, [initial, callee]) =>
    scanned(source, initial ?? NONE, callee ?? NONE, context),
  ),
  method(
    'bucket_by_sequence_length(self, element_length_func, bucket_boundaries, bucket_batch_sizes, padded_shapes=None, padding_values=None, pad_to_bucket_boundary=False, no_padding=False, drop_remainder=False, name=None)',
    (source, context, [callee, , , , , , , drop]) => {
      applied(callee ?? NONE, source, context);
      return bucketed(source, flagOf(drop, context) === false ? false : null, context);
    },
  ),
  method(
    'group_by_window(self, key_func, reduce_func, window_size=None, window_size_func=None, name=None)',
    (source, context, [, reduce]) => {
      const group = dataset(source.element, unknownDimension({ text: 'the size of a group is not known' }), context);
      const made = context.call(reduce ?? NONE, args([component([], 'int64'), group]));
      const element = datasetSource(made)?.element ?? context.unknown('what the function gives is not followed');
      return dataset(element, 'unknown', context);
    },
  ),
  method('ignore_errors(self, log_warning=False, name=None)', ({ element }, context) =>
    dataset(element, 'unknown', context),
  ),
  pythonFunction('apply(self, transformation_func)', (context, self: Value, transformation: Value) =>
    context.call(transformation, args([self])),
  ),
  method('reduce(self, initial_state, reduce_func, name=None)', (source, context, [initial, callee]) => {
    const state = normalized(initial ?? NONE);
    const made = applied(callee ?? NONE, source, context, [inGraph(state)]);
    return mapComponents(common(state, made), (one) => (one.kind === 'tensor' ? closed(one, context) : one));
  }),
];

/** Of a tensor that is there at last, sizes that a graph leaves open are not known. */
function closed(tensor: Value & { readonly kind: 'tensor' }, context: Context): Value {
  const { shape, dtype } = tensor;
  if (!hasRank(shape)) return unknown(shape.reason);
  const why = context.because('it depends on the data');
  return component(
    shape.map((size) => (isDynamic(size) ? unknownDimension(why) : size)),
    dtype,
  );
}
