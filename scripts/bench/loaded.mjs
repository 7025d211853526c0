// Parts of the benchmark that run our own code in this process.

import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { copyWasm, nodeBundle, root } from '../bundle.mjs';

/** What a TypeScript file beside this one exports. */
export async function loaded(file) {
  // Each in a bundle of its own: `require` keeps what it has loaded by the file's name.
  const outfile = join(root, 'dist-test', `bench-${basename(file, '.ts')}.cjs`);
  copyWasm(join(root, 'dist-test'));
  const external = ['playwright-core'];
  await build({ ...nodeBundle, entryPoints: [join(root, 'scripts', 'bench', file)], outfile, external });
  return createRequire(import.meta.url)(outfile);
}

export function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
