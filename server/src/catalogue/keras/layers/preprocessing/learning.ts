/**
 * `adapt` and its relatives: what preprocessing layers learn of data.
 *
 * Of data that the text holds it is worked out; of other data nothing is known but that there is
 * something learned, so that sizes that were None before are unknown then.
 */

import { type Dimension, dynamic, isKnown, unknownDimension } from '../../../../shapes/dimension';
import { reason } from '../../../../shapes/reason';
import { hasRank, unknownShape } from '../../../../shapes/shape';
import type { Context } from '../../../../values/context';
import { kerasTensor, type TensorValue } from '../../../../values/tensor';
import {
  dimensionValue,
  type InstanceValue,
  int,
  ListValue,
  NONE,
  str,
  unknown,
  type Value,
} from '../../../../values/value';
import type { Learned } from '../../../define-layer';
import { type Failure, failure, refusal } from '../../../failure';
import { ask } from '../../../layer-call';
import { named, pythonFunction } from '../../../native';
import { operandOf } from '../../../ops/operand';
import { sequenceItems } from '../../../params';
import { build, callSettings } from '../../calling/definition';
import { DataPayload } from '../../data/element-spec';
import { DeclaredState } from '../../declared-state';
import { isGiven } from './encoding';
import { type LookupArgs, mostTokens, special, wrongWeights } from './index-lookup';
import { plainTokens, readTokens, specialToken, type Token, vocabularySize, wrongVocabulary } from './vocabulary';

export type Members = readonly (readonly [string, Value])[];

/** The arguments of a layer, where there is but one reading of them. */
function soleArguments<A>(state: DeclaredState): A | null {
  const readings = state.construction.value?.readings;
  return readings?.length === 1 ? (readings[0] as A) : null;
}

function stateOf(self: Value): DeclaredState | null {
  return self.kind === 'instance' && self.payload instanceof DeclaredState ? self.payload : null;
}

function learn(state: DeclaredState, learned: Learned, context: Context): void {
  state.learned.set(context.heap, learned);
}

/**
 * Keras 2 sets the input shape of a layer that was not built by the rank of the data that it adapts to
 * (`_adapt_maybe_build`): a Sequential that begins with it is then built at once.
 */
function noteRank(state: DeclaredState, data: Value, context: Context): void {
  if (context.generation === 'keras3' || state.built.value === true || state.inputShape.value) return;
  const shape =
    operandOf(firstBatch(data, context))?.anyShape ??
    unknownShape(context.because('the data that it adapts to is not known'));
  state.inputShape.set(context.heap, hasRank(shape) ? shape.map(() => dynamic()) : shape);
}

function unlearned(context: Context): Learned {
  return { size: unknownDimension(context.because('it is learned from data')) };
}

function refuse(self: Value, failed: Failure, context: Context): Value {
  const instance = self.kind === 'instance' ? self : null;
  return context.refuse(refusal(failed, 'other'), NONE, { callee: instance?.cls.name ?? '', instance });
}

// ---------------------------------------------------------------- vocabularies

/** What tokens a layer makes of one string of its data; null where a function of the program does. */
export type Tokenize = (text: string) => readonly string[] | null;

export interface LookupOwner<A> {
  readonly kind: 'string' | 'integer';
  /** The arguments of the lookup itself. */
  readonly lookup: (args: A) => LookupArgs;
  readonly tokenize?: (args: A) => Tokenize | null;
}

