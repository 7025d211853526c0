import re, math, collections, string
from typing import NamedTuple
BlockArgs = collections.namedtuple('BlockArgs', ['kernel_size', 'num_repeat', 'input_filters', 'output_filters', 'expand_ratio', 'id_skip', 'strides', 'se_ratio'])
BlockArgs.__new__.__defaults__ = (None,) * len(BlockArgs._fields)
class BlockDecoder:
    def _decode(self, s):
        assert isinstance(s, str)
        options = {}
        for op in s.split('_'):
            splits = re.split(r'(\d.*)', op)
            if len(splits) >= 2:
                key, value = splits[:2]
                options[key] = value
        if 's' not in options or len(options['s']) != 2: raise ValueError('Strides options should be a pair of integers.')
        return BlockArgs(kernel_size=int(options['k']), num_repeat=int(options['r']), input_filters=int(options['i']), output_filters=int(options['o']), expand_ratio=int(options['e']), id_skip=('noskip' not in s), se_ratio=float(options['se']) if 'se' in options else None, strides=[int(options['s'][0]), int(options['s'][1])])
    def _encode(self, b):
        args = ['r%d' % b.num_repeat, 'k%d' % b.kernel_size, 's%d%d' % (b.strides[0], b.strides[1]), 'e%s' % b.expand_ratio, 'i%d' % b.input_filters, 'o%d' % b.output_filters]
        if b.se_ratio is not None and b.se_ratio > 0 and b.se_ratio <= 1: args.append('se%s' % b.se_ratio)
        if b.id_skip is False: args.append('noskip')
        return '_'.join(args)
    def decode(self, l): return [self._decode(s) for s in l]
def round_filters(f, width, divisor=8):
    f *= width
    new = int(f + divisor / 2) // divisor * divisor
    new = max(divisor, new)
    if new < 0.9 * f: new += divisor
    return int(new)
def round_repeats(r, d): return int(math.ceil(d * r))
strs = ['r1_k3_s11_e1_i32_o16_se0.25', 'r2_k3_s22_e6_i16_o24_se0.25', 'r4_k5_s22_e6_i112_o192_noskip']
blocks = BlockDecoder().decode(strs)
enc = [BlockDecoder()._encode(b) for b in blocks]
params = {'b0': (1.0, 1.0, 224, 0.2), 'b4': (1.4, 1.8, 380, 0.4), 'b7': (2.0, 3.1, 600, 0.5)}
table = {n: [(round_filters(b.output_filters, w), round_repeats(b.num_repeat, d)) for b in blocks] for n, (w, d, *_) in params.items()}
names = []
for i, b in enumerate(blocks):
    for r in range(round_repeats(b.num_repeat, 1.8)):
        b = b._replace(strides=[1, 1], input_filters=b.output_filters) if r else b
        names.append('block{}{}_'.format(i + 1, string.ascii_lowercase[r]) + 's{0[0]}'.format(b.strides))
total = sum(round_repeats(b.num_repeat, 3.1) for b in blocks)
drop = [round(0.2 * i / total, 4) for i in range(total)]
try: BlockDecoder()._decode('r1_k3_s1_e1_i32_o16')
except ValueError as e: err = str(e)
# ---
REGISTRY = {}
class RegistryError(KeyError):
    def __init__(self, name, known): super().__init__(name); self.known = sorted(known)
    def __str__(self): return f"unknown layer {self.args[0]!r}; known: {', '.join(self.known)}"
def register(*names, **defaults):
    def deco(cls):
        for n in names or (cls.__name__.lower(),): REGISTRY[n] = (cls, defaults)
        cls.registered_as = names
        return cls
    return deco
def build(spec):
    if isinstance(spec, str): spec = {'type': spec}
    spec = dict(spec)
    kind = spec.pop('type')
    try: cls, defaults = REGISTRY[kind]
    except KeyError: raise RegistryError(kind, REGISTRY) from None
    return cls(**{**defaults, **spec})
class Layer:
    _count = 0
    def __init__(self, name=None, **kw):
        type(self)._count += 1
        self.name = name or f'{type(self).__name__.lower()}_{type(self)._count}'
        if kw: raise TypeError(f"unexpected {sorted(kw)}")
    def __repr__(self): return f'<{self.name} {self.config()}>'
    def config(self): return {k: v for k, v in vars(self).items() if k != 'name'}
