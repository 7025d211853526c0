/** Ops that reduce axes: sums, means, extremes. */
import { refuse } from '../../../shapes/problem';
import { explainReduction, reducedShape } from '../../../shapes/reduction';
import { flag } from '../../params';
import { defineOp, type OpDefinition, type OpModule, operationClass, tensorOf } from '../define-op';
import type { TypeRule } from '../elementwise/types';
import { accumulated, boolean, integralToFloat, same, toFloat, withFloat } from '../elementwise/types';
import { type Computed, checkComputed, other } from '../elementwise/unary';
import { axes, dtype, type OpParams, tensor } from '../params';
import { isIntegral, resultType } from '../promotion';

interface Row {
  readonly name: string;
  readonly summary: string;
  readonly type: TypeRule;
  /** The type where TensorFlow runs it, where that is another. */
  readonly run?: TypeRule;
  readonly computes?: Computed;
  readonly more?: OpParams;
  readonly module?: OpModule;
}

const float32: TypeRule = () => 'float32';
/** Means of ints are what they have in common with a float32; floats keep their type. */
const meanType: TypeRule = (type) => (isIntegral(type) ? resultType(type, 'float32') : type);

const rows: readonly Row[] = [
  { name: 'all', summary: 'Whether all elements along some axes are true.', type: boolean },
  { name: 'amax', summary: 'Largest element along some axes.', type: same },
  { name: 'amin', summary: 'Smallest element along some axes.', type: same },
  { name: 'any', summary: 'Whether any element along some axes is true.', type: boolean },
  {
    name: 'logsumexp',
    summary: 'Logarithm of the sum of exponentials along some axes.',
    type: float32,
    run: same,
    computes: 'floats',
    module: 'core',
  },
  { name: 'max', summary: 'Largest element along some axes.', type: same, more: { initial: other() } },
  { name: 'mean', summary: 'Mean along some axes.', type: meanType },
  { name: 'median', summary: 'Median along some axes.', type: toFloat },
  { name: 'min', summary: 'Smallest element along some axes.', type: same, more: { initial: other() } },
  { name: 'nanmax', summary: 'Largest element along some axes; NaN is left out.', type: same },
  { name: 'nanmean', summary: 'Mean along some axes; NaN is left out.', type: withFloat },
  { name: 'nanmedian', summary: 'Median along some axes; NaN is left out.', type: withFloat },
  { name: 'nanmin', summary: 'Smallest element along some axes; NaN is left out.', type: same },
  { name: 'nanprod', summary: 'Product along some axes; NaN is left out.', type: accumulated },
  { name: 'nanstd', summary: 'Standard deviation along some axes; NaN is left out.', type: withFloat },
  { name: 'nansum', summary: 'Sum along some axes; NaN is left out.', type: accumulated },
  { name: 'nanvar', summary: 'Variance along some axes; NaN is left out.', type: withFloat },
  {
    name: 'ptp',
    summary: 'Difference of the largest and the smallest element along some axes.',
    type: same,
    computes: 'numbers',
  },
  { name: 'std', summary: 'Standard deviation along some axes.', type: integralToFloat },
  { name: 'sum', summary: 'Sum along some axes.', type: accumulated },
  { name: 'var', summary: 'Variance along some axes.', type: withFloat },
];

/** Keras' symbolic rule takes an axis twice, TensorFlow does not. */
export function distinctAxes(axes: readonly number[] | null, rank: number, callee: string): void {
  const at = axes?.map((axis) => (axis < 0 ? axis + rank : axis)) ?? [];
  if (new Set(at).size === at.length) return;
  refuse('invalid-argument', `${callee} is given an axis twice`, {
    exception: 'InvalidArgumentError',
    parameter: 'axis',
  });
}

function reduction({ name, summary, type, run = type, computes, more = {}, module = 'numpy' }: Row): OpDefinition {
  return defineOp({
    name,
    module,
    operation: operationClass(name),
    summary,
    params: { x: tensor(), axis: axes(), keepdims: flag(false), ...more },
    output: ({ args: { x, axis, keepdims }, floatx }) =>
      tensorOf(reducedShape(x.shape, axis, keepdims), type(x.dtype, floatx)),
    run: ({ args: { x, axis, keepdims }, floatx, callee }) => {
      distinctAxes(axis, x.rank, callee);
      checkComputed(x.dtype, computes, callee);
      return tensorOf(reducedShape(x.shape, axis, keepdims), run(x.dtype, floatx));
    },
    explain: ({ args: { x, axis } }) => explainReduction(x.shape, axis),
  });
}

const prod = defineOp({
  name: 'prod',
  module: 'numpy',
  operation: 'Prod',
  summary: 'Product along some axes.',
  params: { x: tensor(), axis: axes(), keepdims: flag(false), dtype: dtype() },
  output: ({ args: { x, axis, keepdims, dtype }, floatx }) =>
    tensorOf(reducedShape(x.shape, axis, keepdims), dtype ?? accumulated(x.dtype, floatx)),
  explain: ({ args: { x, axis } }) => explainReduction(x.shape, axis),
});

const countNonzero = defineOp({
  name: 'count_nonzero',
  module: 'numpy',
  operation: 'CountNonzero',
  summary: 'Number of elements along some axes that are not zero.',
  params: { x: tensor(), axis: axes() },
  output: ({ args: { x, axis } }) => tensorOf(reducedShape(x.shape, axis, false), 'int32'),
  explain: ({ args: { x, axis } }) => explainReduction(x.shape, axis),
});

export const plainReductions: readonly OpDefinition[] = [...rows.map(reduction), prod, countNonzero];
