/** `dict`, its views, and `mappingproxy`. */
import type { Reason } from '../../shapes/reason';
import type { Context } from '../../values/context';
import { type DictPart, DictViewPayload, dictViewItems, dictViewOf } from '../../values/dict-view';
import {
  bool,
  type ClassValue,
  type DictEntry,
  DictValue,
  InstanceValue,
  int,
  isUnknownValue,
  NONE,
  NOT_IMPLEMENTED,
  OBJECT,
  SetValue,
  str,
  tuple,
  type UnknownValue,
  unknown,
  unknownAmong,
  type Value,
} from '../../values/value';
import { builtinClass, type DeclareMethod, methodsOf, type NativeOptions, named, native } from './define';
import { dictDelete, dictGet, dictSet, setEntries } from './dict-access';
import { sameOrEqual } from './equality';
import { raiseWith } from './exception-state';
import { classGetItem } from './generic-alias';
import { hashKey } from './hashing';
import { dictIterator } from './iterators';
import { comparisonMethods } from './numbers';
import { compare, subscript } from './operations';
import { lengthOf } from './protocols';
import { callMethod, isIterable, typeName } from './special';
import { dictRepr, guarded, joined } from './text';

const method: DeclareMethod<DictValue> = methodsOf<DictValue>('dict', (value) =>
  value instanceof DictValue ? value : undefined,
);

/** Gives unknown rather than None: what changes the dict may raise instead. */
function forget(context: Context, dict: Value | undefined, reason: Reason): Value {
  if (dict instanceof DictValue) dict.forget(context.heap, reason);
  return unknown(reason);
}

const MUTATES: NativeOptions & { readonly uncertainSelf: 'pass' } = {
  unknowns: 'pass',
  uncertainSelf: 'pass',
  uncertain: (context, reason, given) => forget(context, given.positional[0], reason),
};
const READS = { uncertainSelf: 'pass', unknowns: 'pass' } as const;

/** Key and value pairs of a mapping or of an iterable of pairs, as `dict(…)` and `update` take them. */
export function pairsOf(context: Context, source: Value): readonly (readonly [Value, Value])[] | UnknownValue {
  if (isUnknownValue(source)) return source;
  if (source instanceof DictValue && !overridesKeys(source)) {
    if (source.uncertain) return unknown(source.uncertain);
    context.spend(source.entries.size >> 2);
    return [...source.entries.values()].map(({ key, value }) => [key, value] as const);
  }
  const keys = context.attribute(source, 'keys');
  if (keys !== undefined && source.kind !== 'iterator') return pairsByKeys(context, source, keys);
  const items = context.items(source);
  if ('kind' in items) return items;
  const pairs: (readonly [Value, Value])[] = [];
  for (const [i, item] of items.entries()) {
    if (isUnknownValue(item)) return item;
    const pair = pairOf(context, item, i);
    if ('kind' in pair) return pair;
    pairs.push(pair);
  }
  return pairs;
}

/** A subclass may list other keys than it holds. */
function overridesKeys(dict: DictValue): boolean {
  const { cls } = dict;
  if (!cls) return false;
  const own = (name: string) => cls.lookup(name) !== dictClass.members.get(name);
  return cls.lookup('__iter__')?.kind === 'function' && own('__iter__');
}

function pairsByKeys(
  context: Context,
  source: Value,
  keys: Value,
): readonly (readonly [Value, Value])[] | UnknownValue {
  if (isUnknownValue(keys)) return keys;
  const listed = context.items(context.call(keys, { positional: [], keywords: new Map(), uncertain: null }));
  if ('kind' in listed) return listed;
  return listed.map((key) => [key, subscript(source, key, context)] as const);
}

function pairOf(context: Context, item: Value, index: number): readonly [Value, Value] | UnknownValue {
  const cls = context.classOf(item);
  const iterable = isUnknownValue(cls) || item.kind === 'iterator' || isIterable(cls);
  if (!iterable) {
    return context.raise('TypeError', `cannot convert dictionary update sequence element #${index} to a sequence`);
  }
  const parts = context.items(item);
  if ('kind' in parts) return parts;
  if (parts.length !== 2) {
    return context.raise(
      'ValueError',
      `dictionary update sequence element #${index} has length ${parts.length}; 2 is required`,
    );
  }
  return [parts[0] as Value, parts[1] as Value];
}

