/** `object`: what every class inherits. */
import type { Arguments } from '../../values/arguments';
import type { Context } from '../../values/context';
import type { Namespace } from '../../values/heap';
import {
  bool,
  type ClassValue,
  DictValue,
  isUnknownValue,
  ListValue,
  type NativeFunction,
  NONE,
  NOT_IMPLEMENTED,
  OBJECT,
  type PropertyValue,
  str,
  type Value,
} from '../../values/value';
import { interpreterOf } from '../context';
import { DictNamespace, dictOfNamespace } from './attribute-dict';
import { attributesOf, plain, replaceAttributes } from './boxed';
import { computed, isBuiltinClass, named, native, noteMembers } from './define';
import { hashesByIdentity, identityOf, type UnknownHash } from './hashing';
import { layoutOf } from './layout';
import { slotsOf } from './slots';
import { callMethod, typeName } from './special';
import { sortedStrings } from './string-text';
import { reprOf } from './text';

const hash = hashesByIdentity(
  native('__hash__(self, /)', (context, self: Value): Value => {
    const unknownHash: UnknownHash = {
      ...context.unknown('the hash of an object depends on its address'),
      hashKey: `i:${identityOf(self)}`,
    };
    return unknownHash;
  }),
);

/** `__dict__`: what an instance keeps its attributes in, as a dict that reads and writes them. */
function instanceDict(context: Context, self: Value): Value {
  const cls = self.kind === 'instance' || self.kind === 'tuple' ? self.cls : null;
  const layout = cls ? slotsOf(cls) : null;
  if (layout?.only || (cls && isBuiltinClass(cls) && !cls.derivesFrom(context.builtin('BaseException'))))
    return context.raise('AttributeError', `'${typeName(self, context)}' object has no attribute '__dict__'`);
  const attributes = namespaceOf(self);
  if (attributes instanceof DictNamespace) return attributes.dict;
  if (attributes) return dictOfNamespace(attributes, layout?.names);
  return context.raise('AttributeError', `'${typeName(self, context)}' object has no attribute '__dict__'`);
}

/** `instance.__class__ = …`. Raises TypeError where the classes lay their instances out differently. */
function changeClass(context: Context, self: Value, cls: Value): Value {
  if (cls.kind !== 'class') {
    return context.raise('TypeError', `__class__ must be set to a class, not '${typeName(cls, context)}' object`);
  }
  if (self.kind !== 'instance' || self.payload || isBuiltinClass(cls) || isBuiltinClass(self.cls)) {
    return context.raise('TypeError', '__class__ assignment only supported for mutable types or ModuleType subclasses');
  }
  const [old, now] = [slotsOf(self.cls), slotsOf(cls)];
  const sameSlots = old.only === now.only && [...old.names].join() === [...now.names].join();
  if (!sameSlots || layoutOf(self.cls) !== layoutOf(cls)) {
    return context.raise(
      'TypeError',
      `__class__ assignment: '${cls.name}' object layout differs from '${self.cls.name}'`,
    );
  }
  self.changeClass(context.heap, cls);
  return NONE;
}

function namespaceOf(self: Value): Namespace<Value> | undefined {
  switch (self.kind) {
    case 'instance':
    case 'function':
      return self.attributes;
    case 'list':
    case 'dict':
    case 'tuple':
      return self.cls ? attributesOf(self) : undefined;
    case 'module':
      return self.namespace;
    default:
      return undefined;
  }
}

function setInstanceDict(context: Context, self: Value, value: Value): Value {
  if (!(value instanceof DictValue)) {
    return context.raise('TypeError', `__dict__ must be set to a dictionary, not a '${typeName(value, context)}'`);
  }
  const attributes = new DictNamespace(value);
  if (self.kind === 'instance') self.replaceAttributes(context.heap, attributes);
  else if ((self.kind === 'list' || self.kind === 'dict' || self.kind === 'tuple') && self.cls) {
    replaceAttributes(context.heap, self, attributes);
  }
  return NONE;
}

const dictProperty: PropertyValue = {
  kind: 'property',
  getter: native('__dict__(self, /)', instanceDict),
  setter: native('__dict__(self, value, /)', setInstanceDict),
  deleter: null,
};

