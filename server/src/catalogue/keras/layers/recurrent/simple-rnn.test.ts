import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { simpleRNN } from './simple-rnn';

test('SimpleRNN has one kernel for the input and one for its state', () => {
  const made = callLayer(simpleRNN, [16], { return_sequences: true }, [[null, null, 8]]);
  assert.equal(made.output, '(None, None, 16)');
  assert.equal(made.parameters, 8 * 16 + 16 * 16 + 16);
});

test('a later call of Keras 2 must have steps of the same size', () => {
  const later = (generation: 'keras2' | 'keras3') =>
    callLayer(simpleRNN, [4], {}, [[null, 12, 9]], { generation, builtOn: [[null, 12, 8]] });
  assert.equal(later('keras2').refused, 'incompatible-shapes');
  assert.equal(later('keras3').output, '(None, 4)');
});
