/** `list[int]` and `int | None`: what annotations are written with, as values. */
import type { Arguments } from '../../values/arguments';
import type { Context } from '../../values/context';
import {
  bool,
  type ClassValue,
  InstanceValue,
  isUnknownValue,
  NONE,
  NOT_IMPLEMENTED,
  OBJECT,
  type Payload,
  str,
  tuple,
  type UnknownValue,
  type Value,
} from '../../values/value';
import { builtinClass, computed, named, native } from './define';
import { hashKey, type UnknownHash } from './hashing';
import { noAttribute } from './object-functions';
import { compare, subscript } from './operations';
import { qualifiedName, reprOf } from './text';

/** The class that is subscripted, and the parameters. */
export class AliasPayload implements Payload {
  readonly type = 'alias';
  constructor(
    readonly origin: Value,
    readonly parameters: readonly Value[],
  ) {}
}

/** `list[int]`; also as an instance of a class that derives from `GenericAlias`. */
export function genericAlias(origin: Value, key: Value, context: Context, cls = aliasClass): Value {
  const parameters = key.kind === 'tuple' ? key.items : [key];
  return new InstanceValue(context.heap.identity(), cls, new AliasPayload(origin, parameters));
}

/** `__class_getitem__` of a class that takes type parameters. */
export const classGetItem: Value = {
  kind: 'classmethod',
  function: native('__class_getitem__(cls, key, /)', (context, cls: Value, key: Value) =>
    genericAlias(cls, key, context),
  ),
};

/** `X | Y` between types. */
export function unionOf(parts: readonly Value[], context: Context): Value {
  const members: Value[] = [];
  for (const part of parts) {
    if (isUnknownValue(part)) return part;
    const inside = part.kind === 'instance' && part.cls === unionClass ? parametersOf(part) : [part];
    for (const one of inside) {
      const type = one.kind === 'None' ? context.builtin('NoneType') : one;
      if (type.kind !== 'class' && !(type.kind === 'instance' && type.payload instanceof AliasPayload)) {
        return NOT_IMPLEMENTED;
      }
      if (!members.includes(type)) members.push(type);
    }
  }
  if (members.length === 1) return members[0] as Value;
  return new InstanceValue(context.heap.identity(), unionClass, new AliasPayload(NONE, members));
}

export function parametersOf(value: Value): readonly Value[] {
  return value.kind === 'instance' && value.payload instanceof AliasPayload ? value.payload.parameters : [];
}

/** The types of a union, for `isinstance`; undefined for other values. */
export function unionMembers(value: Value): readonly Value[] | undefined {
  return value.kind === 'instance' && value.cls === unionClass ? parametersOf(value) : undefined;
}

function originOf(value: Value): Value {
  return value.kind === 'instance' && value.payload instanceof AliasPayload ? value.payload.origin : NONE;
}

function parameterText(value: Value, context: Context): string | UnknownValue {
  if (value.kind === 'Ellipsis') return '...';
  if (value.kind === 'class') return value.name === 'NoneType' ? 'None' : qualifiedName(value);
  return reprOf(value, context);
}

function parameterTexts(value: Value, separator: string, context: Context): string | UnknownValue {
  const texts: string[] = [];
  for (const parameter of parametersOf(value)) {
    const text = parameterText(parameter, context);
    if (typeof text !== 'string') return text;
    texts.push(text);
  }
  return texts.join(separator);
}

function isVariable(value: Value, context: Context): boolean {
  const cls = context.classOf(value);
  return !isUnknownValue(cls) && cls.name === 'TypeVar' && cls.module === 'typing';
}

/** The type variables among parameters, and among theirs. */
function variablesOf(parameters: readonly Value[], context: Context): Value[] {
  const found = new Set<Value>();
  for (const parameter of parameters) {
    if (isVariable(parameter, context)) found.add(parameter);
    const inner = parameter.kind === 'instance' ? context.attribute(parameter, '__parameters__') : undefined;
    if (inner?.kind === 'tuple') for (const one of inner.items) found.add(one);
  }
  return [...found];
}

/** `alias[key]`: with types for its variables. */
function substituted(self: Value, key: Value, context: Context): Value {
  const variables = variablesOf(parametersOf(self), context);
  if (variables.length === 0) {
    const text = reprOf(self, context);
    return typeof text === 'string' ? context.raise('TypeError', `${text} is not a generic class`) : text;
  }
  const given = key.kind === 'tuple' && !key.cls ? key.items : [key];
  if (given.length !== variables.length) return context.unknown('a wrong number of types is not followed');
  const put = (parameter: Value): Value => {
    const index = variables.indexOf(parameter);
    if (index >= 0) return given[index] as Value;
    const own = variablesOf([parameter], context);
    return own.length === 0 ? parameter : subscript(parameter, tuple(own.map(put)), context);
  };
  return genericAlias(originOf(self), tuple(parametersOf(self).map(put)), context);
}

