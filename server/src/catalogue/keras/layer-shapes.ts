/** `layer.output`, `layer.input_shape` and the like, and `compute_output_shape`. */
import { isLayer, layerState } from '../../graph/layer';
import { ModelState } from '../../graph/model';
import type { Node } from '../../graph/node';
import { flatten, mapStructure } from '../../graph/structure';
import type { DType } from '../../shapes/dtype';
import { type Shape, sameShape } from '../../shapes/shape';
import { args } from '../../values/arguments';
import type { Context } from '../../values/context';
import { kerasTensor, TensorValue } from '../../values/tensor';
import { type InstanceValue, ListValue, type Value } from '../../values/value';
import { failure, refusal } from '../failure';
import { named, property, pythonFunction } from '../native';
import { integerOf } from '../params';
import { shapeOf } from '../tensorflow/tensor-shape';
import { outputOf } from './calling/call';
import { howCalled } from './calling/how';
import { shapesIn } from './calling/tensors';
import { tellsShapes } from './wrapped-layer';

type Side = 'input' | 'output';

/** Members of `Layer` about what goes in and comes out. */
export function shapeMembers(): (readonly [string, Value])[] {
  const at = (side: Side, shapes: boolean) =>
    pythonFunction(
      `get_${side}${shapes ? '_shape' : ''}_at(self, node_index)`,
      (context, self: Value, index: Value) => {
        const node = isLayer(self) ? layerState(self)?.nodes.value?.[integerOf(index) ?? 0] : undefined;
        const value = node ? sideOf(node, side, context) : context.unknown(`the ${side}s of the layer are not known`);
        if (!node || !shapes) return value;
        return shapesOf(node, side, context);
      },
    );
  return [
    ['input', property((context, self) => ofFirstCall(self, 'input', context))],
    ['output', property((context, self) => ofFirstCall(self, 'output', context))],
    ['input_shape', property((context, self) => shapeOfCalls(self, 'input', context))],
    ['output_shape', property((context, self) => shapeOfCalls(self, 'output', context))],
    ...named(
      at('input', false),
      at('output', false),
      at('input', true),
      at('output', true),
      pythonFunction('compute_output_shape(self, input_shape)', (context, self: Value, shape: Value) =>
        isLayer(self) ? computedShape(self, shape, context) : context.unknown('it is no layer'),
      ),
    ),
  ];
}

/**
 * An input layer's node has no inputs; before Keras 3 it gives its output for them, and others the tensors of the first
 * argument alone (`Node.input_tensors`), and what it gives as it gave it.
 */
function sideOf(node: Node, side: Side, { generation }: Context): Value {
  if (side === 'output' && generation !== 'keras3' && node.result) return node.result;
  const isOwn = generation !== 'keras3' && node.inputs.length === 0;
  const inputs = generation === 'keras3' ? node.inputs : firstArgument(node);
  const tensors = side === 'input' && !isOwn ? inputs : node.outputs;
  return tensors.length === 1 ? (tensors[0] as TensorValue) : new ListValue([...tensors]);
}

/** Recurrent layers put what else they begin with into the list of their inputs. */
function firstArgument({ call, inputs }: Node): readonly TensorValue[] {
  const { positional, keywords } = call;
  const [first] = [...positional, ...keywords.values()];
  const begins = [first, keywords.get('initial_state'), keywords.get('constants')];
  const given = begins.flatMap((one) => (one ? flatten(one).filter((leaf) => leaf.kind === 'tensor') : []));
  const found = inputs.filter((tensor) => given.includes(tensor));
  return found.length > 0 ? found : inputs;
}

/** Of one input of one axis, Keras 2 gives the size alone (`Node.input_shapes`). */
function shapesOf(node: Node, side: Side, context: Context): Value {
  const shapes = plainShapes(sideOf(node, side, context), context);
  const isAlone = context.generation !== 'keras3' && side === 'input' && node.inputs.length > 0;
  const [only, ...more] = isAlone && shapes.kind === 'tuple' ? shapes.items : [];
  return only && more.length === 0 ? only : shapes;
}

/** The model's own structure, where it has a graph; Keras 3's Sequential has none to show before it is called. */
function ofModel(layer: InstanceValue, side: Side, context: Context): Value | undefined {
  const state = layerState(layer);
  if (!(state instanceof ModelState)) return undefined;
  if (state.hidden.value) return { kind: 'unknown', reason: state.hidden.value };
  const network = state.network.value;
  if (!network || (state.sequential && context.generation === 'keras3')) return undefined;
  return side === 'input' ? network.inputStructure : network.outputStructure;
}

function ofFirstCall(self: Value, side: Side, context: Context): Value {
  const layer = isLayer(self) ? self : null;
  const nodes = layer && layerState(layer)?.nodes.value;
  if (!layer || !nodes) return context.unknown(`the ${side} of the layer is not known`);
  const own = ofModel(layer, side, context);
  if (own) return own;
  const [first] = nodes;
  return first ? sideOf(first, side, context) : neverCalled(layer, side, context);
}

