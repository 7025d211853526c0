/** Ops on each element of one tensor: the shape stays, the element type may change. */
import { type DType, isInteger } from '../../../shapes/dtype';
import { refuse } from '../../../shapes/problem';
import { NONE, type Value } from '../../../values/value';
import { ignoredDefault } from '../../params';
import { defineOp, type OpDefinition, type OpModule, type OpQuestion, operationClass, tensorOf } from '../define-op';
import type { Operand } from '../operand';
import { type OpParam, type OpParams, tensor } from '../params';
import type { TypeRule } from './types';

export interface Unary {
  readonly module?: OpModule;
  readonly operation?: string;
  readonly aliases?: readonly string[];
  /** Name of the tensor's parameter. */
  readonly tensor?: string;
  /** Parameters behind the tensor, which decide no shape. */
  readonly more?: OpParams;
  /** Element type that TensorFlow gives when it runs, where that is another. */
  readonly run?: TypeRule;
  /** Refuses element types, by throwing. */
  readonly check?: (type: string, callee: string) => void;
  /** What TensorFlow takes when it runs: all where left out. */
  readonly computes?: Computed;
}

/** An argument that decides no shape, with its default; null for one that must be given. */
export function other(defaultValue: Value | null = NONE): OpParam<null> {
  return defaultValue === null ? { ...ignoredDefault(NONE), default: null } : ignoredDefault(defaultValue);
}

export type Computed = 'floats' | 'numbers';

/** Refuses ints or bools where TensorFlow has no kernel for them. Symbolic rules of Keras take them. */
export function checkComputed(type: DType, computed: Computed | undefined, callee: string): void {
  const refused =
    computed === 'floats' ? isInteger(type) || type === 'bool' : computed === 'numbers' && type === 'bool';
  if (!refused) return;
  refuse('incompatible-dtypes', `${callee} computes with ${computed}, and is given ${type}`, {
    exception: 'InvalidArgumentError',
    facts: { dtype: type },
  });
}

/** An op that keeps the shape; `type` gives the element type of the result. */
export function unary(name: string, summary: string, type: TypeRule, options: Unary = {}): OpDefinition {
  const first = options.tensor ?? 'x';
  const giving =
    (rule: TypeRule) =>
    ({ args, floatx, callee, mode }: OpQuestion<Readonly<Record<string, unknown>>>) => {
      const x = args[first] as Operand;
      options.check?.(x.dtype, callee);
      if (mode !== 'symbolic') checkComputed(x.dtype, options.computes, callee);
      return tensorOf(x.anyShape, rule(x.dtype, floatx));
    };
  return defineOp({
    name,
    module: options.module ?? 'numpy',
    aliases: options.aliases ?? [],
    operation: options.operation ?? operationClass(name),
    summary,
    params: { [first]: tensor(), ...options.more } as OpParams,
    output: giving(type),
    ...(options.run ? { run: giving(options.run) } : {}),
  });
}
