/** `functools` */

import { type Arguments, args } from '../../values/arguments';
import type { Context } from '../../values/context';
import {
  type ClassValue,
  DictValue,
  InstanceValue,
  int,
  isUnknownValue,
  type NativeFunction,
  NONE,
  type Payload,
  str,
  tuple,
  type Value,
} from '../../values/value';
import { builtinClass, builtinFunctions, computed, named, native } from '../builtins/define';
import { callableOf } from '../builtins/object-functions';
import { compare } from '../builtins/operations';
import { builtinClass as builtinClassNamed, iteratorOf, reprOf } from '../builtins/registry';
import { caching, makeCacheWrapper } from './caches';
import { partialmethod, singledispatch, singledispatchmethod } from './dispatch';
import { isEnd } from './iterators';
import { declareModule } from './module';

// ---------------------------------------------------------------- partial

class Partial implements Payload {
  readonly type = 'partial';
  constructor(
    readonly callee: Value,
    readonly given: Arguments,
  ) {}
}

function partialOf(value: Value): Partial {
  return (value as InstanceValue).payload as Partial;
}

/** Arguments of a partial with those of a call behind them; the call's keywords win. */
function extended(first: Arguments, more: Arguments): Arguments {
  return {
    positional: [...first.positional, ...more.positional],
    keywords: new Map([...first.keywords, ...more.keywords]),
    uncertain: first.uncertain ?? more.uncertain,
  };
}

function keywordsOf(given: Arguments, context: Context): Value {
  return new DictValue(
    [...given.keywords].map(([name, value]) => [context.hash(str(name)) as string, { key: str(name), value }] as const),
  );
}

function makePartial(): ClassValue {
  const cls: ClassValue = builtinClass(
    'partial',
    [builtinClassNamed('object')],
    [
      [
        '__new__',
        {
          kind: 'native',
          name: '__new__',
          signature: null,
          call: ({ positional, keywords, uncertain }, context) => {
            const [made, callee, ...rest] = positional;
            if (callee === undefined) context.raise('TypeError', "type 'partial' takes at least one argument");
            const target = callee as Value;
            if (context.truth(callableOf(target, context)) === false) {
              context.raise('TypeError', 'the first argument must be callable');
            }
            const given = { positional: rest, keywords, uncertain };
            const inner = target.kind === 'instance' && target.payload instanceof Partial ? target.payload : null;
            const payload = inner
              ? new Partial(inner.callee, extended(inner.given, given))
              : new Partial(target, given);
            return new InstanceValue(context.heap.identity(), made as ClassValue, payload);
          },
        },
      ],
      ['__init__', { kind: 'native', name: '__init__', signature: null, call: () => NONE }],
      [
        '__call__',
        {
          kind: 'native',
          name: '__call__',
          signature: null,
          call: (given, context) => {
            const [self, ...rest] = given.positional;
            const made = partialOf(self as Value);
            return context.call(made.callee, extended(made.given, { ...given, positional: rest }));
          },
        },
      ],
      [
        '__repr__',
        native('__repr__(self, /)', (context, self: Value): Value => {
          const { callee, given } = partialOf(self);
          const parts = [callee, ...given.positional, ...given.keywords.values()].map((value) =>
            reprOf(value, context),
          );
          const names = [
            '',
            ...given.positional.map(() => ''),
            ...[...given.keywords.keys()].map((name) => `${name}=`),
          ];
          const missing = parts.find((part) => typeof part !== 'string');
          if (missing !== undefined && typeof missing !== 'string') return missing;
          return str(`functools.partial(${parts.map((part, i) => `${names[i]}${String(part)}`).join(', ')})`);
        }),
      ],
      ['func', computed((_context, self: Value) => partialOf(self).callee)],
      ['args', computed((_context, self: Value) => tuple(partialOf(self).given.positional))],
      ['keywords', computed((context, self: Value) => keywordsOf(partialOf(self).given, context))],
    ],
    { module: 'functools' },
  );
  return cls;
}

