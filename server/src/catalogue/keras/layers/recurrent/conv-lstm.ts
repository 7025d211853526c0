/** ConvLSTM1D, 2D and 3D: an LSTM whose products are convolutions (Keras' `ConvLSTM`). */

import { broadcastShapes } from '../../../../shapes/broadcast';
import {
  type Dimension,
  formatDimension,
  isDynamic,
  multiply,
  surelyDiffer,
  unknownDimension,
} from '../../../../shapes/dimension';
import { reason } from '../../../../shapes/reason';
import { formatShape, hasRank, unknownShape } from '../../../../shapes/shape';
import { type WindowPadding, type Windows, windowOutputs } from '../../../../shapes/windows';
import {
  defineLayer,
  type Explanation,
  type InputView,
  type LayerDefinition,
  type LayerQuestion,
  type Output,
  variant,
  type WeightSpec,
  weight,
} from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import {
  anything,
  dataFormat,
  describe,
  flag,
  integerOf,
  mayBeAnything,
  type Param,
  padding,
  spatial,
} from '../../../params';
import { activation, regularizer } from '../../identifiers';
import { floatsOnly, spreadSizes } from '../../keras2';
import { specOfRuns } from '../../running';
import { seed, wrongSeed } from '../../seeds';
import { explainWindowLayer, noRoom, stridesAndDilation } from '../../window-notes';
import { imageText } from '../page-text';
import { firstStates, givenStates, statesFromList } from './initial-states';
import {
  biasAndInitializers,
  constraints,
  dropouts,
  keras2Extras,
  keras3Extras,
  regularizers,
  unitForgetBias,
} from './options';
import { dropsAll, impliedSequence, noBatch, withStates } from './recurrent';

interface Args {
  readonly filters: Dimension;
  readonly kernel_size: readonly Dimension[];
  readonly strides: readonly Dimension[];
  readonly padding: WindowPadding;
  readonly dilation_rate: readonly Dimension[];
  readonly use_bias: boolean;
  readonly kernel_initializer: string | null;
  readonly recurrent_initializer: string | null;
  readonly bias_initializer: string | null;
  readonly return_sequences: boolean;
  readonly return_state: boolean;
  readonly stateful: boolean;
  readonly dropout: number | undefined;
  readonly recurrent_dropout: number | undefined;
}

type Question = LayerQuestion<Args>;
type Rank = 1 | 2 | 3;

export function convLSTM(rank: Rank, summary: string): LayerDefinition {
  const tuple = Array.from({ length: rank }, () => 1);
  const outputs = {
    return_sequences: flag(false),
    return_state: flag(false),
    go_backwards: flag(false),
    stateful: flag(false),
  };
  const options = (recurrent: string) => ({
    activation: activation('tanh'),
    recurrent_activation: activation(recurrent),
    ...biasAndInitializers,
    unit_forget_bias: unitForgetBias,
    ...regularizers,
    activity_regularizer: regularizer(),
    ...constraints,
  });
  return defineLayer({
    name: `ConvLSTM${rank}D`,
    summary,
    docs: `api/layers/recurrent_layers/conv_lstm${rank}d/`,
    rule: {
      words:
        'The last step’s image; with `return_sequences=True` those of all steps. Spatial sizes as for a convolution, channels become `filters`.',
      formula: '(batch, t, n…, c) → (batch, n′…, filters), or (batch, t, n′…, filters)',
      example: `ConvLSTM${rank}D(8, 3, padding="same")(Input(${imageText(rank, 10)}))`,
      readFrom: 'layers/rnn/conv_lstm.py: ConvLSTM.compute_output_shape',
    },
    params: {
      filters,
      kernel_size: spatial(rank),
      strides: stridesOf(rank, 1),
      padding: padding(['valid', 'same'], 'valid'),
      data_format: dataFormat(),
      dilation_rate: spatial(rank, 1, { floats: 'kept' }),
      ...options('sigmoid'),
      ...dropouts,
      seed,
      ...outputs,
      unroll: { ...anything(), kind: 'kwargs' },
      ...keras3Extras,
    },
    input: { rank: rank + 3 },
    callParameters: ['initial_state', 'mask', 'training'],
    construct: ({ callee, args }) => [wrongSeed(callee, args.seed), stridesAndDilation(callee, args)],
    build: (question) => [openSizes(question), noBatch(question)],
    requires: (question) => [noRoom(windowsOf(question), 'kernel', axesOf(question.input).first)],
    output: outputOf,
    weights: weightsOf,
    explain,
    generations: {
      keras2: variant({
        params: {
          filters,
          kernel_size: spatial(rank),
          strides: stridesOf(rank, rank === 1 ? 1 : tuple),
          padding: keras2Padding(),
          data_format: dataFormat(),
          dilation_rate: spatial(rank, rank === 1 ? 1 : tuple),
          ...options('hard_sigmoid'),
          ...outputs,
          ...dropouts,
          unroll: neverUnrolled,
          time_major: { ...flag(false), kind: 'kwargs' },
          ...keras2Extras,
        },
        callParameters: ['mask', 'training', 'initial_state'],
        arrange: statesFromList,
        impliedInput: impliedSequence,
        construct: () => [],
        builtInput: (_built, now) => specOfRuns(now, { rank: rank + 3 }),
        build: (question) => [openChannels(question), noBatch(question), openStates(question)],
        requires: (question) => [
          otherChannels(question),
          unfitImages(question),
          stridesAndDilation(question.callee, question.args),
          noRoom(windowsOf(question), 'kernel', axesOf(question.input).first),
          floatsOnly(question),
          keptType(question),
          dropsAll(question),
        ],
        output: (question) =>
          question.input.rank === rank + 3
            ? outputOf(question)
            : unknownShape(reason('it was built for an input of another rank')),
        weights: weightsOf,
        explain,
      }),
    },
  });
}

