import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import * as autoencoder from '../autoencoder';
import { hints, openChanged, openText, replace, until } from './editor';

/** Shapes at the ends of lines, with the lines. */
async function shapes(document: vscode.TextDocument): Promise<string[]> {
  const found = await hints(document);
  return found.filter(({ label }) => label.startsWith('(')).map(({ line, label }) => `${line} ${label}`);
}

describe('while a statement is typed', () => {
  it('the hints of all other lines stay as they are', async () => {
    const document = await openChanged(autoencoder.file, (text) => text);
    const before = await until(
      () => shapes(document),
      (found) => assert.equal(found.length, autoencoder.lines.length),
    );
    const editor = await vscode.window.showTextDocument(document);
    const at = document.positionAt(document.getText().indexOf('# at this point'));
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('type', { text: '\n' });
    editor.selection = new vscode.Selection(at, at);
    for (const key of "kept = layers.Conv2D(16, (3, 3), padding='same')(x)") {
      await vscode.commands.executeCommand('type', { text: key });
      const now = await shapes(document);
      assert.deepEqual(
        now.filter((line) => !line.startsWith('k')),
        before,
        document.lineAt(at.line).text,
      );
    }
    await until(
      () => shapes(document),
      (found) => assert.equal(found.length, before.length + 1),
    );
  });
});

describe('a word that has only begun', () => {
  it('leaves what was known before, until the document is saved', async () => {
    const document = await openText(`from keras import Input, layers
x = Input((28, 28, 1))
y = layers.Flatten()(x)
z = layers.Dense(4)(y)
`);
    const labels = async () => (await hints(document)).map(({ label }) => label);
    const known = ['(None, 28, 28, 1)', '(None, 784)', '(None, 4)'];
    await until(labels, (found) => assert.deepEqual(found, known));
    await replace(document, 'layers.Flatten()(x)', 'layers.Fl');
    // Longer than the pause after which a text is taken for what is meant.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.deepEqual(await labels(), ['(None, 28, 28, 1)', '(None, 784) …', '(None, 4)']);
    await document.save();
    await until(labels, (found) => assert.ok(!found.some((label) => label.includes('784')), found.join(', ')));
  });
});

describe('while a program is typed from an empty file', () => {
  it('shapes come once, and stay; no whole statement has a problem', async () => {
    const program = (await openChanged(autoencoder.file, (text) => text)).getText();
    const document = await openText('');
    const seen = new Map<number, string[]>();
    for (const [at, key] of [...program].entries()) {
      await vscode.commands.executeCommand('type', { text: key });
      // Every key is looked behind in server/src/features/inlay-hints/typing.test.ts: here some, and the ends of lines.
      if (at % 4 !== 0 && key !== '\n') continue;
      const now = new Map(
        (await hints(document))
          .filter(({ label }) => label.startsWith('('))
          .map(({ line, label, row }) => [row, { line, label: label.replace(/ …$/, '') }]),
      );
      for (const row of new Set([...seen.keys(), ...now.keys()])) {
        const label = now.get(row)?.label ?? '';
        const labels = seen.get(row) ?? [];
        if (labels.at(-1) === label) continue;
        assert.ok(!labels.includes(label), `${[...labels, label].join(' | ')} behind ${document.lineAt(row).text}`);
        seen.set(row, [...labels, label]);
      }
      if (key !== '\n') continue;
      const loud = () =>
        vscode.languages
          .getDiagnostics(document.uri)
          .filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning);
      await until(loud, (found) => assert.deepEqual(found, [], document.lineAt(document.lineCount - 2).text));
    }
    assert.equal(document.getText(), program);
    await until(
      () => shapes(document),
      (found) => assert.equal(found.length, autoencoder.lines.length),
    );
  }).timeout(600_000);
});

describe('the light bulb', () => {
  const text = 'from keras import layers, Input\nx = Input((28, 28, 1))\ny = layers.Flatten()(x)\n';
  const actionsAt = (document: vscode.TextDocument) =>
    vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      document.lineAt(2).range,
      vscode.CodeActionKind.RefactorRewrite.value,
      20,
    );

  it('writes the shape as a comment', async () => {
    const document = await openText(text);
    const actions = await until(
      () => actionsAt(document),
      (found) => assert.ok(found.some(({ title }) => title === 'Write the shape as a comment')),
    );
    const edit = actions.find(({ title }) => title === 'Write the shape as a comment')?.edit;
    assert.ok(edit && (await vscode.workspace.applyEdit(edit)));
    assert.equal(document.lineAt(2).text, 'y = layers.Flatten()(x)  # (None, 784)');
  });
});
