/** `# keras-shapes: ignore[code]`: what a person has said not to report, and what of it is of no use. */
import type { Analysis } from '../analysis/analysis';
import type { Comment } from '../python/ast';
import type { Span } from '../text/span';
import type { Problem, Rule } from './rule';

export interface Suppression {
  readonly comment: Comment;
  /** The words themselves, without what else the comment says. */
  readonly span: Span;
  /** Null: everything. */
  readonly codes: readonly { readonly code: string; readonly span: Span }[] | null;
  /** The line that it is about: its own, or the next one with code where it stands alone. */
  readonly line: number;
}

const IGNORE = /(?:#\s*|(?<![#\s])\s*)keras-shapes:\s*ignore(?:\[([\w\s,-]*)\])?/;

export function suppressions(analysis: Analysis): Suppression[] {
  return analysis.module.comments.flatMap((comment) => {
    const found = IGNORE.exec(comment.text);
    if (!found) return [];
    const start = comment.start + found.index;
    const list = found[1];
    const listStart = list === undefined ? 0 : start + found[0].length - 1 - list.length;
    return [
      {
        comment,
        span: { start, end: start + found[0].length },
        codes: list === undefined ? null : codesIn(list, listStart),
        line: lineMeant(analysis, comment),
      },
    ];
  });
}

function codesIn(list: string, at: number): { code: string; span: Span }[] {
  return [...list.matchAll(/[\w-]+/g)].map((match) => ({
    code: match[0],
    span: { start: at + match.index, end: at + match.index + match[0].length },
  }));
}

function lineMeant({ lines, text }: Analysis, comment: Comment): number {
  const own = lines.position(comment.start).line;
  if (text.slice(lines.lineStart(own), comment.start).trim() !== '') return own;
  for (let line = own + 1; line < lines.lineCount; line++) {
    const content = text.slice(lines.lineStart(line), lines.lineEnd(line)).trim();
    if (content !== '' && !content.startsWith('#')) return line;
  }
  return own;
}

/** Whether a person has said not to report a problem. */
export function isSuppressed(
  problem: Pick<Problem, 'code' | 'span'>,
  all: readonly Suppression[],
  { lines }: Analysis,
): boolean {
  return all.some((one) => suppresses(one, problem, lines));
}

function suppresses(
  { line, codes }: Suppression,
  { code, span }: Pick<Problem, 'code' | 'span'>,
  lines: Analysis['lines'],
): boolean {
  const isHere = lines.position(span.start).line <= line && line <= lines.position(span.end).line;
  return isHere && (codes === null || codes.some((one) => one.code === code));
}

const code = 'unused-ignore';

/** Comments that ignore nothing. */
export function unusedIgnore(others: readonly Rule[]): Rule {
  return {
    code,
    level: 'hint',
    title: 'A comment that ignores nothing',
    page: {
      what: 'A comment `# keras-shapes: ignore[…]` names a problem that is not there.',
      why: 'The problem was mended, or the code is misspelt. A comment that stays would hide the next one.',
      next: 'Remove it.',
      wrong:
        'x = keras.Input(shape=(28, 28, 1))\ny = layers.Conv2D(8, 3)(x)  # keras-shapes: ignore[negative-dimension]',
      right: 'x = keras.Input(shape=(28, 28, 1))\ny = layers.Conv2D(8, 3)(x)',
    },
    check: (analysis) => {
      const all = suppressions(analysis);
      // What is half typed has no problems yet, nor has what was not run.
      const isOpen = analysis.trace.cut !== null || analysis.isUnfinished({ start: 0, end: analysis.text.length });
      if (all.length === 0 || isOpen) return [];
      const problems = others.flatMap((rule) => rule.check(analysis));
      return all.flatMap((one) => unusedIn(one, problems, analysis));
    },
  };
}

function unusedIn(one: Suppression, problems: readonly Problem[], analysis: Analysis): Problem[] {
  const { lines } = analysis;
  if (one.codes === null) {
    return problems.some((problem) => suppresses(one, problem, lines))
      ? []
      : [problemAt(one.span, null, one, analysis)];
  }
  const unused = one.codes.filter(
    ({ code: named }) => !problems.some((problem) => problem.code === named && suppresses(one, problem, lines)),
  );
  const isAll = unused.length === one.codes.length;
  return isAll
    ? [problemAt(one.span, null, one, analysis)]
    : unused.map(({ code: named, span }) => problemAt(span, named, one, analysis));
}

function problemAt(span: Span, named: string | null, one: Suppression, analysis: Analysis): Problem {
  return {
    code,
    severity: 'hint',
    span,
    what: named === null ? 'the comment ignores nothing' : `there is no problem \`${named}\` to ignore`,
    next: 'remove it',
    related: [],
    fixes: [{ title: 'Remove the comment', edits: [removal(span, named, one, analysis)] }],
    isUnnecessary: true,
  };
}

function removal(span: Span, named: string | null, { comment }: Suppression, analysis: Analysis) {
  const { text, lines } = analysis;
  if (named !== null) {
    const comma = /^\s*,\s*/.exec(text.slice(span.end))?.[0].length ?? 0;
    const before = comma > 0 ? 0 : (/,\s*$/.exec(text.slice(0, span.start))?.[0].length ?? 0);
    return { start: span.start - before, end: span.end + comma, newText: '' };
  }
  const rest = comment.text.replace(IGNORE, '').replace(/^#?\s*/, '');
  if (rest !== '') return { start: span.start, end: span.end, newText: span.start === comment.start ? '#' : '' };
  const start = lines.lineStart(lines.position(comment.start).line);
  const code = text.slice(start, comment.start).trimEnd();
  // A line of its own goes as a whole.
  const isAlone = code === '' && comment.end < text.length;
  return { start: isAlone ? start : start + code.length, end: isAlone ? comment.end + 1 : comment.end, newText: '' };
}
