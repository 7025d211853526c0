import { isLayer } from '../../../../graph/layer';
import { flatten } from '../../../../graph/structure';
import { type Dimension, isDynamic, surelyDiffer } from '../../../../shapes/dimension';
import { isFloating } from '../../../../shapes/dtype';
import { reason } from '../../../../shapes/reason';
import { formatShape, hasRank, type Shape, unknownShape } from '../../../../shapes/shape';
import { type Arguments, args } from '../../../../values/arguments';
import type { Context } from '../../../../values/context';
import { TensorValue } from '../../../../values/tensor';
import { type InstanceValue, ListValue, tuple, type Value } from '../../../../values/value';
import { defineLayer, type Evaluated, type Explanation, variant } from '../../../define-layer';
import { type Failure, failure } from '../../../failure';
import { anything, describe, flag } from '../../../params';
import { callInner } from '../../calling/call';
import { overrides } from '../../calling/how';
import {
  callArguments,
  madeOf,
  oneTensor,
  ownAttribute,
  refuseCall,
  refuseConstruction,
} from '../../calling/taken-over';
import { castFor, makeTensor, type Origin, originOf } from '../../calling/tensors';
import { classesOf } from '../../classes';
import type { DeclaredState } from '../../declared-state';
import { buildCell } from './building-cells';
import { givenStates, statesFromList } from './initial-states';
import { keras2Extras } from './options';
import { impliedSequence } from './recurrent';
import { cellsOf, countSizes, isSeveral, outputSizeOf, packStates, type StateSize, stateSizeOf } from './state-sizes';

interface Args {
  readonly return_sequences: boolean;
  readonly return_state: boolean;
  readonly stateful: boolean;
  readonly unroll: boolean;
  readonly time_major?: boolean;
}

const options = {
  cell: anything(null),
  return_sequences: flag(false),
  return_state: flag(false),
  go_backwards: flag(false),
  stateful: flag(false),
  unroll: flag(false),
};

const { zero_output_for_mask, ...inputSizes } = keras2Extras;

export const rnn = defineLayer({
  name: 'RNN',
  summary: 'Runs a cell over the steps of a sequence.',
  docs: 'api/layers/recurrent_layers/rnn/',
  rule: {
    words:
      'What the cell gives for the last step; with `return_sequences=True` for all steps. With `return_state=True` the cell’s states follow.',
    formula: '(batch, t, c) → (batch, output_size), or (batch, t, output_size)',
    example: 'RNN(GRUCell(16))(Input((10, 8)))',
    readFrom: 'layers/rnn/rnn.py: RNN.compute_output_shape',
  },
  params: { ...options, zero_output_for_mask: flag(false) },
  output: ({ callee }) => unknownShape(reason(`what ${callee} gives depends on its cell`)),
  initialize,
  evaluate,
  buildsInner: 'by calling',
  generations: {
    keras2: variant({
      params: { ...options, time_major: flag(false), zero_output_for_mask, ...inputSizes },
      impliedInput: impliedSequence,
    }),
  },
});

/** A list of cells becomes a StackedRNNCells; what is no cell is refused. */
function initialize(layer: InstanceValue, context: Context): void {
  const given = madeOf(layer)?.state.args?.get('cell')?.value;
  if (!given) return;
  const isStack = given.kind === 'list' || given.kind === 'tuple';
  const stack = isStack ? classesOf(layer.cls)?.layerNamed('StackedRNNCells') : undefined;
  const cell = stack ? context.call(stack, args([given])) : given;
  const size = stateSizeOf(cell, context);
  if (size === 'missing' || (size === 'odd' && context.generation === 'keras3')) {
    const message =
      size === 'missing'
        ? `the cell of ${layer.cls.name} must have a \`call\` and a \`state_size\`, and is ${describe(cell)}`
        : `the \`state_size\` of the cell of ${layer.cls.name} must be an int or a list of ints`;
    refuseConstruction(failure('invalid-argument', message, { parameter: 'cell' }), layer, context);
  }
  context.setAttribute(layer, 'cell', cell);
}

function evaluate(layer: InstanceValue, given: Arguments, context: Context): Value | Evaluated {
  const callee = layer.cls.name;
  const keras3 = context.generation === 'keras3';
  const names = keras3
    ? ['sequences', 'initial_state', 'mask', 'training']
    : ['inputs', 'mask', 'training', 'initial_state', 'constants'];
  const arranged = keras3 ? given : statesFromList(given);
  const bound = 'code' in arranged ? arranged : callArguments(callee, arranged, names);
  const made = madeOf(layer);
  if (!made) return context.unknown(`the arguments of ${callee} are not known`);
  if ('code' in bound) return refuseCall(bound, layer, given, context);
  const first = oneTensor(callee, bound.get(names[0] as string) as Value);
  if (first && 'code' in first) return refuseCall(first, layer, given, context);
  const cell = ownAttribute(layer, 'cell');
  if (!first || !hasRank(first.shape) || !made.args) {
    const open = context.unknown(`what ${callee} is called on is not known`);
    if (isLayer(cell)) runCell(cell, [open, open], context);
    return open;
  }
  const input = castFor(first, made.state);
  const run = { layer, cell, args: made.args as unknown as Args, state: made.state, input, context };
  const result = keras3 && input.library === 'keras' ? declaredOutput(run) : stepped(run, bound);
  if ('kind' in result || 'refused' in result) return result;
  if ('code' in result) return refuseCall(result, layer, given, context);
  const output = outputOf(run, result, originOf(flatten(tuple([...bound.values()]))));
  return { output, explanation: explain(first.shape, output) };
}

