/**
 * Calls that run, where Keras 3 only reports shapes for its own tensors: on data, and inside of
 * functions that TensorFlow traces (`call` of the program's layers and models, `Dataset.map`).
 */
import type { DType } from '../../shapes/dtype';
import type { InputView } from '../define-layer';
import { inputDType } from './keras2';

export function isRun({ input }: { readonly input: InputView | undefined }): boolean {
  return input !== undefined && input.tensor.library !== 'keras';
}

/** For `outputDType` of layers that keep what they get, though they report what they compute in. */
export function runDType(question: {
  readonly input: InputView;
  readonly dtype: DType;
  readonly autocast: boolean;
}): DType {
  return isRun(question) ? inputDType(question) : question.dtype;
}
