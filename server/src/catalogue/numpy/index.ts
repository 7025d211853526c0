/** All functions of numpy that are declared as ops, by their name behind `np.`. */
import type { OpDefinition } from '../ops/define-op';
import { elementwise } from './elementwise';
import { joining } from './joining';
import { making } from './making';
import { products } from './products';
import { random } from './random';
import { reductions } from './reductions';
import { shaping } from './shaping';
import { sorting } from './sorting';
import { windows } from './windows';

export const numpyOps: readonly OpDefinition[] = [
  ...elementwise,
  ...making,
  ...reductions,
  ...shaping,
  ...joining,
  ...sorting,
  ...products,
  ...random,
  ...windows,
];

const byName: ReadonlyMap<string, OpDefinition> = new Map(
  numpyOps.flatMap((op) => [op.name, ...(op.aliases ?? [])].map((name) => [name, op] as const)),
);

export function numpyOpNamed(name: string): OpDefinition | undefined {
  return byName.get(name);
}

/** A function that must be there. */
export function numpyOp(name: string): OpDefinition {
  const found = byName.get(name);
  if (!found) throw new Error(`numpy's ${name} is not declared`);
  return found;
}
