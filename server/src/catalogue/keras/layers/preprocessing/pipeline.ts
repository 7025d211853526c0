import { isLayer } from '../../../../graph/layer';
import { flatten } from '../../../../graph/structure';
import { type Dimension, dynamic, isDynamic, isKnown } from '../../../../shapes/dimension';
import { reason } from '../../../../shapes/reason';
import { hasRank, unknownShape } from '../../../../shapes/shape';
import { type Arguments, args } from '../../../../values/arguments';
import type { Context } from '../../../../values/context';
import { TensorValue } from '../../../../values/tensor';
import type { InstanceValue, Value } from '../../../../values/value';
import { defineLayer, type Evaluated } from '../../../define-layer';
import { type Failure, failure } from '../../../failure';
import { anything, describe, ignored, iterableItems } from '../../../params';
import { callInner } from '../../calling/call';
import { callArguments, madeOf, ownAttribute, refuseCall } from '../../calling/taken-over';
import { originOf, withOrigin } from '../../calling/tensors';

export const pipeline = defineLayer({
  name: 'Pipeline',
  onlyIn: 'keras3',
  summary: 'Applies one layer after the other.',
  docs: 'api/layers/preprocessing_layers/',
  params: { layers: anything(null), name: ignored },
  takesBaseKeywords: false,
  output: ({ callee }) => unknownShape(reason(`what ${callee} gives depends on its layers`)),
  initialize,
  evaluate,
});

function initialize(layer: InstanceValue, context: Context): void {
  const layers = madeOf(layer)?.state.args?.get('layers')?.value;
  if (!layers) return;
  context.setAttribute(layer, '_pipeline_layers', layers);
  layer.attributes.set(context.heap, 'layers', ownAttribute(layer, '_pipeline_layers'));
}

/**
 * Keras 3 runs the layers of a pipeline to find its shape, where it else asks each for its own. CenterCrop then cuts at
 * bounds that are not known before a run, behind which TensorFlow knows no size; an image that is surely too small for
 * the crop it resizes.
 */
function asRun(layer: InstanceValue, input: Value, output: Value): Value {
  if (layer.cls.name !== 'CenterCrop' || input.kind !== 'tensor' || output.kind !== 'tensor') return output;
  const { shape } = output;
  if (!hasRank(input.shape) || !hasRank(shape)) return output;
  const before = input.shape;
  const channelsFirst = madeOf(layer)?.args?.data_format === 'channels_first';
  const axes = channelsFirst ? [before.length - 2, before.length - 1] : [before.length - 3, before.length - 2];
  const small = axes.some((axis) => {
    const [size, crop] = [before[axis], shape[axis]];
    return size !== undefined && crop !== undefined && isKnown(size) && isKnown(crop) && size < crop;
  });
  if (small || !axes.some((axis) => isDynamic(before[axis] as Dimension))) return output;
  const { library, symbolic, dtype } = output;
  const sizes = shape.map((size, axis) => (axes.includes(axis) ? dynamic() : size));
  return new TensorValue({ library, symbolic, dtype, shape: sizes });
}

function evaluate(layer: InstanceValue, given: Arguments, context: Context): Value | Evaluated {
  const callee = layer.cls.name;
  const refuse = (failed: Failure) => refuseCall(failed, layer, given, context);
  const bound = callArguments(callee, given, ['inputs', 'training', 'mask']);
  if ('code' in bound) return refuse(bound);
  const layers = ownAttribute(layer, '_pipeline_layers');
  const items = iterableItems(layers);
  if (items === null || (layers.kind === 'tensor' && layers.symbolic)) {
    const message = `\`layers\` of ${callee} must be a list of layers, not ${describe(layers)}`;
    return refuse(failure('invalid-argument', message, { parameter: 'layers', exception: 'TypeError' }));
  }
  if ('text' in items) return { output: { kind: 'unknown', reason: items } };
  if (items.length === 0) {
    const message = `${callee} has no layers, so it has nothing to give`;
    return refuse(failure('invalid-argument', message, { parameter: 'layers', exception: 'UnboundLocalError' }));
  }
  // They run on TensorFlow's tensors, which not all that Keras reports a shape for goes through.
  const inputs = bound.get('inputs') as Value;
  const { library } = originOf(flatten(inputs));
  let value = library === 'keras' ? withOrigin(inputs, { library: 'tensorflow', symbolic: true }) : inputs;
  for (const item of items) {
    if (item.kind === 'unknown') return context.unknown('a layer of the pipeline is not known', item.reason);
    if (!isLayer(item)) {
      const message = `\`layers\` of ${callee} must hold layers only, not ${describe(item)}`;
      return refuse(failure('invalid-argument', message, { parameter: 'layers', exception: 'AttributeError' }));
    }
    const outcome = callInner(item, args([value]), context);
    if (outcome.refused) return { output: outcome.output, refused: true };
    value = asRun(item, value, outcome.output);
  }
  return value;
}
