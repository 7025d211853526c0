/** Ops on the elements of two tensors that broadcast. */
import { explainBroadcast } from '../../../shapes/broadcast';
import { isInteger } from '../../../shapes/dtype';
import { refuse } from '../../../shapes/problem';
import { broadcast } from '../../../shapes/products';
import { hasRank } from '../../../shapes/shape';
import type { Element } from '../../../values/tensor';
import { FALSE, float } from '../../../values/value';
import { defineOp, type OpDefinition, type OpModule, operationClass, tensorOf } from '../define-op';
import { elementsOf, type Operand, shapeAttribute } from '../operand';
import { tensor, tensorOrNumber } from '../params';
import { resultType, strong } from '../promotion';
import { boolToInt, compared, type PairRule, promoted, promotedToFloat, wideToDouble } from './types';
import { other } from './unary';

/** The shape of two operands together. Refused where they do not broadcast. */
export function together(x1: Operand, x2: Operand) {
  return broadcast(x1.shape, x2.shape);
}

type Row = readonly [name: string, summary: string, type: PairRule, module?: OpModule];

/** Python numbers count with the type of a tensor made of them. */
const strongly =
  (rule: PairRule): PairRule =>
  (left, right, floatx) =>
    rule(strong(left), strong(right), floatx);

const orInt: PairRule = (left, right, floatx) => boolToInt(promoted(left, right, floatx), floatx);
/** Python numbers count as `floatx`. */
const floats: PairRule = (left, right, floatx) => {
  const own = (type: string) => (type === 'int' || type === 'float' ? floatx : type);
  return resultType(own(left), own(right), 'float');
};

const rows: readonly Row[] = [
  ['add', 'Sum of two tensors, element by element.', promoted],
  ['arctan2', 'Angle of each point (x2, x1).', floats],
  ['divide', 'Quotient of two tensors, as floats.', promotedToFloat],
  ['divide_no_nan', 'Quotient, 0 where the divisor is 0.', promotedToFloat],
  ['floor_divide', 'Quotient without its decimals.', promoted],
  ['fmax', 'The larger of two elements, whichever is no NaN.', promoted],
  ['fmin', 'The smaller of two elements, whichever is no NaN.', promoted],
  ['fmod', 'Rest of a division, with the sign of the first.', orInt],
  ['gcd', 'Greatest common divisor.', strongly(promoted)],
  ['lcm', 'Least common multiple.', strongly(promoted)],
  ['ldexp', 'x1 times 2 to the power of x2.', strongly(promotedToFloat)],
  ['logaddexp', 'Logarithm of the sum of two exponentials.', promotedToFloat],
  ['logaddexp2', 'The same to base 2.', promotedToFloat],
  ['maximum', 'The larger of two elements.', promoted],
  ['minimum', 'The smaller of two elements.', promoted],
  ['mod', 'Rest of a division, with the sign of the second.', orInt],
  ['multiply', 'Product of two tensors, element by element.', promoted],
  ['nextafter', 'The next float towards x2.', strongly(promotedToFloat)],
  ['power', 'x1 to the power of x2.', promoted],
  ['subtract', 'Difference of two tensors, element by element.', promoted],
  ['true_divide', 'Quotient of two tensors, as floats.', promotedToFloat],
];

const comparisons: readonly (readonly [name: string, summary: string])[] = [
  ['equal', 'Whether elements are equal.'],
  ['greater', 'Whether elements of the first are greater.'],
  ['greater_equal', 'Whether elements of the first are greater or equal.'],
  ['less', 'Whether elements of the first are smaller.'],
  ['less_equal', 'Whether elements of the first are smaller or equal.'],
  ['logical_and', 'Whether both are true.'],
  ['logical_or', 'Whether one is true.'],
  ['logical_xor', 'Whether just one is true.'],
  ['not_equal', 'Whether elements differ.'],
];

