/**
 * `binary_crossentropy`. Keras 3 wants labels of exactly the outputs' shape. Keras 2 broadcasts them,
 * but where it finds the logits behind a sigmoid (or is told that it gets logits).
 */
import type { Generation } from '../../../../values/context';
import { alike, broadcast, open, reduceLast, type Sizes } from '../judgement';

/** `logits`: whether logits are compared; null where that is not known. */
export function binary(labels: Sizes, outputs: Sizes, generation: Generation, logits: boolean | null): Sizes {
  if (generation === 'keras3' || logits) return reduceLast(alike(labels, outputs));
  const sizes = broadcast(labels, outputs);
  const same = labels.length === outputs.length && labels.every((size, axis) => size === outputs[axis]);
  return logits === null && !same ? open() : reduceLast(sizes);
}
