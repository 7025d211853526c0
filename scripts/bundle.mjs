// What every bundle of this project has in common: used by the build, by the test runner and by the benchmark.

import { copyFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

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

/** esbuild options of the panel's page, which runs in a browser. Its worker is bundled into it as text. */
export const pageBundle = {
  absWorkingDir: root,
  bundle: true,
  platform: 'browser',
  target: 'chrome122',
  format: 'iife',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [
    {
      name: 'worker',
      setup(builder) {
        builder.onResolve({ filter: /^worker:/ }, ({ path, resolveDir }) => ({
          path: join(resolveDir, `${path.slice('worker:'.length)}.ts`),
          namespace: 'worker',
        }));
        builder.onLoad({ filter: /.*/, namespace: 'worker' }, async ({ path }) => {
          const { minify } = builder.initialOptions;
          const { outputFiles } = await build({
            ...pageBundle,
            plugins: [],
            entryPoints: [path],
            write: false,
            minify,
          });
          return { contents: outputFiles[0].text, loader: 'text' };
        });
      },
    },
  ],
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
