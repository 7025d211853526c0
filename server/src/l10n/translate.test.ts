import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { translatorFor, unchanged } from './translate';
import { ZH_CN } from './zh-cn';

let say = unchanged;

describe('what the server says in Chinese', () => {
  before(async () => {
    say = await translatorFor('zh-cn');
  });

  test('is English for everyone else', async () => {
    assert.equal(await translatorFor('en'), unchanged);
    assert.equal(await translatorFor(undefined), unchanged);
    assert.equal(await translatorFor('de'), unchanged);
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
    assert.equal(say('requirements.txt:3 says tensorflow==2.4'), 'requirements.txt:3 写着 tensorflow==2.4');
    assert.equal(say('nothing that anyone says'), 'nothing that anyone says');
  });

  test('has every place of the English text', () => {
    const places = (text: string) => [...text.matchAll(/\{(\d+)/g)].map(([, place]) => place).sort();
    for (const [english, chinese] of ZH_CN) {
      assert.deepEqual(places(chinese), places(english), english);
      assert.match(chinese, /\p{Script=Han}|[\uFF00-\uFFEF]|^\{0:t\}/u, english);
    }
  });
});
