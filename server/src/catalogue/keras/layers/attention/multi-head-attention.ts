import { attentionEquations, projectionEquation } from '../../../../shapes/attention';
import { broadcastShapes } from '../../../../shapes/broadcast';
import { type Dimension, formatDimension, surelyDiffer, unknownDimension } from '../../../../shapes/dimension';
import { tensorflowEinsum } from '../../../../shapes/einsum';
import { reason } from '../../../../shapes/reason';
import { formatShape, hasRank, type Shape, unknownShape } from '../../../../shapes/shape';
import { NONE } from '../../../../values/value';
import { defineLayer, type LayerQuestion, type Output, variant, type WeightSpec } from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { named } from '../../../native';
import { count, strictInteger } from '../../../numbers';
import { describe, flag, orNone, type Param, sequenceItems } from '../../../params';
import { inputDType } from '../../keras2';
import { isRun } from '../../running';
import { seed, wrongSeed } from '../../seeds';
import { parts, truthOf, unsupportedTypes } from './dense-attention';
import {
  builtDropout,
  differentKey,
  flashDropout,
  type GivenOutput,
  lateSize,
  looseDropout,
  outputShape,
  product,
  projection,
  projectionOptions,
  slidingWindow,
  sublayerOptions,
} from './heads';

interface Args {
  readonly num_heads: Dimension;
  readonly key_dim: Dimension;
  readonly value_dim: Dimension | null;
  readonly use_bias: boolean;
  readonly output_shape: GivenOutput;
  readonly attention_axes: GivenAxes;
}
type Question = LayerQuestion<Args>;

/** Null for all between batch and heads. */
type GivenAxes = readonly number[] | null | 'unknown';

/** None, an int, or a list or tuple of ints. */
const attentionAxes: Param<GivenAxes> = {
  default: NONE,
  read: (value, { callee, parameter, generation }) => {
    const single = strictInteger(value);
    if (typeof single === 'number') return { value: [single] };
    if (value.kind === 'None') return { value: null };
    if (single === undefined || (value.kind === 'list' && value.uncertain)) return { value: 'unknown' };
    const items = sequenceItems(value);
    const wrong = (exception: string) =>
      failure('invalid-argument', `\`${parameter}\` of ${callee} must hold ints, not ${describe(value)}`, {
        parameter,
        exception,
      });
    if (!items)
      return generation === 'keras2'
        ? { value: 'unknown', later: wrong('IndexError') }
        : { failure: wrong('ValueError') };
    const axes = items.map(strictInteger);
    if (axes.includes('no int')) return { value: 'unknown', later: wrong('TypeError') };
    return { value: axes.includes(undefined) ? 'unknown' : (axes as number[]) };
  },
};

const valueSize = ({ args }: Question): Dimension =>
  args.value_dim === null || args.value_dim === 0 ? args.key_dim : args.value_dim;

/** Sizes behind the query's outer axes. */
function outputSizes({ args }: Question, query: readonly Dimension[]): readonly Dimension[] {
  if (args.output_shape === 'unknown') return [unknownDimension(reason('`output_shape` is not known'))];
  return args.output_shape ?? query.slice(-1);
}

function weightsOf(question: Question, gate: boolean): readonly WeightSpec[] {
  const found = parts(question);
  if (!found) return [];
  const { num_heads: heads, key_dim: keySize, use_bias: bias } = question.args;
  const size = valueSize(question);
  return [
    ...projection('query', found.query.slice(-1), [heads, keySize], bias),
    ...projection('key', found.key.slice(-1), [heads, keySize], bias),
    ...(gate ? projection('gate', found.query.slice(-1), [heads, size], bias) : []),
    ...projection('value', found.value.slice(-1), [heads, size], bias),
    ...projection('attention_output', [heads, size], outputSizes(question, found.query), bias),
  ];
}

/** Attention axes as the projected value has them; null where unknown or not there. */
function equations({ args, callee }: Question, valueRank: number, generation: 'keras2' | 'keras3') {
  const rank = valueRank + 1;
  const given = args.attention_axes;
  if (given === 'unknown') return { found: null, axes: null, failed: null };
  const axes =
    given === null
      ? Array.from({ length: Math.max(0, rank - 3) }, (_, i) => i + 1)
      : given.map((axis) => (axis < 0 && generation === 'keras3' ? rank - 1 + axis : axis));
  const found = attentionEquations(rank, axes);
  const failed = found
    ? null
    : failure(
        'axis-out-of-range',
        `${callee} attends over axes ${(given ?? []).join(', ')}, and there are ${rank} with its heads`,
        {
          parameter: 'attention_axes',
          exception: 'IndexError',
        },
      );
  return { found, axes, failed };
}

