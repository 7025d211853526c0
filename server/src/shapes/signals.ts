/** Sequences and their spectra: frames cut from the last axis, Fourier transforms. */
import { add, type Dimension, floorDivide, isDynamic, multiply, subtract } from './dimension';
import { refuse } from './problem';
import { formatShape } from './shape';

type Sizes = readonly Dimension[];

/** How many frames of a length fit: `1 + ⌊(n - length) / stride⌋`; `None` of a `None`. */
export function frames(size: Dimension, length: Dimension, stride: Dimension): Dimension {
  return add(floorDivide(subtract(size, length), stride), 1);
}

/** `ExtractSequences.compute_output_spec` */
export function sequences(shape: Sizes, length: Dimension, stride: Dimension): Sizes {
  return [...shape.slice(0, -1), frames(lastOf(shape), length, stride), length];
}

/** Positive frequencies of a real signal: `⌊n / 2⌋ + 1`. */
export function halfSpectrum(size: Dimension): Dimension {
  return add(floorDivide(size, 2), 1);
}

export interface Framing {
  readonly stride: Dimension;
  readonly fftLength: Dimension;
  readonly center: boolean;
}

const centered = (fftLength: Dimension): Dimension => multiply(floorDivide(fftLength, 2), 2);

/** `STFT.compute_output_spec`: frames by frequencies. */
export function stftShape(shape: Sizes, { stride, fftLength, center }: Framing): Sizes {
  const size = add(lastOf(shape), center ? centered(fftLength) : 0);
  return [...shape.slice(0, -1), frames(size, fftLength, stride), halfSpectrum(fftLength)];
}

/** `ISTFT.compute_output_spec`: the signal that the frames make up. */
export function istftShape(shape: Sizes, { stride, fftLength, center }: Framing, length: Dimension | null): Sizes {
  const count = shape.at(-2) as Dimension;
  const whole = add(multiply(subtract(count, 1), stride), fftLength);
  return [...shape.slice(0, -2), length ?? (center ? subtract(whole, centered(fftLength)) : whole)];
}

/** Refuses what does not have its last axes known, as Keras' Fourier transforms ask. */
export function checkSpectrum(shape: Sizes, axes: number): void {
  if (shape.length < axes) {
    refuse('wrong-rank', `at least ${axes} dimensions are needed, and ${formatShape(shape)} has ${shape.length}`);
  }
  if (shape.slice(shape.length - axes).some(isDynamic)) {
    refuse(
      'invalid-input',
      `the last ${axes === 1 ? 'axis' : `${axes} axes`} must be known, and ${formatShape(shape)} has None there`,
    );
  }
}

function lastOf(shape: Sizes): Dimension {
  return shape.at(-1) ?? refuse('wrong-rank', 'a scalar has no axis to go along', { exception: 'IndexError' });
}
