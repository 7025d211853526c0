import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import * as autoencoder from '../autoencoder';
import { openChanged, until } from './editor';

describe('the extension', () => {
  it('starts with the first Python file', async () => {
    const extension = vscode.extensions.getExtension('keras-shapes.keras-shapes');
    assert.ok(extension, 'the extension is not installed');
    await openChanged(autoencoder.file, (text) => text);
    await until(
      () => extension.isActive,
      (active) => assert.ok(active),
    );
  });

  it('registers every command of its manifest', async () => {
    const known = new Set(await vscode.commands.getCommands(true));
    const manifest = vscode.extensions.getExtension('keras-shapes.keras-shapes')?.packageJSON;
    for (const { command } of manifest.contributes.commands) assert.ok(known.has(command), command);
  });
});
