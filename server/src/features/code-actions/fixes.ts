/** Fixes of what is wrong, here and everywhere; and saying that it is not to be reported. */
import type { Analysis } from '../../analysis/analysis';
import type { Problem } from '../../rules';
import { suppressions } from '../../rules/suppression';
import type { Edit } from '../../text/edit';
import { withoutCodeSpans } from '../markdown';
import { problemsWith, type TriedFix, tryFixes } from '../outcomes';
import { type CodeAction, lazyAction } from './action';

/** A problem's fixes, the one that mends the most first. */
export function quickFixes(analysis: Analysis, problem: Problem): CodeAction[] {
  return preferBest(tryFixes(analysis, problem.fixes, problem)).map((fix) => ({ ...fix, problem }));
}

export function preferBest(fixes: readonly TriedFix[]): CodeAction[] {
  const best = fixes.findIndex((fix) => fix.isBetter);
  return fixes.map(({ title, edits }, i) => ({
    title: withoutCodeSpans(title),
    kind: 'quickfix',
    edits,
    isPreferred: i === best,
  }));
}

export function sameEdits(a: readonly Edit[], b: readonly Edit[]): boolean {
  return (
    a.length === b.length &&
    a.every((edit, i) => edit.start === b[i]?.start && edit.end === b[i]?.end && edit.newText === b[i]?.newText)
  );
}

/** The same fix for all problems of its kind, where it mends them all. */
export function fixAllActions(
  analysis: Analysis,
  fixes: readonly CodeAction[],
  problems: readonly Problem[],
): CodeAction[] {
  const seen = new Set<string>();
  return fixes.flatMap((fix) => {
    const code = fix.problem?.code;
    if (code === undefined || !(fix.isPreferred || code === 'unused-ignore') || seen.has(code)) return [];
    seen.add(code);
    const [name = ''] = fix.title.split(' — ');
    const same = problems.filter((problem) => problem.code === code);
    const edits = same.flatMap(({ fixes: ideas }) => {
      const idea = ideas.find(({ title }) => kindOf(withoutCodeSpans(title)) === kindOf(name));
      return idea ? [idea.edits] : [];
    });
    const merged = withoutOverlaps(edits);
    if (same.length < 2 || merged.length < 2) return [];
    const left = problemsWith(analysis, merged.flat()).filter((problem) => problem.code === code).length;
    if (left > same.length - merged.length) return [];
    return [
      lazyAction(`Fix all ${merged.length} like this: ${kindOf(name)}`, () => merged.flat(), {
        kind: 'quickfix',
        problem: fix.problem,
      }),
    ];
  });
}

/** What a fix does, without where and to what: `Change the comment`. */
function kindOf(title: string): string {
  return title.replace(/(?<!\s)\s+(?:to|in line|with)\s+[(\d].*$/, '');
}

function withoutOverlaps(all: readonly (readonly Edit[])[]): (readonly Edit[])[] {
  const kept: (readonly Edit[])[] = [];
  for (const edits of all) {
    const meets = kept.some((others) =>
      others.some((other) => edits.some((edit) => edit.start <= other.end && other.start <= edit.end)),
    );
    if (!meets) kept.push(edits);
  }
  return kept;
}

/** Saying in the code that a problem is meant. */
export function ignoreActions(analysis: Analysis, problems: readonly Problem[]): CodeAction[] {
  const seen = new Set<string>();
  return problems.flatMap((problem) => {
    const line = analysis.lines.position(problem.span.start).line;
    const key = `${problem.code}:${line}`;
    if (problem.isUnnecessary || seen.has(key)) return [];
    seen.add(key);
    const edits = [ignoring(analysis, line, problem.code)];
    return [lazyAction(`Ignore ${problem.code} in this line`, () => edits, { kind: 'quickfix', problem })];
  });
}

function ignoring(analysis: Analysis, line: number, code: string): Edit {
  const known = suppressions(analysis).find((one) => one.line === line && one.codes !== null);
  if (known) return { start: known.span.end - 1, end: known.span.end - 1, newText: `, ${code}` };
  const start = analysis.lines.lineStart(line);
  const end = start + analysis.text.slice(start, analysis.lines.lineEnd(line)).trimEnd().length;
  return { start: end, end, newText: `  # keras-shapes: ignore[${code}]` };
}
