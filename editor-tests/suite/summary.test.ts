import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import * as autoencoder from '../autoencoder';
import { lenses, openChanged, replace, until } from './editor';

describe('the lens above a model', () => {
  it('counts its parameters and opens its summary beside the code, which follows the edits', async () => {
    const document = await openChanged(autoencoder.file, (text) => text);
    const found = await until(
      () => lenses(document),
      (all) => assert.ok(all.some(({ command }) => command?.title.includes(autoencoder.totalParameters))),
    );
    const lens = found.find(({ command }) => command?.title.includes(autoencoder.totalParameters));
    assert.ok(lens?.command);
    assert.match(document.lineAt(lens.range.start.line).text, /keras\.Model/);

    await vscode.commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []));
    const summary = await until(openSummary, (text) => assert.match(text, /Total params: 4,385/));
    for (const [line, shape, parameters] of autoencoder.lines) {
      const row = summary
        .split('\n')
        .find((text) => text.includes(shape) && text.includes(parameters.toLocaleString('en')));
      assert.ok(row, `no row for ${line} in\n${summary}`);
    }

    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      summaryEditor().document.uri,
    );
    assert.equal(links.length, autoencoder.lines.length);
    const { fragment } = links[1]?.target ?? {};
    assert.match(document.lineAt(Number(fragment?.split(',')[0]) - 1).text, /^x = layers\.Conv2D\(16/);

    await replace(document, '(28, 28, 1)', '(32, 32, 1)');
    await until(openSummary, (text) => assert.match(text, /\(None, 32, 32, 1\)/));
  });
});

/** The text of the summary that is on screen. */
function openSummary(): string {
  return summaryEditor().document.getText();
}

function summaryEditor(): vscode.TextEditor {
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document.languageId === 'keras-summary');
  assert.ok(editor, 'no summary is open');
  return editor;
}
