/**
 * How a layer is declared: signature, checks, output, weights and prose in one place.
 *
 * A definition is pure: it is asked with resolved arguments and input shapes, and answers with
 * shapes, weights and failures. `layer-call` runs it; `keras/layer-class` makes the Python class of it.
 */

import type { LayerKind } from '../graph/layer';
import type { Dimension } from '../shapes/dimension';
import type { DType } from '../shapes/dtype';
import type { Shape } from '../shapes/shape';
import type { Arguments } from '../values/arguments';
import type { Context, Generation } from '../values/context';
import type { TensorValue } from '../values/tensor';
import type { InstanceValue, Value } from '../values/value';
import type { Failure, MaybeFailure } from './failure';
import type { ArgsOf, ParamTable } from './params';

/** One input tensor as a rule sees it. The rank is known: a rule is not asked where it is not. */
export interface InputView {
  readonly shape: readonly Dimension[];
  readonly rank: number;
  readonly dtype: DType;
  readonly batch: Dimension;
  /** Sizes between batch and channels, by `data_format` (channels last where the layer has none). */
  readonly spatial: readonly Dimension[];
  readonly channels: Dimension;
  readonly channelsFirst: boolean;
  readonly tensor: TensorValue;
  /** The shape with other spatial sizes or channels, in this input's own order of axes. */
  with(change: { batch?: Dimension; spatial?: readonly Dimension[]; channels?: Dimension }): readonly Dimension[];
}

/** How inputs nest: an index into the question's inputs, or what holds more of them. */
export type Nesting =
  | number
  | { readonly type: 'list' | 'tuple'; readonly items: readonly Nesting[] }
  | { readonly type: 'dict'; readonly items: Readonly<Record<string, Nesting>> };

/** What a rule is asked with. */
export interface LayerQuestion<A> {
  readonly callee: string;
  readonly args: A;
  /** Whether an argument was written, rather than left at its default. */
  readonly written: (parameter: string) => boolean;
  /** The first (for most layers: the only) input. */
  readonly input: InputView;
  readonly inputs: readonly InputView[];
  /** The inputs of the call that built the layer, where this is a later one. */
  readonly builtOn: readonly InputView[] | null;
  readonly generation: Generation;
  readonly imageDataFormat: 'channels_last' | 'channels_first';
  /** Compute dtype of the layer (float32 unless `dtype=` says otherwise). */
  readonly dtype: DType;
  /** What its variables are, where that is not `dtype`: float32 under a mixed policy. */
  readonly variableDType?: DType;
  /** False where `autocast=False` leaves floating inputs as they are. */
  readonly autocast: boolean;
  /** Keyword arguments of the call (`training`, `mask`, `initial_state`), unread. */
  readonly keywords: ReadonlyMap<string, Value>;
  /** For layers that take `nested` inputs. */
  readonly nesting?: Nesting | undefined;
  /** What `adapt` or `set_vocabulary` made of the layer; null before. */
  readonly learned: Learned | null;
}

/** What a preprocessing layer has learned of data: bins, or the ids of a vocabulary. */
export interface Learned {
  readonly size: Dimension;
  /** The vocabulary itself, where it is known. */
  readonly tokens?: readonly Value[];
}

export type ConstructQuestion<A> = Pick<
  LayerQuestion<A>,
  'callee' | 'args' | 'written' | 'generation' | 'imageDataFormat'
>;

/** What a call gives: one tensor, or a tuple, list or dict of them. A bare shape has the layer's dtype. */
export type Output = Shape | OutputTensor | OutputTuple | OutputDict;
export interface OutputTensor {
  readonly shape: Shape;
  readonly dtype: DType;
  /** A `SparseTensor`. */
  readonly sparse?: boolean;
}
export interface OutputTuple {
  readonly type: 'tuple' | 'list';
  readonly items: readonly Output[];
}
export interface OutputDict {
  readonly type: 'dict';
  readonly items: Readonly<Record<string, Output>>;
}