/** When they run, Python numbers beside a tensor are tensors first. */
const OF_TENSORS: ReadonlySet<string> = new Set(['arctan2', 'logaddexp', 'mod']);

/** TensorFlow has no kernel of these for two bools. */
const NOT_OF_BOOLS: ReadonlySet<string> = new Set(
  'add floor_divide greater greater_equal hypot less less_equal maximum minimum multiply power subtract'.split(' '),
);

function checkBools(callee: string, name: string, x1: Operand, x2: Operand): void {
  if (!NOT_OF_BOOLS.has(name) || x1.dtype !== 'bool' || x2.dtype !== 'bool') return;
  refuse('incompatible-dtypes', `${callee} computes with numbers, and is given bools`, {
    exception: 'InvalidArgumentError',
    facts: { dtype: 'bool' },
  });
}

function runType(name: string, type: PairRule): PairRule {
  if (name !== 'arctan2') return type;
  return (left, right) => resultType(left, right, 'float');
}

function binary(name: string, summary: string, type: PairRule, lists = false): OpDefinition {
  const given = (x: Operand) => (OF_TENSORS.has(name) ? x.dtype : (x.type ?? '?'));
  return defineOp({
    name,
    module: 'numpy',
    operation: operationClass(name),
    summary,
    params: { x1: tensorOrNumber({ lists }), x2: tensorOrNumber({ lists }) },
    output: ({ args: { x1, x2 }, floatx }) =>
      tensorOf(broadcast(shapeAttribute(x1), shapeAttribute(x2)), type(x1.type ?? '?', x2.type ?? '?', floatx)),
    run: ({ args: { x1, x2 }, floatx, callee }) => {
      checkBools(callee, name, x1, x2);
      return tensorOf(together(x1, x2), runType(name, type)(given(x1), given(x2), floatx));
    },
    explain: ({ args: { x1, x2 } }) => explainBroadcast(x1.shape, x2.shape, together(x1, x2)),
    elements: ({ args: { x1, x2 } }) => ofNumbers(name, x1, x2),
  });
}

/** What comes of two ints: sizes are computed and compared so. Null where they are not known, or no single ints. */
function ofNumbers(name: string, x1: Operand, x2: Operand): readonly Element[] | null {
  const rule = INTS[name];
  const [a, b] = [intOf(x1), intOf(x2)];
  const result = rule && a !== null && b !== null ? rule(a, b) : null;
  return result === null || (typeof result === 'number' && !Number.isSafeInteger(result)) ? null : [result];
}

function intOf(operand: Operand): number | null {
  if (!hasRank(operand.anyShape) || operand.anyShape.length > 0) return null;
  if (operand.type !== 'int' && !isInteger(operand.dtype)) return null;
  const [only] = elementsOf(operand) ?? [];
  return typeof only === 'number' && Number.isSafeInteger(only) ? only : null;
}

const INTS: Readonly<Record<string, (a: number, b: number) => number | boolean | null>> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  floor_divide: (a, b) => (b === 0 ? null : Math.floor(a / b)),
  mod: (a, b) => (b === 0 ? null : a - b * Math.floor(a / b)),
  maximum: Math.max,
  minimum: Math.min,
  equal: (a, b) => a === b,
  not_equal: (a, b) => a !== b,
  greater: (a, b) => a > b,
  greater_equal: (a, b) => a >= b,
  less: (a, b) => a < b,
  less_equal: (a, b) => a <= b,
};

/** Ops whose symbolic rule asks both operands for their shape. */
const strict: readonly (readonly [name: string, summary: string])[] = [
  ['heaviside', 'Step function; x2 is its value at 0.'],
  ['hypot', 'Hypotenuse of a right triangle with these legs.'],
];

