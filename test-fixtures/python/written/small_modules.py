# ---
import csv, io
def outcome(f):
    try: return f()
    except Exception as e: return type(e).__name__, str(e)
r1 = list(csv.reader(['a,b', '"x,y",2', '', 'p,"q ""r"" s",', 'lone', ',', '"multi', 'line",z', 'a"b,c', '"a"b,c']))
r2 = list(csv.reader(io.StringIO('a\tb\r\n1\t2\r\n'), delimiter='\t')), list(csv.reader(['a; b'], delimiter=';', skipinitialspace=True)), list(csv.reader(['1,"a",2.5'], quoting=csv.QUOTE_NONNUMERIC)), list(csv.reader(["'a,b',c"], quotechar="'"))
out = io.StringIO()
w = csv.writer(out)
n = w.writerow(['a', 1, 'x,y', 'q"', None, 2.5, True, 'two\nlines', ''])
w.writerows([[], [''], [None], ['a', 'b'], (1, 2)])
r3 = n, out.getvalue()
def written(rows, **options):
    out = io.StringIO()
    csv.writer(out, **options).writerows(rows)
    return out.getvalue()
r4 = written([['a', 1, 2.5]], quoting=csv.QUOTE_ALL), written([['a', 1, 2.5]], quoting=csv.QUOTE_NONNUMERIC), written([['a b', 'c']], delimiter=' '), written([['a']], lineterminator='\n'), written([["it's", 'x']], quotechar="'"), written([['a', 'b']], dialect='excel-tab'), written([['a', 1]], dialect='unix')
r5 = list(csv.DictReader(io.StringIO('a,b\n1,2\n\n3\n4,5,6\n'))), csv.DictReader(['x,y']).fieldnames, list(csv.DictReader(['1,2'], fieldnames=['p', 'q'])), list(csv.DictReader(['a', '1,2'], restkey='more'))
out = io.StringIO()
d = csv.DictWriter(out, fieldnames=['a', 'b'], restval='-')
d.writeheader()
d.writerow({'a': 1})
d.writerows([{'b': 2, 'a': 3}])
r6 = out.getvalue(), outcome(lambda: d.writerow({'z': 1})), outcome(lambda: csv.reader([b'a']).__next__()), outcome(lambda: csv.writer(out, dialect='none'))
reader = csv.reader(['a', 'b'])
r7 = next(reader), reader.line_num, list(reader), reader.line_num, csv.list_dialects()[:1], issubclass(csv.Error, Exception)
total = sum(float(row['price']) * int(row['n']) for row in csv.DictReader(io.StringIO('price,n\n1.5,2\n2.25,4\n')))
# ---
import calendar, shlex, html
def outcome(f):
    try: return f()
    except Exception as e: return type(e).__name__, str(e)
r1 = calendar.monthrange(2024, 2), calendar.monthrange(2023, 2), calendar.isleap(1900), calendar.isleap(2000), calendar.leapdays(2000, 2024), calendar.weekday(2024, 1, 1), calendar.monthcalendar(2024, 2), calendar.monthcalendar(2021, 2)
r2 = list(calendar.day_abbr), list(calendar.month_name), calendar.day_name[-1], calendar.month_abbr[12], len(calendar.month_name), calendar.SUNDAY, calendar.timegm((2020, 1, 2, 3, 4, 5)), calendar.day_name[0:2]
r3 = outcome(lambda: calendar.monthrange(2024, 13)), outcome(lambda: calendar.weekday(2024, 2, 30))
r4 = shlex.split('a "b c" d\\ e'), shlex.split("echo 'it''s' --x=\"y z\""), shlex.split(''), shlex.split('a "" b'), shlex.split('a # b', comments=True), shlex.split('"a\\"b" \'c\\d\''), shlex.split('a\nb\tc')
r5 = shlex.quote("it's"), shlex.quote('a'), shlex.quote(''), shlex.quote('a b'), shlex.join(['a', 'b c', '$x']), outcome(lambda: shlex.split('"a')), outcome(lambda: shlex.split('a\\'))
r6 = html.escape('<a href="x">&\''), html.escape('"<', quote=False), html.unescape('&lt;&amp;&#65;&#x42;&gt;&quot;'), html.unescape('plain'), html.unescape(html.escape('<"&">'))
# ---
import ast, contextvars, queue
def outcome(f):
    try: return f()
    except Exception as e: return type(e).__name__
r1 = [ast.literal_eval(x) for x in ('[1, (2, 3), {"a": None}]', '-1.5', '{1, 2}', "b'x'", '"a" \'b\'', '  True', '0x1f', '1e3', '-.5', '()', '{}', "{'k': [1, {'z': (1,)}]}", '"it\'s [1](2)"', '10**2' if False else '10', '+3', 'None', "r'\\d'")]
r2 = [outcome(lambda: ast.literal_eval(x)) for x in ('foo()', 'x', "__import__('os')", '[1, 2')]
v = contextvars.ContextVar('v', default=5)
n = contextvars.ContextVar('n')
t = v.set(6)
r3 = v.get(), v.name, t.var is v, t.old_value is contextvars.Token.MISSING, v.reset(t), v.get(), n.get('other'), outcome(lambda: n.get()), outcome(lambda: v.reset(t)), outcome(lambda: n.reset(v.set(1)))
q = queue.Queue(maxsize=2)
q.put('a')
q.put('b')
r4 = q.qsize(), q.full(), outcome(lambda: q.put_nowait('c')), q.get(), q.get_nowait(), q.empty(), outcome(lambda: q.get_nowait()), outcome(lambda: q.get(block=False))
p = queue.PriorityQueue()
for x in [(3, 'c'), (1, 'a'), (2, 'b')]: p.put(x)
s = queue.LifoQueue()
for x in 'xyz': s.put(x)
r5 = [p.get() for _ in range(3)], [s.get() for _ in range(3)], isinstance(queue.Empty(), Exception)
