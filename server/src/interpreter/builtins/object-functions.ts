/** Functions on objects and their attributes, on text, and on what surrounds the program. */
import { args } from '../../values/arguments';
import type { Context } from '../../values/context';
import {
  bool,
  int,
  isUnknownValue,
  ListValue,
  type NativeFunction,
  NONE,
  str,
  unknown,
  unknownAmong,
  unknownPlain,
  type Value,
} from '../../values/value';
import { interpreterOf } from '../context';
import type { TextNames } from '../evaluate-text';
import { plain } from './boxed';
import { native } from './define';
import { formatOf } from './format-spec';
import { hashKey, pythonHash, type UnknownHash } from './hashing';
import { isInstance, isSubclass } from './is-instance';
import { callMethod, typeName } from './special';
import { escapeNonAscii, sortedStrings } from './string-text';
import { reprOf } from './text';

function decided(answer: ReturnType<typeof isInstance>): Value {
  return typeof answer === 'boolean' ? bool(answer) : answer;
}

function nameOf(name: Value, context: Context): string {
  const text = plain(name);
  if (text.kind === 'str') return text.value;
  return context.raise('TypeError', `attribute name must be string, not '${typeName(name, context)}'`);
}

/** The attribute, undefined where there is none: also where a property raises AttributeError. */
function tryAttribute(object: Value, name: string, context: Context): Value | undefined {
  const taken = context.attempt(() => context.attribute(object, name));
  if ('value' in taken) return taken.value;
  if (taken.error.exception.cls.derivesFrom(context.builtin('AttributeError'))) return undefined;
  throw taken.error;
}

function attributeOr(object: Value, name: string, fallback: Value | undefined, context: Context): Value {
  const found = fallback ? tryAttribute(object, name, context) : context.attribute(object, name);
  if (found === undefined) return fallback ?? noAttribute(object, name, context);
  if (!isUnknownValue(found) || !found.present) return found;
  return fallback ? unknownAmong(found.reason, [found.present, fallback]) : found.present;
}

export function noAttribute(object: Value, name: string, context: Context): never {
  const owner =
    object.kind === 'class'
      ? `type object '${object.name}'`
      : object.kind === 'module'
        ? `module '${object.name}'`
        : `'${typeName(object, context)}' object`;
  return context.raise('AttributeError', `${owner} has no attribute '${name}'`);
}

/** What `hash(value)` gives. */
function hashOf(context: Context, value: Value): Value {
  const key = hashKey(value, context);
  if (typeof key !== 'string') return key;
  if (key.startsWith('u:')) {
    const own = callMethod(value, '__hash__', [], context) ?? NONE;
    const number = pythonHash(own, context);
    return number === null ? own : int(number);
  }
  const number = pythonHash(value, context);
  if (number !== null) return int(number);
  const hash: UnknownHash = { ...context.unknown('the hash differs from run to run'), hashKey: key };
  return hash;
}

/** Writes to a file of the program's, given or set as `sys.stdout`; of any other nothing is seen. */
function printed(context: Context, values: readonly Value[], separator: Value, end: Value, file: Value): Value {
  for (const [name, value] of [
    ['sep', separator],
    ['end', end],
  ] as const) {
    if (value.kind === 'None' || plain(value).kind === 'str' || isUnknownValue(value)) continue;
    context.raise('TypeError', `${name} must be None or a string, not ${typeName(value, context)}`);
  }
  const output = file.kind === 'None' ? standardOutput(context) : file;
  const write = output && !isUnknownValue(output) ? context.attribute(output, 'write') : undefined;
  if (!write) {
    // Methods of the program that make the text may do other things, too.
    for (const value of values) if (value.kind === 'instance') context.str(value);
    return NONE;
  }
  const put = (text: Value) => context.call(write, args([text]));
  for (const [i, value] of values.entries()) {
    if (i > 0) put(separator.kind === 'None' ? str(' ') : separator);
    const text = context.str(value);
    put(text === null ? context.unknown('what is printed is not known') : str(text));
  }
  put(end.kind === 'None' ? str('\n') : end);
  return NONE;
}

