// Bundles the client, the server and the command line into dist/.
//   node scripts/build.mjs            minified, no source maps: what is packaged
//   node scripts/build.mjs --debug    readable, with source maps

import { chmodSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { copyWasm, nodeBundle, root } from './bundle.mjs';

const debug = process.argv.includes('--debug');
const dist = join(root, 'dist');

const bundles = [
  { entry: 'client/src/node/extension.ts', out: 'client.js', external: ['vscode'] },
  { entry: 'server/src/node/main.ts', out: 'server.js' },
  { entry: 'server/src/cli/main.ts', out: 'cli.js', banner: { js: '#!/usr/bin/env node' } },
];

rmSync(dist, { recursive: true, force: true });
copyWasm(dist);
for (const { entry, out, ...options } of bundles) {
  if (!existsSync(join(root, entry))) {
    console.warn(`build: ${entry} does not exist yet, so dist/${out} is left out`);
    continue;
  }
  await build({
    ...nodeBundle,
    entryPoints: [entry],
    outfile: join(dist, out),
    minify: !debug,
    sourcemap: debug,
    ...options,
  });
}
if (existsSync(join(dist, 'cli.js'))) chmodSync(join(dist, 'cli.js'), 0o755);
