import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { randomFourierFeatures } from './random-fourier-features';

const mapped = (args: unknown[], shape: (number | null)[], inputDType: 'float32' | 'int32' = 'float32') =>
  callLayer(randomFourierFeatures, args, {}, [shape], { generation: 'keras2', inputDType });

test('vectors become features of a random matrix', () => {
  const outcome = mapped([64], [null, 10]);
  assert.equal(outcome.output, '(None, 64)');
  assert.equal(outcome.parameters, 10 * 64 + 64 + 1);
});

test('inputs and arguments that RandomFourierFeatures refuses', () => {
  assert.equal(mapped([64], [null, 3, 10]).refused, 'wrong-rank');
  assert.equal(mapped([64], [null, null]).refused, 'undefined-weight-shape');
  assert.equal(mapped([64], [null, 10], 'int32').refused, 'incompatible-dtypes');
  assert.equal(mapped([0], [null, 10]).phase, 'construct');
  assert.equal(mapped([64, 'cubic'], [null, 10]).phase, 'construct');
  assert.equal(mapped([64, 'gaussian', 0], [null, 10]).phase, 'construct');
});
