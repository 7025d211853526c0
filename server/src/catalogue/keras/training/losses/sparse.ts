/**
 * `sparse_categorical_crossentropy`: a class number for each position of the outputs but their last
 * axis. Keras 2 lays both flat where the ranks do not say so, and then counts.
 */
import type { Dimension } from '../../../../shapes/dimension';
import { product } from '../../../../shapes/dimension';
import type { Generation } from '../../../../values/context';
import { alike, clash, endsInOne, open, reduceLast, type Sizes, sameCount, squeezeLast } from '../judgement';

export function sparse(labels: Sizes, outputs: Sizes, generation: Generation): Sizes {
  const positions = reduceLast(outputs);
  if (generation !== 'keras3') {
    if (labels.length === positions.length) return alike(labels, positions);
    sameCount(labels, positions);
    return outputs.length >= 3 ? positions : [product(labels) as Dimension];
  }
  const isColumn = labels.length === outputs.length && (endsInOne(labels) ?? open());
  const classes = isColumn ? squeezeLast(labels) : labels;
  if (classes.length !== positions.length) {
    clash(`class numbers for such outputs have ${positions.length} ${positions.length === 1 ? 'axis' : 'axes'}`);
  }
  return alike(classes, positions);
}
