/** The classes of iterators, and those that make them: `zip`, `map`, `filter`, `enumerate`, `reversed`. */
import type { Arguments } from '../../values/arguments';
import type { Context } from '../../values/context';
import { Quantity } from '../../values/quantity';
import {
  bool,
  type ClassValue,
  type IteratorValue,
  int,
  isUnknownValue,
  ListValue,
  type NativeFunction,
  NONE,
  OBJECT,
  str,
  tuple,
  type UnknownValue,
  unknown,
  type Value,
} from '../../values/value';
import { builtinClass, computed, knowing, named, native } from './define';
import { raiseWith } from './exception-state';
import {
  callNext,
  enumerateIterator,
  filterIterator,
  mapIterator,
  rangeIterator,
  reversedListIterator,
  sequenceIterator,
  zipIterator,
} from './iterators';
import { subscript } from './operations';
import { indexOf, iteratorOf, lengthOf } from './protocols';
import { callMethod, isIterable, typeName } from './special';
import { codePoints } from './string-text';

/** `next(iterator)`. Raises StopIteration at the end. */
export function nextItem(iterator: Value, context: Context): Value {
  if (iterator.kind !== 'iterator') {
    const next = callMethod(iterator, '__next__', [], context);
    if (next !== undefined) return next;
    return context.raise('TypeError', `'${typeName(iterator, context)}' object is not an iterator`);
  }
  const item = iterator.next(context);
  if (item === undefined) return endOf(iterator, context);
  return item.kind === 'uncertain-end' ? item.any : item;
}

/** StopIteration, with what a generator has just returned. */
export function endOf({ result }: IteratorValue, context: Context): never {
  const value = result?.value ?? NONE;
  if (value.kind === 'None') return raiseWith('StopIteration', [], context);
  return raiseWith('StopIteration', [value], context);
}

const common = () =>
  named(
    native('__iter__(self, /)', (_context, self: Value) => self),
    native('__next__(self, /)', (context, self: Value) => nextItem(self, context)),
  );

/** `send`, `throw`, `close`: what the iterator itself brings. */
function forwarded(name: string) {
  const declared = native(`${name}(self, /, *args)`, () => OBJECT);
  return {
    ...declared,
    call: (given: Parameters<typeof declared.call>[0], context: Context): Value => {
      const [self, ...rest] = given.positional;
      if (self && isUnknownValue(self)) return self;
      const method = self?.kind === 'iterator' ? self.methods?.get(name) : undefined;
      if (!method) return context.unknown(`\`${name}\` of this iterator is not followed`);
      return method.call({ ...given, positional: rest }, context);
    },
  };
}

const classes = new Map<string, ClassValue>();

function declare(type: string, members: readonly (readonly [string, Value])[] = []): ClassValue {
  const dot = type.lastIndexOf('.');
  const module = dot < 0 ? 'builtins' : type.slice(0, dot);
  const cls = builtinClass(type.slice(dot + 1), [OBJECT], [...common(), ...members], { module });
  classes.set(type, cls);
  return cls;
}

/** The class of an iterator by its type's name, with its module before it where it has one. */
export function iteratorClass(type: string): ClassValue {
  return classes.get(type) ?? declare(type);
}

/** The class whose call is a function that gives iterators of a type: `itertools.chain`. */
export function iteratorMaker(
  type: string,
  make: NativeFunction,
  members: readonly (readonly [string, Value])[] = [],
): ClassValue {
  const construct: NativeFunction = {
    ...make,
    name: '__new__',
    call: (given, context) => make.call({ ...given, positional: given.positional.slice(1) }, context),
  };
  return declare(type, [['__new__', construct], ...members]);
}

/** What a generator says of itself: nothing of what runs in it. */
function ofGenerator(get: (self: IteratorValue, context: Context) => Value) {
  return computed((context, self) => (self.kind === 'iterator' ? get(self, context) : NONE));
}

export const generatorClass = declare('generator', [
  ...named(forwarded('send'), forwarded('throw'), forwarded('close')),
  ['__name__', ofGenerator((self, context) => textOr(self.name, context))],
  ['__qualname__', ofGenerator((self, context) => textOr(self.qualname, context))],
  [
    'gi_frame',
    ofGenerator((self, context) =>
      self.status?.() === 'done' ? NONE : context.unknown('the frame of a generator is not followed'),
    ),
  ],
  [
    'gi_running',
    ofGenerator((self, context) => {
      const status = self.status?.();
      return status === 'unknown' || status === undefined
        ? context.unknown('whether it runs is not known')
        : bool(status === 'running');
    }),
  ],
]);

function textOr(text: string | undefined, context: Context): Value {
  return text === undefined ? context.unknown('the name of this generator is not followed') : str(text);
}

declare('coroutine', named(forwarded('send'), forwarded('throw'), forwarded('close')));

function iteratorsOf(values: readonly Value[], context: Context): readonly IteratorValue[] | UnknownValue {
  const iterators: IteratorValue[] = [];
  for (const value of values) {
    const iterator = iteratorOf(value, context);
    if (isUnknownValue(iterator)) return iterator;
    iterators.push(iterator);
  }
  return iterators;
}

