import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { readParserFiles } from '../server/src/node/wasm';
import { createParser, type PythonParser } from '../server/src/python/parse';
import { sameMeaning } from '../server/src/python/relaid';
import { applyEdits, type Edit } from '../server/src/text/edit';
import { EditedDocument, seen } from './incremental';
import { Random } from './random-edits';

/** Long files take long to be compared. */
const MOST = 6000;
const EDITS = 4;

const files = readdirSync('test-fixtures', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.py') && readFileSync(`test-fixtures/${path}`).length < MOST)
  .sort()
  .filter((_, i) => i % 6 === 0);

describe('a comment or another layout runs nothing, and what is shown stands where it stands now', () => {
  let parser: PythonParser;
  before(async () => {
    parser = await createParser(readParserFiles());
  });

  let compared = 0;
  for (const [i, path] of files.entries()) {
    test(path, () => {
      let text = readFileSync(`test-fixtures/${path}`, 'utf8');
      const random = new Random(i);
      const edited = new EditedDocument(parser, () => {});
      let analysis = edited.update(text);
      for (let n = 0; n < EDITS; n++) {
        const next = applyEdits(text, [layoutEdit(random, text)]);
        const [was, is] = [parser.parse(text).items, parser.parse(next).items];
        if (
          was.length !== is.length ||
          !was.every((item, at) => sameMeaning(item.statement, (is[at] ?? item).statement))
        )
          continue;
        if (parser.parse(next).problems.length > 0 || parser.parse(text).problems.length > 0) continue;
        const before = seen(analysis);
        analysis.whatIf([layoutEdit(random, text)], seen);
        assert.deepEqual(seen(analysis), before, `what-if ${n}:\n${text}`);
        analysis = edited.update(next);
        assert.equal(analysis.trace.counts.evaluated, 0, next);
        assert.deepEqual(seen(analysis), seen(new EditedDocument(parser, () => {}).update(next)), next);
        text = next;
        compared += 1;
      }
    });
  }

  test('is what most of the edits were', () => assert.ok(compared > files.length));
});

/** A comment behind a line, a blank line, a line break inside brackets, or a blank at an operator. */
function layoutEdit(random: Random, text: string): Edit {
  const ends = [...text.matchAll(/(?<=\S)$/gm)].map(({ index }) => index);
  const brackets = [...text.matchAll(/[([]|, /g)].map((found) => found.index + found[0].length);
  const blanks = [...text.matchAll(/ = /g)].map(({ index }) => index);
  const kinds: [readonly number[], string][] = [
    [ends, '  # said'],
    [ends, '\n'],
    [brackets, '\n        '],
    [blanks, ' '],
  ];
  const [places, newText] = random.of(kinds);
  const start = places[random.below(Math.max(1, places.length))] ?? 0;
  return { start, end: start, newText };
}
