/** What `import pandas` gives: tables from files, of which ranks are known, and tables made of data. */
import { type Dimension, isKnown, sum } from '../../shapes/dimension';
import type { Context } from '../../values/context';
import { Namespace } from '../../values/heap';
import type { Element } from '../../values/tensor';
import { numpyArray } from '../../values/tensor';
import {
  type ClassValue,
  InstanceValue,
  ModuleValue,
  type NativeFunction,
  NONE,
  tuple,
  unknown,
  type Value,
} from '../../values/value';
import { nativeFunction, pythonFunction } from '../native';
import { distinct, type Plain } from '../numpy/elements';
import { typeOf } from '../numpy/types';
import { integerOf, sequenceItems } from '../params';
import { merge } from './grouping';
import './accessors';
import './members';
import { filledWith, frameMade, namesOf, present, seriesMade } from './making';
import { alongOf } from './methods';
import {
  type Column,
  DATA_FRAME,
  frame,
  indexValue,
  NUMBERED,
  open,
  RowLabels,
  SERIES,
  series,
  TablePayload,
  tableOf,
  tableOfColumns,
  tableValue,
} from './table';

const PARTIAL = ['chunksize', 'iterator', 'squeeze', 'sheet_name', 'typ', 'lines'];

const NUMBERING = /^read_(?:csv|excel|table|fwf)$/;

/** A table of a file: its rows and columns are not known, but those that the call counts or names. */
function reading(name: string): NativeFunction {
  return nativeFunction(name, null, ({ keywords, uncertain }, context) => {
    const sheet = keywords.get('sheet_name');
    const partial = PARTIAL.some((one) => keywords.has(one) && one !== 'sheet_name');
    if (uncertain || partial || (sheet && sheet.kind !== 'str' && sheet.kind !== 'int')) {
      return context.unknown('what is read of the file is not followed');
    }
    const rows = open('how many rows the file has is not known');
    const names = namesRead(keywords);
    // Other files have labels of their own.
    const labels = NUMBERING.test(name) && !isGiven(keywords.get('index_col')) ? NUMBERED : null;
    if (names) return tableValue(tableOfColumns(rows, names, labels));
    return frame(rows, columnsRead(keywords), '?', labels);
  });
}

const isGiven = (value: Value | undefined): value is Value =>
  value !== undefined && value.kind !== 'None' && !(value.kind === 'bool' && !value.value);

/** The columns that `names=` gives to a file. */
function namesRead(keywords: ReadonlyMap<string, Value>): readonly Column[] | null {
  const given = keywords.get('names');
  if (!isGiven(given) || isGiven(keywords.get('usecols')) || isGiven(keywords.get('index_col'))) return null;
  return namesOf(given)?.map((name) => ({ name, dtype: '?', data: null })) ?? null;
}

function columnsRead(keywords: ReadonlyMap<string, Value>): Dimension {
  const used = keywords.get('usecols');
  const chosen = used?.kind === 'list' || used?.kind === 'tuple' ? sequenceItems(used) : null;
  if (chosen && !isGiven(keywords.get('index_col'))) return chosen.length;
  return open('how many columns the file has is not known');
}

const READERS =
  'read_csv read_excel read_table read_json read_pickle read_parquet read_feather read_hdf read_sql read_fwf'.split(
    ' ',
  );

/** A class whose instances hold what a function makes of the arguments. */
function initializing(
  cls: ClassValue,
  declaration: string,
  make: (context: Context, values: readonly Value[]) => TablePayload | Value,
): void {
  cls.members.declare(
    '__new__',
    pythonFunction(declaration, (context, _cls: Value, ...values: Value[]) => {
      const found = make(context, values);
      return found instanceof TablePayload ? new InstanceValue(context.heap.identity(), cls, found) : found;
    }),
  );
  cls.members.declare(
    '__init__',
    nativeFunction('__init__', null, () => NONE),
  );
}

initializing(
  DATA_FRAME,
  '__new__(cls, data=None, index=None, columns=None, dtype=None, copy=None)',
  (context, [data = NONE, index = NONE, columns = NONE, dtype = NONE]) => {
    const made = frameMade(data, index, columns, context);
    if (!(made instanceof TablePayload) || dtype.kind === 'None') return made;
    const type = typeOf(dtype) ?? '?';
    return made.retyped(() => type);
  },
);
initializing(
  SERIES,
  '__new__(cls, data=None, index=None, dtype=None, name=None, copy=None)',
  (context, [data = NONE, index = NONE, dtype = NONE, name = NONE]) => {
    const made = seriesMade(data, index, name, context);
    if (!(made instanceof TablePayload) || dtype.kind === 'None') return made;
    const type = typeOf(dtype) ?? '?';
    return made.retyped(() => type);
  },
);