/** What the program has put in place of `sys.stdout`. */
function standardOutput(context: Context): Value | undefined {
  const sys = interpreterOf(context).importModule('sys');
  return sys.kind === 'module' ? sys.namespace.get('stdout') : undefined;
}

function unfollowed(declaration: string, why: string): NativeFunction {
  return native(declaration, (context) => context.unknown(why), { unknowns: 'pass' });
}

/** `eval` and `exec`, of a known text: in the block that calls, or with names of their own. */
function ofText(name: string, run: (context: Context, text: string, names: TextNames | null) => Value): NativeFunction {
  return native(
    `${name}(source, globals=None, locals=None, /)`,
    (context, source: Value, globals: Value, locals: Value): Value => {
      const text = plain(source);
      if (text.kind !== 'str') return context.unknown(`\`${name}\` is not followed here`);
      if (globals.kind === 'None' && locals.kind === 'None') return run(context, text.value, null);
      const around = globals.kind === 'None' ? interpreterOf(context).globalDict() : globals;
      const inside = locals.kind === 'None' ? around : locals;
      if (!isUnknownValue(around) && around.kind !== 'dict') {
        return context.raise('TypeError', `${name}() globals must be a dict, not ${typeName(around, context)}`);
      }
      if (around.kind !== 'dict' || inside.kind !== 'dict' || inside.cls) {
        return context.unknown(`\`${name}\` with such names is not followed`);
      }
      return run(context, text.value, { globals: around, locals: inside });
    },
    { unknowns: 'pass' },
  );
}

/** `callable(value)` */
export function callableOf(value: Value, context: Context): Value {
  switch (value.kind) {
    case 'unknown':
      return value;
    case 'function':
    case 'native':
    case 'method':
    case 'class':
    case 'staticmethod':
      return bool(true);
    default: {
      const cls = context.classOf(value);
      if (isUnknownValue(cls)) return cls;
      const member = cls.lookup('__call__');
      return member && isUnknownValue(member) ? member : bool(member !== undefined);
    }
  }
}

