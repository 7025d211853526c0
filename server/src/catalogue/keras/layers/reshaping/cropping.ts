/** Cropping1D, 2D and 3D: cuts borders off. */

import { type Border, cropped, explainCropped, sliced } from '../../../../shapes/borders';
import { dynamic } from '../../../../shapes/dimension';
import { int, tuple } from '../../../../values/value';
import { defineLayer, type InputView, type LayerDefinition, variant } from '../../../define-layer';
import { dataFormat, type Param } from '../../../params';
import { inputDType } from '../../keras2';
import { imageText } from '../page-text';
import { border, borders, nothingLeft, pairs } from './borders';

export function cropping(rank: 1 | 2 | 3, summary: string): LayerDefinition {
  const given: Param<readonly Border[]> =
    rank === 1
      ? border(tuple([int(1), int(1)]))
      : borders(rank, pairs(rank, rank === 2 ? 0 : 1), ({ generation }) => generation !== 'keras3');
  // Cropping1D has no `data_format`: its steps are axis 1.
  const params = { cropping: given, ...(rank === 1 ? null : { data_format: dataFormat() }) };
  return defineLayer({
    name: `Cropping${rank}D`,
    summary,
    docs: `api/layers/reshaping_layers/cropping${rank}d/`,
    openSizes: 'any',
    rule: {
      words: 'Each spatial size loses what is cut off on both of its sides, and something must be left.',
      formula: 'n → n − (before + after) on each spatial axis',
      example: `Cropping${rank}D(1)(Input(${imageText(rank)}))`,
      readFrom: `layers/reshaping/cropping${rank}d.py: Cropping${rank}D.compute_output_shape`,
    },
    params,
    input: { rank: rank + 2 },
    requires: ({ callee, args, input }) => [
      nothingLeft(callee, input, args.cropping, cropped(input.spatial, args.cropping)),
    ],
    output: ({ args, input }) => input.with({ spatial: cropped(input.spatial, args.cropping) }),
    explain: ({ args, input }) => ({ formulas: explainCropped(input.spatial, args.cropping) }),
    generations: {
      keras2: variant({
        params,
        // Keras 2 slices; in three dimensions it does not look at what is left.
        requires: ({ callee, args, input }) => [
          rank !== 3 && nothingLeft(callee, input, args.cropping, cropped(input.spatial, args.cropping)),
        ],
        output: ({ args, input }) => input.with({ spatial: slices(input, args.cropping) }),
        outputDType: inputDType,
      }),
    },
  });
}

function slices(input: InputView, cropping: readonly Border[]) {
  return sliced(input.spatial, cropping, dynamic());
}
