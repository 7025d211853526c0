/** What StringLookup, IntegerLookup and the lookup inside TextVectorization share (`index_lookup.py`). */

import { type Dimension, dynamic, formatDimension, isKnown, unknownDimension } from '../../../../shapes/dimension';
import type { DType } from '../../../../shapes/dtype';
import { reason } from '../../../../shapes/reason';
import { hasRank, type Shape } from '../../../../shapes/shape';
import { int, NONE, type Value } from '../../../../values/value';
import type { Explanation, LayerQuestion } from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { comparable, optionalNumber } from '../../../numbers';
import { anything, describe, flag, type Param, sequenceItems } from '../../../params';
import { isRun } from '../../running';
import { type Bins, bins, broken, optionalBins } from './bins';
import { counted, explainMode, isGiven, type OutputMode, oneHot, outputMode, overLast, sparseIds } from './encoding';
import { wrongSalt } from './hashing-arguments';
import { type Kind, type Special, vocabularySize, wrongVocabulary } from './vocabulary';

const MODES = ['int', 'one_hot', 'multi_hot', 'count', 'tf_idf'] as const;

export interface LookupArgs {
  readonly max_tokens: Bins | null;
  readonly num_oov_indices: Bins;
  readonly mask_token: Value;
  readonly oov_token: Value;
  readonly vocabulary: Value;
  readonly idf_weights: Value;
  readonly invert: boolean;
  readonly output_mode: OutputMode;
  readonly sparse: boolean;
  readonly pad_to_max_tokens: boolean;
  readonly vocabulary_size?: Value;
}

/** None, or a number of more than 1. */
export const maxTokens: Param<Bins | null> = {
  default: NONE,
  read: (value, context) => {
    const read = optionalNumber({ least: 1, exclusive: true }).read(value, context);
    return 'failure' in read ? read : optionalBins(1).read(value, context);
  },
};

export const lookupMode = outputMode(MODES, 'int', ['binary', 'tf-idf']);

export const lookupParams = {
  max_tokens: maxTokens,
  num_oov_indices: { ...bins(0), default: int(1) },
  mask_token: anything(),
  vocabulary: anything(),
  idf_weights: anything(),
  invert: flag(false),
  output_mode: lookupMode,
  sparse: flag(false),
  pad_to_max_tokens: flag(false),
  vocabulary_size: { ...anything(), kind: 'kwargs' },
  has_input_vocabulary: { ...anything(), kind: 'kwargs' },
} as const;

export function special(args: LookupArgs): Special {
  return {
    mask: args.mask_token,
    oov: args.oov_token,
    outside: isKnown(args.num_oov_indices.size) ? args.num_oov_indices.size : undefined,
    fraction: args.num_oov_indices.given.kind === 'float',
    masked: isGiven(args.mask_token) && args.output_mode === 'int',
  };
}

/** `max_tokens` as the number that sizes are compared with, which may be a float. */
export function mostTokens({ max_tokens: given }: LookupArgs): number | undefined {
  const found = given && comparable(given.given);
  return typeof found === 'object' && found !== null ? found.number : undefined;
}

