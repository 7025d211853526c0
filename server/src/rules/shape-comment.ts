/** A comment that tells another shape than the tensor beside it has. */
import type { Analysis } from '../analysis/analysis';
import { answersOf, type Subject, subjectsOf } from '../analysis/comment-subjects';
import { agreement, correctedText, type ShapeComment, shapeComment, toldPart } from '../analysis/comments';
import { pathTo } from '../analysis/nodes';
import { isKnown } from '../shapes/dimension';
import { formatShape, hasRank } from '../shapes/shape';
import type { Problem, Rule } from './rule';

const code = 'shape-comment';

export const shapeCommentRule: Rule = {
  code,
  level: 'warning',
  title: 'A comment that contradicts the shape',
  page: {
    what: 'A comment tells a shape, and the tensor that it stands beside (or behind) has another one.',
    why: 'Such comments are written once and stay when the layers above change.',
    next: 'Correct the comment, or the layers if the comment says what is meant.',
    wrong: 'x = keras.Input(shape=(28, 28, 1))\nx = layers.MaxPooling2D(2)(x)  # (7, 7, 1)',
    right: 'x = keras.Input(shape=(28, 28, 1))\nx = layers.MaxPooling2D(2)(x)  # (14, 14, 1)',
  },
  check: (analysis) => {
    const comments = analysis.module.comments.flatMap((comment) => shapeComment(comment) ?? []);
    const wrong = comments.flatMap((told) => {
      const subject = contradicted(told, analysis);
      return subject ? [problemOf(told, subject, analysis)] : [];
    });
    return [...wrong, ...inconsistentNames(comments, analysis)];
  },
};

/** The tensor that a comment is surely about and does not tell right. */
function contradicted(told: ShapeComment, analysis: Analysis): Subject | null {
  const { isTrailing, own, next, isHeading } = subjectsOf(told, analysis);
  if (!own || !contradicts(told, own)) return null;
  if (isTrailing) return own;
  // A comment may as well be about what comes next: only what fits neither is wrong.
  if (next && answersOf(told, next).includes('agrees')) return null;
  // Names on a line of their own may be about anything.
  if (told.sizes.some((size) => typeof size === 'string')) return null;
  return isHeading && !next ? null : own;
}

/** Whether no tensor that was ever made there has the told shape, though one might. */
function contradicts(told: ShapeComment, subject: Subject): boolean {
  const found = answersOf(told, subject);
  return found.length > 0 && found.every((answer) => answer === 'contradicts');
}

function problemOf(told: ShapeComment, { span, tensors, isAssumed }: Subject, analysis: Analysis): Problem {
  const [tensor] = tensors;
  const shape = tensor && hasRank(tensor.shape) ? tensor.shape : [];
  const line = analysis.lines.position(span.start).line + 1;
  const written = analysis.text.slice(told.span.start, told.span.end);
  const corrected = correctedText(written, told, shape);
  const isChanged = corrected !== written;
  return {
    code,
    severity: 'warning',
    isAssumed,
    span: told.span,
    what: `the comment says \`${written}\`, and the tensor of line ${line} is \`${formatShape(shape)}\``,
    next: isChanged
      ? `correct the comment to \`${corrected}\`, or the layers if it says what is meant`
      : 'correct the comment, or the layers if it says what is meant',
    related: [{ span, message: `gives ${formatShape(shape)}` }],
    fixes: isChanged
      ? [{ title: `Change the comment to \`${corrected}\``, edits: [{ ...told.span, newText: corrected }] }]
      : [],
  };
}

// ---------------------------------------------------------------- names

interface NamedSize {
  readonly told: ShapeComment;
  readonly size: number;
  readonly line: number;
}

/**
 * A name that one comment of a function gives another size than all the others do. People also use one
 * name for sizes that change on the way (`H`, `W`): where sizes differ more than once nothing is said.
 */
function inconsistentNames(comments: readonly ShapeComment[], analysis: Analysis): Problem[] {
  const scopes = new Map<string, Map<string, NamedSize[]>>();
  for (const told of comments) {
    if (!told.sizes.some((size) => typeof size === 'string')) continue;
    const { isTrailing, own } = subjectsOf(told, analysis);
    const shapes = new Set(own?.tensors.map(({ shape }) => formatShape(shape)));
    const shape = own?.tensors[0]?.shape;
    const part = isTrailing && shapes.size === 1 && shape && hasRank(shape) ? toldPart(told.sizes, shape) : null;
    if (!part || agreement(told.sizes, part) !== 'agrees') continue;
    const key = functionAround(analysis, told.span.start);
    const names = scopes.get(key) ?? new Map<string, NamedSize[]>();
    scopes.set(key, names);
    const line = analysis.lines.position(told.span.start).line + 1;
    told.sizes.forEach((name, i) => {
      const size = part[i];
      if (typeof name !== 'string' || size === undefined || !isKnown(size)) return;
      names.set(name, [...(names.get(name) ?? []), { told, size, line }]);
    });
  }
  return [...scopes.values()].flatMap((names) =>
    [...names].flatMap(([name, sizes]) => {
      const odd = oddOne(sizes);
      return odd ? [nameProblem(name, odd, sizes)] : [];
    }),
  );
}

/** The one size that differs from two or more others, which are all alike. */
function oddOne(sizes: readonly NamedSize[]): NamedSize | null {
  if (sizes.length < 3) return null;
  return (
    sizes.find((one) => {
      const others = sizes.filter((other) => other !== one);
      return others.every(({ size }) => size === others[0]?.size && size !== one.size);
    }) ?? null
  );
}

function nameProblem(name: string, { told, size, line }: NamedSize, sizes: readonly NamedSize[]): Problem {
  const others = sizes.filter((other) => other.line !== line);
  const lines = [...new Set(others.map((other) => other.line))].slice(0, 4).join(', ');
  return {
    code,
    severity: 'information',
    span: told.span,
    what: `\`${name}\` is ${size} here, and ${others[0]?.size} in the comments of lines ${lines}`,
    next: 'use another name, or correct the layers if the comment says what is meant',
    related: others.slice(0, 4).map((other) => ({ span: other.told.span, message: `\`${name}\` is ${other.size}` })),
    fixes: [],
  };
}

/** Names the innermost function around an offset; empty at module level. */
function functionAround(analysis: Analysis, offset: number): string {
  const item = analysis.trace.module.items.findLast(({ start }) => start <= offset);
  const path = item ? pathTo(item.statement, offset - item.start) : [];
  const owner = path.findLast((node) => node.kind === 'FunctionDef');
  return item && owner ? `${item.start + owner.start}` : '';
}
