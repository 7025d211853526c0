/** Sums, means, extremes, positions and quantiles along axes. */
import { axisOf } from '../../shapes/axes';
import { type Dimension, isKnown, product } from '../../shapes/dimension';
import type { DType } from '../../shapes/dtype';
import { refuse } from '../../shapes/problem';
import { explainReduction, reducedShape } from '../../shapes/reduction';
import { hasRank } from '../../shapes/shape';
import type { Generation } from '../../values/context';
import { type OpDefinition, tensorOf, tupleOf } from '../ops/define-op';
import type { Operand } from '../ops/operand';
import { flag, sequenceItems } from '../params';
import { ShapePayload } from '../tensorflow/tensor-shape';
import { array, axis, numpyOp, optionalArray, optionalInteger, type } from './define';
import { castAll, contentOf, type Plain, reduced } from './elements';
import { meanType, promoted, realType, summedType, toFloat } from './types';

type Rule = (type: DType) => DType;
const same: Rule = (type) => type;
const bool: Rule = () => 'bool';
const position: Rule = () => 'int64';
const spread: Rule = (type) => realType(meanType(type));

type Numbers = readonly number[];

interface Row {
  readonly names: string;
  readonly type: Rule;
  /** What stands behind the array and the axis. */
  readonly more: string;
  /** Whether there must be an element. */
  readonly nonempty?: boolean;
  /** One axis only. */
  readonly single?: boolean;
  readonly compute?: (numbers: Numbers) => Plain | null;
}

const TOTAL = 'dtype=None, out=None, keepdims=False, initial=0, where=True';
const EXTREME = 'out=None, keepdims=False, initial=0, where=True';
const MEAN = 'dtype=None, out=None, keepdims=False, *, where=True';
const SPREAD = 'dtype=None, out=None, ddof=0, keepdims=False, *, where=True, mean=None, correction=0';
const LOGICAL = 'out=None, keepdims=False, *, where=True';
const POSITION = 'out=None, *, keepdims=False';
const MEDIAN = 'out=None, overwrite_input=False, keepdims=False';

const sum = (numbers: Numbers) => numbers.reduce((a, b) => a + b, 0);
const mean = (numbers: Numbers) => sum(numbers) / numbers.length;
const largest = (numbers: Numbers) => numbers.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
const smallest = (numbers: Numbers) => numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);

const rows: readonly Row[] = [
  { names: 'sum', type: summedType, more: TOTAL, compute: sum },
  { names: 'prod product', type: summedType, more: TOTAL, compute: (numbers) => numbers.reduce((a, b) => a * b, 1) },
  { names: 'nansum', type: summedType, more: TOTAL },
  { names: 'nanprod', type: summedType, more: TOTAL },
  { names: 'mean', type: meanType, more: MEAN, compute: mean },
  { names: 'nanmean', type: meanType, more: MEAN },
  { names: 'std', type: spread, more: SPREAD },
  { names: 'var', type: spread, more: SPREAD },
  { names: 'nanstd', type: spread, more: SPREAD },
  { names: 'nanvar', type: spread, more: SPREAD },
  { names: 'max amax', type: same, more: EXTREME, nonempty: true, compute: largest },
  { names: 'min amin', type: same, more: EXTREME, nonempty: true, compute: smallest },
  { names: 'nanmax', type: same, more: EXTREME, nonempty: true },
  { names: 'nanmin', type: same, more: EXTREME, nonempty: true },
  { names: 'ptp', type: same, more: 'out=None, keepdims=False', nonempty: true },
  { names: 'all', type: bool, more: LOGICAL, compute: (numbers) => numbers.every(Boolean) },
  { names: 'any', type: bool, more: LOGICAL, compute: (numbers) => numbers.some(Boolean) },
  { names: 'median', type: meanType, more: MEDIAN },
  { names: 'nanmedian', type: meanType, more: MEDIAN },
  {
    names: 'argmax',
    type: position,
    more: POSITION,
    nonempty: true,
    single: true,
    compute: (numbers) => numbers.indexOf(largest(numbers)),
  },
  {
    names: 'argmin',
    type: position,
    more: POSITION,
    nonempty: true,
    single: true,
    compute: (numbers) => numbers.indexOf(smallest(numbers)),
  },
  { names: 'nanargmax', type: position, more: POSITION, nonempty: true, single: true },
  { names: 'nanargmin', type: position, more: POSITION, nonempty: true, single: true },
];

