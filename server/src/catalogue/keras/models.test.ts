import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layerState } from '../../graph/layer';
import { modelLayers, modelParameters, modelRows } from '../../graph/summary';
import { formatShape } from '../../shapes/shape';
import type { Generation } from '../../values/context';
import type { InstanceValue, Value } from '../../values/value';
import { listOf, TestContext } from './testing';

function names(model: Value): (string | null | undefined)[] | undefined {
  return modelLayers(model as InstanceValue)?.map((layer) => layerState(layer)?.name.value);
}

function shape(value: Value | undefined): string {
  if (value?.kind === 'tensor') return formatShape(value.shape);
  if (value?.kind === 'list') return `[${value.items.map(shape).join(', ')}]`;
  return value?.kind ?? 'nothing';
}

function input(context: TestContext, ...sizes: (number | null)[]): Value {
  return context.make('keras.Input', [sizes]);
}

function layer(
  context: TestContext,
  name: string,
  positional: unknown[] = [],
  keywords: Record<string, unknown> = {},
): Value {
  return context.make(`keras.layers.${name}`, positional, keywords);
}

function codes(context: TestContext): string[] {
  return context.refused.map(({ code }) => code);
}

test('a functional model has the layers between its inputs and outputs', () => {
  const context = new TestContext();
  const image = input(context, 28, 28, 1);
  let x = context.on(layer(context, 'Conv2D', [16, 3], { padding: 'same' }), [image]);
  x = context.on(layer(context, 'MaxPooling2D', [2]), [x]);
  const model = context.make('keras.Model', [image, x]) as InstanceValue;
  assert.equal(shape(x), '(None, 14, 14, 16)');
  assert.deepEqual(names(model), ['input_layer', 'conv2d', 'max_pooling2d']);
  assert.deepEqual(modelParameters(model, 'keras3'), { total: 160, trainable: 160, nonTrainable: 0 });
  assert.equal(layerState(model)?.name.value, 'functional');
  assert.deepEqual(codes(context), []);
});

test('layers come by depth, then in the order of the walk from the outputs', () => {
  const context = new TestContext();
  const [a, b] = [input(context, 4), input(context, 4)];
  const first = context.on(layer(context, 'ReLU', [], { name: 'r1' }), [a]);
  const second = context.on(layer(context, 'ReLU', [], { name: 'r2' }), [first]);
  const sum = context.on(layer(context, 'Add', [], { name: 'sum' }), [listOf(second, b)]);
  const model = context.make('keras.Model', [listOf(b, a), sum]);
  assert.deepEqual(names(model), ['input_layer', 'r1', 'r2', 'input_layer_1', 'sum']);
});

test('outputs that need more than the inputs are refused, whatever the generation', () => {
  for (const generation of ['keras3', 'keras2'] as Generation[]) {
    const context = new TestContext(generation);
    const [a, b] = [input(context, 4), input(context, 4)];
    const sum = context.on(layer(context, 'Add'), [listOf(a, b)]);
    context.make('keras.Model', [a, sum]);
    assert.deepEqual(codes(context), ['disconnected-graph']);
  }
});

test('an input that is not used belongs to the model all the same', () => {
  const context = new TestContext();
  const [a, b] = [input(context, 4), input(context, 4)];
  const model = context.make('keras.Model', [listOf(a, b), context.on(layer(context, 'ReLU'), [a])]);
  assert.deepEqual(names(model), ['input_layer', 'input_layer_1', 're_lu']);
});

test('two layers of one name are refused', () => {
  const context = new TestContext();
  const a = input(context, 4);
  const x = context.on(layer(context, 'ReLU', [], { name: 'r' }), [a]);
  context.make('keras.Model', [a, context.on(layer(context, 'ReLU', [], { name: 'r' }), [x])]);
  assert.deepEqual(codes(context), ['duplicate-name']);
});

test('a model cut out of another has an input of its own, and the same weights', () => {
  const context = new TestContext('keras2');
  const image = input(context, 8, 8, 1);
  const x = context.on(layer(context, 'Conv2D', [4, 3]), [image]);
  const y = context.on(layer(context, 'Conv2D', [2, 3]), [x]);
  const whole = context.make('keras.Model', [image, y]) as InstanceValue;
  const part = context.make('keras.Model', [x, y]) as InstanceValue;
  assert.deepEqual(names(part), ['input_2', 'conv2d_1']);
  assert.equal(modelParameters(whole, 'keras2')?.total, 40 + 74);
  assert.equal(modelParameters(part, 'keras2')?.total, 74);
  assert.deepEqual(codes(context), []);
});

