/** Arrays cut into parts. */
import { axisOf, replaced } from '../../shapes/axes';
import { type Dimension, isKnown } from '../../shapes/dimension';
import { splitEvenly, splitNearly } from '../../shapes/joining';
import { refuse } from '../../shapes/problem';
import { type SubscriptItem, sliceCount } from '../../shapes/slicing';
import type { Value } from '../../values/value';
import { listOf, tensorOf } from '../ops/define-op';
import type { OpParam } from '../ops/params';
import { sequenceItems } from '../params';
import { array, asArray, integer, numpyOp } from './define';
import { type Content, contentOf, type Plain, picked } from './elements';
import { unknownCount } from './elementwise';

type Sizes = readonly Dimension[];

/** Where an axis is split: into equal parts, or at indices. */
function sections(): OpParam<number | readonly number[]> {
  return {
    default: null,
    read: (value, context) => {
      if (value.kind === 'unknown') return { value: value as never };
      const items = sequenceItems(value);
      const found = integerOrList(items ?? [value], context.callee);
      if (found === null)
        return { value: { kind: 'unknown', reason: { text: 'where to split is not known' } } as never };
      const list =
        items !== null || (value.kind === 'tensor' && Array.isArray(value.shape) && value.shape.length === 1);
      return { value: list ? found : (found[0] as number) };
    },
  };
}

function integerOrList(items: readonly Value[], callee: string): readonly number[] | null {
  const numbers: number[] = [];
  for (const item of items) {
    if (item.kind === 'unknown') return null;
    const operand = asArray(item, { callee, parameter: 'indices_or_sections' });
    const content = contentOf(operand);
    if (!content) return null;
    if (!/^(bool|u?int\d+)$/.test(operand.dtype) && items.length > 0) {
      refuse('invalid-argument', `${callee} splits at ints`, {
        exception: 'TypeError',
        parameter: 'indices_or_sections',
      });
    }
    numbers.push(...content.items.map(Number));
  }
  return numbers;
}

/** Split at indices, which are bounded as slices are. */
function slicedAt(shape: Sizes, indices: readonly number[], at: number): Sizes[] {
  const size = shape[at] as Dimension;
  const starts = [0, ...indices];
  return starts.map((start, i) => {
    const stop = indices[i] ?? null;
    return replaced(
      shape,
      at,
      isKnown(size) ? sliceCount(size, start, stop, 1) : unknownCount('where it is cut is not known'),
    );
  });
}

interface Splitting {
  readonly declaration: string;
  /** The axis that is split, for a rank. */
  readonly axis?: (rank: number) => number;
  readonly least?: number;
}

const splits: readonly Splitting[] = [
  { declaration: 'split(ary, indices_or_sections, axis=0)' },
  { declaration: 'array_split(ary, indices_or_sections, axis=0)' },
  { declaration: 'hsplit(ary, indices_or_sections)', axis: (rank) => (rank > 1 ? 1 : 0), least: 1 },
  { declaration: 'vsplit(ary, indices_or_sections)', axis: () => 0, least: 2 },
  { declaration: 'dsplit(ary, indices_or_sections)', axis: () => 2, least: 3 },
];

export const splitOps = splits.map(({ declaration, axis: fixed, least = 0 }) =>
  numpyOp(declaration, {
    summary: 'An array cut into parts along an axis.',
    view: 'ary',
    read: { ary: array(), indices_or_sections: sections(), ...(fixed ? {} : { axis: integer() }) },
    output: ({ args }) => {
      const { ary, indices_or_sections: where } = args;
      if (ary.rank < least) refuse('wrong-rank', `the array must have ${least} axes or more`, { parameter: 'ary' });
      const at = splitAxis(args, fixed);
      const parts =
        typeof where === 'number' ? intoParts(declaration, ary.shape, where, at) : slicedAt(ary.shape, where, at);
      return listOf(parts.map((part) => tensorOf(part, ary.dtype)));
    },
    elements: ({ args }) => {
      const { ary, indices_or_sections: where } = args;
      const content = contentOf(ary);
      if (!content || ary.rank < least) return null;
      const at = splitAxis(args, fixed);
      const indices = typeof where === 'number' ? startsOf(intoParts(declaration, ary.shape, where, at), at) : where;
      return itemsOfParts(content, indices, at);
    },
  }),
);

interface SplitArguments {
  readonly ary: { readonly rank: number };
  readonly axis?: number;
}

function splitAxis(args: SplitArguments, fixed: Splitting['axis']): number {
  return axisOf(fixed ? fixed(args.ary.rank) : (args.axis ?? 0), args.ary.rank);
}

/** Where each part but the first begins. */
function startsOf(parts: readonly Sizes[], at: number): number[] {
  let start = 0;
  return parts.slice(0, -1).map((part) => {
    start += part[at] as number;
    return start;
  });
}

const WHOLE_AXIS: SubscriptItem = { type: 'slice', slice: { start: null, stop: null, step: null } };

/** The elements of all parts, one part after the other. */
function itemsOfParts(content: Content, indices: readonly number[], at: number): readonly Plain[] | null {
  const parts = [0, ...indices].map((start, i) => {
    const slice = { start, stop: indices[i] ?? null, step: null };
    return picked(content, [...Array.from({ length: at }, () => WHOLE_AXIS), { type: 'slice', slice }]);
  });
  return parts.every((part) => part !== null) ? parts.flat() : null;
}

function intoParts(declaration: string, shape: Sizes, count: number, at: number): Sizes[] {
  if (count <= 0) refuse('invalid-argument', `an array cannot be cut into ${count} parts`);
  return declaration.startsWith('array_split') ? splitNearly(shape, count, at) : splitEvenly(shape, count, at);
}
