import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { simpleRNNCell } from './simple-rnn-cell';

const nesting = { type: 'tuple', items: [0, { type: 'list', items: [1] }] } as const;

test('SimpleRNNCell gives its output and its state', () => {
  const made = callLayer(
    simpleRNNCell,
    [4],
    {},
    [
      [null, 8],
      [null, 4],
    ],
    { nesting },
  );
  assert.equal(made.output, '[(None, 4), [(None, 4)]]');
  assert.equal(made.parameters, 8 * 4 + 4 * 4 + 4);
});

test('SimpleRNNCell takes states of its own size', () => {
  assert.equal(
    callLayer(
      simpleRNNCell,
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

test('SimpleRNNCell gives back a state as it got it, in a list or alone', () => {
  const bare = { type: 'tuple', items: [0, 1] } as const;
  assert.equal(
    callLayer(
      simpleRNNCell,
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