function concatenated(parts: Value, axis: number | undefined, renumbers: boolean, context: Context): Value {
  const given = sequenceItems(parts) ?? [];
  const found = given.flatMap((one) => tableOf(one) ?? []);
  const [first] = found;
  if (!first || found.length < given.length || axis === undefined)
    return context.unknown('what is put together is not known');
  const rank = first.shape.length;
  if (found.some(({ shape }) => shape.length !== rank)) return context.unknown('what is put together is not followed');
  return tableValue(axis === 1 ? sideBySide(first, found, renumbers) : below(first, found, renumbers));
}

function sideBySide(first: TablePayload, found: readonly TablePayload[], renumbers: boolean): TablePayload {
  const fits = found.every((one) => one === first || first.isBeside(one));
  const rows = fits ? first.rows : open('rows are put together by labels');
  const labels = fits ? first.labels : null;
  const columns = found.flatMap((one) => one.columns ?? []);
  if (!renumbers && found.every(({ columns: own }) => own !== null)) {
    const named = columns.map((column, i) => ({ ...column, name: column.name ?? i, data: fits ? column.data : null }));
    return tableOfColumns(rows, fits ? named : named.map((column) => ({ ...column, dtype: '?' })), labels);
  }
  const width = sum(found.map(({ shape }) => (shape.length === 1 ? 1 : (shape[1] as Dimension))));
  return new TablePayload([rows, width], '?', null, labels);
}

function below(first: TablePayload, found: readonly TablePayload[], renumbers: boolean): TablePayload {
  const known = sum(found.map((one) => one.rows));
  // Not the number of rows of one of them, of which it is not known either.
  const rows = isKnown(known) ? known : open('how many rows the tables have together is not known');
  const isPlain = found.every(({ labels }) => labels.levels?.length === 1 && labels.levels[0] === null);
  const labels = renumbers ? NUMBERED : new RowLabels(false, isPlain ? [null] : null);
  if (first.shape.length === 1) {
    const dtype = same(found.map((one) => one.dtype));
    return new TablePayload([rows], dtype, [{ name: null, dtype, data: null }], labels);
  }
  const names = (table: TablePayload) => table.names?.join('\n');
  if (first.names === null || found.some((table) => names(table) !== names(first))) {
    return new TablePayload([rows, open('the tables may have different columns')], '?', null, labels);
  }
  const columns = (first.columns ?? []).map((column, i): Column => {
    const types = found.map((table) => table.columns?.[i]?.dtype ?? '?');
    return { ...column, dtype: same(types), data: null };
  });
  return tableOfColumns(rows, columns, labels);
}

function same(types: readonly string[]): string {
  return types.every((type) => type === types[0]) ? (types[0] ?? '?') : '?';
}

const ENCODED = 'prefix=None, prefix_sep="_", dummy_na=False, columns=None, sparse=False, drop_first=False, dtype=None';

/** A column of bools for each of a column's values, where they are known. */
const getDummies = pythonFunction(`get_dummies(data, ${ENCODED})`, (context, data: Value, ...values: Value[]) => {
  const [, , na = NONE, columns = NONE, , first = NONE, dtype = NONE] = values;
  const [missing, dropped] = [context.truth(na), context.truth(first)];
  const type = dtype.kind === 'None' ? 'bool' : (typeOf(dtype) ?? '?');
  const table = tableOf(data);
  const plain = missing === false && typeof dropped === 'boolean';
  const encoded = (labels: readonly Element[]): Column[] => {
    const names = distinct(present(labels) as readonly Plain[]).slice(dropped === true ? 1 : 0);
    return names.map((name) => ({ name: String(name), dtype: type, data: null }));
  };
  const many = () => open('how many different values there are is not known');
  if (table?.shape.length === 2) {
    if (!plain || !table.columns) return tableValue(table.withColumns(many()));
    const wanted = columns.kind === 'None' ? null : namesOf(columns);
    if (columns.kind !== 'None' && !wanted) {
      return tableValue(table.withColumns(open('which columns are encoded is not known')));
    }
    const isEncoded = (column: Column) =>
      wanted ? column.name !== null && wanted.includes(column.name) : column.dtype === 'object';
    const isOpen = table.columns.some((column) => column.dtype === '?' || (isEncoded(column) && !column.data));
    if (isOpen) return tableValue(table.withColumns(many()));
    const kept = table.columns.filter((column) => !isEncoded(column));
    const made = table.columns.filter(isEncoded).flatMap(({ data: labels }) => encoded(labels ?? []));
    return tableValue(tableOfColumns(table.rows, [...kept, ...made], table.labels));
  }
  if (data.kind === 'unknown') return data;
  const { rows, data: known } = filledWith(data);
  if (rows === null) return context.unknown('what is encoded is not known');
  const labels = table ? table.labels : NUMBERED;
  if (!known || !plain) return frame(rows, many(), '?', labels);
  return tableValue(tableOfColumns(rows, encoded(known), labels));
});

