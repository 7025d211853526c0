/** `x[key]` of Keras tensors: which keys they take, and what is left. */
import { type Dimension, unknownDimension } from '../../../shapes/dimension';
import { refuse } from '../../../shapes/problem';
import { type Bound, explainSubscript, type SubscriptItem, subscriptShape } from '../../../shapes/slicing';
import type { Value } from '../../../values/value';
import { anything, describe } from '../../params';
import { dimensionOf } from '../../tensorflow/tensor-shape';
import { defineOp, type OpDefinition, tensorOf } from '../define-op';
import { NotKnown } from '../operand';
import { tensor } from '../params';

/** A key as `GetItem.compute_output_spec` takes it: an int, or a tuple or list of ints, slices, None and one `...`. */
export function kerasKey(key: Value): SubscriptItem[] {
  if (key.kind === 'unknown') throw new NotKnown(key.reason);
  if (key.kind === 'list' && key.uncertain) throw new NotKnown(key.uncertain);
  if (key.kind === 'int' || key.kind === 'bool') return [itemOf(key)];
  if (key.kind === 'tuple' || key.kind === 'list') return key.items.map(itemOf);
  return unsupported(key);
}

function unsupported(key: Value): never {
  const bare = key.kind === 'slice' || key.kind === 'Ellipsis' || key.kind === 'None';
  return refuse(
    'invalid-argument',
    bare
      ? `a Keras tensor does not take ${key.kind === 'slice' ? 'a slice' : describe(key)} alone: write a comma behind it`
      : `a Keras tensor cannot be indexed with ${describe(key)}`,
    { facts: { bare } },
  );
}

function itemOf(item: Value): SubscriptItem {
  switch (item.kind) {
    case 'int':
    case 'bool':
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
    default:
      return unsupported(item);
  }
}

/** A bound of a slice: None is none. What has no `__index__` is refused. */
export function boundOf(value: Value): Bound {
  if (value.kind === 'None') return null;
  if (value.kind === 'tensor' && !value.data) {
    return unknownDimension({ text: 'a bound of the slice is the value of a tensor' });
  }
  const found =
    value.kind === 'instance' ? unknownDimension({ text: `${describe(value)} is a bound` }) : dimensionOf(value);
  return found ?? refuseBound(value);
}

function refuseBound(value: Value): Dimension {
  return refuse('invalid-argument', `a bound of a slice must be an int or None, not ${describe(value)}`, {
    exception: 'TypeError',
  });
}

export const getItem = defineOp({
  name: 'get_item',
  module: 'numpy',
  operation: 'GetItem',
  summary: 'Part of a tensor, as `x[key]`.',
  params: { x: tensor(), key: anything(null) },
  symbolicBy: ['x'],
  output: ({ args: { x, key } }) =>
    tensorOf(subscriptShape(x.shape, kerasKey(key), { index: 'ValueError', count: 'ValueError' }), x.dtype),
  explain: ({ args: { x, key } }) => explainSubscript(x.shape, kerasKey(key)),
});

export const subscripts: readonly OpDefinition[] = [getItem];
