/** Ways of resizing that Keras 2 knows (`get_interpolation`). */
import { str, type Value } from '../../../../../values/value';
import { failure } from '../../../../failure';
import { describe, type Param } from '../../../../params';

const METHODS = ['bilinear', 'nearest', 'bicubic', 'area', 'lanczos3', 'lanczos5', 'gaussian', 'mitchellcubic'];

/** Keras 2 looks the name up, in any case. */
export const method: Param<Value> = {
  default: str('bilinear'),
  read: (value, { callee, parameter }) => {
    if (value.kind === 'unknown' || value.kind === 'instance') return { value };
    if (value.kind === 'str' && METHODS.includes(value.value.toLowerCase())) return { value };
    const known = METHODS.map((name) => `'${name}'`).join(', ');
    return {
      failure: failure(
        'invalid-argument',
        `\`${parameter}\` of ${callee} must be one of ${known}, not ${describe(value)}`,
        {
          parameter,
          exception: value.kind === 'str' ? 'NotImplementedError' : 'AttributeError',
          facts: { choices: METHODS },
        },
      ),
    };
  },
};
