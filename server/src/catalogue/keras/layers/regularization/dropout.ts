import type { Value } from '../../../../values/value';
import { defineLayer, variant } from '../../../define-layer';
import { failure } from '../../../failure';
import { strictInteger } from '../../../numbers';
import { anything, describe, type Param, sequenceItems } from '../../../params';
import { inputDType } from '../../keras2';
import { runDType } from '../../running';
import { seed, wrongSeed } from '../../seeds';
import { dropsAll, explainDropout, looseShare, noised, noiseUnfit, sameShape, share } from './noise';

/** None, or a sequence of positive ints and Nones (`Dropout._validate_noise_shape`). It is not held against the input. */
const noiseShape: Param<Value> = {
  ...anything(),
  read: (value, { callee, parameter }) => {
    const wrong = (wanted: string) => ({
      failure: failure('invalid-argument', `\`${parameter}\` of ${callee} must be ${wanted}, not ${describe(value)}`, {
        parameter,
      }),
    });
    const scalar = ['str', 'int', 'float', 'bool'].includes(value.kind);
    if (scalar) return wrong('a tuple of ints and Nones');
    for (const item of sequenceItems(value) ?? []) {
      if (item.kind === 'None') continue;
      const size = strictInteger(item);
      if (size === 'no int' || (size !== undefined && size <= 0)) return wrong('a tuple of positive ints and Nones');
    }
    return { value };
  },
};

export const dropout = defineLayer({
  name: 'Dropout',
  summary: 'Sets a random share of the elements to 0 while training, and scales up the others.',
  docs: 'api/layers/regularization_layers/dropout/',
  openSizes: 'any',
  rule: {
    words: 'The shape of the input; `noise_shape` must broadcast to it.',
    formula: '(…) → (…)',
    example: 'Dropout(0.5)(Input((7, 32)))',
    readFrom: 'layers/regularization/dropout.py: Dropout.compute_output_shape',
  },
  params: { rate: share, noise_shape: noiseShape, seed },
  takes: 'structure',
  passesNone: true,
  construct: ({ callee, args }) => [wrongSeed(callee, args.seed, args.rate)],
  output: sameShape,
  outputDType: runDType,
  explain: ({ args: { rate } }) => explainDropout(rate, 'elements'),
  generations: {
    keras2: variant({
      params: { rate: looseShare, noise_shape: anything(), seed },
      construct: () => [],
      takes: 'stacked',
      requires: (question) => [dropsAll(question.callee, question.args.rate, question.keywords), noiseUnfit(question)],
      output: (question) => noised(question) ?? question.input.shape,
      outputDType: inputDType,
    }),
  },
});
