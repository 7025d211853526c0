/** `keras.preprocessing.text`: words as numbers, in lists whose lengths only the texts tell. */
import { type Dimension, isKnown, unknownDimension } from '../../../shapes/dimension';
import type { Context } from '../../../values/context';
import { numpyArray } from '../../../values/tensor';
import { ClassValue, DictValue, ListValue, NONE, type Payload, type Value } from '../../../values/value';
import { declaredIdentity, named, nativeFunction, pythonFunction } from '../../native';
import { rowsOf } from '../../sklearn/splitting';
import { countOf } from '../../tensorflow/data/transforming';

class TokenizerPayload implements Payload {
  readonly type = 'tokenizer';
  constructor(readonly words: Dimension | null) {}
}

/** Longer lists of texts are not made item by item. */
const MOST_TEXTS = 512;

/** A list of numbers whose length is not known. */
function numbers(context: Context): ListValue {
  const why = context.because('it depends on the words of the text');
  return new ListValue([], why, null, { kind: 'scalar', type: 'int', value: null });
}

function sequences(texts: Value | undefined, context: Context): Value {
  const count = texts && rowsOf(texts);
  if (count !== undefined && isKnown(count) && count <= MOST_TEXTS) {
    return new ListValue(Array.from({ length: count }, () => numbers(context)));
  }
  const each = { kind: 'open', item: { kind: 'scalar', type: 'int', value: null } } as const;
  return new ListValue([], context.because('how many texts there are is not followed'), null, each);
}

function matrix(self: Value | undefined, rows: Value | undefined, context: Context): Value {
  const count = (rows && rowsOf(rows)) ?? unknownDimension({ text: 'how many texts there are is not known' });
  const words = self?.kind === 'instance' && self.payload instanceof TokenizerPayload ? self.payload.words : null;
  const columns = words ?? unknownDimension(context.because('how many words there are is learned from the texts'));
  return numpyArray([count, columns], 'float64');
}

function openDict(context: Context): Value {
  return new DictValue([], { uncertain: context.because('it is learned from the texts') });
}

const LEARNED = ['word_index', 'index_word', 'word_counts', 'word_docs', 'index_docs'];

/** Kept for all runs: its members are never written to. */
const TOKENIZER = new ClassValue(
  declaredIdentity(),
  'Tokenizer',
  'keras.preprocessing.text',
  [],
  named(
    pythonFunction('__init__(self, num_words=None, *args, **kwargs)', (context, self: Value, words: Value) => {
      if (self.kind !== 'instance') return NONE;
      self.setPayload(context.heap, new TokenizerPayload(countOf(words)));
      context.setAttribute(self, 'num_words', words);
      for (const name of LEARNED) context.setAttribute(self, name, openDict(context));
      return NONE;
    }),
    pythonFunction('fit_on_texts(self, texts)', () => NONE),
    pythonFunction('fit_on_sequences(self, sequences)', () => NONE),
    pythonFunction('texts_to_sequences(self, texts)', (context, _self: Value, texts: Value) =>
      sequences(texts, context),
    ),
    pythonFunction('texts_to_matrix(self, texts, mode="binary")', (context, self: Value, texts: Value) =>
      matrix(self, texts, context),
    ),
    pythonFunction('sequences_to_matrix(self, sequences, mode="binary")', (context, self: Value, given: Value) =>
      matrix(self, given, context),
    ),
    pythonFunction('__getattr__(self, name)', (context, _self: Value, name: Value) => {
      const text = name.kind === 'str' ? name.value : '';
      if (text.startsWith('__')) return context.raise('AttributeError', text);
      return context.unknown(`\`${text}\` of a Tokenizer is not followed`);
    }),
  ),
);

const words = nativeFunction('text_to_word_sequence', null, (_given, context) => {
  const why = context.because('it depends on the words of the text');
  return new ListValue([], why, null, { kind: 'scalar', type: 'str', value: null });
});

const FUNCTIONS: Readonly<Record<string, Value>> = {
  'keras.preprocessing.text.Tokenizer': TOKENIZER,
  'keras.preprocessing.text.text_to_word_sequence': words,
  'keras.preprocessing.text.one_hot': nativeFunction('one_hot', null, (_given, context) => numbers(context)),
  'keras.preprocessing.text.hashing_trick': nativeFunction('hashing_trick', null, (_given, context) =>
    numbers(context),
  ),
  'keras.datasets.imdb.get_word_index': nativeFunction('get_word_index', null, (_given, context) => openDict(context)),
  'keras.datasets.reuters.get_word_index': nativeFunction('get_word_index', null, (_given, context) =>
    openDict(context),
  ),
};

export function textFunction(name: string): Value | undefined {
  return FUNCTIONS[name];
}
