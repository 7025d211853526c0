/** `type`: what every class is an instance of. */
import type { Arguments } from '../../values/arguments';
import type { Context } from '../../values/context';
import {
  bool,
  type ClassValue,
  DictValue,
  isUnknownValue,
  ListValue,
  NONE,
  NOT_IMPLEMENTED,
  OBJECT,
  type PropertyValue,
  str,
  tuple,
  type Value,
} from '../../values/value';
import { interpreterOf } from '../context';
import { CLASS_CELL, fillClassCell } from './class-cell';
import { builtinClass, computed, named, native } from './define';
import { unionOf } from './generic-alias';
import { hashesByIdentity, hashKey } from './hashing';
import { typeName } from './special';
import { classRepr } from './text';

function asClass(value: Value, context: Context): ClassValue {
  if (value.kind === 'class') return value;
  return context.raise(
    'TypeError',
    `descriptor for 'type' objects doesn't apply to a '${typeName(value, context)}' object`,
  );
}

function ofClass(get: (cls: ClassValue, context: Context) => Value): PropertyValue {
  return computed((context, self) => get(asClass(self, context), context));
}

/** An attribute that a class body may set itself; written to the class' members. */
function settable(name: string, fallback: (cls: ClassValue) => Value): PropertyValue {
  return {
    kind: 'property',
    getter: native('get(self, /)', (context, self: Value): Value => {
      const cls = asClass(self, context);
      const own = cls.members.get(name);
      // What a class body declares for its instances is not the class' own.
      return own === undefined || own.kind === 'property' ? fallback(cls) : own;
    }),
    setter: native(
      'set(self, value, /)',
      (context, self: Value, value: Value): Value => {
        asClass(self, context).members.set(context.heap, name, value);
        return NONE;
      },
      { unknowns: 'pass' },
    ),
    deleter: null,
  };
}

/** `cls.__dict__`: the members as they are now. */
function classDict(cls: ClassValue, context: Context): Value {
  const entries = [...cls.members.entries()].map(([name, value]) => {
    const key = str(name);
    return [String(hashKey(key, context)), { key, value }] as const;
  });
  return new DictValue(entries, { cls: context.builtin('mappingproxy') });
}

/** `type(value)`, or `type(name, bases, members)` that makes a class; `cls` is the metaclass. */
function makeType(given: Arguments, context: Context): Value {
  const [metaclass, name, bases, members] = given.positional;
  const missing = given.positional.slice(0, 2).find(isUnknownValue);
  if (missing) return missing;
  if (metaclass?.kind !== 'class') return context.raise('TypeError', 'type.__new__(X): X is not a type object');
  if (given.positional.length === 2 && metaclass === typeClass && name) return context.classOf(name);
  if (given.positional.length !== 4 || !name || !bases || !members) {
    return context.raise('TypeError', 'type() takes 1 or 3 arguments');
  }
  if (isUnknownValue(bases)) return bases;
  if (isUnknownValue(members)) return members;
  if (name.kind !== 'str') {
    return context.raise('TypeError', `type.__new__() argument 1 must be str, not ${typeName(name, context)}`);
  }
  const items = context.items(bases);
  if ('kind' in items) return items;
  if (members.kind !== 'dict') {
    return context.raise('TypeError', `type.__new__() argument 3 must be dict, not ${typeName(members, context)}`);
  }
  if (members.uncertain) return context.unknown('the members of the class are not known', members.uncertain);
  const declared: [string, Value][] = [];
  for (const { key, value } of members.entries.values()) {
    if (key.kind !== 'str') continue;
    if (key.value === CLASS_CELL) fillClassCell(value);
    else declared.push([key.value, value]);
  }
  const module = members.entries.get('s:__module__')?.value ?? interpreterOf(context).callerName();
  return interpreterOf(context).makeClass(name.value, items, declared, {
    metaclass: metaclass === typeClass ? null : metaclass,
    keywords: given.keywords,
    ...(module?.kind === 'str' ? { module: module.value } : {}),
  });
}

/** Whether `cls` is, or derives from, `base`; by `__subclasscheck__` where a metaclass has its own. */
export function isSubclass(cls: ClassValue, base: ClassValue): boolean {
  return cls.derivesFrom(base);
}

export const typeClass: ClassValue = builtinClass(
  'type',
  [OBJECT],
  [
    ...named(
      { ...native('__new__(cls, object, bases=, dict=, /, **kwds)', () => NONE), call: makeType },
      native('__init__(self, /, *args, **kwargs)', () => NONE, { unknowns: 'pass' }),
      {
        ...native('__call__(self, /, *args, **kwargs)', () => NONE),
        call: (given: Arguments, context: Context): Value => {
          const [cls, ...rest] = given.positional;
          if (!cls || isUnknownValue(cls)) return cls ?? NONE;
          return context.instantiate(asClass(cls, context), { ...given, positional: rest });
        },
      },
      native('__repr__(self, /)', (context, self: Value) => str(classRepr(asClass(self, context)))),
      hashesByIdentity(
        native('__hash__(self, /)', (context) => context.unknown('the hash of a class depends on its address')),
      ),
      native(
        '__eq__(self, value, /)',
        (_context, self: Value, other: Value): Value => (self === other ? bool(true) : NOT_IMPLEMENTED),
      ),
      native('mro(self, /)', (context, self: Value) => new ListValue([...asClass(self, context).mro])),
      native('__subclasses__(self, /)', (context) => context.unknown('which classes derive from it is not followed')),
      native('__instancecheck__(self, instance, /)', (context, self: Value, instance: Value): Value => {
        const cls = context.classOf(instance);
        return isUnknownValue(cls) ? cls : bool(isSubclass(cls, asClass(self, context)));
      }),
      native(
        '__subclasscheck__(self, subclass, /)',
        (context, self: Value, subclass: Value): Value =>
          bool(isSubclass(asClass(subclass, context), asClass(self, context))),
      ),
      native('__dir__(self, /)', (context, self: Value): Value => {
        const names = new Set<string>();
        for (const cls of asClass(self, context).mro) for (const name of cls.members.names()) names.add(name);
        return new ListValue([...names].sort().map(str));
      }),
      native('__or__(self, value, /)', (context, self: Value, other: Value): Value => unionOf([self, other], context)),
      native('__ror__(self, value, /)', (context, self: Value, other: Value): Value => unionOf([other, self], context)),
    ),
    [
      '__prepare__',
      { kind: 'classmethod', function: native('__prepare__(mcs, /, *args, **kwargs)', () => new DictValue()) },
    ],
    ['__name__', settable('__name__', (cls) => str(cls.name))],
    ['__qualname__', settable('__qualname__', (cls) => str(cls.name))],
    ['__module__', settable('__module__', (cls) => str(cls.module))],
    ['__doc__', settable('__doc__', () => NONE)],
    ['__annotations__', settable('__annotations__', () => new DictValue())],
    ['__mro__', ofClass((cls) => tuple([...cls.mro]))],
    ['__bases__', ofClass((cls) => tuple(cls.bases.length > 0 || cls === OBJECT ? [...cls.bases] : [OBJECT]))],
    ['__base__', ofClass((cls) => cls.bases[0] ?? (cls === OBJECT ? NONE : OBJECT))],
    ['__dict__', ofClass(classDict)],
    ['__class__', computed((context, self) => context.classOf(self))],
  ],
);
