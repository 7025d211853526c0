import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { mergeLayer } from './merge';

const layer = mergeLayer({ name: 'Add', summary: '', docs: '' });

test('a lower rank meets from the right, behind the batch', () => {
  const shapes = [
    [null, 4],
    [null, 3, 4],
  ];
  assert.equal(callLayer(layer, [], {}, shapes).output, '(None, 3, 4)');
  assert.equal(callLayer(layer, [], {}, shapes, { generation: 'keras2' }).output, '(None, 3, 4)');
});

test('a None against a number stays None in Keras 3, and is the number in Keras 2', () => {
  const shapes = [
    [null, null, 4],
    [null, 5, 4],
  ];
  assert.equal(callLayer(layer, [], {}, shapes).output, '(None, None, 4)');
  assert.equal(callLayer(layer, [], {}, shapes, { generation: 'keras2' }).output, '(None, 5, 4)');
});

test('one known batch size is the output’s, two are refused', () => {
  const known = [
    [8, 4],
    [null, 4],
  ];
  assert.equal(callLayer(layer, [], {}, known).output, '(8, 4)');
  const outcome = callLayer(layer, [], {}, [
    [8, 4],
    [4, 4],
  ]);
  assert.equal(outcome.refused, 'incompatible-merge');
});

test('the message names the two inputs that clash, among more', () => {
  const outcome = callLayer(layer, [], {}, [
    [null, 1, 8],
    [null, 16, 8],
    [null, 16, 8],
    [null, 14, 8],
  ]);
  assert.match(outcome.message ?? '', /\(None, 16, 8\) and \(None, 14, 8\), and axis 1 differs: 16 against 14/);
});

test('Keras 2 keeps an integer type, where Keras 3 gives the layer’s own', () => {
  const shapes = [
    [null, 4],
    [null, 4],
  ];
  assert.equal(callLayer(layer, [], {}, shapes, { generation: 'keras2', inputDType: 'int32' }).dtype, 'int32');
});
