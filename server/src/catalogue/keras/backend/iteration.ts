/** Functions of the program that are called for each row or step (`K.map_fn`, `K.foldl`, `K.rnn`). */
import { flatten, mapStructure } from '../../../graph/structure';
import type { Dimension } from '../../../shapes/dimension';
import { refuse } from '../../../shapes/problem';
import { hasRank, type Shape, sameShape } from '../../../shapes/shape';
import { args } from '../../../values/arguments';
import { TensorValue } from '../../../values/tensor';
import { ListValue, NONE, tuple, type Value } from '../../../values/value';
import type { OpCall, OpDefinition } from '../../ops/define-op';
import { other } from '../../ops/elementwise/unary';
import { operandOf } from '../../ops/operand';
import { anything, flag, sequenceItems } from '../../params';
import { mapped } from '../../tensorflow/ops/calling';
import { tensorflowOp } from '../../tensorflow/ops/define';

const mapFn = tensorflowOp({
  name: 'map_fn',
  nameless: true,
  summary: 'A function for each element of the first axis.',
  params: { fn: anything(null), elems: anything(null), name: other(), dtype: other() },
  symbolicBy: [],
  output: () => [],
  evaluate: mapped,
});

/** A row, or a step, as the function gets it; undefined for what is no tensor of some axes. */
function partOf(value: Value, shapeOfPart: (shape: readonly Dimension[]) => Shape): TensorValue | undefined {
  const operand = operandOf(value);
  if (!operand || !hasRank(operand.anyShape) || operand.isSymbolic) return undefined;
  const symbolic = operand.tensor?.symbolic === true;
  return new TensorValue({
    library: 'tensorflow',
    symbolic,
    shape: shapeOfPart(operand.anyShape),
    dtype: operand.dtype,
  });
}

type Folding = { readonly fn: Value; readonly elems: Value; readonly initializer: Value };

/** The shape that the function gives is that of what it gets, as TensorFlow's loops demand. */
function folded({ args: { fn, elems, initializer }, callee, context }: OpCall<Folding>): Value {
  const row = partOf(elems, (shape) => {
    if (shape.length === 0) refuse('wrong-rank', 'a scalar has no rows', { parameter: 'elems' });
    return shape.slice(1);
  });
  if (!row) return context.unknown(`what ${callee} goes through is not followed`);
  const first = initializer.kind === 'None' ? row : initializer;
  const given = context.call(fn, args([first, row]));
  const [before, after] = [first, given].map((value) => operandOf(value)?.anyShape);
  return before && after && sameShape(before, after)
    ? given
    : context.unknown(`what the function of ${callee} gives has another shape than what it gets`);
}

const fold = (name: string, from: string): OpDefinition =>
  tensorflowOp({
    name,
    nameless: true,
    summary: `The rows put together by a function, from the ${from} one on.`,
    params: { fn: anything(null), elems: anything(null), initializer: anything(NONE), name: other() },
    symbolicBy: [],
    output: () => [],
    evaluate: folded,
  });

/** One step tells the shapes of all. Gives the last output, all of them with the steps on axis 1, and the states. */
const rnn = tensorflowOp({
  name: 'rnn',
  nameless: true,
  summary: 'A function for each step of sequences, with states: the last output, all outputs, and the last states.',
  params: {
    step_function: anything(null),
    inputs: anything(null),
    initial_states: anything(null),
    go_backwards: other(),
    mask: other(),
    constants: anything(NONE),
    unroll: flag(false),
    input_length: other(),
    time_major: flag(false),
    zero_output_for_mask: other(),
    return_all_outputs: flag(true),
  },
  symbolicBy: [],
  output: () => [],
  evaluate: ({ args: given, callee, context }) => {
    const { inputs, time_major: timeFirst, return_all_outputs: all, unroll } = given;
    const states = sequenceItems(given.initial_states);
    const constants = given.constants.kind === 'None' ? [] : sequenceItems(given.constants);
    const timeAxis = timeFirst ? 0 : 1;
    let steps: Dimension | undefined;
    const leaves = flatten(inputs).map((leaf) =>
      partOf(leaf, (shape) => {
        steps ??= shape[timeAxis];
        if (shape.length < 2) refuse('wrong-rank', `${callee} takes 2 dimensions or more`, { parameter: 'inputs' });
        return shape.filter((_, axis) => axis !== timeAxis);
      }),
    );
    if (!states || !constants || steps === undefined || leaves.includes(undefined)) {
      return context.unknown(`what ${callee} goes through is not followed`);
    }
    const time = all ? steps : 1;
    let next = 0;
    const step = mapStructure(inputs, () => leaves[next++] as TensorValue);
    const made = context.call(given.step_function, args([step, tuple([...states, ...constants])]));
    const [output, after] = sequenceItems(made) ?? [];
    const ended = after && sequenceItems(after);
    if (!output || !ended) return context.unknown(`what the step function of ${callee} gives is not followed`);
    const outputs = mapStructure(output, (leaf) => {
      if (leaf.kind !== 'tensor' || !hasRank(leaf.shape)) return leaf;
      const { library, symbolic, shape, dtype } = leaf;
      const whole = timeFirst ? [time, ...shape] : [...shape.slice(0, 1), time, ...shape.slice(1)];
      return new TensorValue({ library, symbolic, shape: whole, dtype });
    });
    return tuple([output, outputs, unroll ? new ListValue([...ended]) : tuple(ended)]);
  },
});

export const backendIteration: readonly OpDefinition[] = [mapFn, fold('foldl', 'first'), fold('foldr', 'last'), rnn];
