import { mergeLayer } from './merge';

export const add = mergeLayer({
  name: 'Add',
  summary: 'Adds tensors element by element.',
  docs: 'api/layers/merging_layers/add/',
});
