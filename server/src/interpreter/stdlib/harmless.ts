/** Modules and functions whose calls change nothing that a program sees. */
import { type NativeFunction, NONE, type Value } from '../../values/value';
import { native } from '../builtins/define';
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

export function gcModule() {
  return declareModule('gc', silent(['enable', 'disable', 'freeze', 'set_threshold', 'set_debug']));
}

/** A function that gives nothing known. */
export function unknownCall(name: string, why: string): NativeFunction {
  return native(`${name}(*args, **kwargs)`, (context) => context.unknown(why), { unknowns: 'pass' });
}
