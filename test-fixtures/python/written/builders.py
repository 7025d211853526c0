# ---
"""Width multipliers and block tables as in MobileNets."""
def _make_divisible(v, divisor, min_value=None):
    if min_value is None:
        min_value = divisor
    new_v = max(min_value, int(v + divisor / 2) // divisor * divisor)
    if new_v < 0.9 * v:
        new_v += divisor
    return new_v

CONFIG = [(1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1)]
plans = {}
for alpha in (0.35, 0.5, 0.75, 1.0, 1.3, 1.4):
    plan, block_id = [], 0
    for t, c, n, s in CONFIG:
        for i in range(n):
            plan.append((f"block_{block_id}" if block_id else "expanded_conv", _make_divisible(int(c * alpha), 8), s if i == 0 else 1, t))
            block_id += 1
    plans[alpha] = plan
widths = {a: sorted({c for _, c, *_ in p}) for a, p in plans.items()}
names = [n for n, *_ in plans[1.0]]
last = {a: 1280 if a <= 1.0 else _make_divisible(1280 * a, 8) for a in plans}
sizes = [224]
for _, _, s, _ in plans[1.0]:
    sizes.append(-(-sizes[-1] // s))
summary = "\n".join(f"{n:<16}{c:>5}{s:>3}x{t}" for n, c, s, t in plans[0.5][:4])
# ---
from collections import OrderedDict, defaultdict
import math

class LayerSpec:
    counters = defaultdict(int)
    def __init__(self, kind, name=None, **config):
        self.kind = kind
        LayerSpec.counters[kind] += 1
        n = LayerSpec.counters[kind]
        self.name = name or (kind.lower() if n == 1 else f"{kind.lower()}_{n - 1}")
        self.config = config
    def __repr__(self):
        args = ", ".join(f"{k}={v!r}" for k, v in self.config.items())
        return f"{self.kind}({args})"
    def __getattr__(self, item):
        try:
            return self.__dict__["config"][item]
        except KeyError:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {item!r}") from None

def out_shape(shape, layer):
    if layer.kind == "Conv":
        h, w, _ = shape
        k, s = layer.kernel, getattr(layer, "stride", 1)
        if getattr(layer, "padding", "valid") == "same":
            h, w = math.ceil(h / s), math.ceil(w / s)
        else:
            h, w = (h - k) // s + 1, (w - k) // s + 1
        return h, w, layer.filters
    if layer.kind == "Pool":
        return tuple(d // 2 for d in shape[:2]) + shape[2:]
    if layer.kind == "Flatten":
        return (math.prod(shape),)
    if layer.kind == "Dense":
        return shape[:-1] + (layer.units,)
    raise NotImplementedError(layer.kind)

net = [LayerSpec("Conv", filters=32, kernel=3), LayerSpec("Pool"), LayerSpec("Conv", filters=64, kernel=3, padding="same", stride=2), LayerSpec("Pool", name="final_pool"), LayerSpec("Flatten"), LayerSpec("Dense", units=10)]
shapes = OrderedDict()
shape = (28, 28, 1)
for l in net:
    shape = out_shape(shape, l)
    shapes[l.name] = shape
names = list(shapes)
text = repr(net)
try:
    net[1].filters
except AttributeError as e:
    err = str(e)
try:
    out_shape((1,), LayerSpec("Lambda"))
except NotImplementedError as e:
    bad = e.args, repr(e)
counts = dict(LayerSpec.counters)
params = sum(l.kernel ** 2 * l.filters for l in net if l.kind == "Conv")
# ---
import copy
DEFAULTS = {"optimizer": {"name": "adam", "lr": 1e-3, "betas": [0.9, 0.999]}, "model": {"depth": 3, "filters": [32, 64, 128]}, "tags": {"a", "b"}}
def deep_update(base, other):
    out = copy.deepcopy(base)
    for key, value in other.items():
        if isinstance(value, dict) and isinstance(out.get(key), dict):
            out[key] = deep_update(out[key], value)
        else:
            out[key] = value
    return out
def flatten(d, prefix="", sep="."):
    items = {}
    for k, v in d.items():
        name = f"{prefix}{sep}{k}" if prefix else k
        if isinstance(v, dict):
            items.update(flatten(v, name, sep))
        elif isinstance(v, list):
            items.update({f"{name}[{i}]": x for i, x in enumerate(v)})
        else:
            items[name] = v
    return items
def get_path(d, path, default=None):
    for part in path.split("."):
        if not isinstance(d, dict) or part not in d:
            return default
        d = d[part]
    return d
cfg = deep_update(DEFAULTS, {"optimizer": {"lr": 0.01}, "model": {"depth": 5}, "new": None})
flat = {k: v for k, v in flatten(cfg).items() if k != "tags"}
untouched = DEFAULTS["optimizer"]["lr"], cfg["tags"] is not DEFAULTS["tags"]
got = get_path(cfg, "model.filters"), get_path(cfg, "model.nope", "?"), get_path(cfg, "optimizer.betas.0")
class Config(dict):
    __getattr__ = dict.__getitem__
    __setattr__ = dict.__setitem__
    __delattr__ = dict.__delitem__
    @classmethod
    def wrap(cls, d):
        return cls({k: cls.wrap(v) if isinstance(v, dict) else v for k, v in d.items()})
c = Config.wrap(cfg)
c.model.depth += 1
c.extra = Config(x=1)
del c["tags"]
res = c.model.depth, c.optimizer.name, c.extra.x, list(c), type(c.model).__name__
shown = c
try:
    c.missing
except KeyError as e:
    miss = repr(e)
# ---
def conv_out(n, k, s=1, p="valid", d=1):
    k_eff = d * (k - 1) + 1
    if p == "same":
        return (n + s - 1) // s
    if p == "causal":
        return -(-n // s)
    if isinstance(p, int):
        n += 2 * p
    return (n - k_eff) // s + 1
def deconv_out(n, k, s, p="valid", op=None):
    if op is None:
        return n * s if p == "same" else n * s + max(k - s, 0)
    pad = k // 2 if p == "same" else 0
    return (n - 1) * s + k - 2 * pad + op
cases = [(28, 3), (28, 3, 2), (28, 3, 2, "same"), (28, 5, 1, 2), (28, 3, 1, "valid", 2), (5, 7), (224, 7, 2, 3)]
outs = [conv_out(*c) for c in cases]
ups = [deconv_out(7, k, s, p) for k in (2, 3, 5) for s in (1, 2) for p in ("same", "valid")]
chain = [28]
while chain[-1] > 3:
    chain.append(conv_out(chain[-1], 3, s=2))
receptive, jump, trace = 1, 1, []
for name, k, s in [("c1", 7, 2), ("p1", 3, 2)] + [(f"r{i}", 3, 1 + (i % 2)) for i in range(4)]:
    receptive += (k - 1) * jump
    jump *= s
    trace.append(f"{name}: rf={receptive} jump={jump}")
pads = {(n, s): (max((-(-n // s) - 1) * s + 3 - n, 0) // 2, -(-max((-(-n // s) - 1) * s + 3 - n, 0) // 2)) for n in (7, 8) for s in (1, 2)}
valid = all(o > 0 for o in outs), [c for c, o in zip(cases, outs) if o <= 0]
# ---
import math
def positional(pos, dim):
    return [round(math.sin(pos / 10000 ** (i / dim)) if i % 2 == 0 else math.cos(pos / 10000 ** ((i - 1) / dim)), 6) for i in range(dim)]
table = [positional(p, 4) for p in range(3)]
def cosine(step, total, base=0.1, warm=2):
    if step < warm:
        return base * (step + 1) / warm
    t = (step - warm) / (total - warm)
    return base * 0.5 * (1 + math.cos(math.pi * t))
lrs = [f"{cosine(s, 8):.5f}" for s in range(8)]
decays = [round(0.1 * 0.96 ** (e // 2), 8) for e in range(6)]
poly = [(1 - s / 10) ** 0.9 for s in (0, 5)]
exp = [1e-3 * math.exp(-0.1 * e) for e in range(3)]
softmax = lambda xs: [math.exp(x - max(xs)) / sum(math.exp(y - max(xs)) for y in xs) for x in xs]
sm = [round(v, 4) for v in softmax([1.0, 2.0, 3.0])]
loss = -math.log(sm[2])
gelu = [round(0.5 * x * (1 + math.erf(x / math.sqrt(2))), 5) for x in (-1, 0, 1, 2)]
sig = [round(1 / (1 + math.exp(-x)), 6) for x in (-2, 0, 2)]
tanh = [round(math.tanh(x), 6) for x in (-1, 0.5)]
l2 = math.sqrt(sum(x * x for x in (3, 4, 12)))
glorot = math.sqrt(6 / (784 + 128)), math.sqrt(2 / 64)
anchors = [(round(s * r ** 0.5, 2), round(s / r ** 0.5, 2)) for s in (32, 64) for r in (0.5, 1, 2)]
mel = 2595 * math.log10(1 + 700 / 700)
db = 20 * math.log10(0.5)
entropy = -sum(p * math.log2(p) for p in (0.5, 0.25, 0.25))
# ---
from functools import partial, reduce
ACTS = {"relu": lambda x: max(x, 0), "leaky": partial(lambda x, alpha: x if x > 0 else alpha * x, alpha=0.25), "id": lambda x: x}
def get(identifier):
    if identifier is None:
        return ACTS["id"]
    if isinstance(identifier, str):
        if identifier not in ACTS:
            raise ValueError(f"Unknown activation: {identifier!r}. Choose from {sorted(ACTS)}")
        return ACTS[identifier]
    if callable(identifier):
        return identifier
    raise TypeError("Could not interpret: {}".format(identifier))
def dense(units, activation=None, name=None):
    act = get(activation)
    def apply(xs):
        return [act(sum(xs) * (i - 1)) for i in range(units)]
    apply.units = units
    apply.__name__ = name or f"dense_{units}"
    return apply
def sequential(*fns):
    return reduce(lambda f, g: lambda x: g(f(x)), fns)
model = sequential(dense(4, "relu"), dense(3, "leaky"), dense(2, abs, name="out"))
y = model([1, 2])
fns = [dense(2), dense(5, name="five")]
names = [f.__name__ for f in fns], [f.units for f in fns]
errs = []
for bad in ("swish", 3, [1]):
    try:
        get(bad)
    except (ValueError, TypeError) as e:
        errs.append(f"{type(e).__name__}: {e}")
compose = lambda *fs: lambda x: reduce(lambda acc, f: f(acc), fs, x)
r = compose(str, len, lambda n: n ** 2)(12345)
leaky = ACTS["leaky"](-4), ACTS["leaky"].keywords, ACTS["leaky"](-4, alpha=0.5)
# ---
class Graph:
    def __init__(self):
        self.nodes, self.edges = {}, []
    def add(self, name, *inputs, **attrs):
        if name in self.nodes:
            raise KeyError(f"duplicate {name}")
        for i in inputs:
            if i not in self.nodes:
                raise LookupError(i)
            self.edges.append((i, name))
        self.nodes[name] = attrs
        return name
    def preds(self, n): return [a for a, b in self.edges if b == n]
    def succs(self, n): return [b for a, b in self.edges if a == n]
    def topo(self):
        indeg = {n: len(self.preds(n)) for n in self.nodes}
        ready = [n for n, d in indeg.items() if d == 0]
        while ready:
            n = ready.pop(0)
            yield n
            for m in self.succs(n):
                indeg[m] -= 1
                if not indeg[m]:
                    ready.append(m)
    def paths(self, a, b):
        if a == b:
            yield [b]
        for s in self.succs(a):
            for p in self.paths(s, b):
                yield [a, *p]
    def __contains__(self, n): return n in self.nodes
    def __len__(self): return len(self.nodes)
    def __iter__(self): return self.topo()
g = Graph()
x = g.add("input", shape=(None, 32))
for i, branch in enumerate(("a", "b"), 1):
    h = g.add(f"{branch}_dense", x, units=16 * i)
    for j in range(i):
        h = g.add(f"{branch}_relu{j}", h)
g.add("concat", "a_relu0", "b_relu1", axis=-1)
out = g.add("out", "concat", units=1)
order = list(g)
paths = list(g.paths("input", "out"))
longest = max(paths, key=len)
depth = {n: max((len(p) for p in g.paths(x, n)), default=0) for n in g.nodes}
fan = {n: (len(g.preds(n)), len(g.succs(n))) for n in order}
errs = []
for args in (("out",), ("z", "nope")):
    try: g.add(*args)
    except LookupError as e: errs.append((type(e).__name__, str(e), isinstance(e, KeyError)))
dot = "digraph {" + "; ".join(f"{a}->{b}" for a, b in sorted(g.edges)) + "}"
units = {k: v["units"] for k, v in g.nodes.items() if "units" in v}
facts = "out" in g, len(g), bool(g)
# ---
VGG = {"A": [64, "M", 128, "M", 256, 256, "M", 512, 512, "M", 512, 512, "M"], "B": [64, 64, "M", 128, 128, "M", 256, 256, "M", 512, 512, "M", 512, 512, "M"]}
def build(cfg, size=32, channels=3, classes=10):
    rows, params = [], 0
    block, conv = 1, 1
    for item in cfg:
        if item == "M":
            size //= 2
            rows.append((f"block{block}_pool", (None, size, size, channels), 0))
            block, conv = block + 1, 1
        else:
            p = (9 * channels + 1) * item
            params += p
            channels = item
            rows.append((f"block{block}_conv{conv}", (None, size, size, channels), p))
            conv += 1
    flat = size * size * channels
    for i, units in enumerate((4096, 4096, classes)):
        name = "predictions" if units == classes else f"fc{i + 1}"
        rows.append((name, (None, units), (flat + 1) * units))
        params += (flat + 1) * units
        flat = units
    return rows, params
result = {k: build(v)[1] for k, v in VGG.items()}
rows, total = build(VGG["A"])
table = ["{:<14} {!s:<22} {:>12,}".format(*r) for r in rows]
convs = sum(isinstance(c, int) for c in VGG["B"]), VGG["B"].count("M")
biggest = max(rows, key=lambda r: r[2])[0]
mb = f"{total * 4 / 2 ** 20:.1f} MB"
line = "=" * 20
head = f"{'Layer':^14}|{'Output':^10}|{'Param #':>9}"
# ---
import itertools, string
def grid(**axes):
    keys = list(axes)
    for values in itertools.product(*axes.values()):
        yield dict(zip(keys, values))
runs = list(grid(lr=[0.1, 0.01], bs=(32, 64), opt=["sgd"]))
tags = ["-".join(f"{k}{v}" for k, v in r.items()) for r in runs]
best = min(runs, key=lambda r: (abs(r["lr"] - 0.05), -r["bs"]))
by = {k: [r["bs"] for r in g] for k, g in itertools.groupby(runs, key=lambda r: r["lr"])}
ids = list(itertools.islice((f"{a}{n}" for a in string.ascii_uppercase for n in range(2)), 5))
folds = [([j for j in range(6) if j % 3 != i], [j for j in range(6) if j % 3 == i]) for i in range(3)]
batches = [list(range(10))[i:i + 4] for i in range(0, 10, 4)]
steps = -(-10 // 4), divmod(10, 4), len(batches)
win = [tuple(range(5))[i:i + 3] for i in range(3)]
pairs = list(zip(range(4), itertools.chain([None], range(3))))
onehot = [[int(i == c) for i in range(3)] for c in (2, 0)]
conf = [[0] * 2 for _ in range(2)]
for t, p in zip([0, 1, 1, 0, 1], [0, 1, 0, 0, 1]): conf[t][p] += 1
acc = sum(conf[i][i] for i in range(2)) / sum(map(sum, conf))
vocab = {w: i for i, w in enumerate(sorted(set("the cat the mat".split())), start=1)}
enc = [vocab.get(w, 0) for w in "the dog mat".split()]
padded = [s[:4] + [0] * (4 - len(s)) for s in ([1, 2], [1, 2, 3, 4, 5])]
transposed = list(map(list, zip(*padded)))
cum = list(itertools.accumulate([64, 128, 256])), [*itertools.repeat("x", 2)]
# ---
class Callback:
    def __init__(self): self.model = None
    def set_model(self, m): self.model = m
    def on_epoch_end(self, epoch, logs=None): pass
class History(Callback):
    def __init__(self):
        super().__init__()
        self.history = {}
    def on_epoch_end(self, epoch, logs=None):
        for k, v in (logs or {}).items():
            self.history.setdefault(k, []).append(v)
class EarlyStopping(Callback):
    def __init__(self, monitor="val_loss", patience=0, min_delta=0):
        super().__init__()
        self.monitor, self.patience, self.min_delta = monitor, patience, abs(min_delta)
        self.best, self.wait, self.stopped = float("inf"), 0, None
    def on_epoch_end(self, epoch, logs=None):
        current = logs.get(self.monitor)
        if current < self.best - self.min_delta:
            self.best, self.wait = current, 0
        else:
            self.wait += 1
            if self.wait >= self.patience:
                self.stopped = epoch
                self.model.stop_training = True
class Trainer:
    stop_training = False
    def fit(self, losses, callbacks=()):
        hist = History()
        for cb in [hist, *callbacks]: cb.set_model(self)
        for epoch, loss in enumerate(losses):
            logs = {"loss": loss * 0.9, "val_loss": loss}
            for cb in (hist, *callbacks):
                cb.on_epoch_end(epoch, logs)
            if self.stop_training:
                break
        return hist
es = EarlyStopping(patience=2, min_delta=0.01)
h = Trainer().fit([1.0, 0.8, 0.795, 0.9, 0.5], [es])
hist = {k: [round(v, 4) for v in vs] for k, vs in h.history.items()}
st = es.stopped, es.best, es.wait, es.model.stop_training, Trainer.stop_training
line = " - ".join(f"{k}: {v[-1]:.4f}" for k, v in h.history.items())
bar = ["[" + "=" * i + ">" * (i < 5) + "." * (4 - i) + "]" for i in range(6)]
# ---
import re
SPEC = "ds_r1_k3_s11_e1_i32_o16_se0.25,ir_r2_k3_s22_e6_i16_o24_se0.25_noskip,ir_r2_k5_s22_e6_i24_o40"
def decode(block):
    ops = block.split("_")
    opts = {}
    for op in ops[1:]:
        m = re.match(r"(se|[a-z])([\d.]+)$", op)
        if m:
            opts[m.group(1)] = m.group(2)
        else:
            opts[op] = True
    return dict(kind=ops[0], repeats=int(opts["r"]), kernel=int(opts["k"]), strides=tuple(map(int, opts["s"])), expand=int(opts["e"]), inp=int(opts["i"]), out=int(opts["o"]), se=float(opts.get("se", 0)) or None, skip="noskip" not in opts)
blocks = [decode(b) for b in SPEC.split(",")]
def encode(b):
    parts = [b["kind"], f"r{b['repeats']}", f"k{b['kernel']}", "s%d%d" % b["strides"], f"e{b['expand']}", f"i{b['inp']}", f"o{b['out']}"]
    if b["se"]: parts.append(f"se{b['se']:g}")
    if not b["skip"]: parts.append("noskip")
    return "_".join(parts)
again = ",".join(map(encode, blocks)) == SPEC
layers = [(f"{i}{chr(97 + r)}", b["inp"] if r == 0 else b["out"], b["out"]) for i, b in enumerate(blocks, 1) for r in range(b["repeats"])]
total = sum(b["repeats"] for b in blocks)
drop = [round(0.2 * i / total, 3) for i in range(total)]
keys = sorted(set().union(*blocks))
try:
    decode("ir_k3")
except KeyError as e:
    err = f"{e}", e.args
# ---
class Tensor:
    __array_priority__ = 10
    def __init__(self, shape, op="input", parents=()):
        self.shape, self.op, self.parents = tuple(shape), op, tuple(parents)
    @staticmethod
    def _bcast(a, b):
        out = []
        for x, y in zip(((1,) * (len(b) - len(a)) + a), ((1,) * (len(a) - len(b)) + b)):
            if 1 not in (x, y) and x != y: raise ValueError(f"Incompatible shapes {a} and {b}")
            out.append(max(x, y))
        return tuple(out)
    def _bin(self, other, op):
        if isinstance(other, (int, float)): other = Tensor((), "const")
        elif not isinstance(other, Tensor): return NotImplemented
        return Tensor(self._bcast(self.shape, other.shape), op, (self, other))
    def __add__(self, o): return self._bin(o, "add")
    def __radd__(self, o): return self._bin(o, "radd")
    def __mul__(self, o): return self._bin(o, "mul")
    __rmul__ = __mul__
    def __neg__(self): return Tensor(self.shape, "neg", (self,))
    def __sub__(self, o): return self + (-o)
    def __matmul__(self, o):
        if self.shape[-1] != o.shape[-2]: raise ValueError(f"{self.shape} @ {o.shape}")
        return Tensor(self.shape[:-1] + o.shape[-1:], "matmul", (self, o))
    def __getitem__(self, key):
        key = key if isinstance(key, tuple) else (key,)
        dims, shape = [], list(self.shape)
        for k in key:
            if k is None: dims.append(1)
            elif k is Ellipsis:
                rest = len(shape) - (len([q for q in key if q is not None and q is not Ellipsis]) - len(self.shape) + len(shape))
                while rest > 0: dims.append(shape.pop(0)); rest -= 1
            elif isinstance(k, slice): dims.append(len(range(*k.indices(shape.pop(0)))))
            else: shape.pop(0)
        return Tensor(dims + shape, "slice", (self,))
    def __len__(self): return self.shape[0]
    def __repr__(self): return f"<{self.op} {'x'.join(map(str, self.shape)) or 'scalar'}>"
    @property
    def T(self): return Tensor(self.shape[::-1], "T", (self,))
a, b = Tensor((4, 3)), Tensor((3,))
res = [a + b, 2 + a, a * 0.5, a - 1, a @ a.T, -a, a[0], a[:, 1], a[1:3], a[None], a[:, ::2], a[:, None, 1:]]
errs = []
for f in (lambda: a + Tensor((5,)), lambda: a @ a, lambda: a + "x", lambda: [] + a, lambda: a < b):
    try: errs.append(f())
    except (ValueError, TypeError) as e: errs.append(str(e))
def walk(t, d=0):
    yield "  " * d + repr(t)
    for p in t.parents: yield from walk(p, d + 1)
tree = "\n".join(walk((a @ a.T) * 2 + 1))
n = len(a), bool(a), sum(1 for _ in walk(res[4]))
# ---
def parse_size(text, unit=1024):
    units = {u: unit ** i for i, u in enumerate(["B", "KB", "MB", "GB"])}
    num, _, suffix = text.strip().partition(" ")
    return int(float(num) * units[suffix.upper() or "B"])
sizes = [parse_size(t) for t in ("12", "1.5 kb", "3 MB", " 0.25 GB ")]
def human(n):
    for unit in ("B", "K", "M", "G"):
        if abs(n) < 1000:
            return f"{n:.3g}{unit}"
        n /= 1000
    return f"{n:.1f}T"
shown = [human(n) for n in (5, 999, 1000, 25_636_712, 1.75e11, -3e12)]
def memory(shape, dtype="float32", batch=1):
    bits = int("".join(filter(str.isdigit, dtype)))
    n = batch
    for d in shape:
        if d is not None: n *= d
    return n * bits // 8
mem = {d: memory((None, 56, 56, 64), d, batch=8) for d in ("float16", "float32", "int8", "bfloat16")}
total = sum(mem.values())
ratio = {d: f"{m / total:.1%}" for d, m in mem.items()}
try: parse_size("3 QB")
except KeyError as e: err = str(e)
try: parse_size("x MB")
except ValueError as e: err2 = str(e)
flops = lambda h, w, k, ci, co, groups=1: 2 * h * w * k * k * ci * co // groups
f = [flops(56, 56, 3, 64, 64), flops(56, 56, 3, 64, 64, 64), flops(h=7, w=7, k=1, ci=512, co=2048)]
gf = [f"{x / 1e9:.3f}" for x in f]
speed = f[0] / f[1]
hms = lambda s: "{:d}:{:02d}:{:02d}".format(s // 3600, s // 60 % 60, s % 60)
times = [hms(s) for s in (59, 3600, 86399)]
eta = f"{int(12.7):02d}s/step"
# ---
class Registry(dict):
    def register(self, name=None, /, *aliases):
        def wrap(obj):
            key = name if isinstance(name, str) else obj.__name__
            for k in (key, *aliases):
                if k in self: raise KeyError(f"{k} already registered as {self[k].__name__}")
                self[k] = obj
            obj.registered_name = key
            return obj
        return wrap(name) if callable(name) else wrap
MODELS = Registry()
@MODELS.register
class ResNet:
    depth = 50
    def __init__(self, **kw): self.__dict__.update(depth=self.depth, **kw)
    def __repr__(self): return f"{self.registered_name}({', '.join('%s=%r' % kv for kv in sorted(vars(self).items()))})"
@MODELS.register("rn101", "resnet-101")
class ResNet101(ResNet): depth = 101
@MODELS.register("fn")
def make(**kw): return ("fn", kw)
m = [MODELS[k](width=2) if k != "fn" else MODELS[k](a=1) for k in MODELS]
keys = list(MODELS), ResNet101.registered_name, MODELS["rn101"] is MODELS["resnet-101"]
try:
    @MODELS.register("fn")
    def other(): pass
except KeyError as e: dup = e.args[0]
def create(spec):
    name, _, rest = spec.partition("?")
    kw = dict(p.split("=") for p in rest.split("&") if p)
    kw = {k: int(v) if v.lstrip("-").isdigit() else float(v) if v.replace(".", "", 1).isdigit() else {"true": True, "false": False, "none": None}.get(v.lower(), v) for k, v in kw.items()}
    return MODELS[name](**kw)
made = [create(s) for s in ("ResNet", "ResNet?width=2&drop=0.5", "rn101?pretrained=true&act=relu&n=-3&x=None", "fn?")]
bad = []
for s in ("nope", "ResNet?a"):
    try: create(s)
    except (KeyError, ValueError) as e: bad.append((type(e).__name__, str(e)))
try: ResNet(depth=3)
except TypeError as e: twice = str(e)
# ---
def unet(size, filters, depth, skip=True):
    log = []
    def down(level, s, f):
        if level == depth:
            log.append(("bottleneck", s, f))
            return s, f
        log.append((f"enc{level}", s, f))
        s2, f2 = down(level + 1, s // 2, f * 2)
        up = s2 * 2
        crop = s - up
        log.append((f"dec{level}", up, f2 // 2 + (f if skip else 0), crop))
        return up, f
    out = down(0, size, filters)
    return out, log
r64, log64 = unet(64, 16, 3)
r50, log50 = unet(50, 8, 4, skip=False)
crops = [e[3] for e in log50 if len(e) == 4]
ok = not any(crops), any(crops)
names = " > ".join(e[0] for e in log64)
def ackermann(m, n):
    return n + 1 if m == 0 else ackermann(m - 1, 1) if n == 0 else ackermann(m - 1, ackermann(m, n - 1))
ack = ackermann(2, 3)
def hanoi(n, a="A", b="B", c="C"):
    return hanoi(n - 1, a, c, b) + [a + c] + hanoi(n - 1, b, a, c) if n else []
moves = hanoi(3)
memo = {}
def lcs(a, b):
    if not a or not b: return ""
    if (a, b) not in memo:
        memo[a, b] = a[0] + lcs(a[1:], b[1:]) if a[0] == b[0] else max(lcs(a[1:], b), lcs(a, b[1:]), key=len)
    return memo[a, b]
common = lcs("convolution", "revolution"), len(memo)
def perms(xs):
    if len(xs) < 2: yield xs; return
    for i, x in enumerate(xs):
        for p in perms(xs[:i] + xs[i + 1:]): yield x + p
ps = list(perms("abc"))
def is_even(n): return True if n == 0 else is_odd(n - 1)
def is_odd(n): return False if n == 0 else is_even(n - 1)
eo = is_even(10), is_odd(7)
fact = (lambda f: lambda n: f(f, n))(lambda s, n: 1 if n < 2 else n * s(s, n - 1))
f20 = fact(20)
primes = [n for n in range(2, 40) if all(n % d for d in range(2, int(n ** 0.5) + 1))]
collatz = [27]
while collatz[-1] != 1: collatz.append(collatz[-1] // 2 if collatz[-1] % 2 == 0 else 3 * collatz[-1] + 1)
cl = len(collatz), max(collatz)
mat = lambda a, b: [[sum(x * y for x, y in zip(r, c)) for c in zip(*b)] for r in a]
mm = mat([[1, 2], [3, 4]], [[0, 1], [1, 0]])
binary = [f"{n:04b}" for n in range(3)], int("1010", 2), "".join(reversed("abc"))
gcd = lambda a, b: a if not b else gcd(b, a % b)
gg = gcd(1071, 462)
# ---
class Meter:
    def __init__(self, name, fmt=":f"): self.name, self.fmt = name, fmt; self.reset()
    def reset(self): self.val = self.avg = self.sum = self.count = 0
    def update(self, val, n=1):
        self.val = val
        self.sum += val * n
        self.count += n
        self.avg = self.sum / self.count
    def __str__(self):
        return ("{name} {val" + self.fmt + "} ({avg" + self.fmt + "})").format(**self.__dict__)
m = Meter("Loss", ":.4e")
for v, n in ((0.7, 32), (0.5, 32), (0.9, 8)): m.update(v, n)
text = str(m)
class Progress:
    def __init__(self, num, meters, prefix=""):
        d = len(str(num // 1))
        self.fmt = "[" + "{:" + str(d) + "d}" + "/" + ("{:" + str(d) + "d}").format(num) + "]"
        self.meters, self.prefix = meters, prefix
    def line(self, b): return "\t".join([self.prefix + self.fmt.format(b)] + [str(x) for x in self.meters])
line = Progress(100, [m, Meter("Acc@1", ":6.2f")], "Epoch: ").line(7)
state = vars(m)
log = {"loss": 0.123456, "acc": 0.98765, "lr": 1e-05, "epoch": 3}
fm = " | ".join(f"{k}: {v:.4f}" if isinstance(v, float) and v > 1e-3 else f"{k}: {v}" for k, v in log.items())
width = max(map(len, log))
aligned = [f"{k:>{width}} = {v!r}" for k, v in log.items()]
ckpt = "weights.{epoch:02d}-{acc:.2f}.hdf5".format(**log), "%(epoch)03d_%(loss).3f" % log
js = str(log), repr(list(log.items())[0])
