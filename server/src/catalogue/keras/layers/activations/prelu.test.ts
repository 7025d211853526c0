import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { prelu } from './prelu';

test('PReLU has a slope for each value, or one along shared axes', () => {
  assert.equal(callLayer(prelu, [], {}, [[null, 4, 8]]).parameters, 32);
  assert.equal(callLayer(prelu, [], { shared_axes: [1] }, [[null, null, 8]]).parameters, 8);
  assert.equal(callLayer(prelu, [], { shared_axes: 2 }, [[null, 4, 8]]).parameters, 4);
});

test('a size that is not known has no weights', () => {
  assert.equal(callLayer(prelu, [], {}, [[null, null, 8]]).refused, 'undefined-weight-shape');
});

test('axes that the input does not have', () => {
  assert.equal(callLayer(prelu, [], { shared_axes: [3] }, [[null, 4, 8]]).refused, 'axis-out-of-range');
  assert.equal(callLayer(prelu, [], { shared_axes: 'last' }, [[null, 4, 8]]).refused, 'invalid-argument');
});

test('built once, it takes that rank, and where axes are shared the sizes of the others', () => {
  const again = (shared: readonly number[] | null, shape: (number | null)[]) =>
    callLayer(prelu, [], { shared_axes: shared }, [shape], { builtOn: [[null, 4, 8]] });
  assert.equal(again(null, [null, 4]).refused, 'wrong-rank');
  assert.equal(again([1], [null, 4, 9]).refused, 'incompatible-shapes');
  assert.equal(again([1], [null, 5, 8]).output, '(None, 5, 8)');
});
