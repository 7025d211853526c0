import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { openText, rangeOf, until } from './editor';

const text = `from keras import layers, Input
x = Input((28, 28, 1))
x = layers.Conv2D(16, 3, padding=)(x)
`;

describe('inside the call of a layer', () => {
  it('values are offered with the shapes they lead to', async () => {
    const document = await openText(text);
    const at = rangeOf(document, 'padding=').end;
    await until(
      () =>
        vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, at),
      ({ items }) => {
        const same = items.find(({ label }) => typeof label === 'object' && label.label === '"same"');
        assert.equal(typeof same?.label === 'object' && same.label.description, '(None, 28, 28, 16)');
      },
    );
  });

  it("Keras' words for an argument are shown, with what each choice leads to", async () => {
    const document = await openText(text.replace('padding=', ''));
    const at = rangeOf(document, '3, ').end;
    await until(
      () =>
        vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          at,
          undefined,
          100,
        ),
      ({ items }) => {
        const padding = items.find(({ label }) => (typeof label === 'string' ? label : label.label) === 'padding=');
        const page = padding?.documentation;
        const words = typeof page === 'string' ? page : (page?.value ?? 'none');
        for (const part of ['one of `"valid"`, `"same"`', '(None, 26, 26, 16)', '(None, 28, 28, 16)', 'Conv2D'])
          assert.ok(words.includes(part), `"${part}" is missing in:\n${words}`);
      },
    );
  });

  it('the signature is shown', async () => {
    const document = await openText(text);
    const help = await until(
      () =>
        vscode.commands.executeCommand<vscode.SignatureHelp | undefined>(
          'vscode.executeSignatureHelpProvider',
          document.uri,
          rangeOf(document, '3, padding=').start,
        ),
      (found) => assert.ok(found?.signatures[0]?.label.startsWith('Conv2D(filters, kernel_size')),
    );
    assert.equal(help?.signatures[0]?.activeParameter ?? help?.activeParameter, 1);
  });
});
