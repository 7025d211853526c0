import { isLayer } from '../../../../graph/layer';
import { flatten, isNested } from '../../../../graph/structure';
import { reason } from '../../../../shapes/reason';
import { hasRank, unknownShape } from '../../../../shapes/shape';
import { type Arguments, args } from '../../../../values/arguments';
import type { Context } from '../../../../values/context';
import { type InstanceValue, ListValue, tuple, type Value } from '../../../../values/value';
import { defineLayer, type Evaluated, variant } from '../../../define-layer';
import { type Failure, failure } from '../../../failure';
import { anything, describe, ignored, iterableItems, type Param } from '../../../params';
import { callInner } from '../../calling/call';
import { callArguments, madeOf, refuseCall, refuseConstruction } from '../../calling/taken-over';
import { buildCell } from './building-cells';
import { cellsOf, countSizes, packStates, stateSizeOf } from './state-sizes';

/** Anything that can be gone through; each must have a `call` and a `state_size`. */
const cells: Param<Value> = {
  ...anything(null),
  read: (value, { callee, parameter }) => {
    const symbolic = value.kind === 'tensor' && value.library === 'keras';
    if (iterableItems(value) !== null && !symbolic) return { value };
    const message = `\`${parameter}\` of ${callee} must be a list of cells, not ${describe(value)}`;
    return { failure: failure('invalid-argument', message, { parameter, exception: 'TypeError' }) };
  },
};

export const stackedRNNCells = defineLayer({
  name: 'StackedRNNCells',
  summary: 'Several cells as one: what one gives goes into the next.',
  docs: 'api/layers/recurrent_layers/stacked_rnn_cells/',
  rule: {
    words: 'One step through all cells: the last one’s output, and the states of each.',
    formula: '(batch, c), states → (batch, units of the last cell), states',
    example: 'RNN(StackedRNNCells([GRUCell(16), GRUCell(32)]))(Input((10, 8)))',
    readFrom: 'layers/rnn/stacked_rnn_cells.py: StackedRNNCells.call',
  },
  params: { cells },
  output: ({ callee }) => unknownShape(reason(`what ${callee} gives depends on its cells`)),
  initialize,
  evaluate,
  generations: {
    keras2: variant({ params: { cells, reverse_state_order: { ...ignored, kind: 'kwargs' } } }),
  },
});

function initialize(layer: InstanceValue, context: Context): void {
  const made = madeOf(layer);
  const given = made?.state.args?.get('cells')?.value;
  if (!given) return;
  const items = iterableItems(given);
  if (items && !('text' in items)) {
    const without = items.find((cell) => stateSizeOf(cell, context) === 'missing');
    if (without) {
      const message = `each cell of ${layer.cls.name} must have a \`call\` and a \`state_size\`, and one is ${describe(without)}`;
      refuseConstruction(failure('invalid-argument', message, { parameter: 'cells' }), layer, context);
    }
  }
  context.setAttribute(layer, 'cells', given);
}

function evaluate(layer: InstanceValue, given: Arguments, context: Context): Value | Evaluated {
  const callee = layer.cls.name;
  const names =
    context.generation === 'keras3' ? ['inputs', 'states', 'training'] : ['inputs', 'states', 'constants', 'training'];
  const bound = callArguments(callee, given, names, 2);
  if ('code' in bound) return refuseCall(bound, layer, given, context);
  let input = bound.get('inputs') as Value;
  const cells = cellsOf(layer);
  const states =
    context.generation === 'keras3'
      ? itemsOf(bound.get('states') as Value)
      : packed(layer, bound.get('states') as Value, context);
  if (states && 'code' in states) return refuseCall(states, layer, given, context);
  if (!cells || !states || input.kind !== 'tensor' || !hasRank(input.shape)) {
    return context.unknown(`what ${callee} is called on is not known`);
  }
  const failed = buildCell(layer, input.shape, input.dtype, context);
  if (failed) return refuseCall(failed, layer, given, context);
  const all: Value[] = [];
  for (const [i, cell] of cells.entries()) {
    const state = states[i];
    if (state === undefined) break;
    const own = isNested(state) ? state : new ListValue([state]);
    const outcome = isLayer(cell) ? callInner(cell, args([input, own]), context) : null;
    if (outcome?.refused) return { output: outcome.output, refused: true };
    const result = outcome?.output;
    if (result?.kind !== 'tuple' || result.items.length !== 2)
      return context.unknown(`what a cell of ${callee} gives is not known`);
    const [output, next] = result.items as [Value, Value];
    input = output;
    const unwrapped = next.kind === 'list' && next.items.length === 1 && !isNested(state) ? next.items[0] : next;
    all.push(unwrapped as Value);
  }
  if (context.generation !== 'keras3') return tuple([input, tuple(all)]);
  return tuple([input, all.length === 1 ? (all[0] as Value) : new ListValue(all)]);
}

/** Keras 2 flattens the states and nests them as the cells' sizes do. */
function packed(layer: InstanceValue, states: Value, context: Context): readonly Value[] | Failure | null {
  const size = stateSizeOf(layer, context);
  const leaves = flatten(states);
  if (typeof size === 'string' || leaves.some((leaf) => leaf.kind !== 'tensor')) return null;
  const wanted = countSizes(size);
  if (wanted !== leaves.length) {
    return failure('invalid-input', `${layer.cls.name} has ${wanted} states, and is given ${leaves.length}`, {
      facts: { expected: wanted, actual: leaves.length },
    });
  }
  const nested = packStates(size, leaves);
  return itemsOf(nested);
}

function itemsOf(states: Value): readonly Value[] | null {
  if (states.kind === 'tuple') return states.items;
  return states.kind === 'list' && !states.uncertain ? states.items : null;
}
