/** `bytearray`: bytes that change in place. */
import type { Context } from '../../values/context';
import { Cell } from '../../values/heap';
import {
  type BytesValue,
  type ClassValue,
  InstanceValue,
  int,
  isUnknownValue,
  NONE,
  OBJECT,
  str,
  type UnknownValue,
  type Value,
} from '../../values/value';
import { Boxed } from './boxed';
import { byteOf, bytes, bytesOf, makeBytes, sharedMethods } from './bytes';
import { builtinClass, methodsOf, named, native } from './define';
import { rangeIterator } from './iterators';
import { indexOf } from './protocols';
import { pick } from './slicing';
import { bytesRepr } from './string-text';

/** What an instance holds now. */
class Content extends Boxed {
  readonly cell: Cell<BytesValue>;

  constructor(value: BytesValue) {
    super(value);
    this.cell = new Cell(value);
  }

  override get value(): Value {
    return this.cell.value;
  }
}

type Bytearray = InstanceValue & { readonly payload: Content };

const method = methodsOf<Bytearray>('bytearray', (value) =>
  value instanceof InstanceValue && value.payload instanceof Content ? (value as Bytearray) : undefined,
);

function made(value: BytesValue, context: Context, cls: ClassValue = bytearrayClass): InstanceValue {
  return new InstanceValue(context.heap.identity(), cls, new Content(value));
}

/** Changes the numbers that it holds. */
function change(context: Context, self: Bytearray, act: (numbers: number[]) => number[] | undefined): Value {
  const numbers = Array.from(self.payload.cell.value.value);
  self.payload.cell.set(context.heap, bytes(Uint8Array.from(act(numbers) ?? numbers)));
  return NONE;
}

/** What is assigned to a slice, or added. */
function given(value: Value, context: Context): BytesValue | UnknownValue {
  if (isUnknownValue(value)) return value;
  if (value.kind === 'str') return context.raise('TypeError', 'string argument without an encoding');
  return bytesOf(value, 'bytearray', context);
}

function setItem(context: Context, self: Bytearray, key: Value, content: Value): Value {
  const { length } = self.payload.cell.value.value;
  const picked = pick('bytearray', length, key, context);
  if (picked.kind === 'unknown') return picked;
  if (picked.kind === 'index') {
    const byte = byteOf(content, 'bytearray', context);
    if (typeof byte === 'object') return byte;
    return change(context, self, (numbers) => {
      numbers[picked.at] = byte;
      return numbers;
    });
  }
  const items = given(content, context);
  if (isUnknownValue(items)) return items;
  const { start, step, count } = picked.bounds;
  const replacement = Array.from(items.value);
  if (step === 1) {
    return change(context, self, (numbers) => {
      numbers.splice(start, Math.max(picked.bounds.stop - start, 0), ...replacement);
      return numbers;
    });
  }
  if (replacement.length !== count) {
    return context.raise(
      'ValueError',
      `attempt to assign bytes of size ${replacement.length} to extended slice of size ${count}`,
    );
  }
  return change(context, self, (numbers) => {
    for (const [i, byte] of replacement.entries()) numbers[start + i * step] = byte;
    return numbers;
  });
}

function deleteItem(context: Context, self: Bytearray, key: Value): Value {
  const picked = pick('bytearray', self.payload.cell.value.value.length, key, context);
  if (picked.kind === 'unknown') return picked;
  const gone = new Set<number>();
  if (picked.kind === 'index') gone.add(picked.at);
  else for (let i = 0; i < picked.bounds.count; i++) gone.add(picked.bounds.start + i * picked.bounds.step);
  return change(context, self, (numbers) => numbers.filter((_, i) => !gone.has(i)));
}

export const bytearrayClass: ClassValue = builtinClass(
  'bytearray',
  [OBJECT],
  [
    ...sharedMethods('bytearray', made),
    ...named(
      native(
        '__new__(cls, source=, encoding=, errors=)',
        (context, cls: Value, source?: Value, encoding?: Value, errors?: Value): Value => {
          const content = makeBytes(context, 'bytearray', source, encoding, errors);
          return content.kind === 'bytes' && cls.kind === 'class' ? made(content, context, cls) : content;
        },
      ),
      method('__repr__(/)', (_context, self) =>
        str(`${self.cls.name}(${bytesRepr(self.payload.cell.value.value, true)})`),
      ),
      method('__iter__(/)', (_context, self) =>
        rangeIterator(0, Number.MAX_SAFE_INTEGER, 1, 'bytearray_iterator', (index) => {
          const byte = self.payload.cell.value.value[index];
          return byte === undefined ? undefined : int(byte);
        }),
      ),
      method('__setitem__(key, value, /)', setItem),
      method('__delitem__(key, /)', deleteItem),
      method('__iadd__(value, /)', (context, self, value: Value) => {
        const content = given(value, context);
        if (isUnknownValue(content)) return content;
        change(context, self, (numbers) => [...numbers, ...content.value]);
        return self;
      }),
      method('__imul__(value, /)', (context, self, value: Value) => {
        const count = indexOf(value, context);
        if (typeof count === 'object') return count;
        const times = Math.max(Number(count), 0);
        if (times * self.payload.cell.value.value.length > MAX_LENGTH) {
          return context.unknown('that many bytes are not followed');
        }
        change(context, self, (numbers) => Array.from({ length: times }, () => numbers).flat());
        return self;
      }),
      method('append(item, /)', (context, self, item: Value) => {
        const byte = byteOf(item, 'bytearray', context);
        return typeof byte === 'object' ? byte : change(context, self, (numbers) => [...numbers, byte]);
      }),
      method('extend(iterable_of_ints, /)', (context, self, value: Value) => {
        if (value.kind === 'str') {
          return context.raise('TypeError', "expected iterable of integers; got: 'str'");
        }
        const content = bytesOf(value, 'bytearray', context);
        if (isUnknownValue(content)) return content;
        return change(context, self, (numbers) => [...numbers, ...content.value]);
      }),
      method('insert(index, item, /)', (context, self, index: Value, item: Value) => {
        const at = indexOf(index, context);
        if (typeof at === 'object') return at;
        const byte = byteOf(item, 'bytearray', context);
        if (typeof byte === 'object') return byte;
        return change(context, self, (numbers) => {
          numbers.splice(Number(at), 0, byte);
          return numbers;
        });
      }),
      method('pop(index=-1, /)', (context, self, index: Value) => {
        const { value } = self.payload.cell.value;
        const at = indexOf(index, context);
        if (typeof at === 'object') return at;
        if (value.length === 0) return context.raise('IndexError', 'pop from empty bytearray');
        const place = Number(at) < 0 ? Number(at) + value.length : Number(at);
        const byte = value[place];
        if (byte === undefined) return context.raise('IndexError', 'pop index out of range');
        change(context, self, (numbers) => numbers.filter((_, i) => i !== place));
        return int(byte);
      }),
      method('remove(value, /)', (context, self, value: Value) => {
        const byte = byteOf(value, 'bytearray', context);
        if (typeof byte === 'object') return byte;
        const at = self.payload.cell.value.value.indexOf(byte);
        if (at < 0) return context.raise('ValueError', 'value not found in bytearray');
        return change(context, self, (numbers) => numbers.filter((_, i) => i !== at));
      }),
      method('reverse(/)', (context, self) => change(context, self, (numbers) => numbers.reverse())),
      method('clear(/)', (context, self) => change(context, self, () => [])),
      method('copy(/)', (context, self) => made(self.payload.cell.value, context)),
    ),
    ['__hash__', NONE],
  ],
);

const MAX_LENGTH = 1_000_000;
