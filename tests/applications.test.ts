// Every builder of keras.applications, from the catalogue alone: totals, outputs and refusals as real Keras 3.15 has them.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { DEFAULT_SETTINGS } from '../server/src/features/settings';
import { traceJson } from '../server/src/features/trace-json';
import { createService } from '../server/src/node/service';

interface Driver {
  /** A short program whose last line makes a model. */
  readonly program: string;
  readonly refused?: boolean;
  readonly outputs?: readonly (readonly (number | null)[])[];
  readonly parameters?: { readonly total: number; readonly trainable: number; readonly nonTrainable: number };
  readonly layers?: number;
}

const drivers = JSON.parse(readFileSync('test-fixtures/applications.json', 'utf8')) as Driver[];

describe('keras.applications', async () => {
  const service = await createService({ extraPaths: [] });

  for (const { program, refused, outputs, parameters, layers } of drivers) {
    const lines = program.trimEnd().split('\n');
    test(lines[lines.length - 1], () => {
      const { analysis, program: run } = service.analyse('file:///driver.py', `${program}\n`);
      const [file] = traceJson(analysis, run, DEFAULT_SETTINGS);
      const errors = file?.diagnostics.filter(({ severity }) => severity === 'error') ?? [];
      assert.equal(errors.length > 0, refused ?? false);
      if (refused) return;
      const model = file?.models.filter(({ range }) => range.start.line === lines.length).at(-1);
      assert.deepEqual(model?.parameters, parameters);
      assert.equal(model?.rows.length, layers);
      assert.deepEqual(model?.rows.at(-1)?.output, { shape: outputs?.[0], dtype: 'float32' });
    });
  }
});