/** As `iteratorOf`, in `zip`'s words. */
function zipArgument(values: readonly Value[], context: Context): readonly IteratorValue[] | UnknownValue {
  const iterators: IteratorValue[] = [];
  for (const [i, value] of values.entries()) {
    const made = context.attempt(() => iteratorOf(value, context));
    if ('error' in made) {
      const isTypeError = made.error.exception.cls === context.builtin('TypeError') && value.kind !== 'instance';
      if (isTypeError) context.raise('TypeError', `'${typeName(value, context)}' object is not iterable`);
      throw made.error;
    }
    if (isUnknownValue(made.value)) return made.value;
    iterators[i] = made.value;
  }
  return iterators;
}

export const zipClass = declare(
  'zip',
  named(
    native(
      '__new__(cls, /, *iterables, strict=False)',
      (context, _cls: Value, iterables: readonly Value[], strict: Value): Value => {
        const iterators = zipArgument(iterables, context);
        if ('kind' in iterators) return iterators;
        const strictly = context.truth(strict);
        return typeof strictly === 'boolean' ? zipIterator(iterators, strictly) : strictly;
      },
    ),
  ),
);

export const mapClass = declare(
  'map',
  named(
    native('__new__(cls, /, *args)', (context, _cls: Value, args: readonly Value[]): Value => {
      const [callee, ...iterables] = args;
      if (!callee || iterables.length === 0)
        return context.raise('TypeError', 'map() must have at least two arguments.');
      const iterators = iteratorsOf(iterables, context);
      return 'kind' in iterators ? iterators : mapIterator(callee, iterators);
    }),
  ),
);

export const filterClass = declare(
  'filter',
  named(
    native('__new__(cls, function, iterable, /)', (context, _cls: Value, predicate: Value, iterable: Value): Value => {
      const iterator = iteratorOf(iterable, context);
      return isUnknownValue(iterator) ? iterator : filterIterator(predicate, iterator);
    }),
  ),
);

/** What `enumerate` gives of what is not known: a number, and any item. */
function numberedItems({ positional: [, given, start], keywords }: Arguments, context: Context): Partial<UnknownValue> {
  const from = start ?? keywords.get('start');
  const least = from === undefined ? 0 : from.kind === 'int' ? Number(from.value) : Number.NEGATIVE_INFINITY;
  const items = given === undefined || given.kind === 'unknown' ? given : iteratorOf(given, context);
  const reason = items?.kind === 'unknown' ? items.reason : { text: 'the items are not known' };
  const any = items?.kind === 'unknown' && items.item ? items.item : () => unknown(reason);
  return {
    item: () => tuple([{ kind: 'unknown', reason, count: { of: new Quantity(least), offset: 0 } }, any()]),
  };
}

export const enumerateClass = declare(
  'enumerate',
  named(
    knowing(
      native('enumerate(cls, iterable, start=0)', (context, _cls: Value, iterable: Value, start: Value): Value => {
        const first = indexOf(start, context);
        if (typeof first === 'object') return first;
        const iterator = iteratorOf(iterable, context);
        return isUnknownValue(iterator) ? iterator : enumerateIterator(iterator, Number(first));
      }),
      numberedItems,
    ),
  ).map(([, member]) => ['__new__', member] as const),
);

export const reversedClass = declare(
  'reversed',
  named(
    native(
      '__new__(cls, sequence, /)',
      (context, _cls: Value, sequence: Value): Value => reversedOf(sequence, context),
    ),
  ),
);

function reversedOf(sequence: Value, context: Context): Value {
  if (sequence instanceof ListValue && !sequence.cls) {
    return sequence.uncertain ? unknown(sequence.uncertain) : reversedListIterator(sequence);
  }
  if (sequence.kind === 'tuple' && !sequence.cls) return sequenceIterator('reversed', [...sequence.items].reverse());
  if (sequence.kind === 'str') return sequenceIterator('reversed', codePoints(sequence.value).map(str).reverse());
  const made = callMethod(sequence, '__reversed__', [], context);
  if (made !== undefined)
    return made.kind === 'instance'
      ? { kind: 'iterator', type: 'reversed', next: (inside) => callNext(made, inside) }
      : made;
  const cls = context.classOf(sequence);
  if (isUnknownValue(cls)) return cls;
  const hasNone =
    sequence.kind === 'set' ||
    sequence.kind === 'iterator' ||
    cls.lookup('__reversed__') !== undefined ||
    cls.lookup('__getitem__') === undefined ||
    !isIterable(cls);
  if (hasNone) {
    return context.raise('TypeError', `'${typeName(sequence, context)}' object is not reversible`);
  }
  const length = lengthOf(sequence, context);
  if (typeof length !== 'number') return length;
  return rangeIterator(length - 1, -1, -1, 'reversed', (index, inside) => subscript(sequence, int(index), inside));
}
