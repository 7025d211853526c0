/** `tf.image` */
import { replaced } from '../../../shapes/axes';
import { type Dimension, dynamic, isDynamic, isKnown, unknownDimension } from '../../../shapes/dimension';
import { refuse } from '../../../shapes/problem';
import { formatShape, hasRank } from '../../../shapes/shape';
import { windowOutput } from '../../../shapes/windows';
import { FALSE, float, int, NONE, str, type Value } from '../../../values/value';
import { type OpDefinition, tensorOf } from '../../ops/define-op';
import { other } from '../../ops/elementwise/unary';
import { NotKnown, type Operand } from '../../ops/operand';
import { integer, type OpParam, size, tensorOrNumber } from '../../ops/params';
import { anything, flag, sequenceItems } from '../../params';
import { tensorflowOp } from './define';
import { requiredDType } from './dtypes';
import { tensorflowShape } from './shaping';

type Sizes = readonly Dimension[];
const any = () => tensorOrNumber({ lists: true });

/** Height, width and channels of an image or of a batch. */
function checkImage(images: Operand, callee: string): void {
  if (images.rank === 3 || images.rank === 4) return;
  refuse(
    'wrong-rank',
    `${callee} takes an image (3 dimensions) or a batch (4), and ${formatShape(images.shape)} has ${images.rank}`,
    {
      facts: { expected: 4, actual: images.rank },
    },
  );
}

function withSides(shape: Sizes, height: Dimension, width: Dimension): Sizes {
  return replaced(replaced(shape, shape.length - 3, height), shape.length - 2, width);
}

const resize = tensorflowOp({
  name: 'image.resize',
  summary: 'Images in another height and width.',
  params: {
    images: any(),
    size: tensorflowShape(),
    method: anything(str('bilinear')),
    preserve_aspect_ratio: flag(false),
    antialias: other(FALSE),
  },
  output: ({ args: { images, size: to, method, preserve_aspect_ratio: keeps }, callee }) => {
    checkImage(images, callee);
    const type =
      method.kind === 'unknown' ? '?' : method.kind === 'str' && method.value === 'nearest' ? images.dtype : 'float32';
    if (!hasRank(to))
      return tensorOf(withSides(images.shape, unknownDimension(to.reason), unknownDimension(to.reason)), type);
    const [height, width] = to;
    if (height === undefined || width === undefined || to.length !== 2) {
      return refuse('invalid-argument', '`size` must be a height and a width', { parameter: 'size' });
    }
    if (!keeps) return tensorOf(withSides(images.shape, height, width), type);
    const [own, wide] = images.shape.slice(-3, -1) as [Dimension, Dimension];
    if (!isKnown(own) || !isKnown(wide) || !isKnown(height) || !isKnown(width)) {
      return tensorOf(withSides(images.shape, dynamic(), dynamic()), type);
    }
    const scale = Math.min(height / own, width / wide);
    return tensorOf(withSides(images.shape, Math.round(own * scale), Math.round(wide * scale)), type);
  },
});

/** Version 1's, by the kind of interpolation where the name says it. */
function resizeOfVersion1(name: string, kind: string | null): OpDefinition {
  const { output } = resize;
  return tensorflowOp({
    name: `compat.v1.image.${name}`,
    aliases: name === 'resize_images' ? ['compat.v1.image.resize'] : [],
    summary: 'Images in another height and width, by version 1 of TensorFlow.',
    params: {
      images: any(),
      size: tensorflowShape(),
      ...(kind === null
        ? { method: anything(int(0)), align_corners: other(FALSE), preserve_aspect_ratio: flag(false) }
        : { align_corners: other(FALSE), half_pixel_centers: other(FALSE) }),
    } as { readonly images: ReturnType<typeof any>; readonly size: ReturnType<typeof tensorflowShape> },
    output: (question) => {
      const method = kind === null ? ((question.args as { method?: Value }).method ?? NONE) : str(kind);
      // 1 is what version 1 calls `nearest`.
      const isNearest = method.kind === 'int' && Number(method.value) === 1;
      const keeps = (question.args as { preserve_aspect_ratio?: boolean }).preserve_aspect_ratio ?? false;
      const asked = { ...question.args, preserve_aspect_ratio: keeps, method: isNearest ? str('nearest') : method };
      return output({ ...question, args: asked } as never);
    },
  });
}

