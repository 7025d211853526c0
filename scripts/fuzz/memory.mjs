// Replays typing in a file (npm run memory -- --count N --seed S --program FILE) and tells the memory that is in use, of
// JavaScript's heap and of tree-sitter's, after 100 edits, as it goes, and when the file is closed. Fails where the edits
// have left more than a fifth.

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { copyWasm, nodeBundle, root } from '../bundle.mjs';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    program: { type: 'string', default: join(root, 'test-fixtures', 'programs', 'autoencoder.py') },
  },
});

const folder = join(root, 'dist-test');
const outfile = join(folder, 'memory.cjs');
copyWasm(folder);
await build({ ...nodeBundle, entryPoints: [join(root, 'scripts', 'fuzz', 'memory.ts')], outfile, sourcemap: 'inline' });
const { replay } = createRequire(import.meta.url)(outfile);

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
const used = () => {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
};
let first = 0;
let last = 0;
const before = used();
const close = await replay(values.program, { seed: Number(values.seed), count: Number(values.count) }, (done) => {
  if (done !== 100 && done % 1000 !== 0) return;
  last = used();
  if (done === 100) first = last;
  console.log(`${done} edits: ${last.toFixed(1)} MB`);
});
close();
console.log(`closed: ${used().toFixed(1)} MB, before parser and catalogue were loaded ${before.toFixed(1)} MB`);
const growth = last / first - 1;
console.log(`after ${values.count} edits ${(100 * growth).toFixed(1)} % more than after 100`);
process.exitCode = growth > 0.2 ? 1 : 0;