function neverCalled(layer: InstanceValue, side: Side, context: Context): Value {
  const state = layerState(layer);
  const why = `the layer was never called, so it has no ${side}`;
  // What was called on data, or within another layer's call, may or may not have it.
  if (state?.built.value === null) return context.unknown(why);
  const named = state?.name.value ? `\`${state.name.value}\`` : layer.cls.name;
  const refused = failure('not-built', `${named} was never called on a Keras tensor, so it has no \`${side}\``, {
    exception: 'AttributeError',
  });
  return context.refuse(refusal(refused, 'call'), context.unknown(why), { instance: layer });
}

/** In Keras 3 only models have it; in Keras 2 a layer has, where all its calls have the same. */
function shapeOfCalls(self: Value, side: Side, context: Context): Value {
  const layer = isLayer(self) ? self : null;
  const state = layer && layerState(layer);
  if (!layer || !state) return context.unknown('it is no layer');
  if (state instanceof ModelState) {
    const network = state.network.value;
    if (network) return plainShapes(side === 'input' ? network.inputStructure : network.outputStructure, context);
    if (state.hidden.value) return { kind: 'unknown', reason: state.hidden.value };
  }
  if (context.generation === 'keras3') {
    return context.raise('AttributeError', `'${layer.cls.name}' object has no attribute '${side}_shape'`);
  }
  const nodes = state.nodes.value;
  const [first] = nodes ?? [];
  if (!nodes) return context.unknown(`the ${side} of the layer is not known`);
  if (!first) return neverCalled(layer, side, context);
  const value = sideOf(first, side, context);
  if (nodes.every((node) => sameTensors(sideOf(node, side, context), value))) return shapesOf(first, side, context);
  return context.raise(
    'AttributeError',
    `The layer "${state.name.value ?? layer.cls.name}" has multiple inbound nodes`,
  );
}

function sameTensors(a: Value, b: Value): boolean {
  if (a.kind === 'tensor' && b.kind === 'tensor') return sameShape(a.shape, b.shape);
  const [ours, others] = [itemsOf(a), itemsOf(b)];
  if (a.kind !== b.kind || !ours || !others || ours.length !== others.length) return false;
  return ours.every((item, i) => sameTensors(item, others[i] as Value));
}

function itemsOf(value: Value): readonly Value[] | undefined {
  if (value.kind === 'list' || value.kind === 'tuple') return value.items;
  return value.kind === 'dict' ? [...value.entries.values()].map((entry) => entry.value) : undefined;
}

/** Shapes as tuples in either generation (`backend.int_shape`). A list of one is that one in Keras 3. */
function plainShapes(value: Value, context: Context): Value {
  const shapes = shapesIn(value, 'keras3');
  if (context.generation === 'keras3' && shapes.kind === 'list' && shapes.items.length === 1) {
    return shapes.items[0] as Value;
  }
  return shapes;
}

/** What the layer gives for inputs of some shape, without calling it: Keras' own layers are not built by it. */
function computedShape(layer: InstanceValue, shape: Value, context: Context): Value {
  const { heap, generation } = context;
  const state = layerState(layer);
  if (state instanceof ModelState && state.sequential && !state.network.value && !state.hidden.value) {
    return (state.stack.value ?? []).reduce((given, one) => shapeAfter(one, given, context), shape);
  }
  if (generation === 'keras3' && !tellsShapes(layer)) {
    const message = `${layer.cls.name} has no \`compute_output_shape\``;
    const refused = failure('invalid-input', message, { exception: 'NotImplementedError' });
    return context.refuse(refusal(refused, 'call'), context.unknown(message), { instance: layer });
  }
  const before = heap.checkpoint();
  const shapes = shapesIn(outputOf(layer, args([shapeTensors(shape, context, '?')]), context), generation);
  // Keras 2 builds a layer of the program's to find out.
  if (howCalled(layer.cls) === 'definition') heap.rollback(before);
  return shapes;
}

/** The same by the method that a layer of the program's may have for it. */
function shapeAfter(layer: InstanceValue, shape: Value, context: Context): Value {
  const method = context.attribute(layer, 'compute_output_shape');
  return method ? context.call(method, args([shape])) : context.unknown('the shapes of the layer are not known');
}

/** Tensors in place of the shapes in a structure: floats, where nothing else is said of their elements. */
export function shapeTensors(shapes: Value, context: Context, dtype: DType = 'float32'): Value {
  if (shapes.kind === 'unknown') return shapes;
  const own: Shape | undefined = shapeOf(shapes);
  const holdsShapes =
    shapes.kind === 'list' && shapes.items.some((item) => item.kind !== 'int' && item.kind !== 'None');
  if (own && !holdsShapes) return kerasTensor(own, dtype);
  if (shapes.kind === 'list' || shapes.kind === 'tuple') {
    return new ListValue(shapes.items.map((item) => shapeTensors(item, context, dtype)));
  }
  return mapStructure(shapes, (leaf) => {
    const shape = shapeOf(leaf);
    return shape ? new TensorValue({ library: 'keras', symbolic: true, shape, dtype }) : leaf;
  });
}
