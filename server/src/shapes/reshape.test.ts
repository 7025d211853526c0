import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Dimension, dynamic, formatTerm, isDynamic, isUnknown, unknownDimension } from './dimension';
import { cannotReshape, explainFlatten, explainReshape, flattened, reshaped, type Target } from './reshape';

const free = dynamic();
const unknown = unknownDimension({ text: 'why' });

test('the size that is left out is worked out, unless any other is a None', () => {
  assert.deepEqual(reshaped([128], [4, 4, 'rest']), [4, 4, 8]);
  const terms = (sizes: readonly Dimension[], target: readonly Target[]) => reshaped(sizes, target).map(formatTerm);
  assert.deepEqual(terms([dynamic('h'), 4], [4, 'rest']), ['4', 'h']);
  assert.deepEqual(terms([dynamic('h'), dynamic('w'), 8], ['rest', 8]), ['h·w', '8']);
  assert.deepEqual(terms([dynamic('h'), 6], ['rest', 4]), ['⌊(3·h)/2⌋', '4']);
  assert.ok(reshaped([8], [free, 'rest']).every(isDynamic));
  assert.ok(reshaped([unknown, 4], ['rest']).every(isUnknown));
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
  assert.equal(flattened([4, 4, 8]), 128);
  assert.equal(flattened([]), 1);
  assert.equal(formatTerm(flattened([4, dynamic('h')])), '4·h');
});

test('formulas', () => {
  assert.deepEqual(explainReshape([128], [4, 4, 'rest']), ['128 / (4·4) = 8']);
  assert.deepEqual(explainReshape([128], [4, 32]), []);
  assert.deepEqual(explainFlatten([4, 4, 8]), ['4·4·8 = 128']);
});
