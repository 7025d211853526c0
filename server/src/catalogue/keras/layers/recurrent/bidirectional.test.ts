import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { InstanceValue } from '../../../../values/value';
import { nameOf, Program, parameters } from '../../program-testing';

const merged = (keywords: Record<string, unknown>, wrapping: Record<string, unknown> = {}, generation?: 'keras2') => {
  const program = new Program(generation);
  const wrapper = program.layer('Bidirectional', [program.layer('LSTM', [4], keywords)], wrapping);
  return { program, wrapper, output: program.call(wrapper, [program.input(12, 8)]) };
};

test('Bidirectional joins both directions on the last axis', () => {
  const { output, wrapper } = merged({ return_sequences: true });
  assert.equal(output, '(None, 12, 8)');
  assert.equal(parameters(wrapper), 2 * 4 * (8 * 4 + 4 * 4 + 4));
  assert.equal(merged({}, { merge_mode: 'sum' }).output, '(None, 4)');
  assert.equal(merged({}, { merge_mode: null }).output, '[(None, 4), (None, 4)]');
});

test('Bidirectional gives the states of both behind the output', () => {
  const five = '[(None, 8), (None, 4), (None, 4), (None, 4), (None, 4)]';
  assert.equal(merged({ return_state: true }).output, five);
  assert.equal(merged({ return_state: true }, {}, 'keras2').output, five);
});

test('Bidirectional names its layers after the one that it was given', () => {
  const { wrapper } = merged({ name: 'reader' });
  const { attributes } = wrapper as InstanceValue;
  assert.equal(nameOf(attributes.get('forward_layer')), 'forward_reader');
  assert.equal(nameOf(attributes.get('backward_layer')), 'backward_reader');
});

test('Bidirectional refuses layers that go no way, or the same way', () => {
  const program = new Program();
  const backward = program.layer('LSTM', [4]);
  program.layer('Bidirectional', [program.layer('Dense', [4])]);
  program.layer('Bidirectional', ['lstm']);
  program.layer('Bidirectional', [program.layer('LSTM', [4])], { merge_mode: 'max' });
  program.layer('Bidirectional', [program.layer('LSTM', [4])], { backward_layer: backward });
  assert.equal(program.refused.length, 4);
});
