log=[]
def h():
    try:
        x = yield 1
        log.append(x)
        yield 2
    except ValueError as e:
        log.append(repr(e)); yield 'rec'
    finally: log.append('hfin')
    return 'hr'
def g():
    try:
        r = yield from h()
        log.append(r)
        yield 'g'
    finally: log.append('gfin')
a = g(); r = next(a), a.throw(ValueError('v')), next(a), list(a)
b = g(); next(b); b.close()
c = g(); next(c)
try: c.throw(KeyError('k'))
except KeyError as e: s = repr(e)
l = log
class W:
    def __set__(s, o, v): pass
class A: x = W()
try: del A().x
except AttributeError as e: t = str(e)
