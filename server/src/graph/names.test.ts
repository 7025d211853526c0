import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Heap } from '../values/heap';
import { NameCounters, snakeCase, uniqueName } from './names';

test('class names become snake case as Keras makes them', () => {
  const expected: Record<string, string> = {
    Dense: 'dense',
    Conv2D: 'conv2d',
    Conv2DTranspose: 'conv2d_transpose',
    MaxPooling2D: 'max_pooling2d',
    LSTM: 'lstm',
    ConvLSTM2D: 'conv_lstm2d',
    PReLU: 'p_re_lu',
    GlobalAveragePooling1D: 'global_average_pooling1d',
    InputLayer: 'input_layer',
    VAE: 'vae',
    ResNetBlock: 'res_net_block',
  };
  for (const [name, snake] of Object.entries(expected)) assert.equal(snakeCase(name, 'keras3'), snake);
  assert.equal(snakeCase('_Merge', 'keras2'), 'private__merge');
  assert.equal(snakeCase('_Merge', 'keras3'), '__merge');
});

test('numbers count up, from 1 in Keras 1, and are taken back with the heap', () => {
  const heap = new Heap();
  const counters = new NameCounters();
  assert.equal(uniqueName(counters, heap, 'Dense', 'keras3'), 'dense');
  const before = heap.checkpoint();
  assert.equal(uniqueName(counters, heap, 'Dense', 'keras3'), 'dense_1');
  heap.rollback(before);
  assert.equal(uniqueName(counters, heap, 'Dense', 'keras3'), 'dense_1');
  counters.clear(heap);
  assert.equal(uniqueName(counters, heap, 'Dense', 'keras1'), 'dense_1');
});
