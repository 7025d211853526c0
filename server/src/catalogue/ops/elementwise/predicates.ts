/** Questions about each element: bools of the same shape. */
import type { OpDefinition } from '../define-op';
import { boolean } from './types';
import { unary } from './unary';

const rows: readonly (readonly [name: string, summary: string])[] = [
  ['isfinite', 'Whether each element is a finite number.'],
  ['isinf', 'Whether each element is infinite.'],
  ['isnan', 'Whether each element is NaN.'],
  ['isneginf', 'Whether each element is minus infinity.'],
  ['isposinf', 'Whether each element is plus infinity.'],
  ['isreal', 'Whether each element is real.'],
  ['logical_not', 'Whether each element is false.'],
  ['signbit', 'Whether each element has a minus sign.'],
];

export const predicates: readonly OpDefinition[] = rows.map(([name, summary]) => unary(name, summary, boolean));
