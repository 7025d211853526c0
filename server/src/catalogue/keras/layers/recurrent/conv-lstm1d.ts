import { convLSTM } from './conv-lstm';

export const convLSTM1D = convLSTM(
  1,
  'An LSTM over steps that are sequences themselves: its products are convolutions along one axis.',
);
