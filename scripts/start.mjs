// The first thing to run in a fresh clone: installs what is missing, builds what is stale, and shows a Keras program with
// its shapes in the terminal. Needs nothing but Node.
//   npm start              the autoencoder of test-fixtures
//   npm start -- FILE      another program

import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cli = join(root, 'dist/cli.js');

if (Number(process.versions.node.split('.')[0]) < 20) {
  stop(`Keras Shapes needs Node 20 or newer; this is ${process.version}.`);
}
if (newest('package-lock.json') > newest('node_modules/.package-lock.json')) {
  console.error('Installing packages (npm ci) …');
  run('npm', ['ci', '--loglevel=error']);
}
if (newest('client', 'server', 'scripts', 'node_modules/.package-lock.json') > newest('dist/cli.js')) {
  console.error('Building …');
  run(process.execPath, [join(root, 'scripts/build.mjs')]);
}

// npm moves to the project's root; a FILE is meant from where the person stands.
const here = process.env.INIT_CWD ?? process.cwd();
const file = process.argv[2] ?? relative(here, join(root, 'test-fixtures/programs/autoencoder.py'));
const { status } = spawnSync(process.execPath, [cli, 'show', file], { cwd: here, stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
console.log(`
npm start -- FILE     shows another file
npm run editor        opens this one in VS Code: shapes while you type, hovers, fixes, summaries
npm test              runs everything that is tested`);

/** When the newest file at or below the paths was changed; -Infinity when there is none. */
function newest(...paths) {
  return Math.max(...paths.map((path) => resolve(root, path)).map(changed));
}

function changed(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return Number.NEGATIVE_INFINITY;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(Number.NEGATIVE_INFINITY, ...readdirSync(path).map((name) => changed(join(path, name))));
}

function run(command, words) {
  const { status } = spawnSync(command, words, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) stop(`\`${[command, ...words].join(' ')}\` failed.`);
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
