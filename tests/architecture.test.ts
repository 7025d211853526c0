// What the rooms of the server may know of each other. Each promise is a test.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { describe, test } from 'node:test';

interface SourceFile {
  /** From the project's root, with slashes. */
  readonly path: string;
  readonly imports: readonly string[];
  readonly isTest: boolean;
}

const files = [...sources('server/src'), ...sources('client/src')];

describe('the rooms', () => {
  test('shapes and text import nothing of ours but themselves', () => {
    for (const room of ['shapes', 'text']) check(inRoom(room), (path) => isOurs(path) && !within(path, room));
  });

  test('values know shapes only', () => {
    check(inRoom('values'), (path) => isOurs(path) && !within(path, 'values') && !within(path, 'shapes'));
  });

  test('the graph knows values and shapes only', () => {
    const allowed = ['graph', 'values', 'shapes'];
    check(inRoom('graph'), (path) => isOurs(path) && !allowed.some((room) => within(path, room)));
  });

  test('the catalogue knows values, never syntax, the interpreter or LSP', () => {
    check(inRoom('catalogue'), (path) =>
      ['python', 'interpreter', 'analysis', 'rules', 'features', 'protocol', 'cli', 'node', 'browser'].some((room) =>
        within(path, room),
      ),
    );
  });

  test('python does not know Keras, nor anything but text', () => {
    check(inRoom('python'), (path) => isOurs(path) && !within(path, 'python') && !within(path, 'text'));
  });

  test('the interpreter is handed the catalogue: it imports its interface alone', () => {
    check(inRoom('interpreter'), (path) => {
      if (['analysis', 'rules', 'features', 'protocol', 'cli', 'node', 'browser'].some((room) => within(path, room)))
        return true;
      return within(path, 'catalogue/keras') || within(path, 'catalogue/ops') || within(path, 'catalogue/numpy');
    });
  });

  test('no layer imports another', () => {
    const layers = inRoom('catalogue/keras/layers').filter((file) => !file.isTest && !file.path.endsWith('/index.ts'));
    const declaring = new Set(layers.filter((file) => declaresLayer(file.path)).map((file) => file.path));
    check(layers, (path) => declaring.has(path));
  });

  test('names of ops are names: no arithmetic of shapes stands in their tables', () => {
    const tables = inRoom('catalogue').filter(({ path }) => /\/(?:names|spellings|public-names)\.ts$/.test(path));
    assert.ok(tables.length >= 5);
    check(tables, (path) => within(path, 'shapes') && !path.endsWith('/problem.ts'));
  });

  test('who joins tensors joins them by one function, however it is spelled', () => {
    const joiners = [
      'catalogue/ops/shaping/joining.ts',
      'catalogue/tensorflow/ops/shaping.ts',
      'catalogue/numpy/joining.ts',
      'catalogue/keras/layers/merging/concatenate.ts',
    ].map((path) => `server/src/${path}`);
    // TensorFlow's inference compares the shapes its own way, then joins them by the same function.
    const shared = ['server/src/shapes/joining.ts', 'server/src/shapes/inference.ts'];
    const withoutIt = joiners.filter((path) => !importsOf(path).some((imported) => shared.includes(imported)));
    assert.deepEqual(withoutIt, []);
    assert.ok(importsOf('server/src/shapes/inference.ts').includes('server/src/shapes/joining.ts'));
  });

  test('features and rules know neither LSP nor files', () => {
    check([...inRoom('features'), ...inRoom('rules'), ...inRoom('analysis')], (path) =>
      ['protocol', 'cli', 'node', 'browser'].some((room) => within(path, room)),
    );
  });
});

describe('packages', () => {
  const only = (name: RegExp, rooms: readonly string[]) =>
    check(
      files.filter((file) => !file.isTest && !rooms.some((room) => file.path.startsWith(room))),
      (path) => name.test(path),
    );

  test('tree-sitter is known to the parser and the lowering alone', () =>
    only(/tree-sitter/, ['server/src/python/parse.ts', 'server/src/python/lower/']));

  test('LSP is known to the protocol, the entry points and the client alone', () =>
    only(/^vscode-languageserver/, ['server/src/protocol/', 'server/src/node/', 'server/src/browser/', 'client/']));

  test('the editor is known to the client alone', () => only(/^vscode$|^vscode-languageclient/, ['client/']));

  test('files and processes are known to node, cli and tests alone', () =>
    only(/^(?:node:)?(?:fs|path|process|child_process|os|worker_threads|net|http|https|dns)(?:\/|$)/, [
      'server/src/node/',
      'server/src/cli/',
      'client/src/node/',
    ]));

  test('nothing of the program being edited is run', () => {
    for (const file of files.filter((one) => !one.isTest)) {
      const text = readFileSync(file.path, 'utf8');
      assert.doesNotMatch(text, /(?<![.\w'`])eval\(|new Function\(|(?<![.\w])fetch\(|child_process/, file.path);
    }
  });
});

function check(among: readonly SourceFile[], isForbidden: (path: string) => boolean): void {
  const found = among
    .filter((file) => !file.isTest)
    .flatMap((file) => file.imports.filter(isForbidden).map((path) => `${file.path} imports ${path}`));
  assert.deepEqual(found, []);
}

function inRoom(room: string): SourceFile[] {
  return files.filter((file) => within(file.path, room));
}

function within(path: string, room: string): boolean {
  return path.startsWith(`server/src/${room}/`) || path === `server/src/${room}.ts`;
}

function isOurs(path: string): boolean {
  return path.startsWith('server/') || path.startsWith('client/');
}

/** Whether a file declares a layer rather than what layers of its family share. */
function declaresLayer(path: string): boolean {
  return /^export const \w+(?:: LayerDefinition)? = (?:defineLayer\(|\w+\(\{\s*name:)/m.test(
    readFileSync(path, 'utf8'),
  );
}

function sources(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)).split(sep).join('/'))
    .filter((path) => path.endsWith('.ts'))
    .map((path) => ({
      path,
      imports: importsOf(path),
      isTest: path.endsWith('.test.ts') || path.endsWith('/testing.ts'),
    }));
}

/** Paths of what a file imports (from the root, for files of ours), else the package's name. */
function importsOf(path: string): string[] {
  const text = readFileSync(path, 'utf8');
  return [...text.matchAll(/^(?:import|export)\b[^;]*?from '([^']+)';|\bimport\('([^']+)'\)/gm)].map((found) => {
    const name = found[1] ?? found[2] ?? '';
    if (!name.startsWith('.')) return name;
    const target = normalize(join(dirname(path), name))
      .split(sep)
      .join('/');
    const file = `${target}.ts`;
    return readable(file) ? file : `${target}/index.ts`;
  });
}

function readable(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}
