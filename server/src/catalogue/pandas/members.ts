/** What DataFrames and Series of pandas can do, as far as it decides rows and columns. */
import { type Dimension, isKnown } from '../../shapes/dimension';
import { isFloating, isInteger } from '../../shapes/dtype';
import { args } from '../../values/arguments';
import type { Context } from '../../values/context';
import { type Element, numpyArray } from '../../values/tensor';
import {
  bool,
  type ClassValue,
  type InstanceValue,
  int,
  ListValue,
  type NativeFunction,
  NONE,
  tuple,
  unknown,
  type Value,
} from '../../values/value';
import { nativeFunction, property, pythonFunction } from '../native';
import { shapeTuple, sizeValue } from '../numpy/lengths';
import { pythonNumber } from '../numpy/ndarray';
import { typeOf } from '../numpy/types';
import { filledWith, namesOf, present } from './making';
import { alongOf, changing, given, isAlongColumns, method, type Options, plain } from './methods';
import { operators } from './operators';
import { columnSet, columnsOf, indexer, positionOf, rowsOf, withColumn, withoutColumns } from './picking';
import {
  arrayOf,
  ColumnLabels,
  DATA_FRAME,
  frame,
  INDEX,
  indexValue,
  NUMBERED,
  open,
  RowLabels,
  SERIES,
  series,
  seriesOf,
  TablePayload,
  tableOf,
  tableOfColumns,
  tableValue,
} from './table';

const fewer = () => open('how many rows are left is not known');

/** The same rows, whose values are not known. */
const changed = (table: TablePayload) => table.retyped((dtype) => dtype);
const untyped = (table: TablePayload) => table.retyped(() => '?');
/** Numbers stay what they are: ints have no gaps, and floats are filled with floats. */
const filled = (table: TablePayload) =>
  table.retyped((dtype) => (isInteger(dtype) || isFloating(dtype) || dtype === 'bool' ? dtype : '?'));
/** Whether no value can be missing. */
const isWhole = ({ columns }: TablePayload) =>
  columns?.every(({ dtype }) => isInteger(dtype) || dtype === 'bool') ?? false;
const withFewerRows = (table: TablePayload) => table.withRows(fewer());
const someColumns = () => open('how many columns are left is not known');
const isTrue = (value: Value | undefined) => value?.kind === 'bool' && value.value;

/** Fewer rows or, with `axis=1`, columns. */
function withSome(table: TablePayload, options: Options): TablePayload {
  if (isAlongColumns(options.get('axis'))) return table.withColumns(someColumns());
  const left = withFewerRows(table);
  return isTrue(options.get('ignore_index')) ? left.labelled(NUMBERED) : left;
}

