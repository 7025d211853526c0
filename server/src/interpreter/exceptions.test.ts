import { test } from 'node:test';
import { expectRun, expectValues } from './testing';

test('handlers, else, finally', () =>
  expectValues(
    `
def f(x):
    log = []
    try:
        log.append('try')
        if x == 1:
            raise ValueError('v')
        if x == 2:
            return log
        {}['missing'] if x == 3 else None
    except (ValueError, TypeError) as error:
        log.append(str(error))
    except KeyError:
        log.append('key')
    else:
        log.append('else')
    finally:
        log.append('finally')
    return log
a, b, c, d = f(0), f(1), f(2), f(3)
def g():
    for i in range(3):
        try:
            continue
        finally:
            if i == 1:
                break
    return i
e = g()
def h():
    try:
        return 'try'
    finally:
        return 'finally'
k = h()
`,
    {
      a: "['try', 'else', 'finally']",
      b: "['try', 'v', 'finally']",
      c: "['try', 'finally']",
      d: "['try', 'key', 'finally']",
      e: '1',
      k: "'finally'",
    },
  ));

test('raise alone, raise from, custom exceptions', () =>
  expectValues(
    `
class Mine(ValueError):
    def __init__(self, n):
        super().__init__('mine', n)
        self.n = n
try:
    try:
        raise Mine(3)
    except ValueError as e:
        n = e.n
        raise
except Mine as again:
    args = again.args
try:
    try:
        1 / 0
    except ZeroDivisionError as z:
        raise RuntimeError('r') from z
except RuntimeError as r:
    cause = type(r.__cause__).__name__
    message = str(r)
bound = 'e' in globals()
`,
    { n: '3', args: "('mine', 3)", cause: "'ZeroDivisionError'", message: "'r'", bound: 'False' },
  ));

test('an uncaught exception ends one top-level statement', async () => {
  const run = await expectRun(
    `
a = 1
b = undefined + 1
c = a + 1
d = b
if a:
    e = 1
    f = 1 / 0
    g = 2
`,
    { a: '1', b: '?: NameError', c: '2', d: '?: NameError', e: '1', f: '?: ZeroDivisionError', g: '2' },
  );
  const raised = run.trace.events.map((event) => event.facts.exception);
  if (raised.join() !== 'NameError,ZeroDivisionError') throw new Error(raised.join());
});

test('what is not known may raise', () =>
  expectValues(
    `
try:
    import cv2
    has = True
except ImportError:
    cv2 = None
    has = False
import s
n = 1
try:
    s.connect()
    n = 8
except ValueError:
    n = 1
m = 1
try:
    s.connect()
    m = 8
except KeyboardInterrupt:
    m = 1
k = 0
try:
    s.connect()
finally:
    k = 1
def f():
    try:
        return int(s.text)
    except ValueError:
        return 3
r = f()
`,
    { has: '?', cv2: '?', n: '?', m: '8', k: '1', r: '?' },
  ));

test('contextlib.suppress and managers that swallow', () =>
  expectValues(
    `
class Swallow:
    def __init__(self):
        self.seen = None
    def __enter__(self):
        return self
    def __exit__(self, kind, error, trace):
        self.seen = kind.__name__ if kind else None
        return True
with Swallow() as w:
    before = 1
    raise ValueError
after = w.seen
def f():
    with Swallow() as w:
        return 5
v = f()
`,
    { before: '1', after: "'ValueError'", v: '5' },
  ));
