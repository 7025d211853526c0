/**
 * Programs against CPython: what `scripts/cpython/record.py` recorded of them. No value may differ;
 * nearly all must be known.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { runPython } from '../server/src/interpreter/testing';

const FOLDER = 'test-fixtures/python';
/** Of the values that CPython prints alike in every run, how many we must know. */
const LEAST_KNOWN = 0.97;

interface Recorded {
  readonly source: string;
  readonly values: Readonly<Record<string, string>>;
  /** Names whose values are not the same in every run. */
  readonly varies?: readonly string[];
}

let values = 0;
let known = 0;

for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.json'))) {
  test(`as CPython: ${file}`, async () => {
    const differing: string[] = [];
    const dependsOnChance = /chance|aliases/.test(file);
    for (const { source, values: expected, varies = [] } of JSON.parse(
      readFileSync(join(FOLDER, file), 'utf8'),
    ) as Recorded[]) {
      const run = await runPython(source);
      const found = new Map(run.program.finalValues().map(({ name, repr }) => [name, repr]));
      const reprOf = (name: string) => found.get(name);
      if (run.internalErrors.length > 0) differing.push(`${run.internalErrors[0]}\n${source}`);
      for (const [name, repr] of Object.entries(expected)) {
        const text = reprOf(name);
        if (!dependsOnChance) values += 1;
        if (text === null) continue;
        if (!dependsOnChance) known += 1;
        if (text !== repr) differing.push(`${name}: ${text ?? 'not bound'}, CPython has ${repr}\n${source}`);
      }
      for (const name of varies) {
        const text = reprOf(name);
        if (text) differing.push(`${name}: ${text}, in CPython it varies\n${source}`);
      }
    }
    assert.deepEqual(differing, []);
  });
}

test('nearly all values are known', () => {
  assert.ok(values >= 2000);
  assert.ok(known >= values * LEAST_KNOWN, `${known} of ${values} values are known`);
});
