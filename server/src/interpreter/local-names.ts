/** `locals()` and `globals()`: the names of running blocks as dicts. */
import type { FunctionDef, Lambda, Node, Scope } from '../python/ast';
import { allParameters, forEachChild } from '../python/walk';
import type { Namespace } from '../values/heap';
import type { DictValue, Value } from '../values/value';
import { dictOfNamespace } from './builtins/attribute-dict';
import { dictOf } from './builtins/dict';
import type { Environment } from './environment';

/** A module's and a class' own names are the dict itself; a function gives a copy of what it has bound. */
export function localDict(environment: Environment): DictValue {
  if (environment.kind === 'module' || environment.kind === 'class') return dictOfNamespace(environment.locals);
  const { node, locals } = environment;
  if (!node) return dictOf(locals.entries());
  const found: [string, Value][] = [];
  for (const name of ownNames(node)) {
    const value = locals.get(name);
    if (value !== undefined) found.push([name, value]);
  }
  for (const name of freeNames(node)) {
    const value = enclosed(environment, name);
    if (value !== undefined) found.push([name, value]);
  }
  return dictOf(found);
}

export function globalDict(environment: Environment): DictValue {
  return dictOfNamespace(environment.module.value.namespace);
}

/** In CPython's order: parameters and plain variables, then those that inner functions use. */
function ownNames(node: FunctionDef | Lambda): string[] {
  const used = new Set<string>();
  forEachChild(node, (child) => collectFree(child, used));
  const parameters = new Set(allParameters(node.parameters).map((parameter) => parameter.name));
  const names = [...new Set([...parameters, ...node.scope.locals])];
  const isCell = (name: string) => used.has(name) && !parameters.has(name);
  return [...names.filter((name) => !isCell(name)), ...names.filter(isCell)];
}

/** Names that a function takes from those around it. */
function freeNames(node: FunctionDef | Lambda): string[] {
  const used = new Set<string>();
  collectFree(node, used);
  return [...used].sort();
}

/** The free names of a function and where they are kept, as `__closure__` has them; undefined where `__class__` may be one. */
export function closure(
  node: FunctionDef | Lambda,
  environment: Environment,
): readonly (readonly [string, Namespace<Value>])[] | undefined {
  const found: [string, Namespace<Value>][] = [];
  for (const name of freeNames(node)) {
    if (name === 'super' || name === '__class__') return undefined;
    for (let env: Environment | null = environment; env?.scope; env = env.parent) {
      if (env.kind === 'class' || !env.scope.locals.has(name)) continue;
      found.push([name, env.locals]);
      break;
    }
  }
  return found;
}

/** The value of a name of an enclosing function, where there is one. */
function enclosed(environment: Environment, name: string): Value | undefined {
  for (let env = environment.parent; env?.scope; env = env.parent) {
    if (env.kind !== 'class' && env.scope.locals.has(name)) return env.locals.get(name);
  }
  return undefined;
}

/** Adds the names that a block of its own uses and does not bind; `node` itself or blocks in it. */
function collectFree(node: Node, free: Set<string>): void {
  const scope = 'scope' in node ? (node.scope as Scope) : null;
  if (!scope) {
    forEachChild(node, (child) => collectFree(child, free));
    return;
  }
  const used = new Set<string>();
  const look = (inner: Node): void => {
    if (inner.kind === 'Name') used.add(inner.id);
    if (inner !== node && 'scope' in inner) collectFree(inner, used);
    else forEachChild(inner, look);
  };
  look(node);
  for (const name of used) if (!scope.locals.has(name) && !scope.globals.has(name)) free.add(name);
}
