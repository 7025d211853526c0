/** Fourier transforms and frames of signals. */

import {
  add,
  type Dimension,
  dynamic,
  isDynamic,
  isKnown,
  isUnknown,
  multiply,
  subtract,
} from '../../../shapes/dimension';
import { refuse } from '../../../shapes/problem';
import { formatShape, sameShape } from '../../../shapes/shape';
import { checkSpectrum, halfSpectrum, istftShape, sequences, stftShape } from '../../../shapes/signals';
import { str, type Value } from '../../../values/value';
import { anything, describe, flag, sequenceItems } from '../../params';
import { defineOp, type OpDefinition, tensorOf, tupleOf } from '../define-op';
import { other } from '../elementwise/unary';
import { NotKnown, type Operand, operandOf, shapeAttribute } from '../operand';
import { type OpParam, optionalSize, size, tensor, tensorOrNumber } from '../params';
import { resultType } from '../promotion';

/** A complex tensor as Keras passes it: a pair of its real and imaginary parts. */
type Parts = readonly [real: Operand, imaginary: Operand];

const parts: OpParam<Parts> = {
  default: null,
  takes: { numbers: false, lists: false },
  read: (value, { callee, parameter }) => {
    if (value.kind === 'unknown') throw new NotKnown(value.reason);
    const items = sequenceItems(value);
    const [real, imaginary] = (items ?? []).map((one) => operandOf(one));
    if (items?.length === 2 && real && imaginary) return { value: [real, imaginary] };
    return refuse('invalid-input', `${callee} takes a pair of real and imaginary parts, not ${describe(value)}`, {
      // A tensor is asked for its items first.
      exception: value.kind === 'tensor' ? 'NotImplementedError' : 'ValueError',
      parameter,
    });
  },
};

function checkParts([real, imaginary]: Parts): void {
  const shapes = [real.shape, imaginary.shape];
  if (shapes.some((shape) => shape.some(isUnknown)) || sameShape(real.shape, imaginary.shape)) return;
  refuse(
    'incompatible-shapes',
    `real and imaginary parts must have one shape: ${formatShape(real.shape)} against ${formatShape(imaginary.shape)}`,
    { parameter: 'x', facts: { shapes } },
  );
}

function transform(name: string, operation: string, summary: string, axes: number): OpDefinition {
  return defineOp({
    name,
    module: 'core',
    operation,
    summary,
    params: { x: parts },
    output: ({ args: { x }, mode }) => {
      checkParts(x);
      const [real, imaginary] = x;
      if (mode === 'symbolic') checkSpectrum(real.shape, axes);
      return tupleOf(tensorOf(real.shape, real.dtype), tensorOf(imaginary.shape, imaginary.dtype));
    },
  });
}

const rfft = defineOp({
  name: 'rfft',
  module: 'core',
  operation: 'RFFT',
  summary: 'Fourier transform of a real signal: its positive frequencies.',
  params: { x: tensor(), fft_length: optionalSize() },
  symbolicBy: ['x'],
  output: ({ args: { x, fft_length: length } }) => {
    checkSpectrumRank(x.shape, 1);
    const count = halfSpectrum(length ?? (x.shape.at(-1) as Dimension));
    const one = tensorOf([...x.shape.slice(0, -1), count], x.dtype);
    return tupleOf(one, one);
  },
});

function checkSpectrumRank(shape: readonly Dimension[], least: number): void {
  if (shape.length >= least) return;
  refuse('wrong-rank', `at least ${least} dimensions are needed, and ${formatShape(shape)} has ${shape.length}`);
}

const irfft = defineOp({
  name: 'irfft',
  module: 'core',
  operation: 'IRFFT',
  summary: 'The real signal of positive frequencies.',
  params: { x: parts, fft_length: optionalSize() },
  symbolicBy: ['x'],
  output: ({ args: { x, fft_length: length } }) => {
    checkParts(x);
    const [real] = x;
    checkSpectrumRank(real.shape, 1);
    const count = length ?? multiply(subtract(real.shape.at(-1) as Dimension, 1), 2);
    return tensorOf([...real.shape.slice(0, -1), count], real.dtype);
  },
});

/** `sequence_stride` of frames: a positive int. */
const strideParam: OpParam<Dimension> = {
  default: null,
  read: (value, context) => {
    const { parameter, callee } = context;
    const wrong = () =>
      refuse('invalid-argument', `\`${parameter}\` of ${callee} must be a positive int, not ${describe(value)}`, {
        parameter,
      });
    if (value.kind === 'int' || value.kind === 'bool')
      return Number(value.value) > 0 ? size().read(value, context) : wrong();
    return value.kind === 'unknown' ? size().read(value, context) : wrong();
  },
};

const framing = { sequence_length: size(), sequence_stride: strideParam, fft_length: size() };

const stft = defineOp({
  name: 'stft',
  module: 'core',
  operation: 'STFT',
  summary: 'Spectra of overlapping frames of a signal.',
  params: { x: tensor(), ...framing, window: other(str('hann')), center: flag(true) },
  symbolicBy: ['x'],
  output: ({ args: { x, sequence_stride: stride, fft_length: fftLength, center } }) => {
    const found = tensorOf(stftShape(x.shape, { stride, fftLength, center }), x.dtype);
    return tupleOf(found, found);
  },
});

