/** What `model.summary()` prints, against what Keras printed (scripts/record-summaries.py). */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createCatalogue } from '../server/src/catalogue';
import { type SummaryOptions, summaryText } from '../server/src/graph/summary';
import { runPython } from '../server/src/interpreter/testing';
import type { Generation } from '../server/src/values/context';
import type { InstanceValue } from '../server/src/values/value';

const folder = 'test-fixtures/summaries';

for (const file of readdirSync(folder).filter((name) => name.endsWith('.py'))) {
  for (const generation of ['keras3', 'keras2'] as Generation[]) {
    const expected = `${folder}/${file.replace(/\.py$/, `.${generation}.txt`)}`;
    if (!existsSync(expected)) continue;
    test(`${file} prints what ${generation} prints`, async () => {
      const run = await runPython(readFileSync(`${folder}/${file}`, 'utf8'), {
        catalogue: createCatalogue,
        generation,
      });
      assert.deepEqual(run.internalErrors, []);
      const texts = run.trace.events
        .filter(({ type }) => type === 'summary')
        .map(({ facts }) => summaryText(facts.model as InstanceValue, generation, facts.options as SummaryOptions));
      assert.equal(texts.join(''), readFileSync(expected, 'utf8'));
    });
  }
}
