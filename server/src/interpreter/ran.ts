/** What was run, piece by piece, and the trace that is made of the pieces. */
import type { ParsedModule } from '../python/ast';
import type { Reason } from '../shapes/reason';
import type { Generation } from '../values/context';
import type { Namespace } from '../values/heap';
import type { Value } from '../values/value';
import { Readers, type Reading } from './effects';
import type { LogName, Logs } from './records';
import type { BindingRecord, EventRecord, ItemRecords, ModelRecord, Observation, RefusalRecord, Trace } from './trace';

/** A stretch of a run: a top-level statement, or entering a function that nobody calls. */
export interface Ran extends Reading {
  readonly logs: Logs;
  /** Steps of the budget that had been taken before it when it was run, and its own. */
  readonly start: number;
  readonly steps: number;
  /** What a budget has cut off in it. */
  readonly cut: Reason | null;
}

interface RunTraceOptions {
  readonly uri: string;
  readonly module: ParsedModule;
  readonly generation: Generation;
  readonly generationReason: string;
  readonly main: Namespace<Value>;
  readonly runs: readonly Ran[];
  readonly index: RunIndex;
  readonly counts: Trace['counts'];
  readonly isWhole: boolean;
}

const IMPLICIT = new Set(['__name__', '__doc__', '__package__', '__file__']);

/** Bindings kept in one run. */
const MOST_BINDINGS = 50_000;

let gathered = 0;

/** What is told of an item, while it is gathered and after. */
class GatheredRecords implements ItemRecords {
  readonly serial: number;
  private kept: Map<unknown, unknown> | null = null;

  constructor(
    readonly observations: Observation[] = [],
    readonly refusals: RefusalRecord[] = [],
    readonly bindings: BindingRecord[] = [],
    readonly events: EventRecord[] = [],
    readonly models: ModelRecord[] = [],
  ) {
    gathered += 1;
    this.serial = gathered;
  }

  get answers(): Map<unknown, unknown> {
    this.kept ??= new Map();
    return this.kept;
  }
}

const NO_RECORDS: ItemRecords = new GatheredRecords();

/** A trace that gathers its records when they are asked for. */
export class RunTrace implements Trace {
  readonly uri: string;
  readonly module: ParsedModule;
  readonly generation: Generation;
  readonly generationReason: string;
  readonly counts: Trace['counts'];
  readonly isWhole: boolean;
  readonly runs: readonly Ran[];
  private readonly main: Namespace<Value>;
  private readonly gathered: { -readonly [K in LogName]?: Logs[K] } = {};
  private readonly index: RunIndex;

  constructor(options: RunTraceOptions) {
    this.uri = options.uri;
    this.module = options.module;
    this.generation = options.generation;
    this.generationReason = options.generationReason;
    this.counts = options.counts;
    this.isWhole = options.isWhole;
    this.runs = options.runs;
    this.main = options.main;
    this.index = options.index;
  }

  get observations(): Trace['observations'] {
    return this.all('observations');
  }

  get refusals(): Trace['refusals'] {
    return this.all('refusals');
  }

  get models(): Trace['models'] {
    return this.all('models');
  }

  get arrays(): Trace['arrays'] {
    return this.all('arrays');
  }

  get bindings(): Trace['bindings'] {
    return this.all('bindings').slice(0, MOST_BINDINGS);
  }

  get events(): Trace['events'] {
    return this.all('events');
  }

  get cut(): Reason | null {
    return this.runs.find(({ cut }) => cut !== null)?.cut ?? null;
  }

  *values(): Iterable<readonly [string, Value]> {
    for (const entry of this.main.entries()) if (!IMPLICIT.has(entry[0])) yield entry;
  }

  in(item: object): ItemRecords {
    return this.index.in(item);
  }

  private all<K extends LogName>(name: K): Logs[K] {
    const known = this.gathered[name];
    if (known) return known as Logs[K];
    const gathered: unknown[] = [];
    for (const { logs } of this.runs) for (const one of logs[name]) gathered.push(one);
    (this.gathered as Record<LogName, unknown>)[name] = gathered;
    return gathered as Logs[K];
  }
}

/** Stretches that tell something of an item. */
class Tellers {
  readonly logs = new Set<Logs>();
  private inOrder: readonly Logs[] = [];
  private joined: ItemRecords = NO_RECORDS;

  /** What they tell, the same object as long as it is the same. */
  records(item: object): ItemRecords {
    const logs = [...this.logs];
    if (logs.length > 1) logs.sort((a, b) => a.order - b.order);
    if (logs.length !== this.inOrder.length || logs.some((one, i) => one !== this.inOrder[i])) {
      this.inOrder = logs;
      this.joined = joined(logs.map((one) => recordsByItem(one).get(item) ?? NO_RECORDS));
    }
    return this.joined;
  }
}

function joined(all: readonly ItemRecords[]): ItemRecords {
  const [only, ...more] = all;
  if (only && more.length === 0) return only;
  return new GatheredRecords(
    all.flatMap((records) => records.observations),
    all.flatMap((records) => records.refusals),
    all.flatMap((records) => records.bindings),
    all.flatMap((records) => records.events),
    all.flatMap((records) => records.models),
  );
}

/** What is told of each item in the run that stands, and who has read what, kept while runs follow each other. */
export class RunIndex {
  readonly readers = new Readers();
  private readonly byItem = new Map<object, Tellers>();

  add(ran: Ran): void {
    this.readers.add(ran);
    const { logs } = ran;
    for (const item of recordsByItem(logs).keys()) {
      let there = this.byItem.get(item);
      if (!there) {
        there = new Tellers();
        this.byItem.set(item, there);
      }
      there.logs.add(logs);
    }
  }

  remove(ran: Ran): void {
    this.readers.remove(ran);
    const { logs } = ran;
    for (const item of recordsByItem(logs).keys()) {
      const there = this.byItem.get(item)?.logs;
      if (there?.delete(logs) && there.size === 0) this.byItem.delete(item);
    }
  }

  in(item: object): ItemRecords {
    return this.byItem.get(item)?.records(item) ?? NO_RECORDS;
  }
}

/** A stretch's records by the item in which they are looked for. */
function recordsByItem(logs: Logs): ReadonlyMap<object, ItemRecords> {
  logs.byItem ??= groupedByItem(logs);
  return logs.byItem;
}

function groupedByItem(logs: Logs): ReadonlyMap<object, ItemRecords> {
  const found = new Map<object, GatheredRecords>();
  const at = (item: object) => {
    let records = found.get(item);
    if (!records) {
      records = new GatheredRecords();
      found.set(item, records);
    }
    return records;
  };
  for (const observation of logs.observations) {
    const { site, constructed } = observation;
    at(site.place.item).observations.push(observation);
    if (constructed && constructed.place.item !== site.place.item)
      at(constructed.place.item).observations.push(observation);
  }
  for (const refusal of logs.refusals) at(refusal.site.place.item).refusals.push(refusal);
  for (const binding of logs.bindings) at(binding.site.place.item).bindings.push(binding);
  for (const event of logs.events) at(event.site.place.item).events.push(event);
  for (const model of logs.models) at(model.site.place.item).models.push(model);
  return found;
}
