import { isLayer } from '../../../../graph/layer';
import { mapStructure } from '../../../../graph/structure';
import { reason } from '../../../../shapes/reason';
import { hasRank, unknownShape } from '../../../../shapes/shape';
import type { Arguments } from '../../../../values/arguments';
import type { Context } from '../../../../values/context';
import type { InstanceValue, Value } from '../../../../values/value';
import { defineLayer, type Evaluated, variant } from '../../../define-layer';
import { failure } from '../../../failure';
import { buildFor } from '../../calling/building';
import { madeOf, ownAttribute, refuseCall } from '../../calling/taken-over';
import { castFor } from '../../calling/tensors';
import { keepLayer, layerArgument } from '../../wrapped-layer';

const options = { layer: layerArgument() };

/** A class to derive from: in Keras 3 it has no `call`, in Keras 2 the base layer's, which gives back what it gets. */
export const wrapper = defineLayer({
  name: 'Wrapper',
  summary: 'Base of layers that wrap another one.',
  docs: 'api/layers/core_layers/',
  rule: {
    words: 'What the class that derives from it gives: in Keras 3 the wrapper itself has no `call`.',
    readFrom: 'layers/core/wrapper.py: Wrapper',
  },
  params: options,
  output: ({ callee }) => unknownShape(reason(`${callee} has no \`call\``)),
  initialize: keepLayer,
  evaluate,
  buildsInner: 'layer',
  generations: { keras2: variant({ params: options }) },
});

function evaluate(layer: InstanceValue, given: Arguments, context: Context): Value | Evaluated {
  const callee = layer.cls.name;
  const [input] = given.positional;
  const made = madeOf(layer);
  const inner = ownAttribute(layer, 'layer');
  if (input?.kind === 'tensor' && hasRank(input.shape) && isLayer(inner)) {
    const failed = buildFor(inner, input.shape, input.dtype, context);
    if (failed) return refuseCall(failed, layer, given, context);
  }
  if (context.generation === 'keras3') {
    const message = `${callee} has no \`call\` that says what it gives`;
    return refuseCall(failure('invalid-input', message, { exception: 'NotImplementedError' }), layer, given, context);
  }
  if (!input || !made) return context.unknown(`what ${callee} is called on is not known`);
  return mapStructure(input, (leaf) => (leaf.kind === 'tensor' ? castFor(leaf, made.state) : leaf));
}
