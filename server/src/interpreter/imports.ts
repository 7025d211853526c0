/**
 * Imports: declared modules come first, then the standard library, then files. A file is run once,
 * when it is first imported, and shared.
 */
import type { Import, ImportFrom, ParsedModule } from '../python/ast';
import type { Reason } from '../shapes/reason';
import { PythonError } from '../values/context';
import { Namespace } from '../values/heap';
import {
  isUnknownValue,
  ListValue,
  ModuleValue,
  NONE,
  str,
  type UnknownValue,
  unknown,
  type Value,
} from '../values/value';
import { findAttribute, getAttribute } from './attributes';
import { raiseWith } from './builtins/exception-state';
import { bindName, Environment, ModuleScope } from './environment';
import { Frame } from './frame';
import type { Interpreter } from './interpreter';
import { recordBinding } from './observations';
import { execute } from './statements';

/** A file that an import finds. */
export interface ResolvedModule {
  readonly uri: string;
  readonly module: ParsedModule;
  /** Whether it is a package's `__init__`. */
  readonly isPackage: boolean;
  /** Whether it belongs to a package that the program only uses, rather than to the program. */
  readonly isLibrary: boolean;
}

/** Finds the files of imports. */
export interface ModuleResolver {
  /**
   * The file of a dotted name; with a `level` above 0 the name is relative to the importing file:
   * its folder for 1, the one above for 2. The name may be empty then: the package itself.
   */
  resolve(name: string, level: number, fromUri: string): ResolvedModule | undefined;
  /** Whether a name is that of a compiled module, which says nothing of what it holds. */
  isCompiled?(name: string, level: number, fromUri: string): boolean;
  /** Reads a text that a program makes and runs (`eval`). */
  parseText?(text: string): ParsedModule;
}

/**
 * The file of an absolute name. `sys.path` begins with the program's folder, whichever of its files imports; a file
 * that is looked at by itself has only its own.
 */
export function resolveAbsolute(
  resolver: ModuleResolver,
  name: string,
  programUri: string,
  fromUri: string,
): ResolvedModule | undefined {
  const found = resolver.resolve(name, 0, programUri);
  return found ?? (fromUri === programUri ? undefined : resolver.resolve(name, 0, fromUri));
}

export class Modules {
  /** Modules of files by URI. */
  private readonly files = new Namespace<ModuleScope>();
  /** Modules by dotted name, as far as imports have asked for them. */
  private readonly byName = new Namespace<{ readonly module: ModuleValue }>();
  private readonly scopes = new WeakMap<ModuleValue, ModuleScope>();
  private readonly parsed = new Map<string, ParsedModule>();
  private programUri = '';

  constructor(
    private readonly interpreter: Interpreter,
    private readonly resolver: ModuleResolver | undefined,
  ) {}

  /** The scope of the program's own file. */
  main(uri: string): ModuleScope {
    this.programUri = uri;
    return this.scope(uri, '__main__', '', null, false);
  }

  /** The syntax of a file that imports have read. */
  source(uri: string): ParsedModule | undefined {
    return this.parsed.get(uri);
  }

  /** The syntax of a text that the program makes; undefined where there is nothing to read it with. */
  parse(text: string): ParsedModule | undefined {
    return this.resolver?.parseText?.(text);
  }

  /** Whether a file imports a compiled module by this name. */
  isCompiled(name: string, level: number): boolean {
    return this.resolver?.isCompiled?.(name, level, this.interpreter.frame.source.uri) ?? false;
  }

  /** A module that was imported under the name of another's attribute. */
  submodule(module: ModuleValue, name: string): Value | undefined {
    return this.byName.get(`${module.name}.${name}`)?.module;
  }

  unknownStar(module: ModuleValue): Reason | null {
    return this.scopes.get(module)?.unknownStar.value ?? null;
  }

  /** A module that has been imported. */
  loaded(name: string): ModuleValue | undefined {
    return this.byName.get(name)?.module;
  }

  /** A module by its absolute name, with the packages around it. */
  absolute(name: string): ModuleValue | UnknownValue {
    const known = this.byName.get(name);
    if (known) return known.module;
    const { interpreter } = this;
    const declared = interpreter.catalogue.module(name) ?? interpreter.standardLibrary.module(name);
    if (declared) return this.keep(name, declared);
    const dot = name.lastIndexOf('.');
    const parent = dot > 0 ? this.absolute(name.slice(0, dot)) : null;
    const again = this.byName.get(name);
    if (again) return again.module;
    const found = this.resolver && resolveAbsolute(this.resolver, name, this.programUri, interpreter.frame.source.uri);
    if (found) return this.within(parent, name, this.load(name, found));
    if (!parent) return this.notFound(name);
    if (isUnknownValue(parent)) return parent;
    const member = name.slice(dot + 1);
    const held = parent.namespace.get(member) ?? parent.library?.member(member);
    const attribute = held?.kind === 'unknown' ? held.present : held;
    return attribute?.kind === 'module' ? this.keep(name, attribute) : this.notFound(name);
  }

