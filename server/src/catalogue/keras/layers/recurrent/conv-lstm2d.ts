import { convLSTM } from './conv-lstm';

export const convLSTM2D = convLSTM(
  2,
  'An LSTM over images: its products are convolutions, so each step keeps height and width.',
);
