import assert from 'node:assert/strict';
import fs, { mkdirSync, mkdtempSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { after, before, describe, mock, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { InlayHint, ProtocolConnection } from 'vscode-languageserver';
import {
  createConnection,
  createProtocolConnection,
  FileChangeType,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { createService } from '../node/service';
import { startServer } from './server';

const helper = (units: number) =>
  `from keras import layers\ndef head(x):\n    y = layers.Dense(${units})(x)\n    return y\n`;
const main = 'import keras\nfrom helpers import head\nout = head(keras.Input((4,)))\n';

describe('files that open programs import', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keras-shapes-'));
  const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
  let client: ProtocolConnection;
  /** Failures that the server has logged. */
  const logged: string[] = [];

  before(async () => {
    const [up, down] = [new PassThrough(), new PassThrough()];
    const connection = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
    startServer(connection, { service: createService({ extraPaths: [] }), version: '0', docs: null });
    client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    client.onNotification('window/logMessage', ({ message }: { message: string }) => void logged.push(message));
    client.listen();
    await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
    await client.sendNotification('initialized', {});
  });
  after(() => {
    client.dispose();
    rmSync(folder, { recursive: true });
  });

  const open = (name: string, text: string) =>
    client.sendNotification('textDocument/didOpen', {
      textDocument: { uri: uriOf(name), languageId: 'python', version: 1, text },
    });
  const changed = (name: string, type: FileChangeType) =>
    client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(name), type }] });

  /** Waits until a label is among the hints, and another one is not. */
  async function shows(label: string | null, gone: string | null = null, name = 'main.py'): Promise<void> {
    let labels: string[] = [];
    for (let i = 0; i < 100; i++) {
      const hints = await client.sendRequest<InlayHint[]>('textDocument/inlayHint', {
        textDocument: { uri: uriOf(name) },
        range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
      });
      labels = hints.map((hint) => labelText(hint));
      if ((label === null || labels.includes(label)) && (gone === null || !labels.includes(gone))) return;
      await sleep(20);
    }
    assert.fail(`shows ${labels.join(' ') || 'nothing'} instead of ${label ?? 'anything else'}`);
  }

  test('are read again when they change on the disk', async () => {
    writeFileSync(join(folder, 'helpers.py'), helper(3));
    await open('main.py', main);
    await shows('(None, 3)');
    writeFileSync(join(folder, 'helpers.py'), helper(11));
    await changed('helpers.py', FileChangeType.Changed);
    await shows('(None, 11)');
  });

  test('are read as they stand in the editor, saved or not', async () => {
    await open('helpers.py', helper(11));
    await client.sendNotification('textDocument/didChange', {
      textDocument: { uri: uriOf('helpers.py'), version: 2 },
      contentChanges: [{ text: helper(17) }],
    });
    await shows('(None, 17)');
    await client.sendNotification('textDocument/didClose', { textDocument: { uri: uriOf('helpers.py') } });
    await changed('helpers.py', FileChangeType.Changed);
    await shows('(None, 11)');
  });

  test('may be in other encodings, loop, or go', async () => {
    const latin = `# -*- coding: latin-1 -*-\n# caf\u00e9\n${helper(19)}`;
    writeFileSync(join(folder, 'helpers.py'), Buffer.from(latin, 'latin1'));
    await changed('helpers.py', FileChangeType.Changed);
    await shows('(None, 19)');
    unlinkSync(join(folder, 'helpers.py'));
    symlinkSync('helpers.py', join(folder, 'helpers.py'));
    await changed('helpers.py', FileChangeType.Deleted);
    await sleep(50);
    unlinkSync(join(folder, 'helpers.py'));
    writeFileSync(join(folder, 'helpers.py'), helper(23));
    await changed('helpers.py', FileChangeType.Created);
    await shows('(None, 23)');
  });

  test('are not there where the disk fails, and are read again when it works', async () => {
    const path = join(folder, 'helpers.py');
    const { readFileSync } = fs;
    const failing = mock.method(fs, 'readFileSync', (...given: Parameters<typeof readFileSync>) => {
      if (given[0] === path) throw Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' });
      return readFileSync(...given);
    });
    try {
      writeFileSync(path, helper(29));
      await changed('helpers.py', FileChangeType.Changed);
      await shows(null, '(None, 23)');
      assert.ok(failing.mock.callCount() > 0);
    } finally {
      failing.mock.restore();
    }
    await changed('helpers.py', FileChangeType.Created);
    await shows('(None, 29)');
    assert.deepEqual(logged, []);
  });

  test('are shown still when the program itself is deleted, as long as it is open', async () => {
    writeFileSync(join(folder, 'main.py'), main);
    await changed('main.py', FileChangeType.Created);
    unlinkSync(join(folder, 'main.py'));
    await changed('main.py', FileChangeType.Deleted);
    await shows('(None, 29)');
    assert.deepEqual(logged, []);
  });

  test('are all that is read of a folder of 5,000 files', async () => {
    const many = join(folder, 'many');
    mkdirSync(many);
    symlinkSync('.', join(many, 'around'));
    for (let i = 0; i < 5000; i++) writeFileSync(join(many, `module_${i}.py`), helper(i));
    const reads = mock.method(fs, 'readFileSync');
    const looks = mock.method(fs, 'statSync');
    try {
      await open('many/main.py', main.replace('helpers', 'around.around.module_31'));
      await shows('(None, 31)', null, 'many/main.py');
      const read = reads.mock.calls.map(({ arguments: [path] }) => String(path)).filter((path) => path.endsWith('.py'));
      assert.deepEqual(read, [join(many, 'around', 'around', 'module_31.py')]);
      assert.ok(looks.mock.callCount() < 100, `${looks.mock.callCount()} files were looked for`);
      // The editor tells of all that changes.
      for (let i = 0; i < 500; i++) await changed(`many/module_${i + 100}.py`, FileChangeType.Changed);
      await shows('(None, 31)', null, 'many/main.py');
      assert.equal(reads.mock.calls.filter(({ arguments: [path] }) => String(path).endsWith('.py')).length, 1);
    } finally {
      reads.mock.restore();
      looks.mock.restore();
    }
    assert.deepEqual(logged, []);
  });
});

function labelText({ label }: InlayHint): string {
  return typeof label === 'string' ? label : label.map(({ value }) => value).join('');
}
