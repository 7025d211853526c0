/** Which classes bring storage of their own: bases of one class may not bring two that exclude each other. */
import { type ClassValue, OBJECT } from '../../values/value';
import { isBuiltinClass } from './define';
import { ownSlots } from './slots';

/** Built-in classes whose instances hold more than attributes. */
const STORING: ReadonlySet<string> = new Set([
  'BaseException',
  'bytearray',
  'bytes',
  'classmethod',
  'complex',
  'dict',
  'float',
  'frozenset',
  'int',
  'list',
  'property',
  'set',
  'staticmethod',
  'str',
  'tuple',
  'type',
]);

/** CPython's `solid_base`: the class that decides how instances are laid out; null for `object`. */
export function layoutOf(cls: ClassValue): ClassValue | null {
  for (const one of cls.mro) {
    if (one === OBJECT || one.opaque) continue;
    if (isBuiltinClass(one)) {
      if (STORING.has(one.name) && one.module === 'builtins') return one;
      continue;
    }
    const own = ownSlots(one.members.get('__slots__'), one.name) ?? [];
    if (own.some((name) => name !== '__dict__' && name !== '__weakref__')) return one;
  }
  return null;
}
