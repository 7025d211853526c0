import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fuzz } from './fuzzing';

// `npm run fuzz -- --count N --seed S` runs more, and looks at how long each takes.
test('no text makes it fail, or show what is no shape', async () => {
  const { faults, inputs } = await fuzz({ seed: 1, count: 1000 });
  assert.deepEqual(faults, []);
  assert.equal(inputs, 1000);
});