function refuseArguments(cls: ClassValue, given: Arguments, context: Context): void {
  if (given.positional.length <= 1 && given.keywords.size === 0) return;
  const make = cls.lookup('__new__');
  const init = cls.lookup('__init__');
  if (make !== OBJECT.members.get('__new__')) {
    context.raise('TypeError', 'object.__new__() takes exactly one argument (the type to instantiate)');
  }
  if (init === OBJECT.members.get('__init__')) context.raise('TypeError', `${cls.name}() takes no arguments`);
}

const make = {
  ...native('__new__(cls, /, *args, **kwargs)', () => NONE),
  call: (given: Arguments, context: Context): Value => {
    const cls = given.positional[0];
    if (!cls) return context.raise('TypeError', 'object.__new__(): not enough arguments');
    if (isUnknownValue(cls)) return cls;
    if (cls.kind !== 'class') {
      return context.raise('TypeError', 'object.__new__(X): X is not a type object');
    }
    if (!cls.unknownBase && !given.uncertain) refuseArguments(cls, given, context);
    refuseAbstract(cls, context);
    return interpreterOf(context).newInstance(cls);
  },
};

/** What `ABCMeta` writes down in a class with abstract methods. */
export function refuseAbstract(cls: ClassValue, context: Context): void {
  const marked = cls.members.get('__abstractmethods__');
  const abstract = marked ? plain(marked) : undefined;
  if (abstract?.kind !== 'set' || abstract.items.size === 0) return;
  const names = sortedStrings([...abstract.items.values()].map((name) => (name.kind === 'str' ? name.value : '')));
  context.raise(
    'TypeError',
    `Can't instantiate abstract class ${cls.name} with abstract method${names.length > 1 ? 's' : ''} ${names.join(', ')}`,
  );
}

const init = {
  ...native('__init__(self, /, *args, **kwargs)', () => NONE),
  call: (given: Arguments, context: Context): Value => {
    const self = given.positional[0];
    if (!self) return context.raise('TypeError', "descriptor '__init__' of 'object' object needs an argument");
    const cls = context.classOf(self);
    if (isUnknownValue(cls) || cls.unknownBase || given.uncertain) return NONE;
    if (given.positional.length <= 1 && given.keywords.size === 0) return NONE;
    if (cls.lookup('__init__') !== OBJECT.members.get('__init__')) {
      context.raise('TypeError', 'object.__init__() takes exactly one argument (the instance to initialize)');
    }
    if (cls.lookup('__new__') === OBJECT.members.get('__new__')) {
      context.raise('TypeError', `${cls.name}.__init__() takes exactly one argument (the instance to initialize)`);
    }
    return NONE;
  },
};

/**
 * Names of the attributes that `dir(value)` lists, of classes of the program and their instances; null for others, whose
 * special members are many and differ between versions of Python.
 */
function attributeNames(value: Value, context: Context): string[] | null {
  const cls = value.kind === 'class' ? value : value.kind === 'instance' ? value.cls : null;
  if (!cls || cls.unknownBase || (value.kind === 'class' && cls.metaclass)) return null;
  const names = new Set<string>(OF_OBJECT);
  if (value.kind === 'instance') for (const name of value.attributes.names()) names.add(name);
  for (const one of cls.mro) {
    if (one === OBJECT) continue;
    if (isBuiltinClass(one) || one.module !== '__main__') return null;
    const dict = context.attribute(one, '__dict__');
    if (dict?.kind !== 'dict' || dict.uncertain) return null;
    for (const { key } of dict.entries.values()) if (key.kind === 'str') names.add(key.value);
  }
  return sortedStrings([...names]);
}

/** `dir(object())` */
const OF_OBJECT =
  `class delattr dir doc eq format ge getattribute getstate gt hash init init_subclass le lt ne new reduce
  reduce_ex repr setattr sizeof str subclasshook`
    .split(/\s+/)
    .map((name) => `__${name}__`);

/** `object.__dir__` */
function directory(context: Context, self: Value): Value {
  const names = attributeNames(self, context);
  if (names) return new ListValue(names.map(str));
  return new ListValue([], context.because('which special members there are differs between versions of Python'));
}

