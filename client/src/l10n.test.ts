import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { STRINGS } from './webview/strings';

type Texts = Readonly<Record<string, string>>;

const read = (path: string): Texts => JSON.parse(readFileSync(path, 'utf8'));

/** `{0}`, `` `code` `` and commands: what a translation must leave as it is. */
function fixedParts(text: string): string[] {
  return [...text.matchAll(/\{\d+\}|`[^`]*`|\(command:[^)]*\)/g)].map(([part]) => part).sort();
}

describe('the manifest in other languages', () => {
  const english = read('package.nls.json');
  const chinese = read('package.nls.zh-cn.json');

  test('names exactly the texts that there are', () => {
    const named = [...readFileSync('package.json', 'utf8').matchAll(/"%([^%"]+)%"/g)].map(([, name]) => name);
    assert.deepEqual([...new Set(named)].sort(), Object.keys(english).sort());
  });

  test('is complete in Chinese', () => {
    assert.deepEqual(Object.keys(chinese).sort(), Object.keys(english).sort());
    for (const [key, text] of Object.entries(chinese)) {
      assert.match(text, /\p{Script=Han}/u, key);
      assert.deepEqual(fixedParts(text), fixedParts(english[key] ?? ''), key);
    }
  });
});

describe('what the client says in other languages', () => {
  const chinese = read('l10n/bundle.l10n.zh-cn.json');

  test('is complete in Chinese, and has nothing that is not said', () => {
    const said = [...Object.values(STRINGS), ...sources().flatMap(saidIn)];
    assert.deepEqual(Object.keys(chinese).sort(), [...new Set(said)].sort());
  });

  test('keeps the places for values', () => {
    for (const [english, text] of Object.entries(chinese)) {
      assert.match(text, /\p{Script=Han}/u, english);
      assert.deepEqual(fixedParts(text), fixedParts(english));
    }
  });
});

function sources(): string[] {
  return readdirSync('client/src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join('client/src', name), 'utf8'));
}

/** Texts inside `l10n.t('…')`. */
function saidIn(source: string): string[] {
  return [...source.matchAll(/\bl10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, text = '']) => text.replace(/\\'/g, "'"));
}
