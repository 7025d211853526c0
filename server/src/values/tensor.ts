/** Tensors: Keras', TensorFlow's and numpy's arrays, by shape, dtype and origin. */
import { type Dimension, LimitedDimension, withoutLimit } from '../shapes/dimension';
import type { DType } from '../shapes/dtype';
import { hasRank, type Shape, unknownShape } from '../shapes/shape';
import { Cell, type Heap } from './heap';
import { type Count, Quantity } from './quantity';
import type { InstanceValue } from './value';
import { disturb, outlives } from './watch';

/**
 * Whose tensor it is: `keras` is a `KerasTensor` (symbolic, has a history), `tensorflow` a
 * `tf.Tensor` (symbolic inside a layer's `call`, else eager), `numpy` an `ndarray` or numpy scalar,
 * `variable` a weight.
 */
export type TensorLibrary = 'keras' | 'tensorflow' | 'numpy' | 'variable';

/** One element of a small constant array, or of `tf.shape(x)`. */
export type Element = Dimension | bigint | boolean | string;

/** The call of a layer, a model or an op that gave a symbolic tensor: a node of the graph. */
export interface Producer {
  /** Order of creation within a run. */
  readonly id: number;
  /** The layer or model instance; an op by its Keras class name (`Add`, `GetItem`) and unique name. */
  readonly operation: InstanceValue | OpNode;
  readonly inputs: readonly TensorValue[];
  /** Filled as the outputs are made; all of them have this producer. */
  readonly outputs: readonly TensorValue[];
}

export interface OpNode {
  readonly kind: 'op';
  readonly className: string;
  /** Name as Keras makes it (`add_1`); null where it is not known. */
  readonly name: string | null;
}

export interface TensorOptions {
  readonly library: TensorLibrary;
  readonly symbolic: boolean;
  readonly shape: Shape;
  readonly dtype: DType;
  readonly producer?: Producer | null;
  readonly data?: readonly Element[] | null;
  /** Shared by the arrays that look at the same memory: set when something is written to it. */
  readonly written?: Cell<boolean> | null;
  /** What a `KerasTensor` is called; for `Input(name=…)`. */
  readonly name?: string | null;
  /** Of the labels of a well-known data set: its elements are the numbers below this one, all of them. */
  readonly classes?: number | null;
  /** A `SparseTensor`, or a Keras tensor that stands for one. */
  readonly sparse?: boolean;
  /** A `RaggedTensor`, or a Keras tensor that stands for one: its parts are not followed. */
  readonly ragged?: boolean;
  /** Stands for one of several arrays: a size that is not known is not the size of a single one. */
  readonly mixed?: boolean;
  /** Sizes that are not known stay what slices have made of them: they are those of the array that is sliced. */
  readonly keepLimits?: boolean | undefined;
  /** Sizes that are not known, by axis, shared with what the array is made of. */
  readonly lengths?: Lengths;
}

/** What is known of sizes that are not known, by axis, for those that were asked for. */
export type Lengths = Quantity[];

export class TensorValue {
  readonly kind = 'tensor';
  readonly library: TensorLibrary;
  readonly symbolic: boolean;
  readonly dtype: DType;
  readonly producer: Producer | null;
  readonly name: string | null;
  /** Where the program can change the elements: true once it has. */
  readonly written: Cell<boolean> | null;
  readonly mixed: boolean;
  readonly sparse: boolean;
  readonly ragged: boolean;
  private readonly elements: readonly Element[] | null;
  private readonly labels: number | null;
  private readonly ownShape: Shape;
  private readonly limited: boolean;
  private refined: Cell<Shape | null> | null = null;
  private known: Lengths | null;

  constructor(options: TensorOptions) {
    this.library = options.library;
    this.symbolic = options.symbolic;
    this.ownShape = options.keepLimits ? options.shape : plainSizes(options.shape);
    this.limited = hasRank(this.ownShape) && this.ownShape.some((size) => size instanceof LimitedDimension);
    this.dtype = options.dtype;
    this.producer = options.producer ?? null;
    this.elements = options.data ?? null;
    this.written = options.written ?? null;
    this.name = options.name ?? null;
    this.labels = options.classes ?? null;
    this.mixed = options.mixed ?? false;
    this.sparse = options.sparse ?? false;
    this.ragged = options.ragged ?? false;
    this.known = options.lengths ?? null;
  }

  get lengths(): Lengths {
    this.known ??= [];
    return this.known;
  }

  get shape(): Shape {
    const shape = this.refined?.value ?? this.ownShape;
    if (!this.limited || !hasRank(shape)) return shape;
    return shape.map((size) => (size instanceof LimitedDimension ? size.now : size));
  }

  /** `tensor.set_shape(…)`: the program says more of the shape than TensorFlow knows. */
  refine(heap: Heap, shape: Shape): void {
    // Who has looked at the shape before did not look at what it is replaced by.
    disturb();
    this.refined ??= outlives(() => new Cell<Shape | null>(null, (a, b) => (a === b ? a : null)));
    this.refined.set(heap, shape);
  }

  /** The size of an axis as a number that is not known; null where the tensor is one of several. */
  length(axis: number): Count | null {
    return this.mixed ? null : lengthOf(this.lengths, axis);
  }

  /** The elements in row-major order, for small arrays whose values decide shapes; else null. */
  get data(): readonly Element[] | null {
    return this.written?.value ? null : this.elements;
  }

  /** How many classes there are labels of, where that is known though the elements are not. */
  get classes(): number | null {
    return this.written?.value ? null : this.labels;
  }
}

function plainSizes(shape: Shape): Shape {
  if (!hasRank(shape)) return shape.fullest ? unknownShape(shape.reason) : shape;
  return shape.some((size) => size instanceof LimitedDimension) ? shape.map(withoutLimit) : shape;
}

export function lengthOf(lengths: Lengths, axis: number): Count {
  lengths[axis] ??= new Quantity(0);
  return { of: lengths[axis], offset: 0 };
}

/** Labels of a well-known data set, each class among them. */
export function labelArray(shape: Shape, dtype: DType, classes: number): TensorValue {
  const written = new Cell<boolean>(false, (a, b) => a || b);
  return new TensorValue({ library: 'numpy', symbolic: false, shape, dtype, classes, written });
}

/** A `KerasTensor` that a graph node gives. */
export function kerasTensor(
  shape: Shape,
  dtype: DType,
  producer: Producer | null = null,
  name: string | null = null,
  parts: Pick<TensorOptions, 'sparse' | 'ragged'> = {},
): TensorValue {
  return new TensorValue({ library: 'keras', symbolic: true, shape, dtype, producer, name, ...parts });
}

/** A numpy array on real data; `data` only where it is small. */
export function numpyArray(shape: Shape, dtype: DType, data: readonly Element[] | null = null): TensorValue {
  return new TensorValue({ library: 'numpy', symbolic: false, shape, dtype, data });
}
