/** Functions of `keras.backend` by name. */
import type { Value } from '../../../values/value';
import { opFunction } from '../../ops/call-op';
import type { OpDefinition } from '../../ops/define-op';
import { backendOperations } from './operations';
import { backendSpellings } from './spellings';

const byName: ReadonlyMap<string, OpDefinition> = new Map(
  [...backendSpellings, ...backendOperations].map((op) => [op.name, op] as const),
);

/** `keras.backend.mean`; undefined for what is no op. */
export function backendFunction(name: string): Value | undefined {
  if (!name.startsWith('keras.backend.')) return undefined;
  const definition = byName.get(name.slice('keras.backend.'.length));
  return definition && opFunction(definition);
}
