/** LSTM, GRU and SimpleRNN: a cell with weights, run over the steps of a sequence (Keras' `RNN`). */
import { broadcastShapes } from '../../../../shapes/broadcast';
import {
  type Dimension,
  dynamic,
  formatDimension,
  isDynamic,
  isKnown,
  multiply,
  surelyDiffer,
} from '../../../../shapes/dimension';
import { formatShape } from '../../../../shapes/shape';
import type { Explanation, InputView, LayerQuestion, Output, WeightSpec } from '../../../define-layer';
import { weight } from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { floatsOnly } from '../../keras2';
import { isRun } from '../../running';
import { firstStates, statesFromList, unfitStates } from './initial-states';

/** What tells one cell from another. */
export interface Gates {
  /** Matrices side by side in each kernel. */
  readonly gates: 1 | 3 | 4;
  /** An LSTM has a memory and a carry state, the others one state. */
  readonly states: 1 | 2;
  /** Whether the kernels have a bias each, where there is one (GRU's `reset_after`). */
  readonly twoBiases?: (args: CellArgs) => boolean;
}

export interface CellArgs {
  readonly units: Dimension;
  readonly use_bias: boolean;
  readonly kernel_initializer: string | null;
  readonly recurrent_initializer: string | null;
  readonly bias_initializer: string | null;
  readonly reset_after?: boolean;
  readonly recurrent_dropout?: number | undefined;
}

export interface RecurrentArgs extends CellArgs {
  readonly return_sequences: boolean;
  readonly return_state: boolean;
  readonly stateful: boolean;
  readonly unroll: boolean;
  readonly time_major?: boolean;
  readonly dropout: number | undefined;
  readonly recurrent_dropout: number | undefined;
}

type Question = LayerQuestion<RecurrentArgs>;

/** A cell's weights for inputs of `features`. */
export function cellWeights(args: CellArgs, features: Dimension, { gates, twoBiases }: Gates): readonly WeightSpec[] {
  const all = multiply(args.units, gates);
  const weights = [
    weight('kernel', [features, all], { initializer: args.kernel_initializer }),
    weight('recurrent_kernel', [args.units, all], { initializer: args.recurrent_initializer }),
  ];
  if (args.use_bias)
    weights.push(weight('bias', twoBiases?.(args) ? [2, all] : [all], { initializer: args.bias_initializer }));
  return weights;
}

/** The output, and the states behind it where they are asked for: a tuple in Keras 3, a list before. */
export function withStates(output: Output, states: readonly Output[], question: Pick<Question, 'generation'>): Output {
  return { type: question.generation === 'keras3' ? 'tuple' : 'list', items: [output, ...states] };
}

/** What a definition of either generation has in common. */
export function recurrent(cell: Gates) {
  const common = {
    input: { rank: 3 },
    output: (question: Question) => outputOf(question, cell),
    weights: ({ args, input }: Question) => cellWeights(args, input.shape.at(-1) as Dimension, cell),
    explain: (question: Question) => explain(question, cell),
  };
  return {
    keras3: {
      ...common,
      callParameters: ['initial_state', 'mask', 'training'],
      build: (question: Question): MaybeFailure[] => [noBatch(question)],
      // Keras 3 gives shapes without a look at the weights: what does not fit them fails when it runs.
      requires: (question: Question): MaybeFailure[] => [isRun(question) && otherFeatures(question)],
    },
    keras2: {
      ...common,
      callParameters: ['mask', 'training', 'initial_state'],
      arrange: statesFromList,
      impliedInput: impliedSequence,
      build: (question: Question): MaybeFailure[] => [noBatch(question)],
      requires: (question: Question): MaybeFailure[] => [
        otherFeatures(question),
        unfitStates(
          question,
          Array.from({ length: cell.states }, () => [question.args.units]),
        ),
        unknownSteps(question),
        floatsOnly(question),
        dropsAll(question),
      ],
    },
  };
}

/** Keras 2 makes an input shape of `input_length` and `input_dim`. */
export function impliedSequence({
  args,
}: {
  readonly args: { readonly input_dim: Dimension | null; readonly input_length: Dimension | null };
}): readonly Dimension[] | null {
  if (args.input_dim === null && args.input_length === null) return null;
  return [args.input_length ?? dynamic('steps'), args.input_dim ?? dynamic('features')];
}

/** Batch and steps: Keras 2 has them the other way round with `time_major`. */
export function sequenceAxes(
  input: InputView,
  args: { readonly time_major?: boolean },
): { readonly batch: Dimension; readonly steps: Dimension } {
  const [first, second] = input.shape as [Dimension, Dimension];
  return args.time_major ? { batch: second, steps: first } : { batch: first, steps: second };
}

