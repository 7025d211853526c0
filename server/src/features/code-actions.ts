/** The light bulb: fixes of what is wrong, and changes that a layer's defaults invite. Each is tried before it is offered. */
import type { Analysis } from '../analysis/analysis';
import { layerCall, setArgument, writtenArgument } from '../analysis/arguments';
import { argumentsOf, certainOf, tellingDefaults } from '../analysis/observed';
import type { Observation } from '../interpreter/trace';
import type { FixIdea, Problem } from '../rules';
import { flattenIdeas, isDenseOnGrid } from '../rules/flatten-before-dense';
import type { Edit } from '../text/edit';
import { overlaps, type Span } from '../text/span';
import { diagnostics } from './diagnostics';
import { withoutCodeSpans } from './markdown';
import { type TriedFix, tryFixes } from './outcomes';
import type { Settings } from './settings';

export interface CodeAction {
  /** Plain text. */
  readonly title: string;
  readonly kind: 'quickfix' | 'refactor.rewrite';
  readonly edits: readonly Edit[];
  /** What it mends. */
  readonly problem?: Problem;
  /** Whether it makes things better, and more so than the others do. */
  readonly isPreferred: boolean;
}

export function codeActions(analysis: Analysis, range: Span, settings: Settings): CodeAction[] {
  const problems = diagnostics(analysis, settings).filter((problem) => overlaps(problem.span, range));
  const fixes = problems.flatMap((problem) => quickFixes(analysis, problem));
  const ideas = defaultIdeas(analysis, range).filter((idea) => !fixes.some((fix) => sameEdits(fix.edits, idea.edits)));
  const others = preferBest(tryFixes(analysis, ideas, null));
  const isSettled = fixes.some((fix) => fix.isPreferred);
  return [
    ...fixes,
    ...others.map((other) => (isSettled ? { ...other, isPreferred: false } : other)),
    ...explicitDefaults(analysis, range),
  ];
}

/** A problem's fixes, the one that mends the most first. */
export function quickFixes(analysis: Analysis, problem: Problem): CodeAction[] {
  return preferBest(tryFixes(analysis, problem.fixes, problem)).map((fix) => ({ ...fix, problem }));
}

function preferBest(fixes: readonly TriedFix[]): CodeAction[] {
  const best = fixes.findIndex((fix) => fix.isBetter);
  return fixes.map(({ title, edits }, i) => ({
    title: withoutCodeSpans(title),
    kind: 'quickfix',
    edits,
    isPreferred: i === best,
  }));
}

function sameEdits(a: readonly Edit[], b: readonly Edit[]): boolean {
  return (
    a.length === b.length &&
    a.every((edit, i) => edit.start === b[i]?.start && edit.end === b[i]?.end && edit.newText === b[i]?.newText)
  );
}

// ---------------------------------------------------------------- what a layer's defaults invite

function observationsIn(analysis: Analysis, range: Span): Observation[] {
  return analysis.sites.spots
    .filter((spot) => overlaps(spot.span, range) && !analysis.isStale(spot.site.item))
    .flatMap((spot) => certainOf(spot.observations).slice(0, 1));
}

/** Keep the size where a default shrinks it; flatten where Dense works on every position. */
function defaultIdeas(analysis: Analysis, range: Span): FixIdea[] {
  return observationsIn(analysis, range).flatMap((observation) => {
    const found = layerCall(observation);
    if (!found) return [];
    const bound = argumentsOf(observation.instance);
    const ideas = tellingDefaults(observation).flatMap(({ parameter }): FixIdea[] => {
      const value = parameter === 'padding' ? '"same"' : parameter === 'strides' ? oneStep(observation) : null;
      const edit = value && setArgument(analysis, found, parameter, value, bound);
      return edit ? [{ title: `Add \`${parameter}=${value}\``, edits: [edit] }] : [];
    });
    return isDenseOnGrid(observation) ? [...ideas, ...flattenIdeas(observation, analysis)] : ideas;
  });
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
function explicitDefaults(analysis: Analysis, range: Span): CodeAction[] {
  return observationsIn(analysis, range).flatMap((observation) => {
    const found = layerCall(observation);
    if (!found) return [];
    const bound = argumentsOf(observation.instance);
    return tellingDefaults(observation).flatMap(({ parameter, value }): CodeAction[] => {
      const edit = setArgument(analysis, found, parameter, value, bound);
      if (!edit) return [];
      return [
        { title: `Write out ${parameter}=${value}`, kind: 'refactor.rewrite', edits: [edit], isPreferred: false },
      ];
    });
  });
}
