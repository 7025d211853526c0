/** `itertools` */
import { args } from '../../values/arguments';
import type { Context } from '../../values/context';
import {
  type IteratorValue,
  int,
  isUnknownValue,
  NONE,
  tuple,
  UncertainEnd,
  type UnknownValue,
  type Value,
} from '../../values/value';
import { builtinFunctions, named, native } from '../builtins/define';
import { iteratorMaker } from '../builtins/iterator-classes';
import { binary } from '../builtins/operations';
import { indexOf, tryIndex } from '../builtins/protocols';
import { iteratorOf, reprOf } from '../builtins/registry';
import { isEnd, listed, type Next, Place, stepping } from './iterators';
import { declareModule } from './module';

/** More combinations than this are not listed. */
const MOST_ITEMS = 100_000;

type Iterate = (iterator: IteratorValue) => Value;

/** Makes the iterators of several iterables, or gives the first that is unknown. */
function iterators(values: readonly Value[], context: Context): readonly IteratorValue[] | UnknownValue {
  const made: IteratorValue[] = [];
  for (const value of values) {
    const iterator = iteratorOf(value, context);
    if (isUnknownValue(iterator)) return iterator;
    made.push(iterator);
  }
  return made;
}

function over(value: Value, context: Context, make: Iterate): Value {
  const iterator = iteratorOf(value, context);
  return isUnknownValue(iterator) ? iterator : make(iterator);
}

function intOf(value: Value, name: string, context: Context): number {
  if (value.kind === 'int' || value.kind === 'bool') return Number(value.value);
  return context.raise('TypeError', `${name} must be an integer`);
}

/** Takes all items of several iterables, or tells which is unknown. */
function pools(values: readonly Value[], context: Context): readonly (readonly Value[])[] | UnknownValue {
  const taken: (readonly Value[])[] = [];
  for (const value of values) {
    const items = context.items(value);
    if ('kind' in items) return items;
    taken.push(items);
  }
  return taken;
}

function decided(value: Value, context: Context): boolean | UncertainEnd {
  const truth = context.truth(value);
  return typeof truth === 'boolean' ? truth : new UncertainEnd(truth.reason);
}

function holds(predicate: Value, item: Value, context: Context): boolean | UncertainEnd {
  return decided(predicate.kind === 'None' ? item : context.call(predicate, args([item])), context);
}

// ---------------------------------------------------------------- endless ones

const count = native('count(start=0, step=1)', (context, start: Value, step: Value) => {
  for (const part of [start, step]) {
    const cls = context.classOf(part);
    const isNumber = isUnknownValue(cls) || ['__index__', '__float__', '__complex__'].some((name) => cls.lookup(name));
    if (!isNumber) return context.raise('TypeError', 'a number is required');
  }
  return stepping(
    'itertools.count',
    start,
    (at, running) => ({ item: at, state: binary('+', at, step, running) }),
    (at, running) => {
      const isOne = step.kind === 'int' && BigInt(step.value) === 1n;
      return joined('count', isOne ? [at] : [at, step], running);
    },
  );
});

/** `name(a, b)` with the parts' `repr`s. */
function joined(name: string, parts: readonly Value[], context: Context): string | UnknownValue {
  const texts: string[] = [];
  for (const part of parts) {
    const text = reprOf(part, context);
    if (typeof text !== 'string') return text;
    texts.push(text);
  }
  return `${name}(${texts.join(', ')})`;
}

const cycle = native('cycle(iterable, /)', (context, iterable: Value) =>
  over(iterable, context, (source) => {
    const saved = new Place<readonly Value[]>([]);
    const position = new Place<number | null>(null);
    return {
      kind: 'iterator',
      type: 'itertools.cycle',
      next: (running) => {
        const unsure = saved.unsure ?? position.unsure;
        if (unsure) return unsure;
        if (position.value === null) {
          const next = source.next(running);
          if (next !== undefined && next.kind === 'uncertain-end') return next;
          if (next !== undefined) {
            saved.set(running, [...saved.value, next]);
            return next;
          }
          position.set(running, 0);
        }
        const items = saved.value;
        if (items.length === 0) return undefined;
        const at = position.value ?? 0;
        position.set(running, (at + 1) % items.length);
        return items[at];
      },
    };
  }),
);