function outputOf(question: Question, { states }: Gates): Output {
  const { args, input } = question;
  const { batch, steps } = sequenceAxes(input, args);
  const given = firstStates(question);
  const met = given ? broadcastShapes([batch], [given[0]?.[0] ?? batch]).shape?.[0] : batch;
  const rows = met ?? batch;
  const state = [rows, args.units];
  const sequence = args.time_major ? [steps, rows, args.units] : [rows, steps, args.units];
  const output = args.return_sequences ? sequence : state;
  if (!args.return_state) return output;
  return withStates(output, given ?? Array.from({ length: states }, () => state), question);
}

/** Dropping everything is refused by Keras 2 where it is sure to drop: with `training=True`. */
export function dropsAll({
  callee,
  args,
  keywords,
}: Pick<
  LayerQuestion<{ readonly dropout: number | undefined; readonly recurrent_dropout: number | undefined }>,
  'callee' | 'args' | 'keywords'
>): MaybeFailure {
  const training = keywords.get('training');
  if (training?.kind !== 'bool' || !training.value) return null;
  const parameter = (['dropout', 'recurrent_dropout'] as const).find((name) => (args[name] ?? 0) >= 1);
  return (
    parameter !== undefined &&
    failure('invalid-argument', `${callee} cannot drop everything: \`${parameter}\` must be less than 1`, { parameter })
  );
}

export function noBatch({
  callee,
  args,
  input,
}: {
  readonly callee: string;
  readonly args: { readonly stateful: boolean; readonly time_major?: boolean };
  readonly input: InputView;
}): MaybeFailure {
  const { batch } = sequenceAxes(input, args);
  return (
    args.stateful &&
    (isDynamic(batch) || batch === 0) &&
    failure(
      'undefined-weight-shape',
      `${callee} keeps its states, so it needs a batch size: give the Input a \`batch_size\``,
      { parameter: 'stateful', inputs: [0] },
    )
  );
}

export function unknownSteps({
  callee,
  args,
  input,
}: {
  readonly callee: string;
  readonly args: { readonly unroll: boolean; readonly time_major?: boolean };
  readonly input: InputView;
}): MaybeFailure {
  return (
    args.unroll &&
    isDynamic(sequenceAxes(input, args).steps) &&
    failure('invalid-argument', `${callee} can only unroll a known number of steps, and that of its input is None`, {
      parameter: 'unroll',
      inputs: [0],
    })
  );
}

function otherFeatures({ callee, input, builtOn }: Question): MaybeFailure {
  const made = builtOn?.[0]?.shape.at(-1);
  const now = input.shape.at(-1);
  return (
    made !== undefined &&
    now !== undefined &&
    surelyDiffer(made, now) &&
    failure(
      'incompatible-shapes',
      `${callee} was built for steps of size ${made}, and those of this input have ${now}`,
      {
        inputs: [0],
        facts: { expected: made, actual: now, axis: -1 },
      },
    )
  );
}

function explain({ args, input, written }: Question, { states, gates }: Gates): Explanation {
  const { steps } = sequenceAxes(input, args);
  const to = formatDimension(args.units);
  const from = formatDimension(input.shape.at(-1) as Dimension);
  const count = isKnown(steps) ? `${steps} steps` : 'all steps';
  const notes = [
    args.return_sequences
      ? `each of ${count} gives ${to} numbers, made of that step's ${from} and of what came before`
      : `${count} of ${from} numbers become ${to} numbers: what the last step gives`,
  ];
  if (gates > 1) notes.push(`each kernel holds ${gates} matrices, one for each gate: ${to}·${gates} columns`);
  if (args.return_state) {
    notes.push(
      states === 2 ? 'behind the output come its memory and its carry state' : 'behind the output comes its last state',
    );
  }
  const defaults = written('return_sequences')
    ? []
    : [
        {
          parameter: 'return_sequences',
          value: 'False',
          meaning: `\`return_sequences\` is left out, so it is False: only the last step's output comes out, and the axis of steps goes.`,
          telling: false,
        },
      ];
  return {
    formulas: [`${formatShape(input.shape.slice(1))} → ${formatShape(outputShape(input, args).slice(1))}`],
    notes,
    defaults,
  };
}

function outputShape(input: InputView, args: RecurrentArgs): readonly Dimension[] {
  const { batch, steps } = sequenceAxes(input, args);
  return args.return_sequences ? [batch, steps, args.units] : [batch, args.units];
}
