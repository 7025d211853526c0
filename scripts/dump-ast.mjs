// Prints our syntax tree of each Python text on standard input (one JSON string a line) as a line of JSON: what
// check-ast.py compares with CPython's.

import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { copyWasm, nodeBundle } from './bundle.mjs';

const folder = mkdtempSync(join(tmpdir(), 'keras-shapes-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
copyWasm(folder);
const outfile = join(folder, 'parser.cjs');
await build({
  ...nodeBundle,
  stdin: {
    contents: `export { createParser } from './server/src/python/parse'; export { readParserFiles } from './server/src/node/wasm';`,
    resolveDir: nodeBundle.absWorkingDir,
  },
  outfile,
});
const { createParser, readParserFiles } = createRequire(import.meta.url)(outfile);
const parser = await createParser(readParserFiles(folder));

for await (const line of createInterface({ input: process.stdin })) {
  const { items, problems } = parser.parse(JSON.parse(line));
  process.stdout.write(`${JSON.stringify({ items, problems }, plain)}\n`);
}

/** What JSON has no word for: big integers, bytes, sets. (An infinite number is null in it.) */
function plain(_key, value) {
  if (typeof value === 'bigint') return { bigint: `${value}` };
  if (value instanceof Uint8Array) return [...value];
  return value instanceof Set ? [...value].sort() : value;
}
