/** What programs take of scikit-learn to prepare data for Keras. */
import { type Dimension, isKnown, unknownDimension } from '../../shapes/dimension';
import { hasRank } from '../../shapes/shape';
import type { Arguments } from '../../values/arguments';
import type { Context } from '../../values/context';
import { Namespace } from '../../values/heap';
import { numpyArray, TensorValue } from '../../values/tensor';
import {
  ClassValue,
  ListValue,
  ModuleValue,
  type NativeFunction,
  NONE,
  tuple,
  unknown,
  type Value,
} from '../../values/value';
import { failure, refusal } from '../failure';
import { declaredIdentity, named, nativeFunction, pythonFunction } from '../native';
import { comparable } from '../numbers';
import { integerOf, sequenceItems } from '../params';

function rowsOf(value: Value): Dimension | undefined {
  if (value.kind === 'tensor') return hasRank(value.shape) ? value.shape[0] : undefined;
  return sequenceItems(value)?.length;
}

/** Some rows of an array or list: which ones is left to chance. */
function someRows(value: Value, count: Dimension, context: Context): Value {
  if (value.kind === 'tensor' && hasRank(value.shape)) {
    const { library, dtype, shape } = value;
    return new TensorValue({ library, symbolic: false, shape: [count, ...shape.slice(1)], dtype });
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
    if (found.number <= 0 || found.number >= 1) return `a share of ${found.number} is not between 0 and 1`;
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

const trainTestSplit = nativeFunction('train_test_split', null, ({ positional, keywords, uncertain }, context) => {
  if (uncertain) return unknown(uncertain);
  const option = (name: string): Value => keywords.get(name) ?? NONE;
  const parts = (sizes: readonly [Dimension, Dimension]) =>
    new ListValue(positional.flatMap((value) => sizes.map((size) => someRows(value, size, context))));
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
});

const shuffle = nativeFunction('shuffle', null, ({ positional }, context) => {
  const shuffled = positional.map((value) =>
    someRows(value, rowsOf(value) ?? unknownDimension({ text: 'how many rows there are is not known' }), context),
  );
  return positional.length === 1 ? (shuffled[0] as Value) : new ListValue(shuffled);
});

/** What a transformer gives for data of a shape. */
type Transformed = (data: Value, context: Context) => Value;

const asFloats: Transformed = (data, context) => {
  if (data.kind !== 'tensor') return context.unknown('what it is given is not known');
  const dtype = data.dtype === 'float32' ? 'float32' : data.dtype === '?' ? '?' : 'float64';
  return numpyArray(data.shape, dtype);
};

const asCodes: Transformed = (data, context) => {
  const count = rowsOf(data);
  return count === undefined ? context.unknown('what it is given is not known') : numpyArray([count], 'int64');
};

const asColumns: Transformed = (data, context) => {
  const count = rowsOf(data);
  if (count === undefined) return context.unknown('what it is given is not known');
  return numpyArray([count, unknownDimension({ text: 'it is learned from data' })], '?');
};

const TRANSFORMERS: Readonly<Record<string, Transformed>> = {
  StandardScaler: asFloats,
  MinMaxScaler: asFloats,
  MaxAbsScaler: asFloats,
  RobustScaler: asFloats,
  Normalizer: asFloats,
  LabelEncoder: asCodes,
  LabelBinarizer: asColumns,
};

function transformer(name: string, transformed: Transformed): ClassValue {
  const transform = (method: string) =>
    nativeFunction(method, null, ({ positional: [, data] }: Arguments, context) => transformed(data ?? NONE, context));
  return new ClassValue(
    declaredIdentity(),
    name,
    'sklearn.preprocessing',
    [],
    named(
      nativeFunction('__init__', null, () => NONE),
      nativeFunction('fit', null, ({ positional: [self] }) => self ?? NONE),
      transform('fit_transform'),
      transform('transform'),
      pythonFunction('__getattr__(self, name)', (context, _self: Value, attribute: Value) => {
        const text = attribute.kind === 'str' ? attribute.value : 'attribute';
        return context.unknown(`\`${text}\` of a ${name} is not followed`);
      }),
    ),
  );
}

/** Samples and labels of data that come with it, or are made up. */
const MADE: Readonly<Record<string, number>> = {
  make_moons: 2,
  make_circles: 2,
  make_blobs: 2,
  make_classification: 20,
};

function maker(name: string, features: number): NativeFunction {
  return nativeFunction(name, null, ({ positional: [first], keywords }, context) => {
    const given = first ?? keywords.get('n_samples');
    const count = given ? integerOf(given) : 100;
    const columns = keywords.get('n_features') ? integerOf(keywords.get('n_features') as Value) : features;
    if (count === undefined || columns === undefined) return context.unknown('how many samples there are is not known');
    return tuple([numpyArray([count, columns], 'float64'), numpyArray([count], 'int64')]);
  });
}

const DECLARED: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['model_selection.train_test_split', trainTestSplit],
  ['cross_validation.train_test_split', trainTestSplit],
  ['utils.shuffle', shuffle],
  ...Object.entries(TRANSFORMERS).map(
    ([name, transformed]) => [`preprocessing.${name}`, transformer(name, transformed)] as const,
  ),
  ...Object.entries(MADE).map(([name, features]) => [`datasets.${name}`, maker(name, features)] as const),
]);

const PARTS: ReadonlySet<string> = new Set([
  'model_selection',
  'cross_validation',
  'utils',
  'preprocessing',
  'datasets',
  'metrics',
]);

export class SklearnLibrary {
  private readonly modules = new Map<string, ModuleValue>();

  /** A module by its name; undefined for what is not scikit-learn's. */
  module(name: string): ModuleValue | undefined {
    if (name !== 'sklearn' && !name.startsWith('sklearn.')) return undefined;
    const known = this.modules.get(name);
    if (known) return known;
    const part = name.slice('sklearn.'.length);
    const module = new ModuleValue(name, new Namespace<Value>(undefined, true), {
      complete: false,
      names: () => [],
      member: (member) => {
        const inside = part === '' ? member : `${part}.${member}`;
        if (PARTS.has(inside)) return this.module(`${name}.${member}`);
        return DECLARED.get(inside) ?? unknown({ text: `\`${name}.${member}\` is not followed` });
      },
    });
    this.modules.set(name, module);
    return module;
  }
}
