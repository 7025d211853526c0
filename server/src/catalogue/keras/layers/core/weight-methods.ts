/** `enable_lora` and `quantize`: methods of Keras 3 that give a built layer other weights. */
import { isLayer, layerState, Weight } from '../../../../graph/layer';
import type { Context } from '../../../../values/context';
import { NONE, type Value } from '../../../../values/value';
import { type Failure, failure, refusal } from '../../../failure';
import { named, pythonFunction } from '../../../native';
import { integerOf } from '../../../params';

/** The methods of a layer whose large weight has this name. */
export function weightMethods(large: 'kernel' | 'embeddings'): readonly (readonly [string, Value])[] {
  return named(enableLora(large), quantize);
}

/** The large weight stays as it is; two small ones are trained in its place (`Dense.enable_lora` and its like). */
function enableLora(large: string) {
  return pythonFunction(
    'enable_lora(self, rank, lora_alpha=None, a_initializer="he_uniform", b_initializer="zeros")',
    (context, self: Value, given: Value): Value => {
      const state = layerState(self);
      if (context.generation !== 'keras3' || !state || !isLayer(self)) return ofKeras3Alone(context);
      const { heap } = context;
      if (state.built.value === false)
        return refuse(self, `\`enable_lora\` is refused: ${self.cls.name} is not built yet`, context);
      const weights = state.weights.value;
      const adapted = weights?.find(({ name }) => name === large);
      const rank = integerOf(given);
      if (!weights || !adapted || rank === undefined) {
        state.weights.set(heap, null);
        return NONE;
      }
      if (weights.some(({ name }) => name === `lora_${large}_a`)) {
        return refuse(self, `\`enable_lora\` is refused: ${self.cls.name} has low-rank weights already`, context);
      }
      adapted.enabled.set(heap, false);
      const { shape } = adapted;
      const small = (name: string, sizes: typeof shape): Weight =>
        new Weight(heap.identity(), `lora_${large}_${name}`, sizes, 'float32', true);
      const [a, b] = [small('a', [...shape.slice(0, -1), rank]), small('b', [rank, ...shape.slice(-1)])];
      state.weights.set(heap, [...weights, a, b]);
      return NONE;
    },
  );
}

/** Which weights come with a quantized one depends on the mode: they are not known. */
const quantize = pythonFunction(
  'quantize(self, mode=None, type_check=True, config=None)',
  (context, self: Value): Value => {
    if (context.generation !== 'keras3') return ofKeras3Alone(context);
    layerState(self)?.weights.set(context.heap, null);
    return NONE;
  },
);

function ofKeras3Alone(context: Context): Value {
  return context.unknown('only layers of Keras 3 have this method');
}

function refuse(layer: Value, message: string, context: Context): Value {
  const failed: Failure = failure('invalid-argument', message);
  return context.refuse(refusal(failed, 'call'), NONE, isLayer(layer) ? { instance: layer } : {});
}
