// Prints everything that the light bulb offers anywhere in some files, with the text that each leads to, as JSON:
//
//   node scripts/keras/actions.mjs FILE…
//
// For scripts/keras/check-fixes.py, which runs those texts under real Keras.

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { copyWasm, nodeBundle, root } from '../bundle.mjs';

const folder = join(root, 'dist-test');
const outfile = join(folder, 'actions.cjs');
copyWasm(folder);
await build({ ...nodeBundle, entryPoints: [join(root, 'scripts', 'keras', 'actions.ts')], outfile });
const { actionsOf } = createRequire(import.meta.url)(outfile);
console.log(JSON.stringify(await actionsOf(process.argv.slice(2))));
