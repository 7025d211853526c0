// Installs the real editor of the tests and of `npm run editor` into .editor/ (see editor-home.mjs). Needed once per
// clone; a second run finds it there and does nothing.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { browser, editorHome, editorPackages } from './editor-home.mjs';

const wanted = JSON.stringify(editorPackages);

if (existsSync(editorHome.stamp) && readFileSync(editorHome.stamp, 'utf8') === wanted) {
  console.log('The editor is installed already.');
} else {
  if (process.platform !== 'linux') {
    console.error('The workbench that the tests drive is built for Linux only (on other systems: a container, or CI).');
    process.exit(1);
  }
  console.log(`Installing VS Code's workbench into ${editorHome.folder} (about 500 MB) …`);
  rmSync(editorHome.folder, { recursive: true, force: true });
  mkdirSync(editorHome.folder, { recursive: true });
  writeFileSync(
    join(editorHome.folder, 'package.json'),
    JSON.stringify({ private: true, dependencies: editorPackages }, null, 2),
  );
  install(editorHome.folder);
  install(editorHome.workbench);
  // Of no use to a test, and a third of the size.
  for (const unused of ['node_modules/@github', 'node_modules/@microsoft/mxc-sdk', 'extensions/copilot']) {
    rmSync(join(editorHome.workbench, unused), { recursive: true, force: true });
  }
  writeFileSync(editorHome.stamp, wanted);
}
if (browser === undefined) {
  console.error(
    'Chromium is missing: run `apt-get install chromium fonts-dejavu-core`, or let CHROMIUM name its path.',
  );
  process.exit(1);
}

/** Scripts stay off: they would fetch prebuilt binaries from hosts of their own, and nothing here needs them. */
function install(folder) {
  execFileSync('npm', ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: 'inherit',
  });
}
