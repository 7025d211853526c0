import { type DenseOutcome, denseShapes } from '../../../../shapes/dense-equation';
import {
  type Dimension,
  dynamic,
  formatDimension,
  isKnown,
  isUnknown,
  sameToKeras,
} from '../../../../shapes/dimension';
import { reason } from '../../../../shapes/reason';
import { formatShape, unknownShape } from '../../../../shapes/shape';
import { NONE, type Value } from '../../../../values/value';
import { defineLayer, type LayerQuestion, type WeightSpec, weight } from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { comparable, converted } from '../../../numbers';
import { anything, describe, flag } from '../../../params';
import { seed, wrongSeed } from '../../seeds';
import { parts, withScores } from './dense-attention';
import {
  builtDropout,
  differentKey,
  flashDropout,
  product,
  projectionOptions,
  readLateSize,
  slidingWindow,
} from './heads';

/** The constructor divides with these as they are; sizes of weights they become when the layer is built. */
interface Args {
  readonly head_dim: Value;
  readonly num_query_heads: Value;
  readonly num_key_value_heads: Value;
  readonly use_bias: boolean;
  readonly use_gate: boolean;
}
type Question = LayerQuestion<Args>;
type SizeName = 'head_dim' | 'num_query_heads' | 'num_key_value_heads';

function readSize({ callee, args }: Pick<Question, 'callee' | 'args'>, parameter: SizeName) {
  return readLateSize(args[parameter], { callee, parameter });
}

function sizesOf(question: Question) {
  return {
    size: readSize(question, 'head_dim').value,
    heads: readSize(question, 'num_query_heads').value,
    kept: readSize(question, 'num_key_value_heads').value,
  };
}

/** The five projections by name, each with what its equation makes of its input. */
function projections(question: Question): readonly (readonly [string, DenseOutcome])[] {
  const found = parts(question);
  if (!found) return [];
  const { query, value, key } = found;
  const { size, heads, kept } = sizesOf(question);
  const { use_bias } = question.args;
  const any = dynamic();
  const toHeads = (equation: string, axes: string, input: readonly Dimension[], count: Dimension) =>
    denseShapes(equation, use_bias ? [...axes] : null, input, [any, count, size], 'output');
  return [
    ['query', toHeads('bqm,muh->bquh', 'uh', query, heads)],
    ['key', toHeads('bkm,mvh->bkvh', 'vh', key, kept)],
    ...(question.args.use_gate ? [['gate', toHeads('bqm,muh->bquh', 'uh', query, heads)] as const] : []),
    ['value', toHeads('bkm,mvh->bkvh', 'vh', value, kept)],
    [
      'attention_output',
      denseShapes(
        'bquh,uhm->bqm',
        use_bias ? ['m'] : null,
        [any, any, heads, size],
        [any, query.at(-1) as Dimension],
        'output',
      ),
    ],
  ];
}

function weightsOf(question: Question): readonly WeightSpec[] {
  return projections(question).flatMap(([name, { shapes }]) => {
    if (!shapes) return [];
    return [weight(`${name}/kernel`, shapes.kernel), ...(shapes.bias ? [weight(`${name}/bias`, shapes.bias)] : [])];
  });
}

function wrongRank(question: Question): MaybeFailure {
  for (const [name, { problem }] of projections(question)) {
    if (!problem) continue;
    return failure('wrong-rank', `${question.callee} takes tensors of 3 dimensions: ${problem.message}`, {
      exception: 'IndexError',
      inputs: [name === 'query' ? 0 : 1],
    });
  }
  return null;
}

/** Both heads as the constructor divides them, by Python's `%`. */
function division(callee: string, heads: Value, kept: Value): MaybeFailure {
  const [a, b] = [comparable(heads), comparable(kept)];
  const odd = a === 'no number' ? 'num_query_heads' : b === 'no number' ? 'num_key_value_heads' : null;
  if (odd) {
    return failure('invalid-argument', `\`${odd}\` of ${callee} must be an int`, {
      parameter: odd,
      exception: 'TypeError',
    });
  }
  if (typeof a === 'string' || typeof b === 'string') return null;
  if (b.number === 0) {
    return failure('invalid-argument', `\`num_key_value_heads\` of ${callee} must not be 0`, {
      parameter: 'num_key_value_heads',
      exception: 'ZeroDivisionError',
    });
  }
  return (
    a.number % b.number !== 0 &&
    failure(
      'groups',
      `${callee} shares ${describe(kept)} heads of keys among ${describe(heads)} heads of queries, which is no multiple of ${describe(kept)}`,
      {
        parameter: 'num_key_value_heads',
        facts: { groups: b.number, channels: a.number },
      },
    )
  );
}

