/** Which sizes an input that is left open may have: `h, w: multiples of 16`. */

import { contextFilter } from '../../analysis/callers';
import { type OpenAxis, openAxesIn, seriesText } from '../../analysis/open-sizes';
import { sizesPage } from '../open-sizes';
import type { HintSource, InlayHint } from './hint';
import { lineEnd } from './shape';

export const sizeHints: HintSource = {
  kind: 'sizes',
  setting: 'sizes',
  isOfStatements: false,
  collect({ analysis, range, callers }) {
    const isShown = contextFilter(analysis, callers);
    const byLine = new Map<number, OpenAxis[]>();
    for (const axis of openAxesIn(analysis, range)) {
      const span = analysis.span(axis.input.site.place);
      if (!axis.series || !span || span.end < range.start || span.start > range.end) continue;
      if (isShown && !isShown(axis.input.context)) continue;
      const line = analysis.lines.position(span.end).line;
      byLine.set(line, [...(byLine.get(line) ?? []), axis]);
    }
    return [...byLine].map(([line, axes]): InlayHint => {
      const label = sizesText(axes);
      return {
        kind: 'sizes',
        offset: lineEnd(analysis, line),
        label,
        parts: [label],
        paddingLeft: true,
        edits: () => [],
        details: () => ({ tooltip: sizesPage(analysis, axes), parts: [null] }),
      };
    });
  },
};

/** Axes of equal series together; what several calls of a function give differently is told once. */
function sizesText(axes: readonly OpenAxis[]): string {
  const names = new Map<string, Set<string>>();
  for (const { name, series } of axes) {
    if (!series) continue;
    const text = seriesText(series);
    names.set(text, (names.get(text) ?? new Set()).add(name));
  }
  return [...names].map(([text, all]) => `${[...all].join(', ')}: ${text}`).join('; ');
}
