import {
  add,
  type Dimension,
  floorDivide,
  formatDimension,
  isDynamic,
  isKnown,
  multiply,
  unknownDimension,
} from '../../../../shapes/dimension';
import { reason } from '../../../../shapes/reason';
import { formatShape } from '../../../../shapes/shape';
import { explainWindows, misfit, type Windows, windowOutputs } from '../../../../shapes/windows';
import { int, NONE, str, type Value } from '../../../../values/value';
import { type ConstructQuestion, defineLayer, type LayerQuestion, weight } from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { comparable, strictInteger } from '../../../numbers';
import { anything, choice, dataFormat, describe, flag, type Param, sequenceItems } from '../../../params';
import { isGiven } from './encoding';

type Mode = 'log' | 'magnitude' | 'psd' | 'real' | 'imag' | 'angle' | 'stft';
interface Args {
  readonly mode: Mode;
  readonly frame_length: Value;
  readonly frame_step: Value;
  readonly fft_length: Value;
  readonly window: Value;
  readonly padding: 'valid' | 'same';
  readonly expand_dims: boolean;
  readonly data_format: 'channels_last' | 'channels_first';
}
type Question = LayerQuestion<Args>;

/** Names of scipy's windows that need no parameters (`scipy.signal.get_window`). */
const WINDOWS: ReadonlySet<string> = new Set(
  (
    'boxcar box ones rect rectangular triang triangle tri blackman black blk hamming hamm ham hann han ' +
    'bartlett bart brt flattop flat flt parzen parz par bohman bman bmn blackmanharris blackharr bkh ' +
    'nuttall nutl nut barthann brthan bth cosine halfcosine exponential poisson tukey tuk taylor taylorwin lanczos sinc'
  ).split(' '),
);

const windowName: Param<Value> = {
  default: str('hann'),
  read: (value, { callee, parameter }) => {
    if (value.kind !== 'str' || WINDOWS.has(value.value.replace(/_(symmetric|periodic)$/, ''))) return { value };
    return {
      failure: failure(
        'invalid-argument',
        `\`${parameter}\` of ${callee} must name a window of scipy that needs no parameters, not ${describe(value)}`,
        {
          parameter,
        },
      ),
    };
  },
};

/** None, or one of the choices. */
const scaling: Param<null> = {
  default: str('density'),
  read: (value, context) => {
    if (value.kind === 'None' || value.kind === 'unknown') return { value: null };
    const read = choice(['density', 'spectrum']).read(value, context);
    return 'failure' in read ? read : { value: null };
  },
};

/** How the numbers compare, in the order that Keras compares them. */
function wrongLengths({ callee, args }: ConstructQuestion<Args>): MaybeFailure[] {
  const { frame_length: frame, frame_step: step, fft_length: fft } = args;
  const wrong = (parameter: string, given: Value, wanted: string, exception = 'ValueError') =>
    failure('invalid-argument', `\`${parameter}\` of ${callee} must be ${wanted}, not ${describe(given)}`, {
      parameter,
      exception,
    });
  const [a, b, c] = [frame, step, fft].map(comparable);
  if (isGiven(step) && (b === 'no number' || a === 'no number'))
    return [wrong('frame_step', step, 'an int', 'TypeError')];
  if (isGiven(fft) && (c === 'no number' || a === 'no number'))
    return [wrong('fft_length', fft, 'an int', 'TypeError')];
  if (a === 'no number') return [wrong('frame_length', frame, 'an int', 'TypeError')];
  return [
    typeof a === 'object' &&
      typeof b === 'object' &&
      isGiven(step) &&
      (b.number > a.number || b.number < 1) &&
      wrong('frame_step', step, `from 1 to \`frame_length\`, ${describe(frame)}`),
    typeof a === 'object' &&
      typeof c === 'object' &&
      isGiven(fft) &&
      c.number < a.number &&
      wrong('fft_length', fft, `at least \`frame_length\`, ${describe(frame)}`),
    fft.kind === 'float' && wrong('fft_length', fft, 'an int', 'TypeError'),
    typeof a === 'object' && !isGiven(fft) && a.number <= 0 && wrong('frame_length', frame, 'more than 0'),
  ];
}

function sizeOf(value: Value, parameter: string): Dimension {
  const size = strictInteger(value);
  if (typeof size === 'number') return size;
  const found = comparable(value);
  if (typeof found === 'object') return found.number;
  return unknownDimension(value.kind === 'unknown' ? value.reason : reason(`\`${parameter}\` is ${describe(value)}`));
}

const frameOf = (args: Args): Dimension => sizeOf(args.frame_length, 'frame_length');

/** Half a frame, where nothing is said. */
function stepOf(args: Args): Dimension {
  return isGiven(args.frame_step) ? sizeOf(args.frame_step, 'frame_step') : floorDivide(frameOf(args), 2);
}

/** The next power of two of the frame, where nothing is said. */
function fftOf(args: Args): Dimension {
  if (isGiven(args.fft_length)) return sizeOf(args.fft_length, 'fft_length');
  const frame = frameOf(args);
  return isKnown(frame) ? 2 ** Math.ceil(Math.log2(frame)) : frame;
}

