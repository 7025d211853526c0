/** Tables made of the program's data: `pd.DataFrame(…)`, `pd.Series(…)`. */
import { type Dimension, isKnown, surelyDiffer } from '../../shapes/dimension';
import { hasRank } from '../../shapes/shape';
import type { Context } from '../../values/context';
import type { Element } from '../../values/tensor';
import { tuple, unknown, type Value } from '../../values/value';
import { failure, refusal } from '../failure';
import { asArray } from '../numpy/define';
import { contentOf } from '../numpy/elements';
import { isText } from '../numpy/types';
import { sequenceItems } from '../params';
import { type Column, open, TablePayload, tableOf, tableOfColumns } from './table';

/** Tables of more columns are not followed one by one. */
const MOST_COLUMNS = 256;

/** Names given as a list; null where they are not known. */
export function namesOf(value: Value): readonly (string | number)[] | null {
  const labels = tableOf(value)?.columns?.[0]?.data;
  if (labels) return labels.every(isName) ? labels : null;
  const items = sequenceItems(value);
  const names = items?.map((item) => (item.kind === 'str' || item.kind === 'int' ? item.value : null));
  return names?.every((name) => typeof name === 'string' || typeof name === 'number')
    ? (names as readonly (string | number)[])
    : null;
}

function isName(label: Element): label is string | number {
  return typeof label === 'string' || typeof label === 'number';
}

export interface Filled extends Omit<Column, 'name'> {
  /** Null for one value, which is repeated. */
  readonly rows: Dimension | null;
}

/** What a column is made of: an array, a list, a Series, or one value for all rows. */
export function filledWith(value: Value): Filled {
  const table = tableOf(value);
  if (table) {
    const [only] = table.shape.length === 1 ? (table.columns ?? []) : [];
    return { rows: table.rows, dtype: table.dtype, data: only?.data ?? null };
  }
  if (value.kind === 'unknown' || (value.kind === 'list' && value.uncertain)) {
    return { rows: open('what the column is made of is not known'), dtype: '?', data: null };
  }
  if (value.kind === 'None' || value.kind === 'instance') return { rows: null, dtype: '?', data: null };
  const operand = asArray(value, { callee: 'DataFrame', parameter: 'data' });
  const dtype = isText(operand.dtype) ? 'object' : operand.dtype;
  if (!hasRank(operand.anyShape)) return { rows: open('what the column is made of is not known'), dtype, data: null };
  const [rows = null, ...inner] = operand.anyShape;
  const flat = inner.length === 0;
  return { rows, dtype: flat ? dtype : 'object', data: (flat && rows !== null && contentOf(operand)?.items) || null };
}

function refused(message: string, context: Context): Value {
  const failed = failure('incompatible-shapes', message, {});
  return context.refuse(refusal(failed, 'other'), context.unknown(message));
}

/** `pd.DataFrame(data, columns=…)` */
export function frameMade(data: Value, columns: Value, context: Context): TablePayload | Value {
  if (data.kind === 'unknown' || columns.kind === 'unknown') return data.kind === 'unknown' ? data : columns;
  const names = columns.kind === 'None' ? null : namesOf(columns);
  if (columns.kind !== 'None' && !names) return context.unknown('the names of the columns are not known');
  if (data.kind === 'None')
    return tableOfColumns(
      0,
      (names ?? []).map((name) => ({ name, dtype: 'object', data: [] })),
    );
  if (data.kind === 'dict') return ofDict(data, names, context);
  const table = tableOf(data);
  if (table) return names && table.shape.length === 2 ? chosen(table, names) : asFrame(table, names);
  if (data.kind === 'list' && data.uncertain) return unknown(data.uncertain);
  const items = sequenceItems(data);
  if (items?.some(({ kind }) => kind === 'dict')) return ofRecords(items, names, context);
  if (items?.some(({ kind }) => kind === 'list' || kind === 'tuple')) return ofRows(items, names, context);
  if (!items && data.kind !== 'tensor') return context.unknown('what the table is made of is not followed');
  return ofArray(data, names, context);
}

/** Some columns of a table; one that it has not is empty. */
function chosen(table: TablePayload, names: readonly (string | number)[]): TablePayload {
  const columns = names.map((name) => table.column(name) ?? { name, dtype: '?', data: null });
  return tableOfColumns(table.rows, columns);
}

function asFrame(table: TablePayload, names: readonly (string | number)[] | null): TablePayload {
  if (table.shape.length === 2) return table;
  const [only] = table.columns ?? [];
  const name = names?.[0] ?? only?.name ?? 0;
  return tableOfColumns(table.rows, [{ name, dtype: table.dtype, data: only?.data ?? null }]);
}