/** How many boxes stay is seen in a run only. */
const nonMaxSuppression = tensorflowOp({
  name: 'image.non_max_suppression',
  summary: 'Where the best boxes are of those that overlap.',
  params: {
    boxes: any(),
    scores: any(),
    max_output_size: other(null),
    iou_threshold: other(float(0.5)),
    score_threshold: other(float(Number.NEGATIVE_INFINITY)),
  },
  output: ({ mode, callee }) => {
    const open = { text: `how many boxes ${callee} keeps depends on their values` };
    return tensorOf([mode === 'eager' ? unknownDimension(open) : dynamic()], 'int32');
  },
});

interface Kept {
  readonly name: string;
  /** Its first parameter: `image` where left out. */
  readonly first?: 'images';
  readonly more?: Readonly<Record<string, Value | null>>;
  readonly shape?: (shape: Sizes, callee: string) => Sizes;
  /** Any rank from 3 on. */
  readonly free?: boolean;
}

const turned = (shape: Sizes): Sizes => withSides(shape, shape.at(-2) as Dimension, shape.at(-3) as Dimension);

function channels(shape: Sizes, taken: number, left: number, callee: string): Sizes {
  const own = shape.at(-1) as Dimension;
  if (isKnown(own) && own !== taken) {
    refuse('incompatible-shapes', `${callee} takes ${taken} channels, and the image has ${own}`);
  }
  return replaced(shape, shape.length - 1, left);
}

const kept: readonly Kept[] = [
  ...['flip_left_right', 'flip_up_down'].map((name) => ({ name })),
  ...['random_flip_left_right', 'random_flip_up_down'].map((name) => ({ name, more: { seed: NONE } })),
  { name: 'per_image_standardization', free: true },
  { name: 'transpose', shape: turned },
  { name: 'rgb_to_grayscale', first: 'images', shape: (shape, callee) => channels(shape, 3, 1, callee), free: true },
  { name: 'grayscale_to_rgb', first: 'images', shape: (shape, callee) => channels(shape, 1, 3, callee), free: true },
  { name: 'rgb_to_hsv', first: 'images', shape: (shape, callee) => channels(shape, 3, 3, callee), free: true },
  { name: 'hsv_to_rgb', first: 'images', shape: (shape, callee) => channels(shape, 3, 3, callee), free: true },
  { name: 'rgb_to_yuv', first: 'images', shape: (shape) => shape, free: true },
  { name: 'adjust_brightness', more: { delta: null }, free: true },
  { name: 'adjust_contrast', first: 'images', more: { contrast_factor: null }, free: true },
  { name: 'adjust_gamma', more: { gamma: int(1), gain: int(1) }, free: true },
  { name: 'adjust_hue', more: { delta: null }, shape: (shape, callee) => channels(shape, 3, 3, callee), free: true },
  {
    name: 'adjust_saturation',
    more: { saturation_factor: null },
    shape: (shape, callee) => channels(shape, 3, 3, callee),
    free: true,
  },
  { name: 'random_brightness', more: { max_delta: null, seed: NONE }, free: true },
  { name: 'random_contrast', more: { lower: null, upper: null, seed: NONE }, free: true },
  { name: 'random_hue', more: { max_delta: null, seed: NONE }, free: true },
  { name: 'random_saturation', more: { lower: null, upper: null, seed: NONE }, free: true },
  { name: 'sobel_edges', shape: (shape) => [...shape, 2] },
];

const keptOps = kept.map(({ name, first = 'image', more = {}, shape = (all) => all, free = false }) =>
  tensorflowOp({
    name: `image.${name}`,
    summary: `\`tf.image.${name}\``,
    params: {
      [first]: any(),
      ...Object.fromEntries(Object.entries(more).map(([key, value]) => [key, other(value)])),
    } as never,
    output: ({ args, callee }) => {
      const image = (args as Readonly<Record<string, Operand>>)[first] as Operand;
      if (
        free
          ? image.rank < (name.includes('rgb') && name !== 'grayscale_to_rgb' ? 1 : 3)
          : name === 'sobel_edges' && image.rank !== 4
      ) {
        checkImage({ rank: 0, shape: image.shape } as Operand, callee);
      }
      if (!free) checkImage(image, callee);
      const type =
        name === 'per_image_standardization' && image.dtype !== 'float16' && image.dtype !== '?'
          ? 'float32'
          : image.dtype;
      return tensorOf(shape(image.shape, callee), type);
    },
  }),
);

