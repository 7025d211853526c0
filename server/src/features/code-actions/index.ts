/** The light bulb: what can be done where the cursor is, each tried before it is offered. */
import type { Analysis } from '../../analysis/analysis';
import { overlaps, type Span } from '../../text/span';
import { diagnostics } from '../diagnostics';
import type { Settings } from '../settings';
import type { CodeAction, CodeActionKind } from './action';
import { commentActions } from './comments';
import { defaultFixes, explicitDefaults } from './defaults';
import { fixAllActions, ignoreActions, quickFixes, sameEdits } from './fixes';
import { namingActions } from './names';
import { conversionActions } from './sequential';

export type { CodeAction } from './action';
export { quickFixes } from './fixes';

export interface ActionQuestion {
  /** Asked by the editor, for its light bulb, rather than by a person: only what is worth showing it, and cheap. */
  readonly automatic: boolean;
  readonly wants: (kind: CodeActionKind) => boolean;
}

const ASKED: ActionQuestion = { automatic: false, wants: () => true };

/** Programs with more tensors than this are too large to try what is no problem without being asked to. */
const MOST_TO_TRY = 400;

export function codeActions(
  analysis: Analysis,
  range: Span,
  settings: Settings,
  { automatic, wants }: ActionQuestion = ASKED,
): CodeAction[] {
  const actions: CodeAction[] = [];
  if (wants('quickfix')) {
    const problems = diagnostics(analysis, settings);
    const here = problems.filter((problem) => overlaps(problem.span, range));
    const fixes = here.flatMap((problem) => quickFixes(analysis, problem));
    const isSettled = fixes.some((fix) => fix.isPreferred);
    const isSmall = analysis.trace.observations.length <= MOST_TO_TRY;
    const others = automatic && !isSmall ? [] : defaultFixes(analysis, range, isSettled);
    actions.push(...fixes, ...others.filter((other) => !fixes.some((fix) => sameEdits(fix.edits, other.edits))));
    actions.push(...fixAllActions(analysis, fixes, problems), ...ignoreActions(analysis, here));
  }
  if (!wants('refactor.rewrite')) return actions;
  actions.push(...explicitDefaults(analysis, range));
  // A bulb on every line would say nothing.
  if (!automatic) {
    actions.push(
      ...commentActions(analysis, range, settings),
      ...conversionActions(analysis, range),
      ...namingActions(analysis, range),
    );
  }
  return actions;
}
