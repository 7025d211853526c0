import type { DType } from '../../../../shapes/dtype';
import { int, str, type Value } from '../../../../values/value';
import { defineLayer, variant } from '../../../define-layer';
import { failure } from '../../../failure';
import { converted } from '../../../numbers';
import { anything, choice, describe, ignored, type Param } from '../../../params';
import { dtypeKeyword, isGiven } from './encoding';
import {
  explainLookup,
  type LookupArgs,
  lookupChecks,
  lookupDType,
  lookupOutput,
  lookupParams,
  lookupRequires,
} from './index-lookup';
import { keras2Lookup } from './keras2-lookup';
import { lookupMembers } from './learning';

const {
  max_tokens,
  num_oov_indices,
  mask_token,
  vocabulary,
  idf_weights,
  invert,
  output_mode,
  sparse,
  pad_to_max_tokens,
} = lookupParams;
const { vocabulary_size, has_input_vocabulary } = lookupParams;

/** Other types are for later versions. */
const onlyInt64: Param<null> = {
  default: str('int64'),
  read: (value, { callee, parameter }) => {
    if (value.kind === 'unknown' || (value.kind === 'str' && value.value === 'int64')) return { value: null };
    return {
      failure: failure('invalid-argument', `\`${parameter}\` of ${callee} must be 'int64', not ${describe(value)}`, {
        parameter,
      }),
    };
  },
};

/** Its tokens' type, which it gives where it inverts; not known for other spellings. */
const integerType: Param<DType> = {
  default: str('int64'),
  read: (value, context) => {
    if (value.kind !== 'str') return { value: '?' };
    if (/^u?int(8|16|32|64)$/.test(value.value)) return { value: value.value };
    const refused = onlyInt64.read(value, context);
    return 'failure' in refused ? refused : { value: '?' };
  },
};

/** A token that goes through `np.int64`. */
function intToken(value: Value): Param<Value> {
  return {
    default: value,
    read: (given, { callee, parameter }) => {
      const found = given.kind === 'None' ? undefined : converted(given, 'int');
      if (found === undefined) return { value: given };
      if (typeof found === 'number') return { value: int(found) };
      return {
        failure: failure('invalid-argument', `\`${parameter}\` of ${callee} must be an int, not ${describe(given)}`, {
          parameter,
          exception: found,
        }),
      };
    },
  };
}

export const integerLookup = defineLayer({
  name: 'IntegerLookup',
  summary: 'Turns ints into their numbers in a vocabulary, or back.',
  docs: 'api/layers/preprocessing_layers/categorical/integer_lookup/',
  rule: {
    words:
      '`int` keeps the shape. `one_hot` adds an axis of the number of tokens (an axis of 1 becomes it), `multi_hot` and `count` make it of the last axis. The tokens are the vocabulary, `num_oov_indices` and, in `int` mode, the mask; before `adapt` or `vocabulary` their number is not known.',
    formula: 'int: (…) → (…)',
    example: 'IntegerLookup(vocabulary=[3, 5, 7], output_mode="multi_hot")(Input((2,), dtype="int64"))',
    readFrom: 'layers/preprocessing/index_lookup.py: IndexLookup.compute_output_shape',
  },
  convertsInputs: true,
  givesSparse: 'run',
  members: lookupMembers<LookupArgs>({ kind: 'integer', lookup: (args) => args }),
  params: {
    max_tokens,
    num_oov_indices,
    mask_token,
    oov_token: anything(int(-1)),
    vocabulary,
    vocabulary_dtype: onlyInt64,
    idf_weights,
    invert,
    output_mode,
    sparse,
    pad_to_max_tokens,
    oov_method: choice(['floormod', 'farmhash'], 'floormod'),
    salt: anything(),
    name: ignored,
    vocabulary_size,
    has_input_vocabulary,
    trainable: { ...ignored, kind: 'kwargs' },
    dtype: dtypeKeyword,
  },
  takesBaseKeywords: false,
  construct: ({ callee, args }) =>
    lookupChecks(callee, args, 'integer', { salt: args.salt, hashed: args.oov_method === 'farmhash' }),
  requires: lookupRequires,
  output: lookupOutput,
  outputDType: lookupDType,
  explain: explainLookup,
  generations: {
    keras2: variant({
      params: {
        max_tokens,
        num_oov_indices,
        mask_token: intToken(mask_token.default as Value),
        oov_token: intToken(int(-1)),
        vocabulary,
        vocabulary_dtype: integerType,
        idf_weights,
        invert,
        output_mode,
        sparse,
        pad_to_max_tokens,
        vocabulary_size,
        has_input_vocabulary,
        dtype: dtypeKeyword,
        max_values: { ...max_tokens, kind: 'kwargs' },
        mask_value: { ...intToken(mask_token.default as Value), kind: 'kwargs' },
        oov_value: { ...intToken(mask_token.default as Value), kind: 'kwargs' },
      },
      ...keras2Lookup('integer', (args) => {
        const older = args as typeof args & { max_values: typeof args.max_tokens; mask_value: Value; oov_value: Value };
        return {
          ...args,
          max_tokens: older.max_values ?? args.max_tokens,
          mask_token: isGiven(older.mask_value) ? older.mask_value : args.mask_token,
          oov_token: isGiven(older.oov_value) ? older.oov_value : args.oov_token,
        };
      }),
    }),
  },
});
