/** The exceptions, their hierarchy and their texts. */
import type { Arguments } from '../../values/arguments';
import type { Context } from '../../values/context';
import type { Cell } from '../../values/heap';
import {
  bool,
  type ClassValue,
  isUnknownValue,
  ListValue,
  NONE,
  OBJECT,
  type PropertyValue,
  str,
  tuple,
  type UnknownValue,
  type Value,
} from '../../values/value';
import { builtinClass, computed, named, native } from './define';
import { declareGroups } from './exception-groups';
import {
  type ExceptionState,
  exceptionArguments,
  exceptionWith,
  setField,
  stateOf,
  tracebackClass,
  tracebackOf,
} from './exception-state';
import { hashesByIdentity } from './hashing';
import { typeName } from './special';
import { codePoints } from './string-text';
import { joined, reprOf, strOf } from './text';

/** An attribute that the class keeps beside the arguments; `fallback` where it was not given. */
function field(name: string, fallback: (self: Value) => Value = () => NONE): readonly [string, PropertyValue] {
  return [
    name,
    {
      kind: 'property',
      getter: native('get(self, /)', (_context, self: Value): Value => {
        return stateOf(self)?.fields.value.get(name) ?? fallback(self);
      }),
      setter: native(
        'set(self, value, /)',
        (context, self: Value, value: Value): Value => {
          setField(self, name, value, context);
          return NONE;
        },
        { unknowns: 'pass' },
      ),
      deleter: null,
    },
  ];
}

/** `__cause__` and `__context__`. */
function chained(read: (state: ExceptionState) => Cell<Value>, what: 'cause' | 'context'): PropertyValue {
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
        if (value.kind !== 'None' && !isUnknownValue(value) && !stateOf(value)) {
          context.raise('TypeError', `exception ${what} must be None or derive from BaseException`);
        }
        if (state) read(state).set(context.heap, value);
        if (what === 'cause') state?.suppressesContext.set(context.heap, true);
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
            byNumber(cls, args, context),
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
          if (self?.kind !== 'instance' || !state) return NONE;
          const known = Object.entries(KEYWORDS).find(([name]) => self.cls.derivesFrom(context.builtin(name)));
          for (const name of given.keywords.keys()) {
            if (!known) return context.raise('TypeError', `${self.cls.name}() takes no keyword arguments`);
            if (!known[1].includes(name)) {
              return context.raise('TypeError', `'${name}' is an invalid keyword argument for ${known[0]}()`);
            }
          }
          if (known) state.fields.set(context.heap, new Map(given.keywords));
          if (!given.uncertain) state.args.set(context.heap, tuple(args));
          if (self.cls.derivesFrom(context.builtin('OSError'))) setFile(context, self, args);
          return NONE;
        },
      },
      native('__str__(self, /)', (context, self: Value) => made(textOf(self, context))),
      native('__repr__(self, /)', (context, self: Value): Value => {
        const args = exceptionArguments(self);
        const name = self.kind === 'instance' ? self.cls.name : '';
        return made(joined(args, `${name}(`, ')', context));
      }),
      native('with_traceback(self, tb, /)', (context, self: Value, tb: Value): Value => {
        setTraceback(context, self, tb);
        return self;
      }),
      native('add_note(self, note, /)', (context, self: Value, note: Value): Value => {
        if (note.kind !== 'str') {
          return context.raise('TypeError', `note must be a str, not '${typeName(note, context)}'`);
        }
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
    ['__cause__', chained((state) => state.cause, 'cause')],
    ['__context__', chained((state) => state.context, 'context')],
    [
      '__traceback__',
      {
        kind: 'property',
        getter: native('get(self, /)', (_context, self: Value) => tracebackOf(self)),
        setter: native('set(self, value, /)', setTraceback),
        deleter: null,
      },
    ],
    [
      '__suppress_context__',
      {
        kind: 'property',
        getter: native('get(self, /)', (_context, self: Value) =>
          bool(stateOf(self)?.suppressesContext.value === true),
        ),
        setter: native('set(self, value, /)', (context, self: Value, value: Value): Value => {
          if (value.kind !== 'bool') return context.raise('TypeError', 'attribute value type must be bool');
          stateOf(self)?.suppressesContext.set(context.heap, value.value);
          return NONE;
        }),
        deleter: null,
      },
    ],
  ],
);

/** Python's names of the numbers of operating system errors: `OSError(2, …)` makes a `FileNotFoundError`. */
const BY_NUMBER: ReadonlyMap<number, string> = new Map([
  [1, 'PermissionError'],
  [2, 'FileNotFoundError'],
  [3, 'ProcessLookupError'],
  [4, 'InterruptedError'],
  [10, 'ChildProcessError'],
  [11, 'BlockingIOError'],
  [13, 'PermissionError'],
  [17, 'FileExistsError'],
  [20, 'NotADirectoryError'],
  [21, 'IsADirectoryError'],
  [32, 'BrokenPipeError'],
  [103, 'ConnectionAbortedError'],
  [104, 'ConnectionResetError'],
  [110, 'TimeoutError'],
  [111, 'ConnectionRefusedError'],
]);

function byNumber(cls: ClassValue, args: readonly Value[], context: Context): ClassValue {
  const [number] = args;
  if (number?.kind !== 'int' || args.length < 2 || cls !== context.builtin('OSError')) return cls;
  const name = BY_NUMBER.get(Number(number.value));
  return name ? context.builtin(name) : cls;
}

