import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Analysis } from '../../analysis/analysis';
import { createService, type Service } from '../../node/service';
import { readSettings } from '../settings';
import { inlayHints } from './index';

const HEAD = 'from keras import Input, Model, Sequential, layers\n';

describe('hints', () => {
  let service: Service;
  before(async () => {
    service = await createService({ extraPaths: [] });
  });

  const analyse = (text: string) => service.analyse('file:///program.py', text).analysis;
  const shown = (analysis: Analysis, hints: unknown = {}, callers = new Map<string, number>()) =>
    inlayHints(analysis, { start: 0, end: analysis.text.length }, readSettings({ hints }), callers);
  const labels = (text: string, hints: unknown = {}) => shown(analyse(text), hints).map(({ label }) => label);

  /** Where each part of the shape of a line leads: the text there. */
  function targets(text: string, part: string): string[] {
    const analysis = analyse(text);
    const line = text.slice(0, text.indexOf(part)).split('\n').length - 1;
    const hint = shown(analysis).find(
      ({ kind, offset }) => kind === 'shape' && analysis.lines.position(offset).line === line,
    );
    return (hint?.details().parts ?? []).flatMap((target, i) =>
      target ? [`${hint?.parts[i]}: ${text.slice(target.span.start, target.span.end)}`] : [],
    );
  }

  test('show what data sets give where that is wanted', () => {
    const text = `import numpy as np
import tensorflow as tf
data = tf.data.Dataset.from_tensor_slices((np.zeros((100, 28, 28)), np.zeros(100)))
batches = (
    data.shuffle(100)
    .batch(32)
)
`;
    const wanted = shown(analyse(text), { data: true }).filter(({ kind }) => kind === 'data');
    assert.deepEqual(
      wanted.map(({ label, offset }) => [text.slice(0, offset).split('\n').length, label]),
      [
        [3, '(28, 28), ()'],
        [7, '(None, 28, 28), (None,)'],
      ],
    );
    assert.deepEqual(labels(text), []);
  });

  test('lead from each size to what says it', () => {
    const text = `${HEAD}a = Input((28, 30, 3))
b = layers.Conv2D(16, kernel_size=(3, 5), padding="same")(a)
c = layers.Conv2D(8, (3, 5))(b)
d = layers.Flatten()(c)
e = layers.Dense(units=10)(d)
f = layers.Concatenate()([e, e])
g = layers.Reshape((4, 5))(f)
h = g + 1
`;
    assert.deepEqual(targets(text, 'a ='), ['None: Input((28, 30, 3))', '28: 28', '30: 30', '3: 3']);
    assert.deepEqual(targets(text, 'b ='), ['None: Input((28, 30, 3))', '28: 28', '30: 30', '16: 16']);
    assert.deepEqual(targets(text, 'c ='), ['None: Input((28, 30, 3))', '26: 3', '26: 5', '8: 8']);
    assert.deepEqual(targets(text, 'd ='), ['None: Input((28, 30, 3))', '5408: layers.Flatten()(c)']);
    assert.deepEqual(targets(text, 'e ='), ['None: Input((28, 30, 3))', '10: 10']);
    assert.deepEqual(targets(text, 'f ='), ['None: Input((28, 30, 3))', '20: layers.Concatenate()([e, e])']);
    assert.deepEqual(targets(text, 'g ='), ['None: Input((28, 30, 3))', '4: 4', '5: 5']);
    assert.deepEqual(targets(text, 'h ='), ['None: Input((28, 30, 3))', '4: 4', '5: 5']);
  });

  test('of a layer in a Sequential lead to its arguments', () => {
    const text = `${HEAD}model = Sequential([\n    Input((8,)),\n    layers.Dense(4),\n    layers.Dropout(0.5),\n])\n`;
    assert.ok(targets(text, 'layers.Dropout').includes('4: 4'));
  });

  test('lead from the number of others to a call of them', () => {
    const text = `${HEAD}def block(x, n):
    return layers.Dense(n)(x)
x = block(Input((8,)), 4)
y = block(x, 5)
`;
    assert.deepEqual(targets(text, 'return'), ['None: Input((8,))', '4: n', '+1: block(x, 5)']);
  });

  test('show the caller that was chosen', () => {
    const analysis = analyse(`${HEAD}def block(x, n):
    x = layers.Dense(n)(x)
    return layers.Dense(n)(x)
x = block(Input((8,)), 4)
y = block(x, 5)
`);
    const all = shown(analysis).map(({ label }) => label);
    assert.deepEqual(all.slice(0, 2), ['(None, 4) +1', '(None, 4) +1']);
    const second = shown(analysis, {}, new Map([['block:0', 1]])).map(({ label }) => label);
    assert.deepEqual(second, ['(None, 5)', '(None, 5)', ...all.slice(2)]);
  });

  test('in a loop tell how the size goes on', () => {
    const found = labels(`${HEAD}x = Input((28, 28, 1))
for n in (8, 16, 32):
    x = layers.Conv2D(n, 3, strides=2, padding="same")(x)
`);
    assert.deepEqual(found, ['(None, 28, 28, 1)', '(None, 14, 14, 8) +2', '28→14→7→4']);
  });

  test('are written short on request: without the batch, and with symbols', () => {
    const found = labels(
      `${HEAD}x = Input((None, 28, 3), name="image")\nx = layers.AveragePooling2D(2, strides=2, padding="same")(x)\ny = layers.GlobalMaxPooling2D()(x)\n`,
      { format: 'short', arguments: false, windows: false },
    );
    assert.deepEqual(found.slice(1), ['⌈h/2⌉×14×3', '3']);
  });

  test('stand in one column on request', () => {
    const analysis = analyse(`${HEAD}x = Input((28,))\nlonger = layers.Dense(10)(x)\n\ny = layers.Dense(5)(x)\n`);
    const columns = shown(analysis, { align: true, arguments: false }).map(
      ({ offset, label }) => analysis.lines.position(offset).column + label.length - label.trimStart().length,
    );
    assert.deepEqual(columns, [28, 28, 24]);
  });

  test("are of a line's whole value, or none", () => {
    const text = `import tensorflow as tf
from tensorflow.keras import Input, layers
def f(x, n):
    q = tf.zeros((tf.shape(x)[0], open("a").read()))
    n = len(tf.zeros((3, 4)))
    for step in tf.range(5):
        if tf.reduce_max(x) > 3:
            pair = [tf.zeros((2, 2)), tf.zeros((3, 3))]
    many = []
    many.append(tf.zeros((4, 4)))
    return tf.zeros((5, 5)) if n else None
f(tf.zeros((7, 8)), 2)
`;
    const analysis = analyse(text);
    const found = shown(analysis).map(({ offset, label }) => [analysis.lines.position(offset).line, label]);
    assert.deepEqual(found, [
      [3, '(7, ?)'],
      [7, '(2, 2), (3, 3)'],
      [9, '(4, 4)'],
      [10, '(5, 5)'],
    ]);
  });

  test('become comments by a double click', () => {
    const edits = (text: string) =>
      shown(analyse(text))
        .filter(({ kind }) => kind === 'shape')
        .flatMap((hint) => hint.edits().map(({ newText }) => newText));
    assert.deepEqual(edits(`${HEAD}x = Input((28,))\n`), ['  # (None, 28)']);
    assert.deepEqual(edits(`${HEAD}x = Input((28,))  # (None, 32)\n`), ['(None, 28)']);
    assert.deepEqual(edits(`${HEAD}x = Input((28,))  # the input\n`), []);
    assert.deepEqual(edits(`${HEAD}x = Input((28,))  # (None, 28)\n`), []);
  });

  test('of a half-typed line say what was known before', () => {
    const { analyzer } = service.analyzer('file:///typed.py');
    const text = `${HEAD}x = Input((28,))\nx = layers.Dense(10)(x)\ny = layers.Dense(5)(x)\n`;
    analyzer.update(text);
    const during = analyzer.update(text.replace('(10)(x)', '(10, activation=)(x)'), true);
    assert.deepEqual(
      shown(during).map(({ label }) => label),
      ['(None, 28)', '(None, 10) …', '(None, 5)'],
    );
  });
});
