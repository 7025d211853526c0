/** Functions that are made of a graph (`K.function`). */

import { flatten, mapStructure } from '../../../graph/structure';
import { hasRank } from '../../../shapes/shape';
import { args } from '../../../values/arguments';
import type { Context } from '../../../values/context';
import { type InstanceValue, ListValue, NONE, type Value } from '../../../values/value';
import { nativeFunction, parseSignature } from '../../native';
import type { OpDefinition } from '../../ops/define-op';
import { anything } from '../../params';
import { tensorflowOp } from '../../tensorflow/ops/define';
import { valuesOf } from '../../tensorflow/ops/tensor';
import { callQuietly } from '../calling/call';
import { classesOf } from '../classes';
import { initializeFunctional } from '../functional';
import { newLayer } from '../layer-class';

const CALL = parseSignature('func(model_inputs)').signature;

/** TensorFlow 2 makes a model of the tensors, and arrays of what that gives. A list of one output is given as one. */
const graphFunction = tensorflowOp({
  name: 'function',
  nameless: true,
  summary: 'A function from the arrays of some tensors of a graph to those of others.',
  params: { inputs: anything(null), outputs: anything(null), updates: anything(NONE), name: anything(NONE) },
  symbolicBy: [],
  output: () => [],
  evaluate: ({ args: { inputs, outputs }, callee, context }) => {
    const layer = flatten(inputs)
      .map(madeBy)
      .find((one) => one !== undefined);
    const classes = layer && classesOf(layer.cls);
    const areTensors = [...flatten(inputs), ...flatten(outputs)].every(
      (leaf) => leaf.kind === 'tensor' && leaf.library === 'keras',
    );
    // Keras 1's `K.learning_phase()` among the inputs is a number in TensorFlow 2.
    if (!classes || !areTensors) return context.unknown(`what ${callee} goes through is no tensor of a graph`);
    const model = newLayer(classes.functional, context);
    initializeFunctional(model, { inputs, outputs, rest: new Map() }, context);
    return nativeFunction('func', CALL, ({ positional: [data = NONE] }) => arraysOf(model, data, outputs, context));
  },
});

function madeBy(leaf: Value): InstanceValue | undefined {
  const made = leaf.kind === 'tensor' ? leaf.producer?.operation : undefined;
  return made?.kind === 'instance' ? made : undefined;
}

function arraysOf(model: InstanceValue, data: Value, outputs: Value, context: Context): Value {
  const called = context.unobserved(() => callQuietly(model, args([data]), context));
  const arrays = mapStructure(called.output, (leaf) =>
    leaf.kind === 'tensor' && !leaf.symbolic && hasRank(leaf.shape)
      ? valuesOf(leaf, context)
      : context.unknown('the values of the graph are not known before a run'),
  );
  const isListed = outputs.kind === 'list' && outputs.items.length === 1;
  return isListed ? new ListValue([arrays]) : arrays;
}

export const backendGraphFunctions: readonly OpDefinition[] = [graphFunction];
