/** `tensorflow_datasets`: `tfds.load` of data sets that are known, and of others. */
import { type Dimension, dynamic, unknownDimension } from '../../shapes/dimension';
import type { Context } from '../../values/context';
import { TensorValue } from '../../values/tensor';
import {
  ClassValue,
  type DictEntry,
  DictValue,
  dimensionValue,
  InstanceValue,
  int,
  ListValue,
  type NativeFunction,
  str,
  tuple,
  type Value,
} from '../../values/value';
import type { Cardinality } from '../keras/data/element-spec';
import { declaredIdentity, named, nativeFunction, pythonFunction } from '../native';
import { dataset, datasetSource } from '../tensorflow/data/dataset';
import { component, mapComponents } from '../tensorflow/data/elements';
import { stepsOf } from '../tensorflow/data/iterating';
import { batch, countOf } from '../tensorflow/data/transforming';
import { type Feature, type KnownData, knownData } from './known';

const openSize = (text: string): Dimension => unknownDimension({ text });

function dictOf(entries: Iterable<readonly [string, Value]>, context: Context): DictValue {
  return new DictValue(
    [...entries].map(([name, value]): [string, DictEntry] => {
      const key = str(name);
      return [context.hash(key) ?? name, { key, value }];
    }),
  );
}

function featureOf([shape, dtype]: Feature): TensorValue {
  return component(
    shape.map((size) => size ?? dynamic()),
    dtype,
  );
}

function elementOf(known: KnownData | undefined, supervised: Value, context: Context): Value {
  if (!known) return context.unknown('what the data set holds is not in the catalogue');
  const truth = context.truth(supervised);
  if (typeof truth !== 'boolean') return truth;
  if (truth) return tuple(known.supervised.map((name) => featureOf(known.features[name] as Feature)));
  const names = Object.keys(known.features).sort();
  return dictOf(
    names.map((name) => [name, featureOf(known.features[name] as Feature)] as const),
    context,
  );
}

/** How many elements a split has: `train`, `train[:80%]`, `train+test`. */
function countIn(split: string, known: KnownData | undefined): Cardinality {
  const open = unknownDimension({ text: 'how many elements the split has is not known' });
  let sum = 0;
  for (const part of split.split('+')) {
    const [, name = '', range] = /^(\w+)(?:\[(.*)\])?$/.exec(part.trim()) ?? [];
    const all = known?.splits[name];
    if (all === undefined) return open;
    if (range === undefined) {
      sum += all;
      continue;
    }
    const bounds = range.split(':').map((bound) => boundOf(bound.trim(), all));
    const [from, to] = bounds;
    if (bounds.length !== 2 || from === null || to === null) return open;
    sum += Math.max(0, Math.min(to ?? all, all) - (from ?? 0));
  }
  return sum;
}

/** A number or a share of all; undefined where it is left out, null where it is not a whole number. */
function boundOf(text: string, all: number): number | null | undefined {
  if (text === '') return undefined;
  const [, digits, percent] = /^(-?\d+)(%?)$/.exec(text) ?? [];
  if (digits === undefined) return null;
  const number = percent ? (Number(digits) * all) / 100 : Number(digits);
  if (!Number.isInteger(number)) return null;
  return number < 0 ? number + all : number;
}

interface Wanted {
  readonly known: KnownData | undefined;
  readonly supervised: Value;
  readonly batchSize: Value;
}

function splitSet(split: Value, wanted: Wanted, context: Context): Value {
  const element = elementOf(wanted.known, wanted.supervised, context);
  const count: Cardinality =
    split.kind === 'str' ? countIn(split.value, wanted.known) : unknownDimension({ text: 'the split is not known' });
  if (wanted.batchSize.kind === 'None') return dataset(element, count, context);
  const size = countOf(wanted.batchSize);
  if (size === -1) return whole(element, count);
  const steps = { kind: 'dataset', element, cardinality: count, sizes: new Map(), origin: context.place } as const;
  return batch(steps, size, false, context);
}

/** `batch_size=-1`: all elements as tensors. */
function whole(element: Value, count: Cardinality): Value {
  const rows = typeof count === 'string' ? openSize('how many elements there are is not known') : count;
  return mapComponents(element, (one) =>
    one.kind === 'tensor' && Array.isArray(one.shape) ? component([rows, ...one.shape], one.dtype) : one,
  );
}

