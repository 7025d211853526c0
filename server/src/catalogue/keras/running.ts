/**
 * Calls that run, where Keras 3 only reports shapes for its own tensors: on data, and inside of
 * functions that TensorFlow traces (`call` of the program's layers and models, `Dataset.map`).
 */
import type { DType } from '../../shapes/dtype';
import type { InputSpec, InputView } from '../define-layer';
import { inputDType } from './keras2';

export function isRun({ input }: { readonly input: InputView | undefined }): boolean {
  return input !== undefined && input.tensor.library !== 'keras';
}

/**
 * The input spec of a built layer of Keras 2: only calls that run are held to it. Calls that make a graph
 * are checked before the layer is built, and then meet its weights as they are.
 */
export function specOfRuns(now: { readonly input: InputView }, spec: InputSpec): InputSpec {
  return isRun(now) ? spec : {};
}

/** For `outputDType` of layers that keep what they get, though they report what they compute in. */
export function runDType(question: {
  readonly input: InputView;
  readonly dtype: DType;
  readonly autocast: boolean;
}): DType {
  return isRun(question) ? inputDType(question) : question.dtype;
}
