eg = ExceptionGroup('eg', [ValueError(1), TypeError('t'), ExceptionGroup('inner', [KeyError('k'), ValueError(2)])])
a, b = eg.split(ValueError)
c = eg.subgroup(lambda e: isinstance(e, KeyError)), eg.subgroup(OSError), eg.subgroup((TypeError, KeyError))
d = eg.message, eg.exceptions, str(eg), eg.derive([OSError('x')]), isinstance(eg, Exception), ExceptionGroup.__mro__
def attempt(f, *a):
    try: return f(*a)
    except BaseException as e: return type(e).__name__, str(e)
e = [attempt(ExceptionGroup, *x) for x in [(), ('a',), ('a', []), ('a', 5), (5, [ValueError()]), ('a', [1]), ('a', [KeyboardInterrupt()])]]
f = BaseExceptionGroup('b', [ValueError(1)]), BaseExceptionGroup('b', [KeyboardInterrupt()]), attempt(eg.split, 5)
# ---
log = []
try:
    raise ExceptionGroup('g', [ValueError(1), TypeError(2), ExceptionGroup('n', [ValueError(3), OSError(4)])])
except* ValueError as e:
    log.append(e)
except* (TypeError, OSError) as e:
    log.append((e.message, [type(x).__name__ for x in e.exceptions]))
else:
    log.append('else')
finally:
    log.append('finally')
try:
    try:
        raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
    except* ValueError as e:
        raise KeyError('new')
except ExceptionGroup as e:
    r = e, e.exceptions[0].__context__
try:
    try:
        raise ValueError('naked')
    except* ValueError as e:
        s = e
        raise
except ExceptionGroup as e:
    t = e
try:
    try:
        raise ExceptionGroup('h', [ValueError(1), TypeError(2), OSError(3)])
    except* TypeError:
        raise
    except* OSError:
        pass
except ExceptionGroup as e:
    u = e
class MyEG(ExceptionGroup):
    def derive(self, excs): return MyEG(self.message + '!', excs)
try:
    raise MyEG('m', [ValueError(1), KeyError(2)])
except* KeyError as e:
    v = e
except* ValueError as e:
    w = e
# ---
def f():
    try:
        raise ValueError('a')
    except ValueError as e:
        try:
            raise KeyError('b') from e
        except KeyError as k:
            return k, k.__cause__, k.__context__, k.__suppress_context__
r = f()
def g():
    try:
        try:
            1 / 0
        finally:
            {}['missing']
    except KeyError as e:
        return e.__context__, e.__cause__, e.__suppress_context__
s = g()
def h():
    try:
        raise OSError from None
    except OSError as e:
        return e.__cause__, e.__suppress_context__, e.__traceback__ is None
t = h()
def i():
    try: raise 5
    except TypeError as e: a = str(e)
    try: raise ValueError from 5
    except TypeError as e: b = str(e)
    try: raise
    except RuntimeError as e: c = str(e)
    try:
        try: 1 / 0
        except 5: pass
    except TypeError as e: d = str(e), e.__context__
    return a, b, c, d
u = i()
def j():
    try: nope
    except NameError as e: a = e.name, e.args
    try: (5).nope
    except AttributeError as e: b = e.name, e.obj, e.args
    try: raise ImportError('m', name='n', path='p')
    except ImportError as e: c = e.msg, e.name, e.path, e
    try: raise StopIteration(3)
    except StopIteration as e: d = e.value
    try: raise SystemExit(4)
    except SystemExit as e: g = e.code
    e = OSError(2, 'No such file', 'f.txt')
    return a, b, c, d, g, type(e).__name__, str(e), e.errno, e.strerror, e.filename, OSError('x').errno, e.args
v = j()
# ---
def f():
    try: return 'try'
    finally: log.append('f')
def g():
    try: 1 / 0
    except ZeroDivisionError: return 'except'
    else: return 'else'
    finally: return 'finally'
def h():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            log.append(i)
        finally:
            log.append(('fin', i))
    else:
        log.append('never')
    return 'h'
def k():
    while True:
        try: return 1
        finally: break
    return 2
def m():
    try:
        try: raise ValueError('inner')
        finally: raise KeyError('outer')
    except KeyError as e: return repr(e.__context__)
log = []
r = f(), g(), h(), k(), m(), log
try:
    e = 'kept'
    raise ValueError
except ValueError as e:
    pass
try:
    e
except NameError as x:
    s = str(x)
class CM:
    def __init__(self, swallow): self.s = swallow
    def __enter__(self): log2.append('enter'); return self
    def __exit__(self, t, v, tb): log2.append((t and t.__name__, str(v), tb is not None)); return self.s
log2 = []
with CM(True) as a, CM(False) as b:
    raise ValueError('in')
try:
    with CM(False):
        raise KeyError('out')
except KeyError:
    log2.append('caught')
def ret():
    with CM(True): return 'from with'
t = ret(), log2
# ---
class E(Exception):
    def __init__(self, code, *args):
        super().__init__(*args)
        self.code = code
    def __str__(self): return f'E{self.code}'
class F(E): pass
class G(Exception):
    def __init__(self, a, b=2): self.a = a
def attempt(f):
    try: return f()
    except Exception as e: return type(e).__name__, str(e), e.args, repr(e)
def r1(): raise E(1, 'x', 'y')
def r2(): raise F(2)
def r3(): raise G(1, b=3)
def r4(): raise E
def r5(): raise KeyError('k', 1)
def r6(): raise KeyError()
r = [attempt(f) for f in (r1, r2, r3, r4, r5, r6)]
e = ValueError('a')
e.add_note('n1'); e.add_note('n2')
s = e.__notes__, e.with_traceback(None) is e, e.args, ValueError() == ValueError(), str(ValueError(1, 2)), str(ValueError()), str(ValueError(None)), repr(ValueError('it\'s')), ValueError('x').args
# ---
from random import random
held = [4]
if random() < 0.5:
    held.pop()
log = []
try:
    last = 0 / held[-1]
except IndexError:
    log.append('empty')
