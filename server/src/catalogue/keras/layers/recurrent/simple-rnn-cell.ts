import { defineLayer, variant } from '../../../define-layer';

import { activation } from '../../identifiers';
import { seed, wrongSeed } from '../../seeds';
import { cell } from './cell';
import { biasAndInitializers, constraints, dropouts, keras2CellExtras, regularizers, units } from './options';

const { keras3, keras2 } = cell({ gates: 1, states: 1 }, 'sequence');

const options = {
  units: units({ floats: 'refused later', numpy: true }),
  activation: activation('tanh'),
  ...biasAndInitializers,
  ...regularizers,
  ...constraints,
  ...dropouts,
};

export const simpleRNNCell = defineLayer({
  name: 'SimpleRNNCell',
  summary: 'One step of a SimpleRNN: an RNN runs it over a sequence.',
  docs: 'api/layers/recurrent_layers/simple_rnn_cell/',
  rule: {
    words: 'One step: its output, and the state (batch, units).',
    formula: '(batch, c), states → (batch, units), states',
    example: 'SimpleRNNCell(16)(Input((8,)), [Input((16,))])',
    readFrom: 'layers/rnn/simple_rnn.py: SimpleRNNCell.call',
  },
  params: { ...options, seed },
  construct: ({ callee, args }) => [wrongSeed(callee, args.seed)],
  ...keras3,
  generations: {
    keras2: variant({
      params: {
        ...options,
        units: units({ floats: 'refused later', numpy: true, bools: 'refused later' }),
        ...keras2CellExtras,
      },
      construct: () => [],
      ...keras2,
    }),
  },
});
