import { defineLayer, variant, weight } from '../../../define-layer';
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
  reported,
  unfit,
  unsupportedTypes,
  withScores,
  wrongInputs,
} from './dense-attention';

const scoreMode = choice(['dot', 'concat'], 'dot');
const mode = (args: { readonly score_mode: 'dot' | 'concat' }) => (args.score_mode === 'dot' ? 'dot' : 'sum');

function weightsOf(args: { readonly use_scale: boolean; readonly score_mode: 'dot' | 'concat' }) {
  return [
    ...(args.use_scale ? [weight('scale', [])] : []),
    ...(args.score_mode === 'concat' ? [weight('concat_score_weight', [])] : []),
  ];
}

export const attention = defineLayer({
  name: 'Attention',
  summary: 'Attention of a query to a value, with scores by dot product.',
  docs: 'api/layers/attention_layers/attention/',
  rule: {
    words: 'The query’s axes, with the last of `value`. With `return_attention_scores=True` also the scores.',
    formula: 'query (batch, tq, d), value (batch, tv, dv) → (batch, tq, dv); scores (batch, tq, tv)',
    example: 'Attention()([Input((7, 32)), Input((5, 32))])',
    readFrom: 'layers/attention/attention.py: Attention.compute_output_shape',
  },
  params: { use_scale: flag(false), score_mode: scoreMode, dropout: dropoutRate, seed },
  takes: 'list only',
  callParameters: ['mask', 'training', 'return_attention_scores', 'use_causal_mask'],
  construct: ({ callee, args }) => [wrongSeed(callee, args.seed, args.dropout)],
  requires: (question) => [...wrongInputs(question), flatKey(question)],
  output: reported,
  weights: ({ args }) => weightsOf(args),
  explain: explainAttention,
  generations: {
    keras2: variant({
      params: { use_scale: flag(false), score_mode: scoreMode, ...keras2Keywords },
      construct: () => [],
      build: ({ callee, args }) => [lateDropout(callee, args.dropout)],
      requires: (question) => {
        const wrong = wrongInputs(question);
        return wrong.some(Boolean)
          ? wrong
          : [unsupportedTypes(question), unfit(question, computed(question, mode(question.args)))];
      },
      output: (question) => {
        const { output, scores } = computed(question, mode(question.args));
        return withScores(question, output, scores);
      },
      outputDType: inputDType,
    }),
  },
});
