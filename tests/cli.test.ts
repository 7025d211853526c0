// The command line as a person runs it: what it prints and how it ends. Runs the build (npm run build).

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, describe, test } from 'node:test';

const seed = 'test-fixtures/programs/autoencoder.py';

describe('the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keras-shapes-cli-'));
  after(() => rmSync(folder, { recursive: true }));

  function run(...words: string[]) {
    assert.ok(existsSync('dist/cli.js'), 'dist/cli.js is missing: npm run build');
    const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli.js', ...words], { encoding: 'utf8' });
    return { status, stdout, stderr };
  }

  function file(name: string, content: string | Uint8Array): string {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  }

  const wrong = file('wrong.py', 'from keras import Input, layers\ny = layers.Conv2D(8, 40)(Input((26, 26, 32)))\n');

  test('shows a program with its shapes', () => {
    const { status, stdout } = run('show', seed);
    assert.equal(status, 0);
    assert.match(stdout, /decoded = .*\(x\) {2}\(None, 28, 28, 1\)/);
    assert.match(
      stdout,
      /MaxPooling2D\(\(2, 2\), padding='same', strides=\(2, 2\)\)\(x\) {2}\(None, 14, 14, 16\) {2}28→14/,
    );
  });

  test('checks: 0 for a sound program, 1 where Keras will raise', () => {
    assert.equal(run('check', seed).status, 0);
    const { status, stdout } = run('check', seed, wrong);
    assert.equal(status, 1);
    assert.match(stdout, /wrong\.py:2:22 error\[negative-dimension\]: Conv2D: kernel 40 is larger than 26\./);
    assert.match(stdout, /\^\^/);
    assert.match(stdout, /why: .*\n.*next: .*\n.*fix: {2}Add padding="same" — gives \(None, 26, 26, 8\)/);
    assert.match(stdout, /1 error in 2 files\./);
  });

  test('prints summaries', () => assert.match(run('summary', seed).stdout, /Total params: 4,385/));

  test('prints the summary of a model that another file makes for a name of this one', () => {
    file(
      'maker.py',
      `import keras
from keras import layers

def make(n):
    x = keras.Input((4,))
    assert keras.Model(x, layers.Dense(7)(x)).output_shape == (None, 7)
    return keras.Model(x, layers.Dense(n)(x))
`,
    );
    const { stdout } = run('summary', file('taker.py', 'from maker import make\n\nnet = make(3)\n'));
    assert.match(stdout, /Total params: 15 /);
    assert.equal(stdout.match(/Model:/g)?.length, 1);
  });

  test('explains a line', () => {
    const { stdout } = run('explain', `${seed}:9`);
    assert.match(stdout, /⌈28 \/ 2⌉ = 14/);
    const config = file(
      'config.py',
      'import json, keras\nn = json.load(open("c"))["n"]\ny = keras.layers.Dense(n)(keras.Input((4,)))\n',
    );
    assert.match(run('explain', `${config}:3`).stdout, /json\.load/);
  });

  test('explains a line that makes models with functions, of this file or another', () => {
    file(
      'zoo.py',
      `from keras import Input, Model, Sequential, layers

def net(n):
    i = Input((4,))
    return Model(i, layers.Dense(n)(i))

def late(n):
    return Sequential([layers.Dense(n)])
`,
    );
    const program = file(
      'uses.py',
      'from zoo import net, late\na = net(10)\nb = late(5)\n\ndef own():\n    return net(2)\nc = own()\n',
    );
    assert.match(run('explain', `${program}:2`).stdout, /Functional \(None, 4\) → \(None, 10\)\n {2}50 parameters/);
    assert.match(run('explain', `${program}:3`).stdout, /Sequential is built when it is first called/);
    for (const line of [6, 7]) {
      assert.match(
        run('explain', `${program}:${line}`).stdout,
        /Functional \(None, 4\) → \(None, 2\)\n {2}10 parameters/,
      );
    }
    assert.match(run('explain', `${program}:4`).stdout, /Nothing is known of line 4/);
  });

  test('traces as JSON, notebooks too, with paths as they were given', () => {
    const notebook = file(
      'a.ipynb',
      JSON.stringify({
        cells: [{ cell_type: 'code', source: ['%matplotlib inline\n', 'import keras\n', 'x = keras.Input((3,))'] }],
      }),
    );
    const { status, stdout } = run('trace', '--json', seed, notebook);
    assert.equal(status, 0);
    const { version, files } = JSON.parse(stdout);
    assert.equal(version, 1);
    assert.deepEqual(
      files.map(({ path }: { path: string }) => path),
      [seed, notebook],
    );
    assert.equal(files[0].models[0].parameters.total, 4385);
    assert.deepEqual(files[1].calls[0].range, { start: { line: 3, column: 5 }, end: { line: 3, column: 22 } });
  });

  test('says which files it cannot read, exits with 2, and does the others', () => {
    const binary = file('b.py', new Uint8Array([0, 1]));
    const latin = file('c.py', new Uint8Array([0x23, 0xe9]));
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    const { status, stdout, stderr } = run('check', join(folder, 'none.py'), empty, binary, latin, wrong);
    assert.equal(status, 2);
    assert.match(stdout, /error\[negative-dimension\]/);
    for (const message of [/no such file/, /holds no Python file/, /binary/, /not UTF-8/])
      assert.match(stderr, message);
  });

  test('takes a folder for the programs in it', () => {
    for (const inner of ['project/model', 'project/.hidden', 'project/env/lib'])
      mkdirSync(join(folder, inner), { recursive: true });
    file('project/env/pyvenv.cfg', '');
    for (const inner of ['model/a.py', 'model/b.ipynb', '.hidden/c.py', 'env/lib/d.py', 'e.py', 'f.txt'])
      file(`project/${inner}`, inner.endsWith('b') ? '{"cells":[]}' : 'import keras\nx = keras.Input((3,))\n');
    const { status, stdout } = run('trace', '--json', join(folder, 'project'));
    assert.equal(status, 0);
    assert.deepEqual(
      JSON.parse(stdout).files.map(({ path }: { path: string }) => relative(folder, path)),
      ['project/e.py', 'project/model/a.py', 'project/model/b.ipynb'],
    );
  });

  test('helps, and says what is wrong with its words', () => {
    assert.match(run('--help').stdout, /keras-shapes check FILE/);
    assert.match(run('--version').stdout, /^keras-shapes \d+\.\d+\.\d+\n$/);
    const { status, stderr } = run('shwo', seed);
    assert.equal(status, 2);
    assert.match(stderr, /there is no command shwo/);
  });
});