/** `1 / sqrt(float(head_dim))` */
function root(callee: string, size: Value): MaybeFailure {
  const number = converted(size, 'float');
  if (number === undefined || (typeof number === 'number' && number > 0)) return null;
  const exception = typeof number === 'string' ? number : number === 0 ? 'ZeroDivisionError' : 'ValueError';
  return failure('invalid-argument', `\`head_dim\` of ${callee} must be a positive int, not ${describe(size)}`, {
    parameter: 'head_dim',
    exception,
  });
}

/** The value's last size must be the query's: None is no number. */
function differentValue({ callee }: Question, query: readonly Dimension[], value: readonly Dimension[]): MaybeFailure {
  const [a, b] = [query.at(-1) as Dimension, value.at(-1) as Dimension];
  return (
    !isUnknown(a) &&
    !isUnknown(b) &&
    !sameToKeras(a, b) &&
    failure(
      'incompatible-shapes',
      `${callee} needs query and value of equal last sizes: ${formatDimension(a)} against ${formatDimension(b)}`,
      { inputs: [0, 1] },
    )
  );
}

export const groupQueryAttention = defineLayer({
  name: 'GroupQueryAttention',
  className: 'GroupedQueryAttention',
  onlyIn: 'keras3',
  summary: 'Attention whose heads share keys and values in groups.',
  docs: 'api/layers/attention_layers/group_query_attention/',
  rule: {
    words: 'The shape of the query. `num_key_value_heads` must divide `num_query_heads`.',
    formula: 'query (batch, t, d) → (batch, t, d)',
    example: 'GroupQueryAttention(16, 4, 2)(Input((7, 32)), Input((5, 32)))',
    readFrom: 'layers/attention/grouped_query_attention.py: GroupedQueryAttention.compute_output_shape',
  },
  makesLayers: { when: 'built', classes: ['Softmax', 'Dropout'] },
  params: {
    head_dim: anything(null),
    num_query_heads: anything(null),
    num_key_value_heads: anything(null),
    dropout: builtDropout,
    use_bias: flag(true),
    sliding_window: slidingWindow,
    flash_attention: { ...flag(false), default: NONE },
    ...projectionOptions,
    use_gate: flag(false),
    seed,
  },
  callInputs: ['query', 'value', 'key'],
  requiredInputs: 2,
  callParameters: [
    'query_mask',
    'value_mask',
    'key_mask',
    'attention_mask',
    'return_attention_scores',
    'training',
    'use_causal_mask',
  ],
  construct: ({ callee, args }) => [
    division(callee, args.num_query_heads, args.num_key_value_heads),
    root(callee, args.head_dim),
    flashDropout(callee, args.flash_attention, args.dropout),
  ],
  build: (question) => [
    readSize(question, 'num_query_heads').later,
    readSize(question, 'head_dim').later,
    readSize(question, 'num_key_value_heads').later,
    wrongRank(question),
    wrongSeed(question.callee, question.args.seed, question.args.dropout),
  ],
  requires: (question) => {
    const found = parts(question);
    if (!found) return [];
    return [differentValue(question, found.query, found.value), differentKey(question.callee, found.value, found.key)];
  },
  output: (question) => {
    const found = parts(question);
    if (!found) return unknownShape(reason('the value is not given'));
    const { query, key } = found;
    return withScores(question, query, [
      query[0] as Dimension,
      sizesOf(question).heads,
      query[1] as Dimension,
      key[1] as Dimension,
    ]);
  },
  weights: weightsOf,
  explain: (question) => {
    const found = parts(question);
    if (!found) return {};
    const { size, heads, kept } = sizesOf(question);
    const shared =
      isKnown(heads) && isKnown(kept) ? [`${heads} / ${kept} = ${heads / kept} heads share each key and value`] : [];
    return {
      formulas: [
        `${formatDimension(heads)} heads of ${formatDimension(size)}: ${product([heads, size])} numbers a position`,
        ...shared,
      ],
      notes: [`each position of ${formatShape(found.query)} takes a weighted mean over ${formatShape(found.value)}`],
    };
  },
});
