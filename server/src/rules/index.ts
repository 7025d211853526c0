/** Every rule, in the order of its page. */
import { autoencoderSize } from './autoencoder-size';
import { axisOutOfRange } from './axis-out-of-range';
import { flattenBeforeDense } from './flatten-before-dense';
import { groups } from './groups';
import { incompatibleMerge } from './incompatible-merge';
import { incompatibleShapes } from './incompatible-shapes';
import { invalidArgument } from './invalid-argument';
import { invalidInput } from './invalid-input';
import { negativeDimension } from './negative-dimension';
import { refusedCall } from './refused-call';
import { reshapeCount } from './reshape-count';
import type { Rule } from './rule';
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
  reshapeCount,
  groups,
  stridesDilation,
  invalidArgument,
  invalidInput,
  axisOutOfRange,
  undefinedWeightShape,
];

const judging: readonly Rule[] = [
  ...refusals,
  refusedCall(new Set(refusals.map((rule) => rule.code))),
  autoencoderSize,
  flattenBeforeDense,
  shapeCommentRule,
];

export const RULES: readonly Rule[] = [...judging, unusedIgnore(judging)];
