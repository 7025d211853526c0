// Renews the README's pictures and the walkthrough's, which are smaller, from the last run of the editor tests
// (npm run test:editor -- screen themes views).

import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root } from './bundle.mjs';
import { editorStamp } from './editor-home.mjs';

/** By the picture's name in docs/images, the screenshot that it is. */
const shown = {
  ...{ hints: 'hints', hover: 'hover', error: 'error', 'light-bulb': 'light-bulb', mended: 'mended', lens: 'lens' },
  ...{ summary: 'summary', notebook: 'notebook', graph: 'graph-light', 'graph-dark': 'graph-dark' },
  ...{ sizes: 'sizes-light', 'what-if': 'what-if-light', comments: 'names-high-contrast' },
};
const walkthrough = ['hints', 'hover', 'light-bulb', 'graph', 'sizes', 'what-if'];

const from = join(root, 'editor-tests/screenshots');
const missing = Object.values(shown).filter((name) => !existsSync(join(from, `${name}.png`)));
if (missing.length > 0) {
  console.error(`No picture of ${missing.join(', ')}: run \`npm run test:editor -- screen themes views\` first.`);
  process.exit(1);
}
mkdirSync(join(root, 'docs/images'), { recursive: true });
for (const [name, picture] of Object.entries(shown))
  copyFileSync(join(from, `${picture}.png`), join(root, 'docs/images', `${name}.png`));

mkdirSync(join(root, 'docs/walkthrough'), { recursive: true });
const { browser: executablePath } = JSON.parse(readFileSync(editorStamp, 'utf8'));
const browser = await chromium.launch({ executablePath, chromiumSandbox: false });
const page = await browser.newPage();
for (const name of walkthrough) {
  const data = readFileSync(join(root, 'docs/images', `${name}.png`)).toString('base64');
  const small = await page.evaluate(async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = 800;
    canvas.height = Math.round((800 * image.height) / image.width);
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/webp', 0.6).replace(/^[^,]*,/, '');
  }, data);
  writeFileSync(join(root, 'docs/walkthrough', `${name}.webp`), Buffer.from(small, 'base64'));
}
await browser.close();
console.log(`${Object.keys(shown).length} pictures, ${walkthrough.length} for the walkthrough`);
