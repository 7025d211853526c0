/** Functions of Keras that make models, set what holds for all layers, or have no part in shapes. */
import { NAMES } from '../../graph/names';
import type { Context, Generation } from '../../values/context';
import { type ClassValue, float, int, type NativeFunction, NONE, str, type Value } from '../../values/value';
import { dtypeOf } from '../dtypes';
import { failure, refusal } from '../failure';
import { nativeFunction, pythonFunction } from '../native';
import { describe } from '../params';
import { masksIn, shapesIn } from './calling/tensors';
import { cloneModel } from './cloning';
import {
  CUSTOM_OBJECT_SCOPE,
  deserialize,
  deserializeLegacy,
  getCustomObjects,
  registerSerializable,
} from './custom-objects';
import { pack, unpack } from './data/packing';
import { readPolicy } from './dtype-policy';
import { POLICY_CLASS, policyInstance } from './policy-class';
import { defaultPolicy, type ImageDataFormat, settingsOf } from './settings';
import { getSourceInputs, isKerasTensor } from './source-inputs';
import { variable } from './variable';

/** A declared function, under the full names that it has. */
type Entry = readonly [NativeFunction | ClassValue, ...string[]];

/** Names as `keras.config.floatx`, each with what stands for it. */
export function kerasFunctions(generation: Generation): ReadonlyMap<string, Value> {
  const found = new Map<string, Value>();
  for (const [value, ...names] of [...settings(generation), ...models(), ...harmless(), ...decorators(), ...graphs()]) {
    for (const name of names) found.set(name, value);
  }
  if (generation === 'keras3') found.set('keras.backend.Variable', variable);
  return found;
}

function settings(generation: Generation): Entry[] {
  const both = (name: string): string[] => [`keras.config.${name}`, `keras.backend.${name}`];
  return [
    [pythonFunction('image_data_format()', (context) => dataFormat(context)), ...both('image_data_format')],
    [
      pythonFunction('set_image_data_format(data_format)', (context, value: Value) => setDataFormat(value, context)),
      ...both('set_image_data_format'),
    ],
    [
      pythonFunction('image_dim_ordering()', (context) => {
        const format = settingsOf(context).imageDataFormat.value;
        return format === null ? dataFormat(context) : str(format === 'channels_first' ? 'th' : 'tf');
      }),
      'keras.backend.image_dim_ordering',
      'keras.backend.common.image_dim_ordering',
    ],
    [
      pythonFunction('set_image_dim_ordering(dim_ordering)', (context) => {
        // Keras 1 alone has it: whether it does anything depends on which Keras is installed.
        settingsOf(context).imageDataFormat.set(context.heap, null);
        return NONE;
      }),
      'keras.backend.set_image_dim_ordering',
      'keras.backend.common.set_image_dim_ordering',
    ],
    [
      pythonFunction('floatx()', (context) => {
        const dtype = settingsOf(context).floatx.value;
        return dtype === '?' ? context.unknown('`floatx` is not known') : str(dtype);
      }),
      ...both('floatx'),
    ],
    [
      pythonFunction('set_floatx(value)', (context, value: Value) => {
        settingsOf(context).floatx.set(context.heap, dtypeOf(value) ?? '?');
        return NONE;
      }),
      ...both('set_floatx'),
    ],
    [pythonFunction('epsilon()', () => float(1e-7)), ...both('epsilon')],
    [pythonFunction('set_epsilon(value)', () => NONE), ...both('set_epsilon')],
    [pythonFunction('backend()', () => str('tensorflow')), 'keras.config.backend', 'keras.backend.backend'],
    [pythonFunction('set_backend(backend)', () => NONE), 'keras.config.set_backend'],
    [
      pythonFunction('set_dtype_policy(policy)', (context, value: Value) => setPolicy(value, context)),
      'keras.config.set_dtype_policy',
      'keras.mixed_precision.set_dtype_policy',
      'keras.mixed_precision.set_global_policy',
      'keras.mixed_precision.experimental.set_policy',
    ],
    [
      pythonFunction('dtype_policy()', (context) => policyInstance(defaultPolicy(context), context)),
      'keras.config.dtype_policy',
      'keras.mixed_precision.dtype_policy',
      'keras.mixed_precision.global_policy',
    ],
    [
      POLICY_CLASS,
      'keras.DTypePolicy',
      'keras.dtype_policies.DTypePolicy',
      'keras.mixed_precision.DTypePolicy',
      'keras.mixed_precision.Policy',
      'keras.mixed_precision.experimental.Policy',
      'keras.FloatDTypePolicy',
      'keras.dtype_policies.FloatDTypePolicy',
    ],
    [
      pythonFunction('clear_session(free_memory=True)', (context) => {
        context.state.get(NAMES).clear(context.heap);
        return NONE;
      }),
      'keras.backend.clear_session',
      'keras.utils.clear_session',
      'keras.backend.reset_uids',
    ],
    [
      pythonFunction("get_uid(prefix='')", (context, prefix: Value) => {
        if (prefix.kind !== 'str') return context.unknown('the prefix is not known');
        const count = context.state.get(NAMES).next(context.heap, prefix.value);
        return count === null ? context.unknown('the number of names is not known') : int(count + 1);
      }),
      'keras.backend.get_uid',
    ],
    [
      pythonFunction('learning_phase()', (context) => context.unknown('the learning phase depends on the run')),
      'keras.backend.learning_phase',
    ],
    [pythonFunction('set_learning_phase(value)', () => NONE), 'keras.backend.set_learning_phase'],
    [
      pythonFunction('int_shape(x)', (context, x: Value) =>
        x.kind === 'tensor' ? shapesIn(x, 'keras3') : context.unknown('it is no tensor that is known'),
      ),
      'keras.backend.int_shape',
    ],
    ...(generation === 'keras3'
      ? []
      : [
          [
            pythonFunction('get_session()', (context) => context.unknown('sessions are not followed')),
            'keras.backend.get_session',
          ] as const,
        ]),
  ];
}

