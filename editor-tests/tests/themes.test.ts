// What a person reads while writing, in light, dark and high contrast: each view with a picture in every theme.

import { describe, test } from 'node:test';
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
    withScreen(name, { ...settings, 'workbench.colorTheme': theme }, (opened) => {
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

    test('the summary stands beside the code', async () => {
      await screen.open(autoencoder.file);
      await screen.shows('.codelens-decoration', autoencoder.totalParameters);
      await screen.click('.codelens-decoration a');
      await screen.sees('Total params', autoencoder.totalParameters);
      await screen.picture(`summary-${name}`);
    });
  });
}