function explain(input: readonly Dimension[], output: Value): Explanation {
  const first = output.kind === 'tuple' || output.kind === 'list' ? output.items[0] : output;
  if (first?.kind !== 'tensor' || !hasRank(first.shape)) return {};
  return { formulas: [`${formatShape(input.slice(1))} → ${formatShape(first.shape.slice(1))}`] };
}

interface Run {
  readonly layer: InstanceValue;
  readonly cell: Value;
  readonly args: Args;
  readonly state: DeclaredState;
  readonly input: TensorValue;
  readonly context: Context;
}

/** What one step gives, without the batch, and the states behind it. */
interface Stepped {
  readonly output: { readonly sizes: readonly Dimension[]; readonly dtype: TensorValue['dtype'] };
  readonly states: readonly Value[];
}

function axes({
  args,
  input,
}: Run): { readonly batch: Dimension; readonly steps: Dimension; readonly step: readonly Dimension[] } | null {
  const [first, second, ...rest] = input.shape as readonly Dimension[];
  if (first === undefined || second === undefined) return null;
  const [batch, steps] = args.time_major ? [second, first] : [first, second];
  return { batch, steps, step: [batch, ...rest] };
}

/** A refusal that is told already. */
type Refused = Evaluated & { readonly refused: true };

/** Builds the cell, and refuses what cannot keep its states. */
function prepare(run: Run): Failure | ReturnType<typeof axes> {
  const { layer, cell, args, input, context } = run;
  const callee = layer.cls.name;
  const found = axes(run);
  if (!found) {
    return failure(
      'wrong-rank',
      `${callee} takes a batch of sequences, and its input has ${(input.shape as readonly Dimension[]).length} dimensions`,
      {
        exception: 'IndexError',
        inputs: [0],
      },
    );
  }
  const failed = buildCell(cell, found.step, input.dtype, context);
  if (failed) return failed;
  if (args.stateful && isDynamic(found.batch)) {
    const message = `${callee} keeps its states, so it needs a batch size: give the Input a \`batch_size\``;
    return failure('undefined-weight-shape', message, { parameter: 'stateful', inputs: [0] });
  }
  return found;
}

/** Keras 3 believes what the cell says of its sizes, and does not run it before there is data. */
function declaredOutput(run: Run): Stepped | Failure | Value {
  const { layer, cell, state, context } = run;
  const [batch] = run.input.shape as readonly Dimension[];
  const whole = wholeLayer(run);
  if (whole && batch !== undefined && !isDynamic(batch)) return whole;
  const found = prepare(run);
  if (!found || 'code' in found) return found ?? context.unknown('its input is not known');
  const size = stateSizeOf(cell, context);
  const output = outputSizeOf(cell, context);
  if (typeof size === 'string' || !output) {
    return context.unknown(`the sizes of the cell of ${layer.cls.name} are not known`);
  }
  const dtype = state.policy.value.compute;
  const origin = originOf([run.input]);
  const tensor = (sizes: readonly Dimension[]): Value => makeTensor(origin, [found.batch, ...sizes], dtype);
  const states = isSeveral(size) ? size.states : [size];
  return { output: { sizes: output, dtype }, states: states.map((one) => mapSizes(one, tensor)) };
}

/** A whole recurrent layer as the cell takes a known batch for the size of its input. */
function wholeLayer({ layer, cell, context }: Run): Value | null {
  const name = isLayer(cell) ? madeOf(cell)?.state.definition.name : undefined;
  if (!/^(LSTM|GRU|SimpleRNN)$/.test(name ?? '')) return null;
  return context.unknown(`the cell of ${layer.cls.name} is a whole ${name}`);
}

function mapSizes(size: StateSize, leaf: (sizes: readonly Dimension[]) => Value): Value {
  return isSeveral(size) ? new ListValue(size.states.map((one) => mapSizes(one, leaf))) : leaf(size);
}

