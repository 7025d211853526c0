// The seed program and its variants (other names, channels first, Sequential, padding added, other strides and sizes):
// rows, parameters and summaries as real Keras makes them (scripts/keras/record-models.py).

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { DEFAULT_SETTINGS } from '../server/src/features/settings';
import { summary } from '../server/src/features/summary';
import { type JsonOutput, traceJson } from '../server/src/features/trace-json';
import { createService } from '../server/src/node/service';

interface RecordedModel {
  readonly rows: readonly (readonly [cls: string, shape: string, parameters: number])[];
  readonly parameters: number;
  readonly summary: readonly string[];
}

const recorded = JSON.parse(readFileSync('test-fixtures/autoencoder-models.json', 'utf8')) as Record<
  string,
  RecordedModel
>;

describe('the autoencoder', async () => {
  const service = await createService({ extraPaths: [] });

  function analyse(path: string) {
    return service.analyse(`file:///${path}`, readFileSync(path, 'utf8'));
  }

  test('has the shapes and parameters of its table', () => {
    const { analysis, program } = analyse('test-fixtures/programs/autoencoder.py');
    const [file] = traceJson(analysis, program, DEFAULT_SETTINGS);
    const [model] = file?.models ?? [];
    assert.deepEqual(
      model?.rows.map(({ parameters }) => parameters),
      [0, 160, 0, 1160, 0, 584, 0, 584, 0, 584, 0, 1168, 0, 145],
    );
    assert.equal(model?.parameters?.total, 4385);
    assert.deepEqual(file?.diagnostics, []);
  });

  for (const [name, { rows, parameters, summary: expected }] of Object.entries(recorded)) {
    test(name, () => {
      const { analysis, program } = analyse(`test-fixtures/markers/autoencoder/${name}`);
      const model = traceJson(analysis, program, DEFAULT_SETTINGS)[0]?.models[0];
      assert.deepEqual(
        model?.rows.map((row) => [row.class, shapeText(row.output), row.parameters]),
        rows,
      );
      assert.equal(model?.parameters?.total, parameters);
      assert.equal(summary(analysis, null).trimEnd(), expected.join('\n').trimEnd());
    });
  }
});

function shapeText(output: JsonOutput): string {
  // Keras 2's input layers give a list of one.
  if (Array.isArray(output) && output.length === 1) return shapeText(output[0]);
  if (output === null || !('shape' in output) || output.shape === '?') return '?';
  const sizes = output.shape.map((size) => (size === null ? 'None' : String(size)));
  return sizes.length === 1 ? `(${sizes[0]},)` : `(${sizes.join(', ')})`;
}