function dataFormat(context: Context): Value {
  const format = settingsOf(context).imageDataFormat.value;
  return format === null ? context.unknown('the default data format is not known') : str(format);
}

function setDataFormat(value: Value, context: Context): Value {
  const known: ImageDataFormat | null =
    value.kind === 'str' && (value.value === 'channels_first' || value.value === 'channels_last') ? value.value : null;
  if (known === null && value.kind !== 'unknown') {
    const message = `the data format must be 'channels_last' or 'channels_first', not ${describe(value)}`;
    return context.refuse(refusal(failure('invalid-argument', message, { parameter: 'data_format' }), 'call'), NONE);
  }
  settingsOf(context).imageDataFormat.set(context.heap, known);
  return NONE;
}

function setPolicy(value: Value, context: Context): Value {
  const read = value.kind === 'None' ? { policy: null } : readPolicy(value, 'set_dtype_policy', context);
  if ('failure' in read) return context.refuse(refusal(read.failure, 'call'), NONE);
  settingsOf(context).policy.set(context.heap, read.policy);
  return NONE;
}

function models(): Entry[] {
  const fromFile = (name: string): NativeFunction =>
    nativeFunction(name, null, (_given, context) => context.unknown(`what \`${name}\` gives is read from a file`));
  return [
    [
      pythonFunction(
        'clone_model(model, input_tensors=None, clone_function=None, call_function=None, recursive=False, **kwargs)',
        (context, model: Value, inputs: Value, cloneFunction: Value) =>
          cloneModel(model, inputs, cloneFunction, context),
      ),
      'keras.models.clone_model',
    ],
    [fromFile('load_model'), 'keras.models.load_model', 'keras.saving.load_model'],
    [fromFile('model_from_json'), 'keras.models.model_from_json'],
    [fromFile('model_from_yaml'), 'keras.models.model_from_yaml'],
    [fromFile('model_from_config'), 'keras.models.model_from_config'],
  ];
}

function graphs(): Entry[] {
  return [
    [unpack, 'keras.utils.unpack_x_y_sample_weight'],
    [pack, 'keras.utils.pack_x_y_sample_weight'],
    // What is computed anew on the way back gives the same.
    [pythonFunction('remat(f)', (_context, f: Value) => f), 'keras.remat'],
    [isKerasTensor, 'keras.utils.is_keras_tensor', 'keras.backend.is_keras_tensor'],
    [getSourceInputs, 'keras.utils.get_source_inputs', 'keras.ops.get_source_inputs'],
    [
      pythonFunction('get_keras_mask(x)', (context, x: Value) =>
        x.kind === 'tensor' ? (masksIn(x) ?? NONE) : context.unknown('it is no tensor that is known'),
      ),
      'keras.backend.get_keras_mask',
    ],
  ];
}

/** Functions that give nothing and change nothing that a shape depends on. */
function harmless(): Entry[] {
  const nothing = (...names: string[]): Entry => [
    nativeFunction((names[0] as string).slice((names[0] as string).lastIndexOf('.') + 1), null, () => NONE),
    ...names,
  ];
  return [
    nothing('keras.models.save_model', 'keras.saving.save_model'),
    nothing('keras.utils.plot_model', 'keras.utils.vis_utils.plot_model'),
    nothing('keras.utils.set_random_seed'),
    nothing('keras.utils.disable_interactive_logging'),
    nothing('keras.utils.enable_interactive_logging'),
    nothing('keras.config.disable_interactive_logging', 'keras.config.enable_interactive_logging'),
    nothing('keras.config.disable_traceback_filtering', 'keras.config.enable_traceback_filtering'),
    nothing('keras.config.enable_unsafe_deserialization'),
    nothing('keras.backend.set_session'),
    nothing('keras.backend.manual_variable_initialization'),
  ];
}

/** Decorators that give back what they decorate, and the names of a program's own objects. */
function decorators(): Entry[] {
  const identity = nativeFunction('decorator', null, (given) => given.positional[0] ?? NONE);
  const factory = (name: string): NativeFunction =>
    nativeFunction(name, null, (_given, context) => {
      settingsOf(context).customObjects.set(context.heap, true);
      return identity;
    });
  return [
    [registerSerializable, 'keras.saving.register_keras_serializable', 'keras.utils.register_keras_serializable'],
    [factory('keras_export'), 'keras.api_export.keras_export'],
    [
      CUSTOM_OBJECT_SCOPE,
      'keras.saving.CustomObjectScope',
      'keras.saving.custom_object_scope',
      'keras.utils.CustomObjectScope',
      'keras.utils.custom_object_scope',
    ],
    [getCustomObjects, 'keras.saving.get_custom_objects', 'keras.utils.get_custom_objects'],
    [deserialize, 'keras.utils.deserialize_keras_object', 'keras.saving.deserialize_keras_object'],
    [deserializeLegacy, 'keras.utils.legacy.deserialize_keras_object'],
  ];
}
