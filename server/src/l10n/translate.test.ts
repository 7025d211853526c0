import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { RULES } from '../rules';
import { translatorFor, unchanged } from './translate';
import { ZH_CN } from './zh-cn';

const say = translatorFor('zh-cn');

describe('what the server says in Chinese', () => {
  test('is English for everyone else', () => {
    assert.equal(translatorFor('en'), unchanged);
    assert.equal(translatorFor(undefined), unchanged);
    assert.equal(translatorFor('de'), unchanged);
  });

  test('is said sentence by sentence, with names and numbers in their places', () => {
    assert.equal(
      say(
        'Conv2D: kernel 40 is larger than 26.\nKeras raises when a layer leaves nothing of its input.\nUse a smaller window, or keep the size with padding="same".',
      ),
      'Conv2D：卷积核 40 大于 26。\n当某层使输入一点不剩时，Keras 会报错。\n使用更小的窗口，或用 padding="same" 保持大小。',
    );
    assert.equal(
      say('Add padding="same" — output becomes (None, 32, 32, 1), as the input'),
      '加上 padding="same" — 输出变为 (None, 32, 32, 1)，与输入相同',
    );
    assert.equal(say('4,385 parameters'), '4,385 个参数');
    assert.equal(say('nothing that anyone says'), 'nothing that anyone says');
  });

  test('has every place of the English text', () => {
    const places = (text: string) => [...text.matchAll(/\{(\d+)/g)].map(([, place]) => place).sort();
    for (const [english, chinese] of ZH_CN) {
      assert.deepEqual(places(chinese), places(english), english);
      assert.match(chinese, /\p{Script=Han}|^\{0:t\}/u, english);
    }
  });

  test('is complete for rules, fixes and lenses', () => {
    // Titles and pages of rules are read in settings and documents, not said.
    const read = new Set(
      RULES.flatMap(({ title, page }) => [title, ...Object.values(page)]).map((text) => text.replaceAll('`', '')),
    );
    const missing = [...sources('server/src/rules'), ...sources('server/src/features/code-actions')]
      .concat(['server/src/features/outcomes.ts', 'server/src/features/code-lens.ts', 'server/src/features/what-if.ts'])
      .flatMap((path) => textsIn(readFileSync(path, 'utf8')).map((text) => [path, text] as const))
      .filter(([, text]) => say(text) === text && !read.has(text))
      .map(([path, text]) => `${path}: ${text}`);
    assert.deepEqual(missing, []);
  });
});

function sources(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'page.ts' && name !== 'rule.ts')
    .map((name) => join(folder, name));
}

/** What a source says: what stands behind `what:`, `why:`, `next:`, `title:` and `message:`, with values filled in. */
function textsIn(source: string): string[] {
  const spoken = source.replace(/page: \{.*?\n {2}\},/gs, '').replace(/^\s*title: '[^']*',\n\s*page/gm, '');
  const found = [...spoken.matchAll(/\b(what|why|next|title|message):\s([^;{}]*?)(?:,\n|\s\}|$)/gm)];
  return found
    .flatMap(([, , value = '']) => [...value.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)])
    .map(([, plain, template]) => (plain ?? template ?? '').replace(/\$\{[^}]*\}/g, 'X').replace(/\\(.)/g, '$1'))
    .map((text) => text.replaceAll('`', ''))
    .filter((text) => /[a-z]{2,} [a-z"(]/i.test(text));
}