const istft = defineOp({
  name: 'istft',
  module: 'core',
  operation: 'ISTFT',
  summary: 'The signal of spectra of overlapping frames.',
  params: { x: parts, ...framing, length: optionalSize(), window: other(str('hann')), center: flag(true) },
  symbolicBy: ['x'],
  output: ({ args: { x, sequence_stride: stride, fft_length: fftLength, length, center } }) => {
    checkParts(x);
    const [real] = x;
    checkSpectrumRank(real.shape, 2);
    return tensorOf(istftShape(real.shape, { stride, fftLength, center }, length), real.dtype);
  },
});

const extractSequences = defineOp({
  name: 'extract_sequences',
  module: 'core',
  operation: 'ExtractSequences',
  summary: 'Overlapping frames of the last axis.',
  params: { x: tensor(), sequence_length: size(), sequence_stride: size() },
  symbolicBy: ['x'],
  output: ({ args: { x, sequence_length: length, sequence_stride: stride } }) => {
    checkSpectrumRank(x.shape, 1);
    return tensorOf(sequences(x.shape, length, stride), x.dtype);
  },
});

const correlate = defineOp({
  name: 'correlate',
  module: 'numpy',
  operation: 'Correlate',
  summary: 'Correlation of two vectors.',
  params: { x1: tensorOrNumber(), x2: tensorOrNumber(), mode: anything(str('valid')) },
  symbolicBy: ['x1', 'x2'],
  output: ({ args: { x1, x2, mode: kind } }) => {
    const [a, b] = [x1, x2].map((one, i) => lengthOf(one, `x${i + 1}`)) as [Dimension, Dimension];
    for (const length of [a, b]) {
      if (isDynamic(length)) {
        refuse('invalid-input', 'correlate cannot compare lengths that are None', { exception: 'TypeError' });
      }
    }
    return tensorOf([correlated(a, b, kind)], correlatedType(resultType(x1.type ?? '?', x2.type ?? '?')));
  },
  run: ({ args: { x1, x2, mode: kind } }) => {
    const [a, b] = [x1, x2].map((one, i) => lengthOf(one, `x${i + 1}`)) as [Dimension, Dimension];
    return tensorOf([correlated(a, b, kind)], correlatedType(resultType(x1.type ?? '?', x2.type ?? '?')));
  },
});

function lengthOf(operand: Operand, parameter: string): Dimension {
  const shape = shapeAttribute(operand);
  const [only] = shape;
  if (shape.length === 1 && only !== undefined) return only;
  return refuse('wrong-rank', `correlate takes vectors, and ${formatShape(shape)} is none`, { parameter });
}

function correlated(a: Dimension, b: Dimension, kind: Value): Dimension {
  if (kind.kind === 'unknown') throw new NotKnown(kind.reason);
  if (kind.kind !== 'str' || !['valid', 'same', 'full'].includes(kind.value)) {
    return refuse('invalid-argument', `\`mode\` must be 'valid', 'same' or 'full', not ${describe(kind)}`, {
      parameter: 'mode',
    });
  }
  if (kind.value === 'full') return subtract(add(a, b), 1);
  if (!isKnown(a) || !isKnown(b)) return isUnknown(a) ? a : isUnknown(b) ? b : dynamic();
  const largest = Math.max(a, b);
  return kind.value === 'same' ? largest : largest - Math.min(a, b) + 1;
}

function correlatedType(type: string): string {
  if (type === '?') return '?';
  if (type === 'int64') return 'float64';
  return ['bfloat16', 'float16', 'float64'].includes(type) ? type : 'float32';
}

const viewAsComplex = defineOp({
  name: 'view_as_complex',
  module: 'core',
  operation: 'ViewAsComplex',
  summary: 'Complex numbers from pairs in the last axis.',
  params: { x: tensor() },
  output: ({ args: { x } }) => tensorOf(x.shape.slice(0, -1), 'complex64'),
  run: ({ args: { x } }) => {
    const pair = x.shape.at(-1);
    if (pair === undefined || (isKnown(pair) && pair !== 2)) {
      refuse(
        'incompatible-shapes',
        `the last axis of ${formatShape(x.shape)} must have 2: a real and an imaginary part`,
      );
    }
    return tensorOf(x.shape.slice(0, -1), 'complex64');
  },
});

const viewAsReal = defineOp({
  name: 'view_as_real',
  module: 'core',
  operation: 'ViewAsReal',
  summary: 'Pairs of real and imaginary parts in a new last axis.',
  params: { x: tensor() },
  output: ({ args: { x } }) => tensorOf([...x.shape, 2], 'float32'),
});

export const spectra: readonly OpDefinition[] = [
  transform('fft', 'FFT', 'Fourier transform along the last axis.', 1),
  transform('fft2', 'FFT2', 'Fourier transform along the last two axes.', 2),
  transform('ifft2', 'IFFT2', 'Inverse Fourier transform along the last two axes.', 2),
  rfft,
  irfft,
  stft,
  istft,
  extractSequences,
  correlate,
  viewAsComplex,
  viewAsReal,
];
