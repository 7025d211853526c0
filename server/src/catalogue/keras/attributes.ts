/**
 * Attributes of layers that nothing in the program set: what Keras keeps in its instances.
 *
 * A declared layer has its constructor's arguments and its weights; what else Keras' classes have is
 * not known, and what they have not is an AttributeError, as in Python.
 */
import { layerState } from '../../graph/layer';
import { isModel } from '../../graph/model';
import { type Dimension, isKnown } from '../../shapes/dimension';
import type { Context } from '../../values/context';
import {
  bool,
  dimensionValue,
  type InstanceValue,
  ListValue,
  NONE,
  oneOf,
  str,
  tuple,
  type UnknownValue,
  type Value,
} from '../../values/value';
import { DeclaredState } from './declared-state';
import { LAYERS } from './layers';

const LAYER_NAMES = words(`
  activity_regularizer add_loss add_metric add_update add_variable autocast build_from_config
  call_signature_parameters compute_mask compute_output_signature compute_output_spec dynamic
  finalize_state get_build_config get_input_mask_at get_output_mask_at inbound_nodes input_dtype
  input_mask input_spec load_own_variables losses metrics metrics_variables name_scope
  outbound_nodes output_mask path quantization_mode quantize quantized_build quantized_call
  rematerialized_call save_own_variables stateful stateless_call submodules supports_jit
  supports_masking symbolic_call updates with_name_scope`);

/** Methods that layers of Keras 2 keep for themselves, and those of Keras 3 have not. */
const KERAS_2_ALONE = words(`
  _add_trackable _build_from_signature _get_trainable_state _maybe_cast_inputs _maybe_create_attribute
  _set_dtype_policy _set_trainable_state`);

const MODEL_NAMES = words(`
  autotune_steps_per_execution compile_from_config compiled compiled_loss compiled_metrics
  compute_loss compute_metrics distribute_reduction_method distribute_strategy evaluate_generator
  export fit_generator get_compile_config get_metrics_result get_quantization_layer_structure
  get_state_tree get_weight_paths history input_names jit_compile loss make_predict_function
  make_test_function make_train_function metrics_names operations optimizer output_names
  predict_function predict_generator predict_step reset_metrics reset_states run_eagerly save_spec
  set_state_tree state_updates stateless_compute_loss steps_per_execution stop_training
  test_function test_step to_json to_yaml train_function train_step train_tf_function
  unrolled_steps_per_execution`);

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** `layer.name` where neither the instance nor its class has it. */
export function missingAttribute(layer: InstanceValue, name: string, context: Context): Value {
  const state = layerState(layer);
  if (name === 'supports_masking') return supportsMasking(layer, context);
  if (state instanceof DeclaredState) {
    const found = declaredAttribute(state, name) ?? cellSize(state, name);
    if (found) return found;
    const own = name in state.definition.params || keepsToo(state.definition.name, name);
    if (own || (!name.startsWith('_') && !ofAnotherLayer(name))) {
      return context.unknown(`\`${name}\` of ${state.definition.name} is not followed`);
    }
  }
  const notFollowed = (): UnknownValue => context.unknown(`\`${name}\` of a layer is not followed`);
  if (LAYER_NAMES.has(name) || (isModel(layer) && MODEL_NAMES.has(name))) return notFollowed();
  // What Keras keeps for itself a layer may have or not. Dunders are Python's: what the class has not, it has not.
  const isAbsent = name.startsWith('__') || (KERAS_2_ALONE.has(name) && context.generation === 'keras3');
  if (name.startsWith('_') && !isAbsent) return { ...notFollowed(), present: notFollowed() };
  return context.raise('AttributeError', `'${layer.cls.name}' object has no attribute '${name}'`);
}

/** A flag, which a layer has by its `compute_mask` where nothing else sets it. Which one declared layers have is not told. */
function supportsMasking(layer: InstanceValue, context: Context): Value {
  const isDeclared = layerState(layer) instanceof DeclaredState || isModel(layer);
  if (!isDeclared) return bool(layer.cls.lookup('compute_mask')?.kind === 'function');
  return oneOf([bool(false), bool(true)], context.because('`supports_masking` of a layer is not followed'));
}

/** Layers whose weights are those of their cell: they have no attributes for them. */
const WITH_CELL = /^(?:ConvLSTM.D|LSTM|GRU|SimpleRNN)$/;

/** A weight, or an argument of the constructor as Keras keeps it. */
function declaredAttribute(state: DeclaredState, name: string): Value | undefined {
  const own = ownAttribute(state, name);
  if (own === 'not followed') return undefined;
  if (own && 'kind' in own) return own;
  const weightName = own ? own.weight : name;
  const isOfCell = WITH_CELL.test(state.definition.name);
  const weight = isOfCell ? undefined : state.weights.value?.find((one) => one.name === weightName);
  if (weight || own) return weight?.variable;
  if (HIDDEN[name]?.test(state.definition.name)) return undefined;
  return name in state.definition.params ? argumentValue(state, name) : privateArgument(state, name);
}

function ownAttribute({ definition, construction, builtInputs }: DeclaredState, name: string) {
  const readings = construction.value?.readings ?? [];
  const [args] = readings;
  if (!definition.attribute || !args || readings.length > 1) return undefined;
  return definition.attribute(name, args as never, builtInputs.value?.[0]?.shape ?? 'unbuilt');
}

