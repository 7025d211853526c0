/** The records of a run, in the order in which they are made: what the trace shows. */
import type { FunctionDef, Lambda } from '../python/ast';
import type { ClassValue, FunctionValue, InstanceValue } from '../values/value';
import type {
  ArrayRecord,
  BindingRecord,
  EventRecord,
  ItemRecords,
  ModelRecord,
  Observation,
  RefusalRecord,
} from './trace';

/** How long each log was at some moment. */
export type Marks = { readonly [K in LogName]: number };

/** What one top-level statement has told. */
export interface Logs {
  observations: Observation[];
  refusals: RefusalRecord[];
  models: ModelRecord[];
  arrays: ArrayRecord[];
  bindings: BindingRecord[];
  events: EventRecord[];
  /** Functions that it defined, for entering those that nobody calls. */
  functions: FunctionValue[];
  /** Functions that it entered, once each, and instances that it made. */
  called: (FunctionDef | Lambda | InstanceValue)[];
  /** Where in the run it stands. */
  order: number;
  /** The same by the item in which they are looked for, once it was asked for. */
  byItem: ReadonlyMap<object, ItemRecords> | null;
}

export type LogName = Exclude<keyof Logs, 'order' | 'byItem'>;

const NAMES = ['observations', 'refusals', 'models', 'arrays', 'bindings', 'events', 'functions', 'called'] as const;

/** Bindings kept of one statement: they are for hovers, and a long loop makes very many. */
const MOST_BINDINGS = 50_000;

function noLogs(): Logs {
  return {
    observations: [],
    refusals: [],
    models: [],
    arrays: [],
    bindings: [],
    events: [],
    functions: [],
    called: [],
    order: 0,
    byItem: null,
  };
}

export class Records {
  /** Of the statement that now runs. */
  private logs = noLogs();
  private entered = new Set<object>();
  /** Set while functions are entered whose doings are taken back: instances made then have no contents later. */
  takenBack = false;
  private readonly owners = new WeakMap<FunctionValue, ClassValue>();

  get observations(): Observation[] {
    return this.logs.observations;
  }

  get refusals(): RefusalRecord[] {
    return this.logs.refusals;
  }

  get models(): ModelRecord[] {
    return this.logs.models;
  }

  get arrays(): ArrayRecord[] {
    return this.logs.arrays;
  }

  get events(): EventRecord[] {
    return this.logs.events;
  }

  get functions(): FunctionValue[] {
    return this.logs.functions;
  }

  /** Gives what was told since the last time, and begins anew. */
  cut(): Logs {
    const { logs } = this;
    this.logs = noLogs();
    this.entered = new Set();
    return logs;
  }

  marks(): Marks {
    const { logs } = this;
    return {
      observations: logs.observations.length,
      refusals: logs.refusals.length,
      models: logs.models.length,
      arrays: logs.arrays.length,
      bindings: logs.bindings.length,
      events: logs.events.length,
      functions: logs.functions.length,
      called: logs.called.length,
    };
  }

  /** Forgets what was told since some marks, in the statement that still runs. */
  truncate(marks: Marks): void {
    const { called } = this.logs;
    for (let i = marks.called; i < called.length; i++) this.entered.delete(called[i] as object);
    for (const name of NAMES) this.logs[name].length = marks[name];
  }

  bind(record: BindingRecord): void {
    if (this.logs.bindings.length < MOST_BINDINGS) this.logs.bindings.push(record);
  }

  enter(node: FunctionDef | Lambda): void {
    if (this.entered.has(node)) return;
    this.entered.add(node);
    this.logs.called.push(node);
  }

  /** Whether what now runs has entered a function. */
  hasEntered(node: FunctionDef | Lambda): boolean {
    return this.entered.has(node);
  }

  /** Notes in which class' body a function was defined. */
  own(method: FunctionValue, cls: ClassValue): void {
    this.owners.set(method, cls);
  }

  ownerOf(method: FunctionValue): ClassValue | undefined {
    return this.owners.get(method);
  }

  /** Only methods of the program's own classes are entered, on its instances. */
  instantiate(instance: InstanceValue): void {
    if (!this.takenBack && instance.cls.id > 0) this.logs.called.push(instance);
  }
}
