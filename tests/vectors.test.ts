// Generated programs over every layer, one call a line, valid and invalid, against what real Keras did with them.
// Nothing that we say may be wrong, and nothing that runs may be called an error; how much is said has a floor.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { DEFAULT_SETTINGS } from '../server/src/features/settings';
import { type JsonFile, traceJson } from '../server/src/features/trace-json';
import { createService } from '../server/src/node/service';
import { judge, Score, type Truth } from './judge';

const folder = 'test-fixtures/vectors';

/** Least shares of what is exact, and of the errors that are found. */
const FLOOR = { exact: 0.97, errors: 0.9 };

describe('vectors of real Keras', async () => {
  const service = await createService({ extraPaths: [] });
  const programs = readdirSync(folder)
    .filter((name) => name.endsWith('.py'))
    .sort();
  const all = new Score();

  for (const program of programs) {
    test(program, () => {
      const truth = JSON.parse(readFileSync(join(folder, `${program}.truth.json`), 'utf8')) as Truth;
      const { analysis, program: run } = service.analyse(
        `file:///${program}`,
        readFileSync(join(folder, program), 'utf8'),
      );
      const [ours] = traceJson(analysis, run, { ...DEFAULT_SETTINGS });
      const score = judge(program, truth, ours as JsonFile);
      all.add(score);
      assert.deepEqual(score.wrong, [], 'shapes that Keras never gave');
      assert.deepEqual(score.parametersWrong, [], 'wrong numbers of parameters');
      assert.deepEqual(score.falseAlarms, [], 'errors in what runs');
    });
  }

  test('most of it is known', () => {
    const found = all.errorsFound / Math.max(1, all.errorsFound + all.errorsMissed.length);
    assert.ok(
      all.exact / all.total >= FLOOR.exact,
      `${all.exact} of ${all.total} exact:\n${all.missing.slice(0, 20).join('\n')}`,
    );
    assert.ok(
      found >= FLOOR.errors,
      `${(100 * found).toFixed(1)} % of errors found:\n${all.errorsMissed.slice(0, 20).join('\n')}`,
    );
  });
});
