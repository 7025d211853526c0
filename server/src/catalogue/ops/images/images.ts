/** Image ops: resizing, cropping, colours, geometric transforms. */
import { replaced } from '../../../shapes/axes';
import {
  add,
  type Dimension,
  dynamic,
  formatDimension,
  isDynamic,
  isKnown,
  isUnknown,
  multiply,
  subtract,
} from '../../../shapes/dimension';
import { isFloating } from '../../../shapes/dtype';
import { refuse } from '../../../shapes/problem';
import { formatShape } from '../../../shapes/shape';
import { explainWindows, type WindowPadding, windowOutput } from '../../../shapes/windows';
import { float, int, NONE, str, type Value } from '../../../values/value';
import { anything, choice, dataFormat, describe, flag, integerOf, intTuple, sequenceItems } from '../../params';
import { defineOp, type OpDefinition, tensorOf } from '../define-op';
import { other } from '../elementwise/unary';
import { NotKnown, type Operand } from '../operand';
import { type OpParam, optionalInteger, shape, sizes, tensor } from '../params';
import { sizesOf } from '../shaping/sizing';

type Sizes = readonly Dimension[];
type Format = 'channels_last' | 'channels_first';

function checkImages(images: Operand, callee: string, parameter = 'images'): void {
  if (images.rank === 3 || images.rank === 4) return;
  refuse(
    'wrong-rank',
    `${callee} takes an image (3 dimensions) or a batch (4), and ${formatShape(images.shape)} has ${images.rank}`,
    {
      parameter,
      facts: { expected: 4, actual: images.rank },
    },
  );
}

/** Where height, width and channels are, counted from the front. */
function imageAxes(rank: number, format: Format) {
  return format === 'channels_last'
    ? { height: rank - 3, width: rank - 2, channels: rank - 1 }
    : { height: rank - 2, width: rank - 1, channels: rank - 3 };
}

// ---------------------------------------------------------------- sizes

const resize = defineOp({
  name: 'resize',
  module: 'image',
  operation: 'Resize',
  summary: 'Images in another height and width.',
  params: {
    images: tensor(),
    size: sizes(),
    interpolation: other(str('bilinear')),
    antialias: flag(false),
    crop_to_aspect_ratio: flag(false),
    pad_to_aspect_ratio: flag(false),
    fill_mode: other(str('constant')),
    fill_value: other(float(0)),
    data_format: dataFormat(),
  },
  symbolicBy: ['images'],
  output: ({ args, callee }) => {
    const { images, size, data_format: format } = args;
    const [height, width] = size;
    if (height === undefined || width === undefined || size.length !== 2) {
      return refuse('invalid-argument', '`size` of resize must be a height and a width', { parameter: 'size' });
    }
    if ([height, width].some((side) => isKnown(side) && side <= 0)) {
      refuse('invalid-argument', '`size` of resize must be positive', { parameter: 'size' });
    }
    checkImages(images, callee);
    if (args.crop_to_aspect_ratio && args.pad_to_aspect_ratio) {
      refuse('invalid-argument', 'only one of `crop_to_aspect_ratio` and `pad_to_aspect_ratio` can be true');
    }
    const at = imageAxes(images.rank, format);
    return tensorOf(replaced(replaced(images.shape, at.height, height), at.width, width), images.dtype);
  },
  explain: ({ args: { images, size, data_format: format } }) => {
    const at = imageAxes(images.rank, format);
    return [
      `height ${formatDimension(images.shape[at.height] as Dimension)} becomes ${formatDimension(size[0] as Dimension)}, width ${formatDimension(images.shape[at.width] as Dimension)} becomes ${formatDimension(size[1] as Dimension)}`,
    ];
  },
});

/** What is given of one side: what goes before and behind, and the size that is wanted. */
interface Side {
  readonly before: number | null;
  readonly after: number | null;
  readonly target: number | null;
  readonly names: readonly [before: string, after: string, target: string];
}

function checkSides(sides: readonly Side[], callee: string): void {
  for (const { before, after, target, names } of sides) {
    if ([before, after, target].filter((one) => one === null).length === 1) continue;
    refuse('invalid-argument', `${callee} takes exactly two of \`${names.join('`, `')}\``);
  }
  for (const { before, after, target, names } of sides) {
    [before, after, target].forEach((one, i) => {
      if (one !== null && one < 0) negative(names[i] as string, one);
    });
  }
}

