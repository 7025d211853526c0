/** Functions of each element: numpy's ufuncs and what works like them. */

import { product, unknownDimension } from '../../shapes/dimension';
import { type DType, isFloating, isInteger } from '../../shapes/dtype';
import { refuse } from '../../shapes/problem';
import { broadcastAll } from '../../shapes/products';
import { hasRank, type Shape, unknownShape } from '../../shapes/shape';
import { type OpDefinition, type OpQuestion, tensorOf, tupleOf } from '../ops/define-op';
import { NotKnown, type Operand } from '../ops/operand';
import { array, moreArrays, numpyOp, optionalArray, type } from './define';
import { contentOf, mapped, type Plain } from './elements';
import { complexType, isText, realType, sharedType, toFloat } from './types';

const UFUNC = 'out=None, *, where=True, casting="same_kind", order="K", dtype=None, subok=True';

/** The broadcast shape of operands, whose ranks may not be known. */
export function meet(operands: readonly Operand[]): Shape {
  const blind = operands.find(({ anyShape }) => !hasRank(anyShape));
  if (blind) {
    // Whatever is not known may have more axes, and so may what it meets.
    const alone = operands.every(
      ({ anyShape }) => anyShape === blind.anyShape || (hasRank(anyShape) && anyShape.length === 0),
    );
    return alone || hasRank(blind.anyShape) ? blind.anyShape : unknownShape(blind.anyShape.reason);
  }
  return broadcastAll(operands.map((operand) => operand.shape));
}

function refuseType(name: string, type: DType): never {
  return refuse('incompatible-dtypes', `${name} does not take ${type}`, {
    exception: 'TypeError',
    facts: { dtypes: [type] },
  });
}

function checkNumbers(name: string, operands: readonly Operand[]): void {
  for (const { dtype } of operands) if (isText(dtype)) refuseType(name, dtype);
}

function isSingleText({ tensor, dtype }: Operand): boolean {
  return tensor?.library === 'numpy' && isText(dtype) && hasRank(tensor.shape) && tensor.shape.length === 0;
}

type Rule = (type: DType) => DType;
type Number1 = (x: number) => Plain;
type Number2 = (x: number, y: number) => Plain;

const same: Rule = (type) => type;
const bool: Rule = () => 'bool';
const boolless: Rule = (type) => (type === 'bool' ? 'int8' : type);

interface Unary {
  readonly names: string;
  readonly type: Rule;
  readonly compute?: Number1;
  /** Element types that the function does not take. */
  readonly refuses?: (type: DType) => boolean;
}

const isBool = (type: DType) => type === 'bool';
const isComplex = (type: DType) => type.startsWith('complex');

const unaries: readonly Unary[] = [
  { names: 'sin', type: toFloat, compute: Math.sin },
  { names: 'cos', type: toFloat, compute: Math.cos },
  { names: 'tan', type: toFloat, compute: Math.tan },
  { names: 'arcsin asin', type: toFloat },
  { names: 'arccos acos', type: toFloat },
  { names: 'arctan atan', type: toFloat },
  { names: 'sinh', type: toFloat },
  { names: 'cosh', type: toFloat },
  { names: 'tanh', type: toFloat },
  { names: 'arcsinh asinh', type: toFloat },
  { names: 'arccosh acosh', type: toFloat },
  { names: 'arctanh atanh', type: toFloat },
  { names: 'exp', type: toFloat, compute: Math.exp },
  { names: 'exp2', type: toFloat, compute: (x) => 2 ** x },
  { names: 'expm1', type: toFloat },
  { names: 'log', type: toFloat, compute: Math.log },
  { names: 'log2', type: toFloat, compute: Math.log2 },
  { names: 'log10', type: toFloat, compute: Math.log10 },
  { names: 'log1p', type: toFloat },
  { names: 'sqrt', type: toFloat, compute: Math.sqrt },
  { names: 'cbrt', type: toFloat, compute: Math.cbrt },
  { names: 'deg2rad radians', type: toFloat },
  { names: 'rad2deg degrees', type: toFloat },
  { names: 'rint', type: toFloat },
  { names: 'fabs', type: toFloat, compute: Math.abs, refuses: isComplex },
  { names: 'floor', type: same, compute: Math.floor, refuses: isComplex },
  { names: 'ceil', type: same, compute: Math.ceil, refuses: isComplex },
  { names: 'trunc', type: same, compute: Math.trunc, refuses: isComplex },
  { names: 'absolute abs', type: realType, compute: Math.abs },
  { names: 'negative', type: same, compute: (x) => -x, refuses: isBool },
  { names: 'positive', type: same, compute: (x) => x, refuses: isBool },
  { names: 'square', type: boolless, compute: (x) => x * x },
  { names: 'sign', type: same, compute: Math.sign, refuses: isBool },
  { names: 'reciprocal', type: boolless },
  { names: 'conjugate conj', type: boolless },
  { names: 'isnan', type: bool, compute: Number.isNaN },
  { names: 'isinf', type: bool },
  { names: 'isfinite', type: bool, compute: Number.isFinite },
  { names: 'signbit', type: bool, refuses: isComplex },
  { names: 'logical_not', type: bool, compute: (x) => !x },
  {
    names: 'invert bitwise_not bitwise_invert',
    type: same,
    refuses: (type) => isFloating(type) || isComplex(type),
  },
];

