/** All hints in a range. */
import type { Analysis } from '../../analysis/analysis';
import type { ShownCallers } from '../../analysis/callers';
import type { Span } from '../../text/span';
import type { Settings } from '../settings';
import { alignedWith } from './align';
import { argumentHints } from './argument';
import { dataHints } from './data';
import type { HintQuestion, HintSource, InlayHint } from './hint';
import { hintsOfStatements } from './kept';
import { shapeHints } from './shape';
import { sizeHints } from './sizes';
import { windowHints } from './window';

export type { HintDetails, HintKind, HintTarget, InlayHint } from './hint';

/** Every kind of hint; in the order in which they stand at one place. */
export const HINT_SOURCES: readonly HintSource[] = [argumentHints, shapeHints, windowHints, sizeHints, dataHints];

const ORDER = HINT_SOURCES.map(({ kind }) => kind);

/** Lines above and below a range whose hints share columns with those in it. */
const NEIGHBOURS = 40;

export function inlayHints(
  analysis: Analysis,
  range: Span,
  settings: Settings,
  callers: ShownCallers = new Map(),
): InlayHint[] {
  if (!settings.hints.enabled) return [];
  // What a hint tells of stands anywhere in its line, before the range too.
  const wide = widened(analysis, range, settings.hints.align ? NEIGHBOURS : 0);
  const question = { analysis, range: wide, settings, callers, answers: new Map() };
  const sources = HINT_SOURCES.filter((source) => settings.hints[source.setting]);
  const hints = hintsOfStatements(question, (part) => collect(sources, part, true))
    .concat(collect(sources, question, false))
    .sort((a, b) => a.offset - b.offset || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  return (settings.hints.align ? alignedWith(hints, analysis) : hints).filter(
    (hint) => range.start <= hint.offset && hint.offset <= range.end,
  );
}

function collect(sources: readonly HintSource[], question: HintQuestion, ofStatements: boolean): InlayHint[] {
  return sources.flatMap((source) => (source.isOfStatements === ofStatements ? source.collect(question) : []));
}

/** The whole lines of a range, and some around them. */
function widened({ lines }: Analysis, { start, end }: Span, around: number): Span {
  const first = Math.max(0, lines.position(start).line - around);
  const last = Math.min(lines.lineCount - 1, lines.position(end).line + around);
  return { start: lines.lineStart(first), end: lines.lineEnd(last) };
}
