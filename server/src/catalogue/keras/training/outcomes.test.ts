/** Losses and metrics over a grid of shapes, held to what real Keras did with each. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import type { Generation } from '../../../values/context';
import type { Judgement } from './judgement';
import { lossNamed, lossOutcome } from './losses';
import { accuracyFor, isAccuracy, metricNamed, metricOutcome } from './metrics';

interface Recorded {
  readonly batch: number;
  readonly preds: readonly (readonly number[])[];
  readonly trues: readonly (readonly number[])[];
  readonly keras3: Grid;
  readonly keras2?: Grid;
}
/** By name: a row for each shape of outputs, with `o` (fine), `x` (raises) or `-` for each shape of labels. */
interface Grid {
  readonly loss: Readonly<Record<string, readonly string[]>>;
  readonly metric: Readonly<Record<string, readonly string[]>>;
}

const recorded: Recorded = JSON.parse(readFileSync(resolve('test-fixtures/fit/outcomes.json'), 'utf8'));

for (const generation of ['keras3', 'keras2'] as const) {
  for (const kind of ['loss', 'metric'] as const) {
    test(`${kind}s refuse what ${generation} refuses`, () => {
      const wrong: string[] = [];
      let open = 0;
      let count = 0;
      for (const [name, rows] of Object.entries(recorded[generation]?.[kind] ?? {})) {
        rows.forEach((row, p) => {
          [...row].forEach((told, t) => {
            if (told === '-') return;
            const [y, output] = [recorded.trues[t], recorded.preds[p]].map((sizes) => [
              recorded.batch,
              ...(sizes ?? []),
            ]);
            const found = outcome(kind, name, y ?? [], output ?? [], generation);
            count += 1;
            if (!found || found.kind === 'open') open += 1;
            else if ((found.kind === 'fits') !== (told === 'o')) {
              wrong.push(`${name} y (${y}) p (${output}): ${found.kind} ${'message' in found ? found.message : ''}`);
            }
          });
        });
      }
      if (process.env.SHOW) console.log(generation, kind, { count, open, wrong: wrong.length });
      assert.deepEqual(wrong, []);
    });
  }
}

function outcome(
  kind: 'loss' | 'metric',
  name: string,
  labels: readonly number[],
  outputs: readonly number[],
  generation: Generation,
): Judgement | null {
  if (kind === 'loss') {
    const rule = lossNamed(name);
    return rule ? lossOutcome(rule, labels, outputs, generation, false) : null;
  }
  const rule = isAccuracy(name) && name !== 'Accuracy' ? accuracyFor(labels, outputs, generation) : metricNamed(name);
  return rule ? metricOutcome(rule, labels, outputs, generation) : null;
}
