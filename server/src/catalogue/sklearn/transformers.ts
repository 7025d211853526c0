/** Classes and functions that make arrays of arrays: scalers, encoders, decompositions. */
import { type Dimension, isKnown, unknownDimension } from '../../shapes/dimension';
import { type DType, isFloating, isInteger } from '../../shapes/dtype';
import { formatShape, hasRank } from '../../shapes/shape';
import { type Arguments, bind } from '../../values/arguments';
import type { Context } from '../../values/context';
import { numpyArray, TensorValue } from '../../values/tensor';
import {
  ClassValue,
  dimensionValue,
  type NativeFunction,
  NONE,
  type Payload,
  unknown,
  type Value,
} from '../../values/value';
import { failure, refusal } from '../failure';
import { declaredIdentity, named, nativeFunction, parseSignature, pythonFunction } from '../native';
import { asArray } from '../numpy/define';
import { contentOf, distinct, type Plain } from '../numpy/elements';
import { tableArray } from '../pandas/table';
import { integerOf, sequenceItems } from '../params';
import { sparseMatrix } from './sparse-matrix';

type Options = ReadonlyMap<string, Value>;

/** The arguments that a transformer was made with, and the data that it was fitted to, where they are known. */
interface State {
  readonly options: Options;
  readonly fitted: TensorValue | null;
}

/** What a transformer gives for data. */
type Transformed = (data: TensorValue, state: State, context: Context) => Value;

const LEARNED = { text: 'it is learned from data' };

/** Anything that data are taken from, as an array. */
function arrayOf(value: Value, callee: string): TensorValue | undefined {
  if (value.kind === 'tensor') return value;
  if (value.kind === 'unknown' || (value.kind === 'list' && value.uncertain)) return undefined;
  const table = tableArray(value);
  if (table) return table;
  // Each sample is a collection of labels, a text one of letters.
  const samples = callee === 'MultiLabelBinarizer' ? sequenceItems(value) : null;
  if (samples) return numpyArray([samples.length], '?');
  const operand = asArray(value, { callee, parameter: 'X' });
  return numpyArray(operand.anyShape, operand.dtype, contentOf(operand)?.items ?? null);
}

/** Numbers of the same rows and columns. */
function asFloats({ shape, dtype: own, lengths }: TensorValue): Value {
  const dtype = own === 'float32' || own === 'float16' ? own : own === '?' ? '?' : 'float64';
  return new TensorValue({ library: 'numpy', symbolic: false, shape, dtype, keepLimits: true, lengths });
}

const rows = (data: TensorValue): Dimension =>
  (hasRank(data.shape) ? data.shape[0] : undefined) ??
  unknownDimension({ text: 'how many rows there are is not known' });

function columns(count: (state: State) => Dimension, dtype: DType): Transformed {
  return (data, state) => numpyArray([rows(data), count(state)], dtype);
}

/** So many components as are asked for; without a number as many as the data allow. */
const components: Transformed = (data, { options, fitted }) =>
  numpyArray([rows(data), componentCount(options, fitted)], floatOf(data.dtype));

/** `n_components`, or as many as samples and features allow. */
function componentCount(options: Options, fitted: TensorValue | null): Dimension {
  const given = options.get('n_components');
  const asked = given && integerOf(given);
  if (asked !== undefined) return asked;
  const sizes = fitted && hasRank(fitted.shape) ? fitted.shape : [];
  const all = given?.kind === 'None' && sizes.length === 2 && sizes.every(isKnown);
  return all ? Math.min(...(sizes as number[])) : unknownDimension(LEARNED);
}

/** Floats of 32 bits stay, all other numbers become doubles. */
function floatOf(dtype: DType): DType {
  return dtype === 'float32' || dtype === '?'
    ? dtype
    : isFloating(dtype) || isInteger(dtype) || dtype === 'bool'
      ? 'float64'
      : '?';
}

/** The different values that it was fitted to, in order; null where they are not known. */
function classesOf(fitted: TensorValue | null): readonly Plain[] | null {
  const content = fitted && contentOf(asArray(fitted, { callee: 'fit', parameter: 'y' }));
  return content && content.shape.length === 1 ? distinct(content.items) : null;
}

/** A column for each class; for two, one. */
const classColumns = (count: number | undefined): Dimension =>
  count === undefined ? unknownDimension(LEARNED) : count <= 2 ? 1 : count;

/** Whether what comes out is a matrix of a kind of its own (scipy's). */
const encoded: Transformed = (data, { options, fitted }, context) => {
  const sparse = options.get('sparse_output') ?? options.get('sparse');
  const plain = ['drop', 'categories', 'min_frequency', 'max_categories', 'dtype'].every((name) => !options.has(name));
  const width = (plain && categoryCount(fitted)) || unknownDimension(LEARNED);
  const columnsOfAll = numpyArray([rows(data), width], plain ? 'float64' : '?');
  if (!sparse) return sparseMatrix(columnsOfAll, context);
  const truth = context.truth(sparse);
  return truth === false ? columnsOfAll : truth === true ? sparseMatrix(columnsOfAll, context) : truth;
};