/** Methods of layers that have a vocabulary. */
export function lookupMembers<A>(owner: LookupOwner<A>): Members {
  return named(
    pythonFunction('adapt(self, data, batch_size=None, steps=None)', (context, self: Value, data: Value) => {
      const state = stateOf(self);
      const args = state && soleArguments<A>(state);
      if (!state) return NONE;
      if (args && isGiven(owner.lookup(args).vocabulary) && owner.lookup(args).vocabulary.kind !== 'unknown') {
        const message = `${state.definition.name} has a vocabulary already, and cannot learn one`;
        return refuse(self, failure('invalid-argument', message, { parameter: 'vocabulary' }), context);
      }
      noteRank(state, data, context);
      learn(state, (args && learnTokens(owner, args, data)) ?? unlearned(context), context);
      return NONE;
    }),
    pythonFunction('update_state(self, data)', (context, self: Value) => {
      const state = stateOf(self);
      if (state) learn(state, unlearned(context), context);
      return NONE;
    }),
    pythonFunction('finalize_state(self)', () => NONE),
    pythonFunction('reset_state(self)', () => NONE),
    pythonFunction(
      'set_vocabulary(self, vocabulary, idf_weights=None)',
      (context, self: Value, vocabulary: Value, weights: Value) => {
        const state = stateOf(self);
        const args = state && soleArguments<A>(state);
        if (!state) return NONE;
        if (!args) {
          learn(state, unlearned(context), context);
          return NONE;
        }
        const lookup: LookupArgs = { ...owner.lookup(args), vocabulary, idf_weights: weights };
        const { callee, failed } = checkVocabulary(state, owner.kind, lookup);
        if (failed) return refuse(self, failure(failed.code, failed.message, { parameter: 'vocabulary' }), context);
        const size =
          vocabularySize(vocabulary, special(lookup)) ?? unknownDimension(reason(`${callee} has no vocabulary`));
        const tokens = allTokens(lookup);
        learn(state, { size, ...(tokens ? { tokens } : {}) }, context);
        return NONE;
      },
    ),
    pythonFunction('get_vocabulary(self, include_special_tokens=True)', (context, self: Value, all: Value) => {
      const state = stateOf(self);
      const args = state && soleArguments<A>(state);
      if (!state || !args) return context.unknown('the vocabulary is not known');
      return vocabularyOf(state, owner.lookup(args), all.kind === 'bool' ? all.value : null, context);
    }),
    pythonFunction('vocabulary_size(self)', (context, self: Value) => {
      const state = stateOf(self);
      const args = state && soleArguments<A>(state);
      if (!state || !args) return context.unknown('the vocabulary is not known');
      return dimensionValue(sizeOf(state, owner.lookup(args)));
    }),
  );
}

function checkVocabulary(state: DeclaredState, kind: 'string' | 'integer', lookup: LookupArgs) {
  const callee = state.definition.name;
  const question = {
    callee,
    kind,
    vocabulary: lookup.vocabulary,
    special: special(lookup),
    invert: lookup.invert,
    most: mostTokens(lookup),
  };
  const missing =
    lookup.output_mode === 'tf_idf' &&
    !isGiven(lookup.idf_weights) &&
    failure('invalid-argument', `${callee} needs \`idf_weights\` for its vocabulary`, { parameter: 'idf_weights' });
  const failed =
    missing || wrongVocabulary(question) || (lookup.output_mode === 'tf_idf' && wrongWeights(callee, lookup));
  return { callee, failed: failed || null };
}

/** Ids of a layer as it is now; without a vocabulary, those of its special tokens. */
function sizeOf(state: DeclaredState, lookup: LookupArgs): Dimension {
  const learned = state.learned.value;
  if (learned) return learned.size;
  return vocabularySize(lookup.vocabulary, special(lookup)) ?? specialCount(lookup);
}

function specialCount(lookup: LookupArgs): Dimension {
  const { outside, masked } = special(lookup);
  return outside === undefined ? lookup.num_oov_indices.size : outside + (masked ? 1 : 0);
}

function specialValues(lookup: LookupArgs): readonly Value[] {
  const { outside = 0, masked } = special(lookup);
  return [...(masked ? [lookup.mask_token] : []), ...Array.from({ length: outside }, () => lookup.oov_token)];
}

/** The tokens with the special ones before them; null where they are not all known. */
function allTokens(lookup: LookupArgs): readonly Value[] | null {
  const given = readTokens(lookup.vocabulary);
  if (given === null) return specialValues(lookup);
  if (typeof given === 'string') return null;
  const { tokens } = plainTokens(given, special(lookup));
  if (!tokens || tokens.some((token) => token === undefined || token === null)) return null;
  return [...specialValues(lookup), ...tokens.map(tokenValue)];
}

