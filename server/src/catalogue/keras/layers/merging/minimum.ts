import { mergeLayer } from './merge';

export const minimum = mergeLayer({
  name: 'Minimum',
  summary: 'Takes the least element of several tensors at each place.',
  docs: 'api/layers/merging_layers/minimum/',
});