export interface WeightSpec {
  readonly name: string;
  readonly shape: readonly Dimension[];
  /** False for moving averages and seeds: never trained. */
  readonly trainable: boolean;
  readonly dtype?: DType;
  /** Name of the initializer that fills it, where that is known and may ask something of it. */
  readonly initializer?: string;
}

export function weight(
  name: string,
  shape: readonly Dimension[],
  more: { trainable?: boolean; dtype?: DType; initializer?: string | null } = {},
): WeightSpec {
  return {
    name,
    shape,
    trainable: more.trainable ?? true,
    ...(more.dtype ? { dtype: more.dtype } : {}),
    ...(more.initializer ? { initializer: more.initializer } : {}),
  };
}

/** What the hover says, sharing its terms with the rule. Plain text with Markdown code spans. */
export interface Explanation {
  /** Formulas with this call's numbers: `⌈28 / 2⌉ = 14`, one for each axis that changes. */
  readonly formulas?: readonly string[];
  /** Terms of each weight: `3·3·1·16 + 16 = 160` is made from `weights` where this is left out. */
  readonly parameters?: string;
  /** Sentences on what the layer does with values, where that is worth a word: `while training: 25 % of the elements become 0`. */
  readonly notes?: readonly string[];
  /** Sentences about defaulted arguments that matter here. */
  readonly defaults?: readonly DefaultNote[];
  /** For windows: the spatial sizes before and after, and the kernel, strides, padding on each axis. */
  readonly window?: WindowNote;
}

export interface DefaultNote {
  readonly parameter: string;
  /** The value as Python text: `(2, 2)`, `"valid"`. */
  readonly value: string;
  readonly meaning: string;
  /** Shown in the line as a ghost argument: it changes the size, and the line does not show it. */
  readonly telling: boolean;
}

export interface WindowNote {
  readonly before: readonly Dimension[];
  readonly after: readonly Dimension[];
  readonly size: readonly Dimension[];
  readonly strides: readonly Dimension[];
  readonly dilation: readonly Dimension[];
  readonly padding: string;
}

/** What a call that `evaluate` takes over gives, where there is more to say than the output. */
export interface Evaluated {
  readonly output: Value;
  /** Set where the call was refused: the output is what goes on all the same. */
  readonly refused?: boolean;
  readonly explanation?: Explanation;
}

/** The rule of a shape in words: for the pages of the documentation, and where a name is completed. */
export interface ShapeRule {
  /** Whole sentences. */
  readonly words: string;
  /** From input to output: `(…, n) → (…, units)`. */
  readonly formula?: string;
  /** A call that shows it, with the names of `keras`, `keras.layers` and `keras.ops`. */
  readonly example?: string;
  /** The function of Keras that it was read from: the file below `keras/src`, a colon, its qualified name. */
  readonly readFrom: string;
}

/** Which ranks a layer takes, checked before `requires` (Keras' `InputSpec`). */
export interface InputSpec {
  readonly rank?: number;
  readonly minRank?: number;
  readonly maxRank?: number;
  /** Sizes that must be equal to these, by axis; one that is no number is equal to anything. */
  readonly axes?: Readonly<Record<number, Dimension>>;
}

/** What differs in an older generation; laid over the definition. */
export type Variant<P extends ParamTable> = Partial<Omit<LayerDefinition<P>, 'generations' | 'name'>>;

declare const ownParams: unique symbol;
/** A variant whose parameters have types of their own (see `variant`). */
export interface OwnVariant {
  readonly [ownParams]: true;
}

