/** Subscripts of tables: columns by their names, rows and columns by `iloc` and `loc`. */
import { add, type Dimension, isKnown, subtract, unknownDimension } from '../../shapes/dimension';
import { slicedSize } from '../../shapes/slicing';
import type { Context } from '../../values/context';
import { ClassValue, InstanceValue, NONE, type Payload, type Value } from '../../values/value';
import { declaredIdentity, named, pythonFunction } from '../native';
import { boundOf } from '../ops/indexing/subscript';
import { integerOf, sequenceItems } from '../params';
import { frame, series, TablePayload, tableLike, tableOf } from './table';

const open = (text: string): Dimension => unknownDimension({ text });
type Slice = Extract<Value, { readonly kind: 'slice' }>;

function taken(key: Slice, size: Dimension): Dimension {
  const numbers = [key.start, key.stop, key.step].every(
    ({ kind }) => kind === 'None' || kind === 'int' || kind === 'unknown',
  );
  if (!numbers) return open('how much a slice by names takes is not known');
  return slicedSize(size, { start: boundOf(key.start), stop: boundOf(key.stop), step: boundOf(key.step) });
}

const filtered = () => open('how many rows are picked is not known');

/** What one key picks of an axis: a size, null where the axis falls away, undefined where it is not known which. */
function pickedSize(key: Value, size: Dimension, byPosition: boolean): Dimension | null | undefined {
  switch (key.kind) {
    case 'slice': {
      const all = [key.start, key.stop, key.step].every((one) => one.kind === 'None');
      if (all) return size;
      return byPosition ? taken(key, size) : open('how much a slice by names takes is not known');
    }
    case 'int':
    case 'str':
      return null;
    case 'tensor':
      if (!Array.isArray(key.shape) || key.shape.length > 1) return undefined;
      if (key.shape.length === 0) return null;
      return key.dtype === 'bool' ? filtered() : (key.shape[0] as Dimension);
  }
  const items = sequenceItems(key);
  if (items) {
    return items.some((item) => item.kind === 'bool' || item.kind === 'unknown') ? filtered() : items.length;
  }
  if (key.kind === 'list') return filtered();
  const table = tableOf(key);
  if (table?.shape.length === 1) return table.dtype === 'bool' ? filtered() : undefined;
  return undefined;
}

function picked(table: TablePayload, key: Value, byPosition: boolean, context: Context): Value {
  const keys = key.kind === 'tuple' ? key.items : [key];
  const shape: Dimension[] = [];
  for (const [axis, size] of table.shape.entries()) {
    const one = keys[axis];
    const found = one === undefined ? size : pickedSize(one, size, byPosition);
    if (found === undefined) return context.unknown('what is picked of the table is not known');
    if (found !== null) shape.push(found);
  }
  if (shape.length === 0) return context.unknown('it is a value of the table');
  return tableLike(shape, table.shape.length === 2 && shape.length === 2 ? table.dtype : '?');
}

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
    pythonFunction('__setitem__(self, key, value)', (context, self: Value) => {
      const payload = self.kind === 'instance' ? self.payload : null;
      // `df.loc[:, 'new'] = …` and `df.loc[len(df)] = …` make columns and rows.
      if (payload instanceof IndexerPayload && !payload.byPosition) disturbed(payload.table, context);
      return NONE;
    }),
  ),
);

function disturbed(table: InstanceValue, context: Context): void {
  const found = tableOf(table);
  if (!found) return;
  const shape = found.shape.map(() => open('the table was written to by names'));
  table.setPayload(context.heap, new TablePayload(shape, '?'));
}

export function indexer(table: InstanceValue, byPosition: boolean): InstanceValue {
  return new InstanceValue(declaredIdentity(), INDEXER, new IndexerPayload(table, byPosition));
}

/** `df['price']`, `df[['a', 'b']]`, `df[df.age > 3]`, `df[:10]`. */
export function columnsOf(table: TablePayload, key: Value, context: Context): Value {
  const [rows, columns] = table.shape as readonly [Dimension, Dimension];
  if (key.kind === 'str') return series(rows);
  if (key.kind === 'int') return series(rows);
  if (key.kind === 'slice') return frame(taken(key, rows), columns, table.dtype, table.names);
  const items = sequenceItems(key);
  if (key.kind === 'list' && items?.every((item) => item.kind === 'str' || item.kind === 'int')) {
    return frame(rows, items.length);
  }
  if (key.kind === 'list') return frame(rows, open('how many columns are picked is not known'));
  const mask = key.kind === 'tensor' ? key.dtype === 'bool' : tableOf(key)?.dtype === 'bool';
  if (mask) return frame(filtered(), columns, table.dtype, table.names);
  return context.unknown('what is picked of the table is not known');
}

/** `series[key]` */
export function rowsOf(table: TablePayload, key: Value, context: Context): Value {
  const [rows] = table.shape as readonly [Dimension];
  if (key.kind === 'slice') return series(taken(key, rows), table.dtype);
  const mask = key.kind === 'tensor' ? key.dtype === 'bool' : tableOf(key)?.dtype === 'bool';
  if (mask) return series(filtered(), table.dtype);
  if (sequenceItems(key) && key.kind === 'list') return series(filtered(), table.dtype);
  return context.unknown('it is a value of the table');
}

/** `df['new'] = …`: one more column, where there was none of the name. */
export function columnSet(self: InstanceValue, table: TablePayload, key: Value, context: Context): void {
  const [rows, columns] = table.shape as readonly [Dimension, Dimension];
  const name = key.kind === 'str' ? key.value : null;
  if (name !== null && table.names?.includes(name)) return;
  const known = name !== null && table.names !== null;
  const shape = [rows, known ? add(columns, 1) : open('the table may have got a column')];
  const names = known && table.names ? [...table.names, name as string] : null;
  self.setPayload(context.heap, new TablePayload(shape, '?', names));
}

/** Without so many columns. */
export function withoutColumns(table: TablePayload, labels: Value): TablePayload {
  const [rows, columns] = table.shape as readonly [Dimension, Dimension];
  const items = sequenceItems(labels) ?? (labels.kind === 'str' || labels.kind === 'int' ? [labels] : null);
  if (!items) return new TablePayload([rows, open('how many columns are dropped is not known')], '?');
  const gone = new Set(items.map((item) => (item.kind === 'str' ? item.value : integerOf(item))));
  const names = table.names?.filter((name) => !gone.has(name)) ?? null;
  return new TablePayload([rows, isKnown(columns) ? subtract(columns, gone.size) : columns], '?', names);
}
