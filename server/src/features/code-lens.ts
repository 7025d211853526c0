/** The number of parameters above each line that makes a model. */
import type { Analysis } from '../analysis/analysis';
import { modelsOf } from '../analysis/models';
import { modelParameters } from '../graph/summary';
import type { Span } from '../text/span';
import { plural } from './markdown';
import type { Settings } from './settings';

export interface CodeLens {
  /** The expression that makes the model. */
  readonly span: Span;
  readonly title: string;
  /** Whether the model's summary can be shown. */
  readonly hasSummary: boolean;
}

export function codeLenses(analysis: Analysis, settings: Settings): CodeLens[] {
  if (!settings.lens.enabled) return [];
  const lenses = new Map<number, CodeLens>();
  for (const { record, span } of modelsOf(analysis)) {
    const totals = modelParameters(record.instance, analysis.trace.generation);
    // A model that is made in several contexts has one lens: the first one's.
    if (!totals || lenses.has(span.start)) continue;
    lenses.set(span.start, { span, title: plural(totals.total, 'parameter'), hasSummary: true });
  }
  return [...lenses.values()];
}
