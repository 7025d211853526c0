/** What looks at rows together: `groupby`, `rolling`, `merge`. */
import type { Dimension } from '../../shapes/dimension';
import type { Context } from '../../values/context';
import type { Element } from '../../values/tensor';
import { ClassValue, InstanceValue, NONE, type Payload, type Value } from '../../values/value';
import { declaredIdentity, named, nativeFunction, pythonFunction } from '../native';
import { distinct, type Plain } from '../numpy/elements';
import { namesOf } from './making';
import { columnsOf } from './picking';
import { DATA_FRAME, frame, NUMBERED, open, type RowLabels, SERIES, series, type TablePayload, tableOf } from './table';

/** Rows in groups, or a window that goes over them; the columns that are asked for. */
class RowsPayload implements Payload {
  readonly type = 'rows-together';
  constructor(
    readonly table: TablePayload,
    /** How many rows come out. */
    readonly rows: Dimension,
    /** Whether columns are missing in what comes out: those that groups are made by, or that are no numbers. */
    readonly losesColumns: boolean,
    /** The labels of what comes out. */
    readonly labels: RowLabels | null,
  ) {}
}

const FOLDING = 'mean sum min max median std var count first last prod nunique sem'.split(' ');

/** The table of what is asked of the rows. */
function folded({ table, rows, losesColumns, labels }: RowsPayload): Value {
  if (table.shape.length === 1) return series(rows, '?', labels);
  const columns = losesColumns ? open('which columns are left is not known') : (table.shape[1] as Dimension);
  return frame(rows, columns, '?', labels);
}

function rowsOf(self: Value | undefined): RowsPayload | undefined {
  return self?.kind === 'instance' && self.payload instanceof RowsPayload ? self.payload : undefined;
}

/** Kept for all runs: its members are never written to. */
const TOGETHER: ClassValue = new ClassValue(
  declaredIdentity(),
  'GroupBy',
  'pandas',
  [],
  named(
    ...FOLDING.map((name) =>
      nativeFunction(name, null, ({ positional: [self] }, context) => {
        const found = rowsOf(self);
        return found ? folded(found) : context.unknown('the rows are not known');
      }),
    ),
    nativeFunction('size', null, ({ positional: [self] }, context) => {
      const found = rowsOf(self);
      return found ? series(found.rows, 'int64', found.labels) : context.unknown('the rows are not known');
    }),
    pythonFunction('__getitem__(self, key)', (context, self: Value, key: Value) => {
      const found = rowsOf(self);
      const part = found && tableOf(columnsOf(found.table, key, context));
      if (!found || !part) return context.unknown('what is asked of the rows is not known');
      return together(new RowsPayload(part, found.rows, false, found.labels), context);
    }),
    pythonFunction('__getattr__(self, name)', (context, self: Value, name: Value) => {
      const text = name.kind === 'str' ? name.value : '';
      if (text.startsWith('__')) return context.raise('AttributeError', text);
      const found = rowsOf(self);
      const isColumn = /^[A-Z]/.test(text) && found?.table.shape.length === 2;
      const part = isColumn ? tableOf(columnsOf(found.table, name, context)) : undefined;
      if (!found || !part) return context.unknown(`\`${text}\` of rows that are taken together is not followed`);
      return together(new RowsPayload(part, found.rows, false, found.labels), context);
    }),
  ),
);

function together(rows: RowsPayload, context: Context): InstanceValue {
  return new InstanceValue(context.heap.identity(), TOGETHER, rows);
}

/** How many groups there are, where the values of the one column are known. */
function groupsOf(table: TablePayload, by: Value): Dimension {
  const many = open('how many groups there are is not known');
  const names = by.kind === 'str' ? [by.value] : namesOf(by);
  const [name, ...others] = names ?? [];
  const values: readonly Element[] | null | undefined = name === undefined ? null : table.column(name)?.data;
  if (!values || others.length > 0 || values.some((one) => typeof one === 'number' && Number.isNaN(one))) return many;
  return distinct(values as readonly Plain[]).length;
}

function declare(
  cls: ClassValue,
  name: string,
  run: (table: TablePayload, given: readonly Value[], context: Context) => Value,
) {
  cls.members.declare(
    name,
    nativeFunction(name, null, ({ positional: [self, ...given], keywords, uncertain }, context) => {
      const table = tableOf(self);
      const first = given[0] ?? keywords.get(FIRST[name] ?? '') ?? NONE;
      const isPlain = [...keywords.keys()].every((one) => one === FIRST[name] || (IGNORED[name] ?? []).includes(one));
      if (!table || uncertain || !isPlain) return context.unknown(`what \`${name}\` gives is not followed`);
      return run(table, [first, ...given.slice(1)], context);
    }),
  );
}

const FIRST: Readonly<Record<string, string>> = { groupby: 'by', rolling: 'window', merge: 'right' };
const IGNORED: Readonly<Record<string, readonly string[]>> = {
  groupby: ['sort', 'group_keys', 'observed'],
  rolling: ['min_periods', 'center'],
  merge: ['on', 'how', 'left_on', 'right_on', 'left_index', 'right_index', 'suffixes', 'sort'],
};

declare(DATA_FRAME, 'groupby', (table, [by = NONE], context) =>
  together(new RowsPayload(table, groupsOf(table, by), true, null), context),
);
declare(SERIES, 'groupby', (table, _given, context) =>
  together(new RowsPayload(table, open('how many groups there are is not known'), false, null), context),
);
declare(SERIES, 'rolling', (table, _given, context) =>
  together(new RowsPayload(table, table.rows, false, table.labels), context),
);
declare(DATA_FRAME, 'rolling', (table, _given, context) =>
  together(new RowsPayload(table, table.rows, false, table.labels), context),
);
declare(DATA_FRAME, 'merge', (_table, [right = NONE], context) => merged(right, context));

/** Which rows and columns of two tables fit together is in their values. */
function merged(right: Value, context: Context): Value {
  if (!tableOf(right)) return context.unknown('what is put beside the table is not known');
  return frame(
    open('which rows fit together is not known'),
    open('which columns both tables have is not known'),
    '?',
    NUMBERED,
  );
}

export const merge = nativeFunction('merge', null, ({ positional: [left, right], keywords }, context) =>
  tableOf(left ?? keywords.get('left'))
    ? merged(right ?? keywords.get('right') ?? NONE, context)
    : context.unknown('what is merged is not known'),
);
