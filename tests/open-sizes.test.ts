// Which sizes an input that leaves them open may have, against what real Keras builds with each of them.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { isIn, openAxes } from '../server/src/analysis/open-sizes';
import { createService, type Service } from '../server/src/node/service';

const folder = 'test-fixtures/open-sizes';
const { largest, sizes } = JSON.parse(readFileSync(`${folder}/accepted.json`, 'utf8')) as {
  largest: number;
  sizes: Record<string, number[]>;
};

describe('sizes that are left open', () => {
  let service: Service;
  before(async () => {
    service = await createService({ extraPaths: [] });
  });

  for (const [name, accepted] of Object.entries(sizes)) {
    test(`${name}: those that Keras takes`, () => {
      const { analysis } = service.analyse(`file:///${name}`, readFileSync(`${folder}/${name}`, 'utf8'));
      const axes = openAxes(analysis);
      assert.ok(axes.length > 0);
      // One size alone, as where a shape is fixed further down, is no series: nothing is said of it.
      const isSeries = accepted.length > 1;
      for (const { name: axis, series } of axes) assert.equal(series !== null, isSeries, axis);
      if (!isSeries) return;
      const told = Array.from({ length: largest }, (_, i) => i + 1).filter((size) =>
        axes.every(({ series }) => series && isIn(series, size)),
      );
      assert.deepEqual(told, accepted);
    });
  }
});
