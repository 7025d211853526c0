import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Analysis } from '../server/src/analysis/analysis';
import { inlayHints } from '../server/src/features/inlay-hints';
import { DEFAULT_SETTINGS } from '../server/src/features/settings';
import { createService } from '../server/src/node/service';
import { UNFINISHED } from '../server/src/python/unfinished';

const FOLDERS = ['test-fixtures/half-typed', 'test-fixtures/programs'];

/** At every line of the programs one of so many unfinished ones is tried. */
const STEP = 17;

interface Shown {
  readonly offset: number;
  readonly label: string;
}

function shapes(analysis: Analysis): Shown[] {
  const { length } = analysis.text;
  // An ellipsis says that a statement is being typed.
  return inlayHints(analysis, { start: 0, end: length }, DEFAULT_SETTINGS).flatMap(({ kind, label, offset }) =>
    kind === 'shape' ? [{ offset, label: label.replace(/ …$/, '') }] : [],
  );
}

test('the statements around a line that is being typed keep their shapes', async () => {
  const service = await createService({ extraPaths: [] });
  const count = { insertions: 0, before: 0, beforeKept: 0, after: 0, afterKept: 0 };
  for (const path of FOLDERS.flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))) {
    const text = readFileSync(path, 'utf8');
    const { analyzer } = service.analyzer('file:///typed.py');
    let clean = analyzer.update(text);
    const whole = shapes(clean);
    const starts = [...text.matchAll(/^(?=[ \t]*[^\s#)\]}])/gm)].map(({ index }) => index);
    for (const [i, at] of starts.entries()) {
      const indent = /^[ \t]*/.exec(text.slice(at))?.[0] ?? '';
      for (let j = i % STEP; j < UNFINISHED.length; j += STEP) {
        const line = `${indent}${UNFINISHED[j]}\n`;
        const typed = analyzer.update(text.slice(0, at) + line + text.slice(at), true);
        // `return` is finished, and ends what it stands in.
        if (typed.module.problems.length > 0) {
          const now = new Set(shapes(typed).map(({ offset, label }) => `${offset} ${label}`));
          count.insertions += 1;
          for (const { offset, label } of whole) {
            const isBehind = offset >= at;
            const isKept = now.has(`${isBehind ? offset + line.length : offset} ${label}`) ? 1 : 0;
            count[isBehind ? 'after' : 'before'] += 1;
            count[isBehind ? 'afterKept' : 'beforeKept'] += isKept;
          }
        }
        clean = analyzer.update(text, true);
        if (analyzer.settle() && analyzer.analysis) clean = analyzer.analysis;
        assert.deepEqual(shapes(clean), whole, `${path}: ${line} at ${at}, taken back`);
      }
    }
  }
  assert.ok(count.insertions > 1000 && count.after > 1000, JSON.stringify(count));
  const [before, after] = [count.beforeKept / count.before, count.afterKept / count.after];
  assert.ok(before >= 0.98 && after >= 0.95, `kept ${before} of the shapes before, ${after} of those after`);
  // What has been reached: no step back.
  assert.ok(before >= 0.997 && after >= 0.985, `kept ${before} of the shapes before, ${after} of those after`);
});
