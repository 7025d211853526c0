import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { type InlayHint, LSPErrorCodes, type ProtocolConnection } from 'vscode-languageserver';
import {
  CancellationTokenSource,
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { createService } from '../node/service';
import { startServer } from './server';
import type { AnalyzerFactory } from './workspace';

const URI = 'file:///long.py';
const HEAD = 'import keras\nx = keras.Input((4,))\n';
/** All of them take many slices, on a fast machine too. */
const LONG = 'for i in range(30000): j = i\n';
const STATEMENTS = 30;
const text = `${HEAD}${LONG.repeat(STATEMENTS)}y = keras.layers.Dense(3)(x)\n`;
const ALL = 2 + STATEMENTS + 1;

describe('a long run', () => {
  let client: ProtocolConnection;
  /** Statements evaluated by each slice, in order. */
  let slices: number[];

  beforeEach(async () => {
    slices = [];
    const service = await createService({ extraPaths: [] });
    const counting: AnalyzerFactory = {
      analyzer: (uri, python) => {
        const made = service.analyzer(uri, python);
        const { analyzer } = made;
        const update = analyzer.update.bind(analyzer);
        let last: unknown = null;
        analyzer.update = (...given) => {
          const analysis = update(...given);
          if (analysis !== last) slices.push(analysis.trace.counts.evaluated);
          last = analysis;
          return analysis;
        };
        return made;
      },
      readOpen: (documents) => service.readOpen(documents),
      forgetFiles: () => service.forgetFiles(),
      configure: (options) => service.configure(options),
    };
    const [up, down] = [new PassThrough(), new PassThrough()];
    const connection = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
    startServer(connection, { service: Promise.resolve(counting), version: '0', docs: null });
    client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    client.listen();
    await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
    await client.sendNotification('initialized', {});
  });
  afterEach(() => client.dispose());

  const open = () =>
    client.sendNotification('textDocument/didOpen', {
      textDocument: { uri: URI, languageId: 'python', version: 1, text },
    });
  const change = (version: number, changed: string) =>
    client.sendNotification('textDocument/didChange', {
      textDocument: { uri: URI, version },
      contentChanges: [{ text: changed }],
    });
  const range = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
  const hints = (source = new CancellationTokenSource()) =>
    client.sendRequest<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri: URI }, range }, source.token);
  const labels = async (asked: Promise<InlayHint[]>) =>
    (await asked).map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));
  const evaluated = () => slices.reduce((sum, count) => sum + count, 0);

  test('goes on between messages, and what was asked meanwhile waits for it', async () => {
    void open();
    assert.deepEqual(await labels(hints()), ['(None, 4)', '(None, 3)']);
    assert.equal(evaluated(), ALL);
    assert.ok(slices.length > 2, `${slices.length} slices`);
  });

  test('ends with a keystroke: the newest text is answered, and nothing that was run is run again', async () => {
    void open();
    const older = hints();
    void change(2, text.replace('Dense(3)', 'Dense(35)'));
    await assert.rejects(older, { code: LSPErrorCodes.ContentModified });
    assert.ok(evaluated() < ALL, `${evaluated()} of ${ALL} statements were evaluated`);
    assert.deepEqual(await labels(hints()), ['(None, 4)', '(None, 35)']);
    assert.equal(evaluated(), ALL);
  });

  test('of text that is gone is not gone on with', async () => {
    void open();
    const older = hints();
    void change(2, HEAD);
    await assert.rejects(older, { code: LSPErrorCodes.ContentModified });
    assert.deepEqual(await labels(hints()), ['(None, 4)']);
    assert.ok(evaluated() < ALL, `${evaluated()} of ${ALL} statements were evaluated`);
  });

  test('goes on when a request is cancelled that waited for it', async () => {
    void open();
    const source = new CancellationTokenSource();
    const given = hints(source);
    source.cancel();
    await assert.rejects(given, { code: LSPErrorCodes.RequestCancelled });
    assert.deepEqual(await labels(hints()), ['(None, 4)', '(None, 3)']);
    assert.equal(evaluated(), ALL);
  });

  test('ends when the document is closed', async () => {
    void open();
    const older = hints();
    await client.sendNotification('textDocument/didClose', { textDocument: { uri: URI } });
    await assert.rejects(older, { code: LSPErrorCodes.ContentModified });
    assert.deepEqual(await labels(hints()), []);
    assert.ok(evaluated() < ALL, `${evaluated()} of ${ALL} statements were evaluated`);
  });

  test('of a file that is too long does not begin, and the editor says so once', async () => {
    const said: string[] = [];
    client.onNotification('window/showMessage', ({ message }: { message: string }) => void said.push(message));
    const data = `x = 1\n${'# data\n'.repeat(250_000)}`;
    await client.sendNotification('textDocument/didOpen', {
      textDocument: { uri: URI, languageId: 'python', version: 1, text: data },
    });
    assert.deepEqual(await labels(hints()), []);
    await change(2, `${data}\n`);
    assert.deepEqual(await labels(hints()), []);
    await change(3, `${HEAD}`);
    assert.deepEqual(await labels(hints()), ['(None, 4)']);
    assert.deepEqual(said, ['This file is longer than 1,500,000 characters: Keras Shapes does not read it.']);
  });
});