const CHANGED = 'infer_objects abs clip round'.split(' ');
const UNTYPED = 'interpolate replace convert_dtypes diff pct_change cumsum cumprod mask where rename_axis'.split(' ');
const FILLING = 'fillna ffill bfill'.split(' ');
const SORTED = 'sort_values sort_index'.split(' ');
const FEWER = 'drop_duplicates query nlargest nsmallest truncate last first'.split(' ');
const TESTS = 'isnull isna notnull notna isin between'.split(' ');
function shared(): NativeFunction[] {
  return [
    changing('copy', (table) => table),
    ...CHANGED.map((name) => changing(name, changed)),
    ...UNTYPED.map((name) => changing(name, untyped)),
    ...FILLING.map((name) => changing(name, filled)),
    ...SORTED.map((name) =>
      changing(name, (table, options) => {
        if (isAlongColumns(options.get('axis'))) return changed(table).unnamed;
        return isTrue(options.get('ignore_index')) ? table.reordered.labelled(NUMBERED) : table.reordered;
      }),
    ),
    ...FEWER.map((name) => changing(name, withSome)),
    changing('dropna', (table, options) => (isWhole(table) ? table : withSome(table, options))),
    changing('rank', (table, options) =>
      options.has('numeric_only') && !numeric(table) ? table.withColumns(someColumns()) : untyped(table),
    ),
    nativeFunction('shift', null, ({ positional: [self, by], keywords, uncertain }, context) => {
      const table = tableOf(self);
      const periods = by ?? keywords.get('periods');
      // A list of them makes columns; a frequency changes labels.
      if (!table || uncertain || (periods && periods.kind !== 'int') || keywords.has('freq')) {
        return context.unknown('what is shifted is not followed');
      }
      return tableValue(untyped(table));
    }),
    ...operators(),
    ...TESTS.map((name) => plain(name, (table) => tableValue(table.retyped(() => 'bool')))),
    plain('duplicated', (table) => series(table.rows, 'bool', table.labels)),
    plain('__neg__', (table) => tableValue(changed(table))),
    plain('__invert__', (table) => {
      const [only] = table.columns ?? [];
      if (table.shape.length === 2 || table.dtype !== 'bool' || !only?.data) return tableValue(changed(table));
      return seriesOf(table.rows, { ...only, data: only.data.map((one) => !one) }, table.labels);
    }),
    plain('__len__', (table, context) => sizeValue(table, 0, table.rows, context)),
    method('astype(self, dtype, copy=None, errors="raise")', (table, _context, [type]) => {
      const made = type && type.kind !== 'dict' ? (typeOf(type) ?? '?') : '?';
      return tableValue(table.retyped(() => made));
    }),
    method('to_numpy(self, dtype=None, copy=False, na_value=None)', (table, _context, [type]) => {
      const array = arrayOf(table);
      if (!type || type.kind === 'None') return array;
      const made = typeOf(type) ?? '?';
      return numpyArray(array.shape, made, made === array.dtype ? array.data : null);
    }),
    ...['head', 'tail'].map((name) =>
      method(`${name}(self, n=5)`, (table, _context, [n]) => {
        const [wanted, { rows }] = [positionOf(n), table];
        if (wanted === undefined || !isKnown(rows) || wanted < 0) return tableValue(withFewerRows(table));
        const count = Math.min(wanted, rows);
        return tableValue(
          table.withRows(count, (data) => (name === 'head' ? data.slice(0, count) : data.slice(rows - count))),
        );
      }),
    ),
    method(
      'sample(self, n=None, frac=None, replace=False, weights=None, random_state=None, axis=None, ignore_index=False)',
      (table, context, [n, share, replace, , , axis, ignore]) => {
        if (isAlongColumns(axis)) return tableValue(table.withColumns(someColumns()));
        const wanted = positionOf(n);
        const part = share && (share.kind === 'float' || share.kind === 'int') ? Number(share.value) : null;
        const { rows } = table;
        const labels =
          (isTrue(ignore) ? NUMBERED : context.truth(replace ?? NONE) === false ? table.labels.ofSome : null) ?? null;
        const some = (count: Dimension) => tableValue(table.withRows(count, () => null, labels));
        if (n && n.kind !== 'None') return some(wanted ?? fewer());
        if (part === 1 && labels !== NUMBERED && labels) return tableValue(table.reordered);
        if (part === 1) return some(rows);
        if (part === null && (!share || share.kind === 'None')) return some(1);
        return some(part !== null && isKnown(rows) ? rounded(part * rows) : fewer());
      },
    ),
    method('pop(self, item)', (table, context, [key], self) => {
      if (table.shape.length === 2) {
        const taken = columnsOf(table, key ?? NONE, context);
        self.setPayload(context.heap, withoutColumns(table, key ?? NONE));
        return taken;
      }
      self.setPayload(context.heap, withFewerRows(table));
      return context.unknown('it is a value of the table');
    }),
    method('update(self, other, *args, **kwargs)', (table, context, _values, self) => {
      self.setPayload(context.heap, untyped(table));
      return NONE;
    }),
  ];
}

/** Python's `round`: halves go to the even number. */
function rounded(number: number): number {
  const low = Math.floor(number);
  const rest = number - low;
  return rest === 0.5 ? low + (low % 2) : Math.round(number);
}

const numeric = (table: TablePayload) =>
  table.columns
    ? table.columns.every(({ dtype }) => isInteger(dtype) || isFloating(dtype))
    : isInteger(table.dtype) || isFloating(table.dtype);

const MEANS = ['mean', 'std', 'var', 'median', 'sem', 'skew'];
const TOTALS = ['min', 'max', 'sum', 'prod'];
const COUNTS = ['nunique', 'count'];

