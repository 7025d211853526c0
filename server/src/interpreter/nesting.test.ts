import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runPython } from './testing';

const ENDLESS = `before = 1
def build(n):
    here = [n, n + 1]
    return build(here[1])
x = build(0)
after = [before, 2]
`;

test('calls without end tell the same however many the stack would hold', async () => {
  const run = await runPython(ENDLESS);
  assert.match(run.repr('x') ?? '', /calls of `build` are nested too deeply to follow/);
  assert.equal(run.repr('after'), '[1, 2]');
  const told = run.trace.bindings.filter(({ name }) => name === 'here').length;
  assert.equal(told, 100);
  // What is compiled by now takes less of the stack.
  for (let i = 0; i < 20; i++) run.edit(ENDLESS.replace('build(0)', `build(${i})`));
  assert.equal(run.trace.bindings.filter(({ name }) => name === 'here').length, told);
});

test('the same in a function that nobody calls', async () => {
  const { trace, internalErrors } = await runPython(ENDLESS.replace('x = build(0)', 'x = 3'));
  assert.equal(trace.bindings.filter(({ name }) => name === 'here').length, 100);
  assert.deepEqual(internalErrors, []);
});

test('calls that come to an end are followed', async () => {
  const run = await runPython('def total(n):\n    return 0 if n == 0 else n + total(n - 1)\nx = total(400)\n');
  assert.equal(run.repr('x'), '80200');
});
