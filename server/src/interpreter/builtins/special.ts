/** Special methods (`__len__`, `__eq__`): looked up on the class, as Python does, never on the instance. */
import { args } from '../../values/arguments';
import type { Context } from '../../values/context';
import { type ClassValue, isUnknownValue, type Value } from '../../values/value';

/** The member that a special name has on a class; unknown where it may be that of a base class that is not known. */
export function specialMember(cls: ClassValue, name: string): Value | undefined {
  return cls.lookup(name);
}

/** Special methods that a class takes away by `None`; for all others CPython calls what stands there. */
const TAKEN_AWAY_BY_NONE: ReadonlySet<string> = new Set(['__iter__', '__contains__', '__reversed__', '__hash__']);

/** Calls a special method of a value; undefined where its class has none. */
export function callMethod(value: Value, name: string, values: readonly Value[], context: Context): Value | undefined {
  const cls = context.classOf(value);
  if (isUnknownValue(cls)) return cls;
  const member = specialMember(cls, name);
  if (member === undefined || (member.kind === 'None' && TAKEN_AWAY_BY_NONE.has(name))) return undefined;
  return callMember(member, value, values, context);
}

/** Calls a class' member as if it had been looked up on an instance. */
export function callMember(member: Value, self: Value, values: readonly Value[], context: Context): Value {
  switch (member.kind) {
    case 'unknown':
      return member;
    case 'function':
    case 'native':
      return context.call(member, args([self, ...values]));
    case 'staticmethod':
      return context.call(member.function, args(values));
    case 'classmethod': {
      const cls = context.classOf(self);
      return isUnknownValue(cls) ? cls : context.call(member.function, args([cls, ...values]));
    }
    default:
      return context.call(member, args(values));
  }
}

/** Whether instances are iterated by methods, or by the old protocol. A match is subscribed by its groups alone. */
export function isIterable(cls: ClassValue): boolean {
  if (cls.lookup('__iter__') !== undefined) return true;
  return cls.lookup('__getitem__') !== undefined && !(cls.name === 'Match' && cls.module === 're');
}

/** The name of a value's class, for messages. */
export function typeName(value: Value, context: Context): string {
  const cls = context.classOf(value);
  if (isUnknownValue(cls)) return 'object';
  if (cls.module === 'builtins' || cls.module === '__main__') return cls.name;
  const full = `${cls.module}.${cls.name}`;
  if (cls.module === 'itertools' || NAMED_WITH_MODULE.has(full)) return full;
  return IN_MEMORY.has(full) ? `_${full}` : cls.name;
}

const IN_MEMORY: ReadonlySet<string> = new Set(['io.BytesIO', 'io.StringIO']);

/** Classes that CPython has in C, outside of `builtins`: their names in messages hold the module. */
const NAMED_WITH_MODULE: ReadonlySet<string> = new Set([
  'collections.OrderedDict',
  'collections.defaultdict',
  'collections.deque',
  'datetime.date',
  'datetime.datetime',
  'datetime.time',
  'datetime.timedelta',
  'datetime.timezone',
  'decimal.Decimal',
  'functools.partial',
  'operator.attrgetter',
  'operator.itemgetter',
  'operator.methodcaller',
  're.Match',
  're.Pattern',
  'types.GenericAlias',
  'types.SimpleNamespace',
  'types.UnionType',
]);
