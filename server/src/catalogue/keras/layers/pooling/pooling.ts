/** MaxPooling and AveragePooling in 1D, 2D and 3D: one number for each window (Keras' `BasePooling`). */

import { type Dimension, isKnown, unknownDimension } from '../../../../shapes/dimension';
import { formatEquation } from '../../../../shapes/formula';
import { reason } from '../../../../shapes/reason';
import { type WindowPadding, type Windows, windowOutputs, windowTerms } from '../../../../shapes/windows';
import {
  type DefaultNote,
  defineLayer,
  type Explanation,
  type InputView,
  type LayerDefinition,
  type LayerQuestion,
  variant,
} from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { choice, dataFormat, describe, ignored, type Param, sameAs, spatial } from '../../../params';
import { inputDType } from '../../keras2';
import { explainWindowLayer, noRoom, pythonSizes } from '../../window-notes';
import { imageText } from '../page-text';
import { ofWrapped, wrapped } from './wrapped';

export type Rank = 1 | 2 | 3;

interface Pooling {
  readonly rank: Rank;
  readonly name: string;
  readonly alias: string;
  readonly summary: string;
  readonly docs: string;
  /** Whether Keras 3 has a default `pool_size`; Keras 2 always has. */
  readonly poolSizeIsOptional: boolean;
  /** What TensorFlow pools, where Keras 2 asks. */
  readonly takes: (question: Pick<LayerQuestion<unknown>, 'callee' | 'input' | 'dtype'>) => MaybeFailure;
}

interface Args {
  readonly pool_size: readonly Dimension[];
  readonly strides: readonly Dimension[];
  readonly padding: 'valid' | 'same';
}

export function pooling({ rank, name, alias, summary, docs, poolSizeIsOptional, takes }: Pooling): LayerDefinition {
  const size = (optional: boolean) =>
    spatial(rank, optional ? (rank === 1 ? 2 : Array.from({ length: rank }, () => 2)) : null, { floats: 'kept' });
  const strides = poolStrides(rank);
  return defineLayer({
    name,
    aliases: [alias],
    summary,
    docs,
    openSizes: 'any',
    rule: {
      words:
        'A window of `pool_size` k is put at every s-th position, where `strides` s is `pool_size` if it is not given. Channels stay.',
      formula: 'valid: n → ⌊(n − k) / s⌋ + 1; same: n → ⌈n / s⌉',
      example: `${name}(2)(Input(${imageText(rank)}))`,
      readFrom: 'layers/pooling/base_pooling.py: BasePooling.compute_output_shape',
    },
    params: {
      pool_size: size(poolSizeIsOptional),
      strides,
      padding: poolPadding,
      data_format: dataFormat(),
      name: ignored,
    },
    input: { rank: rank + 2 },
    ...(rank === 1 ? { takes: 'tensor or list of one' } : {}),
    requires: ({ args, input, nesting }) => [
      nesting !== undefined && input.channelsFirst && wrapped(name),
      nesting === undefined && noRoom(windowsOf(input, args), 'pool', firstAxis(input)),
    ],
    output: ({ args, input, nesting }) => (nesting === undefined ? outputOf(input, args) : ofWrapped(input)),
    explain,
    generations: {
      keras2: variant({
        params: {
          pool_size: size(true),
          strides,
          padding: poolPadding,
          data_format: dataFormat(rank === 1 ? 'channels_last' : null),
        },
        requires: (question) => [
          noRoom(windowsOf(question.input, question.args), 'pool', firstAxis(question.input)),
          takes(question),
        ],
        output: ({ args, input }) => outputOf(input, args),
        outputDType: inputDType,
        explain,
      }),
    },
  });
}

function poolStrides(rank: Rank): Param<readonly Dimension[]> {
  const inner = spatial(rank, sameAs('pool_size'), { least: 0, floats: 'kept' });
  return {
    ...inner,
    read: (value, context) => {
      const result = inner.read(value, context);
      if ('failure' in result || !result.value.includes(0)) return result;
      const { callee, parameter } = context;
      return {
        value: result.value.map((size) => (size === 0 ? unknownDimension(reason('`strides` is 0')) : size)),
        later: failure('invalid-argument', `\`${parameter}\` of ${callee} must be at least 1 everywhere, not 0`, {
          parameter,
          exception: context.generation === 'keras3' ? 'ZeroDivisionError' : 'ValueError',
        }),
      };
    },
  };
}

/**
 * Keras 3 keeps whatever is given and compares it, as it is written, when the layer is called. Keras 2
 * lowers its case, and refuses in the constructor what is no padding at all.
 */
const poolPadding: Param<'valid' | 'same'> = {
  ...choice(['valid', 'same'], 'valid'),
  read: (value, context) => {
    const keras3 = context.generation === 'keras3';
    const given = value.kind === 'str' ? (keras3 ? value.value : value.value.toLowerCase()) : null;
    if (given === 'valid' || given === 'same') return { value: given };
    const { callee, parameter } = context;
    const refused = failure(
      'invalid-argument',
      `\`${parameter}\` of ${callee} must be 'valid' or 'same', not ${describe(value)}`,
      { parameter, facts: { choices: ['valid', 'same'] } },
    );
    const passes = keras3 || given === 'causal' || value.kind === 'tuple' || value.kind === 'list';
    if (passes) return { value: 'valid', later: refused };
    return { failure: value.kind === 'str' ? refused : { ...refused, exception: 'AttributeError' } };
  },
};

function windowsOf(input: InputView, { pool_size, strides, padding }: Args): Windows {
  return { sizes: input.spatial, kernel: pool_size, strides, padding: padding as WindowPadding };
}

function firstAxis(input: InputView): number {
  return input.channelsFirst ? 2 : 1;
}

function outputOf(input: InputView, args: Args): readonly Dimension[] {
  return input.with({ spatial: windowOutputs(windowsOf(input, args)) });
}

function explain({ args, input, written }: LayerQuestion<Args>): Explanation {
  const windows = windowsOf(input, args);
  const explanation = explainWindowLayer(windows, 'pool', written);
  const size = pythonSizes(args.pool_size);
  const notes: DefaultNote[] = [];
  const shrinks = args.pool_size.some((one) => isKnown(one) && one > 1);
  if (size && !written('pool_size')) {
    notes.push({
      parameter: 'pool_size',
      value: size,
      meaning: `\`pool_size\` is left out, so it is ${size}.`,
      telling: shrinks,
    });
  }
  if (size && !written('strides')) {
    notes.push({ parameter: 'strides', value: size, meaning: stridesMeaning(windows, size), telling: shrinks });
  }
  return { ...explanation, defaults: [...notes, ...explanation.defaults] };
}

/** What the default of `strides` makes of the first axis whose formula can be told. */
function stridesMeaning(windows: Windows, size: string): string {
  const formula = windowTerms(windows)
    .map(formatEquation)
    .find((text) => text !== null);
  const output = formula ? `the output is ${formula}` : '';
  const then =
    windows.padding === 'same'
      ? `With \`padding="same"\` ${output || 'it still counts'}: padding does not undo the stride.`
      : `The windows do not overlap${output && `: ${output}`}.`;
  return `\`strides\` is left out, so it is \`pool_size\`: ${size}. ${then}`;
}
