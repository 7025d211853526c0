/**
 * What tables of pandas are to shapes: rows, and columns with names, element types and, in small tables,
 * their values. Of a table of a file, numbers and names are hidden. Of the labels of rows it is followed which
 * tables have the same.
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

/** The labels of rows in their order, by which pandas puts two tables together. */
export class RowLabels {
  /** The same object for labels that are the same, in whatever order. */
  readonly inAnyOrder: RowLabels;

  constructor(
    /** Whether no label stands twice. */
    readonly isUnique: boolean,
    /** The names of the columns that they become again, null for one without a name; null where they are not known. */
    readonly levels: readonly (string | number | null)[] | null = null,
    inAnyOrder?: RowLabels,
  ) {
    this.inAnyOrder = inAnyOrder ?? this;
  }

  /** Of some of the rows. */
  get ofSome(): RowLabels {
    return new RowLabels(this.isUnique, this.levels);
  }

  /** Of the same rows in another order: those that stand twice are not put together as before. */
  get reordered(): RowLabels {
    return this.isUnique ? new RowLabels(true, this.levels, this.inAnyOrder) : this.ofSome;
  }
}

/** 0, 1, 2, …: tables of as many rows have the same. */
export const NUMBERED = new RowLabels(true, [null]);

/** Of a table that is one of several, which have others: not even its columns are told to have the same. */
const MIXED = new RowLabels(false);

/** The names of columns, as the labels of what is told of each. */
export class ColumnLabels extends RowLabels {
  private readonly text: string | null;

  constructor(names: readonly string[] | null) {
    super(false);
    this.text = names && JSON.stringify(names);
  }

  /** Whether they may be the names of these columns: names that are not known are taken for them. */
  mayBeOf(names: readonly string[] | null): boolean {
    return this.text === null || names === null || this.text === JSON.stringify(names);
  }

  isSameAs(other: ColumnLabels): boolean {
    return this.text !== null && this.text === other.text;
  }
}

export class TablePayload implements Payload {
  readonly type = 'table';
  readonly lengths: Lengths = [];
  readonly labels: RowLabels;

  constructor(
    /** Rows and columns of a DataFrame; the rows of a Series. */
    private readonly sizes: readonly Dimension[],
    /** The type of the array that the table is as a whole. */
    readonly dtype: DType,
    /** All columns in order, where they are known; the one of a Series. */
    readonly columns: readonly Column[] | null = null,
    /** Null for labels of its own, of which nothing is known. */
    labels: RowLabels | null = null,
  ) {
    this.labels = labels ?? new RowLabels(false);
  }

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
    const labels = other instanceof TablePayload && other.labels === this.labels ? this.labels : MIXED;
    const isSettled =
      !this.columns && this.dtype === '?' && labels === this.labels && shape.every((size, i) => size === mine[i]);
    return isSettled ? this : new TablePayload(shape.map(withoutLimit), '?', null, labels);
  }

  length(axis: number): Count {
    return lengthOf(this.lengths, axis);
  }

  get rows(): Dimension {
    return this.shape[0] as Dimension;
  }

  /** The same columns over some of the rows; `pick` says which values they then hold. */
  withRows(
    rows: Dimension,
    pick: (data: readonly Element[]) => readonly Element[] | null = () => null,
    labels: RowLabels | null = this.labels.ofSome,
  ): TablePayload {
    const columns = this.columns?.map((column) => ({ ...column, data: column.data && pick(column.data) })) ?? null;
    return new TablePayload([rows, ...this.shape.slice(1)], this.dtype, columns, labels);
  }

  /** The same rows in another order. */
  get reordered(): TablePayload {
    return this.withRows(this.rows, () => null, this.labels.reordered);
  }

  /** The same with other labels of its rows. */
  labelled(labels: RowLabels | null): TablePayload {
    return new TablePayload(this.shape, this.dtype, this.columns, labels);
  }

  /** The same rows and columns whose names are not known. */
  get unnamed(): TablePayload {
    return new TablePayload(this.shape, this.dtype, null, this.labels);
  }

  /** The same rows under columns that are not known. */
  withColumns(count: Dimension): TablePayload {
    return new TablePayload([this.rows, count], '?', null, this.labels);
  }

  /** Whether the rows of both have the same labels, so that putting them together leaves as many. */
  isBeside(other: TablePayload): boolean {
    const [mine, theirs] = [this.labels, other.labels];
    if (mine === MIXED) return false;
    const areSame = mine.inAnyOrder === theirs.inAnyOrder;
    if (areSame && mine.inAnyOrder !== NUMBERED) return true;
    const areSameNames = mine instanceof ColumnLabels && theirs instanceof ColumnLabels && mine.isSameAs(theirs);
    return this.rows === other.rows && (areSame || areSameNames);
  }

  /** The same rows and names with other types, and values that are not known. */
  retyped(type: (dtype: DType) => DType): TablePayload {
    if (!this.columns)
      return new TablePayload(this.shape, this.dtype === '?' ? '?' : type(this.dtype), null, this.labels);
    const columns = this.columns.map(({ name, dtype }) => ({ name, dtype: type(dtype), data: null }));
    return new TablePayload(this.shape, commonType(columns), columns, this.labels);
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
export function tableOfColumns(rows: Dimension, columns: readonly Column[], labels: RowLabels | null): TablePayload {
  return new TablePayload([rows, columns.length], commonType(columns), columns, labels);
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
export function frame(rows: Dimension, columns: Dimension, dtype: DType, labels: RowLabels | null): InstanceValue {
  return tableValue(new TablePayload([rows, columns], dtype, null, labels));
}

export function series(rows: Dimension, dtype: DType, labels: RowLabels | null): InstanceValue {
  return seriesOf(rows, { name: null, dtype, data: null }, labels);
}

export function seriesOf(rows: Dimension, column: Column, labels: RowLabels | null): InstanceValue {
  return tableValue(new TablePayload([rows], column.dtype, [column], labels));
}

/** A DataFrame or, with rows only, a Series. */
export function tableValue(table: TablePayload): InstanceValue {
  return new InstanceValue(identity(), table.shape.length === 1 ? SERIES : DATA_FRAME, table);
}

/** Labels, such as `df.columns` and `df.index`. */
export function indexValue(
  count: Dimension,
  names: readonly Element[] | null,
  labels: RowLabels | null,
): InstanceValue {
  const isNumbers = names?.every((label) => typeof label === 'number');
  const dtype = !names ? '?' : !isNumbers ? 'object' : names.every(Number.isInteger) ? 'int64' : 'float64';
  const table = new TablePayload([count], dtype, [{ name: null, dtype, data: names }], labels);
  return new InstanceValue(identity(), INDEX, table);
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
