/** The activation behind a model's output: that of the layer that gives it. */
import { layerState } from '../../../graph/layer';
import { modelState } from '../../../graph/model';
import type { TensorValue } from '../../../values/tensor';
import type { InstanceValue } from '../../../values/value';
import { DeclaredState } from '../declared-state';

/** Layers that pass through an activation of their own, and take it as `activation=`. */
const WITH_ACTIVATION = /^(Dense|Conv\dD(Transpose)?|SeparableConv\dD|DepthwiseConv\dD|Activation)$/;

/** `linear`, `softmax`, …; null where it is not known. */
export function activationOf(model: InstanceValue, index: number): string | null {
  const output = modelState(model)?.network.value?.outputs[index];
  return output ? activationBehind(output) : null;
}

/** A linear `Activation` hands on what it is given: it stands last for its element type, mostly. */
function activationBehind({ producer }: TensorValue): string | null {
  const layer = producer?.operation;
  if (layer?.kind !== 'instance') return null;
  const activation = layerActivation(layer);
  const [input] = producer?.inputs ?? [];
  return activation === 'linear' && isActivation(layer) && input ? activationBehind(input) : activation;
}

function isActivation(layer: InstanceValue): boolean {
  const state = layerState(layer);
  return state instanceof DeclaredState && state.kind?.name === 'Activation';
}

/** The activation of a layer; null where it has none of its own or it is not known. */
export function layerActivation(layer: InstanceValue): string | null {
  const state = layerState(layer);
  const inner = modelState(layer);
  if (inner) return activationOf(layer, 0);
  if (!(state instanceof DeclaredState) || !state.kind) return null;
  const { name } = state.kind;
  if (layer.cls.name !== name) return null;
  if (name === 'Softmax') return 'softmax';
  if (name === 'TimeDistributed') {
    const wrapped = state.args?.get('layer')?.value;
    return wrapped?.kind === 'instance' ? layerActivation(wrapped) : null;
  }
  if (!WITH_ACTIVATION.test(name)) return null;
  const given = state.args?.get('activation')?.value;
  if (!given || given.kind === 'None') return 'linear';
  if (given.kind === 'str') return given.value.toLowerCase();
  return given.kind === 'native' ? given.name : null;
}
