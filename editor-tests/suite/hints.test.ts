import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import * as autoencoder from '../autoencoder';
import { type Hint, hints, openChanged, replace, set, until } from './editor';

/**
 * The negative control of the whole run: told to, the suite expects one wrong shape, and must then turn red (see
 * tests/extension-host.test.ts).
 */
const wrong = process.env.KERAS_SHAPES_WRONG_LABEL !== undefined;
const expected = autoencoder.lines.map(([line, shape]) => [line, wrong ? shape.replace('7, 7', '6, 6') : shape]);

describe('hints', () => {
  it('show the shape at the end of each line that makes a tensor', async () => {
    const document = await openChanged(autoencoder.file, (text) => text);
    await until(
      () => hints(document),
      (found) => assert.deepEqual(shapes(found), expected),
    );
  });

  it('show arguments that are left out and matter', async () => {
    const document = await openChanged(autoencoder.file, (text) => text);
    await until(
      () => hints(document),
      (found) => {
        const pooling = found.filter(({ line, label }) => line.includes('MaxPooling2D') && label.includes('strides='));
        assert.deepEqual(
          pooling.map(({ label }) => label.replace(/^,\s*/, '')),
          ['strides=(2, 2)', 'strides=(2, 2)', 'strides=(2, 2)'],
        );
        const shrinking = found.filter(({ label }) => label.includes('padding='));
        assert.deepEqual(
          shrinking.map(({ line, label }) => [line, label.replace(/^,\s*/, '')]),
          [["x = layers.Conv2D(16, (3, 3), activation='relu')(x)", 'padding="valid"']],
        );
      },
    );
  });

  it('say what a window layer does to the size where the line does not', async () => {
    const document = await openChanged(autoencoder.file, (text) => text);
    await until(
      () => hints(document),
      (found) => assert.ok(found.some(({ line, label }) => line.includes('Conv2D(16') && label.includes('16→14'))),
    );
  });

  it('follow an edit', async () => {
    const document = await openChanged(autoencoder.file, (text) => text);
    await replace(document, '(28, 28, 1)', '(32, 32, 1)');
    await until(
      () => hints(document),
      (found) => {
        assert.equal(shapes(found)[0]?.[1], '(None, 32, 32, 1)');
        assert.equal(shapes(found).at(-1)?.[1], '(None, 28, 28, 1)');
      },
    );
  });

  it('stay on the other lines while one is half typed', async () => {
    const document = await openChanged(autoencoder.file, (text) => text);
    await replace(document, '# at this point', 'y = layers.Conv2D(16, (3, 3), padding=\n# at this point');
    await until(
      () => hints(document),
      (found) =>
        assert.deepEqual(
          shapes(found).filter(([line]) => !line?.startsWith('y =')),
          expected,
        ),
    );
  });

  it('are switched off and on by one setting and by the command', async () => {
    const document = await openChanged(autoencoder.file, (text) => text);
    const takeBack = await set('hints.enabled', false);
    await until(
      () => hints(document),
      (found) => assert.deepEqual(found, []),
    );
    await takeBack();
    await until(
      () => hints(document),
      (found) => assert.equal(shapes(found).length, expected.length),
    );
    await vscode.commands.executeCommand('kerasShapes.toggleHints');
    await until(
      () => hints(document),
      (found) => assert.deepEqual(found, []),
    );
    await vscode.commands.executeCommand('kerasShapes.toggleHints');
    await until(
      () => hints(document),
      (found) => assert.equal(shapes(found).length, expected.length),
    );
  });
});

/** The line and the shape of each hint that is one. */
function shapes(found: readonly Hint[]): (readonly string[])[] {
  return found.flatMap(({ line, label }) => {
    const shape = /^\([^)]*\)/.exec(label)?.[0];
    return shape === undefined ? [] : [[line, shape]];
  });
}
