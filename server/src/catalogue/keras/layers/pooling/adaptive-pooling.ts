/** Adaptive pooling: windows are chosen so that the output has the wanted size (Keras 3's `BaseAdaptivePooling`). */

import { type Dimension, dynamic, isKnown, unknownDimension } from '../../../../shapes/dimension';
import { reason } from '../../../../shapes/reason';
import { NONE, type Value } from '../../../../values/value';
import { defineLayer, type LayerDefinition } from '../../../define-layer';
import { failure } from '../../../failure';
import { dataFormat, describe, integerOf, mayBeAnything, type Param, type Read, sequenceItems } from '../../../params';
import { imageText } from '../page-text';

export function adaptivePooling(rank: 1 | 2 | 3, of: 'Max' | 'Average', summary: string): LayerDefinition {
  return defineLayer({
    name: `Adaptive${of}Pooling${rank}D`,
    onlyIn: 'keras3',
    summary,
    docs: `api/layers/pooling_layers/adaptive_${of.toLowerCase()}_pooling${rank}d/`,
    rule: {
      words: 'Spatial sizes become `output_size`, whatever they were; channels stay.',
      formula: '(batch, …, c) → (batch, *output_size, c)',
      example: `Adaptive${of}Pooling${rank}D(4)(Input(${imageText(rank)}))`,
      readFrom: 'layers/pooling/base_adaptive_pooling.py: BaseAdaptivePooling.compute_output_shape',
    },
    params: { output_size: outputSize(rank), data_format: looseFormat },
    requires: ({ callee, args, input }) => [
      input.channelsFirst &&
        input.rank < 2 &&
        failure('wrong-rank', `${callee} takes an input of at least 2 dimensions, and this one has ${input.rank}`, {
          exception: 'IndexError',
          inputs: [0],
          facts: { expected: rank + 2, actual: input.rank },
        }),
      args.output_size.some((size) => isKnown(size) && size < 0) &&
        failure('negative-dimension', `\`output_size\` of ${callee} holds a negative number`, {
          parameter: 'output_size',
        }),
    ],
    // Keras looks at the batch and the channels only: an input of another rank passes.
    output: ({ args, input }) =>
      input.channelsFirst
        ? [input.batch, input.channels, ...args.output_size]
        : [input.batch, ...args.output_size, input.channels],
    explain: ({ args, input }) => ({
      notes: input.spatial.flatMap((size, axis) => {
        const wanted = args.output_size[axis];
        if (wanted === undefined || !isKnown(size) || !isKnown(wanted) || wanted <= 0) return [];
        return [`windows of about ${Number((size / wanted).toPrecision(4))} make ${wanted} of ${size}`];
      }),
    }),
  });
}

/** An int, or a tuple or list of one for each axis. What is in a tuple is not looked at: None passes. */
function outputSize(rank: number): Param<readonly Dimension[]> {
  return {
    default: null,
    read: (value, { callee, parameter }): Read<readonly Dimension[]> => {
      const wrong = (exception: string) => ({
        failure: failure(
          'invalid-argument',
          `\`${parameter}\` of ${callee} must be an int or a tuple of ${rank} ints, not ${describe(value)}`,
          { parameter, exception },
        ),
      });
      if (value.kind === 'unknown' || value.kind === 'instance') return { value: unknownSizes(rank, value) };
      if (value.kind === 'int' || value.kind === 'bool') {
        return { value: Array.from({ length: rank }, () => integerOf(value) as number) };
      }
      if (value.kind === 'list' && value.uncertain) return { value: unknownSizes(rank, value) };
      const items = sequenceItems(value);
      if (!items) return wrong('TypeError');
      if (items.length !== rank) return wrong(rank === 1 ? 'ValueError' : 'TypeError');
      const sizes = items.map((item) =>
        item.kind === 'None' ? dynamic() : (integerOf(item) ?? unknownDimension(reason(`\`${parameter}\` is no int`))),
      );
      const odd = items.find((item) => integerOf(item) === undefined && item.kind !== 'None' && !mayBeAnything(item));
      return odd ? { value: sizes, later: wrong('ValueError').failure } : { value: sizes };
    },
  };
}

function unknownSizes(rank: number, value: Value): Dimension[] {
  const why = value.kind === 'unknown' ? value.reason : reason('`output_size` is not known');
  return Array.from({ length: rank }, () => unknownDimension(why));
}

/** Compared as it is written; what is false is what `keras.config.image_data_format()` says. */
const looseFormat: Param<'channels_last' | 'channels_first'> = {
  ...dataFormat(),
  read: (value, context) => {
    const isFalse =
      (value.kind === 'bool' && !value.value) ||
      (value.kind === 'str' && value.value === '') ||
      (value.kind === 'int' && Number(value.value) === 0);
    const sameCase = value.kind !== 'str' || value.value === value.value.toLowerCase();
    if (!sameCase) {
      return {
        failure: failure(
          'invalid-argument',
          `\`${context.parameter}\` of ${context.callee} must be 'channels_first' or 'channels_last', not ${describe(value)}`,
          { parameter: context.parameter },
        ),
      };
    }
    return dataFormat().read(isFalse ? NONE : value, context);
  },
};
