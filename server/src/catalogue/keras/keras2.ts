/** What Keras 2 does around every layer's own code, where Keras 3 does otherwise. */
import { type DType, isFloating } from '../../shapes/dtype';

/**
 * The element type in which a layer of Keras 2 sees an input: floats are cast to the layer's own
 * type, others are left (`_maybe_cast_inputs`). Keras 3 casts, or reports, everything.
 */
export function autocast(input: DType, layer: DType): DType {
  return isFloating(input) && isFloating(layer) ? layer : input;
}

/** For `outputDType` of layers of Keras 2 that keep what they get. */
export function inputDType({
  input,
  dtype,
}: {
  readonly input: { readonly dtype: DType };
  readonly dtype: DType;
}): DType {
  return autocast(input.dtype, dtype);
}
