// Feeds the analysis with texts as they should never be (npm run fuzz -- --count N --seed S --first I): prefixes, deletions,
// garbage, deep nesting, odd line ends, broken notebooks. Nothing may fail, take longer than a second, stand outside of
// the document or show what is no size. What is found is printed with the seed and the number of its input, memory as it
// goes. `--show` prints the texts themselves.

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
    show: { type: 'boolean', default: false },
  },
});
const count = Number(values.count);
const seed = Number(values.seed);
const first = Number(values.first);

const folder = join(root, 'dist-test');
const outfile = join(folder, `fuzz-${seed}.cjs`);
copyWasm(folder);
await build({ ...nodeBundle, entryPoints: [join(root, 'scripts', 'fuzz', 'fuzz.ts')], outfile, sourcemap: 'inline' });
const { fuzz } = createRequire(import.meta.url)(outfile);

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
/** Megabytes of the heap and of what lies outside of it (tree-sitter's memory), and of the process. */
const memory = [];
let told = 0;
const tell = (faults) => {
  for (const fault of faults.slice(told)) console.log(fault);
  told = faults.length;
};
const report = await fuzz({
  seed,
  hang: 1000,
  count,
  first,
  onInput: (source, number) => {
    if (values.show)
      console.log(`${seed}/${number}: ${JSON.stringify(typeof source === 'string' ? source : source.text)}`);
  },
  onProgress: (done, faults) => {
    tell(faults);
    if (done % 10_000 !== 0) return;
    collect();
    const { heapUsed, external } = process.memoryUsage();
    memory.push((heapUsed + external) / 2 ** 20);
    const seconds = process.cpuUsage().user / 1e6;
    console.log(`${done} inputs, ${faults.length} faults, ${memory.at(-1).toFixed(0)} MB, ${seconds.toFixed(0)} s`);
  },
});
tell(report.faults);
console.log(
  `${report.inputs} inputs of seed ${seed}: ${report.faults.length} faults, slowest ${report.slowest.milliseconds.toFixed(0)} ms (${seed}/${report.slowest.number})` +
    (memory.length > 1
      ? `, memory ${memory[0].toFixed(0)} MB after 10000, ${memory.at(-1).toFixed(0)} MB at the end`
      : ''),
);
process.exitCode = report.faults.length > 0 ? 1 : 0;
