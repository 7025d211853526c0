import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import type { Analysis } from '../../analysis/analysis';
import { createService, type Service } from '../../node/service';
import { diagnostics } from '../diagnostics';
import { DEFAULT_SETTINGS } from '../settings';
import { inlayHints } from './index';

const PROGRAMS = ['autoencoder', 'unet', 'classifier', 'subclassed', 'helpers'];

/** A state of the text while it is typed, and where the cursor is. */
interface Typed {
  readonly text: string;
  readonly cursor: number;
}

/** Key by key, as an editor without help types it. */
function* plain(text: string): Iterable<Typed> {
  for (let length = 1; length <= text.length; length++) yield { text: text.slice(0, length), cursor: length };
}

const PAIRS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', "'": "'", '"': '"' };

/** Key by key in an editor that closes brackets and quotes, and types over what it has closed. */
function* closing(text: string): Iterable<Typed> {
  let before = '';
  let after = '';
  for (const key of text) {
    const other = PAIRS[key];
    if (after.startsWith(key)) after = after.slice(1);
    else if (other !== undefined && !/^\w/.test(after) && !(key === other && /\w$/.test(before))) after = other + after;
    before += key;
    yield { text: before + after, cursor: before.length };
  }
}

describe('while a program is typed from an empty file', () => {
  let service: Service;
  before(async () => {
    service = await createService({ extraPaths: [] });
  });

  /** Shapes at the ends of lines, by the line's number. */
  function shapes(analysis: Analysis): Map<number, string> {
    const all = { start: 0, end: analysis.text.length };
    return new Map(
      inlayHints(analysis, all, DEFAULT_SETTINGS)
        .filter(({ kind }) => kind === 'shape')
        .map(({ offset, label }) => [analysis.lines.position(offset).line, label]),
    );
  }

  const fresh = (text: string) => service.analyse('file:///fresh.py', text).analysis;

  const sessions = PROGRAMS.flatMap((name) => {
    const program = readFileSync(`test-fixtures/programs/${name}.py`, 'utf8');
    return [
      { name: `${name}, without help`, session: plain, program },
      { name: `${name}, with closing brackets`, session: closing, program },
    ];
  });
  for (const { name, session, program } of sessions) {
    test(`${name}, hints never show a wrong shape, and never go back and forth`, () => {
      const { analyzer } = service.analyzer('file:///typed.py');
      analyzer.update('');
      const seen = new Map<number, string[]>();
      for (const { text, cursor } of session(program)) {
        const analysis = analyzer.update(text, true);
        const now = shapes(analysis);
        // A run from scratch is slow: one in a few is looked at, all of them where a statement ends.
        if (cursor % 5 === 0 || text.endsWith('\n')) {
          const truth = shapes(fresh(text));
          const isHeld = analysis.trace.module.items.some((item) => analysis.isStale(item));
          for (const [line, label] of now) {
            if (label.endsWith('…') || label === truth.get(line)) continue;
            // While a statement is half typed, what was known before stays.
            assert.ok(isHeld, `${label} in line ${line}, which should be ${truth.get(line)}:\n${text}`);
            assert.equal(label, seen.get(line)?.at(-1), text);
          }
        }
        const lines = new Set([...seen.keys(), ...now.keys()]);
        for (const line of lines) {
          const label = (now.get(line) ?? '').replace(/ …$/, '');
          const labels = seen.get(line) ?? [];
          if (labels.at(-1) === label) continue;
          assert.ok(!labels.includes(label), `${labels.join(' | ')} | ${label} in line ${line}:\n${text}`);
          seen.set(line, [...labels, label]);
        }
      }
      assert.deepEqual(shapes(analyzer.analysis as Analysis), shapes(fresh(program)));
    });

    test(`${name}, pausing anywhere, hints neither vanish nor go back and forth`, () => {
      const { analyzer } = service.analyzer('file:///typed.py');
      analyzer.update('');
      const seen = new Map<number, string[]>();
      for (const { text } of session(program)) {
        analyzer.update(text, true);
        analyzer.settle();
        const now = shapes(analyzer.analysis as Analysis);
        for (const line of new Set([...seen.keys(), ...now.keys()])) {
          const label = (now.get(line) ?? '').replace(/ …$/, '');
          const labels = seen.get(line) ?? [];
          if (labels.at(-1) === label) continue;
          assert.ok(!labels.includes(label), `${labels.join(' | ')} | ${label} in line ${line}:\n${text}`);
          seen.set(line, [...labels, label]);
        }
      }
    });

    test(`${name}, there is never a problem while a statement is not complete`, () => {
      const { analyzer } = service.analyzer('file:///typed.py');
      analyzer.update('');
      for (const { text, cursor } of session(program)) {
        const analysis = analyzer.update(text, true);
        // A pause in the typing: only then problems are told.
        if (cursor % 7 === 0) analyzer.settle();
        const isComplete = analysis.module.problems.length === 0;
        if (!isComplete) assert.deepEqual(diagnostics(analyzer.analysis as Analysis, DEFAULT_SETTINGS), [], text);
      }
    });
  }
});
