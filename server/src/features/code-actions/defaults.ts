/** What a layer's defaults invite: to change them, where they lose something, and to write them out. */
import type { Analysis } from '../../analysis/analysis';
import { layerCall, setArgument, writtenArgument } from '../../analysis/arguments';
import { argumentsOf, certainOf, tellingDefaults } from '../../analysis/observed';
import type { Observation } from '../../interpreter/trace';
import type { FixIdea } from '../../rules';
import { flattenIdeas, isDenseOnGrid } from '../../rules/flatten-before-dense';
import type { Edit } from '../../text/edit';
import { overlaps, type Span } from '../../text/span';
import { tryFixes } from '../outcomes';
import { type CodeAction, lazyAction } from './action';
import { preferBest } from './fixes';

/** Keep the size where a default shrinks it; flatten where Dense works on every position. */
export function defaultFixes(analysis: Analysis, range: Span, isSettled: boolean): CodeAction[] {
  const ideas = observationsIn(analysis, range).flatMap((observation) => ideasFor(analysis, observation));
  const tried = preferBest(tryFixes(analysis, ideas, null));
  return isSettled ? tried.map((fix) => ({ ...fix, isPreferred: false })) : tried;
}

function ideasFor(analysis: Analysis, observation: Observation): FixIdea[] {
  const found = layerCall(observation);
  if (!found) return [];
  const bound = argumentsOf(observation.instance);
  const ideas = tellingDefaults(observation).flatMap(({ parameter }): FixIdea[] => {
    const value = parameter === 'padding' ? '"same"' : parameter === 'strides' ? oneStep(observation) : null;
    const edit = value && setArgument(analysis, found, parameter, value, bound);
    return edit ? [{ title: `Add \`${parameter}=${value}\``, edits: [edit] }] : [];
  });
  return isDenseOnGrid(observation) ? [...ideas, ...flattenIdeas(observation, analysis)] : ideas;
}

function observationsIn(analysis: Analysis, range: Span): Observation[] {
  return analysis.sites.spots
    .filter((spot) => overlaps(spot.span, range) && !analysis.isStale(spot.site.item))
    .flatMap((spot) => certainOf(spot.observations).slice(0, 1));
}

/** `1`, or `(1, 1)` where the window's size is written as a tuple. */
function oneStep(observation: Observation): string {
  const call = layerCall(observation)?.call;
  const bound = argumentsOf(observation.instance);
  const size = call && (writtenArgument(call, 'pool_size', bound) ?? writtenArgument(call, 'kernel_size', bound));
  const node = size && 'arg' in size ? size.value : size;
  return node?.kind === 'Tuple'
    ? `(${node.elements.map(() => '1').join(', ')}${node.elements.length === 1 ? ',' : ''})`
    : '1';
}

/** Write out what is left out: nothing changes, so there is nothing to try. */
export function explicitDefaults(analysis: Analysis, range: Span): CodeAction[] {
  const here = observationsIn(analysis, range).flatMap((observation) => explicit(analysis, observation));
  if (here.length === 0) return [];
  const actions = here.map(({ title, edit }) => lazyAction(title, () => [edit]));
  const all = () => observationsIn(analysis, { start: 0, end: analysis.text.length });
  const others = all().some((one) => tellingDefaults(one).length > 0 && !observationsIn(analysis, range).includes(one));
  if (!others) return actions;
  return [
    ...actions,
    lazyAction('Write out all defaults that change a size in this file', () =>
      together(
        all()
          .flatMap((observation) => explicit(analysis, observation))
          .map(({ edit }) => edit),
      ),
    ),
  ];
}

function explicit(analysis: Analysis, observation: Observation): { title: string; edit: Edit }[] {
  const found = layerCall(observation);
  if (!found) return [];
  const bound = argumentsOf(observation.instance);
  return tellingDefaults(observation).flatMap(({ parameter, value }) => {
    const edit = setArgument(analysis, found, parameter, value, bound);
    return edit ? [{ title: `Write out ${parameter}=${value}`, edit }] : [];
  });
}

/** Edits at one place as one, each kept once. */
function together(edits: readonly Edit[]): Edit[] {
  const byPlace = new Map<string, Edit>();
  for (const edit of edits) {
    const key = `${edit.start}:${edit.end}`;
    const there = byPlace.get(key);
    if (!there) byPlace.set(key, edit);
    else if (!there.newText.includes(edit.newText)) {
      // The first argument of a call brings no comma of its own.
      const between = /^,|,$/.test(there.newText) ? '' : ', ';
      byPlace.set(key, { ...edit, newText: there.newText + between + edit.newText });
    }
  }
  return [...byPlace.values()];
}
