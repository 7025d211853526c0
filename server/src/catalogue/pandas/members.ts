/** What DataFrames and Series of pandas can do, as far as it decides rows and columns. */
import { type Dimension, isKnown, unknownDimension } from '../../shapes/dimension';
import type { DType } from '../../shapes/dtype';
import type { Context } from '../../values/context';
import { numpyArray } from '../../values/tensor';
import {
  dimensionValue,
  InstanceValue,
  int,
  ListValue,
  type NativeFunction,
  NONE,
  tuple,
  unknown,
  type Value,
} from '../../values/value';
import { nativeFunction, property, pythonFunction } from '../native';
import { typeOf } from '../numpy/types';
import { integerOf } from '../params';
import { columnSet, columnsOf, indexer, rowsOf, withoutColumns } from './picking';
import { DATA_FRAME, SERIES, series, TablePayload, tableLike, tableOf } from './table';

const open = (text: string): Dimension => unknownDimension({ text });
const fewer = () => open('how many rows are left is not known');

type Method = (table: TablePayload, context: Context, values: readonly Value[], self: InstanceValue) => Value;

function method(declaration: string, run: Method): NativeFunction {
  return pythonFunction(declaration, (context, self: Value, ...values: Value[]) => {
    const table = tableOf(self);
    if (!table || self.kind !== 'instance') return context.unknown('the table is not known');
    return run(table, context, values, self);
  });
}

/** A method whose arguments decide nothing. */
function plain(name: string, run: Method): NativeFunction {
  return nativeFunction(name, null, ({ positional: [self, ...rest], uncertain }, context) => {
    const table = tableOf(self);
    if (!table || self?.kind !== 'instance' || uncertain) return context.unknown('the table is not known');
    return run(table, context, rest, self);
  });
}

/** Gives a table, or writes it to the one that it is called on (`inplace=True`). */
function changing(name: string, result: (table: TablePayload) => readonly Dimension[]): NativeFunction {
  return nativeFunction(name, null, ({ positional: [self], keywords, uncertain }, context) => {
    const table = tableOf(self);
    if (!table || self?.kind !== 'instance' || uncertain) return context.unknown('the table is not known');
    const inplace = keywords.get('inplace');
    const truth = inplace ? context.truth(inplace) : false;
    const shape = result(table);
    if (truth === false) return tableLike(shape, table.dtype);
    const after = truth === true ? shape : shape.map(() => open('it is not known whether the table is changed'));
    self.setPayload(context.heap, new TablePayload(after, '?'));
    return truth === true ? NONE : context.unknown('`inplace` is not known');
  });
}

const same = (table: TablePayload) => table.shape;
const withFewerRows = ({ shape }: TablePayload) => [fewer(), ...shape.slice(1)];

const SAME =
  'copy fillna ffill bfill interpolate sort_values sort_index replace rename round abs clip infer_objects convert_dtypes shift diff pct_change cumsum rank mask where add_prefix add_suffix rename_axis'.split(
    ' ',
  );
const FEWER = 'dropna drop_duplicates query nlargest nsmallest truncate last first'.split(' ');
const COMPARISONS = 'lt le gt ge eq ne'.split(' ').map((name) => `__${name}__`);
const LOGICAL = 'and or xor rand ror rxor'.split(' ').map((name) => `__${name}__`);
const TESTS = 'isnull isna notnull notna isin duplicated between'.split(' ');
const ARITHMETIC = 'add sub mul truediv floordiv mod pow radd rsub rmul rtruediv rfloordiv rmod rpow'
  .split(' ')
  .map((name) => `__${name}__`);

/** Beside a table of other rows, what comes out is put together by labels. */
function beside(table: TablePayload, other: Value | undefined, dtype: DType): Value {
  const second = tableOf(other);
  if (!second && other?.kind === 'unknown') return other;
  if (second && second.shape.length !== table.shape.length)
    return unknown({ text: 'tables are put together by labels' });
  const differ = second?.shape.some((size, axis) => size !== table.shape[axis]);
  if (differ) return unknown({ text: 'tables are put together by labels' });
  return tableLike(table.shape, dtype);
}