function unary({ names, type: rule, compute, refuses }: Unary): OpDefinition {
  const [name = '', ...aliases] = names.split(' ');
  return numpyOp(`${name}(x, /, ${UFUNC})`, {
    aliases,
    summary: `\`np.${name}\` of each element.`,
    keepLimits: true,
    read: { x: array(), dtype: type() },
    output: ({ args: { x, dtype } }) => {
      checkNumbers(name, [x]);
      if (refuses?.(x.dtype)) refuseType(name, x.dtype);
      return tensorOf(x.anyShape, dtype ?? (x.dtype === '?' ? '?' : rule(x.dtype)));
    },
    elements: ({ args: { x, dtype } }) =>
      compute ? mapped([contentOf(x)], x.anyShape, compute, dtype ?? rule(x.dtype)) : null,
  });
}

interface Binary {
  readonly names: string;
  readonly type: Rule;
  readonly compute?: Number2;
  readonly refuses?: (type: DType) => boolean;
  /** Texts, too. */
  readonly texts?: boolean;
}

const quotient: Rule = (type) => (type === 'object' ? type : /^(float|complex)/.test(type) ? type : 'float64');
const remainder: Number2 = (x, y) => x - y * Math.floor(x / y);

const binaries: readonly Binary[] = [
  { names: 'add', type: same, compute: (x, y) => x + y, texts: true },
  { names: 'subtract', type: same, compute: (x, y) => x - y, refuses: isBool },
  { names: 'multiply', type: same, compute: (x, y) => x * y },
  { names: 'divide true_divide', type: quotient, compute: (x, y) => x / y },
  { names: 'floor_divide', type: boolless, compute: (x, y) => Math.floor(x / y), refuses: isComplex },
  { names: 'remainder mod', type: boolless, compute: remainder, refuses: isComplex },
  { names: 'fmod', type: boolless, compute: (x, y) => x % y, refuses: isComplex },
  { names: 'power pow', type: boolless, compute: (x, y) => x ** y },
  { names: 'float_power', type: () => 'float64' },
  { names: 'maximum', type: same, compute: Math.max },
  { names: 'minimum', type: same, compute: Math.min },
  { names: 'fmax', type: same },
  { names: 'fmin', type: same },
  { names: 'arctan2 atan2', type: toFloat, refuses: isComplex },
  { names: 'hypot', type: toFloat, compute: Math.hypot, refuses: isComplex },
  { names: 'copysign', type: toFloat, refuses: isComplex },
  { names: 'nextafter', type: toFloat, refuses: isComplex },
  { names: 'heaviside', type: toFloat, refuses: isComplex },
  { names: 'logaddexp', type: toFloat, refuses: isComplex },
  { names: 'logaddexp2', type: toFloat, refuses: isComplex },
  { names: 'equal', type: bool, compute: (x, y) => x === y, texts: true },
  { names: 'not_equal', type: bool, compute: (x, y) => x !== y, texts: true },
  { names: 'less', type: bool, compute: (x, y) => x < y, texts: true },
  { names: 'less_equal', type: bool, compute: (x, y) => x <= y, texts: true },
  { names: 'greater', type: bool, compute: (x, y) => x > y, texts: true },
  { names: 'greater_equal', type: bool, compute: (x, y) => x >= y, texts: true },
  { names: 'logical_and', type: bool, compute: (x, y) => Boolean(x && y) },
  { names: 'logical_or', type: bool, compute: (x, y) => Boolean(x || y) },
  { names: 'logical_xor', type: bool, compute: (x, y) => Boolean(x) !== Boolean(y) },
  ...['bitwise_and', 'bitwise_or', 'bitwise_xor'].map((names) => ({
    names,
    type: same,
    refuses: (type: DType) => isFloating(type) || isComplex(type),
  })),
  ...['left_shift bitwise_left_shift', 'right_shift bitwise_right_shift', 'gcd', 'lcm'].map((names) => ({
    names,
    type: boolless,
    refuses: (type: DType) => isFloating(type) || isComplex(type),
  })),
];

