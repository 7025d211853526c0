// How fast the server is, on its own streams as an editor speaks to it (npm run bench; build first).
//
//   start              from the process' start to its answer to `initialize`
//   first hints        from opening a file to the hints of its first screen, in a server that has just started
//   begins             p95 of the first keystrokes, some seconds after that: whoever opens a file reads before typing, and
//                      the server rehearses meanwhile (node/rehearsal)
//   hints              from a character typed to the hints of the screen around it: within the server, from the change's
//                      arrival to the answer's having been written
//   seen               the same for the client: with what the system takes to wake either process, which on few processors
//                      is more than the rest
//   diagnostics        from a character typed to the diagnostics, which wait for a pause in the typing
//   processor          what the server's process spends on a keystroke, beside type checkers on the same keystrokes
//   whole models       keystrokes in programs that build one, beside the time in which Keras builds it
//   layers             one call of each layer: constructor, binding, checks, shape and weights
//
//   applications       one run of each builder of keras.applications (alone: npm run bench -- applications)
//   graph              the graph of 1,000 layers in a browser (only by npm run bench -- graph)
//
//   --keras PYTHON     also the time in which that Python's Keras builds the same models
//   --extra-path DIR   where keras.applications' source is
//   --quick            fewer lengths and keystrokes, and no others
//
// Processes are measured again and again and the median is told; keystrokes are told by their percentiles.

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../bundle.mjs';
import { applications } from './applications.mjs';
import { bundle, Client, timed } from './client.mjs';
import { graph } from './graph.mjs';
import { loaded, median } from './loaded.mjs';
import { models } from './models.mjs';
import { pyrefly, pyright } from './others.mjs';
import { placesToType, varied } from './programs.mjs';
import { SCREEN, session, strokes } from './typing.mjs';

/** What is promised: milliseconds. */
const PROMISED = { start: 150, first: 250, seed: 10, short: 3, long: 10 };

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    keras: { type: 'string' },
    quick: { type: 'boolean' },
    'extra-path': { type: 'string', multiple: true },
  },
});
if (positionals[0] === 'applications') {
  process.exit((await applications(options['extra-path'] ?? [], options.keras ?? null)) ? 0 : 1);
}
if (positionals[0] === 'graph') process.exit((await graph()) ? 0 : 1);
const lengths = options.quick ? [500, 10000] : [100, 500, 1000, 2000, 5000, 10000];
const keystrokes = options.quick ? 60 : 200;

const seed = readFileSync(join(root, 'test-fixtures/programs/autoencoder.py'), 'utf8');
const programs = [
  { name: 'autoencoder.py', text: seed },
  ...lengths.map((lines) => ({ name: `varied_${lines}.py`, text: varied(lines) })),
];

const starts = [];
for (let i = 0; i < 5; i++) {
  const [client, time] = await timed(() => Client.start());
  starts.push(time);
  await client.stop();
}
const { catalogueSizes } = await loaded('catalogue.ts');
const known = catalogueSizes();
const load = median(Array.from({ length: 5 }, () => loadTime()));

const rows = [];
for (const { name, text } of programs) {
  const client = await Client.start();
  const [uri, first] = await timed(async () => {
    const opened = await client.open(name, text);
    await client.hints(opened, 0, SCREEN);
    return opened;
  });
  const { cpu, seen, begins, inside } = await session(client, uri, text, placesToType, keystrokes);
  const diagnosed = [];
  for (let i = 0; i < 6; i++) diagnosed.push((await diagnosing(client, uri, text, i))[1]);
  const memory = client.memory();
  await client.stop();
  rows.push({
    name,
    lines: text.split('\n').length - 1,
    first,
    ...inside(),
    begins: begins().p95,
    seen: seen.p95,
    diagnosed: median(diagnosed),
    cpu,
    memory,
  });
}

const column = (value, digits = 1) => (value === null ? '-' : value.toFixed(digits)).padStart(9);
console.log(
  `start of the server ${median(starts).toFixed(0)} ms (promised ${PROMISED.start}); its bundle loads in ${load.toFixed(0)} ms`,
);
console.log(`catalogue: ${known.layers} layers, ${known.ops} ops; ${sizes()}\n`);
console.log(
  'program               lines   first   begins   hints p50      p95      p99   seen p95   diagnostics  processor   memory MB',
);
for (const { name, lines, first, begins, p50, p95, p99, seen, diagnosed, cpu, memory } of rows) {
  console.log(
    `${name.padEnd(18)}${String(lines).padStart(9)}${column(first, 0).slice(1)}${column(begins)}${column(p50).padStart(12)}${column(p95)}${column(p99)}${column(seen).padStart(11)}${column(diagnosed, 0).padStart(14)}${column(cpu).padStart(11)}${column(memory, 0).padStart(12)}`,
  );
}
console.log(`\nmilliseconds; diagnostics wait for a pause of 400 ms, behind a number of 1,200. p95 by lines:\n`);
for (const { name, lines, p95 } of rows.slice(1))
  console.log(`${String(lines).padStart(7)} ${'#'.repeat(Math.max(1, Math.round(p95)))} ${p95.toFixed(1)} ${name}`);

