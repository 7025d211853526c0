import { broadcastShapes } from '../../../../shapes/broadcast';
import { type Dimension, formatDimension, isDynamic, isKnown, unknownDimension } from '../../../../shapes/dimension';
import { reason } from '../../../../shapes/reason';
import { formatShape, hasRank, type Shape } from '../../../../shapes/shape';
import { TensorValue } from '../../../../values/tensor';
import { int, type Value } from '../../../../values/value';
import { defineLayer, type Explanation, type LayerQuestion, variant, weight } from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { strictInteger } from '../../../numbers';
import { operandOf } from '../../../ops/operand';
import { anything, describe, flag, iterableItems, type Param } from '../../../params';
import { isGiven } from './encoding';
import { statisticsMembers } from './learning';

interface Args {
  /** The axes that keep statistics of their own; undefined where not known. */
  readonly axis: readonly number[] | undefined;
  readonly mean: Value;
  readonly variance: Value;
}
type Question = LayerQuestion<Args>;

/** None for no axis, an int, or any iterable of ints, which are looked at when the layer is built. */
const keptAxes: Param<readonly number[] | undefined> = {
  default: int(-1),
  read: (value, { callee, parameter }) => {
    const wrong = (exception: string) =>
      failure(
        'invalid-argument',
        `\`${parameter}\` of ${callee} must be None, an int or a tuple of ints, not ${describe(value)}`,
        {
          parameter,
          exception,
        },
      );
    if (value.kind === 'None') return { value: [] };
    const single = strictInteger(value);
    if (typeof single === 'number') return { value: [single] };
    if (single === undefined) return { value: undefined };
    const items = iterableItems(value);
    if (items === null) return { failure: wrong('TypeError') };
    if ('text' in items) return { value: undefined };
    const axes = items.map(strictInteger);
    if (axes.includes('no int')) return { value: undefined, later: wrong('TypeError') };
    return { value: axes.includes(undefined) ? undefined : (axes as number[]) };
  },
};

const params = { axis: keptAxes, mean: anything(), variance: anything(), invert: flag(false) };

/** Kept axes from 0 on, in order; undefined where they are not known, or not there. */
function kept({ args: { axis }, input: { rank } }: Question): readonly number[] | undefined {
  if (!axis || axis.some((one) => one < -rank || one >= rank)) return undefined;
  return axis.map((one) => (one < 0 ? one + rank : one)).sort((a, b) => a - b);
}

function keptShape(question: Question): readonly Dimension[] {
  const axes = kept(question);
  if (!axes) return [unknownDimension(reason('`axis` is not known'))];
  return axes.map((axis) => question.input.shape[axis] as Dimension);
}

/** The input's shape with 1 on all other axes: what the statistics are spread over. */
function spread({ input }: Question, axes: readonly number[]): readonly Dimension[] {
  return input.shape.map((size, axis) => (axes.includes(axis) ? size : 1));
}

function both(callee: string, { mean, variance }: Args): MaybeFailure {
  return (
    isGiven(mean) !== isGiven(variance) &&
    mean.kind !== 'unknown' &&
    variance.kind !== 'unknown' &&
    failure('invalid-argument', `${callee} needs \`mean\` and \`variance\`, or none of them`, {
      parameter: isGiven(mean) ? 'variance' : 'mean',
    })
  );
}

const arrayShape = (value: Value): Shape | undefined => operandOf(value)?.anyShape;

function statistics(callee: string, { mean, variance, axis }: Args): MaybeFailure[] {
  if (!isGiven(mean) || !isGiven(variance)) return [];
  const [a, b] = [arrayShape(mean), arrayShape(variance)];
  if (!a || !b || !hasRank(a) || !hasRank(b)) return [];
  const differ =
    a.length !== b.length || a.some((size, i) => isKnown(size) && isKnown(b[i] as Dimension) && size !== b[i]);
  return [
    differ &&
      failure(
        'invalid-argument',
        `${callee} needs \`mean\` and \`variance\` of one shape, and got ${formatShape(a)} and ${formatShape(b)}`,
        {
          parameter: 'variance',
        },
      ),
    axis !== undefined &&
      a.length > axis.length &&
      failure(
        'invalid-argument',
        `\`mean\` of ${callee} has ${a.length} axes, and statistics are kept for ${axis.length} only`,
        { parameter: 'mean' },
      ),
  ];
}

