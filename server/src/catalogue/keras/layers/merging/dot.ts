import { type Dimension, formatDimension } from '../../../../shapes/dimension';
import { contracted, dotAxes, dotShape, explainDot, surelyClash } from '../../../../shapes/dot';
import { reason } from '../../../../shapes/reason';
import { formatShape, unknownShape } from '../../../../shapes/shape';
import type { Value } from '../../../../values/value';
import { defineLayer, type LayerQuestion } from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { strictInteger } from '../../../numbers';
import { describe, flag, type Param, sequenceItems } from '../../../params';
import { inputDType, mixedTypes } from '../../keras2';
import { wrongCount } from './merge';

type Question = LayerQuestion<{ readonly axes: readonly number[] | undefined; readonly normalize: boolean }>;

/** An int, or a list or tuple of exactly two (`Dot.__init__`); undefined where not known. */
const axes: Param<readonly number[] | undefined> = {
  default: null,
  read: (value, { callee }) => {
    const single = strictInteger(value);
    if (single === undefined) return { value: undefined };
    if (single !== 'no int') return { value: [single] };
    if (value.kind === 'list' && value.uncertain) return { value: undefined };
    const items = sequenceItems(value);
    const wrong = (exception: string, wanted: string) => ({
      failure: failure('invalid-argument', `\`axes\` of ${callee} must be ${wanted}, not ${describe(value)}`, {
        parameter: 'axes',
        exception,
      }),
    });
    if (!items) return wrong('TypeError', 'an int or a list of two ints');
    if (items.length !== 2) return wrong('ValueError', 'one int or two');
    const pair = items.map((item: Value) => strictInteger(item));
    if (pair.includes('no int')) return wrong('ValueError', 'ints');
    return { value: pair.includes(undefined) ? undefined : (pair as number[]) };
  },
};

/** The axes and both shapes; null where anything is missing. */
function sides({ args, inputs }: Question) {
  const left = inputs[0]?.shape;
  const right = inputs[1]?.shape;
  if (!left || !right || !args.axes) return null;
  return { axes: dotAxes(args.axes, left, right), left, right };
}

function build(question: Question): MaybeFailure[] {
  const wrong = wrongCount(question.callee, question.inputs, 2);
  const sided = sides(question);
  return [wrong, !wrong && sided && clash(question.callee, sided)];
}

function clash(callee: string, { axes, left, right }: NonNullable<ReturnType<typeof sides>>): MaybeFailure {
  const [a, b] = contracted(axes, left, right);
  if (a === undefined || b === undefined) {
    const [axis, shape] = a === undefined ? [axes[0], left] : [axes[1], right];
    return failure(
      'axis-out-of-range',
      `${callee} is to sum over axis ${axis}, which ${formatShape(shape)} does not have`,
      {
        exception: 'IndexError',
        parameter: 'axes',
        facts: { axis, rank: shape.length },
      },
    );
  }
  if (!surelyClash(a, b)) return null;
  return failure(
    'incompatible-merge',
    `${callee} sums over axis ${axes[0]} of ${formatShape(left)} and axis ${axes[1]} of ${formatShape(right)}, and these differ: ${formatDimension(a)} against ${formatDimension(b)}`,
    { inputs: [0, 1], parameter: 'axes', facts: { axis: axes[0], left: a, right: b } },
  );
}

function popped(question: Question): MaybeFailure {
  const sided = sides(question);
  if (!sided || dotShape(sided.axes, sided.left, sided.right)) return null;
  return failure(
    'axis-out-of-range',
    `${question.callee} cannot take axes ${sided.axes.join(' and ')} out of ${formatShape(sided.left)} and ${formatShape(sided.right)}`,
    { exception: 'IndexError', parameter: 'axes' },
  );
}

export const dot = defineLayer({
  name: 'Dot',
  summary: 'Multiplies two batches of tensors and sums over one axis of each.',
  docs: 'api/layers/merging_layers/dot/',
  rule: {
    words:
      'The axes named by `axes`, which must be of one size, go; what is left of the first input is followed by what is left of the second without its batch. With two vectors an axis of 1 remains.',
    formula: '(batch, a, n), (batch, b, n) → (batch, a, b) for axes=2',
    example: 'Dot(axes=2)([Input((7, 32)), Input((5, 32))])',
    readFrom: 'layers/merging/dot.py: Dot.compute_output_shape',
  },
  params: { axes, normalize: flag(false) },
  takes: 'list',
  build,
  requires: (question) => [popped(question)],
  output: (question) => {
    const sided = sides(question);
    const shape = sided && dotShape(sided.axes, sided.left, sided.right);
    return shape ?? unknownShape(reason('`axes` of Dot is not known'));
  },
  explain: (question) => {
    const sided = sides(question);
    return sided ? { formulas: [explainDot(sided.axes, sided.left, sided.right)] } : {};
  },
  generations: {
    keras2: {
      requires: (question) => [popped(question), batchDot(question)],
      outputDType: inputDType,
    },
  },
});

/** What `backend.batch_dot` of Keras 2 refuses beyond `build`. */
function batchDot(question: Question): MaybeFailure {
  const { callee, inputs, dtype } = question;
  const sided = sides(question);
  if (!sided) return null;
  const at = (axis: number, shape: readonly Dimension[]) => (axis < 0 ? axis + shape.length : axis);
  if (at(sided.axes[0], sided.left) === 0 || at(sided.axes[1], sided.right) === 0) {
    return failure('invalid-argument', `${callee} cannot sum over axis 0, the batch`, { parameter: 'axes' });
  }
  const [a, b] = inputs.map(({ batch }) => batch);
  if (typeof a === 'number' && typeof b === 'number' && a !== b) {
    return failure('incompatible-merge', `${callee} needs one batch size, and got ${a} and ${b}`, {
      inputs: [0, 1],
      facts: { axis: 0, left: a, right: b },
    });
  }
  return mixedTypes(callee, inputs, dtype);
}
