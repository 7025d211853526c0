// Runs the tests. Every chosen `*.test.ts` goes into one bundle that Node's own test runner runs in one process, so that
// thousands of tests take seconds.
//
//   node scripts/test.mjs                      everything: lint, types, build, then the three suites below
//   node scripts/test.mjs unit [PATH…]         the tests beside the code in server/src and client/src
//   node scripts/test.mjs fixtures [PATH…]     tests/: whole files with markers, vectors from real Keras, architecture
//   node scripts/test.mjs editor [PATH…]       editor-tests/: a real VS Code workbench (npm run editor:install first)
//   … -t PATTERN                               only the tests whose name matches
//
// A PATH narrows a suite to the test files that contain it (`npm run test:unit -- server/src/shapes`).
//
// For the tests themselves: the working directory is the project root, so `readFileSync('test-fixtures/…')` finds its
// file; and `__dirname` holds `tree-sitter.wasm` and `tree-sitter-python.wasm`, as it does in dist/.

import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { build } from 'esbuild';
import { copyWasm, nodeBundle, root } from './bundle.mjs';
import { editorProblem } from './editor-home.mjs';

const suites = {
  unit: ['server/src', 'client/src'],
  fixtures: ['tests'],
  editor: ['editor-tests/tests'],
};
const out = join(root, 'dist-test');

const { chosen, paths, pattern } = readArguments(process.argv.slice(2));
if (chosen.includes('editor')) {
  if (editorProblem() !== undefined)
    spawnSync(process.execPath, ['scripts/install-editor.mjs'], { cwd: root, stdio: 'inherit' });
  const problem = editorProblem();
  if (problem) stop(problem);
}
if (chosen.length > 1) {
  step('lint', 'npm', ['run', '--silent', 'lint']);
  step('typecheck', 'npm', ['run', '--silent', 'typecheck']);
}
if (chosen.includes('editor')) {
  step('package', 'npm', ['run', '--silent', 'package']);
} else if (chosen.length > 1) {
  step('build', 'npm', ['run', '--silent', 'build']);
}

copyWasm(out);
if (chosen.includes('editor')) await bundleEditorParts();
const bundles = [];
for (const suite of chosen) {
  const files = testFiles(suite);
  if (files.length > 0) bundles.push(await bundle(suite, files));
}
if (bundles.length === 0) stop(`test: no test file matches ${paths.join(' ') || chosen.join(' ')}`);

const { status } = spawnSync(
  process.execPath,
  [
    '--test',
    '--enable-source-maps',
    // One bundle after the other: the editor's tests wait for a screen and must not compete with the others.
    '--test-concurrency=1',
    `--test-reporter=${join(root, 'scripts/test-reporter.mjs')}`,
    ...(pattern === undefined ? [] : [`--test-name-pattern=${pattern}`]),
    ...bundles,
  ],
  { cwd: root, stdio: 'inherit' },
);
process.exit(status ?? 1);

function readArguments(words) {
  const chosen = words[0] in suites ? [words.shift()] : Object.keys(suites);
  const paths = [];
  let pattern;
  while (words.length > 0) {
    const word = words.shift();
    if (word === '-t') pattern = words.shift();
    else if (word.startsWith('-')) stop(`test: unknown option ${word}`);
    else paths.push(word);
  }
  return { chosen, paths, pattern };
}

function testFiles(suite) {
  return suites[suite]
    .flatMap(allTestFiles)
    .filter((file) => paths.length === 0 || paths.some((path) => file.includes(path)));
}

function allTestFiles(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => join(folder, name).split(sep).join('/'))
    .filter((file) => file.endsWith('.test.ts'))
    .sort();
}

async function bundle(name, files) {
  const outfile = join(out, `${name}.cjs`);
  await build({
    ...nodeBundle,
    stdin: {
      contents: files.map((file) => `export * from './${file}';`).join('\n'),
      resolveDir: root,
      sourcefile: name,
    },
    outfile,
    sourcemap: 'inline',
    external: ['vscode', '@vscode/test-electron', 'mocha', 'playwright-core', 'esbuild'],
  });
  return outfile;
}

/** What the editor's tests start: the stand-in for the editor's executable, and the suite for its extension host. */
async function bundleEditorParts() {
  const executable = await bundle('vscode', ['editor-tests/vscode-executable.ts']);
  writeFileSync(executable, `#!${process.execPath}\n${readFileSync(executable, 'utf8')}`);
  chmodSync(executable, 0o755);
  await bundle('suite', ['editor-tests/suite/index.ts']);
  await bundle('suite-tests', allTestFiles('editor-tests/suite'));
}

function step(name, command, words) {
  console.log(`${name} …`);
  const { status } = spawnSync(command, words, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) stop(`test: ${name} failed`);
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
