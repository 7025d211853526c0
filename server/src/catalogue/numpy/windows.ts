/** Windows that slide over arrays (`np.lib.stride_tricks`). */
import { axisOf } from '../../shapes/axes';
import { type Dimension, isKnown, unknownDimension } from '../../shapes/dimension';
import { refuse } from '../../shapes/problem';
import { hasRank } from '../../shapes/shape';
import { type OpDefinition, tensorOf } from '../ops/define-op';
import { NotKnown } from '../ops/operand';
import { array, axis, numpyOp, shape } from './define';

const slidingWindows = numpyOp(
  'lib.stride_tricks.sliding_window_view(x, window_shape, axis=None, *, subok=False, writeable=False)',
  {
    summary: 'All windows of a size, one behind the other, in new axes at the end.',
    read: { x: array(), window_shape: shape(), axis: axis() },
    output: ({ args: { x, window_shape: window, axis: axes } }) => {
      if (!hasRank(window)) throw new NotKnown(window.reason);
      const at = axes === null ? x.shape.map((_, i) => i) : axes.map((one) => axisOf(one, x.rank));
      if (at.length !== window.length) {
        refuse('invalid-argument', `${window.length} window sizes are given for ${at.length} axes`, {
          parameter: 'window_shape',
        });
      }
      const left = [...x.shape];
      at.forEach((one, i) => {
        left[one] = windowCount(left[one] as Dimension, window[i] as Dimension);
      });
      return tensorOf([...left, ...window], x.dtype);
    },
  },
);

function windowCount(size: Dimension, window: Dimension): Dimension {
  if (!isKnown(size) || !isKnown(window)) return unknownDimension({ text: 'how many windows fit is not known' });
  if (window > size) {
    refuse('negative-dimension', `a window of ${window} does not fit into ${size}`, { parameter: 'window_shape' });
  }
  return size - window + 1;
}

const strided = numpyOp('lib.stride_tricks.as_strided(x, shape=None, strides=None, subok=False, writeable=True)', {
  summary: 'The same memory in another shape.',
  read: { x: array(), shape: shape() },
  output: ({ args: { x, shape: sizes }, written }) => tensorOf(written('shape') ? sizes : x.anyShape, x.dtype),
});

export const windows: readonly OpDefinition[] = [slidingWindows, strided];
