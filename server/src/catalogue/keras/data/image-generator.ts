/** `ImageDataGenerator`: batches of pictures from arrays, directories and tables (keras.src.legacy.preprocessing.image). */
import { type Dimension, isKnown, subtract, unknownDimension } from '../../../shapes/dimension';
import type { DType } from '../../../shapes/dtype';
import { formatShape, hasRank } from '../../../shapes/shape';
import type { Context } from '../../../values/context';
import { numpyArray } from '../../../values/tensor';
import {
  ClassValue,
  DictValue,
  dimensionValue,
  InstanceValue,
  int,
  ListValue,
  NONE,
  type Payload,
  tuple,
  type Value,
} from '../../../values/value';
import { dtypeOf } from '../../dtypes';
import { failure, refusal } from '../../failure';
import { declaredIdentity, named, pythonFunction } from '../../native';
import { comparable } from '../../numbers';
import { sequenceItems } from '../../params';
import { component, normalized } from '../../tensorflow/data/elements';
import { countOf } from '../../tensorflow/data/transforming';
import { settingsOf } from '../settings';
import { BATCHES, batchesOf } from './batches';
import { channelsOf, classesGiven, sidesOf } from './directories';
import { channelsFirst, inFormat } from './pictures';

class GeneratorPayload implements Payload {
  readonly type = 'image-generator';
  constructor(
    readonly dtype: DType,
    readonly format: Value,
    readonly validationSplit: Value,
  ) {}
}

function generatorOf(self: Value): GeneratorPayload | undefined {
  return self.kind === 'instance' && self.payload instanceof GeneratorPayload ? self.payload : undefined;
}

/** Rows of an array that a subset takes: those for validation come first. */
function rowsOf(count: Dimension, { validationSplit }: GeneratorPayload, subset: Value): Dimension {
  if (subset.kind === 'None') return count;
  const share = comparable(validationSplit);
  if (subset.kind !== 'str' || typeof share !== 'object' || !isKnown(count)) {
    return unknownDimension({ text: 'how many rows the subset has is not known' });
  }
  const held = Math.trunc(count * share.number);
  return subset.value === 'validation' ? held : subtract(count, held);
}

function iterator(name: string, sample: Value, samples: Dimension | null, batchSize: Value, context: Context) {
  const cls = name === 'NumpyArrayIterator' ? ARRAYS : name === 'DirectoryIterator' ? DIRECTORY : TABLE;
  return new InstanceValue(context.heap.identity(), cls, batchesOf(sample, samples, countOf(batchSize), context));
}

const [ARRAYS, DIRECTORY, TABLE] = ['NumpyArrayIterator', 'DirectoryIterator', 'DataFrameIterator'].map(
  (name) => new ClassValue(declaredIdentity(), name, 'keras.preprocessing.image', [BATCHES], []),
) as [ClassValue, ClassValue, ClassValue];

function flow(generator: GeneratorPayload, given: readonly Value[], context: Context): Value {
  const [x = NONE, y = NONE, batchSize = NONE, weight = NONE, subset = NONE] = given;
  // Arrays beside the pictures come in a list with them.
  const [pictures = NONE, more] = x.kind === 'tuple' || x.kind === 'list' ? (sequenceItems(x) ?? []) : [x];
  const others = more ? (more.kind === 'list' ? (sequenceItems(more) ?? []) : [more]).map(normalized) : [];
  const images = normalized(pictures);
  if (images.kind !== 'tensor' || !hasRank(images.shape)) return context.unknown('the pictures are not known');
  const [count, ...picture] = images.shape;
  const refuse = (code: string, message: string) =>
    context.refuse(refusal(failure(code, message), 'call'), context.unknown('the pictures are refused'));
  if (images.shape.length !== 4) {
    return refuse('wrong-rank', `\`flow\` takes pictures of rank 4, and these are ${formatShape(images.shape)}`);
  }
  const beside = [y, weight].filter((one) => one.kind !== 'None').map(normalized);
  const items: Value[] = [component(picture, generator.dtype)];
  for (const one of [...others, ...beside]) {
    if (one.kind !== 'tensor' || !hasRank(one.shape)) {
      items.push(one.kind === 'unknown' ? one : context.unknown('the labels are not known'));
      continue;
    }
    const [rows, ...rest] = one.shape;
    if (rows !== undefined && count !== undefined && isKnown(rows) && isKnown(count) && rows !== count) {
      return refuse('incompatible-shapes', `there are ${count} pictures and ${rows} labels`);
    }
    items.push(component(rest, one.dtype));
  }
  const inputs = items.slice(0, 1 + others.length);
  const parts = [others.length > 0 ? new ListValue(inputs) : (inputs[0] as Value), ...items.slice(inputs.length)];
  const sample = parts.length === 1 ? (parts[0] as Value) : tuple(parts);
  return iterator('NumpyArrayIterator', sample, rowsOf(count as Dimension, generator, subset), batchSize, context);
}

