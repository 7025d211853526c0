import { type Dimension, dynamic, formatDimension, unknownDimension } from '../../../../shapes/dimension';
import { reason } from '../../../../shapes/reason';
import { formatShape, isFullyKnown } from '../../../../shapes/shape';
import type { Value } from '../../../../values/value';
import { type ConstructQuestion, defineLayer, variant, weight } from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { comparable, count } from '../../../numbers';
import { anything, describe, flag, ignored, integerOf, type Param } from '../../../params';
import { constraint, initializer, regularizer } from '../../identifiers';
import { adapted, constraintGiven, refusedLora } from './lora';
import { weightMethods } from './weight-methods';

type Sizes = { readonly input_dim: Dimension; readonly output_dim: Dimension };

export const embedding = defineLayer({
  name: 'Embedding',
  summary: 'Looks up a learned vector for each integer.',
  docs: 'api/layers/core_layers/embedding/',
  openSizes: 'any',
  rule: {
    words: 'A new last axis of `output_dim`: each integer becomes a vector.',
    formula: '(…) → (…, output_dim)',
    example: 'Embedding(1000, 64)(Input((20,), dtype="int32"))',
    readFrom: 'layers/core/embedding.py: Embedding.compute_output_shape',
  },
  members: weightMethods('embeddings'),
  params: {
    input_dim: count(null, 1, { bools: false }),
    output_dim: count(null, 1, { bools: false }),
    embeddings_initializer: initializer('uniform'),
    embeddings_regularizer: regularizer(),
    embeddings_constraint: constraintGiven,
    mask_zero: flag(false),
    weights: anything(),
    lora_rank: anything(),
    lora_alpha: ignored,
    quantization_config: ignored,
    input_length: { ...ignored, kind: 'kwargs' },
  },
  construct: (question) => [givenWeights(question)],
  build: ({ callee, args }) => [
    refusedLora(callee, args.lora_rank, args.embeddings_constraint, 'embeddings_constraint'),
  ],
  output: ({ args, input }) => [...input.shape, args.output_dim],
  weights: ({ args }) => adapted('embeddings', [args.input_dim, args.output_dim], args.lora_rank),
  explain: ({ args, input }) => explainEmbedding(args, input.shape),
  generations: {
    keras2: variant({
      params: {
        input_dim: positive(),
        output_dim: positive(),
        embeddings_initializer: initializer('uniform'),
        embeddings_regularizer: regularizer(),
        activity_regularizer: regularizer(),
        embeddings_constraint: constraint(),
        mask_zero: flag(false),
        input_length: anything(),
        sparse: flag(false),
      },
      construct: ({ callee, args }) => [
        args.sparse &&
          args.mask_zero &&
          failure('invalid-argument', `${callee} cannot have both \`sparse\` and \`mask_zero\``, {
            parameter: 'mask_zero',
          }),
      ],
      build: () => [],
      requires: ({ callee, args, input }) => [
        args.mask_zero &&
          (input.dtype === 'bool' || input.dtype === 'string') &&
          failure('incompatible-dtypes', `${callee} masks zeros, and its input is ${input.dtype}`, {
            exception: 'TypeError',
            inputs: [0],
            facts: { dtype: input.dtype },
          }),
      ],
      // Keras 2 gives every Embedding an input shape, so that a Sequential behind it is built at once.
      impliedInput: ({ args }) => {
        const length = integerOf(args.input_length);
        if (args.input_length.kind === 'unknown') return [unknownDimension(args.input_length.reason)];
        return [length ? length : dynamic('steps')];
      },
      weights: ({ args }) => [weight('embeddings', [args.input_dim, args.output_dim])],
    }),
  },
});

function explainEmbedding({ input_dim, output_dim }: Sizes, input: readonly Dimension[]) {
  return {
    formulas: [`${formatShape(input)} integers become ${formatDimension(output_dim)} numbers each`],
    notes: [`a table of ${formatDimension(input_dim)} vectors: the integers must be from 0 to ${lastIndex(input_dim)}`],
  };
}

function lastIndex(size: Dimension): string {
  return typeof size === 'number' ? String(size - 1) : formatDimension(size);
}

/** `weights=`: one array of the table's own shape, alone or in a list. */
function givenWeights({ callee, args }: ConstructQuestion<Sizes & { readonly weights: Value }>): MaybeFailure {
  const given = args.weights;
  const table = [args.input_dim, args.output_dim];
  const array = given.kind === 'list' && given.items.length === 1 ? (given.items[0] as Value) : given;
  const wrong = (what: string, exception?: string) =>
    failure('incompatible-shapes', `the weights of ${callee} are ${formatShape(table)}, and \`weights\` is ${what}`, {
      parameter: 'weights',
      ...(exception ? { exception } : {}),
    });
  if (['int', 'float', 'bool', 'str', 'tuple'].includes(array.kind)) return wrong(describe(array), 'AttributeError');
  if (array.kind !== 'tensor' || !isFullyKnown(array.shape) || !isFullyKnown(table)) return null;
  const { shape } = array;
  const same = shape.length === 2 && shape.every((size, i) => size === table[i]);
  return !same && wrong(formatShape(shape));
}

/** A number above 0 in Keras 2's constructor; as the size of a weight it must be an int, and no bool. */
function positive(): Param<Dimension> {
  return {
    default: null,
    read: (value, { callee, parameter }) => {
      const wrong = (wanted: string, exception = 'ValueError') =>
        failure('invalid-argument', `\`${parameter}\` of ${callee} must be ${wanted}, not ${describe(value)}`, {
          parameter,
          exception,
        });
      const found = comparable(value);
      if (found === 'no number') return { failure: wrong('an int', 'TypeError') };
      if (found === 'unknown') {
        const why = value.kind === 'unknown' ? value.reason : reason(`\`${parameter}\` is not known`);
        return { value: unknownDimension(why) };
      }
      if (found.number <= 0) return { failure: wrong('at least 1') };
      if (value.kind === 'float' || (value.kind === 'bool' && parameter === 'input_dim')) {
        return { value: found.number, later: wrong('an int', 'TypeError') };
      }
      return { value: found.number };
    },
  };
}