const strictOps = strict.map(([name, summary]) =>
  defineOp({
    name,
    module: 'numpy',
    operation: operationClass(name),
    summary,
    params: { x1: tensor(), x2: tensor() },
    output: ({ args: { x1, x2 }, floatx }) =>
      tensorOf(together(x1, x2), wideToDouble(resultType(x1.dtype, x2.dtype), floatx)),
    run: ({ args: { x1, x2 }, floatx, callee }) => {
      checkBools(callee, name, x1, x2);
      return tensorOf(together(x1, x2), wideToDouble(resultType(x1.dtype, x2.dtype), floatx));
    },
    explain: ({ args: { x1, x2 } }) => explainBroadcast(x1.shape, x2.shape, together(x1, x2)),
  }),
);

/** Bits: the symbolic rule does not broadcast, but takes the first operand's shape. */
const bitwise: readonly (readonly [name: string, summary: string, shift: boolean])[] = [
  ['bitwise_and', 'Bits that both have.', false],
  ['bitwise_or', 'Bits that one has.', false],
  ['bitwise_xor', 'Bits that just one has.', false],
  ['bitwise_left_shift', 'Bits moved to the left.', true],
  ['bitwise_right_shift', 'Bits moved to the right.', true],
  ['left_shift', 'Bits moved to the left.', true],
  ['right_shift', 'Bits moved to the right.', true],
];

const bitwiseOps = bitwise.map(([name, summary, shift]) => {
  const type = (x: Operand, y: Operand) =>
    shift && (y.value.kind === 'int' || y.value.kind === 'bool') ? x.dtype : resultType(x.type ?? '?', y.type ?? '?');
  return defineOp({
    name,
    module: 'numpy',
    operation: operationClass(name),
    summary,
    params: { x: tensor(), y: shift ? tensorOrNumber() : tensor() },
    output: ({ args: { x, y } }) => tensorOf(x.anyShape, type(x, y)),
    run: ({ args: { x, y } }) => tensorOf(together(x, y), shift ? type(x, y) : resultType(x.dtype, y.dtype)),
  });
});

const isclose = defineOp({
  name: 'isclose',
  module: 'numpy',
  operation: 'Isclose',
  summary: 'Whether elements are equal within a tolerance.',
  params: {
    x1: tensorOrNumber({ lists: true }),
    x2: tensorOrNumber({ lists: true }),
    rtol: other(float(1e-5)),
    atol: other(float(1e-8)),
    equal_nan: other(FALSE),
  },
  output: ({ args: { x1, x2 } }) => tensorOf(broadcast(shapeAttribute(x1), shapeAttribute(x2)), 'bool'),
  run: ({ args: { x1, x2 } }) => tensorOf(together(x1, x2), 'bool'),
});

const allclose = defineOp({
  name: 'allclose',
  module: 'numpy',
  operation: 'AllClose',
  summary: 'Whether all elements are equal within a tolerance.',
  params: {
    x1: tensorOrNumber({ lists: true }),
    x2: tensorOrNumber({ lists: true }),
    rtol: other(float(1e-5)),
    atol: other(float(1e-8)),
    equal_nan: other(FALSE),
  },
  output: () => tensorOf([], 'bool'),
  run: ({ args: { x1, x2 } }) => {
    together(x1, x2);
    return tensorOf([], 'bool');
  },
});

const polar = defineOp({
  name: 'polar',
  module: 'nn',
  operation: 'Polar',
  summary: 'Complex numbers from their distances and angles.',
  params: { abs_: tensor(), angle: tensor() },
  output: ({ args: { abs_ } }) => tensorOf(abs_.anyShape, 'float32'),
  run: ({ args: { abs_, angle } }) => tensorOf(together(abs_, angle), 'complex64'),
});

export const binaryOps: readonly OpDefinition[] = [
  ...rows.map(([name, summary, type]) => binary(name, summary, type)),
  ...comparisons.map(([name, summary]) => binary(name, summary, compared, true)),
  ...strictOps,
  ...bitwiseOps,
  isclose,
  allclose,
  polar,
];
