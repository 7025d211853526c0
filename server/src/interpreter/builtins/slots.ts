/** `__slots__`: the attributes that instances may have, each a descriptor of the class. */
import type { Context } from '../../values/context';
import { type ClassValue, NONE, OBJECT, type PropertyValue, str, type Value } from '../../values/value';
import { isBuiltinClass, native } from './define';
import { raiseWith } from './exception-state';
import { isPrivate, mangled } from './private-names';
import { typeName } from './special';

export interface Slots {
  readonly names: ReadonlySet<string>;
  /** Whether instances may have no other attributes. */
  readonly only: boolean;
}

/** Built-in classes whose instances have no attributes of their own. */
const DICTLESS = new Set(['bytes', 'complex', 'dict', 'float', 'frozenset', 'int', 'list', 'set', 'str', 'tuple']);

const known = new WeakMap<ClassValue, Slots>();

/** The slots of all classes in the order. */
export function slotsOf(cls: ClassValue): Slots {
  const found = known.get(cls);
  if (found) return found;
  const names = new Set<string>();
  let only = true;
  for (const one of cls.mro) {
    if (one === OBJECT || (isBuiltinClass(one) && DICTLESS.has(one.name))) continue;
    const own = isBuiltinClass(one) ? null : ownSlots(one.members.get('__slots__'), one.name);
    if (own === null || own.includes('__dict__')) only = false;
    for (const name of own ?? []) if (name !== '__dict__' && name !== '__weakref__') names.add(name);
  }
  if (cls.mro.length === 1 || cls.unknownBase) only = false;
  const made = { names, only };
  known.set(cls, made);
  return made;
}

/** The names in a class body's `__slots__`; null where it has none, or they are not known. */
export function ownSlots(given: Value | undefined, className: string): string[] | null {
  const items =
    given?.kind === 'str'
      ? [given]
      : given?.kind === 'tuple' || given?.kind === 'list'
        ? given.items
        : given?.kind === 'dict'
          ? [...given.entries.values()].map((entry) => entry.key)
          : null;
  if (!items) return null;
  const names: string[] = [];
  for (const item of items) {
    if (item.kind !== 'str') return null;
    names.push(isPrivate(item.value) ? mangled(className, item.value) : item.value);
  }
  return names;
}

/** The descriptor of one slot. */
export function slotDescriptor(name: string): PropertyValue {
  const absent = (context: Context, self: Value, text: string): never =>
    raiseWith('AttributeError', [str(text)], context, { name: str(name), obj: self });
  return {
    kind: 'property',
    descriptor: 'member_descriptor',
    slot: name,
    getter: native('get(self, /)', (context, self: Value): Value => {
      const found = self.kind === 'instance' ? self.attributes.get(name) : undefined;
      return found ?? absent(context, self, `'${typeName(self, context)}' object has no attribute '${name}'`);
    }),
    setter: native(
      'set(self, value, /)',
      (context, self: Value, value: Value): Value => {
        if (self.kind === 'instance') self.attributes.set(context.heap, name, value);
        return NONE;
      },
      { unknowns: 'pass' },
    ),
    deleter: native('delete(self, /)', (context, self: Value): Value => {
      const gone = self.kind === 'instance' && self.attributes.delete(context.heap, name);
      return gone ? NONE : absent(context, self, name);
    }),
  };
}
