/** What a window layer does to the size, where a default decides it and the line does not say so: `28→14`. */

import { type SizeChange, sizeChange } from '../../analysis/changes';
import { certainOf, explanationOf, tellingDefaults, windowOf } from '../../analysis/observed';
import type { WindowNote } from '../../catalogue/define-layer';
import type { Observation } from '../../interpreter/trace';
import { code } from '../markdown';
import type { HintSource, InlayHint } from './hint';
import { lineEnd, spotsByLine } from './shape';

export const windowHints: HintSource = {
  kind: 'window',
  setting: 'windows',
  collect(analysis, range, settings) {
    const hints: InlayHint[] = [];
    for (const [line, spots] of spotsByLine(analysis, range, settings)) {
      for (const spot of spots) {
        const observations = certainOf(spot.observations).filter(isChangedByDefault);
        const label = changeText(observations.map(windowOf));
        const first = observations[0];
        if (!label || !first) continue;
        hints.push({
          kind: 'window',
          offset: lineEnd(analysis, line),
          label,
          tooltip: tooltip(first),
          paddingLeft: true,
        });
      }
    }
    return hints;
  },
};

function isChangedByDefault(observation: Observation): boolean {
  return tellingDefaults(observation).length > 0 && windowOf(observation) !== undefined;
}

/** The sizes before and after: as a chain where each turn of a loop goes on from the one before. */
function changeText(notes: readonly (WindowNote | undefined)[]): string | null {
  const changes: SizeChange[] = [];
  for (const note of notes) {
    const change = note && sizeChange(note);
    if (change && !changes.some((one) => one.before === change.before && one.after === change.after))
      changes.push(change);
  }
  const first = changes[0];
  if (!first) return null;
  const isChain = changes.every((change, i) => i === 0 || changes[i - 1]?.after === change.before);
  if (isChain && changes.length <= 6) return [first.before, ...changes.map((change) => change.after)].join('→');
  return `${first.before}→${first.after} +${changes.length - 1}`;
}

function tooltip(observation: Observation): string {
  const { formulas = [] } = explanationOf(observation);
  const meanings = tellingDefaults(observation).map((note) => note.meaning);
  return [...new Set(formulas)].map(code).concat(meanings).join('\n\n');
}
