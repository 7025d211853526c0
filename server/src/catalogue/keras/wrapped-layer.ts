/** Layers that are given to another one as an argument. */
import { isLayer } from '../../graph/layer';
import { isModel } from '../../graph/model';
import type { Context } from '../../values/context';
import { type InstanceValue, NONE, type Value } from '../../values/value';
import { failure } from '../failure';
import { describe, type Param } from '../params';
import { howCalled, overrides } from './calling/how';
import { madeOf } from './calling/taken-over';

/** A layer; what surely is none is refused. */
export function layerArgument(options: { readonly optional?: boolean } = {}): Param<Value> {
  return {
    default: options.optional ? NONE : null,
    read: (value, { callee, parameter }) => {
      if (value.kind === 'unknown' || isLayer(value) || (options.optional && value.kind === 'None')) return { value };
      const hint = value.kind === 'class' ? `the class ${value.name} itself: make an instance of it` : describe(value);
      const message = `\`${parameter}\` of ${callee} must be a layer, not ${hint}`;
      return { failure: failure('invalid-argument', message, { parameter }) };
    },
  };
}

/** Keeps the argument `layer` as an attribute, where Keras finds it. For `initialize`. */
export function keepLayer(wrapper: InstanceValue, context: Context): void {
  const made = madeOf(wrapper);
  const layer = made?.state.args?.get('layer')?.value;
  if (layer) context.setAttribute(wrapper, 'layer', layer);
  if (!layer || !isLayer(layer)) made?.state.weights.set(context.heap, null);
}

/** Whether Keras 3 can tell what a layer gives for a shape: a class of the program must say so, or inherit it. */
export function tellsShapes(layer: InstanceValue): boolean {
  if (howCalled(layer.cls) === 'definition' || madeOf(layer)) return true;
  const isGraph = isModel(layer) && howCalled(layer.cls) === 'model';
  return isGraph || overrides(layer.cls, 'compute_output_shape');
}

/** A flag of the constructor as the layer keeps it; undefined where it is not known, null where it has none. */
export function flagOf(layer: InstanceValue, name: string, context: Context): boolean | undefined | null {
  const made = madeOf(layer);
  if (made && !layer.attributes.get(name)) {
    if (!(name in made.state.definition.params)) return null;
    const readings = new Set(made.state.construction.value?.readings.map((reading) => reading[name]));
    const [only] = readings;
    return readings.size === 1 && typeof only === 'boolean' ? only : undefined;
  }
  const value = made || howCalled(layer.cls) === 'program' ? context.attribute(layer, name) : undefined;
  if (!value) return undefined;
  const truth = context.truth(value);
  return typeof truth === 'boolean' ? truth : undefined;
}
