import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readParserFiles } from '../../server/src/node/wasm';
import { createParser } from '../../server/src/python/parse';
import { compareWhileEditing } from '../../tests/incremental';

interface EditsOptions {
  readonly seed: number;
  readonly count: number;
  /** The folder of the Python files that are edited, and how many of them are. */
  readonly programs: string;
  readonly files: number;
  readonly every: number;
  readonly onFile: (path: string, edits: number, fault: string | null) => void;
}

/** Edits files at random, each by itself. Gives how often an edited document was compared with a fresh one. */
export async function editAll({ seed, count, programs, files, every, onFile }: EditsOptions): Promise<number> {
  const all = readdirSync(programs, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.py'))
    .sort();
  // Spread over the folder, so that all kinds of programs are among them.
  const chosen = all.filter(
    (_, i) => Math.floor((i * files) / all.length) !== Math.floor(((i - 1) * files) / all.length),
  );
  const parser = await createParser(readParserFiles());
  const edits = Math.ceil(count / chosen.length / every) * every;
  let compared = 0;
  for (const [i, path] of chosen.entries()) {
    let fault: string | null = null;
    try {
      compared += compareWhileEditing(parser, readFileSync(join(programs, path), 'utf8'), {
        seed: seed * 1_000_003 + i,
        edits,
        every,
      });
    } catch (error) {
      fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
    }
    onFile(path, edits, fault);
  }
  return compared;
}
