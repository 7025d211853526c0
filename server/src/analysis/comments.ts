/**
 * Comments that tell a shape: `# at this point the representation is (4, 4, 8)`, `# -> 7x7x64`,
 * `# (B, T, C)`. What only looks like one is none: a missed comment costs less than a false alarm.
 */
import type { Comment } from '../python/ast';
import { type Dimension, isDynamic, isKnown } from '../shapes/dimension';
import type { Span } from '../text/span';

export interface ShapeComment {
  readonly comment: Comment;
  /** The shape's own text, parentheses included. */
  readonly span: Span;
  /** A number, null for `None` and `?`, or a name. */
  readonly sizes: readonly ToldSize[];
}

export type ToldSize = number | null | string;

const NAME = '[A-Za-z_]\\w{0,30}';
const SIZE = `(?:None|\\?|\\d{1,9})`;
const ANY = `(?:None|\\?|\\d{1,9}|${NAME})`;
/** Not behind a name, `=` or a quote: those are calls, arguments and strings of code that is commented out. */
const BEHIND = '(?<![\\w=\\])}.\'"])';
const list = (size: string) => `\\s*(?:${size}(?:\\s*,\\s*${size})+\\s*,?|${size}\\s*,)\\s*`;
/** `(4, 4, 8)`, `[4, 4, 8]`. */
const NUMBERS = new RegExp(`${BEHIND}(?:\\(${list(SIZE)}\\)|\\[${list(SIZE)}\\])(?![\\w[(=])`, 'g');
/** `(B, T, C)`: with names. */
const NAMED = new RegExp(`${BEHIND}(?:\\(${list(ANY)}\\)|\\[${list(ANY)}\\])(?![\\w[(=])`, 'g');
/** `7x7x64`, `14×14×16`. */
const TIMES = /(?<![\w.])\d{1,6}(?:\s?[x×]\s?\d{1,6}){1,5}(?![\w.]|\s?[x×])/g;
/** `B, T, C`, as all of a comment. */
const PLAIN =
  /^(#+[\s:]*(?:(?:->|=>|→)\s*)?)((?:[A-Z][A-Z0-9]{0,2}|\d{1,9}|None)(?:\s*,\s*(?:[A-Z][A-Z0-9]{0,2}|\d{1,9}|None))+)\s*$/;

const CUES =
  /\b(?:shape|representation|output|outputs|size|sizes|dims?|dimensions?|dimensionality|gives?|becomes?|results?|now|tensor|feature ?maps?|code|encoding|embedding)\b|->|=>|→/i;
const OTHER_MATTERS =
  /\b(?:input|inputs|kernel|kernels|filter|filters|strides?|pool|pooling|window|windows|crop|cropp\w+|pad|padding|from|was|were|before|previous\w*|if|unless|would|should|could|instead|not|target|labels?|image|images|original\w*|each|per|example|e\.g|batch of|dilation|ratio|range|between)\b/i;
/** What is left of a comment that says nothing else. */
const BARE = /^[\s#:.,;()=>→-]*$/;
const ARROW = /->|=>|→/;
/** Words that a list of names must begin with to be a shape, unless it is called one. */
const BATCH = /^(?:B|N|BS|b|n|bs|batch\w*|None|\?|B_\w*|\d+)$/;

/**
 * The shape that a comment tells, if it surely tells one: the only one in it (or the last behind an
 * arrow), with nothing else in it or a word such as "shape" or "output" beside it.
 */
export function shapeComment(comment: Comment): ShapeComment | null {
  if (!/[\dA-Z?b]/.test(comment.text)) return null;
  return (
    inBrackets(comment, NUMBERS, isTold) ??
    inBrackets(comment, NAMED, isTensorOfNames) ??
    times(comment) ??
    plain(comment)
  );
}

function inBrackets(
  comment: Comment,
  pattern: RegExp,
  isMeant: (prose: string, sizes: readonly ToldSize[]) => boolean,
): ShapeComment | null {
  const { text } = comment;
  const found = [...text.matchAll(pattern)];
  const last = found[found.length - 1];
  if (!last) return null;
  const earlier = found[found.length - 2];
  if (earlier && !ARROW.test(text.slice(earlier.index, last.index))) return null;
  const sizes = sizesIn(last[0].slice(1, -1), ',');
  // `[0, 1]` is a range of values.
  if (sizes.includes(0)) return null;
  return isMeant(text.replace(pattern, ' '), sizes) ? told(comment, last.index, last[0], sizes) : null;
}

function told(comment: Comment, index: number, text: string, sizes: readonly ToldSize[]): ShapeComment {
  const start = comment.start + index;
  return { comment, span: { start, end: start + text.length }, sizes };
}

function sizesIn(text: string, separator: string | RegExp): ToldSize[] {
  return text
    .split(separator)
    .map((size) => size.trim())
    .filter((size) => size !== '')
    .map((size) => (size === 'None' || size === '?' ? null : /^\d+$/.test(size) ? Number(size) : size));
}

function isTold(prose: string): boolean {
  return BARE.test(prose) || (CUES.test(prose) && !OTHER_MATTERS.test(prose));
}

/** Names are taken for sizes where nothing else is said, or the one word `shape`. */
function isTensorOfNames(prose: string, sizes: readonly ToldSize[]): boolean {
  const rest = prose.replace(/\bshape\b/i, ' ');
  if (!BARE.test(rest)) return false;
  const isCalledShape = rest !== prose;
  return isCalledShape || (sizes.length >= 2 && BATCH.test(String(sizes[0] ?? 'None')));
}

function times(comment: Comment): ShapeComment | null {
  const found = [...comment.text.matchAll(TIMES)];
  const last = found[found.length - 1];
  const prose = comment.text.replace(TIMES, ' ');
  if (!last || !BARE.test(prose)) return null;
  const isArrow = ARROW.test(comment.text.slice(0, last.index));
  if (found.length > 1 && !isArrow) return null;
  const sizes = sizesIn(last[0], /[x×]/);
  // `3x3` alone is a kernel as often as a shape.
  return sizes.length >= 3 || isArrow ? told(comment, last.index, last[0], sizes) : null;
}

function plain(comment: Comment): ShapeComment | null {
  const [, head = '', text = ''] = PLAIN.exec(comment.text) ?? [];
  const sizes = sizesIn(text, ',');
  const names = sizes.filter((size) => typeof size === 'string');
  if (names.length === 0 || (sizes.length < 3 && !BATCH.test(String(sizes[0])))) return null;
  return told(comment, head.length, text, sizes);
}

/** Whether a comment tells a shape and nothing else. */
export function isBareShape(comment: Comment): boolean {
  const found = shapeComment(comment);
  if (!found) return false;
  const { start, end } = found.span;
  const { text } = comment;
  return BARE.test(`${text.slice(0, start - comment.start)} ${text.slice(end - comment.start)}`);
}

export type Agreement = 'agrees' | 'contradicts' | 'unrelated';

/** The part of a shape that a comment tells: all of it, or all but the batch; null where it has another rank. */
export function toldPart(sizes: readonly ToldSize[], shape: readonly Dimension[]): readonly Dimension[] | null {
  if (sizes.length === shape.length) return shape;
  return sizes.length === shape.length - 1 ? shape.slice(1) : null;
}

/**
 * Whether a told shape is a tensor's. What is `None` on either side agrees with anything, and so does a
 * name: but not one name with two sizes.
 */
export function agreement(sizes: readonly ToldSize[], shape: readonly Dimension[]): Agreement {
  const part = toldPart(sizes, shape);
  if (!part) return 'unrelated';
  const bound = new Map<string, number>();
  const fits = sizes.every((size, i) => {
    const actual = part[i];
    if (size === null || actual === undefined || !isKnown(actual)) return true;
    if (typeof size === 'number') return size === actual;
    const before = bound.get(size);
    bound.set(size, actual);
    return before === undefined || before === actual;
  });
  return fits ? 'agrees' : 'contradicts';
}

/** Whether a told shape is all of a tensor's, with or without a batch that is left open: nothing of it is `?` or a name. */
export function tellsAll(sizes: readonly ToldSize[], shape: readonly Dimension[]): boolean {
  const part = toldPart(sizes, shape);
  const batch = shape[0];
  if (!part || (part.length < shape.length && !(batch !== undefined && isDynamic(batch)))) return false;
  return sizes.every((size, i) => {
    const actual = part[i];
    return actual !== undefined && (isKnown(actual) ? size === actual : size === null && isDynamic(actual));
  });
}

/** The told text with the sizes that a tensor really has, names and `None` as they stand where they may. */
export function correctedText(text: string, { sizes }: ShapeComment, shape: readonly Dimension[]): string {
  const part = toldPart(sizes, shape) ?? shape;
  let index = 0;
  const isTimes = /\d\s?[x×]\s?\d/.test(text);
  return text.replace(isTimes ? /\d+/g : new RegExp(ANY, 'g'), (word) => {
    const actual = part[index];
    const size = sizes[index];
    index += 1;
    if (actual === undefined || !isKnown(actual) || typeof size === 'string') return word;
    return String(actual);
  });
}
