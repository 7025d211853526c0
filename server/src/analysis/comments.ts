/** Comments that tell a shape: `# at this point the representation is (4, 4, 8)`. */
import type { Comment } from '../python/ast';
import { type Dimension, isKnown } from '../shapes/dimension';
import type { Span } from '../text/span';

export interface ShapeComment {
  readonly comment: Comment;
  /** The shape's own text, parentheses included. */
  readonly span: Span;
  /** Null for `None`. */
  readonly sizes: readonly (number | null)[];
}

const SIZE = '(?:None|\\d{1,9})';
/** Not behind a name, `=` or a quote: those are calls, arguments and strings of code that is commented out. */
const SHAPE = new RegExp(
  `(?<![\\w=\\])}.'"])\\((${SIZE}(?:\\s*,\\s*${SIZE})+\\s*,?|${SIZE}\\s*,)\\s*\\)(?![\\w[(=])`,
  'g',
);

const CUES =
  /\b(?:shape|representation|output|outputs|size|sizes|dims?|dimensions?|dimensionality|gives?|becomes?|results?|now|tensor|feature ?maps?|code|encoding|embedding)\b|->|=>|→/i;
const OTHER_MATTERS =
  /\b(?:input|inputs|kernel|kernels|filter|filters|strides?|pool|pooling|window|windows|crop|cropp\w+|pad|padding|from|was|were|before|previous\w*|if|unless|would|should|could|instead|not|target|labels?|image|images|original\w*|each|per|example|e\.g|batch of|dilation|ratio|range|between)\b/i;
/** What is left of a comment that says nothing else. */
const BARE = /^[\s#:.,;()=>→-]*$/;
const ARROW = /->|=>|→/;

/**
 * The shape that a comment tells, if it surely tells one: the only one in it (or the last behind an
 * arrow), with nothing else in it or a word such as "shape" or "output" beside it.
 */
export function shapeComment(comment: Comment): ShapeComment | null {
  const text = comment.text;
  const found = [...text.matchAll(SHAPE)];
  const last = found[found.length - 1];
  if (!last) return null;
  const earlier = found[found.length - 2];
  if (earlier && !ARROW.test(text.slice(earlier.index, last.index))) return null;
  const prose = text.replace(SHAPE, ' ');
  const isBare = BARE.test(prose);
  if (!isBare && (!CUES.test(prose) || OTHER_MATTERS.test(prose))) return null;
  const start = comment.start + last.index;
  return {
    comment,
    span: { start, end: start + last[0].length },
    sizes: (last[1] as string)
      .split(',')
      .map((size) => size.trim())
      .filter((size) => size !== '')
      .map((size) => (size === 'None' ? null : Number(size))),
  };
}

/** Whether a comment tells a shape and nothing else. */
export function isBareShape(comment: Comment): boolean {
  return shapeComment(comment) !== null && BARE.test(comment.text.replace(SHAPE, ' '));
}

export type Agreement = 'agrees' | 'contradicts' | 'unrelated';

/** Whether a told shape is a tensor's: all of it, or all but the batch. What is `None` on either side agrees with anything. */
export function agreement(sizes: readonly (number | null)[], shape: readonly Dimension[]): Agreement {
  const fits = (part: readonly Dimension[]) =>
    sizes.every((size, i) => size === null || !isKnown(part[i] as Dimension) || size === part[i]);
  if (sizes.length === shape.length) return fits(shape) ? 'agrees' : 'contradicts';
  if (sizes.length === shape.length - 1) return fits(shape.slice(1)) ? 'agrees' : 'contradicts';
  return 'unrelated';
}