/** One number for each column, or with `axis=1` for each row. */
function reduced(name: string): NativeFunction {
  return nativeFunction(name, null, ({ positional: [self, ...rest], keywords }, context) => {
    const table = tableOf(self);
    const axis = rest[0] ?? keywords.get('axis');
    const along = axis ? alongOf(axis) : 0;
    if (!table || along === undefined || rest.length > 1) return context.unknown('what is summed up is not followed');
    const narrow = isFloating(table.dtype) && table.dtype !== 'float64';
    const type = !numeric(table)
      ? '?'
      : COUNTS.includes(name)
        ? 'int64'
        : MEANS.includes(name)
          ? narrow
            ? table.dtype
            : 'float64'
          : TOTALS.includes(name)
            ? table.dtype
            : 'bool';
    if (along === 1) return series(table.rows, type, table.labels);
    if (keywords.has('numeric_only') && !numeric(table)) {
      return series(open('it is not known which are numbers'), type, null);
    }
    return series(table.shape[1] as Dimension, type, new ColumnLabels(table.names));
  });
}

function isNumbers(value: Value | undefined): boolean {
  return value?.kind === 'str' ? value.value === 'number' : value?.kind === 'class' && value.name === 'number';
}

const frameMethods: readonly NativeFunction[] = [
  ...shared(),
  method('__getitem__(self, key)', (table, context, [key]) => columnsOf(table, key ?? NONE, context)),
  method('__setitem__(self, key, value)', (table, context, [key, value], self) => {
    columnSet(self, table, key ?? NONE, value ?? NONE, context);
    return NONE;
  }),
  method('__delitem__(self, key)', (table, context, [key], self) => {
    self.setPayload(context.heap, withoutColumns(table, key ?? NONE));
    return NONE;
  }),
  plain('__iter__', (table, context) => iterated(table.columns?.map(({ name }) => name) ?? null, context)),
  method('__contains__(self, key)', (table, context, [key]) => {
    const named = key?.kind === 'str' || key?.kind === 'int' ? table.column(key.value as string | number) : null;
    return table.columns && named !== null ? bool(named !== undefined) : context.unknown('the names are not known');
  }),
  method('insert(self, loc, column, value, allow_duplicates=False)', (table, context, [at, name, value], self) => {
    const [{ dtype, data, rows }, place] = [filledWith(value ?? NONE), positionOf(at)];
    const label = name?.kind === 'str' || name?.kind === 'int' ? (name.value as string | number) : null;
    const given = tableOf(value);
    const fits = given ? table.isBeside(given) : rows === table.rows;
    const known = place !== undefined && place >= 0 && label !== null && fits;
    const isInOrder = !given || given.labels === table.labels;
    const column = { name: label, dtype: rows === null || known ? dtype : '?', data: known && isInOrder ? data : null };
    const made = withColumn(table, column, place ?? 0);
    self.setPayload(context.heap, place === undefined ? made.unnamed : made);
    return NONE;
  }),
  nativeFunction('assign', null, ({ positional: [self], keywords, uncertain }, context) => {
    const table = tableOf(self);
    if (!table || uncertain) return context.unknown('the table is not known');
    const copy = tableValue(table);
    for (const [name, value] of keywords) {
      const now = tableOf(copy);
      if (now) columnSet(copy, now, { kind: 'str', value: name }, value, context);
    }
    return copy;
  }),
  method(
    'drop(self, labels=None, axis=0, index=None, columns=None, level=None, inplace=False, errors="raise")',
    (table, context, values, self) => {
      const [labels = NONE, axis = NONE, index = NONE, columns = NONE, , inplace] = values;
      const onColumns = columns.kind !== 'None' || isAlongColumns(axis);
      let left = onColumns ? withoutColumns(table, columns.kind === 'None' ? labels : columns) : table;
      if (index.kind !== 'None' || (!onColumns && labels.kind !== 'None')) left = withFewerRows(left);
      return given(left, inplace, self, context);
    },
  ),
  method(
    'reset_index(self, level=None, drop=False, inplace=False, **kwargs)',
    (table, context, [, drop, inplace], self) => {
      return given(withIndexReset(table, drop ? context.truth(drop) : false), inplace, self, context);
    },
  ),
  method(
    'set_index(self, keys, drop=True, append=False, inplace=False, verify_integrity=False)',
    (table, context, [keys = NONE, drop = NONE, append = NONE, inplace], self) => {
      const left = context.truth(drop) === true ? withoutColumns(table, keys) : table;
      const names = keys.kind === 'str' || keys.kind === 'int' ? [keys.value as string | number] : namesOf(keys);
      const levels = context.truth(append) === false && keys.kind !== 'instance' ? names : null;
      return given(left.labelled(new RowLabels(false, levels)), inplace, self, context);
    },
  ),
  method(
    'rename(self, mapper=None, *, index=None, columns=None, axis=None, copy=None, inplace=False, **kwargs)',
    (table, context, [mapper = NONE, index = NONE, columns = NONE, axis, , inplace], self) => {
      if (index.kind !== 'None' || (mapper.kind !== 'None' && !isAlongColumns(axis))) {
        return given(
          columns.kind === 'None' ? table.labelled(null) : table.unnamed.labelled(null),
          inplace,
          self,
          context,
        );
      }
      const names = columns.kind === 'dict' && !columns.uncertain ? [...columns.entries.values()] : null;
      if (columns.kind === 'None' && mapper.kind === 'None') return given(table, inplace, self, context);
      const [from, to] = names
        ? [namesOf(tuple(names.map(({ key }) => key))), namesOf(tuple(names.map(({ value }) => value)))]
        : [null, null];
      const renamed = table.columns?.map((column) => {
        const at = column.name === null ? -1 : (from?.indexOf(column.name) ?? -1);
        return { ...column, name: from && to ? (at < 0 ? column.name : (to[at] ?? null)) : null };
      });
      const left = new TablePayload(table.shape, table.dtype, renamed ?? null, table.labels);
      return given(left, inplace, self, context);
    },
  ),
  method('select_dtypes(self, include=None, exclude=None)', (table, _context, [include, exclude]) => {
    const typed = table.columns?.every(({ dtype }) => dtype !== '?');
    if (!typed || !isNumbers(include) || exclude?.kind !== 'None') {
      return tableValue(table.withColumns(someColumns()));
    }
    const numbers = (table.columns ?? []).filter(({ dtype }) => isInteger(dtype) || isFloating(dtype));
    return tableValue(tableOfColumns(table.rows, numbers, table.labels));
  }),
  nativeFunction('filter', null, ({ positional: [self, first], keywords, uncertain }, context) => {
    const table = tableOf(self);
    const [items = first, axis] = [keywords.get('items'), keywords.get('axis')];
    const names = items?.kind === 'list' ? namesOf(items) : null;
    const byPattern = !items && (keywords.has('like') || keywords.has('regex'));
    if (!table || uncertain || (axis && !isAlongColumns(axis)) || (!names && !byPattern)) {
      return context.unknown('what is left of the table is not followed');
    }
    if (!names || !table.columns) return tableValue(table.withColumns(someColumns()));
    const columns = names.flatMap((name) => table.column(name) ?? []);
    return tableValue(tableOfColumns(table.rows, columns, table.labels));
  }),
  plain('describe', (table, context) =>
    numeric(table)
      ? frame(8, table.shape[1] as Dimension, 'float64', null)
      : context.unknown('which columns are described is not followed'),
  ),
  ...['corr', 'cov'].map((name) =>
    plain(name, (table, context) => {
      const columns = table.shape[1] as Dimension;
      return numeric(table)
        ? frame(columns, columns, 'float64', null)
        : context.unknown('which columns are numbers is not known');
    }),
  ),
  ...[...MEANS, ...TOTALS, ...COUNTS, 'all', 'any'].map(reduced),
];

