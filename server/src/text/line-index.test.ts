import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LineIndex } from './line-index';

describe('line index', () => {
  const text = 'ab\ncd\r\n\re😀f';
  const index = new LineIndex(text);

  it('ends lines at line feeds, carriage returns, and both together', () => {
    const lines = Array.from({ length: index.lineCount }, (_, line) =>
      text.slice(index.lineStart(line), index.lineEnd(line)),
    );
    assert.deepEqual(lines, ['ab', 'cd', '', 'e😀f']);
  });

  it('goes from offsets to places and back', () => {
    for (let offset = 0; offset <= text.length; offset++) {
      const position = index.position(offset);
      // An offset between carriage return and line feed is none to go back to.
      if (offset !== 6) assert.equal(index.offset(position), offset);
    }
    assert.deepEqual(index.position(3), { line: 1, column: 0 });
    assert.deepEqual(index.position(11), { line: 3, column: 3 });
  });

  it('takes places outside of the text to its nearest', () => {
    assert.equal(index.offset({ line: -1, column: 3 }), 0);
    assert.equal(index.offset({ line: 0, column: 99 }), 2);
    assert.equal(index.offset({ line: 99, column: 0 }), text.length);
    assert.deepEqual(index.position(-1), { line: 0, column: 0 });
    assert.equal(index.offset(index.position(99)), text.length);
  });

  it('of an edited text is that of the text', () => {
    let seed = 1;
    const below = (most: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return Math.floor((seed / 2 ** 31) * most);
    };
    const pieces = ['\n', 'a', '\nb\n', '', '\r\n', 'xyz'];
    for (const count of [4, 6]) {
      let text = '';
      let index = new LineIndex(text);
      for (let i = 0; i < 500; i++) {
        const start = below(text.length + 1);
        const end = Math.min(text.length, start + below(4));
        text = text.slice(0, start) + pieces[below(count)] + text.slice(end);
        index = new LineIndex(text, index);
        const fresh = new LineIndex(text);
        const starts = (one: LineIndex) => Array.from({ length: one.lineCount }, (_, line) => one.lineStart(line));
        assert.deepEqual(starts(index), starts(fresh), JSON.stringify(text));
      }
    }
  });
});
