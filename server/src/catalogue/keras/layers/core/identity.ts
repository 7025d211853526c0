import { defineLayer } from '../../../define-layer';
import { inputDType } from '../../keras2';

export const identity = defineLayer({
  name: 'Identity',
  summary: 'Passes its input through.',
  docs: 'api/layers/core_layers/identity/',
  params: {},
  takes: 'structure',
  passesNone: true,
  output: ({ input }) => input.shape,
  // Floats were cast to the layer's own type before it saw them; ints stay what they are.
  outputDType: inputDType,
  generations: { keras2: { convertsInputs: true } },
});
