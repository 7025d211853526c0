// The equations that hovers show for every layer and op of the recorded programs: each holds, and comes to a size of what
// the layer gives, or says what else it is about (`reach of the kernel: …`).

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { explanationOf, tensorsOf } from '../server/src/analysis/observed';
import { createService } from '../server/src/node/service';

const folder = 'test-fixtures/vectors';

describe('equations in hovers', async () => {
  const service = await createService({ extraPaths: [] });
  for (const program of readdirSync(folder).filter((name) => name.endsWith('.py'))) {
    test(program, () => {
      const { analysis } = service.analyse(`file:///${program}`, readFileSync(join(folder, program), 'utf8'));
      const faults: string[] = [];
      for (const observation of analysis.trace.observations) {
        const { formulas = [] } = explanationOf(observation);
        const line = analysis.lines.position(analysis.span(observation.site.place)?.start ?? 0).line + 1;
        const sizes = tensorsOf(observation.output).flatMap(({ shape }) => ('reason' in shape ? [] : [...shape]));
        for (const formula of formulas) {
          const fault = faultOf(formula, sizes);
          if (fault) faults.push(`${program}:${line} ${observation.callee}: ${formula}: ${fault}`);
        }
      }
      assert.deepEqual(faults, []);
    });
  }
});

/** What is wrong with `⌊(28 - 3) / 2⌋ + 1 = 13`; null where nothing is, or it is no equation of numbers. */
function faultOf(formula: string, sizes: readonly unknown[]): string | null {
  const [, about, left, right] = /^(?:(.*): )?(.*) = (\S+)$/.exec(formula) ?? [];
  if (left === undefined || /[a-z]/i.test(left.replace(/max\(|mod/g, ''))) return null;
  const arithmetic = left
    .replaceAll('⌊', 'Math.floor(')
    .replaceAll('⌈', 'Math.ceil(')
    .replace(/[⌋⌉]/g, ')')
    .replaceAll('max(', 'Math.max(')
    .replaceAll('·', '*')
    .replaceAll('mod', '%');
  const value: unknown = runInNewContext(arithmetic);
  if (value !== Number(right)) return `comes to ${value}`;
  return about !== undefined || sizes.includes(value) ? null : `${value} is no size of the output`;
}
