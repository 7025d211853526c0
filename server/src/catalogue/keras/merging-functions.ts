/** `layers.add([a, b])` and the like: a merging layer made and called at once; Keras 1's `merge`. */
import { isLayer } from '../../graph/layer';
import { type Arguments, args } from '../../values/arguments';
import type { Context } from '../../values/context';
import type { NativeFunction, Value } from '../../values/value';
import type { LayerDefinition } from '../define-layer';
import { nativeFunction } from '../native';
import { callQuietly, observeCall } from './calling/call';
import type { KerasClasses } from './classes';
import { makeInside } from './layer-class';

/** The layer that each function makes. */
const FUNCTIONS: Readonly<Record<string, string>> = {
  add: 'Add',
  average: 'Average',
  concatenate: 'Concatenate',
  dot: 'Dot',
  maximum: 'Maximum',
  minimum: 'Minimum',
  multiply: 'Multiply',
  subtract: 'Subtract',
};

/** `mode` of Keras 1's `merge`. */
const MODES: Readonly<Record<string, string>> = {
  sum: 'Add',
  mul: 'Multiply',
  concat: 'Concatenate',
  ave: 'Average',
  dot: 'Dot',
  max: 'Maximum',
};

export type FindLayer = (name: string) => LayerDefinition | undefined;

/** The function of a name, if it is one of these. */
export function mergingFunction(name: string, find: FindLayer, classes: KerasClasses): NativeFunction | undefined {
  if (name === 'merge' && classes.generation === 'keras1') return merge(find, classes);
  const layer = FUNCTIONS[name];
  const definition = layer === undefined ? undefined : find(layer);
  if (!definition) return undefined;
  return nativeFunction(name, null, (given, context) => {
    const keywords = new Map(given.keywords);
    const inputs = given.positional[0] ?? keywords.get('inputs');
    keywords.delete('inputs');
    if (!inputs) return context.raise('TypeError', `${name}() missing 1 required positional argument: 'inputs'`);
    const rest: Arguments = { positional: given.positional.slice(1), keywords, uncertain: given.uncertain };
    return callNew(name, definition, rest, inputs, classes, context);
  });
}

function callNew(
  callee: string,
  definition: LayerDefinition,
  given: Arguments,
  inputs: Value,
  classes: KerasClasses,
  context: Context,
): Value {
  const layer = makeInside(classes.of(definition), given, context);
  if (!isLayer(layer)) return layer;
  const called = callQuietly(layer, args([inputs]), context);
  if (!called.refused) observeCall(layer, called, context, { callee });
  return called.output;
}

/** `merge(inputs, mode='sum', concat_axis=-1, dot_axes=-1, output_shape=None, …)` */
function merge(find: FindLayer, classes: KerasClasses): NativeFunction {
  return nativeFunction('merge', null, (given, context) => {
    const [inputs = given.keywords.get('inputs')] = given.positional;
    const mode = given.positional[1] ?? given.keywords.get('mode');
    const definition = find(mode === undefined ? 'Add' : mode.kind === 'str' ? (MODES[mode.value] ?? '') : '');
    if (!inputs || !definition || given.uncertain) return context.unknown('how `merge` merges is not known');
    const keywords: [string, Value][] = [];
    const name = given.keywords.get('name');
    if (name) keywords.push(['name', name]);
    const concatAxis = given.keywords.get('concat_axis') ?? given.positional[2];
    if (concatAxis && definition.name === 'Concatenate') keywords.push(['axis', concatAxis]);
    const dotAxes = given.keywords.get('dot_axes') ?? given.positional[3];
    if (definition.name === 'Dot') keywords.push(['axes', dotAxes ?? { kind: 'int', value: -1 }]);
    return callNew('merge', definition, args([], keywords), inputs, classes, context);
  });
}
