// Edits files at random and compares each, every so many edits, with a document that is opened with the same text: hints,
// problems, models, events and names must be the same (npm run edits -- --count N --seed S --programs DIR).

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { copyWasm, nodeBundle, root } from '../bundle.mjs';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    programs: { type: 'string', default: join(root, 'test-fixtures', 'markers') },
    files: { type: 'string', default: '50' },
    every: { type: 'string', default: '20' },
  },
});

const folder = join(root, 'dist-test');
const outfile = join(folder, `edits-${values.seed}.cjs`);
copyWasm(folder);
await build({ ...nodeBundle, entryPoints: [join(root, 'scripts', 'fuzz', 'edits.ts')], outfile, sourcemap: 'inline' });
const { editAll } = createRequire(import.meta.url)(outfile);

let files = 0;
let edits = 0;
let differences = 0;
const compared = await editAll({
  seed: Number(values.seed),
  count: Number(values.count),
  programs: values.programs,
  files: Number(values.files),
  every: Number(values.every),
  onFile: (path, made, fault) => {
    files += 1;
    edits += made;
    if (fault) differences += 1;
    const seconds = process.cpuUsage().user / 1e6;
    console.log(`${path}: ${fault ?? 'the same'} (${seconds.toFixed(0)} s)`);
  },
});
console.log(`${edits} edits of ${files} files, compared ${compared} times: ${differences} files with a difference`);
process.exitCode = differences > 0 ? 1 : 0;
