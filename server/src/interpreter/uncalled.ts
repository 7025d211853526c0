/**
 * Functions that nobody calls are entered with their defaults, so that what they would build shows
 * while they are written. Everything found that way is assumed, and everything done is taken back.
 */
import type { FunctionDef, Lambda, Node } from '../python/ast';
import { forEachChild } from '../python/walk';
import { reason } from '../shapes/reason';
import type { Arguments } from '../values/arguments';
import { PythonError } from '../values/context';
import { type ClassValue, type FunctionValue, InstanceValue, unknown, type Value } from '../values/value';
import { BudgetExceeded, type Slice } from './budget';
import type { FirstInstances } from './definitions';
import { type Differences, effectsOf } from './effects';
import { Frame } from './frame';
import { codeOf } from './functions';
import type { Interpreter } from './interpreter';
import { nesting } from './nesting';
import { recordUncaught } from './observations';
import type { Ran, RunIndex } from './ran';
import type { InternalErrorHook } from './top-level';

/** At most so many are entered: those defined by entering others count too. */
const MOST = 2000;

/** The order of the first: there are fewer statements. */
const BEHIND_STATEMENTS = 2 ** 30;

type Code = FunctionDef | Lambda;

/** A function that was entered, with those that entering it has defined. Its writes were taken back. */
interface Entered extends Ran {
  readonly value: FunctionValue;
  /** How many functions were entered in all. */
  readonly count: number;
  /** What it was told of the rest of the run: which functions are called, and the instances that are there. */
  readonly calls: ReadonlyMap<Code, boolean>;
  readonly instances: ReadonlyMap<ClassValue, InstanceValue | undefined>;
}

/** What entering the functions has found. */
class Findings {
  readonly entered = new Map<FunctionValue, Entered>();
  readonly byReader = new Map<number, Entered>();
  /** What those that were entered have called. */
  readonly called = new Set<Code>();
  /** What all of them were told of the rest of the run. */
  readonly calls = new Map<Code, boolean>();
  readonly instances = new Map<ClassValue, InstanceValue | undefined>();
  /** How many functions may be entered yet. */
  left = MOST;
  /** Steps that were spent on them. */
  steps = 0;
  /** False where some were left out that would have had to run. */
  isWhole = true;

  keep(now: Entered): void {
    this.left -= now.count;
    this.entered.set(now.value, now);
    this.byReader.set(now.reader, now);
    for (const one of now.logs.called) if (!('cls' in one)) this.called.add(one);
    for (const [node, called] of now.calls) this.calls.set(node, called);
    for (const [cls, instance] of now.instances) this.instances.set(cls, instance);
  }
}

/** The functions that nobody calls, at the end of a run. */
export class Uncalled {
  /** Those of the program's own functions that no statement calls, as they were defined. */
  private functions: readonly FunctionValue[] = [];
  private found = new Findings();
  /** The run's steps when the first was entered. */
  private start = 0;
  /** What the one that is being entered is told of the rest of the run. */
  private calls = new Map<Code, boolean>();
  private instances = new Map<ClassValue, InstanceValue | undefined>();
  private readonly firstInstances: FirstInstances;

  constructor(
    private readonly interpreter: Interpreter,
    private readonly index: RunIndex,
    private readonly mentions: Mentions,
    private readonly onInternalError: InternalErrorHook,
  ) {
    this.firstInstances = interpreter.definitions.firstInstances();
  }

  /** What entering each has told, in order. */
  get runs(): Ran[] {
    return [...this.found.entered.values()];
  }

  /**
   * Enters those that the statements of a run have defined. What `before` has found in the run before
   * stands where nothing that it looked at is different.
   */
  follow(before: Uncalled | null, differences: Differences, slice: Slice): void {
    const { definitions, budget } = this.interpreter;
    this.start = budget.steps;
    this.functions = definitions.uncalledFunctions;
    const turned = definitions.takeTurned();
    if (before && this.standsAsWhole(before, turned, differences)) {
      this.found = before.found;
      budget.steps += this.found.steps;
      return;
    }
    const { found } = this;
    this.mentions.follow(this.functions);
    for (const value of callersFirst(this.functions, this.mentions)) {
      if (found.called.has(codeOf(value).node)) continue;
      if (found.left <= 0) break;
      const was = before?.found.entered.get(value);
      const stands = was && !differences.touches(was) && this.stands(was);
      if (!stands && !slice.mayRun()) {
        found.isWhole = false;
        continue;
      }
      const now = stands ? this.repeat(was) : this.run(value);
      if (now.logs !== was?.logs) this.index.add(now);
      found.keep(now);
    }
    if (before) this.drop(before);
    found.steps = this.spent;
    this.number();
  }

