/** Rows of arrays, lists and tables in parts: `train_test_split`, `shuffle`, folds. */
import { type Dimension, isKnown, unknownDimension } from '../../shapes/dimension';
import { hasRank } from '../../shapes/shape';
import type { Context } from '../../values/context';
import { TensorValue } from '../../values/tensor';
import { InstanceValue, ListValue, NONE, unknown, type Value } from '../../values/value';
import { failure, refusal } from '../failure';
import { nativeFunction } from '../native';
import { comparable } from '../numbers';
import { type RowLabels, tableOf } from '../pandas/table';
import { describe, integerOf, sequenceItems } from '../params';

/** How many rows there are; undefined where there are none, or it is not known. */
export function rowsOf(value: Value): Dimension | undefined {
  const table = tableOf(value);
  if (table) return table.shape[0];
  if (value.kind === 'tensor') return hasRank(value.shape) ? value.shape[0] : undefined;
  return sequenceItems(value)?.length;
}

/** The labels that a part of the rows has: the same in all tables that had the same before. */
type Parts = Map<RowLabels, RowLabels>;

/** Some rows of an array or list: which ones is left to chance. */
function someRows(value: Value, count: Dimension, parts: Parts, context: Context): Value {
  if (value.kind === 'tensor' && hasRank(value.shape)) {
    const { library, dtype, shape } = value;
    const some = [count, ...shape.slice(1)];
    return new TensorValue({ library, symbolic: false, shape: some, dtype, keepLimits: true });
  }
  const table = tableOf(value);
  if (table && value.kind === 'instance') {
    const labels = parts.get(table.labels) ?? table.labels.ofSome;
    parts.set(table.labels, labels);
    return new InstanceValue(context.heap.identity(), value.cls, table.withRows(count, undefined, labels));
  }
  if (sequenceItems(value) && isKnown(count)) {
    const why = context.because('is drawn at random');
    return new ListValue(Array.from({ length: count }, () => unknown(why)));
  }
  return context.unknown('which rows are taken is not known');
}

/** Rows of the test and the training part; a text where scikit-learn refuses. */
function partSizes(count: number, test: Value, train: Value): readonly [number, number] | string | null {
  const share = (value: Value, round: (size: number) => number): number | string | null => {
    if (value.kind === 'None') return null;
    const found = comparable(value);
    if (typeof found !== 'object') return 'unknown';
    if (value.kind === 'int') {
      return found.number > 0 && found.number < count
        ? found.number
        : `${found.number} rows of ${count} cannot be taken`;
    }
    if (!(found.number > 0 && found.number < 1)) return `a share of ${describe(value)} is not between 0 and 1`;
    return round(found.number * count);
  };
  const [wantedTest, wantedTrain] = [share(test, Math.ceil), share(train, Math.floor)];
  for (const wanted of [wantedTest, wantedTrain])
    if (typeof wanted === 'string') return wanted === 'unknown' ? null : wanted;
  const testRows = (wantedTest ??
    (wantedTrain === null ? Math.ceil(0.25 * count) : count - Number(wantedTrain))) as number;
  const trainRows = (wantedTrain ?? count - testRows) as number;
  if (testRows + trainRows > count)
    return `${trainRows} and ${testRows} rows are more than the ${count} that there are`;
  if (trainRows === 0) return `no row of ${count} is left for training`;
  return [trainRows, testRows];
}

export const trainTestSplit = nativeFunction(
  'train_test_split',
  null,
  ({ positional, keywords, uncertain }, context) => {
    if (uncertain) return unknown(uncertain);
    const option = (name: string): Value => keywords.get(name) ?? NONE;
    const parts = (sizes: readonly [Dimension, Dimension]) => {
      const sides = sizes.map((size): readonly [Dimension, Parts] => [size, new Map()]);
      return new ListValue(
        positional.flatMap((value) => sides.map(([size, side]) => someRows(value, size, side, context))),
      );
    };
    const counts = positional.map(rowsOf);
    const open = (text: string): [Dimension, Dimension] => [unknownDimension({ text }), unknownDimension({ text })];
    const known = counts.filter((count): count is number => typeof count === 'number');
    const differing = known.find((count) => count !== known[0]);
    const refused = (message: string) =>
      context.refuse(
        refusal(failure('incompatible-shapes', message, { facts: { sizes: known } }), 'other'),
        parts(open('the split is refused')),
      );
    if (positional.length === 0) return refused('there is nothing to split');
    if (differing !== undefined)
      return refused(`the arrays have different numbers of rows: ${known[0]} and ${differing}`);
    const [count] = known;
    if (count === undefined) return parts(open('how many rows there are is not known'));
    const sizes = partSizes(count, option('test_size'), option('train_size'));
    if (typeof sizes === 'string') return refused(sizes);
    return parts(sizes ?? open('how many rows are taken is not known'));
  },
);

export const shuffle = nativeFunction('shuffle', null, ({ positional, keywords, uncertain }, context) => {
  if (uncertain) return unknown(uncertain);
  const all: Parts = new Map();
  const wanted = keywords.get('n_samples') ?? NONE;
  const open = unknownDimension({ text: 'how many rows there are is not known' });
  const count = integerOf(wanted) ?? open;
  const shuffled = positional.map((value) =>
    someRows(value, wanted.kind === 'None' ? (rowsOf(value) ?? open) : count, all, context),
  );
  return positional.length === 1 ? (shuffled[0] as Value) : new ListValue(shuffled);
});
