import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Generation } from '../../values/context';
import { float, int, NONE, str, tuple, unknown, type Value } from '../../values/value';
import type { Param } from '../params';
import { activation, constraint, initializer, regularizer } from './identifiers';

function messageOf(
  param: Param<string | null>,
  value: Value,
  generation: Generation = 'keras3',
  customObjects = false,
) {
  const context = {
    callee: 'Dense',
    parameter: 'given',
    earlier: {},
    imageDataFormat: 'channels_last' as const,
    generation,
    customObjects,
  };
  const read = param.read(value, context);
  return 'failure' in read ? `${read.failure.exception}: ${read.failure.message}` : undefined;
}

test('names that Keras knows, None and what is unknown pass', () => {
  for (const value of [str('relu'), NONE, unknown({ text: 'why' })])
    assert.equal(messageOf(activation(), value), undefined);
  assert.equal(messageOf(initializer('glorot_uniform'), str('he_normal')), undefined);
  assert.equal(messageOf(regularizer(), str('l2')), undefined);
  assert.equal(messageOf(constraint(), str('max_norm')), undefined);
});

test('other names are refused, with the one that was probably meant', () => {
  assert.equal(
    messageOf(activation(), str('Relu')),
    "ValueError: `given` of Dense must be the name of an activation or a function, not 'Relu'; did you mean 'relu'?",
  );
  assert.match(messageOf(activation(), str('reluu')) ?? '', /did you mean 'relu'/);
  assert.match(messageOf(initializer(), str('xavier')) ?? '', /not 'xavier'$/);
});

test('values that cannot be called are refused', () => {
  assert.match(messageOf(activation(), int(3)) ?? '', /^ValueError/);
  assert.match(messageOf(activation(), int(3), 'keras2') ?? '', /^TypeError/);
  assert.match(messageOf(regularizer(), float(0.01)) ?? '', /not 0.01/);
  assert.match(messageOf(constraint(), tuple([int(1)])) ?? '', /not \(1,\)/);
});

test('each generation knows names of its own', () => {
  assert.equal(messageOf(activation(), str('LeakyReLU'), 'keras2'), undefined);
  assert.notEqual(messageOf(activation(), str('LeakyReLU')), undefined);
  assert.equal(messageOf(activation(), str('hard_swish')), undefined);
  assert.notEqual(messageOf(activation(), str('hard_swish'), 'keras2'), undefined);
  assert.equal(messageOf(regularizer(), str('l1_l2'), 'keras2'), undefined);
});

test('a program that registers names may use them where Keras looks them up', () => {
  assert.equal(messageOf(activation(), str('my_act'), 'keras2', true), undefined);
  assert.notEqual(messageOf(activation(), str('my_act'), 'keras3', true), undefined);
  assert.equal(messageOf(initializer(), str('my_init'), 'keras3', true), undefined);
});
