/** Arguments that the activation layers of Keras 2 turn into floats as they are made (`cast_to_floatx`). */
import { float, type Value } from '../../../../values/value';
import { failure } from '../../../failure';
import { describe, type Param } from '../../../params';

/** Anything that numpy makes an array of floats of, None left out: numbers, sequences, strings that spell a number. */
export function floatx(defaultValue: number): Param<Value> {
  return {
    default: float(defaultValue),
    read: (value, { callee, parameter }) => {
      const spelled = value.kind !== 'str' || (value.value.trim() !== '' && Number.isFinite(Number(value.value)));
      if (spelled && value.kind !== 'None' && value.kind !== 'dict') return { value };
      return {
        failure: failure('invalid-argument', `\`${parameter}\` of ${callee} must be a number, not ${describe(value)}`, {
          parameter,
        }),
      };
    },
  };
}
