/** `function`, `builtin_function_or_method`, `method`, `property`, `staticmethod`, `classmethod`, `module`. */
import type { Context } from '../../values/context';
import { Namespace } from '../../values/heap';
import {
  bool,
  type ClassValue,
  type FunctionValue,
  InstanceValue,
  int,
  ModuleValue,
  NONE,
  NOT_IMPLEMENTED,
  OBJECT,
  type Payload,
  type PropertyValue,
  str,
  tuple,
  type Value,
} from '../../values/value';
import { interpreterOf } from '../context';
import { builtinClass, computed, memberOfType, named, native } from './define';
import { dictOf } from './dict';
import { hashesByContent, hashKey, type UnknownHash } from './hashing';
import { abstractness } from './property';
import { typeName } from './special';

function asFunction(value: Value): FunctionValue | undefined {
  return value.kind === 'function' ? value : undefined;
}

/** An attribute of functions that programs may overwrite (`functools.wraps` does). */
function settable(
  name: string,
  read: (self: FunctionValue, context: Context) => Value,
): readonly [string, PropertyValue] {
  return [
    name,
    {
      kind: 'property',
      getter: native('get(self, /)', (context, self: Value): Value => {
        const f = asFunction(self);
        return f ? (f.attributes.get(name) ?? read(f, context)) : NONE;
      }),
      setter: native(
        'set(self, value, /)',
        (context, self: Value, value: Value): Value => {
          asFunction(self)?.attributes.set(context.heap, name, value);
          return NONE;
        },
        { unknowns: 'pass' },
      ),
      deleter: null,
    },
  ];
}

function defaults(self: FunctionValue): Value {
  const values = self.signature.parameters
    .filter((p) => p.kind === 'positional' || p.kind === 'positional-only')
    .map((p) => p.default)
    .filter((value) => value !== null);
  return values.length > 0 ? tuple(values) : NONE;
}

function keywordDefaults(self: FunctionValue): Value {
  const given = self.signature.parameters.filter((p) => p.kind === 'keyword-only' && p.default !== null);
  return given.length > 0 ? dictOf(given.map((p) => [p.name, p.default ?? NONE] as const)) : NONE;
}

/** What is asked of `f.__code__`: the names and number of parameters. */
function codeObject(self: FunctionValue, context: Context): Value {
  const { parameters } = self.signature;
  const positional = parameters.filter((p) => p.kind === 'positional' || p.kind === 'positional-only');
  const code = new InstanceValue(context.heap.identity(), codeClass);
  const declare = (name: string, value: Value) => code.attributes.declare(name, value);
  declare('co_argcount', int(positional.length));
  declare('co_posonlyargcount', int(parameters.filter((p) => p.kind === 'positional-only').length));
  declare('co_kwonlyargcount', int(parameters.filter((p) => p.kind === 'keyword-only').length));
  declare('co_name', str(self.name));
  declare('_parameters', tuple(namesInOrder(self).map(str)));
  declare(
    'co_varnames',
    interpreterOf(context).bindsParametersOnly(self)
      ? tuple(namesInOrder(self).map(str))
      : context.unknown('the order of local names is not followed'),
  );
  const free = interpreterOf(context).closureOf(self);
  declare('co_freevars', free ? tuple(free.map(([name]) => str(name))) : context.unknown('it holds a class'));
  declare('co_flags', int(codeFlags(self, context)));
  for (const name of UNFOLLOWED) declare(name, context.unknown(`\`${name}\` of a code object is not followed`));
  return code;
}

/** Parameters as a code object lists them: those that take all the rest come last. */
function namesInOrder({ signature: { parameters } }: FunctionValue): string[] {
  const isRest = ({ kind }: { kind: string }) => kind === 'var-positional' || kind === 'var-keyword';
  return [...parameters.filter((p) => !isRest(p)), ...parameters.filter(isRest)].map(({ name }) => name);
}

/** The flags of a code object: new locals, `*args`, `**kwargs`, nested, generator. */
function codeFlags(self: FunctionValue, context: Context): number {
  const has = (kind: string) => self.signature.parameters.some((p) => p.kind === kind);
  return (
    3 +
    (has('var-positional') ? 4 : 0) +
    (has('var-keyword') ? 8 : 0) +
    (self.qualname.includes('<locals>') ? 16 : 0) +
    (interpreterOf(context).isGenerator(self) ? 32 : 0)
  );
}

const UNFOLLOWED = ['co_names', 'co_consts', 'co_filename', 'co_firstlineno'];
const codeClass = builtinClass('code', [OBJECT]);

/** A cell of a closure: a name where it is kept. */
class CellPayload implements Payload {
  readonly type = 'cell';
  constructor(
    readonly name: string,
    readonly home: Namespace<Value>,
  ) {}
}

