/** Summaries of a document's models, as Keras prints them. */
import type { Analysis } from '../analysis/analysis';
import { type ModelHere, modelsOf } from '../analysis/models';
import { summaryText } from '../graph/summary';
import type { Span } from '../text/span';
import { graphOf } from './graph/build';

/**
 * The summary of the model at an offset (the one whose line it is, else the last one made before),
 * or of all models where no offset is given.
 */
export function summary(analysis: Analysis, offset: number | null): string {
  return summaryWithLinks(analysis, offset).text;
}

/** A layer's name in a summary, and the call of the layer. */
export interface SummaryLink<At = Span> {
  /** Counted from 0. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly span: At;
}

/** The same text, with where each layer in it stands in the program. */
export function summaryWithLinks(
  analysis: Analysis,
  offset: number | null,
): { readonly text: string; readonly links: readonly SummaryLink[] } {
  const models = shownModels(analysis);
  if (models.length === 0) return { text: 'No model is made in this file.\n', links: [] };
  const chosen = offset === null ? models : [modelAt(models, analysis, offset)];
  const links: SummaryLink[] = [];
  const texts: string[] = [];
  let line = 0;
  for (const model of chosen) {
    const text = textOf(model, analysis);
    links.push(...linksOf(model, analysis, text).map((link) => ({ ...link, line: link.line + line })));
    texts.push(text);
    line += text.split('\n').length;
  }
  return { text: texts.join('\n'), links };
}

/** Rows begin with `name (Class)`, in Keras 3 behind a rule. */
function linksOf({ record }: ModelHere, analysis: Analysis, text: string): SummaryLink[] {
  const spans = new Map(graphOf(analysis, record.instance).nodes.map(({ name, span }) => [name, span]));
  return text.split('\n').flatMap((row, line) => {
    const [, before = '', name = ''] = /^([│|]?\s*)([\w/.-]+)(?= \(\w)/.exec(row) ?? [];
    const span = name === '' ? undefined : spans.get(name);
    return span ? [{ line, start: before.length, end: before.length + name.length, span }] : [];
  });
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