/** What is left; numpy takes no axis twice. */
export function left(x: Operand, axes: readonly number[] | null, keepdims: boolean): readonly Dimension[] {
  const { shape } = x;
  if (axes !== null) {
    const at = axes.map((one) => axisOf(one, shape.length));
    if (new Set(at).size < at.length) refuse('invalid-argument', 'an axis is named twice', { parameter: 'axis' });
  }
  return reducedShape(shape, axes, keepdims);
}

function checkNonempty(name: string, { shape }: Operand, axes: readonly number[] | null): void {
  const gone = axes === null ? shape : axes.map((one) => shape[axisOf(one, shape.length)] as Dimension);
  const kept = axes === null ? [] : reducedShape(shape, axes, false);
  if (gone.every(isKnown) && product(gone) === 0 && !kept.includes(0)) {
    refuse('invalid-input', `${name} is asked of no elements`);
  }
}

/** Whether there is a None among several sizes: a shape whose batch is open. */
function holdsNone({ value, dtype }: Operand): boolean {
  if (dtype !== 'object') return false;
  if (value.kind === 'instance' && value.payload instanceof ShapePayload) {
    const { shape } = value.payload;
    return hasRank(shape) && shape.length > 1;
  }
  const items = sequenceItems(value) ?? [];
  return (
    items.length > 1 && items.some((item) => item.kind === 'None') && items.every((item) => item.kind !== 'unknown')
  );
}

function reduction({ names, type: rule, more, nonempty = false, single = false, compute }: Row): OpDefinition {
  const [name = '', ...aliases] = names.split(' ');
  const takesType = more.startsWith('dtype');
  const computes = !['all', 'any'].includes(name);
  const resultType = (x: Operand, dtype: DType | null) => dtype ?? rule(x.dtype);
  return numpyOp(`${name}(a, axis=None, ${more})`, {
    aliases,
    summary: `\`np.${name}\` along some axes.`,
    read: { a: array(), axis: axis(), keepdims: flag(false), ...(takesType ? { dtype: type() } : {}) },
    output: ({ args }) => {
      const { a, axis: axes, keepdims } = args;
      const dtype = (args as { dtype?: DType | null }).dtype ?? null;
      if (single && axes && axes.length !== 1) {
        refuse('invalid-argument', `${name} takes one axis`, { parameter: 'axis', exception: 'TypeError' });
      }
      if (computes && holdsNone(a)) {
        refuse('invalid-input', `${name} is asked of sizes of which one is None`, { exception: 'TypeError' });
      }
      const shape = left(a, axes, keepdims);
      if (nonempty) checkNonempty(name, a, axes);
      return tensorOf(shape, resultType(a, dtype));
    },
    explain: ({ args: { a, axis: axes } }) => explainReduction(a.shape, axes),
    elements: ({ args, written }) => {
      if (!compute || written('where') || written('initial')) return null;
      const { a, axis: axes } = args;
      const content = contentOf(a);
      const classes = a.tensor?.classes ?? null;
      const top = compute === largest && axes === null && classes !== null ? [classes - 1] : null;
      const found = content ? reduced(content, axes, compute) : top;
      return found && castAll(found, resultType(a, (args as { dtype?: DType | null }).dtype ?? null));
    },
  });
}

function quantile(name: string): OpDefinition {
  const more = 'out=None, overwrite_input=False, method="linear", keepdims=False, *, weights=None, interpolation=None';
  return numpyOp(`${name}(a, q, axis=None, ${more})`, {
    summary: `\`np.${name}\` along some axes.`,
    read: { a: array(), q: array(), axis: axis(), keepdims: flag(false) },
    output: ({ args: { a, q, axis: axes, keepdims }, generation }) =>
      tensorOf([...q.shape, ...left(a, axes, keepdims)], quantileType(a, q, generation)),
    explain: ({ args: { a, axis: axes } }) => explainReduction(a.shape, axes),
  });
}

