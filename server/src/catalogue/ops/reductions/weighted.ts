/** Averages with weights, norms, and running sums. */
import { axisOf, indexOf } from '../../../shapes/axes';
import { type Dimension, dynamic } from '../../../shapes/dimension';
import { differing } from '../../../shapes/joining';
import { refuse } from '../../../shapes/problem';
import { elements } from '../../../shapes/products';
import { explainReduction, reducedShape } from '../../../shapes/reduction';
import { formatShape } from '../../../shapes/shape';
import { NONE, type Value } from '../../../values/value';
import { anything, describe, flag } from '../../params';
import { defineOp, type OpDefinition, operationClass, tensorOf } from '../define-op';
import { boolToInt, integralToFloat } from '../elementwise/types';
import { axes, axisChoice, dtype, optionalInteger, optionalTensor, tensor } from '../params';
import { resultType } from '../promotion';

const average = defineOp({
  name: 'average',
  module: 'numpy',
  operation: 'Average',
  summary: 'Weighted mean along an axis.',
  params: { x: tensor(), axis: axisChoice(), weights: optionalTensor() },
  symbolicBy: ['x'],
  output: ({ args: { x, axis: choice, weights }, mode }) => {
    if (choice?.list && mode === 'symbolic') {
      refuse('invalid-argument', '`axis` of average must be an int', { exception: 'TypeError', parameter: 'axis' });
    }
    const axis = choice?.axes ?? null;
    const type = resultType(x.type ?? '?', 'float', ...(weights ? [weights.type ?? '?'] : []));
    const fits = !weights || differing(x.shape, weights.shape) === null;
    if (axis === null) {
      if (!fits) clash(x.shape, weights.shape, 'all elements');
      return tensorOf([], type);
    }
    if (weights && !fits) {
      const [one] = axis;
      const size = one === undefined ? undefined : (x.shape[indexOf(one, x.rank)] as Dimension);
      if (size !== undefined && differing([size], weights.shape) !== null) clash(x.shape, weights.shape, `axis ${one}`);
    }
    return tensorOf(reducedShape(x.shape, axis, false), type);
  },
  explain: ({ args: { x, axis } }) => explainReduction(x.shape, axis?.axes ?? null),
});

function clash(shape: readonly Dimension[], weights: readonly Dimension[], what: string): never {
  return refuse(
    'incompatible-shapes',
    `weights of ${formatShape(weights)} do not fit ${what} of ${formatShape(shape)}`,
    {
      parameter: 'weights',
    },
  );
}

const MATRIX_NORMS = new Set(['None', "'fro'", "'nuc'", 'inf', '-inf', '1', '-1', '2', '-2']);

const norm = defineOp({
  name: 'norm',
  module: 'linalg',
  operation: 'Norm',
  summary: 'Norm of vectors or matrices.',
  params: { x: tensor(), ord: anything(NONE), axis: axes(), keepdims: flag(false) },
  output: ({ args: { x, ord, axis, keepdims }, floatx }) => {
    if (ord.kind === 'str' && ord.value !== 'fro' && ord.value !== 'nuc') {
      refuse('invalid-argument', `\`ord\` must be a number, 'fro' or 'nuc', not ${describe(ord)}`, {
        parameter: 'ord',
      });
    }
    const count = axis === null ? x.rank : axis.length;
    if (count === 1 && ord.kind === 'str') {
      refuse('invalid-argument', `${describe(ord)} is no norm of a vector`, { parameter: 'ord' });
    }
    if (count === 2 && ord.kind !== 'unknown' && ord.kind !== 'tensor' && !MATRIX_NORMS.has(normName(ord))) {
      refuse('invalid-argument', `${describe(ord)} is no norm of a matrix`, { parameter: 'ord' });
    }
    return tensorOf(reducedShape(x.shape, axis, keepdims), integralToFloat(x.dtype, floatx));
  },
  explain: ({ args: { x, axis } }) => explainReduction(x.shape, axis),
});

function normName(ord: Value): string {
  if (ord.kind !== 'float' && ord.kind !== 'int' && ord.kind !== 'bool') return describe(ord);
  const value = Number(ord.value);
  return Number.isFinite(value) ? String(value) : value > 0 ? 'inf' : '-inf';
}

const running: readonly (readonly [name: string, summary: string, checked: boolean])[] = [
  ['cumprod', 'Running product along an axis.', true],
  ['cumsum', 'Running sum along an axis.', true],
  ['nancumprod', 'Running product along an axis, NaN counting 1.', false],
  ['nancumsum', 'Running sum along an axis, NaN counting 0.', false],
];

const runningOps = running.map(([name, summary, checked]) =>
  defineOp({
    name,
    module: 'numpy',
    operation: operationClass(name),
    summary,
    params: { x: tensor(), axis: optionalInteger(), dtype: dtype() },
    output: ({ args: { x, axis, dtype }, floatx, mode }) => {
      const type = boolToInt(dtype ?? x.dtype, floatx);
      if (axis === null) return tensorOf([elements(x.shape, dynamic())], type);
      if (checked || mode !== 'symbolic') axisOf(axis, x.rank);
      return tensorOf(x.shape, type);
    },
  }),
);

export const weighted: readonly OpDefinition[] = [average, norm, ...runningOps];
