import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { createService, type Service } from '../node/service';
import { DEFAULT_SETTINGS } from './settings';
import { whatIf, whatIfTargets } from './what-if';

const program = `import keras
from keras import layers
image = keras.Input((28, 28, 1))
x = layers.Conv2D(8, 5, strides=2)(image)
model = keras.Model(image, layers.Conv2D(8, kernel_size=9)(x))
`;

describe('what if', () => {
  let service: Service;
  before(async () => {
    service = await createService({ extraPaths: [] });
  });
  const analysed = () => service.analyse('file:///a.py', program).analysis;

  test('can be asked of the arguments at the cursor, the nearest first, and of all inputs', () => {
    const labels = whatIfTargets(analysed(), program.indexOf('strides') + 9).map(
      ({ label, text }) => `${label}: ${text}`,
    );
    assert.deepEqual(labels, [
      'strides of Conv2D: 2',
      'filters of Conv2D: 8',
      'kernel_size of Conv2D: 5',
      'shape of Input: (28, 28, 1)',
    ]);
    assert.deepEqual(
      whatIfTargets(analysed(), 0).map(({ label }) => label),
      ['shape of Input'],
    );
  });

  test('is told by the lines that change, and the problems that come', () => {
    const analysis = analysed();
    const [target] = whatIfTargets(analysis, program.indexOf('strides') + 9);
    assert.ok(target);
    const text = whatIf(analysis, target.span, '4', DEFAULT_SETTINGS) ?? '';
    assert.match(text, /What if line 4 has 4 instead of 2\?/);
    assert.match(text, /line 4 {2}\(None, 12, 12, 8\) → \(None, 6, 6, 8\)/);
    assert.match(text, /Then new: error in line 5, negative-dimension\n {4}Conv2D: kernel 9 is larger than 6\./);
    assert.equal(analysis.text, program);
  });

  test('is not told of what Python cannot read', () => {
    const analysis = analysed();
    const [target] = whatIfTargets(analysis, 0);
    assert.ok(target);
    assert.equal(whatIf(analysis, target.span, '(28,', DEFAULT_SETTINGS), null);
    assert.match(whatIf(analysis, target.span, '(28, 28, 1)', DEFAULT_SETTINGS) ?? '', /No shape changes\./);
  });
});
