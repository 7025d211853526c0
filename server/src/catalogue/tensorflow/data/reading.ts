/** What files and records hold, as far as calls of TensorFlow say it: `tf.io`, `tf.image.decode_jpeg`. */
import { type Dimension, dynamic, unknownDimension } from '../../../shapes/dimension';
import type { DType } from '../../../shapes/dtype';
import { hasRank, type Shape, unknownShape } from '../../../shapes/shape';
import type { Context } from '../../../values/context';
import { TensorValue } from '../../../values/tensor';
import {
  ClassValue,
  DictValue,
  ListValue,
  type NativeFunction,
  NONE,
  type Payload,
  tuple,
  type Value,
} from '../../../values/value';
import { dtypeOf } from '../../dtypes';
import { declaredIdentity, named, pythonFunction } from '../../native';
import { integerOf, sequenceItems } from '../../params';
import { readShape } from './tensor-spec';

/** A size that only a run tells: a graph calls it None. */
function open(symbolic: boolean, why: string): Dimension {
  return symbolic ? dynamic() : unknownDimension({ text: why });
}

function isSymbolic(value: Value | undefined): boolean {
  return value?.kind === 'tensor' && value.symbolic;
}

function made(symbolic: boolean, shape: Shape, dtype: DType): TensorValue {
  return new TensorValue({ library: 'tensorflow', symbolic, shape, dtype });
}

const SIZE = 'the size of a picture in a file is not known';

/** A picture of a file: its sides are not known, its channels are those asked for. */
function picture(contents: Value, channels: Value, type: Value, context: Context): Value {
  const symbolic = isSymbolic(contents);
  const asked = channels.kind === 'None' ? 0 : integerOf(channels);
  if (asked === undefined) return context.unknown('the number of channels is not known');
  const last = asked === 0 ? open(symbolic, 'how many channels a picture in a file has is not known') : asked;
  const dtype = type.kind === 'None' ? 'uint8' : (dtypeOf(type) ?? '?');
  return made(symbolic, [open(symbolic, SIZE), open(symbolic, SIZE), last], dtype);
}

const decoders: readonly (readonly [names: readonly string[], NativeFunction])[] = [
  [
    ['io.decode_jpeg', 'image.decode_jpeg'],
    pythonFunction(
      'decode_jpeg(contents, channels=0, ratio=1, fancy_upscaling=True, try_recover_truncated=False, acceptable_fraction=1, dct_method="", name=None)',
      (context, contents: Value, channels: Value) => picture(contents, channels, NONE, context),
    ),
  ],
  [
    ['io.decode_png', 'image.decode_png'],
    pythonFunction(
      'decode_png(contents, channels=0, dtype="uint8", name=None)',
      (context, contents: Value, channels: Value, type: Value) => picture(contents, channels, type, context),
    ),
  ],
  [
    ['io.decode_bmp', 'image.decode_bmp'],
    pythonFunction('decode_bmp(contents, channels=0, name=None)', (context, contents: Value, channels: Value) =>
      picture(contents, channels, NONE, context),
    ),
  ],
  [
    ['io.decode_image', 'image.decode_image'],
    pythonFunction(
      'decode_image(contents, channels=None, dtype="uint8", name=None, expand_animations=True)',
      (context, contents: Value, channels: Value, type: Value, _name: Value, expand: Value) => {
        if (context.truth(expand) === false) return picture(contents, channels, type, context);
        const why = 'a file may hold an animation, which has an axis more';
        return made(isSymbolic(contents), unknownShape({ text: why }), dtypeOf(type) ?? '?');
      },
    ),
  ],
  [
    ['io.read_file'],
    pythonFunction('read_file(filename, name=None)', (_context, file: Value) => made(isSymbolic(file), [], 'string')),
  ],
  [
    ['io.parse_tensor'],
    pythonFunction('parse_tensor(serialized, out_type, name=None)', (_context, serialized: Value, type: Value) =>
      made(isSymbolic(serialized), unknownShape({ text: 'what a record holds is not known' }), dtypeOf(type) ?? '?'),
    ),
  ],
  [
    ['audio.decode_wav'],
    pythonFunction(
      'decode_wav(contents, desired_channels=-1, desired_samples=-1, name=None)',
      (_context, contents: Value, channels: Value, samples: Value) => {
        const symbolic = isSymbolic(contents);
        const size = (value: Value): Dimension => {
          const asked = integerOf(value);
          return asked === undefined || asked < 0
            ? open(symbolic, 'how long a sound in a file is is not known')
            : asked;
        };
        return tuple([made(symbolic, [size(samples), size(channels)], 'float32'), made(symbolic, [], 'int32')]);
      },
    ),
  ],
];

