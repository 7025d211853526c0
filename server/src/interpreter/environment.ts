/** Names: environments of running blocks, and Python's rules for finding and binding a name. */
import type { FunctionDef, Item, Lambda, Scope } from '../python/ast';
import type { Reason } from '../shapes/reason';
import { Cell, Namespace } from '../values/heap';
import { type ClassValue, type ModuleValue, str, unknown, type Value } from '../values/value';
import { privateName } from './attributes';
import { raiseWith } from './builtins/exception-state';
import { builtinNames } from './builtins/registry';
import type { Interpreter } from './interpreter';

/** A file's top-level statement: what places of the code in it are relative to. */
export interface Source {
  readonly uri: string;
  readonly item: Item;
  /** A package that the program only uses: what happens in it is told of at the program's own line. */
  readonly isLibrary: boolean;
}

/** A module whose code is interpreted. */
export class ModuleScope {
  /** Set by a star import from what is not known: a name that is not found may come from there. */
  readonly unknownStar = new Cell<Reason | null>(null, (a, b) => a ?? b);

  constructor(
    readonly uri: string,
    readonly value: ModuleValue,
    /** Dotted name of the package that relative imports count from. */
    readonly packageName: string,
    readonly isLibrary: boolean,
  ) {}
}

export type BlockKind = 'module' | 'function' | 'class' | 'comprehension';

/** The names of one running block. */
export class Environment {
  /** In a class body: the class, once it is made (`__class__` of zero-argument `super()`). */
  readonly cls: Cell<ClassValue | null> | null;
  /** In a function: the name of its first positional parameter, the `self` of zero-argument `super()`. */
  self: string | null = null;
  /** Whether that is `*args`, and the `self` its first item. */
  selfIsRest = false;
  /** The function that runs in it. */
  node: FunctionDef | Lambda | null = null;
  /** Of the function or class, for the qualified names of what it defines. */
  qualname = '';

  constructor(
    readonly kind: BlockKind,
    /** Null in a module: all its names are the module's. */
    readonly scope: Scope | null,
    readonly parent: Environment | null,
    readonly module: ModuleScope,
    readonly locals: Namespace<Value> = new Namespace(),
  ) {
    this.cls = kind === 'class' ? new Cell<ClassValue | null>(null) : null;
  }
}

/** The value of a name. Throws NameError or UnboundLocalError. */
export function readName(interpreter: Interpreter, name: string): Value {
  const own = interpreter.frame.environment;
  for (let env: Environment | null = own; env?.scope; env = env.parent) {
    if (env.scope.globals.has(name)) break;
    if (env.kind === 'class') {
      if (env !== own) continue;
      // A class body looks at what it has bound, then at what is around it; what it binds itself only among the globals.
      const found = env.locals.get(name);
      if (found !== undefined) return bound(interpreter, found);
      if (env.scope.locals.has(name)) break;
      continue;
    }
    if (env.scope.locals.has(name)) {
      const found = env.locals.get(name);
      if (found !== undefined) return bound(interpreter, found);
      return unbound(interpreter, name, env === own);
    }
  }
  if (name === '__class__') {
    const around = enclosingClass(own);
    if (around) return around.value ?? unbound(interpreter, name, false);
  }
  const { module } = own;
  const global = privateName(interpreter, name);
  const found = module.value.namespace.get(global) ?? interpreter.builtinName(global);
  if (found !== undefined) return bound(interpreter, found);
  if (module.unknownStar.value) return unknown(module.unknownStar.value);
  return undefinedName(interpreter, global);
}

/** The class in whose body the running function was defined: nothing in it while the body still runs. */
export function enclosingClass(environment: Environment | null): Cell<ClassValue | null> | null {
  for (let env = environment; env; env = env.parent) if (env.cls && env !== environment) return env.cls;
  return null;
}

function undefinedName(interpreter: Interpreter, name: string): never {
  return raiseWith('NameError', [str(`name '${name}' is not defined`)], interpreter, { name: str(name) });
}

/** What a name holds. Where it is read it is bound: else the program ends, or goes on where NameError is caught. */
function bound(interpreter: Interpreter, held: Value): Value {
  if (held.kind !== 'unknown' || !held.present) return held;
  interpreter.mayRaise(held.reason, 'NameError');
  return held.present;
}

function unbound(interpreter: Interpreter, name: string, isOwn: boolean): Value {
  if (isOwn) {
    const text = `cannot access local variable '${name}' where it is not associated with a value`;
    return raiseWith('UnboundLocalError', [str(text)], interpreter);
  }
  const text = `cannot access free variable '${name}' where it is not associated with a value in enclosing scope`;
  return raiseWith('NameError', [str(text)], interpreter, { name: str(name) });
}

export function bindName(interpreter: Interpreter, name: string, value: Value): void {
  namespaceOf(interpreter, name).set(interpreter.heap, name, value);
}

/** `del name`. Throws where it is not bound. */
export function deleteName(interpreter: Interpreter, name: string): void {
  if (namespaceOf(interpreter, name).delete(interpreter.heap, name)) return;
  const own = interpreter.frame.environment;
  if (own.kind === 'function' && own.scope?.locals.has(name)) unbound(interpreter, name, true);
  undefinedName(interpreter, name);
}

/** Where a name that the running block binds is kept. */
function namespaceOf(interpreter: Interpreter, name: string): Namespace<Value> {
  const own = interpreter.frame.environment;
  const scope = own.scope;
  if (!scope) return own.locals;
  if (scope.globals.has(name)) return own.module.value.namespace;
  if (scope.nonlocals.has(name)) {
    for (let env = own.parent; env?.scope; env = env.parent) {
      if (env.kind !== 'class' && env.scope.locals.has(name)) return env.locals;
    }
    return own.module.value.namespace;
  }
  return own.locals;
}

/** Binds the name of a `:=`: in a comprehension, in the block around it. */
export function bindWalrus(interpreter: Interpreter, name: string, value: Value): void {
  const { frame } = interpreter;
  const inner = frame.environment;
  if (inner.kind !== 'comprehension') {
    bindName(interpreter, name, value);
    return;
  }
  let env: Environment = inner;
  while (env.kind === 'comprehension' && env.parent) env = env.parent;
  frame.environment = env;
  bindName(interpreter, name, value);
  frame.environment = inner;
}

export function isBuiltinName(name: string): boolean {
  return builtinNames.has(name);
}
