import { type Dimension, dynamic, isDynamic, isUnknown, unknownDimension } from '../../../../shapes/dimension';
import type { DType } from '../../../../shapes/dtype';
import { reason } from '../../../../shapes/reason';
import { formatShape, type Shape, unknownShape } from '../../../../shapes/shape';
import { int, NONE, str, type Value } from '../../../../values/value';
import { defineLayer, type Explanation, type LayerQuestion, type Output, variant } from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { strictInteger } from '../../../numbers';
import { anything, describe, flag, ignored, ignoredDefault, type Param } from '../../../params';
import { isRun } from '../../running';
import type { Bins } from './bins';
import { dtypeKeyword, encoded, explainMode, isGiven, type OutputMode, oneHot, outputMode, overLast } from './encoding';
import {
  brokenPadding,
  type LookupArgs,
  lookupChecks,
  lookupDepth,
  lookupDType,
  lookupMode,
  lookupShape,
  maxTokens,
  noVocabulary,
  sizeNote,
} from './index-lookup';
import { documentCount } from './keras2-lookup';

import { lookupMembers, type Tokenize } from './learning';

interface Args {
  readonly max_tokens: Bins | null;
  readonly standardize: Value;
  readonly split: Value;
  readonly ngrams: Value;
  readonly output_mode: OutputMode | 'none';
  readonly output_sequence_length: Value;
  readonly pad_to_max_tokens: boolean;
  readonly vocabulary: Value;
  readonly idf_weights: Value;
  readonly sparse: boolean;
  readonly ragged: boolean;
  readonly vocabulary_size: Value;
}
type Question = LayerQuestion<Args>;

/** One of a few words, None, or a function. */
function wordOrFunction(words: readonly string[], defaultValue: string): Param<Value> {
  return {
    default: str(defaultValue),
    read: (value, { callee, parameter }) => {
      const literal = ['str', 'int', 'float', 'bool', 'list', 'tuple', 'dict', 'tensor'].includes(value.kind);
      if (!literal || (value.kind === 'str' && words.includes(value.value))) return { value };
      const known = words.map((word) => `'${word}'`).join(', ');
      return {
        failure: failure(
          'invalid-argument',
          `\`${parameter}\` of ${callee} must be one of ${known}, None or a function, not ${describe(value)}`,
          { parameter },
        ),
      };
    },
  };
}

/** None, an int, or a tuple of ints. */
const ngrams: Param<Value> = {
  default: NONE,
  read: (value, { callee, parameter }) => {
    const items = value.kind === 'tuple' ? value.items : [value];
    const fits = value.kind === 'None' || items.every((item) => strictInteger(item) !== 'no int');
    if (fits) return { value };
    return {
      failure: failure(
        'invalid-argument',
        `\`${parameter}\` of ${callee} must be None, an int or a tuple of ints, not ${describe(value)}`,
        {
          parameter,
        },
      ),
    };
  },
};

const options = {
  max_tokens: maxTokens,
  standardize: wordOrFunction(
    ['lower_and_strip_punctuation', 'lower', 'strip_punctuation'],
    'lower_and_strip_punctuation',
  ),
  split: wordOrFunction(['whitespace', 'character'], 'whitespace'),
  ngrams,
} as const;

const rest = {
  output_sequence_length: anything(),
  pad_to_max_tokens: flag(false),
  vocabulary: anything(),
  idf_weights: anything(),
  sparse: flag(false),
  ragged: flag(false),
  encoding: ignoredDefault(str('utf-8')),
};

const hidden = {
  vocabulary_size: { ...anything(), kind: 'kwargs' },
  has_input_vocabulary: { ...anything(), kind: 'kwargs' },
} as const;

/** The arguments of the StringLookup inside. */
function lookup(args: Args): LookupArgs {
  return {
    ...args,
    num_oov_indices: { size: 1, given: int(1) },
    mask_token: str(''),
    oov_token: str('[UNK]'),
    invert: false,
    output_mode: args.output_mode === 'none' ? 'int' : args.output_mode,
  };
}

const PUNCTUATION = /[!"#$%&()*+,\-./:;<=>?@[\\\]^_`{|}~']/g;

/** The tokens of a text; null where functions of the program make them. */
function tokenize({ standardize, split, ngrams: given }: Args): Tokenize | null {
  const functions = [standardize, split].some((value) => value.kind !== 'str' && value.kind !== 'None');
  const sizes = ngramSizes(given);
  if (functions || sizes === undefined) return null;
  const how = standardize.kind === 'str' ? standardize.value : '';
  return (text) => {
    const lowered = how.includes('lower') ? text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()) : text;
    const bare = how.includes('strip') ? lowered.replace(PUNCTUATION, '') : lowered;
    const words =
      split.kind !== 'str' ? [bare] : split.value === 'character' ? [...bare] : bare.split(/\s+/).filter(Boolean);
    if (!sizes) return words;
    return sizes.flatMap((size) =>
      words.flatMap((_, i) => (i + size > words.length ? [] : [words.slice(i, i + size).join(' ')])),
    );
  };
}

