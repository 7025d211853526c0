/**
 * The interpreter: the state of a run, and Python's operations on it as the libraries see them.
 * What each statement and expression does stands in files of their own.
 */
import type { Catalogue } from '../catalogue/catalogue';
import type { Expression, Node } from '../python/ast';
import { type Place, type Reason, reason } from '../shapes/reason';
import { type Arguments, args } from '../values/arguments';
import {
  type Generation,
  type LibraryState,
  type ObservedCall,
  PythonError,
  type Refusal,
  type StateKey,
} from '../values/context';
import { Heap, Namespace } from '../values/heap';
import type { TensorValue } from '../values/tensor';
import {
  ClassValue,
  type DictEntry,
  DictValue,
  type FunctionValue,
  InstanceValue,
  isUnknownValue,
  type ModuleValue,
  NONE,
  OBJECT,
  type UnknownValue,
  unknown,
  unknownAmong,
  type Value,
} from '../values/value';
import { outlives } from '../values/watch';
import { onEach, perhaps, unknownItem, useUp } from './aliases';
import {
  bindMember,
  deleteAttribute,
  deletePlainAttribute,
  findAttribute,
  plainAttribute,
  setAttribute,
  setPlainAttribute,
} from './attributes';
import { Budget, type Clock, LIMITS, type Limits, LoopBound } from './budget';
import { ExceptionState, tracebackClass } from './builtins/exception-state';
import { subscript } from './builtins/operations';
import {
  builtinClass,
  builtinNames,
  classOfBuiltin,
  equalValues,
  hashKey,
  itemsOf,
  makeException,
  reprOf,
  strOf,
  truthOf,
} from './builtins/registry';
import { callMethod, typeName } from './builtins/special';
import { call, instantiate } from './calls';
import { type ClassOptions, docstringOf, makeClass } from './classes';
import type { InterpreterContext } from './context';
import { Definitions } from './definitions';
import { Environment } from './environment';
import { evaluateText, executeText, type TextNames } from './evaluate-text';
import { type Catcher, catching, exceptionOf, mayRaise, raiseUnworded } from './exceptions';
import { Frame } from './frame';
import { annotationsOf, codeOf } from './functions';
import { type ModuleResolver, Modules } from './imports';
import { closure, globalDict, localDict } from './local-names';
import { repeatedly } from './loops';
import { placeAt, recordModel, recordObservation, recordRefusal } from './observations';
import type { PendingPath } from './paths';
import { Records } from './records';
import { createStandardLibrary, type StandardLibrary } from './stdlib/library';
import { raisesOtherwise, STANDARD_SCHEME } from './stdlib/sources';
import type { ContextFrame, Site } from './trace';

export interface InterpreterOptions {
  readonly uri: string;
  readonly catalogue: Catalogue;
  readonly generation: Generation;
  readonly generationIsSure?: boolean | undefined;
  readonly resolver?: ModuleResolver | undefined;
  readonly limits?: Limits | undefined;
  readonly clock?: Clock | undefined;
}

/** What an exception needs to be reported, if nothing catches it. */
export interface Origin {
  readonly site: Site;
  readonly context: readonly ContextFrame[];
  readonly certain: boolean;
  readonly call: Partial<ObservedCall> | null;
  /** Whether the code that raised is a library's. */
  readonly isLibrary: boolean;
}

/** Where a run of Python ends before its text does. */
export interface Ending {
  readonly reason: Reason;
  /** The exception is one that may also come of what we do not follow: a name or an attribute that we lack. */
  readonly isDoubtful: boolean;
}

/** What it takes to raise an exception, with its traceback and what it is chained to. */
const STEPS_OF_RAISE = 4;

export class Interpreter implements InterpreterContext {
  readonly heap = new Heap();
  readonly records = new Records();
  readonly definitions: Definitions;
  readonly catalogue: Catalogue;
  readonly generation: Generation;
  readonly generationIsSure: boolean;
  readonly standardLibrary: StandardLibrary;
  readonly modules: Modules;
  readonly budget: Budget;
  readonly state: LibraryState;
  /** The environment of the program's own file. */
  readonly main: Environment;

