config = {
    'filters': [32, 64, 128],
    'kernel': (3, 3),
    'dropout': 0.25,
    'dense': {'units': 256, 'activation': 'relu'},
}
names = []
for i, f in enumerate(config['filters'], start=1):
    for j in range(2):
        names.append('block%d_conv%d' % (i, j + 1))
    names.append(f'block{i}_pool')
sizes = [28]
for _ in config['filters']:
    sizes.append((sizes[-1] + 1) // 2)
flat = sizes[-1] ** 2 * config['filters'][-1]
merged = {**config, 'dense': {**config['dense'], 'units': 10}}
params = sum(k0 * k1 * cin * cout + cout for (k0, k1), cin, cout in zip([config['kernel']] * 3, [1] + config['filters'], config['filters']))
# ---
def make_divisible(v, divisor=8, min_value=None):
    if min_value is None:
        min_value = divisor
    new_v = max(min_value, int(v + divisor / 2) // divisor * divisor)
    if new_v < 0.9 * v:
        new_v += divisor
    return new_v
r = [make_divisible(v) for v in (1, 7.9, 12, 17, 33, 100.5, 0.1)]
s = {a: [make_divisible(c * a) for c in (16, 24, 40, 80, 112, 160)] for a in (0.35, 0.5, 1.0, 1.4)}
# ---
import math
def round_filters(filters, width, divisor=8):
    filters *= width
    new = max(divisor, int(filters + divisor / 2) // divisor * divisor)
    return int(new + divisor if new < 0.9 * filters else new)
def round_repeats(repeats, depth):
    return int(math.ceil(depth * repeats))
models = {'b0': (1.0, 1.0, 224, 0.2), 'b1': (1.0, 1.1, 240, 0.2), 'b4': (1.4, 1.8, 380, 0.4), 'b7': (2.0, 3.1, 600, 0.5)}
blocks = [dict(repeats=1, inp=32, out=16), dict(repeats=2, inp=16, out=24), dict(repeats=3, inp=40, out=80)]
r = {name: [(round_filters(b['inp'], w), round_filters(b['out'], w), round_repeats(b['repeats'], d)) for b in blocks] for name, (w, d, *_) in models.items()}
total = {n: sum(x[2] for x in v) for n, v in r.items()}
# ---
def conv_output_length(n, k, padding, stride, dilation=1):
    if n is None:
        return None
    d = k + (k - 1) * (dilation - 1)
    if padding in ('same', 'causal'):
        out = n
    elif padding == 'valid':
        out = n - d + 1
    elif padding == 'full':
        out = n + d - 1
    return (out + stride - 1) // stride
r = [conv_output_length(n, k, p, s) for n in (28, 7, None) for k in (1, 3) for p in ('same', 'valid', 'full') for s in (1, 2)]
try:
    conv_output_length(3, 3, 'odd', 1)
except UnboundLocalError as e:
    s = type(e).__name__
# ---
class Config:
    batch_size = 32
    def __init__(self, **overrides):
        for key, value in overrides.items():
            if not hasattr(self, key):
                raise AttributeError(f'no option {key!r}')
            setattr(self, key, value)
    def items(self):
        return sorted((k, getattr(self, k)) for k in dir(self) if not k.startswith('_') and not callable(getattr(self, k)))
class Big(Config):
    batch_size = 64
    lr = 1e-3
r = Config().batch_size, Big(lr=0.1).lr, Big(batch_size=8).batch_size
try:
    Config(zz=1)
except AttributeError as e:
    s = str(e)
# ---
LAYERS = {}
def register(name=None):
    def wrap(cls):
        LAYERS[name or cls.__name__.lower()] = cls
        return cls
    return wrap
@register()
class Conv:
    def __init__(self, filters, kernel=3): self.filters, self.kernel = filters, kernel
    def out(self, shape): return (*shape[:-1], self.filters)
@register('fc')
class Dense:
    def __init__(self, units): self.units = units
    def out(self, shape): return shape[:-1] + (self.units,)
@register()
class Flatten:
    def out(self, shape):
        n = 1
        for d in shape[1:]:
            n *= d
        return (shape[0], n)
spec = [('conv', dict(filters=8)), ('conv', {'filters': 16, 'kernel': 5}), ('flatten', {}), ('fc', {'units': 10})]
shape = (None, 28, 28, 1)
trace = []
for kind, kwargs in spec:
    layer = LAYERS[kind](**kwargs)
    shape = layer.out(shape)
    trace.append((kind, shape))
keys = list(LAYERS)
# ---
def pairwise_product(*dims):
    total = 1
    for d in dims:
        total *= d if d is not None else -1
    return total
r = pairwise_product(2, 3), pairwise_product(), pairwise_product(None, 4), pairwise_product(*range(1, 6))
def split(total, parts):
    base, extra = divmod(total, parts)
    return [base + (1 if i < extra else 0) for i in range(parts)]
s = split(10, 3), sum(split(101, 7)), split(2, 4)
# ---
class Registry(dict):
    def add(self, fn=None, *, name=None):
        if fn is None:
            return lambda f: self.add(f, name=name)
        self[name or fn.__name__] = fn
        return fn
reg = Registry()
@reg.add
def relu(x): return max(0, x)
@reg.add(name='lrelu')
def leaky(x, a=0.1): return x if x > 0 else a * x
r = sorted(reg), [reg[k](-2) for k in sorted(reg)], [reg[k](3) for k in sorted(reg)], isinstance(reg, dict)
# ---
counters = {}
def unique_name(prefix):
    counters[prefix] = counters.get(prefix, 0) + 1
    n = counters[prefix]
    return prefix if n == 1 else f'{prefix}_{n - 1}'
r = [unique_name(p) for p in ('conv', 'conv', 'dense', 'conv', 'dense')]
import re
def to_snake(name):
    name = re.sub(r'(.)([A-Z][a-z0-9]+)', r'\1_\2', name)
    return re.sub('([a-z])([A-Z])', r'\1_\2', name).lower()
s = [to_snake(n) for n in ('Conv2D', 'MaxPooling2D', 'BatchNormalization', 'LSTM', 'GRUCell', 'myLayer')]
# ---
stages = [dict(blocks=3, filters=64), dict(blocks=4, filters=128), dict(blocks=6, filters=256), dict(blocks=3, filters=512)]
layers = []
channels = 64
for si, st in enumerate(stages):
    for bi in range(st['blocks']):
        stride = 2 if si > 0 and bi == 0 else 1
        project = stride != 1 or channels != st['filters'] * 4
        layers.append((f'conv{si + 2}_block{bi + 1}', st['filters'], stride, project))
        channels = st['filters'] * 4
depth = 2 + sum(3 * s['blocks'] for s in stages)
first, *_, last = layers
projected = [n for n, _, _, p in layers if p]
# ---
def parse_arch(text):
    out = []
    for line in text.strip().splitlines():
        line = line.split('#')[0].strip()
        if not line:
            continue
        kind, _, rest = line.partition(':')
        opts = {}
        for part in filter(None, (p.strip() for p in rest.split(','))):
            k, v = (x.strip() for x in part.split('='))
            try:
                v = int(v)
            except ValueError:
                try:
                    v = float(v)
                except ValueError:
                    v = {'true': True, 'false': False}.get(v.lower(), v)
            opts[k] = v
        out.append((kind.strip(), opts))
    return out
r = parse_arch('''
conv: filters=32, kernel=3   # first
pool: size=2
dropout: rate=0.5, training=True

dense: units=10, act=softmax
''')
# ---
class Node:
    def __init__(self, name, inputs=()):
        self.name, self.inputs, self.outputs = name, list(inputs), []
        for n in inputs:
            n.outputs.append(self)
    def __repr__(self): return f'<{self.name}>'
a = Node('a'); b = Node('b', [a]); c = Node('c', [a]); d = Node('d', [b, c])
def topo(end):
    seen, order = set(), []
    def visit(n):
        if n in seen:
            return
        seen.add(n)
        for i in n.inputs:
            visit(i)
        order.append(n)
    visit(end)
    return order
r = topo(d), a.outputs, len(d.inputs)
def depth(n): return 1 + max((depth(i) for i in n.inputs), default=0)
s = {n.name: depth(n) for n in topo(d)}
# ---
epochs, lr, decay = 5, 0.1, 0.5
schedule = [lr * decay ** (e // 2) for e in range(epochs)]
text = ['%.4f' % v for v in schedule]
table = '\n'.join(f'{e:>3d} | {v:<8.3g}|{v:.1%}' for e, v in enumerate(schedule))
steps = -(-1000 // 32), 1000 // 32, 1000 % 32, divmod(-7, 2), round(2.5), round(3.5), round(-0.5), int(-3.7), 7 // -2, -7 % 3, 2 ** -1, 10 ** 20, 1e10, 0.1 + 0.2
# ---
class Lazy:
    def __init__(self, fn): self.fn = fn
    def __get__(self, obj, owner):
        if obj is None:
            return self
        value = self.fn(obj)
        setattr(obj, self.fn.__name__, value)
        return value
class M:
    calls = 0
    @Lazy
    def heavy(self):
        M.calls += 1
        return 42
m = M()
r = m.heavy, m.heavy, M.calls, 'heavy' in m.__dict__
# ---
from collections import OrderedDict
layers = OrderedDict()
layers['conv1'] = dict(filters=64, size=7)
layers['pool1'] = dict(size=3)
layers.update(conv2=dict(filters=128, size=3))
layers.move_to_end('pool1')
r = list(layers), {k: v.get('filters', 0) for k, v in layers.items()}, [k for k in layers if k.startswith('conv')]
s = dict(zip(layers, range(len(layers)))), next(iter(layers)), layers.popitem()[0], list(reversed(layers))
# ---
def build(depth, width=16, *, growth=12, bottleneck=True, **extra):
    assert (depth - 4) % 3 == 0, 'Depth must be 3N + 4'
    n = (depth - 4) // 3
    if bottleneck:
        n //= 2
    channels = width
    out = []
    for stage in range(3):
        for layer in range(n):
            channels += growth
        if stage < 2:
            channels = int(channels * extra.get('compression', 0.5))
        out.append(channels)
    return out
r = build(40), build(100, 24, growth=24), build(40, bottleneck=False, compression=1.0)
try:
    build(41)
except AssertionError as e:
    s = str(e)
# ---
import itertools
grid = {'lr': [0.1, 0.01], 'units': [32, 64], 'act': ['relu']}
combos = [dict(zip(grid, v)) for v in itertools.product(*grid.values())]
names = ['_'.join(f'{k}={v}' for k, v in sorted(c.items())) for c in combos]
best = max(combos, key=lambda c: (c['units'], -c['lr']))
# ---
class Vocabulary:
    def __init__(self, words=(), specials=('<pad>', '<unk>')):
        self.itos = list(specials)
        self.stoi = {w: i for i, w in enumerate(self.itos)}
        for w in words:
            self.add(w)
    def add(self, w):
        if w not in self.stoi:
            self.stoi[w] = len(self.itos)
            self.itos.append(w)
        return self.stoi[w]
    def __len__(self): return len(self.itos)
    def __getitem__(self, w): return self.stoi.get(w, self.stoi['<unk>'])
    def encode(self, text, length=None):
        ids = [self[w] for w in text.lower().split()]
        if length:
            ids = (ids + [0] * length)[:length]
        return ids
v = Vocabulary('the cat sat on the mat'.split())
r = len(v), v['cat'], v['dog'], v.encode('The dog sat'), v.encode('the mat', 5), v.itos
# ---
def attention_heads(dim, heads):
    if dim % heads:
        raise ValueError(f'{dim} is not divisible by {heads}')
    return [slice(h * dim // heads, (h + 1) * dim // heads) for h in range(heads)]
r = attention_heads(8, 4)
s = [list(range(8))[x] for x in r]
try:
    attention_heads(10, 3)
except ValueError as e:
    t = e.args[0]
# ---
shapes = [(None, 32, 32, 3)]
ops = 'c64 c64 p c128 c128 p f d10'.split()
for op in ops:
    b, *rest = shapes[-1]
    match op[0], op[1:]:
        case 'c', n:
            shapes.append((b, *rest[:-1], int(n)))
        case 'p', '':
            shapes.append((b, rest[0] // 2, rest[1] // 2, rest[2]))
        case 'f', _:
            prod = 1
            for d in rest:
                prod *= d
            shapes.append((b, prod))
        case 'd', units:
            shapes.append((b, int(units)))
r = shapes[-1], len(shapes), shapes[3:5]
# ---
try:
    import definitely_missing_module as dm
    HAS = True
except ImportError:
    HAS = False
data = [3, 1, 2]
data_sorted = sorted(data)
idx = {v: i for i, v in enumerate(data)}
window = [data[i:i + 2] for i in range(len(data) - 1)]
padded = data + [0] * (5 - len(data))
chunks = [padded[i:i + 2] for i in range(0, len(padded), 2)]
transposed = list(zip(*[[1, 2, 3], [4, 5, 6]]))
one_hot = [[int(i == c) for i in range(3)] for c in (0, 2, 1)]
cum = [sum(data[:i + 1]) for i in range(len(data))]
# ---
class Meter:
    def __init__(self, fmt=':.2f'):
        self.fmt = fmt
        self.reset()
    def reset(self):
        self.sum = self.count = 0
    def update(self, v, n=1):
        self.sum += v * n
        self.count += n
    @property
    def avg(self):
        return self.sum / max(self.count, 1)
    def __str__(self):
        return ('avg {' + self.fmt + '} over {}').format(self.avg, self.count)
m = Meter()
for v in (1.0, 2.0, 4.5):
    m.update(v, n=2)
r = str(m), m.avg, f'{m!s:>25}', Meter(':.0f').avg
# ---
from functools import partial
def conv_block(x, filters, kernel=3, norm=True, act='relu'):
    return x + [('conv', filters, kernel)] + ([('bn',)] if norm else []) + ([(act,)] if act else [])
conv1 = partial(conv_block, kernel=1)
linear = partial(conv1, act=None)
net = []
for f in (32, 64):
    net = conv_block(net, f)
    net = conv1(net, f * 2)
net = linear(net, 10, norm=False)
n = len(net)
kinds = sorted({k for k, *_ in net})
# ---
def dfs(tree, path=()):
    for k, v in tree.items():
        if isinstance(v, dict):
            yield from dfs(v, path + (k,))
        else:
            yield '.'.join(path + (k,)), v
cfg = {'model': {'enc': {'layers': 2, 'dim': 64}, 'dec': {'layers': 1}}, 'lr': 1e-4}
flat = dict(dfs(cfg))
def unflatten(d):
    out = {}
    for k, v in d.items():
        node = out
        *parents, leaf = k.split('.')
        for p in parents:
            node = node.setdefault(p, {})
        node[leaf] = v
    return out
same = unflatten(flat) == cfg
# ---
version = '2.11.0-rc1'
major, minor, *rest = version.split('.')
parsed = tuple(int(''.join(c for c in p if c.isdigit()) or 0) for p in version.split('.')[:3])
newer = parsed >= (2, 6, 0), parsed < (3,), '2.9' < '2.11'
fmt = '{0}.{1}'.format(*parsed), '%s' % (parsed,), f'v{major}{minor:0>3}'
