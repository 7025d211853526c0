import { defineLayer, variant } from '../../../define-layer';
import { flag } from '../../../params';
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
  units,
} from './options';

const { keras3, keras2 } = cell(
  { gates: 3, states: 1, twoBiases: ({ reset_after }) => reset_after === true },
  'inputs',
);

const options = {
  units: units({ floats: 'refused later', numpy: true }),
  activation: activation('tanh'),
  recurrent_activation: activation('sigmoid'),
  ...biasAndInitializers,
  ...regularizers,
  ...constraints,
  ...dropouts,
  reset_after: flag(true),
};

export const gruCell = defineLayer({
  name: 'GRUCell',
  summary: 'One step of a GRU: an RNN runs it over a sequence.',
  docs: 'api/layers/recurrent_layers/gru_cell/',
  rule: {
    words: 'One step: its output, and the state (batch, units).',
    formula: '(batch, c), states → (batch, units), states',
    example: 'GRUCell(16)(Input((8,)), [Input((16,))])',
    readFrom: 'layers/rnn/gru.py: GRUCell.call',
  },
  params: { ...options, seed, implementation },
  construct: ({ callee, args }) => [wrongSeed(callee, args.seed)],
  ...keras3,
  generations: {
    keras2: variant({ params: { ...options, ...keras2CellExtras }, construct: () => [], ...keras2 }),
  },
});
