/** Building a layer for a shape, without a call: as wrappers do with the layer within. */
import { isLayer } from '../../../graph/layer';
import type { Dimension } from '../../../shapes/dimension';
import type { DType } from '../../../shapes/dtype';
import { args } from '../../../values/arguments';
import type { Context } from '../../../values/context';
import { kerasTensor } from '../../../values/tensor';
import type { InstanceValue, Value } from '../../../values/value';
import type { Failure } from '../../failure';
import { ask } from '../../layer-call';
import { build, callSettings } from './definition';
import { overrides } from './how';
import { madeOf } from './taken-over';
import { castFor, shapeValue } from './tensors';

/** Gives a layer its weights for inputs of a shape (with the batch), unless it has them; what Keras refuses is given back. */
export function buildFor(layer: Value, shape: readonly Dimension[], dtype: DType, context: Context): Failure | null {
  if (!isLayer(layer) || layer.payload.built.value === true) return null;
  const made = madeOf(layer);
  const construction = made?.state.construction.value;
  if (construction?.later) return construction.later;
  if (!made || !construction || made.state.definition.evaluate || overrides(layer.cls, 'build')) {
    buildByItself(layer, shape, context);
    return null;
  }
  const input = castFor(kerasTensor(shape, dtype), made.state);
  const settings = callSettings(made.state, new Map(), context);
  const answer = ask(made.state.definition, construction, [input], settings);
  if (answer.failure) return answer.failure;
  build(layer, made.state, answer.weights, [input], context);
  return null;
}

/** By its own `build`. */
function buildByItself(layer: InstanceValue, shape: readonly Dimension[], context: Context): void {
  const method = context.attribute(layer, 'build');
  if (method) context.call(method, args([shapeValue(shape, context.generation)]));
  if (isLayer(layer)) layer.payload.built.set(context.heap, true);
}
