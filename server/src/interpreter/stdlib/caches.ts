/** `functools.lru_cache` and `cache`: what was computed, what is still kept of it, and how often it was found. */
import { type Arguments, args } from '../../values/arguments';
import type { Context } from '../../values/context';
import { Cell } from '../../values/heap';
import {
  bool,
  type ClassValue,
  DictValue,
  InstanceValue,
  int,
  isUnknownValue,
  ListValue,
  NONE,
  type Payload,
  str,
  type Value,
} from '../../values/value';
import { builtinClass, computed, native } from '../builtins/define';
import { dictOf } from '../builtins/dict';
import { builtinClass as builtinClassNamed } from '../builtins/registry';
import { interpreterOf } from '../context';
import { updateWrapper } from './functools';

/** A count that is not known where paths that differ in it meet. */
function counter(): Cell<number | null> {
  return new Cell<number | null>(0, (a, b) => (a === b ? a : null));
}

class Cache implements Payload {
  readonly type = 'lru-cache';
  /** Results by the hash of the arguments, the one that was used last behind all others. */
  readonly results = new DictValue();
  readonly hits = counter();
  readonly misses = counter();

  constructor(
    readonly callee: Value,
    /** How many results are kept; null for all. */
    readonly size: number | null,
    readonly typed: boolean,
  ) {}
}

function cacheOf(value: Value): Cache {
  return (value as InstanceValue).payload as Cache;
}

/** A key for arguments, or null where they are not known; raises for unhashable ones. */
function keyOf(given: Arguments, typed: boolean, context: Context): string | null {
  if (given.uncertain) return null;
  const parts: string[] = [];
  const add = (name: string, value: Value): boolean => {
    const hash = context.hash(value);
    const cls = typed ? context.classOf(value) : null;
    if (hash === null || (cls && isUnknownValue(cls))) return false;
    parts.push(`${name}${cls ? `${cls.name}:` : ''}${hash}`);
    return true;
  };
  for (const value of given.positional) if (!add('', value)) return null;
  for (const [name, value] of given.keywords) if (!add(`${name}=`, value)) return null;
  return parts.join('\u0000');
}

function count(cell: Cell<number | null>, context: Context): void {
  if (cell.value !== null) cell.set(context.heap, cell.value + 1);
}

function callCached(cache: Cache, given: Arguments, context: Context): Value {
  const { results, size } = cache;
  const key = keyOf(given, cache.typed, context);
  if (key === null) {
    cache.hits.set(context.heap, null);
    cache.misses.set(context.heap, null);
    return context.call(cache.callee, given);
  }
  const found = size === 0 ? undefined : results.entries.get(key);
  if (found) {
    count(cache.hits, context);
    if (size !== null) {
      results.delete(context.heap, key);
      results.set(context.heap, key, found.key, found.value);
    }
    return found.value;
  }
  count(cache.misses, context);
  const result = context.call(cache.callee, given);
  if (size === 0) return result;
  const [oldest] = results.entries.keys();
  if (size !== null && results.entries.size >= size && oldest !== undefined && !results.entries.has(key)) {
    results.delete(context.heap, oldest);
  }
  results.set(context.heap, key, str(key), result);
  return result;
}

function information(context: Context, self: Value): Value {
  const { hits, misses, results, size } = cacheOf(self);
  if (hits.value === null || misses.value === null || results.uncertain) {
    return context.unknown('how often the cache was asked is not known');
  }
  const collections = interpreterOf(context).importModule('collections');
  const namedtuple = context.attribute(collections, 'namedtuple');
  if (!namedtuple || isUnknownValue(namedtuple)) return context.unknown('`collections` is not followed');
  const fields = ['hits', 'misses', 'maxsize', 'currsize'].map(str);
  const cls = context.call(namedtuple, args([str('CacheInfo'), new ListValue(fields)]));
  const kept = size === null ? NONE : int(size);
  return context.call(cls, args([int(hits.value), int(misses.value), kept, int(results.entries.size)]));
}

export function makeCacheWrapper(): ClassValue {
  return builtinClass(
    '_lru_cache_wrapper',
    [builtinClassNamed('object')],
    [
      [
        '__call__',
        {
          kind: 'native',
          name: '__call__',
          signature: null,
          call: (given, context) => {
            const [self, ...positional] = given.positional;
            return callCached(cacheOf(self as Value), { ...given, positional }, context);
          },
        },
      ],
      [
        '__get__',
        native(
          '__get__(self, instance, owner=None, /)',
          (_context, self: Value, instance: Value): Value =>
            instance.kind === 'None' ? self : { kind: 'method', self: instance, function: self },
        ),
      ],
      ['__wrapped__', computed((_context, self: Value) => cacheOf(self).callee)],
      [
        'cache_clear',
        native('cache_clear(self, /)', (context, self: Value) => {
          const { hits, misses, results } = cacheOf(self);
          results.replace(context.heap, []);
          hits.set(context.heap, 0);
          misses.set(context.heap, 0);
          return NONE;
        }),
      ],
      ['cache_info', native('cache_info(self, /)', information)],
      [
        'cache_parameters',
        native('cache_parameters(self, /)', (_context, self: Value) => {
          const { size, typed } = cacheOf(self);
          return dictOf([
            ['maxsize', size === null ? NONE : int(size)],
            ['typed', bool(typed)],
          ]);
        }),
      ],
    ],
    { module: 'functools' },
  );
}

export function caching(wrapper: ClassValue) {
  const wrap = (callee: Value, size: number | null, typed: boolean, context: Context): Value =>
    updateWrapper(new InstanceValue(context.heap.identity(), wrapper, new Cache(callee, size, typed)), callee, context);
  return {
    /** `@lru_cache`, `@lru_cache()`, `@lru_cache(maxsize=…)` */
    lruCache: native('lru_cache(maxsize=128, typed=False)', (outer, first: Value, typed: Value): Value => {
      const isTyped = outer.truth(typed) === true;
      if (isCallable(first)) return wrap(first, 128, isTyped, outer);
      if (first.kind !== 'int' && first.kind !== 'None') {
        return outer.raise('TypeError', 'Expected first argument to be an integer, a callable, or None');
      }
      const size = first.kind === 'None' ? null : Math.max(Number(first.value), 0);
      return native('decorating_function(user_function)', (context, callee: Value) =>
        wrap(callee, size, isTyped, context),
      );
    }),
    cache: native('cache(user_function, /)', (context, callee: Value) => wrap(callee, null, false, context)),
  };
}

function isCallable(value: Value): boolean {
  return value.kind === 'function' || value.kind === 'native' || value.kind === 'class' || value.kind === 'method';
}