  /** The block now running. */
  frame: Frame;
  /** The node whose operation is now performed. */
  node: Node;
  /** What `return` gave, where a block has just ended with it. */
  returned: Value = NONE;
  /** Above 0 where what happens may not happen when the program runs. */
  doubt = 0;
  /** Nested calls. */
  depth = 0;
  /** Calls are followed up to this depth. */
  deepest: number;
  /** Top-level `if`s around the statement whose condition is not known. */
  branches = 0;
  /** Set where the statement that runs raises what nothing catches: a run of Python ends there. */
  ending: Ending | null = null;
  /** Whether a top-level statement is run as Python runs it, all of it or up to where it raises. */
  runsWhole = false;
  /** Steps that one loop may take turn by turn. */
  loopSteps: number;
  /** The innermost call of each function that is running. */
  readonly active = new Map<Node, Frame>();
  /** Paths that wait to meet others. */
  readonly pending: PendingPath[] = [];
  /** Who would catch exceptions, the innermost last. */
  readonly catchers: Catcher[] = [];
  /** Values of expressions that were evaluated before a generator was suspended among them. */
  overrides: ReadonlyMap<Expression, Value> | null = null;
  /** What a generator yields, while its whole body is only looked at. */
  yielding: { readonly frame: Frame; readonly values: Value[] } | null = null;
  /** The expression that made an instance. It never changes, so it needs no heap. */
  readonly constructions = new WeakMap<InstanceValue, Site>();
  /** Models that a library has made and not yet given to the program. */
  readonly hiddenModels = new WeakSet<InstanceValue>();
  readonly origins = new WeakMap<PythonError, Origin>();
  private readonly ofTensors = new WeakMap<TensorValue, Namespace<Value>>();
  private readonly libraryStates = new Map<object, object>();

  constructor(options: InterpreterOptions) {
    this.catalogue = options.catalogue;
    this.generation = options.generation;
    this.generationIsSure = options.generationIsSure ?? false;
    this.standardLibrary = createStandardLibrary();
    this.definitions = new Definitions(options.uri);
    this.budget = new Budget(options.limits ?? LIMITS, options.clock);
    this.loopSteps = this.budget.limits.loop;
    this.deepest = this.budget.limits.depth;
    this.modules = new Modules(this, options.resolver);
    const scope = this.modules.main(options.uri);
    this.main = new Environment('module', null, null, scope, scope.value.namespace);
    const statement: Node = { kind: 'Pass', start: 0, end: 0 };
    const item = { start: 0, length: 0, text: '', statement, cell: 0 };
    this.node = statement;
    this.frame = new Frame(this.main, { uri: options.uri, item, isLibrary: false }, null, null, null);
    const states = this.libraryStates;
    this.state = {
      get<T extends object>(key: StateKey<T>): T {
        const known = states.get(key) as T | undefined;
        if (known) return known;
        const made = outlives(() => key.create());
        states.set(key, made);
        return made;
      },
    };
  }

  // -------------------------------------------------------------- where and why

  get place(): Place {
    return placeAt(this.frame.source, this.node);
  }

  get certain(): boolean {
    return this.doubt === 0 && this.pending.length === 0;
  }

  get caught(): boolean {
    return this.catchers.length > 0;
  }

  /** Whether what happens now is on a path that may not be taken, whoever calls the function that is entered. */
  get avoidable(): boolean {
    return this.doubt > (this.records.takenBack ? 1 : 0) || this.pending.length > 0;
  }

  because(text: string, because?: Reason): Reason {
    return reason(text, because, this.place);
  }

  unknown(text: string, because?: Reason): UnknownValue {
    return unknown(this.because(text, because));
  }

  spend(steps: number): void {
    if (this.budget.spend(steps)) this.budget.exceed(this.because('it takes too long to follow'));
  }

  taking(): () => void {
    const { budget, loopSteps } = this;
    // A generator is given up before.
    const bound = new LoopBound(budget, 1.25 * loopSteps, budget.limits.longTurns, null);
    return () => {
      this.spend(1);
      if (bound.reached()) budget.exceed(this.because('it takes too long to follow'));
    };
  }