/** How many different values all columns have together. */
function categoryCount(fitted: TensorValue | null): number | null {
  const content = fitted && contentOf(asArray(fitted, { callee: 'fit', parameter: 'X' }));
  const [, width] = content?.shape ?? [];
  if (!content || width === undefined) return null;
  const columns = Array.from({ length: width }, (_, i) => content.items.filter((_one, at) => at % width === i));
  return columns.reduce((all, column) => all + new Set(column).size, 0);
}

const POLYNOMIAL = 'degree=2, interaction_only=False, include_bias=True, order="C"';

/** How many products of so many columns there are. */
const polynomial: Transformed = (data, { options }, context) => {
  const [width, degree] = [hasRank(data.shape) ? data.shape[1] : undefined, integerOf(options.get('degree') ?? NONE)];
  const [alone, bias] = ['interaction_only', 'include_bias'].map((name) => context.truth(options.get(name) ?? NONE));
  const known = width !== undefined && isKnown(width) && degree !== undefined;
  if (!known || typeof alone !== 'boolean' || typeof bias !== 'boolean') {
    return numpyArray([rows(data), unknownDimension(LEARNED)], floatOf(data.dtype));
  }
  let count = 0;
  for (let k = 0; k <= degree; k++) count += choose(alone ? width : width + k - 1, k);
  return numpyArray([rows(data), count - (bias ? 0 : 1)], floatOf(data.dtype));
};

function choose(n: number, k: number): number {
  if (k === 0) return 1;
  if (n < k) return 0;
  let result = 1;
  for (let i = 1; i <= k; i++) result = (result * (n - k + i)) / i;
  return Math.round(result);
}

/** By the class' name, with the parameters of its `__init__`. */
const TRANSFORMERS: Readonly<Record<string, readonly [parameters: string, Transformed]>> = {
  'preprocessing.StandardScaler': ['**kwargs', asFloats],
  'preprocessing.MinMaxScaler': ['feature_range=None, **kwargs', asFloats],
  'preprocessing.MaxAbsScaler': ['**kwargs', asFloats],
  'preprocessing.RobustScaler': ['**kwargs', asFloats],
  'preprocessing.Normalizer': ['norm="l2", **kwargs', asFloats],
  'preprocessing.PowerTransformer': ['method="yeo-johnson", **kwargs', asFloats],
  'preprocessing.QuantileTransformer': ['**kwargs', asFloats],
  'preprocessing.Binarizer': ['**kwargs', asFloats],
  'preprocessing.LabelEncoder': ['', (data) => numpyArray([rows(data)], 'int64')],
  'preprocessing.OrdinalEncoder': ['**kwargs', ({ shape }) => numpyArray(shape, 'float64')],
  'preprocessing.LabelBinarizer': [
    '**kwargs',
    columns(({ fitted }) => classColumns(classesOf(fitted)?.length), 'int64'),
  ],
  'preprocessing.MultiLabelBinarizer': [
    'classes=None, sparse_output=False',
    columns(
      ({ options }) => sequenceItems(options.get('classes') ?? NONE)?.length ?? unknownDimension(LEARNED),
      'int64',
    ),
  ],
  'preprocessing.OneHotEncoder': ['**kwargs', encoded],
  'preprocessing.PolynomialFeatures': [POLYNOMIAL, polynomial],
  'decomposition.PCA': ['n_components=None, **kwargs', components],
  'decomposition.TruncatedSVD': ['n_components=2, **kwargs', components],
  'decomposition.NMF': ['n_components="auto", **kwargs', components],
  'decomposition.FastICA': ['n_components=None, **kwargs', components],
  'manifold.TSNE': ['n_components=2, **kwargs', components],
};

class TransformerPayload implements Payload, State {
  readonly type = 'transformer';
  constructor(
    readonly options: Options,
    readonly fitted: TensorValue | null = null,
  ) {}
}

function stateOf(self: Value | undefined): State {
  return self?.kind === 'instance' && self.payload instanceof TransformerPayload
    ? self.payload
    : { options: new Map(), fitted: null };
}

function learn(self: Value | undefined, fitted: TensorValue | null, context: Context): void {
  if (self?.kind === 'instance') self.setPayload(context.heap, new TransformerPayload(stateOf(self).options, fitted));
}

/** What is learned of data, by its name; undefined where it is not followed. */
function learned(own: string, name: string, { options, fitted }: State): Value | undefined {
  const width = fitted && hasRank(fitted.shape) ? fitted.shape[1] : undefined;
  const type = fitted && floatOf(fitted.dtype) === 'float64' ? 'float64' : '?';
  switch (name) {
    case 'classes_': {
      const classes = classesOf(fitted);
      return numpyArray([classes?.length ?? unknownDimension(LEARNED)], fitted?.dtype ?? '?', classes);
    }
    case 'mean_':
    case 'var_':
    case 'scale_':
    case 'min_':
    case 'center_':
    case 'data_min_':
    case 'data_max_':
    case 'data_range_':
    case 'max_abs_':
      return width === undefined ? undefined : numpyArray([width], type);
    case 'components_':
      return own !== 'PCA' || width === undefined
        ? undefined
        : numpyArray([componentCount(options, fitted), width], type);
    case 'explained_variance_':
    case 'explained_variance_ratio_':
    case 'singular_values_':
      return numpyArray([componentCount(options, fitted)], type);
    case 'n_features_in_':
      return width === undefined ? undefined : dimensionValue(width);
    default:
      return undefined;
  }
}