  /** A module of a package, as its attribute. A folder without `__init__` is a package without anything else. */
  private within(parent: ModuleValue | UnknownValue | null, name: string, module: ModuleValue): ModuleValue {
    const dot = name.lastIndexOf('.');
    let around = parent;
    if (around && isUnknownValue(around)) {
      const folder = name.slice(0, dot);
      around = this.within(
        folder.includes('.') ? this.absolute(folder.slice(0, folder.lastIndexOf('.'))) : null,
        folder,
        new ModuleValue(folder, new Namespace([['__name__', str(folder)]]), null),
      );
    }
    if (around && !around.library) around.namespace.set(this.interpreter.heap, name.slice(dot + 1), module);
    return this.keep(name, module);
  }

  /** A module relative to the one that is running. */
  relative(name: string, level: number): ModuleValue | UnknownValue {
    const { interpreter } = this;
    const { uri } = interpreter.frame.source;
    const packageName = parentPackage(interpreter.frame.environment.module.packageName, level - 1);
    const full = [packageName, name].filter((part) => part !== '').join('.');
    const known = this.byName.get(full);
    if (known && packageName !== '') return known.module;
    const parts = name.split('.');
    for (let i = 1; i < parts.length; i++) this.relative(parts.slice(0, i).join('.'), level);
    const found = this.resolver?.resolve(name, level, uri);
    if (!found) {
      // A package may be declared while modules in it are files (`keras.src`).
      const declared = interpreter.catalogue.module(full);
      return declared ? this.keep(full, declared) : this.notFound(`${'.'.repeat(level)}${name}`);
    }
    const module = this.load(full, found);
    if (full !== '') this.keep(full, module);
    const dot = full.lastIndexOf('.');
    const parent = dot > 0 ? this.byName.get(full.slice(0, dot))?.module : undefined;
    if (parent && !parent.library) {
      parent.namespace.set(interpreter.heap, full.slice(dot + 1), module);
    }
    return module;
  }

  private keep(name: string, module: ModuleValue): ModuleValue {
    this.byName.set(this.interpreter.heap, name, { module });
    return module;
  }

  private notFound(name: string): UnknownValue {
    return this.interpreter.unknown(`\`${name}\` is not found in the workspace`);
  }

  private scope(
    uri: string,
    name: string,
    packageName: string,
    isPackage: boolean | null,
    isLibrary: boolean,
  ): ModuleScope {
    const value = new ModuleValue(name, new Namespace<Value>(), null);
    const scope = new ModuleScope(uri, value, packageName, isLibrary);
    this.scopes.set(value, scope);
    value.namespace.declare('__name__', str(name));
    value.namespace.declare('__doc__', NONE);
    value.namespace.declare('__package__', isPackage === null ? NONE : str(packageName));
    value.namespace.declare('__file__', unknown({ text: '`__file__` depends on where the program is' }));
    if (isPackage) value.namespace.declare('__path__', new ListValue([], { text: 'paths are not followed' }));
    return scope;
  }

  private load(name: string, found: ResolvedModule): ModuleValue {
    const known = this.files.get(found.uri);
    if (known) return known.value;
    const { interpreter } = this;
    const dot = name.lastIndexOf('.');
    const packageName = found.isPackage ? name : dot > 0 ? name.slice(0, dot) : '';
    const scope = this.scope(found.uri, name, packageName, found.isPackage, found.isLibrary);
    this.parsed.set(found.uri, found.module);
    this.files.set(interpreter.heap, found.uri, scope);
    this.byName.set(interpreter.heap, name, { module: scope.value });
    this.run(scope, found.module);
    return scope.value;
  }

  /** Runs a module's body. What it raises goes to the import, as in Python, and the module is forgotten. */
  private run(scope: ModuleScope, module: ParsedModule): void {
    const { interpreter } = this;
    const { frame, node, overrides, returned } = interpreter;
    const environment = new Environment('module', null, null, scope, scope.value.namespace);
    interpreter.overrides = null;
    try {
      for (const item of module.items) {
        interpreter.frame = new Frame(
          environment,
          { uri: scope.uri, item, isLibrary: scope.isLibrary },
          null,
          null,
          null,
        );
        interpreter.node = item.statement;
        execute(interpreter, item.statement);
      }
    } catch (error) {
      if (error instanceof PythonError) {
        this.files.delete(interpreter.heap, scope.uri);
        this.byName.delete(interpreter.heap, scope.value.name);
      }
      throw error;
    } finally {
      interpreter.frame = frame;
      interpreter.node = node;
      interpreter.overrides = overrides;
      interpreter.returned = returned;
    }
  }
}