const repeat = native(
  'repeat(object, times=)',
  (context, object: Value, times: Value | undefined) => {
    const wanted = times === undefined ? Number.POSITIVE_INFINITY : indexOf(times, context);
    if (typeof wanted === 'object') return wanted;
    const most = Number(wanted);
    return stepping(
      'itertools.repeat',
      0,
      (at) => (at < most ? { item: object, state: at + 1 } : undefined),
      (at, running) => joined('repeat', most === Infinity ? [object] : [object, int(Math.max(0, most - at))], running),
    );
  },
  { unknowns: 'pass' },
);

// ---------------------------------------------------------------- one after the other

function chained(sources: IteratorValue): IteratorValue {
  const current = new Place<IteratorValue | null>(null);
  return {
    kind: 'iterator',
    type: 'itertools.chain',
    next: (context) => {
      for (;;) {
        if (current.unsure) return current.unsure;
        if (current.value === null) {
          const source = sources.next(context);
          if (isEnd(source)) return source;
          const iterator = iteratorOf(source, context);
          if (isUnknownValue(iterator)) return new UncertainEnd(iterator.reason);
          current.set(context, iterator);
        }
        const next = current.value?.next(context);
        if (next !== undefined) return next;
        current.set(context, null);
      }
    },
  };
}

const chain = native(
  'chain(*iterables)',
  (_context, iterables: readonly Value[]) => chained(listed('tuple_iterator', iterables)),
  { unknowns: 'pass' },
);

const fromIterable = native('from_iterable(iterable, /)', (context, iterable: Value) =>
  over(iterable, context, chained),
);

const compress = native('compress(data, selectors)', (context, data: Value, selectors: Value) => {
  const made = iterators([data, selectors], context);
  if ('kind' in made) return made;
  const [items, flags] = made as [IteratorValue, IteratorValue];
  return {
    kind: 'iterator',
    type: 'itertools.compress',
    next: (running) => {
      for (;;) {
        const item = items.next(running);
        if (isEnd(item)) return item;
        const flag = flags.next(running);
        if (isEnd(flag)) return flag;
        const chosen = decided(flag, running);
        if (typeof chosen !== 'boolean') return chosen;
        if (chosen) return item;
      }
    },
  };
});

/** `filterfalse` and its kin: the items for which the predicate does not hold. */
const filterfalse = native('filterfalse(function, iterable, /)', (context, predicate: Value, iterable: Value) =>
  over(iterable, context, (source) => ({
    kind: 'iterator',
    type: 'itertools.filterfalse',
    next: (running) => {
      for (;;) {
        const item = source.next(running);
        if (isEnd(item)) return item;
        const chosen = holds(predicate, item, running);
        if (typeof chosen !== 'boolean') return chosen;
        if (!chosen) return item;
      }
    },
  })),
);

const takewhile = native('takewhile(predicate, iterable, /)', (context, predicate: Value, iterable: Value) =>
  over(iterable, context, (source) => {
    const ended = new Place(false);
    return {
      kind: 'iterator',
      type: 'itertools.takewhile',
      next: (running) => {
        if (ended.unsure) return ended.unsure;
        if (ended.value) return undefined;
        const item = source.next(running);
        if (isEnd(item)) return item;
        const goesOn = holds(predicate, item, running);
        if (typeof goesOn !== 'boolean') return goesOn;
        if (goesOn) return item;
        ended.set(running, true);
        return undefined;
      },
    };
  }),
);

const dropwhile = native('dropwhile(predicate, iterable, /)', (context, predicate: Value, iterable: Value) =>
  over(iterable, context, (source) => {
    const started = new Place(false);
    return {
      kind: 'iterator',
      type: 'itertools.dropwhile',
      next: (running) => {
        for (;;) {
          if (started.unsure) return started.unsure;
          const item = source.next(running);
          if (isEnd(item) || started.value) return item;
          const dropped = holds(predicate, item, running);
          if (typeof dropped !== 'boolean') return dropped;
          if (dropped) continue;
          started.set(running, true);
          return item;
        }
      },
    };
  }),
);