const tokenValue = (token: Token): Value => (typeof token === 'string' ? str(token) : int(Math.trunc(token ?? 0)));

/** Longer vocabularies are not held as lists. */
const LONGEST = 20_000;

function vocabularyOf(state: DeclaredState, lookup: LookupArgs, all: boolean | null, context: Context): Value {
  const learned = state.learned.value;
  const tokens = learned ? (learned.tokens ?? null) : allTokens(lookup);
  const front = specialCount(lookup);
  if (all === null || !isKnown(front)) return context.unknown('which tokens are asked for is not known');
  const skipped = all ? 0 : front;
  if (tokens) return new ListValue(tokens.slice(skipped));
  const size = sizeOf(state, lookup);
  if (!isKnown(size) || size > LONGEST)
    return isKnown(size) ? context.unknown('the vocabulary is long') : dimensionValue(size);
  const open = context.unknown('the tokens of the vocabulary are not known');
  return new ListValue(Array.from({ length: Math.max(0, size - skipped) }, () => open));
}

/** A vocabulary learned of data that the text holds: the most frequent tokens first. */
function learnTokens<A>(owner: LookupOwner<A>, args: A, data: Value): Learned | null {
  const lookup = owner.lookup(args);
  const { outside, mask, oov } = special(lookup);
  const most = lookup.max_tokens;
  const front = specialCount(lookup);
  if (outside === undefined || !isKnown(front) || (most && !isKnown(most.size))) return null;
  const counts = new Map<Token, number>();
  const tokenize = owner.tokenize ? owner.tokenize(args) : (text: string) => [text];
  for (const leaf of literalLeaves(data) ?? [undefined]) {
    if (leaf === undefined || (typeof leaf === 'string') !== (owner.kind === 'string')) return null;
    const tokens = typeof leaf === 'string' ? tokenize?.(leaf) : [leaf];
    if (!tokens) return null;
    for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  for (const token of [mask, oov]) counts.delete(specialToken(token));
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || compare(b, a));
  const limit = most && isKnown(most.size) ? most.size - front : sorted.length;
  const kept = sorted.slice(0, limit).map(([token]) => tokenValue(token));
  return { size: front + kept.length, tokens: [...specialValues(lookup), ...kept] };
}

function compare(a: Token, b: Token): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
}

/** The strings or numbers of nested lists or of a small array; null where they are not all there to see. */
function literalLeaves(data: Value): readonly (string | number | undefined)[] | null {
  if (data.kind === 'str') return [data.value];
  if (data.kind === 'int') return [Number(data.value)];
  if (data.kind === 'tensor') {
    return data.data?.map((one) => (typeof one === 'string' || typeof one === 'number' ? one : undefined)) ?? null;
  }
  const items = sequenceItems(data);
  if (!items) return null;
  const leaves = items.map(literalLeaves);
  return leaves.includes(null) ? null : (leaves as (string | number | undefined)[][]).flat();
}

// ---------------------------------------------------------------- bins

interface BinArgs {
  readonly bin_boundaries: Value;
  readonly num_bins: { readonly size: Dimension } | null;
  readonly epsilon: number | undefined;
}

/** Methods of Discretization. */
export const binMembers: Members = named(
  pythonFunction('adapt(self, data, batch_size=None, steps=None)', (context, self: Value, data: Value) => {
    const state = stateOf(self);
    const args = state && soleArguments<BinArgs>(state);
    if (!state) return NONE;
    if (args && isGiven(args.bin_boundaries) && args.bin_boundaries.kind !== 'unknown') {
      const message = `${state.definition.name} has its \`bin_boundaries\` already, and cannot learn them`;
      return refuse(self, failure('invalid-argument', message, { parameter: 'bin_boundaries' }), context);
    }
    noteRank(state, data, context);
    learn(state, { size: (args && learnBins(args, data, context)) ?? unlearned(context).size }, context);
    return NONE;
  }),
  pythonFunction('update_state(self, data)', (context, self: Value) => {
    const state = stateOf(self);
    if (state) learn(state, unlearned(context), context);
    return NONE;
  }),
  pythonFunction('finalize_state(self)', () => NONE),
  pythonFunction('reset_state(self)', () => NONE),
);

