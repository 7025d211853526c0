import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { maxPooling2D } from './max-pooling2d';

test('MaxPooling2D moves by its size unless told otherwise', () => {
  assert.equal(callLayer(maxPooling2D, [2], {}, [[null, 12, 9, 4]]).output, '(None, 6, 4, 4)');
  assert.equal(callLayer(maxPooling2D, [2], { padding: 'same' }, [[null, 12, 9, 4]]).output, '(None, 6, 5, 4)');
  assert.equal(callLayer(maxPooling2D, [20], {}, [[null, 12, 9, 4]]).refused, 'negative-dimension');
});

test('MaxPooling2D tells what its strides are by default', () => {
  const { explanation } = callLayer(maxPooling2D, [[2, 2]], { padding: 'same' }, [[null, 28, 28, 1]]);
  assert.deepEqual(explanation?.formulas, ['⌈28 / 2⌉ = 14']);
  assert.deepEqual(explanation?.defaults, [
    {
      parameter: 'strides',
      value: '(2, 2)',
      meaning:
        '`strides` is left out, so it is `pool_size`: (2, 2). With `padding="same"` the output is ⌈28 / 2⌉ = 14: padding does not undo the stride.',
      telling: true,
    },
  ]);
  const written = callLayer(maxPooling2D, [[2, 2]], { strides: 1, padding: 'same' }, [[null, 28, 28, 1]]);
  assert.deepEqual([written.output, written.explanation?.defaults], ['(None, 28, 28, 1)', []]);
});

test('MaxPooling2D looks at its padding and at strides of 0 when it is called', () => {
  const image = [[null, 28, 28, 1]] as const;
  const capital = callLayer(maxPooling2D, [2], { padding: 'SAME' }, image);
  assert.deepEqual([capital.refused, capital.phase], ['invalid-argument', 'call']);
  assert.equal(
    callLayer(maxPooling2D, [2], { padding: 'SAME' }, image, { generation: 'keras2' }).output,
    '(None, 14, 14, 1)',
  );
  assert.equal(callLayer(maxPooling2D, [2], { strides: 0 }, image).phase, 'call');
  assert.equal(callLayer(maxPooling2D, [0], {}, image).phase, 'construct');
});

test('MaxPooling2D of Keras 2 keeps ints', () => {
  const keras2 = { generation: 'keras2', inputDType: 'uint8' } as const;
  assert.equal(callLayer(maxPooling2D, [2], {}, [[null, 28, 28, 1]], keras2).dtype, 'uint8');
  assert.equal(callLayer(maxPooling2D, [2], {}, [[null, 28, 28, 1]], { inputDType: 'uint8' }).dtype, 'float32');
});
