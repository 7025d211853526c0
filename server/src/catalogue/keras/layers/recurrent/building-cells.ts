/** How a layer over a cell gives it its weights (`RNN.build`, `StackedRNNCells.build`). */
import { isLayer } from '../../../../graph/layer';
import type { Dimension } from '../../../../shapes/dimension';
import type { DType } from '../../../../shapes/dtype';
import type { Context } from '../../../../values/context';
import type { InstanceValue, Value } from '../../../../values/value';
import type { Failure } from '../../../failure';
import { buildFor } from '../../calling/building';
import { overrides } from '../../calling/how';
import { madeOf } from '../../calling/taken-over';
import { cellsOf, outputSizeOf } from './state-sizes';

/** Builds a cell for steps of a shape (with the batch), unless it is built; what Keras refuses is given back. */
export function buildCell(cell: Value, step: readonly Dimension[], dtype: DType, context: Context): Failure | null {
  if (!isLayer(cell) || cell.payload.built.value === true) return null;
  const isStack = madeOf(cell)?.state.definition.name === 'StackedRNNCells' && !overrides(cell.cls, 'build');
  if (!isStack) return buildFor(cell, step, dtype, context);
  const failed = buildStack(cell, step, dtype, context);
  if (!failed) cell.payload.built.set(context.heap, true);
  return failed;
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
