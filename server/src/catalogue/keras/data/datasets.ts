/** `keras.datasets`: their arrays are the same everywhere. */
import { type Dimension, unknownDimension } from '../../../shapes/dimension';
import type { DType } from '../../../shapes/dtype';
import type { Context } from '../../../values/context';
import { labelArray, numpyArray } from '../../../values/tensor';
import { type NativeFunction, tuple, type Value } from '../../../values/value';
import { pythonFunction } from '../../native';
import { comparable } from '../../numbers';
import { settingsOf } from '../settings';

interface Part {
  readonly shape: readonly Dimension[];
  readonly dtype: DType;
  /** Of labels: how many classes there are, all of them in each part. */
  readonly classes?: number | undefined;
}

function pairs(train: readonly [Part, Part], test: readonly [Part, Part]): Value {
  const array = ({ shape, dtype, classes }: Part) =>
    classes === undefined ? numpyArray(shape, dtype) : labelArray(shape, dtype, classes);
  return tuple([tuple(train.map(array)), tuple(test.map(array))]);
}

function digits(context: Context): Value {
  const part = (count: number): readonly [Part, Part] => [
    { shape: [count, 28, 28], dtype: 'uint8' },
    { shape: [count], dtype: 'uint8', classes: 10 },
  ];
  context.spend(1);
  return pairs(part(60_000), part(10_000));
}

/** Small photographs; the channels stand where `image_data_format` says. */
function photographs(labels: DType, classes: number | undefined, context: Context): Value {
  const format = settingsOf(context).imageDataFormat.value;
  const why = { text: '`image_data_format` is not known' };
  const sides: readonly Dimension[] =
    format === 'channels_first'
      ? [3, 32, 32]
      : format === 'channels_last'
        ? [32, 32, 3]
        : [unknownDimension(why), 32, unknownDimension(why)];
  const part = (count: number): readonly [Part, Part] => [
    { shape: [count, ...sides], dtype: 'uint8' },
    { shape: [count, 1], dtype: labels, classes },
  ];
  return pairs(part(50_000), part(10_000));
}

/** Texts as lists of word numbers: with `maxlen` only the short ones. */
function texts(train: number | null, test: number | null, maxlen: Value, classes?: number): Value {
  const why = { text: 'how many texts are short enough is not known' };
  const part = (count: number | null): readonly [Part, Part] => {
    const size = maxlen.kind === 'None' && count !== null ? count : unknownDimension(why);
    return [
      { shape: [size], dtype: 'object' },
      { shape: [size], dtype: 'int64', classes: maxlen.kind === 'None' ? classes : undefined },
    ];
  };
  return pairs(part(train), part(test));
}

/** Rows of which a share is kept for the test. */
function split(count: number, share: Value): readonly [number, number] | null {
  const found = comparable(share);
  if (typeof found !== 'object') return null;
  const train = Math.trunc(count * (1 - found.number));
  return [train, count - train];
}

function houses(count: number | null, columns: number, dtype: DType, share: Value): Value {
  const sizes = count === null ? null : split(count, share);
  const why = { text: 'how many rows each part has is not known' };
  const part = (size: Dimension): readonly [Part, Part] => [
    { shape: [size, columns], dtype },
    { shape: [size], dtype },
  ];
  const [train, test] = sizes ?? [unknownDimension(why), unknownDimension(why)];
  return pairs(part(train), part(test));
}

const words = 'path=None, num_words=None, skip_top=0, maxlen=None';
const numbering = 'seed=113, start_char=1, oov_char=2, index_from=3, **kwargs';

/** By the name of the data set. */
const LOADERS: Readonly<Record<string, NativeFunction>> = {
  mnist: pythonFunction('load_data(path="mnist.npz")', (context) => digits(context)),
  fashion_mnist: pythonFunction('load_data()', (context) => digits(context)),
  cifar10: pythonFunction('load_data()', (context) => photographs('uint8', 10, context)),
  cifar100: pythonFunction('load_data(label_mode="fine")', (context, mode: Value) =>
    photographs('int64', mode.kind === 'str' ? (mode.value === 'fine' ? 100 : 20) : undefined, context),
  ),
  imdb: pythonFunction(
    `load_data(${words}, ${numbering})`,
    (_context, _path: Value, _words: Value, _skip: Value, maxlen: Value) => texts(25_000, 25_000, maxlen, 2),
  ),
  reuters: pythonFunction(
    `load_data(${words}, test_split=0.2, ${numbering})`,
    (_context, _path: Value, _words: Value, _skip: Value, maxlen: Value, share: Value) => {
      const [train, test] = split(11_228, share) ?? [null, null];
      return texts(train, test, maxlen, test === 2246 ? 46 : undefined);
    },
  ),
  boston_housing: pythonFunction(
    'load_data(path="boston_housing.npz", test_split=0.2, seed=113)',
    (_context, _path: Value, share: Value) => houses(506, 13, 'float64', share),
  ),
  california_housing: pythonFunction(
    'load_data(version="large", path="california_housing.npz", test_split=0.2, seed=113)',
    (context, version: Value, _path: Value, share: Value) => {
      if (version.kind !== 'str') return context.unknown('the version of the data is not known');
      // The small version is cut out of the large one when it is loaded.
      return version.value === 'small' ? houses(null, 8, 'float32', share) : houses(20_640, 8, 'float32', share);
    },
  ),
};

/** `keras.datasets.mnist.load_data` */
export function datasetFunction(name: string): Value | undefined {
  const [, set] = /^keras\.datasets\.(\w+)\.load_data$/.exec(name) ?? [];
  return set === undefined ? undefined : LOADERS[set];
}
