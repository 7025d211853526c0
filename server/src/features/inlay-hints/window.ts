/** What a window layer does to the size, where a default decides it and the line does not say so: `28→14`. */

import { contextFilter } from '../../analysis/callers';
import { type SizeChange, sizeChange } from '../../analysis/changes';
import { explanationOf, tellingDefaults, windowOf } from '../../analysis/observed';
import type { WindowNote } from '../../catalogue/define-layer';
import type { Observation } from '../../interpreter/trace';
import { code } from '../markdown';
import type { HintSource, InlayHint } from './hint';
import { lineEnd, shownOf, spotsByLine } from './shape';

export const windowHints: HintSource = {
  kind: 'window',
  setting: 'windows',
  isOfStatements: true,
  collect(question) {
    const { analysis } = question;
    const hints: InlayHint[] = [];
    const isShown = contextFilter(analysis, question.callers);
    for (const [line, spots] of spotsByLine(question)) {
      for (const spot of spots) {
        const all = shownOf(spot.observations, isShown);
        const observations = isLoop(all) ? all : all.filter(isChangedByDefault);
        const label = changeText(observations.map(windowOf));
        const first = observations[0];
        if (!label || !first) continue;
        hints.push({
          kind: 'window',
          offset: lineEnd(analysis, line),
          label,
          parts: [label],
          paddingLeft: true,
          edits: () => [],
          details: () => ({ tooltip: tooltip(first), parts: [null] }),
        });
      }
    }
    return hints;
  },
};

/** Whether the turns of one loop change the size again and again: the line's one shape does not tell. */
function isLoop(observations: readonly Observation[]): boolean {
  const [first, ...others] = observations;
  if (!first || others.length === 0) return false;
  const isHere = ({ context }: Observation) =>
    context.length === first.context.length && context.every((frame, i) => frame.call === first.context[i]?.call);
  const isChain = (note: WindowNote | undefined, next: WindowNote | undefined) =>
    note !== undefined && (next?.before.every((size, axis) => size === note.after[axis]) ?? false);
  return (
    others.every(isHere) && others.every((one, i) => isChain(windowOf(observations[i] as Observation), windowOf(one)))
  );
}

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
