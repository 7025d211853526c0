/** Operators of tables, and their methods: what comes out is put together by labels. */
import { type DType, isFloating, isInteger } from '../../shapes/dtype';
import type { Element } from '../../values/tensor';
import { type NativeFunction, unknown, type Value } from '../../values/value';
import { nativeFunction } from '../native';
import { promoted, toFloat } from '../numpy/types';
import { isAlongColumns, plain } from './methods';
import { type Column, ColumnLabels, seriesOf, type TablePayload, tableOf, tableValue } from './table';

const COMPARISONS: Readonly<Record<string, (a: number | string, b: number | string) => boolean>> = {
  lt: (a, b) => a < b,
  le: (a, b) => a <= b,
  gt: (a, b) => a > b,
  ge: (a, b) => a >= b,
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
};
const LOGICAL = 'and or xor rand ror rxor'.split(' ').map((name) => `__${name}__`);
const ARITHMETIC = 'add sub mul truediv floordiv mod pow radd rsub rmul rtruediv rfloordiv rmod rpow'.split(' ');

/** Beside a table of other rows, what comes out is put together by labels. */
function beside(table: TablePayload, other: Value | undefined, type: (dtype: DType) => DType): Value {
  const second = tableOf(other);
  if (!second) return other?.kind === 'unknown' ? other : tableValue(table.retyped(type));
  const isApart = unknown({ text: 'tables are put together by labels' });
  if (second.shape.length === table.shape.length) {
    const [mine, theirs] = [table.columns, second.columns];
    const areSame = table.shape.length === 1 || (table.shape[1] === second.shape[1] && isSameNames(mine, theirs));
    return table.isBeside(second) && areSame ? tableValue(table.retyped(type)) : isApart;
  }
  // A row of as many numbers as there are columns, as `df.mean()` gives it.
  const { labels } = second;
  const isRow = second.shape.length === 1 && labels instanceof ColumnLabels && labels.mayBeOf(table.names);
  return isRow && second.rows === table.shape[1] ? tableValue(table.retyped(type)) : isApart;
}

function isSameNames(a: readonly Column[] | null, b: readonly Column[] | null): boolean {
  return !a || !b || a.every(({ name }, i) => name === b[i]?.name);
}

/** The type of a sum and the like: that of numpy, for numbers. */
function computed(name: string, other: Value | undefined): (dtype: DType) => DType {
  const second = tableOf(other);
  const weak = other?.kind === 'int' ? 'int' : other?.kind === 'float' ? 'float' : null;
  const type = weak ?? second?.dtype ?? (other?.kind === 'tensor' ? other.dtype : '?');
  const numeric = (dtype: DType) => isInteger(dtype) || isFloating(dtype);
  return (dtype) => {
    if (!numeric(dtype) || !(weak || numeric(type)) || /pow|mod|floordiv/.test(name)) return '?';
    const made = promoted([dtype, type]);
    return name.includes('truediv') ? toFloat(made) : made;
  };
}

function compared(name: string): NativeFunction {
  const holds = COMPARISONS[name];
  return plain(`__${name}__`, (table, _context, [other]) => {
    const [only] = table.shape.length === 1 ? (table.columns ?? []) : [];
    const wanted = other?.kind === 'int' || other?.kind === 'float' || other?.kind === 'str' ? other.value : null;
    const comparable = (one: Element) => typeof one === typeof wanted;
    if (only?.data && wanted !== null && holds && typeof wanted !== 'bigint' && only.data.every(comparable)) {
      const data = only.data.map((one) => holds(one as number | string, wanted));
      return seriesOf(table.rows, { name: only.name, dtype: 'bool', data }, table.labels);
    }
    return beside(table, other, () => 'bool');
  });
}

const NAMED_ARITHMETIC: Readonly<Record<string, string>> = {
  ...Object.fromEntries(ARITHMETIC.map((name) => [name, name])),
  div: 'truediv',
  divide: 'truediv',
  rdiv: 'rtruediv',
  multiply: 'mul',
  subtract: 'sub',
};

/** `df.sub(series, axis=0)`: along the rows a Series must have their labels. */
function besideAlong(name: string, type: (other: Value | undefined) => (dtype: DType) => DType): NativeFunction {
  return nativeFunction(name, null, ({ positional: [self, other, ...rest], keywords, uncertain }, context) => {
    const table = tableOf(self);
    if (!table || uncertain || rest.length > 0 || keywords.has('level') || other?.kind === 'list') {
      return context.unknown('the table is not known');
    }
    const axis = keywords.get('axis');
    const second = tableOf(other);
    if (table.shape.length === 1 || second?.shape.length !== 1 || !axis || isAlongColumns(axis)) {
      return beside(table, other, type(other));
    }
    return table.rows === second.rows && table.labels === second.labels
      ? tableValue(table.retyped(type(other)))
      : unknown({ text: 'tables are put together by labels' });
  });
}

export function operators(): NativeFunction[] {
  return [
    ...Object.keys(COMPARISONS).map(compared),
    ...LOGICAL.map((name) => plain(name, (table, _context, [other]) => beside(table, other, () => 'bool'))),
    ...ARITHMETIC.map((name) =>
      plain(`__${name}__`, (table, _context, [other]) => beside(table, other, computed(name, other))),
    ),
    // The methods of the operators; `axis` says what a Series is put beside.
    ...Object.keys(COMPARISONS).map((name) => besideAlong(name, () => () => 'bool')),
    ...Object.entries(NAMED_ARITHMETIC).map(([name, operator]) =>
      besideAlong(name, (other) => computed(operator, other)),
    ),
  ];
}