function negative(name: string, value: Dimension): never {
  return refuse('negative-dimension', `\`${name}\` would be ${formatDimension(value)}, and cannot be negative`, {
    parameter: name,
  });
}

/** The size of a padded or cropped side; `sign` 1 where borders are added. */
function borderedSide(size: Dimension, side: Side, sign: 1 | -1): Dimension {
  const { before, after, target, names } = side;
  if (target === null) {
    const border = (before ?? 0) + (after ?? 0);
    const result = sign === 1 ? add(size, border) : subtract(size, border);
    if (isKnown(result) && result < 0) negative(names[2], result);
    return result;
  }
  if (isKnown(size)) {
    const missing = sign * (target - size) - (before ?? after ?? 0);
    if (missing < 0) negative(before === null ? names[0] : names[1], missing);
  }
  return target;
}

function bordering(name: string, operation: string, summary: string, word: 'padding' | 'cropping'): OpDefinition {
  const [top, left, bottom, right] = ['top', 'left', 'bottom', 'right'].map((side) => `${side}_${word}`) as [
    string,
    string,
    string,
    string,
  ];
  const names = [top, left, bottom, right, 'target_height', 'target_width'];
  return defineOp({
    name,
    module: 'image',
    operation,
    summary,
    params: {
      images: tensor(),
      ...(Object.fromEntries(names.map((side) => [side, optionalInteger()])) as Record<string, OpParam<number | null>>),
      data_format: dataFormat(),
    },
    symbolicBy: ['images'],
    output: ({ args, callee, mode }) => {
      const read = args as unknown as Record<string, number | null> & { images: Operand; data_format: Format };
      const { images } = read;
      checkImages(images, callee);
      const given = (key: string) => read[key] as number | null;
      const vertical: Side = {
        before: given(top),
        after: given(bottom),
        target: given('target_height'),
        names: [top, bottom, 'target_height'],
      };
      const horizontal: Side = {
        before: given(left),
        after: given(right),
        target: given('target_width'),
        names: [left, right, 'target_width'],
      };
      checkSides([vertical, horizontal], callee);
      const at = imageAxes(images.rank, read.data_format);
      const sign = word === 'padding' ? 1 : -1;
      const sides = [
        [at.height, vertical],
        [at.width, horizontal],
      ] as const;
      if (word === 'cropping' && mode === 'symbolic') {
        for (const [axis, side] of sides) {
          if (!isDynamic(images.shape[axis] as Dimension) || side.target !== null) continue;
          refuse('invalid-argument', `\`${side.names[2]}\` must be given for images whose size is None`, {
            parameter: side.names[2],
          });
        }
      }
      return tensorOf(
        sides.reduce<Sizes>(
          (all, [axis, side]) => replaced(all, axis, borderedSide(all[axis] as Dimension, side, sign)),
          images.shape,
        ),
        images.dtype,
      );
    },
  });
}

// ---------------------------------------------------------------- colours

function colours(name: string, operation: string, summary: string, floats: boolean): OpDefinition {
  return defineOp({
    name,
    module: 'image',
    operation,
    summary,
    params: { images: tensor(), data_format: dataFormat() },
    output: ({ args: { images, data_format: format }, callee }) => {
      checkImages(images, callee);
      if (floats && images.dtype !== '?' && !isFloating(images.dtype)) {
        refuse('incompatible-dtypes', `${callee} takes floats, not ${images.dtype}`);
      }
      const at = imageAxes(images.rank, format).channels;
      const channels = images.shape[at] as Dimension;
      const taken = floats ? [3] : [1, 3];
      if (isKnown(channels) && !taken.includes(channels)) {
        refuse('incompatible-shapes', `${callee} takes ${taken.join(' or ')} channels, and the image has ${channels}`);
      }
      return tensorOf(floats ? images.shape : replaced(images.shape, at, 1), images.dtype);
    },
  });
}

// ---------------------------------------------------------------- geometry

const affineTransform = defineOp({
  name: 'affine_transform',
  module: 'image',
  operation: 'AffineTransform',
  summary: 'Images moved, turned and sheared.',
  params: {
    images: tensor(),
    transform: tensor(),
    interpolation: other(str('bilinear')),
    fill_mode: other(str('constant')),
    fill_value: other(int(0)),
    data_format: dataFormat(),
  },
  output: ({ args: { images, transform }, callee }) => {
    checkImages(images, callee);
    if (transform.rank !== 1 && transform.rank !== 2) {
      refuse(
        'wrong-rank',
        `\`transform\` has 1 dimension or 2, and ${formatShape(transform.shape)} has ${transform.rank}`,
        {
          parameter: 'transform',
        },
      );
    }
    return tensorOf(images.shape, images.dtype);
  },
});

