/** Products of tensors (`K.dot`, `K.batch_dot`). */
import { without } from '../../../shapes/axes';
import { type Dimension, formatDimension, surelyDiffer } from '../../../shapes/dimension';
import { inferredMatmul } from '../../../shapes/inference';
import { mergedSize } from '../../../shapes/joining';
import { refuse } from '../../../shapes/problem';
import { formatShape } from '../../../shapes/shape';
import { type OpDefinition, tensorOf } from '../../ops/define-op';
import { axisChoice } from '../../ops/params';
import { sharedType, tensorflowOp } from '../../tensorflow/ops/define';

import { any } from './shared';

/** Matrices multiply; tensors of more axes join all of them but the contracted ones. */
const dot = tensorflowOp({
  name: 'dot',
  nameless: true,
  summary: 'Product of matrices; of tensors: the last axis of one with the last but one of the other.',
  params: { x: any(), y: any() },
  output: ({ args: { x, y }, callee }) => {
    // It asks for `shape.rank`, which arrays of numpy have not.
    const array = [x, y].findIndex(({ tensor }) => tensor?.library === 'numpy');
    if (array >= 0) {
      const parameter = array === 0 ? 'x' : 'y';
      refuse('invalid-argument', `${callee} takes tensors, and \`${parameter}\` is an array of numpy`, {
        exception: 'AttributeError',
        parameter,
      });
    }
    const type = sharedType([x, y], callee);
    if (x.rank <= 2 && y.rank <= 2) {
      return tensorOf(inferredMatmul(x.shape, y.shape, { transposeLeft: false, transposeRight: false }), type);
    }
    const inner = x.shape.at(-1);
    const met = y.shape.at(-2);
    if (inner === undefined || met === undefined) return refuse('wrong-rank', `${callee} takes matrices or more`);
    if (surelyDiffer(inner, met)) {
      refuse(
        'incompatible-shapes',
        `${formatShape(x.shape)} and ${formatShape(y.shape)} cannot be multiplied: ${formatDimension(inner)} against ${formatDimension(met)}`,
        {
          facts: { shapes: [x.shape, y.shape], sizes: [inner, met] },
        },
      );
    }
    return tensorOf([...x.shape.slice(0, -1), ...y.shape.slice(0, -2), y.shape.at(-1) as Dimension], type);
  },
});

const batchDot = tensorflowOp({
  name: 'batch_dot',
  nameless: true,
  summary: 'Products of each two tensors of a batch.',
  params: { x: any(), y: any(), axes: axisChoice() },
  output: ({ args: { x, y, axes }, callee }) => {
    const [left, right] = [x.shape, y.shape];
    if (x.rank < 2 || y.rank < 2) {
      refuse('wrong-rank', `${callee} takes 2 dimensions or more: ${formatShape(left)} and ${formatShape(right)}`);
    }
    const [first, second] = [left[0] as Dimension, right[0] as Dimension];
    if (surelyDiffer(first, second)) {
      refuse('incompatible-shapes', `the batches differ: ${formatDimension(first)} against ${formatDimension(second)}`);
    }
    const [a, b] = dotAxes(axes?.axes ?? null, x.rank, y.rank);
    const sizes = [left[a], right[b]] as const;
    if (a <= 0 || b <= 0 || sizes[0] === undefined || sizes[1] === undefined) {
      return refuse('axis-out-of-range', `${callee} goes along axes behind the batch`, { parameter: 'axes' });
    }
    if (surelyDiffer(sizes[0], sizes[1])) {
      refuse(
        'incompatible-shapes',
        `${formatShape(left)} and ${formatShape(right)} do not fit on axes ${a} and ${b}: ${formatDimension(sizes[0])} against ${formatDimension(sizes[1])}`,
        { parameter: 'axes', facts: { shapes: [left, right] } },
      );
    }
    const rest = [...without(left, [0, a]), ...without(right, [0, b])];
    const batch = mergedSize(first, second);
    return tensorOf(rest.length === 0 ? [batch, 1] : [batch, ...rest], sharedType([x, y], callee));
  },
});

function dotAxes(axes: readonly number[] | null, left: number, right: number): readonly [number, number] {
  if (axes === null) return [left - 1, right === 2 ? right - 1 : right - 2];
  const [first = 0, second = first] = axes;
  return [first < 0 ? first + left : first, second < 0 ? second + right : second];
}

export const backendProducts: readonly OpDefinition[] = [dot, batchDot];
