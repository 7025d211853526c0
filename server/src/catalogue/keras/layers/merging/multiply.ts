import { mergeLayer } from './merge';

export const multiply = mergeLayer({
  name: 'Multiply',
  summary: 'Multiplies tensors element by element.',
  docs: 'api/layers/merging_layers/multiply/',
});