if (!options.quick) {
  console.log('\nprocessor time a keystroke (ms), diagnostics of type checkers beside all of ours:');
  for (const lines of [500, 10000]) {
    const own = rows.find((row) => row.name === `varied_${lines}.py`)?.cpu ?? null;
    const parts = [`keras-shapes ${column(own).trim()}`];
    for (const [title, found] of [
      ['pyrefly', pyrefly()],
      ['pyright', pyright()],
    ]) {
      parts.push(
        found.command
          ? `${title} ${column(await costOf(found.command, varied(lines))).trim()}`
          : `${title} left out: ${found.missing}`,
      );
    }
    console.log(`${String(lines).padStart(7)} lines: ${parts.join(', ')}`);
  }
}
const areModels = options.quick || (await models(options.keras ?? null));

const { layerTimes } = await loaded('layers.ts');
console.log(`\n${'layers'.padEnd(24)}count   median call   slowest call (µs)`);
for (const { title, layers, median: middle, slowest } of await layerTimes()) {
  const count = String(layers).padStart(5);
  const time = middle.toFixed(1).padStart(11);
  console.log(`${title.padEnd(24)}${count}   ${time}   ${slowest.time.toFixed(1)} (${slowest.name})`);
}

console.log();
const areQuick = options.quick || (await applications(options['extra-path'] ?? [], options.keras ?? null));

const at = (lines) => rows.find((row) => row.name === `varied_${lines}.py`)?.p95 ?? 0;
const broken = [
  median(starts) < PROMISED.start || 'the start',
  rows[0].p95 < PROMISED.seed || 'autoencoder.py',
  at(500) < PROMISED.short || '500 lines',
  at(10000) < PROMISED.long || '10,000 lines',
  areModels || 'whole models',
  areQuick || 'keras.applications',
].filter((kept) => kept !== true);
if (broken.length > 0) console.error(`bench: slower than promised: ${broken.join(', ')}`);
process.exitCode = broken.length > 0 ? 1 : 0;

/** A keystroke, and the wait for the diagnostics that follow it. */
function diagnosing(client, uri, text, index) {
  const [there, back] = strokes(text, placesToType(text, 3)[Math.floor(index / 2)]);
  const [range, typed] = index % 2 === 0 ? there : back;
  return timed(async () => {
    const told = client.diagnostics(uri, 20_000);
    await client.edit(uri, range, typed);
    await told;
  });
}

/** Processor time that another server spends on a keystroke, until it has told its diagnostics. */
async function costOf(command, text) {
  const client = await Client.start(command);
  try {
    const uri = await client.open('other.py', text);
    await client.diagnostics(uri, 60_000);
    for (let i = 0; i < 2; i++) await diagnosing(client, uri, text, i);
    const before = client.cpu();
    for (let i = 0; i < 6; i++) await diagnosing(client, uri, text, i);
    return before === null ? null : (client.cpu() - before) / 6;
  } finally {
    await client.stop();
  }
}

/** Milliseconds that Node takes to load the server's bundle, without starting Node. */
function loadTime() {
  const script = `const start = performance.now();
process.argv.push('server', '--stdio');
require(${JSON.stringify(bundle)});
require('node:fs').writeSync(2, String(performance.now() - start));
process.exit(0);`;
  return Number(spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' }).stderr);
}

function sizes() {
  const kilobytes = (path) => `${Math.round(statSync(path).size / 1024)} KB`;
  const bundles = ['server.main.js', 'client.js'].filter((name) => existsSync(join(root, 'dist', name)));
  const packed = readdirSync(root).filter((name) => name.endsWith('.vsix'));
  return [
    ...bundles.map((name) => `dist/${name} ${kilobytes(join(root, 'dist', name))}`),
    ...(packed.length > 0
      ? packed.map((name) => `${name} ${kilobytes(join(root, name))}`)
      : ['no VSIX here (npm run package)']),
  ].join(', ');
}
