/** What the status bar says: the model at the cursor, its problems, and the generation of Keras in force. */
import type { Analysis } from '../analysis/analysis';
import { modelParameters } from '../graph/summary';
import type { Span } from '../text/span';
import type { Generation } from '../values/context';
import { diagnostics } from './diagnostics';
import { labelOf } from './graph';
import { withoutCodeSpans } from './markdown';
import type { Settings } from './settings';
import { modelAt, shownModels } from './summary';

export interface Status<At = Span> {
  readonly models: readonly StatusModel<At>[];
  /** Which of them is the cursor's; -1 where there is none. */
  readonly current: number;
  readonly errors: number;
  readonly warnings: number;
  readonly generation: Generation;
  /** A clause that says why it is this one. */
  readonly generationReason: string;
  /** Whether anything of Keras was seen: else there is nothing to say. */
  readonly usesKeras: boolean;
}

export interface StatusModel<At = Span> {
  readonly label: string;
  readonly class: string;
  /** Null where they are not known. */
  readonly parameters: number | null;
  readonly span: At;
}

export function statusAt(analysis: Analysis, offset: number, settings: Settings): Status {
  const models = shownModels(analysis);
  const problems = diagnostics(analysis, settings);
  const { generation, generationReason, observations } = analysis.trace;
  return {
    models: models.map((model) => ({
      label: labelOf(model),
      class: model.record.instance.cls.name,
      parameters: modelParameters(model.record.instance, generation)?.total ?? null,
      span: model.span,
    })),
    current: models.length > 0 ? models.indexOf(modelAt(models, analysis, offset)) : -1,
    errors: problems.filter(({ severity }) => severity === 'error').length,
    warnings: problems.filter(({ severity }) => severity === 'warning').length,
    generation,
    generationReason: withoutCodeSpans(generationReason),
    usesKeras: models.length > 0 || observations.length > 0,
  };
}
