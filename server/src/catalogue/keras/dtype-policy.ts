/** `dtype=` of a layer: what it computes in, and what its variables are (keras.src.dtype_policies). */
import type { DTypePolicy } from '../../graph/layer';
import { type DType, isFloating } from '../../shapes/dtype';
import type { Context } from '../../values/context';
import type { Payload, Value } from '../../values/value';
import { dtypeOf } from '../dtypes';
import { type Failure, failure } from '../failure';
import { describe } from '../params';
import { defaultPolicy, UNKNOWN_POLICY } from './settings';

/** What an instance of `keras.DTypePolicy` holds. */
export class PolicyPayload implements Payload {
  readonly type = 'dtype-policy';
  constructor(readonly policy: DTypePolicy) {}
}

const MIXED: Readonly<Record<string, DTypePolicy>> = {
  mixed_float16: { name: 'mixed_float16', compute: 'float16', variable: 'float32' },
  mixed_bfloat16: { name: 'mixed_bfloat16', compute: 'bfloat16', variable: 'float32' },
};

/** A policy by its name: `mixed_float16`, or an element type for both. */
function policyNamed(name: string): DTypePolicy | undefined {
  const mixed = MIXED[name];
  if (mixed) return mixed;
  const dtype: DType | undefined = dtypeOf({ kind: 'str', value: name });
  return dtype === undefined ? undefined : { name: dtype, compute: dtype, variable: dtype };
}

/** The policy that an argument means; None is the global one. */
export function readPolicy(
  value: Value | undefined,
  callee: string,
  context: Context,
): { readonly policy: DTypePolicy } | { readonly failure: Failure } {
  if (!value || value.kind === 'None') return { policy: defaultPolicy(context) };
  if (value.kind === 'unknown') return { policy: UNKNOWN_POLICY };
  if (value.kind === 'instance' && value.payload instanceof PolicyPayload) return { policy: value.payload.policy };
  if (value.kind === 'str') {
    const policy = policyNamed(value.value);
    if (policy) return { policy };
    if (/^int8_from_|^float8_from_|^gptq|^int4_from|^awq/.test(value.value)) return { policy: UNKNOWN_POLICY };
  } else {
    const dtype = dtypeOf(value);
    if (dtype !== undefined) return { policy: { name: dtype, compute: dtype, variable: dtype } };
    if (value.kind === 'dict') return { policy: UNKNOWN_POLICY };
  }
  return {
    failure: failure('invalid-argument', `\`dtype\` of ${callee} is no element type or policy: ${describe(value)}`, {
      parameter: 'dtype',
    }),
  };
}

/** The element type that a tensor has inside a layer: floats are cast to what it computes in. */
export function castTo(dtype: DType, policy: DTypePolicy): DType {
  return isFloating(dtype) && isFloating(policy.compute) ? policy.compute : dtype;
}