const rot90 = tensorflowOp({
  name: 'image.rot90',
  summary: 'Images turned by 90 degrees.',
  params: { image: any(), k: integer(1) },
  output: ({ args: { image, k }, callee, mode }) => {
    checkImage(image, callee);
    const even = ((k % 2) + 2) % 2 === 0;
    // A graph asks k at run time: a side is known only where both are the same.
    if (mode === 'graph') {
      const [height, width] = image.shape.slice(-3, -1) as [Dimension, Dimension];
      const same = isKnown(height) && height === width;
      if (!same) return tensorOf(withSides(image.shape, dynamic(), dynamic()), image.dtype);
    }
    return tensorOf(even ? image.shape : turned(image.shape), image.dtype);
  },
});

function exact(name: string): OpDefinition {
  return tensorflowOp({
    name: `image.${name}`,
    summary: 'Images in another height and width, with borders or cut.',
    params: {
      image: any(),
      target_height: size(),
      target_width: size(),
      ...(name === 'resize_with_pad' ? { method: other(str('bilinear')), antialias: other(FALSE) } : {}),
    } as {
      readonly image: OpParam<Operand>;
      readonly target_height: OpParam<Dimension>;
      readonly target_width: OpParam<Dimension>;
    },
    output: ({ args: { image, target_height: height, target_width: width }, callee }) => {
      checkImage(image, callee);
      const type = name === 'resize_with_pad' ? 'float32' : image.dtype;
      return tensorOf(withSides(image.shape, height, width), type);
    },
  });
}

const boxed = {
  image: any(),
  offset_height: size(),
  offset_width: size(),
  target_height: size(),
  target_width: size(),
};

function box(name: string, crops: boolean): OpDefinition {
  return tensorflowOp({
    name: `image.${name}`,
    summary: crops ? 'A part of images.' : 'Images within borders of zeros.',
    params: boxed,
    output: ({ args, callee }) => {
      const { image } = args;
      checkImage(image, callee);
      const [height, width] = image.shape.slice(-3, -1) as [Dimension, Dimension];
      for (const [side, offset, target] of [
        [height, args.offset_height, args.target_height],
        [width, args.offset_width, args.target_width],
      ] as const) {
        if (!isKnown(side) || !isKnown(offset) || !isKnown(target)) continue;
        const room = crops ? side - offset - target : target - offset - side;
        if (room >= 0 && offset >= 0) continue;
        refuse(
          'negative-dimension',
          crops
            ? `${target} behind ${offset} do not fit into ${side}`
            : `${side} behind ${offset} do not fit into ${target}`,
        );
      }
      return tensorOf(withSides(image.shape, args.target_height, args.target_width), image.dtype);
    },
  });
}

const centralCrop = tensorflowOp({
  name: 'image.central_crop',
  summary: 'The middle of images.',
  params: { image: any(), central_fraction: anything(null) },
  output: ({ args: { image, central_fraction: fraction }, callee }) => {
    checkImage(image, callee);
    if (fraction.kind !== 'float' && fraction.kind !== 'int') throw new NotKnown({ text: 'the fraction is not known' });
    const share = Number(fraction.value);
    const side = (whole: Dimension): Dimension => {
      if (!isKnown(whole)) return isDynamic(whole) ? dynamic() : whole;
      return whole - 2 * Math.trunc((whole - whole * share) / 2);
    };
    if (share === 1) return tensorOf(image.shape, image.dtype);
    const [height, width] = image.shape.slice(-3, -1) as [Dimension, Dimension];
    return tensorOf(withSides(image.shape, side(height), side(width)), image.dtype);
  },
});