function wrongAxes(question: Question): MaybeFailure[] {
  const { callee, args, input } = question;
  const outside = args.axis?.find((axis) => axis < -input.rank || axis >= input.rank);
  const twice = kept(question)?.find((axis, i, all) => all.indexOf(axis) < i);
  const open = kept(question)?.find((axis) => isDynamic(input.shape[axis] as Dimension));
  return [
    outside !== undefined &&
      failure(
        'axis-out-of-range',
        `${callee} keeps axis ${outside}, and its input has ${input.rank}: ${formatShape(input.shape)}`,
        {
          parameter: 'axis',
          inputs: [0],
          facts: { axis: outside, rank: input.rank },
        },
      ),
    twice !== undefined &&
      question.generation !== 'keras3' &&
      failure('invalid-argument', `\`axis\` of ${callee} holds ${twice} twice`, { parameter: 'axis' }),
    open !== undefined &&
      failure(
        'undefined-weight-shape',
        `${callee} keeps axis ${open} of ${formatShape(input.shape)}, and its size is None`,
        {
          inputs: [0],
          facts: { axis: open },
        },
      ),
  ];
}

function unfit(callee: string, shape: readonly Dimension[], to: readonly Dimension[]): MaybeFailure {
  return failure(
    'incompatible-shapes',
    `\`mean\` of ${callee} has shape ${formatShape(shape)}, which does not fit ${formatShape(to)}`,
    {
      parameter: 'mean',
      inputs: [0],
    },
  );
}

/** Keras 3 puts the axes of the mean on the last of those kept. */
function meanUnfit(question: Question): MaybeFailure {
  const { callee, args } = question;
  const shape = isGiven(args.mean) ? arrayShape(args.mean) : undefined;
  const axes = kept(question);
  if (!shape || !axes || !hasRank(shape)) return null;
  const wanted = spread(question, axes);
  const full: Dimension[] = wanted.map(() => 1);
  shape.forEach((size, i) => {
    full[axes[axes.length - shape.length + i] as number] = size;
  });
  const clash = full.some(
    (size, i) => isKnown(size) && size !== 1 && isKnown(wanted[i] as Dimension) && size !== wanted[i],
  );
  return clash && unfit(callee, shape, wanted);
}

/** Keras 2 multiplies with ones, and reshapes the product. */
function productUnfit(question: Question): MaybeFailure {
  const { callee, args } = question;
  if (!isGiven(args.mean) || !kept(question)) return null;
  const wanted = keptShape(question);
  for (const value of [args.mean, args.variance]) {
    if (value.kind === 'str') return wrongStatistic(callee, value);
    const shape = arrayShape(value);
    if (!shape || !hasRank(shape)) continue;
    const met = broadcastShapes(shape, wanted);
    if (met.mismatch) return unfit(callee, shape, wanted);
    if (met.shape.every(isKnown) && wanted.every(isKnown) && count(met.shape) !== count(wanted))
      return unfit(callee, shape, wanted);
  }
  return null;
}

/** Statistics of another call must fit this one's input. */
function otherStatistics(question: Question): MaybeFailure {
  const before = question.builtOn?.[0];
  const axes = before && kept({ ...question, input: before });
  if (!axes) return null;
  const wanted = spread({ ...question, input: before }, axes);
  return (
    broadcastShapes(question.input.shape, wanted).mismatch !== null &&
    failure(
      'incompatible-shapes',
      `${question.callee} has statistics of shape ${formatShape(wanted)}, which do not fit ${formatShape(question.input.shape)}`,
      { inputs: [0] },
    )
  );
}

