/** What Keras 2 does around every layer's own code, where Keras 3 does otherwise. */
import { type Dimension, dynamic, isDynamic, isKnown } from '../../shapes/dimension';
import { type DType, isFloating, isInteger } from '../../shapes/dtype';
import type { InputView, LayerQuestion } from '../define-layer';
import { type Failure, failure, type MaybeFailure } from '../failure';

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
  autocast: casts,
}: {
  readonly input: { readonly dtype: DType };
  readonly dtype: DType;
  readonly autocast: boolean;
}): DType {
  return casts ? autocast(input.dtype, dtype) : input.dtype;
}

/** TensorFlow's leaky ReLU makes float32 of ints. */
export function slopedDType(question: Parameters<typeof inputDType>[0]): DType {
  const dtype = inputDType(question);
  return isInteger(dtype) ? 'float32' : dtype;
}

type Typed = Pick<LayerQuestion<unknown>, 'callee' | 'input' | 'dtype'>;

/** TensorFlow computes no exponentials of ints: most activations take floats only. */
export function floatsOnly({ callee, input, dtype }: Typed): MaybeFailure {
  const given = autocast(input.dtype, dtype);
  return (isInteger(given) || given === 'bool' || given === 'string') && unsupported(callee, given, 'floats');
}

/** Ints are taken too, bools and strings are not. */
export function numbersOnly({ callee, input, dtype }: Typed): MaybeFailure {
  const given = autocast(input.dtype, dtype);
  return (given === 'bool' || given === 'string') && unsupported(callee, given, 'numbers');
}

function unsupported(callee: string, given: DType, wanted: string): MaybeFailure {
  return failure('incompatible-dtypes', `${callee} takes ${wanted}, and its input is ${given}`, {
    exception: 'TypeError',
    inputs: [0],
    facts: { dtype: given },
  });
}

/**
 * Sizes behind a dilated window: TensorFlow spreads the image into the batch, on all axes at once, so that
 * with one unknown size none is known behind.
 */
export function spreadSizes(
  before: readonly Dimension[],
  dilation: readonly Dimension[],
  after: readonly Dimension[],
): readonly Dimension[] {
  return isSpreadOpen(before, dilation) ? after.map((size) => (isDynamic(size) ? size : dynamic())) : after;
}

/** Whether the sizes behind a dilated window are left open, so that none is found too small. */
export function isSpreadOpen(before: readonly Dimension[], dilation: readonly Dimension[]): boolean {
  return dilation.some((rate) => isKnown(rate) && rate > 1) && before.some(isDynamic);
}

/** TensorFlow promotes nothing: int32 with float32 raises. */
export function mixedTypes(callee: string, inputs: readonly InputView[], dtype: DType): Failure | null {
  const types = inputs.map((input) => autocast(input.dtype, dtype));
  const index = types.findIndex((type) => type !== types[0] && type !== '?' && types[0] !== '?');
  if (index < 0) return null;
  return failure('incompatible-dtypes', `${callee} cannot mix ${types[0]} and ${types[index]}`, {
    exception: 'TypeError',
    inputs: [0, index],
    facts: { left: types[0], right: types[index] },
  });
}
