/** `range` and `slice` */
import type { Reason } from '../../shapes/reason';
import type { Context } from '../../values/context';
import { type Count, Quantity, shifted } from '../../values/quantity';
import {
  bool,
  type ClassValue,
  int,
  isUnknownValue,
  NONE,
  OBJECT,
  type RangeValue,
  type SliceValue,
  str,
  tuple,
  type UnknownValue,
  unknown,
  type Value,
} from '../../values/value';
import { builtinClass, computed, methodsOf, named, native } from './define';
import { rangeLength } from './equality';
import { hashesByContent } from './hashing';
import { rangeIterator } from './iterators';
import { comparisonMethods } from './numbers';
import { among } from './operations';
import { indexOf } from './protocols';
import { pick, sliceBounds } from './slicing';
import { plainRepr } from './text';

const method = methodsOf<RangeValue>('range', (value) => (value.kind === 'range' ? value : undefined));

/** Where a number stands in a range; null where it does not. */
function place(self: RangeValue, value: number): number | null {
  const index = (value - self.start) / self.step;
  const length = rangeLength(self.start, self.stop, self.step);
  return Number.isInteger(index) && index >= 0 && index < length ? index : null;
}

/** What `value` is in a range by `==`: compared item by item unless it is a plain number. */
function found(context: Context, self: RangeValue, value: Value): number | null | UnknownValue {
  if (value.kind === 'int' || value.kind === 'float') return place(self, Number(value.value));
  if (value.kind === 'bool') return place(self, Number(value.value));
  if (value.kind !== 'instance') return null;
  let index = -1;
  const length = rangeLength(self.start, self.stop, self.step);
  const is = among(
    () => {
      index += 1;
      return index < length ? int(self.start + index * self.step) : undefined;
    },
    value,
    context,
  );
  return is === true ? index : is === false ? null : is;
}

/** A range whose items are not gone through one by one, or whose bounds are not known: each item is within them. */
export function openRange(
  bounds: { readonly start: Count | number; readonly stop: Count | number; readonly step: number },
  why: Reason,
): UnknownValue {
  const { start, stop, step } = bounds;
  const [low, high] = step > 0 ? [start, shifted(stop, -1)] : [shifted(stop, 1), start];
  const smallest = typeof low === 'number' ? low : low.of.least + low.offset;
  const item = (): Value => ({ kind: 'unknown', reason: why, count: { of: new Quantity(smallest, high), offset: 0 } });
  return { kind: 'unknown', reason: why, item };
}

/** A number that is known, or of which something is. */
function boundOf(value: Value): Count | number | undefined {
  if (value.kind === 'unknown') return value.count;
  return value.kind === 'int' && typeof value.value === 'number' ? value.value : undefined;
}

/** A range between numbers that are not known; the first of these where nothing is known of them. */
function between(given: readonly Value[], missing: UnknownValue): Value {
  const found = given.map(boundOf);
  if (found.includes(undefined) || given.length > 3) return unknown(missing.reason);
  const numbers = found as (Count | number)[];
  const [start, stop, step] = numbers.length === 1 ? [0, numbers[0], 1] : [numbers[0], numbers[1], numbers[2] ?? 1];
  if (typeof step !== 'number' || step === 0) return unknown(missing.reason);
  return openRange({ start: start as Count | number, stop: stop as Count | number, step }, missing.reason);
}

function make(context: Context, given: readonly Value[]): Value {
  if (given.length < 1) return context.raise('TypeError', 'range expected at least 1 argument, got 0');
  if (given.length > 3) return context.raise('TypeError', `range expected at most 3 arguments, got ${given.length}`);
  const numbers: number[] = [];
  for (const value of given) {
    const index = indexOf(value, context);
    if (typeof index === 'object') return index;
    if (typeof index === 'bigint') return context.unknown('a range of such large numbers is not followed');
    numbers.push(index);
  }
  const [start, stop, step] = numbers.length === 1 ? [0, numbers[0], 1] : [numbers[0], numbers[1], numbers[2] ?? 1];
  if (step === 0) return context.raise('ValueError', 'range() arg 3 must not be zero');
  return { kind: 'range', start: start as number, stop: stop as number, step: step as number };
}