/** Checks of the constructor, in Keras' order, up to those of the vocabulary. */
export function lookupChecks(
  callee: string,
  args: LookupArgs,
  kind: Kind,
  options: { salt?: Value; hashed?: boolean } = {},
): MaybeFailure[] {
  const { output_mode: mode, invert, idf_weights: weights } = args;
  const wrong = (parameter: string, message: string) => failure('invalid-argument', message, { parameter });
  const { salt = NONE, hashed = true } = options;
  return [
    args.pad_to_max_tokens &&
      args.max_tokens === null &&
      wrong('max_tokens', `${callee} needs \`max_tokens\` to pad to them`),
    isGiven(salt) && !hashed && wrong('salt', `\`salt\` of ${callee} is for an \`oov_method\` of 'farmhash' only`),
    wrongSalt(callee, salt),
    invert &&
      mode !== 'int' &&
      wrong('output_mode', `\`output_mode\` of ${callee} must be 'int' where it inverts, not '${mode}'`),
    sparseIds(callee, args.sparse, mode),
    isGiven(weights) &&
      weights.kind !== 'unknown' &&
      mode !== 'tf_idf' &&
      wrong('idf_weights', `\`idf_weights\` of ${callee} are for an \`output_mode\` of 'tf_idf' only`),
    noToken(callee, 'mask_token', args.mask_token, kind),
    invert && noToken(callee, 'oov_token', args.oov_token, kind),
    invert &&
      !isGiven(args.oov_token) &&
      wrong('oov_token', `\`oov_token\` of ${callee} must not be None where it inverts`),
    mode === 'tf_idf' &&
      isGiven(args.vocabulary) &&
      !isGiven(weights) &&
      wrong('idf_weights', `${callee} needs \`idf_weights\` for its vocabulary where \`output_mode\` is 'tf_idf'`),
    wrongVocabulary({
      callee,
      kind,
      vocabulary: args.vocabulary,
      special: special(args),
      invert,
      most: mostTokens(args),
    }),
    otherSize(callee, args),
    mode === 'tf_idf' && wrongWeights(callee, args),
  ];
}

/** A token must be of the type that is looked up. */
function noToken(callee: string, parameter: string, given: Value, kind: Kind): MaybeFailure {
  if (!['str', 'int', 'float', 'bool', 'list', 'tuple', 'dict'].includes(given.kind)) return null;
  const fits = kind === 'string' ? given.kind === 'str' : given.kind === 'int' || given.kind === 'bool';
  return (
    !fits &&
    failure(
      'invalid-argument',
      `\`${parameter}\` of ${callee} must be ${kind === 'string' ? 'a string' : 'an int'}, not ${describe(given)}`,
      {
        parameter,
        exception: 'TypeError',
      },
    )
  );
}

/** A size that was said before must be that of the vocabulary. */
function otherSize(callee: string, args: LookupArgs): MaybeFailure {
  const said = args.vocabulary_size && comparable(args.vocabulary_size);
  const size = vocabularySize(args.vocabulary, special(args));
  return (
    typeof said === 'object' &&
    size !== null &&
    isKnown(size) &&
    args.output_mode !== 'int' &&
    !args.pad_to_max_tokens &&
    said.number !== size &&
    failure('invalid-argument', `\`vocabulary_size\` of ${callee} is ${said.number}, and its vocabulary has ${size}`, {
      parameter: 'vocabulary_size',
      exception: 'RuntimeError',
    })
  );
}

/** One weight for each token of the vocabulary. */
export function wrongWeights(callee: string, { vocabulary, idf_weights: weights }: LookupArgs): MaybeFailure {
  if (!isGiven(vocabulary) || !isGiven(weights)) return null;
  const wrong = (message: string, exception = 'ValueError') =>
    failure('invalid-argument', message, { parameter: 'idf_weights', exception });
  const tokens = lengthOf(vocabulary);
  const given = lengthOf(weights);
  if (given === 'no length')
    return wrong(`\`idf_weights\` of ${callee} must be a list, not ${describe(weights)}`, 'TypeError');
  if (typeof tokens === 'number' && given !== undefined && tokens !== given) {
    return wrong(`${callee} needs one of \`idf_weights\` for each token: there are ${given} for ${tokens}`);
  }
  const nested =
    sequenceItems(weights)?.some((item) => item.kind === 'list' || item.kind === 'tuple') ||
    (weights.kind === 'tensor' && hasRank(weights.shape) && weights.shape.length !== 1);
  return nested && wrong(`\`idf_weights\` of ${callee} must be one list of numbers`);
}

function lengthOf(value: Value): number | undefined | 'no length' {
  const items = sequenceItems(value);
  if (items) return items.length;
  if (['int', 'float', 'bool', 'str'].includes(value.kind)) return 'no length';
  if (value.kind !== 'tensor' || !hasRank(value.shape)) return undefined;
  const [first] = value.shape;
  return first !== undefined && isKnown(first) ? first : undefined;
}

