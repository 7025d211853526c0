/** `set` and `frozenset` */
import type { Context } from '../../values/context';
import {
  bool,
  type ClassValue,
  DictValue,
  InstanceValue,
  int,
  isPlain,
  isUnknownValue,
  NONE,
  NOT_IMPLEMENTED,
  OBJECT,
  SetValue,
  str,
  type UnknownValue,
  unknown,
  unknownPlain,
  type Value,
} from '../../values/value';
import { Boxed, plain } from './boxed';
import { builtinClass, type DeclareMethod, methodsOf, type NativeOptions, named, native } from './define';
import { setAdd, setEntries, setHas, setSlot } from './dict-access';
import { raiseWith } from './exception-state';
import { classGetItem } from './generic-alias';
import { hashesByContent, hashKey, type UnknownHash } from './hashing';
import { sequenceIterator } from './iterators';
import { comparisonMethods } from './numbers';
import { difference, merged, orderedEntries, popped, setOrder, toggled, without } from './set-order';
import { setRepr } from './text';

const MUTATES: NativeOptions & { readonly uncertainSelf: 'pass' } = {
  unknowns: 'pass',
  uncertainSelf: 'pass',
  uncertain: (context, reason, given) => {
    const set = given.positional[0] ? asSet(given.positional[0]) : undefined;
    set?.forget(context.heap, reason);
    return NONE;
  },
};

function asSet(value: Value): SetValue | undefined {
  const inner = plain(value);
  return inner instanceof SetValue ? inner : undefined;
}

const setMethod = methodsOf<SetValue>('set', asSet);

/** A set of any iterable, as `set(iterable)` makes it. */
export function setFrom(iterable: Value, frozen: boolean, context: Context): SetValue | UnknownValue {
  if (isUnknownValue(iterable)) return iterable;
  const given = asSet(iterable);
  if (given) {
    if (given.uncertain) return unknown(given.uncertain);
    const { items, layout } = merged(null, given, context);
    return new SetValue(items, frozen, null, layout);
  }
  const items = context.items(iterable);
  if ('kind' in items) return items;
  const entries = setEntries(items, context);
  if (!(entries instanceof Map)) return items.every(isPlain) ? unknownPlain(entries.reason) : entries;
  // A dict's keys are put into a table that was made large enough at once.
  const layout = iterable instanceof DictValue && entries.size * 5 >= 21 ? null : undefined;
  return new SetValue(entries, frozen, null, layout);
}

/** Several sets or iterables as sets. */
function setsOf(others: readonly Value[], context: Context): readonly SetValue[] | UnknownValue {
  const sets: SetValue[] = [];
  for (const other of others) {
    const set = asSet(other) ?? setFrom(other, false, context);
    if (isUnknownValue(set)) return set;
    if (set.uncertain) return unknown(set.uncertain);
    sets.push(set);
  }
  return sets;
}

function union(self: SetValue, others: readonly SetValue[], context: Context): SetValue {
  let { items, layout } = merged(null, self, context);
  for (const other of others) {
    ({ items, layout } = merged(new SetValue(items, false, null, layout), other, context));
  }
  return new SetValue(items, self.frozen, null, layout);
}

/** CPython walks the smaller one, or what is no set, and adds what the other one has. */
function intersectTwo(self: SetValue, other: SetValue, context: Context, given?: Value): SetValue {
  if (given && !asSet(given)) {
    return new SetValue(
      [...other.items].filter(([key]) => self.items.has(key)),
      self.frozen,
    );
  }
  const [walked, looked] = other.items.size > self.items.size ? [self, other] : [other, self];
  const order = orderedEntries(walked, context);
  const entries = 'kind' in order ? [...walked.items] : order;
  const kept = entries.filter(([key]) => looked.items.has(key));
  return new SetValue(kept, self.frozen, null, 'kind' in order ? null : undefined);
}

/** CPython adds what the other one has not, or copies the set and removes what it has. */
function differ(self: SetValue, other: SetValue, context: Context, given?: Value): SetValue {
  const isSetOrDict = !given || asSet(given) || given instanceof DictValue;
  if (!isSetOrDict || self.items.size >> 2 > other.items.size) {
    return reduced(union(self, [], context), other, context);
  }
  const order = orderedEntries(self, context);
  const entries = 'kind' in order ? [...self.items] : order;
  const kept = entries.filter(([key]) => !other.items.has(key));
  return new SetValue(kept, self.frozen, null, 'kind' in order ? null : undefined);
}

