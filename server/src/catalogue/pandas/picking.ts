/** Subscripts of tables: columns by their names, rows and columns by `iloc` and `loc`. */
import { add, type Dimension, isKnown, subtract } from '../../shapes/dimension';
import { sliceCount, slicedSize } from '../../shapes/slicing';
import type { Context } from '../../values/context';
import { type Element, numpyArray } from '../../values/tensor';
import { ClassValue, InstanceValue, NONE, type Payload, type Value } from '../../values/value';
import { declaredIdentity, named, pythonFunction } from '../native';
import { hasElement, taken } from '../numpy/lengths';
import { boundOf } from '../ops/indexing/subscript';
import { integerOf, sequenceItems } from '../params';
import { filledWith, namesOf } from './making';
import {
  type Column,
  ColumnLabels,
  commonType,
  NUMBERED,
  open,
  series,
  seriesOf,
  TablePayload,
  tableOf,
  tableOfColumns,
  tableValue,
} from './table';

type Slice = Extract<Value, { readonly kind: 'slice' }>;

/** What is picked of an axis: how much, and where, as far as that is known. */
interface Picked {
  /** Null where the axis falls away. */
  readonly size: Dimension | null;
  readonly at: readonly number[] | null;
  /** Whether it is all of it in its order, or may be something of it more than once; otherwise it is a part. */
  readonly takes?: 'all' | 'any';
}

const filtered = (): Picked => ({ size: open('how many rows are picked is not known'), at: null });

const isWhole = (key: Slice) => [key.start, key.stop, key.step].every((one) => one.kind === 'None');

function range(size: number, start = 0, step = 1): number[] {
  return Array.from({ length: size }, (_, i) => start + i * step);
}

/** A slice by positions. */
function positions(key: Slice, size: Dimension): Picked {
  const parts = [key.start, key.stop, key.step];
  if (!parts.every(({ kind }) => kind === 'None' || kind === 'int' || kind === 'unknown')) {
    return { size: open('how much a slice by names takes is not known'), at: null };
  }
  const [start = null, stop = null, step = null] = parts.map(boundOf);
  const taken = slicedSize(size, { start, stop, step, takes: key.takes });
  const numbers = [start, stop, step].every((bound) => bound === null || typeof bound === 'number');
  if (!numbers || !isKnown(size) || !isKnown(taken)) return { size: taken, at: null };
  const [from, by] = [start as number | null, (step ?? 1) as number];
  const count = sliceCount(size, from, stop as number | null, by);
  const first = from === null ? (by > 0 ? 0 : size - 1) : Math.min(Math.max(from < 0 ? from + size : from, 0), size);
  return { size: count, at: range(count, first, by) };
}

/** The bools that a mask holds; null where they are not known, undefined where it is no mask. */
function maskOf(key: Value): readonly boolean[] | null | undefined {
  const isMask = key.kind === 'tensor' ? key.dtype === 'bool' : tableOf(key)?.dtype === 'bool';
  const items = key.kind === 'list' ? sequenceItems(key) : null;
  const listed = items && items.length > 0 && items.every((item) => item.kind === 'bool');
  if (!isMask && !listed) return undefined;
  const { data } = filledWith(key);
  return data ? data.map(Boolean) : null;
}

function masked(mask: readonly boolean[] | null): Picked {
  if (!mask) return filtered();
  const at = mask.flatMap((one, i) => (one ? [i] : []));
  return { size: at.length, at };
}

