import {
  type Dimension,
  dynamic,
  formatDimension,
  isDynamic,
  isUnknown,
  unknownDimension,
} from '../../../../shapes/dimension';
import { type DType, isInteger } from '../../../../shapes/dtype';
import { reason } from '../../../../shapes/reason';
import { formatShape, unknownShape } from '../../../../shapes/shape';
import type { Value } from '../../../../values/value';
import { defineLayer, type InputView, type LayerQuestion, variant } from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { strictInteger } from '../../../numbers';
import { anything, describe, flag, ignored } from '../../../params';
import { dtypeKeyword, encoded, explainMode, isGiven, oneHot, outputMode, uncounted } from './encoding';
import { mixedPolicy } from './hashing-arguments';

interface Args {
  readonly num_bins: Value;
  readonly output_mode: 'int' | 'one_hot';
  readonly dtype: Value;
}
type Question = LayerQuestion<Args>;

const options = {
  num_bins: anything(null),
  output_mode: outputMode(['int', 'one_hot'], 'int'),
  sparse: flag(false),
};

/** The argument as the size it becomes: nothing checks it before. */
function depth(given: Value): Dimension {
  if (given.kind === 'None') return dynamic();
  const size = strictInteger(given);
  if (typeof size === 'number') return size;
  return unknownDimension(given.kind === 'unknown' ? given.reason : reason(`\`num_bins\` is ${describe(given)}`));
}

function noSize({ callee, args }: Question, least = 0): MaybeFailure {
  const given = args.num_bins;
  const size = strictInteger(given);
  if (given.kind === 'None' || size === undefined || (size !== 'no int' && size >= least)) return null;
  return failure('invalid-argument', `\`num_bins\` of ${callee} must be an int of at least 0, not ${describe(given)}`, {
    parameter: 'num_bins',
  });
}

function two({ callee, inputs }: Question, most = 2): MaybeFailure {
  return (
    (inputs.length < 2 || inputs.length > most) &&
    failure(
      'invalid-input',
      `${callee} crosses ${most === 2 ? 'two tensors' : 'at least two tensors'}, and got ${inputs.length}`,
      {
        facts: { expected: 2, actual: inputs.length },
      },
    )
  );
}

/** Sizes compared as Python compares them: None is equal to None only. */
function differ(a: Dimension | undefined, b: Dimension | undefined): boolean {
  if (a === undefined || b === undefined) return a !== b;
  if (isUnknown(a) || isUnknown(b)) return false;
  return isDynamic(a) ? !isDynamic(b) : a !== b;
}

function unequal(callee: string, inputs: readonly InputView[], index: number, what: string): MaybeFailure {
  return failure(
    'incompatible-shapes',
    `${callee} needs inputs of ${what}, and got ${formatShape(inputs[0]?.shape ?? [])} and ${formatShape(inputs[index]?.shape ?? [])}`,
    { inputs: [0, index] },
  );
}