/** An argument that the class keeps behind an underscore. */
function privateArgument(state: DeclaredState, name: string): Value | undefined {
  const instead = name.startsWith('_') ? state.definition.privateArguments?.[name.slice(1)] : undefined;
  if (instead === undefined) return undefined;
  const given = state.construction.value?.bound.get(name.slice(1))?.value;
  const isLeftOut = given?.kind === 'None' || (given?.kind === 'int' && given.value === 0);
  return argumentValue(state, instead !== null && isLeftOut ? instead : name.slice(1));
}

const HEADS = /^(?:MultiHead|GroupQuery)Attention$/;

/** Arguments that a layer keeps behind an underscore, or not at all. */
const HIDDEN: Readonly<Record<string, RegExp>> = {
  bias_constraint: HEADS,
  bias_initializer: HEADS,
  bias_regularizer: HEADS,
  flash_attention: HEADS,
  idf_weights: /^(?:String|Integer)Lookup$|^TextVectorization$/,
  kernel_constraint: HEADS,
  kernel_initializer: HEADS,
  kernel_regularizer: HEADS,
  output_shape: HEADS,
  seed: /^ConvLSTM|^Random/,
  sliding_window: HEADS,
  use_gate: HEADS,
  vocabulary: /^(?:String|Integer)Lookup$/,
};

/**
 * An argument of a layer's constructor as the layer keeps it: numbers, flags and strings as they are
 * given, sizes as a tuple. Undefined where Keras makes something else of it, or it is not known.
 */
export function argumentValue(state: DeclaredState, name: string): Value | undefined {
  const made = state.construction.value;
  const given = made?.bound.get(name)?.value;
  if (!made || !given || made.readings.length !== 1) return undefined;
  const reading = made.readings[0]?.[name];
  if (Array.isArray(reading)) {
    // A Dot keeps an int as it is.
    if (given.kind === 'int' && name === 'axes') return given;
    return reading.every((size) => isKnown(size as Dimension) && Number.isInteger(size))
      ? tuple((reading as number[]).map(dimensionValue))
      : undefined;
  }
  if (given.kind === 'None') return noneAsKept(state, name, reading);
  const plain = given.kind === 'bool' || given.kind === 'int' || given.kind === 'float' || given.kind === 'str';
  return plain && Object.is(given.value, reading) ? given : undefined;
}

/** Arguments of which Keras makes something else where they are None. */
const SETTLED_LATER = /^(?:attention_axes|implementation|lora_alpha|output_shape|value_dim)$/;

/** What a layer keeps for an argument that is None: None itself, but for what that stands for. */
function noneAsKept({ construction, definition }: DeclaredState, name: string, reading: unknown): Value | undefined {
  if (typeof reading === 'string') return str(reading);
  const isWritten = construction.value?.bound.get(name)?.source.from !== 'default';
  const isOther = SETTLED_LATER.test(name) || (definition.params[name]?.kind === 'kwargs' && !isWritten);
  return isOther ? undefined : NONE;
}

/** `state_size` and `output_size` of the cells of Keras. */
function cellSize({ definition, construction }: DeclaredState, name: string): Value | undefined {
  if (!/^(?:LSTM|GRU|SimpleRNN)Cell$/.test(definition.name) || !/^(?:state|output)_size$/.test(name)) return undefined;
  const units = construction.value?.bound.get('units')?.value;
  if (units?.kind !== 'int') return undefined;
  return name === 'state_size' && definition.name === 'LSTMCell' ? new ListValue([units, units]) : units;
}

/** Attributes that are named as parameters of other layers, and that these have, too. */
const KEPT_TOO: Readonly<Record<string, RegExp>> = {
  alpha: /^PReLU$/,
  cell: /^(?:ConvLSTM.D|LSTM|GRU|SimpleRNN)$/,
  filters: /^DepthwiseConv/,
  implementation: /^(?:GRU|LSTM)/,
  groups: /^(?:Conv.DTranspose|SeparableConv|DepthwiseConv)/,
  kernel_constraint: /^(?:SeparableConv|DepthwiseConv)/,
  kernel_initializer: /^(?:SeparableConv|DepthwiseConv)/,
  kernel_regularizer: /^(?:SeparableConv|DepthwiseConv)/,
  lora_alpha: /^ReversibleEmbedding$/,
  lora_rank: /^ReversibleEmbedding$/,
  noise_shape: /^SpatialDropout/,
  output_shape: /./,
  output_size: /Cells?$/,
  quantization_config: /^ReversibleEmbedding$/,
  return_sequences: /^Bidirectional$/,
  return_state: /^Bidirectional$/,
  scale: /^(?:RMSNormalization|AdditiveAttention|Attention)$/,
  sparse: /^Embedding$/,
  stateful: /./,
  vocabulary_dtype: /^StringLookup$/,
};

function keepsToo(layer: string, name: string): boolean {
  return layer === 'SyncBatchNormalization' || (KEPT_TOO[name]?.test(layer) ?? false);
}

let others: ReadonlySet<string> | null = null;

/** Whether a name is a parameter of some layer: one that has not this parameter has no such attribute. */
function ofAnotherLayer(name: string): boolean {
  others ??= new Set(LAYERS.flatMap((definition) => Object.keys(definition.params)));
  return others.has(name);
}
