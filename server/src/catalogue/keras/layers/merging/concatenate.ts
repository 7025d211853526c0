import { type Dimension, formatDimension, surelyDiffer } from '../../../../shapes/dimension';
import { explainConcatenated, joined } from '../../../../shapes/joining';
import { reason } from '../../../../shapes/reason';
import { formatShape, type Shape, unknownShape } from '../../../../shapes/shape';
import { int, type Value } from '../../../../values/value';
import { defineLayer, type LayerQuestion } from '../../../define-layer';
import { type Failure, failure, type MaybeFailure } from '../../../failure';
import { strictInteger } from '../../../numbers';
import { anything, describe, integerOf } from '../../../params';
import { inputDType, mixedTypes } from '../../keras2';
import { isRun } from '../../running';
import { atLeastOne } from './merge';

type Question = LayerQuestion<{ readonly axis: Value }>;

/** `axis` is looked at when the layer is called, so a wrong one is no matter before; numpy's ints do. Undefined where not known. */
function axisOf({ args }: Question): number | undefined {
  const axis = integerOf(args.axis) ?? strictInteger(args.axis);
  return typeof axis === 'number' ? axis : undefined;
}

function noInt({ callee, args }: Question): MaybeFailure {
  return (
    args.axis.kind !== 'tensor' &&
    strictInteger(args.axis) === 'no int' &&
    failure('invalid-argument', `\`axis\` of ${callee} must be an int, not ${describe(args.axis)}`, {
      parameter: 'axis',
      exception: 'TypeError',
    })
  );
}

/** The others must agree (Keras' `Concatenate.build`), where None agrees with anything. */
function otherAxes(question: Question): Failure | null {
  const { callee, inputs } = question;
  const axis = axisOf(question);
  const [first] = inputs;
  if (axis === undefined || !first) return null;
  for (const [index, input] of inputs.entries()) {
    if (input.rank !== first.rank) {
      return failure(
        'incompatible-merge',
        `${callee} joins tensors of one rank, and got ${formatShape(first.shape)} and ${formatShape(input.shape)}`,
        { inputs: [0, index], facts: { ranks: [first.rank, input.rank] } },
      );
    }
    for (const [i, size] of input.shape.entries()) {
      if (i === positive(axis, first.rank)) continue;
      const other = inputs.findIndex((earlier, j) => j < index && surelyDiffer(earlier.shape[i] as Dimension, size));
      const against = inputs[other];
      if (!against) continue;
      const left = against.shape[i] as Dimension;
      return failure(
        'incompatible-merge',
        `${callee} joins ${formatShape(against.shape)} and ${formatShape(input.shape)} on axis ${axis}, and axis ${i} differs: ${formatDimension(left)} against ${formatDimension(size)}`,
        {
          inputs: [other, index],
          facts: { axis: i, left, right: size, shapes: inputs.map(({ shape }) => formatShape(shape)) },
        },
      );
    }
  }
  return null;
}

/** An axis that is there; Keras 3 looks at a positive one only where there is something to join. */
function missingAxis(question: Question, alone: boolean): MaybeFailure {
  const axis = axisOf(question);
  if (axis === undefined || (alone && axis >= 0 && question.inputs.length === 1)) return null;
  const index = question.inputs.findIndex(({ rank }) => axis >= rank || axis < -rank);
  const input = question.inputs[index];
  return (
    input &&
    failure(
      'axis-out-of-range',
      `${question.callee} joins on axis ${axis}, which ${formatShape(input.shape)} does not have`,
      { exception: 'IndexError', parameter: 'axis', inputs: [index], facts: { axis, rank: input.rank } },
    )
  );
}

function positive(axis: number, rank: number): number {
  return axis < 0 ? axis + rank : axis;
}

function output(question: Question, others: 'first' | 'any'): Shape {
  const axis = axisOf(question);
  const { inputs, input } = question;
  if (axis === undefined) return unknownShape(reason('`axis` of Concatenate is not known'));
  const shapes = inputs.map(({ shape }) => shape);
  return joined(shapes, positive(axis, input.rank), others);
}

export const concatenate = defineLayer({
  name: 'Concatenate',
  summary: 'Joins tensors on one axis.',
  docs: 'api/layers/merging_layers/concatenate/',
  openSizes: 'agreeing',
  rule: {
    words: 'The sizes along `axis` are added; all others must be equal.',
    formula: '(…, a), (…, b) → (…, a + b) along axis',
    example: 'Concatenate()([Input((7, 32)), Input((7, 16))])',
    readFrom: 'layers/merging/concatenate.py: Concatenate.compute_output_shape',
  },
  params: { axis: anything(int(-1)) },
  takes: 'list',
  build: (question) => [atLeastOne(question.callee, question.inputs), noInt(question), otherAxes(question)],
  requires: (question) => [missingAxis(question, true)],
  // Keras 3 takes the other sizes from the first tensor, its None too.
  output: (question) => output(question, isRun(question) ? 'any' : 'first'),
  explain: (question) => {
    const axis = axisOf(question);
    const { inputs, input } = question;
    if (axis === undefined) return {};
    const at = positive(axis, input.rank);
    const shapes = inputs.map(({ shape }) => shape);
    return {
      formulas: explainConcatenated(shapes, at),
      defaults: question.written('axis')
        ? []
        : [
            {
              parameter: 'axis',
              value: '-1',
              meaning: `\`axis\` is left out, so the last axis (${at}) is joined`,
              telling: false,
            },
          ],
    };
  },
  generations: {
    keras2: {
      requires: (question) => [
        missingAxis(question, false),
        mixedTypes(question.callee, question.inputs, question.dtype),
      ],
      output: (question) => output(question, 'any'),
      outputDType: inputDType,
    },
  },
});
