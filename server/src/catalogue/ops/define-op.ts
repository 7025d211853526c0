/**
 * How an op is declared: once, under Keras' name, for all who spell it otherwise.
 *
 * A rule is written in the order in which Keras works: it may throw a `ShapeProblem` (by `refuse`, or
 * by the shape arithmetic that it calls) where Keras surely raises, and ends by itself where it looks
 * at what is not known. `call-op` runs it.
 */
import type { DType } from '../../shapes/dtype';
import type { Shape } from '../../shapes/shape';
import type { Arguments } from '../../values/arguments';
import type { Context, Generation } from '../../values/context';
import type { Element } from '../../values/tensor';
import type { Value } from '../../values/value';
import type { Output, OutputTensor } from '../define-layer';
import type { GraphLayers } from './graph-layers';
import type { OpArgs, OpParams } from './params';

/**
 * The part of `keras.ops` that an op is also found in, `core` for those in `keras.ops` alone; or the
 * module of Keras that it belongs to instead.
 */
export type OpModule = 'core' | 'numpy' | 'nn' | 'linalg' | 'image' | 'random' | 'losses' | 'activations';

/**
 * Whose function it is. Keras' own takes Keras tensors and works by its symbolic rule; TensorFlow's
 * takes them in Keras 2 only, and works on their shapes as in a graph; numpy's takes arrays only.
 */
export type OpOwner = 'keras' | 'tensorflow' | 'numpy';

/**
 * `symbolic`: a Keras tensor goes in, and Keras works by its own rule (`compute_output_spec`).
 * `graph`: TensorFlow traces a layer's `call`; `eager`: it runs on data.
 */
export type OpMode = 'symbolic' | 'graph' | 'eager';

export interface OpQuestion<A> {
  readonly callee: string;
  readonly args: A;
  /** Whether an argument was written, rather than left at its default. */
  readonly written: (parameter: string) => boolean;
  readonly mode: OpMode;
  /** `keras.config.floatx()` */
  readonly floatx: DType;
  readonly generation: Generation;
}

export interface OpDefinition<P extends OpParams = OpParams> {
  /** The name: in Keras' module, or behind `tf.`, as TensorFlow calls it itself (`math.add`). */
  readonly name: string;
  readonly module: OpModule;
  /** Keras' where left out. */
  readonly owner?: OpOwner;
  /** Other names of the same function. For TensorFlow's: behind `tf.`. */
  readonly aliases?: readonly string[];
  /** Keras' class of the operation, after which its node in a graph is named; null where a symbolic call makes none. */
  readonly operation: string | null;
  /** What Keras 2 makes of a call in a graph: one layer named after `name` where left out. */
  readonly layers?: GraphLayers;
  /** One sentence, for completion and the head of the hover. */
  readonly summary: string;
  /** Keras' own spelling, order and defaults. */
  readonly params: P;
  /**
   * For TensorFlow's: `taken` where it takes sparse tensors, `kept` where what it gives for them is as sparse as the first
   * is. What others do with them is not known.
   */
  readonly sparse?: 'taken' | 'kept';
  /** Parameters by the names that they had before Keras 3. */
  readonly formerly?: Readonly<Record<string, string>>;
  /** The parameters whose symbolic tensors make a call symbolic; all tensors where left out. */
  readonly symbolicBy?: readonly string[];
  /** What a symbolic call gives (`compute_output_spec`). A run gives the same where `run` does not say otherwise. */
  readonly output: (question: OpQuestion<OpArgs<P>>) => Output;
  /** What TensorFlow gives, in a graph or on data, where that is something else. */
  readonly run?: (question: OpQuestion<OpArgs<P>>) => Output;
  /** Formulas of the hover, with this call's numbers. */
  readonly explain?: (question: OpQuestion<OpArgs<P>>) => readonly string[];
  /** Elements of the result of a run, where they may decide shapes. */
  readonly elements?: (question: OpQuestion<OpArgs<P>>) => readonly Element[] | null;
  /** Of how many classes the elements of the result are the labels, each class among them, where that alone is known. */
  readonly classes?: (question: OpQuestion<OpArgs<P>>) => number | null;
  /** The parameter whose memory the result looks at, for numpy's views: what is written to one is written to both. */
  readonly view?: string;
  /** Sizes of the result that are not known are those of the arguments: see `LimitedDimension`. */
  readonly keepLimits?: boolean;
  /** For ops that are more than a rule (they call functions, give no tensor): takes over the whole call. */
  readonly evaluate?: (call: OpCall<OpArgs<P>>) => Value;
}

/** A call as `evaluate` sees it. */
export interface OpCall<A> extends OpQuestion<A> {
  readonly given: Arguments;
  readonly context: Context;
}

/** Keeps the types of the parameters through the declaration. */
export function defineOp<const P extends OpParams>(definition: OpDefinition<P>): OpDefinition {
  return definition as unknown as OpDefinition;
}

export function tensorOf(shape: Shape, dtype: DType): OutputTensor {
  return { shape, dtype };
}

export function tupleOf(...items: readonly Output[]): Output {
  return { type: 'tuple', items };
}

export function listOf(items: readonly Output[]): Output {
  return { type: 'list', items };
}

/** `reduce_max` → `ReduceMax`: most operations are named after their function. */
export function operationClass(name: string): string {
  return name.replace(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
