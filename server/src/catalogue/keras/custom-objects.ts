/** Objects of a program that Keras finds by name, and what it makes of a name or a config. */
import { args } from '../../values/arguments';
import type { Context } from '../../values/context';
import {
  ClassValue,
  type DictValue,
  isUnknownValue,
  type NativeFunction,
  NONE,
  str,
  type Value,
} from '../../values/value';
import { declaredIdentity, named, nativeFunction, pythonFunction } from '../native';
import { settingsOf } from './settings';

/** `get_custom_objects()`: one dict for the whole run, which programs write into. */
export const getCustomObjects: NativeFunction = nativeFunction('get_custom_objects', null, (_given, context) => {
  const settings = settingsOf(context);
  settings.customObjects.set(context.heap, true);
  return settings.registered;
});

/** `@register_keras_serializable(package='Custom', name=None)`: under `package>name`. */
export const registerSerializable: NativeFunction = pythonFunction(
  'register_keras_serializable(package="Custom", name=None)',
  (context, group: Value, name: Value) => {
    const { customObjects, registered } = settingsOf(context);
    customObjects.set(context.heap, true);
    return nativeFunction('decorator', null, (given) => {
      const object = given.positional[0] ?? NONE;
      const own = name.kind === 'None' ? context.attribute(object, '__name__') : name;
      if (group.kind === 'str' && own?.kind === 'str')
        store(registered, `${group.value}>${own.value}`, object, context);
      return object;
    });
  },
);

/** `with custom_object_scope({…}):`. Which names hold where is not followed. */
export const CUSTOM_OBJECT_SCOPE: ClassValue = new ClassValue(
  declaredIdentity(),
  'CustomObjectScope',
  'keras.saving',
  [],
  named(
    nativeFunction('__init__', null, (_given, context) => {
      const { customObjects, objectScopes } = settingsOf(context);
      customObjects.set(context.heap, true);
      objectScopes.set(context.heap, true);
      return NONE;
    }),
    nativeFunction('__enter__', null, (given) => given.positional[0] ?? NONE),
    nativeFunction('__exit__', null, () => NONE),
  ),
);

/**
 * `keras.utils.legacy.deserialize_keras_object`: a class that a name stands for is made without arguments,
 * one that a config names with the config's; functions are given as they are
 * (`keras/src/legacy/saving/serialization.py`).
 */
export const deserializeLegacy: NativeFunction = pythonFunction(
  'deserialize_keras_object(identifier, module_objects=None, custom_objects=None, printable_module_name="object")',
  (context, identifier: Value, moduleObjects: Value, customObjects: Value) => {
    if (identifier.kind !== 'str') return deserialized(identifier, moduleObjects, customObjects, context);
    // A name finds the given objects first, a config the registered ones. Keras 3 fails where it is not among the first.
    const others = context.generation === 'keras3' ? [] : [settingsOf(context).registered, moduleObjects];
    const object = namedObject(identifier.value, [customObjects, ...others], context);
    return object.kind === 'class' ? context.call(object, args()) : object;
  },
);

/** `keras.utils.deserialize_keras_object`, for configs that name an object of the program (`serialization_lib.py`). */
export const deserialize: NativeFunction = pythonFunction(
  'deserialize_keras_object(config, custom_objects=None, safe_mode=True, module_objects=None, **kwargs)',
  (context, config: Value, customObjects: Value, _safe: Value, moduleObjects: Value) => {
    if (config.kind !== 'str') return deserialized(config, moduleObjects, customObjects, context);
    return namedObject(config.value, [settingsOf(context).registered, customObjects], context);
  },
);

/** What a config makes: `{'class_name': 'Scale', 'config': {'factor': 2}}`. */
function deserialized(config: Value, moduleObjects: Value, customObjects: Value, context: Context): Value {
  if (config.kind === 'None' || config.kind === 'function' || isUnknownValue(config)) return config;
  const name = entry(config, 'class_name', context);
  if (name?.kind !== 'str') return context.unknown('which object the config names is not known');
  const object = namedObject(name.value, [settingsOf(context).registered, customObjects, moduleObjects], context);
  const given = entry(config, 'config', context);
  if (isUnknownValue(object)) return object;
  if (given?.kind !== 'dict' || !isPlain(given)) return context.unknown('objects inside of a config are not followed');
  const from = context.attribute(object, 'from_config');
  if (from) return context.call(from, args([given]));
  const keywords = [...given.entries.values()].map(({ key, value }) => [key, value] as const);
  return context.call(
    object,
    args(
      [],
      keywords.flatMap(([key, value]) => (key.kind === 'str' ? [[key.value, value] as const] : [])),
    ),
  );
}

/** Whether nothing in a config stands for another object. */
function isPlain(config: DictValue): boolean {
  return (
    !config.uncertain &&
    [...config.entries.values()].every(({ value }) => value.kind !== 'dict' && value.kind !== 'str')
  );
}

/** What a name stands for in the first of the dicts that has it. */
function namedObject(name: string, sources: readonly Value[], context: Context): Value {
  if (settingsOf(context).objectScopes.value)
    return context.unknown('objects of a `custom_object_scope` are not followed');
  for (const source of sources) {
    if (source.kind === 'None') continue;
    const found = entry(source, name, context);
    if (found) return found;
    if (source.kind !== 'dict' || source.uncertain) break;
  }
  return context.unknown(`what \`${name}\` names is not known`);
}

function entry(dict: Value, name: string, context: Context): Value | undefined {
  return dict.kind === 'dict' ? dict.entries.get(context.hash(str(name)) ?? '')?.value : undefined;
}

function store(dict: DictValue, name: string, value: Value, context: Context): void {
  const key = str(name);
  const hash = context.hash(key);
  if (hash !== null && hash !== undefined) dict.set(context.heap, hash, key, value);
}
