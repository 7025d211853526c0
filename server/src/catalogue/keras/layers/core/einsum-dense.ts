import { denseShapes } from '../../../../shapes/dense-equation';
import { type Dimension, dynamic, formatDimension, unknownDimension } from '../../../../shapes/dimension';
import { tensorflowEinsum } from '../../../../shapes/einsum';
import { reason } from '../../../../shapes/reason';
import { formatShape, unknownShape } from '../../../../shapes/shape';
import type { Value } from '../../../../values/value';
import { defineLayer, type LayerQuestion, variant, type WeightSpec, weight } from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { strictInteger } from '../../../numbers';
import { anything, describe, ignored, iterableItems, type Param } from '../../../params';
import { activation, constraint, initializer, regularizer } from '../../identifiers';
import { autocast } from '../../keras2';
import { isRun } from '../../running';
import { adapted, constraintGiven, refusedLora } from './lora';
import { weightMethods } from './weight-methods';

type Question = LayerQuestion<{
  readonly equation: Value;
  readonly output_shape: readonly Dimension[] | null;
  readonly bias_axes: Value;
}>;

/** An int, or sizes with None where the input's is meant; null where not known. */
const outputShape: Param<readonly Dimension[] | null> = {
  default: null,
  read: (value, { callee, parameter }) => {
    const single = strictInteger(value);
    if (typeof single === 'number') return { value: [single] };
    const items = iterableItems(value);
    if (items === null) {
      return {
        failure: failure(
          'invalid-argument',
          `\`${parameter}\` of ${callee} must be an int or a tuple, not ${describe(value)}`,
          {
            parameter,
            exception: 'TypeError',
          },
        ),
      };
    }
    if ('text' in items) return { value: null };
    const odd = items.find((item) => item.kind !== 'None' && strictInteger(item) === 'no int');
    const sizes = items.map((item): Dimension => {
      if (item.kind === 'None') return dynamic();
      const size = strictInteger(item);
      return typeof size === 'number' ? size : unknownDimension(reason(`\`${parameter}\` holds ${describe(item)}`));
    });
    if (!odd) return { value: sizes };
    const message = `\`${parameter}\` of ${callee} must hold ints and Nones, not ${describe(odd)}`;
    return { value: sizes, later: failure('invalid-argument', message, { parameter }) };
  },
};

const options = {
  kernel_initializer: initializer('glorot_uniform'),
  bias_initializer: initializer('zeros'),
  kernel_regularizer: regularizer(),
  bias_regularizer: regularizer(),
};

/** Weights and output by the equation; null where arguments are not known. */
function shapesOf({ args, input }: Question, prefer: 'input' | 'output') {
  const { equation, output_shape, bias_axes } = args;
  if (equation.kind !== 'str' || !output_shape) return null;
  const letters = bias_axes.kind === 'None' ? null : iterableItems(bias_axes);
  if (letters && ('text' in letters || letters.some((letter) => letter.kind !== 'str'))) return null;
  const axes = letters?.map((letter) => (letter.kind === 'str' ? letter.value : '')) ?? null;
  return denseShapes(equation.value, axes, input.shape, output_shape, prefer);
}

const CODES = {
  equation: 'invalid-argument',
  bias: 'invalid-argument',
  rank: 'wrong-rank',
  sizes: 'incompatible-shapes',
};

function refused(question: Question, prefer: 'input' | 'output'): MaybeFailure {
  const { callee, args } = question;
  const wrongType = (parameter: 'equation' | 'bias_axes', wanted: string) =>
    failure('invalid-argument', `\`${parameter}\` of ${callee} must be ${wanted}, not ${describe(args[parameter])}`, {
      parameter,
      exception: 'TypeError',
    });
  if (!['str', 'unknown', 'instance'].includes(args.equation.kind)) return wrongType('equation', 'a string');
  if (args.bias_axes.kind !== 'None' && iterableItems(args.bias_axes) === null)
    return wrongType('bias_axes', 'a string');
  const found = shapesOf(question, prefer);
  if (!found?.problem) return null;
  const { kind, message } = found.problem;
  const parameter = { equation: 'equation', bias: 'bias_axes', sizes: 'output_shape', rank: undefined }[kind];
  return failure(CODES[kind], `${callee}: ${message}`, {
    inputs: [0],
    ...(parameter ? { parameter } : {}),
    ...(kind === 'rank' ? { exception: 'IndexError' } : {}),
  });
}

