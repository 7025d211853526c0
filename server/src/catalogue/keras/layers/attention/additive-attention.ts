import type { Dimension } from '../../../../shapes/dimension';
import { defineLayer, type LayerQuestion, variant, weight } from '../../../define-layer';
import { choice, flag } from '../../../params';
import { inputDType } from '../../keras2';
import { seed, wrongSeed } from '../../seeds';
import {
  computed,
  dropoutRate,
  explainAttention,
  flatKey,
  keras2Keywords,
  lateDropout,
  parts,
  reported,
  unfit,
  unsupportedTypes,
  withScores,
  wrongInputs,
} from './dense-attention';

type Question = LayerQuestion<{ readonly use_scale: boolean }>;

/** One weight for each place of the last axis: the query's in Keras 3, the value's in Keras 2. */
function scaleOf(question: Question, of: 'query' | 'value'): readonly Dimension[] {
  return question.args.use_scale ? (parts(question)?.[of].slice(-1) ?? []) : [];
}

const weightsOf = (question: Question, of: 'query' | 'value') =>
  question.args.use_scale ? [weight('scale', scaleOf(question, of))] : [];

export const additiveAttention = defineLayer({
  name: 'AdditiveAttention',
  summary: 'Attention of a query to a value, with scores by a learned sum.',
  docs: 'api/layers/attention_layers/additive_attention/',
  rule: {
    words: 'The query’s axes, with the last of `value`; the sizes of query and key must be equal.',
    formula: 'query (batch, tq, d), value (batch, tv, dv) → (batch, tq, dv)',
    example: 'AdditiveAttention()([Input((7, 32)), Input((5, 32))])',
    readFrom: 'layers/attention/attention.py: Attention.compute_output_shape',
  },
  params: {
    use_scale: flag(true),
    dropout: dropoutRate,
    score_mode: { ...choice(['dot', 'concat'], 'dot'), kind: 'kwargs' },
    seed: { ...seed, kind: 'kwargs' },
  },
  takes: 'list only',
  callParameters: ['mask', 'training', 'return_attention_scores', 'use_causal_mask'],
  construct: ({ callee, args }) => [wrongSeed(callee, args.seed, args.dropout)],
  build: (question) => wrongInputs(question),
  requires: (question) => [...wrongInputs(question), flatKey(question)],
  output: reported,
  weights: (question) => weightsOf(question, 'query'),
  explain: explainAttention,
  generations: {
    keras2: variant({
      params: { use_scale: flag(true), ...keras2Keywords },
      construct: () => [],
      build: (question) => [...wrongInputs(question), lateDropout(question.callee, question.args.dropout)],
      requires: (question) => {
        const wrong = wrongInputs(question);
        return wrong.some(Boolean) ? wrong : [unsupportedTypes(question), unfit(question, sums(question))];
      },
      output: (question) => {
        const { output, scores } = sums(question);
        return withScores(question, output, scores);
      },
      weights: (question) => weightsOf(question, 'value'),
      outputDType: inputDType,
    }),
  },
});

const sums = (question: Question) => computed(question, 'sum', scaleOf(question, 'value'));