export const objectFunctions: readonly NativeFunction[] = [
  native('isinstance(obj, class_or_tuple, /)', (context, value: Value, classes: Value) =>
    decided(isInstance(value, classes, context)),
  ),
  native('issubclass(class_, class_or_tuple, /)', (context, cls: Value, classes: Value) =>
    decided(isSubclass(cls, classes, context)),
  ),
  native(
    'getattr(object, name, default=, /)',
    (context, object: Value, name: Value, fallback?: Value): Value => {
      if (isUnknownValue(name)) return isUnknownValue(object) ? object : name;
      const text = nameOf(name, context);
      if (isUnknownValue(object)) {
        return interpreterOf(context).onEach(object, (one) => attributeOr(one, text, fallback, context));
      }
      return attributeOr(object, text, fallback, context);
    },
    { unknowns: 'pass' },
  ),
  native('hasattr(obj, name, /)', (context, object: Value, name: Value): Value => {
    const found = tryAttribute(object, nameOf(name, context), context);
    return found && isUnknownValue(found) && found.present ? unknown(found.reason) : bool(found !== undefined);
  }),
  native(
    'setattr(obj, name, value, /)',
    (context, object: Value, name: Value, value: Value): Value => {
      if (isUnknownValue(name)) {
        if (object.kind === 'instance') {
          for (const one of [...object.attributes.names()]) object.attributes.set(context.heap, one, name);
        }
        return NONE;
      }
      context.setAttribute(object, nameOf(name, context), value);
      return NONE;
    },
    { unknowns: 'pass' },
  ),
  native('delattr(obj, name, /)', (context, object: Value, name: Value): Value => {
    interpreterOf(context).deleteAttribute(object, nameOf(name, context));
    return NONE;
  }),
  native('callable(obj, /)', (context, value: Value) => callableOf(value, context)),
  native('id(obj, /)', (context) => unknownPlain(context.because('`id` gives an address'))),
  native('hash(obj, /)', hashOf),
  native('repr(obj, /)', (context, value: Value): Value => {
    const text = reprOf(value, context);
    return typeof text === 'string' ? str(text) : text;
  }),
  native('ascii(obj, /)', (context, value: Value): Value => {
    const text = reprOf(value, context);
    return typeof text === 'string' ? str(escapeNonAscii(text)) : text;
  }),
  native('format(value, format_spec="", /)', (context, value: Value, spec: Value): Value => {
    const text = plain(spec);
    if (text.kind !== 'str') {
      return context.raise('TypeError', `format() argument 2 must be str, not ${typeName(spec, context)}`);
    }
    const made = formatOf(value, text.value, context);
    return typeof made === 'string' ? str(made) : made;
  }),
  native('print(*args, sep=None, end=None, file=None, flush=False)', printed, {
    unknowns: 'pass',
    uncertain: () => NONE,
  }),
  native('vars(object=, /)', (context, object?: Value): Value => {
    if (!object) return interpreterOf(context).localDict();
    const dict = context.attribute(object, '__dict__');
    return dict ?? context.raise('TypeError', 'vars() argument must have __dict__ attribute');
  }),
  native('dir(object=, /)', (context, object?: Value): Value => {
    if (!object) {
      const names = [...interpreterOf(context).localDict().entries.values()].map(({ key }) => key);
      return new ListValue(sortedStrings(names.map((name) => (name.kind === 'str' ? name.value : ''))).map(str));
    }
    const listed = callMethod(object, '__dir__', [], context);
    const names = listed ? context.items(listed) : null;
    if (!names) return context.unknown('its attributes are not followed');
    if ('kind' in names) return new ListValue([], names.reason);
    const texts = names.map((name) => (name.kind === 'str' ? name.value : null));
    if (texts.includes(null)) return context.unknown('its attributes are not all strings');
    return new ListValue(sortedStrings(texts as string[]).map(str));
  }),
  native('globals()', (context): Value => interpreterOf(context).globalDict()),
  native('locals()', (context): Value => interpreterOf(context).localDict()),
  native(
    '__import__(name, globals=None, locals=None, fromlist=None, level=0)',
    (context, name: Value, _globals: Value, _locals: Value, names: Value): Value => {
      const text = nameOf(name, context);
      const whole = names.kind !== 'None' && context.truth(names) === true;
      const module = interpreterOf(context).importModule(text);
      return whole || isUnknownValue(module) || !text.includes('.')
        ? module
        : interpreterOf(context).importModule(text.split('.')[0] as string);
    },
  ),
  unfollowed('open(file, mode="r", *args, **kwargs)', 'what a file holds is not read'),
  unfollowed('input(prompt=None, /)', 'it comes from `input`, which asks a person'),
  ofText('eval', (context, text, names) => interpreterOf(context).evaluateText(text, names)),
  ofText('exec', (context, text, names) => interpreterOf(context).executeText(text, names)),
  unfollowed('compile(source, *args, **kwargs)', '`compile` of text is not followed'),
  unfollowed('memoryview(object)', 'a `memoryview` is not followed'),
  unfollowed('aiter(iterable, /)', 'asynchronous iteration is not followed'),
  unfollowed('anext(iterator, default=None, /)', 'asynchronous iteration is not followed'),
  native('breakpoint(*args, **kwargs)', () => NONE, { unknowns: 'pass' }),
  native('help(*args, **kwargs)', () => NONE, { unknowns: 'pass' }),
  ...['exit', 'quit'].map((name) => native(`${name}(code=None)`, (context) => context.raise('SystemExit', ''))),
];
