// What a person reads while writing, in light, dark and high contrast: each view with a picture in every theme.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import * as autoencoder from '../autoencoder';
import { packagedExtension, prepareWorkspace } from '../prepare';
import { Screen } from '../screen';
import { Workbench } from '../workbench';

const settings = {
  'editor.minimap.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'window.menuBarVisibility': 'hidden',
  'breadcrumbs.enabled': true,
};

const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern', 'high-contrast': 'Default High Contrast' };

for (const [name, theme] of Object.entries(themes)) {
  describe(`while code is read, ${name}`, () => {
    const home = mkdtempSync(join(tmpdir(), `keras-shapes-${name}-`));
    let workbench: Workbench;
    let screen: Screen;

    before(async () => {
      const [userDataDir, extensionsDir] = [join(home, 'user'), join(home, 'extensions')];
      Workbench.install(packagedExtension(), userDataDir, extensionsDir);
      workbench = await Workbench.start({
        userDataDir,
        extensionsDir,
        settings: { ...settings, 'workbench.colorTheme': theme },
      });
      screen = await Screen.of(workbench, prepareWorkspace(join(home, 'workspace')));
    });
    after(async () => {
      await workbench?.stop();
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
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