function shared(): NativeFunction[] {
  return [
    ...SAME.map((name) => changing(name, same)),
    ...FEWER.map((name) => changing(name, withFewerRows)),
    ...[...COMPARISONS, ...LOGICAL, ...TESTS].map((name) =>
      plain(name, (table, _context, [other]) => beside(table, other, 'bool')),
    ),
    ...ARITHMETIC.map((name) => plain(name, (table, _context, [other]) => beside(table, other, '?'))),
    plain('__neg__', (table) => tableLike(table.shape, table.dtype)),
    plain('__invert__', (table) => tableLike(table.shape, table.dtype)),
    plain('__len__', ({ shape: [rows] }) => dimensionValue(rows as Dimension)),
    method('astype(self, dtype, copy=None, errors="raise")', (table, _context, [type]) =>
      tableLike(table.shape, type?.kind === 'dict' ? '?' : ((type && typeOf(type)) ?? '?')),
    ),
    method('to_numpy(self, dtype=None, copy=False, na_value=None)', (table, _context, [type]) =>
      numpyArray(table.shape, type && type.kind !== 'None' ? (typeOf(type) ?? '?') : table.dtype),
    ),
    ...['head', 'tail'].map((name) =>
      method(`${name}(self, n=5)`, ({ shape: [rows, ...rest], dtype }, _context, [n]) => {
        const wanted = n && integerOf(n);
        const known = wanted !== undefined && rows !== undefined && isKnown(rows) && wanted >= 0;
        return tableLike([known ? Math.min(wanted, rows) : fewer(), ...rest], dtype);
      }),
    ),
    method(
      'sample(self, n=None, frac=None, replace=False, weights=None, random_state=None, axis=None, ignore_index=False)',
      ({ shape: [rows, ...rest], dtype }, _context, [n, share]) => {
        const wanted = n && integerOf(n);
        const all = share && (share.kind === 'float' || share.kind === 'int') && Number(share.value) === 1;
        const count = wanted ?? (all ? (rows as Dimension) : fewer());
        return tableLike([count, ...rest], dtype);
      },
    ),
  ];
}

const frameMethods: readonly NativeFunction[] = [
  ...shared(),
  method('__getitem__(self, key)', (table, context, [key]) => columnsOf(table, key ?? NONE, context)),
  method('__setitem__(self, key, value)', (table, context, [key], self) => {
    columnSet(self, table, key ?? NONE, context);
    return NONE;
  }),
  method('__delitem__(self, key)', (table, context, [key], self) => {
    self.setPayload(context.heap, withoutColumns(table, key ?? NONE));
    return NONE;
  }),
  method('pop(self, item)', (table, context, [key], self) => {
    self.setPayload(context.heap, withoutColumns(table, key ?? NONE));
    return series(table.shape[0] as Dimension);
  }),
  method(
    'drop(self, labels=None, axis=0, index=None, columns=None, level=None, inplace=False, errors="raise")',
    (table, context, values, self) => {
      const [labels = NONE, axis = NONE, index = NONE, columns = NONE, , inplace] = values;
      const onColumns =
        columns.kind !== 'None' || integerOf(axis) === 1 || (axis.kind === 'str' && axis.value === 'columns');
      let left = onColumns ? withoutColumns(table, columns.kind === 'None' ? labels : columns) : table;
      if (index.kind !== 'None' || (!onColumns && labels.kind !== 'None')) {
        left = new TablePayload(withFewerRows(left), left.dtype, left.names);
      }
      const truth = inplace ? context.truth(inplace) : false;
      if (truth === false) return new InstanceValue(context.heap.identity(), DATA_FRAME, left);
      self.setPayload(context.heap, left);
      return truth === true ? NONE : context.unknown('`inplace` is not known');
    },
  ),
  method(
    'reset_index(self, level=None, drop=False, inplace=False, **kwargs)',
    (table, context, [, drop, inplace], self) => {
      const [rows, columns] = table.shape as readonly [Dimension, Dimension];
      const dropped = drop ? context.truth(drop) : false;
      const names = dropped === true ? table.names : null;
      const left = new TablePayload(
        [rows, dropped === true ? columns : open('the index becomes a column')],
        '?',
        names,
      );
      if (inplace && context.truth(inplace) === true) {
        self.setPayload(context.heap, left);
        return NONE;
      }
      return new InstanceValue(context.heap.identity(), DATA_FRAME, left);
    },
  ),
  ...['set_index', 'select_dtypes', 'filter'].map((name) =>
    changing(name, ({ shape: [rows] }) => [rows as Dimension, open('how many columns are left is not known')]),
  ),
  ...['mean', 'std', 'min', 'max', 'sum', 'median', 'var', 'nunique', 'count', 'all', 'any'].map((name) =>
    nativeFunction(name, null, ({ positional: [self, ...rest], keywords }, context) => {
      const table = tableOf(self);
      if (!table || rest.length > 0 || keywords.has('axis'))
        return context.unknown('what is summed up is not followed');
      return series(
        keywords.has('numeric_only') ? open('it is not known which are numbers') : (table.shape[1] as Dimension),
      );
    }),
  ),
];

