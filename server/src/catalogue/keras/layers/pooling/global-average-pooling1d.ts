import { surelyDiffer } from '../../../../shapes/dimension';
import { hasRank } from '../../../../shapes/shape';
import type { LayerQuestion } from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { numbersOnly } from '../../keras2';
import { globalPooling } from './global-pooling';

export const globalAveragePooling1D = globalPooling({
  rank: 1,
  of: 'Average',
  summary: 'Takes the mean of each channel over all steps.',
  callParameters: ['mask'],
  // A mean is taken of bools as of numbers.
  takes: (question) => unfitMask(question) || (question.input.dtype !== 'bool' && numbersOnly(question)),
});

/** Keras 2 multiplies the steps by the mask, which has one number for each. */
function unfitMask({
  callee,
  input,
  keywords,
}: Pick<LayerQuestion<unknown>, 'callee' | 'input' | 'keywords'>): MaybeFailure {
  const mask = keywords.get('mask');
  const masked = mask?.kind === 'tensor' && hasRank(mask.shape) && mask.shape.length === 2 ? mask.shape[1] : undefined;
  const [steps] = input.spatial;
  if (masked === undefined || steps === undefined || masked === 1 || steps === 1) return null;
  return (
    surelyDiffer(masked, steps) &&
    failure('incompatible-shapes', `${callee} is called on ${steps} steps, and the mask is for ${masked}`, {
      inputs: [0],
      facts: { expected: steps, actual: masked },
    })
  );
}
