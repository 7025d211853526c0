import { reason } from '../../../../shapes/reason';
import { unknownShape } from '../../../../shapes/shape';
import type { Value } from '../../../../values/value';
import { defineLayer, weight } from '../../../define-layer';
import { count } from '../../../numbers';
import { anything, flag, ignored } from '../../../params';
import { initializer, regularizer } from '../../identifiers';
import { adapted, constraintGiven, refusedLora } from './lora';
import { weightMethods } from './weight-methods';

export const reversibleEmbedding = defineLayer({
  name: 'ReversibleEmbedding',
  onlyIn: 'keras3',
  summary: 'Embedding that can also map vectors back to scores of all its integers.',
  docs: 'api/layers/core_layers/reversible_embedding/',
  rule: {
    words:
      'Like Embedding: a new last axis of `output_dim`. Called with `reverse=True`, the last axis becomes `input_dim`.',
    formula: '(…) → (…, output_dim); reversed: (…, output_dim) → (…, input_dim)',
    example: 'ReversibleEmbedding(1000, 64)(Input((20,), dtype="int32"))',
    readFrom: 'layers/core/reversible_embedding.py: ReversibleEmbedding.compute_output_shape',
  },
  members: weightMethods('embeddings'),
  params: {
    input_dim: count(null, 1, { bools: false }),
    output_dim: count(null, 1, { bools: false }),
    tie_weights: flag(true),
    embeddings_initializer: initializer('uniform'),
    embeddings_regularizer: regularizer(),
    embeddings_constraint: constraintGiven,
    mask_zero: flag(false),
    reverse_dtype: ignored,
    logit_soft_cap: ignored,
    // What Embedding takes besides.
    weights: { ...ignored, kind: 'kwargs' },
    lora_rank: { ...anything(), kind: 'kwargs' },
    lora_alpha: { ...ignored, kind: 'kwargs' },
    quantization_config: { ...ignored, kind: 'kwargs' },
    input_length: { ...ignored, kind: 'kwargs' },
  },
  callParameters: ['reverse'],
  build: ({ callee, args }) => [
    refusedLora(callee, args.lora_rank, args.embeddings_constraint, 'embeddings_constraint'),
  ],
  output: ({ args, input, keywords }) => {
    const reverse = truth(keywords.get('reverse'));
    if (reverse === undefined) return unknownShape(reason('`reverse` is not known'));
    return reverse ? [...input.shape.slice(0, -1), args.input_dim] : [...input.shape, args.output_dim];
  },
  weights: ({ args }) => [
    ...adapted('embeddings', [args.input_dim, args.output_dim], args.lora_rank),
    ...(args.tie_weights ? [] : [weight('reverse_embeddings', [args.output_dim, args.input_dim])]),
  ],
});

function truth(value: Value | undefined): boolean | undefined {
  const read = flag(false).read(value ?? { kind: 'None' }, {} as never);
  return value?.kind === 'unknown' || !('value' in read) ? undefined : read.value;
}
