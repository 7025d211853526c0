/** `keras.utils.image_dataset_from_directory` and its like: what their arguments say of the files. */
import { type Dimension, dynamic, isKnown, unknownDimension } from '../../../shapes/dimension';
import type { Context } from '../../../values/context';
import { ListValue, type NativeFunction, tuple, unknown, type Value } from '../../../values/value';
import { pythonFunction } from '../../native';
import { sequenceItems } from '../../params';
import { dataset } from '../../tensorflow/data/dataset';
import { component } from '../../tensorflow/data/elements';
import { batch, countOf } from '../../tensorflow/data/transforming';
import { dimensionOf } from '../../tensorflow/tensor-shape';
import { channelsFirst, inFormat } from './pictures';

/** What all of them take. */
interface Files {
  readonly labels: Value;
  readonly labelMode: Value;
  readonly classNames: Value;
  readonly batchSize: Value;
  readonly subset: Value;
}

/** How many classes a labelled directory has: as many as names are given. */
export function classesGiven(names: Value): Dimension {
  const items = sequenceItems(names);
  return items ? items.length : unknownDimension({ text: 'how many classes the directory has is not known' });
}

/** Labels of a sample; null where there are none, an unknown value where it is not known whether. */
function labelOf({ labels, labelMode, classNames }: Files, context: Context): Value | null {
  if (labels.kind === 'None' || labelMode.kind === 'None') return null;
  if (labels.kind === 'unknown' || labelMode.kind !== 'str') return context.unknown('the kind of labels is not known');
  switch (labelMode.value) {
    case 'int':
      return component([], 'int32');
    case 'binary':
      return component([1], 'float32');
    case 'categorical':
      return component([labels.kind === 'str' ? classesGiven(classNames) : classesIn(labels)], 'float32');
    default:
      return context.unknown('the kind of labels is not known');
  }
}

/** Of labels that are given one by one, the different ones count. */
function classesIn(labels: Value): Dimension {
  const items = sequenceItems(labels);
  if (!items?.every((item) => item.kind === 'int')) return unknownDimension({ text: 'the labels are not known' });
  return new Set(items.map((item) => (item.kind === 'int' ? item.value : null))).size;
}

const NO_STEPS = { kind: 'dataset', sizes: new Map(), origin: null } as const;

/** The data set, or both parts of it. */
function fromFiles(sample: Value, files: Files, context: Context, both: 'list' | 'tuple'): Value {
  const label = labelOf(files, context);
  const element = label === null ? sample : label.kind === 'unknown' ? label : tuple([sample, label]);
  const made = (): Value => {
    const count = unknownDimension(context.because('how many files there are is not known'));
    const set =
      files.batchSize.kind === 'None'
        ? dataset(element, count, context)
        : batch({ ...NO_STEPS, element, cardinality: count }, countOf(files.batchSize), false, context);
    set.attributes.declare('class_names', classNames(files, context));
    return set;
  };
  const { subset } = files;
  if (subset.kind === 'unknown') return unknown(subset.reason);
  if (subset.kind !== 'str' || subset.value !== 'both') return made();
  const parts = [made(), made()];
  return both === 'list' ? new ListValue(parts) : tuple(parts);
}

function classNames({ classNames: given }: Files, context: Context): Value {
  const items = sequenceItems(given);
  return items
    ? new ListValue([...items])
    : new ListValue([], context.because('the names of the classes are not known'));
}

/** Height and width; Keras 3 takes one number for both. */
export function sidesOf(size: Value): readonly [Dimension, Dimension] {
  const open = unknownDimension({ text: 'the size of the pictures is not known' });
  const items = sequenceItems(size);
  const [height, width] = items ? items.map(dimensionOf) : [dimensionOf(size), dimensionOf(size)];
  const known = (side: Dimension | undefined) => (side !== undefined && isKnown(side) ? side : open);
  return [known(height), known(width)];
}

/** Channels by the name of a color mode. */
export function channelsOf(mode: Value): Dimension {
  const known: Readonly<Record<string, number>> = { rgb: 3, rgba: 4, grayscale: 1 };
  const found = mode.kind === 'str' ? known[mode.value] : undefined;
  return found ?? unknownDimension({ text: 'the color mode is not known' });
}

const images = pythonFunction(
  'image_dataset_from_directory(directory, labels="inferred", label_mode="int", class_names=None, color_mode="rgb", batch_size=32, image_size=None, shuffle=True, seed=None, validation_split=None, subset=None, interpolation="bilinear", follow_links=False, crop_to_aspect_ratio=False, pad_to_aspect_ratio=False, data_format=None, format="tf", verbose=True, **kwargs)',
  (
    context,
    _directory: Value,
    labels: Value,
    labelMode: Value,
    names: Value,
    colors: Value,
    batchSize: Value,
    size: Value,
    _shuffle: Value,
    _seed: Value,
    _split: Value,
    subset: Value,
    _interpolation: Value,
    _links: Value,
    _crop: Value,
    _pad: Value,
    format: Value,
  ) => {
    const [height, width] = size.kind === 'None' ? [256, 256] : sidesOf(size);
    const first = channelsFirst(format, context);
    if (first === null) return context.unknown('the data format is not known');
    const sample = component(inFormat(height, width, channelsOf(colors), first), 'float32');
    return fromFiles(sample, { labels, labelMode, classNames: names, batchSize, subset }, context, 'list');
  },
);

const texts = pythonFunction(
  'text_dataset_from_directory(directory, labels="inferred", label_mode="int", class_names=None, batch_size=32, max_length=None, shuffle=True, seed=None, validation_split=None, subset=None, follow_links=False, format="tf", verbose=True)',
  (
    context,
    _directory: Value,
    labels: Value,
    labelMode: Value,
    names: Value,
    batchSize: Value,
    _length: Value,
    _shuffle: Value,
    _seed: Value,
    _split: Value,
    subset: Value,
  ) => fromFiles(component([], 'string'), { labels, labelMode, classNames: names, batchSize, subset }, context, 'list'),
);

const sounds = pythonFunction(
  'audio_dataset_from_directory(directory, labels="inferred", label_mode="int", class_names=None, batch_size=32, sampling_rate=None, output_sequence_length=None, ragged=False, shuffle=True, seed=None, validation_split=None, subset=None, follow_links=False, verbose=True)',
  (
    context,
    _directory: Value,
    labels: Value,
    labelMode: Value,
    names: Value,
    batchSize: Value,
    _rate: Value,
    length: Value,
    ragged: Value,
    _shuffle: Value,
    _seed: Value,
    _split: Value,
    subset: Value,
  ) => {
    const truth = context.truth(ragged);
    const steps = length.kind === 'None' ? dynamic() : (dimensionOf(length) ?? dynamic());
    // What comes of files of different lengths is no tensor.
    const sample =
      truth === false ? component([steps, dynamic()], 'float32') : context.unknown('ragged tensors are not followed');
    return fromFiles(sample, { labels, labelMode, classNames: names, batchSize, subset }, context, 'tuple');
  },
);

/** By their names in `keras.utils`; in `keras.preprocessing` they are the same. */
const FUNCTIONS: ReadonlyMap<string, NativeFunction> = new Map([images, texts, sounds].map((one) => [one.name, one]));

export function directoryFunction(name: string): Value | undefined {
  const [, own] = /^keras\.(?:utils|preprocessing|preprocessing\.image|preprocessing\.text)\.(\w+)$/.exec(name) ?? [];
  return own === undefined ? undefined : FUNCTIONS.get(own);
}