/** `dict.update(source, **keywords)` */
export function update(
  context: Context,
  dict: DictValue,
  source: Value | undefined,
  keywords: ReadonlyMap<string, Value>,
): Value {
  if (source) {
    const pairs = pairsOf(context, source);
    if ('kind' in pairs) return forget(context, dict, pairs.reason);
    context.spend(pairs.length >> 2);
    for (const [key, value] of pairs) dictSet(dict, key, value, context);
  }
  for (const [name, value] of keywords) dictSet(dict, str(name), value, context);
  return NONE;
}

function valuesOf(dict: DictValue): Value[] {
  return [...dict.entries.values()].map((entry) => entry.value).concat(mayHold(dict));
}

function mayHold(dict: DictValue): Value[] {
  return dict.uncertain ? [unknown(dict.uncertain), ...dict.may] : [];
}

function getItem(context: Context, self: DictValue, key: Value): Value {
  if (isUnknownValue(key)) return unknownAmong(key.reason, valuesOf(self));
  const found = dictGet(self, key, context);
  if (found !== undefined) return found;
  if (self.cls?.lookup('__missing__')) {
    const missing = callMethod(self, '__missing__', [key], context);
    if (missing !== undefined) return missing;
  }
  return raiseWith('KeyError', [key], context);
}

function pop(context: Context, self: DictValue, key: Value, fallback?: Value): Value {
  if (isUnknownValue(key)) {
    const taken = unknownAmong(key.reason, valuesOf(self));
    forget(context, self, key.reason);
    return taken;
  }
  // An empty dict does not look at the key.
  if (self.entries.size === 0 && !self.uncertain && !isUnknownValue(key)) {
    return fallback ?? raiseWith('KeyError', [key], context);
  }
  const found = dictDelete(self, key, context);
  if (found !== undefined) return found;
  return fallback ?? raiseWith('KeyError', [key], context);
}

/** A new dict of a class with the entries of another. */
function copyOf(dict: DictValue): DictValue {
  return new DictValue(dict.entries, { uncertain: dict.uncertain, may: dict.may });
}

// ---------------------------------------------------------------- views

function viewContains(view: DictViewPayload, sought: Value, context: Context): boolean | UnknownValue {
  const { dict, part } = view;
  if (part === 'keys') {
    const found = dictGet(dict, sought, context);
    return found === undefined ? false : isUnknownValue(found) && dict.uncertain ? found : true;
  }
  if (part === 'items' && sought.kind === 'tuple') {
    if (sought.items.length !== 2) return false;
    const found = dictGet(dict, sought.items[0] as Value, context);
    return found === undefined ? false : sameOrEqual(found, sought.items[1] as Value, context);
  }
  const items = dictViewItems(view);
  if ('kind' in items) return items;
  let doubt: UnknownValue | null = null;
  for (const item of items) {
    const equal = sameOrEqual(item, sought, context);
    if (equal === true) return true;
    if (equal !== false) doubt ??= equal;
  }
  return doubt ?? false;
}

/** A view (or any iterable) as a set, for set operators. */
function asSet(value: Value, context: Context): SetValue | UnknownValue {
  if (value instanceof SetValue) return value;
  const view = dictViewOf(value);
  const items = view ? dictViewItems(view) : context.items(value);
  if ('kind' in items) return items;
  const entries = setEntries(items, context);
  return entries instanceof Map ? new SetValue(entries) : entries;
}

const SET_OPERATORS = ['and', 'or', 'sub', 'xor'] as const;