  // -------------------------------------------------------------- calls and classes

  call(callee: Value, given: Arguments): Value {
    return call(this, callee, given);
  }

  instantiate(cls: ClassValue, given: Arguments): Value {
    return instantiate(this, cls, given);
  }

  newInstance(cls: ClassValue): InstanceValue {
    return new InstanceValue(this.heap.identity(), cls);
  }

  makeClass(
    name: string,
    bases: readonly Value[],
    members: Iterable<readonly [string, Value]>,
    options: ClassOptions = {},
  ): ClassValue {
    return makeClass(this, name, bases, members, options);
  }

  builtin(name: string): ClassValue {
    return builtinClass(name);
  }

  builtinName(name: string): Value | undefined {
    return builtinNames.get(name);
  }

  classOf(value: Value): ClassValue | UnknownValue {
    switch (value.kind) {
      case 'instance':
        return value.cls;
      case 'unknown':
        return value;
      case 'tensor':
        return this.catalogue.tensorClass(value);
      default:
        return classOfBuiltin(value);
    }
  }

  classAsked(value: Value): ClassValue | UnknownValue {
    const own = this.classOf(value);
    if (value.kind !== 'tensor' || this.isScalarOf(value, OBJECT) === undefined || isUnknownValue(own)) return own;
    const why = this.because('whether it is an array or a single number is not followed');
    const scalar = this.catalogue.scalarClass(value);
    return scalar ? unknownAmong(why, [own, scalar]) : unknown(why);
  }

  isScalarOf(value: Value, cls: ClassValue): boolean | null | undefined {
    return value.kind === 'tensor' ? this.catalogue.isScalarOf(value, cls) : undefined;
  }

  annotations(value: FunctionValue): Value {
    return annotationsOf(this, value);
  }

  moduleNameOf(value: FunctionValue): Value {
    return codeOf(value).environment.module.value.namespace.get('__name__') ?? this.unknown('its module is not known');
  }

  isStandard(value: FunctionValue): boolean {
    return codeOf(value).environment.module.uri.startsWith(STANDARD_SCHEME);
  }

  isGenerator(value: FunctionValue): boolean {
    return codeOf(value).node.scope.isGenerator;
  }

  closureOf(value: FunctionValue) {
    const { node, environment } = codeOf(value);
    return closure(node, environment);
  }

  globalsOf(value: FunctionValue): DictValue {
    return globalDict(codeOf(value).environment);
  }

  namespaceOf(module: string): Namespace<Value> | undefined {
    for (let frame: Frame | null = this.frame; frame; frame = frame.parent) {
      const { namespace } = frame.environment.module.value;
      const own = namespace.get('__name__');
      if (own?.kind === 'str' && own.value === module) return namespace;
    }
    return this.modules.loaded(module)?.namespace;
  }

  bindsParametersOnly(value: FunctionValue): boolean {
    return codeOf(value).node.scope.locals.size === value.signature.parameters.length;
  }

  docstring(value: FunctionValue | ClassValue): string | null {
    return docstringOf(value);
  }

  /** Calls a special method, looked up on the class; undefined where it has none. */
  callSpecial(value: Value, name: string, given: readonly Value[]): Value | undefined {
    return callMethod(value, name, given, this);
  }

  // -------------------------------------------------------------- attributes

  attribute(value: Value, name: string): Value | undefined {
    return findAttribute(this, value, name);
  }

  setAttribute(value: Value, name: string, content: Value): void {
    setAttribute(this, value, name, content);
  }

  deleteAttribute(value: Value, name: string): void {
    deleteAttribute(this, value, name);
  }

  plainAttribute(value: Value, name: string): Value | undefined {
    return plainAttribute(this, value, name);
  }

  setPlainAttribute(value: Value, name: string, content: Value): void {
    setPlainAttribute(this, value, name, content);
  }

  deletePlainAttribute(value: Value, name: string): void {
    deletePlainAttribute(this, value, name);
  }

  boundMember(member: Value, self: Value, cls: ClassValue): Value {
    return bindMember(this, member, self, cls);
  }