/** Null for no n-grams; undefined where they are not known. */
function ngramSizes(value: Value): readonly number[] | null | undefined {
  if (value.kind === 'None') return null;
  const items = value.kind === 'tuple' ? value.items.map(strictInteger) : null;
  if (items) return items.every((size) => typeof size === 'number') ? (items as number[]) : undefined;
  const size = strictInteger(value);
  return typeof size === 'number' ? Array.from({ length: Math.max(0, size) }, (_, i) => i + 1) : undefined;
}

function ownChecks(callee: string, args: Args): MaybeFailure[] {
  const { output_mode: mode, output_sequence_length: length, ragged } = args;
  const wrong = (parameter: string, message: string) => failure('invalid-argument', message, { parameter });
  return [
    mode === 'int' &&
      isGiven(length) &&
      strictInteger(length) === 'no int' &&
      wrong(
        'output_sequence_length',
        `\`output_sequence_length\` of ${callee} must be an int or None, not ${describe(length)}`,
      ),
    mode !== 'int' &&
      isGiven(length) &&
      length.kind !== 'unknown' &&
      wrong(
        'output_sequence_length',
        `\`output_sequence_length\` of ${callee} is for an \`output_mode\` of 'int' only`,
      ),
    ragged && mode !== 'int' && wrong('ragged', `\`ragged\` of ${callee} is for an \`output_mode\` of 'int' only`),
  ];
}

/** How long the sequences of ids become: None for as long as the longest. */
function sequenceLength({ output_sequence_length: length }: Args): Dimension {
  const size = strictInteger(length);
  if (typeof size === 'number') return size;
  if (!isGiven(length)) return dynamic();
  return unknownDimension(
    length.kind === 'unknown' ? length.reason : reason(`\`output_sequence_length\` is ${describe(length)}`),
  );
}

function negativeLength({ callee, args }: Question): MaybeFailure {
  const size = strictInteger(args.output_sequence_length);
  return (
    typeof size === 'number' &&
    size < 0 &&
    failure('invalid-argument', `\`output_sequence_length\` of ${callee} must be at least 0, not ${size}`, {
      parameter: 'output_sequence_length',
    })
  );
}

/** Text with several strings to a sample cannot be split: only a last axis of 1 goes. */
function unsplit({ callee, args, input }: Question): MaybeFailure {
  const last = input.shape.at(-1);
  return (
    isGiven(args.split) &&
    args.split.kind !== 'unknown' &&
    input.rank > 1 &&
    last !== undefined &&
    !isUnknown(last) &&
    last !== 1 &&
    failure(
      'wrong-rank',
      `${callee} splits single strings: its input must have one axis or end on one of size 1, and this one is ${formatShape(input.shape)}`,
      { inputs: [0] },
    )
  );
}

/** Tokens of each string, as TensorFlow's own functions give them; undefined where a function of the program splits. */
function tokensShape({ args, input }: Question): readonly Dimension[] | undefined {
  const { split } = args;
  const { symbolic } = input.tensor;
  // A batch is as long as its longest text, which is seen once there is data.
  const longest = symbolic ? dynamic() : unknownDimension(reason('it depends on the longest text'));
  if (!isGiven(split)) return isGiven(args.ngrams) ? [...input.shape.slice(0, -1), longest] : input.shape;
  if (split.kind !== 'str') return undefined;
  const outer = input.rank > 1 ? input.shape.slice(0, -1) : input.shape;
  // Splitting at blanks counts its rows anew.
  const rows = symbolic && split.value === 'whitespace' && outer.length === 1 ? [dynamic()] : outer;
  return [...rows, longest];
}

/** What running gives. */
function run(question: Question): { readonly shape: Shape; readonly failed: MaybeFailure } {
  const { callee, args, input, learned, generation } = question;
  const { output_mode: mode } = args;
  const tokens = tokensShape(question);
  if (!tokens) return { shape: unknownShape(reason('what `split` gives is not known')), failed: null };
  if (mode === 'int' && isGiven(args.output_sequence_length)) {
    // Padding whole strings to a length leaves TensorFlow without any size, where one is not known before.
    const open = input.tensor.symbolic && !isGiven(args.split) && tokens.some(isDynamic) && generation !== 'keras3';
    return { shape: open ? tokens.map(() => dynamic()) : overLast(tokens, sequenceLength(args)), failed: null };
  }
  if (mode === 'none' || mode === 'int') return { shape: tokens, failed: null };
  const depth = lookupDepth(lookup(args), learned) ?? dynamic();
  if (mode === 'one_hot' && generation === 'keras3') return { shape: oneHot(tokens, depth), failed: null };
  return encoded(callee, mode, tokens, depth);
}

