/** Modules whose calls change nothing that shapes depend on: `warnings`, `logging`, `gc`. */
import { InstanceValue, type NativeFunction, NONE, OBJECT, type Value } from '../../values/value';
import { builtinClass, builtinIdentity, named, native } from '../builtins/define';
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

const LOGGER_METHODS = [
  ...LOGGING,
  'setLevel',
  'addHandler',
  'removeHandler',
  'addFilter',
  'hasHandlers',
  'setFormatter',
  'flush',
];

/** A logger or a handler: whatever it is told, nothing comes of it. */
function loggingObject(className: string) {
  const cls = builtinClass(className, [OBJECT], named(...LOGGER_METHODS.map(nothing)), { module: 'logging' });
  return {
    cls,
    make: native(`get${className}(*args, **kwargs)`, () => new InstanceValue(builtinIdentity(), cls), {
      unknowns: 'pass',
    }),
  };
}

export function loggingModule() {
  const logger = loggingObject('Logger');
  const handler = loggingObject('Handler');
  return declareModule('logging', [
    ...silent(LOGGING),
    ['getLogger', logger.make],
    ['Logger', logger.cls],
    ['StreamHandler', handler.make],
    ['FileHandler', handler.make],
    ['NullHandler', handler.make],
    ['Formatter', handler.make],
    ...Object.entries(LEVELS).map(([name, level]) => [name, { kind: 'int', value: level } as const] as const),
  ]);
}

export function gcModule() {
  return declareModule('gc', silent(['enable', 'disable', 'freeze', 'set_threshold', 'set_debug']));
}

/** A function that gives nothing known. */
export function unknownCall(name: string, why: string): NativeFunction {
  return native(`${name}(*args, **kwargs)`, (context) => context.unknown(why), { unknowns: 'pass' });
}
