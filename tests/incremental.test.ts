import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { readParserFiles } from '../server/src/node/wasm';
import { createParser, type PythonParser } from '../server/src/python/parse';
import { compareWhileEditing } from './incremental';

const files = readdirSync('test-fixtures', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.py'))
  .sort();
const EDITS = Number(process.env.EDITS ?? 8);
const SEED = Number(process.env.SEED ?? 1);

describe('a document after random edits is like one that is opened with the same text', () => {
  let parser: PythonParser;
  before(async () => {
    parser = await createParser(readParserFiles());
  });

  for (const [i, path] of files.entries()) {
    // The longest ones are lists of calls without an end.
    const text = readFileSync(`test-fixtures/${path}`, 'utf8').slice(0, 4000);
    test(path, () => {
      const every = Math.min(8, EDITS);
      assert.ok(compareWhileEditing(parser, text, { seed: SEED * 1000 + i, edits: EDITS, every }) > 0);
    });
  }
});
