/** `tf.experimental.numpy.experimental_enable_numpy_behavior()`: from then on tensors of all element types mix. */
import type { Context, StateKey } from '../../values/context';
import { Cell } from '../../values/heap';
import { NONE } from '../../values/value';
import { nativeFunction } from '../native';

class NumpyBehavior {
  readonly isOn = new Cell<boolean>(false, (a, b) => a || b);
}

const NUMPY_BEHAVIOR: StateKey<NumpyBehavior> = { name: 'numpy behavior', create: () => new NumpyBehavior() };

/** Which element type a mixture has depends on the mode, and on which operands are weak: it is not followed. */
export function mixesLikeNumpy(context: Context): boolean {
  return context.state.get(NUMPY_BEHAVIOR).isOn.value;
}

export const enableNumpyBehavior = nativeFunction('experimental_enable_numpy_behavior', null, (_given, context) => {
  context.state.get(NUMPY_BEHAVIOR).isOn.set(context.heap, true);
  return NONE;
});
