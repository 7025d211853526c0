import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { code, count, escapeMarkdown, plural, pythonBlock, withoutCodeSpans } from './markdown';

describe('Markdown from text of the program', () => {
  test('stays text', () => {
    assert.equal(escapeMarkdown('[x](command:evil)'), '\\[x\\]\\(command:evil\\)');
    assert.equal(escapeMarkdown('a_b*c<img>'), 'a\\_b\\*c\\<img\\>');
    assert.equal(escapeMarkdown('one\ntwo'), 'one two');
  });

  test('stays in its code span, whatever backticks it has', () => {
    assert.equal(code('x'), '`x`');
    assert.equal(code('a`b'), '``a`b``');
    assert.equal(code('`'), '`` ` ``');
    assert.equal(code('a\nb'), '`a b`');
    assert.equal(pythonBlock('"""```"""'), '````python\n"""```"""\n````');
  });

  test('numbers and prose', () => {
    assert.equal(count(1234567), '1,234,567');
    assert.equal(count(85), '85');
    assert.equal(plural(1, 'parameter'), '1 parameter');
    assert.equal(plural(4385, 'parameter'), '4,385 parameters');
    assert.equal(withoutCodeSpans('Add `padding="same"` here'), 'Add padding="same" here');
  });
});
