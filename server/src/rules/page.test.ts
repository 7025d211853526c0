import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { RULES } from '.';
import { indexText, pageText } from './page';

describe('the pages of the rules (npm run generate)', () => {
  for (const rule of RULES) {
    test(rule.code, () => assert.equal(readFileSync(`docs/rules/${rule.code}.md`, 'utf8'), pageText(rule)));
  }

  test('are listed, and there are no others', () => {
    assert.equal(readFileSync('docs/rules/README.md', 'utf8'), indexText(RULES));
    assert.deepEqual(readdirSync('docs/rules').sort(), [...RULES.map((rule) => `${rule.code}.md`), 'README.md'].sort());
  });

  test('no code is used twice', () => assert.equal(new Set(RULES.map((rule) => rule.code)).size, RULES.length));
});
