import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { gruCell } from './gru-cell';

const nesting = { type: 'tuple', items: [0, { type: 'list', items: [1] }] } as const;

test('GRUCell gives its output and its state', () => {
  const made = callLayer(
    gruCell,
    [4],
    {},
    [
      [null, 8],
      [null, 4],
    ],
    { nesting },
  );
  assert.equal(made.output, '[(None, 4), [(None, 4)]]');
  assert.equal(made.parameters, 3 * (8 * 4 + 4 * 4 + 2 * 4));
});

test('GRUCell takes states of its own size', () => {
  assert.equal(
    callLayer(
      gruCell,
      [4],
      {},
      [
        [null, 8],
        [null, 5],
      ],
      { nesting },
    ).refused,
    'incompatible-shapes',
  );
});

test('GRUCell gives back a state as it got it, in a list or alone', () => {
  const bare = { type: 'tuple', items: [0, 1] } as const;
  assert.equal(
    callLayer(
      gruCell,
      [4],
      {},
      [
        [null, 8],
        [null, 4],
      ],
      { nesting: bare },
    ).output,
    '[(None, 4), (None, 4)]',
  );
});
