import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { createService, type Service } from '../node/service';
import { DEFAULT_SETTINGS } from './settings';
import { traceJson } from './trace-json';

describe('calls on real data', () => {
  let service: Service;
  before(async () => {
    service = await createService({ extraPaths: [] });
  });

  /** Callee, first output shape and `eager` of each call. */
  function calls(text: string) {
    const { analysis, program } = service.analyse('file:///a.py', text);
    return traceJson(analysis, program, DEFAULT_SETTINGS)[0]?.calls.map(({ callee, eager, observations }) => {
      const output = observations[0]?.output;
      return [callee, output && 'shape' in output ? output.shape : null, eager];
    });
  }

  test('stand apart from those of graphs at the same place', () => {
    const text = `import keras
import numpy as np
flip = keras.layers.RandomFlip()
flip(np.zeros((1, 8, 8, 3)))
flip(keras.Input((8, 8, 3)))
`;
    assert.deepEqual(calls(text), [
      ['RandomFlip', [1, 8, 8, 3], true],
      ['RandomFlip', [null, 8, 8, 3], false],
      ['Input', [null, 8, 8, 3], false],
    ]);
  });

  test('count as any where there is no graph', () => {
    const text = 'import keras\nimport numpy as np\nkeras.layers.Dense(2)(np.zeros((1, 8)))\n';
    assert.deepEqual(calls(text), [['Dense', [1, 2], false]]);
  });
});
