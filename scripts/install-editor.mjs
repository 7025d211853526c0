// Installs the real editor of the tests and of `npm run editor` into .editor/ (see editor-home.mjs). Needed once per
// clone; a second run finds it there and does nothing.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { editorFolder, editorPackages, editorProblem, editorStamp } from './editor-home.mjs';

const modules = join(editorFolder, 'node_modules');
const workbench = join(modules, 'code-server/lib/vscode');
const browsers = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

if (editorProblem() === undefined) {
  console.log('The editor is installed already.');
  process.exit(0);
}
if (process.platform !== 'linux') {
  stop('The workbench that the tests drive is built for Linux only. On other systems use a Linux container.');
}
const browser = browsers.find((path) => path !== undefined && existsSync(path));
if (browser === undefined) {
  stop('Chromium is missing: run `apt-get install chromium fonts-dejavu-core`, or let CHROMIUM name its path.');
}

console.log(`Installing VS Code's workbench into ${editorFolder} (about 500 MB) …`);
rmSync(editorFolder, { recursive: true, force: true });
mkdirSync(editorFolder, { recursive: true });
writeFileSync(join(editorFolder, 'package.json'), JSON.stringify({ private: true, dependencies: editorPackages }));
install(editorFolder);
install(workbench);
// Of no use here, and a third of the size.
for (const unused of ['node_modules/@github', 'node_modules/@microsoft/mxc-sdk', 'extensions/copilot']) {
  rmSync(join(workbench, unused), { recursive: true, force: true });
}
writeFileSync(
  editorStamp,
  JSON.stringify({
    packages: editorPackages,
    node: join(modules, `node-${process.platform}-${process.arch}`, 'bin/node'),
    server: join(modules, 'code-server/out/node/entry.js'),
    browser,
  }),
);

/** Scripts stay off: they would fetch prebuilt binaries from hosts of their own, and nothing here needs them. */
function install(folder) {
  execFileSync('npm', ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: 'inherit',
  });
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
