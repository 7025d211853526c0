import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { createService, type Service } from '../../node/service';
import { hover } from './index';

const HEAD = 'import numpy as np\nfrom keras import Input, Model, layers\n';

describe('the hover', () => {
  let service: Service;
  before(async () => {
    service = await createService({ extraPaths: [] });
  });

  /** What is said at the first `part` of a program. */
  function said(text: string, part: string): string {
    const { analysis } = service.analyse('file:///program.py', HEAD + text);
    return hover(analysis, (HEAD + text).indexOf(part))?.markdown ?? '';
  }
  const drawing = (text: string) => /```text\n([\s\S]*?)\n```/.exec(said(text, 'Window('))?.[1];
  const window = (layer: string, size: number) =>
    drawing(
      `from keras.layers import ${layer.split('(')[0]} as Window\ny = ${layer.replace(/^\w+/, 'Window')}(Input((${size}, ${size}, 1)))\n`,
    );

  test('draws the window at its first and last position', () => {
    assert.equal(
      window('Conv2D(8, 3)', 7),
      ['■■■□□□□', '□□□□■■■', '5 positions, the last over pixels 4–6 of 7'].join('\n'),
    );
    assert.equal(
      window('Conv2D(8, 3, padding="same")', 5),
      ['0■■□□□·', '·□□□■■0', '5 positions, the last over pixels 3–4 of 5; 0: 1 zero added on each side'].join('\n'),
    );
    assert.equal(
      window('MaxPooling2D(2)', 5),
      ['■■□□□', '□□■■□', '2 positions, the last over pixels 2–3 of 5; the last pixel is never seen'].join('\n'),
    );
    assert.equal(
      window('MaxPooling2D(2, padding="same")', 5),
      ['■■□□□·', '□□□□■0', '3 positions, the last over pixel 4 of 5; 0: 1 zero added behind'].join('\n'),
    );
    assert.match(window('Conv2D(8, 3, dilation_rate=2)', 7) ?? '', /^■□■□■□□\n□□■□■□■\n3 positions/);
    assert.match(
      window('Conv2D(8, 5)', 200) ?? '',
      /■■■■■□+ … □+\n□+ … □+■■■■■\n196 positions, the last over pixels 195–199/,
    );
  });

  test('draws nothing where no window slides', () => {
    assert.equal(window('Conv2D(8, 1)', 7), undefined);
    assert.equal(window('Conv2DTranspose(8, 3)', 7), undefined);
  });

  test('counts what a call costs', () => {
    const conv = said('y = layers.Conv2D(16, 3, padding="same")(Input((28, 28, 1)))\n', 'Conv2D');
    assert.match(conv, /output `49.00 KB` · 112,896 multiplications \(225,792 FLOPs\) per sample/);
    const dense = said('y = layers.Dense(10)(Input((20,)))\n', 'Dense');
    assert.match(dense, /output `40.00 B` · 200 multiplications/);
    const cost = (call: string, name: string) => / · (.*) per sample/.exec(said(`y = layers.${call}\n`, name))?.[1];
    const steps = 'Input((20, 8))';
    // 20 steps, 4 gates of 16 units: 8 inputs and 16 states each.
    assert.equal(cost(`LSTM(16)(${steps})`, 'LSTM'), '30,720 multiplications (61,440 FLOPs)');
    assert.equal(cost(`GRU(16)(${steps})`, 'GRU'), '23,040 multiplications (46,080 FLOPs)');
    assert.match(cost(`Bidirectional(layers.LSTM(4))(${steps})`, 'Bidirectional') ?? '', /^7,680 mult/);
    // 3·3 windows of 3 + 6 channels for 4 gates of 6 filters, at 12·12 places of 5 pictures.
    const frames = 'ConvLSTM2D(6, 3, padding="same")(Input((5, 12, 12, 3)))';
    assert.match(cost(frames, 'ConvLSTM2D') ?? '', /^1\.4 M mult/);
    // Four projections of 8·8 at 20 places, and twice 20·20 products of 8 features.
    const attention = `MultiHeadAttention(2, 4)(${steps}, Input((20, 8)))`;
    assert.match(cost(attention, 'MultiHeadAttention') ?? '', /^11,520 mult/);
    assert.match(cost(`Attention()([${steps}, Input((30, 8))])`, 'Attention') ?? '', /^9,600 mult/);
    const einsum = `EinsumDense("abc,cd->abd", output_shape=(20, 5))(${steps})`;
    assert.match(cost(einsum, 'EinsumDense') ?? '', /^800 mult/);
    assert.equal(cost(`MaxPooling1D(2)(${steps})`, 'MaxPooling1D'), '80 comparisons');
    assert.equal(cost(`GlobalAveragePooling1D()(${steps})`, 'GlobalAveragePooling1D'), '152 additions');
    assert.equal(cost(`MaxPooling1D(3, padding="same")(${steps})`, 'MaxPooling1D'), undefined);
  });

  test('tells which generation of Keras is followed where that matters', () => {
    assert.match(said('y = layers.LSTM(4)(Input((3, 2)))\n', 'LSTM'), /As Keras 3 does it|keras\.io/);
  });

  test('tells causes one by one', () => {
    const text = said('import json\nn = json.load(open("a"))["n"]\ny = layers.Dense(n)(Input((3,)))\n', 'Dense');
    assert.match(text, /Not known: /);
  });

  test('tells why the parameters of a layer cannot be counted', () => {
    const text = said('import json\nn = json.load(open("a"))["n"]\ny = layers.Dense(4)(Input((n,)))\n', 'Dense');
    assert.match(text, /The number of parameters is not known:\n- because .*json.*load/s);
    assert.doesNotMatch(said('y = layers.Dense(4)(Input((3,)))\n', 'Dense'), /not known/);
    assert.doesNotMatch(said('y = layers.Dropout(0.4)(Input((None, 3)))\n', 'Dropout'), /not known/);
  });

  test('tells what an argument means', () => {
    assert.match(said('y = layers.Dense(units=7)(Input((3,)))\n', 'units'), /Size of the last axis of the output/);
  });

  test('tells of models and arrays: sizes, and where they come from', () => {
    const text = 'a = Input((3,))\nm = Model(a, layers.Dense(4)(a))\nn = m\nx = np.zeros((5, 3))\ny = x\n';
    assert.match(said(text, 'm\nx'), /\*\*16 parameters\*\*.* · `64.00 B`\n\n2 layers/);
    assert.match(said(text, 'x\n'), /`\(5, 3\)` · float64 · from `np.zeros\(\(5, 3\)\)` in line 6/);
  });

  test('tells what a shape comment is about', () => {
    const text = 'x = Input((12, 8))  # (B, T, C)\ny = layers.Dense(4)(x)  # (12, 5)\n';
    assert.match(
      said(text, '(B, T'),
      /`\(B, T, C\)` agrees with the tensor of line 3: `\(None, 12, 8\)`\n\n`T` is `12`, `C` is `8`/,
    );
    assert.match(said(text, '(12, 5'), /`\(12, 5\)` contradicts the tensor of line 4: `\(None, 12, 4\)`/);
  });

  test('tells the rule of an op in words, and of what is not called', () => {
    const text =
      'from keras import ops\nx = Input((4, 8))\ny = ops.transpose(x, (0, 2, 1))\nz = x + y\nDense = layers.Dense\n';
    assert.match(said(text, 'transpose'), /\*\*transpose\*\* — /);
    const uncalled = said(text, 'Dense\n');
    assert.match(uncalled, /\*\*Dense\*\* — /);
    assert.match(uncalled, /```python\nDense\(units, activation=None/);
  });

  test('escapes names of the program', () => {
    const text =
      'class My_Layer_(layers.Layer):\n    def call(self, x):\n        return x * 2\ny = My_Layer_()(Input((3,)))\n';
    assert.match(said(text, 'My_Layer_()('), /\*\*My\\_Layer\\_\*\*/);
  });
});
