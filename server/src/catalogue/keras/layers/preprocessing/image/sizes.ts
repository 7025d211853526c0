/** Heights and widths that layers give images. */
import { type Dimension, dynamic, isDynamic, isKnown, unknownDimension } from '../../../../../shapes/dimension';
import { reason } from '../../../../../shapes/reason';
import { failure, type MaybeFailure } from '../../../../failure';
import { strictInteger } from '../../../../numbers';
import { describe, type Param } from '../../../../params';

/** A size, looked at when an image comes: an int, or None in Keras 3, where it stays None. */
export const imageSize: Param<Dimension> = {
  default: null,
  read: (value, { callee, parameter, generation }) => {
    const size = strictInteger(value);
    if (typeof size === 'number') return { value: size };
    if (value.kind === 'None' && generation === 'keras3') return { value: dynamic() };
    const read = { value: unknownDimension(reason(`\`${parameter}\` is ${describe(value)}`)) };
    if (size === undefined || value.kind === 'tensor') return read;
    const message = `\`${parameter}\` of ${callee} must be an int, not ${describe(value)}`;
    return { ...read, later: failure('invalid-argument', message, { parameter }) };
  },
};

export interface Sizes {
  readonly height: Dimension;
  readonly width: Dimension;
}

/** Sizes below the least that an image can have. */
export function tooSmall(callee: string, { height, width }: Sizes, least: number): MaybeFailure {
  for (const [parameter, size] of [
    ['height', height],
    ['width', width],
  ] as const) {
    if (isKnown(size) && size < least) {
      return failure('invalid-argument', `\`${parameter}\` of ${callee} must be at least ${least}, not ${size}`, {
        parameter,
      });
    }
  }
  return null;
}

/** TensorFlow resizes to a size of -1, or any other below 0, without saying what comes out. */
export function resizedTo(size: Dimension): Dimension {
  return isKnown(size) && size < 0 ? dynamic() : size;
}

export function describeSize({ height, width }: Sizes): string {
  const text = (size: Dimension) => (isDynamic(size) ? 'None' : isKnown(size) ? String(size) : '?');
  return `${text(height)}×${text(width)}`;
}
