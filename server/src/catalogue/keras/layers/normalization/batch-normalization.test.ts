import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { batchNormalization } from './batch-normalization';

test('four weights for each channel, two of them trained', () => {
  const outcome = callLayer(batchNormalization, [], {}, [[null, 28, 28, 16]]);
  assert.equal(outcome.output, '(None, 28, 28, 16)');
  assert.equal(outcome.parameters, 64);
  assert.equal(callLayer(batchNormalization, [], { scale: false }, [[null, 16]]).parameters, 48);
  assert.equal(callLayer(batchNormalization, [], { renorm: true }, [[null, 16]]).parameters, 112);
});

test('axis is one int in Keras 3, and may be several in Keras 2', () => {
  assert.equal(callLayer(batchNormalization, [1], {}, [[null, 8, 4]]).parameters, 32);
  assert.equal(callLayer(batchNormalization, [[1]], {}, [[null, 8, 4]]).refused, 'invalid-argument');
  const old = { generation: 'keras2' } as const;
  assert.equal(callLayer(batchNormalization, [[1]], {}, [[null, 8, 4]], old).parameters, 32);
  assert.equal(callLayer(batchNormalization, [[1, 2]], {}, [[null, 8, 4]], old).parameters, 128);
  assert.equal(callLayer(batchNormalization, [[1, 1]], {}, [[null, 8, 4]], old).refused, 'invalid-argument');
});

test('the axis must be there, and its size a number', () => {
  assert.equal(callLayer(batchNormalization, [3], {}, [[null, 8]]).refused, 'axis-out-of-range');
  assert.equal(callLayer(batchNormalization, [0], {}, [[null, 8]]).refused, 'undefined-weight-shape');
  assert.equal(callLayer(batchNormalization, [], {}, [[null, null]]).refused, 'undefined-weight-shape');
});

test('arguments go through int() and float()', () => {
  assert.equal(callLayer(batchNormalization, [1.0], {}, [[null, 8, 4]]).parameters, 32);
  for (const wrong of [{ axis: 'last' }, { axis: null }, { momentum: null }, { epsilon: 'small' }]) {
    assert.equal(callLayer(batchNormalization, [], wrong, [[null, 8]]).phase, 'construct');
  }
});

test('built once, it holds to rank and channels', () => {
  const again = (shape: (number | null)[]) =>
    callLayer(batchNormalization, [], {}, [shape], { builtOn: [[null, 4, 8]] });
  assert.equal(again([null, 5, 8]).output, '(None, 5, 8)');
  assert.equal(again([null, 4, 9]).refused, 'incompatible-shapes');
  assert.equal(again([null, 8]).refused, 'wrong-rank');
});
