/** Which axes of a convolution's input are spatial and which holds the channels, and what `build` asks of them. */
import { type Dimension, isDynamic } from '../../../../shapes/dimension';
import type { WindowPadding, Windows } from '../../../../shapes/windows';
import type { InputSpec, InputView } from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';

/** An input by its axes. Keras 2's convolutions take more axes in front; they are part of the batch. */
export interface Axes {
  readonly batch: readonly Dimension[];
  readonly spatial: readonly Dimension[];
  readonly channels: Dimension;
  /** Where the spatial axes begin. */
  readonly first: number;
}

export function axesOf({ shape, channelsFirst }: InputView, rank: number): Axes {
  const inner = shape.length - rank - 1;
  const first = channelsFirst ? inner + 1 : inner;
  return {
    batch: shape.slice(0, inner),
    spatial: shape.slice(first, first + rank),
    channels: (channelsFirst ? shape[inner] : shape[shape.length - 1]) as Dimension,
    first,
  };
}

export function shapeOf(
  { batch }: Axes,
  channelsFirst: boolean,
  spatial: readonly Dimension[],
  channels: Dimension,
): readonly Dimension[] {
  return channelsFirst ? [...batch, channels, ...spatial] : [...batch, ...spatial, channels];
}

/** The windows of a convolution of `rank` spatial axes. */
export function windowsOf(input: InputView, args: WindowArguments, rank: number): Windows {
  return {
    sizes: axesOf(input, rank).spatial,
    kernel: args.kernel_size,
    strides: args.strides,
    dilation: args.dilation_rate,
    padding: args.padding,
  };
}

/** What decides them. */
export interface WindowArguments {
  readonly kernel_size: readonly Dimension[];
  readonly strides: readonly Dimension[];
  readonly padding: WindowPadding;
  readonly dilation_rate: readonly Dimension[];
}

/** The input spec of a built convolution: the channels that its kernel was made for. */
export function builtSpec(input: InputView, rank: number): InputSpec {
  const axis = input.channelsFirst ? 1 : -1;
  return { minRank: rank + 2, axes: { [axis]: axesOf(input, rank).channels } };
}

export function undefinedChannels(callee: string, channels: Dimension, exception: string): MaybeFailure {
  return (
    isDynamic(channels) &&
    failure('undefined-weight-shape', `${callee} makes its kernel for a number of channels, and that is None here`, {
      exception,
    })
  );
}

/** Keras 3's convolutions take one batch axis only; their input spec lets more pass, and building does not. */
export function rankIs(callee: string, rank: number, wanted: number, exception = 'ValueError'): MaybeFailure {
  return (
    rank !== wanted &&
    failure('wrong-rank', `${callee} takes an input of ${wanted} dimensions, and this one has ${rank}`, {
      exception,
      inputs: [0],
      facts: { expected: wanted, actual: rank },
    })
  );
}

/** TensorFlow convolves nothing with a kernel of depth 0; Keras 3 does not notice before a run. */
export function noDepth(callee: string, depth: Dimension): MaybeFailure {
  return (
    depth === 0 &&
    failure('incompatible-shapes', `${callee} needs at least one channel, and this input has none`, { inputs: [0] })
  );
}
