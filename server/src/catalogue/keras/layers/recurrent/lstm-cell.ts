import { defineLayer, variant } from '../../../define-layer';

import { activation } from '../../identifiers';
import { seed, wrongSeed } from '../../seeds';
import { cell } from './cell';
import {
  biasAndInitializers,
  constraints,
  dropouts,
  implementation,
  keras2CellExtras,
  regularizers,
  unitForgetBias,
  units,
} from './options';

const { keras3, keras2 } = cell({ gates: 4, states: 2 }, 'inputs');

const options = {
  units: units({ floats: 'refused later', numpy: true }),
  activation: activation('tanh'),
  recurrent_activation: activation('sigmoid'),
  ...biasAndInitializers,
  unit_forget_bias: unitForgetBias,
  ...regularizers,
  ...constraints,
  ...dropouts,
};

export const lstmCell = defineLayer({
  name: 'LSTMCell',
  summary: 'One step of an LSTM: an RNN runs it over a sequence.',
  docs: 'api/layers/recurrent_layers/lstm_cell/',
  rule: {
    words: 'One step: its output, and two states, each (batch, units).',
    formula: '(batch, c), states → (batch, units), states',
    example: 'LSTMCell(16)(Input((8,)), [Input((16,)), Input((16,))])',
    readFrom: 'layers/rnn/lstm.py: LSTMCell.call',
  },
  params: { ...options, seed, implementation },
  construct: ({ callee, args }) => [wrongSeed(callee, args.seed)],
  ...keras3,
  generations: {
    keras2: variant({ params: { ...options, ...keras2CellExtras }, construct: () => [], ...keras2 }),
  },
});
