/** Arguments that are left out and change the size, inside the call: `MaxPooling2D((2, 2), ‹strides=(2, 2)›)`. */
import type { Analysis } from '../../analysis/analysis';
import { certainOf, definitionOf, tellingDefaults } from '../../analysis/observed';
import type { DefaultNote } from '../../catalogue/define-layer';
import type { Observation, Site } from '../../interpreter/trace';
import type { Call } from '../../python/ast';
import { code } from '../markdown';
import type { HintSource, InlayHint } from './hint';

export const argumentHints: HintSource = {
  kind: 'argument',
  setting: 'arguments',
  collect(analysis, range) {
    const calls = new Map<string, { site: Site; call: Call; notes: DefaultNote[] }>();
    for (const spot of analysis.sites.spots) {
      for (const observation of certainOf(spot.observations)) {
        const found = writableCall(observation);
        const span = found && analysis.span(found.site.place);
        if (!found || !span || span.end < range.start || span.start > range.end) continue;
        const key = `${span.start}:${span.end}`;
        const entry = calls.get(key) ?? { ...found, notes: [] };
        calls.set(key, entry);
        for (const note of tellingDefaults(observation)) {
          if (!entry.notes.some((known) => known.parameter === note.parameter)) entry.notes.push(note);
        }
      }
    }
    return [...calls.values()].flatMap(({ site, call, notes }) => hintIn(analysis, site, call, notes) ?? []);
  },
};

/**
 * The call whose parentheses are the declared class' own. Where a class of the program derives from
 * it, or `*args` are passed on, an argument written there might mean something else.
 */
export function writableCall(observation: Observation): { site: Site; call: Call } | null {
  const { constructed, instance } = observation;
  const node = constructed?.node;
  const definition = definitionOf(instance);
  if (!constructed || node?.kind !== 'Call' || !definition || instance?.cls.name !== definition.name) return null;
  const passesOn =
    node.args.some((arg) => arg.kind === 'Starred') || node.keywords.some((keyword) => keyword.arg === null);
  return passesOn ? null : { site: constructed, call: node };
}

/** Where in a call another keyword argument goes, and what stands around it. */
export function insertionPoint(
  analysis: Analysis,
  site: Site,
  call: Call,
): { offset: number; before: string; after: string } | null {
  const closing = analysis.span({ ...site.place, start: call.closing, end: call.closing });
  if (!closing) return null;
  const lastEnd = Math.max(-1, ...call.args.map((arg) => arg.end), ...call.keywords.map((keyword) => keyword.end));
  if (lastEnd < 0) return { offset: closing.start, before: '', after: '' };
  const last = analysis.span({ ...site.place, start: lastEnd, end: lastEnd });
  if (!last) return null;
  const between = analysis.text.slice(last.start, closing.start);
  const comma = /^(?:\s|#.*)*,/.exec(between);
  if (!comma) return { offset: last.start, before: ', ', after: '' };
  return { offset: last.start + comma[0].length, before: ' ', after: ',' };
}

function hintIn(analysis: Analysis, site: Site, call: Call, notes: readonly DefaultNote[]): InlayHint | null {
  const point = insertionPoint(analysis, site, call);
  if (!point || notes.length === 0) return null;
  const text = notes.map((note) => `${note.parameter}=${note.value}`).join(', ');
  const { offset, before, after } = point;
  return {
    kind: 'argument',
    offset,
    label: before + text,
    tooltip: notes
      .map((note) => `${code(`${note.parameter}=${note.value}`)} is left out. ${note.meaning}`)
      .join('\n\n'),
    paddingLeft: false,
    edits: [{ start: offset, end: offset, newText: before + text + after }],
  };
}
