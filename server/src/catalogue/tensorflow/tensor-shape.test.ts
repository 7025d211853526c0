import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dynamic } from '../../shapes/dimension';
import { formatShape } from '../../shapes/shape';
import { NONE, tuple, type Value } from '../../values/value';
import { TestContext } from '../keras/testing';
import { pythonValue } from '../testing';
import { shapeOf, sliced, tensorShape } from './tensor-shape';

const shape = tensorShape([dynamic(), 28, 3]);

function text(value: Value): string {
  const found = shapeOf(value);
  return found ? formatShape(found) : value.kind;
}

test('items, slices and sums', () => {
  const context = new TestContext('keras2');
  assert.deepEqual(context.method(shape, '__getitem__', [-1]), pythonValue(3));
  assert.deepEqual(context.method(shape, '__getitem__', [0]), NONE);
  const rest: Value = { kind: 'slice', start: pythonValue(1), stop: NONE, step: NONE };
  assert.equal(text(context.method(shape, '__getitem__', [rest])), '(28, 3)');
  assert.equal(text(context.method(shape, '__add__', [tuple([pythonValue(4)])])), '(None, 28, 3, 4)');
  assert.equal(text(context.method(shape, '__radd__', [tuple([pythonValue(4)])])), '(4, None, 28, 3)');
  assert.equal(text(context.method(shape, 'as_list')), '(None, 28, 3)');
  assert.deepEqual(context.attribute(shape, 'rank'), pythonValue(3));
});

test("slices are Python's", () => {
  assert.deepEqual(sliced([1, 2, 3, 4], undefined, undefined, -1), [4, 3, 2, 1]);
  assert.deepEqual(sliced([1, 2, 3, 4], 1, -1, 1), [2, 3]);
  assert.deepEqual(sliced([1, 2, 3, 4], -100, 100, 2), [1, 3]);
});
