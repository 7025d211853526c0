/** StringLookup and IntegerLookup in Keras 2, which runs what it reports. */
import type { Dimension } from '../../../../shapes/dimension';
import { type DType, isInteger } from '../../../../shapes/dtype';
import type { Value } from '../../../../values/value';
import { type ConstructQuestion, type LayerQuestion, type WeightSpec, weight } from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { describe } from '../../../params';
import { encoded, encodedOutput, isGiven, uncounted } from './encoding';
import { brokenPadding, explainLookup, type LookupArgs, lookupChecks, lookupDepth, noVocabulary } from './index-lookup';
import type { Kind } from './vocabulary';

interface Args extends LookupArgs {
  readonly dtype: Value;
  /** The tokens' type, where it is an argument. */
  readonly vocabulary_dtype?: DType;
}

export function keras2Lookup(kind: Kind, read: (args: Args) => Args = (args) => args) {
  const size = (args: Args, learned: LayerQuestion<unknown>['learned']): Dimension => lookupDepth(args, learned) ?? 0;
  return {
    takesBaseKeywords: true,
    takes: 'stacked',
    construct: ({ callee, args }: ConstructQuestion<Args>): MaybeFailure[] => {
      const checks = lookupChecks(callee, read(args), kind);
      return [wholeType(callee, args, kind), ...checks];
    },
    requires: ({ callee, args: given, input, learned, dtype }: LayerQuestion<Args>): MaybeFailure[] => {
      const args = read(given);
      return [
        noVocabulary(callee, args, learned),
        brokenPadding(callee, args, 'TypeError'),
        encoded(callee, args.output_mode, input.shape, size(args, learned)).failed,
        uncounted(callee, args.output_mode, dtype),
      ];
    },
    output: (question: LayerQuestion<Args>) => {
      const args = read(question.args);
      return encodedOutput({ ...question, args }, size(args, question.learned));
    },
    outputDType: ({ args, dtype }: LayerQuestion<Args>): DType => {
      if (args.invert) return kind === 'string' ? 'string' : (args.vocabulary_dtype ?? 'int64');
      return args.output_mode === 'int' && !isInteger(dtype) ? 'int64' : dtype;
    },
    weights: ({ args }: LayerQuestion<Args>) => documentCount(read(args)),
    explain: (question: LayerQuestion<Args>) => explainLookup({ ...question, args: read(question.args) }),
  } as const;
}

/** What Keras 2 counts while it learns a vocabulary for 'tf_idf': its only weight with a size. */
export function documentCount({ output_mode: mode, vocabulary }: LookupArgs): readonly WeightSpec[] {
  if (mode !== 'tf_idf' || isGiven(vocabulary)) return [];
  return [weight('num_documents', [], { trainable: false, dtype: 'int64' })];
}

function wholeType(callee: string, { dtype, output_mode: mode }: Args, kind: Kind): MaybeFailure {
  return (
    mode === 'int' &&
    isGiven(dtype) &&
    dtype.kind === 'str' &&
    !(kind === 'string' && dtype.value === 'string') &&
    !/^u?int(8|16|32|64)$/.test(dtype.value) &&
    failure(
      'invalid-argument',
      `\`dtype\` of ${callee} must be an integer type where \`output_mode\` is 'int', not ${describe(dtype)}`,
      {
        parameter: 'dtype',
      },
    )
  );
}
