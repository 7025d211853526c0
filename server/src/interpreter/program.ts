/** A program: a file that is run, and after an edit again as far as the edit reaches. */
import type { CatalogueFactory } from '../catalogue/catalogue';
import type { Item, ParsedModule } from '../python/ast';
import type { Reason } from '../shapes/reason';
import type { Generation } from '../values/context';
import type { Value } from '../values/value';
import { BudgetExceeded, type Clock, type Limits, Slice } from './budget';
import { reprOf } from './builtins/text';
import { Differences, type Effects, effectsOf, redo, undo } from './effects';
import type { ModuleResolver } from './imports';
import { type Ending, Interpreter } from './interpreter';
import { type Ran, RunIndex, RunTrace } from './ran';
import type { Logs } from './records';
import { collectNames, type InternalErrorHook, runItem } from './top-level';
import type { Trace } from './trace';
import { Mentions, Uncalled } from './uncalled';

/** A module-level name at the end of a run. */
export interface FinalValue {
  readonly name: string;
  /** As CPython prints it; null where it is not known, or where the run ends before the name is bound. */
  readonly repr: string | null;
  /** Why it is not known: the reason of the value, or of the first part of it that is not. */
  readonly reason: Reason | null;
}

export interface ProgramOptions {
  readonly uri: string;
  readonly catalogue: CatalogueFactory;
  /** Which Keras is in force; `keras3` where it is left out. */
  readonly generation?: Generation;
  /** Whether something says so; see `Context`. */
  readonly generationIsSure?: boolean;
  readonly resolver?: ModuleResolver;
  readonly limits?: Limits;
  /** Tells the processor time; the time of day where it is left out. */
  readonly clock?: Clock;
  /** Told of every failure of ours; nothing of it reaches the trace but an unknown value. */
  readonly onInternalError?: InternalErrorHook;
}

/** A top-level statement that was run. */
interface RanItem extends Ran, Effects {
  readonly item: Item;
  /** Set where it raises what nothing catches. */
  readonly ending: Ending | null;
}

/** A run: its statements, then the functions that nobody calls. */
interface Run {
  readonly module: ParsedModule;
  /** Those of the module that were run: all of them, where the run was not stopped. */
  readonly items: readonly Item[];
  readonly statements: readonly RanItem[];
  readonly uncalled: Uncalled;
  readonly trace: RunTrace;
}

export class Program {
  private readonly interpreter: Interpreter;
  private readonly onInternalError: InternalErrorHook;
  private readonly index = new RunIndex();
  private readonly mentions = new Mentions();
  private current: Run | null = null;
  /** A clause that says why the generation is this one: traces have it. */
  generationReason = '';

  constructor(private readonly options: ProgramOptions) {
    const generation = options.generation ?? 'keras3';
    this.interpreter = new Interpreter({
      uri: options.uri,
      catalogue: options.catalogue(generation),
      generation,
      generationIsSure: options.generationIsSure,
      resolver: options.resolver,
      limits: options.limits,
      clock: options.clock,
    });
    this.onInternalError = options.onInternalError ?? (() => {});
  }

  /**
   * Runs a module. Of the statements that were run before (those whose `Item` is the same object), only
   * those run again that have read something which is different now. Traces given before are stale from
   * here on.
   *
   * Once `isOver`, what would have to run is left out, and the trace is not whole. It is one of a module without those
   * statements, and nothing that was kept is lost: run again, it goes on with what is missing.
   */
  run(module: ParsedModule, isOver?: () => boolean): Trace {
    this.current = this.follow(this.current, module, new Slice(isOver));
    return this.current.trace;
  }

  /** Runs an edited module, looks at its trace, and takes it back: the program stands as before. */
  whatIf<T>(module: ParsedModule, look: (trace: Trace) => T): T {
    const before = this.current;
    if (!before) throw new Error('there is nothing to try on: the program was not run yet');
    const tried = this.follow(before, module, new Slice());
    this.current = tried;
    try {
      return look(tried.trace);
    } finally {
      this.replace(tried, before);
      this.current = before;
    }
  }

