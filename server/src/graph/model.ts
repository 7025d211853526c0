/** What a model keeps beside what any layer does. */
import type { Reason } from '../shapes/reason';
import type { Shape } from '../shapes/shape';
import { Cell } from '../values/heap';
import type { InstanceValue, Value } from '../values/value';
import { LayerState, layerState } from './layer';
import type { Network } from './network';

export class ModelState extends LayerState {
  /** The graph of a functional model, or of a Sequential that has one; null where it has none. */
  readonly network = new Cell<Network | null>(null, () => null);
  /** A Sequential's layers, its InputLayer too; null for other models. */
  readonly stack = new Cell<readonly InstanceValue[] | null>(null, joinStacks);
  /** What the last layer of a Sequential gives, once its layers are called; null before. */
  readonly stackOutput = new Cell<Value | null>(null, () => null);
  /** The input shape of a Sequential that was told none, taken from what it was first called on. */
  readonly inferredShape = new Cell<Shape | null>(null, () => null);
  /** Why its layers are not known. */
  readonly hidden = new Cell<Reason | null>(null, (a, b, reason) => a ?? b ?? reason);
  /** Whether `compile` was called: its optimizer, loss and metrics as given; `unknown` where branches disagree. */
  readonly compiled = new Cell<ReadonlyMap<string, Value> | 'unknown' | null>(null, (a, b) =>
    a === b ? a : 'unknown',
  );
  readonly sequential: boolean;

  constructor(sequential: boolean, place: LayerState['place']) {
    super(null, place);
    this.sequential = sequential;
  }
}

/** Where only one branch has built the model, it is as good as not built: its next call builds it again. */
function joinStacks(
  a: readonly InstanceValue[] | null,
  b: readonly InstanceValue[] | null,
): readonly InstanceValue[] | null {
  if (!a || !b) return null;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const [input, ...rest] = long;
  const isBuilt = input !== undefined && isInputLayer(input) && rest.length === short.length;
  return isBuilt && rest.every((layer, i) => layer === short[i]) ? short : null;
}

export function modelState(value: Value): ModelState | undefined {
  const state = layerState(value);
  return state instanceof ModelState ? state : undefined;
}

export type ModelInstance = InstanceValue & { readonly payload: ModelState };

export function isModel(value: Value): value is ModelInstance {
  return modelState(value) !== undefined;
}

/** Whether an instance is a Sequential's or functional model's input. */
export function isInputLayer(layer: InstanceValue): boolean {
  return layerState(layer)?.kind?.name === 'InputLayer';
}
