import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { lstmCell } from './lstm-cell';

const nesting = { type: 'tuple', items: [0, { type: 'list', items: [1, 2] }] } as const;

test('LSTMCell gives its output and its states', () => {
  const made = callLayer(
    lstmCell,
    [4],
    {},
    [
      [null, 8],
      [null, 4],
      [null, 4],
    ],
    { nesting },
  );
  assert.equal(made.output, '[(None, 4), [(None, 4), (None, 4)]]');
  assert.equal(made.parameters, 4 * (8 * 4 + 4 * 4 + 4));
});

test('LSTMCell takes states of its own size', () => {
  assert.equal(
    callLayer(
      lstmCell,
      [4],
      {},
      [
        [null, 8],
        [null, 5],
        [null, 4],
      ],
      { nesting },
    ).refused,
    'incompatible-shapes',
  );
});

test('LSTMCell misses a state', () => {
  const one = { type: 'tuple', items: [0, { type: 'list', items: [1] }] } as const;
  const made = callLayer(
    lstmCell,
    [4],
    {},
    [
      [null, 8],
      [null, 4],
    ],
    { nesting: one },
  );
  assert.equal(made.refused, 'invalid-input');
});