function commonType(operands: readonly Operand[], { generation }: Pick<OpQuestion<unknown>, 'generation'>): DType {
  return sharedType(operands, generation === 'keras3');
}

function binary({ names, type: rule, compute, refuses, texts = false }: Binary): OpDefinition {
  const [name = '', ...aliases] = names.split(' ');
  const typeOf = (x1: Operand, x2: Operand, question: Pick<OpQuestion<unknown>, 'generation'>): DType => {
    const common = commonType([x1, x2], question);
    return common === '?' ? (rule === bool ? 'bool' : '?') : rule(common);
  };
  return numpyOp(`${name}(x1, x2, /, ${UFUNC})`, {
    aliases,
    summary: `\`np.${name}\` of each two elements.`,
    keepLimits: true,
    read: { x1: array(), x2: array(), dtype: type() },
    output: (question) => {
      const { x1, x2, dtype } = question.args;
      // A single text of numpy's is one of Python's, with its operators.
      if (rule !== bool && [x1, x2].some(isSingleText))
        throw new NotKnown({ text: 'operators of single texts are not followed' });
      const mayBeTexts = texts && [x1, x2].every(({ dtype: own }) => isText(own) || own === '?');
      if (rule !== bool && !mayBeTexts) checkNumbers(name, [x1, x2]);
      const common = commonType([x1, x2], question);
      if (refuses?.(common)) refuseType(name, common);
      const text = isText(x1.dtype) && isText(x2.dtype);
      return tensorOf(meet([x1, x2]), dtype ?? (text && rule !== bool ? '?' : typeOf(x1, x2, question)));
    },
    elements: (question) => {
      const { x1, x2, dtype } = question.args;
      const given = compute && [contentOf(x1), contentOf(x2)];
      return given ? mapped(given, meet([x1, x2]), compute, dtype ?? typeOf(x1, x2, question)) : null;
    },
  });
}

const isclose = numpyOp('isclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False)', {
  summary: 'Whether elements are equal within a tolerance.',
  read: { a: array(), b: array() },
  output: ({ args: { a, b } }) => tensorOf(meet([a, b]), 'bool'),
});

const clip = numpyOp('clip(a, a_min=None, a_max=None, out=None, *, min=None, max=None, **kwargs)', {
  summary: 'Elements kept between two bounds.',
  keepLimits: true,
  read: { a: array(), a_min: optionalArray(), a_max: optionalArray(), min: optionalArray(), max: optionalArray() },
  output: (question) => {
    const { a, a_min: low, a_max: high, min, max } = question.args;
    const operands = [a, low, high, min, max].filter((one): one is Operand => one !== null);
    return tensorOf(meet(operands), commonType(operands, question));
  },
});

const round = numpyOp('round(a, decimals=0, out=None)', {
  aliases: ['around', 'round_'],
  summary: 'Rounded to some decimals.',
  keepLimits: true,
  read: { a: array() },
  output: ({ args: { a } }) => tensorOf(a.anyShape, a.dtype === 'bool' ? 'float16' : a.dtype),
  elements: (question) => {
    const { a } = question.args;
    const even = (x: number) => (Math.abs(x % 1) === 0.5 ? 2 * Math.round(x / 2) : Math.round(x));
    return question.written('decimals') ? null : mapped([contentOf(a)], a.anyShape, even, a.dtype);
  },
});

const nanToNum = numpyOp('nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None)', {
  summary: 'Numbers in place of NaN and infinity.',
  keepLimits: true,
  read: { x: array() },
  output: ({ args: { x } }) => tensorOf(x.anyShape, x.dtype),
});

/** Functions that keep the shape. */
function keeping(declaration: string, rule: Rule, summary: string, first: string): OpDefinition {
  return numpyOp(declaration, {
    summary,
    read: { [first]: array() } as Record<string, ReturnType<typeof array>>,
    output: ({ args }) => {
      const x = args[first] as Operand;
      return tensorOf(x.anyShape, x.dtype === '?' ? (rule === bool ? 'bool' : '?') : rule(x.dtype));
    },
  });
}

