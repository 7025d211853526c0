/** A shape as a hint shows it, in parts: each size leads somewhere. */
import { isWorthShowing, StructureWalk, tensorsOf } from '../analysis/observed';
import { type Dimension, formatDimension, formatTerm, isDynamic } from '../shapes/dimension';
import { hasRank } from '../shapes/shape';
import type { TensorValue } from '../values/tensor';
import type { Value } from '../values/value';

export type ShapeFormat = 'full' | 'short';

export interface ShapePart {
  readonly text: string;
  /** The size that the part is; null for what stands between. */
  readonly size: { readonly tensor: TensorValue; readonly axis: number } | null;
}

/**
 * `(None, 4)`, `(None, 4), (None, 8)`, `{a: (None, 4)}`; short: `4`, `14×14×16`. Null where there is
 * nothing that is known to show.
 */
export function shapeParts(value: Value, format: ShapeFormat): ShapePart[] | null {
  return tensorsOf(value).some(isWorthShowing) ? structureParts(value, format, new StructureWalk(), true) : null;
}

export function partsText(parts: readonly { readonly text: string }[]): string {
  return parts.map(({ text }) => text).join('');
}

function structureParts(value: Value, format: ShapeFormat, walk: StructureWalk, outermost = false): ShapePart[] {
  const all: ShapePart[][] = [];
  switch (value.kind) {
    case 'tensor':
      return format === 'full' ? fullParts(value) : shortParts(value);
    case 'tuple':
    case 'list': {
      if (!walk.each(value, value.items, (item) => all.push(structureParts(item, format, walk))))
        all.push([plain('…')]);
      const items = joined(all);
      return outermost ? items : [plain('['), ...items, plain(']')];
    }
    case 'dict': {
      const isWhole = walk.each(value, value.entries.values(), ({ key, value: item }) =>
        all.push([plain(`${key.kind === 'str' ? key.value : '…'}: `), ...structureParts(item, format, walk)]),
      );
      if (!isWhole) all.push([plain('…')]);
      return [plain('{'), ...joined(all), plain('}')];
    }
    case 'None':
      return [plain('None')];
    default:
      return [plain('?')];
  }
}

function plain(text: string): ShapePart {
  return { text, size: null };
}

function joined(all: readonly (readonly ShapePart[])[], separator = ', '): ShapePart[] {
  return all.flatMap((parts, i) => (i > 0 ? [plain(separator), ...parts] : parts));
}

function fullParts(tensor: TensorValue): ShapePart[] {
  if (!hasRank(tensor.shape)) return [plain('(?)')];
  const parts = [OPENING];
  for (const [axis, size] of tensor.shape.entries()) {
    if (axis > 0) parts.push(COMMA);
    parts.push({ text: formatDimension(size), size: { tensor, axis } });
  }
  parts.push(tensor.shape.length === 1 ? CLOSING_ONE : CLOSING);
  return parts;
}

const OPENING = plain('(');
const COMMA = plain(', ');
const CLOSING = plain(')');
const CLOSING_ONE = plain(',)');

/** Without the batch, and with symbols for sizes that only a run will tell. */
function shortParts(tensor: TensorValue): ShapePart[] {
  if (!hasRank(tensor.shape)) return [plain('?')];
  const first = hasBatch(tensor) ? 1 : 0;
  const sizes = tensor.shape
    .slice(first)
    .map((size, i): ShapePart[] => [{ text: shortText(size), size: { tensor, axis: first + i } }]);
  return sizes.length === 0 ? [plain('()')] : joined(sizes, '×');
}

function hasBatch({ symbolic, shape }: TensorValue): boolean {
  const first = hasRank(shape) ? shape[0] : undefined;
  return symbolic && first !== undefined && isDynamic(first);
}

function shortText(size: Dimension): string {
  const text = formatTerm(size);
  return /^[\w?]+$|^[⌊⌈].*[⌋⌉]$/.test(text) ? text : `(${text})`;
}
