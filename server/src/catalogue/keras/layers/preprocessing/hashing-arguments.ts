/** Checks of arguments that layers which hash, and those which number a vocabulary, have in common. */
import type { Value } from '../../../../values/value';
import { failure, type MaybeFailure } from '../../../failure';
import { describe, sequenceItems } from '../../../params';

/** An int, or two of them. What they are is not looked at. */
export function wrongSalt(callee: string, salt: Value): MaybeFailure {
  if (['None', 'int', 'bool', 'unknown', 'instance'].includes(salt.kind)) return null;
  const items = sequenceItems(salt);
  if (items?.length === 2 || (salt.kind === 'list' && salt.uncertain)) return null;
  return failure('invalid-argument', `\`salt\` of ${callee} must be an int or two ints, not ${describe(salt)}`, {
    parameter: 'salt',
  });
}

/** TensorFlow reads the argument as an element type before the layer reads it as a policy. */
export function mixedPolicy(callee: string, dtype: Value, mode: string): MaybeFailure {
  return (
    mode === 'int' &&
    dtype.kind === 'str' &&
    dtype.value.startsWith('mixed') &&
    failure('invalid-argument', `\`dtype\` of ${callee} must be an element type, not ${describe(dtype)}`, {
      parameter: 'dtype',
      exception: 'TypeError',
    })
  );
}