/** Nothing looks at it before the weights are made. */
const filters: Param<Dimension> = {
  default: null,
  read: (value, { callee, parameter, generation }) => {
    if (value.kind === 'unknown') return { value: unknownDimension(value.reason) };
    const number = integerOf(value);
    if (number !== undefined && (number > 0 || (number === 0 && generation === 'keras3'))) return { value: number };
    const lost = unknownDimension(reason(`\`${parameter}\` is ${describe(value)}`));
    if (number === undefined && mayBeAnything(value)) return { value: lost };
    const wanted = number === undefined ? 'an int' : 'at least 1';
    const message = `\`${parameter}\` of ${callee} must be ${wanted}, not ${describe(value)}`;
    return { value: lost, later: failure('invalid-argument', message, { parameter }) };
  },
};

/** A stride of 0 passes the constructor, and is divided by when the layer is called. */
function stridesOf(rank: Rank, given: number | readonly number[]): Param<readonly Dimension[]> {
  const inner = spatial(rank, given, { least: 0, floats: 'kept' });
  return {
    ...inner,
    read: (value, context) => {
      const result = inner.read(value, context);
      if ('failure' in result || !result.value.includes(0)) return result;
      const { callee, parameter } = context;
      return {
        value: result.value.map((size) => (size === 0 ? unknownDimension(reason('`strides` is 0')) : size)),
        later: failure('invalid-argument', `\`${parameter}\` of ${callee} must be at least 1 everywhere, not 0`, {
          parameter,
        }),
      };
    },
  };
}

/** The constructor takes "causal" too, which then fails. */
function keras2Padding(): Param<WindowPadding> {
  const inner = padding<WindowPadding>(['valid', 'same'], 'valid');
  return {
    ...inner,
    read: (value, context) => {
      const result = inner.read(value, context);
      const causal = value.kind === 'str' && value.value.toLowerCase() === 'causal';
      return 'failure' in result && causal ? { value: 'valid', later: result.failure } : result;
    },
  };
}

const neverUnrolled: Param<boolean> = {
  ...flag(false),
  kind: 'kwargs',
  read: (value, context) => {
    const result = flag(false).read(value, context);
    if ('failure' in result || !result.value) return result;
    const message = `${context.callee} cannot unroll: convolutions go over all steps`;
    return { failure: failure('invalid-argument', message, { parameter: 'unroll', exception: 'TypeError' }) };
  },
};

/** Keras 2 checks no input spec behind the first call: the kernel then does not fit. */
function otherChannels({ callee, input, builtOn }: Question): MaybeFailure {
  const [first] = builtOn ?? [];
  if (!first || first.rank !== input.rank) return null;
  const [made, given] = [axesOf(first).channels, axesOf(input).channels];
  return (
    surelyDiffer(made, given) &&
    failure(
      'incompatible-shapes',
      `${callee} was built for ${formatDimension(made)} channels, and this input has ${formatDimension(given)}`,
      { inputs: [0] },
    )
  );
}

/** The sizes of one step. */
function axesOf({ shape, channelsFirst }: InputView): {
  readonly spatial: readonly Dimension[];
  readonly channels: Dimension;
  readonly first: number;
} {
  return channelsFirst
    ? { spatial: shape.slice(3), channels: shape[2] as Dimension, first: 3 }
    : { spatial: shape.slice(2, -1), channels: shape.at(-1) as Dimension, first: 2 };
}

