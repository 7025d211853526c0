// Parts of the benchmark that run our own code in this process.

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { copyWasm, nodeBundle, root } from '../bundle.mjs';

/** What a TypeScript file beside this one exports. */
export async function loaded(file) {
  const outfile = join(root, 'dist-test', 'bench.cjs');
  copyWasm(join(root, 'dist-test'));
  const external = ['playwright-core'];
  await build({ ...nodeBundle, entryPoints: [join(root, 'scripts', 'bench', file)], outfile, external });
  return createRequire(import.meta.url)(outfile);
}

export function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
