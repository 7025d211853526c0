/** `categorical_crossentropy`: labels of exactly the outputs' shape (keras.src.backend.tensorflow.nn). */
import { alike, reduceLast, type Sizes } from '../judgement';

export function categorical(labels: Sizes, outputs: Sizes): Sizes {
  return reduceLast(alike(labels, outputs));
}
