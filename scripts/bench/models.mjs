// Whole models: a keystroke in the program that builds one, beside the time in which Keras builds it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bundle.mjs';
import { Client } from './client.mjs';
import { median } from './loaded.mjs';
import { kerasTime } from './others.mjs';
import { placesInLayers } from './programs.mjs';
import { session } from './typing.mjs';

/** What is promised: how many times as long as a keystroke (p50) Keras takes. */
const PROMISED = { least: 100, median: 1000 };

const MODELS = [
  'test-fixtures/programs/autoencoder.py',
  'scripts/bench/models/unet.py',
  'scripts/bench/models/transformer.py',
  'scripts/bench/models/resnet50.py',
];

const KEYSTROKES = 100;

/** Prints a row for each model; `python` is null where Keras is not to be asked. Gives whether they are as quick as promised. */
export async function models(python) {
  console.log('\nwhole models (ms)          hints p50      p95      p99   processor   Keras builds   times as long');
  const ratios = [];
  for (const path of MODELS) {
    const text = readFileSync(join(root, path), 'utf8');
    const client = await Client.start();
    const uri = await client.open(path, text);
    await client.hints(uri, 0, text.split('\n').length);
    const { cpu, inside } = await session(client, uri, text, placesInLayers, KEYSTROKES);
    await client.stop();
    const { p50, p95, p99 } = inside();
    const built = python === null ? null : kerasTime(python, text);
    if (built !== null) ratios.push(built / p50);
    const cells = [p50, p95, p99].map((time) => time.toFixed(1).padStart(9)).join('');
    console.log(
      `${path.split('/').at(-1).padEnd(27)}${cells}${column(cpu, 1, 12)}${column(built, 0, 15)}${column(built && built / p50, 0, 16)}`,
    );
  }
  if (ratios.length === 0) return true;
  const [least, middle] = [Math.min(...ratios), median(ratios)];
  console.log(
    `Keras takes at least ${least.toFixed(0)} times as long, ${middle.toFixed(0)} in the median (promised: ${PROMISED.least} and ${PROMISED.median})`,
  );
  return least >= PROMISED.least && middle >= PROMISED.median;
}

function column(value, digits, width) {
  return (value === null ? '-' : value.toFixed(digits)).padStart(width);
}
