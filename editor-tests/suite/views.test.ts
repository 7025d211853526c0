import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import * as autoencoder from '../autoencoder';
import { openChanged, rangeOf, replace, until } from './editor';

const open = () => openChanged(autoencoder.file, (text) => text);

describe('how layers hang together', () => {
  it('is a call hierarchy: what feeds a layer comes in, where its output goes is going out', async () => {
    const document = await open();
    const at = rangeOf(document, 'UpSampling2D').start;
    const [item] = await until(
      () => vscode.commands.executeCommand<vscode.CallHierarchyItem[]>('vscode.prepareCallHierarchy', document.uri, at),
      (items) => assert.equal(items.length, 1),
    );
    assert.equal(item?.name, 'UpSampling2D');
    assert.equal(item?.detail, '(None, 8, 8, 8)');
    const feeding = await vscode.commands.executeCommand<vscode.CallHierarchyIncomingCall[]>(
      'vscode.provideIncomingCalls',
      item,
    );
    assert.deepEqual(
      feeding.map(({ from }) => `${from.name} ${from.detail}`),
      ['Conv2D (None, 4, 4, 8)'],
    );
    const fed = await vscode.commands.executeCommand<vscode.CallHierarchyOutgoingCall[]>(
      'vscode.provideOutgoingCalls',
      item,
    );
    assert.deepEqual(
      fed.map(({ to }) => `${to.name} ${to.detail}`),
      ['Conv2D (None, 8, 8, 8)'],
    );
  });

  it('leads from a tensor to the layer that made it, and to those that take it', async () => {
    const document = await open();
    const use = rangeOf(document, '(encoded)').start.translate(0, 2);
    const [made] = await until(
      () =>
        vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
          'vscode.executeTypeDefinitionProvider',
          document.uri,
          use,
        ),
      (found) => assert.equal(found.length, 1),
    );
    const range = made && ('targetRange' in made ? made.targetRange : made.range);
    assert.match(document.getText(range), /^layers\.MaxPooling2D/);

    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(use, use);
    await vscode.commands.executeCommand('kerasShapes.goToMaker');
    await until(
      () => document.lineAt(editor.selection.active.line).text,
      (line) => assert.match(line, /^encoded = /),
    );
    await vscode.commands.executeCommand('kerasShapes.goToUses');
    await until(
      () => document.lineAt(editor.selection.active.line).text,
      (line) => assert.match(line, /\(encoded\)/),
    );
  });

  it('does not speak of names that hold no tensor', async () => {
    const document = await open();
    const at = rangeOf(document, 'layers').start;
    const found = await vscode.commands.executeCommand<unknown[]>(
      'vscode.executeTypeDefinitionProvider',
      document.uri,
      at,
    );
    assert.deepEqual(found, []);
  });
});

describe('the outline', () => {
  it('has models and layers with their shapes', async () => {
    const document = await open();
    const symbols = await until(
      () =>
        vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri),
      (all) => assert.ok(all?.some(({ name }) => name === 'autoencoder')),
    );
    assert.equal(symbols.find(({ name }) => name === 'encoded')?.detail, '(None, 4, 4, 8)');
    assert.equal(symbols.find(({ name }) => name === 'autoencoder')?.detail, 'Functional');
  });
});

describe('what if', () => {
  it('shows the shapes for another input, follows the edits, and leaves the file as it is', async () => {
    const document = await open();
    const before = document.getText();
    const range = rangeOf(document, '(28, 28, 1)');
    const target = { label: 'shape of Input', text: '', isHere: true, span: { uri: document.uri.toString(), range } };
    await vscode.commands.executeCommand('kerasShapes.whatIf', target, '(30, 30, 1)');
    const text = await until(answer, (found) => assert.match(found, /\(None, 28, 28, 1\) +→ \(None, 30, 30, 1\)/));
    assert.match(text, /autoencoder-size/);
    assert.match(text, /Total params: 4,385/);
    assert.equal(document.getText(), before);

    await replace(document, 'layers.Conv2D(16,', 'layers.Conv2D(24,');
    await until(answer, (found) => assert.match(found, /→ \(None, 30, 30, 24\)/));
  });
});

describe('what if an argument were another', () => {
  const cases: readonly [argument: string, text: string, occurrence: number, value: string, expected: RegExp][] = [
    ['the size of a pool', '(2, 2)', 0, '(4, 4)', /\(None, 14, 14, 16\) +→ \(None, 7, 7, 16\)/],
    ['the number of filters', '16, (3, 3)', 0, '24, (3, 3)', /\(None, 28, 28, 16\) +→ \(None, 28, 28, 24\)/],
    ['padding', "'same'", 0, "'valid'", /\(None, 28, 28, 16\) +→ \(None, 26, 26, 16\)/],
    [
      'a kernel that Keras refuses',
      "(3, 3), activation='relu')",
      0,
      "(40, 40), activation='relu')",
      /Then new: error in line \d+, negative-dimension/,
    ],
  ];
  for (const [argument, text, occurrence, value, expected] of cases)
    it(`is told of ${argument}`, async () => {
      const document = await open();
      const before = document.getText();
      const range = rangeOf(document, text, occurrence);
      const target = { label: argument, text, isHere: true, span: { uri: document.uri.toString(), range } };
      await vscode.commands.executeCommand('kerasShapes.whatIf', target, value);
      await until(answer, (found) => assert.match(found, expected));
      assert.equal(document.getText(), before);
    });
});

describe('the graph of a model', () => {
  it('opens beside the code, named by the model', async () => {
    const document = await open();
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('kerasShapes.showGraph');
    await until(
      () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).map(({ label }) => label),
      (labels) => assert.ok(labels.includes('Graph of autoencoder'), labels.join(', ')),
    );
    await vscode.commands.executeCommand('workbench.action.closeOtherEditors');
  });
});

/** The text of the what-if document on screen. */
function answer(): string {
  const editor = vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.scheme === 'keras-shapes-what-if',
  );
  assert.ok(editor, 'no answer is open');
  return editor.document.getText();
}
