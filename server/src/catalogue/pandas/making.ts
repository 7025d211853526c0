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
import { type Column, INDEX, NUMBERED, open, type RowLabels, TablePayload, tableOf, tableOfColumns } from './table';

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

/** The values that are not missing. */
export function present(data: readonly Element[]): readonly Element[] {
  return data.filter((one) => !(typeof one === 'number' && Number.isNaN(one)));
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
  const items = sequenceItems(value);
  if (items && !items.every(isSingle)) {
    // Lists in a list are the values of the column, whatever their lengths.
    const isSurelyObject = items.some(({ kind }) => kind === 'list' || kind === 'tuple' || kind === 'dict');
    return { rows: items.length, dtype: isSurelyObject ? 'object' : '?', data: null };
  }
  const operand = asArray(value, { callee: 'DataFrame', parameter: 'data' });
  const dtype = isText(operand.dtype) ? 'object' : operand.dtype;
  if (!hasRank(operand.anyShape)) return { rows: open('what the column is made of is not known'), dtype, data: null };
  const [rows = null, ...inner] = operand.anyShape;
  const flat = inner.length === 0;
  return { rows, dtype: flat ? dtype : 'object', data: (flat && rows !== null && contentOf(operand)?.items) || null };
}

/** Whether it is one value of a column, of which the array has one element. */
function isPlain({ kind }: Value): boolean {
  return kind === 'int' || kind === 'float' || kind === 'bool' || kind === 'str';
}

/** What is one element of a column, be it Python's or numpy's. */
function isSingle(value: Value): boolean {
  return isPlain(value) || (value.kind === 'tensor' && hasRank(value.shape) && value.shape.length === 0);
}

/** The labels that are given to the rows (`index=`), and how many there are. */
interface Given {
  readonly rows: Dimension;
  readonly labels: RowLabels | null;
}

function givenLabels(index: Value): Given | null {
  if (index.kind === 'None') return null;
  const items = sequenceItems(index);
  // Lists in a list are levels of labels.
  const isPlainOrTuples = !items || items.every(isPlain) || items.every(({ kind }) => kind === 'tuple');
  const rows = index.kind === 'dict' || !isPlainOrTuples ? null : filledWith(index).rows;
  const isIndex = index.kind === 'instance' && index.cls === INDEX;
  return {
    rows: rows ?? open('how many labels the rows have is not known'),
    labels: isIndex ? (tableOf(index)?.labels ?? null) : null,
  };
}

/** A table with the rows that have the given labels; those that it has not are empty. */
function reindexed(table: TablePayload, given: Given | null): TablePayload {
  if (!given || (table.labels === given.labels && table.rows === given.rows)) return table;
  return table.retyped(() => '?').withRows(given.rows, () => null, given.labels);
}

/** A table whose rows get the labels; there must be as many. */
function labelled(table: TablePayload, given: Given | null, context: Context): TablePayload | Value {
  if (!given) return table.labelled(NUMBERED);
  if (surelyDiffer(table.rows, given.rows)) {
    return refused(`${String(given.rows)} labels are given for ${String(table.rows)} rows`, context);
  }
  return table.labelled(given.labels);
}

function refused(message: string, context: Context): Value {
  const failed = failure('incompatible-shapes', message, {});
  return context.refuse(refusal(failed, 'other'), context.unknown(message));
}

/** `pd.DataFrame(data, index=…, columns=…)` */
export function frameMade(data: Value, index: Value, columns: Value, context: Context): TablePayload | Value {
  for (const one of [data, columns]) if (one.kind === 'unknown') return one;
  const names = columns.kind === 'None' ? null : namesOf(columns);
  if (columns.kind !== 'None' && !names) return context.unknown('the names of the columns are not known');
  const given = givenLabels(index);
  if (data.kind === 'None') {
    const empty = (names ?? []).map((name): Column => ({ name, dtype: 'object', data: given ? null : [] }));
    return tableOfColumns(given?.rows ?? 0, empty, given ? given.labels : NUMBERED);
  }
  if (data.kind === 'dict') return ofDict(data, given, names, context);
  const table = tableOf(data);
  if (table) {
    const whole = names && table.shape.length === 2 ? chosen(table, names) : asFrame(table, names);
    return reindexed(whole, given);
  }
  if (data.kind === 'list' && data.uncertain) return unknown(data.uncertain);
  const made = withoutLabels(data, names, context);
  return made instanceof TablePayload ? labelled(made, given, context) : made;
}

/** A table of what has no labels of its own. */
function withoutLabels(
  data: Value,
  names: readonly (string | number)[] | null,
  context: Context,
): TablePayload | Value {
  const items = sequenceItems(data);
  if (items?.length === 0)
    return tableOfColumns(
      0,
      (names ?? []).map((name) => ({ name, dtype: 'object', data: [] })),
      null,
    );
  if (items?.some(({ kind }) => kind === 'dict')) return ofRecords(items, names, context);
  if (items?.some(({ kind }) => kind === 'list' || kind === 'tuple')) return ofRows(items, names, context);
  if (!items && data.kind !== 'tensor') return context.unknown('what the table is made of is not followed');
  return ofArray(data, names, context);
}

/** Some columns of a table; one that it has not is empty. */
function chosen(table: TablePayload, names: readonly (string | number)[]): TablePayload {
  const columns = names.map((name) => table.column(name) ?? { name, dtype: '?', data: null });
  return tableOfColumns(table.rows, columns, table.labels);
}