function explain(question: Question): Explanation {
  const { args, learned } = question;
  if (args.output_mode === 'none') return { notes: ['each string becomes its words'] };
  if (args.output_mode === 'int') {
    const open = !isGiven(args.output_sequence_length);
    return {
      notes: ['each string becomes the ids of its words'],
      defaults: open
        ? [
            {
              parameter: 'output_sequence_length',
              value: 'None',
              meaning: '`output_sequence_length` is left out, so each batch is as long as its longest text',
              telling: false,
            },
          ]
        : [],
    };
  }
  const inner = lookup(args);
  const depth = lookupDepth(inner, learned);
  const said = explainMode(args.output_mode, depth ?? dynamic(), question);
  return { notes: [...sizeNote(inner, depth), ...said.notes] };
}

export const textVectorization = defineLayer({
  name: 'TextVectorization',
  summary: 'Turns texts into sequences of word ids, or into vectors over the vocabulary.',
  docs: 'api/layers/preprocessing_layers/text/text_vectorization/',
  rule: {
    words:
      '`int` gives the words of each text: `output_sequence_length` of them, or as many as the longest has (None). The other modes give an axis of the size of the vocabulary, `max_tokens` where `pad_to_max_tokens` is set.',
    formula: 'int: (batch,) or (batch, 1) → (batch, output_sequence_length)',
    example: 'TextVectorization(output_sequence_length=20)(Input((1,), dtype="string"))',
    readFrom: 'layers/preprocessing/text_vectorization.py: TextVectorization.compute_output_shape',
  },
  convertsInputs: true,
  makesLayers: { when: 'constructed', classes: ['StringLookup'] },
  givesSparse: 'run',
  members: lookupMembers<Args>({ kind: 'string', lookup, tokenize }),
  params: { ...options, output_mode: lookupMode, ...rest, name: ignored, ...hidden },
  construct: ({ callee, args }) => [...ownChecks(callee, args), ...lookupChecks(callee, lookup(args), 'string')],
  requires: (question) => [
    question.args.output_mode === 'int' && negativeLength(question),
    brokenPadding(question.callee, lookup(question.args)),
    isRun(question) && unsplit(question),
    isRun(question) && noVocabulary(question.callee, lookup(question.args), question.learned),
  ],
  output: (question): Output => {
    const { args, input, learned } = question;
    if (isRun(question)) return run(question).shape;
    const [batch] = input.shape;
    if (args.output_mode === 'int')
      return batch === undefined ? unknownShape(reason('there is no batch')) : [batch, sequenceLength(args)];
    const shape = isGiven(args.split)
      ? [...input.shape, dynamic()]
      : input.rank <= 1
        ? [...input.shape, 1]
        : input.shape;
    return lookupShape(shape, lookup(args), learned);
  },
  outputDType: (question): DType => lookupDType({ ...question, args: lookup(question.args) }),
  explain,
  generations: {
    keras2: variant({
      params: {
        ...options,
        output_mode: orNone(outputMode(['int', 'multi_hot', 'count', 'tf_idf'], 'int', ['binary', 'tf-idf'])),
        ...rest,
        ...hidden,
        dtype: dtypeKeyword,
      },
      takes: 'stacked',
      construct: ({ callee, args }) => [
        noString(callee, args.dtype),
        ...ownChecks(callee, args),
        args.ragged &&
          isGiven(args.output_sequence_length) &&
          failure('invalid-argument', `\`output_sequence_length\` of ${callee} must be None where \`ragged\` is True`, {
            parameter: 'output_sequence_length',
          }),
        ...lookupChecks(callee, lookup(args), 'string'),
      ],
      requires: (question) => {
        const { callee, args, learned } = question;
        const inner = lookup(args);
        return [
          args.output_mode === 'int' && negativeLength(question),
          unsplit(question),
          args.output_mode !== 'none' && noVocabulary(callee, inner, learned),
          brokenPadding(callee, inner, 'TypeError'),
          run(question).failed,
        ];
      },
      output: (question) => run(question).shape,
      outputDType: ({ args }) =>
        args.output_mode === 'none' ? 'string' : args.output_mode === 'int' ? 'int64' : 'float32',
      weights: ({ args }) => documentCount(lookup(args)),
      explain,
    }),
  },
});

function orNone<T extends OutputMode>(param: Param<T>): Param<T | 'none'> {
  return {
    ...param,
    possible: [...(param.possible ?? []), 'none'],
    read: (value, context) => (value.kind === 'None' ? { value: 'none' } : param.read(value, context)),
  };
}

function noString(callee: string, dtype: Value): MaybeFailure {
  return (
    isGiven(dtype) &&
    dtype.kind === 'str' &&
    dtype.value !== 'string' &&
    failure('invalid-argument', `\`dtype\` of ${callee} can be 'string' only, not ${describe(dtype)}`, {
      parameter: 'dtype',
    })
  );
}
