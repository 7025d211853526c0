/** What Attention and AdditiveAttention share: `[query, value]` or `[query, value, key]`, and what comes out. */
import { broadcastShapes } from '../../../../shapes/broadcast';
import type { Dimension } from '../../../../shapes/dimension';
import { matmulShape } from '../../../../shapes/matmul';
import { reason } from '../../../../shapes/reason';
import { formatShape, hasRank, type Shape, unknownShape } from '../../../../shapes/shape';
import type { Value } from '../../../../values/value';
import { float } from '../../../../values/value';
import type { LayerQuestion, Output } from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { comparable, readNumber } from '../../../numbers';
import { anything, describe, type Param, sequenceItems } from '../../../params';
import { autocast, mixedTypes } from '../../keras2';

type Question = LayerQuestion<unknown>;

/** Compared with 0 in the constructor, and not looked at further. */
export const dropoutRate: Param<number | undefined> = {
  default: float(0),
  read: (value, context) => readNumber(value, {}, context),
};

/** Query, value and key; the value stands for a key that is not given. Null where there are too few. */
export function parts({ inputs }: Question) {
  const query = inputs[0]?.shape;
  const value = inputs[1]?.shape;
  const key = inputs[2]?.shape ?? value;
  return query && value && key ? { query, value, key } : null;
}

export function wrongInputs({ callee, inputs, keywords }: Question): MaybeFailure[] {
  const wrongCount =
    (inputs.length < 2 || inputs.length > 3) &&
    failure('invalid-input', `${callee} takes [query, value] or [query, value, key], and got ${inputs.length}`, {
      facts: { expected: [2, 3], actual: inputs.length },
    });
  const mask = keywords.get('mask');
  if (!mask || mask.kind === 'None' || mask.kind === 'unknown') return [wrongCount];
  const masks = mask.kind === 'list' ? sequenceItems(mask) : null;
  const wrongMask =
    (mask.kind !== 'list' || (masks !== null && (masks.length < 2 || masks.length > 3))) &&
    failure('invalid-input', `the \`mask\` of ${callee} is a list [query_mask, value_mask]`, { parameter: 'mask' });
  return [wrongCount, wrongMask];
}

/** The last but one axis of the key, which scores are reported for, needs a rank of 2. */
export function flatKey(question: Question): MaybeFailure {
  const found = parts(question);
  const asked = truthOf(question.keywords.get('return_attention_scores'));
  return (
    found !== null &&
    asked === true &&
    found.key.length < 2 &&
    failure('wrong-rank', `${question.callee} has no scores for a key of shape ${formatShape(found.key)}`, {
      exception: 'IndexError',
    })
  );
}

/** Output, with scores where the call asks for them. */
export function withScores(question: Question, output: Shape, scores: Shape): Output {
  const asked = truthOf(question.keywords.get('return_attention_scores'));
  if (asked === undefined) return unknownShape(reason('`return_attention_scores` is not known'));
  return asked ? { type: 'tuple', items: [output, scores] } : output;
}

/** Python's truth of a flag of the call; undefined where not known. */
export function truthOf(value: Value | undefined): boolean | undefined {
  if (!value || value.kind === 'None') return false;
  if (value.kind === 'bool') return value.value;
  const number = comparable(value);
  return typeof number === 'object' ? number.number !== 0 : number === 'no number' ? true : undefined;
}

/** As Keras 3 reports it: the query's axes with the value's last one; scores with the key's length. */
export function reported(question: Question): Output {
  const found = parts(question);
  if (!found) return unknownShape(reason('there are too few inputs'));
  const { query, value, key } = found;
  const outer = query.slice(0, -1);
  const last = value.at(-1);
  const length = key.at(-2);
  if (last === undefined) return unknownShape(reason('the value is a scalar'));
  return withScores(question, [...outer, last], length === undefined ? [] : [...outer, length]);
}

export function explainAttention(question: Question) {
  const found = parts(question);
  if (!found) return {};
  const { query, value, key } = found;
  return {
    notes: [
      `each of the positions of the query ${formatShape(query)} takes a weighted mean over the value ${formatShape(value)}, with weights from ${question.inputs.length > 2 ? `the key ${formatShape(key)}` : 'the value itself as key'}`,
    ],
  };
}

// ---------------------------------------------------------------- Keras 2, which computes it

