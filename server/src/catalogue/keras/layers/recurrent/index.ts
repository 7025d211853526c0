import type { LayerDefinition } from '../../../define-layer';
import { gru } from './gru';
import { lstm } from './lstm';
import { simpleRNN } from './simple-rnn';

export const RECURRENT_LAYERS: readonly LayerDefinition[] = [gru, lstm, simpleRNN];
