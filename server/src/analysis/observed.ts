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
  if (value.kind === 'tensor') return [value];
  const found: TensorValue[] = [];
  const walk = new StructureWalk(MOST_VALUES);
  const enter = (one: Value): void => {
    if (one.kind === 'tensor') found.push(one);
    if ((one.kind === 'list' || one.kind === 'dict') && one.uncertain) return;
    if (one.kind === 'tuple' || one.kind === 'list') walk.each(one, one.items, enter);
    else if (one.kind === 'dict') walk.each(one, one.entries.values(), ({ value: item }) => enter(item));
  };
  enter(value);
  return found;
}

/** So many values of one output are looked at, and so many are shown. */
const MOST_VALUES = 10_000;
const MOST_SHOWN = 100;

/** How deep lists in lists are followed. */
const DEEPEST = 100;

/** Goes over lists in lists, which may hold themselves, or each other so often that there is no end. */
export class StructureWalk {
  private readonly open: Value[] = [];

  constructor(private left: number = MOST_SHOWN) {}

  /** Enters each item of a container; false where they are not all entered. */
  each<T>(container: Value, items: Iterable<T>, enter: (item: T) => void): boolean {
    if (this.open.length >= DEEPEST || this.open.includes(container)) return false;
    this.open.push(container);
    try {
      for (const item of items) {
        if (this.left <= 0) return false;
        this.left -= 1;
        enter(item);
      }
      return true;
    } finally {
      this.open.pop();
    }
  }
}

/**
 * Shapes of an output as a hint shows them: `(None, 4)`, `(None, 4), (None, 8)`, `{a: (None, 4)}`;
 * null where there is nothing that is known to show.
 */
export function outputText(value: Value): string | null {
  if (value.kind === 'tensor') return isWorthShowing(value) ? formatShape(value.shape) : null;
  const tensors = tensorsOf(value);
  if (!tensors.some(isWorthShowing)) return null;
  return structureText(value, new StructureWalk(), true);
}

function structureText(value: Value, walk: StructureWalk, outermost = false): string {
  const texts: string[] = [];
  switch (value.kind) {
    case 'tensor':
      return formatShape(value.shape);
    case 'tuple':
    case 'list': {
      if (!walk.each(value, value.items, (item) => texts.push(structureText(item, walk)))) texts.push('…');
      return outermost ? texts.join(', ') : `[${texts.join(', ')}]`;
    }
    case 'dict': {
      const isWhole = walk.each(value, value.entries.values(), ({ key, value: item }) =>
        texts.push(`${key.kind === 'str' ? key.value : '…'}: ${structureText(item, walk)}`),
      );
      return `{${[...texts, ...(isWhole ? [] : ['…'])].join(', ')}}`;
    }
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

/** Why the parameters of a layer of Keras cannot be counted though its output is known: a size of its input is not. */
export function whyUncounted({ instance, parameters, inputs, output }: Observation): Reason | undefined {
  if (parameters !== null || definitionOf(instance) === null || whyUnknownOutput(output)) return undefined;
  for (const { shape } of inputs) {
    const reason = whyUnknown(shape);
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
