/** `model.summary()` of Keras 3: a table as the library `rich` draws it (keras.src.utils.summary_utils). */
import type { Generation } from '../values/context';
import type { TensorValue } from '../values/tensor';
import type { InstanceValue, Value } from '../values/value';
import { layerState } from './layer';
import { memoryOf, readableMemory } from './memory';
import { isModel, modelState } from './model';
import { callsOf } from './node';
import { drawTable, type TableColumn } from './rich-table';
import {
  isSequentialLike,
  modelLayers,
  rowOf,
  type SummaryOptions,
  type SummaryRow,
  shapeText,
  summarized,
} from './rows';
import { flatten } from './structure';
import { countNumbers, trainableWeights, weightsOf } from './weights';

/** What Keras takes of a terminal of 80 columns: four less. */
const NARROW = 76;

export function richSummary(model: InstanceValue, _generation: Generation, options: SummaryOptions): string {
  const plain = isSequentialLike(model);
  const trainableColumn = options.showTrainable === true;
  const width = options.lineLength ?? Math.min(NARROW, (plain ? 88 : 108) + (trainableColumn ? 12 : 0));
  const columns = columnsOf(plain, trainableColumn, width);
  const network = modelState(model)?.network.value ?? null;
  const rows: string[][] = [];
  const add = (row: SummaryRow, level: number): void => {
    const prefix = level === 0 ? '' : `${'   '.repeat(level)}└ `;
    const cells = [`${prefix}${row.name ?? '?'} (${row.class})`, outputText(row), parametersText(row)];
    if (!plain) cells.push(connectionText(row));
    if (trainableColumn) cells.push(trainableText(row));
    rows.push(cells);
    if (!options.expandNested || row.operation.kind !== 'instance' || !isModel(row.operation)) return;
    for (const inner of modelLayers(row.operation) ?? []) add(rowOf(inner, network, 'keras3'), level + 1);
  };
  for (const operation of summarized(model, 'keras3') ?? []) add(rowOf(operation, network, 'keras3'), 0);

  const title = `Model: "${layerState(model)?.name.value ?? '?'}"`;
  return `${[title, ...drawTable(columns, rows, width), ...totals(model)].join('\n')}\n`;
}

function columnsOf(plain: boolean, trainable: boolean, width: number): TableColumn[] {
  let ends = plain ? [0.45, 0.8, 1] : [0.3, 0.56, 0.74, 1];
  const columns: Omit<TableColumn, 'width'>[] = [
    { title: 'Layer (type)', align: 'left' },
    { title: 'Output Shape', align: 'left' },
    { title: 'Param #', align: 'right' },
  ];
  if (!plain) columns.push({ title: 'Connected to', align: 'left' });
  if (trainable) {
    ends = [...ends.map((end) => end * 0.9), 1];
    columns.push({ title: 'Trainable', align: 'center' });
  }
  let before = 0;
  return columns.map((column, i) => {
    const columnWidth = Math.trunc((ends[i] as number) * width) - before;
    before += columnWidth;
    return { ...column, width: columnWidth };
  });
}

/** The outputs of the layer's last call, or what it gives for the shapes that it was built with. */
function outputText(row: SummaryRow): string {
  const { operation } = row;
  if (operation.kind === 'op') return row.output ? structureText(row.output) : '?';
  const last = callsOf(operation).at(-1);
  if (last) return tensorsText(last.outputs);
  const network = modelState(operation)?.network.value;
  if (network) return tensorsText(network.outputs);
  const built = layerState(operation)?.builtOutput.value;
  return built ? structureText(built) : '?';
}

function tensorsText(tensors: readonly TensorValue[]): string {
  const texts = tensors.map((tensor) => shapeText(tensor.shape, false));
  return texts.length === 1 ? (texts[0] as string) : `[${texts.join(', ')}]`;
}

function structureText(structure: Value): string {
  return tensorsText(flatten(structure).filter((leaf): leaf is TensorValue => leaf.kind === 'tensor'));
}

function parametersText(row: SummaryRow): string {
  if (!row.built) return '0 (unbuilt)';
  return row.parameters === null ? '?' : grouped(row.parameters);
}

function connectionText(row: SummaryRow): string {
  const texts = row.connections.map(({ name, node, tensor }) => `${name ?? '?'}[${node}][${tensor}]`);
  return texts.join(', ') || '-';
}

function trainableText({ operation, trainable }: SummaryRow): string {
  const weights = operation.kind === 'instance' ? weightsOf(operation) : [];
  if (weights?.length === 0) return '-';
  return trainable === null ? '?' : trainable ? 'Y' : 'N';
}

function totals(model: InstanceValue): string[] {
  const all = weightsOf(model);
  const trainable = trainableWeights(model, 'keras3');
  const line = (label: string, count: number | null, memory: number | null): string =>
    ` ${label} params: ${count === null ? '?' : grouped(count)} (${memory === null ? '?' : readableMemory(memory, 'B')})`;
  const count = all && countNumbers(all);
  const memory = all && memoryOf(all);
  const trained = trainable && countNumbers(trainable);
  const trainedMemory = trainable && memoryOf(trainable);
  const minus = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a - b);
  return [
    line('Total', count, memory),
    line('Trainable', trained, trainedMemory),
    line('Non-trainable', minus(count, trained), minus(memory, trainedMemory)),
  ];
}

/** `1,234,567` */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3}){1,7}$)/g, ',');
}
