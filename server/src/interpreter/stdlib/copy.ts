/** `copy` */
import { args } from '../../values/arguments';
import type { Context } from '../../values/context';
import {
  type ClassValue,
  DictValue,
  InstanceValue,
  int,
  isUnknownValue,
  ListValue,
  NONE,
  SetValue,
  tuple,
  type Value,
} from '../../values/value';
import { attributesOf, Boxed } from '../builtins/boxed';
import { native, PYTHON } from '../builtins/define';
import { dictSet } from '../builtins/dict-access';
import { noAttribute } from '../builtins/object-functions';
import { callMethod } from '../builtins/special';
import { interpreterOf } from '../context';
import { declareModule } from './module';

/** Copies made so far, by what they are copies of: things that hold themselves stay finite. */
type Memo = Map<Value, Value>;

/** How the parts of a copy come about: as they are, or as copies. */
type Of = (part: Value) => Value;

function shallow(value: Value, context: Context): Value {
  switch (value.kind) {
    case 'list':
    case 'dict':
      return value.cls ? copied(value, (part) => part, NOTED_NOWHERE, '__copy__', context) : plainCopy(value);
    case 'set':
      return value.frozen ? value : plainCopy(value);
    case 'instance':
      return copied(value, (part) => part, NOTED_NOWHERE, '__copy__', context);
    default:
      return value;
  }
}

function plainCopy(value: ListValue | DictValue | SetValue): Value {
  switch (value.kind) {
    case 'list':
      return new ListValue([...value.items], value.uncertain, value.cls);
    case 'dict':
      return new DictValue(value.entries, { uncertain: value.uncertain, cls: value.cls, factory: value.factory });
    case 'set':
      return new SetValue(value.items, false, value.uncertain);
  }
}

function deep(value: Value, memo: Memo, context: Context): Value {
  const known = memo.get(value);
  if (known) return known;
  context.spend(1);
  const of = (part: Value) => deep(part, memo, context);
  const note = (copy: Value) => memo.set(value, copy);
  switch (value.kind) {
    case 'list': {
      if (value.cls) return copied(value, of, note, '__deepcopy__', context);
      if (value.uncertain) return new ListValue([], value.uncertain);
      const copy = new ListValue([]);
      note(copy);
      for (const item of value.items) copy.append(context.heap, of(item));
      return copy;
    }
    case 'tuple': {
      const items = value.items.map(of);
      if (items.every((item, i) => item === value.items[i])) return value;
      return value.cls ? { ...tuple(items), cls: value.cls } : tuple(items);
    }
    case 'dict': {
      if (value.cls) return copied(value, of, note, '__deepcopy__', context);
      const copy = new DictValue([], { uncertain: value.uncertain });
      note(copy);
      for (const [hash, entry] of value.entries) copy.set(context.heap, hash, of(entry.key), of(entry.value));
      return copy;
    }
    case 'set':
      return value.frozen ? value : plainCopy(value);
    case 'instance':
      return copied(value, of, note, '__deepcopy__', context);
    default:
      return value;
  }
}

const NOTED_NOWHERE = () => undefined;

/**
 * A copy of an object of a class with rules of its own: by `__copy__` or `__deepcopy__`, by
 * `__reduce_ex__` or `__reduce__`, else an object of the same class with the same state.
 */
function copied(
  value: InstanceValue | ListValue | DictValue,
  of: Of,
  note: (copy: Value) => void,
  hook: '__copy__' | '__deepcopy__',
  context: Context,
): Value {
  const own = callMethod(value, hook, hook === '__copy__' ? [] : [new DictValue()], context);
  if (own) return own;
  const cls = value.cls as ClassValue;
  for (const [name, given] of [
    ['__reduce_ex__', [int(4)]],
    ['__reduce__', []],
  ] as const) {
    const reduced = isOwn(cls, name) ? callMethod(value, name, given, context) : undefined;
    if (reduced) return rebuilt(value, reduced, of, note, context);
  }
  const copy = empty(value, cls, of, context);
  if (isUnknownValue(copy) || copy === value) return copy;
  note(copy);
  const stated = isOwn(cls, '__getstate__') ? callMethod(value, '__getstate__', [], context) : undefined;
  if (stated !== undefined || isOwn(cls, '__setstate__')) {
    const state = stated ?? stateOf(value, context);
    if (isUnknownValue(state)) return state;
    if (state.kind !== 'None') setState(copy, of(state), context);
  } else copyAttributes(value, copy, of, context);
  fill(value, copy, of, context);
  return copy;
}

/** `object.__getstate__`: the attributes, where there are any. */
function stateOf(value: Value, context: Context): Value {
  const attributes = context.attribute(value, '__dict__');
  return attributes?.kind === 'dict' && attributes.entries.size > 0 ? attributes : NONE;
}

/** Whether a class of the program has given it, and no built-in one. */
function isOwn(cls: ClassValue, name: string): boolean {
  return cls.lookup(name)?.kind === 'function';
}

