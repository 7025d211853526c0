// Takes over programs and what real Keras made of them (FILE and FILE.truth.json, as recorded by a tracer that runs
// them) into test-fixtures/vectors, with the truth cut down to what the tests compare.
//
//   node scripts/import-vectors.mjs FILE.truth.json…

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from './bundle.mjs';

const folder = join(root, 'test-fixtures', 'vectors');
mkdirSync(folder, { recursive: true });
for (const path of process.argv.slice(2)) {
  const { keras, files } = JSON.parse(readFileSync(path, 'utf8'));
  const [file] = files;
  const program = basename(path).slice(0, -'.truth.json'.length);
  writeFileSync(join(folder, program), readFileSync(path.slice(0, -'.truth.json'.length)));
  writeFileSync(join(folder, `${program}.truth.json`), lines(keras, compact(file)));
}

function compact({ calls, models, arrays, errors, reached }) {
  return {
    calls: calls
      .filter((call) => !call.constructorPath)
      .map((call) => ({
        // Every object has a `constructor`.
        at: place(Object.hasOwn(call, 'constructor') ? call.constructor : call.range),
        callee: call.callee,
        ...(call.eager ? { eager: true } : {}),
        gives: call.observations.map((one) => [
          output(one.output),
          one.parameters ?? null,
          ...(one.eager ? ['eager'] : []),
        ]),
      })),
    models: models.map(({ range, name, parameters }) => ({ at: place(range), name, parameters })),
    arrays: arrays.map(({ range, name, output: value }) => ({ at: place(range), name, is: output(value) })),
    errors: errors.map(({ range, phase, type, message }) => ({
      lines: [range.start.line, range.end.line],
      phase,
      says: `${type}: ${message.slice(0, 120)}`,
    })),
    reached,
  };
}

function place({ start, end }) {
  return `${start.line}:${start.column}-${end.line}:${end.column}`;
}

/** A tensor is `[dtype, …sizes]` (`[dtype, "?"]` for an unknown rank), a list `{ list }`, a dict `{ dict }`. */
function output(value) {
  if (value === null) return null;
  if (Array.isArray(value)) return { list: value.map(output) };
  if ('dict' in value) {
    return { dict: Object.fromEntries(Object.entries(value.dict).map(([key, one]) => [key, output(one)])) };
  }
  return [value.dtype, ...(value.shape === '?' ? ['?'] : value.shape)];
}

/** One record a line, so that a change of the truth can be read in a diff. */
function lines(keras, truth) {
  const parts = Object.entries(truth).map(
    ([key, items]) => `"${key}":[${items.map((item) => `\n${JSON.stringify(item)}`).join(',')}]`,
  );
  return `{"keras":${JSON.stringify(keras)},\n${parts.join(',\n')}}\n`;
}