/** Rows of numbers are taken, and nothing flatter or deeper. */
function refuseRank(name: string, { shape }: TensorValue, transformed: Transformed, context: Context): Value | null {
  const onRows = transformed === asFloats || transformed === components || transformed === polynomial;
  if (!onRows || !hasRank(shape) || shape.length === 2) return null;
  const message = `${name} takes rows of numbers: an array of 2 axes, and ${formatShape(shape)} has ${shape.length}`;
  const failed = failure('wrong-rank', message, { facts: { rank: shape.length, expected: 2 } });
  return context.refuse(refusal(failed, 'other'), context.unknown(message));
}

function transformerClass(name: string, parameters: string, transformed: Transformed): ClassValue {
  const dot = name.lastIndexOf('.');
  const own = name.slice(dot + 1);
  const { signature } = parseSignature(`__init__(self, ${parameters})`);
  const transform = (method: string, fits: boolean) =>
    nativeFunction(method, null, ({ positional: [self, given], keywords }: Arguments, context) => {
      const data = given ?? keywords.get('X') ?? keywords.get('y') ?? NONE;
      const array = arrayOf(data, own);
      if (!array) return data.kind === 'unknown' ? data : context.unknown('what it is given is not known');
      if (fits) learn(self, array, context);
      return refuseRank(own, array, transformed, context) ?? transformed(array, stateOf(self), context);
    });
  return new ClassValue(
    declaredIdentity(),
    own,
    `sklearn.${name.slice(0, dot)}`,
    [],
    named(
      nativeFunction('__init__', null, (given, context) => {
        const [self] = given.positional;
        const { bound, varKeyword } = bind(signature, given);
        const options = new Map([...[...bound].map(([key, { value }]) => [key, value] as const), ...varKeyword]);
        if (self?.kind === 'instance') self.setPayload(context.heap, new TransformerPayload(options));
        return NONE;
      }),
      ...['fit', 'partial_fit'].map((method) =>
        nativeFunction(method, null, ({ positional: [self, given], keywords, uncertain }, context) => {
          const data = given ?? keywords.get('X') ?? keywords.get('y') ?? NONE;
          learn(self, method === 'fit' && !uncertain ? (arrayOf(data, own) ?? null) : null, context);
          return self ?? NONE;
        }),
      ),
      transform('fit_transform', true),
      transform('transform', false),
      nativeFunction('inverse_transform', null, ({ positional: [self, data] }, context) => {
        if (transformed === asFloats && data?.kind === 'tensor') return asFloats(data);
        const { fitted } = stateOf(self);
        const width = fitted && hasRank(fitted.shape) ? fitted.shape[1] : undefined;
        if (transformed !== components || data?.kind !== 'tensor' || width === undefined) {
          return context.unknown('what is given back is not followed');
        }
        return numpyArray([rows(data), width], floatOf(data.dtype));
      }),
      pythonFunction('__getattr__(self, name)', (context, self: Value, attribute: Value) => {
        const text = attribute.kind === 'str' ? attribute.value : 'attribute';
        return learned(own, text, stateOf(self)) ?? context.unknown(`\`${text}\` of a ${own} is not followed`);
      }),
    ),
  );
}

/** Functions that do the same at once. */
const FUNCTIONS: readonly NativeFunction[] = ['scale', 'minmax_scale', 'maxabs_scale', 'robust_scale', 'normalize'].map(
  (name) =>
    nativeFunction(name, null, ({ positional: [data], uncertain }, context) => {
      if (uncertain) return unknown(uncertain);
      const array = data && arrayOf(data, name);
      return array ? asFloats(array) : context.unknown('what it is given is not known');
    }),
);

const labelBinarize = pythonFunction(
  'label_binarize(y, *, classes, neg_label=0, pos_label=1, sparse_output=False)',
  (context, y: Value, classes: Value, _low: Value, _high: Value, sparse: Value) => {
    const array = arrayOf(y, 'label_binarize');
    if (!array || context.truth(sparse) !== false) return context.unknown('what it is given is not known');
    return numpyArray([rows(array), classColumns(sequenceItems(classes)?.length)], 'int64');
  },
);

export const transformers: readonly (readonly [string, Value])[] = [
  ...Object.entries(TRANSFORMERS).map(
    ([name, [parameters, transformed]]) => [name, transformerClass(name, parameters, transformed)] as const,
  ),
  ...[...FUNCTIONS, labelBinarize].map((one) => [`preprocessing.${one.name}`, one] as const),
];
