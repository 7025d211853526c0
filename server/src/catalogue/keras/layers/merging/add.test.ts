import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { add } from './add';

test('Add keeps the shape that its inputs share', () => {
  const outcome = callLayer(add, [], {}, [
    [null, 28, 28, 8],
    [null, 28, 28, 8],
  ]);
  assert.equal(outcome.output, '(None, 28, 28, 8)');
  assert.equal(outcome.parameters, 0);
});

test('Add refuses sizes that differ', () => {
  const outcome = callLayer(add, [], {}, [
    [null, 16, 8],
    [null, 14, 8],
  ]);
  assert.equal(outcome.refused, 'incompatible-merge');
  assert.match(outcome.message ?? '', /axis 1 differs: 16 against 14/);
});

test('run, Add knows a size that one of its tensors knows', () => {
  const added = (data: boolean) =>
    callLayer(
      add,
      [],
      {},
      [
        [2, null, 8],
        [2, 3, 8],
      ],
      { data },
    ).output;
  assert.equal(added(false), '(2, None, 8)');
  assert.equal(added(true), '(2, 3, 8)');
});
