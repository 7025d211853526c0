import type { LayerDefinition } from '../../../define-layer';
import { abstractRNNCell } from './abstract-rnn-cell';
import { bidirectional } from './bidirectional';
import { convLSTM1D } from './conv-lstm1d';
import { convLSTM2D } from './conv-lstm2d';
import { convLSTM3D } from './conv-lstm3d';
import { gru } from './gru';
import { gruCell } from './gru-cell';
import { lstm } from './lstm';
import { lstmCell } from './lstm-cell';
import { rnn } from './rnn';
import { simpleRNN } from './simple-rnn';
import { simpleRNNCell } from './simple-rnn-cell';
import { stackedRNNCells } from './stacked-rnn-cells';
import { timeDistributed } from './time-distributed';

export const RECURRENT_LAYERS: readonly LayerDefinition[] = [
  abstractRNNCell,
  bidirectional,
  convLSTM1D,
  convLSTM2D,
  convLSTM3D,
  gru,
  gruCell,
  lstm,
  lstmCell,
  rnn,
  simpleRNN,
  simpleRNNCell,
  stackedRNNCells,
  timeDistributed,
];
