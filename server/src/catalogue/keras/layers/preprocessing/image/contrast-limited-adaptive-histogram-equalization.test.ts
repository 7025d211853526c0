import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../../testing';
import { contrastLimitedAdaptiveHistogramEqualization } from './contrast-limited-adaptive-histogram-equalization';

test('ContrastLimitedAdaptiveHistogramEqualization keeps the shape of images, without weights', () => {
  const outcome = callLayer(contrastLimitedAdaptiveHistogramEqualization, [], {}, [[null, 28, 28, 3]], {
    inputDType: 'uint8',
  });
  assert.equal(outcome.output, '(None, 28, 28, 3)');
  assert.equal(outcome.dtype, 'float32');
  assert.equal(outcome.parameters, 0);
});

test('its arguments are not looked at, but for the format', () => {
  const odd = callLayer(contrastLimitedAdaptiveHistogramEqualization, [3, 'a', 3], {}, [[null, 28, 28, 3]]);
  assert.equal(odd.output, '(None, 28, 28, 3)');
  const format = { data_format: 'NHWC' };
  assert.equal(
    callLayer(contrastLimitedAdaptiveHistogramEqualization, [], format, [[null, 4, 4, 3]]).phase,
    'construct',
  );
});
