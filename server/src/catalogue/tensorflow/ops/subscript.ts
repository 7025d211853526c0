/** `x[key]` of TensorFlow's tensors: bare slices, scalar tensors as indices, masks. */
import { type Dimension, isKnown, unknownDimension } from '../../../shapes/dimension';
import { masked } from '../../../shapes/inference';
import { refuse } from '../../../shapes/problem';
import { explainSubscript, type SubscriptItem, sliceCount, subscriptShape } from '../../../shapes/slicing';
import type { Element } from '../../../values/tensor';
import type { Value } from '../../../values/value';
import { tensorOf } from '../../ops/define-op';
import { boundOf } from '../../ops/indexing/subscript';
import { NotKnown, type Operand, operandOf } from '../../ops/operand';
import { tensor } from '../../ops/params';
import { anything, describe } from '../../params';
import { dimensionOf } from '../tensor-shape';
import { tensorflowOp } from './define';
import { countInRun } from './indexing';

/** A key as `_slice_helper` takes it; a list counts as a tuple. */
export function tensorflowKey(key: Value): SubscriptItem[] {
  if (key.kind === 'unknown') throw new NotKnown(key.reason);
  if (key.kind === 'list' && key.uncertain) throw new NotKnown(key.uncertain);
  return (key.kind === 'tuple' || key.kind === 'list' ? key.items : [key]).map(itemOf);
}

function itemOf(item: Value): SubscriptItem {
  switch (item.kind) {
    case 'int':
      return { type: 'index', index: dimensionOf(item) ?? 0 };
    case 'None':
      return { type: 'newaxis' };
    case 'Ellipsis':
      return { type: 'ellipsis' };
    case 'slice':
      return {
        type: 'slice',
        slice: { start: boundOf(item.start), stop: boundOf(item.stop), step: boundOf(item.step) },
      };
    case 'unknown':
      throw new NotKnown(item.reason);
    case 'tensor':
      if (/^u?int/.test(item.dtype) && Array.isArray(item.shape) && item.shape.length === 0) {
        return {
          type: 'index',
          index: dimensionOf(item) ?? unknownDimension({ text: 'the index is the value of a tensor' }),
        };
      }
      if (item.dtype === '?' || !Array.isArray(item.shape)) throw new NotKnown({ text: 'an index is not known' });
      break;
    case 'instance':
      throw new NotKnown({ text: `${describe(item)} is an index` });
    default:
  }
  return refuse(
    'invalid-argument',
    `a tensor is indexed with ints, slices, None and \`...\`, not with ${describe(item)}`,
    {
      exception: 'TypeError',
    },
  );
}

/** A mask of bools alone selects elements. */
function maskOf(key: Value): Operand | undefined {
  return key.kind === 'tensor' && key.dtype === 'bool' ? operandOf(key) : undefined;
}

export const subscript = tensorflowOp({
  name: '__operators__.getitem',
  summary: 'Part of a tensor, as `x[key]`.',
  params: { x: tensor(), key: anything(null) },
  nameless: true,
  symbolicBy: ['x'],
  output: ({ args: { x, key }, mode }) => {
    const mask = maskOf(key);
    if (mask) return tensorOf(masked(x.shape, mask.shape, 0, countInRun(mode)), x.dtype);
    return tensorOf(subscriptShape(x.shape, tensorflowKey(key), { index: 'ValueError', count: 'ValueError' }), x.dtype);
  },
  explain: ({ args: { x, key } }) => (maskOf(key) ? [] : explainSubscript(x.shape, tensorflowKey(key))),
  elements: ({ args: { x, key } }) => picked(x, key),
});

/** Elements of a small vector: `tf.shape(x)[1:]`. */
function picked(x: Operand, key: Value): readonly Element[] | null {
  const data = x.tensor?.data;
  if (!data || x.rank !== 1 || maskOf(key)) return null;
  const [item, ...more] = tensorflowKey(key);
  if (!item || more.length > 0) return null;
  if (item.type === 'index') {
    const at = isKnown(item.index) ? data.at(item.index) : undefined;
    return at === undefined ? null : [at];
  }
  if (item.type !== 'slice') return null;
  const { start, stop, step } = item.slice;
  const known = [start, stop, step].every((bound) => bound === null || isKnown(bound as Dimension));
  if (!known || (step !== null && step !== 1)) return null;
  const count = sliceCount(data.length, start as number | null, stop as number | null, 1);
  const first =
    start === null
      ? 0
      : Math.min(Math.max((start as number) < 0 ? (start as number) + data.length : (start as number), 0), data.length);
  return data.slice(first, first + count);
}