// ---------------------------------------------------------------- wraps

const COPIED = ['__module__', '__name__', '__qualname__', '__doc__', '__annotations__'];

/** Makes a wrapper look like what it wraps, as far as its attributes can be set. */
export function updateWrapper(
  wrapper: Value,
  wrapped: Value,
  context: Context,
  assigned?: Value,
  updated?: Value,
): Value {
  const copied = assigned ? context.items(assigned) : COPIED.map(str);
  if ('kind' in copied) return copied;
  for (const name of copied) {
    const value = name.kind === 'str' ? context.attribute(wrapped, name.value) : undefined;
    if (name.kind === 'str' && value !== undefined) {
      context.attempt(() => context.setAttribute(wrapper, name.value, value));
    }
  }
  const merged = updated ? context.items(updated) : [str('__dict__')];
  if ('kind' in merged) return merged;
  if (merged.some((name) => name.kind === 'str' && name.value === '__dict__') && wrapped.kind === 'function') {
    for (const [name, value] of wrapped.attributes.entries()) context.setAttribute(wrapper, name, value);
  }
  context.attempt(() => context.setAttribute(wrapper, '__wrapped__', wrapped));
  return wrapper;
}

const wraps = native(
  'wraps(wrapped, assigned=, updated=)',
  (_outer, wrapped: Value, assigned?: Value, updated?: Value) =>
    native('wraps(wrapper)', (context, wrapper: Value) => updateWrapper(wrapper, wrapped, context, assigned, updated)),
);

const updating = native(
  'update_wrapper(wrapper, wrapped, assigned=, updated=)',
  (context, wrapper: Value, wrapped: Value, assigned?: Value, updated?: Value) =>
    updateWrapper(wrapper, wrapped, context, assigned, updated),
);

class CachedProperty implements Payload {
  readonly type = 'cached-property';
  constructor(readonly getter: Value) {}
}

/** Computed when first read, then an ordinary attribute of the instance. */
function makeCachedProperty(): ClassValue {
  return builtinClass(
    'cached_property',
    [builtinClassNamed('object')],
    [
      [
        '__new__',
        native(
          '__new__(cls, func, /)',
          (context, cls: ClassValue, getter: Value) =>
            new InstanceValue(context.heap.identity(), cls, new CachedProperty(getter)),
        ),
      ],
      ['__init__', { kind: 'native', name: '__init__', signature: null, call: () => NONE }],
      [
        '__set_name__',
        native('__set_name__(self, owner, name, /)', (context, self: InstanceValue, _owner: Value, name: Value) => {
          self.attributes.set(context.heap, 'attrname', name);
          return NONE;
        }),
      ],
      [
        '__get__',
        native('__get__(self, instance, owner=None, /)', (context, self: InstanceValue, instance: Value): Value => {
          if (instance.kind !== 'instance') return self;
          const name = self.attributes.get('attrname');
          const key = name?.kind === 'str' ? name.value : null;
          const known = key === null ? undefined : instance.attributes.get(key);
          if (known !== undefined) return known;
          const value = context.call((self.payload as CachedProperty).getter, args([instance]));
          if (key !== null) instance.attributes.set(context.heap, key, value);
          return value;
        }),
      ],
    ],
    { module: 'functools' },
  );
}

// ---------------------------------------------------------------- the rest

const reduce = native(
  'reduce(function, iterable, initial=, /)',
  (context, callee: Value, iterable: Value, initial: Value | undefined) => {
    const iterator = iteratorOf(iterable, context);
    if (isUnknownValue(iterator)) return iterator;
    let total = initial;
    for (;;) {
      const item = iterator.next(context);
      if (isEnd(item)) {
        if (item !== undefined) return context.unknown('it is not known how many items there are', item.reason);
        return total ?? context.raise('TypeError', 'reduce() of empty iterable with no initial value');
      }
      context.spend(1);
      total = total === undefined ? item : context.call(callee, args([total, item]));
    }
  },
  { unknowns: 'pass' },
);

