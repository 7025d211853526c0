/** A program: a file that is run, and run again from its first changed statement after an edit. */
import type { CatalogueFactory } from '../catalogue/catalogue';
import type { Item, ParsedModule } from '../python/ast';
import type { Reason } from '../shapes/reason';
import type { Generation } from '../values/context';
import type { Checkpoint } from '../values/heap';
import type { Value } from '../values/value';
import type { Limits } from './budget';
import type { ModuleResolver } from './imports';
import { Interpreter } from './interpreter';
import type { Marks } from './records';
import { type InternalErrorHook, runItem } from './top-level';
import type { Trace } from './trace';
import { enterUncalled } from './uncalled';

export interface ProgramOptions {
  readonly uri: string;
  readonly catalogue: CatalogueFactory;
  /** Which Keras is in force; `keras3` where it is left out. */
  readonly generation?: Generation;
  readonly resolver?: ModuleResolver;
  readonly limits?: Limits;
  /** Told of every failure of ours; nothing of it reaches the trace but an unknown value. */
  readonly onInternalError?: InternalErrorHook;
}

/** The state before a top-level statement. */
interface Position {
  readonly heap: Checkpoint;
  readonly marks: Marks;
  readonly cut: Reason | null;
}

export class Program {
  private readonly interpreter: Interpreter;
  private readonly onInternalError: InternalErrorHook;
  private module: ParsedModule | null = null;
  /** One before each item that was run, and one behind the last. */
  private readonly positions: Position[] = [];
  private items: readonly Item[] = [];

  constructor(private readonly options: ProgramOptions) {
    const generation = options.generation ?? 'keras3';
    this.interpreter = new Interpreter({
      uri: options.uri,
      catalogue: options.catalogue(generation),
      generation,
      resolver: options.resolver,
      limits: options.limits,
    });
    this.onInternalError = options.onInternalError ?? (() => {});
    this.positions.push(this.position());
  }

  /**
   * Runs a module, keeping what the statements before the first changed one have done. Unchanged
   * statements are those whose `Item` is the same object. Traces given before are stale from here on.
   */
  run(module: ParsedModule): Trace {
    const kept = this.keptBy(module);
    this.takeBack(kept);
    return this.runFrom(module, kept);
  }

  /** Runs an edited module, looks at its trace, and takes it back: the program stands as before. */
  whatIf<T>(module: ParsedModule, look: (trace: Trace) => T): T {
    const { heap, records, budget } = this.interpreter;
    const before = this.module;
    if (!before) throw new Error('there is nothing to try on: the program was not run yet');
    const kept = this.keptBy(module);
    const start = this.positions[kept] as Position;
    const positions = this.positions.slice(kept + 1);
    const { steps, cut } = budget;
    const suspended = heap.suspend(start.heap);
    const tail = records.cutOff(start.marks);
    this.positions.length = kept + 1;
    try {
      return look(this.runFrom(module, kept));
    } finally {
      heap.rollback(start.heap);
      records.truncate(start.marks);
      heap.resume(suspended);
      records.append(tail);
      this.positions.length = kept + 1;
      this.positions.push(...positions);
      this.module = before;
      this.items = before.items;
      budget.steps = steps;
      budget.cut = cut;
    }
  }

  /** `repr` of a value as it stands; null where it is not known. */
  repr(value: Value): string | null {
    const { heap } = this.interpreter;
    const base = heap.checkpoint();
    const result = this.interpreter.attempt(() => this.interpreter.repr(value));
    heap.rollback(base);
    return 'value' in result ? result.value : null;
  }

  /** The syntax of a file that the program has imported, or its own. */
  source(uri: string): ParsedModule | undefined {
    return uri === this.options.uri ? (this.module ?? undefined) : this.interpreter.modules.source(uri);
  }

  private keptBy(module: ParsedModule): number {
    const most = Math.min(module.items.length, this.positions.length - 1);
    let kept = 0;
    while (kept < most && module.items[kept] === this.items[kept]) kept += 1;
    return kept;
  }

  private takeBack(kept: number): void {
    const { heap, records } = this.interpreter;
    const { heap: checkpoint, marks } = this.positions[kept] as Position;
    heap.rollback(checkpoint);
    records.truncate(marks);
    this.positions.length = kept + 1;
  }

  private runFrom(module: ParsedModule, kept: number): Trace {
    const { interpreter } = this;
    interpreter.budget.startRun();
    interpreter.budget.cut = (this.positions[kept] as Position).cut;
    for (const item of module.items.slice(kept)) {
      runItem(interpreter, item, this.onInternalError);
      this.positions.push(this.position());
    }
    enterUncalled(interpreter, this.onInternalError);
    this.module = module;
    this.items = module.items;
    return this.trace(module, kept);
  }

  private position(): Position {
    const { heap, records, budget } = this.interpreter;
    return { heap: heap.checkpoint(), marks: records.marks(), cut: budget.cut };
  }

  private trace(module: ParsedModule, kept: number): Trace {
    const { records, budget, main, generation } = this.interpreter;
    return {
      uri: this.options.uri,
      module,
      generation,
      observations: records.observations,
      refusals: records.refusals,
      models: records.models,
      arrays: records.arrays,
      bindings: records.bindings,
      events: records.events,
      values: () => namesOf(main.locals.entries()),
      cut: budget.cut,
      counts: { evaluated: module.items.length - kept, kept },
    };
  }
}

const IMPLICIT = new Set(['__name__', '__doc__', '__package__', '__file__']);

function* namesOf(entries: Iterable<readonly [string, Value]>): Iterable<readonly [string, Value]> {
  for (const entry of entries) if (!IMPLICIT.has(entry[0])) yield entry;
}
