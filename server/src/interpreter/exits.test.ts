import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { While } from '../python/ast';
import { testParser } from '../python/testing';
import { isEndless } from './exits';

const LOOPS: readonly (readonly [string, boolean])[] = [
  ['while True: x = f()', true],
  ['while 1:\n    for i in y:\n        break', true],
  ['while True:\n    def f():\n        return 1\n    class A:\n        x = f()', true],
  ['while True:\n    for i in y: pass\n    else: break', false],
  ['while True:\n    if x: break', false],
  ['while True:\n    with f(): raise x', false],
  ['while True:\n    y = yield x', true],
  ['while True:\n    while x: return', false],
  ['while x: y = f()', false],
];

for (const [text, endless] of LOOPS) {
  test(`${endless ? 'endless' : 'may be left'}: ${text.replaceAll('\n', ' ')}`, async () => {
    const indented = text.replaceAll('\n', '\n    ');
    const { items } = (await testParser()).parse(`def g():\n    ${indented}\n`);
    const [definition] = items;
    const loop = (definition as unknown as { statement: { body: While[] } }).statement.body[0] as While;
    assert.equal(isEndless(loop), endless);
  });
}
