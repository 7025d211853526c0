/** The exceptions, their hierarchy and their texts. */
import type { Arguments } from '../../values/arguments';
import { type Context, PythonError } from '../../values/context';
import { Cell } from '../../values/heap';
import {
  type ClassValue,
  InstanceValue,
  isUnknownValue,
  ListValue,
  NONE,
  OBJECT,
  type Payload,
  type PropertyValue,
  str,
  type TupleValue,
  tuple,
  type UnknownValue,
  type Value,
} from '../../values/value';
import { builtinClass, computed, named, native } from './define';
import { hashesByIdentity } from './hashing';
import { joined, reprOf, strOf } from './text';

/** What an exception carries beside its attributes. */
export class ExceptionState implements Payload {
  readonly type = 'exception';
  readonly args: Cell<TupleValue>;
  readonly cause = new Cell<Value>(NONE);
  readonly context = new Cell<Value>(NONE);

  constructor(args: readonly Value[]) {
    this.args = new Cell(tuple(args));
  }
}

function stateOf(value: Value): ExceptionState | null {
  return value.kind === 'instance' && value.payload instanceof ExceptionState ? value.payload : null;
}

/** `exception.args` */
export function exceptionArguments(value: Value): readonly Value[] {
  return stateOf(value)?.args.value.items ?? [];
}

/** An exception as raising it with a message makes it. */
export function makeException(cls: ClassValue, message: string, context: Context): InstanceValue {
  return exceptionWith(cls, message === '' ? [] : [str(message)], context);
}

export function exceptionWith(cls: ClassValue, args: readonly Value[], context: Context): InstanceValue {
  return new InstanceValue(context.heap.identity(), cls, new ExceptionState(args));
}

/** Raises an exception with any arguments. */
export function raiseWith(exception: string, args: readonly Value[], context: Context): never {
  throw new PythonError(exceptionWith(context.builtin(exception), args, context), null, context.place);
}

function slot(read: (state: ExceptionState) => Cell<Value>): PropertyValue {
  return {
    kind: 'property',
    getter: native('get(self, /)', (_context, self: Value): Value => {
      const state = stateOf(self);
      return state ? read(state).value : NONE;
    }),
    setter: native(
      'set(self, value, /)',
      (context, self: Value, value: Value): Value => {
        const state = stateOf(self);
        if (state) read(state).set(context.heap, value);
        return NONE;
      },
      { unknowns: 'pass' },
    ),
    deleter: null,
  };
}

/** The first argument, as `StopIteration.value`, `SystemExit.code` are. */
function firstArgument(): PropertyValue {
  return computed((_context, self) => exceptionArguments(self)[0] ?? NONE);
}

function textOf(self: Value, context: Context): string | UnknownValue {
  const args = exceptionArguments(self);
  if (args.length === 0) return '';
  return args.length === 1 ? strOf(args[0] as Value, context) : reprOf(tuple(args), context);
}

function made(text: string | UnknownValue): Value {
  return typeof text === 'string' ? str(text) : text;
}