function viewClass(part: DictPart): ClassValue {
  const name = `dict_${part}`;
  const payload = (context: Context, self: Value): DictViewPayload =>
    dictViewOf(self) ?? context.raise('TypeError', `descriptor for '${name}' objects doesn't apply`);
  const comparable = part !== 'values';
  return builtinClass(
    name,
    [OBJECT],
    [
      ...named(
        native(
          '__iter__(self, /)',
          (context, self: Value): Value => dictIterator(payload(context, self).dict, part, context),
        ),
        native(
          '__reversed__(self, /)',
          (context, self: Value): Value => dictIterator(payload(context, self).dict, part, context, true),
        ),
        native('__len__(self, /)', (context, self: Value): Value => {
          const { dict } = payload(context, self);
          return dict.uncertain ? unknown(dict.uncertain) : int(dict.entries.size);
        }),
        native('__contains__(self, key, /)', (context, self: Value, key: Value): Value => {
          const found = viewContains(payload(context, self), key, context);
          return typeof found === 'boolean' ? bool(found) : found;
        }),
        native('__repr__(self, /)', (context, self: Value): Value => {
          const items = dictViewItems(payload(context, self));
          if ('kind' in items) return items;
          const shown = self.kind === 'instance' ? self.cls.name : name;
          const text = guarded(self, '...', () => joined(items, `${shown}([`, '])', context), context);
          return typeof text === 'string' ? str(text) : text;
        }),
        ...(comparable ? setMethods() : []),
      ),
      ...(comparable ? [['__hash__', NONE] as const] : []),
    ],
  );
}

function isIn(item: Value, b: Value, context: Context): boolean | UnknownValue {
  const view = dictViewOf(b);
  return view ? viewContains(view, item, context) : context.truth(compare('in', item, b, context));
}

/** Of a set they need no order. */
function itemsInAnyOrder(value: Value, context: Context): readonly Value[] | UnknownValue {
  return value instanceof SetValue && !value.uncertain ? [...value.items.values()] : context.items(value);
}

/** `dictview_richcompare`: of two with fitting lengths, each item of one is in the other; they need no hash. */
function compareViews(
  op: '==' | '!=' | '<' | '<=' | '>' | '>=',
  a: Value,
  b: Value,
  context: Context,
): boolean | UnknownValue {
  if (op === '!=') {
    const same = compareViews('==', a, b, context);
    return typeof same === 'boolean' ? !same : same;
  }
  if (op === '>' || op === '>=') return compareViews(op === '>' ? '<' : '<=', b, a, context);
  const [left, right] = [lengthOf(a, context), lengthOf(b, context)];
  if (typeof left !== 'number') return left;
  if (typeof right !== 'number') return right;
  if (op === '==' ? left !== right : op === '<' ? left >= right : left > right) return false;
  const view = dictViewOf(a);
  const items = view ? dictViewItems(view) : itemsInAnyOrder(a, context);
  if ('kind' in items) return items;
  for (const item of items) {
    const found = isIn(item, b, context);
    if (found !== true) return found;
  }
  return true;
}

/** `_PyDictView_Intersect`: only what is in both needs a hash. */
function intersectViews(a: Value, b: Value, context: Context): Value {
  let [view, other] = dictViewOf(a) ? [a, b] : [b, a];
  const [own, others] = [lengthOf(view, context), dictViewOf(other) ? lengthOf(other, context) : -1];
  if (typeof own !== 'number') return own;
  if (typeof others !== 'number') return others;
  if (others > own) [view, other] = [other, view];
  const items = dictViewOf(other) ? context.items(other) : itemsInAnyOrder(other, context);
  if ('kind' in items) return items;
  const kept: Value[] = [];
  for (const item of items) {
    const found = isIn(item, view, context);
    if (typeof found !== 'boolean') return found;
    if (found) kept.push(item);
  }
  return asSet(tuple(kept), context);
}

function setMethods() {
  const operators = SET_OPERATORS.flatMap((name) => {
    const run = (context: Context, a: Value, b: Value): Value => {
      if (name === 'and') return intersectViews(a, b, context);
      const left = asSet(a, context);
      if (isUnknownValue(left)) return left;
      const right = asSet(b, context);
      if (isUnknownValue(right)) return right;
      return callMethod(new SetValue(left.items), `__${name}__`, [right], context) ?? NOT_IMPLEMENTED;
    };
    return [
      native(`__${name}__(self, value, /)`, run),
      native(`__r${name}__(self, value, /)`, (context, self: Value, other: Value) => run(context, other, self)),
    ];
  });
  const comparisons = (['==', '!=', '<', '<=', '>', '>='] as const).map((op) => {
    const name = { '==': 'eq', '!=': 'ne', '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge' }[op];
    return native(`__${name}__(self, value, /)`, (context, self: Value, other: Value): Value => {
      if (!(other instanceof SetValue) && !dictViewOf(other)) return NOT_IMPLEMENTED;
      const answer = compareViews(op, self, other, context);
      return typeof answer === 'boolean' ? bool(answer) : answer;
    });
  });
  const disjoint = native('isdisjoint(self, other, /)', (context, self: Value, other: Value): Value => {
    const left = asSet(self, context);
    if (isUnknownValue(left)) return left;
    const right = asSet(other, context);
    if (isUnknownValue(right)) return right;
    return bool(![...left.items.keys()].some((key) => right.items.has(key)));
  });
  return [...operators, ...comparisons, disjoint];
}