function parentPackage(name: string, levels: number): string {
  const parts = name.split('.');
  return levels <= 0 ? name : parts.slice(0, Math.max(parts.length - levels, 0)).join('.');
}

export function executeImport(interpreter: Interpreter, node: Import): void {
  for (const alias of node.names) {
    interpreter.node = node;
    const module = interpreter.modules.absolute(alias.name);
    if (isUnknownValue(module)) interpreter.mayRaise(module.reason, 'ModuleNotFoundError');
    if (alias.asname !== null) bindImported(interpreter, node, alias.asname, module);
    else {
      const root = alias.name.replace(/\..*/, '');
      bindImported(interpreter, node, root, root === alias.name ? module : interpreter.modules.absolute(root));
    }
  }
}

function bindImported(interpreter: Interpreter, node: Import | ImportFrom, name: string, value: Value): void {
  bindName(interpreter, name, value);
  recordBinding(interpreter, node, name, value);
}

export function executeImportFrom(interpreter: Interpreter, node: ImportFrom): void {
  const { modules } = interpreter;
  const module = node.level > 0 ? modules.relative(node.module, node.level) : modules.absolute(node.module);
  if (isUnknownValue(module)) {
    for (const alias of node.names) {
      if (alias.name === '*') {
        interpreter.mayRaise(module.reason, 'ModuleNotFoundError');
        interpreter.frame.environment.module.unknownStar.set(interpreter.heap, module.reason);
        continue;
      }
      // A folder without `__init__` has no names but those of its modules.
      const name = node.module === '' ? alias.name : `${node.module}.${alias.name}`;
      const inner = node.level > 0 ? modules.relative(name, node.level) : modules.absolute(name);
      if (isUnknownValue(inner)) interpreter.mayRaise(module.reason, 'ModuleNotFoundError');
      bindImported(interpreter, node, alias.asname ?? alias.name, isUnknownValue(inner) ? module : inner);
    }
    return;
  }
  for (const alias of node.names) {
    if (alias.name === '*') importStar(interpreter, module);
    else
      bindImported(interpreter, node, alias.asname ?? alias.name, importMember(interpreter, node, module, alias.name));
  }
}

/** A name of a module: its attribute, or else a module in that package. */
function importMember(interpreter: Interpreter, node: ImportFrom, module: ModuleValue, name: string): Value {
  const { modules } = interpreter;
  const own = module.namespace.get(name) ?? module.library?.member(name);
  // Where it is imported it is taken to be there.
  if (own?.kind === 'unknown' && own.present) return own.present;
  if (own !== undefined) return own;
  const dotted = node.level === 0 ? `${module.name}.${name}` : node.module === '' ? name : `${node.module}.${name}`;
  const inner = node.level > 0 ? modules.relative(dotted, node.level) : modules.absolute(dotted);
  if (!isUnknownValue(inner)) return inner;
  if (modules.isCompiled(dotted, node.level)) {
    return unknown(interpreter.because(`\`${module.name}.${name}\` is a compiled module`));
  }
  const attribute = findAttribute(interpreter, module, name);
  if (attribute !== undefined) {
    if (isUnknownValue(attribute)) interpreter.mayRaise(attribute.reason, 'ImportError');
    return attribute;
  }
  // Its text goes on with the place of the module's file.
  const text = interpreter.unknown(`cannot import name '${name}' from '${module.name}'`);
  return raiseWith('ImportError', [text], interpreter, { name: str(module.name) });
}

function importStar(interpreter: Interpreter, module: ModuleValue): void {
  const { heap } = interpreter;
  const { environment } = interpreter.frame;
  const target = environment.module.value.namespace;
  for (const name of starNames(interpreter, module)) {
    const value = getAttribute(interpreter, module, name) ?? interpreter.modules.absolute(`${module.name}.${name}`);
    target.set(heap, name, value);
  }
  const star = interpreter.modules.unknownStar(module);
  if (star) environment.module.unknownStar.set(heap, star);
  if (module.library && !module.library.complete) {
    environment.module.unknownStar.set(heap, interpreter.because(`it may come from \`from ${module.name} import *\``));
  }
}

function starNames(interpreter: Interpreter, module: ModuleValue): readonly string[] {
  const listed = module.namespace.get('__all__');
  if (listed) {
    const items = interpreter.items(listed);
    if ('kind' in items) {
      interpreter.frame.environment.module.unknownStar.set(interpreter.heap, items.reason);
    } else return items.flatMap((item) => (item.kind === 'str' ? [item.value] : []));
  }
  const names = [...module.namespace.names()];
  if (module.library) for (const name of module.library.names()) names.push(name);
  return names.filter((name) => !name.startsWith('_'));
}