/** Keras 2 broadcasts the input with the statistics of the call that built it, which know sizes that the input may not. */
function broadcastStatistics(question: Question): readonly Dimension[] {
  const before = question.builtOn?.[0];
  const axes = before && kept({ ...question, input: before });
  if (!axes) return question.input.shape;
  const met = broadcastShapes(question.input.shape, spread({ ...question, input: before }, axes));
  return met.mismatch ? question.input.shape : met.shape;
}

function wrongStatistic(callee: string, value: Value): MaybeFailure {
  return failure('invalid-argument', `\`mean\` and \`variance\` of ${callee} must be numbers, not ${describe(value)}`, {
    parameter: 'mean',
    exception: 'TypeError',
  });
}

const count = (shape: readonly Dimension[]) => shape.reduce<number>((all, size) => all * (size as number), 1);

/** The statistics, spread over the axes of the input, are no weights; those are kept as `adapt_mean` and `adapt_variance`. */
function attribute(name: string, args: Args, input: Shape | 'unbuilt') {
  if (name === 'adapt_mean' || name === 'adapt_variance') return { weight: name.slice('adapt_'.length) };
  if (name !== 'mean' && name !== 'variance') return undefined;
  if (input === 'unbuilt' || !hasRank(input) || !args.axis) return 'not followed';
  const axes = args.axis.map((axis) => (axis < 0 ? axis + input.length : axis));
  const shape = input.map((size, axis) => (axes.includes(axis) ? size : 1));
  return new TensorValue({ library: 'tensorflow', symbolic: false, shape, dtype: '?' });
}

function explain(question: Question): Explanation {
  const axes = kept(question);
  if (!axes) return {};
  const sizes = axes.map((axis) => formatDimension(question.input.shape[axis] as Dimension)).join('·');
  return {
    notes: [
      axes.length === 0
        ? 'one mean and one variance for all values'
        : `a mean and a variance for each of the ${sizes} values on axis ${axes.join(', ')}, over all other axes`,
      isGiven(question.args.mean)
        ? 'they are given, and no weights'
        : '`adapt` learns them of data, no optimizer trains them',
    ],
    defaults: question.written('axis')
      ? []
      : [
          {
            parameter: 'axis',
            value: '-1',
            meaning: '`axis` is left out, so the last axis keeps statistics of its own',
            telling: false,
          },
        ],
  };
}

function weights(question: Question) {
  if (isGiven(question.args.mean)) return [];
  const shape = keptShape(question);
  const still = { trainable: false };
  return [
    weight('mean', shape, still),
    weight('variance', shape, still),
    weight('count', [], { ...still, dtype: question.generation === 'keras3' ? 'int32' : 'int64' }),
  ];
}

export const normalization = defineLayer({
  name: 'Normalization',
  summary: 'Shifts and scales inputs to a mean of 0 and a variance of 1, by statistics of data.',
  docs: 'api/layers/preprocessing_layers/numerical/normalization/',
  rule: {
    words: 'The shape of the input; mean and variance have the sizes of `axis`.',
    formula: '(…) → (…)',
    example: 'Normalization(mean=0.0, variance=1.0)(Input((7,)))',
    readFrom: 'layers/preprocessing/normalization.py: Normalization.compute_output_shape',
  },
  params,
  members: statisticsMembers,
  attribute,
  construct: ({ callee, args }) => [both(callee, args), ...statistics(callee, args)],
  build: (question) => [...wrongAxes(question), meanUnfit(question)],
  output: ({ input }) => input.shape,
  weights,
  explain,
  generations: {
    keras2: variant({
      params,
      construct: ({ callee, args }) => [both(callee, args)],
      build: (question) => [...wrongAxes(question), productUnfit(question)],
      requires: (question) => [otherStatistics(question)],
      output: broadcastStatistics,
      weights,
      explain,
    }),
  },
});
