/**
 * `os` and `os.path`: paths as strings, by POSIX rules. Nothing is read: what depends on the machine
 * is unknown. Making folders and the like gives `None` and does nothing.
 */
import type { Context } from '../../values/context';
import { bool, type ModuleValue, str, tuple, type UnknownValue, type Value } from '../../values/value';
import { builtinFunctions, named, native, PYTHON } from '../builtins/define';
import { callMethod, typeName } from '../builtins/special';
import { environment } from './environ';
import { nothing } from './harmless';
import { declareModule } from './module';

const MACHINE = 'depends on the machine where it runs';

/** The text of a path: a string, or what `__fspath__` gives. */
export function pathText(value: Value, context: Context): string {
  if (value.kind === 'str') return value.value;
  const converted = callMethod(value, '__fspath__', [], context);
  if (converted?.kind === 'str') return converted.value;
  return context.raise('TypeError', `expected str, bytes or os.PathLike object, not ${typeName(value, context)}`);
}

function textsOf(paths: Value, context: Context): string[] | UnknownValue {
  const items = context.items(paths);
  return 'kind' in items ? items : items.map((path) => pathText(path, context));
}

export function joinPaths(first: string, rest: readonly string[]): string {
  let path = first;
  for (const part of rest) {
    if (part.startsWith('/')) path = part;
    else path = path === '' || path.endsWith('/') ? path + part : `${path}/${part}`;
  }
  return path;
}

/** Folder and last part, as `os.path.split`. */
export function splitPath(path: string): [string, string] {
  const at = path.lastIndexOf('/') + 1;
  const head = path.slice(0, at);
  return [/^\/*$/.test(head) ? head : head.replace(/(?<!\/)\/+$/, ''), path.slice(at)];
}

/** Stem and extension: leading dots of the last part belong to the stem. */
export function splitExtension(path: string): [string, string] {
  const last = path.slice(path.lastIndexOf('/') + 1);
  const dot = last.lastIndexOf('.');
  if (dot <= 0 || /^\.+$/.test(last.slice(0, dot))) return [path, ''];
  const at = path.length - (last.length - dot);
  return [path.slice(0, at), path.slice(at)];
}

export function normalizePath(path: string): string {
  if (path === '') return '.';
  const slashes = path.startsWith('//') && !path.startsWith('///') ? '//' : path.startsWith('/') ? '/' : '';
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..' || (slashes === '' && parts.length === 0) || parts[parts.length - 1] === '..') parts.push(part);
    else if (parts.length > 0) parts.pop();
  }
  return slashes + parts.join('/') || '.';
}

const pathFunctions = named(
  native('join(a, /, *p)', (context, first: Value, rest: readonly Value[]) =>
    str(
      joinPaths(
        pathText(first, context),
        rest.map((part) => pathText(part, context)),
      ),
    ),
  ),
  native('basename(p)', (context, path: Value) => str(splitPath(pathText(path, context))[1])),
  native('dirname(p)', (context, path: Value) => str(splitPath(pathText(path, context))[0])),
  native('split(p)', (context, path: Value) => tuple(splitPath(pathText(path, context)).map(str))),
  native('splitext(p)', (context, path: Value) => tuple(splitExtension(pathText(path, context)).map(str))),
  native('normpath(path)', (context, path: Value) => str(normalizePath(pathText(path, context)))),
  native('commonprefix(m)', (context, paths: Value) => {
    const texts = textsOf(paths, context);
    if (!Array.isArray(texts)) return texts;
    let prefix = texts[0] ?? '';
    for (const text of texts) while (!text.startsWith(prefix)) prefix = prefix.slice(0, -1);
    return str(prefix);
  }),
  native('commonpath(paths)', (context, paths: Value) => {
    const texts = textsOf(paths, context);
    if (!Array.isArray(texts)) return texts;
    if (texts.length === 0) return context.raise('ValueError', 'commonpath() arg is an empty sequence');
    const absolute = texts.filter((text) => text.startsWith('/')).length;
    if (absolute > 0 && absolute < texts.length)
      return context.raise('ValueError', "Can't mix absolute and relative paths");
    const split = texts.map((text) => text.split('/').filter((part) => part !== '' && part !== '.'));
    const common: string[] = [];
    for (const [i, part] of (split[0] ?? []).entries()) {
      if (!split.every((parts) => parts[i] === part)) break;
      common.push(part);
    }
    return str((absolute > 0 ? '/' : '') + common.join('/'));
  }),
  native('relpath(path, start=".")', (context, path: Value, start: Value) => {
    const [to, from] = [normalizePath(pathText(path, context)), normalizePath(pathText(start, context))];
    if (to.startsWith('/') !== from.startsWith('/')) return context.unknown(`the working directory ${MACHINE}`);
    const parts = (text: string) => text.split('/').filter((part) => part !== '' && part !== '.');
    const [a, b] = [parts(from), parts(to)];
    if (a.includes('..') || b.includes('..')) return context.unknown(`the working directory ${MACHINE}`);
    let shared = 0;
    while (shared < a.length && a[shared] === b[shared]) shared += 1;
    return str([...a.slice(shared).map(() => '..'), ...b.slice(shared)].join('/') || '.');
  }),
  native('abspath(path)', (context, path: Value) => {
    const text = pathText(path, context);
    return text.startsWith('/') ? str(normalizePath(text)) : context.unknown(`the working directory ${MACHINE}`);
  }),
  native('expanduser(path)', (context, path: Value) => {
    const text = pathText(path, context);
    return text.startsWith('~') ? context.unknown(`\`os.path.expanduser\` ${MACHINE}`) : str(text);
  }),
  native('expandvars(path)', (context, path: Value) => {
    const text = pathText(path, context);
    return text.includes('$') ? context.unknown(`\`os.path.expandvars\` ${MACHINE}`) : str(text);
  }),
  native('splitdrive(p)', (context, path: Value) => tuple([str(''), str(pathText(path, context))])),
  native('normcase(s)', (context, path: Value) => str(pathText(path, context))),
  native('isabs(s)', (context, path: Value) => bool(pathText(path, context).startsWith('/'))),
);

export function osPathModule(): ModuleValue {
  return declareModule('os.path', [...pathFunctions, ['sep', str('/')]], { home: PYTHON, otherwise: MACHINE });
}

export function osModule(): ModuleValue {
  const { environ, getenv } = environment();
  return declareModule(
    'os',
    [
      ['path', osPathModule()],
      ['sep', str('/')],
      ['linesep', str('\n')],
      ['curdir', str('.')],
      ['pardir', str('..')],
      ['extsep', str('.')],
      ['environ', environ],
      ...named(...builtinFunctions([getenv])),
      ...named(...builtinFunctions([native('fspath(path)', (context, path: Value) => str(pathText(path, context)))])),
      ...['makedirs', 'mkdir', 'remove', 'unlink', 'rmdir', 'removedirs', 'rename', 'chdir', 'putenv', 'chmod'].map(
        (name) => [name, nothing(name)] as const,
      ),
    ],
    { otherwise: MACHINE },
  );
}
