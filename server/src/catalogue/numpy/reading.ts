/** Arrays that are read from files: what is known of them is in the call. */
import { type Dimension, unknownDimension } from '../../shapes/dimension';
import type { DType } from '../../shapes/dtype';
import type { Reason } from '../../shapes/reason';
import { unknownShape } from '../../shapes/shape';
import type { Context } from '../../values/context';
import { TensorValue } from '../../values/tensor';
import { type NativeFunction, tuple, type UnknownValue, type Value } from '../../values/value';
import { nativeFunction, pythonFunction } from '../native';
import { callOp } from '../ops/call-op';
import { integerOf, sequenceItems } from '../params';
import { numpyOp } from './index';
import { typeOf } from './types';

/** An array of which at most the number of axes is known. */
function arrayOf(why: Reason, fullest: readonly Dimension[] | null, dtype: DType): TensorValue {
  const shape = unknownShape(why, fullest);
  return new TensorValue({ library: 'numpy', symbolic: false, shape, dtype, keepLimits: true });
}

/** What a file holds: an array, or something that holds arrays. What only arrays have is what arrays give. */
export function loaded(why: Reason): UnknownValue {
  const value: UnknownValue = { kind: 'unknown', reason: why, loaded: (name) => memberOf(value, name) };
  return value;
}

function memberOf(self: UnknownValue, name: string): Value | undefined {
  switch (name) {
    case 'reshape':
      return nativeFunction(name, null, (given, context) => {
        const [first, ...more] = given.positional;
        const sizes = more.length > 0 && first ? tuple([first, ...more]) : first;
        const array = arrayOf(self.reason, null, '?');
        return callOp(numpyOp('reshape'), { ...given, positional: sizes ? [array, sizes] : [array] }, context);
      });
    case 'astype':
    case 'copy':
    case 'get':
      return nativeFunction(name, null, () => self);
    default:
      return undefined;
  }
}

/** A function that reads a file whose content nothing tells. */
export function readingFile(name: string): NativeFunction {
  return nativeFunction(name, null, (_given, context) => loaded(whatFile(name, context)));
}

function whatFile(name: string, context: Context): Reason {
  return context.because(`\`${name}\` reads a file, and what it holds is not known`);
}

/** A file of one array, or of several by their names. */
const load = pythonFunction('load(file, *args, **kwargs)', (context, file: Value) => {
  const why = whatFile('np.load', context);
  return file.kind === 'str' && file.value.endsWith('.npy') ? arrayOf(why, null, '?') : loaded(why);
});

interface TextOptions {
  readonly dtype: Value;
  readonly usecols: Value;
  readonly unpack: Value;
  readonly ndmin: Value;
}

/** Rows and columns of numbers in a text; an axis of one falls away, but for `ndmin`. */
function table(name: string, { dtype, usecols, unpack, ndmin }: TextOptions, context: Context): Value {
  const why = whatFile(name, context);
  const type = dtype.kind === 'None' ? '?' : (typeOf(dtype) ?? '?');
  const turned = context.truth(unpack);
  const least = integerOf(ndmin);
  if (typeof turned !== 'boolean' || least === undefined) return arrayOf(why, null, type);
  const open = () => unknownDimension(why);
  const columns = columnsOf(usecols) ?? open();
  const sizes = turned ? [columns, open()] : [open(), columns];
  if (least === 2) return new TensorValue({ library: 'numpy', symbolic: false, shape: sizes, dtype: type });
  return arrayOf(why, columns === 1 ? [open()] : sizes, type);
}

/** How many columns are read; undefined where that is not known. */
function columnsOf(usecols: Value): number | undefined {
  if (usecols.kind === 'range') return Math.max(0, Math.ceil((usecols.stop - usecols.start) / usecols.step));
  return usecols.kind === 'int' ? 1 : sequenceItems(usecols)?.length;
}

const loadtxt = pythonFunction(
  'loadtxt(fname, dtype="float64", comments="#", delimiter=None, converters=None, skiprows=0, usecols=None, unpack=False, ndmin=0, encoding=None, max_rows=None, *, quotechar=None, like=None)',
  (
    context,
    _file: Value,
    dtype: Value,
    _c: Value,
    _d: Value,
    _v: Value,
    _s: Value,
    usecols: Value,
    unpack: Value,
    ndmin: Value,
  ) => table('np.loadtxt', { dtype, usecols, unpack, ndmin }, context),
);

const genfromtxt = nativeFunction('genfromtxt', null, ({ keywords, positional, uncertain }, context) => {
  const option = (name: string, otherwise: Value): Value => keywords.get(name) ?? otherwise;
  const none: Value = { kind: 'None' };
  const names = option('names', none);
  if (uncertain || (names.kind !== 'None' && names.kind !== 'bool') || (names.kind === 'bool' && names.value)) {
    return arrayOf(whatFile('np.genfromtxt', context), null, '?');
  }
  const options = {
    dtype: option('dtype', positional[1] ?? { kind: 'str', value: 'float64' }),
    usecols: option('usecols', none),
    unpack: option('unpack', { kind: 'bool', value: false }),
    ndmin: option('ndmin', { kind: 'int', value: 0 }),
  };
  return table('np.genfromtxt', options, context);
});

export const reading: readonly NativeFunction[] = [load, loadtxt, genfromtxt];

/** `scipy.io.wavfile.read`: the rate, and a vector or a row for each channel. */
const readSound = nativeFunction('read', null, (_given, context) => {
  const why = whatFile('wavfile.read', context);
  return tuple([{ kind: 'unknown', reason: why }, arrayOf(why, null, '?')]);
});

const FILES = ['pickle.load', 'pickle.loads', 'dill.load', 'joblib.load', 'h5py.File', 'scipy.io.loadmat'];

/** By their full names. */
export const fileReaders: readonly (readonly [string, Value])[] = [
  ...FILES.map((name) => [name, readingFile(name)] as const),
  ['scipy.io.wavfile.read', readSound],
];
