/**
 * Classes and functions of Keras that no shape depends on: optimizers, losses, metrics, callbacks,
 * initializers … Programs make them, pass them on and derive from them; what they give is not known.
 */
import { ClassValue, InstanceValue, type NativeFunction, NONE, type Value } from '../../values/value';
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

/** Modules whose `get` turns a name into what it names, and leaves everything else as it is. */
const WITH_GET: ReadonlySet<string> = new Set([
  'keras.activations',
  'keras.initializers',
  'keras.regularizers',
  'keras.constraints',
  'keras.losses',
  'keras.metrics',
  'keras.optimizers',
]);

/** `keras.activations.get` and the like; `find` gives what is declared under a full name. */
export function getFunction(module: string, find: (name: string) => Value | undefined): NativeFunction | undefined {
  if (!WITH_GET.has(module)) return undefined;
  return pythonFunction('get(identifier)', (context, identifier: Value) => {
    if (identifier.kind === 'None' && module !== 'keras.activations') return NONE;
    if (identifier.kind !== 'str' && identifier.kind !== 'None') return identifier;
    const name = identifier.kind === 'str' ? identifier.value : 'linear';
    const found = find(`${module}.${name}`);
    if (found && found.kind !== 'class') return found;
    // What it is made of plays no part in shapes; that it is no layer does.
    return new InstanceValue(context.heap.identity(), found?.kind === 'class' ? found : inertClass(name, module));
  });
}
