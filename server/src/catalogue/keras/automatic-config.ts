/**
 * The config of a layer whose class writes no `get_config`: the arguments that its constructor was given, where all of
 * them are plain (`Operation.__new__` and `Operation.get_config` in Keras 3, `Layer.__new__` and `Layer.get_config` in
 * Keras 2).
 */
import { layerState } from '../../graph/layer';
import { type Arguments, bind, type Signature } from '../../values/arguments';
import type { Context } from '../../values/context';
import type { InstanceValue, Value } from '../../values/value';

/**
 * The entries beside name and switches, and which of those the constructor takes back. A value where it is not known.
 * @throws NotImplementedError as Keras does, where an argument is no plain value.
 */
export function automaticConfig(
  layer: InstanceValue,
  context: Context,
): { readonly entries: ReadonlyMap<string, Value>; readonly kept: (name: string) => boolean } | Value {
  const given = layerState(layer)?.constructedWith;
  const init = layer.cls.lookup('__init__');
  const parameters = init?.kind === 'function' ? init.signature.parameters.slice(1) : null;
  if (!given || given.uncertain || !parameters) return context.unknown('what the layer was made with is not known');
  const newer = context.generation === 'keras3';
  const entries = newer ? boundArguments({ parameters }, given) : namedArguments({ parameters }, given);
  const plain = entries === null ? false : arePlain([...entries.values()]);
  if (plain === undefined) return context.unknown('whether the arguments of the layer are plain values is not known');
  if (!entries || !plain) {
    const what = `${newer ? 'Object' : 'Layer'} ${layer.cls.name} was created by passing non-serializable argument values in \`__init__()\``;
    return context.raise('NotImplementedError', `${what}, and must override \`get_config()\``);
  }
  const named = (name: string): boolean => parameters.some((one) => one.name === name);
  const takesRest = parameters.some(({ kind, name }) => kind === 'var-keyword' && name === 'kwargs');
  return { entries, kept: (name) => takesRest || named(name) || (newer && name !== 'name') };
}

/** With the defaults, and without the name; null where positions cannot be told by names. */
function boundArguments(signature: Signature, given: Arguments): ReadonlyMap<string, Value> | null {
  if (signature.parameters.some(({ kind }) => kind === 'positional-only')) return null;
  const { bound, varPositional, varKeyword, problem } = bind(signature, given);
  if (problem || varPositional.length > 0) return null;
  const entries = signature.parameters.flatMap(({ name }): [string, Value][] => {
    const argument = bound.get(name);
    return argument ? [[name, argument.value]] : [];
  });
  const all = new Map([...entries, ...varKeyword]);
  all.delete('name');
  return all;
}

/** Only what was given. */
function namedArguments(signature: Signature, given: Arguments): ReadonlyMap<string, Value> {
  const names = signature.parameters.filter(({ kind }) => kind === 'positional' || kind === 'positional-only');
  const byPosition = given.positional.flatMap((value, i): [string, Value][] => {
    const parameter = names[i];
    return parameter ? [[parameter.name, value]] : [];
  });
  return new Map([...given.keywords, ...byPosition]);
}

const PLAIN: ReadonlySet<Value['kind']> = new Set(['str', 'int', 'float', 'bool', 'None']);

/** Instances of classes that derive from these are plain, too. */
const PLAIN_CLASSES: ReadonlySet<string> = new Set(['str', 'int', 'float']);

/** Whether there is nothing in them but texts, numbers, booleans and None; undefined where not known. */
function arePlain(values: readonly Value[]): boolean | undefined {
  let sure: boolean | undefined = true;
  for (const value of values) {
    const plain = isPlain(value);
    if (plain === false) return false;
    if (plain === undefined) sure = undefined;
  }
  return sure;
}

function isPlain(value: Value): boolean | undefined {
  if (PLAIN.has(value.kind)) return true;
  switch (value.kind) {
    case 'tuple':
      return arePlain(value.items);
    case 'list':
      return value.uncertain ? undefined : arePlain(value.items);
    case 'dict':
      return value.uncertain ? undefined : arePlain([...value.entries.values()].map((entry) => entry.value));
    case 'instance':
      return value.cls.mro.some(({ name }) => PLAIN_CLASSES.has(name)) ? undefined : false;
    case 'tensor':
    case 'unknown':
      return undefined;
    default:
      return false;
  }
}
