x = 1
def f():
    return x
def g():
    x = 2
    return x, f()
a = g()
b = x
# ---
count = 0
def bump():
    global count
    count += 1
    return count
r = [bump() for _ in range(3)]
# ---
def outer():
    n = 0
    def inner():
        nonlocal n
        n += 1
        return n
    return inner
c1 = outer()
c2 = outer()
r = c1(), c1(), c2(), c1()
# ---
def f():
    try:
        return y
    except NameError as e:
        return str(e)
    y = 1
r = f()
# ---
def f():
    try:
        print(undefined_name)
    except NameError as e:
        return type(e).__name__, str(e), isinstance(e, UnboundLocalError)
r = f()
# ---
x = 'global'
class C:
    x = 'class'
    y = [x for _ in range(2)]
    def m(self):
        return x
r = C().m(), C.y
# ---
x = 5
r = [x for x in range(3)], x
s = {x: x for x in 'ab'}, x
t = sum(x for x in (1, 2)), x
# ---
fs = [lambda: i for i in range(3)]
r = [f() for f in fs]
gs = [lambda i=i: i for i in range(3)]
s = [g() for g in gs]
# ---
def add_to(item, target=[]):
    target.append(item)
    return target
r = add_to(1)
s = add_to(2)
t = r is s, add_to(3, [])
# ---
n = 10
def f(k=n):
    return k
n = 20
r = f(), f(n)
# ---
def f():
    for i in range(3):
        pass
    return i
r = f()
for j in []:
    pass
try:
    j
except NameError as e:
    s = str(e)
# ---
def make():
    fns = {}
    for name in ('a', 'b'):
        def fn(x, name=name):
            return name + str(x)
        fns[name] = fn
    return fns
fns = make()
r = fns['a'](1) + fns['b'](2)
# ---
x = 0
class A:
    x = 1
    class B:
        y = x
    def get(self):
        return x, self.x, A.B.y
r = A().get()
# ---
def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, kw
r1 = f(1, c=3)
r2 = f(1, 2, 3, 4, c=5, e=6)
r3 = f(*[1, 2, 3], **{'c': 7, 'z': 0})
# ---
def pos(a, b, /, c, *, d):
    return a, b, c, d
r1 = pos(1, 2, 3, d=4)
r2 = pos(1, 2, c=3, d=4)
def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except TypeError as e:
        return str(e)
r3 = attempt(pos, 1, b=2, c=3, d=4)
r4 = attempt(pos, 1, 2, 3, 4)
r5 = attempt(pos, 1, 2)
r6 = attempt(pos, 1, 2, 3, d=4, e=5)
# ---
def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except TypeError as e:
        return str(e)
def f0(): pass
def f1(a): pass
def f2(a, b=1): pass
def f3(*, k): pass
def f4(a, b, c): pass
r = [attempt(f0, 1), attempt(f1), attempt(f1, 1, 2), attempt(f2, 1, 2, 3), attempt(f2), attempt(f3), attempt(f3, 1), attempt(f4, 1), attempt(f4), attempt(f1, 1, a=2), attempt(f1, z=3)]
# ---
def f():
    return locals()
def g(a, b=2):
    c = a + b
    return locals()
r = f(), g(1)
# ---
def outer(x):
    def middle():
        def inner():
            return x * 2
        return inner
    x += 1
    return middle()()
r = outer(3)
# ---
x = 1
def f():
    global x, y
    x = 2
    y = 3
f()
r = x, y
# ---
def f():
    x = 1
    def g():
        x = 2
        def h():
            nonlocal x
            x = 3
        h()
        return x
    return g(), x
r = f()
# ---
del_test = [1, 2, 3]
del del_test[1]
y = 5
del y
try:
    y
except NameError as e:
    r = str(e)
d = {'a': 1, 'b': 2}
del d['a']
class A: pass
a = A()
a.x = 1
del a.x
h = hasattr(a, 'x')
# ---
def f(x):
    if x:
        return 'yes'
r = f(1), f(0)
# ---
square = lambda x: x ** 2
compose = lambda f, g: lambda x: f(g(x))
r = compose(square, lambda x: x + 1)(3)
s = (lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, z=4)
# ---
def counter():
    counter.calls += 1
    return counter.calls
counter.calls = 0
counter(); counter()
r = counter.calls, counter.__name__, counter.__dict__
# ---
def f(a, b=1, *c, d, e=2, **g):
    "doc of f"
    return a
r = f.__doc__, f.__defaults__, f.__kwdefaults__, f.__name__, f.__qualname__
class K:
    def m(self): pass
s = K.m.__qualname__, K().m.__name__, K.__qualname__
def outer():
    def inner(): pass
    return inner
t = outer().__qualname__, (lambda: 0).__name__
# ---
if True:
    z = 1
else:
    w = 2
try:
    w
except NameError:
    w = 'unset'
# ---
def fib(n, memo={}):
    if n < 2:
        return n
    if n not in memo:
        memo[n] = fib(n - 1) + fib(n - 2)
    return memo[n]
r = fib(50)
def fact(n):
    return 1 if n < 2 else n * fact(n - 1)
s = fact(25)
def hanoi(n, a, b, c):
    if n == 0:
        return 0
    return hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)
t = hanoi(6, 'a', 'b', 'c')
# ---
def is_even(n):
    return True if n == 0 else is_odd(n - 1)
def is_odd(n):
    return False if n == 0 else is_even(n - 1)
r = is_even(10), is_odd(7)
