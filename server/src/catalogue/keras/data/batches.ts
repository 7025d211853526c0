/** Sequences that Keras makes itself: batches of arrays, by index and one after the other without an end. */
import {
  ceilDivide,
  type Dimension,
  type DynamicDimension,
  dynamic,
  isKnown,
  unknownDimension,
} from '../../../shapes/dimension';
import { hasRank } from '../../../shapes/shape';
import type { Context } from '../../../values/context';
import { Cell } from '../../../values/heap';
import { ClassValue, dimensionValue, type IteratorValue, NONE, UncertainEnd, type Value } from '../../../values/value';
import { declaredIdentity, named, property, pythonFunction } from '../../native';
import { integerOf } from '../../params';
import { type Count, cardinalityOf } from '../../tensorflow/data/cardinality';
import { component, mapArrays, stepElement } from '../../tensorflow/data/elements';
import { DataPayload, type StepSize } from './element-spec';
import { SEQUENCE } from './sequences';

export class BatchesPayload extends DataPayload {
  /** Batches given by `next` so far. */
  readonly position = new Cell<number>(0, (a, b) => Math.max(a, b));

  constructor(
    /** A batch, its first size left open. */
    readonly batch: Value,
    readonly sizes: ReadonlyMap<string, StepSize>,
    /** How many samples there are. */
    readonly samples: Dimension | null,
    readonly batchSize: Count,
    context: Context,
  ) {
    const length =
      samples === null || batchSize === null || batchSize === 0 ? undefined : ceilDivide(samples, batchSize);
    super({
      kind: 'sequence',
      element: stepElement(batch, sizes, 'first', 'numpy'),
      cardinality: cardinalityOf(length),
      sizes,
      origin: context.place,
    });
  }
}

/** Batches of such samples. `samples` null: how many there are is not known. */
export function batchesOf(
  sample: Value,
  samples: Dimension | null,
  batchSize: Count,
  context: Context,
): BatchesPayload {
  const axis = dynamic('batch');
  const batch = mapStructureOfSamples(sample, axis);
  const sizes = new Map<string, StepSize>();
  if (samples !== null && isKnown(samples) && batchSize !== null && isKnown(batchSize) && batchSize > 0) {
    const first = Math.min(samples, batchSize);
    sizes.set(axis.symbol.key, { first, every: samples <= batchSize || samples % batchSize === 0 });
  }
  return new BatchesPayload(batch, sizes, samples, batchSize, context);
}

function mapStructureOfSamples(sample: Value, axis: DynamicDimension): Value {
  return mapArrays(sample, (one) =>
    one.kind === 'tensor' && hasRank(one.shape) ? component([axis, ...one.shape], one.dtype) : one,
  );
}

function payloadOf(self: Value): BatchesPayload | undefined {
  return self.kind === 'instance' && self.payload instanceof BatchesPayload ? self.payload : undefined;
}

function next(payload: BatchesPayload, context: Context): Value {
  const step = payload.position.value;
  payload.position.set(context.heap, step + 1);
  return stepElement(payload.batch, payload.sizes, step === 0 ? 'first' : 'any', 'numpy');
}

function following(name: string) {
  return pythonFunction(`${name}(self)`, (context, self: Value) => {
    const payload = payloadOf(self);
    return payload ? next(payload, context) : context.unknown('the batches are not known');
  });
}

/** Kept for all runs: its members are never written to. */
export const BATCHES: ClassValue = new ClassValue(
  declaredIdentity(),
  'Iterator',
  'keras.preprocessing.image',
  [SEQUENCE],
  [
    ...named(
      following('__next__'),
      following('next'),
      pythonFunction('__iter__(self)', (context, self: Value) => {
        const payload = payloadOf(self);
        return payload ? endless(payload) : context.unknown('the batches are not known');
      }),
      pythonFunction('__getitem__(self, idx)', (context, self: Value, index: Value) => {
        const payload = payloadOf(self);
        if (!payload) return context.unknown('the batches are not known');
        const step = integerOf(index) === 0 ? 'first' : 'any';
        return stepElement(payload.batch, payload.sizes, step, 'numpy');
      }),
      pythonFunction('__len__(self)', (context, self: Value) => {
        const count = payloadOf(self)?.source.cardinality;
        if (count === undefined || typeof count === 'string')
          return context.unknown('the number of batches is not known');
        return dimensionValue(count);
      }),
      pythonFunction('reset(self)', (context, self: Value) => {
        payloadOf(self)?.position.set(context.heap, 0);
        return NONE;
      }),
      pythonFunction('__getattr__(self, name)', (context, _self: Value, name: Value) => {
        const text = name.kind === 'str' ? name.value : 'attribute';
        if (text.startsWith('__')) return context.raise('AttributeError', `an iterator has no attribute '${text}'`);
        return context.unknown(`\`${text}\` depends on the data`);
      }),
    ),
    ['batch_size', property((context, self) => size(payloadOf(self)?.batchSize, context))],
    ['n', property((context, self) => size(payloadOf(self)?.samples, context))],
    ['samples', property((context, self) => size(payloadOf(self)?.samples, context))],
  ],
);

function size(found: Dimension | null | undefined, context: Context): Value {
  return found === null || found === undefined
    ? context.unknown('the number of samples is not known')
    : dimensionValue(found);
}

/** Batch after batch, again and again. */
function endless(payload: BatchesPayload): IteratorValue {
  return {
    kind: 'iterator',
    type: 'Iterator',
    next: (context) => {
      if (payload.position.value === 0) return next(payload, context);
      const any = stepElement(payload.batch, payload.sizes, 'any', 'numpy');
      return new UncertainEnd(context.because('batches are given without an end'), any);
    },
  };
}

export const openSamples = () => unknownDimension({ text: 'how many pictures there are is not known' });
