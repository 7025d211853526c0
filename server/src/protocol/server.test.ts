import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type {
  CodeAction,
  CodeLens,
  Diagnostic,
  Hover,
  InitializeResult,
  InlayHint,
  MarkupContent,
  ProtocolConnection,
  PublishDiagnosticsParams,
  TextEdit,
} from 'vscode-languageserver';
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { createService } from '../node/service';
import { labelText } from './convert';
import type { Location, WireGraph, WireStatus, WireTarget } from './messages';
import { startServer } from './server';

const seed = readFileSync('test-fixtures/programs/autoencoder.py', 'utf8');
const everything = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };

describe('the language server', () => {
  let client: ProtocolConnection;
  let capabilities: InitializeResult['capabilities'];
  const published = new Map<string, Diagnostic[]>();
  const changed: string[] = [];
  let settings: unknown = {};

  before(async () => {
    const [up, down] = [new PassThrough(), new PassThrough()];
    const connection = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
    startServer(connection, { service: createService({ extraPaths: [] }), version: '0', docs: 'file:///rules/' });
    client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    client.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishDiagnosticsParams) => {
      published.set(uri, diagnostics);
    });
    client.onNotification('kerasShapes/didChangeTrace', ({ uri }: { uri: string }) => {
      changed.push(uri);
    });
    client.onRequest('workspace/configuration', () => [settings]);
    client.onRequest('client/registerCapability', () => null);
    client.onRequest('workspace/inlayHint/refresh', () => null);
    client.listen();
    const result = await client.sendRequest<InitializeResult>('initialize', {
      processId: null,
      rootUri: null,
      capabilities: {
        workspace: {
          configuration: true,
          didChangeConfiguration: { dynamicRegistration: true },
          inlayHint: { refreshSupport: true },
        },
        textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
      },
    });
    capabilities = result.capabilities;
    await client.sendNotification('initialized', {});
  });
  after(() => client.dispose());

  let opened = 0;
  async function open(text: string): Promise<string> {
    opened += 1;
    const uri = `file:///program_${opened}.py`;
    await client.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'python', version: 1, text },
    });
    return uri;
  }

  let version = 1;
  /** Replaces the first occurrence of a text, as an editor tells it. */
  async function edit(uri: string, text: string, from: string, to: string): Promise<string> {
    const at = text.indexOf(from);
    const range = { start: position(text, at), end: position(text, at + from.length) };
    version += 1;
    await client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text: to }],
    });
    return text.replace(from, () => to);
  }

  const hints = (uri: string) =>
    client.sendRequest<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri }, range: everything });
  const labels = async (uri: string) => (await hints(uri)).map(labelText).filter((label) => label.startsWith('('));

  async function until<T>(ask: () => T | Promise<T>, check: (answer: T) => boolean): Promise<T> {
    for (let i = 0; i < 100; i++) {
      const answer = await ask();
      if (check(answer)) return answer;
      await sleep(20);
    }
    throw new Error(`still ${JSON.stringify(await ask())}`);
  }

  test('says what it can', () => {
    assert.ok(capabilities.inlayHintProvider);
    assert.ok(capabilities.notebookDocumentSync);
  });

  test('shows hints, and follows edits', async () => {
    const uri = await open(seed);
    assert.equal((await labels(uri)).length, 14);
    assert.equal((await labels(uri)).at(-1), '(None, 28, 28, 1)');
    await edit(uri, seed, '(28, 28, 1)', '(32, 32, 1)');
    assert.equal((await labels(uri)).at(-1), '(None, 28, 28, 1)');
    assert.equal((await labels(uri))[0], '(None, 32, 32, 1)');
  });

  test('keeps the hints of other lines while one is half typed', async () => {
    const uri = await open(seed);
    const before = await labels(uri);
    let text = await edit(uri, seed, "padding='same')(image)", 'padding=(image)');
    text = await edit(uri, text, 'padding=(image)', 'padding=');
    const during = await labels(uri);
    assert.deepEqual(during.slice(-12), before.slice(-12));
    await edit(uri, text, 'padding=', "padding='same')(image)");
    assert.deepEqual(await labels(uri), before);
  });

  test('tells the rest of a hint when asked', async () => {
    const uri = await open(seed);
    const ghost = (await hints(uri)).find((hint) => labelText(hint).includes('strides'));
    assert.ok(ghost);
    assert.equal(ghost.textEdits, undefined);
    const resolved = await client.sendRequest<InlayHint>('inlayHint/resolve', ghost);
    assert.match(JSON.stringify(resolved.tooltip), /strides/);
    assert.equal((resolved.textEdits as TextEdit[])[0]?.newText, ', strides=(2, 2)');
  });

  test('leads from each size of a hint to what says it', async () => {
    const uri = await open(seed);
    const hint = (await hints(uri)).find((one) => labelText(one) === '(None, 28, 28, 16)');
    assert.ok(hint);
    const resolved = await client.sendRequest<InlayHint>('inlayHint/resolve', hint);
    const [channels] = Array.isArray(resolved.label) ? resolved.label.filter(({ value }) => value === '16') : [];
    const at = position(seed, seed.indexOf('Conv2D(16,') + 'Conv2D('.length);
    assert.deepEqual(channels?.location, { uri, range: { start: at, end: { ...at, character: at.character + 2 } } });
    assert.equal(resolved.textEdits?.[0]?.newText, '  # (None, 28, 28, 16)');
  });

  test('has the rest of each hint, wherever in its line that stands which it tells of', async () => {
    const text = `import keras
x = image = keras.Input((8,))
def block(x):
    return keras.layers.Dense(4)(x)
small = block(image)
code = keras.layers.Dense(3)(small)  # the code
net = keras.Sequential([
    keras.Input((8,)),
    keras.layers.Dense(2),
])
`;
    const uri = await open(text);
    for (const hint of await hints(uri)) {
      const { tooltip } = await client.sendRequest<InlayHint>('inlayHint/resolve', hint);
      assert.ok(tooltip, `line ${hint.position.line + 1}: ${labelText(hint)}`);
    }
  });

  test('shows the shapes of the caller that is chosen', async () => {
    const text = `from keras import Input, layers
def block(x, n):
    return layers.Dense(n)(x)
x = block(Input((8,)), 4)
y = block(x, 5)
`;
    const uri = await open(text);
    const lenses = await client.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
    assert.deepEqual(
      lenses.map(({ command }) => [command?.title, command?.command]),
      [['shapes of 2 calls', 'kerasShapes.chooseCaller']],
    );
    const at = { uri, position: lenses[0]?.range.start };
    const callers = await client.sendRequest<{ id: number; label: string }[]>('kerasShapes/callers', at);
    assert.deepEqual(
      callers.map(({ label }) => label),
      ['block(Input((8,)), 4)', 'block(x, 5)'],
    );
    assert.equal((await labels(uri))[0], '(None, 4) +1');
    await client.sendNotification('kerasShapes/showCaller', { ...at, id: callers[1]?.id });
    assert.equal((await labels(uri))[0], '(None, 5)');
    await client.sendNotification('kerasShapes/showCaller', { ...at, id: null });
    assert.equal((await labels(uri))[0], '(None, 4) +1');
  });

  test('explains what is under the pointer', async () => {
    const uri = await open(seed);
    const at = position(seed, seed.indexOf('MaxPooling2D'));
    const found = await client.sendRequest('textDocument/hover', { textDocument: { uri }, position: at });
    assert.match(JSON.stringify(found), /⌈28 \/ 2⌉ = 14/);
  });

  test('reports problems when the typing pauses, and takes them back at once', async () => {
    const uri = await open(seed);
    await until(
      () => published.get(uri),
      (all) => all?.length === 0,
    );
    const text = await edit(uri, seed, "padding='same')(image)", "padding='sam')(image)");
    await labels(uri);
    assert.deepEqual(published.get(uri), []);
    await edit(uri, text, "padding='sam')(image)", "padding='same')(image)");
    await sleep(600);
    assert.deepEqual(published.get(uri), []);
    const wrong = await open('from keras import Input, layers\ny = layers.Conv2D(8, 40)(Input((26, 26, 32)))\n');
    const [problem] =
      (await until(
        () => published.get(wrong),
        (all) => all?.length === 1,
      )) ?? [];
    assert.equal(problem?.code, 'negative-dimension');
    assert.equal(problem?.codeDescription?.href, 'file:///rules/negative-dimension.md');
    assert.equal(problem?.source, 'keras-shapes');
  });

  test('offers fixes that were tried', async () => {
    const uri = await open(seed);
    const at = position(seed, seed.indexOf("layers.Conv2D(16, (3, 3), activation='relu')"));
    const actions = await client.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: at, end: at },
      context: { diagnostics: [], only: ['quickfix'] },
    });
    const same = actions.find(({ title }) => title.startsWith('Add padding="same"'));
    assert.equal(same?.title, 'Add padding="same" — output becomes (None, 32, 32, 1), input is (28, 28, 1)');
    assert.ok(!same?.isPreferred);
    assert.ok(same);
    assert.equal(same.edit, undefined);
    const { edit: chosen } = await client.sendRequest<CodeAction>('codeAction/resolve', same);
    assert.equal(chosen?.changes?.[uri]?.[0]?.newText, ', padding="same"');
  });

  test('shows summaries, and tells when they change', async () => {
    const uri = await open(seed);
    const [lens] = await client.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
    assert.equal(lens?.command?.title, '4,385 parameters');
    const { text } = await client.sendRequest<{ text: string }>('kerasShapes/summary', { uri, ...place(lens) });
    assert.match(text, /Total params: 4,385/);
    changed.length = 0;
    await edit(uri, seed, '(28, 28, 1)', '(32, 32, 1)');
    await until(
      () => changed,
      (uris) => uris.includes(uri),
    );
  });

  test('draws the graph of a model, and says what stands at the cursor', async () => {
    const uri = await open(seed);
    const graph = await client.sendRequest<WireGraph>('kerasShapes/graph', { uri });
    assert.equal(graph.models[graph.shown]?.label, 'autoencoder');
    assert.equal(graph.graph.nodes.length, 14);
    assert.equal(graph.graph.edges.length, 13);
    assert.deepEqual(graph.graph.nodes[1]?.outputs, ['(None, 28, 28, 16)']);
    assert.equal(graph.graph.nodes[1]?.span?.range.start.line, 7);
    const status = await client.sendRequest<WireStatus>('kerasShapes/status', { uri, position: position(seed, 0) });
    assert.equal(status.models[status.current]?.parameters, 4385);
    assert.equal(status.generation, 'keras3');
  });

  test('follows tensors both ways', async () => {
    const uri = await open(seed);
    const at = position(seed, seed.indexOf('(encoded)') + 1);
    const [made] = await client.sendRequest<Location[]>('kerasShapes/makers', { uri, position: at });
    assert.equal(made?.range.start.line, 12);
    const uses = await client.sendRequest<Location[]>('kerasShapes/uses', { uri, position: at });
    assert.deepEqual(
      uses.map(({ range }) => range.start.line),
      [16],
    );
    const nothing = { uri, position: position(seed, seed.indexOf('layers.Conv2D')) };
    assert.deepEqual(await client.sendRequest('kerasShapes/makers', nothing), []);
  });

  test('tells what another argument would give', async () => {
    const uri = await open(seed);
    const at = position(seed, seed.indexOf('(2, 2)') + 1);
    const targets = await client.sendRequest<WireTarget[]>('kerasShapes/whatIfTargets', { uri, position: at });
    assert.deepEqual(
      targets.map(({ label, text }) => `${label}: ${text}`),
      ['pool_size of MaxPooling2D: (2, 2)', "padding of MaxPooling2D: 'same'", 'shape of Input: (28, 28, 1)'],
    );
    const ask = (newText: string) =>
      client.sendRequest<{ text: string } | null>('kerasShapes/whatIf', {
        uri,
        range: targets[2]?.span.range,
        newText,
      });
    const text = (await ask('(32, 32, 1)'))?.text ?? '';
    assert.match(text, /line {2}9 {2}\(None, 14, 14, 16\) → \(None, 16, 16, 16\)/);
    assert.match(text, /Total params: 4,385/);
    assert.equal(await ask('(32, '), null);
    assert.equal((await labels(uri))[0], '(None, 28, 28, 1)');
  });

  test('reads programs as the Keras that the settings say', async () => {
    const uri = await open(seed);
    const status = () => client.sendRequest<WireStatus>('kerasShapes/status', { uri, position: position(seed, 0) });
    const generation = async () => (await status()).generation;
    assert.equal(await generation(), 'keras3');
    assert.match((await status()).generationReason, /^it uses keras, and nothing says which Keras/);
    settings = { generation: 'keras2' };
    await client.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await until(generation, (found) => found === 'keras2');
    settings = {};
    await client.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await until(generation, (found) => found === 'keras3');
  });

  test('treats the cells of a notebook as one program', async () => {
    const cells = ['import keras\nfrom keras import layers\nx = keras.Input((28, 28, 1))', 'y = layers.Flatten()(x)'];
    const documents = cells.map((text, i) => ({
      uri: `vscode-notebook-cell:/n.ipynb#${i}`,
      languageId: 'python',
      version: 1,
      text,
    }));
    await client.sendNotification('notebookDocument/didOpen', {
      notebookDocument: {
        uri: 'file:///n.ipynb',
        notebookType: 'jupyter-notebook',
        version: 1,
        cells: documents.map(({ uri }) => ({ kind: 2, document: uri })),
      },
      cellTextDocuments: documents,
    });
    const [found] = await hints('vscode-notebook-cell:/n.ipynb#1');
    assert.equal(found && labelText(found), '(None, 784)');
    assert.deepEqual(found?.position, { line: 0, character: 23 });
  });

  test('speaks the language of the editor', async () => {
    const [up, down] = [new PassThrough(), new PassThrough()];
    const connection = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
    startServer(connection, { service: createService({ extraPaths: [] }), version: '0', docs: null });
    const chinese = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    const told = new Promise<PublishDiagnosticsParams>((resolve) =>
      chinese.onNotification('textDocument/publishDiagnostics', resolve),
    );
    chinese.listen();
    await chinese.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {}, locale: 'zh-cn' });
    await chinese.sendNotification('initialized', {});
    const text = 'from keras import Input, layers\ny = layers.Conv2D(8, 40)(Input((26, 26, 32)))\n';
    await chinese.sendNotification('textDocument/didOpen', {
      textDocument: { uri: 'file:///a.py', languageId: 'python', version: 1, text },
    });
    const [problem] = (await told).diagnostics;
    assert.match(String(problem?.message), /^Conv2D：卷积核 40 大于 26。/);
    const at = position(text, text.indexOf('40'));
    const actions = await chinese.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: 'file:///a.py' },
      range: { start: at, end: at },
      context: { diagnostics: [], only: ['quickfix'] },
    });
    assert.ok(actions.some(({ title }) => title.startsWith('加上 padding="same" — 得到')));
    const page = await chinese.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri: 'file:///a.py' },
      position: position(text, text.indexOf('Conv2D(')),
    });
    assert.match((page.contents as MarkupContent).value, /个学习得到的卷积核在图像上滑动/);
    chinese.dispose();
  });

  test('applies settings at once', async () => {
    const uri = await open(seed);
    settings = { hints: { enabled: false } };
    await client.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await until(
      () => hints(uri),
      (found) => found.length === 0,
    );
    settings = { hints: { arguments: false } };
    await client.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await until(
      () => hints(uri),
      (found) => found.length > 0 && !JSON.stringify(found).includes('strides'),
    );
    settings = {};
    await client.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await until(
      () => hints(uri),
      (found) => JSON.stringify(found).includes('strides'),
    );
  });
});

function position(text: string, offset: number): { line: number; character: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

function place(lens: CodeLens | undefined): { position: unknown } {
  return { position: lens?.command?.arguments?.[1] };
}
