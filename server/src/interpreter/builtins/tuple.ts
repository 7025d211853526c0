/** `tuple` */
import type { Context } from '../../values/context';
import {
  bool,
  type ClassValue,
  int,
  OBJECT,
  str,
  type TupleValue,
  tuple,
  unknownAmong,
  type Value,
} from '../../values/value';
import { builtinClass, methodsOf, named, native } from './define';
import { classGetItem } from './generic-alias';
import { hashesByContent, pythonHash, tupleKey, type UnknownHash } from './hashing';
import { sequenceIterator } from './iterators';
import { countIn, indexIn, repeated } from './list';
import { comparisonMethods } from './numbers';
import { among } from './operations';
import { itemsOf } from './protocols';
import { pick, taken } from './slicing';
import { typeName } from './special';
import { tupleRepr } from './text';

const method = methodsOf<TupleValue>('tuple', (value) => (value.kind === 'tuple' ? value : undefined));

/** A tuple of a class of its own. */
export function tupleOf(cls: ClassValue, items: readonly Value[]): TupleValue {
  return cls === tupleClass ? tuple(items) : { kind: 'tuple', items, cls };
}

function getItem(context: Context, self: TupleValue, key: Value): Value {
  const picked = pick('tuple', self.items.length, key, context);
  if (picked.kind === 'unknown') return key.kind === 'slice' ? picked : unknownAmong(picked.reason, self.items);
  if (picked.kind === 'index') return self.items[picked.at] as Value;
  return tuple(taken(self.items, picked.bounds));
}

export const tupleClass: ClassValue = builtinClass(
  'tuple',
  [OBJECT],
  [
    ['__class_getitem__', classGetItem],
    ...comparisonMethods(method),
    ...named(
      native('__new__(cls, iterable=, /)', (context, cls: Value, iterable?: Value): Value => {
        if (cls.kind !== 'class') return context.raise('TypeError', 'tuple.__new__(X): X is not a type object');
        if (iterable === undefined) return tupleOf(cls, []);
        if (iterable.kind === 'tuple' && !iterable.cls && cls === tupleClass) return iterable;
        const items = itemsOf(iterable, context);
        return 'kind' in items ? items : tupleOf(cls, items);
      }),
      method('count(value, /)', (context, self, sought: Value) => countIn(context, self.items, sought)),
      method('index(value, start=, stop=, /)', (context, self, sought: Value, start?: Value, stop?: Value) => {
        const found = indexIn(context, self.items, sought, start, stop);
        if (typeof found === 'number') return int(found);
        return found ?? context.raise('ValueError', 'tuple.index(x): x not in tuple');
      }),
      method('__len__(/)', (_context, self) => int(self.items.length)),
      method('__iter__(/)', (_context, self) => sequenceIterator('tuple_iterator', self.items)),
      method('__contains__(key, /)', (context, self, key: Value) => {
        let i = -1;
        const found = among(
          () => {
            i += 1;
            return self.items[i];
          },
          key,
          context,
        );
        return typeof found === 'boolean' ? bool(found) : found;
      }),
      method('__getitem__(key, /)', getItem, { unknowns: 'pass' }),
      method('__add__(value, /)', (context, self, other: Value) => {
        if (other.kind !== 'tuple') {
          return context.raise('TypeError', `can only concatenate tuple (not "${typeName(other, context)}") to tuple`);
        }
        return tuple([...self.items, ...other.items]);
      }),
      ...['__mul__', '__rmul__'].map((name) =>
        method(`${name}(value, /)`, (context, self, count: Value) => {
          const items = repeated(context, self.items, count);
          return 'kind' in items ? items : tuple(items);
        }),
      ),
      method('__repr__(/)', (context, self) => {
        const text = tupleRepr(self, context);
        return typeof text === 'string' ? str(text) : text;
      }),
      method('__getnewargs__(/)', (_context, self) => tuple([tuple(self.items)])),
      hashesByContent(method('__hash__(/)', (context, self) => hashOf(context, self))),
    ),
  ],
);

function hashOf(context: Context, self: TupleValue): Value {
  const hash = pythonHash(tuple(self.items), context);
  if (hash !== null) return int(hash);
  const key = tupleKey(self.items, context);
  if (typeof key !== 'string') return key;
  const unknownHash: UnknownHash = { ...context.unknown('the hash differs from run to run'), hashKey: key };
  return unknownHash;
}
