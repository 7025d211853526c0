// Pairs of programs, one of which Keras refuses and the other runs (scripts/keras/record-fit.py): an error in the one,
// none in the other, and the first fix makes of the first what Keras runs.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { quickFixes } from '../server/src/features/code-actions';
import { diagnostics } from '../server/src/features/diagnostics';
import { DEFAULT_SETTINGS } from '../server/src/features/settings';
import { createService } from '../server/src/node/service';
import { applyEdits } from '../server/src/text/edit';

const PAIRS = 'test-fixtures/fit/pairs';

type Outcome = { readonly raises: string; readonly line: number | null } | null;

/** What real Keras did with a text, by its SHA-256. */
const truth = JSON.parse(readFileSync('test-fixtures/fit/truth.json', 'utf8')) as Record<string, Outcome>;

function outcomeOf(text: string): Outcome | 'not recorded' {
  const outcome = truth[createHash('sha256').update(text).digest('hex')];
  return outcome === undefined ? 'not recorded' : outcome;
}

describe('data and models', async () => {
  const service = await createService({ extraPaths: [] });
  const analyse = (text: string) => service.analyse('file:///program.py', text).analysis;
  const fixed: boolean[] = [];

  for (const folder of readdirSync(PAIRS)) {
    for (const file of readdirSync(join(PAIRS, folder)).filter((one) => one.endsWith('.crash.py'))) {
      const name = `${folder}/${file.replace('.crash.py', '')}`;
      const crash = readFileSync(join(PAIRS, folder, file), 'utf8');
      const mended = readFileSync(join(PAIRS, folder, file.replace('.crash.', '.mended.')), 'utf8');

      test(`${name}: the error is found`, () => {
        const raised = outcomeOf(crash);
        assert.ok(raised !== null && raised !== 'not recorded', 'Keras raises');
        const analysis = analyse(crash);
        const [error] = diagnostics(analysis, DEFAULT_SETTINGS).filter(({ severity }) => severity === 'error');
        assert.ok(error, 'an error is told');
        const item = analysis.module.items.findLast(({ start }) => start <= error.span.start);
        assert.ok(item);
        const [first, last] = [item.start, item.start + item.length].map((at) => analysis.lines.position(at).line + 1);
        const isInside = /^(Function|Class)Def$/.test(item.statement.kind);
        const isThere = raised.line !== null && Number(first) <= raised.line && raised.line <= Number(last);
        assert.ok(isInside || isThere, 'in the statement that raises, or in a function that it calls');
        const [fix] = quickFixes(analysis, error);
        if (!fix) {
          fixed.push(false);
          return;
        }
        const outcome = outcomeOf(applyEdits(crash, fix.edits));
        assert.notEqual(outcome, 'not recorded', `${fix.title}: record it`);
        fixed.push(outcome === null);
      });

      test(`${name}: the mended program has no error`, () => {
        assert.equal(outcomeOf(mended), null, 'Keras runs it');
        const errors = diagnostics(analyse(mended), DEFAULT_SETTINGS).filter(({ severity }) => severity === 'error');
        assert.deepEqual(errors, []);
      });
    }
  }

  test('nine of ten first fixes make a program that Keras runs', () => {
    const good = fixed.filter(Boolean).length;
    assert.ok(fixed.length >= 150, `${fixed.length} pairs`);
    assert.ok(good >= 0.9 * fixed.length, `${good} of ${fixed.length}`);
  });
});
