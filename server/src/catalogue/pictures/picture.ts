/** A picture of PIL: width, height, and what a pixel is. */
import { type Dimension, isKnown, unknownDimension } from '../../shapes/dimension';
import type { DType } from '../../shapes/dtype';
import { type Shape, unknownShape } from '../../shapes/shape';
import type { Context } from '../../values/context';
import { ClassValue, dimensionValue, InstanceValue, type Payload, str, tuple, type Value } from '../../values/value';
import { declaredIdentity, named, nativeFunction, property, pythonFunction } from '../native';
import { sequenceItems } from '../params';
import { dimensionOf } from '../tensorflow/tensor-shape';

/** What pixels are: channels and element type. */
const MODES: Readonly<Record<string, readonly [channels: number, DType]>> = {
  '1': [1, 'bool'],
  L: [1, 'uint8'],
  P: [1, 'uint8'],
  I: [1, 'int32'],
  F: [1, 'float32'],
  LA: [2, 'uint8'],
  RGB: [3, 'uint8'],
  YCbCr: [3, 'uint8'],
  HSV: [3, 'uint8'],
  LAB: [3, 'uint8'],
  RGBA: [4, 'uint8'],
  CMYK: [4, 'uint8'],
};

export class PicturePayload implements Payload {
  readonly type = 'picture';
  constructor(
    readonly height: Dimension,
    readonly width: Dimension,
    /** PIL's name of what a pixel is; null where it is not known. */
    readonly mode: string | null,
  ) {}

  get channels(): Dimension {
    return this.pixel?.[0] ?? unknownDimension({ text: 'it is not known whether the picture has colors' });
  }

  private get pixel() {
    return this.mode === null ? undefined : MODES[this.mode];
  }

  /** What numpy makes of it: without a last axis where a pixel is one number. */
  get shape(): Shape {
    const { pixel, height, width } = this;
    if (!pixel) return unknownShape({ text: 'it is not known whether the picture has colors' });
    return pixel[0] === 1 ? [height, width] : [height, width, pixel[0]];
  }

  get dtype(): DType {
    return this.pixel?.[1] ?? '?';
  }
}

export function pictureOf(value: Value | undefined): PicturePayload | undefined {
  return value?.kind === 'instance' && value.payload instanceof PicturePayload ? value.payload : undefined;
}

export function unknownSide(): Dimension {
  return unknownDimension({ text: 'the size of a picture in a file is not known' });
}

/** Width and height, as PIL writes sizes. */
function sizeOf(value: Value): readonly [Dimension, Dimension] {
  const [width, height] = (sequenceItems(value) ?? []).map(dimensionOf);
  const known = (side: Dimension | undefined) => (side !== undefined && isKnown(side) ? side : unknownSide());
  return [known(width), known(height)];
}

type Change = (picture: PicturePayload, given: readonly Value[], context: Context) => PicturePayload;

/** A method that gives another picture. */
function giving(declaration: string, change: Change) {
  return pythonFunction(declaration, (context, self: Value, ...given: Value[]) => {
    const found = pictureOf(self);
    return found ? pictureValue(change(found, given, context)) : context.unknown('it is no picture');
  });
}

const same: Change = (picture) => picture;

/** Left, top, right, bottom. */
const cropped: Change = ({ mode }, [box]) => {
  const sides = (box ? (sequenceItems(box) ?? []) : []).map(dimensionOf);
  const length = (low: Dimension | undefined, high: Dimension | undefined): Dimension =>
    low !== undefined && high !== undefined && isKnown(low) && isKnown(high) ? high - low : unknownSide();
  return new PicturePayload(length(sides[1], sides[3]), length(sides[0], sides[2]), mode);
};

/** Kept for all runs: its members are never written to. */
export const PICTURE = new ClassValue(
  declaredIdentity(),
  'Image',
  'PIL.Image',
  [],
  [
    ...(
      [
        ['size', ({ width, height }) => tuple([width, height].map(dimensionValue))],
        ['width', ({ width }) => dimensionValue(width)],
        ['height', ({ height }) => dimensionValue(height)],
      ] as readonly (readonly [string, (picture: PicturePayload) => Value])[]
    ).map(
      ([name, get]) =>
        [
          name,
          property((context, self) => {
            const found = pictureOf(self);
            return found ? get(found) : context.unknown('it is no picture');
          }),
        ] as const,
    ),
    [
      'mode',
      property((context, self) => {
        const mode = pictureOf(self)?.mode ?? null;
        return mode === null ? context.unknown('what a pixel is is not known') : str(mode);
      }),
    ],
    ...named(
      giving('resize(self, size, resample=None, box=None, reducing_gap=None)', ({ mode }, [size]) => {
        const [width, height] = size ? sizeOf(size) : [unknownSide(), unknownSide()];
        return new PicturePayload(height, width, mode);
      }),
      giving('convert(self, mode=None, *args, **kwargs)', ({ height, width }, [mode]) => {
        const wanted = mode?.kind === 'str' && MODES[mode.value] ? mode.value : null;
        return new PicturePayload(height, width, wanted);
      }),
      giving('crop(self, box=None)', cropped),
      giving(
        'rotate(self, angle, resample=None, expand=False, center=None, translate=None, fillcolor=None)',
        (picture, [, , expand], context) =>
          expand && context.truth(expand) === false
            ? picture
            : new PicturePayload(unknownSide(), unknownSide(), picture.mode),
      ),
      giving('transpose(self, method)', ({ mode }) => new PicturePayload(unknownSide(), unknownSide(), mode)),
      ...['copy', 'filter', 'point'].map((name) => giving(`${name}(self, *args)`, same)),
      nativeFunction(
        '__enter__',
        null,
        ({ positional: [self] }, context) => self ?? context.unknown('it is no picture'),
      ),
      nativeFunction('__exit__', null, () => ({ kind: 'None' })),
      pythonFunction('thumbnail(self, size, resample=None, reducing_gap=None)', (context, self: Value) => {
        const found = pictureOf(self);
        if (found && self.kind === 'instance') {
          self.setPayload(context.heap, new PicturePayload(unknownSide(), unknownSide(), found.mode));
        }
        return { kind: 'None' };
      }),
      pythonFunction('__getattr__(self, name)', (context, _self: Value, name: Value) => {
        const text = name.kind === 'str' ? name.value : '';
        if (text.startsWith('__')) return context.raise('AttributeError', text);
        return context.unknown('what else pictures have is not followed');
      }),
    ),
  ],
);

let made = 2 ** 41;

/** Pictures change (`thumbnail`): their identities are those of a program's objects, beyond a heap's. */
export function pictureValue(payload: PicturePayload): InstanceValue {
  made += 1;
  return new InstanceValue(made, PICTURE, payload);
}