export interface Computed {
  readonly output: Shape;
  readonly scores: Shape;
  readonly problem: string | null;
}

/** Scores of query and key by `dot` or by a sum that broadcasts, then their product with the value. */
export function computed(question: Question, mode: 'dot' | 'sum', scale: readonly Dimension[] = []): Computed {
  const nothing = (problem: string): Computed => {
    const shape = unknownShape(reason(problem));
    return { output: shape, scores: shape, problem };
  };
  const found = parts(question);
  if (!found) return nothing('there are too few inputs');
  const { query, value, key } = found;
  let scores: readonly Dimension[];
  if (mode === 'dot') {
    if (query.length < 2 || key.length < 2) return nothing('query and key must be at least matrices');
    const turned = [...key.slice(0, -2), key.at(-1) as Dimension, key.at(-2) as Dimension];
    const product = matmulShape(query, turned);
    if (product.problem !== null) return nothing(product.problem);
    scores = product.shape;
  } else {
    const spread = (shape: readonly Dimension[], behind: number) => [
      ...shape.slice(0, shape.length - behind),
      1,
      ...shape.slice(shape.length - behind),
    ];
    if (key.length < 2) return nothing('the key must be at least a matrix');
    const sum = broadcastShapes(spread(query, 1), spread(key, 2));
    if (sum.mismatch) return nothing(`query ${formatShape(query)} and key ${formatShape(key)} do not fit`);
    const scaled = broadcastShapes(sum.shape, scale);
    if (scaled.mismatch)
      return nothing(`${formatShape(scale)} weights do not fit the last axis of ${formatShape(query)}`);
    scores = scaled.shape.slice(0, -1);
  }
  const masked = maskedScores(question, scores);
  if (!masked) return nothing('the mask does not fit the scores');
  if (value.length < 2 || masked.length < 2) return nothing('the value must be at least a matrix');
  const product = matmulShape(masked, value);
  if (product.problem !== null) return nothing(product.problem);
  const output = maskedOutput(question, product.shape);
  return output ? { output, scores: masked, problem: null } : nothing('the mask of the query does not fit');
}

function maskOf({ keywords }: Question, index: number): readonly Dimension[] | null {
  const mask = keywords.get('mask');
  const item = mask?.kind === 'list' ? mask.items[index] : undefined;
  return item?.kind === 'tensor' && hasRank(item.shape) ? item.shape : null;
}

function maskedScores(question: Question, scores: readonly Dimension[]): readonly Dimension[] | null {
  const mask = maskOf(question, 1);
  if (!mask) return scores;
  return broadcastShapes(scores, [...mask.slice(0, -1), 1, ...mask.slice(-1)]).shape;
}

function maskedOutput(question: Question, output: readonly Dimension[]): readonly Dimension[] | null {
  const mask = maskOf(question, 0);
  return mask ? broadcastShapes(output, [...mask, 1]).shape : output;
}

/** Floats of one type only. */
export function unsupportedTypes(question: Question): MaybeFailure {
  const { callee, inputs, dtype } = question;
  const mixed = mixedTypes(callee, inputs, dtype);
  if (mixed) return mixed;
  const odd = inputs.findIndex((input) => /^(u?int|bool|string)/.test(autocast(input.dtype, dtype)));
  return (
    odd >= 0 &&
    failure('incompatible-dtypes', `${callee} takes floats, and input ${odd} is ${inputs[odd]?.dtype}`, {
      exception: 'TypeError',
      inputs: [odd],
    })
  );
}

export function unfit(question: Question, { problem }: Computed): MaybeFailure {
  return problem !== null && failure('incompatible-shapes', `${question.callee}: ${problem}`, { inputs: [0, 1] });
}

/** Keywords that Keras 2 takes through `**kwargs`. */
export const keras2Keywords = {
  dropout: { ...anything(float(0)), kind: 'kwargs' },
  causal: { ...anything(), kind: 'kwargs' },
  seed: { ...anything(), kind: 'kwargs' },
} as const;

export function lateDropout(callee: string, dropout: Value): MaybeFailure {
  return (
    comparable(dropout) === 'no number' &&
    failure('invalid-argument', `\`dropout\` of ${callee} must be a number, not ${describe(dropout)}`, {
      parameter: 'dropout',
      exception: 'TypeError',
    })
  );
}
