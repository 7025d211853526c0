// Every file in test-fixtures/markers, against its markers. KERAS_SHAPES_UPDATE=1 writes ours into the files: read the
// difference before you keep it.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { createService } from '../server/src/node/service';
import { rendered, withoutMarkers } from './markers';

const folder = 'test-fixtures/markers';

describe('fixtures with markers', async () => {
  const service = await createService({ extraPaths: [] });
  const files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.py'))
    .sort();
  for (const name of files) {
    test(name, () => {
      const path = join(folder, name);
      const text = readFileSync(path, 'utf8');
      const { analysis } = service.analyse(`file:///${name}`, withoutMarkers(text));
      const ours = rendered(text, analysis);
      if (process.env.KERAS_SHAPES_UPDATE !== undefined && ours !== text) writeFileSync(path, ours);
      else assert.equal(ours, text);
    });
  }
});
