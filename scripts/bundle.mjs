// What every bundle of this project has in common: used by the build, by the test runner and by the benchmark.

import { copyFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const require = createRequire(import.meta.url);

/**
 * esbuild options of a CommonJS bundle for Node 20 (and so for the editor's extension host).
 *
 * web-tree-sitter is pinned to its CommonJS build: left alone, esbuild takes the ES module, which then fails at run
 * time inside a CommonJS bundle ("filename must be a file URL").
 */
export const nodeBundle = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  loader: { '.py': 'text' },
  alias: { 'web-tree-sitter': require.resolve('web-tree-sitter') },
};

/**
 * Puts the two WebAssembly files beside the bundles in `folder`: `tree-sitter.wasm` (the runtime) and
 * `tree-sitter-python.wasm` (the grammar). Every bundle finds them in its own `__dirname`.
 */
export function copyWasm(folder) {
  mkdirSync(folder, { recursive: true });
  copyFileSync(require.resolve('web-tree-sitter/web-tree-sitter.wasm'), join(folder, 'tree-sitter.wasm'));
  copyFileSync(
    join(dirname(require.resolve('tree-sitter-python/package.json')), 'tree-sitter-python.wasm'),
    join(folder, 'tree-sitter-python.wasm'),
  );
}
