// Feeds the analysis with texts as they should never be (npm run fuzz -- --count N --seed S --first I): prefixes, deletions,
// garbage, deep nesting, odd line ends, broken notebooks. Nothing may fail, take longer than a second, stand outside of
// the document or show what is no size. What is found is printed with the seed of its input; memory is told as it goes.

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
    first: { type: 'string', default: '0' },
  },
});
const count = Number(values.count);
const seed = Number(values.seed);

const folder = join(root, 'dist-test');
const outfile = join(folder, `fuzz-${seed}.cjs`);
copyWasm(folder);
await build({ ...nodeBundle, entryPoints: [join(root, 'scripts', 'fuzz', 'fuzz.ts')], outfile, sourcemap: 'inline' });
const { fuzz } = createRequire(import.meta.url)(outfile);

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
const memory = [];
let told = 0;
const report = await fuzz({ seed, count, first: Number(values.first) }, (done, faults) => {
  collect();
  memory.push(process.memoryUsage().heapUsed / 2 ** 20);
  for (const fault of faults.slice(told)) console.log(fault);
  told = faults.length;
  if (done % 10000 === 0) console.log(`${done} inputs, ${faults.length} faults, ${memory.at(-1).toFixed(0)} MB`);
});
for (const fault of report.faults.slice(told)) console.log(fault);
console.log(
  `${report.inputs} inputs of seed ${seed}: ${report.faults.length} faults, slowest ${report.slowest.toFixed(0)} ms` +
    (memory.length > 1
      ? `, memory ${memory[0].toFixed(0)} MB after 1000, ${memory.at(-1).toFixed(0)} MB at the end`
      : ''),
);
process.exitCode = report.faults.length > 0 ? 1 : 0;