test('a model called on other sizes gives other sizes', () => {
  const context = new TestContext();
  const image = input(context, null, null, 3);
  const x = context.on(layer(context, 'Conv2D', [4, 3]), [image]);
  const model = context.make('keras.Model', [image, context.on(layer(context, 'MaxPooling2D'), [x])]);
  assert.equal(shape(context.on(model, [input(context, 8, 10, 3)])), '(None, 3, 4, 4)');
  assert.equal(shape(context.on(model, [input(context, null, null, 3)])), '(None, None, None, 4)');
  assert.deepEqual(codes(context), []);
  context.on(model, [input(context, 8, 10, 4)]);
  assert.deepEqual(codes(context), ['incompatible-shapes']);
});

test('a model of several inputs takes a list, a tuple or a dict by name', () => {
  const context = new TestContext();
  const [a, b] = [input(context, 4), input(context, 4)];
  const model = context.make('keras.Model', [listOf(a, b), context.on(layer(context, 'Concatenate'), [listOf(a, b)])]);
  assert.equal(shape(context.on(model, [listOf(a, b)])), '(None, 8)');
  assert.deepEqual(codes(context), []);
  context.on(model, [a]);
  assert.deepEqual(codes(context), ['invalid-input']);
});

test('shared weights count once', () => {
  const context = new TestContext();
  const [a, b] = [input(context, 8, 8, 1), input(context, 8, 8, 1)];
  const shared = layer(context, 'Conv2D', [2, 3]);
  const sum = context.on(layer(context, 'Add'), [listOf(context.on(shared, [a]), context.on(shared, [b]))]);
  const model = context.make('keras.Model', [listOf(a, b), sum]) as InstanceValue;
  assert.equal(modelParameters(model, 'keras3')?.total, 20);
  assert.equal(modelRows(model, 'keras3')?.[2]?.parameters, 20);
});

test('a layer that is built holds later inputs to it', () => {
  const context = new TestContext();
  const convolution = layer(context, 'Conv2D', [2, 3]);
  context.on(convolution, [input(context, 8, 8, 1)]);
  assert.deepEqual(codes(context), []);
  context.on(convolution, [input(context, 8, 8, 5)]);
  assert.deepEqual(codes(context), ['incompatible-shapes']);
});

test('Keras 3 switches variables, Keras 2 asks the layers on the way', () => {
  const trained = (generation: Generation) => {
    const context = new TestContext(generation);
    const image = input(context, 8, 8, 1);
    const x = context.on(layer(context, 'Conv2D', [2, 3]), [image]);
    const inner = context.make('keras.Model', [image, x]) as InstanceValue;
    context.setAttribute(inner, 'trainable', { kind: 'bool', value: false });
    const last = modelLayers(inner)?.at(-1) as InstanceValue;
    context.setAttribute(last, 'trainable', { kind: 'bool', value: true });
    const outer = context.make('keras.Model', [image, context.on(inner, [image])]) as InstanceValue;
    return [modelParameters(inner, generation)?.trainable, modelParameters(outer, generation)?.trainable];
  };
  assert.deepEqual(trained('keras3'), [0, 20]);
  assert.deepEqual(trained('keras2'), [0, 0]);
});

test('a Sequential is built as layers are added', () => {
  const context = new TestContext();
  const model = context.make('keras.Sequential') as InstanceValue;
  context.method(model, 'add', [layer(context, 'Flatten', [], { input_shape: [28, 28] })]);
  context.method(model, 'add', [layer(context, 'ReLU')]);
  assert.deepEqual(names(model), ['flatten', 're_lu']);
  assert.equal(shape(context.attribute(model, 'outputs')), '[(None, 784)]');
  assert.equal(shape(context.on(model, [input(context, 28, 28)])), '(None, 784)');
  const through = context.observed.filter((call) => call.throughModel);
  assert.deepEqual(
    through.map(({ callee, output }) => [callee, shape(output)]),
    [
      ['Flatten', '(None, 784)'],
      ['ReLU', '(None, 784)'],
    ],
  );
});

test('each graph of a Sequential takes a name of the functional models in Keras 3', () => {
  const context = new TestContext();
  context.make('keras.Sequential', [listOf(input(context, 4), layer(context, 'ReLU'))]);
  const a = input(context, 4);
  const model = context.make('keras.Model', [a, context.on(layer(context, 'ReLU'), [a])]);
  assert.equal(layerState(model)?.name.value, 'functional_1');
});

