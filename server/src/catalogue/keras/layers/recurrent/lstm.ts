import { defineLayer, variant } from '../../../define-layer';
import { flag } from '../../../params';
import { activation, regularizer } from '../../identifiers';
import { seed, wrongSeed } from '../../seeds';
import {
  biasAndInitializers,
  constraints,
  dropouts,
  implementation,
  keras2CellExtras,
  keras2Extras,
  keras3Extras,
  regularizers,
  unitForgetBias,
  units,
  useCudnn,
} from './options';
import { recurrent } from './recurrent';

const { keras3, keras2 } = recurrent({ gates: 4, states: 2 });

const cellOptions = {
  units: units({ floats: 'refused later' }),
  activation: activation('tanh'),
  recurrent_activation: activation('sigmoid'),
  ...biasAndInitializers,
  unit_forget_bias: unitForgetBias,
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
};

export const lstm = defineLayer({
  name: 'LSTM',
  summary: 'Reads a sequence step by step, with a memory that gates write to and read from (long short-term memory).',
  docs: 'api/layers/recurrent_layers/lstm/',
  openSizes: 'any',
  rule: {
    words:
      'The last step’s output; with `return_sequences=True` that of all steps. With `return_state=True` its two states follow: what it gave last, and its memory.',
    formula: '(batch, t, c) → (batch, units), or (batch, t, units)',
    example: 'LSTM(16, return_sequences=True, return_state=True)(Input((10, 8)))',
    readFrom: 'layers/rnn/rnn.py: RNN.compute_output_shape',
  },
  params: {
    ...cellOptions,
    seed,
    ...outputs,
    unroll: flag(false),
    use_cudnn: useCudnn,
    implementation,
    ...keras3Extras,
  },
  construct: ({ callee, args }) => [wrongSeed(callee, args.seed)],
  ...keras3,
  generations: {
    keras2: variant({
      params: {
        ...cellOptions,
        units: units({ floats: 'refused later', numpy: true, bools: 'refused later' }),
        ...outputs,
        time_major: flag(false),
        unroll: flag(false),
        ...keras2CellExtras,
        ...keras2Extras,
      },
      construct: () => [],
      ...keras2,
    }),
  },
});
