import { NONE, str } from '../../../../values/value';
import { defineLayer, variant } from '../../../define-layer';
import { anything, ignored, ignoredDefault } from '../../../params';
import { dtypeKeyword } from './encoding';
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
const oov_token = anything(str('[UNK]'));
const encoding = ignoredDefault(str('utf-8'));

export const stringLookup = defineLayer({
  name: 'StringLookup',
  summary: 'Turns strings into their numbers in a vocabulary, or back.',
  docs: 'api/layers/preprocessing_layers/categorical/string_lookup/',
  rule: {
    words:
      '`int` keeps the shape. `one_hot` adds an axis of the number of tokens (an axis of 1 becomes it), `multi_hot` and `count` make it of the last axis. The tokens are the vocabulary, `num_oov_indices` and, in `int` mode, the mask; before `adapt` or `vocabulary` their number is not known.',
    formula: 'int: (…) → (…)',
    example: 'StringLookup(vocabulary=["a", "b"])(Input((2,), dtype="string"))',
    readFrom: 'layers/preprocessing/index_lookup.py: IndexLookup.compute_output_shape',
  },
  convertsInputs: true,
  givesSparse: 'run',
  members: lookupMembers<LookupArgs>({ kind: 'string', lookup: (args) => args }),
  params: {
    max_tokens,
    num_oov_indices,
    mask_token,
    oov_token,
    vocabulary,
    idf_weights,
    invert,
    output_mode,
    pad_to_max_tokens,
    sparse,
    encoding,
    name: ignored,
    salt: anything(),
    vocabulary_size,
    has_input_vocabulary,
    trainable: { ...ignored, kind: 'kwargs' },
    dtype: dtypeKeyword,
    oov_method: { ...anything(NONE), kind: 'kwargs' },
  },
  takesBaseKeywords: false,
  construct: ({ callee, args }) => lookupChecks(callee, args, 'string', { salt: args.salt }),
  requires: lookupRequires,
  output: lookupOutput,
  outputDType: lookupDType,
  explain: explainLookup,
  generations: {
    keras2: variant({
      params: {
        max_tokens,
        num_oov_indices,
        mask_token,
        oov_token,
        vocabulary,
        idf_weights,
        encoding,
        invert,
        output_mode,
        sparse,
        pad_to_max_tokens,
        vocabulary_size,
        has_input_vocabulary,
        dtype: dtypeKeyword,
      },
      ...keras2Lookup('string'),
    }),
  },
});