function getItem(context: Context, self: RangeValue, key: Value): Value {
  const length = rangeLength(self.start, self.stop, self.step);
  const picked = pick('range', length, key, context, 'object index');
  if (picked.kind === 'unknown') return picked;
  if (picked.kind === 'index') return int(self.start + picked.at * self.step);
  const { bounds } = picked;
  return {
    kind: 'range',
    start: self.start + bounds.start * self.step,
    stop: self.start + bounds.stop * self.step,
    step: self.step * bounds.step,
  };
}

const part = (name: 'start' | 'stop' | 'step') =>
  [
    name,
    computed((_context, self) => (self.kind === 'range' ? int(self[name]) : self.kind === 'slice' ? self[name] : NONE)),
  ] as const;

export const rangeClass: ClassValue = builtinClass(
  'range',
  [OBJECT],
  [
    ...comparisonMethods(method),
    ...named(
      native(
        '__new__(cls, /, *args)',
        (context, _cls: Value, given: readonly Value[]) => {
          const missing = given.find(isUnknownValue);
          return missing ? between(given, missing) : make(context, given);
        },
        { unknowns: 'pass' },
      ),
      method('__len__(/)', (_context, self) => int(rangeLength(self.start, self.stop, self.step))),
      method('__iter__(/)', (_context, self) => rangeIterator(self.start, self.stop, self.step)),
      method('__reversed__(/)', (_context, self) => {
        const length = rangeLength(self.start, self.stop, self.step);
        return rangeIterator(self.start + (length - 1) * self.step, self.start - self.step, -self.step);
      }),
      method('__contains__(key, /)', (context, self, key: Value) => {
        const index = found(context, self, key);
        return typeof index === 'object' && index !== null ? index : bool(index !== null);
      }),
      method('__getitem__(key, /)', getItem),
      method('index(value, /)', (context, self, value: Value) => {
        const index = found(context, self, value);
        if (typeof index === 'number') return int(index);
        if (index) return index;
        return context.raise(
          'ValueError',
          value.kind === 'int' || value.kind === 'bool'
            ? `${value.kind === 'int' ? value.value : value.value ? 'True' : 'False'} is not in range`
            : 'sequence.index(x): x not in sequence',
        );
      }),
      method('count(value, /)', (context, self, value: Value) => {
        const index = found(context, self, value);
        return typeof index === 'object' && index !== null ? index : int(index === null ? 0 : 1);
      }),
      method('__repr__(/)', (context, self) => {
        const text = plainRepr(self, context);
        return typeof text === 'string' ? str(text) : NONE;
      }),
      hashesByContent(method('__hash__(/)', (context) => context.unknown('the hash of a range is not followed'))),
    ),
    part('start'),
    part('stop'),
    part('step'),
  ],
);

const sliceMethod = methodsOf<SliceValue>('slice', (value) => (value.kind === 'slice' ? value : undefined));

export const sliceClass: ClassValue = builtinClass(
  'slice',
  [OBJECT],
  [
    ...comparisonMethods(sliceMethod),
    ...named(
      native(
        '__new__(cls, /, *args)',
        (context, _cls: Value, given: readonly Value[]): Value => {
          if (given.length < 1) return context.raise('TypeError', 'slice expected at least 1 argument, got 0');
          if (given.length > 3)
            return context.raise('TypeError', `slice expected at most 3 arguments, got ${given.length}`);
          const [a, b, c] = given;
          return { kind: 'slice', start: b ? (a ?? NONE) : NONE, stop: b ?? a ?? NONE, step: c ?? NONE };
        },
        { unknowns: 'pass' },
      ),
      sliceMethod('indices(length, /)', (context, self, length: Value) => {
        const size = indexOf(length, context);
        if (typeof size === 'object') return size;
        const bounds = sliceBounds(self, Number(size), context);
        if ('kind' in bounds) return bounds;
        return tuple([int(bounds.start), int(bounds.stop), int(bounds.step)]);
      }),
      sliceMethod('__repr__(/)', (context, self) => {
        const text = plainRepr(self, context);
        return typeof text === 'string' ? str(text) : (text ?? NONE);
      }),
    ),
    part('start'),
    part('stop'),
    part('step'),
    ['__hash__', NONE],
  ],
);