const cellClass = builtinClass(
  'cell',
  [OBJECT],
  [
    [
      'cell_contents',
      computed((context, self) => {
        const payload = self.kind === 'instance' ? self.payload : null;
        const contents = payload instanceof CellPayload ? payload.home.get(payload.name) : undefined;
        return contents ?? context.raise('ValueError', 'Cell is empty');
      }),
    ],
  ],
);

function cells(self: FunctionValue, context: Context): Value {
  const closure = interpreterOf(context).closureOf(self);
  if (!closure) return context.unknown('closures that hold a class are not followed');
  if (closure.length === 0) return NONE;
  return tuple(
    closure.map(([name, home]) => new InstanceValue(context.heap.identity(), cellClass, new CellPayload(name, home))),
  );
}

function ofFunctionItself(get: (self: FunctionValue, context: Context) => Value): PropertyValue {
  return computed((context, self) => (self.kind === 'function' ? get(self, context) : NONE));
}

const callable = native('__call__(self, /, *args, **kwargs)', () => NONE);
const call = {
  ...callable,
  call: (given: Parameters<typeof callable.call>[0], context: Context): Value => {
    const [self, ...rest] = given.positional;
    if (!self) return context.raise('TypeError', "descriptor '__call__' needs an argument");
    return context.call(self, { ...given, positional: rest });
  },
};

/** `f.__get__(instance, owner)` */
const bind = native(
  '__get__(self, instance, owner=None, /)',
  (_context, self: Value, instance: Value): Value =>
    instance.kind === 'None' ? self : { kind: 'method', self: instance, function: self },
);

export const functionClass: ClassValue = builtinClass(
  'function',
  [OBJECT],
  [
    ...named(call, bind),
    settable('__name__', (self) => str(self.name)),
    settable('__qualname__', (self) => str(self.qualname)),
    settable('__module__', (self, context) => interpreterOf(context).moduleNameOf(self)),
    settable('__doc__', (self, context) => {
      const text = interpreterOf(context).docstring(self);
      return text === null ? NONE : str(text);
    }),
    settable('__defaults__', defaults),
    settable('__kwdefaults__', keywordDefaults),
    settable('__annotations__', (self, context) => interpreterOf(context).annotations(self)),
    settable('__code__', codeObject),
    ['__closure__', ofFunctionItself(cells)],
    ['__globals__', ofFunctionItself((self, context) => interpreterOf(context).globalsOf(self))],
  ],
);

/** The function itself of a bound one. */
const plainFunction = (self: Value): Value => (self.kind === 'method' ? self.function : self);

const nameOf = (self: Value): string => {
  const inner = plainFunction(self);
  return inner.kind === 'native' ? inner.name : '';
};

/** Equal where the same function is bound to the same object. */
const comparisons = [
  native('__eq__(self, value, /)', (_context, self: Value, other: Value): Value => {
    if (self.kind !== 'method' || other.kind !== 'method') return self === other ? bool(true) : NOT_IMPLEMENTED;
    return bool(self.self === other.self && self.function === other.function);
  }),
  hashesByContent(
    native('__hash__(self, /)', (context, self: Value): Value => {
      const hash: UnknownHash = {
        ...context.unknown('the hash depends on an address'),
        hashKey: String(hashKey(self, context)),
      };
      return hash;
    }),
  ),
] as const;

const ofBuiltins = [
  ...named(call, ...comparisons),
  ['__name__', computed((_context, self) => str(nameOf(self)))],
  [
    '__qualname__',
    computed((_context, self) => {
      const owner = memberOfType(plainFunction(self))?.owner;
      return str(owner === undefined ? nameOf(self) : `${owner}.${nameOf(self)}`);
    }),
  ],
  ['__doc__', computed((context) => context.unknown('documentation of built-in functions is not followed'))],
] as const;

const boundSelf = [
  '__self__',
  computed((context, self) =>
    self.kind === 'method' ? self.self : context.unknown('the module of a built-in function is not followed'),
  ),
] as const;

export const nativeFunctionClass: ClassValue = builtinClass(
  'builtin_function_or_method',
  [OBJECT],
  [
    ...ofBuiltins,
    boundSelf,
    [
      '__module__',
      computed((context, self) =>
        self.kind === 'method' ? NONE : context.unknown('the module of a built-in function is not followed'),
      ),
    ],
  ],
);

/** What the functions of built-in types are, by themselves and bound. */
const memberClasses = {
  slot: builtinClass('wrapper_descriptor', [OBJECT], ofBuiltins),
  method: builtinClass('method_descriptor', [OBJECT], ofBuiltins),
  boundSlot: builtinClass('method-wrapper', [OBJECT], [...ofBuiltins, boundSelf]),
} as const;

