import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Program, parameters } from '../../program-testing';

test('Wrapper has no call of its own in Keras 3', () => {
  const program = new Program();
  program.call(program.layer('Wrapper', [program.layer('Dense', [4])]), [program.input(8)]);
  program.layer('Wrapper', [4]);
  assert.deepEqual(program.refused, ['invalid-input', 'invalid-argument']);
});

test('Wrapper of Keras 2 builds its layer, and gives back what it gets', () => {
  const program = new Program('keras2');
  const wrapper = program.layer('Wrapper', [program.layer('Dense', [4])]);
  assert.equal(program.call(wrapper, [program.input(8)]), '(None, 8)');
  assert.equal(parameters(wrapper), 8 * 4 + 4);
});
