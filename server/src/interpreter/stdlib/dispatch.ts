/** `functools.singledispatch` and `partialmethod` */
import { type Arguments, args } from '../../values/arguments';
import type { Context } from '../../values/context';
import {
  type ClassValue,
  type DictEntry,
  DictValue,
  InstanceValue,
  isUnknownValue,
  ListValue,
  OBJECT,
  type Payload,
  tuple,
  type Value,
} from '../../values/value';
import { builtinClass, computed, native } from '../builtins/define';
import { isSubclass } from '../builtins/is-instance';
import { interpreterOf } from '../context';

/** Implementations by class, in the order of their registration: pairs in a list that the heap keeps. */
class Dispatch implements Payload {
  readonly type = 'dispatch';
  readonly registered = new ListValue();
  constructor(readonly fallback: Value) {}
}

function dispatchOf(value: Value): Dispatch {
  return (value as InstanceValue).payload as Dispatch;
}

/**
 * The implementation for a class: that of the first class in its order that has one. Abstract classes that it is not
 * made of stand behind the first class in the order that is one of theirs (`functools._compose_mro`).
 */
function implementation(dispatch: Dispatch, cls: ClassValue, context: Context): Value {
  const registered = new Map<Value, Value>();
  for (const pair of dispatch.registered.items) {
    if (pair.kind === 'tuple') registered.set(pair.items[0] as Value, pair.items[1] as Value);
  }
  const abstract = [...registered.keys()].filter((one) => !cls.mro.includes(one as ClassValue));
  for (const one of cls.mro) {
    const own = registered.get(one);
    if (own) return own;
    const fitting: Value[] = [];
    for (const candidate of abstract) {
      const fits = isSubclass(one, candidate, context);
      if (typeof fits !== 'boolean') return fits;
      if (fits && !one.bases.some((base) => isSubclass(base, candidate, context) === true)) fitting.push(candidate);
    }
    const nearest = fitting.filter((a) => !fitting.some((b) => b !== a && isSubclass(b, a, context) === true));
    if (nearest.length > 1) return context.unknown('several implementations are meant');
    if (nearest[0]) return registered.get(nearest[0]) as Value;
  }
  return dispatch.fallback;
}

/** The classes that an annotation names: one, or those of a union. Undefined for others. */
function classesOf(annotation: Value, context: Context): readonly Value[] | undefined {
  if (annotation.kind === 'class') return [annotation];
  if (annotation.kind !== 'instance') return undefined;
  const isUnion =
    annotation.cls.name === 'UnionType' ||
    context.attribute(annotation, '__origin__') ===
      context.attribute(interpreterOf(context).importModule('typing'), 'Union');
  const parts = isUnion ? context.attribute(annotation, '__args__') : undefined;
  return parts?.kind === 'tuple' && parts.items.every((one) => one.kind === 'class') ? parts.items : undefined;
}

function callDispatched(dispatch: Dispatch, decisive: Value | undefined, given: Arguments, context: Context): Value {
  if (decisive === undefined)
    return context.raise('TypeError', 'a single-dispatch function requires at least 1 positional argument');
  const cls = context.classOf(decisive);
  if (isUnknownValue(cls)) return cls;
  const found = implementation(dispatch, cls, context);
  return isUnknownValue(found) ? found : context.call(found, given);
}

function register(context: Context, self: Value, cls: Value, callee?: Value): Value {
  const dispatch = dispatchOf(self);
  const add = (running: Context, types: readonly Value[], target: Value): Value => {
    for (const type of types) dispatch.registered.append(running.heap, tuple([type, target]));
    return target;
  };
  const given = classesOf(cls, context);
  if (given)
    return callee
      ? add(context, given, callee)
      : native('register(func)', (running, target: Value) => add(running, given, target));
  // By the annotation of the first parameter.
  const annotations = context.attribute(cls, '__annotations__');
  if (annotations?.kind === 'dict' && !annotations.uncertain) {
    const [first] = annotations.entries.values();
    const types = first ? classesOf(first.value, context) : undefined;
    if (types) return add(context, types, cls);
  }
  dispatch.registered.forget(context.heap, context.because('annotations are not followed'));
  return cls;
}

