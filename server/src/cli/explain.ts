/** `explain FILE:LINE`: what the tensors of a line are, and the chain of reasons behind them. */
import type { Analysis } from '../analysis/analysis';
import { type ModelHere, modelsMade } from '../analysis/models';
import {
  certainOf,
  definitionOf,
  explanationOf,
  outputText,
  whyUncounted,
  whyUnknownOutput,
} from '../analysis/observed';
import { reasonLines } from '../analysis/reasons';
import { withoutCodeSpans } from '../features/markdown';
import { modelState } from '../graph/model';
import { modelParameters } from '../graph/summary';
import type { Observation } from '../interpreter/trace';
import type { ParsedModule } from '../python/ast';
import type { Place, Reason } from '../shapes/reason';
import { formatShape } from '../shapes/shape';
import { LineIndex } from '../text/line-index';
import type { Style } from './style';

/** The files that a program imports. */
export interface ImportedFiles {
  module(uri: string): ParsedModule | undefined;
}

/** Text for a line, counted from 1; null where nothing on it makes or holds a tensor or a model that is not known. */
export function explain(analysis: Analysis, files: ImportedFiles, line: number, style: Style): string | null {
  const { lines } = analysis;
  const isHere = (start: number, end: number) =>
    lines.position(start).line + 1 <= line && line <= lines.position(end).line + 1;
  const spots = analysis.sites.spots.filter(({ span }) => isHere(span.start, span.end));
  const parts = spots.flatMap((spot) =>
    certainOf(spot.observations)
      .slice(0, 1)
      .map((one) => observed(analysis, one, style)),
  );
  const because = (reason: Reason) => reasonLines(analysis, reason, (place) => placeIn(files, place));
  const bindings = analysis.trace.bindings.filter(({ site, value }) => {
    const span = analysis.span(site.place);
    return span && value.kind === 'unknown' && isHere(span.start, span.end);
  });
  for (const { name, value } of bindings) {
    if (value.kind !== 'unknown') continue;
    parts.push(
      [`${style.bold(name)} is not known:`, ...because(value.reason).map((text) => `  because ${text}`)].join('\n'),
    );
  }
  const made = modelsMade(analysis, (span) => isHere(span.start, span.end));
  parts.push(...made.map((model) => explainedModel(analysis, model, because, style)));
  return parts.length > 0 ? [...new Set(parts)].join('\n\n') : null;
}

/** What goes into a model and comes out, and its parameters; or why its layers are not known. */
function explainedModel(
  analysis: Analysis,
  { record: { instance }, inputs, outputs }: ModelHere,
  because: (reason: Reason) => string[],
  style: Style,
): string {
  const reason = modelState(instance)?.hidden.value;
  if (reason) {
    return ['The layers of the model are not known:', ...because(reason).map((text) => `  because ${text}`)].join('\n');
  }
  const name = style.bold(instance.cls.name);
  const totals = modelParameters(instance, analysis.trace.generation);
  if (outputs.length === 0 && !totals?.total) return `${name} is built when it is first called.`;
  const text = [name];
  if (outputs.length > 0) {
    const [from, to] = [inputs, outputs].map((tensors) => tensors.map(({ shape }) => formatShape(shape)).join(', '));
    text.push(` ${from} → ${style.blue(to ?? '')}`);
  }
  if (totals) text.push(`\n  ${totals.total} parameters`);
  return text.join('');
}

/** `line 3 of model.py`, for a place in a file that the program imports. */
function placeIn(files: ImportedFiles, { uri, item, start }: Place): string | null {
  const module = files.module(uri);
  if (!module) return null;
  const { line } = new LineIndex(module.text).position(item.start + start);
  return `line ${line + 1} of ${decodeURIComponent(uri.replace(/^.*\//, ''))}`;
}

function observed(analysis: Analysis, observation: Observation, style: Style): string {
  const { callee, inputs, output, parameters } = observation;
  const text = [
    [
      style.bold(callee),
      ...(inputs.length > 0 ? [inputs.map(({ shape }) => formatShape(shape)).join(', ')] : []),
      `→ ${style.blue(outputText(output) ?? '?')}`,
    ].join(' '),
  ];
  const summary = definitionOf(observation.instance)?.summary;
  if (summary) text.push(`  ${withoutCodeSpans(summary)}`);
  const { formulas = [], notes = [], defaults = [] } = explanationOf(observation);
  for (const formula of new Set(formulas)) text.push(`  ${formula}`);
  for (const note of notes) text.push(`  ${withoutCodeSpans(note)}`);
  for (const note of defaults) text.push(`  ${withoutCodeSpans(note.meaning)}`);
  if (parameters) text.push(`  ${parameters} parameters`);
  const uncounted = whyUncounted(observation);
  if (uncounted) {
    text.push('  ? parameters', ...reasonLines(analysis, uncounted).map((because) => `  ? because ${because}`));
  }
  const reason = whyUnknownOutput(output);
  if (reason) text.push(...reasonLines(analysis, reason).map((because) => `  ? because ${because}`));
  const path = chain(analysis, observation);
  if (path.length > 1) text.push(`  ${style.dim(path.join(' → '))}`);
  return text.join('\n');
}

/** The shapes on the way to a tensor, as far as each call has one input. */
function chain(analysis: Analysis, observation: Observation): string[] {
  const path: string[] = [];
  let at: Observation | undefined = observation;
  while (at && path.length < 40) {
    path.unshift(`${at.callee} ${outputText(at.output) ?? '?'}`);
    const producer: Observation['producer'] | undefined = at.inputs.length === 1 ? at.inputs[0]?.producer : null;
    at = producer ? analysis.sites.observationOf(producer) : undefined;
  }
  return path;
}
