/** Every rule, in the order of its page. */
import { autoencoderSize } from './autoencoder-size';
import { axisOutOfRange } from './axis-out-of-range';
import { compileArguments } from './compile-arguments';
import { dataCount } from './data-count';
import { dataInputs } from './data-inputs';
import { dataShape } from './data-shape';
import { flattenBeforeDense } from './flatten-before-dense';
import { groups } from './groups';
import { incompatibleDtypes } from './incompatible-dtypes';
import { incompatibleMerge } from './incompatible-merge';
import { incompatibleShapes } from './incompatible-shapes';
import { invalidArgument } from './invalid-argument';
import { invalidInput } from './invalid-input';
import { labelBroadcast } from './label-broadcast';
import { labelShape } from './label-shape';
import { lossActivation } from './loss-activation';
import { metricShape } from './metric-shape';
import { negativeDimension } from './negative-dimension';
import { notCompiled } from './not-compiled';
import { refusedCall } from './refused-call';
import { reshapeCount } from './reshape-count';
import type { Rule } from './rule';
import { sampleWeights } from './sample-weights';
import { shapeCommentRule } from './shape-comment';
import { stridesDilation } from './strides-dilation';
import { unusedIgnore } from './suppression';
import { undefinedWeightShape } from './undefined-weight-shape';
import { wrongRank } from './wrong-rank';

export type { FixIdea, Problem, RelatedPlace, Rule, Severity } from './rule';
export { messageOf } from './rule';

const refusals: readonly Rule[] = [
  negativeDimension,
  wrongRank,
  incompatibleMerge,
  incompatibleShapes,
  incompatibleDtypes,
  reshapeCount,
  groups,
  stridesDilation,
  invalidArgument,
  invalidInput,
  axisOutOfRange,
  undefinedWeightShape,
  dataShape,
  dataCount,
  dataInputs,
  labelShape,
  metricShape,
  sampleWeights,
  notCompiled,
  compileArguments,
];

const judging: readonly Rule[] = [
  ...refusals,
  refusedCall(new Set(refusals.map((rule) => rule.code))),
  autoencoderSize,
  flattenBeforeDense,
  labelBroadcast,
  lossActivation,
  shapeCommentRule,
];

export const RULES: readonly Rule[] = [...judging, unusedIgnore(judging)];
