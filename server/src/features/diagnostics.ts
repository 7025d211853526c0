/** What is wrong in a document, by all rules. */
import type { Analysis } from '../analysis/analysis';
import { type Problem, RULES, type Rule, type Severity } from '../rules';
import { isSuppressed, suppressions } from '../rules/suppression';
import { keptWith } from '../values/once';
import type { Settings } from './settings';

/** Views ask for the same problems again and again while nothing changes. */
const known = keptWith((_analysis: Analysis) => new Map<Settings, readonly Problem[]>());

/** In the order of the text. A rule's own level stands unless the settings say another. */
export function diagnostics(analysis: Analysis, settings: Settings): readonly Problem[] {
  const before = known(analysis);
  const problems = before.get(settings) ?? check(analysis, settings);
  before.set(settings, problems);
  return problems;
}

function check(analysis: Analysis, settings: Settings): Problem[] {
  if (!settings.diagnostics.enabled) return [];
  const ignored = suppressions(analysis);
  return RULES.flatMap((rule) => {
    const level = settings.diagnostics.levels[rule.code];
    if (level === 'off') return [];
    const problems = problemsBy(rule, analysis);
    return level === undefined
      ? problems
      : problems.map((problem) => ({ ...problem, severity: levelOf(problem, level) }));
  })
    .filter((problem) => !isSuppressed(problem, ignored, analysis))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** What the rules found in each analysis: the editor asks for problems, and for the light bulb again and again. */
const found = keptWith((_analysis: Analysis) => new Map<Rule, readonly Problem[]>());

function problemsBy(rule: Rule, analysis: Analysis): readonly Problem[] {
  const known = found(analysis);
  const problems = known.get(rule) ?? rule.check(analysis);
  known.set(rule, problems);
  return problems;
}

/** The level that a person asked for; what is only assumed stays a warning where that is an error. */
function levelOf(problem: Problem, level: Severity): Severity {
  return level === 'error' && problem.isAssumed ? 'warning' : level;
}