function iterated(values: readonly (Element | null)[] | null, context: Context): Value {
  if (!values || values.some((value) => value === null)) return context.unknown('the names are not known');
  const items = values.map((value) =>
    pythonNumber(value ?? undefined, typeof value === 'number' ? 'int64' : 'object', context),
  );
  const start = context.attribute(tuple(items), '__iter__');
  return start ? context.call(start, args()) : context.unknown('it cannot be gone through');
}

const dataOf = (table: TablePayload): readonly Element[] | null => table.columns?.[0]?.data ?? null;

/** One number of a Series. */
function total(name: string): NativeFunction {
  return plain(name, (table, context) => {
    const numbers = dataOf(table)?.filter((one): one is number => typeof one === 'number');
    if (!numbers || numbers.length === 0 || numbers.length !== dataOf(table)?.length || !TOTALS.includes(name)) {
      return context.unknown('a number of the table is not known');
    }
    const rules: Readonly<Record<string, (a: number, b: number) => number>> = {
      min: Math.min,
      max: Math.max,
      sum: (a, b) => a + b,
      prod: (a, b) => a * b,
    };
    const rule = rules[name];
    return rule
      ? numpyArray([], table.dtype, [numbers.reduce((a, b) => rule(a, b))])
      : context.unknown('it is not followed');
  });
}

