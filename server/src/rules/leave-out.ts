/** A call without one of its arguments. */
import type { Analysis } from '../analysis/analysis';
import type { CallSite } from '../analysis/arguments';
import type { FixIdea } from './rule';

/** Leaves out an argument by its keyword, or else the one at a position, with the comma before it. */
export function withoutArgument(
  { site, call }: CallSite,
  name: string,
  analysis: Analysis,
  position: number | null = null,
): FixIdea | null {
  const written =
    call.keywords.find(({ arg }) => arg === name) ?? (position === null ? undefined : call.args[position]);
  const span = written && analysis.span({ ...site.place, start: written.start, end: written.end });
  const before = span && /,\s*$/.exec(analysis.text.slice(0, span.start));
  if (!span || !before) return null;
  const edit = { start: span.start - before[0].length, end: span.end, newText: '' };
  return { title: `Leave out \`${name}\``, edits: [edit] };
}
