import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { createService, type Service } from '../node/service';
import { type DocumentSymbol, documentSymbols } from './symbols';

describe('the outline', () => {
  let service: Service;
  before(async () => {
    service = await createService({ extraPaths: [] });
  });

  function outline(text: string): string[] {
    const { analysis } = service.analyse('file:///a.py', `import keras\nfrom keras import layers\n${text}`);
    const lines = (symbols: readonly DocumentSymbol[], indent: string): string[] =>
      symbols.flatMap(({ kind, name, detail, children }) => [
        `${indent}${kind} ${name} ${detail}`.trimEnd(),
        ...lines(children, `${indent}  `),
      ]);
    return lines(documentSymbols(analysis), '');
  }

  test('has tensors, layers and models with their shapes and classes', () => {
    assert.deepEqual(
      outline('x = keras.Input((4,))\ndense = layers.Dense(3)\ny = dense(x)\nn = 3\nmodel = keras.Model(x, y)\n'),
      ['tensor x (None, 4)', 'layer dense Dense', 'tensor y (None, 3)', 'model model Functional'],
    );
  });

  test('has every name of an unpacking', () => {
    assert.deepEqual(outline('x = keras.Input((4,))\na, b = layers.Dense(3)(x), layers.Dense(5)(x)\n'), [
      'tensor x (None, 4)',
      'tensor a (None, 3)',
      'tensor b (None, 5)',
    ]);
  });

  test('has the layers of a Sequential below it', () => {
    assert.deepEqual(
      outline(
        'model = keras.Sequential([\n  keras.Input((28, 28, 1)),\n  layers.Flatten(),\n  layers.Dense(10),\n])\n',
      ),
      ['model model Sequential', '  layer Flatten (None, 784)', '  layer Dense (None, 10)'],
    );
  });

  test('has what functions and classes make below them', () => {
    assert.deepEqual(outline('def build(n):\n  x = keras.Input((n,))\n  return layers.Dense(2)(x)\nbuild(5)\n'), [
      'function build',
      '  tensor x (None, 5)',
    ]);
  });
});
