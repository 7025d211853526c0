// Renews the README's pictures from the last run of the editor tests (npm run test:editor -- screen).

import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bundle.mjs';

const shown = ['hints', 'hover', 'error', 'light-bulb', 'mended', 'lens', 'summary', 'notebook'];

const [from, to] = [join(root, 'editor-tests/screenshots'), join(root, 'docs/images')];
const missing = shown.filter((name) => !existsSync(join(from, `${name}.png`)));
if (missing.length > 0) {
  console.error(`No picture of ${missing.join(', ')}: run \`npm run test:editor -- screen\` first.`);
  process.exit(1);
}
mkdirSync(to, { recursive: true });
for (const name of shown) copyFileSync(join(from, `${name}.png`), join(to, `${name}.png`));
console.log(`${shown.length} pictures copied to ${to}`);
