import { broadcastShapes } from '../../../../shapes/broadcast';
import { reason } from '../../../../shapes/reason';
import { formatShape, hasRank, type Shape, unknownShape } from '../../../../shapes/shape';
import { int, type Value } from '../../../../values/value';
import { defineLayer, type LayerQuestion } from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { anything, describe, integerOf, sequenceItems } from '../../../params';
import { floatsOnly } from '../../keras2';
import { isRun } from '../../running';

type Question = LayerQuestion<{ readonly axis: Value }>;

/** Keras 3 takes any `axis`, and computes with it only when the model runs. */
export const softmax = defineLayer({
  name: 'Softmax',
  summary: 'Makes values along an axis positive, with a sum of 1.',
  docs: 'api/layers/activation_layers/softmax/',
  openSizes: 'any',
  rule: {
    words: 'The shape of the input; `axis` must be one of its axes.',
    formula: '(…) → (…)',
    example: 'Softmax()(Input((7, 32)))',
    readFrom: 'layers/activations/softmax.py: Softmax.compute_output_shape',
  },
  params: { axis: anything(int(-1)) },
  takes: 'structure',
  requires: (question) => [isRun(question) && floatsOnly(question)],
  output: ({ input }) => input.shape,
  explain: ({ args: { axis }, input }) => {
    const at = axis.kind === 'int' ? Number(axis.value) : null;
    const size = at === null ? undefined : input.shape.at(at);
    return size === undefined ? {} : { notes: [`sums to 1 along axis ${at} of ${formatShape(input.shape)}`] };
  },
  generations: {
    keras2: {
      takes: 'tensor',
      requires: (question) => [floatsOnly(question), unmasked(question), vector(question), wrongAxis(question)],
      output: withMask,
    },
  },
});

/** `backend.softmax` of Keras 2 takes no vectors. */
function vector(question: Question): MaybeFailure {
  const { callee, input } = question;
  const masked = withMask(question);
  return (
    input.rank < 2 &&
    !(hasRank(masked) && masked.length > 1) &&
    failure('wrong-rank', `${callee} takes an input of at least 2 dimensions, and this one has ${input.rank}`, {
      inputs: [0],
      facts: { expected: 2, actual: input.rank },
    })
  );
}

/** The mask is added before. */
function unmasked({ callee, input, keywords }: Question): MaybeFailure {
  const mask = keywords.get('mask');
  return (
    mask?.kind === 'tensor' &&
    hasRank(mask.shape) &&
    broadcastShapes(input.shape, mask.shape).mismatch !== null &&
    failure(
      'incompatible-shapes',
      `the mask of ${callee}, ${formatShape(mask.shape)}, does not fit ${formatShape(input.shape)}`,
      {
        inputs: [0],
      },
    )
  );
}

function wrongAxis(question: Question): MaybeFailure {
  const { callee, args } = question;
  const masked = withMask(question);
  if (!hasRank(masked)) return null;
  const rank = masked.length;
  const items = sequenceItems(args.axis);
  if (args.axis.kind === 'None' || (args.axis.kind === 'list' && !items)) return null;
  if (items?.length === 0) {
    return failure('invalid-argument', `\`axis\` of ${callee} is empty`, {
      parameter: 'axis',
      exception: 'IndexError',
    });
  }
  for (const item of items ?? [args.axis]) {
    if (item.kind === 'unknown' || item.kind === 'instance') continue;
    const axis = integerOf(item);
    if (axis === undefined) {
      return failure('invalid-argument', `\`axis\` of ${callee} must be an int, not ${describe(item)}`, {
        parameter: 'axis',
        exception: 'TypeError',
      });
    }
    if (axis >= rank || axis < -rank) {
      return failure('axis-out-of-range', `${callee} has no axis ${axis} in ${formatShape(masked)}`, {
        parameter: 'axis',
        inputs: [0],
        facts: { axis, rank },
      });
    }
  }
  return null;
}

/** A mask is added to the input, and so meets it as any operand does. */
function withMask({ input, keywords }: Question): Shape {
  const mask = keywords.get('mask');
  if (mask?.kind !== 'tensor') return input.shape;
  if (!hasRank(mask.shape)) return unknownShape(mask.shape.reason);
  return broadcastShapes(input.shape, mask.shape).shape ?? unknownShape(reason('the mask does not fit the input'));
}
