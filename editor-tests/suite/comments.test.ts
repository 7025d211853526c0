// Shapes in comments: held to what is there, in the forms that people write, and to one another by their names.

import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { codeOf, diagnostics, hints, openChanged, openText, replace, set, until } from './editor';

const open = () => openChanged('names.py', (text) => text);

/** The text of each comment that is told to be wrong, by its line's beginning. */
async function told(document: vscode.TextDocument, expected: readonly string[]): Promise<void> {
  await until(
    () =>
      diagnostics(document)
        .filter((one) => codeOf(one) === 'shape-comment')
        .map(
          ({ range }) => `${document.lineAt(range.start.line).text.trim().split(' ')[0]}: ${document.getText(range)}`,
        ),
    (found) => assert.deepEqual(found, expected),
  );
}

describe('a comment that tells a shape', () => {
  it('is held to it in every form, and to the sizes that its names had before', async () => {
    const document = await open();
    await told(document, ['turned: B, T, C', 'return: (batch, 12, 32)', 'x: 7x7x1']);
    const [names] = diagnostics(document);
    assert.equal(names?.severity, vscode.DiagnosticSeverity.Information);
    assert.match(names?.message ?? '', /T is 64 here, and 12 in the comment of line 6/);
    await replace(document, '# B, T, C', '# B, C, T', 1);
    await replace(document, '7x7x1', '14x14x1');
    await replace(document, '12, 32', '12, 64');
    await told(document, []);
  });

  it('leaves no hint that would only say it again', async () => {
    const document = await open();
    await until(
      () => hints(document),
      (found) => {
        const shapes = found.filter(({ label }) => label.startsWith('(')).map(({ line }) => line.split(' ')[0]);
        assert.deepEqual(shapes, ['keys', 'turned', 'scores', 'return', 'x', 'x', 'mixed']);
      },
    );
  });

  it('is an error where the settings ask for that, and none where they make no sense', async () => {
    const document = await open();
    const severities = () => [...new Set(diagnostics(document).map(({ severity }) => severity))];
    const takeBack = await set('diagnostics.levels', { 'shape-comment': 'error', groups: 'loud' });
    await until(severities, (found) => assert.deepEqual(found, [vscode.DiagnosticSeverity.Error]));
    await takeBack();
    await until(severities, (found) => assert.ok(!found.includes(vscode.DiagnosticSeverity.Error)));
  });

  it('is none where it only looks like one', async () => {
    const document = await openText(`from keras import Input, layers
x = Input((28, 28, 1))
x = layers.Conv2D(8, (3, 3))(x)  # a kernel of (3, 3)
x = layers.MaxPooling2D(2)(x)  # see figure (2, 1)
x = layers.Flatten()(x)  # was (None, 10)
# x = layers.Reshape((4, 4, 8))(x)
x = layers.Dense(4)(x)  # A, B and C
y = layers.Dense(5)(x)  # (None, 6)
`);
    await told(document, ['y: (None, 6)']);
  });
});