  /**
   * Module-level names as Python leaves them, with their `repr`s. A run goes on behind a statement that
   * raises, for the editor to show what follows; Python ends there.
   */
  finalValues(): FinalValue[] {
    const run = this.current;
    if (!run) return [];
    const all = this.reprs(run.trace);
    const last = run.statements.findIndex(({ ending }) => ending !== null);
    const { item, ending } = run.statements[last] ?? {};
    if (!item || !ending) return [...all].map(([name, value]) => ({ name, ...value }));
    const items = [...run.items.slice(0, last), { ...item }];
    this.interpreter.runsWhole = true;
    try {
      return this.whatIf({ ...run.module, items }, (trace) => {
        const bound = this.reprs(trace);
        const names = new Set(all.keys());
        for (const { statement } of run.items.slice(last)) collectNames(statement, names);
        return [...names].map((name): FinalValue => {
          const then = bound.get(name);
          const isTold = then && (!ending.isDoubtful || then.repr === all.get(name)?.repr);
          return { name, ...(isTold ? then : { repr: null, reason: ending.reason }) };
        });
      });
    } finally {
      this.interpreter.runsWhole = false;
    }
  }

  private reprs(trace: Trace): Map<string, Pick<FinalValue, 'repr' | 'reason'>> {
    const reprs = new Map<string, Pick<FinalValue, 'repr' | 'reason'>>();
    for (const [name, value] of trace.values()) {
      if (name === '__annotations__') continue;
      reprs.set(name, this.text(value));
    }
    return reprs;
  }

  /** `repr` of a value as it stands; null where it is not known. */
  repr(value: Value): string | null {
    return this.text(value).repr;
  }

  /** `repr` of a value as it stands, or why it is not known: a part of the value has the reason, or none is told. */
  private text(value: Value): Pick<FinalValue, 'repr' | 'reason'> {
    const { heap, budget, pending, doubt, depth } = this.interpreter;
    const base = heap.checkpoint();
    const waiting = pending.length;
    // Methods of the program may make the text, and take as long as they like.
    budget.startStatement();
    try {
      const result = this.interpreter.attempt(() => reprOf(value, this.interpreter));
      const text = 'value' in result ? result.value : null;
      return typeof text === 'string' ? { repr: text, reason: null } : { repr: null, reason: text?.reason ?? null };
    } catch (error) {
      if (!(error instanceof BudgetExceeded) && !(error instanceof RangeError)) throw error;
      pending.length = waiting;
      Object.assign(this.interpreter, { doubt, depth });
      return { repr: null, reason: null };
    } finally {
      heap.rollback(base);
    }
  }

  /** The syntax of a file that the program has imported, or its own. */
  source(uri: string): ParsedModule | undefined {
    return uri === this.options.uri ? this.current?.module : this.interpreter.modules.source(uri);
  }

