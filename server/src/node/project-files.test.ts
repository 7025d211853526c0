import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { createService } from './service';

const root = mkdtempSync(join(tmpdir(), 'keras-shapes-'));
after(() => rmSync(root, { recursive: true }));

const PROGRAM = 'from tensorflow.keras import layers\n';

/** Generation and reason of a program at a path of a project that has these files. */
async function read(files: Readonly<Record<string, string>>, path = 'model.py', text = PROGRAM) {
  const folder = mkdtempSync(join(root, 'project-'));
  for (const [name, content] of Object.entries({ '.git/HEAD': '', ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const service = await createService({ extraPaths: [] });
  const { generation, generationReason } = service.analyse(pathToFileURL(join(folder, path)).href, text).analysis.trace;
  return [generation, generationReason];
}

test('requirements of the project tell which Keras TensorFlow’s is', async () => {
  const files = { 'requirements.txt': 'numpy\n# tensorflow==2.4\ntensorflow>=2.16\n' };
  assert.deepEqual(await read(files), ['keras3', 'requirements.txt:3 says `tensorflow>=2.16`']);
  assert.deepEqual(await read(files, 'src/nets/model.py'), ['keras3', 'requirements.txt:3 says `tensorflow>=2.16`']);
});

test('the nearest folder that leaves one generation decides', async () => {
  const files = {
    'pyproject.toml': '[project]\ndependencies = ["keras>=3.3"]\n',
    'old/requirements.txt': 'tensorflow-gpu\n',
    'open/requirements.txt': 'tensorflow>=2.4\n',
  };
  assert.deepEqual(await read(files, 'old/model.py'), ['keras2', 'requirements.txt:1 says `tensorflow-gpu`']);
  assert.deepEqual(await read({ 'REQUIREMENTS.txt': 'tensorflow==1.1.0\n' }), [
    'keras2',
    'REQUIREMENTS.txt:1 says `tensorflow==1.1.0`',
  ]);
  assert.deepEqual(await read(files, 'open/model.py'), ['keras3', 'pyproject.toml:2 says `keras>=3.3`']);
});

test('what is installed in the project’s environment comes before what is asked for', async () => {
  const files = {
    'requirements.txt': 'tensorflow==2.10\n',
    '.venv/lib/python3.11/site-packages/keras-3.3.3.dist-info/METADATA': '',
  };
  assert.deepEqual(await read(files), ['keras3', '.venv says `keras==3.3.3`']);
});

test('what the text says comes before what the project does', async () => {
  const files = { 'requirements.txt': 'tensorflow==2.10\n' };
  assert.deepEqual(await read(files, 'model.py', 'from keras import ops\n'), [
    'keras3',
    '`keras.ops` is of Keras 3 alone',
  ]);
});

test('other files of the project tell where the program’s own text does not', async () => {
  const files = { 'blocks.py': 'from tensorflow.keras import ops\n' };
  assert.deepEqual(await read(files, 'model.py', `${PROGRAM}import blocks\n`), [
    'keras3',
    '`tensorflow.keras.ops` is of Keras 3 alone',
  ]);
});