const extractPatches = tensorflowOp({
  name: 'image.extract_patches',
  summary: 'Patches of images, each laid into channels.',
  params: {
    images: any(),
    sizes: anything(null),
    strides: anything(null),
    rates: anything(null),
    padding: anything(null),
  },
  output: ({ args: { images, sizes, strides, rates, padding }, callee }) => {
    if (images.rank !== 4) {
      refuse(
        'wrong-rank',
        `${callee} takes a batch of images, and ${formatShape(images.shape)} has ${images.rank} dimensions`,
      );
    }
    const inner = (value: Value): readonly [number, number] => {
      const numbers = sequenceItems(value)?.map((item) => (item.kind === 'int' ? Number(item.value) : null));
      const [, height, width] = numbers ?? [];
      if (numbers?.length !== 4 || typeof height !== 'number' || typeof width !== 'number') {
        throw new NotKnown({ text: 'the sizes of the patches are not known' });
      }
      return [height, width];
    };
    const [kernel, steps, dilation] = [inner(sizes), inner(strides), inner(rates)];
    if (padding.kind !== 'str') throw new NotKnown({ text: 'the padding is not known' });
    const kind = padding.value.toLowerCase() === 'same' ? 'same' : 'valid';
    // With one side open the other is not worked out either.
    const open = images.shape.slice(1, 3).some(isDynamic);
    const spatial = images.shape.slice(1, 3).map((side, i) => {
      const out = windowOutput(side, kernel[i] as number, steps[i] as number, kind, dilation[i] as number);
      return open ? dynamic() : out;
    });
    const depth = images.shape[3] as Dimension;
    const filters = isKnown(depth) ? depth * kernel[0] * kernel[1] : depth;
    return tensorOf([images.shape[0] as Dimension, ...spatial, filters], images.dtype);
  },
});

/** One number for each image of two batches. */
function compared(
  name: string,
  more: Readonly<Record<string, Value | null>>,
  firsts: readonly [string, string],
): OpDefinition {
  const [left, right] = firsts;
  return tensorflowOp({
    name: `image.${name}`,
    summary: 'How alike images are.',
    params: {
      [left]: any(),
      [right]: any(),
      ...Object.fromEntries(Object.entries(more).map(([key, value]) => [key, other(value)])),
    } as Readonly<Record<string, OpParam<unknown>>>,
    output: ({ args }) => {
      const a = args[left] as Operand;
      return tensorOf(a.shape.slice(0, -3), 'float32');
    },
  });
}

const convertImageDType = tensorflowOp({
  name: 'image.convert_image_dtype',
  summary: 'Images in another element type, scaled.',
  params: { image: any(), dtype: requiredDType(), saturate: other(FALSE) },
  output: ({ args: { image, dtype } }) => tensorOf(image.anyShape, dtype ?? '?'),
});

const randomCrop = tensorflowOp({
  name: 'image.random_crop',
  summary: 'A part of a tensor at random.',
  params: { value: any(), size: tensorflowShape(), seed: other() },
  output: ({ args: { value, size: to } }) => {
    if (!hasRank(to)) return tensorOf(to, value.dtype);
    return tensorOf(
      to.map((one, i) => (one === -1 ? (value.shape[i] as Dimension) : one)),
      value.dtype,
    );
  },
});

export const images: readonly OpDefinition[] = [
  resize,
  nonMaxSuppression,
  resizeOfVersion1('resize_images', null),
  resizeOfVersion1('resize_area', 'area'),
  resizeOfVersion1('resize_bicubic', 'bicubic'),
  resizeOfVersion1('resize_bilinear', 'bilinear'),
  resizeOfVersion1('resize_nearest_neighbor', 'nearest'),
  ...keptOps,
  rot90,
  exact('resize_with_pad'),
  exact('resize_with_crop_or_pad'),
  box('pad_to_bounding_box', false),
  box('crop_to_bounding_box', true),
  centralCrop,
  extractPatches,
  compared(
    'ssim',
    { max_val: null, filter_size: int(11), filter_sigma: float(1.5), k1: float(0.01), k2: float(0.03) },
    ['img1', 'img2'],
  ),
  compared('psnr', { max_val: null }, ['a', 'b']),
  convertImageDType,
  randomCrop,
];
