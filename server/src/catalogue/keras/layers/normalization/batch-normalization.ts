import type { Dimension } from '../../../../shapes/dimension';
import { float, int, type Value } from '../../../../values/value';
import { defineLayer } from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { comparable, convertedTo } from '../../../numbers';
import { anything, flag, ignoredDefault } from '../../../params';
import { missingAxis, sizesOn } from './axes';
import { batchOptions, batchWeights, explainBatch, keras2Batch } from './batch';

const only = (axis: number | undefined) => (axis === undefined ? undefined : [axis]);

export const batchNormalization = defineLayer({
  name: 'BatchNormalization',
  summary: 'Brings activations to mean 0 and standard deviation 1 over each batch.',
  docs: 'api/layers/normalization_layers/batch_normalization/',
  openSizes: 'any',
  rule: {
    words:
      'The shape of the input; the size of `axis` must be known, since each of its elements has a scale and a shift.',
    formula: '(…) → (…)',
    example: 'BatchNormalization()(Input((28, 28, 8)))',
    readFrom: 'layers/normalization/batch_normalization.py: BatchNormalization.compute_output_shape',
  },
  params: {
    axis: convertedTo('int', int(-1)),
    momentum: convertedTo('float', float(0.99)),
    epsilon: convertedTo('float', float(0.001)),
    ...batchOptions,
    renorm: flag(false),
    renorm_clipping: anything(),
    renorm_momentum: ignoredDefault(float(0.99)),
    synchronized: flag(false),
  },
  construct: ({ args }) => [args.renorm && clipping(args.renorm_clipping)],
  build: ({ callee, args, input }) => [missingAxis(callee, only(args.axis), input, 'IndexError')],
  requires: ({ callee, args, input }) => [missingAxis(callee, only(args.axis), input, 'ValueError')],
  builtInput: ({ args: { axis }, input }) => ({
    rank: input.rank,
    axes: axis === undefined ? {} : { [axis]: input.shape.at(axis) as Dimension },
  }),
  output: ({ input }) => input.shape,
  weights: ({ args, input }) => batchWeights(args, sizesOn(only(args.axis), input)),
  explain: (question) => explainBatch(only(question.args.axis), question),
  generations: { keras2: keras2Batch({ synchronized: true }) },
});

/** `rmin`, `rmax` and `dmax`, in an order that makes sense. */
function clipping(given: Value): MaybeFailure {
  if (given.kind !== 'dict' || given.uncertain) return null;
  const wrong = (message: string) => failure('invalid-argument', message, { parameter: 'renorm_clipping' });
  const limits = new Map<string, number>();
  for (const { key, value } of given.entries.values()) {
    if (key.kind !== 'str' || !['rmin', 'rmax', 'dmax'].includes(key.value)) {
      return wrong('`renorm_clipping` takes the keys rmin, rmax and dmax only');
    }
    const found = comparable(value);
    if (typeof found === 'object') limits.set(key.value, found.number);
  }
  const { rmin, rmax, dmax } = Object.fromEntries(limits);
  if (rmin !== undefined && rmax !== undefined && rmax < rmin) return wrong('`rmax` must be at least `rmin`');
  return dmax !== undefined && dmax < 0 && wrong('`dmax` must be at least 0');
}
