import {
  type Dimension,
  dynamic,
  formatDimension,
  isDynamic,
  isKnown,
  unknownDimension,
} from '../../../../shapes/dimension';
import { reason } from '../../../../shapes/reason';
import { stftShape } from '../../../../shapes/signals';
import { float, int, str, type Value } from '../../../../values/value';
import { defineLayer, type LayerQuestion } from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { comparable, strictInteger } from '../../../numbers';
import { anything, describe, ignoredDefault } from '../../../params';
import { isRun } from '../../running';

interface Args {
  readonly fft_length: Value;
  readonly sequence_stride: Value;
  readonly num_mel_bins: Value;
}
type Question = LayerQuestion<Args>;

const isFalsy = (value: Value) => value.kind === 'None' || ('value' in value && !value.value);

/** The window is no longer than the transform. */
function tooLong(callee: string, length: Value, fft: Value): MaybeFailure {
  const given = isFalsy(length) ? fft : length;
  const [a, b] = [comparable(fft), comparable(given)];
  // What is compared with itself, a tuple say, is not less.
  if (given === fft && ['str', 'list', 'tuple'].includes(fft.kind)) return null;
  if (a === 'no number' || b === 'no number') {
    return failure('invalid-argument', `\`fft_length\` of ${callee} must be an int, not ${describe(fft)}`, {
      parameter: 'fft_length',
      exception: 'TypeError',
    });
  }
  return (
    typeof a === 'object' &&
    typeof b === 'object' &&
    a.number < b.number &&
    failure(
      'invalid-argument',
      `\`fft_length\` of ${callee} must be at least \`sequence_length\`, ${b.number}, not ${a.number}`,
      {
        parameter: 'fft_length',
      },
    )
  );
}

/** Half of the rate is the highest frequency, where none is given. */
function noRate(callee: string, rate: Value, most: Value): MaybeFailure {
  return (
    isFalsy(most) &&
    comparable(rate) === 'no number' &&
    failure('invalid-argument', `\`sampling_rate\` of ${callee} must be a number, not ${describe(rate)}`, {
      parameter: 'sampling_rate',
      exception: 'TypeError',
    })
  );
}

/** Samples of the signal: the axis that becomes frames. */
function samples({ input }: Question): Dimension | undefined {
  return input.rank === 1 ? input.shape[0] : input.shape[1];
}

function wrongStride(question: Question): MaybeFailure {
  const { callee, args } = question;
  const length = samples(question);
  const stride = args.sequence_stride;
  if (length === undefined || isDynamic(length)) return null;
  const size = strictInteger(stride);
  if (size === undefined || (size !== 'no int' && size > 0)) return null;
  // A stride backwards passes where it leaves no negative number of frames.
  if (size !== 'no int' && size < 0 && !isRun(question)) {
    if (!isKnown(length) || reportedFrames(length, size) >= 0) return null;
  }
  return failure(
    'invalid-argument',
    `\`sequence_stride\` of ${callee} must be an int of at least 1, not ${describe(stride)}`,
    {
      parameter: 'sequence_stride',
      exception: size === 0 ? 'ZeroDivisionError' : 'ValueError',
    },
  );
}

function wrongBins({ callee, args: { num_mel_bins: bins } }: Question): MaybeFailure {
  const size = strictInteger(bins);
  if (bins.kind === 'None' || size === undefined || (size !== 'no int' && size >= 0)) return null;
  return failure(
    'invalid-argument',
    `\`num_mel_bins\` of ${callee} must be an int of at least 0, not ${describe(bins)}`,
    {
      parameter: 'num_mel_bins',
    },
  );
}

function size(value: Value, parameter: string): Dimension {
  const found = strictInteger(value);
  if (typeof found === 'number') return found;
  if (value.kind === 'None') return dynamic();
  return unknownDimension(value.kind === 'unknown' ? value.reason : reason(`\`${parameter}\` is ${describe(value)}`));
}

/** Keras reports one frame more than running gives where the length and 1 are a multiple of the stride. */
function reportedFrames(length: number, stride: number): number {
  return Math.floor((length + stride + 1) / stride);
}

function frames(question: Question): Dimension {
  const length = samples(question);
  const { sequence_stride: step, fft_length: fft } = question.args;
  if (length === undefined || !isKnown(length)) return length ?? 0;
  const stride = size(step, 'sequence_stride');
  if (!isKnown(stride)) return stride;
  if (!isRun(question)) return reportedFrames(length, stride);
  const framing = { stride, fftLength: size(fft, 'fft_length'), center: true };
  return stftShape([length], framing)[0] as Dimension;
}

export const melSpectrogram = defineLayer({
  name: 'MelSpectrogram',
  summary: 'Turns sound into a spectrogram on the mel scale.',
  docs: 'api/layers/preprocessing_layers/audio_preprocessing/mel_spectrogram/',
  rule: {
    words: 'The samples become frames: `num_mel_bins` rows, a column for each `sequence_stride` samples.',
    formula: '(batch, n) → (batch, num_mel_bins, ⌊n / sequence_stride⌋ + 1)',
    example: 'MelSpectrogram(num_mel_bins=64)(Input((16000,)))',
    readFrom: 'layers/preprocessing/mel_spectrogram.py: MelSpectrogram.compute_output_shape',
  },
  onlyIn: 'keras3',
  params: {
    fft_length: anything(int(2048)),
    sequence_stride: anything(int(512)),
    sequence_length: anything(),
    window: ignoredDefault(str('hann')),
    sampling_rate: anything(int(16000)),
    num_mel_bins: anything(int(128)),
    min_freq: ignoredDefault(float(20)),
    max_freq: anything(),
    power_to_db: ignoredDefault({ kind: 'bool', value: true }),
    top_db: ignoredDefault(float(80)),
    mag_exp: ignoredDefault(float(2)),
    min_power: ignoredDefault(float(1e-10)),
    ref_power: ignoredDefault(float(1)),
  },
  construct: ({ callee, args }) => [
    tooLong(callee, args.sequence_length, args.fft_length),
    noRate(callee, args.sampling_rate, args.max_freq),
  ],
  requires: (question) => [
    question.input.rank === 0 &&
      failure('wrong-rank', `${question.callee} takes signals, and this input has no axis`, { inputs: [0] }),
    wrongStride(question),
    wrongBins(question),
  ],
  output: (question) => {
    const { input, args } = question;
    const [batch] = input.shape;
    const bins = size(args.num_mel_bins, 'num_mel_bins');
    return input.rank === 1 || batch === undefined ? [bins, frames(question)] : [batch, bins, frames(question)];
  },
  explain: (question) => {
    const length = samples(question);
    const step = size(question.args.sequence_stride, 'sequence_stride');
    return {
      formulas:
        length !== undefined && isKnown(length) && isKnown(step)
          ? [`⌊(${length} + ${step} + 1) / ${step}⌋ = ${formatDimension(frames(question))} frames`]
          : [],
      notes: [`${formatDimension(size(question.args.num_mel_bins, 'num_mel_bins'))} frequencies on the mel scale`],
    };
  },
});