/**
 * How many bins an array of a known size is sorted into: a summary of at most `1 / epsilon` values
 * is cut into `num_bins`, where it has that many.
 */
function learnBins({ num_bins: bins, epsilon }: BinArgs, data: Value, context: Context): Dimension | null {
  const shape = operandOf(data)?.anyShape;
  if (!bins || !isKnown(bins.size) || bins.size <= 0 || !epsilon || !shape || !hasRank(shape) || !shape.every(isKnown))
    return null;
  const elements = shape.reduce((all, size) => all * size, 1);
  const increment = elements * epsilon;
  const [start, step] =
    context.generation === 'keras3'
      ? [Math.trunc(Math.max(increment, 1) - 1), Math.trunc(Math.max(increment, 1))]
      : [Math.trunc(increment), Math.max(Math.trunc(increment), 1)];
  const points = Math.max(0, Math.ceil((elements - start) / step));
  const summary = compressed(points, epsilon);
  return Math.max(compressed(summary, 1 / bins.size), 1);
}

/** `compress_summary`: as many points as `numpy.arange(0, 1, epsilon)` has, where there are more. */
function compressed(points: number, epsilon: number): number {
  return points * epsilon < 1 ? points : Math.ceil(1 / epsilon);
}

// ---------------------------------------------------------------- statistics

/** Methods of Normalization, which `adapt` builds. */
export const statisticsMembers: Members = named(
  pythonFunction('adapt(self, data, batch_size=None, steps=None)', (context, self: Value, data: Value) => {
    const state = stateOf(self);
    const made = state?.construction.value;
    if (!state || !made || self.kind !== 'instance') return NONE;
    if (state.built.value === true) return NONE;
    noteRank(state, data, context);
    const shape = operandOf(firstBatch(data, context))?.anyShape;
    if (!shape || !hasRank(shape)) {
      build(self, state, null, null, context);
      return NONE;
    }
    const batch = context.generation === 'keras3' ? shape : [dynamic('batch'), ...shape.slice(1)];
    return buildOn(self, state, kerasTensor(batch, 'float32'), context);
  }),
  pythonFunction('update_state(self, data)', () => NONE),
  pythonFunction('finalize_state(self)', () => NONE),
  pythonFunction('reset_state(self)', () => NONE),
);

/**
 * What a layer sees of its data first. A data set gives its elements; Keras 3 takes the first of a tuple, puts those of one
 * axis into batches, and takes a list for an iterable of batches.
 */
function firstBatch(data: Value, { generation }: Context): Value {
  const source = data.kind === 'instance' && data.payload instanceof DataPayload ? data.payload.source : null;
  if (source?.kind === 'dataset') {
    const { element } = source;
    if (generation !== 'keras3') return element;
    const first = (element.kind === 'tuple' ? element.items[0] : undefined) ?? element;
    if (first.kind !== 'tensor' || !hasRank(first.shape) || first.shape.length !== 1) return first;
    return kerasTensor([dynamic('batch'), ...first.shape], first.dtype);
  }
  if (generation !== 'keras3') return data;
  const first = sequenceItems(data)?.[0];
  return first ?? (data.kind === 'list' || data.kind === 'tuple' ? unknown(reason('there is no batch')) : data);
}

function buildOn(self: InstanceValue, state: DeclaredState, tensor: TensorValue, context: Context): Value {
  const made = state.construction.value;
  if (!made || made.failure) return NONE;
  const answer = ask(state.definition, made, [tensor], callSettings(state, new Map(), context));
  if (answer.failure) return refuse(self, answer.failure, context);
  build(self, state, answer.weights, [tensor], context);
  return NONE;
}
