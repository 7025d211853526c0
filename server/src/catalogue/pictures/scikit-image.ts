/** Pictures as arrays in `skimage`, `scipy`, `imageio` and `matplotlib`. */
import { type Dimension, isKnown } from '../../shapes/dimension';
import { hasRank, unknownShape } from '../../shapes/shape';
import { numpyArray } from '../../values/tensor';
import { type NativeFunction, unknown, type Value } from '../../values/value';
import { nativeFunction, pythonFunction } from '../native';
import { sequenceItems } from '../params';
import { dimensionOf } from '../tensorflow/tensor-shape';
import { unknownSide } from './picture';

/** Sizes of the first axes; those behind stay. */
function resized(image: Value, size: Value): readonly Dimension[] | null {
  const wanted = sequenceItems(size)?.map((item) => {
    const side = dimensionOf(item);
    return side !== undefined && isKnown(side) ? side : unknownSide();
  });
  if (!wanted || image.kind !== 'tensor' || !hasRank(image.shape)) return null;
  return [...wanted, ...image.shape.slice(wanted.length)];
}

const resize = pythonFunction(
  'resize(image, output_shape, order=None, **kwargs)',
  (_context, image: Value, size: Value) => {
    const shape = resized(image, size);
    if (!shape || image.kind !== 'tensor') return unknown({ text: 'the picture is not known' });
    return numpyArray(shape, image.dtype === 'float32' ? 'float32' : image.dtype === '?' ? '?' : 'float64');
  },
);

const imresize = pythonFunction(
  'imresize(arr, size, interp="bilinear", mode=None)',
  (_context, image: Value, size: Value) => {
    const shape = resized(image, size);
    return shape ? numpyArray(shape, 'uint8') : unknown({ text: 'the picture is not known' });
  },
);

const toGray = pythonFunction('rgb2gray(rgb, **kwargs)', (_context, image: Value) => {
  if (image.kind !== 'tensor' || !hasRank(image.shape)) return unknown({ text: 'the picture is not known' });
  return numpyArray(image.shape.slice(0, -1), '?');
});

const toColors = pythonFunction('gray2rgb(image, **kwargs)', (_context, image: Value) => {
  if (image.kind !== 'tensor' || !hasRank(image.shape)) return unknown({ text: 'the picture is not known' });
  return numpyArray([...image.shape, 3], image.dtype);
});

const READERS = [
  'skimage.io.imread',
  'imageio.imread',
  'imageio.v2.imread',
  'imageio.v3.imread',
  'matplotlib.image.imread',
  'matplotlib.pyplot.imread',
  'scipy.misc.imread',
  'scipy.ndimage.imread',
];

/** A file may hold colors or none. */
const read: NativeFunction = nativeFunction('imread', null, () =>
  numpyArray(unknownShape({ text: 'it is not known whether the picture has colors' }), '?'),
);

export const scikitImage: readonly (readonly [string, Value])[] = [
  ['skimage.transform.resize', resize],
  ['skimage.color.rgb2gray', toGray],
  ['skimage.color.gray2rgb', toColors],
  ['scipy.misc.imresize', imresize],
  ...READERS.map((name) => [name, read] as const),
];
