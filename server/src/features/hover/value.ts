/** The page of a value that a name holds: a tensor, a layer, a model, a number, or why it is not known. */
import type { Analysis } from '../../analysis/analysis';
import { statementAt } from '../../analysis/nodes';
import { dtypeText, outputText, tensorsOf, whyUnknownOutput } from '../../analysis/observed';
import { lineOf, reasonText } from '../../analysis/reasons';
import { DataPayload, type DataSource } from '../../catalogue/keras/data/element-spec';
import { describe } from '../../catalogue/params';
import { layerState } from '../../graph/layer';
import { memoryOf, readableMemory } from '../../graph/memory';
import { isModel } from '../../graph/model';
import { modelInputs, modelOutputs, modelParameters, modelRows } from '../../graph/summary';
import { weightsOf } from '../../graph/weights';
import { isInteger } from '../../shapes/dtype';
import { formatShape } from '../../shapes/shape';
import type { TensorValue } from '../../values/tensor';
import type { InstanceValue, Value } from '../../values/value';
import { code, count, escapeMarkdown, plural } from '../markdown';
import { whyNot } from './layer';

/** Markdown behind the name; null where there is nothing to say of such a value. */
export function valuePage(analysis: Analysis, value: Value): string | null {
  if (value.kind === 'unknown') return `is not known: ${escapeMarkdown(reasonText(analysis, value.reason))}`;
  if (value.kind === 'instance') {
    if (isModel(value)) return modelPage(analysis, value);
    return value.payload instanceof DataPayload ? dataText(analysis, value.payload.source) : layerText(analysis, value);
  }
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
  const made = value.kind === 'tensor' ? (madeBy(analysis, value) ?? assignedFrom(analysis, value)) : null;
  if (made) parts.push(made);
  const reason = whyUnknownOutput(value);
  return reason ? `${parts.join(' · ')}\n\n${whyNot(analysis, reason)}` : parts.join(' · ');
}

function madeBy(analysis: Analysis, tensor: TensorValue): string | null {
  const observation = tensor.producer && analysis.sites.observationOf(tensor.producer);
  if (!observation) return null;
  const line = lineOf(analysis, observation.site.place);
  return `from ${escapeMarkdown(observation.callee)}${line === null ? '' : ` in line ${line}`}`;
}

/** Where an array comes from: the expression that it was first assigned from. */
function assignedFrom(analysis: Analysis, tensor: TensorValue): string | null {
  const record = analysis.trace.bindings.find(({ value }) => value === tensor);
  if (!record) return null;
  const { item, place } = record.site;
  const statement = statementAt(item.statement, place.start, place.end);
  const line = lineOf(analysis, place);
  if (statement?.kind !== 'Assign' || line === null) return null;
  const text = analysis.textAt({ ...place, start: statement.value.start, end: statement.value.end });
  const short = text.replace(/\s+/g, ' ');
  return `from ${code(short.length > 60 ? `${short.slice(0, 59)}…` : short)} in line ${line}`;
}

/** What gives data step by step: what each step gives, and how many there are. */
function dataText(analysis: Analysis, { kind, element, cardinality, origin }: DataSource): string {
  const names = { dataset: '`tf.data.Dataset`', sequence: 'sequence of batches', generator: 'generator' };
  const each = outputText(element);
  const lines = [`is a ${names[kind]}`];
  const dtype = dtypeText(element);
  if (each) lines.push(`each step gives ${code(each)}${dtype && dtype !== '?' ? ` · ${escapeMarkdown(dtype)}` : ''}`);
  if (typeof cardinality === 'number') lines.push(plural(cardinality, 'step'));
  else if (cardinality === 'infinite') lines.push('without end');
  const line = origin && lineOf(analysis, origin);
  if (line) lines.push(`made in line ${line}`);
  const reason = whyUnknownOutput(element);
  return reason ? `${lines.join(' · ')}\n\n${whyNot(analysis, reason)}` : lines.join(' · ');
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
    const bytes = modelBytes(model);
    const size = bytes === null ? '' : ` · ${code(readableMemory(bytes, 'B'))}`;
    lines.push(`**${plural(totals.total, 'parameter')}**${rest}${size}`);
  }
  const rows = modelRows(model, analysis.trace.generation);
  if (rows && rows.length > 0) lines.push(plural(rows.length, 'layer'));
  return lines.join('\n\n');
}

/** Bytes of a model's weights; null where they are not known. */
function modelBytes(model: InstanceValue): number | null {
  const weights = weightsOf(model);
  return weights && memoryOf(weights);
}

function shapes(tensors: readonly TensorValue[]): string {
  return tensors
    .map(({ shape, dtype }) => code(formatShape(shape)) + (isInteger(dtype) ? ` ${escapeMarkdown(dtype)}` : ''))
    .join(', ');
}
