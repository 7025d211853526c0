import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { createService, type Service } from '../../node/service';
import { DEFAULT_SETTINGS } from '../settings';
import { signatureHelp } from '../signature-help';
import { completionPage, completions } from './index';

const HEAD = 'from keras import layers, Input, Sequential\nx = Input((28, 28, 1))\n';

describe('inside the call of a layer', () => {
  let service: Service;
  before(async () => {
    service = await createService({ extraPaths: [] });
  });

  /** Completions at the `|` of a line behind a program's head. */
  function offered(line: string, head = HEAD) {
    const { analysis, offset } = at(line, head);
    return completions(analysis, offset, DEFAULT_SETTINGS);
  }
  function at(line: string, head = HEAD) {
    const marked = head + line;
    const offset = marked.indexOf('|');
    const { analyzer } = service.analyzer('file:///program.py');
    analyzer.update(head);
    return { analysis: analyzer.update(marked.replace('|', ''), true), offset };
  }
  const labels = (line: string) => offered(line).map(({ label }) => label);
  const shapes = (line: string, head = HEAD) =>
    Object.fromEntries(offered(line, head).map(({ label, description }) => [label, description]));

  test('arguments not yet given are offered, required ones first', () => {
    const found = labels('x = layers.Conv2D(16, |)(x)\n');
    assert.deepEqual(found.slice(0, 3), ['kernel_size=', 'strides=', 'padding=']);
    assert.ok(!found.includes('filters='));
    assert.ok(found.includes('name='));
    assert.ok(!labels('x = layers.Conv2D(16, 3, padding="same", st|)(x)').includes('padding='));
    assert.ok(!labels('x = layers.Conv2D(16, |, padding="same")(x)').includes('padding='));
  });

  test('a call that is not closed is one as well', () => {
    assert.deepEqual(labels('x = layers.MaxPooling2D(\n    2,\n    |\n').slice(0, 2), ['strides=', 'padding=']);
  });

  test('values are offered with the shapes they lead to', () => {
    const expected = { '"valid"': '(None, 26, 26, 16)', '"same"': '(None, 28, 28, 16)' };
    assert.deepEqual(shapes('x = layers.Conv2D(16, 3, padding=|)(x)'), expected);
    assert.deepEqual(shapes('x = layers.Conv2D(16, 3, padding=|'), expected);
    assert.deepEqual(shapes('x = layers.Conv2D(16, 3, padding=|)'), expected);
    assert.deepEqual(shapes("x = layers.Conv2D(16, 3, padding='s|')(x)"), {
      valid: '(None, 26, 26, 16)',
      same: '(None, 28, 28, 16)',
    });
  });

  test('in a Sequential, too', () => {
    const line = 'model = Sequential([Input((10, 4)), layers.LSTM(8, return_sequences=|\n])\n';
    assert.deepEqual(shapes(line), { True: '(None, 10, 8)', False: '(None, 8)' });
  });

  test('a value in a string replaces what the string holds', () => {
    const [first] = offered('x = layers.Conv2D(16, 3, padding="sa|me")(x)');
    const text = `${HEAD}x = layers.Conv2D(16, 3, padding="same")(x)`;
    assert.equal(text.slice(first?.edit.start, first?.edit.end), 'same');
    const [open] = offered('x = layers.Conv2D(16, 3, padding="|');
    assert.equal(open?.edit.newText, 'valid"');
  });

  test('names that only pass are offered without shapes', () => {
    const found = offered('x = layers.Dense(4, activation=|)(x)');
    assert.ok(found.some(({ label, description }) => label === '"relu"' && description === null));
  });

  test('a comment that begins to tell the shape of its line is completed', () => {
    assert.deepEqual(labels('y = layers.Flatten()(x)  # |'), ['(None, 784)']);
    const [bracket] = offered('y = layers.Flatten()(x)  # shape: (|)');
    assert.equal(bracket && bracket.edit.end - bracket.edit.start, 2);
    assert.deepEqual(labels('y = layers.Flatten()(x)  # as in the paper |'), []);
  });

  test('nothing is offered elsewhere', () => {
    for (const line of [
      'x = |',
      'x = print(|)',
      'x = layers.Dense(4)(|)',
      'x = "layers.Dense(|)"',
      'x = layers.Dense(1|)',
    ])
      assert.deepEqual(labels(line), [], line);
  });

  test('a page tells what an argument is and what each value leads to', () => {
    const { analysis, offset } = at('x = layers.MaxPooling2D(2, p|)(x)');
    const page = completionPage(analysis, { offset: offset - 1, parameter: 'padding', value: null });
    assert.match(page ?? '', /`"valid"`: `\(None, 28, 28, 1\)` → `\(None, 14, 14, 1\)`/);
    assert.match(page ?? '', /zeros at the borders/);
  });

  test('what a layer is called on is told where the text does not say', () => {
    const { analysis, offset } = at('x = layers.Conv2D(16, 3, padding=|)');
    const page = completionPage(analysis, { offset, parameter: 'padding', value: '"same"' });
    assert.match(page ?? '', /on `x`/);
  });

  test('the signature shows where one is, and what the call gives so far', () => {
    const { analysis, offset } = at('x = layers.Conv2D(16, (3, |');
    const help = signatureHelp(analysis, offset, DEFAULT_SETTINGS);
    assert.ok(help?.label.startsWith('Conv2D(filters, kernel_size, strides=(1, 1), padding="valid", '), help?.label);
    assert.equal(help?.active, 1);
    const whole = at('x = layers.Conv2D(16, 3|)(x)');
    assert.match(
      signatureHelp(whole.analysis, whole.offset, DEFAULT_SETTINGS)?.documentation ?? '',
      /`\(None, 28, 28, 1\)` → `\(None, 26, 26, 16\)`/,
    );
    const named = at('x = layers.Conv2D(16, 3, padding=|)(x)');
    const { active, parameters, label } = signatureHelp(named.analysis, named.offset, DEFAULT_SETTINGS) ?? {};
    const shown = parameters?.[active ?? 0];
    assert.equal(label?.slice(shown?.start, shown?.end), 'padding="valid"');
  });

  test('in a function the tensor is one of its own', () => {
    const head = 'from keras import layers, Input\ndef block(y):\n    y = layers.Dense(3)(y)\n';
    const after = 'block(Input((5,)))\n';
    const marked = `${head}    y = layers.Reshape((3, 1))(y)\n    z = layers.LSTM(4, return_sequences=|\n${after}`;
    const { analyzer } = service.analyzer('file:///f.py');
    analyzer.update(`${head}    y = layers.Reshape((3, 1))(y)\n${after}`);
    const analysis = analyzer.update(marked.replace('|', ''), true);
    const found = completions(analysis, marked.indexOf('|'), DEFAULT_SETTINGS);
    assert.deepEqual(
      found.map(({ label, description }) => [label, description]),
      [
        ['True', '(None, 3, 4)'],
        ['False', '(None, 4)'],
      ],
    );
  });
});