export const hashedCrossing = defineLayer({
  name: 'HashedCrossing',
  summary: 'Joins two categories to one by hashing them together.',
  docs: 'api/layers/preprocessing_layers/categorical/hashed_crossing/',
  rule: {
    words: 'One number for each row of the features, as they are; `one_hot` makes an axis of `num_bins` of it.',
    formula: 'int: (batch, 1), (batch, 1) → (batch, 1); one_hot: (batch, num_bins)',
    example:
      'HashedCrossing(num_bins=8, output_mode="one_hot")((Input((1,), dtype="int32"), Input((1,), dtype="int32")))',
    readFrom: 'layers/preprocessing/hashed_crossing.py: HashedCrossing.compute_output_shape',
  },
  convertsInputs: true,
  givesSparse: 'run',
  params: { ...options, name: ignored, dtype: anything() },
  takesBaseKeywords: 'any',
  takes: 'list',
  requires: (question) => {
    const { callee, inputs, args } = question;
    const [first, second] = inputs;
    return [
      two(question),
      first !== undefined &&
        second !== undefined &&
        differ(first.shape.at(-1), second.shape.at(-1)) &&
        unequal(callee, inputs, 1, 'one last size'),
      args.output_mode === 'one_hot' && noSize(question),
    ];
  },
  output: ({ args, input }) => {
    if (args.output_mode === 'int') return input.shape;
    const last = input.shape.at(-1);
    if (last === 1) return [...input.shape.slice(0, -1), depth(args.num_bins)];
    return last !== undefined && isUnknown(last)
      ? oneHot(input.shape, depth(args.num_bins))
      : [...input.shape, depth(args.num_bins)];
  },
  outputDType,
  explain: (question) => {
    const count = depth(question.args.num_bins);
    const said = explainMode(question.args.output_mode, count, question);
    return {
      ...said,
      notes: [`the hash of both elements tells their bin, of ${formatDimension(count)}`, ...said.notes],
    };
  },
  generations: {
    keras2: variant({
      params: { ...options, dtype: dtypeKeyword },
      takesBaseKeywords: true,
      construct: ({ callee, args }) => [mixedPolicy(callee, args.dtype, args.output_mode), wholeType(callee, args)],
      requires: (question) => {
        const { callee, inputs, input, args, dtype } = question;
        const other = inputs.findIndex(
          ({ rank, shape }) => rank !== input.rank || shape.some((size, i) => differ(size, input.shape[i])),
        );
        const odd = inputs.findIndex(({ dtype }) => dtype !== 'string' && dtype !== '?' && !isInteger(dtype));
        return [
          two(question, Number.POSITIVE_INFINITY),
          notFlat(callee, input),
          other >= 0 && unequal(callee, inputs, other, 'one shape'),
          odd >= 0 &&
            failure(
              'incompatible-dtypes',
              `${callee} crosses strings and ints, and this input is ${inputs[odd]?.dtype}`,
              {
                inputs: [odd],
                facts: { dtype: inputs[odd]?.dtype },
              },
            ),
          noBuckets(question),
          encoded(callee, args.output_mode, input.shape, depth(args.num_bins)).failed,
          uncounted(callee, args.output_mode, dtype),
        ];
      },
      output: ({ callee, args, input }) =>
        input
          ? encoded(callee, args.output_mode, input.shape, depth(args.num_bins)).shape
          : unknownShape(reason('there is no input')),
    }),
  },
});

function outputDType({ args, dtype }: Question): DType {
  return args.output_mode === 'int' && !isGiven(args.dtype) ? 'int64' : dtype;
}

function wholeType(callee: string, { dtype, output_mode: mode }: Args): MaybeFailure {
  return (
    mode === 'int' &&
    dtype.kind === 'str' &&
    !/^u?int(8|16|32|64)$/.test(dtype.value) &&
    failure('invalid-argument', `\`dtype\` of ${callee} must be an integer type where \`output_mode\` is 'int'`, {
      parameter: 'dtype',
    })
  );
}

function notFlat(callee: string, input: InputView): MaybeFailure {
  const last = input.shape.at(-1);
  return (
    (input.rank > 2 || (input.rank === 2 && last !== 1 && last !== undefined && !isUnknown(last))) &&
    failure(
      'wrong-rank',
      `${callee} takes inputs of shape (), (batch,) or (batch, 1), and this one is ${formatShape(input.shape)}`,
      { inputs: [0] },
    )
  );
}

/** The number of buckets of TensorFlow's op: an int of at least 0. A float is converted, where nothing else is made of it. */
function noBuckets(question: Question): MaybeFailure {
  const { callee, args } = question;
  const given = args.num_bins;
  if (given.kind === 'float' && args.output_mode === 'int') return null;
  if (given.kind !== 'None') return noSize(question);
  return failure('invalid-argument', `\`num_bins\` of ${callee} must be an int, not None`, {
    parameter: 'num_bins',
    exception: 'TypeError',
  });
}