const islice = native('islice(iterable, *limits)', (context, iterable: Value, limits: readonly Value[]) => {
  if (limits.length === 0) return context.raise('TypeError', 'islice expected at least 2 arguments, got 1');
  if (limits.length > 3) {
    return context.raise('TypeError', `islice expected at most 4 arguments, got ${limits.length + 1}`);
  }
  /** What is no number counts as -1. */
  const number = (value: Value | undefined, otherwise: number): number => {
    if (value === undefined || value.kind === 'None') return otherwise;
    const index = tryIndex(value, context);
    return typeof index === 'number' || typeof index === 'bigint' ? Number(index) : -1;
  };
  const unknown = limits.find(isUnknownValue);
  if (unknown) return unknown;
  const range = 'must be None or an integer: 0 <= x <= sys.maxsize.';
  const [first, second, third] = limits.length === 1 ? [undefined, limits[0], undefined] : limits;
  const stop = number(second, Number.POSITIVE_INFINITY);
  const start = number(first, 0);
  const step = number(third, 1);
  if (stop === -1 || (limits.length === 1 && stop < 0))
    context.raise('ValueError', `Stop argument for islice() ${range}`);
  if (start < 0 || stop < 0) context.raise('ValueError', `Indices for islice() ${range}`);
  if (step < 1) context.raise('ValueError', 'Step for islice() must be a positive integer or None.');
  return over(iterable, context, (source) =>
    stepping('itertools.islice', { seen: 0, wanted: start }, ({ seen, wanted }, running) => {
      if (wanted >= stop) {
        // CPython has taken everything before the stop by then.
        return undefined;
      }
      let at = seen;
      for (; at < wanted; at++) {
        const skipped = source.next(running);
        if (isEnd(skipped)) return skipped;
      }
      const item = source.next(running);
      return isEnd(item) ? item : { item, state: { seen: at + 1, wanted: wanted + step } };
    }),
  );
});

const starmap = native('starmap(function, iterable, /)', (context, callee: Value, iterable: Value) =>
  over(iterable, context, (source) => ({
    kind: 'iterator',
    type: 'itertools.starmap',
    next: (running) => {
      const item = source.next(running);
      if (isEnd(item)) return item;
      const given = running.items(item);
      return 'kind' in given ? given : running.call(callee, args(given));
    },
  })),
);

const accumulate = native(
  'accumulate(iterable, func=None, *, initial=None)',
  (context, iterable: Value, callee: Value, initial: Value) =>
    over(iterable, context, (source) =>
      stepping<Value | null>('itertools.accumulate', null, (total, running) => {
        if (total === null && initial.kind !== 'None') return { item: initial, state: initial };
        const item = source.next(running);
        if (isEnd(item)) return item;
        if (total === null) return { item, state: item };
        const next =
          callee.kind === 'None' ? binary('+', total, item, running) : running.call(callee, args([total, item]));
        return { item: next, state: next };
      }),
    ),
);

const pairwise = native('pairwise(iterable, /)', (context, iterable: Value) =>
  over(iterable, context, (source) =>
    stepping<Value | null>('itertools.pairwise', null, (last, running) => {
      const before = last ?? source.next(running);
      if (isEnd(before)) return before;
      const item = source.next(running);
      return isEnd(item) ? item : { item: tuple([before, item]), state: item };
    }),
  ),
);

const zipLongest = native(
  'zip_longest(*iterables, **kwargs)',
  (context, iterables: readonly Value[], keywords: ReadonlyMap<string, Value>) => {
    const fill = keywords.get('fillvalue') ?? NONE;
    if ([...keywords.keys()].some((name) => name !== 'fillvalue')) {
      return context.raise('TypeError', 'zip_longest() got an unexpected keyword argument');
    }
    const sources = iterators(iterables, context);
    if ('kind' in sources) return sources;
    const done = new Place<ReadonlySet<number>>(new Set());
    return {
      kind: 'iterator',
      type: 'itertools.zip_longest',
      next: (running): Next => {
        if (done.unsure) return done.unsure;
        const items: Value[] = [];
        for (const [i, source] of sources.entries()) {
          const next = done.value.has(i) ? undefined : source.next(running);
          if (next !== undefined && next.kind === 'uncertain-end') return next;
          if (next === undefined) done.set(running, new Set([...done.value, i]));
          items.push(next ?? fill);
        }
        return done.value.size === sources.length ? undefined : tuple(items);
      },
    };
  },
);

