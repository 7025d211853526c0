import { isLayer } from '../../../../graph/layer';
import { flatten } from '../../../../graph/structure';
import { reason } from '../../../../shapes/reason';
import { unknownShape } from '../../../../shapes/shape';
import { type Arguments, args } from '../../../../values/arguments';
import type { Context } from '../../../../values/context';
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
  rule: {
    words: 'What the last of the layers gives.',
    formula: 'layers[-1](… layers[0](x))',
    example: 'Pipeline([Rescaling(2.0), RandomFlip()])(Input((28, 28, 3)))',
    readFrom: 'layers/preprocessing/pipeline.py: Pipeline.call',
  },
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
    value = outcome.output;
  }
  return value;
}