/** Keras 2 runs the cell on one step, and on the next ones; so does Keras 3 where there are data. */
function stepped(run: Run, bound: ReadonlyMap<string, Value>): Stepped | Failure | Value | Refused {
  const { layer, cell, args: flags, input, context } = run;
  const callee = layer.cls.name;
  const size = stateSizeOf(cell, context);
  const lost = () => context.unknown(`what the cell of ${callee} gives is not known`);
  if (!isLayer(cell) || typeof size === 'string') return lost();
  const keras3 = context.generation === 'keras3';
  const whole = keras3 ? wholeLayer(run) : null;
  if (whole) return whole;
  const given = givenStates(bound.get('initial_state'));
  const leaves = given && flatten(tuple(given));
  if (leaves && leaves.length !== countSizes(size)) {
    const message = `${callee} has ${countSizes(size)} states, and is given ${leaves.length}`;
    return failure('incompatible-shapes', message, { parameter: 'initial_state' });
  }
  const found = prepare(run);
  if (!found || 'code' in found) return found ?? lost();
  if (flags.unroll && isDynamic(found.steps)) {
    const message = `${callee} can only unroll a known number of steps, and that of its input is None`;
    return failure('invalid-argument', message, { parameter: 'unroll', inputs: [0] });
  }
  if ((bound.get('constants')?.kind ?? 'None') !== 'None') {
    const open = lost();
    runCell(cell, [open, open], context);
    return open;
  }
  const mixed = leaves || keras3 ? null : otherType(run);
  if (mixed) return mixed;
  const origin = originOf([input]);
  const ofStates = keras3 ? cell.payload.policy.value.compute : input.dtype;
  const zeros = mapSizes(size, (sizes) => makeTensor(origin, [found.batch, ...sizes], ofStates));
  const states = leaves ? packStates(size, leaves) : zeros;
  const step = new TensorValue({
    library: input.library,
    symbolic: input.symbolic,
    shape: found.step,
    dtype: input.dtype,
  });
  const outcome = runCell(cell, [step, tuple(states.kind === 'list' ? states.items : [states])], context);
  if (outcome.refused) return { output: outcome.output, refused: true };
  const result = outcome.output;
  if (result.kind !== 'tuple' || result.items.length !== 2) return lost();
  const [output, next] = result.items as [Value, Value];
  if (output.kind !== 'tensor' || !hasRank(output.shape)) return lost();
  const changed = flags.unroll ? null : changedState(callee, flatten(states), flatten(next));
  if (changed) return changed;
  const behind = next.kind === 'list' || next.kind === 'tuple' ? next.items : [next];
  const dtype = keras3 ? run.state.policy.value.compute : output.dtype;
  return { output: { sizes: output.shape.slice(1), dtype }, states: behind };
}

/**
 * Runs a cell on a step. It is called again for the next ones, once where TensorFlow traces a loop, else as often as there
 * are steps: what a cell of the program changes is not known afterwards.
 */
function runCell(cell: InstanceValue, given: readonly Value[], context: Context): ReturnType<typeof callInner> {
  const first = callInner(cell, args(given), context);
  const isOwn = (one: Value): boolean => one.kind === 'instance' && overrides(one.cls, 'call');
  if (isOwn(cell) || cellsOf(cell)?.some(isOwn)) {
    const again = () => void context.attempt(() => context.unobserved(() => callInner(cell, args(given), context)));
    context.often(again, context.because('a recurrent layer calls its cell for each step'));
  }
  return first;
}

/** Keras 2 makes the first states of the input's element type, and a cell casts none. */
function otherType({ layer, cell, input }: Run): Failure | null {
  const stack = cell.kind === 'instance' ? cellsOf(cell) : null;
  for (const one of stack ?? [cell]) {
    if (!isLayer(one) || !madeOf(one)) continue;
    const { compute } = one.payload.policy.value;
    if (!isFloating(input.dtype) || !isFloating(compute) || compute === input.dtype) continue;
    const message = `${layer.cls.name} computes in ${input.dtype}, and its cell in ${compute}: TensorFlow mixes none`;
    return failure('incompatible-dtypes', message, { exception: 'TypeError', parameter: 'dtype' });
  }
  return null;
}

/** What a loop carries from step to step must keep its shape. */
function changedState(callee: string, before: readonly Value[], after: readonly Value[]): Failure | null {
  for (const [i, was] of before.entries()) {
    const is = after[i];
    if (was.kind !== 'tensor' || is?.kind !== 'tensor' || !hasRank(was.shape) || !hasRank(is.shape)) continue;
    const { shape } = is;
    if (
      was.shape.length === shape.length &&
      !was.shape.some((size, axis) => surelyDiffer(size, shape[axis] as Dimension))
    )
      continue;
    const message = `the cell of ${callee} makes a state of ${formatShape(shape)} of one of ${formatShape(was.shape)}, and it must stay as it is`;
    return failure('incompatible-shapes', message, {
      facts: { expected: formatShape(was.shape), actual: formatShape(shape) },
    });
  }
  return null;
}

function outputOf(run: Run, { output, states }: Stepped, origin: Origin): Value {
  const { args: flags, context } = run;
  const { batch, steps } = axes(run) as NonNullable<ReturnType<typeof axes>>;
  const first = flags.time_major ? [steps, batch] : [batch, steps];
  const shape: Shape = flags.return_sequences ? [...first, ...output.sizes] : [batch, ...output.sizes];
  const made = makeTensor(origin, shape, output.dtype);
  if (!flags.return_state) return made;
  return context.generation === 'keras3' ? tuple([made, ...states]) : new ListValue([made, ...states]);
}
