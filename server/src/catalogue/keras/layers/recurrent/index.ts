import type { LayerDefinition } from '../../../define-layer';
import { gru } from './gru';
import { gruCell } from './gru-cell';
import { lstm } from './lstm';
import { lstmCell } from './lstm-cell';
import { simpleRNN } from './simple-rnn';
import { simpleRNNCell } from './simple-rnn-cell';

export const RECURRENT_LAYERS: readonly LayerDefinition[] = [gru, gruCell, lstm, lstmCell, simpleRNN, simpleRNNCell];