/** Length of the vectors: null where no vocabulary tells it. */
export function lookupDepth(args: LookupArgs, learned: LayerQuestion<unknown>['learned']): Dimension | null {
  if (args.pad_to_max_tokens && args.max_tokens !== null) return args.max_tokens.size;
  if (learned) return learned.size;
  const size = vocabularySize(args.vocabulary, special(args));
  if (size !== null) return size;
  const said = args.vocabulary_size;
  if (!said || !isGiven(said)) return null;
  const found = comparable(said);
  return typeof found === 'object' ? found.number : unknownDimension(reason('`vocabulary_size` is not known'));
}

/** Vectors as long as `max_tokens` need an int for it. */
export function brokenPadding(callee: string, args: LookupArgs, exception?: string): MaybeFailure {
  return (
    args.pad_to_max_tokens && args.output_mode !== 'int' && broken(callee, 'max_tokens', args.max_tokens, exception)
  );
}

/** What Keras 3 reports, or gives where it runs. */
export function lookupOutput(question: LayerQuestion<LookupArgs>): Shape {
  const { args, input, learned } = question;
  const counts = args.output_mode !== 'int' && args.output_mode !== 'one_hot';
  if (isRun(question) && counts) return counted(input.shape, lookupDepth(args, learned) ?? dynamic());
  // Run on a scalar, it gives a batch of one.
  if (isRun(question) && args.output_mode === 'one_hot' && input.shape.length === 0) {
    return lookupShape([1], args, learned);
  }
  return lookupShape(input.shape, args, learned);
}

/** Checks of a call in Keras 3: where it runs, it needs its vocabulary. */
export function lookupRequires(question: LayerQuestion<LookupArgs>): MaybeFailure[] {
  const { callee, args, learned } = question;
  return [brokenPadding(callee, args), isRun(question) && noVocabulary(callee, args, learned)];
}

/** The shape that Keras 3 reports. */
export function lookupShape(
  shape: readonly Dimension[],
  args: LookupArgs,
  learned: LayerQuestion<unknown>['learned'],
): Shape {
  if (args.output_mode === 'int') return shape;
  const depth = lookupDepth(args, learned) ?? dynamic();
  return args.output_mode === 'one_hot' ? oneHot(shape, depth) : overLast(shape, depth);
}

/** Keras 3 reports floats, though running it counts in ints. */
export function lookupDType(question: LayerQuestion<LookupArgs>): DType {
  const { output_mode: mode, invert } = question.args;
  if (!isRun(question)) return mode === 'int' ? 'int64' : 'float32';
  if (mode === 'tf_idf') return 'float32';
  return invert ? '?' : 'int64';
}

/** Without a vocabulary there is no size to make vectors of. */
export function noVocabulary(
  callee: string,
  args: LookupArgs,
  learned: LayerQuestion<unknown>['learned'],
): MaybeFailure {
  return (
    args.output_mode !== 'int' &&
    lookupDepth(args, learned) === null &&
    failure(
      'invalid-argument',
      `${callee} has no vocabulary to make vectors for: give it \`vocabulary\`, or let it learn one with \`adapt\` before`,
      { parameter: 'vocabulary', exception: 'RuntimeError' },
    )
  );
}

export function explainLookup(question: LayerQuestion<LookupArgs>): Explanation {
  const { args, learned } = question;
  const depth = lookupDepth(args, learned);
  const said = explainMode(args.output_mode, depth ?? dynamic(), question);
  return { ...said, notes: [...sizeNote(args, depth), ...said.notes] };
}

export function sizeNote(args: LookupArgs, depth: Dimension | null): readonly string[] {
  if (depth === null || args.pad_to_max_tokens) return [];
  const parts = [
    ...(special(args).masked ? ['1 for the mask'] : []),
    ...(args.num_oov_indices.size === 0
      ? []
      : [`${formatDimension(args.num_oov_indices.size)} for what is not in the vocabulary`]),
  ];
  return [`${formatDimension(depth)} ids${parts.length > 0 ? `, with ${parts.join(' and ')}` : ''}`];
}
