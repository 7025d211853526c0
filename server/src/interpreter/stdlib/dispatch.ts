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

/** Implementations by class, in the order of their registration: pairs in a list that the heap keeps. */
class Dispatch implements Payload {
  readonly type = 'dispatch';
  readonly registered = new ListValue();
  constructor(readonly fallback: Value) {}
}

function dispatchOf(value: Value): Dispatch {
  return (value as InstanceValue).payload as Dispatch;
}

/** The implementation for a class: that of the first class in its order that has one. */
function implementation(dispatch: Dispatch, cls: ClassValue): Value {
  for (const one of cls.mro) {
    for (let i = dispatch.registered.items.length - 1; i >= 0; i--) {
      const pair = dispatch.registered.items[i];
      if (pair?.kind === 'tuple' && pair.items[0] === one) return pair.items[1] as Value;
    }
  }
  return dispatch.fallback;
}

function callDispatched(dispatch: Dispatch, decisive: Value | undefined, given: Arguments, context: Context): Value {
  if (decisive === undefined)
    return context.raise('TypeError', 'a single-dispatch function requires at least 1 positional argument');
  const cls = context.classOf(decisive);
  return isUnknownValue(cls) ? cls : context.call(implementation(dispatch, cls), given);
}

function register(context: Context, self: Value, cls: Value, callee?: Value): Value {
  const dispatch = dispatchOf(self);
  const add = (running: Context, type: Value, target: Value): Value => {
    dispatch.registered.append(running.heap, tuple([type, target]));
    return target;
  };
  if (callee) return add(context, cls, callee);
  if (cls.kind === 'class') {
    return native('register(func)', (running, target: Value) => add(running, cls, target));
  }
  // By the annotation of the first parameter.
  const annotations = context.attribute(cls, '__annotations__');
  if (annotations?.kind === 'dict' && !annotations.uncertain) {
    const [first] = annotations.entries.values();
    if (first && first.value.kind === 'class') return add(context, first.value, cls);
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
      (_context, self: Value, cls: Value): Value =>
        cls.kind === 'class' ? implementation(dispatchOf(self), cls) : dispatchOf(self).fallback,
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
