// What a person reads while writing, in light, dark and high contrast: each view with a picture in every theme.

import assert from 'node:assert/strict';
import { describe } from 'node:test';
import * as autoencoder from '../autoencoder';
import type { Screen } from '../screen';
import { withScreen } from '../with-screen';

const settings = {
  'editor.minimap.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'window.menuBarVisibility': 'hidden',
  'breadcrumbs.enabled': true,
};

const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern', 'high-contrast': 'Default High Contrast' };

for (const [name, theme] of Object.entries(themes)) {
  describe(`while code is read, ${name}`, () => {
    let screen: Screen;
    const test = withScreen(name, { ...settings, 'workbench.colorTheme': theme }, (opened) => {
      screen = opened;
    });

    test('hints tell of loops, helpers, lists, outputs and open sizes; a problem is underlined', async () => {
      await screen.open('tour.py');
      await screen.sees('picture =', '(None, None, None, 3)', 'h, w: multiples of 2');
      await screen.sees('strides=2', '(None, 14, 14, 8) +2', '28→14→7→4');
      // Nothing of a shape is cut off, however much is said in the line.
      await screen.sees('return', 'pool_size=(2, 2), strides=(2, 2)', '(None, 14, 14, 4) +1', '28→14');
      await screen.sees('layers.Dense(10', '(None, 10)');
      await screen.squiggles('warning', 1);
      await screen.picture(`reading-${name}`);
    });

    test('the hover is a page', async () => {
      await screen.hover('LSTM', '(None, 20, 16)', '1,600');
      await screen.picture(`hover-layer-${name}`);
    });

    test('the hover on an input of open sizes says which fit, and what fails otherwise', async () => {
      await screen.press('Escape');
      await screen.hover('Input', 'multiples of 2', 'the smallest that fits is 2', 'else Concatenate in line 14 gets');
      await screen.picture(`hover-sizes-${name}`);
      await screen.press('Escape');
    });

    test('the light bulb lists what can be done', async () => {
      await screen.clickWord('wrong');
      await screen.lightBulb('Change the comment to (None, 8)', 'Ignore shape-comment');
      await screen.picture(`actions-${name}`);
      await screen.press('Escape');
    });

    test('all calls of a helper stand in a peek', async () => {
      await screen.clickWord('block');
      await screen.command('Keras Shapes: Peek the Calls of This Function');
      await screen.shows('.peekview-widget', 'small = block(image, 4)', '(None, 14, 14, 4)');
      await screen.picture(`callers-${name}`);
      await screen.press('Escape');
    });

    test('arguments are completed with the shapes they lead to', async () => {
      await screen.clickWord('Concatenate');
      await screen.press('End', 'Enter');
      await screen.type('y = layers.Conv2D(8, 3, padding=');
      await screen.shows('.suggest-widget', '"same"', '(None, None, None, 8)');
      await screen.picture(`completion-${name}`);
      await screen.press('Escape');
    });

    test('the outline has tensors and models with their shapes', async () => {
      await screen.command('View: Show Explorer');
      await screen.command('Explorer: Focus on Outline View');
      await screen.shows('.outline-pane', 'picture', '(None, None, None, 3)');
      await screen.picture(`outline-${name}`);
      await screen.press('Control+B');
    });

    test('shapes in comments are told apart from prose, and held to what is there', async () => {
      await screen.open('names.py');
      await screen.squiggles('warning', 2);
      await screen.squiggles('info', 1);
      // What says the same again is left out.
      await screen.sees('keys =', '# B, T, C', '(None, 12, 64)');
      const [image] = (await screen.lines()).filter((line) => line.startsWith('image ='));
      assert.equal(image, 'image = keras.Input((28, 28, 1))  # (None, 28, 28, 1)');
      const drawn = await screen.colours('keys =');
      const [mark, size] = [drawn.find(({ text }) => text.startsWith('#')), drawn.find(({ text }) => text === 'B')];
      assert.ok(mark && size && mark.colour !== size.colour, JSON.stringify(drawn));
      await screen.hoverOver('.squiggly-info', 'T is 64 here, and 12 in the comment of line 6');
      await screen.picture(`names-${name}`);
      await screen.press('Escape');
    });

    test('what was known before is dimmed while a line is typed', async () => {
      await screen.clickWord('Flatten');
      await screen.press('End', ...Array.from('  # 14 times 14 numbers', () => 'Backspace'), 'Backspace');
      await screen.type(', acti');
      await screen.sees('Flatten', '(None, 196) …');
      await screen.picture(`half-typed-${name}`);
    });

    test('both sides of a comparison have shapes', async () => {
      await screen.open('tour.py');
      await screen.sees('image =', '(None, 28, 28, 1)');
      await screen.clickWord('tokens');
      await screen.command('File: Compare Active File with Saved');
      await screen.appears('.diff-editor, .monaco-diff-editor');
      await screen.sees('small =', '(None, 14, 14, 4)');
      await screen.picture(`comparison-${name}`);
    });

    test('the cells of a notebook have shapes', async () => {
      await screen.open('notebook.ipynb');
      await screen.sees('digit', '(None, 10)');
      await screen.picture(`notebook-${name}`);
    });

    test('the summary stands beside the code', async () => {
      await screen.open(autoencoder.file);
      await screen.shows('.codelens-decoration', autoencoder.totalParameters);
      await screen.click('.codelens-decoration a');
      await screen.sees('Total params', autoencoder.totalParameters);
      await screen.picture(`summary-${name}`);
    });
  });
}

describe('shapes as a person wants them written', () => {
  let screen: Screen;
  const wishes = { 'kerasShapes.hints.format': 'short', 'kerasShapes.hints.align': true };
  const test = withScreen('format', { ...settings, 'workbench.colorTheme': themes.dark, ...wishes }, (opened) => {
    screen = opened;
  });

  test('are short, with symbols, in one column', async () => {
    await screen.open('tour.py');
    await screen.sees('skip =', 'h×w×8');
    await screen.sees('x = layers.MaxPooling2D', '⌊h/2⌋×⌊w/2⌋×8');
    const columns = (await screen.lines())
      .filter((line) => /^(?:small|large) =/.test(line))
      .map((line) => line.search(/\S+$/));
    assert.equal(columns.length, 2);
    assert.equal(columns[0], columns[1]);
    await screen.picture('format-dark');
  });
});
