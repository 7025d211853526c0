// Where the real editor of the tests and of `npm run editor` lives, and whether it is there.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bundle.mjs';

/**
 * VS Code's workbench as built into the npm package code-server, and the Node that it needs. Together half a gigabyte,
 * so they live in a folder of their own and are no dependency of the project.
 */
export const editorPackages = {
  'code-server': '4.139.1',
  [`node-${process.platform}-${process.arch}`]: '24.21.0',
};

export const editorFolder = join(root, '.editor');

/** Written last by the installation: what was installed, and where the parts are. editor-tests/workbench.ts reads it. */
export const editorStamp = join(editorFolder, 'installed.json');

/** What keeps the real editor from running, in words that say what to do; undefined when nothing does. */
export function editorProblem() {
  const stamp = existsSync(editorStamp) ? JSON.parse(readFileSync(editorStamp, 'utf8')) : undefined;
  if (stamp === undefined || JSON.stringify(stamp.packages) !== JSON.stringify(editorPackages)) {
    return 'A real VS Code workbench is needed here and not installed yet: run `npm run editor:install` once.';
  }
  if (!existsSync(stamp.browser)) {
    return `The browser ${stamp.browser} is gone: install Chromium and run \`npm run editor:install\` again.`;
  }
  return undefined;
}
