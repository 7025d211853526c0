/** What initializers ask of the weights that they fill (keras.src.initializers.random_initializers). */
import type { DType } from '../../shapes/dtype';
import { formatShape } from '../../shapes/shape';
import type { WeightSpec } from '../define-layer';
import { type Failure, failure } from '../failure';

const IDENTITY = new Set(['Identity', 'IdentityInitializer', 'IdentityV2', 'identity']);
const ORTHOGONAL = new Set(['Orthogonal', 'OrthogonalInitializer', 'OrthogonalV2', 'orthogonal']);
const ABSTRACT = new Set(['Initializer', 'initializer']);

/** The first weight that its initializer cannot fill. `dtype` is what the layer's variables are. */
export function unfitInitializer(callee: string, weights: readonly WeightSpec[], dtype: DType): Failure | null {
  for (const spec of weights) {
    const { initializer, name, shape } = spec;
    if (!initializer) continue;
    const refuse = (why: string, exception = 'ValueError') =>
      failure('invalid-argument', `the initializer '${initializer}' of \`${name}\` in ${callee} ${why}`, { exception });
    if (ABSTRACT.has(initializer)) return refuse('makes no values', 'NotImplementedError');
    if (IDENTITY.has(initializer) && shape.length !== 2) {
      return refuse(`takes matrices only, and ${formatShape(shape)} is none`);
    }
    if (!ORTHOGONAL.has(initializer)) continue;
    if (shape.length < 2) return refuse(`takes two axes or more, and ${formatShape(shape)} has fewer`);
    if ((spec.dtype ?? dtype) === 'bfloat16') {
      return refuse('cannot make bfloat16: TensorFlow has no QR decomposition for it', 'InvalidArgumentError');
    }
  }
  return null;
}