/** A key for `sorted` that compares by a function of two, as `sorted` only asks whether one is less. */
function makeCmpToKey(): NativeFunction {
  class Compared implements Payload {
    readonly type = 'cmp-to-key';
    constructor(
      readonly callee: Value,
      readonly item: Value,
    ) {}
  }
  const comparedOf = (value: Value) => (value as InstanceValue).payload as Compared;
  const cls = builtinClass(
    'KeyWrapper',
    [builtinClassNamed('object')],
    [
      [
        '__lt__',
        native('__lt__(self, other, /)', (context, self: Value, other: Value) => {
          const { callee, item } = comparedOf(self);
          return compare('<', context.call(callee, args([item, comparedOf(other).item])), int(0), context);
        }),
      ],
    ],
    { module: 'functools' },
  );
  return native('cmp_to_key(mycmp)', (_outer, callee: Value) =>
    native(
      'KeyWrapper(obj)',
      (context, item: Value) => new InstanceValue(context.heap.identity(), cls, new Compared(callee, item)),
    ),
  );
}

/** Comparison methods from one of them and `__eq__`. */
const totalOrdering = native('total_ordering(cls, /)', (context, cls: Value) => {
  if (cls.kind !== 'class') return cls;
  const defined = ['__lt__', '__gt__', '__le__', '__ge__'].filter((name) => cls.members.has(name));
  const root = ['__lt__', '__le__', '__gt__', '__ge__'].find((name) => defined.includes(name));
  if (root === undefined) return context.raise('ValueError', 'must define at least one ordering operation: < > <= >=');
  for (const [name, derive] of Object.entries(DERIVED)) {
    if (defined.includes(name)) continue;
    cls.members.set(
      context.heap,
      name,
      native(`${name}(self, other, /)`, (running, self: Value, other: Value) => {
        const method = cls.lookup(root) as Value;
        const result = running.call(method, args([self, other]));
        if (result.kind === 'NotImplemented') return result;
        const truth = running.truth(result);
        if (typeof truth !== 'boolean') return truth;
        const equal = running.equal(self, other);
        if (typeof equal !== 'boolean') return equal;
        return { kind: 'bool', value: derive(root, truth, equal) };
      }),
    );
  }
  return cls;
});

/** What each comparison is, given the outcome of the root one and of `==`. */
const DERIVED: Readonly<Record<string, (root: string, truth: boolean, equal: boolean) => boolean>> = {
  __lt__: (root, truth, equal) => (root === '__gt__' ? !truth && !equal : root === '__le__' ? truth && !equal : !truth),
  __le__: (root, truth, equal) => (root === '__lt__' ? truth || equal : root === '__gt__' ? !truth : !truth || equal),
  __gt__: (root, truth, equal) => (root === '__lt__' ? !truth && !equal : root === '__ge__' ? truth && !equal : !truth),
  __ge__: (root, truth, equal) => (root === '__gt__' ? truth || equal : root === '__lt__' ? !truth : !truth || equal),
};

export function functoolsModule() {
  const { lruCache, cache } = caching(makeCacheWrapper());
  return declareModule(
    'functools',
    [
      ['WRAPPER_ASSIGNMENTS', tuple(COPIED.map(str))],
      ['WRAPPER_UPDATES', tuple([str('__dict__')])],
      ['partial', makePartial()],
      ...named(...builtinFunctions([reduce])),
      ['wraps', wraps],
      ['update_wrapper', updating],
      ['lru_cache', lruCache],
      ['cache', cache],
      ['cached_property', makeCachedProperty()],
      ...named(...builtinFunctions([makeCmpToKey()])),
      ['partialmethod', partialmethod],
      ['singledispatch', singledispatch],
      ['singledispatchmethod', singledispatchmethod],
      ['total_ordering', totalOrdering],
    ],
    { others: 'GenericAlias Placeholder RLock get_cache_token namedtuple recursive_repr' },
  );
}
