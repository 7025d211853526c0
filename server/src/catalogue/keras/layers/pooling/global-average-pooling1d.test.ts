import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dynamic } from '../../../../shapes/dimension';
import { kerasTensor } from '../../../../values/tensor';
import { callLayer } from '../../../testing';
import { globalAveragePooling1D } from './global-average-pooling1d';

test('GlobalAveragePooling1D leaves one number for each channel', () => {
  assert.equal(callLayer(globalAveragePooling1D, [], {}, [[null, 12, 4]]).output, '(None, 4)');
  assert.equal(callLayer(globalAveragePooling1D, [], { keepdims: true }, [[null, 12, 4]]).output, '(None, 1, 4)');
  assert.equal(callLayer(globalAveragePooling1D, ['channels_first'], {}, [[null, 3, 12]]).output, '(None, 3)');
  assert.equal(callLayer(globalAveragePooling1D, [], {}, [[null, 4]]).refused, 'wrong-rank');
});

test('GlobalAveragePooling1D of Keras 2 holds the mask against the steps', () => {
  const mask = (steps: number) => kerasTensor([dynamic(), steps], 'bool');
  const call = (steps: number) =>
    callLayer(globalAveragePooling1D, [], {}, [[null, 12, 4]], { generation: 'keras2', call: { mask: mask(steps) } });
  assert.equal(call(12).output, '(None, 4)');
  assert.equal(call(13).refused, 'incompatible-shapes');
});
