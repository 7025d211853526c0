/** How long a call of a layer takes: its constructor, binding, checks, shape and weights, as the interpreter runs it. */
import { performance } from 'node:perf_hooks';
import { LAYER_FAMILIES } from '../../server/src/catalogue/keras/layers';
import { createService } from '../../server/src/node/service';
import { exampleHead } from '../pages/examples';

/** Calls in one measurement. */
const CALLS = 300;
const REPEATS = 5;

export interface FamilyTimes {
  readonly title: string;
  readonly layers: number;
  /** Microseconds of a call: the median over the family's layers, and its slowest layer. */
  readonly median: number;
  readonly slowest: { readonly name: string; readonly time: number };
}

/** Every layer with the example of its page, called again and again on inputs that are there already. */
export async function layerTimes(): Promise<FamilyTimes[]> {
  const service = await createService({ extraPaths: [] });
  const run = (text: string): number => {
    const start = performance.now();
    service.analyse('file:///bench.py', text);
    return performance.now() - start;
  };
  return LAYER_FAMILIES.map(({ title, layers }) => {
    const times = layers.flatMap(({ name, rule, onlyIn }) => {
      if (!rule.example) return [];
      const generation = onlyIn === 'keras2' ? 'keras2' : 'keras3';
      const text = (calls: number) => exampleHead(generation) + loop(rule.example ?? '', calls);
      const samples = Array.from({ length: REPEATS }, () => run(text(CALLS + 1)) - run(text(1)));
      return { name, time: (1000 * median(samples)) / CALLS };
    });
    times.sort((a, b) => b.time - a.time);
    const [slowest = { name: '', time: 0 }] = times;
    return { title, layers: times.length, median: median(times.map(({ time }) => time)), slowest };
  });
}

/** The example in a loop, its inputs made before. */
function loop(example: string, calls: number): string {
  const inputs: string[] = [];
  const call = example.replace(/Input\(\([^()]*\)[^()]*\)/g, (input) => `i${inputs.push(input) - 1}`);
  const made = inputs.map((input, index) => `i${index} = ${input}\n`).join('');
  return `${made}for _ in range(${calls}):\n    x = ${call}\n`;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
