import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { inlayHints } from '../features/inlay-hints';
import { DEFAULT_SETTINGS } from '../features/settings';
import { createService, type Service } from '../node/service';
import type { Analysis } from './analysis';
import type { DocumentAnalyzer } from './analyzer';

const seed = readFileSync('test-fixtures/programs/autoencoder.py', 'utf8');

describe('a document while it is edited', () => {
  let service: Service;
  before(async () => {
    service = await createService({ extraPaths: [] });
  });

  function open(text: string): DocumentAnalyzer {
    const { analyzer } = service.analyzer('file:///a.py');
    analyzer.update(text);
    return analyzer;
  }

  /** Shapes at the ends of lines, by the lines' text. */
  function shapes(analysis: Analysis): string[] {
    const all = { start: 0, end: analysis.text.length };
    return inlayHints(analysis, all, DEFAULT_SETTINGS)
      .filter((hint) => hint.kind === 'shape')
      .map(({ offset, label }) => `${analysis.text.slice(0, offset).split('\n').pop()} ${label}`);
  }

  const without = (lines: readonly string[], part: string) => lines.filter((line) => !line.includes(part));

  /** Types a text at a place, one character at a time, and hands over each state. */
  function type(analyzer: DocumentAnalyzer, at: string, typed: string, look: (analysis: Analysis) => void): Analysis {
    const start = seed.indexOf(at);
    let analysis = analyzer.analysis as Analysis;
    for (let length = 1; length <= typed.length; length++) {
      analysis = analyzer.update(`${seed.slice(0, start)}${typed.slice(0, length)}\n${seed.slice(start)}`, true);
      look(analysis);
    }
    return analysis;
  }

  test('keeps the hints of all other lines while one is typed', () => {
    const analyzer = open(seed);
    const expected = shapes(analyzer.analysis as Analysis);
    const line = "kept = layers.Conv2D(16, (3, 3), padding='same')(x)";
    const analysis = type(analyzer, 'encoded =', line, (now) =>
      assert.deepEqual(without(shapes(now), 'kept'), expected, now.text),
    );
    assert.deepEqual(shapes(analysis).length, expected.length + 1);
  });

  test('keeps the shape of a name while the statement that rebinds it is typed', () => {
    const analyzer = open(seed);
    const later = (now: Analysis) => shapes(now).filter((line) => line.startsWith('decoded'));
    const [before] = later(analyzer.analysis as Analysis);
    type(analyzer, 'decoded =', 'x = layers.Dropout(0.5)(x)', (now) =>
      assert.deepEqual(later(now), [before], now.text),
    );
  });

  test('keeps a value while the statement that gives it ends by an exception', () => {
    const rest = 'x = Input((size, size, 3))\n';
    const start = 'from keras import Input\nsizes = {"image": 64}\n';
    const analyzer = open(`${start}size = sizes["image"]\n${rest}`);
    for (const key of ['imag', '', 'im', 'image']) {
      const labels = shapes(analyzer.update(`${start}size = sizes["${key}"]\n${rest}`, true));
      assert.deepEqual(labels, ['x = Input((size, size, 3)) (None, 64, 64, 3)'], key);
    }
  });

  test('takes what is written for what is meant when the typing pauses', () => {
    const analyzer = open(seed);
    const half = seed.replace('decoded =', 'x = layers\ndecoded =');
    analyzer.update(half, true);
    assert.equal(shapes(analyzer.analysis as Analysis).length, 14);
    assert.equal(analyzer.settle(), true);
    assert.equal(shapes(analyzer.analysis as Analysis).length, 13);
    assert.equal(analyzer.settle(), false);
    analyzer.update(seed, true);
    assert.equal(shapes(analyzer.analysis as Analysis).length, 14);
  });

  test('gives what a fresh analysis gives, after any edit', () => {
    const analyzer = open(seed);
    const edits: readonly (readonly [string, string])[] = [
      ['(28, 28, 1)', '(32, 32, 1)'],
      ["padding='same')(image)", 'padding='],
      ['padding=', "padding='same')(image)"],
      ['x = layers.UpSampling2D((2, 2))(x)\n', ''],
      ['import keras\n', 'import keras\n\n# a comment\n'],
      ['autoencoder = ', 'model = '],
    ];
    let text = seed;
    for (const [from, to] of edits) {
      text = text.replace(from, () => to);
      const ours = analyzer.update(text, true);
      analyzer.settle();
      if (ours.module.problems.length > 0) continue;
      assert.deepEqual(shapes(analyzer.analysis as Analysis), shapes(open(text).analysis as Analysis), text);
    }
  });

  test('tries edits and stays as it was', () => {
    const analyzer = open(seed);
    const analysis = analyzer.analysis as Analysis;
    const expected = shapes(analysis);
    const at = seed.indexOf('28, 28, 1');
    const tried = analysis.whatIf([{ start: at, end: at + 2, newText: '64' }], shapes);
    assert.match(tried[0] ?? '', /64, 28, 1/);
    assert.deepEqual(shapes(analysis), expected);
    assert.deepEqual(shapes(analyzer.update(`${seed}\n`, true)), expected);
  });

  test('maps the places of a function that is half typed', () => {
    const text =
      'import keras\nfrom keras import layers\n\ndef f(x):\n    y = layers.Dense(3)(x)\n    z = layers.Dense(4)(y)\n    return z\n\nv = f(keras.Input((8,)))\n';
    const analyzer = open(text);
    const expected = shapes(analyzer.analysis as Analysis);
    assert.equal(expected.length, 3);
    const broken = text.replace('(4)(y)', '(4)(y');
    const during = shapes(analyzer.update(broken, true));
    assert.deepEqual(without(during, 'z ='), without(expected, 'z ='));
  });
});