/** What one key picks of an axis; undefined where it is not known. */
function pickedOf(
  key: Value,
  size: Dimension,
  labels: readonly (string | number | null)[] | null,
  byPosition: boolean,
  /** Whether a label can stand for one place only. */
  isUnique: boolean,
): Picked | undefined {
  const mask = maskOf(key);
  if (mask !== undefined) return masked(mask);
  if (key.kind === 'slice') {
    if (isWhole(key)) return { size, at: isKnown(size) && size <= 4096 ? range(size) : null, takes: 'all' };
    return byPosition ? positions(key, size) : between(key, labels);
  }
  const single = (name: string | number): Picked => {
    if (!byPosition) return { size: null, at: labels?.includes(name) ? [labels.indexOf(name)] : null };
    const at = Number(name) < 0 && isKnown(size) ? Number(name) + size : Number(name);
    return { size: null, at: at >= 0 ? [at] : null };
  };
  const isExact = byPosition || isUnique;
  // Of labels that may stand more than once, one can pick several.
  const some = (): Picked => ({ ...filtered(), takes: 'any' });
  if (key.kind === 'int' || key.kind === 'str') return isExact ? single(key.value as string | number) : undefined;
  // A tuple is one label of an axis that has several levels of them.
  if (key.kind === 'tuple' && !byPosition) return undefined;
  if (key.kind === 'tensor') {
    if (!Array.isArray(key.shape) || key.shape.length > 1) return undefined;
    const [count = null] = key.shape as readonly Dimension[];
    if (isExact) return { size: count, at: null, takes: 'any' };
    return count === null ? undefined : some();
  }
  const names = namesOf(key);
  if (names) {
    if (!isExact) return some();
    const at = names.flatMap((name) => single(name).at ?? []);
    return { size: names.length, at: at.length === names.length ? at : null, takes: 'any' };
  }
  if (key.kind === 'list') return some();
  if (!tableOf(key)) return undefined;
  return isExact ? { size: tableOf(key)?.rows ?? null, at: null, takes: 'any' } : some();
}

/** A slice by labels, whose end is taken too. */
function between(key: Slice, labels: readonly (string | number | null)[] | null): Picked {
  const lost = { size: open('how much a slice by names takes is not known'), at: null };
  if (!labels || key.step.kind !== 'None') return lost;
  const place = (bound: Value, other: number): number =>
    bound.kind === 'None' ? other : bound.kind === 'str' ? labels.indexOf(bound.value) : -1;
  const [from, to] = [place(key.start, 0), place(key.stop, labels.length - 1)];
  if (from < 0 || to < 0) return lost;
  const count = Math.max(0, to - from + 1);
  return { size: count, at: range(count, from) };
}

/** A slice with what it takes of an axis; what a position tells of it is noted. */
function measured(table: TablePayload, axis: number, key: Value, context: Context): Value {
  const size = table.shape[axis];
  if (size === undefined) return key;
  if (key.kind === 'int') hasElement(table, axis, size, Number(key.value), context);
  return key.kind === 'slice' ? taken(table, axis, size, key) : key;
}

function picked(table: TablePayload, key: Value, byPosition: boolean, context: Context): Value {
  const keys = (key.kind === 'tuple' ? key.items : [key]).map((one, axis) =>
    byPosition ? measured(table, axis, one, context) : one,
  );
  const [rowKey, columnKey] = keys;
  const hasOneLevel = table.labels.levels?.length === 1;
  const rows = rowKey
    ? pickedOf(rowKey, table.rows, null, byPosition, table.labels.isUnique && hasOneLevel)
    : undefined;
  if (!rows) return context.unknown('what is picked of the table is not known');
  const labels = rows.takes === 'all' ? table.labels : rows.takes === 'any' ? null : table.labels.ofSome;
  const pick = (data: readonly Element[]) =>
    rows.at?.every((at) => at < data.length) ? rows.at.map((at) => data[at] as Element) : null;
  if (table.shape.length === 1) {
    if (rows.size !== null) return tableValue(table.withRows(rows.size, pick, labels));
    const [value] = table.columns?.[0]?.data ? (pick(table.columns[0].data) ?? []) : [];
    return value === undefined ? context.unknown('it is a value of the table') : numpyArray([], table.dtype, [value]);
  }
  const width = table.shape[1] as Dimension;
  const names = table.columns?.map(({ name }) => name) ?? null;
  const columns = pickedOf(columnKey ?? ALL, width, names, byPosition, !names || new Set(names).size === names.length);
  if (!columns) return context.unknown('what is picked of the table is not known');
  const known = table.columns && columns.at?.every((at) => at < (table.columns?.length ?? 0));
  const taken = known ? (columns.at ?? []).map((at) => table.columns?.[at] as Column) : null;
  if (columns.size === null) {
    if (rows.size === null) return context.unknown('it is a value of the table');
    const [only = { name: null, dtype: table.columns ? '?' : table.dtype, data: null }] = taken ?? [];
    return seriesOf(rows.size, { ...only, data: only.data && pick(only.data) }, labels);
  }
  // One row is a Series of what its columns have in common.
  if (rows.size === null) {
    const own = taken ? tableOfColumns(table.rows, taken, null).names : columns.takes === 'all' ? table.names : null;
    return series(columns.size, taken ? commonType(taken) : table.dtype, new ColumnLabels(own));
  }
  const part = taken
    ? tableOfColumns(table.rows, taken, table.labels)
    : new TablePayload([table.rows, columns.size], columns.at || !table.columns ? table.dtype : '?');
  return tableValue(part.withRows(rows.size, pick, labels));
}