/** A Python number gives way to floats of few bits; before numpy 2 it was a double. */
function quantileType(a: Operand, q: Operand, generation: Generation): DType {
  const weak = generation === 'keras3' && (q.type === 'int' || q.type === 'float');
  return promoted([a.dtype, weak ? 'float' : toFloat(q.dtype)]);
}

const average = numpyOp('average(a, axis=None, weights=None, returned=False, *, keepdims=False)', {
  summary: 'Weighted mean along some axes.',
  read: { a: array(), axis: axis(), weights: optionalArray(), returned: flag(false), keepdims: flag(false) },
  output: ({ args: { a, axis: axes, weights, returned, keepdims } }) => {
    if (weights) checkWeights(a, axes, weights);
    const one = tensorOf(left(a, axes, keepdims), meanType(a.dtype));
    return returned ? tupleOf(one, one) : one;
  },
  explain: ({ args: { a, axis: axes } }) => explainReduction(a.shape, axes),
});

function checkWeights(a: Operand, axes: readonly number[] | null, weights: Operand): void {
  const { shape } = a;
  const own = weights.shape;
  const alike = (x: readonly Dimension[], y: readonly Dimension[]) =>
    x.length === y.length && x.every((size, i) => !isKnown(size) || !isKnown(y[i] as Dimension) || size === y[i]);
  if (alike(shape, own)) return;
  if (axes === null) {
    refuse('incompatible-shapes', 'without an axis the weights must have the shape of the array', {
      exception: 'TypeError',
      parameter: 'weights',
    });
  }
  if (
    !alike(
      axes.map((one) => shape[axisOf(one, shape.length)] as Dimension),
      own,
    )
  ) {
    refuse('incompatible-shapes', 'the weights do not fit the axis', { parameter: 'weights' });
  }
}

function running(name: string): OpDefinition {
  return numpyOp(`${name}(a, axis=None, dtype=None, out=None)`, {
    summary: `Running ${name.includes('sum') ? 'sum' : 'product'}, along an axis or of all elements.`,
    read: { a: array(), axis: optionalInteger(), dtype: type() },
    output: ({ args: { a, axis: along, dtype } }) => {
      const result = dtype ?? summedType(a.dtype);
      if (along === null) return tensorOf([product(a.shape)], result);
      axisOf(along, a.rank);
      return tensorOf(a.shape, result);
    },
    elements: ({ args: { a, axis: along, dtype } }) => {
      const content = contentOf(a);
      if (!content || (along !== null && content.shape.length !== 1)) return null;
      let total = name === 'cumsum' ? 0 : 1;
      const items = content.items.map((item) => {
        total = name === 'cumsum' ? total + Number(item) : total * Number(item);
        return total;
      });
      return /nan/.test(name) ? null : castAll(items, dtype ?? summedType(a.dtype));
    },
  });
}

const countNonzero = numpyOp('count_nonzero(a, axis=None, *, keepdims=False)', {
  summary: 'Number of elements that are not zero.',
  read: { a: array(), axis: axis(), keepdims: flag(false) },
  output: ({ args: { a, axis: axes, keepdims } }) => tensorOf(left(a, axes, keepdims), 'int64'),
  elements: ({ args: { a, axis: axes } }) => {
    const content = contentOf(a);
    return content && reduced(content, axes, (numbers) => numbers.filter(Boolean).length);
  },
});

const trapezoid = numpyOp('trapezoid(y, x=None, dx=1.0, axis=-1)', {
  aliases: ['trapz'],
  summary: 'Area below given points.',
  read: { y: array(), axis: axis() },
  output: ({ args: { y, axis: axes } }) => tensorOf(left(y, axes, false), meanType(y.dtype)),
});

/** Whether a shape has elements for sure, none for sure, or that is not known. */
export function emptiness(operand: Operand): boolean | undefined {
  const { anyShape } = operand;
  if (!hasRank(anyShape) || !anyShape.every(isKnown)) return undefined;
  return product(anyShape) === 0;
}

export const reductions: readonly OpDefinition[] = [
  ...rows.map(reduction),
  ...['quantile', 'percentile', 'nanquantile', 'nanpercentile'].map(quantile),
  ...['cumsum', 'cumprod', 'nancumsum', 'nancumprod'].map(running),
  average,
  countNonzero,
  trapezoid,
];
