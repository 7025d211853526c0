/** `get_config`, `from_config`, and copies of layers. */
import { isLayer, layerState } from '../../graph/layer';
import { isModel } from '../../graph/model';
import { args } from '../../values/arguments';
import type { Context } from '../../values/context';
import { bool, DictValue, type InstanceValue, ListValue, NONE, str, unknown, type Value } from '../../values/value';
import { argumentValue } from './attributes';
import { automaticConfig } from './automatic-config';
import { DeclaredState } from './declared-state';
import { makeInside } from './layer-class';

/** A dict with text keys. */
export function textDict(entries: Iterable<readonly [string, Value]>, context: Context): DictValue {
  return new DictValue(
    [...entries].map(([name, value]) => {
      const key = str(name);
      return [context.hash(key) ?? name, { key, value }] as const;
    }),
  );
}

/** What Keras puts into a layer's config: its name and switches, and the constructor's arguments. */
export function configOf(self: Value, context: Context): Value {
  const state = layerState(self);
  if (!isLayer(self) || !state) return context.unknown('it is no layer');
  const name = state.name.value;
  const trainable = state.trainable.value;
  const open = (what: string): Value => context.unknown(`\`${what}\` in a config is not followed`);
  const entries: [string, Value][] = [
    ['name', name === null ? open('name') : str(name)],
    ['trainable', trainable === null ? open('trainable') : bool(trainable)],
    ['dtype', dtypeConfig(state.policy.value.name, context)],
  ];
  if (state instanceof DeclaredState) {
    for (const parameter of Object.keys(state.definition.params)) {
      entries.push([parameter, argumentValue(state, parameter) ?? open(parameter)]);
    }
    return textDict(entries, context);
  }
  if (isModel(self) || self.cls.lookup('get_config')?.kind !== 'native') return textDict(entries, context);
  const automatic = automaticConfig(self, context);
  if ('kind' in automatic) return automatic;
  const kept = entries.filter(([entry]) => automatic.kept(entry));
  const overruling = context.generation === 'keras3' ? kept.filter(([entry]) => entry !== 'name') : [];
  return textDict(new Map([...kept, ...automatic.entries, ...overruling]), context);
}

function dtypeConfig(policy: string, context: Context): Value {
  if (policy === '?') return context.unknown('the dtype of the layer is not known');
  if (context.generation !== 'keras3') return str(policy);
  return textDict(
    [
      ['module', str('keras')],
      ['class_name', str('DTypePolicy')],
      ['config', textDict([['name', str(policy)]], context)],
      ['registered_name', NONE],
    ],
    context,
  );
}

/** `cls.from_config(config)`: the constructor with the config's entries. */
export function fromConfig(cls: Value, config: Value, context: Context): Value {
  if (config.kind !== 'dict') return config.kind === 'unknown' ? config : context.unknown('the config is no dict');
  const keywords: [string, Value][] = [];
  for (const { key, value } of config.entries.values()) if (key.kind === 'str') keywords.push([key.value, value]);
  return makeInside(cls, { ...args([], keywords), uncertain: config.uncertain }, context);
}

/**
 * A new layer made as another one was, under the same name (`layer.__class__.from_config(layer.get_config())`).
 * A declared layer is made from the very arguments that it was given; layers among them are copied too.
 * `changed` are entries of the config that the copy has otherwise.
 */
export function copyLayer(
  layer: InstanceValue,
  context: Context,
  changed: ReadonlyMap<string, Value> = new Map(),
): Value {
  const state = layerState(layer);
  if (!state) return unknown({ text: 'it is no layer' });
  const made =
    state instanceof DeclaredState && layer.cls.lookup('get_config')?.kind === 'native'
      ? state.construction.value
      : null;
  if (made && !made.failure) {
    const keywords = new Map<string, Value>(made.base);
    for (const [name, { value, source }] of made.bound) {
      if (source.from !== 'default') keywords.set(name, copyLayers(value, context));
    }
    const name = state.name.value;
    keywords.set('name', name === null ? context.unknown('the name of the layer is not known') : str(name));
    for (const [name, value] of changed) keywords.set(name, value);
    return makeInside(layer.cls, args([], keywords), context);
  }
  const config = context.attribute(layer, 'get_config');
  const from = context.attribute(layer.cls, 'from_config');
  if (!config || !from) return context.unknown(`${layer.cls.name} has no config`);
  const entries = context.call(config, args());
  if (changed.size === 0 || entries.kind !== 'dict') return context.call(from, args([entries]));
  return context.call(from, args([withEntries(entries, changed, context)]));
}

function withEntries(config: DictValue, changed: ReadonlyMap<string, Value>, context: Context): DictValue {
  const entries = new Map(config.entries);
  for (const [name, value] of changed) {
    const key = str(name);
    entries.set(context.hash(key) ?? name, { key, value });
  }
  return new DictValue(entries, { uncertain: config.uncertain });
}

/** Layers in an argument, alone or in a list or tuple, as copies. */
function copyLayers(value: Value, context: Context): Value {
  if (isLayer(value)) return copyLayer(value, context);
  if (value.kind === 'tuple') return { ...value, items: value.items.map((item) => copyLayers(item, context)) };
  if (value.kind !== 'list' || value.uncertain || !value.items.some(isLayer)) return value;
  return new ListValue(value.items.map((item) => copyLayers(item, context)));
}
