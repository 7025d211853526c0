/** Functions of numpy that give no array, call functions, or change arrays. */
import { axisOf } from '../../shapes/axes';
import { type Dimension, isKnown, product } from '../../shapes/dimension';
import { broadcastAll } from '../../shapes/products';
import { hasRank, type Shape } from '../../shapes/shape';
import { type Arguments, args } from '../../values/arguments';
import type { Context } from '../../values/context';
import { numpyArray } from '../../values/tensor';
import { bool, dimensionValue, int, type NativeFunction, NONE, tuple, unknown, type Value } from '../../values/value';
import { named, nativeFunction, pythonFunction } from '../native';
import { type Operand, operandOf } from '../ops/operand';
import { integerOf, sequenceItems } from '../params';
import { dtypeInstance } from '../tensorflow/dtype';
import { readShape } from './define';
import { contentOf } from './elements';
import { markWritten } from './memory';
import { reading } from './reading';
import { ARRAY_LITERALS, promoted, typeOf } from './types';

function operand(value: Value): Operand | undefined {
  return operandOf(value, ARRAY_LITERALS);
}

function shapeOf(value: Value): Shape | undefined {
  return value.kind === 'tensor' ? value.shape : operand(value)?.anyShape;
}

function asked(value: Value, context: Context, answer: (shape: readonly Dimension[]) => Value): Value {
  const shape = shapeOf(value);
  return shape && hasRank(shape) ? answer(shape) : context.unknown('the shape of an argument is not known');
}

const shape = pythonFunction('shape(a)', (context, a: Value) =>
  asked(a, context, (found) => tuple(found.map(dimensionValue))),
);

const ndim = pythonFunction('ndim(a)', (context, a: Value) => asked(a, context, (found) => int(found.length)));

const size = pythonFunction('size(a, axis=None)', (context, a: Value, axis: Value) =>
  asked(a, context, (found) => {
    if (axis.kind === 'None') return dimensionValue(product(found));
    const at = integerOf(axis);
    return at === undefined || at >= found.length || at < -found.length
      ? context.unknown('the axis is not known')
      : dimensionValue(found[at < 0 ? at + found.length : at] as Dimension);
  }),
);

/** Whether all elements are alike: known for small arrays. */
function equality(declaration: string, broadcasting: boolean): NativeFunction {
  return pythonFunction(declaration, (context, a: Value, b: Value) => {
    const [x, y] = [operand(a), operand(b)];
    if (x && y && hasRank(x.anyShape) && hasRank(y.anyShape) && !broadcasting) {
      const [left, right] = [x.shape, y.shape];
      const differ =
        left.length !== right.length ||
        left.some((one, i) => isKnown(one) && isKnown(right[i] ?? 0) && one !== right[i]);
      if (differ) return bool(false);
    }
    const [p, q] = [x && contentOf(x), y && contentOf(y)];
    if (!p || !q || p.items.length !== q.items.length) return context.unknown('the elements are not known');
    return bool(p.items.every((one, i) => Number(one) === Number(q.items[i])));
  });
}

const isscalar = pythonFunction('isscalar(element)', (context, element: Value) => {
  switch (element.kind) {
    case 'int':
    case 'float':
    case 'bool':
    case 'complex':
    case 'str':
    case 'bytes':
      return bool(true);
    case 'tensor':
    case 'unknown':
    case 'instance':
      return context.unknown('whether it is a number is not known');
    default:
      return bool(false);
  }
});

const resultType = nativeFunction('result_type', null, ({ positional }, context) => {
  const types = positional.map((one) =>
    one.kind === 'str' || one.kind === 'class' ? typeOf(one) : operand(one)?.type,
  );
  return types.includes(undefined)
    ? context.unknown('a type is not known')
    : dtypeInstance(promoted(types as string[]));
});

const broadcastShapes = nativeFunction('broadcast_shapes', null, ({ positional }, context) => {
  const shapes = positional.map((one) => readShape(one, { callee: 'broadcast_shapes', parameter: 'args' } as never));
  if (!shapes.every(hasRank)) return context.unknown('a shape is not known');
  return tuple(broadcastAll(shapes as (readonly Dimension[])[]).map(dimensionValue));
});