/** The different values in the order in which they come; what is missing is one of them or, most often, left out. */
function unique(table: TablePayload, withMissing = false): readonly Element[] | null {
  const data = dataOf(table);
  return data && [...new Set(withMissing ? data : present(data))];
}

/** Whether missing values count: `dropna=False`. */
function counted(table: TablePayload, dropna: Value | undefined, context: Context): readonly Element[] | null {
  const drops = dropna ? context.truth(dropna) : true;
  return typeof drops === 'boolean' ? unique(table, !drops) : null;
}

/** A table whose labels have become columns again. */
function withIndexReset(table: TablePayload, drops: boolean | Value): TablePayload {
  if (drops === true) return table.labelled(NUMBERED);
  const levels = drops === false ? table.labels.levels : null;
  if (!levels) return table.withColumns(open('how many columns the labels make is not known')).labelled(NUMBERED);
  const wide = [...levels].reverse().reduce<TablePayload>((one, level) => {
    const name = level ?? (one.column('index') ? 'level_0' : 'index');
    return withColumn(one, { name, dtype: '?', data: null });
  }, table);
  return wide.labelled(NUMBERED);
}

const different = () => open('how many different values there are is not known');

const seriesMethods: readonly NativeFunction[] = [
  ...shared(),
  method('__getitem__(self, key)', (table, context, [key]) => {
    const at = positionOf(key);
    const data = dataOf(table);
    if (at !== undefined && data && at >= 0 && at < data.length) return pythonNumber(data[at], table.dtype, context);
    return rowsOf(table, key ?? NONE, context);
  }),
  method('__setitem__(self, key, value)', (table, context, _values, self) => {
    self.setPayload(context.heap, untyped(table));
    return NONE;
  }),
  method('__delitem__(self, key)', (table, context, _values, self) => {
    self.setPayload(context.heap, withFewerRows(table));
    return NONE;
  }),
  plain('__iter__', (table, context) => iterated(dataOf(table), context)),
  plain('map', (table) => tableValue(untyped(table))),
  changing('rename', (table) => untyped(table).labelled(null)),
  changing('drop', withFewerRows),
  method(
    'reset_index(self, level=None, *, drop=False, name=None, inplace=False, **kwargs)',
    (table, context, [, drop = NONE, name = NONE, inplace], self) => {
      const drops = context.truth(drop);
      if (drops === true) return given(table.labelled(NUMBERED), inplace, self, context);
      const label = name.kind === 'str' ? name.value : (table.columns?.[0]?.name ?? 0);
      const column = { name: label, dtype: table.dtype, data: dataOf(table) };
      return tableValue(withIndexReset(tableOfColumns(table.rows, [column], table.labels), drops));
    },
  ),
  plain('unique', (table) => {
    const values = unique(table, true);
    return numpyArray([values?.length ?? different()], table.dtype, values);
  }),
  method('nunique(self, dropna=True)', (table, context, [dropna]) => {
    const values = counted(table, dropna, context);
    return values ? int(values.length) : context.unknown('how many different values there are is not known');
  }),
  method(
    'value_counts(self, normalize=False, sort=True, ascending=False, bins=None, dropna=True)',
    (table, context, [normalize = NONE, , , bins = NONE, dropna]) => {
      const count = bins.kind === 'None' ? counted(table, dropna, context)?.length : positionOf(bins);
      return series(count ?? different(), context.truth(normalize) === false ? 'int64' : 'float64', null);
    },
  ),
  method('to_frame(self, name=None)', (table, _context, [name = NONE]) => {
    const [only] = table.columns ?? [];
    const label = name.kind === 'str' || name.kind === 'int' ? (name.value as string | number) : null;
    const column = { name: label ?? only?.name ?? 0, dtype: table.dtype, data: only?.data ?? null };
    return tableValue(tableOfColumns(table.rows, [column], table.labels));
  }),
  ...['tolist', 'to_list'].map((name) => plain(name, listOf)),
  ...[...MEANS, ...TOTALS, 'count', 'all', 'any'].map(total),
];

function listOf(table: TablePayload, context: Context): Value {
  const why = context.because('it depends on the table');
  const { rows } = table;
  if (!isKnown(rows) || rows > 1024) return new ListValue([], why);
  const data = dataOf(table);
  return new ListValue(
    Array.from({ length: rows }, (_, i) => (data ? pythonNumber(data[i], table.dtype, context) : unknown(why))),
  );
}

