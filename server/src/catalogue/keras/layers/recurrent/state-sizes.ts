/** The sizes of a cell's states and output: `cell.state_size`, `cell.output_size`. */
import { isLayer } from '../../../../graph/layer';
import type { Dimension } from '../../../../shapes/dimension';
import { hasRank } from '../../../../shapes/shape';
import type { Context } from '../../../../values/context';
import { type InstanceValue, ListValue, type Value } from '../../../../values/value';
import { integerOf } from '../../../params';
import { shapeOf } from '../../../tensorflow/tensor-shape';
import { madeOf } from '../../calling/taken-over';

/** One state's sizes without the batch, or several states, as they nest. */
export type StateSize = readonly Dimension[] | { readonly states: readonly StateSize[] };

/** `missing`: it surely has none. `odd`: it is nothing that can be a size. `open`: not known. */
export type FoundSize = StateSize | 'missing' | 'odd' | 'open';

export function isSeveral(size: StateSize): size is { readonly states: readonly StateSize[] } {
  return 'states' in size;
}

/** How many tensors they are. */
export function countSizes(size: StateSize): number {
  return isSeveral(size) ? size.states.reduce((total, one) => total + countSizes(one), 0) : 1;
}

/** As many values as there are states, nested as those are. */
export function packStates(size: StateSize, leaves: readonly Value[]): Value {
  let next = 0;
  const pack = (one: StateSize): Value =>
    isSeveral(one) ? new ListValue(one.states.map(pack)) : (leaves[next++] as Value);
  return pack(size);
}

/** What a value that is used as a cell says of its states. */
export function stateSizeOf(cell: Value, context: Context): FoundSize {
  if (cell.kind === 'unknown') return 'open';
  if (cell.kind === 'class') return cell.lookup('call') && cell.lookup('state_size') ? 'odd' : 'missing';
  if (cell.kind !== 'instance') return 'missing';
  if (!hasOwn(cell, 'state_size')) {
    const declared = declaredSizes(cell, context);
    if (declared) return declared.states;
  }
  const call = context.attribute(cell, 'call');
  const size = call && context.attribute(cell, 'state_size');
  return size ? readSize(size) : 'missing';
}

/** The size of its output: `output_size`, or else its first state's. Null where it is not known. */
export function outputSizeOf(cell: Value, context: Context): readonly Dimension[] | null {
  if (cell.kind !== 'instance') return null;
  if (!hasOwn(cell, 'output_size') && !hasOwn(cell, 'state_size')) {
    const declared = declaredSizes(cell, context);
    if (declared) return declared.output;
  }
  const output = context.attribute(cell, 'output_size');
  if (output && output.kind !== 'None') {
    const size = readSize(output);
    return typeof size === 'string' || isSeveral(size) ? null : size;
  }
  return firstSize(stateSizeOf(cell, context));
}

function firstSize(size: FoundSize): readonly Dimension[] | null {
  if (typeof size === 'string') return null;
  if (!isSeveral(size)) return size;
  const [first] = size.states;
  return first ? firstSize(first) : null;
}

function readSize(value: Value): FoundSize {
  if (value.kind === 'unknown') return 'open';
  const number = integerOf(value);
  if (number !== undefined) return value.kind === 'tensor' ? 'odd' : [number];
  if (value.kind === 'instance') {
    const shape = shapeOf(value);
    return shape && hasRank(shape) ? shape : 'open';
  }
  if (value.kind === 'list' && value.uncertain) return 'open';
  if (value.kind !== 'list' && value.kind !== 'tuple') return 'odd';
  const states: StateSize[] = [];
  for (const item of value.items) {
    const size = readSize(item);
    if (typeof size === 'string') return size === 'odd' ? 'open' : size;
    states.push(size);
  }
  return { states };
}

/** Set by the program: in the instance, or by a class that is not Keras'. */
function hasOwn(cell: InstanceValue, name: string): boolean {
  return cell.attributes.get(name) !== undefined || cell.cls.lookup(name) !== undefined;
}

/** What Keras' own cells, and in Keras 3 its recurrent layers, have. Undefined for all others. */
function declaredSizes(
  cell: InstanceValue,
  context: Context,
): { readonly states: FoundSize; readonly output: readonly Dimension[] | null } | undefined {
  const made = madeOf(cell);
  if (!made) return isLayer(cell) && cell.payload.kind ? { states: 'open', output: null } : undefined;
  const units = made.state.construction.value?.readings[0]?.units as Dimension | undefined;
  const one = units === undefined ? [] : [units];
  switch (made.state.definition.name) {
    case 'LSTMCell':
      return { states: { states: [one, one] }, output: one };
    case 'GRUCell':
    case 'SimpleRNNCell':
      return { states: one, output: one };
    case 'StackedRNNCells':
      return stackedSizes(cell, context);
    case 'LSTM':
      return context.generation === 'keras3' ? { states: { states: [one, one] }, output: one } : noSizes();
    case 'GRU':
    case 'SimpleRNN':
      return context.generation === 'keras3' ? { states: { states: [one] }, output: one } : noSizes();
    default:
      return made.state.definition.name === 'RNN' || cell.cls.lookup('state_size')
        ? { states: 'open', output: null }
        : noSizes();
  }
}

function noSizes(): { readonly states: 'missing'; readonly output: null } {
  return { states: 'missing', output: null };
}

function stackedSizes(
  stack: InstanceValue,
  context: Context,
): { readonly states: FoundSize; readonly output: readonly Dimension[] | null } {
  const cells = cellsOf(stack);
  const last = cells?.at(-1);
  if (!cells || !last) return { states: 'open', output: null };
  const states: StateSize[] = [];
  for (const cell of cells) {
    const size = stateSizeOf(cell, context);
    if (typeof size === 'string') return { states: 'open', output: outputSizeOf(last, context) };
    states.push(size);
  }
  return { states: { states }, output: outputSizeOf(last, context) };
}

/** The cells of a StackedRNNCells; null where they are not known. */
export function cellsOf(stack: InstanceValue): readonly Value[] | null {
  const cells = stack.attributes.get('cells');
  if (cells?.kind === 'tuple') return cells.items;
  return cells?.kind === 'list' && !cells.uncertain ? cells.items : null;
}
