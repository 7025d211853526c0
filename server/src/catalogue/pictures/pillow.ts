/** `PIL.Image`: pictures from files and arrays. */
import type { Dimension } from '../../shapes/dimension';
import { hasRank } from '../../shapes/shape';
import type { NativeFunction, Value } from '../../values/value';
import { pythonFunction } from '../native';
import { sequenceItems } from '../params';
import { dimensionOf } from '../tensorflow/tensor-shape';
import { PicturePayload, pictureOf, pictureValue, unknownSide } from './picture';

const BY_CHANNELS: Readonly<Record<number, string>> = { 2: 'LA', 3: 'RGB', 4: 'RGBA' };
const GRAY: Readonly<Record<string, string>> = { uint8: 'L', bool: '1', float32: 'F', float64: 'F', int32: 'I' };

function fromArray(array: Value): PicturePayload | null {
  if (array.kind !== 'tensor' || !hasRank(array.shape)) return null;
  const [height, width, channels, ...more] = array.shape;
  if (height === undefined || width === undefined || more.length > 0) return null;
  const mode = channels === undefined ? GRAY[array.dtype] : BY_CHANNELS[channels as number];
  return new PicturePayload(height, width, mode ?? null);
}

const functions: readonly NativeFunction[] = [
  pythonFunction('open(fp, mode="r", formats=None)', () =>
    pictureValue(new PicturePayload(unknownSide(), unknownSide(), null)),
  ),
  pythonFunction('new(mode, size, color=0)', (_context, mode: Value, size: Value) => {
    const [width, height] = (sequenceItems(size) ?? []).map(dimensionOf) as (Dimension | undefined)[];
    return pictureValue(
      new PicturePayload(height ?? unknownSide(), width ?? unknownSide(), mode.kind === 'str' ? mode.value : null),
    );
  }),
  pythonFunction('fromarray(obj, mode=None)', (context, array: Value, mode: Value) => {
    const found = fromArray(array);
    if (!found) return context.unknown('the array of the picture is not known');
    if (mode.kind === 'None') return pictureValue(found);
    return pictureValue(new PicturePayload(found.height, found.width, mode.kind === 'str' ? mode.value : null));
  }),
];

/** Functions of `PIL.ImageOps` that keep the size. */
const keeping = ['autocontrast', 'equalize', 'flip', 'invert', 'mirror', 'posterize', 'solarize'].map((name) =>
  pythonFunction(`${name}(image, *args, **kwargs)`, (context, image: Value) => {
    const found = pictureOf(image);
    return found ? pictureValue(found) : context.unknown('it is no picture');
  }),
);

const grayscale = pythonFunction('grayscale(image)', (context, image: Value) => {
  const found = pictureOf(image);
  return found ? pictureValue(new PicturePayload(found.height, found.width, 'L')) : context.unknown('it is no picture');
});

export const pillow: readonly (readonly [string, Value])[] = [
  ...functions.map((one) => [`PIL.Image.${one.name}`, one] as const),
  ...[...keeping, grayscale].map((one) => [`PIL.ImageOps.${one.name}`, one] as const),
];