// ---------------------------------------------------------------- records

class FeaturePayload implements Payload {
  readonly type = 'feature';
  constructor(
    /** Null where it gives no tensor of a fixed shape. */
    readonly shape: Shape | null,
    readonly dtype: DType,
  ) {}
}

function featureClass(name: string, parameters: string, shape: (given: Value) => Shape | null): ClassValue {
  return new ClassValue(
    declaredIdentity(),
    name,
    'tensorflow.io',
    [],
    named(
      pythonFunction(`__init__(self, ${parameters})`, (context, self: Value, first: Value, second: Value) => {
        const [sizes, type] = parameters.startsWith('shape') ? [first, second] : [NONE, first];
        if (self.kind === 'instance') {
          self.setPayload(context.heap, new FeaturePayload(shape(sizes), dtypeOf(type) ?? '?'));
        }
        return NONE;
      }),
    ),
  );
}

const FEATURES: readonly ClassValue[] = [
  featureClass('FixedLenFeature', 'shape, dtype, default_value=None', readShape),
  featureClass('FixedLenSequenceFeature', 'shape, dtype, allow_missing=False, default_value=None', (given) => {
    const shape = readShape(given);
    return hasRank(shape) ? [dynamic(), ...shape] : shape;
  }),
  featureClass('VarLenFeature', 'dtype', () => null),
];

/** The tensors that features of a record say; `rows` of them where many records are read at once. */
function parsed(features: Value, symbolic: boolean, rows: readonly Dimension[], context: Context): Value {
  if (features.kind !== 'dict' || features.uncertain) return context.unknown('the features are not known');
  return new DictValue(
    [...features.entries].map(([hash, { key, value }]) => {
      const feature = value.kind === 'instance' && value.payload instanceof FeaturePayload ? value.payload : null;
      if (!feature?.shape) return [hash, { key, value: context.unknown('sparse tensors are not followed') }] as const;
      const { shape, dtype } = feature;
      return [hash, { key, value: made(symbolic, hasRank(shape) ? [...rows, ...shape] : shape, dtype) }] as const;
    }),
  );
}

const records: readonly NativeFunction[] = [
  pythonFunction(
    'parse_single_example(serialized, features, example_names=None, name=None)',
    (context, serialized: Value, features: Value) => parsed(features, isSymbolic(serialized), [], context),
  ),
  pythonFunction(
    'parse_example(serialized, features, example_names=None, name=None)',
    (context, serialized: Value, features: Value) => {
      if (serialized.kind !== 'tensor' || !hasRank(serialized.shape))
        return context.unknown('the records are not known');
      return parsed(features, serialized.symbolic, serialized.shape, context);
    },
  ),
];

/** A function of Python's in a graph: only the element types of what it gives are known. */
function wrapping(name: string, parameters: string): NativeFunction {
  return pythonFunction(`${name}(${parameters}, name=None)`, (_context, _callee: Value, inputs: Value, type: Value) => {
    const symbolic = (sequenceItems(inputs) ?? []).some(isSymbolic);
    const why = { text: 'what a function of Python gives in a graph is not known there' };
    const one = (given: Value) => made(symbolic, unknownShape(why), dtypeOf(given) ?? '?');
    const types = sequenceItems(type);
    return types ? new ListValue(types.map(one)) : one(type);
  });
}

const pyFunction = wrapping('py_function', 'func=None, inp=None, Tout=None');
const numpyFunction = wrapping('numpy_function', 'func=None, inp=None, Tout=None, stateful=True');

const NAMES: ReadonlyMap<string, Value> = new Map<string, Value>([
  ...decoders.flatMap(([names, one]) => names.map((name) => [name, one] as const)),
  ...FEATURES.map((one) => [`io.${one.name}`, one] as const),
  ...records.map((one) => [`io.${one.name}`, one] as const),
  ['py_function', pyFunction],
  ['numpy_function', numpyFunction],
]);

export function readingName(name: string): Value | undefined {
  return NAMES.get(name);
}
