import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Analysis } from '../../analysis/analysis';
import type { DocumentAnalyzer } from '../../analysis/analyzer';
import { createService, type Service } from '../../node/service';
import { applyEdits } from '../../text/edit';
import { DEFAULT_SETTINGS } from '../settings';
import { inlayHints } from './index';
import { hintsOfStatements } from './kept';

const HEAD = 'import tensorflow as tf\nfrom keras import Input, Model, Sequential, layers\n';

describe('hints of statements that an edit does not reach', () => {
  let service: Service;
  before(async () => {
    service = await createService({ extraPaths: [] });
  });

  /** All that a hint says, the parts that are put off as well. */
  function said(analysis: Analysis): unknown[] {
    const all = { start: 0, end: analysis.text.length };
    return inlayHints(analysis, all, DEFAULT_SETTINGS).map((hint) => ({
      ...hint,
      edits: hint.edits(),
      details: hint.details(),
    }));
  }

  /** Makes edits one after the other; after each, hints are those of a document that is opened with the text. */
  function follow(text: string, edits: readonly (readonly [string, string])[]): void {
    const { analyzer } = service.analyzer('file:///edited.py');
    const seen = (now: string): void => {
      const fresh = service.analyzer('file:///edited.py').analyzer.update(now);
      const edited = analyzer.update(now);
      assert.deepEqual(said(edited), said(fresh), now);
      // Once more, of what is kept.
      assert.deepEqual(said(edited), said(fresh), now);
    };
    let now = HEAD + text;
    seen(now);
    for (const [old, newText] of edits) {
      const start = now.indexOf(old);
      assert.ok(start >= 0, old);
      now = applyEdits(now, [{ start, end: start + old.length, newText }]);
      seen(now);
    }
  }

  /** The lines that are collected anew. */
  function collected(analyzer: DocumentAnalyzer, text: string): string[] {
    const analysis = analyzer.update(text);
    const lines: string[] = [];
    const range = { start: 0, end: text.length };
    const settings = DEFAULT_SETTINGS;
    hintsOfStatements({ analysis, range, settings, callers: new Map(), answers: new Map() }, (question) => {
      lines.push(analysis.text.slice(question.range.start, question.range.end));
      return [];
    });
    return lines;
  }

  test('are not made again', () => {
    const { analyzer } = service.analyzer('file:///kept.py');
    const text = `${HEAD}x = Input((28,))\ny = layers.Dense(10)(x)\nz = layers.Dense(5)(x)\nn = 1\n`;
    assert.deepEqual(collected(analyzer, text), [
      ...HEAD.trimEnd().split('\n'),
      'x = Input((28,))',
      'y = layers.Dense(10)(x)',
      'z = layers.Dense(5)(x)',
      'n = 1',
    ]);
    assert.deepEqual(collected(analyzer, text.replace('10', '100')), ['y = layers.Dense(100)(x)']);
    assert.deepEqual(collected(analyzer, `# A comment.\n${text}`), ['y = layers.Dense(10)(x)']);
    assert.deepEqual(collected(analyzer, `# A comment.\n${text}`), []);
  });

  test('are where their statements stand', () =>
    follow('x = Input((28,))\ny = layers.Dense(10)(x)\nz = layers.Dense(5)(x)\n', [
      ['10', '100'],
      ['x =', '# Two more\n# lines\nx ='],
      ['28', '2'],
      ['layers.Dense(5)', 'layers.Dense(\n    5,\n)'],
    ]));

  test('go by what is written behind the statement', () =>
    follow('x = Input((28,))\ny = layers.Dense(10)(x)\n', [
      ['(28,))', '(28,))  # (None, 28)'],
      ['(None, 28)', '(None, 2)'],
      ['  # (None, 2)', '; z = x'],
      ['; z = x', ''],
    ]));

  test('go by the layout of what was looked at', () =>
    follow('x = Input((28, 28, 3))\npool = layers.MaxPooling2D((2, 2))\ny = pool(x)\nz = pool(y)\n', [
      ['(2, 2)', '( 2, 2 )'],
      ['( 2, 2 )', '(2, 2)'],
      ['z = pool(y)', 'z = y'],
    ]));

  test('go by the calls of a layer that is made there', () =>
    follow(
      'model = Sequential([\n    Input((28,)),\n    layers.Dense(4),\n])\nx = Input((28,))\ny = model(x)\nz = layers.Dense(2)(y)\n',
      [
        ['x = Input((28,))', 'x = Input((27,))'],
        ['x = Input((27,))', 'x = Input((28,))'],
        ['layers.Dense(4)', 'layers.Dense(8)'],
        ['y = model(x)', 'y = x'],
      ],
    ));

  test('go by what a list holds in the end', () =>
    follow('def pair():\n    return [Input((1,)), Input((2,))]\nboth = pair()\nboth.append(Input((3,)))\nn = 1\n', [
      ['(3,)', '(4,)'],
      ['both.append(Input((4,)))', 'both.pop()'],
      ['n = 1', 'both.clear()'],
      ['both.clear()', 'n = 2'],
    ]));

  test('go by what is said of a shape later', () =>
    follow("x = tf.io.decode_png(b'')\ny = x\nn = 1\n", [
      ['n = 1', 'x.set_shape((32, 32, 3))'],
      ['(32, 32, 3)', '(16, 32, 3)'],
      ['x.set_shape((16, 32, 3))', 'n = 1'],
    ]));

  test('are of a function by all of its calls', () =>
    follow('def block(x, n=4):\n    return layers.Dense(n)(x)\na = block(Input((8,)))\nb = block(a, 5)\n', [
      ['b = block(a, 5)', 'b = block(a, 6)'],
      ['b = block(a, 6)', 'b = a'],
      ['n=4', 'n=7'],
    ]));
});
