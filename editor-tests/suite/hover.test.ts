import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as autoencoder from '../autoencoder';
import { hover, openChanged, until } from './editor';

describe('the hover', () => {
  async function check(text: string, occurrence: number, parts: readonly string[]): Promise<void> {
    const document = await openChanged(autoencoder.file, (source) => source);
    await until(
      () => hover(document, text, occurrence),
      (markdown) => {
        const plain = markdown.replaceAll(/[`*\\]|&nbsp;/g, '');
        for (const part of parts) assert.ok(plain.includes(part), `"${part}" is missing in:\n${markdown}`);
      },
    );
  }

  it('on a pooling layer computes the size and says what the left out strides are', () =>
    check('MaxPooling2D', 0, [
      '(None, 28, 28, 16)',
      '(None, 14, 14, 16)',
      '⌈28 / 2⌉ = 14',
      'strides',
      'pool_size',
      'keras.io',
    ]));

  it('on a convolution counts its parameters', () =>
    check('Conv2D', 0, ['(None, 28, 28, 1)', '(None, 28, 28, 16)', '3·3·1·16 + 16 = 160', 'keras.io']));

  it('on a convolution without padding says that it shrinks', () =>
    check('Conv2D', 5, ['(None, 16, 16, 8)', '14', 'valid']));
});
