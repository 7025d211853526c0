/** For definitions that take over their calls (`evaluate`): wrappers, and layers over cells. */
import { isLayer, type LayerInstance } from '../../../graph/layer';
import { isNested } from '../../../graph/structure';
import { reason } from '../../../shapes/reason';
import { unknownShape } from '../../../shapes/shape';
import { type Arguments, bind } from '../../../values/arguments';
import type { Context } from '../../../values/context';
import type { TensorValue } from '../../../values/tensor';
import { type InstanceValue, NONE, type Value } from '../../../values/value';
import type { Evaluated } from '../../define-layer';
import { type Failure, failure, refusal } from '../../failure';
import { describe } from '../../params';
import { DeclaredState } from '../declared-state';
import { leavesOf, makeTensor, originOf } from './tensors';

/** The state of a declared layer whose constructor was not refused, with its only reading where that is sure. */
export function madeOf(layer: InstanceValue): {
  readonly state: DeclaredState;
  readonly args: Readonly<Record<string, unknown>> | null;
} | null {
  const state = layer.payload;
  if (!(state instanceof DeclaredState)) return null;
  const made = state.construction.value;
  if (!made || made.failure) return null;
  return { state, args: made.readings.length === 1 ? (made.readings[0] ?? null) : null };
}

/** The arguments of a call by name; all but the first `required` are None where left out. */
export function callArguments(
  callee: string,
  given: Arguments,
  names: readonly string[],
  required = 1,
): ReadonlyMap<string, Value> | Failure {
  const parameters = names.map(
    (name, i) => ({ name, kind: 'positional', default: i < required ? null : NONE }) as const,
  );
  const binding = bind({ parameters }, given);
  if (binding.problem) {
    return failure('invalid-input', `${callee}: its call ${binding.problem.message}`, {
      exception: 'TypeError',
      facts: { names: binding.problem.names, problem: binding.problem.kind },
    });
  }
  return new Map([...binding.bound].map(([name, { value }]) => [name, value]));
}

/** An argument that must be one tensor: it, or what is wrong with it, or null where it is not known. */
export function oneTensor(callee: string, value: Value): TensorValue | Failure | null {
  if (value.kind === 'tensor') return value;
  if (value.kind === 'unknown' || value.kind === 'instance') return null;
  if ((value.kind === 'list' || value.kind === 'dict') && value.uncertain) return null;
  const what = isNested(value) ? 'several' : describe(value);
  return failure('invalid-input', `${callee} takes one tensor, and is called on ${what}`, { facts: { callee } });
}

/** Refuses a call of the layer; something of unknown shape goes on. */
export function refuseCall(failed: Failure, layer: InstanceValue, given: Arguments, context: Context): Evaluated {
  const leaves = leavesOf(given);
  const why = reason(`${layer.cls.name} is refused here: ${failed.message}`);
  const inputs = leaves.filter((leaf): leaf is TensorValue => leaf.kind === 'tensor');
  const output = context.refuse(refusal(failed, 'call'), makeTensor(originOf(leaves), unknownShape(why), '?'), {
    kind: 'layer',
    callee: layer.cls.name,
    instance: layer,
    inputs,
  });
  return { output, refused: true };
}

/** Refuses what the constructor was given. */
export function refuseConstruction(failed: Failure, layer: InstanceValue, context: Context): void {
  context.refuse(refusal(failed, 'construct'), NONE, { kind: 'layer', callee: layer.cls.name, instance: layer });
}

/** An attribute that the layer's own code set. */
export function ownAttribute(layer: InstanceValue, name: string): Value {
  return layer.attributes.get(name) ?? NONE;
}

/** A layer among the attributes; null where it is no layer, or not known. */
export function ownLayer(layer: InstanceValue, name: string): LayerInstance | null {
  const value = layer.attributes.get(name);
  return value && isLayer(value) ? value : null;
}