/** The set itself without what another one has. */
function reduced(self: SetValue, other: SetValue, context: Context): SetValue {
  const keys = new Set([...other.items.keys()].filter((key) => self.items.has(key)));
  const { items, layout } = difference(self, keys, context);
  return new SetValue(items, self.frozen, null, layout);
}

/** A set of what the other one has, from which each item of the set is taken or put in. */
function symmetric(self: SetValue, other: SetValue, context: Context, given?: Value): SetValue {
  const made = given && !asSet(given) ? other : union(other, [], context);
  const { items, layout } = toggled(made, self, context);
  return new SetValue(items, self.frozen, null, layout);
}

type Combine = (self: SetValue, others: readonly SetValue[], context: Context, given: readonly Value[]) => SetValue;

const COMBINE: Readonly<Record<'union' | 'intersection' | 'difference', Combine>> = {
  union,
  intersection: (self, others, context, given) =>
    others.reduce<SetValue>(
      (set, other, i) => intersectTwo(set, other, context, given[i]),
      others.length === 0 ? union(self, [], context) : self,
    ),
  difference: (self, others, context, given) =>
    others.reduce<SetValue>(
      (set, other, i) => (i === 0 ? differ(set, other, context, given[0]) : reduced(set, other, context)),
      others.length === 0 ? union(self, [], context) : self,
    ),
};

const OPERATORS = { '|': 'or', '&': 'and', '-': 'sub', '^': 'xor' } as const;

function operate(op: keyof typeof OPERATORS, a: SetValue, b: SetValue, context: Context): SetValue {
  switch (op) {
    case '|':
      return union(a, [b], context);
    case '&':
      return intersectTwo(a, b, context);
    case '-':
      return differ(a, b, context);
    case '^':
      return symmetric(a, b, context);
  }
}

/** What sets and frozensets share. */
function reading(method: DeclareMethod<SetValue>) {
  const operators = (Object.keys(OPERATORS) as (keyof typeof OPERATORS)[]).flatMap((op) => [
    method(`__${OPERATORS[op]}__(value, /)`, (context, self, other: Value) => {
      const set = asSet(other);
      if (!set) return NOT_IMPLEMENTED;
      return set.uncertain ? unknown(set.uncertain) : operate(op, self, set, context);
    }),
    method(`__r${OPERATORS[op]}__(value, /)`, (context, self, other: Value) => {
      const set = asSet(other);
      if (!set) return NOT_IMPLEMENTED;
      return set.uncertain ? unknown(set.uncertain) : operate(op, set, self, context);
    }),
  ]);
  const combining = (Object.keys(COMBINE) as (keyof typeof COMBINE)[]).map((name) =>
    method(`${name}(*others)`, (context, self, others: readonly Value[]) => {
      const sets = setsOf(others, context);
      if ('kind' in sets) return sets;
      if (name !== 'union') return COMBINE[name](self, sets, context, others);
      // A copy, which is then updated.
      const { items, layout } = update(union(self, [], context), sets, others, context);
      return new SetValue(items, self.frozen, null, layout);
    }),
  );
  return [
    ...operators,
    ...combining,
    method('symmetric_difference(other, /)', (context, self, other: Value) => {
      const sets = setsOf([other], context);
      return 'kind' in sets ? sets : symmetric(self, sets[0] as SetValue, context, other);
    }),
    method('issubset(other, /)', (context, self, other: Value) => within(self, other, context)),
    method('issuperset(other, /)', (context, self, other: Value) => {
      const sets = setsOf([other], context);
      if ('kind' in sets) return sets;
      return bool([...(sets[0] as SetValue).items.keys()].every((key) => self.items.has(key)));
    }),
    method('isdisjoint(other, /)', (context, self, other: Value) => {
      const sets = setsOf([other], context);
      if ('kind' in sets) return sets;
      return bool(![...(sets[0] as SetValue).items.keys()].some((key) => self.items.has(key)));
    }),
    method('copy(/)', (context, self) => (self.frozen ? self : union(self, [], context))),
    method('__len__(/)', (_context, self) => int(self.items.size)),
    method('__iter__(/)', (context, self) => {
      const order = setOrder(self, context);
      return 'kind' in order ? order : sequenceIterator('set_iterator', order);
    }),
    method('__contains__(key, /)', (context, self, key: Value) => {
      const inner = asSet(key);
      const sought = inner && !inner.frozen ? new SetValue(inner.items, true) : key;
      const found = setHas(self, sought, context);
      return typeof found === 'boolean' ? bool(found) : found;
    }),
  ];
}