const frequencies = (args: Args): Dimension => add(floorDivide(fftOf(args), 2), 1);

function windows({ args, input }: Question): Windows {
  return {
    sizes: [input.spatial[0] as Dimension],
    kernel: [frameOf(args)],
    strides: [stepOf(args)],
    padding: args.padding,
  };
}

/** A window that is an array must have the length of a frame. */
function wrongWindow({ callee, args: { window, frame_length: frame } }: Question): MaybeFailure {
  const wrong = (exception = 'ValueError') =>
    failure('invalid-argument', `\`window\` of ${callee} must be a name, or ${describe(frame)} numbers`, {
      parameter: 'window',
      exception,
    });
  if (window.kind === 'int' || window.kind === 'float' || window.kind === 'bool' || window.kind === 'function')
    return wrong();
  const items = sequenceItems(window);
  if (items?.some((item) => item.kind === 'str')) return wrong();
  const length = strictInteger(frame);
  return items !== null && typeof length === 'number' && items.length !== length && wrong();
}

export const stftSpectrogram = defineLayer({
  name: 'STFTSpectrogram',
  summary: 'Turns signals into spectrograms by short-time Fourier transforms, as convolutions that can be trained.',
  docs: 'api/layers/preprocessing_layers/audio_preprocessing/stft_spectrogram/',
  rule: {
    words:
      'The samples become frames, as a convolution of `frame_length` and `frame_step` would cut them, with ⌊fft_length / 2⌋ + 1 frequencies for each channel; `complex` and the like give two for each, and `expand_dims` keeps channels apart.',
    formula: '(batch, n, c) → (batch, frames, c·(⌊fft_length / 2⌋ + 1))',
    example: 'STFTSpectrogram(mode="log", frame_length=256, frame_step=64)(Input((16000, 1)))',
    readFrom: 'layers/preprocessing/stft_spectrogram.py: STFTSpectrogram.compute_output_shape',
  },
  onlyIn: 'keras3',
  params: {
    mode: choice(['log', 'magnitude', 'psd', 'real', 'imag', 'angle', 'stft'], 'log'),
    frame_length: anything(int(256)),
    frame_step: anything(),
    fft_length: anything(),
    window: windowName,
    periodic: flag(false),
    scaling,
    padding: choice(['valid', 'same'], 'valid'),
    expand_dims: flag(false),
    data_format: { ...dataFormat(), default: NONE },
  },
  input: { rank: 3 },
  construct: wrongLengths,
  build: (question) => [
    question.args.frame_length.kind === 'float' &&
      failure('invalid-argument', `\`frame_length\` of ${question.callee} must be an int`, {
        parameter: 'frame_length',
      }),
    wrongWindow(question),
  ],
  requires: (question) => {
    const { callee, args, input } = question;
    const smaller = misfit(windows(question));
    return [
      isDynamic(input.channels) &&
        failure('undefined-weight-shape', `${callee} needs to know how many channels there are, and they are None`, {
          inputs: [0],
          exception: 'TypeError',
        }),
      stepOf(args) === 0 &&
        failure('invalid-argument', `frames of 1 leave ${callee} a \`frame_step\` of 0`, {
          parameter: 'frame_length',
          exception: 'OverflowError',
        }),
      smaller &&
        failure(
          'negative-dimension',
          `frames of ${formatDimension(frameOf(args))} do not fit into ${formatShape(input.shape)}`,
          {
            parameter: 'frame_length',
            inputs: [0],
            facts: { size: smaller.size, kernel: frameOf(args) },
          },
        ),
    ];
  },
  output: (question) => {
    const { args, input } = question;
    const [time] = windowOutputs(windows(question)) as [Dimension];
    const count = args.mode === 'stft' ? multiply(frequencies(args), 2) : frequencies(args);
    const first = input.channelsFirst;
    if (args.expand_dims) {
      return first ? [input.batch, input.channels, time, count] : [input.batch, time, count, input.channels];
    }
    const joined = multiply(count, input.channels);
    return first ? [input.batch, joined, time] : [input.batch, time, joined];
  },
  weights: ({ args }) => {
    const shape = [frameOf(args), 1, frequencies(args)];
    return [
      ...(args.mode === 'imag' ? [] : [weight('real_kernel', shape)]),
      ...(args.mode === 'real' ? [] : [weight('imag_kernel', shape)]),
    ];
  },
  explain: (question) => {
    const { args, input } = question;
    const fft = formatDimension(fftOf(args));
    const both = args.mode === 'stft' ? ', real and imaginary' : '';
    return {
      formulas: [
        ...explainWindows(windows(question)),
        `⌊${fft} / 2⌋ + 1 = ${formatDimension(frequencies(args))} frequencies${both}, for each of ${formatDimension(input.channels)} channels`,
      ],
      defaults: isGiven(args.frame_step)
        ? []
        : [
            {
              parameter: 'frame_step',
              value: 'None',
              meaning: `\`frame_step\` is left out, so frames start half a frame apart: ${formatDimension(stepOf(args))}`,
              telling: true,
            },
          ],
    };
  },
});
