import type { Dimension } from '../../../../shapes/dimension';
import type { DType } from '../../../../shapes/dtype';
import { defineLayer, type LayerQuestion, variant } from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { flag } from '../../../params';
import { autocast } from '../../keras2';
import { isRun } from '../../running';
import { type Bins, broken, optionalBins } from './bins';
import {
  counted,
  encoded,
  encodedOutput,
  explainMode,
  oneHot,
  outputMode,
  overLast,
  uncounted,
  unreadable,
} from './encoding';

type Mode = 'multi_hot' | 'one_hot' | 'count';
type Question = LayerQuestion<{ readonly num_tokens: Bins | null; readonly output_mode: Mode }>;

const params = {
  num_tokens: optionalBins(1),
  output_mode: outputMode(['multi_hot', 'one_hot', 'count'], 'multi_hot', ['binary']),
  sparse: flag(false),
};

const depth = (given: Bins | null): Dimension => given?.size ?? 0;

function missing(callee: string, given: Bins | null): MaybeFailure {
  return (
    given === null &&
    failure('invalid-argument', `${callee} needs \`num_tokens\`: how many categories there are`, {
      parameter: 'num_tokens',
    })
  );
}

function unusedWeights({ callee, args, keywords }: Question): MaybeFailure {
  const weights = keywords.get('count_weights');
  return (
    weights !== undefined &&
    weights.kind !== 'None' &&
    weights.kind !== 'unknown' &&
    args.output_mode !== 'count' &&
    failure('invalid-argument', `\`count_weights\` of ${callee} is for an \`output_mode\` of 'count' only`, {
      parameter: 'count_weights',
    })
  );
}

/** Sparse counts are of int32 and int64 only. */
function sparseInts(callee: string, dtype: DType): MaybeFailure {
  return (
    !['int32', 'int64', '?'].includes(dtype) &&
    failure('incompatible-dtypes', `${callee} takes int32 or int64 where it is sparse, and its input is ${dtype}`, {
      exception: 'TypeError',
      inputs: [0],
      facts: { dtype },
    })
  );
}

export const categoryEncoding = defineLayer({
  name: 'CategoryEncoding',
  summary: 'Writes category numbers as one-hot, multi-hot or count vectors.',
  docs: 'api/layers/preprocessing_layers/categorical/category_encoding/',
  rule: {
    words:
      '`one_hot` adds an axis of `num_tokens` (an axis of 1 becomes it); `multi_hot` and `count` make it of the last axis.',
    formula: 'one_hot: (batch, n) → (batch, n, num_tokens); else (batch, n) → (batch, num_tokens)',
    example: 'CategoryEncoding(num_tokens=5, output_mode="one_hot")(Input((3,), dtype="int32"))',
    readFrom: 'layers/preprocessing/category_encoding.py: CategoryEncoding.compute_output_shape',
  },
  convertsInputs: true,
  givesSparse: 'symbolic calls too',
  params,
  callParameters: ['count_weights'],
  construct: ({ callee, args }) => [missing(callee, args.num_tokens)],
  requires: ({ callee, args }) => [broken(callee, 'num_tokens', args.num_tokens)],
  output: (question) => {
    const { num_tokens, output_mode: mode } = question.args;
    const { shape } = question.input;
    if (mode === 'one_hot') return oneHot(shape, depth(num_tokens));
    return (isRun(question) ? counted : overLast)(shape, depth(num_tokens));
  },
  explain: (question) => explainMode(question.args.output_mode, depth(question.args.num_tokens), question),
  generations: {
    keras2: variant({
      params: { ...params, max_tokens: { ...optionalBins(1), kind: 'kwargs' } },
      takes: 'stacked',
      construct: ({ callee, args, written }) => [
        missing(callee, written('max_tokens') ? args.max_tokens : args.num_tokens),
      ],
      requires: (question) => {
        const { callee, args, input, dtype, written } = question;
        const given = written('max_tokens') ? args.max_tokens : args.num_tokens;
        return [
          broken(callee, 'num_tokens', given, 'TypeError'),
          args.sparse
            ? sparseInts(callee, autocast(input.dtype, dtype))
            : unreadable(callee, autocast(input.dtype, dtype), 'int32, int64 or floats'),
          unusedWeights(question),
          encoded(callee, args.output_mode, input.shape, depth(given)).failed,
          uncounted(callee, args.output_mode, dtype),
        ];
      },
      output: (question) => {
        const { args, written } = question;
        return encodedOutput(question, depth(written('max_tokens') ? args.max_tokens : args.num_tokens));
      },
    }),
  },
});
