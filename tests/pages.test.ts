// The pages that are made from the catalogue (npm run generate) are those in docs/, and their examples are those that real
// Keras ran for the vectors: who changes an example records its program anew.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { exampleProgram } from '../scripts/pages/examples';
import { examplesOf, layersPage } from '../scripts/pages/layers';
import { opExamples, opsPage } from '../scripts/pages/ops';

const text = (path: string): string => readFileSync(path, 'utf8');

test('docs/layers.md', async () => assert.equal(text('docs/layers.md'), await layersPage()));
test('docs/ops.md', async () => assert.equal(text('docs/ops.md'), await opsPage()));

for (const [name, program] of [
  ['page_layers.py', exampleProgram(examplesOf('keras3'), 'keras3')],
  ['page_layers_keras2.py', exampleProgram(examplesOf('keras2'), 'keras2')],
  ['page_ops.py', exampleProgram(opExamples(), 'keras3')],
] as const) {
  test(`the examples were run by Keras: ${name}`, () => assert.equal(text(`test-fixtures/vectors/${name}`), program));
}
