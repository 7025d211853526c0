import { isLayer, layerState, type Weight } from '../../../graph/layer';
import { reason } from '../../../shapes/reason';
import { unknownShape } from '../../../shapes/shape';
import { type Arguments, args } from '../../../values/arguments';
import type { Context } from '../../../values/context';
import type { InstanceValue, Value } from '../../../values/value';
import { defineLayer, type Evaluated, weight } from '../../define-layer';
import { flag } from '../../params';
import { callInner } from '../calling/call';
import { makeWeights } from '../calling/definition';
import { callArguments, madeOf, ownLayer, refuseCall } from '../calling/taken-over';
import type { DeclaredState } from '../declared-state';
import { keepLayer, layerArgument } from '../wrapped-layer';

export const weightNormalization = defineLayer({
  name: 'WeightNormalization',
  summary: 'Wraps a layer and keeps the length of its kernel apart from its direction.',
  docs: 'https://www.tensorflow.org/addons/api_docs/python/tfa/layers/WeightNormalization',
  rule: {
    words: 'What the wrapped layer gives.',
    formula: 'layer(x)',
    example: 'WeightNormalization(Conv2D(8, 3))(Input((28, 28, 1)))',
    readFrom: 'tensorflow_addons/layers/wrappers.py: WeightNormalization.compute_output_shape',
  },
  params: { layer: layerArgument(), data_init: flag(true) },
  output: ({ callee }) => unknownShape(reason(`what ${callee} gives depends on its layer`)),
  initialize: keepLayer,
  evaluate,
  buildsInner: 'by calling',
});

function evaluate(wrapper: InstanceValue, given: Arguments, context: Context): Value | Evaluated {
  const bound = callArguments(wrapper.cls.name, given, ['inputs']);
  if ('code' in bound) return refuseCall(bound, wrapper, given, context);
  const made = madeOf(wrapper);
  const inner = ownLayer(wrapper, 'layer');
  if (!made || !inner) return context.unknown(`what ${wrapper.cls.name} gives is not known`);
  const { output, refused } = callInner(inner, args([bound.get('inputs') as Value]), context);
  if (!refused && made.state.built.value !== true) addWeights(made.state, inner, made.args?.data_init, context);
  return refused ? { output, refused } : output;
}

/** Layers whose kernel is that of a cell. */
const RECURRENT = /^(LSTM|GRU|SimpleRNN|RNN)$|^ConvLSTM/;

/** A length for each filter, whether it has begun, and for `data_init` a copy of the layer that is not trained. */
function addWeights(state: DeclaredState, inner: InstanceValue, copies: unknown, context: Context): void {
  const weights: readonly Weight[] | null | undefined = isLayer(inner) ? layerState(inner)?.weights.value : null;
  const kernel = RECURRENT.test(inner.cls.name) ? undefined : weights?.find(({ name }) => name === 'kernel');
  const filters = kernel?.shape.at(-1);
  if (!weights || !kernel || filters === undefined || typeof copies !== 'boolean') {
    state.weights.set(context.heap, null);
    return;
  }
  const copied = copies
    ? weights.map(({ name, shape, dtype }) => weight(name, shape, { dtype, trainable: false }))
    : [];
  const own = [weight('g', [filters]), weight('initialized', [], { dtype: 'bool', trainable: false }), ...copied];
  state.weights.set(context.heap, makeWeights(own, state, context));
}
