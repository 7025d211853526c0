import { type Dimension, formatDimension, isKnown, unknownDimension } from '../../../../shapes/dimension';
import { isInteger } from '../../../../shapes/dtype';
import { reason } from '../../../../shapes/reason';
import { hasRank } from '../../../../shapes/shape';
import type { Context } from '../../../../values/context';
import { float, type InstanceValue, type Value } from '../../../../values/value';
import { type ConstructQuestion, defineLayer, type LayerQuestion, variant, weight } from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { comparable } from '../../../numbers';
import { anything, describe, flag, ignored, type Param, sequenceItems } from '../../../params';
import { madeOf } from '../../calling/taken-over';
import { autocast } from '../../keras2';
import { isRun } from '../../running';
import { type Bins, broken, optionalBins } from './bins';
import {
  dtypeKeyword,
  encoded,
  encodedOutput,
  explainMode,
  isGiven,
  oneHot,
  outputMode,
  sparseIds,
  uncounted,
  unreadable,
} from './encoding';
import { mixedPolicy } from './hashing-arguments';
import { binMembers } from './learning';

interface Args {
  readonly bin_boundaries: Value;
  readonly num_bins: Bins | null;
  readonly output_mode: 'int' | 'one_hot' | 'multi_hot' | 'count';
  readonly sparse: boolean;
}
type Question = LayerQuestion<Args>;

/** Not looked at before data is. */
const epsilon: Param<number | undefined> = {
  default: float(0.01),
  read: (value) => {
    const found = comparable(value);
    return { value: typeof found === 'object' ? found.number : undefined };
  },
};

const options = {
  bin_boundaries: anything(),
  num_bins: optionalBins(0),
  epsilon,
  output_mode: outputMode(['int', 'one_hot', 'multi_hot', 'count'], 'int'),
  sparse: flag(false),
};

/** `len(boundaries)`; null for what has no length. */
function lengthOf(value: Value): Dimension | null {
  const items = sequenceItems(value);
  if (items) return items.length;
  switch (value.kind) {
    case 'str':
      return value.value.length;
    case 'dict':
      return value.entries.size;
    case 'tensor':
      return hasRank(value.shape) ? (value.shape[0] ?? null) : unknownDimension(value.shape.reason);
    case 'None':
    case 'int':
    case 'float':
    case 'bool':
      return null;
    default:
      return unknownDimension(
        value.kind === 'unknown' ? value.reason : reason(`\`bin_boundaries\` is ${describe(value)}`),
      );
  }
}

/** Bins: one more than there are boundaries between them. */
function depth({ bin_boundaries: boundaries, num_bins: count }: Args): Dimension {
  if (!isGiven(boundaries)) return count?.size ?? 1;
  const length = lengthOf(boundaries);
  return length !== null && isKnown(length) ? length + 1 : (length ?? 1);
}

function both(callee: string, { bin_boundaries: boundaries, num_bins: count }: Args): MaybeFailure {
  return (
    isGiven(boundaries) &&
    boundaries.kind !== 'unknown' &&
    count !== null &&
    failure('invalid-argument', `${callee} takes \`bin_boundaries\` or \`num_bins\`, not both`, {
      parameter: 'num_bins',
    })
  );
}

function neither(callee: string, { bin_boundaries: boundaries, num_bins: count }: Args): MaybeFailure {
  return (
    !isGiven(boundaries) &&
    count === null &&
    failure('invalid-argument', `${callee} needs \`bin_boundaries\`, or \`num_bins\` to learn them`, {
      parameter: 'bin_boundaries',
    })
  );
}

/** Keras asks for the truth of the boundaries, and numpy's arrays of several elements have none. */
function noTruth({ callee, args: { bin_boundaries: boundaries } }: ConstructQuestion<Args>): MaybeFailure {
  if (boundaries.kind !== 'tensor' || !hasRank(boundaries.shape)) return null;
  const size = boundaries.shape.reduce<number>((all, one) => (isKnown(one) ? all * one : Number.NaN), 1);
  return (
    size > 1 &&
    failure(
      'invalid-argument',
      `\`bin_boundaries\` of ${callee} must be a list or tuple: an array has no truth value`,
      {
        parameter: 'bin_boundaries',
      },
    )
  );
}

