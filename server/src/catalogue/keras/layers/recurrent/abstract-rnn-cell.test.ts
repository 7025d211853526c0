import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Program } from '../../program-testing';
import { listOf } from '../../testing';

test('AbstractRNNCell is there to derive from: it has no call of its own', () => {
  const program = new Program('keras2');
  program.call(program.layer('AbstractRNNCell'), [program.input(8), listOf(program.input(4))]);
  assert.deepEqual(program.refused, ['invalid-input']);
});