function setTraceback(context: Context, self: Value, traceback: Value): Value {
  if (traceback.kind !== 'None' && !(traceback.kind === 'instance' && traceback.cls === tracebackClass)) {
    return context.raise('TypeError', '__traceback__ must be a traceback or None');
  }
  stateOf(self)?.traceback.set(context.heap, traceback);
  return NONE;
}

/** Keyword arguments that some exceptions take. */
const KEYWORDS: Readonly<Record<string, readonly string[]>> = {
  AttributeError: ['name', 'obj'],
  ImportError: ['name', 'path'],
  NameError: ['name'],
};

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
  AttributeError: [field('name'), field('obj')],
  NameError: [field('name')],
  ImportError: [field('name'), field('path'), field('msg', (self) => onlyArgument(self))],
  SyntaxError: [
    field('msg', (self) => exceptionArguments(self)[0] ?? NONE),
    field('filename', (self) => location(self, 0)),
    field('lineno', (self) => location(self, 1)),
    field('offset', (self) => location(self, 2)),
    field('text', (self) => location(self, 3)),
    field('print_file_and_line'),
    ...named(native('__str__(self, /)', (context, self: Value) => made(syntaxText(self, context)))),
  ],
  UnicodeDecodeError: unicodeFields(decodeText),
  UnicodeEncodeError: unicodeFields(encodeText),
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
    field('filename'),
    field('filename2'),
    ...named(native('__str__(self, /)', (context, self: Value) => made(osText(self, context)))),
  ],
};

function onlyArgument(self: Value): Value {
  const args = exceptionArguments(self);
  return args.length === 1 ? (args[0] as Value) : NONE;
}

/** Where a syntax error is: `(filename, lineno, offset, text)` is its second argument. */
function location(self: Value, index: number): Value {
  const place = exceptionArguments(self)[1];
  return place?.kind === 'tuple' ? (place.items[index] ?? NONE) : NONE;
}

function syntaxText(self: Value, context: Context): string | UnknownValue {
  const message = exceptionArguments(self)[0];
  const text = message ? strOf(message, context) : 'None';
  const [file, line] = [location(self, 0), location(self, 1)];
  if (typeof text !== 'string' || line.kind !== 'int') return text;
  return file.kind === 'str'
    ? `${text} (${file.value.split('/').pop()}, line ${line.value})`
    : `${text} (line ${line.value})`;
}

/** `UnicodeDecodeError(encoding, object, start, end, reason)` and its like. */
function unicodeFields(text: (self: Value, context: Context) => string | UnknownValue): (readonly [string, Value])[] {
  return [
    ...['encoding', 'object', 'start', 'end', 'reason'].map((name, i) =>
      field(name, (self) => exceptionArguments(self)[i] ?? NONE),
    ),
    ...named(native('__str__(self, /)', (context, self: Value) => made(text(self, context)))),
  ];
}

function decodeText(self: Value, context: Context): string | UnknownValue {
  const [encoding, object, start, end, reason] = exceptionArguments(self);
  if (encoding?.kind !== 'str' || object?.kind !== 'bytes' || start?.kind !== 'int' || end?.kind !== 'int') {
    return textOf(self, context);
  }
  const why = reason?.kind === 'str' ? reason.value : '';
  const [from, to] = [Number(start.value), Number(end.value)];
  if (to !== from + 1) return `'${encoding.value}' codec can't decode bytes in position ${from}-${to - 1}: ${why}`;
  const byte = (object.value[from] ?? 0).toString(16).padStart(2, '0');
  return `'${encoding.value}' codec can't decode byte 0x${byte} in position ${from}: ${why}`;
}

function encodeText(self: Value, context: Context): string | UnknownValue {
  const [encoding, object, start, end, reason] = exceptionArguments(self);
  if (encoding?.kind !== 'str' || object?.kind !== 'str' || start?.kind !== 'int' || end?.kind !== 'int') {
    return textOf(self, context);
  }
  const why = reason?.kind === 'str' ? reason.value : '';
  const [from, to] = [Number(start.value), Number(end.value)];
  if (to !== from + 1) return `'${encoding.value}' codec can't encode characters in position ${from}-${to - 1}: ${why}`;
  const code = codePoints(object.value)[from]?.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  const shown =
    code < 256
      ? `\\x${hex.padStart(2, '0')}`
      : code < 65536
        ? `\\u${hex.padStart(4, '0')}`
        : `\\U${hex.padStart(8, '0')}`;
  return `'${encoding.value}' codec can't encode character '${shown}' in position ${from}: ${why}`;
}

/** The file's name of `OSError(errno, strerror, filename)` is no argument of it. */
function setFile(context: Context, self: Value, args: readonly Value[]): void {
  const [number, message, file, , second] = args;
  if (!number || !message || !file) return;
  stateOf(self)?.args.set(context.heap, tuple([number, message]));
  setField(self, 'filename', file, context);
  if (second) setField(self, 'filename2', second, context);
}

function osPart(self: Value, index: number): Value {
  const args = exceptionArguments(self);
  return args.length >= 2 ? (args[index] ?? NONE) : NONE;
}

function osText(self: Value, context: Context): string | UnknownValue {
  const [number, message] = exceptionArguments(self);
  const named = stateOf(self)?.fields.value.get('filename');
  const file = named && named.kind !== 'None' ? named : null;
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
  for (const [name, cls] of declareGroups(baseException, classes.get('Exception') as ClassValue))
    classes.set(name, cls);
  return classes;
}
