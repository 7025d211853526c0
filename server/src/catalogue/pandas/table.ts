/**
 * What tables of pandas are to shapes: rows, and columns with names, element types and, in small tables,
 * their values. Of a table of a file, numbers and names are hidden. Labels of rows are not followed.
 */
import {
  type Dimension,
  joinDimensions,
  LimitedDimension,
  unknownDimension,
  withoutLimit,
} from '../../shapes/dimension';
import { type DType, isFloating, isInteger } from '../../shapes/dtype';
import type { Reason } from '../../shapes/reason';
import type { Count } from '../../values/quantity';
import { type Element, type Lengths, lengthOf, TensorValue } from '../../values/tensor';
import { ClassValue, InstanceValue, type Payload, type Value } from '../../values/value';
import { declaredIdentity } from '../native';
import { promoted } from '../numpy/types';

export interface Column {
  /** Null where it has none, or it is not known. */
  readonly name: string | number | null;
  readonly dtype: DType;
  /** The values, in small tables whose rows are known. */
  readonly data: readonly Element[] | null;
}

export class TablePayload implements Payload {
  readonly type = 'table';
  readonly lengths: Lengths = [];
  constructor(
    /** Rows and columns of a DataFrame; the rows of a Series. */
    private readonly sizes: readonly Dimension[],
    /** The type of the array that the table is as a whole. */
    readonly dtype: DType,
    /** All columns in order, where they are known; the one of a Series. */
    readonly columns: readonly Column[] | null = null,
  ) {}

  get shape(): readonly Dimension[] {
    return this.sizes.map((size) => (size instanceof LimitedDimension ? size.now : size));
  }

  /** The names of the columns as texts, where all of them are known. */
  get names(): readonly string[] | null {
    const names = this.columns?.map(({ name }) => (name === null ? null : String(name)));
    return names && !names.includes(null) ? (names as readonly string[]) : null;
  }

  join(other: Payload, why: Reason): Payload {
    const [mine, theirs] = [this.shape, other instanceof TablePayload ? other.shape : []];
    const known = (size: Dimension, i: number) => joinDimensions(size, theirs[i] as Dimension, why);
    const shape = mine.length === theirs.length ? mine.map(known) : mine.map(() => unknownDimension(why));
    const isSettled = !this.columns && this.dtype === '?' && shape.every((size, i) => size === mine[i]);
    return isSettled ? this : new TablePayload(shape.map(withoutLimit), '?');
  }

  length(axis: number): Count {
    return lengthOf(this.lengths, axis);
  }

  get rows(): Dimension {
    return this.shape[0] as Dimension;
  }

  /** The same columns over other rows; `pick` says which values they then hold. */
  withRows(rows: Dimension, pick: (data: readonly Element[]) => readonly Element[] | null = () => null): TablePayload {
    const columns = this.columns?.map((column) => ({ ...column, data: column.data && pick(column.data) })) ?? null;
    return new TablePayload([rows, ...this.shape.slice(1)], this.dtype, columns);
  }

  /** The same rows and names with other types, and values that are not known. */
  retyped(type: (dtype: DType) => DType): TablePayload {
    if (!this.columns) return new TablePayload(this.shape, this.dtype === '?' ? '?' : type(this.dtype));
    const columns = this.columns.map(({ name, dtype }) => ({ name, dtype: type(dtype), data: null }));
    return new TablePayload(this.shape, commonType(columns), columns);
  }

  /** The column of a name or, in a table without names, of a number. */
  column(name: string | number): Column | undefined {
    return this.columns?.find((column) => column.name === name);
  }
}

/** A number of rows or columns that is not known, and why. */
export function open(text: string): Dimension {
  return unknownDimension({ text });
}

/** A DataFrame of columns that are known. */
export function tableOfColumns(rows: Dimension, columns: readonly Column[]): TablePayload {
  return new TablePayload([rows, columns.length], commonType(columns), columns);
}

/** The type of a table's array: numbers are promoted as numpy does it, all else makes objects. */
export function commonType(columns: readonly Column[]): DType {
  const types = [...new Set(columns.map(({ dtype }) => dtype))];
  const [first = 'object'] = types;
  if (types.length === 1) return first;
  if (types.includes('?')) return '?';
  const numbers = types.every((type) => isInteger(type) || isFloating(type));
  return numbers ? promoted(types) : 'object';
}

/** Kept for all runs: their members are declared once, and never written to. */
export const DATA_FRAME = new ClassValue(declaredIdentity(), 'DataFrame', 'pandas', [], []);
export const SERIES = new ClassValue(declaredIdentity(), 'Series', 'pandas', [], []);
/** Labels of columns. */
export const INDEX = new ClassValue(declaredIdentity(), 'Index', 'pandas', [], []);

let made = 2 ** 40;

/** Tables change, so they are made as a program makes objects; these identities are beyond those of a heap. */
function identity(): number {
  made += 1;
  return made;
}

/** A DataFrame of so many rows and columns, of which nothing else is known. */
export function frame(rows: Dimension, columns: Dimension, dtype: DType = '?'): InstanceValue {
  return tableValue(new TablePayload([rows, columns], dtype));
}

export function series(rows: Dimension, dtype: DType = '?', data: readonly Element[] | null = null): InstanceValue {
  return tableValue(new TablePayload([rows], dtype, [{ name: null, dtype, data }]));
}

export function seriesOf(rows: Dimension, column: Column): InstanceValue {
  return tableValue(new TablePayload([rows], column.dtype, [column]));
}

/** A DataFrame or, with rows only, a Series. */
export function tableValue(table: TablePayload): InstanceValue {
  return new InstanceValue(identity(), table.shape.length === 1 ? SERIES : DATA_FRAME, table);
}

/** Labels, such as `df.columns`. */
export function indexValue(count: Dimension, labels: readonly Element[] | null): InstanceValue {
  const dtype = !labels ? '?' : labels.every((label) => typeof label === 'number') ? 'int64' : 'object';
  return new InstanceValue(identity(), INDEX, new TablePayload([count], dtype, [{ name: null, dtype, data: labels }]));
}

export function tableOf(value: Value | undefined): TablePayload | undefined {
  return value?.kind === 'instance' && value.payload instanceof TablePayload ? value.payload : undefined;
}

/** The array that a table is to numpy, TensorFlow and Keras (`.values`); undefined for other values. */
export function tableArray(value: Value): TensorValue | undefined {
  const table = tableOf(value);
  return table && arrayOf(table);
}

/** `.values` */
export function arrayOf({ shape, dtype, columns, lengths }: TablePayload): TensorValue {
  const [only] = columns ?? [];
  const data = shape.length === 1 && only ? only.data : null;
  return new TensorValue({ library: 'numpy', symbolic: false, shape, dtype, data, keepLimits: true, lengths });
}