const baseException = builtinClass(
  'BaseException',
  [OBJECT],
  [
    ...named(
      {
        ...native('__new__(cls, /, *args, **kwargs)', () => NONE),
        call: (given: Arguments, context: Context): Value => {
          const [cls, ...args] = given.positional;
          if (cls?.kind !== 'class') return cls && isUnknownValue(cls) ? cls : NONE;
          return exceptionWith(
            cls,
            given.uncertain ? [context.unknown('its arguments are not known', given.uncertain)] : args,
            context,
          );
        },
      },
      {
        ...native('__init__(self, /, *args, **kwargs)', () => NONE),
        call: (given: Arguments, context: Context): Value => {
          const [self, ...args] = given.positional;
          const state = self ? stateOf(self) : null;
          if (
            given.keywords.size > 0 &&
            self?.kind === 'instance' &&
            !KEYWORDS.some((name) => given.keywords.has(name))
          ) {
            return context.raise('TypeError', `${self.cls.name}() takes no keyword arguments`);
          }
          if (state && !given.uncertain) state.args.set(context.heap, tuple(args));
          if (self?.kind === 'instance') {
            for (const name of KEYWORDS) {
              const value = given.keywords.get(name);
              if (value) self.attributes.set(context.heap, name, value);
            }
          }
          return NONE;
        },
      },
      native('__str__(self, /)', (context, self: Value) => made(textOf(self, context))),
      native('__repr__(self, /)', (context, self: Value): Value => {
        const args = exceptionArguments(self);
        const name = self.kind === 'instance' ? self.cls.name : '';
        return made(joined(args, `${name}(`, ')', context));
      }),
      native('with_traceback(self, tb, /)', (_context, self: Value) => self),
      native('add_note(self, note, /)', (context, self: Value, note: Value): Value => {
        const add = context.attribute(self, '__notes__');
        if (add?.kind === 'list') add.append(context.heap, note);
        else if (self.kind === 'instance') self.attributes.set(context.heap, '__notes__', new ListValue([note]));
        return NONE;
      }),
      hashesByIdentity(native('__hash__(self, /)', (context) => context.unknown('the hash depends on an address'))),
    ),
    [
      'args',
      {
        kind: 'property',
        getter: native('get(self, /)', (_context, self: Value): Value => stateOf(self)?.args.value ?? tuple([])),
        setter: native('set(self, value, /)', (context, self: Value, value: Value): Value => {
          const items = context.items(value);
          const state = stateOf(self);
          if (state && !('kind' in items)) state.args.set(context.heap, tuple(items));
          return NONE;
        }),
        deleter: null,
      },
    ],
    ['__cause__', slot((state) => state.cause)],
    ['__context__', slot((state) => state.context)],
    ['__traceback__', computed((context) => context.unknown('tracebacks are not followed'))],
    [
      '__suppress_context__',
      computed((_context, self) => ({ kind: 'bool', value: stateOf(self)?.cause.value !== NONE })),
    ],
  ],
);

/** Keyword arguments that some exceptions take. */
const KEYWORDS = ['name', 'path', 'obj'] as const;

/** Classes by name: their base, and what they have of their own. */
const HIERARCHY: readonly (readonly [string, string])[] = [
  ['SystemExit', 'BaseException'],
  ['KeyboardInterrupt', 'BaseException'],
  ['GeneratorExit', 'BaseException'],
  ['Exception', 'BaseException'],
  ['StopIteration', 'Exception'],
  ['StopAsyncIteration', 'Exception'],
  ['ArithmeticError', 'Exception'],
  ['FloatingPointError', 'ArithmeticError'],
  ['OverflowError', 'ArithmeticError'],
  ['ZeroDivisionError', 'ArithmeticError'],
  ['AssertionError', 'Exception'],
  ['AttributeError', 'Exception'],
  ['BufferError', 'Exception'],
  ['EOFError', 'Exception'],
  ['ImportError', 'Exception'],
  ['ModuleNotFoundError', 'ImportError'],
  ['LookupError', 'Exception'],
  ['IndexError', 'LookupError'],
  ['KeyError', 'LookupError'],
  ['MemoryError', 'Exception'],
  ['NameError', 'Exception'],
  ['UnboundLocalError', 'NameError'],
  ['OSError', 'Exception'],
  ['BlockingIOError', 'OSError'],
  ['ChildProcessError', 'OSError'],
  ['ConnectionError', 'OSError'],
  ['BrokenPipeError', 'ConnectionError'],
  ['ConnectionAbortedError', 'ConnectionError'],
  ['ConnectionRefusedError', 'ConnectionError'],
  ['ConnectionResetError', 'ConnectionError'],
  ['FileExistsError', 'OSError'],
  ['FileNotFoundError', 'OSError'],
  ['InterruptedError', 'OSError'],
  ['IsADirectoryError', 'OSError'],
  ['NotADirectoryError', 'OSError'],
  ['PermissionError', 'OSError'],
  ['ProcessLookupError', 'OSError'],
  ['TimeoutError', 'OSError'],
  ['ReferenceError', 'Exception'],
  ['RuntimeError', 'Exception'],
  ['NotImplementedError', 'RuntimeError'],
  ['RecursionError', 'RuntimeError'],
  ['SyntaxError', 'Exception'],
  ['IndentationError', 'SyntaxError'],
  ['TabError', 'IndentationError'],
  ['SystemError', 'Exception'],
  ['TypeError', 'Exception'],
  ['ValueError', 'Exception'],
  ['UnicodeError', 'ValueError'],
  ['UnicodeDecodeError', 'UnicodeError'],
  ['UnicodeEncodeError', 'UnicodeError'],
  ['UnicodeTranslateError', 'UnicodeError'],
  ['Warning', 'Exception'],
  ['BytesWarning', 'Warning'],
  ['DeprecationWarning', 'Warning'],
  ['EncodingWarning', 'Warning'],
  ['FutureWarning', 'Warning'],
  ['ImportWarning', 'Warning'],
  ['PendingDeprecationWarning', 'Warning'],
  ['ResourceWarning', 'Warning'],
  ['RuntimeWarning', 'Warning'],
  ['SyntaxWarning', 'Warning'],
  ['UnicodeWarning', 'Warning'],
  ['UserWarning', 'Warning'],
];

