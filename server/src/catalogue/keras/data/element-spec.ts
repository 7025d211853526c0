/**
 * What gives data step by step: `tf.data.Dataset`, `keras.utils.Sequence`, generators. What a step
 * gives is a value like any other: tensors in tuples, lists and dicts.
 */
import type { UnknownDimension } from '../../../shapes/dimension';
import type { Place, Reason } from '../../../shapes/reason';
import type { Payload, Value } from '../../../values/value';

/**
 * How many elements there are, as `tf.data` counts them. `unknown` is TensorFlow's own "not known"
 * (`tf.data.UNKNOWN_CARDINALITY`, of which `len` raises); an `UnknownDimension` is a number that the
 * text does not tell.
 */
export type Cardinality = number | 'infinite' | 'unknown' | UnknownDimension;

/** A size that a data set's element leaves open, where it is certain all the same. */
export interface StepSize {
  /** In the first step. */
  readonly first: number;
  /** Whether it is the same in every step: no last batch is smaller. */
  readonly every: boolean;
}

export interface DataSource {
  /**
   * `dataset`: a `tf.data.Dataset`. `sequence`: a `Sequence`, a `PyDataset`, an iterator of an
   * `ImageDataGenerator`: batches of arrays by index. `generator`: a Python generator or iterator.
   */
  readonly kind: 'dataset' | 'sequence' | 'generator';
  /**
   * What each step gives. A leaf is a tensor whose sizes are as its source declares them: of a
   * `dataset`, a `None` of `element_spec` is a dynamic dimension; of the others, the sizes are those
   * of the first step, and the last one's batch may be smaller. What is not followed is an unknown
   * value, with its reason. Never changed, nor handed to the program: see `freshElement`.
   */
  readonly element: Value;
  /** Steps: the elements of a data set, the batches of a sequence. */
  readonly cardinality: Cardinality;
  /** What the dynamic sizes of a data set's element really are, by the keys of their symbols. */
  readonly sizes: ReadonlyMap<string, StepSize>;
  /** Where it was made. */
  readonly origin: Place | null;
}

/** What an instance of `Dataset`, or of a declared sequence, holds. Never changed once it is made. */
export class DataPayload implements Payload {
  readonly type = 'data';
  constructor(readonly source: DataSource) {}
}

/** Why an element is not known, where it is unknown as a whole. */
export function whyNoElement({ element }: DataSource): Reason | null {
  return element.kind === 'unknown' ? element.reason : null;
}
