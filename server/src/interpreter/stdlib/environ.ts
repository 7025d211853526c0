/**
 * `os.environ`. What the system sets is not known; of any other variable what a run without it gives is
 * taken, as of an option of the command line.
 */
import { reason } from '../../shapes/reason';
import type { Context } from '../../values/context';
import {
  bool,
  DictValue,
  isUnknownValue,
  type NativeFunction,
  type UnknownValue,
  unknown,
  type Value,
} from '../../values/value';
import { outlives } from '../../values/watch';
import { builtinClass, named, native } from '../builtins/define';
import { dictDelete, dictSet } from '../builtins/dict-access';
import { raiseWith } from '../builtins/exception-state';
import { builtinClass as builtinClassNamed } from '../builtins/registry';

const MACHINE = reason('environment variables depend on the machine where it runs');

const SYSTEM =
  /^(HOME|PATH|USER(NAME|PROFILE)?|LOGNAME|SHELL|SHLVL|PWD|OLDPWD|LANG(UAGE)?|LC_.*|TERM|TZ|TMPDIR|TE?MP|HOST(NAME)?|DISPLAY|EDITOR|COLUMNS|LINES|CI|MAIL|OS|PYTHON.*|VIRTUAL_ENV|CONDA.*|JUPYTER.*|XDG_.*|SSH_.*|LD_.*|(LOCAL)?APPDATA|COMPUTERNAME|SYSTEMROOT|PROGRAM.*|_)$/;

/** What a variable holds; undefined where it is taken not to be set. */
function lookUp(context: Context, self: Value, key: Value): Value | UnknownValue | undefined {
  if (isUnknownValue(key)) return key;
  if (!(self instanceof DictValue)) return unknown(MACHINE);
  if (key.kind !== 'str') return context.raise('TypeError', 'str expected');
  const hash = context.hash(key);
  const entry = hash === null ? undefined : self.entries.get(hash);
  if (entry) return entry.value;
  // Something unknown was done to it, or the system sets it.
  return self.uncertain !== MACHINE || SYSTEM.test(key.value) ? unknown(MACHINE) : undefined;
}

const METHODS: readonly NativeFunction[] = [
  native('get(self, key, default=None, /)', (context, self: Value, key: Value, fallback: Value): Value => {
    return lookUp(context, self, key) ?? fallback;
  }),
  native('__getitem__(self, key, /)', (context, self: Value, key: Value): Value => {
    return lookUp(context, self, key) ?? raiseWith('KeyError', [key], context);
  }),
  native('__contains__(self, key, /)', (context, self: Value, key: Value): Value => {
    const found = lookUp(context, self, key);
    return found && isUnknownValue(found) ? found : bool(found !== undefined);
  }),
  native('setdefault(self, key, default=None, /)', (context, self: Value, key: Value, fallback: Value): Value => {
    const found = lookUp(context, self, key);
    if (found === undefined && self instanceof DictValue) dictSet(self, key, fallback, context);
    return found ?? fallback;
  }),
  native('pop(self, key, default=, /)', (context, self: Value, key: Value, fallback?: Value): Value => {
    const found = lookUp(context, self, key);
    if (found !== undefined && self instanceof DictValue) dictDelete(self, key, context);
    return found ?? fallback ?? raiseWith('KeyError', [key], context);
  }),
];

/** Variables by name, and `os.getenv`. */
export function environment(): { readonly environ: Value; readonly getenv: NativeFunction } {
  const cls = builtinClass('_Environ', [builtinClassNamed('dict')], named(...METHODS), { module: 'os' });
  const environ = outlives(() => new DictValue([], { uncertain: MACHINE, cls }));
  const getenv = native('getenv(key, default=None)', (context, key: Value, fallback: Value): Value => {
    return lookUp(context, environ, key) ?? fallback;
  });
  return { environ, getenv };
}
