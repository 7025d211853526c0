import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { inlayHints } from '../features/inlay-hints';
import { DEFAULT_SETTINGS } from '../features/settings';
import { createService, type Service } from '../node/service';
import { isBegun } from './begun';

const program = `from keras import Input, Sequential, layers
def block(x, filters):
    return layers.Conv2D(filters, 3)(x)
wide = Input((28, 28, 1))
flat = Input((28,))
x = layers.Flatten()(wide)
model = Sequential([
    Input((28, 28, 1)),
    layers.Conv2D(8, 3),
    layers.Dropout(0.5),
    layers.Flatten(),
    layers.Dense(10),
])
y = block(wide, 8)
`;

describe('a pause in the typing', () => {
  let service: Service;
  before(async () => {
    service = await createService({ extraPaths: [] });
  });

  /** Shapes at the ends of lines once `typed` is in the place of `old` (its last), and the typing pauses there. */
  function shapesAfter(old: string, typed: string, saved = false): string[] {
    const at = program.lastIndexOf(old);
    const { analyzer } = service.analyzer('file:///typed.py');
    analyzer.update(program);
    for (let length = 0; length <= typed.length; length++)
      analyzer.update(program.slice(0, at) + typed.slice(0, length) + program.slice(at + old.length), true);
    analyzer.settle(undefined, saved);
    const { analysis } = analyzer;
    assert.ok(analysis);
    return inlayHints(analysis, { start: 0, end: analysis.text.length }, DEFAULT_SETTINGS)
      .filter(({ kind }) => kind === 'shape')
      .map(({ label }) => label);
  }

  const list = ['(None, 28, 28, 1)', '(None, 26, 26, 8)', '(None, 26, 26, 8)', '(None, 5408)', '(None, 10)'];
  const above = ['(None, 26, 26, 8)', '(None, 28, 28, 1)', '(None, 28)', '(None, 784)'];

  const held: readonly [what: string, old: string, typed: string][] = [
    ['a word that names of the library begin with', 'layers.Flatten(),\n    layers.Dense', 'layers.Fl'],
    ['a class without its call', 'layers.Flatten(),\n    layers.Dense(10)', 'layers.Flatten'],
    ['a call that lacks an argument', 'Conv2D(8, 3)', 'Conv2D(8)'],
    ['a choice that has begun', 'Conv2D(8, 3)', 'Conv2D(8, 3, padding="sa")'],
    ['a call of the program that lacks an argument', 'block(wide, 8)', 'block(wide)'],
    ['a layer that is not called yet', 'layers.Flatten()(wide)', 'layers.Flatten()'],
    ['a module', 'layers.Flatten()(wide)', 'layers'],
    ['a name that is none', 'wide, 8', 'wi, 8'],
  ];
  for (const [what, old, typed] of held)
    test(`keeps what was known before behind ${what}`, () => {
      const shapes = shapesAfter(old, typed).map((label) => label.replace(/ …$/, ''));
      for (const label of [...above, ...list.slice(0, 2)]) assert.ok(shapes.includes(label), shapes.join(' | '));
    });

  test('keeps all elements of the list in which a word has begun', () => {
    const shapes = shapesAfter('layers.Dropout(0.5)', 'layers.Drop').map((label) => label.replace(/ …$/, ''));
    assert.deepEqual(shapes.slice(4, 9), list);
  });

  test('expects more behind a comma in brackets that are closed', () => {
    const text = 'from keras import layers\nx = layers.Conv2D(8, (3, ))\n';
    const { analysis } = service.analyse('file:///open.py', text);
    assert.ok(isBegun(analysis, text.indexOf(', ))') + 2));
    assert.ok(!isBegun(analysis, text.indexOf('(3') + 2));
  });

  test('takes a whole word for what is meant', () => {
    assert.deepEqual(shapesAfter('block(wide, 8)', 'block(flat, 8)').slice(9), []);
  });

  test('takes everything for what is meant once it is saved', () => {
    assert.ok(shapesAfter('layers.Flatten()(wide)', 'layers.Flatten()').includes('(None, 784) …'));
    assert.ok(!shapesAfter('layers.Flatten()(wide)', 'layers.Flatten()', true).join().includes('(None, 784)'));
  });
});
