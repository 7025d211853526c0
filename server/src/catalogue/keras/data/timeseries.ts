/** Windows of a series: `keras.utils.timeseries_dataset_from_array`, `TimeseriesGenerator`. */
import { ceilDivide, type Dimension, dynamic, isKnown, subtract, unknownDimension } from '../../../shapes/dimension';
import { hasRank } from '../../../shapes/shape';
import type { TensorValue } from '../../../values/tensor';
import { ClassValue, NONE, tuple, type Value } from '../../../values/value';
import { declaredIdentity, named, pythonFunction } from '../../native';
import { cardinalityOf } from '../../tensorflow/data/cardinality';
import { dataset } from '../../tensorflow/data/dataset';
import { component, normalized } from '../../tensorflow/data/elements';
import { batch, countOf } from '../../tensorflow/data/transforming';
import { BATCHES, batchesOf } from './batches';

/** The sizes of a series behind its steps; null where it is no array. */
function seriesOf(
  value: Value,
): { readonly steps: Dimension; readonly rest: readonly Dimension[]; readonly array: TensorValue } | null {
  const array = normalized(value);
  if (array.kind !== 'tensor' || !hasRank(array.shape)) return null;
  const [steps, ...rest] = array.shape;
  return steps === undefined ? null : { steps, rest, array };
}

function sizeOr(value: Value, otherwise: Dimension): Dimension {
  return countOf(value) ?? otherwise;
}

const unknownCount = () => unknownDimension({ text: 'the number of windows is not known' });

const fromArray = pythonFunction(
  'timeseries_dataset_from_array(data, targets, sequence_length, sequence_stride=1, sampling_rate=1, batch_size=128, shuffle=False, seed=None, start_index=None, end_index=None)',
  (
    context,
    data: Value,
    targets: Value,
    length: Value,
    stride: Value,
    rate: Value,
    batchSize: Value,
    _shuffle: Value,
    _seed: Value,
    start: Value,
    end: Value,
  ) => {
    const series = seriesOf(data);
    if (!series) return context.unknown('the series is not known');
    const labels = targets.kind === 'None' ? null : seriesOf(targets);
    if (targets.kind !== 'None' && !labels) return context.unknown('the targets are not known');
    // Positions of windows are put together in a graph, which does not know their length.
    const axis = dynamic('window');
    const size = countOf(length);
    const window = component([axis, ...series.rest], series.array.dtype);
    const element = labels ? tuple([window, component(labels.rest, labels.array.dtype)]) : window;
    const first = subtract(sizeOr(end, series.steps), sizeOr(start, 0));
    const windows = countWindows(first, length, rate, labels?.steps ?? null);
    const count = isKnown(windows) ? strided(Math.max(0, windows), countOf(stride)) : unknownCount();
    const sizes = new Map(
      size !== null && isKnown(size) ? [[axis.symbol.key, { first: size, every: true }] as const] : [],
    );
    const single = {
      kind: 'dataset',
      element,
      cardinality: cardinalityOf(count),
      sizes,
      origin: context.place,
    } as const;
    if (batchSize.kind === 'None') return dataset(element, single.cardinality, context, sizes);
    return batch(single, countOf(batchSize), false, context);
  },
);

function strided(count: number, stride: Dimension | null): Dimension {
  return stride !== null && isKnown(stride) && stride > 0 ? Math.ceil(count / stride) : unknownCount();
}

function countWindows(steps: Dimension, length: Value, rate: Value, labels: Dimension | null): Dimension {
  const [size, every] = [countOf(length), countOf(rate)];
  if (size === null || every === null || !isKnown(size) || !isKnown(every) || !isKnown(steps)) return unknownCount();
  const fitting = steps - (size - 1) * every;
  if (labels === null) return fitting;
  return isKnown(labels) ? Math.min(fitting, labels) : unknownCount();
}

/** `keras.preprocessing.sequence.TimeseriesGenerator`, of older programs. */
export const TIMESERIES_GENERATOR = new ClassValue(
  declaredIdentity(),
  'TimeseriesGenerator',
  'keras.preprocessing.sequence',
  [BATCHES],
  named(
    pythonFunction(
      '__init__(self, data, targets, length, sampling_rate=1, stride=1, start_index=0, end_index=None, shuffle=False, reverse=False, batch_size=128)',
      (
        context,
        self: Value,
        data: Value,
        targets: Value,
        length: Value,
        rate: Value,
        stride: Value,
        start: Value,
        end: Value,
        _shuffle: Value,
        _reverse: Value,
        batchSize: Value,
      ) => {
        if (self.kind !== 'instance') return NONE;
        const [series, labels] = [seriesOf(data), seriesOf(targets)];
        const size = countOf(length);
        const every = countOf(rate);
        if (!series || !labels || size === null || every === null || every === 0) {
          self.setPayload(
            context.heap,
            batchesOf(context.unknown('the series is not known'), null, countOf(batchSize), context),
          );
          return NONE;
        }
        const steps = ceilDivide(size, every);
        const element = tuple([
          component([steps, ...series.rest], series.array.dtype),
          component(labels.rest, labels.array.dtype),
        ]);
        const begin = countOf(start);
        const last = end.kind === 'None' ? subtract(series.steps, 1) : sizeOr(end, unknownCount());
        const rows =
          isKnown(last) && begin !== null && isKnown(begin) && isKnown(size)
            ? strided(Math.max(0, last + 1 - begin - size), countOf(stride))
            : unknownCount();
        self.setPayload(context.heap, batchesOf(element, rows, countOf(batchSize), context));
        return NONE;
      },
    ),
  ),
);

export function timeseriesFunction(name: string): Value | undefined {
  switch (name) {
    case 'keras.utils.timeseries_dataset_from_array':
    case 'keras.preprocessing.timeseries_dataset_from_array':
      return fromArray;
    case 'keras.preprocessing.sequence.TimeseriesGenerator':
      return TIMESERIES_GENERATOR;
    default:
      return undefined;
  }
}
