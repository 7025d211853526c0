/** `array[key]`, and what is written to it. */
import { type ArrayItem, arraySubscriptShape } from '../../shapes/advanced-indexing';
import { unknownDimension } from '../../shapes/dimension';
import { refuse } from '../../shapes/problem';
import { explainSubscript, type SubscriptItem } from '../../shapes/slicing';
import type { Value } from '../../values/value';
import { tensorOf } from '../ops/define-op';
import { boundOf } from '../ops/indexing/subscript';
import { NotKnown, type Operand } from '../ops/operand';
import { anything, describe } from '../params';
import { dimensionOf } from '../tensorflow/tensor-shape';
import { array, asArray, numpyOp } from './define';
import { type Content, contentOf, type Plain, picked, rowsAt } from './elements';
import { unknownCount } from './elementwise';
import { fitsInto } from './making';

/** A key as numpy reads it: a tuple is several items, a list is an array of indices. */
export function keyItems(key: Value): readonly ArrayItem[] {
  return (key.kind === 'tuple' ? key.items : [key]).map(itemOf);
}

function itemOf(item: Value): ArrayItem {
  switch (item.kind) {
    case 'int':
      return { type: 'index', index: dimensionOf(item) ?? 0 };
    case 'None':
      return { type: 'newaxis' };
    case 'Ellipsis':
      return { type: 'ellipsis' };
    case 'slice': {
      const bound = (value: Value) => {
        if (value.kind === 'float') {
          refuse('invalid-argument', `a bound of a slice must be an int, not ${describe(value)}`, {
            exception: 'TypeError',
          });
        }
        return boundOf(value);
      };
      const { start, stop, step, takes } = item;
      return { type: 'slice', slice: { start: bound(start), stop: bound(stop), step: bound(step), takes } };
    }
    case 'unknown':
      if (item.count) return { type: 'index', index: unknownDimension(item.reason) };
      throw new NotKnown(item.reason);
    case 'instance':
      throw new NotKnown({ text: `${describe(item)} is an index` });
    case 'float':
    case 'str':
    case 'dict':
    case 'function':
      return wrongIndex(item);
    default:
      return arrayItem(item);
  }
}

function wrongIndex(item: Value): never {
  return refuse('invalid-argument', `${describe(item)} is no index of an array`, { exception: 'IndexError' });
}

function arrayItem(item: Value): ArrayItem {
  const operand = asArray(item, { callee: 'a subscript', parameter: 'key' });
  const { dtype } = operand;
  const content = contentOf(operand);
  if (dtype === 'bool') {
    const count = content ? content.items.filter(Boolean).length : unknownCount();
    return { type: 'mask', shape: operand.shape, count };
  }
  if (dtype === '?') throw new NotKnown({ text: 'an index is not known' });
  const empty = content !== null && content.items.length === 0;
  if (!/^u?int\d+$/.test(dtype) && !(empty && item.kind !== 'tensor')) wrongIndex(item);
  if (operand.rank === 0) {
    return {
      type: 'index',
      index: dimensionOf(item) ?? unknownDimension({ text: 'the index is an element of an array' }),
    };
  }
  const numbers = content?.items.map(Number) ?? [];
  const known = numbers.length > 0;
  return {
    type: 'indices',
    shape: operand.shape,
    least: known ? Math.min(...numbers) : null,
    most: known ? Math.max(...numbers) : null,
  };
}

function plainItems(items: readonly ArrayItem[]): readonly SubscriptItem[] | null {
  const plain = items.every((item) => item.type !== 'indices' && item.type !== 'mask');
  return plain ? (items as readonly SubscriptItem[]) : null;
}

export const subscript = numpyOp('__getitem__(x, key)', {
  summary: 'Part of an array, as `x[key]`.',
  keepLimits: true,
  read: { x: array(), key: anything() },
  view: 'x',
  output: ({ args: { x, key } }) => {
    if (key.kind === 'str') throw new NotKnown({ text: 'fields of arrays are not followed' });
    return tensorOf(arraySubscriptShape(x.shape, keyItems(key)), x.dtype);
  },
  explain: ({ args: { x, key } }) => explainSubscript(x.shape, plainItems(keyItems(key)) ?? []),
  elements: ({ args: { x, key } }) => {
    const content = contentOf(x);
    const items = keyItems(key);
    const plain = plainItems(items);
    if (!content) return null;
    return plain ? picked(content, plain) : byArray(content, key);
  },
});

/** Rows by one array of indices, or by one mask. */
function byArray(content: Content, key: Value): readonly Plain[] | null {
  if (key.kind === 'tuple') return null;
  const operand = asArray(key, { callee: 'a subscript', parameter: 'key' });
  const where = contentOf(operand);
  if (!where) return null;
  if (operand.dtype !== 'bool') return rowsAt(content, where.items.map(Number));
  if (where.shape.length === 1) {
    return rowsAt(
      content,
      where.items.flatMap((one, i) => (one ? [i] : [])),
    );
  }
  return where.shape.length === content.shape.length ? content.items.filter((_, i) => where.items[i]) : null;
}

/** Refuses what cannot be written to `x[key]`. */
export function checkWritten(x: Operand, key: Value, value: Operand): void {
  const place = arraySubscriptShape(x.shape, keyItems(key));
  fitsInto(value.shape, place);
}
