/** Reading observations: the tensors in an output, the layer's declaration, what its explanation says. */
import type { DefaultNote, Explanation, LayerDefinition, WindowNote } from '../catalogue/define-layer';
import { layerState } from '../graph/layer';
import type { Observation } from '../interpreter/trace';
import { isUnknown } from '../shapes/dimension';
import type { Reason } from '../shapes/reason';
import { formatShape, hasRank, whyUnknown } from '../shapes/shape';
import type { BoundArgument } from '../values/arguments';
import type { ObservedCall } from '../values/context';
import type { TensorValue } from '../values/tensor';
import type { InstanceValue, Value } from '../values/value';

/** The tensors of an output, in order: itself, or those of its tuple, list or dict, however deep. */
export function tensorsOf(value: Value): TensorValue[] {
  switch (value.kind) {
    case 'tensor':
      return [value];
    case 'tuple':
      return value.items.flatMap(tensorsOf);
    case 'list':
      return value.uncertain ? [] : value.items.flatMap(tensorsOf);
    case 'dict':
      return value.uncertain ? [] : [...value.entries.values()].flatMap((entry) => tensorsOf(entry.value));
    default:
      return [];
  }
}

/**
 * Shapes of an output as a hint shows them: `(None, 4)`, `(None, 4), (None, 8)`, `{a: (None, 4)}`;
 * null where there is nothing that is known to show.
 */
export function outputText(value: Value): string | null {
  const tensors = tensorsOf(value);
  if (!tensors.some(isWorthShowing)) return null;
  return structureText(value, true);
}

function structureText(value: Value, outermost: boolean): string {
  switch (value.kind) {
    case 'tensor':
      return formatShape(value.shape);
    case 'tuple':
    case 'list': {
      const items = value.items.map((item) => structureText(item, false)).join(', ');
      return outermost ? items : `[${items}]`;
    }
    case 'dict':
      return `{${[...value.entries.values()]
        .map(({ key, value: item }) => `${key.kind === 'str' ? key.value : '…'}: ${structureText(item, false)}`)
        .join(', ')}}`;
    case 'None':
      return 'None';
    default:
      return '?';
  }
}

/** Whether something of a tensor's shape is known. */
export function isWorthShowing(tensor: TensorValue): boolean {
  return hasRank(tensor.shape) && (tensor.shape.length === 0 || !tensor.shape.every(isUnknown));
}

/** Why some size of an output is not known, if one is not. */
export function whyUnknownOutput(value: Value): Reason | undefined {
  if (value.kind === 'unknown') return value.reason;
  for (const tensor of tensorsOf(value)) {
    const reason = whyUnknown(tensor.shape);
    if (reason) return reason;
  }
  return undefined;
}

/** The dtype that all tensors of an output have, or null. */
export function dtypeText(value: Value): string | null {
  const dtypes = new Set(tensorsOf(value).map((tensor) => tensor.dtype));
  return dtypes.size === 1 ? ([...dtypes][0] as string) : null;
}

export function explanationOf(observation: Pick<ObservedCall, 'details'>): Explanation {
  const { details } = observation;
  return typeof details === 'object' && details !== null ? (details as Explanation) : {};
}

export function windowOf(observation: Observation): WindowNote | undefined {
  return explanationOf(observation).window;
}

export function tellingDefaults(observation: Observation): DefaultNote[] {
  return (explanationOf(observation).defaults ?? []).filter((note) => note.telling);
}

/** How the layer is declared; null for classes of the program and for models. */
export function definitionOf(instance: InstanceValue | null | undefined): LayerDefinition | null {
  const kind = instance && layerState(instance)?.kind;
  return kind && 'output' in kind && 'summary' in kind ? (kind as LayerDefinition) : null;
}

/** A layer's arguments, bound to the parameters of its constructor; null for classes of the program. */
export function argumentsOf(instance: InstanceValue | null | undefined): ReadonlyMap<string, BoundArgument> | null {
  return (instance && layerState(instance)?.args) ?? null;
}

/**
 * The observations that count: those that surely happen, or, where there are none, those that were
 * found by entering a function that nobody calls.
 */
export function certainOf(observations: readonly Observation[]): readonly Observation[] {
  const certain = observations.filter((observation) => !observation.assumed);
  return certain.length > 0 ? certain : observations;
}

export function isOperation(observation: Observation): boolean {
  return observation.kind === 'op';
}