const tee = native('tee(iterable, n=2, /)', (context, iterable: Value, n: Value) => {
  const length = intOf(n, 'n', context);
  if (length < 0) return context.raise('ValueError', 'n must be >= 0');
  return over(iterable, context, (source) => {
    const taken = new Place<readonly Value[]>([]);
    const copies = Array.from({ length }, () =>
      stepping('itertools._tee', 0, (at, running) => {
        if (taken.unsure) return taken.unsure;
        const known = taken.value[at];
        if (known !== undefined) return { item: known, state: at + 1 };
        const item = source.next(running);
        if (isEnd(item)) return item;
        taken.set(running, [...taken.value, item]);
        return { item, state: at + 1 };
      }),
    );
    return tuple(copies);
  });
});

/** A group's items are what follows while the key stays the same; a group left behind is empty, as in CPython. */
const groupby = native('groupby(iterable, key=None)', (context, iterable: Value, key: Value) =>
  over(iterable, context, (source) => {
    interface State {
      /** The item and the key that were taken last; the item is null once a group has given it. */
      readonly item: Value | null;
      readonly key: Value | null;
      /** The key of the group given last. */
      readonly target: Value | null;
      readonly group: number;
    }
    const state = new Place<State>({ item: null, key: null, target: null, group: 0 });
    const advance = (running: Context): UncertainEnd | undefined | true => {
      const item = source.next(running);
      if (isEnd(item)) return item;
      const itsKey = key.kind === 'None' ? item : running.call(key, args([item]));
      state.set(running, { ...state.value, item, key: itsKey });
      return true;
    };
    /** Whether the item taken last belongs to the group given last. */
    const belongs = (running: Context): boolean | UncertainEnd => {
      const { key: current, target } = state.value;
      if (current === null || target === null) return false;
      const same = running.equal(target, current);
      return typeof same === 'boolean' ? same : new UncertainEnd(same.reason);
    };
    const grouper = (group: number): IteratorValue => ({
      kind: 'iterator',
      type: 'itertools._grouper',
      next: (running): Next => {
        if (state.unsure) return state.unsure;
        if (state.value.group !== group) return undefined;
        if (state.value.item === null) {
          const advanced = advance(running);
          if (advanced !== true) return advanced;
        }
        const same = belongs(running);
        if (same !== true) return same === false ? undefined : same;
        const { item } = state.value;
        state.set(running, { ...state.value, item: null });
        return item ?? undefined;
      },
    });
    return {
      kind: 'iterator',
      type: 'itertools.groupby',
      next: (running): Next => {
        if (state.unsure) return state.unsure;
        const group = state.value.group + 1;
        state.set(running, { ...state.value, group });
        while (state.value.key === null || state.value.target !== null) {
          const same = state.value.key === null ? true : belongs(running);
          if (same === false) break;
          if (same !== true) return same;
          const advanced = advance(running);
          if (advanced !== true) return advanced;
          if (state.value.target === null) break;
        }
        const current = state.value.key ?? NONE;
        state.set(running, { ...state.value, target: current });
        return tuple([current, grouper(group)]);
      },
    };
  }),
);

// ---------------------------------------------------------------- combinations

/** Tuples of positions in the order in which itertools gives them, turned into tuples of items. */
function selections(
  type: string,
  choose: (n: number, r: number) => Iterable<readonly number[]>,
  iterable: Value,
  r: number | null,
  context: Context,
): Value {
  const taken = pools([iterable], context);
  if ('kind' in taken) return taken;
  const pool = taken[0] as readonly Value[];
  const made: Value[] = [];
  for (const positions of choose(pool.length, r ?? pool.length)) {
    if (made.length >= MOST_ITEMS) return context.unknown(`${type} gives more items than are followed`);
    context.spend(1);
    made.push(tuple(positions.map((i) => pool[i] as Value)));
  }
  return listed(`itertools.${type}`, made);
}

function* productsOf(sizes: readonly number[]): Iterable<readonly number[]> {
  if (sizes.some((size) => size === 0)) return;
  const at = sizes.map(() => 0);
  for (;;) {
    yield at;
    let i = sizes.length - 1;
    for (; i >= 0; i--) {
      const next = (at[i] as number) + 1;
      at[i] = next < (sizes[i] as number) ? next : 0;
      if (at[i] !== 0) break;
    }
    if (i < 0) return;
  }
}