function checkPoints(points: Operand, parameter: string): void {
  const [rows, columns] = points.shape.slice(-2);
  const fits = (points.rank === 2 || points.rank === 3) && isLike(rows, 4) && isLike(columns, 2);
  if (fits) return;
  refuse(
    'incompatible-shapes',
    `\`${parameter}\` must be four corners, (4, 2) or (n, 4, 2), not ${formatShape(points.shape)}`,
    {
      parameter,
    },
  );
}

/** A None is no number to Keras here. */
function isLike(size: Dimension | undefined, wanted: number): boolean {
  return size !== undefined && (isUnknown(size) || size === wanted);
}

const perspectiveTransform = defineOp({
  name: 'perspective_transform',
  module: 'image',
  operation: 'PerspectiveTransform',
  summary: 'Images seen from another angle.',
  params: {
    images: tensor(),
    start_points: tensor(),
    end_points: tensor(),
    interpolation: other(str('bilinear')),
    fill_value: other(int(0)),
    data_format: dataFormat(),
  },
  output: ({ args: { images, start_points: start, end_points: end }, callee }) => {
    checkImages(images, callee);
    checkPoints(start, 'start_points');
    checkPoints(end, 'end_points');
    const [a, b] = [start.shape[0] as Dimension, end.shape[0] as Dimension];
    const differ = start.rank !== end.rank || (!isUnknown(a) && !isUnknown(b) && (isKnown(a) || isKnown(b)) && a !== b);
    if (differ) {
      refuse(
        'incompatible-shapes',
        `${formatShape(start.shape)} start points and ${formatShape(end.shape)} end points`,
        {
          parameter: 'end_points',
        },
      );
    }
    return tensorOf(images.shape, images.dtype);
  },
});

function filtered(
  name: string,
  operation: string,
  summary: string,
  more: Readonly<Record<string, Value>>,
): OpDefinition {
  return defineOp({
    name,
    module: 'image',
    operation,
    summary,
    params: {
      images: tensor(),
      ...Object.fromEntries(Object.entries(more).map(([parameter, value]) => [parameter, other(value)])),
      data_format: dataFormat(),
    },
    output: ({ args, callee }) => {
      const { images } = args as unknown as { images: Operand };
      checkImages(images, callee);
      return tensorOf(images.shape, images.dtype);
    },
  });
}

const sobelEdges = defineOp({
  name: 'sobel_edges',
  module: 'image',
  operation: 'SobelEdges',
  summary: 'Edges of images, vertical and horizontal.',
  params: { images: tensor(), data_format: dataFormat() },
  output: ({ args: { images }, callee }) => {
    if (images.rank !== 4) {
      refuse(
        'wrong-rank',
        `${callee} takes a batch of images (4 dimensions), and ${formatShape(images.shape)} has ${images.rank}`,
      );
    }
    return tensorOf([...images.shape, 2], images.dtype);
  },
});

const ssim = defineOp({
  name: 'ssim',
  module: 'image',
  operation: 'SSIM',
  summary: 'Structural similarity of images.',
  params: {
    image1: tensor(),
    image2: tensor(),
    max_val: other(float(1)),
    filter_size: other(int(11)),
    filter_sigma: other(float(1.5)),
    k1: other(float(0.01)),
    k2: other(float(0.03)),
    data_format: dataFormat(),
  },
  output: ({ args: { image1, image2 }, callee }) => {
    checkImages(image1, callee, 'image1');
    checkImages(image2, callee, 'image2');
    return tensorOf(image1.rank === 3 ? [] : [image1.shape[0] as Dimension], image1.dtype);
  },
});

// ---------------------------------------------------------------- patches

/** An int for all spatial axes of a patch, or one for each. */
interface PatchSize {
  readonly all: boolean;
  readonly sizes: Sizes;
}

