/** `layer._flatten_layers()`: a layer and all that it owns. */
import { isLayer } from '../../graph/layer';
import { ownedLayers } from '../../graph/weights';
import type { Context } from '../../values/context';
import { type InstanceValue, ListValue, TRUE, type Value } from '../../values/value';
import { pythonFunction } from '../native';

/** In the order of Keras 3: what a layer owns comes right behind it, last first. */
export const flattenLayers = pythonFunction(
  '_flatten_layers(self, include_self=True, recursive=True)',
  (context, self: Value, includeSelf: Value = TRUE, recursive: Value = TRUE): Value => {
    const [whole, deep] = [context.truth(includeSelf), context.truth(recursive)];
    if (context.generation !== 'keras3' || !isLayer(self) || typeof whole !== 'boolean' || typeof deep !== 'boolean') {
      return notKnown(context);
    }
    const found = new Set<InstanceValue>();
    const waiting = [...(ownedLayers(self) ?? [null])];
    while (waiting.length > 0) {
      const layer = waiting.shift();
      if (!layer) return notKnown(context);
      if (found.has(layer)) continue;
      found.add(layer);
      if (deep) waiting.unshift(...[...(ownedLayers(layer) ?? [null])].reverse());
    }
    return new ListValue(whole ? [self, ...found] : [...found]);
  },
);

function notKnown(context: Context): Value {
  return context.unknown('the layers in it are not known');
}
