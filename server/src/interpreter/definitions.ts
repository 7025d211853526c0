/**
 * What the statements of a run define, call and make, kept while runs follow each other: which functions nobody calls, and
 * the first instance of each class.
 */
import type { FunctionDef, Lambda } from '../python/ast';
import type { ClassValue, FunctionValue, InstanceValue } from '../values/value';
import { codeOf } from './functions';
import type { Logs } from './records';

type Code = FunctionDef | Lambda;

export class Definitions {
  /** How many statements have entered a function. */
  private readonly calls = new Map<Code, number>();
  /** The functions of the program's own text, and the statements that have defined them. */
  private readonly byCode = new Map<Code, Set<FunctionValue>>();
  private readonly definedBy = new Map<FunctionValue, Logs>();
  private readonly uncalled = new Set<FunctionValue>();
  private inOrder: readonly FunctionValue[] | null = null;
  /** Statements that have made instances of the program's own classes. */
  private readonly makers = new Set<Logs>();
  private turned = new Set<Code>();

  /** `uri` is the program's: functions of other files are not its own. */
  constructor(private readonly uri: string) {}

  /** What a statement has told counts from here on. */
  add(logs: Logs): void {
    for (const value of logs.functions) {
      if (!this.isOwn(value)) continue;
      const { node } = codeOf(value);
      const there = this.byCode.get(node);
      if (there) there.add(value);
      else this.byCode.set(node, new Set([value]));
      this.definedBy.set(value, logs);
      if (!this.calls.has(node)) this.setUncalled(value, true);
    }
    for (const one of logs.called) {
      if ('cls' in one) this.makers.add(logs);
      else {
        const count = this.calls.get(one) ?? 0;
        this.calls.set(one, count + 1);
        if (count === 0) this.turn(one);
      }
    }
  }

  /** It does not count any more. */
  remove(logs: Logs): void {
    this.makers.delete(logs);
    for (const one of logs.called) {
      if ('cls' in one) continue;
      const count = (this.calls.get(one) ?? 0) - 1;
      if (count > 0) this.calls.set(one, count);
      else if (this.calls.delete(one)) this.turn(one);
    }
    for (const value of logs.functions) {
      if (!this.definedBy.delete(value)) continue;
      const { node } = codeOf(value);
      const there = this.byCode.get(node);
      if (there?.delete(value) && there.size === 0) this.byCode.delete(node);
      this.setUncalled(value, false);
    }
  }

  /** Whether a function is of the program's own text. */
  isOwn(value: FunctionValue): boolean {
    return codeOf(value).source.uri === this.uri;
  }

  /** Whether a statement has entered a function. */
  isCalled(node: Code): boolean {
    return this.calls.has(node);
  }

  /** The program's own functions that no statement calls, in the order in which they were defined. */
  get uncalledFunctions(): readonly FunctionValue[] {
    this.inOrder ??= [...this.uncalled]
      .map((value) => ({ value, logs: this.definedBy.get(value) as Logs }))
      .sort(
        (a, b) => a.logs.order - b.logs.order || a.logs.functions.indexOf(a.value) - b.logs.functions.indexOf(b.value),
      )
      .map(({ value }) => value);
    return this.inOrder;
  }

  /** The functions that were not called before and are now, or the other way round, since this was asked last. */
  takeTurned(): ReadonlySet<Code> {
    const { turned } = this;
    if (turned.size > 0) this.turned = new Set();
    return turned;
  }

  /** The first instances of all classes, as things are when one is asked for first. */
  firstInstances(): FirstInstances {
    return new FirstInstances(this.makers);
  }

  private turn(node: Code): void {
    this.turned.add(node);
    const isUncalled = !this.calls.has(node);
    for (const value of this.byCode.get(node) ?? []) this.setUncalled(value, isUncalled);
  }

  private setUncalled(value: FunctionValue, isUncalled: boolean): void {
    const hasChanged = isUncalled ? !this.uncalled.has(value) : this.uncalled.has(value);
    if (!hasChanged) return;
    if (isUncalled) this.uncalled.add(value);
    else this.uncalled.delete(value);
    this.inOrder = null;
  }
}

/** The first instance of each class that a run has made. */
export class FirstInstances {
  private known: Map<ClassValue, InstanceValue> | null = null;

  constructor(private readonly makers: ReadonlySet<Logs>) {}

  /** The first of a class, or of one derived from it. */
  of(cls: ClassValue): InstanceValue | undefined {
    this.known ??= this.gather();
    const exact = this.known.get(cls);
    if (exact) return exact;
    for (const [other, instance] of this.known) if (other.derivesFrom(cls)) return instance;
    return undefined;
  }

  private gather(): Map<ClassValue, InstanceValue> {
    const first = new Map<ClassValue, InstanceValue>();
    for (const { called } of [...this.makers].sort((a, b) => a.order - b.order)) {
      for (const one of called) if ('cls' in one && !first.has(one.cls)) first.set(one.cls, one);
    }
    return first;
  }
}