function asFrame(table: TablePayload, names: readonly (string | number)[] | null): TablePayload {
  if (table.shape.length === 2) return table;
  const [only] = table.columns ?? [];
  const name = names?.[0] ?? only?.name ?? 0;
  return tableOfColumns(table.rows, [{ name, dtype: table.dtype, data: only?.data ?? null }], table.labels);
}

function ofDict(
  data: Value & { readonly kind: 'dict' },
  given: Given | null,
  names: readonly (string | number)[] | null,
  context: Context,
): TablePayload | Value {
  if (data.uncertain) return unknown(data.uncertain);
  const entries = [...data.entries.values()];
  const keys = namesOf(tuple(entries.map(({ key }) => key)));
  if (!keys) return context.unknown('the names of the columns are not followed');
  const values = entries.map(({ value }) => value);
  const rows = given ? withCount(given, values) : rowsOfDict(values, context);
  if ('kind' in rows) return rows;
  const columns = values.map((value, i): Column => {
    const name = keys[i] as string | number;
    const table = tableOf(value);
    const isOther = table && table !== rows && !(table.labels === rows.labels && table.rows === rows.rows);
    if (isOther || value.kind === 'dict') return { name, dtype: '?', data: null };
    const { dtype, data: own, rows: count } = filledWith(value);
    return { name, dtype, data: count === null ? null : own };
  });
  const uneven = given && values.map(lengthOfColumn).find((count) => count !== null && surelyDiffer(count, given.rows));
  if (uneven) return refused(`${String(given.rows)} labels are given for ${String(uneven)} rows`, context);
  const table = tableOfColumns(rows.rows, columns, rows.labels);
  return names ? chosen(table, names) : table;
}

/** Labels of which it is not known how many there are are as many as a column without labels has rows. */
function withCount(given: Given, values: readonly Value[]): Given {
  const count = isKnown(given.rows)
    ? undefined
    : values.map(lengthOfColumn).find((one) => one !== null && isKnown(one));
  return count === undefined || count === null ? given : { ...given, rows: count };
}

/** How many rows a column without labels has; null for one with labels, and for one value, which is repeated. */
function lengthOfColumn(value: Value): Dimension | null {
  return tableOf(value) || value.kind === 'dict' ? null : filledWith(value).rows;
}

/** The rows that the columns of a dict make: those with labels, which are dicts and tables, decide. */
function rowsOfDict(values: readonly Value[], context: Context): Given | Value {
  const tables = values.flatMap((value) => tableOf(value) ?? []);
  const dicts = values.flatMap((value) => (value.kind === 'dict' ? [value] : []));
  const plain = values.flatMap((value) => lengthOfColumn(value) ?? []);
  const [first = 0] = plain;
  const differing = plain.find((rows) => surelyDiffer(first, rows));
  if (differing !== undefined) {
    return refused(`the columns have different numbers of rows: ${String(first)} and ${String(differing)}`, context);
  }
  if (tables.length + dicts.length === 0) {
    if (plain.length === 0 && values.length > 0) {
      return values.every(isPlain)
        ? refused('all columns are single values, and `index=` does not say how many rows there are', context)
        : context.unknown('what the columns are made of is not known');
    }
    return { rows: plain.find(isKnown) ?? first, labels: NUMBERED };
  }
  const [one, ...others] = tables;
  if (one && dicts.length === 0 && others.every((other) => one.isBeside(other))) return one;
  const apart: Given = { rows: open('the columns are put together by labels'), labels: null };
  if (one || plain.length > 0) return apart;
  const labels = new Set<string | number>();
  for (const dict of dicts) {
    const own = dict.uncertain ? null : namesOf(tuple([...dict.entries.values()].map(({ key }) => key)));
    if (!own) return apart;
    for (const label of own) labels.add(label);
  }
  return { rows: labels.size, labels: null };
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
  const table = tableOfColumns(items.length, columns, null);
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
  return tableOfColumns(items.length, columns, null);
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
  if (anyShape.length === 1 && dtype === '?') return context.unknown('whether its elements are records is not known');
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
  return tableOfColumns(rows, columns, null);
}

/** `pd.Series(data, index=…)` */
export function seriesMade(data: Value, index: Value, name: Value, context: Context): TablePayload | Value {
  const label = name.kind === 'str' || name.kind === 'int' ? (name.value as string | number) : null;
  const given = givenLabels(index);
  const made = (rows: Dimension, { dtype, data: values }: Omit<Filled, 'rows'>, labels: RowLabels | null) =>
    new TablePayload([rows], dtype, [{ name: label, dtype, data: values }], labels);
  if (data.kind === 'dict' && !data.uncertain) {
    const own = filledWith(tuple([...data.entries.values()].map(({ value }) => value)));
    return reindexed(made(data.entries.size, own, null), given);
  }
  const table = tableOf(data);
  if (table) {
    if (table.shape.length !== 1) return context.unknown('what the series is made of is not followed');
    return reindexed(made(table.rows, filledWith(data), table.labels), given);
  }
  if (data.kind === 'dict' || data.kind === 'None' || data.kind === 'instance') {
    return context.unknown('what the series is made of is not followed');
  }
  const found = filledWith(data);
  if (found.rows === null) return made(given?.rows ?? 1, { ...found, data: null }, given ? given.labels : NUMBERED);
  return labelled(made(found.rows, found, null), given, context);
}
