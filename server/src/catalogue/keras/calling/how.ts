/** Which way a layer is called: by its definition, through its graph, or by a `call` of the program's. */
import type { ClassValue, NativeFunction, Value } from '../../../values/value';

/** What a `call` that the catalogue declares stands for. */
export type Declared = 'definition' | 'model' | 'input' | 'abstract';

const declared = new WeakMap<NativeFunction, Declared>();

/** Says of a declared class' `call` what it does. */
export function declareCall(call: NativeFunction, how: Declared): NativeFunction {
  declared.set(call, how);
  return call;
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