function unknownWeight(name: string): WeightSpec {
  return weight(name, [unknownDimension(reason('the arguments of EinsumDense are not known'))]);
}

const biasOf = (shape: readonly Dimension[] | null) => (shape ? [weight('bias', shape)] : []);

export const einsumDense = defineLayer({
  name: 'EinsumDense',
  summary: 'Fully connected layer over axes that an equation names.',
  docs: 'api/layers/core_layers/einsum_dense/',
  rule: {
    words:
      'The equation says how the axes of input and kernel meet; those of the output behind the batch have the sizes of `output_shape`, in the order of the output’s letters; None there leaves one open.',
    formula: '"abc,cde->abde" → (a, b, *output_shape)',
    example: 'EinsumDense("abc,cde->abde", output_shape=(None, 4, 8))(Input((10, 32)))',
    readFrom: 'layers/core/einsum_dense.py: EinsumDense.compute_output_shape',
  },
  members: weightMethods('kernel'),
  params: {
    equation: anything(null),
    output_shape: outputShape,
    activation: activation(),
    bias_axes: anything(),
    ...options,
    kernel_constraint: constraintGiven,
    bias_constraint: constraint(),
    lora_rank: anything(),
    lora_alpha: ignored,
    gptq_unpacked_column_size: ignored,
    quantization_config: ignored,
  },
  build: ({ callee, args }) => [refusedLora(callee, args.lora_rank, args.kernel_constraint, 'kernel_constraint')],
  requires: (question) => [refused(question, 'output')],
  builtInput: ({ input }) => ({ rank: input.rank }),
  output: (question) =>
    (isRun(question) ? summedOf(question, 'output')?.shape : shapesOf(question, 'output')?.shapes?.output) ??
    unknownShape(reason('the arguments of EinsumDense are not known')),
  weights: (question) => {
    const found = shapesOf(question, 'output')?.shapes;
    if (!found) return [unknownWeight('kernel')];
    return [...adapted('kernel', found.kernel, question.args.lora_rank), ...biasOf(found.bias)];
  },
  explain: (question) => {
    const found = shapesOf(question, 'output')?.shapes;
    if (!found) return {};
    return {
      formulas: [
        `\`${describe(question.args.equation).slice(1, -1)}\`: ${formatShape(question.input.shape)} with a kernel of ${formatShape(found.kernel)} gives ${formatShape(found.output)}`,
      ],
      notes: found.bias ? [`a bias of ${found.bias.map(formatDimension).join('·')} is added`] : [],
    };
  },
  generations: {
    keras2: variant({
      params: {
        equation: anything(null),
        output_shape: outputShape,
        activation: activation(),
        bias_axes: anything(),
        ...options,
        activity_regularizer: regularizer(),
        kernel_constraint: constraint(),
        bias_constraint: constraint(),
      },
      build: () => [],
      requires: (question) => {
        const failed = refused(question, 'input');
        const summed = failed ? null : summedOf(question, 'input');
        return [
          mixed(question),
          failed,
          summed?.problem ? failure('wrong-rank', `${question.callee}: ${summed.problem}`, { inputs: [0] }) : null,
        ];
      },
      output: (question) =>
        summedOf(question, 'input')?.shape ?? unknownShape(reason('the arguments of EinsumDense are not known')),
      weights: (question) => {
        const found = shapesOf(question, 'input')?.shapes;
        return found ? [weight('kernel', found.kernel), ...biasOf(found.bias)] : [unknownWeight('kernel')];
      },
    }),
  },
});

/** TensorFlow's sum takes tensors of one type. */
function mixed({ callee, input, dtype }: Question): MaybeFailure {
  const given = autocast(input.dtype, dtype);
  return (
    given !== '?' &&
    dtype !== '?' &&
    given !== dtype &&
    failure('incompatible-dtypes', `${callee} multiplies with a kernel of ${dtype}, and its input is ${given}`, {
      exception: 'TypeError',
      inputs: [0],
      facts: { left: given, right: dtype },
    })
  );
}

/** Where it runs, the sum itself gives the shape. */
function summedOf(question: Question, prefer: 'input' | 'output') {
  const found = shapesOf(question, prefer)?.shapes;
  const { equation } = question.args;
  return found && equation.kind === 'str'
    ? tensorflowEinsum(equation.value, [question.input.shape, found.kernel])
    : null;
}
