/**
 * What a declared call refuses, before it is known where and when.
 *
 * The codes; each is a rule of the same name, and this list is the only one:
 *
 * | code | what Keras refuses |
 * |---|---|
 * | `invalid-argument` | an argument: missing, unknown, of a wrong type, out of its range, not among the choices |
 * | `invalid-input` | what a layer was called on: no tensor, a list where one tensor is taken, too few or too many |
 * | `wrong-rank` | an input of a rank that the layer does not take |
 * | `axis-out-of-range` | an axis that the input does not have |
 * | `negative-dimension` | a window, crop or pad that leaves a size of 0 or less |
 * | `incompatible-merge` | inputs of a merging layer whose sizes clash |
 * | `incompatible-shapes` | sizes of two things that clash elsewhere: input and built weights, query and value |
 * | `incompatible-dtypes` | element types that TensorFlow does not mix, or that an op does not take |
 * | `reshape-count` | a target shape of another number of elements |
 * | `groups` | channels that do not divide into the groups |
 * | `strides-dilation` | strides and dilation both over 1 |
 * | `data-shape` | data that the model's input does not take |
 * | `data-count` | inputs, labels and weights that are not as many |
 * | `data-inputs` | too few or too many arrays, other names, no arrays |
 * | `label-shape` | labels that do not fit the outputs under the loss |
 * | `metric-shape` | labels that do not fit the outputs in a metric |
 * | `sample-weights` | `class_weight` and `sample_weight` that the labels do not fit |
 * | `not-compiled` | training before `compile` |
 * | `compile-arguments` | losses and metrics that training refuses |
 * | `undefined-weight-shape` | a weight whose shape depends on a size that is not known before a run |
 */
import type { Refusal } from '../values/context';

/** A refusal without its phase; `exception` is ValueError where it is not said. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly exception?: string;
  readonly parameter?: string;
  readonly inputs?: readonly number[];
  readonly facts?: Readonly<Record<string, unknown>>;
}

export type MaybeFailure = Failure | null | undefined | false;

export function failure(code: string, message: string, more: Omit<Failure, 'code' | 'message'> = {}): Failure {
  return { code, message, ...more };
}

/** The first that holds, in the order Keras checks. */
export function firstFailure(checks: Iterable<MaybeFailure>): Failure | null {
  for (const check of checks) if (check) return check;
  return null;
}

export function refusal(failed: Failure, phase: Refusal['phase']): Refusal {
  const { exception = 'ValueError', ...rest } = failed;
  return { ...rest, exception, phase };
}
