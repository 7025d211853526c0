/** Which way a layer is called: by its definition, through its graph, or by a `call` of the program's. */
import type { Signature } from '../../../values/arguments';
import type { Generation } from '../../../values/context';
import type { ClassValue, NativeFunction, Value } from '../../../values/value';

/** What a `call` that the catalogue declares stands for. */
export type Declared = 'definition' | 'model' | 'input' | 'abstract';

const declared = new WeakMap<NativeFunction, Declared>();

const SELF = { name: 'self', kind: 'positional', default: null } as const;

/**
 * Says of a declared class' `call` what it does.
 * @param takes what `inspect.signature` shows of it behind `self`
 */
export function declareCall(
  call: NativeFunction,
  how: Declared,
  takes?: (generation: Generation) => Signature,
): NativeFunction {
  const told: NativeFunction = takes
    ? { ...call, inspected: (generation) => ({ parameters: [SELF, ...takes(generation).parameters] }) }
    : call;
  declared.set(told, how);
  return told;
}

/** How instances of a class are called; `program` for a `call` that is not the catalogue's own. */
export function howCalled(cls: ClassValue): Declared | 'program' {
  return declaredAs(cls.lookup('call')) ?? (cls.lookup('call') ? 'program' : 'abstract');
}

/** Whether a class has a method of the program's own (an override of a declared one). */
export function overrides(cls: ClassValue, name: string): boolean {
  const found = cls.lookup(name);
  return found !== undefined && found.kind !== 'native';
}

function declaredAs(call: Value | undefined): Declared | undefined {
  return call?.kind === 'native' ? declared.get(call) : undefined;
}