function ofDict(
  data: Value & { readonly kind: 'dict' },
  names: readonly (string | number)[] | null,
  context: Context,
): TablePayload | Value {
  if (data.uncertain) return unknown(data.uncertain);
  const entries = [...data.entries.values()];
  const keys = namesOf(tuple(entries.map(({ key }) => key)));
  if (!keys) return context.unknown('the names of the columns are not followed');
  const made = entries.map(({ value }) => filledWith(value));
  const lengths = made.flatMap(({ rows }) => (rows === null ? [] : [rows]));
  const [first = 1] = lengths;
  const differing = lengths.find((rows) => surelyDiffer(first, rows));
  const plain = entries.every(({ value }) => !tableOf(value));
  if (differing !== undefined && plain) {
    return refused(`the columns have different numbers of rows: ${String(first)} and ${String(differing)}`, context);
  }
  if (differing !== undefined || !plain) {
    const rows = lengths.every((one) => one === first) ? first : open('the columns are put together by labels');
    return restricted(rows, keys, made, names, !plain && typeof rows !== 'number');
  }
  return restricted(lengths.find(isKnown) ?? first, keys, made, names, false);
}

function restricted(
  rows: Dimension,
  keys: readonly (string | number)[],
  made: readonly Filled[],
  names: readonly (string | number)[] | null,
  lost: boolean,
): TablePayload {
  const columns = keys.map((name, i): Column => {
    const { dtype, data, rows: own } = made[i] as Filled;
    return { name, dtype: lost ? '?' : dtype, data: lost || own === null ? null : data };
  });
  const table = tableOfColumns(rows, columns);
  return names ? chosen(table, names) : table;
}

/** A list of dicts: each is a row. */
function ofRecords(
  items: readonly Value[],
  names: readonly (string | number)[] | null,
  context: Context,
): TablePayload | Value {
  const keys = new Set<string | number>();
  const rows: Map<string | number, Value>[] = [];
  for (const item of items) {
    if (item.kind !== 'dict' || item.uncertain) return context.unknown('what the table is made of is not followed');
    const own = namesOf(tuple([...item.entries.values()].map(({ key }) => key)));
    if (!own) return context.unknown('the names of the columns are not followed');
    const values = [...item.entries.values()].map(({ value }) => value);
    rows.push(new Map(own.map((name, i) => [name, values[i] as Value])));
    for (const name of own) keys.add(name);
  }
  const columns = [...keys].map((name): Column => {
    const values = rows.map((row) => row.get(name));
    if (values.some((value) => value === undefined)) return { name, dtype: '?', data: null };
    const { dtype, data } = filledWith(tuple(values as Value[]));
    return { name, dtype, data };
  });
  const table = tableOfColumns(items.length, columns);
  return names ? chosen(table, names) : table;
}

/** A list of rows: each column has a type of its own. */
function ofRows(
  items: readonly Value[],
  names: readonly (string | number)[] | null,
  context: Context,
): TablePayload | Value {
  const rows = items.map((item) => sequenceItems(item));
  const width = rows[0]?.length ?? 0;
  if (rows.some((row) => !row || row.length !== width) || width > MOST_COLUMNS) {
    return context.unknown('the rows of the table are not followed');
  }
  if (names && names.length !== width) {
    return refused(`${names.length} names are given for ${width} columns`, context);
  }
  const columns = Array.from({ length: width }, (_, i): Column => {
    const { dtype, data } = filledWith(tuple(rows.map((row) => (row as readonly Value[])[i] as Value)));
    return { name: names?.[i] ?? i, dtype, data };
  });
  return tableOfColumns(items.length, columns);
}

function ofArray(data: Value, names: readonly (string | number)[] | null, context: Context): TablePayload | Value {
  const operand = asArray(data, { callee: 'DataFrame', parameter: 'data' });
  const { anyShape } = operand;
  if (!hasRank(anyShape)) return context.unknown('what the table is made of is not known');
  if (anyShape.length === 0 || anyShape.length > 2) {
    return refused(`a table is made of 1 or 2 axes, and the array has ${anyShape.length}`, context);
  }
  const [rows, width = 1] = anyShape as readonly [Dimension, Dimension?];
  const dtype = isText(operand.dtype) ? 'object' : operand.dtype;
  if (names && isKnown(width) && names.length !== width) {
    return refused(`${names.length} names are given for ${width} columns`, context);
  }
  const count = names?.length ?? width;
  if (!isKnown(count) || count > MOST_COLUMNS) return new TablePayload([rows, count], dtype);
  const content = contentOf(operand);
  const columns = Array.from({ length: count }, (_, i): Column => {
    const values = content?.items.filter((_one, at) => at % count === i) ?? null;
    return { name: names?.[i] ?? i, dtype, data: values };
  });
  return tableOfColumns(rows, columns);
}

/** `pd.Series(data, index=…)` */
export function seriesMade(data: Value, index: Value, name: Value, context: Context): TablePayload | Value {
  const label = name.kind === 'str' || name.kind === 'int' ? (name.value as string | number) : null;
  if (data.kind === 'dict' && !data.uncertain && index.kind === 'None') {
    const { dtype, data: values } = filledWith(tuple([...data.entries.values()].map(({ value }) => value)));
    return new TablePayload([data.entries.size], dtype, [{ name: label, dtype, data: values }]);
  }
  if (data.kind === 'dict' || data.kind === 'None' || data.kind === 'instance') {
    if (!tableOf(data)) return context.unknown('what the series is made of is not followed');
  }
  const found = filledWith(data);
  const labels = index.kind === 'None' ? null : filledWith(index).rows;
  const rows = found.rows ?? labels ?? 1;
  const values = found.rows === null ? null : found.data;
  return new TablePayload([rows], found.dtype, [{ name: label, dtype: found.dtype, data: values }]);
}
