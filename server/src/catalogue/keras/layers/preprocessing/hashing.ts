import { formatDimension } from '../../../../shapes/dimension';
import { type DType, isInteger } from '../../../../shapes/dtype';
import type { Value } from '../../../../values/value';
import { type ConstructQuestion, defineLayer, type LayerQuestion, variant } from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { comparable } from '../../../numbers';
import { anything, describe, flag, type Param } from '../../../params';
import { isRun } from '../../running';
import { type Bins, bins, broken } from './bins';
import {
  counted,
  dtypeKeyword,
  encoded,
  encodedOutput,
  explainMode,
  isGiven,
  oneHot,
  outputMode,
  overLast,
  sparseIds,
  uncounted,
} from './encoding';
import { mixedPolicy, wrongSalt } from './hashing-arguments';

type Mode = 'int' | 'one_hot' | 'multi_hot' | 'count';
interface Args {
  readonly num_bins: Bins;
  readonly mask_value: Value;
  readonly salt: Value;
  readonly output_mode: Mode;
  readonly sparse: boolean;
  readonly dtype: Value;
}
type Question = LayerQuestion<Args>;

/** More than 0: `num_bins <= 0` is refused, 0.5 is not. */
const someBins: Param<Bins> = {
  ...bins(0),
  read: (value, context) => {
    const found = comparable(value);
    if (typeof found === 'object' && found.number <= 0) {
      const { callee, parameter } = context;
      return {
        failure: failure(
          'invalid-argument',
          `\`${parameter}\` of ${callee} must be more than 0, not ${describe(value)}`,
          {
            parameter,
          },
        ),
      };
    }
    return bins(0).read(value, context);
  },
};

function wholeType({ callee, args }: ConstructQuestion<Args>): MaybeFailure {
  const { dtype, output_mode: mode } = args;
  return (
    mode === 'int' &&
    dtype.kind === 'str' &&
    !['int32', 'int64'].includes(dtype.value) &&
    failure('invalid-argument', `\`dtype\` of ${callee} must be int32 or int64 where \`output_mode\` is 'int'`, {
      parameter: 'dtype',
    })
  );
}

const params = {
  num_bins: someBins,
  mask_value: anything(),
  salt: anything(),
  output_mode: outputMode(['int', 'one_hot', 'multi_hot', 'count'], 'int'),
  sparse: flag(false),
  dtype: dtypeKeyword,
};

/** What its variables would be: for a mixed policy, float32. */
const outputDType = ({ args, dtype, variableDType = dtype }: Question): DType =>
  args.output_mode === 'int' && !isGiven(args.dtype) ? 'int64' : variableDType;

export const hashing = defineLayer({
  name: 'Hashing',
  summary: 'Sorts strings or ints into a fixed number of bins by their hash.',
  docs: 'api/layers/preprocessing_layers/categorical/hashing/',
  rule: {
    words:
      '`int` keeps the shape. `one_hot` adds an axis of the number of tokens (an axis of 1 becomes it), `multi_hot` and `count` make it of the last axis. The tokens are `num_bins`.',
    formula: 'int: (…) → (…)',
    example: 'Hashing(num_bins=8)(Input((3,), dtype="int32"))',
    readFrom: 'layers/preprocessing/hashing.py: Hashing.compute_output_shape',
  },
  convertsInputs: true,
  givesSparse: 'run',
  params,
  construct: (question) => [
    wholeType(question),
    sparseIds(question.callee, question.args.sparse, question.args.output_mode),
    wrongSalt(question.callee, question.args.salt),
  ],
  requires: ({ callee, args, input }) => [
    args.output_mode !== 'int' && broken(callee, 'num_bins', args.num_bins),
    args.output_mode === 'one_hot' &&
      isRun({ input }) &&
      input.rank === 0 &&
      failure('wrong-rank', `${callee} makes one-hot vectors of arrays, and its input is a scalar`, {
        exception: 'IndexError',
        inputs: [0],
      }),
  ],
  output: (question) => {
    const { args, input } = question;
    const { output_mode: mode, num_bins: count } = args;
    if (mode === 'int') return input.shape;
    // Keras reports one axis less than running gives, where there are several elements.
    if (!isRun(question)) return overLast(input.shape, count.size);
    return mode === 'one_hot' ? oneHot(input.shape, count.size) : counted(input.shape, count.size);
  },
  outputDType,
  explain: (question) => {
    const { args } = question;
    const said = explainMode(args.output_mode, args.num_bins.size, question);
    return {
      ...said,
      notes: [`the hash of an element tells its bin, of ${formatDimension(args.num_bins.size)}`, ...said.notes],
    };
  },
  generations: {
    keras2: variant({
      params,
      takes: 'stacked',
      construct: ({ callee, args }) => [
        mixedPolicy(callee, args.dtype, args.output_mode),
        sparseIds(callee, args.sparse, args.output_mode),
        wrongSalt(callee, args.salt),
      ],
      requires: (question) => {
        const { callee, args, input, dtype } = question;
        const mode = args.output_mode;
        return [
          unhashed(question),
          unfitMask(question),
          mode !== 'int' && broken(callee, 'num_bins', args.num_bins, 'TypeError'),
          encoded(callee, mode, input.shape, args.num_bins.size).failed,
          uncounted(callee, mode, dtype),
        ];
      },
      output: (question) => encodedOutput(question, question.args.num_bins.size),
      outputDType: ({ args, dtype }) => (args.output_mode === 'int' && !isInteger(dtype) ? 'int64' : dtype),
    }),
  },
});

function unhashed({ callee, input: { dtype } }: Question): MaybeFailure {
  return (
    dtype !== 'string' &&
    dtype !== '?' &&
    !isInteger(dtype) &&
    failure('incompatible-dtypes', `${callee} hashes strings and ints, and its input is ${dtype}`, {
      exception: 'TypeError',
      inputs: [0],
      facts: { dtype },
    })
  );
}

/** The input is compared with the mask value, where there is a bin to spare for it. */
function unfitMask({ callee, args: { mask_value: mask, num_bins: count }, input: { dtype } }: Question): MaybeFailure {
  if (!isGiven(mask) || count.size === 1 || dtype === '?') return null;
  const fits = dtype === 'string' ? ['str'] : ['int', 'bool'];
  const literal = ['str', 'int', 'bool', 'float'].includes(mask.kind);
  return (
    literal &&
    !fits.includes(mask.kind) &&
    failure('invalid-argument', `\`mask_value\` of ${callee} is ${describe(mask)}, and its input is ${dtype}`, {
      parameter: 'mask_value',
      exception: 'TypeError',
    })
  );
}
