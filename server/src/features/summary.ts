/** Summaries of a document's models, as Keras prints them. */
import type { Analysis } from '../analysis/analysis';
import { type ModelHere, modelsOf } from '../analysis/models';
import { summaryText } from '../graph/summary';

/**
 * The summary of the model at an offset (the one whose line it is, else the last one made before),
 * or of all models where no offset is given.
 */
export function summary(analysis: Analysis, offset: number | null): string {
  const models = shownModels(analysis);
  if (models.length === 0) return 'No model is made in this file.\n';
  const chosen = offset === null ? models : [modelAt(models, analysis, offset)];
  return chosen.map((model) => textOf(model, analysis)).join('\n');
}

/** The models that a program surely makes; where there are none, those that it may make. */
export function shownModels(analysis: Analysis): ModelHere[] {
  const models = modelsOf(analysis);
  const certain = models.filter((model) => !model.record.assumed);
  return certain.length > 0 ? certain : models;
}

/** The model whose line an offset is in, else the last one made before it, else the first. */
export function modelAt(models: readonly ModelHere[], analysis: Analysis, offset: number): ModelHere {
  const line = analysis.lines.position(offset).line;
  const here = models.find(
    ({ span }) => analysis.lines.position(span.start).line <= line && line <= analysis.lines.position(span.end).line,
  );
  const before = models.filter(({ span }) => span.start <= offset);
  return here ?? before[before.length - 1] ?? (models[0] as ModelHere);
}

function textOf({ record, name }: ModelHere, analysis: Analysis): string {
  const text = summaryText(record.instance, analysis.trace.generation);
  return text === null ? `Model: "${name ?? '?'}"\n The layers of this model are not known.\n` : ensureNewline(text);
}

function ensureNewline(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}