test('a Sequential without an input is built by its first call, and takes no other size then', () => {
  const context = new TestContext();
  const model = context.make('keras.Sequential', [listOf(layer(context, 'Conv2D', [4, 3]), layer(context, 'Flatten'))]);
  assert.equal(modelParameters(model as InstanceValue, 'keras3')?.total, 0);
  assert.equal(shape(context.on(model, [input(context, 6, 6, 1)])), '(None, 64)');
  assert.equal(modelParameters(model as InstanceValue, 'keras3')?.total, 40);
  context.on(model, [input(context, 7, 7, 1)]);
  assert.deepEqual(codes(context), ['incompatible-shapes']);
});

test('Keras 2 makes such a graph anew for another size', () => {
  const context = new TestContext('keras2');
  const model = context.make('keras.Sequential', [listOf(layer(context, 'Conv2D', [4, 3]))]);
  assert.equal(shape(context.on(model, [input(context, 6, 6, 1)])), '(None, 4, 4, 4)');
  assert.equal(shape(context.on(model, [input(context, 7, 7, 1)])), '(None, 5, 5, 4)');
  assert.equal(shape(context.attribute(model, 'output')), '(None, None, None, 4)');
  assert.deepEqual(codes(context), []);
});

test('pop takes the last layer off', () => {
  const context = new TestContext();
  const model = context.make('keras.Sequential', [
    listOf(input(context, 6, 6, 1), layer(context, 'Conv2D', [4, 3]), layer(context, 'Flatten')),
  ]) as InstanceValue;
  context.method(model, 'pop');
  assert.deepEqual(names(model), ['conv2d']);
  assert.equal(shape(context.attribute(model, 'outputs')), '[(None, 4, 4, 4)]');
  context.method(model, 'add', [layer(context, 'GlobalMaxPooling2D')]);
  assert.equal(shape(context.attribute(model, 'outputs')), '[(None, 4)]');
});

test('what no Sequential takes is refused', () => {
  const context = new TestContext();
  const model = context.make('keras.Sequential', [listOf(layer(context, 'ReLU', [], { name: 'r' }))]);
  context.method(model, 'add', [3]);
  context.method(model, 'add', [layer(context, 'ReLU', [], { name: 'r' })]);
  assert.deepEqual(codes(context), ['invalid-model', 'duplicate-name']);
});

test('layers by name and by index', () => {
  const context = new TestContext();
  const model = context.make('keras.Sequential', [
    listOf(input(context, 4), layer(context, 'ReLU', [], { name: 'r' })),
  ]);
  const found = context.method(model, 'get_layer', ['r']);
  assert.equal(layerState(found)?.name.value, 'r');
  assert.equal(context.method(model, 'get_layer', [], { index: 0 }), found);
  context.method(model, 'get_layer', ['s']);
  assert.deepEqual(codes(context), ['no-such-layer']);
});

test('in Keras 3 a Sequential has no output of its own before it is called', () => {
  const context = new TestContext();
  const model = context.make('keras.Sequential', [listOf(input(context, 4), layer(context, 'ReLU'))]);
  context.attribute(model, 'output');
  assert.deepEqual(codes(context), ['not-built']);
  context.on(model, [input(context, 4)]);
  assert.equal(shape(context.attribute(model, 'output')), '(None, 4)');
});

test('a clone has layers of the same names and weights of its own', () => {
  const context = new TestContext();
  const image = input(context, 8, 8, 1);
  const model = context.make('keras.Model', [
    image,
    context.on(layer(context, 'Conv2D', [2, 3]), [image]),
  ]) as InstanceValue;
  const clone = context.make('keras.models.clone_model', [model]) as InstanceValue;
  assert.deepEqual(names(clone)?.at(-1), 'conv2d');
  assert.equal(modelParameters(clone, 'keras3')?.total, 20);
  assert.notEqual(modelLayers(clone)?.at(-1), modelLayers(model)?.at(-1));
});

test('the state of models goes back with the heap', () => {
  const context = new TestContext();
  const model = context.make('keras.Sequential', [listOf(layer(context, 'Conv2D', [4, 3]))]) as InstanceValue;
  const before = context.heap.checkpoint();
  context.on(model, [input(context, 6, 6, 1)]);
  context.heap.rollback(before);
  assert.equal(modelParameters(model, 'keras3')?.total, 0);
  assert.equal(shape(context.on(model, [input(context, 7, 7, 2)])), '(None, 5, 5, 4)');
  assert.deepEqual(codes(context), []);
});
