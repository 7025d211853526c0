// A text that a person opens must not make a regular expression try without an end. Each literal of the product is run
// on long runs of what its classes take, with something behind that it does not take.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { type RegexLiteral, regexLiterals } from './regex-literals';

const PUMPS = [
  ' ',
  '\t',
  '\n',
  'a',
  'A',
  '0',
  '_',
  '.',
  ',',
  '-',
  '(',
  ')',
  '[',
  '#',
  '"',
  "'",
  '\\',
  '`',
  '=',
  ':',
  '/',
  '*',
];
const PAIRS = ['a ', 'a.', 'a,', '0,', ' ,', 'a_', 'aA', 'Aa', '0.', '1e', '# ', '()', '\\"', '\n '];
/** Growing lengths: an exponential one shows at the first, and is not asked for more. */
const LENGTHS = [24, 100, 400, 1600];
/** What is quicker than this in milliseconds is not looked at again. */
const NOTICED = 5;
/** It may take as long as so many turns of one that grows with the square, on the longest text. */
const TURNS = 20;
const SQUARE = /^a+a+$/;
const LONGEST = `${'a'.repeat(1600)}\u0001`;

const files = ['server/src', 'client/src'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .map((path) => join(folder, path)),
);

describe('regular expressions', () => {
  test('end soon on any text', () => {
    let count = 0;
    const slow: string[] = [];
    for (const file of files) {
      for (const literal of regexLiterals(readFileSync(file, 'utf8'))) {
        count += 1;
        const pump = slowOn(literal);
        if (pump !== null) slow.push(`${file}:${literal.line} /${literal.pattern}/ on ${JSON.stringify(pump)}`);
      }
    }
    assert.ok(count > 100, `only ${count} were found`);
    assert.deepEqual(slow, []);
  });

  test('one that tries without an end is seen', () => {
    assert.equal(slowOn({ pattern: '^(a+)+$', flags: '', line: 1 }), 'a');
    const template = ['const e = `/$', '{f(/[/"]`/g)}/`; return /g/u;'].join('');
    const found = regexLiterals(`const a = b / c / d; // /x/\n${template}`);
    assert.deepEqual(
      found.map(({ pattern }) => pattern),
      ['[/"]`', 'g'],
    );
  });
});

/** What it takes too long on; null where there is nothing. */
function slowOn({ pattern, flags }: RegexLiteral): string | null {
  const expression = new RegExp(pattern, flags.replace(/[gy]/g, ''));
  // What it begins with must be there for the rest to be tried at all.
  const starts = ['', ...new Set([/^\^?(\w+)/.exec(pattern)?.[1] ?? '', pattern.replace(/[\\^$].*/, '').slice(0, 8)])];
  for (const pump of [...PUMPS, ...PAIRS]) {
    for (const start of starts) {
      for (const length of LENGTHS) {
        const text = `${start}${pump.repeat(length)}\u0001`;
        // On a busy machine a quick one may take long once.
        const isSlow = () => timeOf(expression, text) > timeOf(SQUARE, LONGEST, TURNS);
        if (timeOf(expression, text) > NOTICED && [1, 2, 3].every(isSlow)) return pump;
      }
    }
  }
  return null;
}

/** Milliseconds of processor time, which some machines count by steps of several. */
function timeOf(expression: RegExp, text: string, turns = 1): number {
  const before = process.cpuUsage();
  for (let i = 0; i < turns; i++) expression.test(text);
  return process.cpuUsage(before).user / 1000;
}