const ALL: Slice = { kind: 'slice', start: NONE, stop: NONE, step: NONE };

class IndexerPayload implements Payload {
  readonly type = 'indexer';
  constructor(
    readonly table: InstanceValue,
    readonly byPosition: boolean,
  ) {}
}

const INDEXER = new ClassValue(
  declaredIdentity(),
  'Indexer',
  'pandas',
  [],
  named(
    pythonFunction('__getitem__(self, key)', (context, self: Value, key: Value) => {
      const payload = self.kind === 'instance' ? self.payload : null;
      const table = payload instanceof IndexerPayload ? tableOf(payload.table) : undefined;
      if (!table || !(payload instanceof IndexerPayload)) return context.unknown('the table is not known');
      return picked(table, key, payload.byPosition, context);
    }),
    pythonFunction('__setitem__(self, key, value)', (context, self: Value, key: Value) => {
      const payload = self.kind === 'instance' ? self.payload : null;
      if (payload instanceof IndexerPayload) written(payload, key, context);
      return NONE;
    }),
  ),
);

/** Values are not known any more; `df.loc[:, 'new'] = …` and `df.loc[len(df)] = …` make columns and rows, too. */
function written({ table, byPosition }: IndexerPayload, key: Value, context: Context): void {
  const found = tableOf(table);
  if (!found) return;
  const [rowKey = NONE, columnKey] = key.kind === 'tuple' ? key.items : [key];
  let now = found.retyped(() => '?');
  if (!byPosition && mayAddRow(found, rowKey)) {
    now = now.withRows(open('the table may have got a row'), () => null, null);
  }
  if (!byPosition && columnKey && found.shape.length === 2) now = withWritten(now, columnKey);
  table.setPayload(context.heap, now);
}

/** A label that is not there makes a row; masks, slices and lists do not. */
function mayAddRow(table: TablePayload, key: Value): boolean {
  const { rows, labels } = table;
  if (labels === NUMBERED && key.kind === 'int' && isKnown(rows)) return key.value < 0 || key.value >= rows;
  const isPart = ['slice', 'list'].includes(key.kind) || tableOf(key) !== undefined || maskOf(key) !== undefined;
  return !isPart && !(key.kind === 'tensor' && Array.isArray(key.shape) && key.shape.length === 1);
}

function withWritten(table: TablePayload, key: Value): TablePayload {
  if (key.kind === 'slice' || maskOf(key) !== undefined) return table;
  const names = key.kind === 'str' || key.kind === 'int' ? [key.value as string | number] : namesOf(key);
  if (!names || !table.columns) return table.withColumns(open('the table may have got a column'));
  const others = names.filter((name) => !table.column(name));
  return others.reduce((wide, name) => withColumn(wide, { name, dtype: '?', data: null }, wide.columns?.length), table);
}

export function indexer(table: InstanceValue, byPosition: boolean): InstanceValue {
  return new InstanceValue(declaredIdentity(), INDEXER, new IndexerPayload(table, byPosition));
}

