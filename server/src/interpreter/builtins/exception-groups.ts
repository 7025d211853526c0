/** `BaseExceptionGroup` and `ExceptionGroup`: how they are made, told of and taken apart. */
import { type Arguments, args } from '../../values/arguments';
import type { Context } from '../../values/context';
import {
  type ClassValue,
  InstanceValue,
  isUnknownValue,
  ListValue,
  NONE,
  str,
  tuple,
  type UnknownValue,
  type Value,
} from '../../values/value';
import { plain } from './boxed';
import { builtinClass, computed, named, native } from './define';
import { ExceptionState, exceptionArguments, exceptionWith } from './exception-state';
import { classGetItem } from './generic-alias';
import { typeName } from './special';
import { strOf } from './text';

/** Whether an exception, or a part of one, is to be taken. */
export type Takes = (exception: InstanceValue) => boolean | UnknownValue;

/** What `takes` takes of an exception, and what it leaves: null for nothing. */
export type Parts = readonly [InstanceValue | null, InstanceValue | null];

export function declareGroups(base: ClassValue, exception: ClassValue): (readonly [string, ClassValue])[] {
  const baseGroup: ClassValue = builtinClass(
    'BaseExceptionGroup',
    [base],
    [
      ['message', computed((_context, self) => exceptionArguments(self)[0] ?? NONE)],
      ['exceptions', computed((context, self) => members(self, context))],
      ...named(
        { ...native('__new__(cls, /, *args)', () => NONE), call: makeGroup },
        native('__str__(self, /)', (context, self: Value) => groupText(self, context)),
        native('derive(self, excs, /)', (context, self: Value, excs: Value): Value => {
          const message = exceptionArguments(self)[0] ?? NONE;
          return context.call(baseGroup, args([message, excs]));
        }),
        native('split(self, matcher, /)', (context, self: Value, matcher: Value): Value => {
          const parts = splitGroup(self as InstanceValue, taking(matcher, context), context);
          return 'kind' in parts ? parts : tuple(parts.map((part) => part ?? NONE));
        }),
        native('subgroup(self, matcher, /)', (context, self: Value, matcher: Value): Value => {
          const parts = splitGroup(self as InstanceValue, taking(matcher, context), context);
          return 'kind' in parts ? parts : (parts[0] ?? NONE);
        }),
      ),
      ['__class_getitem__', classGetItem],
    ],
  );
  const group = builtinClass('ExceptionGroup', [baseGroup, exception], [], {
    mro: [baseGroup, ...exception.mro],
  });
  return [
    ['BaseExceptionGroup', baseGroup],
    ['ExceptionGroup', group],
  ];
}

function makeGroup({ positional, uncertain }: Arguments, context: Context): Value {
  const [cls, ...given] = positional;
  if (cls?.kind !== 'class') return cls && isUnknownValue(cls) ? cls : NONE;
  if (uncertain) return context.unknown('its arguments are not known', uncertain);
  const [message, parts] = given;
  if (given.length !== 2 || !message || !parts) {
    return context.raise('TypeError', `BaseExceptionGroup.__new__() takes exactly 2 arguments (${given.length} given)`);
  }
  if (isUnknownValue(message)) return message;
  if (isUnknownValue(parts)) return parts;
  if (plain(message).kind !== 'str') {
    return context.raise(
      'TypeError',
      `BaseExceptionGroup.__new__() argument 1 must be str, not ${typeName(message, context)}`,
    );
  }
  const owner = context.classOf(parts);
  const isSequence = parts.kind !== 'dict' && !isUnknownValue(owner) && owner.lookup('__getitem__') !== undefined;
  if (!isSequence || parts.kind === 'class') {
    return context.raise('TypeError', 'second argument (exceptions) must be a sequence');
  }
  const items = context.items(parts);
  if ('kind' in items) return items;
  if (items.length === 0) {
    return context.raise('ValueError', 'second argument (exceptions) must be a non-empty sequence');
  }
  let nestsBase = false;
  for (const [i, item] of items.entries()) {
    if (isUnknownValue(item)) return item;
    if (!(item instanceof InstanceValue) || !(item.payload instanceof ExceptionState)) {
      return context.raise('ValueError', `Item ${i} of second argument (exceptions) is not an exception`);
    }
    if (!item.cls.derivesFrom(context.builtin('Exception'))) nestsBase = true;
  }
  if (cls === context.builtin('BaseExceptionGroup')) {
    return exceptionWith(nestsBase ? cls : context.builtin('ExceptionGroup'), given, context);
  }
  if (nestsBase && cls.derivesFrom(context.builtin('Exception'))) {
    const shown = cls === context.builtin('ExceptionGroup') ? 'an ExceptionGroup' : `'${cls.name}'`;
    return context.raise('TypeError', `Cannot nest BaseExceptions in ${shown}`);
  }
  return exceptionWith(cls, given, context);
}

