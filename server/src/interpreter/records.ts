/** The records of a run, in the order in which they are made: what the trace shows. */
import type { FunctionDef, Lambda } from '../python/ast';
import type { ClassValue, FunctionValue, InstanceValue } from '../values/value';
import type { ArrayRecord, BindingRecord, EventRecord, ModelRecord, Observation, RefusalRecord } from './trace';

/** How long each log was at some moment. */
export interface Marks {
  readonly observations: number;
  readonly refusals: number;
  readonly models: number;
  readonly arrays: number;
  readonly bindings: number;
  readonly events: number;
  readonly functions: number;
  readonly called: number;
}

type Tail = { readonly [K in keyof Logs]: Logs[K] extends unknown[] ? Logs[K] : never };

interface Logs {
  observations: Observation[];
  refusals: RefusalRecord[];
  models: ModelRecord[];
  arrays: ArrayRecord[];
  bindings: BindingRecord[];
  events: EventRecord[];
  functions: FunctionValue[];
  called: (FunctionDef | Lambda | InstanceValue)[];
}

const NAMES = ['observations', 'refusals', 'models', 'arrays', 'bindings', 'events', 'functions', 'called'] as const;

/** Bindings kept in one run: they are for hovers, and a long loop makes very many. */
const MOST_BINDINGS = 50_000;

export class Records implements Logs {
  observations: Observation[] = [];
  refusals: RefusalRecord[] = [];
  models: ModelRecord[] = [];
  arrays: ArrayRecord[] = [];
  bindings: BindingRecord[] = [];
  events: EventRecord[] = [];
  /** Functions that statements defined, for entering those that nobody calls. */
  functions: FunctionValue[] = [];
  /** Functions entered and instances made, once each. */
  called: (FunctionDef | Lambda | InstanceValue)[] = [];
  /** Set while functions are entered whose doings are taken back: instances made then have no contents later. */
  takenBack = false;
  private readonly owners = new WeakMap<FunctionValue, ClassValue>();
  private readonly calledOnce = new Set<object>();
  private readonly instances = new Map<ClassValue, InstanceValue[]>();

  marks(): Marks {
    return {
      observations: this.observations.length,
      refusals: this.refusals.length,
      models: this.models.length,
      arrays: this.arrays.length,
      bindings: this.bindings.length,
      events: this.events.length,
      functions: this.functions.length,
      called: this.called.length,
    };
  }

  truncate(marks: Marks): void {
    this.forgetCalled(marks.called);
    for (const name of NAMES) this[name].length = marks[name];
  }

  bind(record: BindingRecord): void {
    if (this.bindings.length < MOST_BINDINGS) this.bindings.push(record);
  }

  enter(node: FunctionDef | Lambda): void {
    if (this.calledOnce.has(node)) return;
    this.calledOnce.add(node);
    this.called.push(node);
  }

  isCalled(node: FunctionDef | Lambda): boolean {
    return this.calledOnce.has(node);
  }

  /** Notes in which class' body a function was defined. */
  own(method: FunctionValue, cls: ClassValue): void {
    this.owners.set(method, cls);
  }

  ownerOf(method: FunctionValue): ClassValue | undefined {
    return this.owners.get(method);
  }

  instantiate(instance: InstanceValue): void {
    if (this.takenBack) return;
    this.called.push(instance);
    const known = this.instances.get(instance.cls);
    if (known) known.push(instance);
    else this.instances.set(instance.cls, [instance]);
  }

  /** The first instance that was made of a class, or of one derived from it. */
  instanceOf(cls: ClassValue): InstanceValue | undefined {
    const exact = this.instances.get(cls)?.[0];
    if (exact) return exact;
    for (const [other, instances] of this.instances) if (other.derivesFrom(cls)) return instances[0];
    return undefined;
  }

  /** Takes off what was logged since some marks, to be put back by `append`. */
  cutOff(marks: Marks): Tail {
    const called = this.called.slice(marks.called);
    this.forgetCalled(marks.called);
    const tail: Logs = {
      observations: this.observations.splice(marks.observations),
      refusals: this.refusals.splice(marks.refusals),
      models: this.models.splice(marks.models),
      arrays: this.arrays.splice(marks.arrays),
      bindings: this.bindings.splice(marks.bindings),
      events: this.events.splice(marks.events),
      functions: this.functions.splice(marks.functions),
      called,
    };
    this.called.length = marks.called;
    return tail;
  }

  append(tail: Tail): void {
    for (const one of tail.observations) this.observations.push(one);
    for (const one of tail.refusals) this.refusals.push(one);
    for (const one of tail.models) this.models.push(one);
    for (const one of tail.arrays) this.arrays.push(one);
    for (const one of tail.bindings) this.bindings.push(one);
    for (const one of tail.events) this.events.push(one);
    for (const one of tail.functions) this.functions.push(one);
    for (const one of tail.called) {
      if ('cls' in one) this.instantiate(one);
      else this.enter(one);
    }
  }

  private forgetCalled(from: number): void {
    for (let i = this.called.length - 1; i >= from; i--) {
      const one = this.called[i] as FunctionDef | Lambda | InstanceValue;
      if ('cls' in one) {
        const instances = this.instances.get(one.cls);
        instances?.pop();
        if (instances?.length === 0) this.instances.delete(one.cls);
      } else this.calledOnce.delete(one);
    }
  }
}
