/** Vocabularies as arguments: the tokens that a lookup knows, read as `np.array` reads them. */
import { type Dimension, isKnown, unknownDimension } from '../../../../shapes/dimension';
import { reason } from '../../../../shapes/reason';
import { hasRank } from '../../../../shapes/shape';
import type { Element } from '../../../../values/tensor';
import type { Value } from '../../../../values/value';
import { failure, type MaybeFailure } from '../../../failure';
import { comparable } from '../../../numbers';
import { describe, sequenceItems } from '../../../params';

export type Kind = 'string' | 'integer';

/** A token to compare; undefined where it is not known. */
export type Token = string | number | null | undefined;

export interface Tokens {
  /** The tokens, or how many there are where only that is known. */
  readonly list: readonly Token[] | Dimension;
  /** Whether they are strings; undefined where not known. */
  readonly text: boolean | undefined;
  readonly nested: boolean;
}

/** What is given as a vocabulary: null for None, `'file'` for a path, `'no array'` for what has no size. */
export function readTokens(value: Value): Tokens | null | 'file' | 'no array' {
  const items = sequenceItems(value);
  if (items) return fromItems(items);
  switch (value.kind) {
    case 'None':
      return null;
    case 'str':
      return 'file';
    case 'tensor': {
      const { shape, dtype, data } = value;
      const text = dtype === '?' ? undefined : dtype === 'string';
      if (!hasRank(shape)) return { list: unknownDimension(shape.reason), text, nested: false };
      if (data && shape.length === 1) return { list: data.map(tokenOf), text, nested: false };
      return { list: shape[0] ?? 1, text, nested: shape.length > 1 };
    }
    case 'int':
    case 'float':
    case 'bool':
    case 'dict':
    case 'set':
    case 'range':
      return 'no array';
    default: {
      const why = value.kind === 'unknown' ? value.reason : reason(`\`vocabulary\` is ${describe(value)}`);
      return { list: unknownDimension(why), text: undefined, nested: false };
    }
  }
}

/** Numbers beside strings become strings. */
function fromItems(items: readonly Value[]): Tokens {
  const known = items.every((item) => ['str', 'int', 'float', 'bool', 'None', 'list', 'tuple'].includes(item.kind));
  const nested = items.some((item) => item.kind === 'list' || item.kind === 'tuple');
  const text = items.some((item) => item.kind === 'str') ? true : known ? false : undefined;
  const list = items.map((item): Token => {
    if (item.kind === 'str') return item.value;
    if (item.kind === 'None') return null;
    const found = comparable(item);
    if (typeof found === 'string') return undefined;
    return text ? String(found.number) : text === false ? found.number : undefined;
  });
  return { list, text, nested };
}

function tokenOf(element: Element): Token {
  if (typeof element === 'string' || typeof element === 'number') return element;
  return typeof element === 'boolean' || typeof element === 'bigint' ? Number(element) : undefined;
}

/** What a special token is compared as. */
export function specialToken(value: Value): Token {
  if (value.kind === 'str') return value.value;
  if (value.kind === 'None') return null;
  const found = comparable(value);
  return typeof found === 'object' ? found.number : undefined;
}

export interface Special {
  readonly mask: Value;
  readonly oov: Value;
  /** How many ids are kept for tokens that are not in the vocabulary; undefined where not known. */
  readonly outside: number | undefined;
  /** Whether that number is a float, which Python repeats no list by. */
  readonly fraction: boolean;
  /** Whether id 0 is kept for the mask. */
  readonly masked: boolean;
}

/** The tokens behind special ones that the vocabulary begins with; those may be left out. */
export function plainTokens(
  { list }: Tokens,
  { mask, oov, outside, masked }: Special,
): { readonly tokens: readonly Token[] | null; readonly count: Dimension } {
  if (!Array.isArray(list)) {
    const count = list as Dimension;
    return { tokens: null, count };
  }
  const tokens: readonly Token[] = list;
  if (outside === undefined) return { tokens: null, count: unknownDimension(reason('`num_oov_indices` is not known')) };
  const special = [
    ...(masked ? [specialToken(mask)] : []),
    ...Array.from({ length: outside }, () => specialToken(oov)),
  ];
  const front = tokens.slice(0, special.length);
  if (front.length < special.length || special.length === 0) return { tokens, count: tokens.length };
  const unsure = special.some((token, i) => token === undefined || front[i] === undefined);
  const equal = special.every((token, i) => token !== null && token === front[i]);
  if (equal && !unsure) return { tokens: tokens.slice(special.length), count: tokens.length - special.length };
  const apart = special.some((token, i) => token !== undefined && front[i] !== undefined && token !== front[i]);
  if (unsure && !apart) {
    return {
      tokens: null,
      count: unknownDimension(reason('whether the vocabulary begins with special tokens is not known')),
    };
  }
  return { tokens, count: tokens.length };
}

