/** `cv2`: pictures as arrays, sizes as width and height. */
import { add, type Dimension, isKnown } from '../../shapes/dimension';
import type { DType } from '../../shapes/dtype';
import { hasRank, type Shape, unknownShape } from '../../shapes/shape';
import type { Context } from '../../values/context';
import { numpyArray, type TensorValue } from '../../values/tensor';
import { int, type NativeFunction, TRUE, tuple, unknown, type Value } from '../../values/value';
import { nativeFunction, pythonFunction } from '../native';
import { comparable } from '../numbers';
import { asArray } from '../numpy/define';
import { integerOf, sequenceItems } from '../params';
import { dimensionOf } from '../tensorflow/tensor-shape';
import { unknownSide } from './picture';

const WHY = { text: 'the picture is not known' };

function arrayOf(value: Value | undefined): TensorValue | undefined {
  if (!value || value.kind === 'unknown' || (value.kind === 'list' && value.uncertain)) return undefined;
  if (value.kind === 'tensor') return value;
  const { anyShape, dtype } = asArray(value, { callee: 'cv2', parameter: 'src' });
  return numpyArray(anyShape, dtype);
}

/** Flags of `imread`: colors, one channel, or as the file has it. */
function fromFile(flags: Value): Value {
  const flag = integerOf(flags);
  const [height, width] = [unknownSide(), unknownSide()];
  if (flag === 0) return numpyArray([height, width], 'uint8');
  if (flag === 1) return numpyArray([height, width, 3], 'uint8');
  return numpyArray(unknownShape({ text: 'it is not known whether the picture has colors' }), '?');
}

/** What is behind the sides: a single channel falls away. */
function withSides(shape: Shape, height: Dimension, width: Dimension): Shape {
  if (!hasRank(shape)) return shape;
  const [, , channels, ...more] = shape;
  if (more.length > 0 || shape.length < 2) return unknownShape({ text: 'it is no picture' });
  if (channels === undefined || channels === 1) return [height, width];
  if (isKnown(channels)) return [height, width, channels];
  return unknownShape({ text: 'a single channel falls away, and how many there are is not known' });
}

/** Width and height. */
function sides(size: Value | undefined): readonly [Dimension, Dimension] | null {
  const [width, height] = (size ? (sequenceItems(size) ?? []) : []).map(dimensionOf);
  const known = (side: Dimension | undefined) => (side !== undefined && isKnown(side) ? side : unknownSide());
  return size?.kind === 'None' || !size ? null : [known(width), known(height)];
}

/** A side by a factor, rounded to the nearest even number in the middle. */
function scaled(side: Dimension | undefined, factor: Value | undefined): Dimension {
  const found = factor && comparable(factor);
  if (side === undefined || !isKnown(side) || typeof found !== 'object') return unknownSide();
  const exact = side * found.number;
  const low = Math.floor(exact);
  if (exact - low !== 0.5) return Math.round(exact);
  return low % 2 === 0 ? low : low + 1;
}

const resize = pythonFunction(
  'resize(src, dsize=None, dst=None, fx=0, fy=0, interpolation=1)',
  (_context, source: Value, size: Value, _dst: Value, fx: Value, fy: Value) => {
    const array = arrayOf(source);
    const given = sides(size);
    if (!array) {
      return source.kind === 'unknown' ? numpyArray(unknownShape(source.reason), '?') : unknown(WHY);
    }
    const [height, width] = hasRank(array.shape) ? array.shape : [];
    const [wide, high] = given ?? [scaled(width, fx), scaled(height, fy)];
    return numpyArray(withSides(array.shape, high, wide), array.dtype);
  },
);

const CODES: Readonly<Record<string, readonly [code: number, channels: number]>> = {
  BGR2BGRA: [0, 4],
  RGB2RGBA: [0, 4],
  BGRA2BGR: [1, 3],
  RGBA2RGB: [1, 3],
  BGR2RGBA: [2, 4],
  RGBA2BGR: [3, 3],
  BGRA2RGB: [3, 3],
  BGR2RGB: [4, 3],
  RGB2BGR: [4, 3],
  BGRA2RGBA: [5, 4],
  BGR2GRAY: [6, 1],
  RGB2GRAY: [7, 1],
  GRAY2BGR: [8, 3],
  GRAY2RGB: [8, 3],
  GRAY2BGRA: [9, 4],
  GRAY2RGBA: [9, 4],
  BGRA2GRAY: [10, 1],
  RGBA2GRAY: [11, 1],
  BGR2XYZ: [32, 3],
  RGB2XYZ: [33, 3],
  BGR2YCrCb: [36, 3],
  RGB2YCrCb: [37, 3],
  YCrCb2BGR: [38, 3],
  YCrCb2RGB: [39, 3],
  BGR2HSV: [40, 3],
  RGB2HSV: [41, 3],
  BGR2LAB: [44, 3],
  BGR2Lab: [44, 3],
  RGB2LAB: [45, 3],
  RGB2Lab: [45, 3],
  BGR2HLS: [52, 3],
  RGB2HLS: [53, 3],
  HSV2BGR: [54, 3],
  HSV2RGB: [55, 3],
  LAB2BGR: [56, 3],
  Lab2BGR: [56, 3],
  LAB2RGB: [57, 3],
  Lab2RGB: [57, 3],
  BGR2YUV: [82, 3],
  RGB2YUV: [83, 3],
  YUV2BGR: [84, 3],
  YUV2RGB: [85, 3],
};

