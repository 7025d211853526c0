/** Modules whose calls change nothing that shapes depend on: `warnings`, `logging`, `gc`, `abc`, `typing` … */
import { type NativeFunction, NONE, str, type Value } from '../../values/value';
import { builtinClass, native } from '../builtins/define';
import { builtinClass as builtinClassNamed } from '../builtins/registry';
import { declareModule } from './module';

/** A call that does nothing and gives `None`, whatever it is passed. */
export function nothing(name: string): NativeFunction {
  return { kind: 'native', name, signature: null, call: () => NONE };
}

/** A decorator or a cast: gives its argument at `index` back. */
export function passing(name: string, index = 0): NativeFunction {
  return { kind: 'native', name, signature: null, call: ({ positional }) => positional[index] ?? NONE };
}

function silent(names: readonly string[]): (readonly [string, Value])[] {
  return names.map((name) => [name, nothing(name)] as const);
}

export function warningsModule() {
  return declareModule(
    'warnings',
    silent(['warn', 'warn_explicit', 'filterwarnings', 'simplefilter', 'resetwarnings']),
  );
}

const LOGGING = ['debug', 'info', 'warning', 'warn', 'error', 'critical', 'exception', 'log', 'basicConfig', 'disable'];
const LEVELS = { CRITICAL: 50, FATAL: 50, ERROR: 40, WARNING: 30, WARN: 30, INFO: 20, DEBUG: 10, NOTSET: 0 };

export function loggingModule() {
  return declareModule('logging', [
    ...silent(LOGGING),
    ...Object.entries(LEVELS).map(([name, level]) => [name, { kind: 'int', value: level } as const] as const),
  ]);
}

export function gcModule() {
  return declareModule('gc', silent(['enable', 'disable', 'freeze', 'set_threshold', 'set_debug']));
}

/** `abc`: abstract methods are as harmless as any decorator here; classes made with `ABCMeta` are plain ones. */
export function abcModule() {
  const object = builtinClassNamed('object');
  const property = builtinClassNamed('property');
  return declareModule('abc', [
    ['ABC', builtinClass('ABC', [object], [], { module: 'abc' })],
    ['ABCMeta', builtinClassNamed('type')],
    ['abstractmethod', passing('abstractmethod')],
    ['abstractproperty', property],
    ['abstractclassmethod', builtinClassNamed('classmethod')],
    ['abstractstaticmethod', builtinClassNamed('staticmethod')],
  ]);
}

/** `__future__`: features that every supported Python has. */
export function futureModule() {
  const names = [
    'annotations',
    'division',
    'print_function',
    'absolute_import',
    'unicode_literals',
    'generator_stop',
    'with_statement',
    'nested_scopes',
    'generators',
  ];
  return declareModule(
    '__future__',
    names.map((name) => [name, str(name)] as const),
  );
}

/** A function that gives nothing known. */
export function unknownCall(name: string, why: string): NativeFunction {
  return native(`${name}(*args, **kwargs)`, (context) => context.unknown(why), { unknowns: 'pass' });
}