/** What pictures from files are, and their labels. */
interface Pictures {
  readonly size: Value;
  readonly colors: Value;
  readonly classes: Value;
  readonly mode: Value;
  readonly batchSize: Value;
  /** The column, or columns, of a table that labels stand in. */
  readonly column?: Value;
  /** The column of a table that weights stand in. */
  readonly weight?: Value;
}

function fromFiles(name: string, generator: GeneratorPayload, pictures: Pictures, context: Context): Value {
  const first = channelsFirst(generator.format, context);
  if (first === null) return context.unknown('the data format is not known');
  const [height, width] = pictures.size.kind === 'None' ? [256, 256] : sidesOf(pictures.size);
  const sides = inFormat(height, width, channelsOf(pictures.colors), first);
  const image = component(sides, generator.dtype);
  const label = labelOf(generator, image, pictures, context);
  const weights = pictures.weight && pictures.weight.kind !== 'None' ? [component([], '?')] : [];
  const sample = label === null ? image : tuple([image, label, ...weights]);
  const made = iterator(name, sample, null, pictures.batchSize, context);
  const why = context.because('it depends on the files');
  const open = (text: string) => unknownDimension({ text });
  const files = open('how many pictures there are is not known');
  const attributes: readonly (readonly [string, Value])[] = [
    ['image_shape', tuple(sides.map(dimensionValue))],
    ['target_size', tuple([height, width].map(dimensionValue))],
    ['num_classes', dimensionValue(classesGiven(pictures.classes))],
    ['class_indices', indicesOf(pictures.classes, context)],
    ['class_mode', pictures.mode],
    ['color_mode', pictures.colors],
    ['classes', numpyArray([files], 'int32')],
    ['labels', numpyArray([files], 'int32')],
    ['filenames', new ListValue([], why)],
    ['filepaths', new ListValue([], why)],
  ];
  for (const [attribute, content] of attributes) made.attributes.declare(attribute, content);
  return made;
}

function indicesOf(classes: Value, context: Context): Value {
  const items = sequenceItems(classes);
  if (!items) return new DictValue([], { uncertain: context.because('the names of the classes are not known') });
  return new DictValue(items.map((key, i) => [context.hash(key) ?? String(i), { key, value: int(i) }] as const));
}

/** Labels of a sample; null where there are none. */
function labelOf({ dtype }: GeneratorPayload, image: Value, pictures: Pictures, context: Context): Value | null {
  const { mode, classes, column } = pictures;
  if (mode.kind === 'None') return null;
  switch (mode.kind === 'str' ? mode.value : '') {
    case 'categorical':
      return component([classesGiven(classes)], dtype);
    case 'binary':
    case 'sparse':
      return component([], dtype);
    case 'input':
      return image;
    case 'raw':
    case 'other': {
      const columns = column && sequenceItems(column);
      if (!columns && column?.kind !== 'str') return context.unknown('the columns of the labels are not known');
      return component(columns ? [columns.length] : [], '?');
    }
    case 'multi_output': {
      const columns = column && sequenceItems(column);
      if (!columns) return context.unknown('the columns of the labels are not known');
      return new ListValue(columns.map(() => component([], '?')));
    }
    default:
      return context.unknown('the kind of labels is not followed');
  }
}

const NOT_GENERATOR = 'the generator is not known';

/** Methods that give one picture like the one they are given. */
const SAME = ['random_transform(self, x, seed=None)', 'standardize(self, x)', 'apply_transform(self, x, parameters)'];

