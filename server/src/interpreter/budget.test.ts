import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runPython } from './testing';

const HOSTILE: Readonly<Record<string, string>> = {
  'an endless loop': 'while True: pass',
  'a huge list': 'x = [0] * 10 ** 12',
  'a huge power': 'x = 2 ** 10 ** 10',
  'a huge shift': 'x = 1 << 10 ** 12',
  'a long range': 'for i in range(10 ** 9): x = i',
  'a list of a long range': 'x = list(range(10 ** 9))',
  'a long comprehension': 'x = [i * i for i in range(10 ** 8)]',
  'endless recursion': 'def f(n): return f(n + 1)\nx = f(0)',
  'mutual recursion': 'def f(n): return g(n) + g(n)\ndef g(n): return f(n) + f(n)\nx = f(0)',
  'a list that holds itself': 'x = []\nx.append(x)\ny = repr(x)\nz = x == x',
  'an endless generator': 'def f():\n    while True: yield 1\nx = list(f())',
  'an endless iterator':
    'class It:\n    def __iter__(self): return self\n    def __next__(self): return 1\nx = list(It()), sum(It()), max(It())',
  'an endless iterator that parts and raises':
    'class It:\n    def __iter__(self): return self\n    def __next__(self):\n        if unknown > 1: raise StopIteration\n        return unknown\nx, *y = It()',
  'a list that grows while it is read': 'x = [1]\nfor i in x: x.append(i)',
  'strings that double': "x = 'a'\nfor i in range(60): x += x",
  'lists that double': 'x = [1]\nfor i in range(60): x = x + x',
  'deep expressions': `x = ${'('.repeat(3000)}1${')'.repeat(3000)}`,
  'a long sum': `x = ${'1 + '.repeat(20000)}1`,
  'deep lists': `x = ${'['.repeat(2000)}${']'.repeat(2000)}`,
  'nested loops': 'for a in range(1000):\n    for b in range(1000):\n        for c in range(1000): x = a',
  'recursion through operators': 'class A:\n    def __add__(self, o): return self + o\nx = A() + 1',
  'recursion through repr': 'class A:\n    def __repr__(self): return repr(self)\nx = repr(A())',
  'recursion through attributes': 'class A:\n    def __getattr__(self, n): return getattr(self, n)\nx = A().y',
  'format to a huge width': "x = f'{1:1000000000}'",
  'a product of everything': 'import itertools\nx = list(itertools.product(range(100), repeat=8))',
};

for (const [name, text] of Object.entries(HOSTILE)) {
  // What is not bounded never ends: the limit is for that alone.
  test(`bounded: ${name}`, { timeout: 60_000 }, async () => {
    const run = await runPython(`before = 1\n${text}\nafter = [before, 2]\n`);
    assert.equal(run.repr('before'), '1');
    assert.equal(run.repr('after'), '[1, 2]');
    assert.deepEqual(run.internalErrors, []);
  });
}

test('a statement whose time is over is unknown, and the others are not', async () => {
  let now = 0;
  const text = 'before = 1\nx = sum(i for i in range(50000))\nafter = [before, 2]\n';
  const clock = (): number => {
    now += 1000;
    return now;
  };
  const run = await runPython(text, { clock });
  assert.equal(run.repr('x'), '?: it takes too long to follow');
  assert.equal(run.repr('after'), '[1, 2]');
  assert.equal(run.trace.cut?.text, 'it takes too long to follow');
});

test('a text that a method of the program never finishes is not known', async () => {
  const run = await runPython(`
class Endless:
    def __repr__(self):
        return repr(Endless())
x = Endless()
y = 1
`);
  assert.equal(run.repr('x'), '?');
  assert.equal(run.repr('y'), '1');
});

test('a loop of few turns is followed however long they are, one of many is not', async () => {
  const run = await runPython(`few = 0
for i in range(4):
    for j in range(60000):
        few += 1
many = 0
for i in range(400000):
    many += 1
`);
  assert.equal(run.repr('few'), '240000');
  assert.notEqual(run.repr('many'), '400000');
});

test('a generator that goes on for too long is given up, the rest of the statement is not', async () => {
  const run = await runPython(`
def endless():
    while True: yield 1
def silent():
    while True:
        if 0: yield 1
x = [max(endless()), sum(1 for _ in endless()), next(silent()), 5][3]
def numbers(n):
    for i in range(n): yield i
y = sum(numbers(20000))
`);
  assert.equal(run.repr('x'), '5');
  assert.equal(run.repr('y'), '199990000');
});

test('a loop of which the first turns tell that it is too long is given up after them', async () => {
  const looks = async (text: string): Promise<number> => {
    let count = 0;
    const clock = (): number => {
      count += 1;
      return 0;
    };
    const run = await runPython(text, { clock });
    assert.match(run.repr('n') ?? '', /^\?/);
    return count;
  };
  // The clock is looked at every 5,000 steps.
  assert.equal(await looks('n = 0\nfor i in range(10 ** 6):\n    n += 1\n'), 0);
  // It might be left at any turn.
  assert.ok((await looks('n = 0\nfor i in range(10 ** 6):\n    n += 1\n    if n < 0: break\n')) > 20);
});

test('what holds the same parts again and again is given up, before anybody takes it apart', async () => {
  for (const more of ['[x, x]', '(x, x)', "{'a': x, 'b': x}"]) {
    const run = await runPython(`x = [1]\nfor k in range(60):\n    x = ${more}\ny = repr(x)\nz = x == x\n`);
    assert.match(run.repr('x') ?? '', /^\?/);
  }
  const few = await runPython('x = [1]\nfor k in range(3):\n    x = [x, x]\n');
  assert.equal(few.repr('x'), '[[[[1], [1]], [[1], [1]]], [[[1], [1]], [[1], [1]]]]');
});

test('attributes that are set while all are gone through cost what one does', async () => {
  const names = Array.from({ length: 300 }, (_, i) => `    a${i} = ${i}`).join('\n');
  const run = await runPython(`class Ops:\n${names}
ops = Ops()
for name, value in vars(Ops).items():
    if name[0] == 'a': setattr(ops, name, value)
def again():
    for turn in range(20):
        for name, value in ops.__dict__.items(): setattr(ops, name, value + 1)
again()
x = (ops.a7, len(vars(ops)), 'a7' in ops.__dict__, ops.__dict__.get('b', 0))
`);
  assert.equal(run.repr('x'), '(27, 300, True, 0)');
});