const seriesMethods: readonly NativeFunction[] = [
  ...shared(),
  method('__getitem__(self, key)', (table, context, [key]) => rowsOf(table, key ?? NONE, context)),
  method('__setitem__(self, key, value)', () => NONE),
  ...['map', 'apply', 'to_list', 'tolist', 'unique', 'reset_index', 'drop', 'to_frame'].map((name) =>
    plain(name, (table, context) => {
      const [rows] = table.shape as readonly [Dimension];
      if (name === 'map') return series(rows);
      if (name === 'unique') return numpyArray([open('how many different values there are is not known')], table.dtype);
      if (name === 'to_frame') return tableLike([rows, 1], table.dtype);
      if (name === 'tolist' || name === 'to_list') return listOf(table, context);
      return context.unknown(`what \`${name}\` gives is not followed`);
    }),
  ),
];

function listOf({ shape: [rows] }: TablePayload, context: Context): Value {
  const why = context.because('it depends on the table');
  if (rows === undefined || !isKnown(rows) || rows > 1024) return new ListValue([], why);
  return new ListValue(Array.from({ length: rows }, () => unknown(why)));
}

/** Attributes of both. */
function attributes(): readonly (readonly [string, (table: TablePayload, self: InstanceValue) => Value])[] {
  return [
    ['shape', ({ shape }) => tuple(shape.map(dimensionValue))],
    ['ndim', ({ shape }) => int(shape.length)],
    ['values', ({ shape, dtype }) => numpyArray(shape, dtype)],
    ['iloc', (_table, self) => indexer(self, true)],
    ['loc', (_table, self) => indexer(self, false)],
    ['T', ({ shape, dtype }) => tableLike([...shape].reverse(), dtype)],
    ['index', ({ shape: [rows] }) => series(rows as Dimension)],
  ];
}

function declare(cls: typeof DATA_FRAME, methods: readonly NativeFunction[]): void {
  for (const one of methods) cls.members.declare(one.name, one);
  for (const [name, get] of attributes()) {
    cls.members.declare(
      name,
      property((context, self) => {
        const table = tableOf(self);
        return table && self.kind === 'instance' ? get(table, self) : context.unknown('the table is not known');
      }),
    );
  }
}

declare(DATA_FRAME, frameMethods);
declare(SERIES, seriesMethods);

DATA_FRAME.members.declare(
  'columns',
  property(
    (context, self) => {
      const columns = tableOf(self)?.shape[1];
      return columns === undefined ? context.unknown('the table is not known') : series(columns);
    },
    (context, self) => {
      const table = tableOf(self);
      if (table && self.kind === 'instance') self.setPayload(context.heap, new TablePayload(table.shape, table.dtype));
    },
  ),
);

/** pandas' own names begin with small letters; columns are attributes, too. */
DATA_FRAME.members.declare(
  '__getattr__',
  pythonFunction('__getattr__(self, name)', (context, self: Value, name: Value) => {
    const text = name.kind === 'str' ? name.value : '';
    const table = tableOf(self);
    if (text.startsWith('__')) return context.raise('AttributeError', `a DataFrame has no attribute '${text}'`);
    const isColumn = table?.names ? table.names.includes(text) : /^[A-Z]/.test(text);
    return table && isColumn
      ? series(table.shape[0] as Dimension)
      : context.unknown(`\`${text}\` of a DataFrame is not followed`);
  }),
);
SERIES.members.declare(
  '__getattr__',
  pythonFunction('__getattr__(self, name)', (context, _self: Value, name: Value) => {
    const text = name.kind === 'str' ? name.value : '';
    if (text.startsWith('__')) return context.raise('AttributeError', `a Series has no attribute '${text}'`);
    return context.unknown(`\`${text}\` of a Series is not followed`);
  }),
);
