import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelLayers } from '../graph/rows';
import { createService } from './service';

test('a loop that makes two thousand layers is followed to its end, while somebody types', async () => {
  const service = await createService({ extraPaths: [] });
  const { analysis } = service.analyse(
    'file:///deep.py',
    `import keras
from keras import layers
image = x = keras.Input((32, 32, 16))
for i in range(667):
    y = layers.Conv2D(16, 3, padding="same")(x)
    y = layers.Conv2D(16, 3, padding="same")(y)
    x = layers.Add()([x, y])
model = keras.Model(image, x)
`,
  );
  const { trace } = analysis;
  const [model] = trace.models;
  assert.equal(trace.cut, null);
  assert.equal(model && modelLayers(model.instance)?.length, 2002);
});