function within(self: SetValue, other: Value, context: Context): Value {
  const sets = setsOf([other], context);
  if ('kind' in sets) return sets;
  return bool([...self.items.keys()].every((key) => (sets[0] as SetValue).items.has(key)));
}

function representation(method: DeclareMethod<SetValue>) {
  // The receiver is the plain set; the class' name is that of what was asked.
  const plainText = method('__repr__(/)', () => NONE);
  return {
    ...plainText,
    call: (given: { readonly positional: readonly Value[] }, context: Context): Value => {
      const [self] = given.positional;
      const set = self ? asSet(self) : undefined;
      if (!self || !set) return self && isUnknownValue(self) ? self : context.raise('TypeError', 'a set is required');
      const name = self.kind === 'instance' ? self.cls.name : set.frozen ? 'frozenset' : null;
      const text = setRepr(set, name, context);
      return typeof text === 'string' ? str(text) : text;
    },
  };
}

function updating(name: string, combine: Combine) {
  return setMethod(
    `${name}(*others)`,
    (context, self, others: readonly Value[]) => {
      const sets = setsOf(others, context);
      if ('kind' in sets) {
        self.forget(context.heap, sets.reason);
        return sets;
      }
      if (!self.uncertain) {
        const made = combine(self, sets, context, others);
        self.replace(context.heap, made.items, made.layout);
      }
      return NONE;
    },
    MUTATES,
  );
}

function inPlace(op: keyof typeof OPERATORS) {
  const name = `__i${OPERATORS[op]}__`;
  return {
    ...setMethod(`${name}(value, /)`, () => NONE),
    call: (given: { readonly positional: readonly Value[] }, context: Context): Value => {
      const [target, other] = given.positional;
      const self = target ? asSet(target) : undefined;
      if (!target || !self || !other) return NOT_IMPLEMENTED;
      if (isUnknownValue(other)) {
        self.forget(context.heap, other.reason);
        return target;
      }
      const set = asSet(other);
      if (!set) return NOT_IMPLEMENTED;
      if (set.uncertain) self.forget(context.heap, set.uncertain);
      else if (!self.uncertain) {
        const made = inPlaceResult(op, self, set, context);
        self.replace(context.heap, made.items, made.layout);
      }
      return target;
    },
  };
}

function inPlaceResult(op: keyof typeof OPERATORS, self: SetValue, other: SetValue, context: Context): SetValue {
  switch (op) {
    case '|':
      return addedTo(self, other, context);
    case '&':
      return intersectTwo(self, other, context);
    case '-':
      return reduced(self, other, context);
    case '^':
      return toggledIn(self, other, context);
  }
}

function toggledIn(self: SetValue, other: SetValue, context: Context): SetValue {
  if (self === other) return new SetValue();
  const { items, layout } = toggled(self, other, context);
  return new SetValue(items, false, null, layout);
}

/** `set_merge` into a set that is there already. */
function addedTo(self: SetValue, other: SetValue, context: Context): SetValue {
  const { items, layout } = merged(self, other, context);
  return new SetValue(items, self.frozen, null, layout);
}

function update(self: SetValue, others: readonly SetValue[], given: readonly Value[], context: Context): SetValue {
  let set = self;
  for (const [i, other] of others.entries()) {
    // Only what is a set itself is merged at once; other iterables are added one by one.
    if (asSet(given[i] as Value)) set = addedTo(set, other, context);
    else {
      const layout = given[i] instanceof DictValue ? null : set.layout;
      set = new SetValue(
        [...set.items, ...[...other.items].filter(([key]) => !set.items.has(key))],
        false,
        null,
        layout,
      );
    }
  }
  return set;
}

function remove(context: Context, self: SetValue, item: Value, missing: () => void): Value {
  const inner = asSet(item);
  const slot = setSlot(self, inner && !inner.frozen ? new SetValue(inner.items, true) : item, context);
  if (typeof slot !== 'string') {
    self.forget(context.heap, slot.reason);
    return slot;
  }
  if (self.items.has(slot)) {
    const { items, layout } = without(self, new Set([slot]), context);
    self.replace(context.heap, items, layout);
  } else if (self.uncertain) return unknown(self.uncertain);
  else missing();
  return NONE;
}

