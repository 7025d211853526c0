/** LSTMCell, GRUCell and SimpleRNNCell: one step, from an input and states to an output and states. */
import { broadcastShapes } from '../../../../shapes/broadcast';
import { type Dimension, formatDimension, isKnown } from '../../../../shapes/dimension';
import { isInteger } from '../../../../shapes/dtype';
import { matmulShape } from '../../../../shapes/matmul';
import { reason } from '../../../../shapes/reason';
import { type Shape, unknownShape } from '../../../../shapes/shape';
import type { Explanation, LayerQuestion, Nesting, Output } from '../../../define-layer';
import { type Failure, failure, type MaybeFailure } from '../../../failure';
import { floatsOnly } from '../../keras2';
import { type CellArgs, cellWeights, type Gates } from './recurrent';

type Question = LayerQuestion<CellArgs>;
type Sizes = readonly Dimension[];

/** What a definition of either generation has in common; `first` is what the input is called. */
export function cell(gates: Gates, first: 'inputs' | 'sequence') {
  const common = {
    takes: 'nested',
    output: (question: Question) => outputOf(question, gates),
    weights: ({ args, input }: Question) => cellWeights(args, input.shape.at(-1) as Dimension, gates),
    explain: (question: Question) => explain(question, gates),
  } as const;
  return {
    keras3: {
      ...common,
      callInputs: [first, 'states'],
      requires: (question: Question): MaybeFailure[] => [
        problemOf(step(question, gates)),
        wholeStates(question, gates),
      ],
    },
    keras2: {
      ...common,
      callInputs: ['inputs', 'states'],
      requires: (question: Question): MaybeFailure[] => [
        problemOf(step(question, gates)),
        ...question.inputs.map((input) => floatsOnly({ ...question, input })),
        otherStates(question),
      ],
    },
  };
}

/** One step: its output and states, what is wrong with it, or null where it is not followed. */
type Step = { readonly output: Sizes; readonly states: readonly Sizes[] } | Failure | null;

function step(question: Question, { states: count, gates }: Gates): Step {
  const { args, callee, input } = question;
  const given = statesOf(question, count);
  if (given === null) return null;
  const refuse = (message: string) => failure('incompatible-shapes', `${callee}: ${message}`, { facts: {} });
  const states: Sizes[] = [];
  for (let i = 0; i < count; i++) {
    const state = given(i);
    if (state === null) return null;
    if (state === undefined) {
      return failure('invalid-input', `${callee} takes ${count} states, and is given ${i}`, {
        exception: 'IndexError',
      });
    }
    states.push(state);
  }
  const [hidden, carry] = states as [Sizes, Sizes | undefined];
  if (question.generation !== 'keras3' && (input.rank < 2 || hidden.length < 2)) {
    return refuse('it multiplies matrices, and is called on what has fewer axes');
  }
  const features = (question.builtOn?.[0] ?? input).shape.at(-1) as Dimension;
  const ofInput = matmulShape(input.shape, [features, args.units]);
  if (ofInput.problem !== null) return refuse(`the input does not fit: ${ofInput.problem}`);
  const ofState = matmulShape(hidden, [args.units, args.units]);
  if (ofState.problem !== null) return refuse(`the state does not fit: ${ofState.problem}`);
  const both = broadcastShapes(ofInput.shape, ofState.shape);
  if (both.mismatch) return refuse('the sizes of input and state do not fit');
  const ranks = gates > 1 && oddRanks(question, gates, both.shape, ofState.shape.length);
  if (ranks) return ranks === 'not followed' ? null : refuse(ranks);
  if (gates === 1) return { output: both.shape, states: [both.shape] };
  const mixed = broadcastShapes(both.shape, carry ?? hidden);
  if (mixed.mismatch) return refuse('the sizes of its states do not fit');
  return { output: mixed.shape, states: states.map(() => mixed.shape) };
}

