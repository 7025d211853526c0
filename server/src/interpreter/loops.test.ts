import { test } from 'node:test';
import { expectRun, expectValues } from './testing';

test('loops over what is known run turn by turn', () =>
  expectValues(
    `
out = []
for i, (a, b) in enumerate([(1, 2), (3, 4)]):
    if i == 5:
        break
    out.append(a * b)
else:
    out.append('end')
n = 0
while n < 10:
    n += 1
    if n % 2:
        continue
    if n > 6:
        break
else:
    n = 'never'
grown = [1]
for x in grown:
    if x < 4:
        grown.append(x + 1)
`,
    { out: "[2, 12, 'end']", n: '8', grown: '[1, 2, 3, 4]', i: '1' },
  ));

test('loops over what is not known run to a fixpoint', () =>
  expectValues(
    `
import s
total, kept, items = 0, 5, []
for x in s.data:
    total += 1
    kept = 5
    items.append(x)
    inside = 1
n = len(items)
while s.more():
    kept = kept
`,
    { total: '?: changes in a loop', kept: '5', n: '?', inside: '?', x: '?' },
  ));

test('break and continue under unknown conditions', () =>
  expectValues(
    `
import s
for i in range(3):
    if s.x:
        break
    last = i
done = True
def f():
    total = 0
    for i in [1, 2, 3]:
        if s.skip(i):
            continue
        total = 1
    return i, total
i2, t = f()
found = None
for i in [1, 2]:
    if s.x(i):
        found = 1
        break
else:
    found = 1
`,
    { last: '?', done: 'True', i2: '3', t: '?', found: '1' },
  ));

test('while True ends only where it is left', () =>
  expectValues(
    `
import s
n = 0
while True:
    n = 1
    if s.done():
        m = 2
        break
def f():
    while True:
        if s.done():
            return 3
r = f()
`,
    { n: '1', m: '2', r: '3' },
  ));

test('endless loops are cut, and the rest goes on', async () => {
  const run = await expectRun(
    `
n = 0
while True:
    n += 1
after = 1
for i in range(10 ** 9):
    pass
last = 2
`,
    { after: '1', last: '2', n: '?' },
  );
  if (!run.trace.cut) throw new Error('the cut is not told');
});

test('break and continue in the else of a loop belong to the loop around it', () =>
  expectValues(
    `
import s
v1 = 0
for n in s.items:
    w = 3
    while w:
        w -= 1
        if n:
            break
    else:
        continue
    v1 += 1
v2 = 0
for i in [1, 2, 3]:
    for j in [1]:
        if s.x(i):
            break
    else:
        if i == 2:
            break
    v2 = 5
v3 = 0
for i in [1, 2, 3]:
    for j in [1]:
        pass
    else:
        if i == 2:
            continue
    v3 += i
`,
    { v1: '?', v2: '5', v3: '4' },
  ));
