/** `sklearn.datasets`: data that come with scikit-learn, and data that it makes up. */
import { type Dimension, isKnown, sized, sum, unknownDimension } from '../../shapes/dimension';
import type { DType } from '../../shapes/dtype';
import { hasRank } from '../../shapes/shape';
import type { Context } from '../../values/context';
import { labelArray, numpyArray } from '../../values/tensor';
import { ClassValue, InstanceValue, ListValue, type NativeFunction, NONE, tuple, type Value } from '../../values/value';
import { declaredIdentity, named, pythonFunction } from '../native';
import { asArray } from '../numpy/define';
import { frame, NUMBERED, series } from '../pandas/table';
import { integerOf, sequenceItems } from '../params';

type Sizes = readonly Dimension[];

/** A data set that is the same everywhere. */
interface Known {
  readonly data: readonly [number, number];
  /** Element type of the data. */
  readonly type?: DType;
  /** Sizes of the labels behind their rows. */
  readonly target?: readonly number[];
  readonly dtype: DType;
  /** How many classes there are names of. */
  readonly classes?: number;
  /** Further arrays by their names. */
  readonly more?: Readonly<Record<string, readonly [Sizes, DType]>>;
}

const KNOWN: Readonly<Record<string, Known>> = {
  load_iris: { data: [150, 4], dtype: 'int64', classes: 3 },
  load_wine: { data: [178, 13], dtype: 'int64', classes: 3 },
  load_breast_cancer: { data: [569, 30], dtype: 'int64', classes: 2 },
  load_diabetes: { data: [442, 10], dtype: 'float64' },
  load_linnerud: { data: [20, 3], target: [3], dtype: 'float64' },
  load_boston: { data: [506, 13], dtype: 'float64' },
  fetch_california_housing: { data: [20_640, 8], dtype: 'float64' },
  fetch_covtype: { data: [581_012, 54], dtype: 'int32' },
  fetch_olivetti_faces: {
    data: [400, 4096],
    type: 'float32',
    dtype: 'int64',
    more: { images: [[400, 64, 64], 'float32'] },
  },
};

/** A dict whose entries are attributes, too. */
const BUNCH = new ClassValue(
  declaredIdentity(),
  'Bunch',
  'sklearn.utils',
  [],
  named(
    pythonFunction('__getitem__(self, key)', (context, self: Value, key: Value) => {
      const found = self.kind === 'instance' && key.kind === 'str' ? self.attributes.get(key.value) : undefined;
      return found ?? context.unknown('what else the data come with is not followed');
    }),
    pythonFunction('__getattr__(self, name)', (context, _self: Value, name: Value) => {
      const text = name.kind === 'str' ? name.value : '';
      if (text.startsWith('__')) return context.raise('AttributeError', text);
      return context.unknown('what else the data come with is not followed');
    }),
  ),
);

function bunch(entries: Iterable<readonly [string, Value]>): InstanceValue {
  const made = new InstanceValue(declaredIdentity(), BUNCH);
  for (const [name, value] of entries) made.attributes.declare(name, value);
  return made;
}

function loaded(known: Known, asPair: Value, asFrame: Value, context: Context): Value {
  const [pair, framed] = [context.truth(asPair), context.truth(asFrame)];
  if (typeof pair !== 'boolean') return pair;
  if (typeof framed !== 'boolean') return framed;
  const { data: sizes, type = 'float64', target: behind = [], dtype, classes, more = {} } = known;
  const [rows, columns] = sizes;
  const data = framed ? frame(rows, columns, type, NUMBERED) : numpyArray(sizes, type);
  const [width] = behind;
  const labels = !framed
    ? classes === undefined
      ? numpyArray([rows, ...behind], dtype)
      : labelArray([rows], dtype, classes)
    : width === undefined
      ? series(rows, dtype, NUMBERED)
      : frame(rows, width, dtype, NUMBERED);
  if (pair) return tuple([data, labels]);
  const names = (count: number) =>
    new ListValue(Array.from({ length: count }, () => context.unknown('the names are not in the catalogue')));
  return bunch([
    ['data', data],
    ['target', labels],
    ['frame', framed ? frame(rows, columns + Math.max(1, width ?? 1), '?', NUMBERED) : NONE],
    ['feature_names', names(columns)],
    ...(classes === undefined ? [] : [['target_names', numpyArray([classes], '?')] as const]),
    ...Object.entries(more).map(([name, [shape, element]]) => [name, numpyArray(shape, element)] as const),
  ]);
}

const loaders = Object.entries(KNOWN).map(([name, known]) =>
  pythonFunction(`${name}(return_X_y=False, as_frame=False, **kwargs)`, (context, pair: Value, framed: Value) =>
    loaded(known, pair, framed, context),
  ),
);

/** Rows of the digits up to each. */
const DIGITS = [178, 360, 537, 720, 901, 1083, 1264, 1443, 1617, 1797];

const digits = pythonFunction(
  'load_digits(n_class=10, return_X_y=False, as_frame=False)',
  (context, classes: Value, pair: Value, framed: Value) => {
    const rows = DIGITS[(integerOf(classes) ?? 0) - 1];
    if (rows === undefined) return context.unknown('how many classes are taken is not known');
    const more = { images: [[rows, 8, 8], 'float64'] } as const;
    // Names of all ten come with fewer classes, too.
    const all = rows === 1797 ? { classes: 10 } : {};
    return loaded({ data: [rows, 64], dtype: 'int64', ...all, more }, pair, framed, context);
  },
);

