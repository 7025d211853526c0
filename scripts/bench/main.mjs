// How fast the server is, on its own streams as an editor speaks to it (npm run bench; build first).
//
//   npm run bench                                        all of the below
//   npm run bench -- applications [--extra-path DIR] [--python PYTHON]
//                                                        only the last, with the source of the Keras in DIR, and
//                                                        beside the time that the Keras of PYTHON takes
//   npm run bench -- graph                               the graph of 1,000 layers in a browser (npm run editor:install)
//
//   start              from the process' start to its answer to `initialize`
//   first hints        from opening a file to all its hints, in a server that has just started
//   keystroke          from a character typed to all hints of the new text
//   layers             one call of each layer: constructor, binding, checks, shape and weights
//   applications       one run of each builder of keras.applications, the modules interpreted before
//
// A process is measured again and again and its median told; keystrokes by their percentiles.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { build } from 'esbuild';
import { copyWasm, nodeBundle, root } from '../bundle.mjs';
import { Client } from './client.mjs';

/** What is promised of the seed program: milliseconds. */
const PROMISED = { start: 150, keystroke: 10, builder: 100, slowestBuilder: 500, graph: 1000 };

/** Keystrokes before those that are measured. */
const WARMING = 40;

const { only, extraPaths, python } = readArguments(process.argv.slice(2));
if (only === 'applications') {
  process.exit((await applications()) ? 0 : 1);
}
if (only === 'graph') {
  process.exit((await graph()) ? 0 : 1);
}

const seed = readFileSync(join(root, 'test-fixtures/programs/autoencoder.py'), 'utf8');
const programs = [
  { name: 'autoencoder.py', text: seed, keystrokes: 400 },
  { name: 'chain_200.py', text: chain(200), keystrokes: 200 },
  { name: 'chain_2000.py', text: chain(2000), keystrokes: 40 },
];

const starts = [];
for (let i = 0; i < 5; i++) {
  const [client, time] = await timed(() => Client.start());
  starts.push(time);
  await client.stop();
}

const rows = [];
for (const { name, text, keystrokes } of programs) {
  const client = await Client.start();
  const lines = text.split('\n').length;
  const [uri, first] = await timed(async () => {
    const opened = await client.open(name, text);
    await client.hints(opened, lines);
    return opened;
  });
  // The first keystrokes of a process compile; they are part of its start, not of typing.
  await typing(client, uri, text, lines, WARMING);
  rows.push({ name, lines, first, ...(await typing(client, uri, text, lines, keystrokes)) });
  await client.stop();
}

console.log(`start of the server: ${milliseconds(median(starts)).trim()} ms (promised: ${PROMISED.start})\n`);
console.log('program              lines  first hints   keystroke p50       p95       p99');
for (const { name, lines, first, p50, p95, p99 } of rows) {
  const times = [first, p50, p95, p99].map(milliseconds);
  console.log(
    `${name.padEnd(18)}${String(lines).padStart(8)}  ${times[0].padStart(11)}   ${times[1].padStart(13)}  ${times[2]}  ${times[3]}`,
  );
}
console.log(`\nmilliseconds; promised for autoencoder.py: p95 below ${PROMISED.keystroke}`);

const { layerTimes } = await loaded('layers.ts');
console.log(`\n${'layers'.padEnd(24)}count   median call   slowest call (µs)`);
for (const { title, layers, median: middle, slowest } of await layerTimes()) {
  const count = String(layers).padStart(5);
  const time = middle.toFixed(1).padStart(11);
  console.log(`${title.padEnd(24)}${count}   ${time}   ${slowest.time.toFixed(1)} (${slowest.name})`);
}

console.log();
const quick = await applications();

const kept = median(starts) < PROMISED.start && rows[0].p95 < PROMISED.keystroke && quick;
if (!kept) console.error('bench: slower than promised');
process.exitCode = kept ? 0 : 1;

function readArguments(words) {
  const found = { only: null, extraPaths: [], python: null };
  while (words.length > 0) {
    const word = words.shift();
    if (word === '--extra-path') found.extraPaths.push(words.shift());
    else if (word === '--python') found.python = words.shift();
    else if (word === 'applications' || word === 'graph') found.only = word;
    else throw new Error(`bench: unknown argument ${word}`);
  }
  return found;
}