function loaded(name: Value, split: Value, wanted: Wanted, context: Context): Value {
  switch (split.kind) {
    case 'None': {
      if (!wanted.known) return context.unknown('the splits of the data set are not in the catalogue');
      return dictOf(
        Object.keys(wanted.known.splits).map((one) => [one, splitSet(str(one), wanted, context)] as const),
        context,
      );
    }
    case 'list':
      if (split.uncertain) return context.unknown('the splits are not known', split.uncertain);
      return new ListValue(split.items.map((one) => loaded(name, one, wanted, context)));
    case 'tuple':
      return tuple(split.items.map((one) => loaded(name, one, wanted, context)));
    default:
      return splitSet(split, wanted, context);
  }
}

/** Objects that only have attributes. */
function plainClass(name: string): ClassValue {
  return new ClassValue(
    declaredIdentity(),
    name,
    'tensorflow_datasets.core',
    [],
    named(
      pythonFunction('__getattr__(self, name)', (context, _self: Value, attribute: Value) => {
        const text = attribute.kind === 'str' ? attribute.value : '';
        if (text.startsWith('__')) return context.raise('AttributeError', text);
        return context.unknown('what else is told of the data set is not followed');
      }),
    ),
  );
}

const [INFO, FEATURE, SPLIT] = ['DatasetInfo', 'Feature', 'SplitInfo'].map(plainClass) as [
  ClassValue,
  ClassValue,
  ClassValue,
];

function plain(cls: ClassValue, attributes: Iterable<readonly [string, Value]>): InstanceValue {
  const made = new InstanceValue(declaredIdentity(), cls);
  for (const [name, value] of attributes) made.attributes.declare(name, value);
  return made;
}

function infoOf(known: KnownData | undefined, context: Context): Value {
  if (!known) return context.unknown('what is told of the data set is not in the catalogue');
  const features = Object.entries(known.features).map(([name, [shape]]) => {
    const attributes: [string, Value][] = [['shape', tuple(shape.map((size) => dimensionValue(size ?? dynamic())))]];
    if (name === 'label' && known.classes !== undefined) attributes.push(['num_classes', int(known.classes)]);
    return [name, plain(FEATURE, attributes)] as const;
  });
  const splits = Object.entries(known.splits).map(
    ([name, count]) => [name, plain(SPLIT, [['num_examples', int(count)]])] as const,
  );
  return plain(INFO, [
    ['features', dictOf(features, context)],
    ['splits', dictOf(splits, context)],
  ]);
}

const load = pythonFunction(
  'load(name, *, split=None, data_dir=None, batch_size=None, shuffle_files=False, download=True, as_supervised=False, decoders=None, read_config=None, with_info=False, builder_kwargs=None, download_and_prepare_kwargs=None, as_dataset_kwargs=None, try_gcs=False)',
  (
    context,
    name: Value,
    split: Value,
    _directory: Value,
    batchSize: Value,
    _shuffle: Value,
    _download: Value,
    supervised: Value,
    decoders: Value,
    _config: Value,
    withInfo: Value,
  ) => {
    const known = name.kind === 'str' && decoders.kind === 'None' ? knownData(name.value) : undefined;
    const data = loaded(name, split, { known, supervised, batchSize }, context);
    const truth = context.truth(withInfo);
    if (typeof truth !== 'boolean') return truth;
    return truth ? tuple([data, infoOf(known, context)]) : data;
  },
);

const asNumpy: NativeFunction = nativeFunction('as_numpy', null, ({ positional: [given] }, context) => {
  const source = datasetSource(given);
  if (source) return stepsOf(source, 'generator', 'numpy');
  if (!given) return context.unknown('it is given nothing');
  return mapComponents(given, (one) => {
    if (one.kind !== 'tensor') return one;
    const { shape, dtype } = one;
    return new TensorValue({ library: 'numpy', symbolic: false, shape, dtype: dtype === 'string' ? 'object' : dtype });
  });
});

export const tensorflowDatasets: readonly (readonly [string, Value])[] = [
  ['tensorflow_datasets.load', load],
  ['tensorflow_datasets.as_numpy', asNumpy],
  ['tensorflow_datasets.disable_progress_bar', nativeFunction('disable_progress_bar', null, () => ({ kind: 'None' }))],
  ['tensorflow_datasets.Split.TRAIN', str('train')],
  ['tensorflow_datasets.Split.TEST', str('test')],
  ['tensorflow_datasets.Split.VALIDATION', str('validation')],
];
