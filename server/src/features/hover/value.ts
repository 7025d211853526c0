/** The page of a value that a name holds: a tensor, a layer, a model, a number, or why it is not known. */
import type { Analysis } from '../../analysis/analysis';
import { dtypeText, outputText, tensorsOf, whyUnknownOutput } from '../../analysis/observed';
import { lineOf, reasonText } from '../../analysis/reasons';
import { describe } from '../../catalogue/params';
import { layerState } from '../../graph/layer';
import { isModel } from '../../graph/model';
import { modelInputs, modelOutputs, modelParameters } from '../../graph/summary';
import { isInteger } from '../../shapes/dtype';
import { formatShape } from '../../shapes/shape';
import type { TensorValue } from '../../values/tensor';
import type { InstanceValue, Value } from '../../values/value';
import { code, count, escapeMarkdown, plural } from '../markdown';

/** Markdown behind the name; null where there is nothing to say of such a value. */
export function valuePage(analysis: Analysis, value: Value): string | null {
  if (value.kind === 'unknown') return `is not known: ${escapeMarkdown(reasonText(analysis, value.reason))}`;
  if (value.kind === 'instance') return isModel(value) ? modelPage(analysis, value) : layerText(analysis, value);
  if (tensorsOf(value).length > 0) return tensorText(analysis, value);
  switch (value.kind) {
    case 'int':
    case 'float':
    case 'bool':
    case 'str':
      return `is ${code(describe(value))}`;
    case 'tuple':
    case 'list':
      return value.items.length <= 8 && value.items.every(isPlain) ? `is ${code(describe(value))}` : null;
    default:
      return null;
  }
}

function isPlain(value: Value): boolean {
  return ['int', 'float', 'bool', 'str', 'None'].includes(value.kind);
}

function tensorText(analysis: Analysis, value: Value): string {
  const dtype = dtypeText(value);
  const parts = [`is ${code(outputText(value) ?? '?')}`];
  if (dtype && dtype !== '?') parts.push(escapeMarkdown(dtype));
  const made = value.kind === 'tensor' ? madeBy(analysis, value) : null;
  if (made) parts.push(made);
  const reason = whyUnknownOutput(value);
  return reason
    ? `${parts.join(' · ')}\n\nNot known: ${escapeMarkdown(reasonText(analysis, reason))}`
    : parts.join(' · ');
}

function madeBy(analysis: Analysis, tensor: TensorValue): string | null {
  const observation = tensor.producer && analysis.sites.observationOf(tensor.producer);
  if (!observation) return null;
  const line = lineOf(analysis, observation.site.place);
  return `from ${escapeMarkdown(observation.callee)}${line === null ? '' : ` in line ${line}`}`;
}

function layerText(analysis: Analysis, layer: InstanceValue): string | null {
  const state = layerState(layer);
  if (!state) return null;
  const calls = analysis.sites.spots.flatMap((spot) => spot.observations).filter((one) => one.instance === layer);
  const lines = [`is a **${escapeMarkdown(layer.cls.name)}** layer`];
  for (const call of calls.slice(0, 4)) {
    const from = call.inputs.map(({ shape }) => code(formatShape(shape))).join(', ');
    lines.push(`${from} → ${code(outputText(call.output) ?? '?')}`);
  }
  const parameters = calls[calls.length - 1]?.parameters;
  if (parameters) lines.push(plural(parameters, 'parameter'));
  return lines.join('\n\n');
}

/** A model: what goes in and comes out, and its parameters. */
export function modelPage(analysis: Analysis, model: InstanceValue): string {
  const lines = [`is a **${escapeMarkdown(model.cls.name)}** model`];
  const [inputs, outputs] = [modelInputs(model), modelOutputs(model)];
  if (outputs.length > 0) lines.push(`${shapes(inputs)} → ${shapes(outputs)}`);
  const totals = modelParameters(model, analysis.trace.generation);
  if (totals) {
    const { trainable, nonTrainable } = totals;
    const rest = trainable !== null && nonTrainable ? ` · ${count(trainable)} trained, ${count(nonTrainable)} not` : '';
    lines.push(`**${plural(totals.total, 'parameter')}**${rest}`);
  }
  return lines.join('\n\n');
}

function shapes(tensors: readonly TensorValue[]): string {
  return tensors
    .map(({ shape, dtype }) => code(formatShape(shape)) + (isInteger(dtype) ? ` ${escapeMarkdown(dtype)}` : ''))
    .join(', ');
}
