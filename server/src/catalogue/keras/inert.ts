/**
 * Classes and functions of Keras that no shape depends on: optimizers, losses, metrics, callbacks,
 * initializers … Programs make them, pass them on and derive from them; what they give is not known.
 */
import { ClassValue, type NativeFunction, NONE, type Value } from '../../values/value';
import { declaredIdentity, named, nativeFunction, pythonFunction } from '../native';

/** Modules whose names are inert. */
export const INERT_MODULES: ReadonlySet<string> = new Set([
  'keras.initializers',
  'keras.regularizers',
  'keras.constraints',
  'keras.losses',
  'keras.metrics',
  'keras.metrics.experimental',
  'keras.optimizers',
  'keras.optimizers.legacy',
  'keras.optimizers.schedules',
  'keras.optimizers.experimental',
  'keras.callbacks',
  'keras.callbacks.experimental',
  'keras.quantizers',
]);

/** Single names of other modules. */
export const INERT_NAMES: ReadonlySet<string> = new Set([
  'keras.layers.InputSpec',
  'keras.utils.Sequence',
  'keras.utils.PyDataset',
  'keras.Initializer',
  'keras.Loss',
  'keras.Metric',
  'keras.Optimizer',
  'keras.Quantizer',
  'keras.Regularizer',
]);

/** Whose objects a program calls: `initializer(shape)`, `loss(y, z)`. */
export function inertClass(name: string, module: string): ClassValue {
  return new ClassValue(
    declaredIdentity(),
    name,
    module,
    [],
    [
      ...named(
        nativeFunction('__init__', null, () => NONE),
        nativeFunction('__call__', null, (_given, context) =>
          context.unknown(`what a \`${name}\` gives is not followed`),
        ),
        pythonFunction('__getattr__(self, name)', (context, _self: Value, attribute: Value) => {
          const text = attribute.kind === 'str' ? attribute.value : 'attribute';
          if (text.startsWith('__'))
            return context.raise('AttributeError', `'${name}' object has no attribute '${text}'`);
          return context.unknown(`\`${text}\` of a \`${name}\` is not followed`);
        }),
      ),
    ],
  );
}

export function inertFunction(name: string): NativeFunction {
  return nativeFunction(name, null, (_given, context) => context.unknown(`what \`${name}\` gives is not followed`));
}