function patchSize(value: Value, parameter: string): PatchSize {
  if (value.kind === 'unknown') throw new NotKnown(value.reason);
  const single = integerOf(value);
  if (single !== undefined) return { all: true, sizes: [single] };
  const items = sequenceItems(value);
  if (!items) {
    return refuse('invalid-argument', `\`${parameter}\` must be an int or a tuple, not ${describe(value)}`, {
      exception: 'TypeError',
      parameter,
    });
  }
  return { all: false, sizes: items.map((item) => integerOf(item) ?? dynamic()) };
}

interface Patches {
  readonly images: Operand;
  readonly size: Sizes;
  /** Null where the patches lie side by side. */
  readonly strides: PatchSize | null;
  readonly dilation: PatchSize;
  readonly padding: WindowPadding;
  readonly format: Format;
}

/** `ExtractPatches.compute_output_spec`: a convolution with a filter for each number of a patch. */
function patches({ images, size, strides, dilation, padding, format }: Patches): Sizes {
  const axes = size.length;
  const single = images.rank === axes + 1;
  const whole = single ? [1, ...images.shape] : images.shape;
  const channels = format === 'channels_last' ? images.shape.at(-1) : images.shape.at(-axes - 1);
  if (channels === undefined) {
    return refuse('wrong-rank', `${formatShape(images.shape)} has no channels`, { exception: 'IndexError' });
  }
  if (isDynamic(channels)) {
    return refuse('invalid-input', 'patches need a known number of channels', { exception: 'TypeError' });
  }
  const spatial = format === 'channels_last' ? whole.slice(1, -1) : whole.slice(2);
  if (whole.length !== axes + 2) {
    refuse('wrong-rank', `patches of ${axes} axes do not fit ${formatShape(images.shape)}`, { parameter: 'images' });
  }
  const filters = [channels, ...size].reduce(multiply);
  const numbers = (given: PatchSize, i: number) =>
    (given.sizes.length === 1 ? given.sizes[0] : given.sizes[i]) as Dimension;
  for (const [parameter, given] of [
    ['strides', strides],
    ['dilation_rate', dilation],
  ] as const) {
    if (!given || given.all || given.sizes.length === axes || (parameter === 'strides' && given.sizes.length === 1))
      continue;
    refuse('invalid-argument', `\`${parameter}\` has ${given.sizes.length} numbers for ${axes} axes`, { parameter });
  }
  const found = spatial.map((side, i) => {
    const kernel = size[i] as Dimension;
    const out = windowOutput(side, kernel, strides ? numbers(strides, i) : kernel, padding, numbers(dilation, i));
    if (isKnown(side) && isKnown(out) && out <= 0 && padding === 'valid') {
      refuse('negative-dimension', `a patch of ${formatDimension(kernel)} is larger than ${side}`, {
        facts: { axis: i, size: side, kernel },
      });
    }
    return isDynamic(side) ? side : out;
  });
  const [batch] = whole as [Dimension];
  const result = format === 'channels_last' ? [batch, ...found, filters] : [batch, filters, ...found];
  return single ? result.slice(1) : result;
}

const patchParams = {
  size: anything(null),
  strides: anything(NONE),
  dilation_rate: anything(int(1)),
  padding: choice(['valid', 'same', 'causal'], 'valid'),
  data_format: dataFormat(),
};

const extractPatches = defineOp({
  name: 'extract_patches',
  module: 'image',
  operation: 'ExtractPatches',
  summary: 'Patches of images, each laid into channels.',
  params: { images: tensor(), ...patchParams },
  symbolicBy: ['images'],
  output: ({ args }) => {
    const size = patchSize(args.size, 'size');
    if (!size.all && size.sizes.length !== 2 && size.sizes.length !== 3) {
      refuse('invalid-argument', '`size` must be an int or a tuple of 2 or 3', { parameter: 'size' });
    }
    const [only] = size.sizes;
    const sizes = size.all && only !== undefined ? [only, only] : size.sizes;
    return tensorOf(patches(patchesOf(args, args.images, sizes)), args.images.dtype);
  },
  explain: ({ args }) => {
    const size = patchSize(args.size, 'size');
    const [only] = size.sizes;
    const sizes = size.all && only !== undefined ? [only, only] : size.sizes;
    const { strides, dilation, padding, images, format } = patchesOf(args, args.images, sizes);
    const spatial =
      format === 'channels_last' ? images.shape.slice(-sizes.length - 1, -1) : images.shape.slice(-sizes.length);
    const each = (given: PatchSize) =>
      sizes.map((_, i) => (given.sizes.length === 1 ? given.sizes[0] : given.sizes[i]) as Dimension);
    return explainWindows({
      sizes: spatial,
      kernel: sizes,
      strides: strides ? each(strides) : sizes,
      dilation: each(dilation),
      padding,
    });
  },
});