export interface VocabularyQuestion {
  readonly callee: string;
  readonly kind: Kind;
  readonly vocabulary: Value;
  readonly special: Special;
  readonly invert: boolean;
  /** Most tokens, special ones included. */
  readonly most: number | undefined | null;
}

/** Checks of `set_vocabulary`, in Keras' order. */
export function wrongVocabulary(question: VocabularyQuestion): MaybeFailure {
  const { callee, kind, vocabulary, special, invert, most } = question;
  const given = readTokens(vocabulary);
  const wrong = (problem: string, exception = 'ValueError') =>
    failure('invalid-argument', `the \`vocabulary\` of ${callee} ${problem}`, { parameter: 'vocabulary', exception });
  if (given === null || given === 'file') return null;
  if (given === 'no array')
    return wrong(`must be a list, tuple or array, not ${describe(vocabulary)}`, 'AttributeError');
  if (Array.isArray(given.list) ? given.list.length === 0 : given.list === 0) return wrong('must not be empty');
  if (special.fraction) {
    return failure('invalid-argument', `\`num_oov_indices\` of ${callee} must be an int`, {
      parameter: 'num_oov_indices',
      exception: 'TypeError',
    });
  }
  if (given.nested) return wrong('must hold tokens, not lists of them', 'TypeError');
  const { tokens, count } = plainTokens(given, special);
  const twice = tokens?.find((token, i) => token !== undefined && token !== null && tokens.indexOf(token) < i);
  if (twice !== undefined) return wrong(`holds ${quoted(twice)} more than once`);
  const mask = specialToken(special.mask);
  if (mask !== undefined && mask !== null && tokens?.includes(mask)) {
    return wrong(
      `holds its mask token ${quoted(mask)} where that is not expected: leave special tokens out, or put them first`,
    );
  }
  const oov = specialToken(special.oov);
  if (invert && oov !== undefined && oov !== null && tokens?.includes(oov)) {
    return wrong(`holds its out-of-vocabulary token ${quoted(oov)} where that is not expected`);
  }
  const size = sizeWith(count, special);
  if (typeof most === 'number' && isKnown(size) && size > most) {
    return wrong(`has ${size} tokens with the special ones, and \`max_tokens\` is ${most}`);
  }
  if (count === 0) return wrong('must hold more than special tokens');
  if (kind === 'string' && given.text === false) return wrong('must hold strings');
  if (kind === 'string' && tokens?.includes(null)) return wrong('must hold strings, not None');
  if (
    kind === 'integer' &&
    given.text &&
    tokens?.some((token) => typeof token === 'string' && !/^\s*[+-]?\d+\s*$/.test(token))
  ) {
    return wrong('must hold ints');
  }
  return null;
}

const quoted = (token: Token) => (typeof token === 'string' ? `'${token}'` : String(token));

/** Ids in all: the special ones and one for each token. */
function sizeWith(count: Dimension, { outside, masked }: Special): Dimension {
  if (!isKnown(count)) return count;
  if (outside === undefined) return unknownDimension(reason('`num_oov_indices` is not known'));
  return count + outside + (masked ? 1 : 0);
}

/** How many ids a lookup has; null without a vocabulary. */
export function vocabularySize(vocabulary: Value, special: Special): Dimension | null {
  const given = readTokens(vocabulary);
  if (given === null) return null;
  if (given === 'file') return unknownDimension(reason('the vocabulary is in a file'));
  if (given === 'no array') return unknownDimension(reason('the vocabulary is no array'));
  return sizeWith(plainTokens(given, special).count, special);
}
