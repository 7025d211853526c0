/** What is said of inputs that leave a size open, and of the calls that not every size passes. */
import type { Analysis } from '../analysis/analysis';
import { emptiedBy, type OpenAxis, openAxes, type SizeSeries, seriesOfCall, seriesText } from '../analysis/open-sizes';
import { placeToShow } from '../analysis/sites';
import type { Condition } from '../analysis/size-conditions';
import type { Observation } from '../interpreter/trace';
import { type Dimension, formatTerm } from '../shapes/dimension';
import { code, escapeMarkdown } from './markdown';

const MOST_MERGES = 4;

/** Markdown on the open sizes of an input: what they may be, the smallest, and where others fail. */
export function sizesPage(analysis: Analysis, axes: readonly OpenAxis[]): string {
  const blocks: string[] = [];
  const told = new Set<string>();
  for (const axis of axes) {
    const { name, series, conditions } = axis;
    if (!series) continue;
    const text = seriesText(series);
    const same = axes.filter((other) => other.series && seriesText(other.series) === text).map((other) => other.name);
    if (told.has(text)) continue;
    told.add(text);
    const names = [...new Set(same)].map(code).join(', ');
    const lines = [`${names}: ${text}${smallest(series)}`];
    const merges = conditions.filter(({ kind }) => kind !== 'window');
    for (const condition of merges.slice(0, MOST_MERGES)) {
      lines.push(`- else ${calleeText(analysis, condition.observation)} ${failureText(condition)}`);
    }
    if (merges.length > MOST_MERGES) lines.push(`- and ${merges.length - MOST_MERGES} more`);
    const emptied = series.step === 1 ? emptiedBy(axis, series.first - 1) : null;
    if (emptied) lines.push(`- a smaller ${code(name)} leaves nothing to ${calleeText(analysis, emptied)}`);
    blocks.push(lines.join('\n'));
  }
  return blocks.join('\n\n');
}

function smallest({ first, step, also }: SizeSeries): string {
  return step === 1 ? '' : `; the smallest that fits is ${also[0] ?? first}`;
}

function calleeText(analysis: Analysis, observation: Observation): string {
  const span = analysis.span(placeToShow(observation, analysis).place);
  const line = span ? ` in line ${analysis.lines.position(span.start).line + 1}` : '';
  return `${escapeMarkdown(observation.callee)}${line}`;
}

function failureText(condition: Condition): string {
  return condition.kind === 'merge' ? `gets ${sizesText(condition)}` : 'is refused';
}

function sizesText({ sizes }: Condition): string {
  return (sizes as readonly Dimension[]).map((size) => code(formatTerm(size))).join(' and ');
}

/** One block for the hover of a call: of an input what its sizes may be, of a merge when its inputs agree. */
export function openSizesOf(analysis: Analysis, observation: Observation): string | null {
  if (observation.kind === 'input') {
    const axes = openAxes(analysis).filter((axis) => axis.input === observation && axis.series !== null);
    return axes.length > 0 ? sizesPage(analysis, axes) : null;
  }
  const found = seriesOfCall(analysis, observation);
  if (found.length === 0) return null;
  return found
    .map(({ axis, condition, series }) =>
      condition.kind === 'merge'
        ? `Gets ${sizesText(condition)}, which agree only for ${code(axis.name)}: ${seriesText(series)}.`
        : `Passes only for ${code(axis.name)}: ${seriesText(series)}.`,
    )
    .join('  \n');
}
