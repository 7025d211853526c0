import { broadcastShapes } from '../../../../shapes/broadcast';
import { reason } from '../../../../shapes/reason';
import { formatShape, hasRank, type Shape, unknownShape } from '../../../../shapes/shape';
import { float, type Value } from '../../../../values/value';
import { defineLayer, type LayerQuestion } from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { comparable } from '../../../numbers';
import { operandOf } from '../../../ops/operand';
import { anything, describe } from '../../../params';
import { isRun } from '../../running';

type Question = LayerQuestion<{ readonly scale: Value; readonly offset: Value }>;

/** Keras 2 computes it: scale and offset may be arrays, which meet the input from the right. */
function spread({ input, args }: Question): { shape: Shape; clash: Shape | null } {
  let shape: Shape = input.shape;
  for (const value of [args.scale, args.offset]) {
    const other = operandOf(value)?.anyShape;
    if (!other || !hasRank(other))
      return { shape: unknownShape(reason('the shape of the scale is not known')), clash: null };
    if (!hasRank(shape)) return { shape, clash: null };
    const met = broadcastShapes(shape, other);
    if (met.mismatch) return { shape: unknownShape(reason('scale and input do not fit')), clash: other };
    shape = met.shape;
  }
  return { shape, clash: null };
}

function noTensor(callee: string, parameter: string, value: Value): MaybeFailure {
  return (
    (value.kind === 'None' || value.kind === 'dict') &&
    failure('invalid-argument', `\`${parameter}\` of ${callee} must be a number, not ${describe(value)}`, {
      parameter,
      exception: value.kind === 'None' ? 'ValueError' : 'TypeError',
    })
  );
}

export const rescaling = defineLayer({
  name: 'Rescaling',
  summary: 'Multiplies by a scale, and adds an offset.',
  docs: 'api/layers/preprocessing_layers/image_preprocessing/rescaling/',
  openSizes: 'any',
  rule: {
    words: 'The shape of the input.',
    formula: '(…) → (…)',
    example: 'Rescaling(1 / 255)(Input((28, 28, 3)))',
    readFrom: 'layers/preprocessing/rescaling.py: Rescaling.compute_output_shape',
  },
  params: { scale: anything(null), offset: anything(float(0)) },
  takes: 'structure',
  convertsInputs: true,
  requires: (question) => [
    isRun(question) &&
      typeof question.nesting === 'object' &&
      question.nesting.type === 'dict' &&
      failure('invalid-input', `${question.callee} is called on a dict, of which no tensor can be made`, {
        exception: 'TypeError',
      }),
  ],
  output: (question) => (isRun(question) ? spread(question).shape : question.input.shape),
  explain: ({ args }) => {
    const [scale, offset] = [comparable(args.scale), comparable(args.offset)];
    if (typeof scale === 'string' || typeof offset === 'string') return {};
    const short = (value: number) => String(Number(value.toPrecision(6)));
    return { notes: [`x·${short(scale.number)}${offset.number === 0 ? '' : ` + ${short(offset.number)}`}`] };
  },
  generations: {
    keras2: {
      takes: 'stacked',
      requires: (question) => {
        const { callee, args, input } = question;
        const { clash } = spread(question);
        return [
          noTensor(callee, 'scale', args.scale),
          noTensor(callee, 'offset', args.offset),
          clash &&
            failure(
              'incompatible-shapes',
              `${callee} scales ${formatShape(input.shape)} by an array of shape ${formatShape(clash)}`,
              {
                parameter: 'scale',
                inputs: [0],
              },
            ),
        ];
      },
      output: (question) => spread(question).shape,
    },
  },
});
