import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { average } from './average';

test('Average of one tensor is that tensor', () => {
  assert.equal(callLayer(average, [], {}, [[null, 4]]).output, '(None, 4)');
});

test('Average of ints is float64 in Keras 2', () => {
  const shapes = [
    [null, 4],
    [null, 4],
  ];
  assert.equal(callLayer(average, [], {}, shapes, { generation: 'keras2', inputDType: 'int32' }).dtype, 'float64');
  assert.equal(callLayer(average, [], {}, shapes, { inputDType: 'int32' }).dtype, 'float32');
});
