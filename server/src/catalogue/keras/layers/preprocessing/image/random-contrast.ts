import { type LayerQuestion, variant } from '../../../../define-layer';
import { failure, type MaybeFailure } from '../../../../failure';
import { seed } from '../../../seeds';
import { augmentation } from './augmentation';
import { anyRange, drawsWith, factor, passedFormat } from './image';
import { type Ends, endsFactor, keras2Seed, trainedRank, trains } from './keras2-image';

export const randomContrast = augmentation({
  name: 'RandomContrast',
  summary: 'Changes the contrast of images at random.',
  page: 'random_contrast',
  needs: '0.2',
  params: {
    factor: factor(null, { least: 0, most: 1 }),
    value_range: anyRange,
    seed,
    data_format: passedFormat,
  },
  construct: drawsWith,
  keras2: variant({
    params: {
      factor: endsFactor(
        ([low, high]) => (low < 0 || high < 0 || low > 1) && 'from 0 to 1',
        (factor) => [factor, factor],
      ),
      seed: keras2Seed,
    },
    takes: 'stacked',
    construct: () => [],
    requires: (question) => [trainedRank(question, 3, Number.POSITIVE_INFINITY), noContrast(question)],
  }),
});

/** TensorFlow draws between two ends that differ. */
function noContrast({ callee, args, keywords }: LayerQuestion<{ readonly factor: Ends }>): MaybeFailure {
  return (
    trains(keywords) === true &&
    args.factor !== undefined &&
    args.factor[0] + args.factor[1] <= 0 &&
    failure('invalid-argument', `${callee} cannot draw from a \`factor\` of 0`, { parameter: 'factor' })
  );
}
