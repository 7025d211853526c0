import { int, type Value } from '../../../../values/value';
import { defineLayer, type LayerQuestion } from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { floatsOnly } from '../../keras2';
import { isRun } from '../../running';
import { axesOf, axisOrAxes, missingAxis, noIndex, validateAxes } from './axes';

export const unitNormalization = defineLayer({
  name: 'UnitNormalization',
  summary: 'Divides by the length along some axes, so that it becomes 1.',
  docs: 'api/layers/normalization_layers/unit_normalization/',
  openSizes: 'any',
  rule: {
    words: 'The shape of the input.',
    formula: '(…) → (…)',
    example: 'UnitNormalization()(Input((7, 32)))',
    readFrom: 'layers/normalization/unit_normalization.py: UnitNormalization.compute_output_shape',
  },
  params: { axis: axisOrAxes(int(-1)) },
  takes: 'structure',
  requires: (question) => [
    isRun(question) && floatsOnly(question),
    listTooShort(question),
    noIndex(question.callee, question.args.axis),
    missingAxis(question.callee, axesOf(question.args.axis)?.axes, question.input, 'ValueError'),
  ],
  output: ({ input }) => input.shape,
  explain: ({ args }) => {
    const axes = axesOf(args.axis)?.axes;
    return axes ? { notes: [`the sum of squares along axis ${axes.join(', ')} becomes 1`] } : {};
  },
  generations: {
    keras2: {
      takes: 'tensor',
      build: ({ callee, args, input }) => validateAxes(callee, args.axis, input),
      requires: () => [],
    },
  },
});

/** Keras 3 counts the tensors of a list as if they were axes. */
function listTooShort({ callee, args, nesting }: LayerQuestion<{ readonly axis: Value }>): MaybeFailure {
  if (typeof nesting !== 'object' || nesting.type === 'dict') return null;
  const count = nesting.items.length;
  const axis = axesOf(args.axis)?.axes.find((one) => one >= count || one < -count);
  return (
    axis !== undefined &&
    failure('axis-out-of-range', `${callee} is called on a list of ${count}, which Keras holds axis ${axis} against`, {
      parameter: 'axis',
    })
  );
}
