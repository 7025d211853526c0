import { flatten, mapStructure } from '../../../../graph/structure';
import { type Dimension, dynamic, isDynamic, isKnown, multiply } from '../../../../shapes/dimension';
import { reason } from '../../../../shapes/reason';
import { formatShape, hasRank, unknownShape } from '../../../../shapes/shape';
import { type Arguments, args } from '../../../../values/arguments';
import type { Context } from '../../../../values/context';
import { TensorValue } from '../../../../values/tensor';
import type { InstanceValue, Value } from '../../../../values/value';
import { defineLayer, type Evaluated, type Explanation, variant } from '../../../define-layer';
import { failure } from '../../../failure';
import { callInner } from '../../calling/call';
import { howCalled } from '../../calling/how';
import { callArguments, madeOf, oneTensor, ownLayer, refuseCall } from '../../calling/taken-over';
import { flagOf, keepLayer, layerArgument, tellsShapes } from '../../wrapped-layer';

const options = { layer: layerArgument() };

export const timeDistributed = defineLayer({
  name: 'TimeDistributed',
  summary: 'Applies a layer to each step of a sequence, with the same weights.',
  docs: 'api/layers/recurrent_layers/time_distributed/',
  openSizes: 'held',
  rule: {
    words:
      'The layer works on each step by itself: what it gives for one step, with the axis of steps behind the batch.',
    formula: '(batch, t, …) → (batch, t, *layer’s output of (batch, …))',
    example: 'TimeDistributed(Dense(4))(Input((10, 8)))',
    readFrom: 'layers/rnn/time_distributed.py: TimeDistributed.compute_output_shape',
  },
  params: options,
  output: ({ callee }) => unknownShape(reason(`what ${callee} gives depends on its layer`)),
  initialize: keepLayer,
  evaluate,
  buildsInner: 'by calling',
  generations: { keras2: variant({ params: options }) },
});

function evaluate(wrapper: InstanceValue, given: Arguments, context: Context): Value | Evaluated {
  const callee = wrapper.cls.name;
  const keras3 = context.generation === 'keras3';
  const bound = callArguments(callee, given, ['inputs', 'training', 'mask']);
  if ('code' in bound) return refuseCall(bound, wrapper, given, context);
  const input = bound.get('inputs') as Value;
  const layer = ownLayer(wrapper, 'layer');
  const made = madeOf(wrapper);
  const lost = () => context.unknown(`what ${callee} gives is not known`);
  if (keras3) {
    const only = oneTensor(callee, input);
    if (only && 'code' in only) return refuseCall(only, wrapper, given, context);
  }
  const leaves = flatten(input);
  const low = leaves.find((leaf) => leaf.kind === 'tensor' && hasRank(leaf.shape) && leaf.shape.length < 3);
  if (low?.kind === 'tensor' && hasRank(low.shape)) {
    const message = `${callee} takes a batch of sequences of arrays: 3 dimensions or more, and its input is ${formatShape(low.shape)}`;
    const facts = { expected: 3, actual: low.shape.length };
    return refuseCall(failure('wrong-rank', message, { inputs: [0], facts }), wrapper, given, context);
  }
  if (!layer || !made) return lost();
  if (keras3 && !tellsShapes(layer)) {
    const message = `${callee} asks ${layer.cls.name} for its \`compute_output_shape\`, which it has not`;
    return refuseCall(failure('invalid-input', message, { exception: 'NotImplementedError' }), wrapper, given, context);
  }
  const joins = !keras3 && joinsSteps(layer, context);
  if (!keras3 && bound.get('mask')?.kind === 'tensor' && UNMASKED.test(madeOf(layer)?.state.definition.name ?? '')) {
    const message = `${callee} is given a mask, and ${layer.cls.name} takes none`;
    return refuseCall(
      failure('invalid-input', message, { exception: 'TypeError', parameter: 'mask' }),
      wrapper,
      given,
      context,
    );
  }
  if (keras3 && slipsThrough(layer, input)) return lost();
  const outcome = callInner(layer, args([mapStructure(input, (leaf) => oneStep(leaf, joins))]), context);
  if (outcome.refused) return { output: outcome.output, refused: true };
  const first = leaves[0];
  if (first?.kind !== 'tensor' || !hasRank(first.shape)) return lost();
  const [batch, steps] = first.shape as [Dimension, Dimension];
  // One step after the other, Keras 2 puts together all that a layer gives.
  const isStepwise = !keras3 && !joins && isKnown(batch);
  if (!isStepwise && (outcome.output.kind === 'tuple' || outcome.output.kind === 'list')) {
    const message = `${callee} takes a layer with one output, and ${layer.cls.name} has several`;
    return refuseCall(failure('invalid-input', message), wrapper, given, context);
  }
  const output = mapStructure(outcome.output, (leaf) => {
    if (leaf.kind !== 'tensor' || !hasRank(leaf.shape)) return lost();
    const shape = [keras3 ? (leaf.shape[0] as Dimension) : batch, steps, ...leaf.shape.slice(1)];
    const dtype = keras3 ? made.state.policy.value.compute : leaf.dtype;
    return new TensorValue({ library: leaf.library, symbolic: leaf.symbolic, shape, dtype });
  });
  return { output, explanation: explain(first.shape, output) };
}

