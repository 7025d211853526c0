/** `property`. One of a class that derives from it is an instance, which keeps what a plain one is made of. */
import type { Context } from '../../values/context';
import {
  bool,
  type ClassValue,
  InstanceValue,
  isUnknownValue,
  NONE,
  OBJECT,
  type Payload,
  type PropertyValue,
  type Value,
} from '../../values/value';
import { builtinClass, computed, methodsOf, named, native } from './define';

const orNone = (value: Value | null) => value ?? NONE;
const orNull = (value: Value): Value | null => (value.kind === 'None' ? null : value);

class PropertyPayload implements Payload {
  readonly type = 'property';
  constructor(readonly property: PropertyValue) {}
}

const EMPTY: PropertyValue = { kind: 'property', getter: null, setter: null, deleter: null };

/** What a property, or an instance of a class that derives from it, is made of. */
function propertyOf(value: Value): PropertyValue | undefined {
  if (value.kind === 'property') return value;
  return value.kind === 'instance' && value.payload instanceof PropertyPayload ? value.payload.property : undefined;
}

type Self = PropertyValue | InstanceValue;
const method = methodsOf<Self>('property', (value) => (propertyOf(value) ? (value as Self) : undefined));

/** Another of the same class: a plain one, or what the class makes of the parts (`type(self)(fget, fset, fdel, doc)`). */
function changed(context: Context, self: Self, change: Partial<PropertyValue>): Value {
  const own = { ...(propertyOf(self) ?? EMPTY), ...change };
  if (self.kind === 'property') return own;
  const parts = [own.getter, own.setter, own.deleter].map(orNone);
  return context.call(self.cls, { positional: [...parts, own.doc ?? NONE], keywords: new Map(), uncertain: null });
}

function made(getter: Value, setter: Value, deleter: Value, doc: Value): PropertyValue {
  return {
    kind: 'property',
    getter: orNull(getter),
    setter: orNull(setter),
    deleter: orNull(deleter),
    ...(doc.kind === 'None' ? {} : { doc }),
  };
}

const part = (read: (property: PropertyValue, context: Context) => Value) =>
  computed((context, self) => {
    const own = propertyOf(self);
    return own ? read(own, context) : NONE;
  });

const calling = (context: Context, function_: Value, given: readonly Value[]) =>
  context.call(function_, { positional: given, keywords: new Map(), uncertain: null });

export const propertyClass: ClassValue = builtinClass(
  'property',
  [OBJECT],
  [
    ...named(
      native('__new__(cls, *args, **kwargs)', (context, cls: ClassValue, given: readonly Value[], named_) => {
        if (cls !== propertyClass) return new InstanceValue(context.heap.identity(), cls, new PropertyPayload(EMPTY));
        const keywords = named_ as unknown as ReadonlyMap<string, Value>;
        const [getter, setter, deleter, doc] = ['fget', 'fset', 'fdel', 'doc'].map(
          (name, i) => given[i] ?? keywords.get(name) ?? NONE,
        );
        return made(getter ?? NONE, setter ?? NONE, deleter ?? NONE, doc ?? NONE);
      }),
      native(
        '__init__(self, fget=None, fset=None, fdel=None, doc=None)',
        (context, self: Value, getter: Value, setter: Value, deleter: Value, doc: Value) => {
          if (self.kind === 'instance' && propertyOf(self)) {
            self.setPayload(context.heap, new PropertyPayload(made(getter, setter, deleter, doc)));
          }
          return NONE;
        },
      ),
      method('getter(fget, /)', (context, self, getter: Value) => changed(context, self, { getter })),
      method('setter(fset, /)', (context, self, setter: Value) => changed(context, self, { setter })),
      method('deleter(fdel, /)', (context, self, deleter: Value) => changed(context, self, { deleter })),
      method('__get__(instance, owner=None, /)', (context, self, instance: Value) => {
        if (instance.kind === 'None') return self;
        const getter = propertyOf(self)?.getter;
        return getter
          ? calling(context, getter, [instance])
          : context.raise('AttributeError', 'property has no getter');
      }),
      method('__set__(instance, value, /)', (context, self, instance: Value, value: Value) => {
        const setter = propertyOf(self)?.setter;
        if (!setter) return context.raise('AttributeError', 'property has no setter');
        calling(context, setter, [instance, value]);
        return NONE;
      }),
      method('__delete__(instance, /)', (context, self, instance: Value) => {
        const deleter = propertyOf(self)?.deleter;
        if (!deleter) return context.raise('AttributeError', 'property has no deleter');
        calling(context, deleter, [instance]);
        return NONE;
      }),
    ),
    ['fget', part(({ getter }) => orNone(getter))],
    ['fset', part(({ setter }) => orNone(setter))],
    ['fdel', part(({ deleter }) => orNone(deleter))],
    ['__isabstractmethod__', part(({ getter }, context) => (getter ? abstractness(context, getter) : bool(false)))],
    ['__doc__', part(({ doc, getter }, context) => doc ?? (getter && context.attribute(getter, '__doc__')) ?? NONE)],
  ],
);

/** Whether `abstractmethod` has marked what a descriptor wraps. */
export function abstractness(context: Context, wrapped: Value): Value {
  const marked = context.attribute(wrapped, '__isabstractmethod__');
  return marked === undefined || isUnknownValue(marked) ? bool(false) : marked;
}
