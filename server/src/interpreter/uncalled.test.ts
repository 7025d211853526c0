import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Ran, RunTrace } from './ran';
import { runPython } from './testing';
import type { Trace } from './trace';

const TEXT = `class Net:
    def __init__(self, n): self.n = n
    def size(self): return [self.n]
def outer(x):
    def inner(): return x
    return helper(x)
def helper(x): return x
def called(n): return n + 1
a = called(1)
net = Net(3)
`;

/** What entering functions that nobody calls has told. */
function entered(trace: Trace): Ran[] {
  return (trace as RunTrace).runs.filter(({ logs }) => logs.order >= 2 ** 30);
}

function names(trace: Trace): string[] {
  return entered(trace).map((ran) => (ran as Ran & { value: { name: string } }).value.name);
}

test('functions that nobody calls are entered, their callers first', async () => {
  const { trace } = await runPython(TEXT);
  assert.deepEqual(names(trace), ['size', 'outer']);
});

test('what entering them has told stands where nothing that they look at is different', async () => {
  const run = await runPython(TEXT);
  const before = entered(run.trace);
  const other = run.edit(TEXT.replace('called(1)', 'called(12)'));
  assert.deepEqual(other.counts, { evaluated: 1, kept: 5 });
  assert.ok(entered(other).every((ran, i) => ran === before[i]));
  const another = entered(run.edit(TEXT.replace('n + 1', 'n + 2')));
  assert.ok(another.every((ran, i) => ran === before[i]));
});

test('a function is entered as long as nobody calls it', async () => {
  const run = await runPython(TEXT);
  assert.deepEqual(names(run.edit(`${TEXT}b = outer(2)\n`)), ['size', 'inner']);
  assert.deepEqual(names(run.edit(`${TEXT}b = net.size()\n`)), ['outer']);
  assert.deepEqual(names(run.edit(TEXT)), ['size', 'outer']);
  assert.deepEqual(names(run.edit(TEXT.replace('called(1)', '1'))), ['size', 'outer', 'called']);
});

test('a method is entered again on another first instance', async () => {
  const run = await runPython(TEXT);
  const [size] = entered(run.trace);
  const edited = run.edit(TEXT.replace('a = called(1)', 'a = Net(4)'));
  assert.notEqual(entered(edited)[0], size);
  const again = run.edit(TEXT);
  assert.notEqual(entered(again)[0], entered(edited)[0]);
});

test('a try leaves those that were entered as they were', async () => {
  const run = await runPython(TEXT);
  const before = entered(run.trace);
  const tried = run.parse(`${TEXT}b = outer(2)\n`);
  assert.deepEqual(run.program.whatIf(tried, names), ['size', 'inner']);
  const after = entered(run.edit(`${TEXT}c = 1\n`));
  assert.equal(after.length, before.length);
  assert.ok(after.every((ran, i) => ran === before[i]));
});
