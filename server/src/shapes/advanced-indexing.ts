/** Subscripts of arrays as numpy has them: ints, slices, `None`, `...`, arrays of indices, and masks. */
import { type Dimension, formatDimension, isKnown, surelyDiffer } from './dimension';
import { refuse } from './problem';
import { broadcastAll } from './products';
import { formatShape } from './shape';
import { type SubscriptItem, slicedSize } from './slicing';

type Sizes = readonly Dimension[];

export type ArrayItem =
  | SubscriptItem
  /** Indices of an axis; `least` and `most` of them, where they are known. */
  | { readonly type: 'indices'; readonly shape: Sizes; readonly least: number | null; readonly most: number | null }
  /** A mask over one axis or more, and how many elements it takes. */
  | { readonly type: 'mask'; readonly shape: Sizes; readonly count: Dimension };

function taken(item: ArrayItem): number {
  if (item.type === 'mask') return item.shape.length;
  return item.type === 'newaxis' || item.type === 'ellipsis' ? 0 : 1;
}

function outOfBounds(shape: Sizes, axis: number, index: number): void {
  const size = shape[axis] as Dimension;
  if (!isKnown(size) || (index < size && index >= -size)) return;
  refuse('axis-out-of-range', `index ${index} is not there: axis ${axis} of ${formatShape(shape)} has ${size}`, {
    exception: 'IndexError',
    facts: { index, axis, size },
  });
}

function checkMask(shape: Sizes, axis: number, mask: Sizes): void {
  mask.forEach((size, i) => {
    const own = shape[axis + i] as Dimension;
    if (surelyDiffer(size, own)) {
      refuse(
        'incompatible-shapes',
        `axis ${axis + i} of ${formatShape(shape)} has ${formatDimension(own)}, and the mask ${formatDimension(size)}`,
        { exception: 'IndexError', facts: { axis: axis + i } },
      );
    }
  });
}

/**
 * The shape of `array[items]`. Arrays of indices broadcast together (single ints among them count as
 * such, masks as vectors); what they give stands in their place, or in front where something else stands
 * between them.
 */
export function arraySubscriptShape(shape: Sizes, items: readonly ArrayItem[]): Sizes {
  if (items.filter((item) => item.type === 'ellipsis').length > 1) {
    refuse('invalid-argument', 'a subscript takes only one `...`', { exception: 'IndexError' });
  }
  const taking = items.reduce((sum, item) => sum + taken(item), 0);
  if (taking > shape.length) {
    refuse('wrong-rank', `${formatShape(shape)} has ${shape.length} axes, and the subscript takes ${taking}`, {
      exception: 'IndexError',
      facts: { rank: shape.length, taking },
    });
  }
  const advanced = items.some((item) => item.type === 'indices' || item.type === 'mask');
  const isAdvanced = (item: ArrayItem) =>
    item.type === 'indices' || item.type === 'mask' || (advanced && item.type === 'index');
  const result: Dimension[] = [];
  const meeting: Sizes[] = [];
  let place: number | null = null;
  let parted = false;
  let open = false;
  let axis = 0;
  for (const item of items) {
    if (isAdvanced(item)) {
      if (place === null) place = result.length;
      else if (!open) parted = true;
      open = true;
    } else open = false;
    if (item.type === 'newaxis') result.push(1);
    else if (item.type === 'ellipsis') {
      const end = axis + shape.length - taking;
      result.push(...shape.slice(axis, end));
      axis = end;
    } else if (item.type === 'slice') {
      result.push(slicedSize(shape[axis] as Dimension, item.slice));
      axis += 1;
    } else if (item.type === 'mask') {
      checkMask(shape, axis, item.shape);
      meeting.push([item.count]);
      axis += item.shape.length;
    } else {
      if (item.type === 'index') {
        if (isKnown(item.index)) outOfBounds(shape, axis, item.index);
        meeting.push([]);
      } else {
        for (const bound of [item.least, item.most]) if (bound !== null) outOfBounds(shape, axis, bound);
        meeting.push(item.shape);
      }
      axis += 1;
    }
  }
  const rest = [...result, ...shape.slice(axis)];
  if (!advanced) return rest;
  const met = broadcastAll(meeting, { exception: 'IndexError' });
  const at = parted ? 0 : (place ?? 0);
  return [...rest.slice(0, at), ...met, ...rest.slice(at)];
}
