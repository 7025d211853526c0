/** GlobalMaxPooling and GlobalAveragePooling: one number for each channel (Keras' `BaseGlobalPooling`). */
import type { Dimension } from '../../../../shapes/dimension';
import { defineLayer, type InputView, type LayerDefinition, type LayerQuestion, variant } from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { dataFormat, flag } from '../../../params';
import { inputDType } from '../../keras2';
import { imageText } from '../page-text';
import { ofWrapped, wrapped } from './wrapped';

interface GlobalPooling {
  readonly rank: 1 | 2 | 3;
  readonly of: 'Max' | 'Average';
  readonly summary: string;
  /** `mask`, for averages over steps. */
  readonly callParameters?: readonly string[];
  /** What TensorFlow reduces, where Keras 2 asks. */
  readonly takes: (question: Pick<LayerQuestion<unknown>, 'callee' | 'input' | 'dtype' | 'keywords'>) => MaybeFailure;
}

export function globalPooling({ rank, of, summary, callParameters, takes }: GlobalPooling): LayerDefinition {
  const short = of === 'Max' ? 'Max' : 'Avg';
  const keras2Format = { data_format: dataFormat(rank === 1 ? 'channels_last' : null) };
  const keepdims = flag(false);
  return defineLayer({
    name: `Global${of}Pooling${rank}D`,
    aliases: [`Global${short}Pool${rank}D`],
    summary,
    docs: `api/layers/pooling_layers/global_${of.toLowerCase()}_pooling${rank}d/`,
    openSizes: 'any',
    rule: {
      words: 'The spatial axes go; with `keepdims` they stay with size 1.',
      formula: '(batch, …, c) → (batch, c)',
      example: `Global${of}Pooling${rank}D()(Input(${imageText(rank)}))`,
      readFrom: 'layers/pooling/base_global_pooling.py: BaseGlobalPooling.compute_output_shape',
    },
    params: { data_format: dataFormat(), keepdims },
    input: { rank: rank + 2 },
    ...(callParameters ? { callParameters } : {}),
    takes: 'tensor or list of one',
    requires: ({ callee, input, nesting }) => [nesting !== undefined && input.channelsFirst && wrapped(callee)],
    output: ({ args, input, nesting }) => (nesting === undefined ? outputOf(input, args.keepdims) : ofWrapped(input)),
    generations: {
      keras2: variant({
        params: {
          ...keras2Format,
          // GlobalAveragePooling1D hands it on to its base class.
          keepdims: rank === 1 && of === 'Average' ? { ...keepdims, kind: 'kwargs' } : keepdims,
        },
        requires: (question) => [nothingToReduce(question.callee, question.input), takes(question)],
        output: ({ args, input }) => outputOf(input, args.keepdims),
        outputDType: (question) =>
          of === 'Average' && question.input.dtype === 'bool' ? 'float32' : inputDType(question),
      }),
    },
  });
}

function outputOf(input: InputView, keepdims: boolean): readonly Dimension[] {
  return keepdims ? input.with({ spatial: input.spatial.map(() => 1) }) : [input.batch, input.channels];
}

function nothingToReduce(callee: string, { spatial }: InputView): MaybeFailure {
  return (
    spatial.includes(0) &&
    failure('incompatible-shapes', `${callee} needs at least one element to reduce, and a size of its input is 0`, {
      inputs: [0],
    })
  );
}
