import { float, type Value } from '../../../../values/value';
import { defineLayer } from '../../../define-layer';
import { failure } from '../../../failure';
import { comparable } from '../../../numbers';
import { describe, type Param } from '../../../params';
import { inputDType } from '../../keras2';
import { runDType } from '../../running';
import { sameShape } from './noise';

/** A finite int or float, or None for 0; Keras 3 takes no negative one (`validate_float_arg`). */
function penalty(least: number): Param<Value> {
  return {
    default: float(0),
    read: (value, { callee, parameter }) => {
      if (value.kind === 'None' || value.kind === 'unknown' || value.kind === 'instance') return { value };
      const found = value.kind === 'tensor' ? 'no number' : comparable(value);
      if (typeof found === 'object' && Number.isFinite(found.number) && found.number >= least) return { value };
      return {
        failure: failure(
          'invalid-argument',
          `\`${parameter}\` of ${callee} must be a finite number${least === 0 ? ' of at least 0' : ''}, not ${describe(value)}`,
          { parameter },
        ),
      };
    },
  };
}

export const activityRegularization = defineLayer({
  name: 'ActivityRegularization',
  summary: 'Adds a penalty on its input to the loss.',
  docs: 'api/layers/regularization_layers/activity_regularization/',
  rule: {
    words: 'The shape of the input.',
    formula: '(…) → (…)',
    example: 'ActivityRegularization(l2=0.01)(Input((7, 32)))',
    readFrom: 'layers/regularization/activity_regularization.py: ActivityRegularization.compute_output_shape',
  },
  params: { l1: penalty(0), l2: penalty(0) },
  takes: 'structure',
  passesNone: true,
  output: sameShape,
  outputDType: runDType,
  generations: {
    keras2: {
      params: { l1: penalty(Number.NEGATIVE_INFINITY), l2: penalty(Number.NEGATIVE_INFINITY) },
      outputDType: inputDType,
    },
  },
});
