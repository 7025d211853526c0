/** The page of a layer, model or op that is called: what it does here. */
import type { Analysis } from '../../analysis/analysis';
import {
  certainOf,
  definitionOf,
  dtypeText,
  explanationOf,
  outputText,
  whyUncounted,
  whyUnknownOutput,
} from '../../analysis/observed';
import { reasonLines } from '../../analysis/reasons';
import type { LayerDefinition } from '../../catalogue/define-layer';
import type { Observation } from '../../interpreter/trace';
import type { Reason } from '../../shapes/reason';
import { formatShape } from '../../shapes/shape';
import type { Generation } from '../../values/context';
import { contextText, distinctShapes } from '../contexts';
import { code, escapeMarkdown } from '../markdown';
import { openSizesOf } from '../open-sizes';
import { costText } from './cost';
import { layerRuleText, opOf, opRuleText } from './declared';
import { docsLink } from './docs';
import { parametersText } from './parameters';
import { receptiveField } from './receptive-field';
import { windowDrawing } from './window';

const MOST_CONTEXTS = 12;

/** Markdown for what was observed at one place; the first context's numbers stand for all. */
export function layerPage(analysis: Analysis, all: readonly Observation[]): string {
  const observations = certainOf(all);
  const first = observations[0] as Observation;
  const definition = definitionOf(first.instance);
  const { formulas = [], notes = [], defaults = [] } = explanationOf(first);
  const op = opOf(analysis, first);
  const blocks = [heading(first, definition?.summary ?? op?.summary), shapeLine(first)];
  if (formulas.length > 0) blocks.push([...new Set(formulas)].map(code).join('  \n'));
  const rule = formulas.length > 0 ? null : definition ? layerRuleText(definition) : op && opRuleText(op);
  if (rule) blocks.push(rule);
  const drawing = windowDrawing(first);
  if (drawing) blocks.push(drawing);
  const parameters = parametersText(first);
  if (parameters) blocks.push(parameters);
  const uncounted = whyUncounted(first);
  if (uncounted)
    blocks.push(
      ['The number of parameters is not known:', ...listed(reasonLines(analysis, uncounted).map(escapeMarkdown))].join(
        '\n',
      ),
    );
  const cost = costText(first);
  if (cost) blocks.push(cost);
  if (notes.length > 0) blocks.push(notes.join('  \n'));
  for (const note of defaults) blocks.push(note.meaning);
  const field = receptiveField(analysis, first);
  if (field) blocks.push(`Each position sees ${code(field.join('×'))} of the input.`);
  const sizes = openSizesOf(analysis, first);
  if (sizes) blocks.push(sizes);
  blocks.push(...contexts(analysis, observations));
  const reason = whyUnknownOutput(first.output);
  if (reason) blocks.push(whyNot(analysis, reason));
  if (first.assumed) blocks.push('*Nobody calls this function here: its parameters are taken at their defaults.*');
  const generation = definition && generationNote(definition, analysis.trace.generation);
  if (generation) blocks.push(generation);
  if (definition) blocks.push(docsLink(definition.name, definition.docs));
  return blocks.join('\n\n');
}

/** Which Keras' rules were followed, where another generation's differ. */
function generationNote({ generations, onlyIn }: LayerDefinition, generation: Generation): string | null {
  if (onlyIn !== undefined) return `*Only ${onlyIn === 'keras3' ? 'Keras 3' : 'Keras 2'} has it.*`;
  if (!generations) return null;
  return generation === 'keras3'
    ? '*As Keras 3 does it; Keras 2 differs in arguments or rules.*'
    : `*As ${generation === 'keras1' ? 'Keras 1' : 'Keras 2'} does it; Keras 3 differs in arguments or rules.*`;
}

/** Why something is not known, a line for each cause. */
export function whyNot(analysis: Analysis, reason: Reason): string {
  const [first = '', ...causes] = reasonLines(analysis, reason).map(escapeMarkdown);
  return [`Not known: ${first}`, ...listed(causes)].join('\n');
}

function listed(causes: readonly string[]): string[] {
  return causes.map((cause) => `- because ${cause}`);
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
