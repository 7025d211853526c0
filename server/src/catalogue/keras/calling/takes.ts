/** Whether a declared layer takes other sizes than it was called on: asked of its rule, and nothing comes of it. */

import { layerState } from '../../../graph/layer';
import { nodeOf } from '../../../graph/node';
import { mapStructure } from '../../../graph/structure';
import type { Arguments } from '../../../values/arguments';
import type { Generation } from '../../../values/context';
import type { TensorValue } from '../../../values/tensor';
import type { InstanceValue, Value } from '../../../values/value';
import { ask } from '../../layer-call';
import { DeclaredState } from '../declared-state';
import { bindInputs, inputGroups } from './inputs';

/** A call of a layer, by the tensor that it gave; `resized` puts other sizes into what went in. Undefined where not known. */
export function takes(
  layer: InstanceValue,
  output: TensorValue,
  resized: (tensor: TensorValue) => TensorValue,
  generation: Generation,
): boolean | undefined {
  const state = layerState(layer);
  const call = nodeOf(output)?.call;
  const made = state instanceof DeclaredState ? state.construction.value : null;
  if (!(state instanceof DeclaredState) || !call || call.uncertain || !made || made.failure) return undefined;
  const { definition } = state;
  if (definition.evaluate) return undefined;
  const swap = (value: Value): Value => mapStructure(value, (leaf) => (leaf.kind === 'tensor' ? resized(leaf) : leaf));
  const given: Arguments = {
    positional: call.positional.map(swap),
    keywords: new Map([...call.keywords].map(([name, value]) => [name, swap(value)])),
    uncertain: null,
  };
  const arranged = definition.arrange?.(given) ?? given;
  const bound = 'code' in arranged ? { failure: arranged } : bindInputs(definition, arranged, generation);
  if ('kind' in bound) return undefined;
  if ('failure' in bound) return false;
  const settings = {
    generation,
    // Layers have read `data_format` when they were made.
    imageDataFormat: 'channels_last',
    dtype: state.policy.value.compute,
    keywords: bound.keywords,
    nesting: bound.nesting,
    learned: state.learned.value,
  } as const;
  return inputGroups(bound, bound.tensors).every(
    (tensors) => ask(definition, made, tensors, settings).failure === null,
  );
}
