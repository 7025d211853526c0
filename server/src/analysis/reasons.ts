/** Why something is not known, as sentences. */

import type { Place, Reason } from '../shapes/reason';
import type { Analysis } from './analysis';

/**
 * The chain of reasons from the nearest to the first cause, one clause each, with their lines; `elsewhere` says where
 * a place of another file is.
 */
export function reasonLines(
  analysis: Analysis,
  reason: Reason,
  elsewhere: (place: Place) => string | null = () => null,
): string[] {
  const lines: string[] = [];
  const seen = new Set<Reason>();
  for (let at: Reason | undefined = reason; at && !seen.has(at) && lines.length < 12; at = at.because) {
    seen.add(at);
    const line = at.place ? lineOf(analysis, at.place) : null;
    const where = line !== null ? `line ${line}` : at.place ? elsewhere(at.place) : null;
    const text = where === null ? at.text : `${at.text} (${where})`;
    if (lines[lines.length - 1] !== text) lines.push(text);
  }
  return lines;
}

/** The chain in one sentence, as it stands behind "unknown: ". */
export function reasonText(analysis: Analysis, reason: Reason): string {
  return reasonLines(analysis, reason).join('; because ');
}

/** The line of a place in this document, counted from 1. */
export function lineOf(analysis: Analysis, place: Place): number | null {
  const span = analysis.span(place);
  return span ? analysis.lines.position(span.start).line + 1 : null;
}