export const discretization = defineLayer({
  name: 'Discretization',
  summary: 'Sorts numbers into bins.',
  docs: 'api/layers/preprocessing_layers/numerical/discretization/',
  rule: {
    words:
      '`int` keeps the shape. `one_hot` adds an axis of the number of tokens (an axis of 1 becomes it), `multi_hot` and `count` make it of the last axis. The tokens are the bins, one more than `bin_boundaries`.',
    formula: 'int: (…) → (…)',
    example: 'Discretization(bin_boundaries=[0.0, 1.0, 2.0])(Input((3,)))',
    readFrom: 'layers/preprocessing/discretization.py: Discretization.compute_output_shape',
  },
  convertsInputs: true,
  givesSparse: 'run',
  members: binMembers,
  params: { ...options, dtype: anything(), name: ignored },
  takesBaseKeywords: false,
  construct: (question) => {
    const { callee, args } = question;
    return [
      sparseIds(callee, args.sparse, args.output_mode),
      both(callee, args),
      neither(callee, args),
      noTruth(question),
    ];
  },
  requires: ({ callee, args, input }) => [
    isRun({ input }) && input.dtype === 'string' && unreadable(callee, input.dtype, 'numbers'),
    args.output_mode !== 'int' && broken(callee, 'num_bins', args.num_bins),
    args.output_mode !== 'int' &&
      isGiven(args.bin_boundaries) &&
      lengthOf(args.bin_boundaries) === null &&
      failure(
        'invalid-argument',
        `\`bin_boundaries\` of ${callee} must be a list, not ${describe(args.bin_boundaries)}`,
        {
          parameter: 'bin_boundaries',
          exception: 'TypeError',
        },
      ),
  ],
  output: (question) => {
    const { args, input } = question;
    const { shape } = input;
    if (args.output_mode === 'int') return shape;
    const size = bins(question);
    // Run on a scalar, it gives a batch of one.
    if (args.output_mode === 'one_hot') return oneHot(isRun({ input }) && shape.length === 0 ? [1] : shape, size);
    return shape.length < 2 ? [size] : [shape[0] as Dimension, ...shape.slice(2), size];
  },
  outputDType: ({ args, dtype }) => (args.output_mode === 'int' ? 'int32' : dtype),
  explain,
  generations: {
    keras2: variant({
      params: { ...options, bins: { ...anything(), kind: 'kwargs' }, dtype: dtypeKeyword },
      takesBaseKeywords: true,
      takes: 'stacked',
      initialize: computesInts,
      construct: ({ callee, args }) => [
        mixedPolicy(callee, args.dtype, args.output_mode),
        sparseIds(callee, args.sparse, args.output_mode),
        both(callee, args),
      ],
      requires: (question) => {
        const { callee, args, input, dtype } = question;
        return [
          unreadable(callee, autocast(input.dtype, binDType(question)), 'int32, int64, float32 or float64'),
          noBoundaries(callee, args.bin_boundaries),
          encoded(callee, args.output_mode, input.shape, bins(question)).failed,
          uncounted(callee, args.output_mode, dtype),
        ];
      },
      output: (question) => encodedOutput(question, bins(question)),
      outputDType: binDType,
      // What it learned of the data: two rows, and nothing in them yet.
      weights: ({ args }) => (isGiven(args.bin_boundaries) ? [] : [weight('summary', [2, 0], { trainable: false })]),
      explain,
    }),
  },
});

/** How many bins there are, where the layer has its boundaries, or has learned them. */
function bins({ args, learned, generation }: Question): Dimension {
  if (learned && !isGiven(args.bin_boundaries)) return learned.size;
  if (generation === 'keras3' || isGiven(args.bin_boundaries)) return depth(args);
  return 1;
}

function explain(question: Question) {
  const { args } = question;
  const size = bins(question);
  const said = explainMode(args.output_mode, size, question);
  const boundaries = isGiven(args.bin_boundaries) ? lengthOf(args.bin_boundaries) : null;
  const count =
    boundaries === null ? [] : [`${formatDimension(boundaries)} boundaries make ${formatDimension(size)} bins`];
  return { ...said, notes: [...count, ...said.notes] };
}

/** A layer of ints casts no floats. */
function computesInts(layer: InstanceValue, context: Context): void {
  const made = madeOf(layer);
  if (made?.args?.output_mode !== 'int') return;
  const { compute } = made.state.policy.value;
  if (!isInteger(compute)) made.state.policy.set(context.heap, { name: 'int64', compute: 'int64', variable: 'int64' });
}

function binDType({ args, dtype }: Question) {
  return args.output_mode === 'int' && !isInteger(dtype) ? 'int64' : dtype;
}

/** TensorFlow's op takes a list of numbers. */
function noBoundaries(callee: string, given: Value): MaybeFailure {
  if (['None', 'unknown', 'instance', 'tensor'].includes(given.kind)) return null;
  const items = sequenceItems(given);
  const odd = items?.find((item) => ['None', 'str', 'list', 'tuple', 'dict'].includes(item.kind));
  if (given.kind === 'list' && given.uncertain) return null;
  if (items && !odd) return null;
  return failure(
    'invalid-argument',
    `\`bin_boundaries\` of ${callee} must be a list of numbers, not ${describe(given)}`,
    {
      parameter: 'bin_boundaries',
      exception: 'TypeError',
    },
  );
}
