import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { createService, type Service } from '../../node/service';
import { applyEdits } from '../../text/edit';
import { diagnostics } from '../diagnostics';
import { DEFAULT_SETTINGS } from '../settings';
import { codeActions } from './index';

const HEAD = 'import keras\nfrom keras import layers\n';

describe('code actions', () => {
  let service: Service;
  before(async () => {
    service = await createService({ extraPaths: [] });
  });

  const analyse = (text: string) => service.analyse('file:///program.py', text).analysis;

  function offered(text: string, part: string, automatic = false) {
    const analysis = analyse(text);
    const at = text.indexOf(part);
    assert.ok(at >= 0, part);
    const range = { start: at, end: at };
    return codeActions(analysis, range, DEFAULT_SETTINGS, { automatic, wants: () => true });
  }
  const titles = (text: string, part: string, automatic = false) =>
    offered(text, part, automatic).map(({ title }) => title);

  /** The program after an action; it must be offered. */
  function changed(text: string, part: string, title: string): string {
    const actions = offered(text, part);
    const action = actions.find((one) => one.title.startsWith(title));
    assert.ok(action, `${title} is not among ${actions.map((one) => one.title).join(' | ')}`);
    return applyEdits(text, action.edits);
  }

  const chain = `${HEAD}image = keras.Input((28, 28, 1))
# the encoder
hidden = layers.Conv2D(8, 3)(image)  # shrinks
hidden = layers.Flatten()(hidden)
encoder = keras.Model(image, hidden)
`;
  const stacked = `${HEAD}
encoder = keras.Sequential([
    keras.Input((28, 28, 1)),
    # the encoder
    layers.Conv2D(8, 3),  # shrinks
    layers.Flatten(),
])
`;

  test('write shapes as comments: in a line, a function, for a model', () => {
    assert.match(changed(chain, 'image =', 'Write the shape'), /\(28, 28, 1\)\) {2}# \(None, 28, 28, 1\)\n# the/);
    assert.ok(!titles(chain, 'hidden = layers.Conv2D').includes('Write the shape as a comment'), 'a comment is there');
    const whole = changed(chain, 'encoder = keras', 'Write shapes as comments for encoder');
    assert.match(whole, /Flatten\(\)\(hidden\) {2}# \(None, 5408\)/);
    const program = `${HEAD}def f(x):\n    return layers.Dense(3)(x)\ny = f(keras.Input((4,)))\n`;
    assert.match(
      changed(program, 'return', 'Write shapes as comments in f'),
      /\(3\)\(x\) {2}# \(None, 3\)\ny = f\(.*\)\n$/,
    );
  });

  test('remove and renew shape comments', () => {
    const text = `${HEAD}x = keras.Input((4,))  # (None, 4)\ny = layers.Dense(3)(x)  # (None, 5)\n`;
    assert.equal(changed(text, 'x =', 'Remove shape comments here'), text.replace('  # (None, 4)', ''));
    assert.equal(
      changed(text, 'x =', 'Remove all shape comments'),
      text.replace('  # (None, 4)', '').replace('  # (None, 5)', ''),
    );
    assert.equal(changed(text, 'x =', 'Renew all shape comments'), text.replace('(None, 5)', '(None, 3)'));
  });

  test('convert a Sequential to a functional model', () => {
    assert.equal(
      changed(stacked, 'Sequential', 'Convert to a functional model'),
      `${HEAD}
inputs = keras.Input((28, 28, 1))
# the encoder
x = layers.Conv2D(8, 3)(inputs)  # shrinks
x = layers.Flatten()(x)
encoder = keras.Model(inputs, x)
`,
    );
  });

  test('convert a functional model that is a chain to a Sequential', () => {
    assert.equal(changed(chain, 'encoder = keras', 'Convert to a Sequential'), stacked.replace('\n\n', '\n'));
    const branching = chain.replace('encoder =', 'hidden = layers.Add()([hidden, hidden])\nencoder =');
    assert.ok(!titles(branching, 'encoder = keras').some((title) => title.startsWith('Convert')));
    const used = `${chain}print(hidden)\n`;
    assert.ok(!titles(used, 'encoder = keras').some((title) => title.startsWith('Convert')));
  });

  test('name layers', () => {
    const text = `${HEAD}x = keras.Input((4,))\ncode = layers.Dense(3)(x)\ny = layers.Dense(2)(code)\nm = keras.Model(x, y)\n`;
    assert.match(changed(text, 'code =', 'Name the layer "code"'), /Dense\(3, name="code"\)/);
    assert.match(changed(text, 'y =', 'Name the layer "dense_a"'), /Dense\(2, name="dense_a"\)/);
    const all = changed(text, 'code =', 'Write out the names');
    assert.match(all, /Dense\(3, name="dense"\)\(x\)\ny = layers\.Dense\(2, name="dense_1"\)/);
    // Keras would number the layers of the loop anew.
    const loop = `${text}for _ in range(2):\n    y = layers.Dense(2)(y)\n`;
    assert.ok(!titles(loop, 'code =').some((title) => title.startsWith('Write out the names')));
    // A layer that Keras refuses has no name.
    const refused = `${HEAD}x = keras.Input((4, 4, 3))\ny = layers.Conv2D(8, 2, groups=4)(x)\n`;
    assert.ok(!titles(refused, 'y =').some((title) => title.startsWith('Name the layer')));
  });

  test('make whole numbers of finite ones only', () => {
    const model = `${HEAD}m = keras.Sequential([keras.Input((4,)), layers.Dense(1)])\nm.compile(loss="mse")\n`;
    const training = (epochs: string) => `${model}m.fit([[1, 2, 3, 4]], [1], epochs=${epochs})\n`;
    assert.ok(titles(training('2.5'), 'm.fit').some((title) => title.startsWith('Make it a whole number')));
    assert.ok(!titles(training('float("nan")'), 'm.fit').some((title) => title.startsWith('Make it a whole number')));
  });

  test('write out defaults of a layer and of the file', () => {
    const text = `${HEAD}x = keras.Input((28, 28, 1))\nx = layers.MaxPooling2D(2)(x)\ny = layers.Conv2D(3, 3)(x)\n`;
    assert.match(changed(text, 'MaxPooling2D', 'Write out strides='), /MaxPooling2D\(2, strides=\(2, 2\)\)/);
    const all = changed(text, 'MaxPooling2D', 'Write out all defaults');
    assert.match(all, /strides=\(2, 2\)/);
    assert.match(all, /Conv2D\(3, 3, padding="valid"\)/);
    const none = text.replace('MaxPooling2D(2)', 'MaxPooling2D()');
    const written = changed(none, 'MaxPooling2D', 'Write out all defaults');
    assert.match(written, /MaxPooling2D\(pool_size=\(2, 2\), strides=\(2, 2\)\)/);
  });

  test('fix all problems of one kind', () => {
    const line = 'y = layers.Conv2D(8, 40)(x)\n';
    const text = `${HEAD}x = keras.Input((28, 28, 1))\n${line}${line}`;
    const mended = changed(text, '40', 'Fix all 2 like this: Add padding="same"');
    assert.equal(mended.split('padding="same"').length, 3);
  });

  test('ignore a problem, and report what ignores nothing', () => {
    const text = `${HEAD}x = keras.Input((28, 28, 1))\ny = layers.Conv2D(8, 40)(x)\n`;
    const ignored = changed(text, '40', 'Ignore negative-dimension in this line');
    assert.match(ignored, /\(x\) {2}# keras-shapes: ignore\[negative-dimension\]\n$/);
    assert.deepEqual(diagnostics(analyse(ignored), DEFAULT_SETTINGS), []);
    const useless = ignored.replace('40', '4');
    const [problem] = diagnostics(analyse(useless), DEFAULT_SETTINGS);
    assert.deepEqual([problem?.code, problem?.severity, problem?.isUnnecessary], ['unused-ignore', 'hint', true]);
    assert.equal(changed(useless, '# keras-shapes', 'Remove the comment'), text.replace('40', '4'));
    const partly = ignored.replace('negative-dimension]', 'groups, negative-dimension]');
    const [unused] = diagnostics(analyse(partly), DEFAULT_SETTINGS);
    assert.match(unused?.what ?? '', /groups/);
    assert.equal(changed(partly, 'groups', 'Remove the comment'), ignored);
    const above = text.replace('y =', '# keras-shapes: ignore\ny =');
    assert.deepEqual(diagnostics(analyse(above), DEFAULT_SETTINGS), []);
  });

  test('read the name of a class that is half typed', () => {
    const { analyzer } = service.analyzer('file:///program.py');
    const text = `import numpy as np
from keras import Sequential
from keras.layers import LSTM, Dense
x = np.random.random((20, 5, 2))
y = np.eye(3)[np.random.randint(0, 3, 20)]
model = Sequential()
model.add(LSTM(8, return_sequences=True, input_shape=(5, 2)))
model.add(Dense(3, activation="softmax"))
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit(x, y)
`;
    analyzer.update(text);
    const typed = text.replace('add(Dense', 'add(De***nse');
    const at = typed.indexOf('model.fit');
    const offered = codeActions(analyzer.update(typed, true), { start: at, end: at }, DEFAULT_SETTINGS);
    assert.ok(offered.every(({ edits }) => edits.every(({ newText }) => !newText.includes('***'))));
  });

  test('for the light bulb are few', () => {
    assert.deepEqual(titles(chain, 'image =', true), []);
    assert.ok(titles(chain, 'image =').length > 0);
  });
});