const kept: readonly OpDefinition[] = [
  keeping('real(val)', realType, 'Real parts.', 'val'),
  keeping('imag(val)', realType, 'Imaginary parts.', 'val'),
  keeping(
    'angle(z, deg=False)',
    (type) => (isComplex(type) ? realType(type) : toFloat(type)),
    'Angles of complex numbers.',
    'z',
  ),
  keeping('iscomplex(x)', bool, 'Whether elements have an imaginary part.', 'x'),
  keeping('isreal(x)', bool, 'Whether elements have no imaginary part.', 'x'),
  keeping('isposinf(x, out=None)', bool, 'Whether elements are infinite.', 'x'),
  keeping('isneginf(x, out=None)', bool, 'Whether elements are minus infinite.', 'x'),
  keeping('fix(x, out=None)', same, 'Rounded towards 0.', 'x'),
  keeping('sinc(x)', (type) => (isInteger(type) || isBool(type) ? 'float64' : type), 'sin(πx) / πx', 'x'),
  keeping('i0(x)', (type) => (isInteger(type) || isBool(type) ? 'float64' : type), 'Bessel function of order 0.', 'x'),
  keeping('unwrap(p, discont=None, axis=-1, *, period=6.283185307179586)', quotient, 'Phases without jumps.', 'p'),
  keeping('sort_complex(a)', complexType, 'Sorted as complex numbers.', 'a'),
];

function pair(name: string, types: readonly [Rule, Rule]): OpDefinition {
  return numpyOp(`${name}(x, out=None)`, {
    summary: `\`np.${name}\` of each element.`,
    keepLimits: true,
    read: { x: array() },
    output: ({ args: { x } }) =>
      tupleOf(tensorOf(x.anyShape, types[0](x.dtype)), tensorOf(x.anyShape, types[1](x.dtype))),
  });
}

const divmod = numpyOp('divmod(x1, x2, out=None)', {
  summary: 'Quotients and remainders.',
  read: { x1: array(), x2: array() },
  output: (question) => {
    const { x1, x2 } = question.args;
    const one = tensorOf(meet([x1, x2]), boolless(commonType([x1, x2], question)));
    return tupleOf(one, one);
  },
});

/** `np.where`: of a condition alone the positions, else elements of two arrays. */
const where = numpyOp('where(condition, x=None, y=None, /)', {
  summary: 'Elements of one array where a condition holds, else those of another; or where it holds.',
  read: { condition: array(), x: optionalArray(), y: optionalArray() },
  output: (question) => {
    const { condition, x, y } = question.args;
    if (x && y) return tensorOf(meet([condition, x, y]), commonType([x, y], question));
    if (x || y) refuse('invalid-argument', 'np.where takes both x and y, or neither', { parameter: 'x' });
    return places(condition);
  },
});

/** One vector of positions for each axis. */
export function places(operand: Operand): ReturnType<typeof tupleOf> {
  const length = contentOf(operand)?.items.filter(Boolean).length ?? unknownCount();
  return tupleOf(...operand.shape.map(() => tensorOf([length], 'int64')));
}

export function unknownCount(text = 'how many elements are picked depends on the values') {
  return unknownDimension({ text });
}

const select = numpyOp('select(condlist, choicelist, default=0)', {
  summary: 'Elements of the first choice whose condition holds.',
  read: { condlist: moreArrays(), choicelist: moreArrays(), default: array() },
  output: (question) => {
    const { condlist, choicelist, default: rest } = question.args;
    return tensorOf(meet([...condlist, ...choicelist, rest]), commonType([...choicelist, rest], question));
  },
});

const interp = numpyOp('interp(x, xp, fp, left=None, right=None, period=None)', {
  summary: 'Values between given points.',
  read: { x: array(), fp: array() },
  output: ({ args: { x, fp } }) => tensorOf(x.anyShape, isComplex(fp.dtype) ? 'complex128' : 'float64'),
});

const isin = numpyOp('isin(element, test_elements, assume_unique=False, invert=False, *, kind=None)', {
  summary: 'Whether elements are among others.',
  read: { element: array() },
  output: ({ args: { element } }) => tensorOf(element.anyShape, 'bool'),
});

const in1d = numpyOp('in1d(ar1, ar2, assume_unique=False, invert=False, *, kind=None)', {
  summary: 'Whether elements are among others, as a vector.',
  read: { ar1: array() },
  output: ({ args: { ar1 } }) => tensorOf([product(ar1.shape)], 'bool'),
});

const broadcastArrays = numpyOp('broadcast_arrays(*args, subok=False)', {
  summary: 'Arrays made one shape.',
  read: { args: moreArrays() },
  output: ({ args: { args } }) => tupleOf(...args.map((one) => tensorOf(meet(args), one.dtype))),
});

export const elementwise: readonly OpDefinition[] = [
  ...unaries.map(unary),
  ...binaries.map(binary),
  ...kept,
  pair('modf', [toFloat, toFloat]),
  pair('frexp', [toFloat, () => 'int32']),
  divmod,
  isclose,
  clip,
  round,
  nanToNum,
  where,
  select,
  interp,
  isin,
  in1d,
  broadcastArrays,
];
