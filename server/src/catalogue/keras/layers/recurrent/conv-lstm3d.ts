import { convLSTM } from './conv-lstm';

export const convLSTM3D = convLSTM(3, 'An LSTM over volumes: its products are convolutions along three axes.');