function explain(input: readonly Dimension[], output: Value): Explanation {
  if (output.kind !== 'tensor' || !hasRank(output.shape)) return {};
  const [steps, ...step] = input.slice(1);
  const count = steps !== undefined && isKnown(steps) ? `each of the ${steps} steps` : 'each step';
  return { formulas: [`${count}: ${formatShape(step)} → ${formatShape(output.shape.slice(2))}`] };
}

/** Layers whose `compute_output_shape` takes other ranks than their calls do. */
const LOOSE = /^(Global)?(Max|Average)Pooling|^(LSTM|GRU|SimpleRNN|RepeatVector)$|^SpatialDropout/;

/** Keras 2's layers that refuse a mask; alone they drop it, but this wrapper asks them what becomes of it. */
const UNMASKED =
  /^(Max|Average|GlobalMax)Pooling|^GlobalAveragePooling[23]D|^(Separable|Depthwise)?Conv\dD|^(Cropping|ZeroPadding|UpSampling|LocallyConnected)|^(Flatten|Reshape|Permute|RepeatVector|EinsumDense|Normalization)$/;

/** Keras 3 asks a layer for its shapes without a look at its input spec: what fails then fails when it runs. */
function slipsThrough(layer: InstanceValue, input: Value): boolean {
  const definition = madeOf(layer)?.state.definition;
  if (!definition || typeof definition.input !== 'object' || !LOOSE.test(definition.name)) return false;
  if (input.kind !== 'tensor' || !hasRank(input.shape)) return false;
  const { rank = 0 } = definition.input;
  const own = input.shape.length - 1;
  // Without an axis of features a cell has no size for its kernel.
  return rank !== own && !(own === 2 && definition.weights && isDynamic(input.shape[0] as Dimension));
}

/** Keras 2 calls its own layers on all steps at once, as one batch, and others so where the batch is not known. */
function joinsSteps(layer: InstanceValue, context: Context): boolean {
  return howCalled(layer.cls) === 'definition' && flagOf(layer, 'stateful', context) !== true;
}

/** A tensor without its steps; `joins`: with the steps as part of the batch. */
function oneStep(leaf: Value, joins: boolean): Value {
  if (leaf.kind !== 'tensor' || !hasRank(leaf.shape)) return leaf;
  const [batch, steps, ...rest] = leaf.shape as [Dimension, Dimension, ...Dimension[]];
  const all = joins && isKnown(batch) ? (isKnown(steps) ? multiply(batch, steps) : dynamic()) : batch;
  return new TensorValue({ library: leaf.library, symbolic: leaf.symbolic, shape: [all, ...rest], dtype: leaf.dtype });
}