/** `df['price']`, `df[['a', 'b']]`, `df[df.age > 3]`, `df[:10]`. */
export function columnsOf(table: TablePayload, key: Value, context: Context): Value {
  const columns = table.shape[1] as Dimension;
  const unnamed: Column = { name: null, dtype: table.columns ? '?' : table.dtype, data: null };
  if (key.kind === 'str' || key.kind === 'int') {
    const name = key.value as string | number;
    return seriesOf(table.rows, table.column(name) ?? { ...unnamed, name }, table.labels);
  }
  if (key.kind === 'slice' || maskOf(key) !== undefined) return picked(table, key, true, context);
  const names = key.kind === 'list' || tableOf(key) ? namesOf(key) : null;
  if (names) {
    const taken = names.map((name) => table.column(name) ?? { ...unnamed, name });
    return tableValue(tableOfColumns(table.rows, taken, table.labels));
  }
  if (key.kind === 'list') return tableValue(table.withColumns(open('how many columns are picked is not known')));
  if (tableOf(key)?.shape.length === 2) return tableValue(table.withColumns(columns));
  return context.unknown('what is picked of the table is not known');
}

/** `series[key]`: by positions where it is a slice or a mask, else by labels. */
export function rowsOf(table: TablePayload, key: Value, context: Context): Value {
  if (key.kind === 'slice' || maskOf(key) !== undefined) return picked(table, key, true, context);
  if (key.kind === 'list') {
    const count = table.labels.isUnique ? sequenceItems(key)?.length : undefined;
    return tableValue(table.withRows(count ?? (filtered().size as Dimension), () => null, null));
  }
  return context.unknown('it is a value of the table');
}

/** `df['new'] = …`: one more column, where there was none of the name. */
export function columnSet(self: InstanceValue, table: TablePayload, key: Value, value: Value, context: Context): void {
  const columns = table.shape[1] as Dimension;
  const name = key.kind === 'str' || key.kind === 'int' ? (key.value as string | number) : null;
  if (name === null || !table.columns) {
    const wide = maskOf(key) === undefined ? open('the table may have got a column') : columns;
    self.setPayload(context.heap, table.withColumns(wide));
    return;
  }
  const { dtype, data, rows } = filledWith(value);
  const given = tableOf(value);
  const fits = given ? table.isBeside(given) : rows === table.rows;
  const isInOrder = !given || given.labels === table.labels;
  const made: Column = { name, dtype: given && !fits ? '?' : dtype, data: fits && isInOrder ? data : null };
  const others = table.columns;
  const set = table.column(name) ? others.map((column) => (column.name === name ? made : column)) : [...others, made];
  // The first column of an empty table gives it its rows.
  const isFirst = others.length === 0 && rows !== null;
  const labels = isFirst ? (given ? given.labels : NUMBERED) : table.labels;
  self.setPayload(context.heap, tableOfColumns(isFirst ? rows : table.rows, set, labels));
}

/** Without so many columns. */
export function withoutColumns(table: TablePayload, labels: Value): TablePayload {
  const columns = table.shape[1] as Dimension;
  const names = labels.kind === 'str' || labels.kind === 'int' ? [labels.value as string | number] : namesOf(labels);
  if (!names) return table.withColumns(open('how many columns are dropped is not known'));
  const gone = new Set(names);
  if (table.columns) {
    return tableOfColumns(
      table.rows,
      table.columns.filter(({ name }) => name === null || !gone.has(name)),
      table.labels,
    );
  }
  const left = isKnown(columns) ? subtract(columns, gone.size) : columns;
  return new TablePayload([table.rows, left], table.dtype, null, table.labels);
}

/** One more column at the front, whose type is not known (`reset_index`). */
export function withColumn(table: TablePayload, column: Column, at = 0): TablePayload {
  if (!table.columns) return table.withColumns(add(table.shape[1] as Dimension, 1));
  const columns = [...table.columns.slice(0, at), column, ...table.columns.slice(at)];
  return tableOfColumns(table.rows, columns, table.labels);
}

export function positionOf(value: Value | undefined): number | undefined {
  return value && integerOf(value);
}