/** Functions called for what they do. */
const inert = (
  'random.seed set_printoptions seterr save savez savez_compressed savetxt random.set_state ' +
  'testing.assert_allclose testing.assert_array_equal testing.assert_array_almost_equal testing.assert_almost_equal ' +
  'testing.assert_equal'
).split(' ');

/** Functions that write into their first argument. */
const writing = 'random.shuffle fill_diagonal put put_along_axis putmask place copyto'.split(' ');

/** `np.vectorize(f)`: called for each element. */
const vectorize = nativeFunction('vectorize', null, ({ positional: [called, ...more], keywords }, context) => {
  if (!called) return context.unknown('there is no function');
  if (more.length > 3 || keywords.has('signature') || keywords.has('excluded')) {
    return nativeFunction('vectorized', null, () => context.unknown('functions of whole vectors are not followed'));
  }
  return nativeFunction('vectorized', null, (given, inside) => elementwise(called, given, inside));
});

function elementwise(called: Value, given: Arguments, context: Context): Value {
  const operands = given.positional.map(operand);
  if (given.uncertain || given.keywords.size > 0 || operands.includes(undefined)) {
    return context.unknown('the arguments of a vectorized function are not known');
  }
  const found = operands as Operand[];
  const blind = found.find(({ anyShape }) => !hasRank(anyShape));
  const one = context.call(called, args(found.map(({ dtype }) => numpyArray([], dtype))));
  const made = operand(one)?.dtype ?? '?';
  const shape = blind ? blind.anyShape : broadcastAll(found.map((each) => each.shape));
  return one.kind === 'tuple' ? context.unknown('several results are not followed') : numpyArray(shape, made);
}

/** `np.apply_along_axis`: what the function makes of a vector stands in place of the axis. */
const applyAlong = nativeFunction(
  'apply_along_axis',
  null,
  ({ positional: [called, axis, given, ...more] }, context) => {
    const x = given && operand(given);
    const at = axis && integerOf(axis);
    if (!called || !x || at === undefined || !hasRank(x.anyShape)) return context.unknown('the array is not known');
    const along = axisOf(at, x.rank);
    const vector = numpyArray([x.shape[along] as Dimension], x.dtype);
    const result = operand(context.call(called, args([vector, ...more])));
    if (!result || !hasRank(result.anyShape)) return context.unknown('what the function gives is not known');
    return numpyArray([...x.shape.slice(0, along), ...result.anyShape, ...x.shape.slice(along + 1)], result.dtype);
  },
);

const iterable = pythonFunction('iterable(y)', (context, y: Value) =>
  sequenceItems(y) ? bool(true) : context.unknown('whether it can be gone through is not known'),
);

const dtype = pythonFunction('dtype(dtype, align=False, copy=False)', (context, given: Value) => {
  const found = given.kind === 'None' ? 'float64' : typeOf(given);
  if (found === undefined) return context.raise('TypeError', 'Cannot interpret it as a data type');
  return dtypeInstance(found);
});

function under(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** By their name behind `np.`. */
export const numpyFunctions: ReadonlyMap<string, NativeFunction> = new Map([
  ...named(
    shape,
    ndim,
    size,
    equality('array_equal(a1, a2, equal_nan=False)', false),
    equality('array_equiv(a1, a2)', true),
    equality('allclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False)', true),
    isscalar,
    resultType,
    broadcastShapes,
    vectorize,
    applyAlong,
    iterable,
    dtype,
    ...reading,
  ),
  ...inert.map((name) => [name, nativeFunction(under(name), null, () => NONE)] as const),
  ...writing.map((name) => [name, nativeFunction(under(name), null, writes)] as const),
] as [string, NativeFunction][]);

/** Changes what the first argument holds: an array's elements, a list's order. */
function writes({ positional: [first] }: Arguments, context: Context): Value {
  markWritten(first, context);
  if (first?.kind === 'list' && !first.uncertain) {
    const why = context.because('is in random order');
    first.replace(
      context.heap,
      first.items.map(() => unknown(why)),
    );
  }
  return NONE;
}