  /** Takes the place of others, which `follow` has put in place of these. */
  standInPlaceOf(others: Uncalled): void {
    if (others.found === this.found) return;
    for (const [value, was] of this.found.entered) {
      if (others.found.entered.get(value)?.logs !== was.logs) this.index.add(was);
    }
    this.drop(others);
    this.number();
  }

  /** Others are not told of any more, as far as these do not have the same. */
  private drop(others: Uncalled): void {
    for (const [value, was] of others.found.entered) {
      if (this.found.entered.get(value)?.logs !== was.logs) this.index.remove(was);
    }
  }

  /** What they have told comes behind all that the statements have. */
  private number(): void {
    let order = BEHIND_STATEMENTS;
    for (const { logs } of this.found.entered.values()) logs.order = order++;
  }

  private get spent(): number {
    return this.interpreter.budget.steps - this.start;
  }

  /** Whether all that was found before stands, without a look at each. */
  private standsAsWhole(before: Uncalled, turned: ReadonlySet<Code>, differences: Differences): boolean {
    const { functions, firstInstances } = this;
    const { isWhole, calls, instances, byReader } = before.found;
    if (!isWhole || !isSameList(before.functions, functions)) return false;
    for (const node of turned) if (calls.has(node)) return false;
    for (const [cls, instance] of instances) if (firstInstances.of(cls) !== instance) return false;
    return !differences.touchesAny(byReader);
  }

  private stands(was: Entered): boolean {
    const { count, calls, instances } = was;
    if (count > this.found.left || !this.interpreter.budget.allowsUncalled(was, this.spent)) return false;
    for (const [node, called] of calls) if (this.isCalledElsewhere(node) !== called) return false;
    for (const [cls, instance] of instances) if (this.firstInstances.of(cls) !== instance) return false;
    return true;
  }

  private repeat(was: Entered): Entered {
    this.interpreter.budget.steps += was.steps;
    return was;
  }

  private run(value: FunctionValue): Entered {
    const { interpreter } = this;
    const { heap, records, budget } = interpreter;
    const start = this.spent;
    const calls = new Map<Code, boolean>();
    const instances = new Map<ClassValue, InstanceValue | undefined>();
    this.calls = calls;
    this.instances = instances;
    budget.cut = null;
    interpreter.doubt += 1;
    records.takenBack = true;
    const allowance = { left: this.found.left };
    const { reads, reader } = effectsOf(heap, () => {
      const base = heap.checkpoint();
      try {
        this.enterWithInner(value, allowance);
      } finally {
        records.takenBack = false;
        interpreter.doubt -= 1;
        heap.rollback(base);
      }
    });
    const count = this.found.left - allowance.left;
    const steps = this.spent - start;
    return { value, reads, reader, count, calls, instances, logs: records.cut(), start, steps, cut: budget.cut };
  }

  private enterWithInner(value: FunctionValue, allowance: { left: number }): void {
    const { heap, records, definitions } = this.interpreter;
    allowance.left -= 1;
    const base = heap.checkpoint();
    const defined = records.functions.length;
    this.enter(value);
    const inners = records.functions
      .slice(defined)
      .filter((inner) => definitions.isOwn(inner) && !this.isCalled(inner));
    const mentions = new Mentions();
    mentions.follow(inners);
    for (const inner of callersFirst(inners, mentions)) {
      if (this.isCalled(inner)) continue;
      if (allowance.left <= 0) break;
      this.enterWithInner(inner, allowance);
    }
    heap.rollback(base);
  }

  /** Whether a function is called. What is asked of functions that the run before may have told otherwise is noted. */
  private isCalled(value: FunctionValue): boolean {
    const { node } = codeOf(value);
    const isCalledElsewhere = this.isCalledElsewhere(node);
    if (!this.calls.has(node)) this.calls.set(node, isCalledElsewhere);
    return isCalledElsewhere || this.interpreter.records.hasEntered(node);
  }

  /** Whether a statement calls a function, or one that was entered before. */
  private isCalledElsewhere(node: Code): boolean {
    return this.interpreter.definitions.isCalled(node) || this.found.called.has(node);
  }