/** A Series of as many rows as what is given. */
function converting(name: string): NativeFunction {
  return nativeFunction(name, null, ({ positional: [data] }, context) => {
    const table = tableOf(data);
    return table?.shape.length === 1
      ? series(table.rows, '?', table.labels)
      : context.unknown(`what \`${name}\` gives is not followed`);
  });
}

const FUNCTIONS: readonly NativeFunction[] = [
  ...READERS.map(reading),
  pythonFunction(
    'concat(objs, axis=0, join="outer", ignore_index=False, **kwargs)',
    (context, parts: Value, axis: Value, _join: Value, ignore: Value) => {
      const renumbers = context.truth(ignore);
      if (typeof renumbers !== 'boolean') return renumbers;
      return concatenated(parts, alongOf(axis), renumbers, context);
    },
  ),
  getDummies,
  merge,
  converting('to_numeric'),
  converting('to_datetime'),
  pythonFunction(
    'factorize(values, sort=False, use_na_sentinel=True, size_hint=None)',
    (context, data: Value, _sort: Value, sentinel: Value) => {
      const { rows, data: values } = filledWith(data);
      if (rows === null) return context.unknown('what is encoded is not known');
      const drops = context.truth(sentinel);
      const kept = values && typeof drops === 'boolean' ? new Set(drops ? present(values) : values).size : null;
      const count = kept ?? open('how many different values there are is not known');
      return tuple([numpyArray([rows], 'int64'), series(count, '?', null)]);
    },
  ),
  pythonFunction('Index(data=None, *args, **kwargs)', (context, data: Value) => {
    if (data.kind === 'None') return context.unknown('what the labels are is not known');
    const { rows, data: names } = filledWith(data);
    return rows === null ? context.unknown('what the labels are is not known') : indexValue(rows, names, null);
  }),
  pythonFunction(
    'date_range(start=None, end=None, periods=None, freq=None, *args, **kwargs)',
    (_context, _start: Value, _end: Value, periods: Value) =>
      indexValue(integerOf(periods) ?? open('how many dates there are is not known'), null, null),
  ),
  ...['cut', 'qcut'].map((name) =>
    nativeFunction(name, null, ({ positional: [data], keywords }, context) => {
      const table = tableOf(data);
      return table?.shape.length === 1 && !isGiven(keywords.get('retbins'))
        ? series(table.rows, '?', table.labels)
        : context.unknown(`what \`${name}\` gives is not followed`);
    }),
  ),
  ...['isnull', 'isna', 'notnull', 'notna'].map((name) =>
    nativeFunction(name, null, ({ positional: [data] }, context) => {
      const table = tableOf(data);
      return table
        ? tableValue(table.retyped(() => 'bool'))
        : context.unknown(`what \`${name}\` gives is not followed`);
    }),
  ),
];

const NAMES: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['DataFrame', DATA_FRAME],
  ['Series', SERIES],
  ...FUNCTIONS.map((one) => [one.name, one] as const),
]);

/** The module of one run; what is inside of it is not followed. */
export function pandasModule(): ModuleValue {
  return new ModuleValue('pandas', new Namespace<Value>(undefined, true), {
    complete: false,
    names: () => NAMES.keys(),
    member: (name) => NAMES.get(name) ?? unknown({ text: `\`pandas.${name}\` is not followed` }),
  });
}
