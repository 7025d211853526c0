import { mergeLayer } from './merge';

export const subtract = mergeLayer({
  name: 'Subtract',
  summary: 'Subtracts the second of two tensors from the first, element by element.',
  docs: 'api/layers/merging_layers/subtract/',
  inputs: 2,
});