/** `registry`: implementations by class, that of `object` first. */
function registry(context: Context, self: Value): Value {
  const { fallback, registered } = dispatchOf(self);
  if (registered.uncertain) return context.unknown('the annotations are not followed', registered.uncertain);
  const entries = new Map<string, DictEntry>();
  const add = (cls: Value, callee: Value) => {
    entries.set(context.hash(cls) ?? '', { key: cls, value: callee });
  };
  add(OBJECT, fallback);
  for (const pair of registered.items) if (pair.kind === 'tuple') add(pair.items[0] as Value, pair.items[1] as Value);
  return new DictValue(entries, { cls: context.builtin('mappingproxy') });
}

const registering: readonly (readonly [string, Value])[] = [
  ['registry', computed(registry)],
  ['register', native('register(self, cls, func=, /)', register)],
  [
    'dispatch',
    native(
      'dispatch(self, cls, /)',
      (context, self: Value, cls: Value): Value =>
        cls.kind === 'class' ? implementation(dispatchOf(self), cls, context) : dispatchOf(self).fallback,
    ),
  ],
];

const dispatcher = builtinClass(
  'function',
  [OBJECT],
  [
    ...registering,
    [
      '__call__',
      {
        kind: 'native',
        name: '__call__',
        signature: null,
        call: (given, context) => {
          const [self, ...positional] = given.positional;
          const dispatch = dispatchOf(self as Value);
          if (dispatch.registered.uncertain)
            return context.unknown('it is not known which implementation is meant', dispatch.registered.uncertain);
          return callDispatched(dispatch, positional[0], { ...given, positional }, context);
        },
      },
    ],
  ],
);

export const singledispatch = native(
  'singledispatch(func)',
  (context, callee: Value) => new InstanceValue(context.heap.identity(), dispatcher, new Dispatch(callee)),
);

export const singledispatchmethod = builtinClass(
  'singledispatchmethod',
  [OBJECT],
  [
    ...registering,
    [
      '__new__',
      native(
        '__new__(cls, func)',
        (context, cls: Value, callee: Value) =>
          new InstanceValue(context.heap.identity(), cls as ClassValue, new Dispatch(callee)),
      ),
    ],
    [
      '__get__',
      native(
        '__get__(self, instance, owner=None, /)',
        (_outer, self: Value, instance: Value): Value => ({
          kind: 'native',
          name: 'method',
          signature: null,
          call: (given, context) => {
            const positional = instance.kind === 'None' ? given.positional : [instance, ...given.positional];
            return callDispatched(dispatchOf(self), given.positional[0], { ...given, positional }, context);
          },
        }),
      ),
    ],
  ],
  { module: 'functools' },
);

class PartialMethod implements Payload {
  readonly type = 'partialmethod';
  constructor(
    readonly callee: Value,
    readonly given: Arguments,
  ) {}
}

export const partialmethod: ClassValue = builtinClass(
  'partialmethod',
  [OBJECT],
  [
    [
      '__new__',
      {
        kind: 'native',
        name: '__new__',
        signature: null,
        call: ({ positional, keywords, uncertain }, context) => {
          const [cls, callee, ...rest] = positional;
          if (callee === undefined)
            return context.raise('TypeError', "type 'partialmethod' takes at least one argument");
          const payload = new PartialMethod(callee, { positional: rest, keywords, uncertain });
          return new InstanceValue(context.heap.identity(), cls as ClassValue, payload);
        },
      },
    ],
    ['__init__', native('__init__(self, *args, **kwargs)', () => ({ kind: 'None' }), { unknowns: 'pass' })],
    [
      '__get__',
      native('__get__(self, instance, owner=None, /)', (_outer, self: Value, instance: Value): Value => {
        const { callee, given } = (self as InstanceValue).payload as PartialMethod;
        return {
          kind: 'native',
          name: 'method',
          signature: null,
          call: (more, context) =>
            context.call(callee, {
              ...args([...(instance.kind === 'None' ? [] : [instance]), ...given.positional, ...more.positional]),
              keywords: new Map([...given.keywords, ...more.keywords]),
              uncertain: given.uncertain ?? more.uncertain,
            }),
        };
      }),
    ],
  ],
  { module: 'functools' },
);
