import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { diagnostics } from '../../../features/diagnostics';
import { DEFAULT_SETTINGS } from '../../../features/settings';
import { createService, type Service } from '../../../node/service';

describe('indices for an Embedding', () => {
  let service: Service;
  before(async () => {
    service = await createService({ extraPaths: [] });
  });

  /** What is said of an array that goes into an Embedding of 11 rows. */
  function said(array: string): string[] {
    const text = `import numpy as np
from keras import Sequential, layers
model = Sequential([layers.Embedding(11, 8), layers.GlobalAveragePooling1D(), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(np.array([${array}]), np.zeros(1))
`;
    const { analysis } = service.analyse('file:///program.py', text);
    return diagnostics(analysis, DEFAULT_SETTINGS).map(({ what }) => what);
  }

  test('are refused beyond its rows, as a cast leaves them', () => {
    assert.deepEqual(said('[1, 10]'), []);
    assert.deepEqual(said('[1, 10.5]'), []);
    assert.match(said('[1, 11]').join(), /gets the index 11, /);
    assert.match(said('[1, 11.5]').join(), /gets the index 11, /);
  });

  test('are not told of where one is no number', () => {
    assert.deepEqual(said('[1, float("nan")]'), []);
    assert.deepEqual(said('[12, np.inf]'), []);
  });
});
