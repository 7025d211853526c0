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
import { builtinClass, computed, isBuiltinClass, isOfProgram, named, native } from './define';
import { unionOf } from './generic-alias';
import { hashesByIdentity, hashKey } from './hashing';
import { ownSlots } from './slots';
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
function settable(name: string, fallback: (cls: ClassValue, context: Context) => Value): PropertyValue {
  return {
    kind: 'property',
    getter: native('get(self, /)', (context, self: Value): Value => {
      const cls = asClass(self, context);
      const own = cls.members.get(name);
      // What a class body declares for its instances is not the class' own.
      return own === undefined || own.kind === 'property' ? fallback(cls, context) : own;
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

/** `cls.__dict__`: the members as they are now, with those that `type` adds to each class. */
function classDict(cls: ClassValue, context: Context): Value {
  const members = new Map([...cls.members.entries()]);
  members.delete('__qualname__');
  if (!isBuiltinClass(cls)) {
    const { hash, own } = { hash: members.get('__hash__'), own: ownDescriptors(cls) };
    if (hash?.kind === 'None') members.delete('__hash__');
    for (const name of own) members.set(name, name === '__dict__' ? (OBJECT.members.get(name) as Value) : WEAKREF);
    if (!members.has('__doc__')) members.set('__doc__', NONE);
    if (hash?.kind === 'None') members.set('__hash__', hash);
  }
  const entries = [...members].map(([name, value]) => {
    const key = str(name);
    return [String(hashKey(key, context)), { key, value }] as const;
  });
  return new DictValue(entries, { cls: context.builtin('mappingproxy') });
}

/** Built-in classes whose instances have attributes or weak references, or can have none of the latter. */
const WITH_DICT = new Set(['BaseException', 'type', 'module']);
const WITH_WEAKREF = new Set(['frozenset', 'module', 'set', 'type']);
const WITHOUT_WEAKREF = new Set(['bytes', 'int', 'tuple']);

const WEAKREF = computed((context) => context.unknown('weak references are not followed'));

/** `__dict__` and `__weakref__`, where the class is the first in its order that has them (`type_new_slots`). */
function ownDescriptors(cls: ClassValue): string[] {
  const slots = (one: ClassValue) => (isBuiltinClass(one) ? [] : ownSlots(one.members.get('__slots__'), one.name));
  const has = (name: string, builtin: ReadonlySet<string>) => (one: ClassValue) => {
    const own = slots(one);
    return isBuiltinClass(one) ? builtin.has(one.name) : own === null || own.includes(name);
  };
  const inherited = cls.mro.slice(1);
  return [
    ['__dict__', WITH_DICT, false] as const,
    [
      '__weakref__',
      WITH_WEAKREF,
      inherited.some((one) => isBuiltinClass(one) && WITHOUT_WEAKREF.has(one.name)),
    ] as const,
  ].flatMap(([name, builtin, refused]) =>
    !refused && has(name, builtin)(cls) && !inherited.some(has(name, builtin)) ? [name] : [],
  );
}

/** `type(value)`, or `type(name, bases, members)` that makes a class; `cls` is the metaclass. */
function makeType(given: Arguments, context: Context): Value {
  const [metaclass, name, bases, members] = given.positional;
  const missing = given.positional.slice(0, 2).find(isUnknownValue);
  if (missing) return missing;
  if (metaclass?.kind !== 'class') return context.raise('TypeError', 'type.__new__(X): X is not a type object');
  if (given.positional.length === 2 && metaclass === typeClass && name) return interpreterOf(context).classAsked(name);
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

/** `cls.__subclasses__()`: those that still are. That a class of the program's is, is certain where its module holds it. */
function subclassesOf(context: Context, self: Value): Value {
  const cls = asClass(self, context);
  const { derived } = cls;
  const held = (one: ClassValue) => interpreterOf(context).namespaceOf(one.module)?.get(one.name) === one;
  if (!isOfProgram(cls) || cls.unknownBase || !derived.value.every(held)) {
    return context.unknown('which of the classes that derive from it still are is not followed');
  }
  return new ListValue([...derived.value]);
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
      native('__subclasses__(self, /)', subclassesOf),
      native('__instancecheck__(self, instance, /)', (context, self: Value, instance: Value): Value => {
        const cls = context.classOf(instance);
        return isUnknownValue(cls) ? cls : bool(isSubclass(cls, asClass(self, context)));
      }),
      native(
        '__subclasscheck__(self, subclass, /)',
        (context, self: Value, subclass: Value): Value =>
          bool(isSubclass(asClass(subclass, context), asClass(self, context))),
      ),
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
    [
      '__doc__',
      settable('__doc__', (cls, context) =>
        isBuiltinClass(cls) ? context.unknown('documentation of built-in classes is not followed') : NONE,
      ),
    ],
    ['__annotations__', settable('__annotations__', () => new DictValue())],
    ['__mro__', ofClass((cls) => tuple([...cls.mro]))],
    ['__bases__', ofClass((cls) => tuple(cls.bases.length > 0 || cls === OBJECT ? [...cls.bases] : [OBJECT]))],
    ['__base__', ofClass((cls) => cls.bases[0] ?? (cls === OBJECT ? NONE : OBJECT))],
    ['__dict__', ofClass(classDict)],
    ['__class__', computed((context, self) => context.classOf(self))],
  ],
);
