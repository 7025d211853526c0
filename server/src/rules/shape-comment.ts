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
    what: 'A comment tells a shape, and the tensor that it stands beside (or behind) has another one. Names (`# B, T, C`) are held to the sizes that other comments of the function give them.',
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

/** The names that one comment gives to sizes that are known. */
interface NamedSizes {
  readonly told: ShapeComment;
  readonly line: number;
  readonly sizes: ReadonlyMap<string, number>;
}

/**
 * A name that one comment of a function gives another size than all the others do, and two names whose sizes are
 * exchanged. People also use one name for sizes that change on the way (`H`, `W`): where sizes differ otherwise nothing
 * is said.
 */
function inconsistentNames(comments: readonly ShapeComment[], analysis: Analysis): Problem[] {
  const scopes = new Map<string, NamedSizes[]>();
  for (const told of comments) {
    const named = namedSizes(told, analysis);
    if (!named) continue;
    const key = functionAround(analysis, told.span.start);
    scopes.set(key, [...(scopes.get(key) ?? []), named]);
  }
  return [...scopes.values()].flatMap((all) => {
    const exchanged = exchangedNames(all);
    const seen = new Set(exchanged.map(({ span }) => span.start));
    return [...exchanged, ...oddNames(all).filter(({ span }) => !seen.has(span.start))];
  });
}

function namedSizes(told: ShapeComment, analysis: Analysis): NamedSizes | null {
  if (!told.sizes.some((size) => typeof size === 'string')) return null;
  const { isTrailing, own } = subjectsOf(told, analysis);
  const shapes = new Set(own?.tensors.map(({ shape }) => formatShape(shape)));
  const shape = own?.tensors[0]?.shape;
  const part = isTrailing && shapes.size === 1 && shape && hasRank(shape) ? toldPart(told.sizes, shape) : null;
  if (!part || agreement(told.sizes, part) !== 'agrees') return null;
  const sizes = new Map<string, number>();
  told.sizes.forEach((name, i) => {
    const size = part[i];
    if (typeof name === 'string' && size !== undefined && isKnown(size)) sizes.set(name, size);
  });
  return { told, line: analysis.lines.position(told.span.start).line + 1, sizes };
}

function oddNames(all: readonly NamedSizes[]): Problem[] {
  const names = new Set(all.flatMap(({ sizes }) => [...sizes.keys()]));
  return [...names].flatMap((name) => {
    const sizes = all.flatMap(({ told, line, sizes }): NamedSize[] => {
      const size = sizes.get(name);
      return size === undefined ? [] : [{ told, line, size }];
    });
    const odd = oddOne(sizes);
    return odd ? [nameProblem(name, odd, sizes)] : [];
  });
}

/** `# (B, T, C)` of sizes 12 and 64, and further down of 64 and 12: the axes have changed places, the comment has not. */
function exchangedNames(all: readonly NamedSizes[]): Problem[] {
  const first = new Map<string, NamedSize>();
  return all.flatMap(({ told, line, sizes }) => {
    const exchanged = [...sizes].find(([name, size]) => {
      const was = first.get(name);
      return [...sizes].some(([other, its]) => its !== size && its === was?.size && first.get(other)?.size === size);
    });
    for (const [name, size] of sizes) if (!first.has(name)) first.set(name, { told, line, size });
    if (!exchanged) return [];
    const [name, size] = exchanged;
    return [nameProblem(name, { told, line, size }, [first.get(name) as NamedSize])];
  });
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
  const lines = [...new Set(others.map((other) => other.line))].slice(0, 4);
  return {
    code,
    severity: 'information',
    span: told.span,
    what:
      lines.length > 1
        ? `\`${name}\` is ${size} here, and ${others[0]?.size} in the comments of lines ${lines.join(', ')}`
        : `\`${name}\` is ${size} here, and ${others[0]?.size} in the comment of line ${lines[0]}`,
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