@register('conv', 'conv2d', kernel=3)
class Conv(Layer):
    def __init__(self, filters, kernel=1, **kw): super().__init__(**kw); self.filters, self.kernel = filters, kernel
@register()
class Dense(Layer):
    def __init__(self, units=10, **kw): super().__init__(**kw); self.units = units
specs = [{'type': 'conv', 'filters': 8}, 'dense', {'type': 'conv2d', 'filters': 16, 'kernel': 5, 'name': 'c'}, {'type': 'dense', 'units': 3}]
layers = [build(s) for s in specs]
counts = Layer._count, Conv._count, Dense._count
try: build('nope')
except RegistryError as e: err1 = str(e), e.__cause__, e.__suppress_context__
try: build({'type': 'dense', 'foo': 1})
except TypeError as e: err2 = str(e)
try: build({'type': 'conv'})
except TypeError as e: err3 = str(e)
specs_after = specs
keys = sorted(REGISTRY)
summary = '\n'.join(f'{l.name:<12}|{type(l).__name__:>8}|{str(l.config()):^35}' for l in layers)
# ---
import math
class Schedule:
    def __init__(self, base=1e-3): self.base = base
    def __call__(self, step): raise NotImplementedError
    def trace(self, n, every=1): return [float(f'{self(s):.6g}') for s in range(0, n, every)]
class Cosine(Schedule):
    def __init__(self, total, warmup=0, floor=0.0, **kw): super().__init__(**kw); self.total, self.warmup, self.floor = total, warmup, floor
    def __call__(self, step):
        if step < self.warmup: return self.base * (step + 1) / self.warmup
        p = min(1.0, (step - self.warmup) / max(1, self.total - self.warmup))
        return self.floor + (self.base - self.floor) * 0.5 * (1 + math.cos(math.pi * p))
class Step(Schedule):
    def __init__(self, drops, gamma=.1, **kw): super().__init__(**kw); self.drops, self.gamma = sorted(drops), gamma
    def __call__(self, step): return self.base * self.gamma ** sum(step >= d for d in self.drops)
class Poly(Schedule):
    power = 2
    def __call__(self, step): return self.base * (1 - step / 100) ** self.power
class Chain(Schedule):
    def __init__(self, *parts): self.parts = parts
    def __call__(self, step):
        for s, n in self.parts:
            if step < n: return s(step)
            step -= n
        return s(n + step)
a = Cosine(10, warmup=3, base=0.1).trace(12)
b = Step([5, 2], base=1.0).trace(8)
c = Poly(0.5).trace(100, 25)
d = Chain((Poly(1.), 3), (Step([1]), 2)).trace(6)
try: Schedule()(1)
except NotImplementedError as e: err = repr(e)
lr = 1e-3
for epoch in range(5): lr *= 0.5 if epoch % 2 else 0.9
exact = Cosine(7)(3), math.exp(-0.1 * 3) * 0.01, lr, 0.045 * 256 / 128, 1e-3 ** (1 / 3)
steps = math.ceil(50000 / 128), 50000 // 128, -(-50000 // 128), divmod(50000, 128)
# ---
class Config(dict):
    def __init__(self, *a, **k):
        super().__init__(*a, **k)
        for key, v in self.items():
            if isinstance(v, dict): self[key] = Config(v)
            elif isinstance(v, (list, tuple)): self[key] = type(v)(Config(x) if isinstance(x, dict) else x for x in v)
    def __getattr__(self, k):
        try: return self[k]
        except KeyError: raise AttributeError(f"{type(self).__name__} has no field '{k}'") from None
    __setattr__ = dict.__setitem__
    def merge(self, other):
        for k, v in other.items():
            if isinstance(v, dict) and isinstance(self.get(k), dict): self[k].merge(v)
            else: self[k] = Config(v) if isinstance(v, dict) else v
        return self
    def flat(self, prefix=''):
        out = {}
        for k, v in self.items():
            key = f'{prefix}.{k}' if prefix else k
            out.update(v.flat(key)) if isinstance(v, Config) else out.__setitem__(key, v)
        return out
    @classmethod
    def parse(cls, overrides):
        c = cls()
        for o in overrides:
            path, _, value = o.partition('=')
            *parents, leaf = path.split('.')
            node = c
            for p in parents: node = node.setdefault(p, cls())
            try: node[leaf] = eval(value)
            except Exception: node[leaf] = value
        return c
