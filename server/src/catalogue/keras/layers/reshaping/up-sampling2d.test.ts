import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { upSampling2D } from './up-sampling2d';

test('UpSampling2D repeats rows and columns', () => {
  assert.equal(callLayer(upSampling2D, [[2, 3]], {}, [[null, 7, 5, 4]]).output, '(None, 14, 15, 4)');
  assert.equal(callLayer(upSampling2D, [2, 'channels_first'], {}, [[null, 4, 7, 5]]).output, '(None, 4, 14, 10)');
});

test('UpSampling2D of Keras 2 knows its interpolations, and computes in float32 by all but one', () => {
  const image = [[null, 7, 5, 4]] as const;
  const keras2 = { generation: 'keras2', inputDType: 'uint8' } as const;
  assert.equal(callLayer(upSampling2D, [2], { interpolation: 'cubic' }, image, keras2).refused, 'invalid-argument');
  assert.equal(callLayer(upSampling2D, [2], { interpolation: 'cubic' }, image).output, '(None, 14, 10, 4)');
  assert.equal(callLayer(upSampling2D, [2], {}, image, keras2).dtype, 'uint8');
  assert.equal(callLayer(upSampling2D, [2], { interpolation: 'bilinear' }, image, keras2).dtype, 'float32');
});
