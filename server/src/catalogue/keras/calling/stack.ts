/** How a Sequential makes its graph: its layers called one after the other on its input. */
import { layerState } from '../../../graph/layer';
import { isInputLayer, type ModelState } from '../../../graph/model';
import { isProblem, mapNetwork } from '../../../graph/network';
import { firstOutput } from '../../../graph/rows';
import { type Dimension, dynamic, isDynamic, isUnknown, sameToKeras } from '../../../shapes/dimension';
import type { DType } from '../../../shapes/dtype';
import { hasRank, type Shape } from '../../../shapes/shape';
import { args } from '../../../values/arguments';
import type { Context } from '../../../values/context';
import type { InstanceValue, Value } from '../../../values/value';
import { classesOf } from '../classes';
import { inputTensor, makeInputLayer } from '../input-layer';
import { autoName } from '../settings';
import { callQuietly, observeCall } from './call';

/**
 * Gives a Sequential its graph for inputs of a shape (with the batch). Layers that are built already
 * keep their weights. Nothing comes of it where some layer's output is not known.
 */
export function buildStack(
  model: InstanceValue,
  state: ModelState,
  shape: Shape,
  dtype: DType | null,
  context: Context,
): void {
  const [first] = state.stack.value ?? [];
  if (!first || isInputLayer(first)) return;
  const input = inferredInput(model, first, shape, dtype, context);
  if (!input) return;
  const stack = [input, ...(state.stack.value ?? [])];
  state.stack.set(context.heap, stack);
  state.inferredShape.set(context.heap, shape);
  extendStack(state, stack, 1, null, context);
}

/** The input of a Sequential that was told none: Keras 2 names it after the first layer. */
function inferredInput(
  model: InstanceValue,
  first: InstanceValue,
  shape: Shape,
  dtype: DType | null,
  context: Context,
): InstanceValue | undefined {
  const classes = classesOf(model.cls);
  const state = layerState(first);
  if (!classes || !state) return undefined;
  const keras3 = context.generation === 'keras3';
  const own = state.name.value === null ? null : `${state.name.value}_input`;
  const options = {
    shape,
    dtype: dtype ?? (keras3 ? state.policy.value.compute : 'float32'),
    name: keras3 ? undefined : own,
  };
  return makeInputLayer(classes, options, context);
}

/**
 * Keras 2 makes the graph of a Sequential that was told no input anew when it is called on another
 * shape: sizes that differ become None (`relax_input_shape`).
 */
export function relaxStack(model: InstanceValue, state: ModelState, shape: Shape, context: Context): void {
  const before = state.inferredShape.value;
  const stack = state.stack.value;
  if (context.generation === 'keras3' || !before || !stack || !hasRank(before) || !hasRank(shape)) return;
  if (before.length !== shape.length) return;
  const relaxed = before.map((size, i) => relax(size, shape[i] as Dimension));
  if (relaxed.every((size, i) => size === before[i])) return;
  const [, first] = stack;
  const input = first && inferredInput(model, first, relaxed, null, context);
  if (!input) return;
  const old = state.network.value?.nodes;
  for (const layer of stack.slice(1)) {
    const nodes = layerState(layer)?.nodes;
    if (nodes?.value)
      nodes.set(
        context.heap,
        nodes.value.filter((node) => !old?.has(node)),
      );
  }
  const next = [input, ...stack.slice(1)];
  state.stack.set(context.heap, next);
  state.inferredShape.set(context.heap, relaxed);
  extendStack(state, next, 1, null, context);
}

function relax(before: Dimension, now: Dimension): Dimension {
  if (isDynamic(before) || sameToKeras(before, now)) return before;
  if (isUnknown(before)) return before;
  return isUnknown(now) ? now : dynamic();
}

/** Calls the layers from one place in the stack on, on what those before it give, and makes the graph anew. */
export function extendStack(
  state: ModelState,
  stack: readonly InstanceValue[],
  from: number,
  before: Value | null,
  context: Context,
): void {
  const input = inputTensor(stack[0] as InstanceValue);
  if (!input) return;
  let value: Value = before ?? input;
  // Built on a path that may have been taken: then what it was first called on is not known.
  const maybeBuilt = state.built.value === null;
  for (const layer of stack.slice(from)) {
    const called = callQuietly(layer, args([value]), context);
    value = called.output;
    // What its `layer.output` is: the first call's.
    const shown = value.kind === 'unknown' ? null : firstOutput(layer, context.generation);
    if (!called.refused) {
      observeCall(layer, { ...called, output: shown ?? value }, context, { throughModel: true, assumed: maybeBuilt });
    }
  }
  state.stackOutput.set(context.heap, value);
  state.built.set(context.heap, true);
  // Each graph is a functional model of its own to Keras 3, and takes a name.
  if (context.generation === 'keras3') autoName(context, 'Functional');
  const network = value.kind === 'unknown' ? null : mapNetwork(input, value);
  state.network.set(context.heap, network && !isProblem(network) ? network : null);
}
