/** Pictures: read from files, and turned into arrays. */
import type { Dimension } from '../../../shapes/dimension';
import { hasRank } from '../../../shapes/shape';
import type { Context } from '../../../values/context';
import { numpyArray } from '../../../values/tensor';
import type { Value } from '../../../values/value';
import { dtypeOf } from '../../dtypes';
import { pythonFunction } from '../../native';
import { sequenceItems } from '../../params';
import { PicturePayload, pictureOf, pictureValue, unknownSide } from '../../pictures/picture';
import { dimensionOf } from '../../tensorflow/tensor-shape';
import { settingsOf } from '../settings';

/** A picture with so many channels; of one with any other number nothing is known. */
function picture(height: Dimension, width: Dimension, channels: Dimension): Value {
  const mode = ({ 1: 'L', 3: 'RGB', 4: 'RGBA' } as Readonly<Record<number, string>>)[channels as number];
  return pictureValue(new PicturePayload(height, width, mode ?? null));
}

const loadImage = pythonFunction(
  'load_img(path, color_mode="rgb", target_size=None, interpolation="nearest", keep_aspect_ratio=False)',
  (context, _path: Value, mode: Value, size: Value) => {
    const channels = mode.kind === 'str' ? { rgb: 3, rgba: 4, grayscale: 1 }[mode.value] : undefined;
    if (channels === undefined) return context.unknown('the color mode is not known');
    const items = sequenceItems(size);
    const [height, width] = (items ?? []).map(dimensionOf);
    if (size.kind !== 'None' && (height === undefined || width === undefined)) {
      return context.unknown('the size of the picture is not known');
    }
    return picture(height ?? unknownSide(), width ?? unknownSide(), channels);
  },
);

export function inFormat(
  height: Dimension,
  width: Dimension,
  channels: Dimension,
  first: boolean,
): readonly Dimension[] {
  return first ? [channels, height, width] : [height, width, channels];
}

/** Whether channels come first: as the call says, or as is set for all. */
export function channelsFirst(format: Value, context: Context): boolean | null {
  if (format.kind === 'str') return format.value === 'channels_first';
  if (format.kind !== 'None') return null;
  const set = settingsOf(context).imageDataFormat.value;
  return set === null ? null : set === 'channels_first';
}

const toArray = pythonFunction(
  'img_to_array(img, data_format=None, dtype=None)',
  (context, image: Value, format: Value, type: Value) => {
    const dtype = type.kind === 'None' ? settingsOf(context).floatx.value : (dtypeOf(type) ?? '?');
    const first = channelsFirst(format, context);
    const found = pictureOf(image);
    if (found && first !== null) {
      return numpyArray(inFormat(found.height, found.width, found.channels, first), dtype);
    }
    if (image.kind === 'tensor' && image.library === 'numpy' && hasRank(image.shape) && first !== null) {
      const [height, width, ...more] = image.shape;
      if (image.shape.length === 3) return numpyArray(image.shape, dtype);
      if (more.length === 0 && height !== undefined && width !== undefined) {
        return numpyArray(inFormat(height, width, 1, first), dtype);
      }
    }
    return context.unknown('the size of the picture is not known');
  },
);

const toImage = pythonFunction(
  'array_to_img(x, data_format=None, scale=True, dtype=None)',
  (context, x: Value, format: Value) => {
    const first = channelsFirst(format, context);
    if (x.kind !== 'tensor' || !hasRank(x.shape) || x.shape.length !== 3 || first === null) {
      return context.unknown('the size of the picture is not known');
    }
    const [a, b, c] = x.shape as [Dimension, Dimension, Dimension];
    return first ? picture(b, c, a) : picture(a, b, c);
  },
);

const FUNCTIONS: Readonly<Record<string, Value>> = {
  load_img: loadImage,
  img_to_array: toArray,
  array_to_img: toImage,
};

export function pictureFunction(name: string): Value | undefined {
  const [, own] = /^keras\.(?:utils|preprocessing\.image|utils\.image_utils)\.(\w+)$/.exec(name) ?? [];
  return own === undefined ? undefined : FUNCTIONS[own];
}
