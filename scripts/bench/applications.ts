/** How long the builders of `keras.applications` take, once the modules that they stand in are interpreted. */
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { createService } from '../../server/src/node/service';

export interface BuilderTime {
  /** The call that makes the model. */
  readonly call: string;
  /** The whole program. */
  readonly program: string;
  /** Milliseconds of a run of the call: the median of some. */
  readonly time: number;
}

const REPEATS = 3;

interface Driver {
  readonly program: string;
  readonly refused?: boolean;
}

/**
 * Every builder that Keras does not refuse, with several kinds of arguments.
 * @param extraPaths where a Keras is whose source is interpreted; without one the catalogue's knowledge is used
 */
export async function builderTimes(extraPaths: readonly string[]): Promise<BuilderTime[]> {
  const service = await createService({ extraPaths });
  const drivers = JSON.parse(readFileSync('test-fixtures/applications.json', 'utf8')) as Driver[];
  const built = drivers.filter(({ refused }) => !refused);
  return built.map(({ program }, index) => {
    const { analyzer } = service.analyzer(`file:///builder${index}.py`);
    analyzer.update(`${program}\n`);
    const at = program.lastIndexOf('model = ');
    const head = program.slice(0, at);
    const call = program.slice(at + 'model = '.length).trimEnd();
    // Another name for the model runs the call again, and leaves what it imports as it is. (Parentheses would not do:
    // they leave the statement's meaning as it was, so nothing runs.)
    const samples = Array.from({ length: REPEATS }, (_, repeat) => {
      const edited = `${head}model_${repeat} = ${call}\n`;
      const start = performance.now();
      analyzer.update(edited);
      return performance.now() - start;
    }).sort((a, b) => a - b);
    return { call, program, time: samples[REPEATS >> 1] ?? 0 };
  });
}
