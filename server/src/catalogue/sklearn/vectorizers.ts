/** Texts as rows of numbers: `CountVectorizer`, `TfidfVectorizer`, `HashingVectorizer`. */
import { type Dimension, unknownDimension } from '../../shapes/dimension';
import { bind } from '../../values/arguments';
import type { Context } from '../../values/context';
import { numpyArray } from '../../values/tensor';
import { ClassValue, NONE, type Payload, type Value } from '../../values/value';
import { declaredIdentity, named, nativeFunction, parseSignature, pythonFunction } from '../native';
import { integerOf } from '../params';
import { sparseMatrix } from './sparse-matrix';
import { rowsOf } from './splitting';

interface Vectorizer {
  readonly dtype: string;
  /** How many columns there are, by the arguments that it was made with. */
  readonly columns: (options: ReadonlyMap<string, Value>, context: Context) => Dimension;
}

/** `max_features` is only an upper bound: the texts may have fewer words. */
function ofVocabulary(options: ReadonlyMap<string, Value>, context: Context): Dimension {
  const most = integerOf(options.get('max_features') ?? NONE);
  const text = 'how many words there are is learned from the texts';
  return unknownDimension(context.because(most === undefined ? text : `${text}: \`max_features\` are at most ${most}`));
}

const VECTORIZERS: Readonly<Record<string, Vectorizer>> = {
  CountVectorizer: { dtype: 'int64', columns: ofVocabulary },
  TfidfVectorizer: { dtype: 'float64', columns: ofVocabulary },
  HashingVectorizer: {
    dtype: 'float64',
    columns: (options) =>
      options.has('n_features')
        ? (integerOf(options.get('n_features') ?? NONE) ?? unknownDimension({ text: '`n_features` is not known' }))
        : 2 ** 20,
  },
};

class VectorizerPayload implements Payload {
  readonly type = 'vectorizer';
  constructor(readonly options: ReadonlyMap<string, Value>) {}
}

function vectorizerClass(name: string, { dtype, columns }: Vectorizer): ClassValue {
  const { signature } = parseSignature('__init__(self, **kwargs)');
  const transform = (method: string) =>
    nativeFunction(method, null, ({ positional: [self, texts], keywords }, context) => {
      const given = texts ?? keywords.get('raw_documents');
      const known =
        self?.kind === 'instance' && self.payload instanceof VectorizerPayload ? self.payload.options : null;
      if (!known || !given) return context.unknown('how the texts are counted is not known');
      const rows = rowsOf(given) ?? unknownDimension(context.because('how many texts there are is not known'));
      const type = known.has('dtype') ? '?' : dtype;
      return sparseMatrix(numpyArray([rows, columns(known, context)], type), context);
    });
  return new ClassValue(
    declaredIdentity(),
    name,
    'sklearn.feature_extraction.text',
    [],
    named(
      nativeFunction('__init__', null, (given, context) => {
        const [self] = given.positional;
        const options = given.uncertain ? null : bind(signature, given).varKeyword;
        if (self?.kind === 'instance' && options)
          self.setPayload(context.heap, new VectorizerPayload(new Map(options)));
        return NONE;
      }),
      nativeFunction('fit', null, ({ positional: [self] }) => self ?? NONE),
      transform('fit_transform'),
      transform('transform'),
      pythonFunction('__getattr__(self, name)', (context, _self: Value, attribute: Value) => {
        const text = attribute.kind === 'str' ? attribute.value : 'attribute';
        if (text.startsWith('__')) return context.raise('AttributeError', text);
        return context.unknown(`\`${text}\` of a ${name} is learned from the texts`);
      }),
    ),
  );
}

export const vectorizers: readonly (readonly [string, Value])[] = Object.entries(VECTORIZERS).map(
  ([name, one]) => [`feature_extraction.text.${name}`, vectorizerClass(name, one)] as const,
);
