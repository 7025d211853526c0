/** `operator.itemgetter`, `attrgetter` and `methodcaller` */
import { args } from '../../values/arguments';
import type { Context } from '../../values/context';
import {
  type ClassValue,
  InstanceValue,
  isUnknownValue,
  OBJECT,
  type Payload,
  str,
  tuple,
  type UnknownValue,
  type Value,
} from '../../values/value';
import { builtinClass, named, native } from '../builtins/define';
import { subscript } from '../builtins/operations';
import { reprOf } from '../builtins/registry';
import { typeName } from '../builtins/special';

class Getter implements Payload {
  readonly type = 'getter';
  constructor(
    readonly positional: readonly Value[],
    readonly keywords: ReadonlyMap<string, Value>,
    readonly get: (value: Value, context: Context) => Value,
  ) {}
}

function getterOf(value: Value): Getter {
  return (value as InstanceValue).payload as Getter;
}

type Make = (positional: readonly Value[], keywords: ReadonlyMap<string, Value>, context: Context) => Getter['get'];

function getterClass(name: string, make: Make): ClassValue {
  return builtinClass(
    name,
    [OBJECT],
    named(
      native(
        '__new__(cls, /, *args, **kwargs)',
        (context, cls: Value, positional: readonly Value[], keywords: ReadonlyMap<string, Value>): Value => {
          const [first] = positional;
          if (!first) return context.raise('TypeError', `${name} expected 1 argument, got 0`);
          const payload = new Getter(positional, keywords, make(positional, keywords, context));
          return new InstanceValue(context.heap.identity(), cls as ClassValue, payload);
        },
        { unknowns: 'pass' },
      ),
      native('__init__(self, *args, **kwargs)', () => ({ kind: 'None' }), { unknowns: 'pass' }),
      native('__call__(self, obj, /)', (context, self: Value, value: Value) => getterOf(self).get(value, context)),
      native('__repr__(self, /)', (context, self: Value): Value => {
        const { positional, keywords } = getterOf(self);
        const parts: (string | UnknownValue)[] = positional.map((value) => reprOf(value, context));
        for (const [key, value] of keywords) {
          const text = reprOf(value, context);
          parts.push(typeof text === 'string' ? `${key}=${text}` : text);
        }
        const missing = parts.find((part) => typeof part !== 'string');
        return missing && typeof missing !== 'string' ? missing : str(`operator.${name}(${parts.join(', ')})`);
      }),
    ),
    { module: 'operator' },
  );
}

/** One alone is given as it is, several as a tuple. */
function collected(values: readonly Value[]): Value {
  return values.length === 1 ? (values[0] as Value) : tuple(values);
}

function attributeOf(value: Value, name: string, context: Context): Value {
  if (isUnknownValue(value)) return value;
  const found = context.attribute(value, name);
  return found ?? context.raise('AttributeError', `'${typeName(value, context)}' object has no attribute '${name}'`);
}

const itemgetter = getterClass(
  'itemgetter',
  (keys) => (value, context) => collected(keys.map((key) => subscript(value, key, context))),
);

const attrgetter = getterClass('attrgetter', (names, _keywords, outer) => {
  const paths = names.map((name) =>
    name.kind === 'str' ? name.value.split('.') : outer.raise('TypeError', 'attribute name must be a string'),
  );
  return (value, context) =>
    collected(paths.map((path) => path.reduce((owner, name) => attributeOf(owner, name, context), value)));
});

const methodcaller = getterClass('methodcaller', ([name, ...rest], keywords, outer) => {
  if (name?.kind !== 'str') return outer.raise('TypeError', 'method name must be a string');
  return (value, context) => context.call(attributeOf(value, name.value, context), args(rest, keywords));
});

export const getterClasses: readonly (readonly [string, Value])[] = [itemgetter, attrgetter, methodcaller].map(
  (cls) => [cls.name, cls] as const,
);
