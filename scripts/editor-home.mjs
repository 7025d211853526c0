// Where the real editor of the tests and of `npm run editor` lives, and whether it is there.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bundle.mjs';

/**
 * VS Code's workbench as built into the npm package code-server, the Node it needs, and the library that drives a
 * browser. Together half a gigabyte, so they live in a folder of their own and are no dependency of the project.
 */
export const editorPackages = {
  'code-server': '4.139.1',
  [`node-${process.platform}-${process.arch}`]: '24.21.0',
  'playwright-core': '1.65.1',
};

const home = join(root, '.editor');
const modules = join(home, 'node_modules');

export const editorHome = {
  folder: home,
  /** Written last by the installation, so that an interrupted one is not taken for a whole one. */
  stamp: join(home, 'installed.json'),
  workbench: join(modules, 'code-server/lib/vscode'),
  server: join(modules, 'code-server/out/node/entry.js'),
  node: join(modules, `node-${process.platform}-${process.arch}`, 'bin/node'),
  playwright: join(modules, 'playwright-core'),
};

/** The browser that shows the workbench: Debian's Chromium, or what CHROMIUM names. */
export const browser = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path));

/** What keeps the real editor from running, in words that say what to do; undefined when nothing does. */
export function editorProblem() {
  if (!existsSync(editorHome.stamp) || readFileSync(editorHome.stamp, 'utf8') !== JSON.stringify(editorPackages)) {
    return 'The editor tests need a real VS Code workbench, which is not installed yet: run `npm run editor:install` once.';
  }
  if (browser === undefined) {
    return 'The editor tests need Chromium: run `apt-get install chromium fonts-dejavu-core`, or let CHROMIUM name its path.';
  }
  return undefined;
}
