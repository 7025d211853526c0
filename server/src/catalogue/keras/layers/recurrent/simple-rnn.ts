import { defineLayer, variant } from '../../../define-layer';
import { flag, ignored } from '../../../params';
import { activation, regularizer } from '../../identifiers';
import { seed, wrongSeed } from '../../seeds';
import { biasAndInitializers, constraints, dropouts, keras2Extras, keras3Extras, regularizers, units } from './options';
import { recurrent } from './recurrent';

const { keras3, keras2 } = recurrent({ gates: 1, states: 1 });

const cellOptions = {
  units: units({ floats: 'refused' }),
  activation: activation('tanh'),
  ...biasAndInitializers,
  ...regularizers,
  activity_regularizer: regularizer(),
  ...constraints,
  ...dropouts,
};

const outputs = {
  return_sequences: flag(false),
  return_state: flag(false),
  go_backwards: flag(false),
  stateful: flag(false),
  unroll: flag(false),
};

export const simpleRNN = defineLayer({
  name: 'SimpleRNN',
  summary: 'Reads a sequence step by step: what it gives at one step goes in at the next.',
  docs: 'api/layers/recurrent_layers/simple_rnn/',
  openSizes: 'any',
  rule: {
    words:
      'The last step’s output; with `return_sequences=True` that of all steps. With `return_state=True` the states follow.',
    formula: '(batch, t, c) → (batch, units), or (batch, t, units)',
    example: 'SimpleRNN(16)(Input((10, 8)))',
    readFrom: 'layers/rnn/rnn.py: RNN.compute_output_shape',
  },
  params: { ...cellOptions, ...outputs, seed, ...keras3Extras },
  construct: ({ callee, args }) => [wrongSeed(callee, args.seed)],
  ...keras3,
  generations: {
    keras2: variant({
      params: {
        ...cellOptions,
        units: units({ floats: 'refused later', numpy: true, bools: 'refused later' }),
        ...outputs,
        time_major: { ...flag(false), kind: 'kwargs' },
        enable_caching_device: { ...ignored, kind: 'kwargs' },
        ...keras2Extras,
      },
      construct: () => [],
      ...keras2,
    }),
  },
});