const viewClasses = { keys: viewClass('keys'), values: viewClass('values'), items: viewClass('items') };
export const dictViewClasses: readonly ClassValue[] = Object.values(viewClasses);

/** Those of ordered dicts. */
const orderedViewClasses = Object.fromEntries(
  Object.entries(viewClasses).map(([part, cls]) => [part, builtinClass(`odict_${part}`, [cls])]),
) as typeof viewClasses;

function makeView(context: Context, dict: DictValue, part: DictPart): Value {
  const isOrdered = dict.cls?.mro.some(({ name, module }) => name === 'OrderedDict' && module === 'collections');
  const classes = isOrdered ? orderedViewClasses : viewClasses;
  return new InstanceValue(context.heap.identity(), classes[part], new DictViewPayload(dict, part));
}

// ---------------------------------------------------------------- the class

const reading = [
  method(
    'get(key, default=None, /)',
    (context, self, key: Value, fallback: Value) => {
      if (isUnknownValue(key)) return unknownAmong(key.reason, [...valuesOf(self), fallback]);
      return dictGet(self, key, context) ?? fallback;
    },
    READS,
  ),
  method('keys(/)', (context, self) => makeView(context, self, 'keys'), READS),
  method('values(/)', (context, self) => makeView(context, self, 'values'), READS),
  method('items(/)', (context, self) => makeView(context, self, 'items'), READS),
  method('copy(/)', (_context, self) => copyOf(self), READS),
  method('__getitem__(key, /)', getItem, READS),
  method(
    '__contains__(key, /)',
    (context, self, key: Value) => {
      if (isUnknownValue(key)) return key;
      const found = dictGet(self, key, context);
      if (found === undefined) return bool(false);
      // What stands there may be unknown; that something does is known.
      return isUnknownValue(found) && !self.entries.has(String(hashKey(key, context))) ? found : bool(true);
    },
    READS,
  ),
  method('__len__(/)', (_context, self) => int(self.entries.size)),
  method('__iter__(/)', (context, self) => dictIterator(self, 'keys', context), READS),
  method('__reversed__(/)', (context, self) => dictIterator(self, 'keys', context, true)),
  method('__or__(value, /)', (context, self, other: Value) => {
    if (!(other instanceof DictValue)) return NOT_IMPLEMENTED;
    const made = new DictValue(self.entries, { cls: self.cls, factory: self.factory });
    update(context, made, other, new Map());
    return made;
  }),
  method('__ror__(value, /)', (context, self, other: Value) => {
    if (!(other instanceof DictValue)) return NOT_IMPLEMENTED;
    const made = copyOf(other);
    update(context, made, self, new Map());
    return made;
  }),
];

function fromKeys(context: Context, cls: Value, iterable: Value, value: Value): Value {
  if (isUnknownValue(iterable)) return new DictValue([], { uncertain: iterable.reason });
  const items = context.items(iterable);
  if ('kind' in items) return new DictValue([], { uncertain: items.reason });
  const made =
    cls === dictClass ? new DictValue() : context.call(cls, { positional: [], keywords: new Map(), uncertain: null });
  for (const item of items) {
    if (
      made instanceof DictValue &&
      (!made.cls || made.cls.lookup('__setitem__') === dictClass.members.get('__setitem__'))
    ) {
      dictSet(made, item, value, context);
    } else callMethod(made, '__setitem__', [item, value], context);
  }
  return made;
}

