import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dynamic, unknownDimension } from './dimension';
import { cannotReshape, explainFlatten, explainReshape, flattened, reshaped } from './reshape';

const free = dynamic();
const unknown = unknownDimension({ text: 'why' });

test('the size that is left out is worked out, unless any other is a None', () => {
  assert.deepEqual(reshaped([128], [4, 4, 'rest'], free), [4, 4, 8]);
  assert.deepEqual(reshaped([dynamic('h'), 4], [4, 'rest'], free), [4, free]);
  assert.deepEqual(reshaped([8], [free, 'rest'], free), [free, free]);
  assert.equal(reshaped([unknown, 4], ['rest'], free)[0] === free, false);
});

test('numbers of elements are compared only where all are known', () => {
  assert.equal(cannotReshape([128], [7, 7]), true);
  assert.equal(cannotReshape([128], [4, 4, 8]), false);
  assert.equal(cannotReshape([128], [7, 'rest']), true);
  assert.equal(cannotReshape([128], [0, 'rest']), true);
  assert.equal(cannotReshape([dynamic(), 4], [7, 7]), false);
  assert.equal(cannotReshape([128], [3, free]), false);
  assert.equal(cannotReshape([unknown], [7]), false);
});

test('flattening multiplies', () => {
  assert.equal(flattened([4, 4, 8], free), 128);
  assert.equal(flattened([], free), 1);
  assert.equal(flattened([4, dynamic()], free), free);
});

test('formulas', () => {
  assert.deepEqual(explainReshape([128], [4, 4, 'rest']), ['128 / (4·4) = 8']);
  assert.deepEqual(explainReshape([128], [4, 32]), []);
  assert.deepEqual(explainFlatten([4, 4, 8]), ['4·4·8 = 128']);
});