base = Config({'model': {'depth': 50, 'widths': [64, 128], 'head': {'units': 10}}, 'opt': {'lr': .1, 'stages': [{'n': 1}, {'n': 2}]}})
cfg = base.merge({'model': {'depth': 101, 'head': {'act': 'softmax'}}, 'new': {'x': 1}})
cfg.model.head.units *= 2
cfg.seed = 7
flat = cfg.flat()
n = cfg.opt.stages[1].n, type(cfg.opt.stages[0]).__name__, cfg is base
over = Config.parse(['model.depth=18', 'opt.lr=1e-2', 'model.name=resnet', 'tags=["a", 1]', 'x.y.z=None'])
merged = Config(base).merge(over).flat()
try: cfg.nope
except AttributeError as e: err = str(e)
has = hasattr(cfg, 'model'), hasattr(cfg.model, 'zz'), 'seed' in cfg, getattr(cfg, 'zz', 'd')
# ---
def conv_out(n, k, s=1, p='same', d=1):
    k = (k - 1) * d + 1
    if p == 'same': return -(-n // s)
    if p == 'valid': return (n - k) // s + 1
    return (n + 2 * int(p) - k) // s + 1
def pair(v): return tuple(v) if isinstance(v, (list, tuple)) else (v,) * 2
class Shape(tuple):
    __slots__ = ()
    def __new__(cls, *dims): return super().__new__(cls, dims)
    def __truediv__(self, k): return Shape(*(d if d is None else d // k for d in self))
    def __mul__(self, k): return Shape(*(d if d is None else d * k for d in self))
    @property
    def size(self):
        n = 1
        for d in self: n *= d or 1
        return n
    def __repr__(self): return 'x'.join('?' if d is None else str(d) for d in self)
s = Shape(None, 224, 224, 3)
r = s, s / 2, s * 2, s.size, s[1:3], s + (1,), tuple(s), len(s), s == (None, 224, 224, 3), Shape(*s[:-1], 64), type(s / 2).__name__, f'{s}', str(s), '%s' % (s,), [s]
plan = []
h = w = 224
c = 3
for i, (k, st, f, p) in enumerate([(7, 2, 64, 'same'), (3, (2, 1), 128, 'valid'), (3, 1, 256, 1), (5, 3, 512, '2')]):
    (kh, kw), (sh, sw) = pair(k), pair(st)
    params = kh * kw * c * f + f
    h, w, c = conv_out(h, kh, sh, p), conv_out(w, kw, sw, p), f
    plan.append(dict(name=f'conv{i + 1}', out=(h, w, c), params=params, flops=round(params * h * w / 1e6, 2)))
total = sum(l['params'] for l in plan)
report = [f"{l['name']:>8} {'x'.join(map(str, l['out'])):^15} {l['params']:>12,d} {l['flops']:8.2f}M" for l in plan] + [f'{"total":>8} {total:>29,}']
biggest = max(plan, key=lambda l: l['params'])['name']
# ---
import argparse, os, sys
def str2bool(v):
    if isinstance(v, bool): return v
    if v.lower() in ('yes', 'true', 't', '1'): return True
    if v.lower() in ('no', 'false', 'f', '0'): return False
    raise argparse.ArgumentTypeError('Boolean value expected.')
def get_parser():
    parser = argparse.ArgumentParser('train', formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    parser.add_argument('--model', default='resnet50', type=str, choices=['resnet50', 'vgg'], help='m')
    parser.add_argument('--input-size', default=[224, 224], nargs=2, type=int, metavar=('H', 'W'))
    parser.add_argument('-b', '--batch-size', default=32, type=int)
    parser.add_argument('--pretrained', type=str2bool, nargs='?', const=True, default=False)
    parser.add_argument('--widths', default='64,128,256')
    parser.add_argument('--dropout', default='0.5', type=float)
    parser.add_argument('--out', default=os.path.join('runs', 'exp'))
    return parser
def main(argv=None):
    args = get_parser().parse_args(argv)
    widths = [int(w) for w in args.widths.split(',')]
    h, w = args.input_size
    run = f'{args.model}-{h}x{w}-b{args.batch_size}' + ('-pre' if args.pretrained else '')
    return args, widths, os.path.join(args.out, run), len(widths)
if __name__ == '__main__':
    a = main([])
    b = main(['--model', 'vgg', '-b', '8', '--input-size', '32', '64', '--pretrained', '--widths=1,2'])
    c = main(['--batch-size=4', '--pretrained', 'no', '--dropout', '.1'])
# ---
from collections import defaultdict, deque
class Node:
    _ids = iter(range(1000))
    def __init__(self, name, *inputs):
        self.id = next(Node._ids); self.name = name; self.inputs = list(inputs); self.outputs = []
        for i in inputs: i.outputs.append(self)
    def __repr__(self): return f'{self.name}#{self.id}'
    def __rshift__(self, other): other.inputs.append(self); self.outputs.append(other); return other
    def __lt__(self, o): return self.id < o.id
def topo(nodes):
    deg = {n: len(n.inputs) for n in nodes}
    q = deque(n for n in nodes if not deg[n]); out = []
    while q:
        n = q.popleft(); out.append(n)
        for m in n.outputs:
            deg[m] -= 1
            if not deg[m]: q.append(m)
    if len(out) != len(nodes): raise ValueError(f'cycle among {sorted(set(nodes) - set(out))}')
    return out
x = Node('in'); a = Node('a', x); b = Node('b', x); add = Node('add', a, b); d = Node('d'); add >> d >> Node('out')
nodes = [d.outputs[0], d, add, b, a, x]
order = topo(nodes)
depth = {}
for n in order: depth[n.name] = 1 + max((depth[i.name] for i in n.inputs), default=-1)
by = defaultdict(list)
for n in order: by[depth[n.name]].append(n)
by = dict(by)
paths = lambda n: 1 if not n.inputs else sum(map(paths, n.inputs))
np_ = paths(order[-1])
d >> add
try: topo(nodes)
except ValueError as e: err = str(e)
# ---
import contextlib, functools, itertools
class Tape:
    active = None
    def __init__(self): self.ops = []
    def __enter__(self): self.prev, Tape.active = Tape.active, self; return self
    def __exit__(self, *exc): Tape.active = self.prev; return exc[0] is ZeroDivisionError
def record(fn):
    @functools.wraps(fn)
    def inner(*a, **k):
        out = fn(*a, **k)
        if Tape.active is not None: Tape.active.ops.append((fn.__name__, a, k, out))
        return out
    return inner
@record
def mul(a, b): return a * b
@record
def div(a, b=2): return a / b
with Tape() as t:
    mul(2, 3)
    with Tape() as inner: div(1, b=4)
    mul(div(8), 2)
with Tape() as failed: div(3); div(1, 0); mul(1, 1)
r = t.ops, inner.ops, failed.ops, Tape.active, mul(1, 2)
scopes = []
@contextlib.contextmanager
def scope(name):
    scopes.append(name)
    try: yield '/'.join(scopes)
    finally: scopes.pop()
seen = []
with scope('model') as a, scope('block') as b:
    seen.append((a, b))
    for i in range(2):
        with scope(f'conv{i}') as c: seen.append(c)
uid = itertools.count(1)
auto = {k: next(uid) for k in 'xyz'}
make = functools.partial(dict, kind='conv', bias=False)
cfgs = [make(filters=f) for f in (8, 16)], make(kind='dense'), make.keywords
# ---
import re
from collections import Counter
_used = Counter()
def unique(prefix):
    _used[prefix] += 1
    return prefix if _used[prefix] == 1 else f'{prefix}_{_used[prefix] - 1}'
def snake(name):
    s = re.sub('(.)([A-Z][a-z0-9]+)', r'\1_\2', name)
    s = re.sub('([a-z])([A-Z])', r'\1_\2', s).lower()
    return s if s[0] != '_' else 'private' + s
names = [unique(snake(n)) for n in ['Conv2D', 'MaxPooling2D', 'Conv2D', 'BatchNormalization', '_Hidden', 'ReLU', 'LSTMCell', 'conv2D', 'GRU', 'Conv2DTranspose', 'Conv2D']]
used = dict(_used)
most = _used.most_common(1)
parse = [re.fullmatch(r'(?P<base>.+?)(?:_(?P<n>\d+))?', n).groupdict() for n in names[:4]]
idx = {n: i for i, n in enumerate(names) if n.startswith('conv')}
grouped = {}
for n in names: grouped.setdefault(n.split('_')[0], []).append(n)
# ---
def parse_value(s):
    s = s.strip()
    if s.startswith('[') and s.endswith(']'): return [parse_value(p) for p in s[1:-1].split(',') if p.strip()]
    for cast in (int, float):
        try: return cast(s)
        except ValueError: continue
    return {'true': True, 'false': False, 'null': None, '~': None}.get(s.lower(), s.strip('"\''))
def parse(text):
    root = {}; stack = [(-1, root)]
    for line in text.splitlines():
        line = line.split('#')[0].rstrip()
        if not line: continue
        indent = len(line) - len(line.lstrip())
        key, sep, val = line.strip().partition(':')
        while stack[-1][0] >= indent: stack.pop()
        parent = stack[-1][1]
        if val.strip(): parent[key] = parse_value(val)
        else:
            parent[key] = child = {}
            stack.append((indent, child))
    return root
TEXT = """
# backbone
model:
  name: "resnet"   # quoted
  depths: [3, 4, 6, 3]
  width: 1.5
  norm:
    momentum: 9e-1
    affine: true
train:
  epochs: 10
  resume: ~
"""
cfg = parse(TEXT)
depth = sum(cfg['model']['depths']) * 3 + 2
widths = [int(64 * 2 ** i * cfg['model']['width']) for i, _ in enumerate(cfg['model']['depths'])]
def dump(d, lvl=0):
    for k, v in d.items():
        if isinstance(v, dict):
            yield '  ' * lvl + f'{k}:'
            yield from dump(v, lvl + 1)
        else: yield f"{'  ' * lvl}{k}: {v!r}"
text = '\n'.join(dump(cfg))
# ---
def _make_divisible(v, divisor, min_value=None):
    if min_value is None: min_value = divisor
    new_v = max(min_value, int(v + divisor / 2) // divisor * divisor)
    if new_v < 0.9 * v: new_v += divisor
    return new_v
SPECS = ((1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1))
def table(alpha, size=224):
    rows, c, h = [], _make_divisible(32 * alpha, 8), size // 2
    block = 0
    for t, f, n, s in SPECS:
        for i in range(n):
            stride = s if i == 0 else 1
            out = _make_divisible(int(f * alpha), 8)
            prefix = f'block_{block}_' if block else 'expanded_conv_'
            h = (h + stride - 1) // stride
            rows.append((prefix + ('add' if stride == 1 and c == out else 'project'), c * t, out, h))
            c, block = out, block + 1
    last = _make_divisible(1280 * alpha, 8) if alpha > 1.0 else 1280
    return rows, last, h
t = {a: table(a)[0][::4] for a in (0.35, 0.5, 0.75, 1.0, 1.3, 1.4)}
lasts = [table(a)[1] for a in (0.5, 1.4)]
adds = sum(r[0].endswith('add') for r in table(1.0)[0])
vals = [_make_divisible(v, 8) for v in (3, 11.9, 12, 19.2, 31.9, 33.6, 44.8)]
assert len(table(1.)[0]) == sum(n for *_, n, _ in SPECS)
# ---
from dataclasses import dataclass, field, replace, fields, asdict
import math
@dataclass
class AttnCfg:
    dim: int = 64; heads: int = 8; qkv_bias: bool = True
    head_dim: int = field(init=False)
    def __post_init__(self):
        if self.dim % self.heads: raise ValueError(f'{self.dim=} not divisible by {self.heads=}')
        self.head_dim = self.dim // self.heads
    @property
    def scale(self): return self.head_dim ** -0.5
    def params(self): return 4 * self.dim ** 2 + 4 * self.dim * self.qkv_bias
@dataclass
class ViT:
    image: int = 224; patch: int = 16; depth: int = 12
    attn: AttnCfg = field(default_factory=lambda: AttnCfg(768, 12))
    mlp_ratio: float = 4.
    @property
    def tokens(self): return (self.image // self.patch) ** 2 + 1
    def params(self):
        d = self.attn.dim; hid = int(d * self.mlp_ratio)
        per = self.attn.params() + 2 * d * hid + hid + d + 4 * d
        return 3 * self.patch ** 2 * d + d + self.tokens * d + d + self.depth * per + 2 * d + d * 1000 + 1000
    @classmethod
    def variant(cls, name):
        size, _, patch = name.partition('/')
        d, n, h = {'S': (384, 12, 6), 'B': (768, 12, 12), 'L': (1024, 24, 16)}[size]
        return cls(patch=int(patch or 16), depth=n, attn=AttnCfg(d, h))
vs = {n: ViT.variant(n) for n in ('S/16', 'B/32', 'L')}
r = {n: (f'{v.params() / 1e6:.1f}M', v.tokens, round(v.attn.scale, 4)) for n, v in vs.items()}
b = vs['S/16']
try: AttnCfg(10, 3)
except ValueError as e: err = str(e)
c = replace(b, depth=2); d = asdict(c); f = [x.name for x in fields(AttnCfg) if x.init]
drop = [x * 0.1 / (b.depth - 1) for x in range(b.depth)]
pos = [[round(math.sin(p / 10000 ** (2 * (i // 2) / 4)) if i % 2 == 0 else math.cos(p / 10000 ** (2 * (i // 2) / 4)), 5) for i in range(4)] for p in range(3)]
# ---
def windows(seq, n, step=1, pad=None):
    buf = []
    for i, x in enumerate(seq):
        buf.append(x)
        if len(buf) == n:
            yield tuple(buf)
            del buf[:step]
    if pad is not None and buf:
        yield tuple(buf + [pad] * (n - len(buf)))
def batched(it, size, drop=False):
    batch = []
    for x in it:
        batch.append(x)
        if len(batch) == size: yield batch; batch = []
    if batch and not drop: yield batch
def interleave(*its):
    its = [iter(i) for i in its]
    while its:
        for i in its[:]:
            try: yield next(i)
            except StopIteration: its.remove(i)
def avg():
    total = n = 0; value = None
    while True:
        x = yield value
        if x is None: return total, n
        total += x; n += 1; value = total / n
def runner(values, out):
    res = yield from driven(values, out)
    yield res
def driven(values, out):
    g = avg(); next(g)
    for v in values: out.append(g.send(v)); yield v
    try: g.send(None)
    except StopIteration as s: return s.value
a = list(windows(range(7), 3, 2)), list(windows('abcd', 3, 2, '-')), list(batched(range(5), 2)), list(batched(range(5), 2, True)), ''.join(interleave('abc', 'x', '12'))
out = []; b = list(runner([4, 6, 2], out)); c = out
pipeline = (sum(w) for w in windows((x * x for x in range(8) if x % 3), 2)); d = next(pipeline), list(pipeline)
def countdown(n):
    try:
        while n:
            cmd = yield n
            n = cmd if cmd is not None else n - 1
    finally: closed.append(n)
closed = []; g = countdown(3); e = next(g), g.send(10), next(g); g.close(); f = closed
g2 = countdown(1); h = list(g2), closed
class Pipe:
    def __init__(self, src): self.src = src
    def __or__(self, fn): return Pipe(fn(self.src))
    def __iter__(self): yield from self.src
i = list(Pipe(range(6)) | (lambda s: (x for x in s if x % 2)) | (lambda s: map(str, s)))
# ---
rows = [('conv1', 9408, 0.118), ('bn1', 256, None), ('fc', 2049000, 0.0021), ('conv2', 9408, .05)]
by_size = sorted(rows, key=lambda r: (-r[1], r[0]))
by_time = sorted((r for r in rows if r[2] is not None), key=lambda r: r[2])
w = max(len(n) for n, *_ in rows)
lines = ['%-*s %10s %8s' % (w, 'name', 'params', 'time')] + ['%-*s %10d %8s' % (w, n, p, '-' if t is None else '%.3f' % t) for n, p, t in rows]
total = '{:>{w},}'.format(sum(p for _, p, _ in rows), w=15)
pct = [f'{p / 2068072:.2%}' for _, p, _ in rows]
human = lambda n: next((f'{n / d:.1f}{u}' for d, u in ((1e9, 'G'), (1e6, 'M'), (1e3, 'K')) if n >= d), str(n))
h = [human(p) for _, p, _ in rows]
table = '\n'.join(' | '.join(str(c).ljust(8) if i == 0 else str(c).rjust(8) for i, c in enumerate(r)) for r in rows)
widths = [max(map(len, map(str, col))) for col in zip(*rows)]
mem = sum(p * 4 for _, p, _ in rows) / 2 ** 20, f'{sum(p * 4 for _, p, _ in rows) / 2 ** 20:.2f} MiB'
groups = {k: [n for n, *_ in rows if n.startswith(k)] for k in dict.fromkeys(n.rstrip('0123456789') for n, *_ in rows)}
# ---
class Field:
    _order = 0
    def __init__(self, typ=None, default=..., check=None):
        Field._order += 1; self.order = Field._order; self.typ, self.default, self.check = typ, default, check
    def __set_name__(self, owner, name): self.name = name; self.slot = '_' + name
    def __get__(self, o, t=None): return self if o is None else getattr(o, self.slot, self.default)
    def __set__(self, o, v):
        if self.typ and not isinstance(v, self.typ):
            try: v = self.typ(v)
            except (TypeError, ValueError) as e: raise TypeError(f'{type(o).__name__}.{self.name}: {e}') from e
        if self.check and not self.check(v): raise ValueError(f'{self.name}={v!r}')
        setattr(o, self.slot, v)
class ModelMeta(type):
    def __new__(m, name, bases, ns):
        own = {k: v for k, v in ns.items() if isinstance(v, Field)}
        cls = super().__new__(m, name, bases, ns)
        inherited = {}
        for b in reversed(cls.__mro__[1:]): inherited.update(getattr(b, '_own', {}))
        cls._own = own
        cls._fields = dict(sorted({**inherited, **own}.items(), key=lambda kv: kv[1].order))
        return cls
class Model(metaclass=ModelMeta):
    def __init__(self, *a, **k):
        for n, v in zip(self._fields, a): k[n] = v
        for n, f in self._fields.items():
            if n in k: setattr(self, n, k.pop(n))
            elif f.default is ...: raise TypeError(f'missing {n}')
        if k: raise TypeError(f'unknown {", ".join(k)}')
    def __repr__(self): return f"{type(self).__name__}({', '.join(f'{n}={getattr(self, n)!r}' for n in self._fields)})"
class Base(Model):
    name = Field(str)
class Conv(Base):
    filters = Field(int, check=lambda v: v > 0)
    rate = Field(float, 0.5)
class Sep(Conv):
    mult = Field(int, 1); rate = Field(float, 0.25)
r = Conv('a', 3), Conv(name='b', filters='7', rate=1), Sep('s', 2, 4), list(Sep._fields), list(Conv._own), Sep.mult.default
errs = []
for f in (lambda: Conv(), lambda: Conv('a', 'x'), lambda: Conv('a', -1), lambda: Conv('a', 1, z=2)):
    try: f()
    except (TypeError, ValueError) as e: errs.append((type(e).__name__, str(e), type(e.__cause__).__name__))
# ---
from functools import lru_cache, reduce
import operator
@lru_cache(None)
def paths(r, c): return 1 if 0 in (r, c) else paths(r - 1, c) + paths(r, c - 1)
def flatten(x): return [z for y in x for z in (flatten(y) if isinstance(y, (list, tuple)) else [y])]
def unflatten(flat, shape):
    if len(shape) == 1: return flat[:shape[0]]
    n = reduce(operator.mul, shape[1:])
    return [unflatten(flat[i * n:(i + 1) * n], shape[1:]) for i in range(shape[0])]
def shape(x): return (len(x), *shape(x[0])) if isinstance(x, list) and x else ()
def deep_map(f, x): return {k: deep_map(f, v) for k, v in x.items()} if isinstance(x, dict) else type(x)(deep_map(f, v) for v in x) if isinstance(x, (list, tuple, set)) else f(x)
def transpose(m): return [list(r) for r in zip(*m)]
def matmul(a, b): return [[sum(x * y for x, y in zip(r, c)) for c in zip(*b)] for r in a]
def power(m, n): return reduce(matmul, [m] * n)
a = paths(16, 16), paths.cache_info().currsize
b = unflatten(list(range(12)), (2, 3, 2)); c = shape(b), flatten(b) == list(range(12))
d = deep_map(lambda v: v * 2, {'a': [1, (2, 'x')], 'b': {3}})
e = transpose([[1, 2], [3, 4]]), power([[1, 1], [1, 0]], 30)[0][1]
hanoi = lambda n, a='A', b='B', c='C': [] if not n else hanoi(n - 1, a, c, b) + [a + c] + hanoi(n - 1, b, a, c)
f = ' '.join(hanoi(3))
def ack(m, n): return n + 1 if m == 0 else ack(m - 1, 1) if n == 0 else ack(m - 1, ack(m, n - 1))
g = ack(2, 3)
def perms(s): return [s] if len(s) <= 1 else [c + p for i, c in enumerate(s) for p in perms(s[:i] + s[i + 1:])]
h = perms('abc')
def infinite(n): return infinite(n + 1)
try: infinite(0)
except RecursionError as e2: i = type(e2).__name__
