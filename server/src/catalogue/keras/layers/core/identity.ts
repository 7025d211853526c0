import { FALSE, TRUE } from '../../../../values/value';
import { defineLayer, variant } from '../../../define-layer';
import { ignored, ignoredDefault } from '../../../params';
import { inputDType } from '../../keras2';

export const identity = defineLayer({
  name: 'Identity',
  summary: 'Passes its input through.',
  docs: 'api/layers/core_layers/identity/',
  openSizes: 'any',
  rule: {
    words: 'The shape of the input.',
    formula: '(…) → (…)',
    example: 'Identity()(Input((7, 32)))',
    readFrom: 'layers/core/identity.py: Identity.compute_output_shape',
  },
  params: {},
  takes: 'structure',
  passesNone: true,
  output: ({ input }) => input.shape,
  // Floats were cast to the layer's own type before it saw them; ints stay what they are.
  outputDType: inputDType,
  generations: {
    keras2: variant({
      // It has no constructor of its own, but the base class'.
      params: { trainable: ignoredDefault(TRUE), name: ignored, dtype: ignored, dynamic: ignoredDefault(FALSE) },
      convertsInputs: true,
    }),
  },
});
