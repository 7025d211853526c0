/** `keras.utils.split_dataset`: a data set in two. */
import { isKnown, unknownDimension } from '../../../shapes/dimension';
import type { Context } from '../../../values/context';
import { ListValue, tuple, type Value } from '../../../values/value';
import { pythonFunction } from '../../native';
import { comparable } from '../../numbers';
import { dataset, datasetSource } from '../../tensorflow/data/dataset';
import { tensorSlices } from '../../tensorflow/data/making';
import type { Cardinality } from './element-spec';

/** A share of a number of elements, or so many of them. */
function sizeOf(given: Value, total: number): number | null {
  const found = comparable(given);
  if (typeof found !== 'object') return null;
  return given.kind === 'int' ? found.number : Math.round(found.number * total);
}

function halves(cardinality: Cardinality, left: Value, right: Value): readonly [Cardinality, Cardinality] {
  const open = unknownDimension({ text: 'how many elements a part has is not known' });
  if (typeof cardinality !== 'number' || !isKnown(cardinality)) return [open, open];
  const [first, second] = [left, right].map((one) => (one.kind === 'None' ? undefined : sizeOf(one, cardinality)));
  if (first === null || second === null || (first === undefined && second === undefined)) return [open, open];
  const one = first ?? cardinality - (second ?? 0);
  return [one, second ?? cardinality - one];
}

export const splitDataset = pythonFunction(
  'split_dataset(dataset, left_size=None, right_size=None, shuffle=False, seed=None, preferred_backend=None)',
  (context, given: Value, left: Value, right: Value) => {
    const whole = datasetSource(given) ? given : sliced(given, context);
    const source = datasetSource(whole);
    if (!source) return context.unknown('the data set is not known');
    const parts = halves(source.cardinality, left, right);
    return tuple(parts.map((count) => dataset(source.element, count, context)));
  },
);

/** A list of arrays is taken for a tuple of them. */
function sliced(given: Value, context: Context): Value {
  const together = given instanceof ListValue && !given.uncertain && given.items.every(({ kind }) => kind === 'tensor');
  return tensorSlices(together ? tuple(given.items) : given, context);
}