/** Kept for all runs: its members are never written to. */
export const IMAGE_DATA_GENERATOR = new ClassValue(
  declaredIdentity(),
  'ImageDataGenerator',
  'keras.preprocessing.image',
  [],
  named(
    pythonFunction(
      '__init__(self, featurewise_center=False, samplewise_center=False, featurewise_std_normalization=False, samplewise_std_normalization=False, zca_whitening=False, zca_epsilon=1e-06, rotation_range=0, width_shift_range=0.0, height_shift_range=0.0, brightness_range=None, shear_range=0.0, zoom_range=0.0, channel_shift_range=0.0, fill_mode="nearest", cval=0.0, horizontal_flip=False, vertical_flip=False, rescale=None, preprocessing_function=None, data_format=None, validation_split=0.0, interpolation_order=1, dtype=None, **kwargs)',
      (context, self: Value, ...values: Value[]) => {
        const [format = NONE, split = NONE, , type = NONE] = values.slice(19);
        const dtype = type.kind === 'None' ? settingsOf(context).floatx.value : (dtypeOf(type) ?? '?');
        if (self.kind === 'instance') self.setPayload(context.heap, new GeneratorPayload(dtype, format, split));
        return NONE;
      },
    ),
    pythonFunction(
      'flow(self, x, y=None, batch_size=32, shuffle=True, sample_weight=None, seed=None, save_to_dir=None, save_prefix="", save_format="png", ignore_class_split=False, subset=None)',
      (context, self: Value, ...values: Value[]) => {
        const generator = generatorOf(self);
        const [x = NONE, y = NONE, size = NONE, , weight = NONE, , , , , , subset = NONE] = values;
        return generator ? flow(generator, [x, y, size, weight, subset], context) : context.unknown(NOT_GENERATOR);
      },
    ),
    pythonFunction(
      'flow_from_directory(self, directory, target_size=None, color_mode="rgb", classes=None, class_mode="categorical", batch_size=32, shuffle=True, seed=None, save_to_dir=None, save_prefix="", save_format="png", follow_links=False, subset=None, interpolation="nearest", keep_aspect_ratio=False)',
      (
        context,
        self: Value,
        _directory: Value,
        size: Value,
        colors: Value,
        classes: Value,
        mode: Value,
        batchSize: Value,
      ) => {
        const generator = generatorOf(self);
        if (!generator) return context.unknown(NOT_GENERATOR);
        return fromFiles('DirectoryIterator', generator, { size, colors, classes, mode, batchSize }, context);
      },
    ),
    pythonFunction(
      'flow_from_dataframe(self, dataframe, directory=None, x_col="filename", y_col="class", weight_col=None, target_size=None, color_mode="rgb", classes=None, class_mode="categorical", batch_size=32, shuffle=True, seed=None, save_to_dir=None, save_prefix="", save_format="png", subset=None, interpolation="nearest", validate_filenames=True, **kwargs)',
      (
        context,
        self: Value,
        _table: Value,
        _directory: Value,
        _x: Value,
        column: Value,
        weight: Value,
        size: Value,
        colors: Value,
        classes: Value,
        mode: Value,
        batchSize: Value,
      ) => {
        const generator = generatorOf(self);
        if (!generator) return context.unknown(NOT_GENERATOR);
        const pictures = { size, colors, classes, mode, batchSize, column, weight };
        return fromFiles('DataFrameIterator', generator, pictures, context);
      },
    ),
    pythonFunction('fit(self, x, augment=False, rounds=1, seed=None)', () => NONE),
    ...SAME.map((declaration) =>
      pythonFunction(declaration, (context, _self: Value, x: Value) => {
        if (x.kind !== 'tensor') return context.unknown('the picture is not known');
        return numpyArray(x.shape, '?');
      }),
    ),
    pythonFunction('get_random_transform(self, img_shape, seed=None)', (context) =>
      context.unknown('what is drawn is not followed'),
    ),
  ),
);

export function imageGeneratorClass(name: string): Value | undefined {
  return name === 'keras.preprocessing.image.ImageDataGenerator' || name === 'keras.utils.ImageDataGenerator'
    ? IMAGE_DATA_GENERATOR
    : undefined;
}
