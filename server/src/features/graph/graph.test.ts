import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Analysis } from '../../analysis/analysis';
import { createService, type Service } from '../../node/service';
import { DEFAULT_SETTINGS } from '../settings';
import { type Graph, modelGraph } from '.';

const head = 'import keras\nfrom keras import layers\n';

/** `conv2d Conv2D (None, 26, 26, 8)`, with what is inside in brackets. */
function boxes(graph: Graph): string[] {
  return graph.nodes.map(({ class: name, outputs, inner }) => {
    const own = [name, ...outputs].join(' ');
    return inner ? `${own} [${boxes(inner).join('; ')}]` : own;
  });
}

function arrows({ nodes, edges }: Graph): string[] {
  const place = new Map(nodes.map(({ id }, i) => [id, i]));
  return edges.map(({ from, to }) => `${place.get(from)}>${place.get(to)}`);
}

describe('the graph of a model', () => {
  let service: Service;
  before(async () => {
    service = await createService({ extraPaths: [] });
  });
  const analysed = (text: string): Analysis => service.analyse('file:///a.py', head + text).analysis;
  const graphOf = (text: string, offset: number | null = null) => modelGraph(analysed(text), offset, DEFAULT_SETTINGS);

  test('has a box for each call and an arrow for each tensor that is passed on', () => {
    const { graph, models, parameters } = graphOf(
      'i = keras.Input((8, 8, 4))\ny = layers.Conv2D(4, 3, padding="same")(i)\nm = keras.Model(i, layers.Add()([i, y]))\n',
    );
    assert.deepEqual(boxes(graph), ['InputLayer (None, 8, 8, 4)', 'Conv2D (None, 8, 8, 4)', 'Add (None, 8, 8, 4)']);
    assert.deepEqual(arrows(graph), ['0>1', '0>2', '1>2']);
    assert.deepEqual(
      models.map(({ label }) => label),
      ['m'],
    );
    assert.equal(parameters, 148);
    assert.equal(graph.nodes[1]?.family, 'convolution');
    assert.equal(graph.nodes[1]?.arguments, "4, 3, padding='same'");
    assert.equal(graph.nodes[1]?.activations, 256);
    assert.equal(graph.nodes[1]?.activationBytes, 1024);
    assert.equal(graph.nodes[1]?.parameterBytes, 592);
  });

  test('has the layers of nested models inside them, and counts what is shared once', () => {
    const { graph } = graphOf(
      's = keras.Sequential([keras.Input((4,)), layers.Dense(4)])\ni = keras.Input((4,))\nm = keras.Model(i, s(s(i)))\n',
    );
    const sequential = 'Sequential (None, 4) [InputLayer (None, 4); Dense (None, 4)]';
    assert.deepEqual(boxes(graph), ['InputLayer (None, 4)', sequential, sequential]);
    assert.deepEqual(
      graph.nodes.map(({ shared }) => shared),
      [false, false, true],
    );
    const ids = graph.nodes.flatMap(({ id, inner }) => [id, ...(inner?.nodes.map((node) => node.id) ?? [])]);
    assert.equal(new Set(ids).size, ids.length);
  });

  test('is that of the model at the cursor: made there, called there, made before, else the last', () => {
    const text =
      's = keras.Sequential([keras.Input((4,)), layers.Dense(4)])\nn = 3\ni = keras.Input((4,))\ny = s(i)\nm = keras.Model(i, y)\n';
    const shownAt = (part: string) => {
      const { models, shown } = graphOf(text, head.length + text.indexOf(part));
      return models[shown]?.label;
    };
    assert.equal(shownAt('s = '), 's');
    assert.equal(shownAt('n = '), 's');
    assert.equal(shownAt('y = '), 'm');
    assert.equal(shownAt('m = '), 'm');
    const { models, shown } = graphOf(text, 0);
    assert.equal(models[shown]?.label, 'm');
  });

  test('follows what the `call` of a class does', () => {
    const { graph } = graphOf(
      'class M(keras.Model):\n  def __init__(self):\n    super().__init__()\n    self.a = layers.Dense(4)\n    self.b = layers.Dense(4)\n  def call(self, x):\n    x = self.a(x)\n    return x + self.b(x)\nm = M()\ny = m(keras.Input((7,)))\n',
    );
    assert.deepEqual(boxes(graph), ['Dense (None, 4)', 'Dense (None, 4)', 'add (None, 4)']);
    assert.deepEqual(arrows(graph), ['0>1', '0>2', '1>2']);
  });

  test('has a Sequential without an input shape as a chain, and says what is missing', () => {
    const { graph } = graphOf('m = keras.Sequential([layers.Dense(3), layers.Dense(4)])\n');
    assert.deepEqual(boxes(graph), ['Dense', 'Dense']);
    assert.deepEqual(arrows(graph), ['0>1']);
    assert.equal(graph.gap, 'its input shape is not known yet');
  });

  test('without a model is that of all calls, with those that Keras refuses', () => {
    const { graph, shown } = graphOf(
      'i = keras.Input((8, 8, 4))\na = layers.Conv2D(4, 3)(i)\nb = layers.Conv2D(4, 5)(i)\nc = layers.Add()([a, b])\n',
    );
    assert.equal(shown, -1);
    assert.deepEqual(boxes(graph).slice(1), ['Conv2D (None, 6, 6, 4)', 'Conv2D (None, 4, 4, 4)', 'Add']);
    assert.deepEqual(arrows(graph), ['0>1', '0>2', '1>3', '2>3']);
    assert.deepEqual(
      graph.nodes.map(({ problems }) => problems.map(({ severity }) => severity).join()),
      ['', '', '', 'error'],
    );
  });
});
