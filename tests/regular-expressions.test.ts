// A text that a person opens must not make a regular expression try without an end. Each literal of the product is taken
// apart: none may take a time that grows with more than the length of the text, not even where it may begin anywhere.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { analyse } from 'scslre';
import { type RegexLiteral, regexLiterals } from './regex-literals';

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
        const pumps = slowOn(literal);
        if (pumps.length > 0) slow.push(`${file}:${literal.line} /${literal.pattern}/ on ${pumps.join(', ')}`);
      }
    }
    assert.ok(count > 100, `only ${count} were found`);
    assert.deepEqual(slow, []);
  });

  test('one that tries without an end is seen', () => {
    for (const pattern of ['^(a+)+$', '^a*b?a*$', 'a+$']) {
      assert.deepEqual(slowOn({ pattern, flags: '', line: 1 }), ['/a/'], pattern);
    }
    assert.deepEqual(slowOn({ pattern: '(?<!a)a+$', flags: '', line: 1 }), []);
    const template = ['const e = `/$', '{f(/[/"]`/g)}/`; return /g/u;'].join('');
    const found = regexLiterals(`const a = b / c / d; // /x/\n${template}`);
    assert.deepEqual(
      found.map(({ pattern }) => pattern),
      ['[/"]`', 'g'],
    );
  });
});

/** The characters of which many make it slow: exponentially, or with the square of their number. */
function slowOn({ pattern, flags }: RegexLiteral): string[] {
  const { reports } = analyse({ source: pattern, flags }, { reportTypes: { Move: true, Self: true, Trade: true } });
  return [...new Set(reports.map(({ character }) => `/${character.literal.source}/`))];
}
