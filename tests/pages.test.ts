// The pages that are made from the catalogue (npm run generate) are those in docs/.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { layersPage } from '../scripts/pages/layers';

test('docs/layers.md', async () => assert.equal(readFileSync('docs/layers.md', 'utf8'), await layersPage()));
