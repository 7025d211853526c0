/** The page of a layer, model or op that is called: what it does here. */
import type { Analysis } from '../../analysis/analysis';
import {
  certainOf,
  definitionOf,
  dtypeText,
  explanationOf,
  outputText,
  whyUnknownOutput,
} from '../../analysis/observed';
import { reasonText } from '../../analysis/reasons';
import type { Observation } from '../../interpreter/trace';
import { formatShape } from '../../shapes/shape';
import { contextText, distinctShapes } from '../contexts';
import { code, escapeMarkdown } from '../markdown';
import { parametersText } from './parameters';
import { receptiveField } from './receptive-field';

const MOST_CONTEXTS = 12;

/** Markdown for what was observed at one place; the first context's numbers stand for all. */
export function layerPage(analysis: Analysis, all: readonly Observation[]): string {
  const observations = certainOf(all);
  const first = observations[0] as Observation;
  const definition = definitionOf(first.instance);
  const { formulas = [], notes = [], defaults = [] } = explanationOf(first);
  const blocks = [heading(first, definition?.summary), shapeLine(first)];
  if (formulas.length > 0) blocks.push([...new Set(formulas)].map(code).join('  \n'));
  const parameters = parametersText(first);
  if (parameters) blocks.push(parameters);
  if (notes.length > 0) blocks.push(notes.join('  \n'));
  for (const note of defaults) blocks.push(note.meaning);
  const field = receptiveField(analysis, first);
  if (field) blocks.push(`Each position sees ${code(field.join('×'))} of the input.`);
  blocks.push(...contexts(analysis, observations));
  const reason = whyUnknownOutput(first.output);
  if (reason) blocks.push(`Not known: ${escapeMarkdown(reasonText(analysis, reason))}`);
  if (first.assumed) blocks.push('*Nobody calls this function here: its parameters are taken at their defaults.*');
  if (definition) blocks.push(docsLink(definition.name, definition.docs));
  return blocks.join('\n\n');
}

export function docsLink(name: string, path: string): string {
  return `[keras.io: ${escapeMarkdown(name)}](https://keras.io/${path})`;
}

function heading({ callee }: Observation, summary: string | undefined): string {
  return summary ? `**${escapeMarkdown(callee)}** — ${summary}` : `**${escapeMarkdown(callee)}**`;
}

function shapeLine({ inputs, output, kind }: Observation): string {
  const from = kind === 'input' ? '' : inputs.map(({ shape }) => code(formatShape(shape))).join(', ');
  const to = code(outputText(output) ?? '?');
  const dtype = dtypeText(output);
  const shapes = from ? `${from} → ${to}` : to;
  return dtype && dtype !== '?' ? `${shapes} · ${escapeMarkdown(dtype)}` : shapes;
}

function contexts(analysis: Analysis, observations: readonly Observation[]): string[] {
  if (distinctShapes(observations).length < 2) return [];
  const rows = observations.slice(0, MOST_CONTEXTS).map((observation) => {
    const where = contextText(analysis, observation.context);
    return `- ${shapeLine(observation)}${where ? ` in ${escapeMarkdown(where)}` : ''}`;
  });
  if (observations.length > MOST_CONTEXTS) rows.push(`- and ${observations.length - MOST_CONTEXTS} more`);
  return [rows.join('\n')];
}
