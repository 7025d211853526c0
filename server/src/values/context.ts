/**
 * What the interpreter lends to those who declare what calls mean (the catalogue, the built-ins).
 */
import type { Place, Reason } from '../shapes/reason';
import type { Arguments } from './arguments';
import type { Heap } from './heap';
import type { Producer, TensorValue } from './tensor';
import type { ClassValue, InstanceValue, UnknownValue, Value } from './value';

/** Which Keras is in force: its rules, defaults, names and messages. */
export type Generation = 'keras1' | 'keras2' | 'keras3';

/** When Keras raises: making a layer, calling it (or an op), at `fit`, or elsewhere. */
export type Phase = 'construct' | 'call' | 'fit' | 'other';

/**
 * Something that Keras refuses, as facts; the wording for people is the rule's of the same `code`.
 */
export interface Refusal {
  /** The rule's code: `negative-dimension`, `wrong-rank`, … */
  readonly code: string;
  /** Python's exception: `ValueError`, `TypeError`, … */
  readonly exception: string;
  readonly phase: Phase;
  /** What is wrong, with numbers, in one clause or two. Never Keras' own text. */
  readonly message: string;
  /** The parameter whose argument is to blame, where one is. */
  readonly parameter?: string | undefined;
  /** Positions in the list of inputs that are to blame, for merging layers. */
  readonly inputs?: readonly number[] | undefined;
  /** Numbers and names for rules and fixes (sizes, axes). Plain data. */
  readonly facts?: Readonly<Record<string, unknown>> | undefined;
}

/** A call that made a tensor, a model or an array, as the catalogue tells the trace of it. */
export interface ObservedCall {
  readonly kind: 'input' | 'layer' | 'model' | 'op';
  /** Class or function name, without its module. */
  readonly callee: string;
  /** The layer or model that was called; null for ops and inputs. */
  readonly instance: InstanceValue | null;
  /** Tensors, or lists, tuples and dicts of them. */
  readonly output: Value;
  readonly inputs: readonly TensorValue[];
  readonly producer: Producer | null;
  /** All weights of the layer after the call; null where there are none to count or it is not known. */
  readonly parameters: number | null;
  /** Made by a model that called its layers (a Sequential), rather than by the line itself. */
  readonly throughModel?: boolean;
  /** Set where it may have been otherwise: the call may not have been the first. */
  readonly assumed?: boolean;
  /** More for hovers, by whoever declares the callee: plain data. */
  readonly details?: unknown;
}

/** Thrown where Python raises. Not an `Error`: it is control flow of the interpreted program. */
export class PythonError {
  constructor(
    /** The exception instance. */
    readonly exception: InstanceValue,
    /** Set when a library refused: what to report if nothing catches it. */
    readonly refusal: Refusal | null = null,
    readonly place: Place | null = null,
    /** Why nothing but its class is known, where something unknown may have raised it. */
    readonly unknownBecause: Reason | null = null,
  ) {}
}

export interface Context {
  readonly heap: Heap;
  readonly generation: Generation;
  /** Whether something says that it is this one: else `tf.keras` may be that of a younger TensorFlow. */
  readonly generationIsSure: boolean;
  /** Where the call now running stands in the program's own text. */
  readonly place: Place | null;
  /** Whether what happens now certainly happens when the program runs. */
  readonly certain: boolean;
  /** Whether the program may go on behind an exception that is raised here: it stands in a `try`. */
  readonly caught: boolean;
  /** State that the catalogue keeps for a run: name counters, global settings. Kept in the heap. */
  readonly state: LibraryState;

  /** Calls anything callable. Throws `PythonError`. */
  call(callee: Value, args: Arguments): Value;
  /** Attribute by Python's rules; undefined where it surely does not exist. */
  attribute(value: Value, name: string): Value | undefined;
  /** Throws `PythonError` (AttributeError) where it cannot be set. */
  setAttribute(value: Value, name: string, content: Value): void;
  /** The items that iterating gives, within the budget, or why they are not known. Throws where it is not iterable. */
  items(value: Value): readonly Value[] | UnknownValue;
  /** `bool(value)` */
  truth(value: Value): boolean | UnknownValue;
  /** `==` as Python decides it. */
  equal(a: Value, b: Value): boolean | UnknownValue;
  /** `str(value)`, `repr(value)`; null where not known. */
  str(value: Value): string | null;
  repr(value: Value): string | null;
  /** Hash for dicts and sets; null where not known. Throws for unhashable values. */
  hash(value: Value): string | null;
  /** Makes an instance of a class and runs its `__init__`. */
  instantiate(cls: ClassValue, args: Arguments): Value;
  /** A built-in class by name: `int`, `ValueError`. */
  builtin(name: string): ClassValue;
  /** The class of any value: `type(value)`. */
  classOf(value: Value): ClassValue | UnknownValue;

  /** Raises a Python exception that is not a library's judgement on shapes. */
  raise(exception: string, message: string): never;
  /**
   * A library refuses. Inside a `try` that may catch it, raises; else reports it and gives `fallback`,
   * so that one mistake is reported once and the rest keeps its hints. `call` says what was called on what.
   */
  refuse(refusal: Refusal, fallback: Value, call?: Partial<ObservedCall>): Value;
  /** Runs what may refuse without reporting: gives the refusal or exception instead. */
  attempt<T>(run: () => T): { readonly value: T } | { readonly error: PythonError };
  /**
   * The same of what a library does not run, for what it would give: all that it does is taken back, and the trace is
   * told of what happens in it as of something assumed.
   */
  aside<T>(run: () => T): { readonly value: T } | { readonly error: PythonError };
  observe(call: ObservedCall): void;
  /** Runs something whose calls the trace is not told of: a model that is run once more only to see what it gives. */
  unobserved<T>(run: () => T): T;
  /** Runs what happens as often as nobody knows, or never: all that it may change is left open. */
  often(run: () => void, why: Reason): void;
  /** Tells the trace of a model, at the expression that made it. */
  recordModel(instance: InstanceValue): void;
  /** Tells the trace of a call of `compile`, `fit`, `predict` …, at the call now running. */
  event(type: string, facts: Readonly<Record<string, unknown>>): void;
  /** The expression that made an instance of a declared class or of one derived from it. */
  constructedAt(instance: InstanceValue): Place | null;
  /** A reason that names the place of the call now running. */
  because(text: string, because?: Reason): Reason;
  unknown(text: string, because?: Reason): UnknownValue;
  /** Spends budget on work that the number of steps does not show; throws when it is used up. */
  spend(steps: number): void;
}

/** State of the libraries in a run, by key; each user of it declares its own key once. */
export interface LibraryState {
  /** The state under a key, made when first asked for. What it holds must log its writes on the heap. */
  get<T extends object>(key: StateKey<T>): T;
}

export interface StateKey<T extends object> {
  readonly name: string;
  readonly create: () => T;
}
