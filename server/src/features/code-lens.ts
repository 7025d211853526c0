/** What stands above a line: a model's parameters, and whose shapes are shown in a function that several call. */
import type { Analysis } from '../analysis/analysis';
import { type FunctionCallers, functionCallers, type ShownCallers } from '../analysis/callers';
import { modelsSeen } from '../analysis/models';
import { certainOf } from '../analysis/observed';
import { modelParameters } from '../graph/summary';
import { contains, type Span } from '../text/span';
import { distinctShapes } from './contexts';
import { plural } from './markdown';
import type { Settings } from './settings';

export interface CodeLens {
  /** The expression that makes the model; the name of the function. */
  readonly span: Span;
  readonly title: string;
  /** What it opens: a model's summary, or the choice among a function's callers. */
  readonly opens: 'summary' | 'callers';
}

export function codeLenses(analysis: Analysis, settings: Settings, callers: ShownCallers = new Map()): CodeLens[] {
  if (!settings.lens.enabled) return [];
  const lenses = new Map<number, CodeLens>();
  for (const { record, span } of modelsSeen(analysis)) {
    const totals = modelParameters(record.instance, analysis.trace.generation);
    // A model that is made in several contexts has one lens: the first one's.
    if (!totals || lenses.has(span.start)) continue;
    lenses.set(span.start, { span, title: plural(totals.total, 'parameter'), opens: 'summary' });
  }
  return [...lenses.values(), ...(settings.lens.callers ? callerLenses(analysis, callers) : [])];
}

/** Only where the calls give different shapes: else there is nothing to choose. */
function callerLenses(analysis: Analysis, callers: ShownCallers): CodeLens[] {
  return functionCallers(analysis)
    .filter((found) => found.calls.length > 1 && differs(analysis, found))
    .map(({ key, nameSpan, calls }) => {
      const chosen = calls[callers.get(key) ?? -1];
      const title = chosen
        ? `shapes of the call in line ${analysis.lines.position(chosen.start).line + 1}`
        : `shapes of ${calls.length} calls`;
      return { span: nameSpan, title, opens: 'callers' };
    });
}

function differs(analysis: Analysis, { body }: FunctionCallers): boolean {
  return analysis.sites.spots.some(
    (spot) => contains(body, spot.span) && distinctShapes(certainOf(spot.observations)).length > 1,
  );
}

/** A call of a function, among which a person chooses. */
export interface CallerChoice {
  readonly key: string;
  readonly index: number;
  /** The call's text. */
  readonly label: string;
  readonly description: string;
  readonly shown: boolean;
  readonly span: Span;
}

/** The calls of the function around an offset. */
export function callerChoices(analysis: Analysis, offset: number, callers: ShownCallers): CallerChoice[] {
  const around = functionCallers(analysis).findLast(({ body }) => body.start <= offset && offset <= body.end);
  if (!around) return [];
  return around.calls.map((call, index) => ({
    key: around.key,
    index,
    label: analysis.text.slice(call.start, call.end).replace(/\s+/g, ' ').slice(0, 120),
    description: `line ${analysis.lines.position(call.start).line + 1}`,
    shown: callers.get(around.key) === index,
    span: call,
  }));
}
