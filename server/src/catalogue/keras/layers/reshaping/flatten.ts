import { explainFlatten, flattened } from '../../../../shapes/reshape';
import { defineLayer } from '../../../define-layer';
import { dataFormat } from '../../../params';
import { inputDType } from '../../keras2';

export const flatten = defineLayer({
  name: 'Flatten',
  summary: 'Joins all axes behind the batch into one.',
  docs: 'api/layers/reshaping_layers/flatten/',
  openSizes: 'any',
  rule: {
    words: 'All axes but the batch in one; an input of the batch alone gets an axis of 1.',
    formula: '(batch, a, b, …) → (batch, a·b·…)',
    example: 'Flatten()(Input((28, 28, 8)))',
    readFrom: 'layers/reshaping/flatten.py: Flatten.compute_output_shape',
  },
  params: { data_format: dataFormat() },
  input: { minRank: 1 },
  output: ({ input }) => [input.batch, flattened(input.shape.slice(1))],
  outputDType: inputDType,
  explain: ({ input }) => ({ formulas: explainFlatten(input.shape.slice(1)) }),
});
