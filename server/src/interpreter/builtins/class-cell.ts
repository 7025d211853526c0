/**
 * `__classcell__`: what a class body whose methods use `super()` or `__class__` leaves in its namespace
 * for `type.__new__`. A metaclass that hands on a namespace without it leaves these methods without a class.
 */
import { InstanceValue, OBJECT } from '../../values/value';
import { builtinClass, builtinIdentity } from './define';

const cellClass = builtinClass('cell', [OBJECT]);

/** The name that a class body keeps it under. */
export const CLASS_CELL = '__classcell__';

const filled = new WeakSet<object>();

export function classCell(): InstanceValue {
  return new InstanceValue(builtinIdentity(), cellClass);
}

/** `type.__new__` has got it. */
export function fillClassCell(cell: object): void {
  filled.add(cell);
}

export function isFilled(cell: object): boolean {
  return filled.has(cell);
}
