/** Examples of the pages, run by ours: what a page says of a call is what the editor shows for it. */

import { DEFAULT_SETTINGS } from '../../server/src/features/settings';
import { type JsonOutput, type JsonRange, traceJson } from '../../server/src/features/trace-json';
import { createService } from '../../server/src/node/service';

/** What an example gives, as a page shows it: `(None, 26, 26, 8)`. */
export type Results = ReadonlyMap<string, string>;

/** What each line of the program begins with. */
const RESULT = 'x = ';

const HEADS = {
  keras3: 'import numpy as np\nimport keras\nfrom keras import Input, ops, random\nfrom keras.layers import *\n',
  keras2: 'from tensorflow import keras\nfrom tensorflow.keras import Input\nfrom tensorflow.keras.layers import *\n',
};

/** The imports that examples stand behind. */
export function exampleHead(generation: 'keras2' | 'keras3'): string {
  return HEADS[generation];
}

/** The examples as one program of a generation, one a line; real Keras can run it, too. */
export function exampleProgram(examples: readonly string[], generation: 'keras2' | 'keras3'): string {
  return `${exampleHead(generation)}${examples.map((example) => `${RESULT}${example}\n`).join('')}`;
}

/**
 * Runs them all. Throws an Error that names the examples that are refused, or whose shape is not known: a page would
 * be wrong.
 */
export async function runExamples(examples: readonly string[], generation: 'keras2' | 'keras3'): Promise<Results> {
  const service = await createService({ extraPaths: [] });
  const text = exampleProgram(examples, generation);
  const { analysis, program } = service.analyse('file:///examples.py', text);
  const [file] = traceJson(analysis, program, DEFAULT_SETTINGS);
  const first = HEADS[generation].split('\n').length;
  const results = new Map<string, string>();
  const faults = (file?.diagnostics ?? [])
    .filter(({ severity }) => severity === 'error')
    .map(({ range, message }) => `${examples[range.start.line - first]}: ${message}`);
  for (const [index, example] of examples.entries()) {
    const line = first + index;
    const isWhole = ({ start, end }: JsonRange) =>
      start.line === line && start.column === RESULT.length + 1 && end.column === RESULT.length + example.length + 1;
    const call = file?.calls.find(({ range }) => isWhole(range));
    const array = file?.arrays.find(({ range, name }) => range.start.line === line && name === 'x');
    const given = call?.observations[0]?.output ?? array?.output;
    const shown = given ? outputText(given) : '?';
    if (shown.includes('?')) faults.push(`${example}: gives ${shown}`);
    results.set(example, shown);
  }
  if (faults.length > 0) throw new Error(`examples that do not hold:\n${faults.join('\n')}`);
  return results;
}

function outputText(output: JsonOutput): string {
  if (output === null) return 'None';
  if (Array.isArray(output)) return `[${output.map(outputText).join(', ')}]`;
  const one = output as Exclude<JsonOutput, null | readonly JsonOutput[]>;
  if ('dict' in one) {
    return `{${Object.entries(one.dict)
      .map(([key, item]) => `'${key}': ${outputText(item)}`)
      .join(', ')}}`;
  }
  if (one.shape === '?') return '?';
  const sizes = one.shape.map((size) => (size === null ? 'None' : String(size)));
  return `(${sizes.join(', ')}${sizes.length === 1 ? ',' : ''})`;
}
