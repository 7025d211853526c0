// The packaged extension on a screen: what is drawn, what the mouse and the keys do. Each test leaves a picture in
// editor-tests/screenshots; the README's are among them (npm run images).

import { describe } from 'node:test';
import * as autoencoder from '../autoencoder';
import type { Screen } from '../screen';
import { withScreen } from '../with-screen';

/** A calm window, wide enough for the code and what is written beside it. */
const settings = {
  'editor.minimap.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.colorTheme': 'Default Light Modern',
  'window.menuBarVisibility': 'hidden',
};

describe('on the screen', () => {
  let screen: Screen;
  const test = withScreen('screen', settings, (opened) => {
    screen = opened;
  });

  test('shapes stand at the end of the lines', async () => {
    await screen.open(autoencoder.file);
    for (const [line, shape] of autoencoder.lines) await screen.sees(line.replace(/\).*/, ''), shape);
    await screen.picture('hints');
  });

  test('a size in a hint leads to what says it', async () => {
    await screen.open('tour.py');
    await screen.sees('sequence, state', '(None, 20, 16)');
    // Lenses move the lines below them.
    await screen.shows('.codelens-decoration', 'shapes of 2 calls', '7,850 parameters');
    await screen.follow('sequence, state', '20', 'Ln 22, Col 23');
    await screen.follow('return layers', '+1', 'Ln 25, Col 9');
  });

  test('a double click on a hint writes the shape behind the line', async () => {
    await screen.doubleClickHint('small =', '14');
    await screen.sees('small = block(image, 4)', '# (None, 14, 14, 4)');
  });

  test('the hover explains the layer', async () => {
    await screen.open(autoencoder.file);
    await screen.sees('MaxPooling2D', '(None, 14, 14, 16)');
    await screen.hover('MaxPooling2D', '⌈28 / 2⌉ = 14', 'strides');
    await screen.picture('hover');
  });

  test('what Keras will refuse is underlined, and says why', async () => {
    await screen.open('too_large.py');
    await screen.squiggles('error', 1);
    await screen.hover('15', '15', '13');
    await screen.picture('error');
  });

  test('the light bulb mends the model, and the shapes are renewed', async () => {
    await screen.open('shrinks.py');
    await screen.squiggles('warning', 1);
    await screen.sees('decoded', '(None, 24, 24, 3)');
    await screen.click('.squiggly-warning');
    await screen.lightBulb('padding="same"', '(None, 32, 32, 3)');
    await screen.picture('light-bulb');
    await screen.press('Enter');
    await screen.sees('decoded', '(None, 32, 32, 3)');
    await screen.squiggles('warning', 0);
    await screen.picture('mended');
  });

  test('the lens opens the summary beside the code', async () => {
    await screen.open(autoencoder.file);
    await screen.shows('.codelens-decoration', autoencoder.totalParameters);
    await screen.picture('lens');
    await screen.click('.codelens-decoration a');
    await screen.sees('Total params', autoencoder.totalParameters);
    await screen.picture('summary');
  });

  test('the cells of a notebook have shapes', async () => {
    await screen.open('notebook.ipynb');
    await screen.sees('digit', '(None, 10)');
    await screen.picture('notebook');
  });
});
