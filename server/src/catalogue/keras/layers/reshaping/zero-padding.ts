/** ZeroPadding1D, 2D and 3D: adds borders of zeros. */

import { type Border, explainPadded, padded } from '../../../../shapes/borders';
import { isKnown } from '../../../../shapes/dimension';
import { int, tuple } from '../../../../values/value';
import { defineLayer, type LayerDefinition, variant } from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { dataFormat, type Param } from '../../../params';
import { inputDType } from '../../keras2';
import { imageText } from '../page-text';
import { border, borders, lessThanNothing, pairs } from './borders';

export function zeroPadding(rank: 1 | 2 | 3, summary: string): LayerDefinition {
  const given = (oneForAll: boolean): Param<readonly Border[]> => {
    if (rank === 1) return border(int(1));
    const ones = tuple(Array.from({ length: rank }, () => int(1)));
    return borders(rank, oneForAll ? ones : pairs(rank, 1), () => true);
  };
  return defineLayer({
    name: `ZeroPadding${rank}D`,
    summary,
    docs: `api/layers/reshaping_layers/zero_padding${rank}d/`,
    openSizes: 'any',
    rule: {
      words: 'Each spatial size grows by what is added on both of its sides.',
      formula: 'n → before + n + after on each spatial axis',
      example: `ZeroPadding${rank}D(1)(Input(${imageText(rank)}))`,
      readFrom: `layers/reshaping/zero_padding${rank}d.py: ZeroPadding${rank}D.compute_output_shape`,
    },
    params: { padding: given(rank === 2), data_format: dataFormat() },
    input: { rank: rank + 2 },
    requires: ({ callee, args, input }) => [lessThanNothing(callee, input, padded(input.spatial, args.padding))],
    output: ({ args, input }) => input.with({ spatial: padded(input.spatial, args.padding) }),
    explain: ({ args, input }) => ({ formulas: explainPadded(input.spatial, args.padding) }),
    generations: {
      keras2: variant({
        // ZeroPadding1D has no `data_format`: its steps are axis 1.
        params: { padding: given(true), ...(rank === 1 ? null : { data_format: dataFormat() }) },
        requires: ({ callee, args }) => [negative(callee, args.padding)],
        output: ({ args, input }) => input.with({ spatial: padded(input.spatial, args.padding) }),
        outputDType: inputDType,
      }),
    },
  });
}

/** TensorFlow pads by no negative number. */
function negative(callee: string, padding: readonly Border[]): MaybeFailure {
  return (
    padding.flat().some((size) => isKnown(size) && size < 0) &&
    failure('invalid-argument', `\`padding\` of ${callee} must not be negative`, { parameter: 'padding' })
  );
}