function windowsOf({ args, input }: Pick<Question, 'args' | 'input'>): Windows {
  return {
    sizes: axesOf(input).spatial,
    kernel: args.kernel_size,
    strides: args.strides,
    dilation: args.dilation_rate,
    padding: args.padding,
  };
}

/** What one step gives, without the batch. */
function stepOutput(question: Question): readonly Dimension[] {
  const windows = windowsOf(question);
  const after = windowOutputs(windows);
  const sizes =
    question.generation === 'keras3' ? after : spreadSizes(windows.sizes, question.args.dilation_rate, after);
  return question.input.channelsFirst ? [question.args.filters, ...sizes] : [...sizes, question.args.filters];
}

function outputOf(question: Question): Output {
  const { args, input } = question;
  const [batch, steps] = input.shape as [Dimension, Dimension];
  const step = stepOutput(question);
  const given = firstStates(question);
  const met = given ? broadcastShapes([batch], [given[0]?.[0] ?? batch]).shape?.[0] : batch;
  const state = [met ?? batch, ...step];
  const output = args.return_sequences ? [met ?? batch, steps, ...step] : state;
  return args.return_state ? withStates(output, given ?? [state, state], question) : output;
}

function weightsOf({ args, input }: Question): readonly WeightSpec[] {
  const all = multiply(args.filters, 4);
  const weights = [
    weight('kernel', [...args.kernel_size, axesOf(input).channels, all], { initializer: args.kernel_initializer }),
    weight('recurrent_kernel', [...args.kernel_size, args.filters, all], { initializer: args.recurrent_initializer }),
  ];
  return args.use_bias ? [...weights, weight('bias', [all], { initializer: args.bias_initializer })] : weights;
}

/** Keras 2 keeps states as float32, and assigns nothing else to them. */
function keptType({ callee, args, dtype }: Question): MaybeFailure {
  return (
    args.stateful &&
    dtype !== 'float32' &&
    dtype !== '?' &&
    failure('incompatible-dtypes', `${callee} keeps its states as float32, and computes in ${dtype}`, {
      parameter: 'stateful',
    })
  );
}

function openSizes(question: Question): MaybeFailure {
  const { callee, input } = question;
  if (!axesOf(input).spatial.some(isDynamic)) return openChannels(question);
  return failure(
    'undefined-weight-shape',
    `${callee} makes its states for a known size of the images, and that is None in ${formatShape(input.shape)}`,
    { inputs: [0] },
  );
}

function openChannels({ callee, input }: Question): MaybeFailure {
  return (
    isDynamic(axesOf(input).channels) &&
    failure('undefined-weight-shape', `${callee} makes its kernels for a number of channels, and that is None here`, {
      inputs: [0],
    })
  );
}

/** States that Keras 2 keeps are variables: all their sizes must be known. */
function openStates(question: Question): MaybeFailure {
  const { callee, args } = question;
  return (
    args.stateful &&
    stepOutput(question).some(isDynamic) &&
    failure('undefined-weight-shape', `${callee} keeps its states, so it needs a known size of the images`, {
      parameter: 'stateful',
      inputs: [0],
    })
  );
}

/** Keras 2 holds the channels of the states that it is given against the filters: None is no number. */
function unfitImages(question: Question): MaybeFailure {
  const { callee, args, input, keywords } = question;
  const states = givenStates(keywords.get('initial_state'));
  if (!states) return null;
  const wrong = (message: string) =>
    failure('incompatible-shapes', `${callee} ${message}`, { parameter: 'initial_state' });
  if (states.length !== 2) return wrong(`has 2 states, and is given ${states.length}`);
  for (const state of states) {
    if (state.kind !== 'tensor' || !hasRank(state.shape)) continue;
    const channels = state.shape[input.channelsFirst ? 1 : input.rank - 2];
    if (channels === undefined || isDynamic(channels) || surelyDiffer(channels, args.filters)) {
      return wrong(
        `takes states of ${formatDimension(args.filters)} channels, and is given ${formatShape(state.shape)}`,
      );
    }
    const step = stepOutput(question);
    if (broadcastShapes(state.shape.slice(1), step).mismatch) {
      return wrong(`makes images of ${formatShape(step)}, and is given a state of ${formatShape(state.shape)}`);
    }
  }
  return null;
}

function explain(question: Question): Explanation {
  const { args, input, written } = question;
  const explanation = explainWindowLayer(windowsOf(question), 'kernel', written);
  const from = formatDimension(axesOf(input).channels);
  const to = formatDimension(args.filters);
  const each = args.return_sequences ? 'each step gives an image' : 'the last step gives an image';
  return { ...explanation, notes: [`${each} of ${to} channels, made of that step's ${from} and of what came before`] };
}
