/** `check`: what is wrong, each with its place, the code, why it is so and what to do. */
import type { Analysis } from '../analysis/analysis';
import { quickFixes } from '../features/code-actions';
import { diagnostics } from '../features/diagnostics';
import { plural, withoutCodeSpans } from '../features/markdown';
import type { Settings } from '../features/settings';
import type { Problem, Severity } from '../rules';
import { sentence } from '../rules/rule';
import { codeFrame, type Style } from './style';

/** Problems that are reported, and their text; hints are for editors only. */
export function check(
  path: string,
  analysis: Analysis,
  settings: Settings,
  style: Style,
): { readonly text: string; readonly counts: Readonly<Record<Severity, number>> } {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  const problems = diagnostics(analysis, settings).filter((problem) => problem.severity !== 'hint');
  for (const problem of problems) counts[problem.severity] += 1;
  return { text: problems.map((problem) => report(path, analysis, problem, style)).join('\n\n'), counts };
}

function report(path: string, analysis: Analysis, problem: Problem, style: Style): string {
  const { line, column } = analysis.lines.position(problem.span.start);
  const colour = problem.severity === 'error' ? style.red : problem.severity === 'warning' ? style.yellow : style.blue;
  const lines = [
    `${style.bold(`${path}:${line + 1}:${column + 1}`)} ${colour(style.bold(`${problem.severity}[${problem.code}]`))}: ${style.bold(prose(problem.what))}`,
    codeFrame(analysis.text, analysis.lines, problem.span, style, colour),
  ];
  if (problem.why) lines.push(`  ${style.dim('why:')}  ${prose(problem.why)}`);
  for (const { span, message } of problem.related) {
    const place = analysis.lines.position(span.start);
    lines.push(`  ${style.dim('see:')}  ${path}:${place.line + 1}:${place.column + 1}: ${prose(message)}`);
  }
  if (problem.next) lines.push(`  ${style.dim('next:')} ${prose(problem.next)}`);
  for (const fix of quickFixes(analysis, problem)) {
    lines.push(`  ${style.dim('fix:')}  ${fix.isPreferred ? style.green(fix.title) : fix.title}`);
  }
  return lines.join('\n');
}

function prose(text: string): string {
  return withoutCodeSpans(sentence(text));
}

/** `2 errors, 1 warning in 3 files`. */
export function totals(counts: Readonly<Record<Severity, number>>, files: number): string {
  const parts = [
    counts.error > 0 && plural(counts.error, 'error'),
    counts.warning > 0 && plural(counts.warning, 'warning'),
    counts.information > 0 && plural(counts.information, 'note'),
  ].filter((part) => part !== false);
  return `${parts.length > 0 ? parts.join(', ') : 'Nothing to report'} in ${plural(files, 'file')}.`;
}
