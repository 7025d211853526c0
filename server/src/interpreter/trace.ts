/**
 * What a run found: everything that features and rules look at.
 *
 * A trace stands for the newest run of its program. Its records are plain data; models' summaries
 * are taken from the heap when first asked for, so a trace must not be kept past the next run.
 */
import type { Item, Node, ParsedModule } from '../python/ast';
import type { Place, Reason } from '../shapes/reason';
import type { Generation, ObservedCall, Refusal } from '../values/context';
import type { Keeper } from '../values/once';
import type { InstanceValue, Value } from '../values/value';

/** An expression or statement of the program, by its place and syntax. */
export interface Site {
  readonly place: Place;
  readonly item: Item;
  readonly node: Node;
}

/** A call of one of the program's functions on the stack. */
export interface ContextFrame {
  /** The function's name. */
  readonly name: string;
  /** The call in the program's text; null where a library called it. */
  readonly call: Place | null;
}

/** One call that gave a tensor, in one context. */
export interface Observation extends ObservedCall {
  /** The whole expression that gave it: `Conv2D(8, 3)(x)`, `x + y`. */
  readonly site: Site;
  /** The expression that made the layer or model; null for ops. */
  readonly constructed: Site | null;
  /** Outermost first; empty at module level. */
  readonly context: readonly ContextFrame[];
  /** Found by entering a function that nobody calls, or on a path that may not be taken. */
  readonly assumed: boolean;
}

/** Something that a library will refuse when the program runs. */
export interface RefusalRecord extends Refusal {
  readonly site: Site;
  readonly context: readonly ContextFrame[];
  readonly assumed: boolean;
  /** On a path that may not be taken. False in a function that nobody calls, where calling it surely leads there. */
  readonly avoidable: boolean;
  /** The layer, where it was made. */
  readonly constructed: Site | null;
  /** The observation-like call at fault: its inputs, for related locations. */
  readonly call: Partial<ObservedCall> | null;
}

export interface ModelRecord {
  readonly site: Site;
  readonly instance: InstanceValue;
  readonly assumed: boolean;
  readonly context: readonly ContextFrame[];
}

/** An array that a plain assignment at module level bound to a name. */
export interface ArrayRecord {
  /** The target name. */
  readonly site: Site;
  readonly name: string;
  readonly value: Value;
}

/** What an assignment put into a name: for hovers over names. */
export interface BindingRecord {
  readonly site: Site;
  readonly name: string;
  readonly value: Value;
  readonly context: readonly ContextFrame[];
  readonly assumed: boolean;
}

/** A call of `compile`, `fit`, `predict` …, for rules about data and models. */
export interface EventRecord {
  readonly type: string;
  readonly site: Site;
  readonly assumed: boolean;
  readonly context: readonly ContextFrame[];
  readonly facts: Readonly<Record<string, unknown>>;
}

/** What is told of one item: another object as soon as anything of it is told anew. */
export interface ItemRecords extends Keeper {
  readonly serial: number;
  /** Those that stand in it, and those of layers that were made in it and called elsewhere. */
  readonly observations: readonly Observation[];
  readonly refusals: readonly RefusalRecord[];
  readonly bindings: readonly BindingRecord[];
  readonly events: readonly EventRecord[];
  readonly models: readonly ModelRecord[];
}

export interface Trace {
  readonly uri: string;
  readonly module: ParsedModule;
  readonly generation: Generation;
  /** A clause that says why it is this one. */
  readonly generationReason: string;
  readonly observations: readonly Observation[];
  readonly refusals: readonly RefusalRecord[];
  readonly models: readonly ModelRecord[];
  readonly arrays: readonly ArrayRecord[];
  readonly bindings: readonly BindingRecord[];
  readonly events: readonly EventRecord[];
  /** What stands in one item, without looking at all the rest. */
  in(item: object): ItemRecords;
  /** Module-level names at the end. */
  values(): Iterable<readonly [string, Value]>;
  /** Set where a budget cut the run short. */
  readonly cut: Reason | null;
  /** Top-level statements that this run has evaluated, and those whose doings are those of the run before. */
  readonly counts: { readonly evaluated: number; readonly kept: number };
  /** Whether all was run: see `Program.run`. */
  readonly isWhole: boolean;
}
