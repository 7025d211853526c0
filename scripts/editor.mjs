// Opens a real VS Code with the extension: the desktop's, when its command is on the path, else the workbench that the
// tests use, served on this machine only.
//   node scripts/editor.mjs [FILE]      default: the autoencoder of test-fixtures

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { nodeBundle, root } from './bundle.mjs';
import { editorProblem } from './editor-home.mjs';

// npm moves to the project's root; a FILE is meant from where the person stands.
const here = process.env.INIT_CWD ?? process.cwd();
const file = resolve(here, process.argv[2] ?? join(root, 'test-fixtures/programs/autoencoder.py'));
if (!existsSync(file)) {
  console.error(`editor: there is no file ${file}`);
  process.exit(1);
}

const desktop = ['code', 'code-insiders', 'codium'].find(onPath);
if (desktop !== undefined) {
  run('npm', ['run', '--silent', 'build']);
  run(desktop, [`--extensionDevelopmentPath=${root}`, dirname(file), file]);
} else {
  if (editorProblem() !== undefined) run('npm', ['run', '--silent', 'editor:install']);
  run('npm', ['run', '--silent', 'package']);
  const program = join(root, 'dist-test/open.cjs');
  await build({
    ...nodeBundle,
    entryPoints: ['editor-tests/open.ts'],
    outfile: program,
    external: ['playwright-core'],
  });
  run(process.execPath, [program, dirname(file), file]);
}

function onPath(command) {
  const names = process.platform === 'win32' ? [`${command}.cmd`] : [command];
  return (process.env.PATH ?? '')
    .split(delimiter)
    .some((folder) => names.some((name) => existsSync(join(folder, name))));
}

function run(command, words) {
  const { status } = spawnSync(command, words, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}