/** The class of a function of the interpreter's own, or of one that is bound. */
export function nativeClassOf(value: Value): ClassValue {
  const member = memberOfType(plainFunction(value));
  if (value.kind === 'method') {
    if (!member) return methodClass;
    return member.isSlot ? memberClasses.boundSlot : nativeFunctionClass;
  }
  if (!member) return nativeFunctionClass;
  return member.isSlot ? memberClasses.slot : memberClasses.method;
}

/** Attributes of a bound method that are its function's. */
function ofFunction(name: string): readonly [string, PropertyValue] {
  return [
    name,
    computed((context, self) => {
      if (self.kind !== 'method') return NONE;
      return (
        context.attribute(self.function, name) ??
        context.raise('AttributeError', `'method' object has no attribute '${name}'`)
      );
    }),
  ];
}

export const methodClass: ClassValue = builtinClass(
  'method',
  [OBJECT],
  [
    ...named(
      native('__new__(cls, function, instance, /)', (_context, _cls: Value, callee: Value, self: Value) => ({
        kind: 'method' as const,
        self,
        function: callee,
      })),
      call,
      ...comparisons,
    ),
    ...['__name__', '__qualname__', '__doc__', '__module__', '__defaults__', '__code__', '__annotations__'].map(
      ofFunction,
    ),
    ['__self__', computed((_context, self) => (self.kind === 'method' ? self.self : NONE))],
    ['__func__', computed((_context, self) => (self.kind === 'method' ? self.function : NONE))],
  ],
);

// ---------------------------------------------------------------- descriptors

const described: readonly (readonly [string, Value])[] = [
  ...named(
    native('__get__(self, instance, owner=None, /)', (context, self: Value, instance: Value): Value => {
      if (instance.kind === 'None' || self.kind !== 'property' || !self.getter) return self;
      return context.call(self.getter, { positional: [instance], keywords: new Map(), uncertain: null });
    }),
  ),
  [
    '__name__',
    computed((context, self) =>
      self.kind === 'property' && self.slot !== undefined
        ? str(self.slot)
        : context.unknown('the name of such an attribute is not followed'),
    ),
  ],
];

export const descriptorClasses = {
  getset_descriptor: builtinClass('getset_descriptor', [OBJECT], described),
  member_descriptor: builtinClass('member_descriptor', [OBJECT], described),
} as const;

function wrapperClass(name: 'staticmethod' | 'classmethod'): ClassValue {
  return builtinClass(
    name,
    [OBJECT],
    [
      ...named(
        native('__new__(cls, function, /)', (_context, _cls: Value, wrapped: Value) => ({
          kind: name,
          function: wrapped,
        })),
        ...(name === 'staticmethod' ? [call] : []),
      ),
      ['__func__', computed((_context, self) => (self.kind === name ? self.function : NONE))],
      ['__wrapped__', computed((_context, self) => (self.kind === name ? self.function : NONE))],
      [
        '__name__',
        computed((context, self) =>
          self.kind === name ? (context.attribute(self.function, '__name__') ?? NONE) : NONE,
        ),
      ],
      [
        '__isabstractmethod__',
        computed((context, self) => (self.kind === name ? abstractness(context, self.function) : bool(false))),
      ],
    ],
  );
}

export const staticmethodClass = wrapperClass('staticmethod');
export const classmethodClass = wrapperClass('classmethod');

/** Modules that are part of the interpreter itself, wherever it runs. */
const BUILT_IN: ReadonlySet<string> = new Set(['builtins', 'gc', 'itertools', 'sys', 'time']);

export const moduleClass: ClassValue = builtinClass(
  'module',
  [OBJECT],
  [
    [
      '__new__',
      native('__new__(cls, name, doc=None)', (context, cls: Value, name: Value, doc: Value): Value => {
        if (cls !== moduleClass) return context.unknown('modules of classes of the program are not followed');
        if (name.kind !== 'str') {
          return context.raise('TypeError', `module() argument 'name' must be str, not ${typeName(name, context)}`);
        }
        const names: [string, Value][] = [
          ['__name__', name],
          ['__doc__', doc],
        ];
        return new ModuleValue(name.value, new Namespace(names), null);
      }),
    ],
    ['__init__', native('__init__(self, name, doc=None)', () => NONE)],
    [
      '__repr__',
      native('__repr__(self, /)', (context, self: Value): Value => {
        if (self.kind === 'module' && self.library && BUILT_IN.has(self.name))
          return str(`<module '${self.name}' (built-in)>`);
        return context.unknown('the text of a module says where its file is');
      }),
    ],
    ['__name__', computed((_context, self) => (self.kind === 'module' ? str(self.name) : NONE))],
  ],
);

export const superClass: ClassValue = builtinClass('super', [OBJECT]);
