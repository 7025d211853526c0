/** `keras.DTypePolicy`: what a layer computes in and keeps its variables in, as an object. */
import type { DTypePolicy } from '../../graph/layer';
import type { Context } from '../../values/context';
import { ClassValue, InstanceValue, NONE, str, type Value } from '../../values/value';
import { refusal } from '../failure';
import { declaredIdentity, named, property, pythonFunction } from '../native';
import { textDict } from './config';
import { PolicyPayload, readPolicy } from './dtype-policy';
import { UNKNOWN_POLICY } from './settings';

function policyClass(): ClassValue {
  const text = (read: (payload: PolicyPayload) => string) =>
    property((context, self) => {
      const payload = self.kind === 'instance' ? self.payload : null;
      const value = payload instanceof PolicyPayload ? read(payload) : '?';
      return value === '?' ? context.unknown('the policy is not known') : str(value);
    });
  return new ClassValue(
    declaredIdentity(),
    'DTypePolicy',
    'keras.dtype_policies',
    [],
    [
      ...named(
        pythonFunction('__init__(self, name=None, **kwargs)', (context, self: Value, name: Value) => {
          const read = readPolicy(name, 'DTypePolicy', context);
          if (self.kind === 'instance') {
            self.setPayload(context.heap, new PolicyPayload('policy' in read ? read.policy : UNKNOWN_POLICY));
          }
          return 'failure' in read ? context.refuse(refusal(read.failure, 'construct'), NONE) : NONE;
        }),
      ),
      ['name', text(({ policy }) => policy.name)],
      ['compute_dtype', text(({ policy }) => policy.compute)],
      ['variable_dtype', text(({ policy }) => policy.variable)],
      ['quantization_mode', NONE],
      ...named(
        pythonFunction('get_config(self)', (context, self: Value) =>
          textDict([['name', context.attribute(self, 'name') ?? NONE]], context),
        ),
        pythonFunction('convert_input(self, x, autocast, dtype)', (context) =>
          context.unknown('what a policy converts is not followed'),
        ),
      ),
    ],
  );
}

export const POLICY_CLASS = policyClass();

export function policyInstance(policy: DTypePolicy, context: Context): Value {
  return new InstanceValue(context.heap.identity(), POLICY_CLASS, new PolicyPayload(policy));
}