  /** Attributes that a program has set on a tensor. */
  tensorAttributes(tensor: TensorValue): Namespace<Value> {
    let own = this.ofTensors.get(tensor);
    if (!own) {
      own = outlives(() => new Namespace<Value>());
      this.ofTensors.set(tensor, own);
    }
    return own;
  }

  // -------------------------------------------------------------- protocols

  items(value: Value): readonly Value[] | UnknownValue {
    if (value.kind === 'tuple' && !value.cls) return value.items;
    return itemsOf(value, this);
  }

  /** The entries of a mapping, for `**`. Throws TypeError for what is none. */
  entries(value: Value): Iterable<readonly [string, DictEntry]> | UnknownValue {
    if (isUnknownValue(value)) return value;
    if (value instanceof DictValue) return value.uncertain ? unknown(value.uncertain) : [...value.entries];
    const keys = this.attribute(value, 'keys');
    if (keys === undefined) {
      return this.raise('TypeError', `'${typeName(value, this)}' object is not a mapping`);
    }
    const names = this.items(this.call(keys, args()));
    if ('kind' in names) return names;
    const entries: [string, DictEntry][] = [];
    for (const key of names) {
      const hash = this.hash(key);
      if (hash === null) return isUnknownValue(key) ? key : this.unknown('a key is not known');
      entries.push([hash, { key, value: this.subscript(value, key) }]);
    }
    return entries;
  }

  truth(value: Value): boolean | UnknownValue {
    switch (value.kind) {
      case 'bool':
        return value.value;
      case 'None':
        return false;
      case 'int':
        return value.value !== 0;
      case 'str':
        return value.value.length > 0;
      case 'unknown':
        return value;
      default:
        return truthOf(value, this);
    }
  }

  equal(a: Value, b: Value): boolean | UnknownValue {
    return equalValues(a, b, this);
  }

  str(value: Value): string | null {
    const text = strOf(value, this);
    return typeof text === 'string' ? text : null;
  }

  repr(value: Value): string | null {
    const text = reprOf(value, this);
    return typeof text === 'string' ? text : null;
  }

  hash(value: Value): string | null {
    const key = hashKey(value, this);
    return typeof key === 'string' ? key : null;
  }

  subscript(value: Value, key: Value): Value {
    return subscript(value, key, this);
  }

  // -------------------------------------------------------------- names and modules

  importModule(name: string): ModuleValue | UnknownValue {
    return this.modules.absolute(name);
  }

  localDict(): DictValue {
    return localDict(this.frame.environment);
  }

  globalDict(): DictValue {
    return globalDict(this.frame.environment);
  }

  callerName(): Value | undefined {
    let frame: Frame | null = this.frame;
    while (frame?.parent && frame.source.uri.startsWith(STANDARD_SCHEME)) frame = frame.parent;
    return frame?.environment.module.value.namespace.get('__name__');
  }

  // -------------------------------------------------------------- exceptions and refusals

  raise(exception: string, message: string): never {
    return this.throwInstance(makeException(builtinClass(exception), message, this));
  }

  throwInstance(exception: Value): never {
    const type = exception.kind === 'instance' ? exception.cls.name : '';
    const isOfArguments = type === 'TypeError' || type === 'AttributeError';
    if (isOfArguments && raisesOtherwise(this.frame.environment.module.uri)) raiseUnworded(this);
    throw this.originate(new PythonError(exceptionOf(this, exception), null, this.place), null);
  }

  /** The exception being handled where the run now is. */
  get handled(): PythonError | null {
    for (let frame: Frame | null = this.frame; frame; frame = frame.parent) {
      const current = frame.handling[frame.handling.length - 1];
      if (current) return current;
    }
    return null;
  }

  /** Notes where an exception is raised, for those who report it. */
  originate(error: PythonError, about: Partial<ObservedCall> | null): PythonError {
    this.spend(STEPS_OF_RAISE);
    const handled = this.handled?.exception;
    const { payload } = error.exception;
    if (payload instanceof ExceptionState && payload.traceback.value === NONE) {
      payload.traceback.set(this.heap, this.newInstance(tracebackClass));
    }
    if (handled && handled !== error.exception && payload instanceof ExceptionState) {
      breakChain(this.heap, handled, error.exception);
      payload.context.set(this.heap, handled);
    }
    const site = this.frame.ownSite(this.node);
    const { isLibrary } = this.frame.source;
    if (site)
      this.origins.set(error, { site, context: this.frame.context, certain: this.certain, call: about, isLibrary });
    return error;
  }

