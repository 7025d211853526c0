/** Functions of `keras.backend` by name. */
import type { Generation } from '../../../values/context';
import type { Value } from '../../../values/value';
import { nativeFunction } from '../../native';
import { opFunction } from '../../ops/call-op';
import type { OpDefinition } from '../../ops/define-op';
import { backendChoices } from './choices';
import { backendGraphFunctions } from './graph-functions';
import { backendLayers } from './graph-layers';
import { backendIteration } from './iteration';
import { backendLosses } from './losses';
import { backendProducts } from './products';
import { backendShaping } from './shaping';
import { backendSpellings } from './spellings';
import { backendVariables } from './variables';
import { backendWindows } from './windows';

/** Functions that are more than one of TensorFlow's. */
const OWN: readonly OpDefinition[] = [
  ...backendProducts,
  ...backendShaping,
  ...backendWindows,
  ...backendLosses,
  ...backendChoices,
  ...backendVariables,
  ...backendIteration,
  ...backendGraphFunctions,
];

const byName: ReadonlyMap<string, OpDefinition> = new Map(
  [...backendSpellings, ...OWN].map((op) => {
    const layers = backendLayers(op.name);
    return [op.name, layers ? { ...op, layers } : op] as const;
  }),
);

/** Parameters that Keras 1 had under another name, which Keras 2 refuses. */
const KERAS_1: Readonly<Record<string, readonly string[]>> = {
  random_normal: ['std'],
  random_uniform: ['low', 'high'],
};

/** `keras.backend.mean`; undefined for what is no op. */
export function backendFunction(name: string, generation: Generation): Value | undefined {
  if (!name.startsWith('keras.backend.')) return undefined;
  const definition = byName.get(name.slice('keras.backend.'.length));
  if (!definition) return undefined;
  const made = opFunction(definition);
  const old = generation === 'keras1' ? KERAS_1[definition.name] : undefined;
  if (!old) return made;
  return nativeFunction(definition.name, made.signature, (given, context) => {
    const spelled = old.find((parameter) => given.keywords.has(parameter));
    if (spelled === undefined) return made.call(given, context);
    return context.unknown(`\`${spelled}\` of ${definition.name} is Keras 1's spelling: Keras 2 refuses it`);
  });
}
