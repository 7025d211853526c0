import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cropped, explainCropped, explainPadded, explainRepeated, padded, repeated, sliced } from './borders';
import { dynamic, formatTerm } from './dimension';

test('borders are added, cut off, and sizes repeated', () => {
  assert.deepEqual(
    padded(
      [28, 10],
      [
        [1, 2],
        [0, 0],
      ],
    ),
    [31, 10],
  );
  assert.deepEqual(cropped([28], [[3, 4]]), [21]);
  assert.deepEqual(repeated([7, 5], [2, 3]), [14, 15]);
  assert.equal(formatTerm(padded([dynamic('w')], [[1, 1]])[0] ?? 0), 'w + 2');
});

test('formulas tell of the axes that change', () => {
  assert.deepEqual(
    explainPadded(
      [28, 10],
      [
        [1, 2],
        [0, 0],
      ],
    ),
    ['28 + 1 + 2 = 31'],
  );
  assert.deepEqual(
    explainCropped(
      [28, 28],
      [
        [1, 1],
        [1, 1],
      ],
    ),
    ['28 - 1 - 1 = 26'],
  );
  assert.deepEqual(explainRepeated([14], [2]), ['14·2 = 28']);
});

test('slices leave what Python leaves', () => {
  const free = dynamic();
  assert.deepEqual(
    sliced(
      [28, 28, 5, free],
      [
        [1, 2],
        [1, 0],
        [3, 4],
        [1, 1],
      ],
      free,
    ),
    [25, 27, 0, free],
  );
  assert.deepEqual(sliced([28], [[-1, -1]], free), [0]);
});