  refuse(refusal: Refusal, fallback: Value, about: Partial<ObservedCall> | null = null): Value {
    const cls = exceptionClass(refusal.exception);
    if (catching(this, cls)) {
      throw this.originate(new PythonError(makeException(cls, refusal.message, this), refusal, this.place), about);
    }
    recordRefusal(this, refusal, about);
    return fallback;
  }

  attempt<T>(run: () => T): { readonly value: T } | { readonly error: PythonError } {
    const { frame, node, overrides, catchers, doubt, depth } = this;
    const height = catchers.length;
    const waiting = this.pending.length;
    catchers.push({ kind: 'attempt', types: null, escapes: 0 });
    try {
      return { value: run() };
    } catch (error) {
      if (!(error instanceof PythonError)) throw error;
      this.pending.length = Math.min(this.pending.length, waiting);
      this.doubt = doubt;
      this.depth = depth;
      return { error };
    } finally {
      catchers.length = height;
      this.frame = frame;
      this.node = node;
      this.overrides = overrides;
    }
  }

  aside<T>(run: () => T): { readonly value: T } | { readonly error: PythonError } {
    const base = this.heap.checkpoint();
    this.doubt += 1;
    try {
      return this.attempt(run);
    } finally {
      this.doubt -= 1;
      this.heap.rollback(base);
    }
  }

  mayRaise(why: Reason, as: string | null = null): void {
    if (this.catchers.length > 0) mayRaise(this, why, as);
  }

  onEach(value: UnknownValue, act: (object: Value) => Value): Value {
    return onEach(this, value, act);
  }

  evaluateText(text: string, names: TextNames | null): Value {
    return evaluateText(this, text, names);
  }

  executeText(text: string, names: TextNames | null): Value {
    return executeText(this, text, names);
  }

  perhaps(act: () => void, why: Reason): void {
    perhaps(this, act, why);
  }

  useUp(values: Iterable<Value>, why: Reason): void {
    useUp(this, values, why);
  }

  unknownItem(value: UnknownValue): UnknownValue {
    return unknownItem(this, value);
  }

  often(run: () => void, why: Reason): void {
    repeatedly(this, run, why);
  }

  // -------------------------------------------------------------- records

  observe(observed: ObservedCall): void {
    if (this.unobservedDepth === 0) recordObservation(this, observed);
  }

  private unobservedDepth = 0;

  unobserved<T>(run: () => T): T {
    this.unobservedDepth++;
    try {
      return run();
    } finally {
      this.unobservedDepth--;
    }
  }

  recordModel(instance: InstanceValue): void {
    recordModel(this, instance);
  }

  event(type: string, facts: Readonly<Record<string, unknown>>): void {
    const site = this.frame.ownSite(this.node);
    if (!site) return;
    this.records.events.push({
      type,
      site,
      assumed: !this.certain,
      context: this.frame.context,
      facts,
    });
  }

  constructedAt(instance: InstanceValue): Place | null {
    return this.constructions.get(instance)?.place ?? null;
  }
}

/** The class of a library's exception: a built-in one, or one of its own that derives from Exception. */
function exceptionClass(name: string): ClassValue {
  const known = builtinNames.get(name);
  if (known instanceof ClassValue) return known;
  return new ClassValue(0, name, 'library', [builtinClass('Exception')], []);
}

/** No exception is its own context: where it is in what was being handled already, that chain ends before it. */
function breakChain(heap: Heap, handled: InstanceValue, raised: InstanceValue): void {
  const seen = new Set<Value>();
  for (let one: Value = handled; one instanceof InstanceValue && !seen.has(one); ) {
    seen.add(one);
    if (!(one.payload instanceof ExceptionState)) return;
    const next: Value = one.payload.context.value;
    if (next === raised) one.payload.context.set(heap, NONE);
    one = next;
  }
}