/** An object of the same class with nothing in it. */
function empty(value: InstanceValue | ListValue | DictValue, cls: ClassValue, of: Of, context: Context): Value {
  if (value.kind === 'list') return new ListValue([], value.uncertain, value.cls);
  if (value.kind === 'dict') return new DictValue([], { uncertain: value.uncertain, cls, factory: value.factory });
  if (value.payload instanceof Boxed) return value;
  if (value.payload) return context.unknown(`copies of a ${cls.name} are not followed`);
  const make = cls.lookup('__new__');
  if (make?.kind !== 'staticmethod') return new InstanceValue(context.heap.identity(), cls);
  const wanted = callMethod(value, '__getnewargs__', [], context);
  // What CPython has in C keeps all that it is made of, here in attributes.
  const isStandard = make.function.kind === 'function' && interpreterOf(context).isStandard(make.function);
  if (isStandard && wanted === undefined) return new InstanceValue(context.heap.identity(), cls);
  const given = wanted === undefined ? [] : wanted.kind === 'tuple' ? wanted.items.map(of) : null;
  if (given === null) return context.unknown('what `__getnewargs__` gives is not known');
  return context.call(make.function, args([cls, ...given]));
}

function copyAttributes(value: InstanceValue | ListValue | DictValue, copy: Value, of: Of, context: Context): void {
  const [from, to] = [value, copy].map((one) =>
    one.kind === 'instance' ? one.attributes : one.kind === 'list' || one.kind === 'dict' ? attributesOf(one) : null,
  );
  if (!from || !to) return;
  for (const [name, content] of [...from.entries()]) to.set(context.heap, name, of(content));
}

/** The items of a list or a dict, by the methods that its class has for them. */
function fill(value: InstanceValue | ListValue | DictValue, copy: Value, of: Of, context: Context): void {
  if (value.kind === 'list' && copy.kind === 'list' && !value.uncertain) {
    const own = isOwn(value.cls as ClassValue, 'append');
    for (const item of [...value.items]) {
      if (own) callMethod(copy, 'append', [of(item)], context);
      else copy.append(context.heap, of(item));
    }
  }
  if (value.kind === 'dict' && copy.kind === 'dict') {
    const own = isOwn(value.cls as ClassValue, '__setitem__');
    for (const [hash, entry] of [...value.entries]) {
      if (own) callMethod(copy, '__setitem__', [of(entry.key), of(entry.value)], context);
      else copy.set(context.heap, hash, of(entry.key), of(entry.value));
    }
  }
}

/** What `__reduce__` describes: a callable, its arguments, then a state, items for a list, items for a dict. */
function rebuilt(value: Value, reduced: Value, of: Of, note: (copy: Value) => void, context: Context): Value {
  if (reduced.kind === 'str') return value;
  if (reduced.kind !== 'tuple') return context.unknown('what `__reduce__` gives is not followed');
  const [callee, given, state = NONE, items = NONE, pairs = NONE] = reduced.items;
  if (!callee || given?.kind !== 'tuple') return context.unknown('what `__reduce__` gives is not followed');
  const copy = context.call(callee, args(given.items.map(of)));
  note(copy);
  if (state.kind !== 'None') setState(copy, of(state), context);
  for (const [part, add] of [
    [items, (item: Value) => callMethod(copy, 'append', [of(item)], context)],
    [pairs, (pair: Value) => pair.kind === 'tuple' && callMethod(copy, '__setitem__', pair.items.map(of), context)],
  ] as const) {
    if (part.kind === 'None') continue;
    const all = context.items(part);
    if ('kind' in all) return all;
    for (const one of all) add(one);
  }
  return copy;
}

/** `__setstate__`, or attributes by their names; those of `__slots__` come second in a pair. */
function setState(copy: Value, state: Value, context: Context): void {
  const own = callMethod(copy, '__setstate__', [state], context);
  if (own !== undefined) return;
  const [attributes, slots] = state.kind === 'tuple' && state.items.length === 2 ? state.items : [state];
  const dict = attributes?.kind === 'dict' ? context.attribute(copy, '__dict__') : undefined;
  if (attributes?.kind === 'dict' && dict?.kind === 'dict') {
    for (const { key, value } of [...attributes.entries.values()]) dictSet(dict, key, value, context);
  }
  if (slots?.kind !== 'dict') return;
  for (const { key, value } of [...slots.entries.values()]) {
    if (key.kind === 'str') context.setAttribute(copy, key.value, value);
  }
}

export function copyModule() {
  return declareModule(
    'copy',
    [
      ['copy', native('copy(x)', (context, x: Value) => shallow(x, context))],
      [
        'deepcopy',
        native('deepcopy(x, memo=None)', (context, x: Value, memo: Value) => {
          // It is given copies by addresses.
          if (memo.kind !== 'None' && !context.attribute(memo, 'get')) noAttribute(memo, 'get', context);
          if (memo.kind === 'dict') memo.forget(context.heap, context.because('it holds addresses'));
          return deep(x, new Map(), context);
        }),
      ],
      [
        'replace',
        native(
          'replace(obj, /, **changes)',
          (context, x: Value, changes: Map<string, Value>) => {
            const member = context.attribute(x, '__replace__');
            return member
              ? context.call(member, args([], changes))
              : context.raise('TypeError', 'replace() does not support it');
          },
          { unknowns: 'pass' },
        ),
      ],
    ],
    { home: PYTHON, others: 'Error dispatch_table error' },
  );
}
