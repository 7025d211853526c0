/** What `import pandas` gives: tables from files, of which ranks are known, and tables made of data. */
import { type Dimension, sum, unknownDimension } from '../../shapes/dimension';
import { hasRank } from '../../shapes/shape';
import type { Context } from '../../values/context';
import { Namespace } from '../../values/heap';
import { numpyArray } from '../../values/tensor';
import { InstanceValue, ModuleValue, type NativeFunction, NONE, tuple, unknown, type Value } from '../../values/value';
import { nativeFunction, pythonFunction } from '../native';
import { asArray } from '../numpy/define';
import { integerOf, sequenceItems } from '../params';
import './members';
import { DATA_FRAME, frame, SERIES, series, TablePayload, tableOf } from './table';

const open = (text: string): Dimension => unknownDimension({ text });
const PARTIAL = ['chunksize', 'iterator', 'squeeze', 'sheet_name', 'typ', 'lines'];

/** A table of a file: its rows and columns are not known, but those that the call counts. */
function reading(name: string): NativeFunction {
  return nativeFunction(name, null, ({ keywords, uncertain }, context) => {
    if (uncertain || PARTIAL.some((one) => keywords.has(one))) {
      const sheet = keywords.get('sheet_name');
      if (uncertain || keywords.size === 0 || !(sheet?.kind === 'str' || sheet?.kind === 'int')) {
        return context.unknown('what is read of the file is not followed');
      }
    }
    return frame(open('how many rows the file has is not known'), columnsRead(keywords));
  });
}

function columnsRead(keywords: ReadonlyMap<string, Value>): Dimension {
  const used = keywords.get('usecols');
  const chosen = used?.kind === 'list' || used?.kind === 'tuple' ? sequenceItems(used) : null;
  const index = keywords.get('index_col');
  const plain = !index || index.kind === 'None' || (index.kind === 'bool' && !index.value);
  if (chosen && plain) return chosen.length;
  return open('how many columns the file has is not known');
}

const READERS =
  'read_csv read_excel read_table read_json read_pickle read_parquet read_feather read_hdf read_sql read_fwf'.split(
    ' ',
  );

function textsOf(value: Value): readonly string[] | null {
  const items = sequenceItems(value);
  return items?.every((item) => item.kind === 'str')
    ? items.map((item) => (item.kind === 'str' ? item.value : ''))
    : null;
}

function tableMade(data: Value, columns: Value, context: Context): TablePayload | Value {
  const table = tableOf(data);
  const names = textsOf(columns);
  if (table && table.shape.length === 2)
    return new TablePayload(
      [table.shape[0] as Dimension, names?.length ?? (table.shape[1] as Dimension)],
      table.dtype,
      names ?? table.names,
    );
  if (data.kind === 'dict') {
    if (data.uncertain) return unknown(data.uncertain);
    const keys = [...data.entries.values()];
    const found = keys.flatMap(({ value }) => rowsIn(value));
    const own = textsOf(tuple(keys.map(({ key }) => key)));
    if (columns.kind !== 'None') return context.unknown('which columns are taken is not followed');
    return new TablePayload(
      [found.find((rows) => typeof rows === 'number') ?? found[0] ?? open('it is not known'), keys.length],
      '?',
      own,
    );
  }
  if (data.kind !== 'tensor' && data.kind !== 'list' && data.kind !== 'tuple') {
    return context.unknown('what the table is made of is not followed');
  }
  if (data.kind === 'list' && data.items.some(({ kind }) => kind === 'dict' || kind === 'instance')) {
    return context.unknown('what the table is made of is not followed');
  }
  const { anyShape, dtype } = asArray(data, { callee: 'DataFrame', parameter: 'data' });
  if (!hasRank(anyShape) || anyShape.length === 0 || anyShape.length > 2) {
    return context.unknown('what the table is made of is not known');
  }
  const [rows, width = 1] = anyShape as readonly [Dimension, Dimension?];
  return new TablePayload([rows, names?.length ?? width], dtype, names);
}

function rowsIn(value: Value): readonly Dimension[] {
  if (value.kind === 'tensor') return hasRank(value.shape) && value.shape[0] !== undefined ? [value.shape[0]] : [];
  const table = tableOf(value);
  if (table) return [table.shape[0] as Dimension];
  if (value.kind === 'list' && value.uncertain) return [unknownDimension(value.uncertain)];
  const items = sequenceItems(value);
  return items ? [items.length] : [];
}

/** A class whose instances hold what a function makes of the arguments. */
function initializing(
  cls: typeof DATA_FRAME,
  declaration: string,
  make: (context: Context, values: readonly Value[]) => TablePayload | Value,
): void {
  cls.members.declare(
    '__new__',
    pythonFunction(declaration, (context, _cls: Value, ...values: Value[]) => {
      const found = context.attempt(() => make(context, values));
      if ('error' in found) throw found.error;
      return found.value instanceof TablePayload
        ? new InstanceValue(context.heap.identity(), cls, found.value)
        : found.value;
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
  (context, [data = NONE, , columns = NONE]) => tableMade(data, columns, context),
);
initializing(
  SERIES,
  '__new__(cls, data=None, index=None, dtype=None, name=None, copy=None)',
  (context, [data = NONE]) => {
    const [rows] = rowsIn(data);
    return rows === undefined
      ? context.unknown('what the series is made of is not followed')
      : new TablePayload([rows], '?');
  },
);

function concatenated(parts: Value, axis: number | undefined, context: Context): Value {
  const tables = (sequenceItems(parts) ?? []).map(tableOf);
  const found = tables.flatMap((one) => (one && one.shape.length === 2 ? [one] : []));
  const [first] = found;
  if (!first || found.length < tables.length || axis === undefined)
    return context.unknown('what is put together is not known');
  const rows = sum(found.map(({ shape }) => shape[0] as Dimension));
  const alike = found.every(({ names }) => names !== null && names.join() === first.names?.join());
  if (axis === 0)
    return frame(rows, alike ? (first.shape[1] as Dimension) : open('the tables may have different columns'));
  const columns = sum(found.map(({ shape }) => shape[1] as Dimension));
  return frame(open('rows are put together by labels'), columns);
}

const FUNCTIONS: readonly NativeFunction[] = [
  ...READERS.map(reading),
  pythonFunction(
    'concat(objs, axis=0, join="outer", ignore_index=False, **kwargs)',
    (context, parts: Value, axis: Value) => concatenated(parts, integerOf(axis), context),
  ),
  nativeFunction('get_dummies', null, ({ positional: [data], keywords }, context) => {
    const given = data ?? keywords.get('data');
    const [rows] = given ? rowsIn(given) : [];
    if (rows === undefined) return context.unknown('what is encoded is not known');
    return frame(rows, open('how many different values there are is not known'));
  }),
  ...['to_numeric', 'to_datetime'].map((name) =>
    nativeFunction(name, null, ({ positional: [data] }, context) => {
      const [rows] = data ? rowsIn(data) : [];
      return tableOf(data) && rows !== undefined
        ? series(rows)
        : context.unknown(`what \`${name}\` gives is not followed`);
    }),
  ),
  nativeFunction('factorize', null, ({ positional: [data] }, context) => {
    const [rows] = data ? rowsIn(data) : [];
    if (rows === undefined) return context.unknown('what is encoded is not known');
    return tuple([numpyArray([rows], 'int64'), series(open('how many different values there are is not known'))]);
  }),
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