export const multiHeadAttention = defineLayer({
  name: 'MultiHeadAttention',
  summary: 'Attention of a query to a value in several heads side by side.',
  docs: 'api/layers/attention_layers/multi_head_attention/',
  rule: {
    words:
      'The shape of the query, whose last axis becomes `output_shape` where that is given. `key_dim` and `value_dim` only decide the weights. With `return_attention_scores=True` also the scores of all heads.',
    formula: 'query (batch, t, d) → (batch, t, d or output_shape); scores (batch, num_heads, t, s)',
    example: 'MultiHeadAttention(num_heads=2, key_dim=16)(Input((7, 32)), Input((5, 32)))',
    readFrom: 'layers/attention/multi_head_attention.py: MultiHeadAttention.compute_output_shape',
  },
  makesLayers: { when: 'built', classes: ['Softmax', 'Dropout'] },
  params: {
    num_heads: count(),
    key_dim: count(),
    value_dim: orNone(count()),
    dropout: builtDropout,
    use_bias: flag(true),
    output_shape: outputShape,
    attention_axes: attentionAxes,
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
  members: named(sublayerOptions),
  privateArguments: { num_heads: null, key_dim: null, value_dim: 'key_dim', use_bias: null, dropout: null },
  construct: ({ callee, args }) => [flashDropout(callee, args.flash_attention, args.dropout)],
  build: (question) => {
    const found = parts(question);
    return [
      found && equations(question, found.value.length, 'keras3').failed,
      wrongSeed(question.callee, question.args.seed, question.args.dropout),
    ];
  },
  requires: (question) => {
    const found = parts(question);
    return [found && differentKey(question.callee, found.value, found.key)];
  },
  output: (question) => {
    const { query } = parts(question) ?? {};
    if (!query) return unknownShape(reason('the value is not given'));
    const given = question.args.output_shape;
    const output =
      given === 'unknown'
        ? unknownShape(reason('`output_shape` is not known'))
        : [...query.slice(0, -1), ...(given ?? query.slice(-1))];
    if (isRun(question)) return reportedScores(question, output, computed(question, 'keras3').scores);
    // Keras reports the query's length for both, though running gives the key's for the last one.
    const length = query[1];
    return reportedScores(
      question,
      output,
      length === undefined
        ? unknownShape(reason('the query has no axis 1'))
        : [query[0] as Dimension, question.args.num_heads, length, length],
    );
  },
  weights: (question) => weightsOf(question, question.args.use_gate),
  explain: (question) => explain(question),
  generations: {
    keras2: variant({
      params: {
        num_heads: lateSize(),
        key_dim: lateSize(),
        value_dim: orNone(lateSize()),
        dropout: looseDropout,
        use_bias: flag(true),
        output_shape: outputShape,
        attention_axes: attentionAxes,
        ...projectionOptions,
      },
      callParameters: ['attention_mask', 'return_attention_scores', 'training', 'use_causal_mask'],
      construct: () => [],
      build: () => [],
      requires: (question) => [unsupportedTypes(question), computed(question, 'keras2').failed],
      output: (question) => {
        const { output, scores } = computed(question, 'keras2');
        return reportedScores(question, output, scores);
      },
      weights: (question) => weightsOf(question, false),
      outputDType: inputDType,
    }),
  },
});

function reportedScores({ keywords }: Question, output: Shape, scores: Shape): Output {
  const asked = truthOf(keywords.get('return_attention_scores'));
  if (asked === undefined) return unknownShape(reason('`return_attention_scores` is not known'));
  return asked ? { type: 'tuple', items: [output, scores] } : output;
}

function explain(question: Question) {
  const found = parts(question);
  if (!found) return {};
  const { query, value } = found;
  const { num_heads: heads, key_dim: size, attention_axes: axes } = question.args;
  return {
    formulas: [
      `${formatDimension(heads)} heads of ${formatDimension(size)}: ${product([heads, size])} numbers a position`,
    ],
    notes: [
      `each position of the query ${formatShape(query)} takes a weighted mean over the positions of the value ${formatShape(value)}`,
      ...(axes !== null && axes !== 'unknown' ? [`attends over axis ${axes.join(', ')}`] : []),
    ],
    defaults:
      question.args.output_shape === null
        ? [
            {
              parameter: 'output_shape',
              value: 'None',
              meaning: `\`output_shape\` is left out, so the last axis is the query's: ${formatDimension(query.at(-1) as Dimension)}`,
              telling: false,
            },
          ]
        : [],
  };
}

interface Computed {
  readonly output: Shape;
  readonly scores: Shape;
  readonly failed: MaybeFailure;
}

/** Keras 2 computes scores and output, so that all sizes meet. */
function computed(question: Question, generation: 'keras2' | 'keras3'): Computed {
  const refused = (failed: MaybeFailure, why: string): Computed => {
    const shape = unknownShape(reason(why));
    return { output: shape, scores: shape, failed };
  };
  const unfit = (problem: string) =>
    refused(failure('incompatible-shapes', `${question.callee}: ${problem}`, { inputs: [0, 1] }), problem);
  const found = parts(question);
  if (!found) return refused(null, 'there are too few inputs');
  const { query, value, key } = found;
  const { num_heads: heads, key_dim: size, output_shape } = question.args;
  const { found: equation, axes, failed } = equations(question, value.length, generation);
  if (failed) return refused(failed, failed.message);
  if (!equation || !axes || output_shape === 'unknown')
    return refused(null, 'arguments of MultiHeadAttention are not known');
  const made = question.builtOn ? (parts({ ...question, inputs: question.builtOn }) ?? found) : found;
  for (const part of ['query', 'value', 'key'] as const) {
    const [now, then] = [found[part], made[part]];
    if (now.length !== then.length || surelyDiffer(now.at(-1) as Dimension, then.at(-1) as Dimension))
      return unfit(`it was built for a ${part} of ${formatShape(then)}, and this one is ${formatShape(now)}`);
  }
  if (size === 0) {
    const message = `${question.callee} divides by the root of \`key_dim\`, which is 0`;
    return refused(
      failure('invalid-argument', message, { parameter: 'key_dim', exception: 'ZeroDivisionError' }),
      message,
    );
  }
  const projected = (shape: readonly Dimension[], last: Dimension) => [...shape.slice(0, -1), heads, last];
  const scores = tensorflowEinsum(equation.scores, [projected(key, size), projected(query, size)]);
  if (scores.problem !== null) return unfit(scores.problem);
  if (axes.length === 0) {
    return refused(
      failure('wrong-rank', `${question.callee} has no axis to attend over in ${formatShape(value)}`, {
        inputs: [1],
        exception: 'IndexError',
      }),
      'there is no axis to attend over',
    );
  }
  const masked = withMask(question, found, scores.shape, axes.length);
  if (!masked) return unfit('the mask does not fit the scores');
  const inner = valueSize(question);
  const combined = tensorflowEinsum(equation.combine, [masked, projected(value, inner)]);
  if (combined.problem !== null) return unfit(combined.problem);
  const sizes = outputSizes(question, made.query);
  const output = tensorflowEinsum(projectionEquation(query.length - 1, 2, sizes.length), [
    combined.shape,
    [heads, inner, ...sizes],
  ]);
  return output.problem !== null ? unfit(output.problem) : { output: output.shape, scores: masked, failed: null };
}

/** A mask is added to the scores, with axes of 1 for the heads; a causal one has axis 1 of query and value. */
function withMask(
  { keywords }: Question,
  { query, value }: { readonly query: readonly Dimension[]; readonly value: readonly Dimension[] },
  scores: readonly Dimension[],
  axes: number,
): readonly Dimension[] | null {
  const given = keywords.get('attention_mask');
  const mask = given?.kind === 'tensor' && hasRank(given.shape) ? given.shape : null;
  const causal = truthOf(keywords.get('use_causal_mask')) === true;
  const [queries, keys] = [query[1], value[1]];
  const triangle = causal && queries !== undefined && keys !== undefined ? [1, queries, keys] : null;
  let shape = mask && triangle ? broadcastShapes(mask, triangle).shape : (mask ?? triangle);
  if (!shape) return mask && triangle ? null : scores;
  const behind = axes * 2;
  while (shape.length < scores.length) {
    if (shape.length < behind) return null;
    shape = [...shape.slice(0, shape.length - behind), 1, ...shape.slice(shape.length - behind)];
  }
  return broadcastShapes(scores, shape).shape;
}