/** Prints the time of each builder; gives whether they are as quick as promised. */
async function applications() {
  const { builderTimes } = await loaded('applications.ts');
  const builders = await builderTimes(extraPaths);
  const keras = python === null ? null : kerasTimes(builders.map(({ program }) => program));
  console.log(`${'builder (ms)'.padEnd(60)}    ours${keras ? '     Keras' : ''}`);
  for (const [index, { call, time }] of builders.entries()) {
    const shown = call.length > 58 ? `${call.slice(0, 57)}…` : call;
    console.log(`${shown.padEnd(60)}${milliseconds(time)}${keras ? milliseconds(keras[index]).padStart(10) : ''}`);
  }
  const middle = median(builders.map(({ time }) => time));
  const slowest = Math.max(...builders.map(({ time }) => time));
  const promise = `promised: ${PROMISED.builder} and ${PROMISED.slowestBuilder}`;
  console.log(
    `${builders.length} builders: median ${middle.toFixed(1)}, slowest ${slowest.toFixed(1)} ms (${promise})` +
      (keras ? `; Keras: median ${median(keras).toFixed(1)}, slowest ${Math.max(...keras).toFixed(1)} ms` : ''),
  );
  return middle < PROMISED.builder && slowest < PROMISED.slowestBuilder;
}

/** Prints how long the graph of 1,000 layers takes in a browser; gives whether it is as quick as promised. */
async function graph() {
  const { graphTimes } = await loaded('graph.ts');
  const { layers, drawn, frames } = await graphTimes();
  const sorted = [...frames].sort((a, b) => a - b);
  const at = (part) => milliseconds(sorted[Math.floor(sorted.length * part)]).trim();
  console.log(`graph of ${layers} layers: drawn in ${drawn} ms (promised: ${PROMISED.graph})`);
  console.log(`a frame while it is panned: ${at(0.5)} ms (p50), ${at(0.95)} ms (p95)`);
  return drawn < PROMISED.graph;
}

/** What Keras takes for the same programs, in one process. */
function kerasTimes(programs) {
  const run = spawnSync(python, [join(root, 'scripts', 'bench', 'applications.py')], {
    input: JSON.stringify(programs),
    encoding: 'utf8',
    env: { ...process.env, TF_CPP_MIN_LOG_LEVEL: '3' },
    maxBuffer: 1 << 26,
  });
  if (run.status !== 0) throw new Error(`bench: ${python} cannot run Keras\n${run.stderr}`);
  return JSON.parse(run.stdout.slice(run.stdout.lastIndexOf('[')));
}

/** A part of the benchmark that runs our own code in this process. */
async function loaded(file) {
  const outfile = join(root, 'dist-test', 'bench.cjs');
  copyWasm(join(root, 'dist-test'));
  const external = ['playwright-core'];
  await build({ ...nodeBundle, entryPoints: [join(root, 'scripts', 'bench', file)], outfile, external });
  return createRequire(import.meta.url)(outfile);
}

/** Types a digit behind numbers all over the file and takes it back, one keystroke at a time. */
async function typing(client, uri, text, lines, keystrokes) {
  const places = [...text.matchAll(/\d(?=[,)])/g)].map((found) => found.index + 1);
  const times = [];
  for (let i = 0; i < keystrokes / 2; i++) {
    const offset = places[Math.floor((i * places.length) / (keystrokes / 2))];
    const line = text.slice(0, offset).split('\n').length - 1;
    const character = offset - (text.lastIndexOf('\n', offset - 1) + 1);
    const at = { line, character };
    const behind = { line, character: character + 1 };
    for (const [range, typed] of [
      [{ start: at, end: at }, '1'],
      [{ start: at, end: behind }, ''],
    ]) {
      const [, time] = await timed(async () => {
        await client.edit(uri, range, typed);
        await client.hints(uri, lines);
      });
      times.push(time);
    }
  }
  times.sort((a, b) => a - b);
  const percentile = (share) => times[Math.min(times.length - 1, Math.floor(share * times.length))];
  return { p50: percentile(0.5), p95: percentile(0.95), p99: percentile(0.99) };
}

/** A functional chain of convolutions and normalizations. */
function chain(layers) {
  const lines = ['import keras', 'from keras import layers', '', 'x = image = keras.Input((256, 256, 3))'];
  for (let i = 0; i < layers / 2; i++) {
    lines.push(`x = layers.Conv2D(${16 + (i % 7)}, 3, padding="same", activation="relu")(x)`);
    lines.push('x = layers.BatchNormalization()(x)');
  }
  return [...lines, 'model = keras.Model(image, x)', ''].join('\n');
}

function milliseconds(time) {
  return time.toFixed(1).padStart(8);
}

async function timed(run) {
  const start = performance.now();
  const result = await run();
  return [result, performance.now() - start];
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
