/** A layer instance's own state: what Keras keeps in `Layer` beside Python attributes. */

import type { Dimension } from '../shapes/dimension';
import type { DType } from '../shapes/dtype';
import type { Place } from '../shapes/reason';
import type { BoundArgument } from '../values/arguments';
import { Cell } from '../values/heap';
import type { Producer, TensorValue } from '../values/tensor';
import type { Payload, Value } from '../values/value';

/** A variable of a layer. Weights are shared by identity: a model counts each once. */
export interface Weight {
  readonly id: number;
  readonly name: string;
  readonly shape: readonly Dimension[];
  readonly dtype: DType;
  /** By construction (BatchNormalization's moving means are not); `layer.trainable` is another switch. */
  readonly trainable: boolean;
}

/** What the graph needs of a declared layer class. The catalogue's `LayerDefinition` has more. */
export interface LayerKind {
  readonly name: string;
}

export class LayerState implements Payload {
  readonly type = 'layer';
  /** Unique name as Keras makes it; null where it is not known. */
  readonly name: Cell<string | null>;
  /** `layer.trainable`; null where not known. */
  readonly trainable = new Cell<boolean | null>(true);
  readonly built = new Cell<boolean>(false);
  /** The layer's own weights, without its sublayers'; null where not known. */
  readonly weights = new Cell<readonly Weight[] | null>([]);
  /** Layers that it owns by more than attributes (a wrapper's, a stack of cells). */
  readonly sublayers = new Cell<readonly Value[]>([]);
  /** The calls on symbolic tensors, in order: `layer.output` is the first one's. */
  readonly nodes = new Cell<readonly Producer[]>([]);
  readonly inputs = new Cell<readonly TensorValue[]>([]);

  constructor(
    readonly kind: LayerKind | null,
    name: string | null,
    /** Arguments of the constructor, bound to their parameters; null for classes of the program. */
    readonly args: ReadonlyMap<string, BoundArgument> | null,
    readonly dtype: DType,
    /** The expression that made it. */
    readonly place: Place | null,
  ) {
    this.name = new Cell(name);
  }
}
