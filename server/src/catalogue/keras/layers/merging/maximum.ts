import { mergeLayer } from './merge';

export const maximum = mergeLayer({
  name: 'Maximum',
  summary: 'Takes the greatest element of several tensors at each place.',
  docs: 'api/layers/merging_layers/maximum/',
});
