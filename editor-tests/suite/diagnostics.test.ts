import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import * as autoencoder from '../autoencoder';
import { apply, codeActions, codeOf, diagnostics, hints, openChanged, openText, until } from './editor';

const comment = '(4, 4, 8) i.e. 128-dimensional';

describe('diagnostics', () => {
  it('leave a sound program alone', async () => {
    const document = await openChanged(autoencoder.file, (text) => text);
    await until(
      () => hints(document),
      (found) => assert.ok(found.length > 0),
    );
    const loud = diagnostics(document).filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning);
    assert.deepEqual(
      loud.map(({ message }) => message),
      [],
    );
  });

  it('report what Keras will refuse as an error, at the call', async () => {
    const document = await openText(
      'from keras import Input, layers\nx = Input((26, 26, 32))\ny = layers.Conv2D(8, 40)(x)\n',
    );
    const [found] = await until(
      () => diagnostics(document),
      (all) => assert.equal(all.length, 1),
    );
    assert.ok(found);
    assert.equal(found.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(codeOf(found), 'negative-dimension');
    assert.equal(found.source, 'keras-shapes');
    assert.equal(found.range.start.line, 2);
    assert.match(found.message, /40/);
    assert.match(found.message, /26/);
  });

  it('warn of a comment that contradicts, and the light bulb mends it', async () => {
    const document = await openChanged(autoencoder.file, (text) => text.replace(comment, '(7, 7, 8)'));
    const [found] = await until(
      () => diagnostics(document).filter(({ severity }) => severity === vscode.DiagnosticSeverity.Warning),
      (all) => assert.equal(all.length, 1),
    );
    assert.ok(found);
    assert.equal(document.getText(found.range), '(7, 7, 8)');
    const actions = await codeActions(document, '(7, 7, 8)');
    const fix = actions.find(({ isPreferred }) => isPreferred);
    assert.ok(fix, `no preferred fix among ${actions.map(({ title }) => title).join(', ')}`);
    assert.match(fix.title, /\(4, 4, 8\)/);
    await apply(fix);
    assert.match(document.getText(), /representation is \(4, 4, 8\)/);
    await until(
      () => diagnostics(document).filter(({ severity }) => severity === vscode.DiagnosticSeverity.Warning),
      (all) => assert.deepEqual(all, []),
    );
  });
});

describe('the light bulb', () => {
  it('says when a fix would make matters worse, and does not prefer it', async () => {
    const document = await openChanged(autoencoder.file, (text) => text);
    const actions = await until(
      () => codeActions(document, "layers.Conv2D(16, (3, 3), activation='relu')"),
      (all) => assert.ok(all.some(({ title }) => title.includes('padding'))),
    );
    const same = actions.find(({ title }) => title.includes('padding'));
    assert.ok(same);
    assert.match(same.title, /\(None, 32, 32, 1\)/);
    assert.match(same.title, /\(28, 28, 1\)/);
    assert.ok(!same.isPreferred);
  });

  it('renews the hints after a fix', async () => {
    const document = await openChanged(autoencoder.file, (text) => text);
    const actions = await until(
      () => codeActions(document, "layers.Conv2D(16, (3, 3), activation='relu')"),
      (all) => assert.ok(all.some(({ title }) => title.includes('padding'))),
    );
    const same = actions.find(({ title }) => title.includes('padding'));
    assert.ok(same);
    await apply(same);
    await until(
      () => hints(document),
      (found) =>
        assert.ok(found.some(({ line, label }) => line.startsWith('decoded') && label.startsWith('(None, 32, 32, 1)'))),
    );
  });
});