export interface LayerDefinition<P extends ParamTable = ParamTable> extends LayerKind {
  readonly name: string;
  /** What the class calls itself, in summaries and automatic names, where that is not its public name. */
  readonly className?: string;
  /** Other public names of the same class in `keras.layers`. */
  readonly aliases?: readonly string[];
  /** The generation whose `keras.layers` alone has it (`keras2` stands for Keras 1 too); in all where left out. */
  readonly onlyIn?: 'keras2' | 'keras3';
  /** The module below `keras.layers` that has it, where that is not `keras.layers` itself: `experimental`. */
  readonly module?: string;
  /** One sentence, for completion and the head of the hover. */
  readonly summary: string;
  /** Path below https://keras.io/ */
  readonly docs: string;
  /** What the shape of its output is, for people. */
  readonly rule: ShapeRule;
  /**
   * What is asked of sizes that an input leaves open, behind the batch: `any`, only that the output has some of them left;
   * `agreeing`, also that those of the inputs agree, but for the `axis` that they are joined along; `held`, what the layer
   * asks that this one holds. Where it is left out, sizes are tried one by one.
   */
  readonly openSizes?: 'any' | 'agreeing' | 'held';
  /** Keras' own spelling, order and defaults. `name`, `dtype`, `trainable` … come from the base class. */
  readonly params: P;
  /**
   * False where the class takes no `**kwargs`: `name=` and the like then are TypeErrors unless in
   * `params`. `any` where it takes all keywords, and does nothing with them.
   */
  readonly takesBaseKeywords?: boolean | 'any';
  /**
   * How inputs are passed: `tensor`, one (a list is refused); `tensor or list of one`, which Keras 3's symbolic
   * calls let through (`nesting` is set for the list); `list`, a list or tuple of them (one
   * alone is refused), `list only`, where a tuple is refused too; `structure`, anything nested, mapped leaf by leaf (with an input spec: of one leaf);
   * `stacked`, one, or a list that TensorFlow stacks on a new first axis, as Keras 2 lets it;
   * `nested`, anything nested, as a whole (all of `callInputs` together): the question tells how.
   */
  readonly takes?: 'tensor' | 'tensor or list of one' | 'list' | 'list only' | 'structure' | 'stacked' | 'nested';
  /** Keras 3 lets None pass through it; or Keras 2 does, too. */
  readonly passesNone?: boolean | 'in Keras 2 too';
  /** Whether numbers, strings and lists of them are made tensors, as TensorFlow makes them. */
  readonly convertsInputs?: boolean;
  /**
   * Layers that it makes for itself, in its constructor or when it is built, and gives no names: the automatic ones count
   * on (a Dropout behind a MultiHeadAttention is `dropout_1`).
   */
  readonly makesLayers?: { readonly when: 'constructed' | 'built'; readonly classes: readonly string[] };
  /** With `sparse=True` it gives sparse tensors: where it runs and in Keras 2, or in symbolic calls of Keras 3, too. */
  readonly givesSparse?: 'run' | 'symbolic calls too';
  readonly input?: InputSpec | ((question: ConstructQuestion<ArgsOf<P>>) => InputSpec);
  /**
   * The shape of its inputs, without the batch, that the constructor sets where none is given: a
   * Sequential that begins with the layer is built at once (Keras 2's Embedding). Null: it sets none.
   */
  readonly impliedInput?: (question: ConstructQuestion<ArgsOf<P>>) => readonly Dimension[] | null;
  /** What `build` makes of the input spec, told by the call that built the layer: the call `now` is held to it. */
  readonly builtInput?: (question: LayerQuestion<ArgsOf<P>>, now: LayerQuestion<ArgsOf<P>>) => InputSpec;
  /**
   * Parameters of `call` that take tensors, where that is not `inputs` alone: another name (`data`),
   * or several (`query`, `value`, `key`). The question's inputs are those given, in this order.
   */
  readonly callInputs?: readonly string[];
  /** How many of `callInputs`, from the first, must be given: all where left out. */
  readonly requiredInputs?: number;
  /** Checks of the constructor, in Keras' order. */
  readonly construct?: (question: ConstructQuestion<ArgsOf<P>>) => Iterable<MaybeFailure>;
  /** Checks of `build`, in Keras' order: the first call only. Certain failures only. */
  readonly build?: (question: LayerQuestion<ArgsOf<P>>) => Iterable<MaybeFailure>;
  /** Whether `build` looks at the last axis alone: called by itself, it takes shapes of fewer axes than `call` does. */
  readonly buildsAnyRank?: boolean;
  /** Checks of each call, in Keras' order (of build too, where a second call makes no difference). Certain failures only. */
  readonly requires?: (question: LayerQuestion<ArgsOf<P>>) => Iterable<MaybeFailure>;
  readonly output: (question: LayerQuestion<ArgsOf<P>>) => Output;
  readonly weights?: (question: LayerQuestion<ArgsOf<P>>) => readonly WeightSpec[];
  readonly explain?: (question: LayerQuestion<ArgsOf<P>>) => Explanation;
  /** Dtype of outputs whose shape comes bare; the layer's compute dtype where left out. */
  readonly outputDType?: (question: LayerQuestion<ArgsOf<P>>) => DType;
  readonly generations?: { readonly keras2?: Variant<P> | OwnVariant; readonly keras1?: Variant<P> | OwnVariant };
  /** Keyword parameters of `call` beyond `training` and `mask`, with their order behind the inputs. */
  readonly callParameters?: readonly string[];
  /** What the class' own `__call__` makes of its arguments before they are bound, or why it refuses them. */
  readonly arrange?: (given: Arguments) => Arguments | Failure;
  /**
   * For layers that are more than a rule (wrappers, RNN over cells, Lambda): takes over the whole
   * call. `instance.payload` is its `LayerState`.
   */
  readonly evaluate?: (instance: InstanceValue, given: Arguments, context: Context) => Value | Evaluated;
  /** Methods and attributes of the class beyond those that every layer has. */
  readonly members?: readonly (readonly [string, Value])[];
  /**
   * What an instance that was built on an input keeps under a name, where that is not the weight or the argument of this
   * name: a value, or the name of the weight. `unbuilt` in place of the shape where it was not built, or that is not known.
   */
  readonly attribute?: (
    name: string,
    args: ArgsOf<P>,
    input: Shape | 'unbuilt',
  ) => Value | { readonly weight: string } | 'not followed' | undefined;
  /**
   * Arguments that the class keeps behind an underscore (`_num_heads`), as subclasses read them; with the argument whose
   * value one has where it is None or 0.
   */
  readonly privateArguments?: Readonly<Record<string, string | null>>;
  /**
   * For layers with `evaluate`: whether `build` gives those that it owns their weights as a call does, or builds
   * `layer.layer`; `nothing` where neither it nor what it owns has any.
   */
  readonly buildsInner?: 'by calling' | 'layer' | 'nothing';
  /** For layers that own others or must look at their arguments as values: runs at the end of the constructor. */
  readonly initialize?: (instance: InstanceValue, context: Context) => void;
}

/** Keeps the types of the parameters through the declaration. */
export function defineLayer<const P extends ParamTable>(definition: LayerDefinition<P>): LayerDefinition {
  return definition as unknown as LayerDefinition;
}

/**
 * Keeps the types of a variant whose parameters read otherwise than the definition's. What it leaves
 * out still comes from the definition, so functions that look at other arguments must be in both.
 */
export function variant<const P extends ParamTable>(own: Variant<P> & { readonly params: P }): OwnVariant {
  return own as unknown as OwnVariant;
}

/** The definition in force for a generation. */
export function inGeneration(definition: LayerDefinition, generation: Generation): LayerDefinition {
  const variants = definition.generations;
  if (generation === 'keras3' || !variants) return definition;
  const keras2 = variants.keras2 ? { ...definition, ...variants.keras2 } : definition;
  return generation === 'keras1' && variants.keras1 ? { ...keras2, ...variants.keras1 } : keras2;
}
