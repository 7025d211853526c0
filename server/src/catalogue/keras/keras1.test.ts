import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatShape } from '../../shapes/shape';
import { TestContext } from './testing';

function call(
  layer: string,
  positional: unknown[],
  keywords: Record<string, unknown>,
  shape: (number | null)[],
): string {
  const context = new TestContext('keras1');
  const made = context.make(`keras.layers.${layer}`, positional, keywords);
  const output = context.on(made, [context.make('keras.layers.Input', [shape])]);
  if (context.refused.length > 0) return `refused: ${context.refused[0]?.message}`;
  return output.kind === 'tensor' ? formatShape(output.shape) : output.kind;
}

test('kernels given by rows and columns', () => {
  assert.equal(call('Convolution2D', [32, 3, 5], { border_mode: 'valid' }, [10, 10, 1]), '(None, 8, 6, 32)');
  assert.equal(
    call(
      'Convolution2D',
      [],
      { nb_filter: 4, nb_row: 3, nb_col: 3, subsample: [2, 2], border_mode: 'same' },
      [9, 9, 2],
    ),
    '(None, 5, 5, 4)',
  );
});

test('old names of arguments', () => {
  assert.equal(call('Convolution1D', [], { nb_filter: 4, filter_length: 3, init: 'uniform' }, [9, 2]), '(None, 7, 4)');
  assert.equal(call('MaxPooling1D', [], { pool_length: 3, stride: 3 }, [9, 2]), '(None, 3, 2)');
  assert.equal(call('Convolution2D', [4, 3, 3], { dim_ordering: 'th' }, [2, 9, 9]), '(None, 4, 7, 7)');
  assert.equal(call('Dropout', [], { p: 0.5 }, [9]), '(None, 9)');
});

test('spellings of Keras 2 pass too', () => {
  assert.equal(call('Conv2D', [4, [3, 3]], { padding: 'same' }, [9, 9, 2]), '(None, 9, 9, 4)');
});