function members(self: Value, context: Context): Value {
  const parts = exceptionArguments(self)[1];
  const items = parts ? context.items(parts) : [];
  return 'kind' in items ? items : tuple(items);
}

function groupText(self: Value, context: Context): Value {
  const [message] = exceptionArguments(self);
  const inner = members(self, context);
  if (inner.kind !== 'tuple') return inner;
  const text = message ? strOf(message, context) : '';
  if (typeof text !== 'string') return text;
  return str(`${text} (${inner.items.length} sub-exception${inner.items.length === 1 ? '' : 's'})`);
}

/** What the argument of `split` and `subgroup` says. */
function taking(matcher: Value, context: Context): Takes {
  const isType = (value: Value) => value.kind === 'class' && value.derivesFrom(context.builtin('BaseException'));
  const types = matcher.kind === 'tuple' ? matcher.items : [matcher];
  if (types.every(isType)) return (one) => types.some((type) => type.kind === 'class' && one.cls.derivesFrom(type));
  if (matcher.kind === 'function') return (one) => context.truth(context.call(matcher, args([one])));
  return context.raise('TypeError', 'expected a function, exception type or tuple of exception types');
}

export function isGroup(exception: InstanceValue, context: Context): boolean {
  return exception.cls.derivesFrom(context.builtin('BaseExceptionGroup'));
}

/** The parts of an exception, groups within groups included; each keeps the shape of the whole. */
export function splitGroup(exception: InstanceValue, takes: Takes, context: Context): Parts | UnknownValue {
  const whole = takes(exception);
  if (typeof whole !== 'boolean') return whole;
  if (whole) return [exception, null];
  if (!isGroup(exception, context)) return [null, exception];
  const inner = members(exception, context);
  if (inner.kind !== 'tuple') return isUnknownValue(inner) ? inner : [null, exception];
  const taken: Value[] = [];
  const left: Value[] = [];
  for (const item of inner.items) {
    if (!(item instanceof InstanceValue)) continue;
    const parts = splitGroup(item, takes, context);
    if ('kind' in parts) return parts;
    if (parts[0]) taken.push(parts[0]);
    if (parts[1]) left.push(parts[1]);
  }
  return [derived(exception, taken, context), derived(exception, left, context)];
}

/** A group like another, of some of its parts. */
function derived(group: InstanceValue, parts: readonly Value[], context: Context): InstanceValue | null {
  if (parts.length === 0) return null;
  const derive = context.attribute(group, 'derive');
  const made = derive ? context.call(derive, args([new ListValue([...parts])])) : NONE;
  if (!(made instanceof InstanceValue) || !isGroup(made, context)) {
    return context.raise('TypeError', 'derive must return an instance of BaseExceptionGroup');
  }
  if (made.payload instanceof ExceptionState && group.payload instanceof ExceptionState) {
    made.payload.cause.set(context.heap, group.payload.cause.value);
    made.payload.context.set(context.heap, group.payload.context.value);
    made.payload.suppressesContext.set(context.heap, group.payload.suppressesContext.value);
  }
  const notes = group.attributes.get('__notes__');
  if (notes instanceof ListValue) made.attributes.set(context.heap, '__notes__', new ListValue([...notes.items]));
  return made;
}
