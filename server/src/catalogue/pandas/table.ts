/** What tables of pandas are to shapes: rows and columns, of which a file hides the numbers. */
import type { Dimension } from '../../shapes/dimension';
import type { DType } from '../../shapes/dtype';
import { numpyArray, type TensorValue } from '../../values/tensor';
import { ClassValue, InstanceValue, type Payload, type Value } from '../../values/value';
import { declaredIdentity } from '../native';

export class TablePayload implements Payload {
  readonly type = 'table';
  constructor(
    /** Rows and columns of a DataFrame; the rows of a Series. */
    readonly shape: readonly Dimension[],
    readonly dtype: DType,
    /** The names of the columns, where all of them are known. */
    readonly names: readonly string[] | null = null,
  ) {}
}

/** Kept for all runs: their members are declared once, and never written to. */
export const DATA_FRAME = new ClassValue(declaredIdentity(), 'DataFrame', 'pandas', [], []);
export const SERIES = new ClassValue(declaredIdentity(), 'Series', 'pandas', [], []);

let made = 2 ** 40;

/** Tables change, so they are made as a program makes objects; these identities are beyond those of a heap. */
function identity(): number {
  made += 1;
  return made;
}

export function frame(
  rows: Dimension,
  columns: Dimension,
  dtype: DType = '?',
  names: readonly string[] | null = null,
): InstanceValue {
  return new InstanceValue(identity(), DATA_FRAME, new TablePayload([rows, columns], dtype, names));
}

export function series(rows: Dimension, dtype: DType = '?'): InstanceValue {
  return new InstanceValue(identity(), SERIES, new TablePayload([rows], dtype));
}

export function tableOf(value: Value | undefined): TablePayload | undefined {
  return value?.kind === 'instance' && value.payload instanceof TablePayload ? value.payload : undefined;
}

/** The array that a table is to numpy, TensorFlow and Keras (`.values`); undefined for other values. */
export function tableArray(value: Value): TensorValue | undefined {
  const table = tableOf(value);
  return table && numpyArray(table.shape, table.dtype);
}

/** A table of the same kind, of another shape. */
export function tableLike(shape: readonly Dimension[], dtype: DType = '?'): InstanceValue {
  const [rows, columns] = shape as readonly [Dimension, Dimension | undefined];
  return columns === undefined ? series(rows, dtype) : frame(rows, columns, dtype);
}