function* filtered(n: number, r: number, keep: (positions: readonly number[]) => boolean): Iterable<readonly number[]> {
  for (const positions of productsOf(Array.from({ length: r }, () => n))) if (keep(positions)) yield positions;
}

function* combinationsOf(n: number, r: number): Iterable<readonly number[]> {
  if (r > n) return;
  const at = Array.from({ length: r }, (_, i) => i);
  for (;;) {
    yield at;
    let i = r - 1;
    while (i >= 0 && at[i] === i + n - r) i -= 1;
    if (i < 0) return;
    at[i] = (at[i] as number) + 1;
    for (let j = i + 1; j < r; j++) at[j] = (at[j - 1] as number) + 1;
  }
}

function* permutationsOf(n: number, r: number, taken: readonly number[] = []): Iterable<readonly number[]> {
  if (taken.length === r) {
    yield taken;
    return;
  }
  for (let i = 0; i < n; i++) if (!taken.includes(i)) yield* permutationsOf(n, r, [...taken, i]);
}

const ascending = (positions: readonly number[]) =>
  positions.every((p, i) => i === 0 || (positions[i - 1] as number) <= p);

function sizeOf(value: Value, context: Context): number {
  const r = intOf(value, 'r', context);
  return r < 0 ? context.raise('ValueError', 'r must be non-negative') : r;
}

const product = native('product(*iterables, repeat=1)', (context, iterables: readonly Value[], times: Value) => {
  const taken = pools(iterables, context);
  if ('kind' in taken) return taken;
  const repeats = intOf(times, 'repeat', context);
  if (repeats < 0) return context.raise('ValueError', 'repeat argument cannot be negative');
  const sources = Array.from({ length: repeats }, () => taken).flat();
  const total = sources.reduce((n, pool) => n * pool.length, 1);
  if (total > MOST_ITEMS) return context.unknown('product gives more items than are followed');
  context.spend(total);
  const made: Value[] = [];
  for (const at of productsOf(sources.map((pool) => pool.length))) {
    made.push(tuple(at.map((p, i) => (sources[i] as readonly Value[])[p] as Value)));
  }
  return listed('itertools.product', made);
});

const permutations = native('permutations(iterable, r=None)', (context, iterable: Value, r: Value) =>
  selections('permutations', permutationsOf, iterable, r.kind === 'None' ? null : sizeOf(r, context), context),
);
const combinations = native('combinations(iterable, r)', (context, iterable: Value, r: Value) =>
  selections('combinations', combinationsOf, iterable, sizeOf(r, context), context),
);
const withReplacement = native('combinations_with_replacement(iterable, r)', (context, iterable: Value, r: Value) =>
  selections(
    'combinations_with_replacement',
    (n, length) => filtered(n, length, ascending),
    iterable,
    sizeOf(r, context),
    context,
  ),
);

const batched = native('batched(iterable, n)', (context, iterable: Value, n: Value) => {
  const size = intOf(n, 'n', context);
  if (size < 1) context.raise('ValueError', 'n must be at least one');
  return over(iterable, context, (source) => ({
    kind: 'iterator',
    type: 'itertools.batched',
    next: (running): Next => {
      const items: Value[] = [];
      while (items.length < size) {
        const item = source.next(running);
        if (item !== undefined && item.kind === 'uncertain-end') return item;
        if (item === undefined) break;
        items.push(item);
      }
      return items.length === 0 ? undefined : tuple(items);
    },
  }));
});

/** All of them are classes, but for `tee`. */
const classes = [
  count,
  cycle,
  repeat,
  compress,
  filterfalse,
  takewhile,
  dropwhile,
  islice,
  starmap,
  accumulate,
  pairwise,
  zipLongest,
  groupby,
  product,
  permutations,
  combinations,
  withReplacement,
  batched,
].map((make) => iteratorMaker(`itertools.${make.name}`, make));
const chainClass = iteratorMaker('itertools.chain', chain, [
  ['from_iterable', { kind: 'staticmethod', function: fromIterable }],
]);

export function itertoolsModule() {
  return declareModule(
    'itertools',
    [['chain', chainClass], ...classes.map((cls) => [cls.name, cls] as const), ...named(...builtinFunctions([tee]))],
    { complete: true },
  );
}