  private follow(before: Run | null, module: ParsedModule, slice: Slice): Run {
    const { interpreter } = this;
    const { budget, generation, main } = interpreter;
    const { items } = module;
    const old = before?.statements ?? [];
    const { head, tail, indexOf } = compare(before?.items ?? [], items);
    for (let i = old.length - 1; i >= head; i--) undo(old[i] as RanItem);
    budget.startRun();
    for (let i = 0; i < head; i++) budget.steps += (old[i] as RanItem).steps;
    // A copy to write into: thousands are not pushed one by one.
    const statements = old.slice();
    let count = head;
    const differences = new Differences(this.index.readers);
    let next = head;
    let evaluated = 0;
    const skip = (to: number): void => {
      for (; next < to; next++) {
        const was = old[next] as RanItem;
        differences.removed(was);
        this.drop(was);
      }
    };
    for (let i = head; i < items.length; i++) {
      const item = items[i] as Item;
      const index = i < items.length - tail ? indexOf(item, next) : old.length - (items.length - i);
      if (index >= 0) skip(index);
      const was = index >= 0 ? (old[index] as RanItem) : null;
      if (was) next = index + 1;
      if (was && budget.allows(was) && !differences.touches(was)) {
        differences.between();
        statements[count++] = this.repeat(was, differences);
        continue;
      }
      if (was) {
        differences.between();
        differences.removed(was);
        this.drop(was);
      }
      if (!slice.mayRun()) continue;
      const now = this.execute(item);
      now.logs.order = count;
      evaluated += 1;
      this.keep(now);
      statements[count++] = { ...now, ...differences.added(now) };
    }
    statements.length = count;
    skip(old.length);
    differences.between();
    const isInPlace = !slice.isStopped && statements.length === old.length;
    number(statements, head, isInPlace ? statements.length - tail : statements.length);
    const uncalled = new Uncalled(interpreter, this.index, this.mentions, this.onInternalError);
    uncalled.follow(before?.uncalled ?? null, differences, slice);
    const counts = { evaluated, kept: statements.length - evaluated };
    const isWhole = !slice.isStopped;
    const runs = (statements as Ran[]).concat(uncalled.runs);
    const { uri } = this.options;
    const trace = new RunTrace({
      ...{ uri, module, generation, runs, counts, isWhole },
      generationReason: this.generationReason,
      main: main.locals,
      index: this.index,
    });
    return { module, items: isWhole ? items : statements.map(({ item }) => item), statements, uncalled, trace };
  }

  /** Puts back what a statement did, which would do the same again. */
  private repeat(was: RanItem, differences: Differences): RanItem {
    this.interpreter.budget.steps += was.steps;
    if (!differences.none) return differences.repeated(was);
    redo(was);
    return was;
  }

  private execute(item: Item): RanItem {
    const { interpreter } = this;
    const { budget, heap, records } = interpreter;
    const start = budget.steps;
    budget.cut = null;
    interpreter.ending = null;
    const effects = effectsOf(heap, () => runItem(interpreter, item, this.onInternalError));
    const { ending } = interpreter;
    return { item, ...effects, logs: records.cut(), start, steps: budget.steps - start, cut: budget.cut, ending };
  }

  private keep(ran: Ran): void {
    this.interpreter.definitions.add(ran.logs);
    this.index.add(ran);
  }

  private drop(ran: Ran): void {
    this.interpreter.definitions.remove(ran.logs);
    this.index.remove(ran);
  }

  /** Takes back a run and puts back another one, from where they part. */
  private replace(now: Run, then: Run): void {
    let head = 0;
    while (head < now.statements.length && now.statements[head] === then.statements[head]) head += 1;
    for (let i = now.statements.length - 1; i >= head; i--) undo(now.statements[i] as RanItem);
    for (let i = head; i < then.statements.length; i++) redo(then.statements[i] as RanItem);
    const [mine, its] = [new Set(now.statements.slice(head).map(({ logs }) => logs)), new Set<Logs>()];
    for (const ran of then.statements.slice(head)) {
      its.add(ran.logs);
      if (!mine.has(ran.logs)) this.keep(ran);
    }
    for (const ran of now.statements.slice(head)) if (!its.has(ran.logs)) this.drop(ran);
    number(then.statements, head, then.statements.length);
    then.uncalled.standInPlaceOf(now.uncalled);
  }
}

/** Numbers statements by their place. */
function number(statements: readonly Ran[], from: number, to: number): void {
  for (let i = from; i < to; i++) (statements[i] as Ran).logs.order = i;
}

/**
 * How items follow from those that were run: how many are the same at both ends, and which of those
 * between an item is (-1 where it is new), looked for from an index on.
 */
function compare(
  old: readonly Item[],
  items: readonly Item[],
): { head: number; tail: number; indexOf: (item: Item, from: number) => number } {
  const most = Math.min(old.length, items.length);
  let head = 0;
  while (head < most && old[head] === items[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === items[items.length - 1 - tail]) tail += 1;
  const between = new Map<Item, number>();
  for (let i = head; i < old.length - tail; i++) between.set(old[i] as Item, i);
  const indexOf = (item: Item, from: number): number => {
    const index = between.get(item) ?? -1;
    return index >= from ? index : -1;
  };
  return { head, tail, indexOf };
}
