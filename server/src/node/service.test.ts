import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { diagnostics } from '../features/diagnostics';
import { DEFAULT_SETTINGS } from '../features/settings';
import { modelLayers } from '../graph/rows';
import { createService, type Service } from './service';

test('a loop that makes two thousand layers is followed to its end, while somebody types', async () => {
  const service = await createService({ extraPaths: [] });
  const { analysis } = service.analyse(
    'file:///deep.py',
    `import keras
from keras import layers
image = x = keras.Input((32, 32, 16))
for i in range(667):
    y = layers.Conv2D(16, 3, padding="same")(x)
    y = layers.Conv2D(16, 3, padding="same")(y)
    x = layers.Add()([x, y])
model = keras.Model(image, x)
`,
  );
  const { trace } = analysis;
  const [model] = trace.models;
  assert.equal(trace.cut, null);
  assert.equal(model && modelLayers(model.instance)?.length, 2002);
});

/** What is told of a program that stands in a folder with other files. */
async function problemsIn(files: Record<string, string>, program: string) {
  const home = mkdtempSync(join(tmpdir(), 'keras-shapes-service-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(home, path)), { recursive: true });
      writeFileSync(join(home, path), text);
    }
    const service = await createService({ extraPaths: [] });
    const { analysis } = service.analyse(pathToFileURL(join(home, 'main.py')).href, program);
    return diagnostics(analysis, DEFAULT_SETTINGS).map(({ code, severity, span, what, why }) => {
      return { code, severity, at: program.slice(span.start, span.end), what, why };
    });
  } finally {
    rmSync(home, { recursive: true });
  }
}

const BLOCK =
  'from keras import layers\ndef block(x):\n    x = layers.Conv2D(8, 3)(x)\n    return layers.Conv1D(8, 3)(x)\n';

test('what a function of another file refuses is told once, at the call that leads there', async () => {
  const program =
    'import keras\nfrom blocks import block\ny = block(keras.Input((28, 28)))\ndef later(x):\n    block(x)\n';
  assert.deepEqual(await problemsIn({ 'blocks.py': BLOCK }, program), [
    {
      code: 'wrong-rank',
      severity: 'error',
      at: 'block(keras.Input((28, 28)))',
      what: 'Conv2D takes an input of at least 4 dimensions, and this one has 3',
      why: 'that is in `block` of blocks.py',
    },
  ]);
});

test('files in other folders import what lies beside the program, as Python does', async () => {
  const files = {
    'shared/blocks.py': BLOCK,
    'nets/net.py': 'from shared.blocks import block\ndef net(x):\n    return block(x)\n',
    'nets/shared/blocks.py': 'def block(x):\n    return x\n',
  };
  const program = 'import keras\nfrom nets.net import net\ny = net(keras.Input((28, 28)))\n';
  const [problem] = await problemsIn(files, program);
  assert.equal(problem?.at, 'net(keras.Input((28, 28)))');
  assert.equal(problem?.why, 'that is in `block` of blocks.py');
});

test('a compiled module of a package is not known: its import raises nothing', async () => {
  const home = mkdtempSync(join(tmpdir(), 'keras-shapes-service-'));
  try {
    mkdirSync(join(home, 'quick'));
    for (const file of ['__init__.py', '_core.cpython-312-x86_64-linux-gnu.so']) {
      writeFileSync(join(home, 'quick', file), '');
    }
    const service = await createService({ extraPaths: [home] });
    const program = `from quick import _core\ntry:\n    from quick import missing\nexcept ImportError:\n    found = False\n`;
    const { trace } = service.analyse(pathToFileURL(join(tmpdir(), 'main.py')).href, program).analysis;
    const values = new Map(trace.values());
    const core = values.get('_core');
    assert.match(core?.kind === 'unknown' ? core.reason.text : '', /is a compiled module/);
    assert.equal(values.get('found')?.kind, 'bool');
  } finally {
    rmSync(home, { recursive: true });
  }
});

test('an edit in the class of a model runs no other class of a model', async () => {
  const program = (units: number) => `import keras
from keras import layers
class First(keras.Model):
    def call(self, x):
        return layers.Dense(${units})(x)
class Second(keras.Model):
    def call(self, x):
        return x
answer = Second()(keras.Input((4,)))
`;
  const { analyzer } = (await createService({ extraPaths: [] })).analyzer('file:///program.py');
  analyzer.update(program(4), true);
  assert.deepEqual(analyzer.update(program(5), true).trace.counts, { evaluated: 1, kept: 4 });
});

const VARIED = `import enum
from dataclasses import dataclass
from typing import NamedTuple
import numpy as np
import keras
from keras import layers


class Kind(enum.Enum):
    SMALL = 8
    LARGE = 64


class Point(NamedTuple):
    x: int
    y: int = 0


@dataclass
class Config:
    units: int = Kind.SMALL.value
    kind: Kind = Kind.LARGE


class Odd(ValueError):
    pass


class Scaled(layers.Layer):
    def call(self, x):
        return x * 2.0


class Net(keras.Model):
    def __init__(self, config):
        super().__init__()
        self.scaled = Scaled()
        self.out = layers.Dense(config.units)

    def call(self, x):
        return self.out(self.scaled(x))


net = Net(Config())
answer = net(np.zeros((2, 4)))
net.compile("adam", "mse")
net.fit(np.zeros((8, 4)), np.zeros((8, 8)))
`;

/** Opens a program and looks at what is told of it; gives its values, which go out of reach with it. */
function openAndClose(service: Service): WeakRef<object>[] {
  const { analyzer } = service.analyzer('file:///closed.py');
  diagnostics(analyzer.update(VARIED), DEFAULT_SETTINGS);
  const { trace } = analyzer.update(VARIED.replace('SMALL = 8', 'SMALL = 16'));
  const values = [...trace.values()].filter(([name]) => /^(?:Kind|Point|Config|Odd|Scaled|Net|net|answer)$/.test(name));
  return values.map(([, value]) => new WeakRef(value));
}

test('nothing is kept of a program that was closed', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const service = await createService({ extraPaths: [] });
  const values = Array.from({ length: 3 }, () => openAndClose(service)).flat();
  assert.equal(values.length, 24);
  // What a WeakRef has been made for in this turn is held until the next one.
  await new Promise((resolve) => setTimeout(resolve));
  collect();
  assert.equal(values.filter((value) => value.deref() !== undefined).length, 0);
});
