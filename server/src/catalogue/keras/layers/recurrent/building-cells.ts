/** How a layer over a cell gives it its weights (`RNN.build`, `StackedRNNCells.build`). */
import { isLayer } from '../../../../graph/layer';
import type { Dimension } from '../../../../shapes/dimension';
import type { DType } from '../../../../shapes/dtype';
import { args } from '../../../../values/arguments';
import type { Context } from '../../../../values/context';
import { kerasTensor } from '../../../../values/tensor';
import type { InstanceValue, Value } from '../../../../values/value';
import type { Failure } from '../../../failure';
import { ask } from '../../../layer-call';
import { build, callSettings } from '../../calling/definition';
import { overrides } from '../../calling/how';
import { madeOf } from '../../calling/taken-over';
import { castFor, shapeValue } from '../../calling/tensors';
import { cellsOf, outputSizeOf } from './state-sizes';

/** Builds a cell for steps of a shape (with the batch), unless it is built; what Keras refuses is given back. */
export function buildCell(cell: Value, step: readonly Dimension[], dtype: DType, context: Context): Failure | null {
  if (!isLayer(cell) || cell.payload.built.value === true) return null;
  const made = madeOf(cell);
  if (!made || overrides(cell.cls, 'build')) {
    buildByItself(cell, step, context);
    return null;
  }
  const { state } = made;
  const construction = state.construction.value;
  if (state.definition.name === 'StackedRNNCells') {
    const failed = buildStack(cell, step, dtype, context);
    if (!failed) state.built.set(context.heap, true);
    return failed;
  }
  if (!construction) return null;
  if (construction.later) return construction.later;
  if (state.definition.evaluate) {
    buildByItself(cell, step, context);
    return null;
  }
  const input = castFor(kerasTensor(step, dtype), state);
  const answer = ask(state.definition, construction, [input], callSettings(state, new Map(), context));
  if (answer.failure) return answer.failure;
  build(cell, state, answer.weights, [input], context);
  return null;
}

function buildStack(stack: InstanceValue, step: readonly Dimension[], dtype: DType, context: Context): Failure | null {
  let shape = step;
  for (const cell of cellsOf(stack) ?? []) {
    const failed = buildCell(cell, shape, dtype, context);
    if (failed) return failed;
    const output = outputSizeOf(cell, context);
    const [batch] = step;
    if (!output || batch === undefined) return null;
    shape = [batch, ...output];
  }
  return null;
}

/** By its own `build`. */
function buildByItself(cell: InstanceValue, step: readonly Dimension[], context: Context): void {
  const method = context.attribute(cell, 'build');
  if (method) context.call(method, args([shapeValue(step, context.generation)]));
  if (isLayer(cell)) cell.payload.built.set(context.heap, true);
}
