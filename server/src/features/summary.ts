/** Summaries of a document's models, as Keras prints them. */
import type { Analysis } from '../analysis/analysis';
import { type ModelHere, modelsSeen } from '../analysis/models';
import { placeToShow } from '../analysis/sites';
import { modelState } from '../graph/model';
import type { Node } from '../graph/node';
import { summaryText } from '../graph/summary';
import type { Span } from '../text/span';
import type { InstanceValue } from '../values/value';
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
  const models = modelsSeen(analysis);
  const certain = models.filter((model) => !model.record.assumed);
  return certain.length > 0 ? certain : models;
}

/**
 * The model that a person means at an offset: the one made in that line, else one that has a call of that line in its
 * graph, else the last one made before, else the last of the file.
 */
export function modelAt(models: readonly ModelHere[], analysis: Analysis, offset: number): ModelHere {
  const { line } = analysis.lines.position(offset);
  const isHere = (span: Span | null | undefined) =>
    !!span && analysis.lines.position(span.start).line <= line && line <= analysis.lines.position(span.end).line;
  return (
    models.find(({ span }) => isHere(span)) ??
    models.find(({ record }) => callSpans(analysis, record.instance).some(isHere)) ??
    models.findLast(({ span }) => span.start <= offset) ??
    (models[models.length - 1] as ModelHere)
  );
}

/** Where the calls of a model's graph stand. */
function callSpans(analysis: Analysis, model: InstanceValue): (Span | null)[] {
  const nodes = modelState(model)?.network.value?.nodes ?? new Set<Node>();
  return [...nodes].flatMap((node) => {
    const observation = analysis.sites.observationOf(node);
    return observation ? [analysis.span(placeToShow(observation, analysis).place)] : [];
  });
}

function textOf({ record, name }: ModelHere, analysis: Analysis): string {
  const text = summaryText(record.instance, analysis.trace.generation);
  return text === null ? `Model: "${name ?? '?'}"\n The layers of this model are not known.\n` : ensureNewline(text);
}

function ensureNewline(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}
