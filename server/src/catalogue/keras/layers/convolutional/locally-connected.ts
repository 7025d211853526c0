/** LocallyConnected1D and 2D of Keras 2: convolutions whose kernel is another one at each place. */

import { type Dimension, isDynamic, isKnown, isUnknown, product, unknownDimension } from '../../../../shapes/dimension';
import { reason } from '../../../../shapes/reason';
import { unknownShape } from '../../../../shapes/shape';
import { type WindowPadding, type Windows, windowOutputs } from '../../../../shapes/windows';
import { int } from '../../../../values/value';
import { defineLayer, type InputView, type LayerDefinition, type WeightSpec, weight } from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { dataFormat, integerOf, type Param, padding, spatial, weightSize } from '../../../params';
import { activationWeights } from '../../identifiers';
import { floatsOnly } from '../../keras2';
import { specOfRuns } from '../../running';
import { explainWindowLayer, noRoom } from '../../window-notes';
import { imageText } from '../page-text';
import { axesOf, builtSpec, shapeOf } from './axes';
import { kernelOptions, ones } from './options';

interface Args {
  readonly filters: Dimension;
  readonly kernel_size: readonly Dimension[];
  readonly strides: readonly Dimension[];
  readonly padding: WindowPadding;
  readonly activation: string | null;
  readonly use_bias: boolean;
  readonly implementation: number | null;
}

export function locallyConnected(rank: 1 | 2, summary: string): LayerDefinition {
  return defineLayer({
    name: `LocallyConnected${rank}D`,
    onlyIn: 'keras2',
    summary,
    docs: 'api/layers/convolution_layers/',
    rule: {
      words: 'As for a convolution, but each position has weights of its own: spatial sizes must be known.',
      formula: 'valid: n → ⌊(n − k) / s⌋ + 1; same: n → ⌈n / s⌉',
      example: `LocallyConnected${rank}D(8, 3)(Input(${imageText(rank)}))`,
      readFrom: `layers/locally_connected/locally_connected${rank}d.py: LocallyConnected${rank}D.compute_output_shape`,
    },
    params: {
      filters: lateFilters,
      kernel_size: spatial(rank),
      strides: positiveStrides(rank),
      padding: padding<WindowPadding>(['valid', 'same', 'causal'], 'valid'),
      data_format: dataFormat(),
      ...kernelOptions,
      implementation,
    },
    input: { rank: rank + 2 },
    builtInput: ({ input }, now) => specOfRuns(now, { ...builtSpec(input, rank), rank: rank + 2 }),
    construct: ({ callee, args }) => [
      args.implementation === 1 &&
        args.padding !== 'valid' &&
        failure(
          'invalid-argument',
          `${callee} takes \`padding="${args.padding}"\` with \`implementation\` 2 or 3 only`,
          {
            parameter: 'padding',
          },
        ),
    ],
    build: ({ callee, args, input }) => {
      const { spatial: sizes, channels, first } = axesOf(input, rank);
      return [
        undefinedSize(callee, [...sizes, channels]),
        noRoom(windowsOf(input, args), 'kernel', first),
        args.implementation === null &&
          failure('invalid-argument', `\`implementation\` of ${callee} must be 1, 2 or 3`, {
            parameter: 'implementation',
          }),
        args.padding === 'causal' &&
          failure('invalid-argument', `\`padding\` of ${callee} must be one of 'valid', 'same', not 'causal'`, {
            parameter: 'padding',
            exception: 'NotImplementedError',
          }),
      ];
    },
    requires: (question) => [floatsOnly(question)],
    output: ({ args, input, builtOn }) => {
      const [first = input] = builtOn ?? [];
      if (!reaches(input, first, args)) return unknownShape(reason('its kernel was made for other sizes'));
      return shapeOf(axesOf(input, rank), input.channelsFirst, windowOutputs(windowsOf(first, args)), args.filters);
    },
    weights: ({ args, input }) => [...weightsOf(input, args, rank), ...activationWeights(args.activation)],
    explain: ({ args, input, written }) => explainWindowLayer(windowsOf(input, args), 'kernel', written),
  });
}