const OWN: Readonly<Record<string, readonly (readonly [string, Value])[]>> = {
  StopIteration: [['value', firstArgument()]],
  SystemExit: [['code', firstArgument()]],
  KeyError: named(
    native('__str__(self, /)', (context, self: Value): Value => {
      const args = exceptionArguments(self);
      return made(args.length === 1 ? reprOf(args[0] as Value, context) : textOf(self, context));
    }),
  ),
  OSError: [
    ['errno', computed((_context, self) => osPart(self, 0))],
    ['strerror', computed((_context, self) => osPart(self, 1))],
    ['filename', computed((_context, self) => exceptionArguments(self)[2] ?? NONE)],
    ...named(native('__str__(self, /)', (context, self: Value) => made(osText(self, context)))),
  ],
};

function osPart(self: Value, index: number): Value {
  const args = exceptionArguments(self);
  return args.length >= 2 ? (args[index] ?? NONE) : NONE;
}

function osText(self: Value, context: Context): string | UnknownValue {
  const [number, message, file] = exceptionArguments(self);
  if (!number || !message) return textOf(self, context);
  const parts = [strOf(number, context), strOf(message, context), file ? reprOf(file, context) : ''];
  const missing = parts.find((part) => typeof part !== 'string');
  if (missing !== undefined && typeof missing !== 'string') return missing;
  return `[Errno ${parts[0]}] ${parts[1]}${file ? `: ${parts[2]}` : ''}`;
}

export const exceptionClasses: ReadonlyMap<string, ClassValue> = declareHierarchy();

function declareHierarchy(): Map<string, ClassValue> {
  const classes = new Map<string, ClassValue>([['BaseException', baseException]]);
  for (const [name, base] of HIERARCHY) {
    classes.set(name, builtinClass(name, [classes.get(base) as ClassValue], OWN[name] ?? []));
  }
  const group = builtinClass(
    'ExceptionGroup',
    [classes.get('Exception') as ClassValue],
    [
      ['message', firstArgument()],
      ['exceptions', computed((context, self) => groupMembers(self, context))],
      ...named(
        native('__str__(self, /)', (context, self: Value): Value => {
          const [message, members] = exceptionArguments(self);
          const items = members ? context.items(members) : [];
          if ('kind' in items) return items;
          const text = message ? strOf(message, context) : '';
          if (typeof text !== 'string') return text;
          return str(`${text} (${items.length} sub-exception${items.length === 1 ? '' : 's'})`);
        }),
      ),
    ],
  );
  classes.set('ExceptionGroup', group);
  classes.set('BaseExceptionGroup', group);
  return classes;
}

function groupMembers(self: Value, context: Context): Value {
  const members = exceptionArguments(self)[1];
  const items = members ? context.items(members) : [];
  return 'kind' in items ? items : tuple(items);
}
