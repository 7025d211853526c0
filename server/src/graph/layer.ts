/** A layer instance's own state: what Keras keeps in `Layer` beside Python attributes. */

import type { Dimension } from '../shapes/dimension';
import type { DType } from '../shapes/dtype';
import type { Place } from '../shapes/reason';
import type { Shape } from '../shapes/shape';
import type { Arguments, BoundArgument } from '../values/arguments';
import { Cell } from '../values/heap';
import { TensorValue } from '../values/tensor';
import type { InstanceValue, Payload, Value } from '../values/value';
import type { Node } from './node';

/** A variable of a layer. Weights are shared by identity: a model counts each once. */
export class Weight {
  /** `variable.trainable` as it stands now (Keras 3 switches it with the layer's); null where not known. */
  readonly enabled: Cell<boolean | null>;
  private seen: Variable | null = null;

  constructor(
    readonly id: number,
    readonly name: string,
    readonly shape: readonly Dimension[],
    readonly dtype: DType,
    /** As created: BatchNormalization's moving means are not trainable, whatever the layer is. */
    readonly trainable: boolean,
  ) {
    this.enabled = new Cell<boolean | null>(trainable, toUnknown);
  }

  /** The variable as Python sees it. Few programs look at one. */
  get variable(): TensorValue {
    this.seen ??= new Variable(this);
    return this.seen;
  }
}

class Variable extends TensorValue {
  constructor(readonly weight: Weight) {
    const { shape, dtype, name } = weight;
    super({ library: 'variable', symbolic: false, shape, dtype, name });
  }
}

/** The weight that a value is, if it is one. */
export function weightOf(value: Value): Weight | undefined {
  return value instanceof Variable ? value.weight : undefined;
}

/** What the graph needs of a declared layer class. The catalogue's `LayerDefinition` has more. */
export interface LayerKind {
  readonly name: string;
  /** Absent where its layers have no weights of their own. */
  readonly weights?: unknown;
  /** Present where a call is more than a rule: its layers may have weights all the same. */
  readonly evaluate?: unknown;
}

/** `dtype=`: what a layer computes in, and what its variables are. */
export interface DTypePolicy {
  readonly name: string;
  readonly compute: DType;
  readonly variable: DType;
}

/** Something that Keras found in an attribute of a layer: the attribute's name, and a layer, a variable or a container. */
export interface Tracked {
  readonly attribute: string | null;
  readonly value: Value;
  /** A container whose contents are noted one by one: it only tells when they are not known any more. */
  readonly watched?: boolean;
}

/** Whether a layer has its weights; null where two branches disagree. */
export type Built = boolean | null;

export class LayerState implements Payload {
  readonly type = 'layer';
  /** Whether `Layer.__init__` has run: a class of the program may have forgotten `super().__init__()`. */
  readonly initialized = new Cell<boolean>(false, either);
  /** Unique name as Keras makes it; null where it is not known. */
  readonly name = new Cell<string | null>(null, toUnknown);
  /** `layer.trainable`; null where not known. */
  readonly trainable = new Cell<boolean | null>(true, toUnknown);
  readonly built = new Cell<Built>(false, toUnknown);
  /** The layer's own weights, without its sublayers'; null where not known. */
  readonly weights = new Cell<readonly Weight[] | null>([], toUnknown);
  /** Layers that it owns by more than attributes (a wrapper's, a stack of cells); null where not known. */
  readonly sublayers = new Cell<readonly Value[] | null>([], grown);
  /** What was found in its attributes, in Keras' order; null where not known. */
  readonly tracked = new Cell<readonly Tracked[] | null>([], grown);
  /** The calls on symbolic tensors, in order: `layer.output` is the first one's. Null where not known. */
  readonly nodes = new Cell<readonly Node[] | null>([], grown);
  /** The shape with its batch that the layer says its input has (`input_shape=`): a Sequential takes it. */
  readonly inputShape = new Cell<Shape | null>(null, toUnknown);
  /** The shapes that `build` was given, for layers that were built without a call. */
  readonly buildShape = new Cell<Value | null>(null, toUnknown);
  /** What the call that built it gave, for declared layers: Keras 3 shows it where there is no call in a graph. */
  readonly builtOutput = new Cell<Value | null>(null, toUnknown);
  readonly policy = new Cell<DTypePolicy>(FLOAT32, unknownPolicy);
  /** Whether floats are cast to what it computes in; null where not known. */
  readonly autocast = new Cell<boolean | null>(true, toUnknown);
  /** Arguments of the constructor, bound to their parameters; null for classes of the program. */
  readonly arguments = new Cell<ReadonlyMap<string, BoundArgument> | null>(null, toUnknown);
  /** What its constructor is given, where that is known before it runs: set with the instance, and then no more. */
  constructedWith: Arguments | null = null;

  constructor(
    readonly kind: LayerKind | null,
    /** The expression that made it. */
    readonly place: Place | null,
  ) {}

  /** Arguments of the constructor; null for classes of the program. */
  get args(): ReadonlyMap<string, BoundArgument> | null {
    return this.arguments.value;
  }

  /** The dtype of its outputs, unless its definition says otherwise. */
  get dtype(): DType {
    return this.policy.value.compute;
  }
}

/** Two branches left different things. */
const toUnknown = () => null;
const either = (a: boolean, b: boolean) => a || b;

export const FLOAT32: DTypePolicy = { name: 'float32', compute: 'float32', variable: 'float32' };

function unknownPolicy(a: DTypePolicy, b: DTypePolicy): DTypePolicy {
  return {
    name: a.name === b.name ? a.name : '?',
    compute: a.compute === b.compute ? a.compute : '?',
    variable: a.variable === b.variable ? a.variable : '?',
  };
}

/** Lists that only grow: where one branch added something it counts, where both did it is not known. */
export function grown<T>(a: readonly T[] | null, b: readonly T[] | null): readonly T[] | null {
  if (!a || !b) return null;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.every((item, i) => item === long[i]) ? long : null;
}

/** The state of a layer or model instance. */
export function layerState(value: Value): LayerState | undefined {
  return value.kind === 'instance' && value.payload instanceof LayerState ? value.payload : undefined;
}

export type LayerInstance = InstanceValue & { readonly payload: LayerState };

export function isLayer(value: Value): value is LayerInstance {
  return layerState(value) !== undefined;
}
