// One run of each builder of keras.applications, the modules interpreted before.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../bundle.mjs';
import { loaded, median } from './loaded.mjs';

/** What is promised: milliseconds. */
const PROMISED = { builder: 100, slowestBuilder: 500 };

const milliseconds = (time) => time.toFixed(1).padStart(8);

/** Prints the time of each builder; gives whether they are as quick as promised. */
export async function applications(extraPaths, python) {
  const { builderTimes } = await loaded('applications.ts');
  const builders = await builderTimes(extraPaths);
  const keras =
    python === null
      ? null
      : kerasTimes(
          python,
          builders.map(({ program }) => program),
        );
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

/** What Keras takes for the same programs, in one process. */
function kerasTimes(python, programs) {
  const run = spawnSync(python, [join(root, 'scripts', 'bench', 'applications.py')], {
    input: JSON.stringify(programs),
    encoding: 'utf8',
    env: { ...process.env, TF_CPP_MIN_LOG_LEVEL: '3' },
    maxBuffer: 1 << 26,
  });
  if (run.status !== 0) throw new Error(`bench: ${python} cannot run Keras\n${run.stderr}`);
  return JSON.parse(run.stdout.slice(run.stdout.lastIndexOf('[')));
}