function constructed(cls: Value, own: ClassValue, set: SetValue, context: Context): Value {
  if (cls === own || cls.kind !== 'class') return set;
  return new InstanceValue(context.heap.identity(), cls, new Boxed(set));
}

export const setClass: ClassValue = builtinClass(
  'set',
  [OBJECT],
  [
    ['__class_getitem__', classGetItem],
    ...comparisonMethods(setMethod),
    ...named(
      ...reading(setMethod),
      native('__new__(cls, /, *args, **kwargs)', (context, cls: Value, given: readonly Value[]): Value => {
        if (cls !== setClass) return constructed(cls, setClass, new SetValue(), context);
        if (given.length > 1) return context.raise('TypeError', `set expected at most 1 argument, got ${given.length}`);
        return given[0] ? setFrom(given[0], false, context) : new SetValue();
      }),
      setMethod(
        '__init__(iterable=, /)',
        (context, self, iterable?: Value) => {
          const made = iterable ? setFrom(iterable, false, context) : new SetValue();
          if (isUnknownValue(made)) self.forget(context.heap, made.reason);
          else self.replace(context.heap, made.items, made.layout);
          return NONE;
        },
        MUTATES,
      ),
      setMethod(
        'add(object, /)',
        (context, self, item: Value) => {
          return setAdd(self, item, context) ?? NONE;
        },
        MUTATES,
      ),
      setMethod(
        'remove(object, /)',
        (context, self, item: Value) => remove(context, self, item, () => raiseWith('KeyError', [item], context)),
        MUTATES,
      ),
      setMethod('discard(object, /)', (context, self, item: Value) => remove(context, self, item, () => {}), MUTATES),
      setMethod('pop(/)', (context, self) => {
        if (self.items.size === 0) return context.raise('KeyError', 'pop from an empty set');
        const taken = popped(self, context);
        if ('kind' in taken) {
          self.forget(context.heap, taken.reason);
          return taken;
        }
        const item = self.items.get(taken.key) ?? NONE;
        self.replace(context.heap, taken.left.items, taken.left.layout);
        return item;
      }),
      setMethod(
        'clear(/)',
        (context, self) => {
          self.replace(context.heap, [], { size: 8, merged: 0 });
          return NONE;
        },
        MUTATES,
      ),
      setMethod(
        'update(*others)',
        (context, self, others: readonly Value[]) => {
          const sets = setsOf(others, context);
          if ('kind' in sets) {
            self.forget(context.heap, sets.reason);
            return sets;
          }
          if (!self.uncertain) {
            const made = update(self, sets, others, context);
            self.replace(context.heap, made.items, made.layout);
          }
          return NONE;
        },
        MUTATES,
      ),
      updating('intersection_update', COMBINE.intersection),
      updating('difference_update', (self, others, context) =>
        others.reduce<SetValue>((set, other) => reduced(set, other, context), self),
      ),
      updating('symmetric_difference_update', (self, others, context) =>
        toggledIn(self, others[0] ?? new SetValue(), context),
      ),
      inPlace('|'),
      inPlace('&'),
      inPlace('-'),
      inPlace('^'),
      representation(setMethod),
    ),
    ['__hash__', NONE],
  ],
);

const frozenMethod = methodsOf<SetValue>('frozenset', asSet);

export const frozensetClass: ClassValue = builtinClass(
  'frozenset',
  [OBJECT],
  [
    ['__class_getitem__', classGetItem],
    ...comparisonMethods(frozenMethod),
    ...named(
      ...reading(frozenMethod),
      native('__new__(cls, iterable=, /)', (context, cls: Value, iterable?: Value): Value => {
        if (cls === frozensetClass && iterable instanceof SetValue && iterable.frozen) return iterable;
        const made = iterable ? setFrom(iterable, true, context) : new SetValue([], true);
        return isUnknownValue(made) ? made : constructed(cls, frozensetClass, made, context);
      }),
      representation(frozenMethod),
      hashesByContent(
        frozenMethod('__hash__(/)', (context, self): Value => {
          const hash: UnknownHash = {
            ...context.unknown('the hash of a frozenset is not followed'),
            hashKey: String(hashKey(self, context)),
          };
          return hash;
        }),
      ),
    ),
  ],
);