interface PatchArguments {
  readonly strides: Value;
  readonly dilation_rate: Value;
  readonly padding: WindowPadding;
  readonly data_format: Format;
}

function patchesOf(args: PatchArguments, images: Operand, size: Sizes): Patches {
  const { strides, dilation_rate: dilation, padding, data_format: format } = args;
  return {
    images,
    size,
    strides: strides.kind === 'None' ? null : patchSize(strides, 'strides'),
    dilation: patchSize(dilation, 'dilation_rate'),
    padding,
    format,
  };
}

const extractPatches3d = defineOp({
  name: 'extract_patches_3d',
  module: 'image',
  operation: 'ExtractPatches',
  summary: 'Patches of volumes, each laid into channels.',
  params: { volumes: tensor(), ...patchParams },
  symbolicBy: ['volumes'],
  output: ({ args }) => {
    const size = patchSize(args.size, 'size');
    const [only] = size.sizes;
    const sizes = size.all && only !== undefined ? [only, only, only] : size.sizes;
    return tensorOf(patches(patchesOf(args, args.volumes, sizes)), args.volumes.dtype);
  },
});

const mapCoordinates = defineOp({
  name: 'map_coordinates',
  module: 'image',
  operation: 'MapCoordinates',
  summary: 'Elements at coordinates, interpolated.',
  params: {
    inputs: tensor(),
    coordinates: tensor(),
    order: other(null),
    fill_mode: other(str('constant')),
    fill_value: other(int(0)),
  },
  output: ({ args: { inputs, coordinates } }) => {
    const [first] = coordinates.shape;
    if (first === undefined) {
      return refuse('wrong-rank', '`coordinates` must not be a scalar', {
        exception: 'IndexError',
        parameter: 'coordinates',
      });
    }
    if (!isUnknown(first) && first !== inputs.rank) {
      refuse('incompatible-shapes', `${formatDimension(first)} coordinates are given for ${inputs.rank} axes`, {
        parameter: 'coordinates',
      });
    }
    if (coordinates.rank < 2) {
      refuse('wrong-rank', '`coordinates` must have 2 dimensions or more', { parameter: 'coordinates' });
    }
    return tensorOf(coordinates.shape.slice(1), inputs.dtype);
  },
});

const scaleAndTranslate = defineOp({
  name: 'scale_and_translate',
  module: 'image',
  operation: 'ScaleAndTranslate',
  summary: 'Images scaled and moved into a shape.',
  params: {
    images: tensor(),
    output_shape: shape(),
    scale: tensor(),
    translation: tensor(),
    spatial_dims: other(null),
    method: other(null),
    antialias: other({ kind: 'bool', value: true }),
  },
  symbolicBy: ['images', 'scale', 'translation'],
  output: ({ args: { images, output_shape: to } }) => tensorOf(sizesOf(to), images.dtype),
});

export const imageOps: readonly OpDefinition[] = [
  resize,
  bordering('crop_images', 'CropImages', 'Images with their borders cut off.', 'cropping'),
  bordering('pad_images', 'PadImages', 'Images with borders of zeros.', 'padding'),
  colours('rgb_to_grayscale', 'RGBToGrayscale', 'Colour images as grey ones.', false),
  colours('rgb_to_hsv', 'RGBToHSV', 'Red, green and blue as hue, saturation and value.', true),
  colours('hsv_to_rgb', 'HSVToRGB', 'Hue, saturation and value as red, green and blue.', true),
  affineTransform,
  perspectiveTransform,
  filtered('elastic_transform', 'ElasticTransform', 'Images distorted at random.', {
    alpha: float(20),
    sigma: float(5),
    interpolation: str('bilinear'),
    fill_mode: str('reflect'),
    fill_value: float(0),
    seed: NONE,
  }),
  filtered('gaussian_blur', 'GaussianBlur', 'Blurred images.', {
    kernel_size: intTuple(3, 3),
    sigma: { kind: 'tuple', items: [float(1), float(1)] },
  }),
  sobelEdges,
  ssim,
  extractPatches,
  extractPatches3d,
  mapCoordinates,
  scaleAndTranslate,
];