/** Attributes of all. */
function attributes(): readonly (readonly [
  string,
  (table: TablePayload, self: InstanceValue, context: Context) => Value,
])[] {
  return [
    ['shape', (table, _self, context) => shapeTuple(table, context)],
    ['ndim', ({ shape }) => int(shape.length)],
    ['values', arrayOf],
    ['iloc', (_table, self) => indexer(self, true)],
    ['loc', (_table, self) => indexer(self, false)],
    [
      'dtypes',
      ({ shape }) =>
        shape.length === 1 ? unknown({ text: 'it is a type' }) : series(shape[1] as Dimension, 'object', null),
    ],
    [
      'T',
      (table) =>
        tableValue(
          table.shape.length === 1
            ? table
            : new TablePayload([...table.shape].reverse(), table.dtype, null, new ColumnLabels(table.names)),
        ),
    ],
  ];
}

function declare(cls: ClassValue, methods: readonly NativeFunction[]): void {
  for (const one of methods) cls.members.declare(one.name, one);
  for (const [name, get] of attributes()) {
    cls.members.declare(
      name,
      property((context, self) => {
        const table = tableOf(self);
        return table && self.kind === 'instance'
          ? get(table, self, context)
          : context.unknown('the table is not known');
      }),
    );
  }
}

declare(DATA_FRAME, frameMethods);
declare(SERIES, seriesMethods);
declare(INDEX, [
  ...seriesMethods,
  method('__contains__(self, key)', (table, context, [key]) => {
    const [data, wanted] = [dataOf(table), key?.kind === 'str' || key?.kind === 'int' ? key.value : null];
    return data && wanted !== null ? bool(data.includes(wanted)) : context.unknown('the labels are not known');
  }),
]);

DATA_FRAME.members.declare(
  'columns',
  property(
    (context, self) => {
      const table = tableOf(self);
      const count = table?.shape[1];
      if (!table || count === undefined) return context.unknown('the table is not known');
      const names = table.columns?.map(({ name }) => name) ?? null;
      return indexValue(count, names?.includes(null) ? null : (names as readonly Element[] | null), null);
    },
    (context, self, value) => {
      const table = tableOf(self);
      if (!table || self.kind !== 'instance') return;
      const names = namesOf(value);
      const columns = table.columns?.map((column, i) => ({ ...column, name: names?.[i] ?? null })) ?? null;
      self.setPayload(context.heap, new TablePayload(table.shape, table.dtype, columns, table.labels));
    },
  ),
);

for (const cls of [DATA_FRAME, SERIES]) {
  cls.members.declare(
    'index',
    property(
      (context, self) => {
        const table = tableOf(self);
        return table ? indexValue(table.rows, null, table.labels) : context.unknown('the table is not known');
      },
      (context, self, value) => {
        const table = tableOf(self);
        if (!table || self.kind !== 'instance') return;
        const given = value.kind === 'instance' && value.cls === INDEX ? tableOf(value) : undefined;
        self.setPayload(context.heap, table.labelled(given?.labels ?? null));
      },
    ),
  );
}

/** pandas' own names begin with small letters; columns are attributes, too. */
DATA_FRAME.members.declare(
  '__getattr__',
  pythonFunction('__getattr__(self, name)', (context, self: Value, name: Value) => {
    const text = name.kind === 'str' ? name.value : '';
    const table = tableOf(self);
    if (text.startsWith('__')) return context.raise('AttributeError', `a DataFrame has no attribute '${text}'`);
    const isColumn = table?.names ? table.names.includes(text) : /^[A-Z]/.test(text);
    return table && isColumn
      ? columnsOf(table, name, context)
      : context.unknown(`\`${text}\` of a DataFrame is not followed`);
  }),
);
for (const [cls, what] of [
  [SERIES, 'a Series'],
  [INDEX, 'an Index'],
] as const) {
  cls.members.declare(
    '__getattr__',
    pythonFunction('__getattr__(self, name)', (context, _self: Value, name: Value) => {
      const text = name.kind === 'str' ? name.value : '';
      if (text.startsWith('__')) return context.raise('AttributeError', `${what} has no attribute '${text}'`);
      return context.unknown(`\`${text}\` of ${what} is not followed`);
    }),
  );
}