/** Whether a kernel made for one input works on another: by rows of places it takes as many as it has, and leaves the rest. */
function reaches(input: InputView, first: InputView, { kernel_size, implementation: kept }: Args): boolean {
  if (input.rank !== first.rank) return false;
  const [own, made] = [axesOf(input, kernel_size.length), axesOf(first, kernel_size.length)];
  if (kept !== 1 && own.channels !== made.channels) return false;
  return own.spatial.every((size, axis) => {
    const other = made.spatial[axis];
    return size === other || (kept === 1 && isKnown(size) && other !== undefined && isKnown(other) && size > other);
  });
}

/** Taken as it is until the kernel is made; 0 passes even then. */
const lateFilters: Param<Dimension> = {
  ...weightSize(),
  read: (value, context) => {
    if (integerOf(value) === 0) return { value: 0 };
    const result = weightSize().read(value, context);
    if (!('failure' in result)) return result;
    return { value: unknownDimension(reason('`filters` is no size')), later: result.failure };
  },
};

function positiveStrides(rank: 1 | 2): Param<readonly Dimension[]> {
  const inner = spatial(rank, ones(rank), { least: 0 });
  return {
    ...inner,
    read: (value, context) => {
      const result = inner.read(value, context);
      if ('failure' in result || !result.value.includes(0)) return result;
      return {
        value: result.value.map((size) => (size === 0 ? unknownDimension(reason('`strides` is 0')) : size)),
        later: failure('invalid-argument', `\`strides\` of ${context.callee} must be at least 1 everywhere, not 0`, {
          parameter: context.parameter,
          exception: 'ZeroDivisionError',
        }),
      };
    },
  };
}

/** How the kernel is kept: 1 by rows of places, 2 whole with a mask, 3 sparse. Null for what is none of them. */
const implementation: Param<number | null> = {
  default: int(1),
  possible: [1, 2, 3],
  read: (value) => {
    const number = integerOf(value) ?? (value.kind === 'float' ? value.value : undefined);
    return { value: number === 1 || number === 2 || number === 3 ? number : null };
  },
};

function windowsOf(input: InputView, args: Args): Windows {
  const { spatial: sizes } = axesOf(input, args.kernel_size.length);
  return { sizes, kernel: args.kernel_size, strides: args.strides, padding: args.padding };
}

function undefinedSize(callee: string, sizes: readonly Dimension[]): MaybeFailure {
  return (
    sizes.some(isDynamic) &&
    failure(
      'undefined-weight-shape',
      `${callee} has a kernel for each place, so every size of its input but the batch must be a number`,
    )
  );
}

function weightsOf(input: InputView, args: Args, rank: number): WeightSpec[] {
  const { spatial: sizes, channels } = axesOf(input, rank);
  const places = windowOutputs(windowsOf(input, args));
  const { filters, kernel_size } = args;
  const kernel = (): readonly Dimension[] => {
    switch (args.implementation) {
      case 1: {
        const rows = product([...kernel_size, channels]);
        return [product(places), rows, filters];
      }
      case 2:
        return input.channelsFirst
          ? [channels, ...sizes, filters, ...places]
          : [...sizes, channels, ...places, filters];
      default:
        return [product([...connections(sizes, args), channels, filters])];
    }
  };
  const made = [weight('kernel', kernel())];
  return args.use_bias ? [...made, weight('bias', [...places, filters])] : made;
}

/** On each axis, how many pairs of a place and an input that its window sees (`conv_kernel_idxs`). */
function connections(sizes: readonly Dimension[], args: Args): Dimension[] {
  const windows = { sizes, kernel: args.kernel_size, strides: args.strides, padding: args.padding };
  return windowOutputs(windows).map((places, axis) => {
    const [size, kernel, stride] = [sizes[axis], args.kernel_size[axis], args.strides[axis]];
    const all = [places, size, kernel, stride];
    const unknown = all.find((one) => one !== undefined && isUnknown(one));
    if (unknown !== undefined || !all.every((one) => one !== undefined && isKnown(one))) {
      return unknown ?? unknownDimension(reason('a size is not known'));
    }
    const [count, length, width, step] = all as number[] as [number, number, number, number];
    const left = Math.floor(width / 2);
    let pairs = 0;
    for (let place = 0; place < count; place++) {
      const center = place * step + (args.padding === 'valid' ? left : 0);
      pairs += Math.min(length, center + width - left) - Math.max(0, center - left);
    }
    return pairs;
  });
}
