// The views on a screen, in light, dark and high contrast: the graph and the sizes in their panel, what-if, the call
// hierarchy, the outline, the status bar.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe } from 'node:test';
import * as autoencoder from '../autoencoder';
import type { Screen } from '../screen';
import { withScreen } from '../with-screen';

const settings = {
  'editor.minimap.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'window.menuBarVisibility': 'hidden',
  'editor.inlayHints.enabled': 'offUnlessPressed',
};

/** What the workbench says it is drawn in, by the theme. */
const themes = [
  { name: 'light', theme: 'Light Modern', sign: '.monaco-workbench.vs:not(.hc-light)' },
  { name: 'dark', theme: 'Dark Modern', sign: '.monaco-workbench.vs-dark' },
  { name: 'high-contrast', theme: 'Dark High Contrast', sign: '.monaco-workbench.hc-black' },
];

const axe = readFileSync(createRequire(`${process.cwd()}/`).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary: string }[];
  }[];
}

function told({ id, nodes }: AxeResults['violations'][number]): string {
  return `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`).join('; ')}`;
}

describe('views on the screen', () => {
  let screen: Screen;
  const test = withScreen('views', { ...settings, 'workbench.colorTheme': 'Default Light Modern' }, (opened) => {
    screen = opened;
  });

  /** A picture of what is on screen in every theme. */
  async function pictures(view: string, check: () => Promise<void> = async () => {}): Promise<void> {
    for (const { name, theme, sign } of [...themes.slice(1), ...themes.slice(0, 1)]) {
      await screen.command('Preferences: Color Theme');
      await screen.appears(
        '.quick-input-widget [aria-label*="Theme"], .quick-input-widget input[placeholder*="Theme"]',
      );
      await screen.type(theme);
      await screen.appears(`.quick-input-list .monaco-list-row[aria-label*="${theme}"]`);
      await screen.press('Enter');
      await screen.appears(sign);
      await check();
      await screen.picture(`${view}-${name}`);
    }
  }

  /** What axe-core finds in the panel, which is nothing. */
  async function panelIsForEveryone(): Promise<void> {
    const { violations } = await screen.inPanel<AxeResults>(`${axe}; axe.run()`);
    assert.deepEqual(violations.map(told), []);
  }

  test('the graph stands beside the code and follows the cursor; a click goes to the line', async () => {
    await screen.open('unet.py');
    await screen.shows('.statusbar', 'unet');
    await screen.clickWord('up');
    await screen.command('Keras Shapes: Show Model Graph');
    await screen.panel.locator('.node.current').waitFor();
    await pictures('graph', panelIsForEveryone);
    await screen.panel.locator('[data-id="/max_pooling2d_2"]').click();
    await screen.attempt(async () =>
      assert.match(await screen.panel.locator('.node.current > title').innerHTML(), /^MaxPooling2D/),
    );
    await screen.press('Enter');
    await screen.shows('.statusbar', 'Ln 14');
  });

  test('the drawing is saved where a person says', async () => {
    await screen.panel.locator('#save-svg').click();
    await screen.shows('.quick-input-widget', 'OK');
    await screen.confirm();
    await screen.attempt(async () => assert.match(screen.file('unet-graph.svg'), /^<svg.*max_pooling2d_2/s));
  });

  test('the sizes of all layers are bars', async () => {
    await screen.panel.locator('#sizes-tab').click();
    await screen.panel.locator('tbody tr').nth(5).waitFor();
    await pictures('sizes', panelIsForEveryone);
  });

  test('what if the input were another: asked, and told beside the code', async () => {
    await screen.open(autoencoder.file);
    await screen.shows('.statusbar', 'autoencoder', '4,385');
    await screen.command('Keras Shapes: What If This Argument Were Another?');
    await screen.shows('.quick-input-list', 'shape of Input');
    await screen.type('shape of');
    await screen.press('Enter');
    await screen.shows('.quick-input-title', 'What if shape of Input were …');
    // What stands between the parentheses is selected.
    await screen.type('64, 64, 1');
    await screen.press('Enter');
    await screen.sees('(None, 64, 64, 1)', '→');
    await pictures('what-if');
  });

  test('what if any argument at the cursor were another', async () => {
    await screen.open('unet.py');
    await screen.shows('.statusbar', 'unet');
    await screen.clickWord('up');
    await screen.command('Keras Shapes: What If This Argument Were Another?');
    await screen.shows('.quick-input-list', 'strides of Conv2DTranspose', 'shape of Input');
    await screen.type('strides of');
    await screen.press('Enter');
    await screen.shows('.quick-input-title', 'What if strides of Conv2DTranspose were …');
    await screen.type('3');
    await screen.press('Enter');
    await screen.sees('Then new: error', 'incompatible-merge');
    await pictures('what-if-argument');
  });

  test('whose shapes are shown in a function is chosen above it', async () => {
    await screen.open('tour.py');
    await screen.shows('.codelens-decoration', 'shapes of 2 calls');
    await pictures('choose-caller', async () => {
      await screen.click('.codelens-decoration a');
      await screen.shows('.quick-input-list', 'All calls together', 'block(image, 4)', 'block(skip, 16)');
    });
    // By keys alone, as the editor's own lists are used.
    await screen.type('skip');
    await screen.press('Enter');
    await screen.shows('.codelens-decoration', 'shapes of the call in line 25');
  });

  test('what feeds a layer is its call hierarchy', async () => {
    await screen.open('unet.py');
    await screen.shows('.statusbar', 'unet');
    await screen.clickWord('Concatenate');
    await screen.press('Shift+Alt+H');
    await screen.shows('.call-hierarchy, .part.sidebar', 'Conv2DTranspose', '(None, 32, 32, 128)');
    await pictures('call-hierarchy');
    await screen.press('Control+B');
  });

  test('the outline has tensors and models with their shapes', async () => {
    await screen.open('siamese.py');
    await screen.shows('.statusbar', 'siamese');
    await pictures('symbols', async () => {
      await screen.command('Go to Symbol in Editor...');
      await screen.shows('.quick-input-list', 'backbone', 'BatchNormalization');
    });
    await screen.press('Escape');
  });

  test('the walkthrough shows how to begin, with pictures', async () => {
    await screen.command('Welcome: Open Walkthrough...');
    await screen.pick('Get Started with Keras Shapes');
    await screen.shows('.step-title', 'Read the shapes at the ends of the lines', 'Ask what if');
    await screen.appears('img[alt="Python code with shapes at the ends of the lines"]');
    await pictures('walkthrough');
  });
});