const convert = pythonFunction('cvtColor(src, code, dst=None, dstCn=0)', (_context, source: Value, code: Value) => {
  const number = integerOf(code);
  const channels = Object.values(CODES).find(([one]) => one === number)?.[1];
  const array = arrayOf(source);
  if (channels === undefined) return unknown({ text: 'what colors become is not known' });
  const [height, width] = array && hasRank(array.shape) ? array.shape : [];
  const [high, wide] = [height ?? unknownSide(), width ?? unknownSide()];
  return numpyArray(channels === 1 ? [high, wide] : [high, wide, channels], array?.dtype ?? '?');
});

/** Functions that keep sides and channels; a single channel's axis falls away. */
const KEEPING =
  'flip GaussianBlur medianBlur blur bilateralFilter dilate erode morphologyEx equalizeHist bitwise_not filter2D fastNlMeansDenoisingColored'.split(
    ' ',
  );

function kept(array: TensorValue | undefined): Value {
  if (!array) return unknown(WHY);
  const [height, width] = hasRank(array.shape) ? array.shape : [];
  if (height === undefined || width === undefined) return numpyArray(unknownShape(WHY), array.dtype);
  return numpyArray(withSides(array.shape, height, width), array.dtype);
}

const plane = (array: TensorValue | undefined, dtype: DType): Value => {
  const [height, width] = array && hasRank(array.shape) ? array.shape : [];
  return numpyArray([height ?? unknownSide(), width ?? unknownSide()], dtype);
};

/** `cv2.ROTATE_90_CLOCKWISE` and the other way round turn the sides, `cv2.ROTATE_180` does not. */
const rotate = pythonFunction('rotate(src, rotateCode, dst=None)', (_context, source: Value, code: Value) => {
  const [array, turn] = [arrayOf(source), integerOf(code)];
  const [height, width] = array && hasRank(array.shape) ? array.shape : [];
  if (!array || height === undefined || width === undefined || turn === undefined) return unknown(WHY);
  return numpyArray(
    turn === 1 ? withSides(array.shape, height, width) : withSides(array.shape, width, height),
    array.dtype,
  );
});

const withBorder = pythonFunction(
  'copyMakeBorder(src, top, bottom, left, right, borderType, dst=None, value=None)',
  (_context, source: Value, top: Value, bottom: Value, left: Value, right: Value) => {
    const array = arrayOf(source);
    const [height, width] = array && hasRank(array.shape) ? array.shape : [];
    if (!array || height === undefined || width === undefined) return unknown(WHY);
    const side = (value: Value): Dimension => integerOf(value) ?? unknownSide();
    const sum = (size: Dimension, a: Value, b: Value) => add(size, add(side(a), side(b)));
    return numpyArray(withSides(array.shape, sum(height, top, bottom), sum(width, left, right)), array.dtype);
  },
);

function warped(name: string): NativeFunction {
  return nativeFunction(name, null, ({ positional: [source, , size], keywords }) => {
    const [array, given] = [arrayOf(source), sides(size ?? keywords.get('dsize'))];
    if (!array || !given) return unknown(WHY);
    return numpyArray(withSides(array.shape, given[1], given[0]), array.dtype);
  });
}

const functions: readonly NativeFunction[] = [
  pythonFunction('imread(filename, flags=1)', (_context, _file: Value, flags: Value) => fromFile(flags)),
  pythonFunction('imdecode(buf, flags)', (_context, _buffer: Value, flags: Value) => fromFile(flags)),
  pythonFunction('imwrite(filename, img, params=None)', () => TRUE),
  resize,
  convert,
  ...KEEPING.map((name) => nativeFunction(name, null, ({ positional: [source] }) => kept(arrayOf(source)))),
  rotate,
  withBorder,
  nativeFunction('normalize', null, ({ positional: [source], keywords }) => {
    const array = arrayOf(source);
    const made = kept(array);
    return keywords.has('dtype') && made.kind === 'tensor' ? numpyArray(made.shape, '?') : made;
  }),
  ...['warpAffine', 'warpPerspective'].map(warped),
  nativeFunction('Canny', null, ({ positional: [source] }) => plane(arrayOf(source), 'uint8')),
  nativeFunction('threshold', null, ({ positional: [source] }, context) =>
    tuple([context.unknown('the threshold is not followed'), kept(arrayOf(source))]),
  ),
  pythonFunction('split(m, mv=None)', (context, source: Value) => channelsOf(source, context)),
  pythonFunction('merge(mv, dst=None)', (_context, planes: Value) => {
    const items = sequenceItems(planes);
    const [first] = items ?? [];
    const array = arrayOf(first);
    if (!items || !array || !hasRank(array.shape) || array.shape.length !== 2) return unknown(WHY);
    return numpyArray([...array.shape, items.length], array.dtype);
  }),
];

function channelsOf(source: Value, context: Context): Value {
  const array = arrayOf(source);
  const [height, width, channels] = array && hasRank(array.shape) ? array.shape : [];
  if (!array || height === undefined || width === undefined || channels === undefined || !isKnown(channels)) {
    return context.unknown('how many channels there are is not known');
  }
  return tuple(Array.from({ length: channels }, () => numpyArray([height, width], array.dtype)));
}

const FLAGS: Readonly<Record<string, number>> = {
  IMREAD_COLOR: 1,
  IMREAD_GRAYSCALE: 0,
  IMREAD_UNCHANGED: -1,
  ROTATE_90_CLOCKWISE: 0,
  ROTATE_180: 1,
  ROTATE_90_COUNTERCLOCKWISE: 2,
};

export const opencv: readonly (readonly [string, Value])[] = [
  ...functions.map((one) => [`cv2.${one.name}`, one] as const),
  ...Object.entries(FLAGS).map(([name, flag]) => [`cv2.${name}`, int(flag)] as const),
  ...Object.entries(CODES).map(([name, [code]]) => [`cv2.COLOR_${name}`, int(code)] as const),
];
