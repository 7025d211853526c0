/** `model.summary()` of Keras 2 (`print_summary` of keras.src.utils.layer_utils). */
import { type Shape, sameShape } from '../shapes/shape';
import type { Generation } from '../values/context';
import type { InstanceValue, Value } from '../values/value';
import { layerState } from './layer';
import { memoryOf, readableMemory } from './memory';
import { isInputLayer, isModel, modelState } from './model';
import { callsOf, type Node } from './node';
import {
  isSequentialLike,
  listedLayers,
  rowOf,
  type SummaryOptions,
  type SummaryRow,
  shapeText,
  summarized,
} from './rows';
import { isNested } from './structure';
import { countNumbers, trainableWeights, weightsOf } from './weights';

export function plainSummary(model: InstanceValue, generation: Generation, options: SummaryOptions): string {
  const plain = isSequentialLike(model);
  const given = options.lineLength ?? (plain ? 65 : 98);
  const positions = (plain ? [0.45, 0.85, 1] : [0.3, 0.6, 0.7, 1]).map((end) => Math.trunc(given * end));
  const titles = ['Layer (type)', 'Output Shape', 'Param #', ...(plain ? [] : ['Connected to'])];
  let width = given;
  if (options.showTrainable) {
    width += 11;
    positions.push(width);
    titles.push('Trainable');
  }
  const network = modelState(model)?.network.value ?? null;
  const lines: string[] = [`Model: "${layerState(model)?.name.value ?? '?'}"`, '_'.repeat(width)];
  printRow(titles, positions, 0, lines);
  lines.push('='.repeat(width));

  const add = (row: SummaryRow, level: number, last: boolean): void => {
    const fields = [`${row.name ?? '?'} (${row.class})`, outputText(row), parametersText(row)];
    if (!plain) {
      fields.push(
        `[${row.connections.map(({ name, node, tensor }) => `'${name ?? '?'}[${node}][${tensor}]'`).join(', ')}]`,
      );
    }
    if (options.showTrainable) fields.push(row.trainable === null ? '?' : row.trainable ? 'Y' : 'N');
    printRow(fields, positions, level, lines);
    const inner =
      options.expandNested && row.operation.kind === 'instance' && isModel(row.operation)
        ? (listedLayers(row.operation, generation) ?? [])
        : [];
    const bars = (depth: number, fill: string): string =>
      '|'.repeat(depth) + fill.repeat(width - 2 * depth) + '|'.repeat(depth);
    if (inner.length > 0) {
      lines.push(bars(level + 1, '¯'));
      inner.forEach((layer, i) => {
        add(rowOf(layer, network, generation), level + 1, i === inner.length - 1);
      });
      lines.push(bars(level, '¯'));
    }
    // Keras forgets, behind a nested model, that the row itself is not the last.
    if (!last && inner.length === 0) lines.push(bars(level, ' '));
  };
  for (const operation of summarized(model, generation) ?? []) add(rowOf(operation, network, generation), 0, false);
  lines.push('='.repeat(width), ...totals(model, generation), '_'.repeat(width));
  return `${lines.join('\n')}\n`;
}

/** One row, over as many lines as its fields need. */
function printRow(fields: readonly string[], positions: readonly number[], level: number, lines: string[]): void {
  const left = [...fields];
  while (left.some((text) => text !== '')) {
    let line = '';
    for (const [column, text] of left.entries()) {
      const lastColumn = column === positions.length - 1;
      const end = positions[column] as number;
      const gap = lastColumn ? 0 : 2;
      let room = end - (column > 0 ? (positions[column - 1] as number) : 0) - gap;
      if (!lastColumn) room -= 1;
      if (column === 0) room -= level;
      // Python's slices count a negative end from behind.
      let cut = room < 0 ? Math.max(0, text.length + room) : room;
      let shown = text.slice(0, cut);
      const ends = ['),', '},', '],', "',"].flatMap((mark) =>
        shown.includes(mark) ? [shown.indexOf(mark) + mark.length] : [],
      );
      if (ends.length > 0) {
        cut = Math.min(...ends);
        shown = shown.slice(0, cut);
      }
      if (column === 0) line += `${'|'.repeat(level)} `;
      line += shown + ' '.repeat(gap);
      left[column] = text.slice(cut);
      line += ' '.repeat(Math.max(0, end - line.length - (level > 0 && lastColumn ? level : 0)));
    }
    lines.push(line + '|'.repeat(level));
  }
}

/** `layer.output_shape`: one for all its calls, else `multiple`. */
function outputText(row: SummaryRow): string {
  const { operation } = row;
  if (operation.kind === 'op') return row.output ? structureText(row.output) : 'multiple';
  const network = modelState(operation)?.network.value;
  if (network) return structureText(network.outputStructure);
  const calls = callsOf(operation);
  const [first] = calls;
  if (!first?.result || !calls.every((call) => sameOutputs(call, first))) return 'multiple';
  const text = structureText(first.result);
  return isInputLayer(operation) ? `[${text}]` : text;
}

function sameOutputs(a: Node, b: Node): boolean {
  return (
    a.outputs.length === b.outputs.length &&
    a.outputs.every((tensor, i) => sameShape(tensor.shape, b.outputs[i]?.shape as Shape))
  );
}

/** Shapes in their structure, as Python prints it. */
function structureText(value: Value): string {
  if (value.kind === 'tensor') return shapeText(value.shape, true);
  if (!isNested(value)) return '?';
  if (value.kind === 'dict') {
    const entries = [...value.entries.values()].map(
      ({ key, value: item }) => `${key.kind === 'str' ? `'${key.value}'` : '?'}: ${structureText(item)}`,
    );
    return `{${entries.join(', ')}}`;
  }
  const items = value.items.map(structureText);
  if (value.kind === 'list') return `[${items.join(', ')}]`;
  return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`;
}

function parametersText(row: SummaryRow): string {
  const hasNetwork = row.operation.kind === 'instance' && modelState(row.operation)?.network.value;
  if (!row.built && !hasNetwork) return '0 (unused)';
  return row.parameters === null ? '?' : String(row.parameters);
}

function totals(model: InstanceValue, generation: Generation): string[] {
  const all = weightsOf(model);
  const trained = trainableWeights(model, generation);
  const count = all && countNumbers(all);
  const memory = all && memoryOf(all);
  const trainedCount = trained && countNumbers(trained);
  const trainedMemory = trained && memoryOf(trained);
  const minus = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a - b);
  const line = (label: string, numbers: number | null, bytes: number | null): string =>
    `${label} params: ${numbers ?? '?'} (${bytes === null ? '?' : readableMemory(bytes, 'Byte')})`;
  return [
    line('Total', count, memory),
    line('Trainable', trainedCount, trainedMemory),
    line('Non-trainable', minus(count, trainedCount), minus(memory, trainedMemory)),
  ];
}