const aliasClass: ClassValue = builtinClass(
  'GenericAlias',
  [OBJECT],
  [
    ...named(
      native('__new__(cls, origin, args, /)', (context, cls: Value, origin: Value, key: Value): Value => {
        if (cls.kind === 'class') return genericAlias(origin, key, context, cls);
        return context.raise('TypeError', 'GenericAlias.__new__(X): X is not a type object');
      }),
      native('__repr__(self, /)', (context, self: Value): Value => {
        const inside = parameterTexts(self, ', ', context);
        const origin = parameterText(originOf(self), context);
        if (typeof inside !== 'string') return inside;
        return typeof origin === 'string' ? str(`${origin}[${inside}]`) : origin;
      }),
      {
        ...native('__call__(self, /, *args, **kwargs)', () => NONE),
        call: (given: Arguments, context: Context): Value => {
          const [self, ...rest] = given.positional;
          return context.call(originOf(self ?? NONE), { ...given, positional: rest });
        },
      },
      native('__eq__(self, value, /)', (context, self: Value, other: Value): Value => {
        if (other.kind !== 'instance' || !other.cls.derivesFrom(aliasClass)) return NOT_IMPLEMENTED;
        if (originOf(self) !== originOf(other)) return bool(false);
        return compare('==', tuple([...parametersOf(self)]), tuple([...parametersOf(other)]), context);
      }),
      native('__hash__(self, /)', (context, self: Value): Value => {
        const key = hashKey(tuple([originOf(self), ...parametersOf(self)]), context);
        if (typeof key !== 'string') return key;
        const unknownHash: UnknownHash = {
          ...context.unknown('the hash of a type depends on its address'),
          hashKey: `alias:${key}`,
        };
        return unknownHash;
      }),
      native('__mro_entries__(self, bases, /)', (_context, self: Value) => tuple([originOf(self)])),
      native('__getattr__(self, name, /)', (context, self: Value, name: Value): Value => {
        const text = name.kind === 'str' ? name.value : '';
        if (text !== '__bases__')
          return context.attribute(originOf(self), text) ?? noAttribute(originOf(self), text, context);
        return context.raise('AttributeError', `'types.GenericAlias' object has no attribute '${text}'`);
      }),
      native('__iter__(self, /)', (context) => context.unknown('types with a star are not followed')),
      native('__getitem__(self, key, /)', (context, self: Value, key: Value) => substituted(self, key, context)),
      native('__or__(self, value, /)', (context, self: Value, other: Value): Value => unionOf([self, other], context)),
      native('__ror__(self, value, /)', (context, self: Value, other: Value): Value => unionOf([other, self], context)),
    ),
    ['__origin__', computed((_context, self) => originOf(self))],
    ['__parameters__', computed((context, self) => tuple(variablesOf(parametersOf(self), context)))],
    ['__args__', computed((_context, self) => tuple([...parametersOf(self)]))],
  ],
  { module: 'types' },
);

const unionClass: ClassValue = builtinClass(
  'UnionType',
  [OBJECT],
  [
    ...named(
      native('__repr__(self, /)', (context, self: Value): Value => {
        const text = parameterTexts(self, ' | ', context);
        return typeof text === 'string' ? str(text) : text;
      }),
      native('__or__(self, value, /)', (context, self: Value, other: Value): Value => unionOf([self, other], context)),
      native('__ror__(self, value, /)', (context, self: Value, other: Value): Value => unionOf([other, self], context)),
      native('__eq__(self, value, /)', (context, self: Value, other: Value): Value => {
        if (other.kind !== 'instance' || other.cls !== unionClass) return NOT_IMPLEMENTED;
        const [own, others] = [parametersOf(self), parametersOf(other)];
        return bool(
          own.length === others.length && own.every((one) => others.some((two) => context.equal(one, two) === true)),
        );
      }),
      native('__hash__(self, /)', (context, self: Value): Value => {
        const keys = parametersOf(self).map((one) => hashKey(one, context));
        const lost = keys.find((key) => typeof key !== 'string');
        if (lost && typeof lost !== 'string') return lost;
        const unknownHash: UnknownHash = {
          ...context.unknown('the hash of a type depends on its address'),
          hashKey: `union:${keys.sort().join('|')}`,
        };
        return unknownHash;
      }),
    ),
    ['__args__', computed((_context, self) => tuple([...parametersOf(self)]))],
  ],
  { module: 'types' },
);

export const aliasClasses: readonly ClassValue[] = [aliasClass, unionClass];