const initSubclass: NativeFunction = {
  ...native('__init_subclass__(cls, /)', () => NONE),
  call: ({ positional, keywords }: Arguments, context: Context): Value => {
    const [cls, ...more] = positional;
    const name = cls?.kind === 'class' ? cls.name : 'object';
    if (keywords.size > 0) context.raise('TypeError', `${name}.__init_subclass__() takes no keyword arguments`);
    if (more.length > 0) {
      context.raise('TypeError', `${name}.__init_subclass__() takes no arguments (${more.length} given)`);
    }
    return NONE;
  },
};

const members: readonly (readonly [string, Value])[] = [
  ...named(
    make,
    init,
    hash,
    native('__repr__(self, /)', (context, self: Value) =>
      context.unknown(`the \`repr\` of \`${typeName(self, context)}\` objects holds an address`),
    ),
    native('__str__(self, /)', (context, self: Value): Value => {
      const text = reprOf(self, context);
      return typeof text === 'string' ? str(text) : text;
    }),
    native(
      '__eq__(self, value, /)',
      (_context, self: Value, other: Value): Value => (self === other ? bool(true) : NOT_IMPLEMENTED),
    ),
    native('__ne__(self, value, /)', (context, self: Value, other: Value): Value => {
      const equal = callMethod(self, '__eq__', [other], context);
      if (equal === undefined || equal.kind === 'NotImplemented') return NOT_IMPLEMENTED;
      const truth = context.truth(equal);
      return typeof truth === 'boolean' ? bool(!truth) : truth;
    }),
    native('__format__(self, format_spec, /)', (context, self: Value, spec: Value): Value => {
      if (spec.kind === 'str' && spec.value === '') {
        const text = context.str(self);
        return text === null ? context.unknown('its text is not known') : str(text);
      }
      return context.raise('TypeError', `unsupported format string passed to ${typeName(self, context)}.__format__`);
    }),
    native('__getattribute__(self, name, /)', (context, self: Value, name: Value): Value => {
      if (name.kind !== 'str') {
        return context.raise('TypeError', `attribute name must be string, not '${typeName(name, context)}'`);
      }
      const found = interpreterOf(context).plainAttribute(self, name.value);
      if (found !== undefined) return found;
      return context.raise('AttributeError', `'${typeName(self, context)}' object has no attribute '${name.value}'`);
    }),
    native(
      '__setattr__(self, name, value, /)',
      (context, self: Value, name: Value, value: Value): Value => {
        if (isUnknownValue(self) || isUnknownValue(name)) return NONE;
        if (name.kind !== 'str') {
          return context.raise('TypeError', `attribute name must be string, not '${typeName(name, context)}'`);
        }
        interpreterOf(context).setPlainAttribute(self, name.value, value);
        return NONE;
      },
      { unknowns: 'pass' },
    ),
    native('__delattr__(self, name, /)', (context, self: Value, name: Value): Value => {
      if (name.kind === 'str') interpreterOf(context).deletePlainAttribute(self, name.value);
      return NONE;
    }),
    native('__dir__(self, /)', directory),
    native('__sizeof__(self, /)', (context) => context.unknown('sizes in memory depend on the machine')),
    native('__reduce__(self, /)', (context) => context.unknown('pickling is not followed')),
    native('__reduce_ex__(self, protocol, /)', (context) => context.unknown('pickling is not followed')),
  ),
  ['__init_subclass__', { kind: 'classmethod', function: initSubclass }],
  [
    '__subclasshook__',
    { kind: 'classmethod', function: native('__subclasshook__(cls, subclass, /)', () => NOT_IMPLEMENTED) },
  ],
  [
    '__class__',
    {
      ...computed((context, self) => interpreterOf(context).classAsked(self)),
      setter: native('__class__(self, value, /)', changeClass),
    },
  ],
  ['__dict__', dictProperty],
  ['__doc__', NONE],
  ['__module__', str('builtins')],
];
for (const [name, member] of members) OBJECT.members.declare(name, member);
noteMembers(OBJECT);