export const dictClass: ClassValue = builtinClass(
  'dict',
  [OBJECT],
  [
    ['__class_getitem__', classGetItem],
    ...comparisonMethods(method),
    ...named(
      ...reading,
      native(
        '__new__(cls, /, *args, **kwargs)',
        (context, cls: Value, given: readonly Value[], keywords: ReadonlyMap<string, Value>): Value => {
          if (cls !== dictClass && cls.kind === 'class') return new DictValue([], { cls });
          if (given.length > 1)
            return context.raise('TypeError', `dict expected at most 1 argument, got ${given.length}`);
          const dict = new DictValue();
          update(context, dict, given[0], keywords);
          return dict;
        },
        { unknowns: 'pass', uncertain: (_context, reason) => new DictValue([], { uncertain: reason }) },
      ),
      method(
        '__init__(*args, **kwargs)',
        (context, self, given: readonly Value[], keywords: ReadonlyMap<string, Value>) => {
          if (given.length > 1)
            return context.raise('TypeError', `dict expected at most 1 argument, got ${given.length}`);
          return update(context, self, given[0], keywords);
        },
        MUTATES,
      ),
      method(
        'update(*args, **kwargs)',
        (context, self, given: readonly Value[], keywords: ReadonlyMap<string, Value>) => {
          if (given.length > 1)
            return context.raise('TypeError', `update expected at most 1 argument, got ${given.length}`);
          return update(context, self, given[0], keywords);
        },
        MUTATES,
      ),
      method(
        '__setitem__(key, value, /)',
        (context, self, key: Value, value: Value) => {
          const slot = dictSet(self, key, value, context);
          return slot ?? NONE;
        },
        MUTATES,
      ),
      method(
        '__delitem__(key, /)',
        (context, self, key: Value) => {
          const gone = dictDelete(self, key, context);
          if (gone === undefined) raiseWith('KeyError', [key], context);
          // Whether there was such a key is not known either.
          return isUnknownValue(gone) && (isUnknownValue(key) || self.uncertain) ? gone : NONE;
        },
        MUTATES,
      ),
      method(
        'setdefault(key, default=None, /)',
        (context, self, key: Value, fallback: Value) => {
          const found = dictGet(self, key, context);
          if (found !== undefined) {
            if (isUnknownValue(found) && isUnknownValue(key)) forget(context, self, key.reason);
            return found;
          }
          dictSet(self, key, fallback, context);
          return fallback;
        },
        MUTATES,
      ),
      method('pop(key, default=, /)', pop, MUTATES),
      method('popitem(/)', (context, self) => {
        const last = [...self.entries].pop();
        if (!last) return context.raise('KeyError', 'popitem(): dictionary is empty');
        self.delete(context.heap, last[0]);
        return tuple([last[1].key, last[1].value]);
      }),
      method(
        'clear(/)',
        (context, self) => {
          self.replace(context.heap, []);
          return NONE;
        },
        MUTATES,
      ),
      method(
        '__ior__(value, /)',
        (context, self, other: Value) => {
          update(context, self, other, new Map());
          return self;
        },
        MUTATES,
      ),
      method('__repr__(/)', (context, self) => {
        const text = dictRepr(self, context);
        return typeof text === 'string' ? str(text) : text;
      }),
    ),
    [
      'fromkeys',
      {
        kind: 'classmethod',
        function: native('fromkeys(cls, iterable, value=None, /)', fromKeys, { unknowns: 'pass' }),
      },
    ],
    ['__hash__', NONE],
  ],
);

/** What `cls.__dict__` is: a dict that only reads. */
export const mappingProxyClass: ClassValue = builtinClass(
  'mappingproxy',
  [OBJECT],
  [
    ...comparisonMethods(method),
    ...named(
      ...reading,
      native('__new__(cls, mapping)', (context, cls: Value, mapping: Value): Value => {
        if (!(mapping instanceof DictValue)) {
          return context.raise(
            'TypeError',
            `mappingproxy() argument must be a mapping, not ${typeName(mapping, context)}`,
          );
        }
        return new DictValue(mapping.entries, { cls: cls.kind === 'class' ? cls : null, uncertain: mapping.uncertain });
      }),
      method('__repr__(/)', (context, self) => {
        const text = dictRepr(self, context);
        return typeof text === 'string' ? str(`mappingproxy(${text})`) : text;
      }),
    ),
    ['__hash__', NONE],
  ],
);

/** A dict with string keys. */
export function dictOf(items: Iterable<readonly [string, Value]>): DictValue {
  const entries: [string, DictEntry][] = [];
  for (const [name, value] of items) entries.push([`s:${name}`, { key: str(name), value }]);
  return new DictValue(entries);
}
