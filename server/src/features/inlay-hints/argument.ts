/** Arguments that are left out and change the size, inside the call: `MaxPooling2D((2, 2), ‹strides=(2, 2)›)`. */
import type { Analysis } from '../../analysis/analysis';
import { type CallSite, insertionPoint, layerCall } from '../../analysis/arguments';
import { certainOf, tellingDefaults } from '../../analysis/observed';
import type { DefaultNote } from '../../catalogue/define-layer';
import type { HintSource, InlayHint } from './hint';

export const argumentHints: HintSource = {
  kind: 'argument',
  setting: 'arguments',
  isOfStatements: true,
  collect({ analysis, range }) {
    const calls = new Map<string, CallSite & { notes: DefaultNote[] }>();
    for (const spot of analysis.sites.spotsOfLayersIn(range)) {
      for (const observation of certainOf(spot.observations)) {
        const notes = tellingDefaults(observation);
        if (notes.length === 0) continue;
        const found = layerCall(observation);
        const span = found && analysis.span(found.site.place);
        if (!found || !span || span.end < range.start || span.start > range.end) continue;
        const key = `${span.start}:${span.end}`;
        const entry = calls.get(key) ?? { ...found, notes: [] };
        calls.set(key, entry);
        for (const note of notes) {
          if (!entry.notes.some((known) => known.parameter === note.parameter)) entry.notes.push(note);
        }
      }
    }
    return [...calls.values()].flatMap((found) => hintIn(analysis, found, found.notes) ?? []);
  },
};

function hintIn(analysis: Analysis, found: CallSite, notes: readonly DefaultNote[]): InlayHint | null {
  const point = insertionPoint(analysis, found);
  if (!point || notes.length === 0) return null;
  const text = notes.map((note) => `${note.parameter}=${note.value}`).join(', ');
  const { offset, before, after } = point;
  return {
    kind: 'argument',
    offset,
    label: before + text,
    parts: [before + text],
    paddingLeft: false,
    edits: () => [{ start: offset, end: offset, newText: before + text + after }],
    details: () => ({ tooltip: notes.map((note) => note.meaning).join('\n\n'), parts: [null] }),
  };
}
