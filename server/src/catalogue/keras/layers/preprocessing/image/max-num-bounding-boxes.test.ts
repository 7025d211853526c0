import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../../testing';
import { maxNumBoundingBoxes } from './max-num-bounding-boxes';

test('what is no dict of boxes passes through', () => {
  assert.equal(callLayer(maxNumBoundingBoxes, [5], {}, [[null, 28, 28, 3]]).output, '(None, 28, 28, 3)');
});

test('boxes and labels become so many', () => {
  const shapes = [
    [null, 28, 28, 3],
    [null, 8, 4],
    [null, 8],
  ];
  const boxes = { type: 'dict', items: { boxes: 1, labels: 2 } } as const;
  const outcome = callLayer(maxNumBoundingBoxes, [5], {}, shapes, {
    nesting: { type: 'dict', items: { images: 0, bounding_boxes: boxes } },
  });
  assert.equal(outcome.output, '{images: (None, 28, 28, 3), bounding_boxes: {boxes: (None, 5, 4), labels: (None, 5)}}');
  const odd = { type: 'dict', items: { boxes: 1, labels: 2, scores: 0 } } as const;
  const refused = callLayer(maxNumBoundingBoxes, [5], {}, shapes, {
    nesting: { type: 'dict', items: { bounding_boxes: odd } },
  });
  assert.equal(refused.refused, 'invalid-input');
});

test('the number goes through int()', () => {
  assert.equal(callLayer(maxNumBoundingBoxes, ['a'], {}, [[null, 4]]).phase, 'construct');
  assert.equal(callLayer(maxNumBoundingBoxes, [2.5], {}, [[null, 4]]).output, '(None, 4)');
});
