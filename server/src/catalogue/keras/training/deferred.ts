/** Models that do not know their input before they meet data: they are built for a batch of these. */
import { type ModelState, modelState } from '../../../graph/model';
import { mapStructure } from '../../../graph/structure';
import { ownedLayers } from '../../../graph/weights';
import { unknownShape } from '../../../shapes/shape';
import { args } from '../../../values/arguments';
import type { Context, PythonError } from '../../../values/context';
import type { InstanceValue, Value } from '../../../values/value';
import { callQuietly } from '../calling/call';
import { howCalled, overrides } from '../calling/how';
import { buildStack } from '../calling/stack';

/** What building a model for data gave: the outputs of the call that built it, or what it refused. */
export type Built = { readonly outputs: Value } | { readonly error: PythonError } | null;

/** Builds a model for a batch; null where it is built already, or nothing was called for it. */
export function buildFor(model: InstanceValue, batch: Value, context: Context): Built {
  const state = modelState(model);
  if (!state || state.hidden.value || state.network.value) return null;
  if (!allTensors(batch)) {
    forgetBuilt(model, state, context);
    return null;
  }
  if (state.sequential && state.stack.value) {
    if (batch.kind === 'tensor') buildStack(model, state, batch.shape, null, context);
    return null;
  }
  if (state.built.value !== false || howCalled(model.cls) !== 'program') return null;
  return buildProgram(model, state, batch, context);
}

/** Layers that wait for data that are not known: they have weights then, but it is not known which. */
function forgetBuilt(model: InstanceValue, state: ModelState, context: Context): void {
  const open = context.unknown('the data are not known');
  if (state.stack.value) buildStack(model, state, unknownShape(open.reason), null, context);
  else if (state.built.value === false && howCalled(model.cls) === 'program') buildProgram(model, state, open, context);
}

/**
 * What a `train_step` or `test_step` of the program may have built on its way, which is not followed: each Sequential in
 * the model that waited for data may have met them there.
 */
export function forgetSteps(model: InstanceValue, context: Context): void {
  if (!overrides(model.cls, 'train_step') && !overrides(model.cls, 'test_step')) return;
  const visited = new Set<InstanceValue>();
  const pending = [model];
  for (let one = pending.pop(); one; one = pending.pop()) {
    if (visited.has(one)) continue;
    visited.add(one);
    const state = modelState(one);
    if (one !== model && state?.sequential && state.built.value === false) state.built.set(context.heap, null);
    pending.push(...(ownedLayers(one) ?? []));
  }
}

function buildProgram(model: InstanceValue, state: ModelState, batch: Value, context: Context): Built {
  const ran = context.attempt(() => callQuietly(model, args([batch]), context));
  if ('error' in ran) {
    state.built.set(context.heap, null);
    return ran;
  }
  return { outputs: ran.value.output };
}

export function allTensors(structure: Value): boolean {
  let all = true;
  mapStructure(structure, (leaf) => {
    all &&= leaf.kind === 'tensor';
    return leaf;
  });
  return all;
}