  private enter(value: FunctionValue): void {
    const { interpreter } = this;
    const { node, source } = codeOf(value);
    const { depth, doubt } = interpreter;
    const restore = (): void => {
      Object.assign(interpreter, { depth, doubt, overrides: null });
      interpreter.loopSteps = interpreter.budget.limits.loop;
      interpreter.pending.length = 0;
      interpreter.catchers.length = 0;
      interpreter.active.clear();
    };
    interpreter.budget.startUncalled(this.spent);
    try {
      nesting(interpreter, restore, () => {
        interpreter.frame = new Frame(interpreter.main, source, null, null, null);
        interpreter.node = node;
        interpreter.loopSteps = interpreter.budget.limits.uncalledLoop;
        const owner = interpreter.records.ownerOf(value);
        const given = assumedArguments(value, owner ? this.selfFor(owner) : null);
        interpreter.node = node;
        interpreter.call(value, given);
      });
    } catch (error) {
      if (error instanceof PythonError) {
        interpreter.frame = new Frame(interpreter.main, source, null, null, null);
        interpreter.node = node;
        recordUncaught(interpreter, error, null);
      } else if (!(error instanceof BudgetExceeded) && !(error instanceof RangeError)) {
        this.onInternalError(error, source.item);
      }
    } finally {
      restore();
    }
  }

  /** An instance that the program has made of a class, or one made for this. */
  private selfFor(cls: ClassValue): Value {
    const { interpreter } = this;
    const made = this.firstInstances.of(cls);
    this.instances.set(cls, made);
    if (made) return made;
    const initialize = cls.lookup('__init__');
    const given: Arguments =
      initialize?.kind === 'function'
        ? assumedArguments(initialize, cls)
        : { positional: [], keywords: new Map(), uncertain: null };
    const positional = initialize?.kind === 'function' ? given.positional.slice(1) : given.positional;
    const result = interpreter.attempt(() => interpreter.instantiate(cls, { ...given, positional }));
    if ('value' in result && result.value instanceof InstanceValue) return result.value;
    return unknown(reason(`an instance of \`${cls.name}\` could not be made without arguments`));
  }
}

/** Functions that none of the others mentions first, for they may call the rest. */
function callersFirst(functions: readonly FunctionValue[], mentions: Mentions): FunctionValue[] {
  const [first, rest]: [FunctionValue[], FunctionValue[]] = [[], []];
  for (const value of functions) (mentions.isMentioned(value) ? rest : first).push(value);
  return [...first, ...rest];
}

function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a === b || (a.length === b.length && a.every((one, i) => one === b[i]));
}

/** How many of some functions mention each name. */
export class Mentions {
  private functions: ReadonlySet<FunctionValue> = new Set();
  private readonly counts = new Map<string, number>();

  /** Counts those of other functions: the cost is of those that come and go. */
  follow(functions: readonly FunctionValue[]): void {
    const now = new Set(functions);
    for (const value of this.functions) if (!now.has(value)) this.count(value, -1);
    for (const value of now) if (!this.functions.has(value)) this.count(value, 1);
    this.functions = now;
  }

  /** Whether another one of the functions mentions the name of one. */
  isMentioned(value: FunctionValue): boolean {
    const byItself = namesIn(codeOf(value).node).has(value.name) ? 1 : 0;
    return (this.counts.get(value.name) ?? 0) > byItself;
  }

  private count(value: FunctionValue, by: number): void {
    for (const name of namesIn(codeOf(value).node)) {
      const count = (this.counts.get(name) ?? 0) + by;
      if (count > 0) this.counts.set(name, count);
      else this.counts.delete(name);
    }
  }
}

const names = new WeakMap<Node, ReadonlySet<string>>();

/** Names and attributes that a function's text mentions. */
function namesIn(node: Node): ReadonlySet<string> {
  const known = names.get(node);
  if (known) return known;
  const found = new Set<string>();
  const visit = (inner: Node): void => {
    if (inner.kind === 'Name') found.add(inner.id);
    else if (inner.kind === 'Attribute') found.add(inner.attr);
    forEachChild(inner, visit);
  };
  visit(node);
  names.set(node, found);
  return found;
}

/** Parameters without a default are not known. */
function assumedArguments(value: FunctionValue, self: Value | null): Arguments {
  const positional: Value[] = [];
  const keywords = new Map<string, Value>();
  for (const parameter of value.signature.parameters) {
    const { kind, name } = parameter;
    if (positional.length === 0 && self && (kind === 'positional' || kind === 'positional-only')) positional.push(self);
    else if (parameter.default !== null) continue;
    else if (kind === 'positional' || kind === 'positional-only') positional.push(argument(name, value));
    else if (kind === 'keyword-only') keywords.set(name, argument(name, value));
  }
  return { positional, keywords, uncertain: null };
}

function argument(name: string, value: FunctionValue): Value {
  return unknown(reason(`\`${name}\` is a parameter of \`${value.name}\`, which nothing calls`));
}
