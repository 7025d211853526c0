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
  units,
  useCudnn,
} from './options';
import { recurrent } from './recurrent';

const { keras3, keras2 } = recurrent({ gates: 3, states: 1, twoBiases: ({ reset_after }) => reset_after === true });

const cellOptions = {
  units: units({ floats: 'refused' }),
  activation: activation('tanh'),
  recurrent_activation: activation('sigmoid'),
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

export const gru = defineLayer({
  name: 'GRU',
  summary: 'Reads a sequence step by step, with gates that say how much of its state it keeps (gated recurrent unit).',
  docs: 'api/layers/recurrent_layers/gru/',
  openSizes: 'any',
  rule: {
    words:
      'The last step’s output; with `return_sequences=True` that of all steps. With `return_state=True` the states follow.',
    formula: '(batch, t, c) → (batch, units), or (batch, t, units)',
    example: 'GRU(16, return_sequences=True)(Input((10, 8)))',
    readFrom: 'layers/rnn/rnn.py: RNN.compute_output_shape',
  },
  params: {
    ...cellOptions,
    seed,
    ...outputs,
    reset_after: flag(true),
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
        reset_after: flag(true),
        ...keras2CellExtras,
        ...keras2Extras,
      },
      construct: () => [],
      ...keras2,
    }),
  },
});
