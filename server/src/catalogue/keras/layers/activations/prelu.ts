import { broadcastShapes } from '../../../../shapes/broadcast';
import type { Dimension } from '../../../../shapes/dimension';
import { unknownDimension } from '../../../../shapes/dimension';
import { reason } from '../../../../shapes/reason';
import { formatShape, type Shape, unknownShape } from '../../../../shapes/shape';
import type { Value } from '../../../../values/value';
import { defineLayer, type InputSpec, type LayerQuestion, weight } from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { anything, describe, integerOf, sequenceItems } from '../../../params';
import { constraint, initializer, regularizer } from '../../identifiers';
import { floatsOnly } from '../../keras2';
import { isRun, specOfRuns } from '../../running';

type Question = LayerQuestion<{ readonly shared_axes: Value }>;

/** The axes as items; null where they are not known. One that is no sequence stands for itself. */
function sharedAxes({ args: { shared_axes: given } }: Question): readonly Value[] | null {
  if (given.kind === 'None') return [];
  if (given.kind === 'unknown' || (given.kind === 'list' && given.uncertain)) return null;
  return sequenceItems(given) ?? [given];
}

/** Sizes behind the batch, 1 on the shared axes; axis 0 is the last, as Python counts one before the first. */
function alphaShape(question: Question): readonly Dimension[] {
  const axes = sharedAxes(question);
  const sizes = question.input.shape.slice(1);
  if (!axes || axes.some((axis) => integerOf(axis) === undefined)) {
    return sizes.map(() => unknownDimension(reason('`shared_axes` is not known')));
  }
  const shared = new Set(axes.map((axis) => position(Number(integerOf(axis)), sizes.length)));
  return sizes.map((size, i) => (shared.has(i) ? 1 : size));
}

/** Where `param_shape[axis - 1]` points. */
function position(axis: number, length: number): number {
  return axis - 1 < 0 ? axis - 1 + length : axis - 1;
}

function wrongAxis(question: Question): MaybeFailure {
  const { callee, input } = question;
  const length = input.rank - 1;
  for (const item of sharedAxes(question) ?? []) {
    if (item.kind === 'unknown' || item.kind === 'instance') continue;
    const axis = integerOf(item);
    if (axis === undefined) {
      return failure('invalid-argument', `\`shared_axes\` of ${callee} must hold ints, not ${describe(item)}`, {
        parameter: 'shared_axes',
        exception: 'TypeError',
      });
    }
    const at = position(axis, length);
    if (at < 0 || at >= length) {
      return failure('axis-out-of-range', `${callee} has no axis ${axis} to share in ${formatShape(input.shape)}`, {
        parameter: 'shared_axes',
        exception: 'IndexError',
        facts: { axis, rank: input.rank },
      });
    }
  }
  return null;
}

export const prelu = defineLayer({
  name: 'PReLU',
  summary: 'Rectified linear unit whose slope for negative values is learned.',
  docs: 'api/layers/activation_layers/prelu/',
  rule: {
    words:
      'The shape of the input. One slope is learned for each element without the batch; along `shared_axes` one for all.',
    formula: '(…) → (…)',
    example: 'PReLU(shared_axes=[1, 2])(Input((28, 28, 8)))',
    readFrom: 'layers/activations/prelu.py: PReLU.compute_output_shape',
  },
  params: {
    alpha_initializer: initializer('Zeros'),
    alpha_regularizer: regularizer(),
    alpha_constraint: constraint(),
    shared_axes: anything(),
  },
  build: (question) => [wrongAxis(question)],
  builtInput: heldTo,
  requires: (question) => [isRun(question) && floatsOnly(question)],
  output: ({ input }) => input.shape,
  weights: (question) => [weight('alpha', alphaShape(question))],
  explain: (question) => {
    if (question.written('shared_axes')) return {};
    return {
      defaults: [
        {
          parameter: 'shared_axes',
          value: 'None',
          meaning: `\`shared_axes\` is left out, so each of the ${formatShape(question.input.shape.slice(1))} values has a slope of its own`,
          telling: false,
        },
      ],
    };
  },
  generations: {
    keras2: {
      params: {
        alpha_initializer: initializer('zeros'),
        alpha_regularizer: regularizer(),
        alpha_constraint: constraint(),
        shared_axes: anything(),
      },
      builtInput: (question, now) => specOfRuns(now, heldTo(question)),
      requires: (question) => [floatsOnly(question), otherSlopes(question)],
      output: withSlopes,
    },
  },
});

function heldTo(question: Question): InputSpec {
  const { input } = question;
  const shared = (sharedAxes(question) ?? []).map(integerOf);
  const held =
    shared.length === 0 || shared.includes(undefined)
      ? []
      : [...input.shape.entries()].slice(1).filter(([i]) => !shared.includes(i));
  return { rank: input.rank, axes: Object.fromEntries(held) };
}

/** Slopes made for another input are multiplied with this one. */
function withSlopes(question: Question): Shape {
  const { input, builtOn } = question;
  const [before] = builtOn ?? [];
  if (!before) return input.shape;
  const slopes = alphaShape({ ...question, input: before });
  return broadcastShapes(input.shape, slopes).shape ?? unknownShape(reason('its slopes were made for another input'));
}

/** The slopes of an earlier call must fit this one's input. */
function otherSlopes(question: Question): MaybeFailure {
  const before = question.builtOn?.[0];
  if (!before) return null;
  const slopes = alphaShape({ ...question, input: before });
  return (
    broadcastShapes(question.input.shape, slopes).mismatch !== null &&
    failure(
      'incompatible-shapes',
      `${question.callee} has slopes of shape ${formatShape(slopes)}, which do not fit ${formatShape(question.input.shape)}`,
      { inputs: [0] },
    )
  );
}