/** What the fused computation of all gates does with other ranks than 2, as it cuts along axis 1. */
function oddRanks(
  { args, generation, written }: Question,
  gates: number,
  all: Sizes,
  ofState: number,
): string | 'not followed' | null {
  const apart = args.recurrent_dropout !== 0 || written('implementation');
  const cut = gates === 4 ? all.length : generation === 'keras3' ? ofState : 2;
  if (cut === 2) return null;
  if (apart) return 'not followed';
  if (gates === 3) return cut > 2 ? 'not followed' : NO_COLUMNS;
  const columns = all[1];
  const even = columns === undefined || !isKnown(columns) || columns % 4 === 0;
  return even && !(isKnown(args.units) && args.units > 1) ? 'not followed' : NO_COLUMNS;
}

const NO_COLUMNS = 'its gates are columns of matrices, and what it is called on has other axes';

function problemOf(made: Step): MaybeFailure {
  return made && 'code' in made ? made : null;
}

/** The sizes of each state: null where they are not followed, undefined where there is none. */
function statesOf({ inputs, nesting }: Question, count: number): ((index: number) => Sizes | null | undefined) | null {
  const states = stateNesting(nesting);
  if (states === undefined) return null;
  if (typeof states !== 'number') {
    if (states.type === 'dict') return null;
    return (index) => {
      const item = states.items[index];
      return typeof item === 'number' ? inputs[item]?.shape : item === undefined ? undefined : null;
    };
  }
  const only = inputs[states]?.shape;
  // A cell with several states takes rows of a single tensor for them.
  return (index) => {
    const rows = only?.[0];
    if (index > 0 && only && rows !== undefined && isKnown(rows) && rows <= index) return undefined;
    return count > 1 ? only?.slice(1) : only;
  };
}

function stateNesting(nesting: Nesting | undefined): Nesting | undefined {
  return typeof nesting === 'object' && nesting.type !== 'dict' ? nesting.items[1] : undefined;
}

/** The gates mix states in with TensorFlow's own operators, which promote nothing. */
function wholeStates({ callee, inputs }: Question, { gates }: Gates): MaybeFailure {
  const whole = inputs.slice(1).find(({ dtype }) => isInteger(dtype) || dtype === 'bool');
  return (
    gates > 1 &&
    whole !== undefined &&
    failure('incompatible-dtypes', `${callee} takes states of floats, and is given ${whole.dtype}`, {
      exception: 'TypeError',
    })
  );
}

/** Keras 2 casts the input, and no states. */
function otherStates({ callee, inputs, dtype }: Question): MaybeFailure {
  const other = inputs.slice(1).find((state) => state.dtype !== '?' && dtype !== '?' && state.dtype !== dtype);
  return (
    other !== undefined &&
    failure('incompatible-dtypes', `${callee} computes in ${dtype}, and is given a state of ${other.dtype}`, {
      exception: 'TypeError',
    })
  );
}

function outputOf(question: Question, gates: Gates): Output {
  const made = step(question, gates);
  const followed = made && !('code' in made) ? made : null;
  const lost = unknownShape(reason(`what ${question.callee} makes of these states is not followed`));
  const output: Shape = followed?.output ?? lost;
  const states: readonly Shape[] = followed?.states ?? Array.from({ length: gates.states }, () => lost);
  const bare = typeof stateNesting(question.nesting) === 'number';
  const [only] = states as [Shape];
  return {
    type: 'tuple',
    items: [output, bare && gates.states === 1 ? only : { type: 'list', items: states }],
  };
}

function explain({ args, input }: Question, { states }: Gates): Explanation {
  const [from, to] = [formatDimension(input.shape.at(-1) as Dimension), formatDimension(args.units)];
  return {
    formulas: [`${from} → ${to}`],
    notes: [
      `one step: gives its output, and ${states === 2 ? 'its memory and carry states' : 'its state'} for the next`,
    ],
  };
}
