/** Puts the shapes of consecutive lines into one column. */
import type { Analysis } from '../../analysis/analysis';
import type { InlayHint } from './hint';

/** Lines that are longer by more than this than the shortest of their group stay out of it. */
const MOST_PADDING = 48;
/** Columns are multiples of it, so that typing a few letters moves no other line. */
const STEP = 4;

/** The same hints, the shapes with blanks before them. */
export function alignedWith(hints: readonly InlayHint[], analysis: Analysis): InlayHint[] {
  const widths = new Map<number, number>();
  const isShape = (hint: InlayHint) => hint.kind === 'shape';
  const lineOf = (hint: InlayHint) => analysis.lines.position(hint.offset).line;
  for (const hint of hints.filter(isShape)) {
    const line = lineOf(hint);
    // What other hints show inside the line makes it longer on the screen.
    const inside = hints.filter((one) => one.kind === 'argument' && lineOf(one) === line && one.offset <= hint.offset);
    const shown = inside.reduce((sum, one) => sum + one.label.length, 0);
    widths.set(line, hint.offset - analysis.lines.lineStart(line) + shown);
  }
  const columns = new Map<number, number>();
  for (const group of groupsOf([...widths.keys()].sort((a, b) => a - b))) {
    const least = Math.min(...group.map((line) => widths.get(line) ?? 0));
    const kept = group.filter((line) => (widths.get(line) ?? 0) <= least + MOST_PADDING);
    const column = Math.ceil(Math.max(...kept.map((line) => widths.get(line) ?? 0)) / STEP) * STEP;
    for (const line of kept) columns.set(line, column - (widths.get(line) ?? 0));
  }
  return hints.map((hint) => {
    const padding = isShape(hint) ? (columns.get(lineOf(hint)) ?? 0) : 0;
    if (padding === 0) return hint;
    const blanks = ' '.repeat(padding);
    return {
      ...hint,
      label: blanks + hint.label,
      parts: [blanks, ...hint.parts],
      details: () => {
        const details = hint.details();
        return { ...details, parts: [null, ...details.parts] };
      },
    };
  });
}

/** Runs of lines that follow one another. */
function groupsOf(lines: readonly number[]): number[][] {
  const groups: number[][] = [];
  for (const line of lines) {
    const last = groups[groups.length - 1];
    if (last && last[last.length - 1] === line - 1) last.push(line);
    else groups.push([line]);
  }
  return groups;
}
