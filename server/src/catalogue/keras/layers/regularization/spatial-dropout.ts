/** SpatialDropout1D, 2D and 3D: whole channels are dropped, on an input of a fixed rank. */

import { defineLayer, type LayerDefinition, variant } from '../../../define-layer';
import { choice, dataFormat, ignored, type Param } from '../../../params';
import { inputDType } from '../../keras2';
import { runDType } from '../../running';
import { seed, wrongSeed } from '../../seeds';
import { imageText } from '../page-text';
import { dropsAll, explainDropout, looseShare, sameShape, share } from './noise';

const WHAT = ['', 'timesteps', 'rows and columns', 'voxels'];

export function spatialDropout(rank: 1 | 2 | 3): LayerDefinition {
  // SpatialDropout1D has no `data_format`: its channels are the last axis.
  const keras3Format = rank === 1 ? null : { data_format: dataFormat() };
  const keras2Format = rank === 1 ? null : { data_format: strictFormat };
  return defineLayer({
    name: `SpatialDropout${rank}D`,
    summary: `Sets a random share of the channels to 0 while training, each over all its ${WHAT[rank]}.`,
    docs: `api/layers/regularization_layers/spatial_dropout${rank}d/`,
    openSizes: 'any',
    rule: {
      words: `The shape of the input, which must have ${rank + 2} axes.`,
      formula: '(…) → (…)',
      example: `SpatialDropout${rank}D(0.5)(Input(${imageText(rank)}))`,
      readFrom: 'layers/regularization/spatial_dropout.py: BaseSpatialDropout',
    },
    params: { rate: share, ...keras3Format, seed, name: ignored, dtype: ignored },
    takesBaseKeywords: false,
    takes: 'structure',
    input: { rank: rank + 2 },
    construct: ({ callee, args }) => [wrongSeed(callee, args.seed, args.rate)],
    output: sameShape,
    outputDType: runDType,
    explain: ({ args: { rate } }) => explainDropout(rate, 'channels'),
    generations: {
      keras2: variant({
        params: {
          rate: looseShare,
          ...keras2Format,
          noise_shape: { ...ignored, kind: 'kwargs' },
          seed: { ...seed, kind: 'kwargs' },
        },
        takes: 'stacked',
        takesBaseKeywords: true,
        construct: () => [],
        requires: ({ callee, args, keywords }) => [dropsAll(callee, args.rate, keywords)],
        outputDType: inputDType,
      }),
    },
  });
}

/** Keras 2 compares the name as it is written, in no other case. */
const strictFormat: Param<'channels_last' | 'channels_first'> = {
  ...dataFormat(),
  read: (value, context) =>
    value.kind === 'None'
      ? { value: context.imageDataFormat }
      : choice(['channels_last', 'channels_first']).read(value, context),
};
