import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../../testing';
import { randomZoom } from './random-zoom';

test('RandomZoom keeps the shape of images, without weights', () => {
  const outcome = callLayer(randomZoom, [0.2], {}, [[null, 28, 28, 3]], { inputDType: 'uint8' });
  assert.equal(outcome.output, '(None, 28, 28, 3)');
  assert.equal(outcome.dtype, 'float32');
  assert.equal(outcome.parameters, 0);
});

test('arguments that RandomZoom refuses', () => {
  for (const wrong of [[-1], [0.2, 1.5], [null]]) {
    assert.equal(callLayer(randomZoom, wrong, {}, [[null, 28, 28, 3]]).phase, 'construct');
  }
});

test('in Keras 2 ends may be in any order', () => {
  const old = (factor: unknown) => callLayer(randomZoom, [factor], {}, [[null, 28, 28, 3]], { generation: 'keras2' });
  assert.equal(old([0.3, 0.1]).output, '(None, 28, 28, 3)');
  assert.equal(old(1.5).phase, 'construct');
});

test('run on data, RandomZoom takes images only', () => {
  const zoomed = (shape: number[], data: boolean) => callLayer(randomZoom, [0.2], {}, [shape], { data });
  assert.equal(zoomed([2, 2, 8, 8, 3], true).refused, 'wrong-rank');
  assert.equal(zoomed([2, 2, 8, 8, 3], false).output, '(2, 2, 8, 8, 3)');
  assert.equal(zoomed([8, 8, 3], true).output, '(8, 8, 3)');
});