const openSize = (): Dimension => unknownDimension({ text: 'a size is not known' });

/** A number of the call, or the sum of several; scikit-learn takes none below 1 (`validate_params`). */
function countOf(value: Value | undefined): Dimension {
  const items = value && sequenceItems(value);
  if (items) return sum(items.map(countOf));
  const count = value && integerOf(value);
  return count !== undefined && count > 0 ? sized(count) : openSize();
}

/** What is made up: `[rows, columns]` by parameters of the call, labels, and what comes last. */
function maker(
  declaration: string,
  make: (arguments_: ReadonlyMap<string, Value>, context: Context) => Value,
): NativeFunction {
  const names = declaration
    .slice(declaration.indexOf('(') + 1, -1)
    .split(', ')
    .map((part) => part.split('=')[0] as string);
  return pythonFunction(declaration, (context, ...values: Value[]) =>
    make(new Map(values.map((value, i) => [names[i] as string, value])), context),
  );
}

function pair(rows: Dimension, columns: Dimension, dtype: DType, ...behind: Dimension[]): Value {
  return tuple([numpyArray([rows, columns], 'float64'), numpyArray([rows, ...behind], dtype)]);
}

/** Makers whose columns a parameter tells, or that always have so many. */
const PLAIN: readonly (readonly [string, number | string, DType])[] = [
  ['make_classification(n_samples=100, n_features=20, **kwargs)', 'n_features', 'int64'],
  ['make_gaussian_quantiles(mean=None, cov=1.0, n_samples=100, n_features=2, **kwargs)', 'n_features', 'int64'],
  ['make_moons(n_samples=100, **kwargs)', 2, 'int64'],
  ['make_circles(n_samples=100, **kwargs)', 2, 'int64'],
  ['make_s_curve(n_samples=100, **kwargs)', 3, 'float64'],
  ['make_swiss_roll(n_samples=100, **kwargs)', 3, 'float64'],
  ['make_friedman1(n_samples=100, n_features=10, **kwargs)', 'n_features', 'float64'],
  ['make_friedman2(n_samples=100, **kwargs)', 4, 'float64'],
  ['make_friedman3(n_samples=100, **kwargs)', 4, 'float64'],
  ['make_hastie_10_2(n_samples=12000, **kwargs)', 10, 'float64'],
  ['make_sparse_uncorrelated(n_samples=100, n_features=10, **kwargs)', 'n_features', 'float64'],
];

const plain = PLAIN.map(([declaration, columns, dtype]) =>
  maker(declaration, (given) =>
    pair(countOf(given.get('n_samples')), typeof columns === 'number' ? columns : countOf(given.get(columns)), dtype),
  ),
);

const blobs = maker(
  'make_blobs(n_samples=100, n_features=2, centers=None, cluster_std=1.0, center_box=None, shuffle=True, random_state=None, return_centers=False)',
  (given, context) => {
    const [rows, centers = NONE] = [countOf(given.get('n_samples')), given.get('centers')];
    const placed = centers.kind === 'list' || centers.kind === 'tuple' || centers.kind === 'tensor';
    const known = placed ? asArray(centers, { callee: 'make_blobs', parameter: 'centers' }).anyShape : null;
    const columns = known ? (hasRank(known) ? (known[1] ?? openSize()) : openSize()) : countOf(given.get('n_features'));
    if (context.truth(given.get('return_centers') ?? NONE) !== false)
      return context.unknown('centers are not followed');
    return pair(rows, columns, 'int64');
  },
);

const regression = maker(
  'make_regression(n_samples=100, n_features=100, n_informative=10, n_targets=1, bias=0.0, effective_rank=None, tail_strength=0.5, noise=0.0, shuffle=True, coef=False, random_state=None)',
  (given, context) => {
    const [rows, columns, targets] = ['n_samples', 'n_features', 'n_targets'].map((name) =>
      countOf(given.get(name)),
    ) as [Dimension, Dimension, Dimension];
    if (!isKnown(targets)) return context.unknown('the number of targets is not known');
    const behind = targets === 1 ? [] : [targets];
    const coef = context.truth(given.get('coef') ?? NONE);
    if (typeof coef !== 'boolean') return coef;
    const made = [numpyArray([rows, columns], 'float64'), numpyArray([rows, ...behind], 'float64')];
    return tuple(coef ? [...made, numpyArray([columns, ...behind], 'float64')] : made);
  },
);

const multilabel = maker(
  'make_multilabel_classification(n_samples=100, n_features=20, n_classes=5, n_labels=2, length=50, allow_unlabeled=True, sparse=False, return_indicator="dense", return_distributions=False, random_state=None)',
  (given, context) => {
    if (
      context.truth(given.get('return_distributions') ?? NONE) !== false ||
      context.truth(given.get('sparse') ?? NONE) !== false
    ) {
      return context.unknown('what else is made is not followed');
    }
    const [rows, columns, classes] = ['n_samples', 'n_features', 'n_classes'].map((name) => countOf(given.get(name)));
    return pair(rows as Dimension, columns as Dimension, 'int64', classes as Dimension);
  },
);

export const datasets: readonly NativeFunction[] = [...loaders, digits, ...plain, blobs, regression, multilabel];
