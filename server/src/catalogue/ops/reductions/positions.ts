/** Where extremes stand, and quantiles. */

import { isFloating, isInteger } from '../../../shapes/dtype';
import { explainReduction, reducedShape } from '../../../shapes/reduction';
import { NONE, str, type Value } from '../../../values/value';
import { flag, type Read } from '../../params';
import { defineOp, type OpDefinition, operationClass, tensorOf, tupleOf } from '../define-op';
import type { TypeRule } from '../elementwise/types';
import { toFloat } from '../elementwise/types';
import { other } from '../elementwise/unary';
import { axes, type OpParam, optionalInteger, tensor, tensorOrNumber } from '../params';
import { resultType } from '../promotion';

const positions: readonly (readonly [name: string, summary: string, several: boolean])[] = [
  ['argmax', 'Where the largest element along an axis is.', true],
  ['argmin', 'Where the smallest element along an axis is.', true],
  ['nanargmax', 'Where the largest element along an axis is; NaN is left out.', false],
  ['nanargmin', 'Where the smallest element along an axis is; NaN is left out.', false],
];

const oneAxis: OpParam<readonly number[] | null> = {
  default: NONE,
  read: (value, context) => {
    const found = optionalInteger().read(value, context);
    return 'value' in found && typeof found.value === 'number' ? { value: [found.value] } : (found as Read<null>);
  },
};

const positionOps = positions.map(([name, summary, several]) =>
  defineOp({
    name,
    module: 'numpy',
    operation: operationClass(name),
    summary,
    params: { x: tensor(), axis: several ? axes() : oneAxis, keepdims: flag(false) },
    output: ({ args: { x, axis, keepdims } }) => tensorOf(reducedShape(x.shape, axis, keepdims), 'int32'),
    explain: ({ args: { x, axis } }) => explainReduction(x.shape, axis),
  }),
);

/** A list of quantiles makes an axis of its own, in front; `quantile` drops it for a list of one. */
interface Quantile {
  readonly name: string;
  readonly summary: string;
  readonly dropsSingle: boolean;
  readonly type: TypeRule;
}

const quantiles: readonly Quantile[] = [
  { name: 'quantile', summary: 'Quantiles along some axes.', dropsSingle: true, type: toFloat },
  { name: 'nanquantile', summary: 'Quantiles along some axes; NaN is left out.', dropsSingle: true, type: toFloat },
  {
    name: 'percentile',
    summary: 'Percentiles along some axes.',
    dropsSingle: false,
    type: (type, floatx) => (isFloating(type) ? type : floatx),
  },
  {
    name: 'nanpercentile',
    summary: 'Percentiles along some axes; NaN is left out.',
    dropsSingle: false,
    type: (type, floatx) => (isInteger(type) ? floatx : resultType(type, 'float')),
  },
];

const quantileOps = quantiles.map(({ name, summary, dropsSingle, type }) =>
  defineOp({
    name,
    module: 'numpy',
    operation: operationClass(name),
    summary,
    params: {
      x: tensor(),
      q: tensorOrNumber({ lists: true }),
      axis: axes(),
      method: other(str('linear')),
      keepdims: flag(false),
    },
    output: ({ args: { x, q, axis, keepdims }, floatx }) => {
      const rest = reducedShape(x.shape, axis, keepdims);
      const [count] = q.shape;
      const list = isSequence(q.value);
      const many = count !== undefined && !(list && dropsSingle && count === 1);
      return tensorOf(many ? [count, ...rest] : rest, type(x.dtype, floatx));
    },
    explain: ({ args: { x, axis } }) => explainReduction(x.shape, axis),
  }),
);

function isSequence(value: Value): boolean {
  return value.kind === 'list' || value.kind === 'tuple';
}

const moments = defineOp({
  name: 'moments',
  module: 'nn',
  operation: 'Moments',
  summary: 'Mean and variance along some axes.',
  params: { x: tensor(), axes: axes(null), keepdims: flag(false), synchronized: flag(false) },
  output: ({ args: { x, axes: reduced, keepdims } }) => {
    const one = tensorOf(reducedShape(x.shape, reduced, keepdims), x.dtype);
    return tupleOf(one, one);
  },
  explain: ({ args: { x, axes: reduced } }) => explainReduction(x.shape, reduced),
});

export const positionsAndQuantiles: readonly OpDefinition[] = [...positionOps, ...quantileOps, moments];
