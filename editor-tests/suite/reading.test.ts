// Everything that a file says by itself: in its hints, its hovers, its problems, in every way it is opened.

import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import {
  codeOf,
  diagnostics,
  hints,
  hover,
  lenses,
  openChanged,
  openText,
  rangeOf,
  replace,
  set,
  until,
} from './editor';

const open = () => openChanged('tour.py', (text) => text);

/** The labels of the line that begins with `start`. */
async function labels(document: vscode.TextDocument, start: string): Promise<string[]> {
  return (await hints(document)).filter(({ line }) => line.startsWith(start)).map(({ label }) => label);
}

async function sees(document: vscode.TextDocument, start: string, expected: readonly string[]): Promise<void> {
  await until(
    () => labels(document, start),
    (found) => assert.deepEqual(found, expected),
  );
}

describe('the hints of a program', () => {
  it('tell of loops, helpers, lists of layers, several outputs and open sizes', async () => {
    const document = await open();
    await sees(document, 'x = layers.Conv2D(filters, 3, strides', ['(None, 14, 14, 8) +2', '28→14→7→4']);
    await sees(document, 'return layers.MaxPooling2D', [
      'pool_size=(2, 2), strides=(2, 2)',
      '(None, 14, 14, 4) +1',
      '28→14',
    ]);
    await sees(document, 'layers.Dense(10', ['(None, 10)']);
    await sees(document, 'sequence, state, cell', ['(None, 20, 16), (None, 16), (None, 16)']);
    await sees(document, 'picture =', ['(None, None, None, 3)', 'h, w: multiples of 2']);
  });

  it('are short or in one column on request, at once', async () => {
    const document = await open();
    const short = await set('hints.format', 'short');
    await sees(document, 'skip =', ['h×w×8']);
    await sees(document, 'x = layers.MaxPooling2D', ['pool_size=(2, 2), strides=(2, 2)', '⌊h/2⌋×⌊w/2⌋×8']);
    await short();
    const align = await set('hints.align', true);
    await until(
      async () => {
        const all = (await vscode.commands.executeCommand<vscode.InlayHint[]>(
          'vscode.executeInlayHintProvider',
          document.uri,
          document
            .lineAt(rangeOf(document, 'small =').start.line)
            .range.union(document.lineAt(rangeOf(document, 'large =').start.line).range),
        )) as vscode.InlayHint[];
        return all.map(({ position, label }) => {
          const text = typeof label === 'string' ? label : label.map(({ value }) => value).join('');
          return position.character + text.length - text.trimStart().length;
        });
      },
      (columns) => assert.equal(new Set(columns).size, 1, columns.join(', ')),
    );
    await align();
  });

  it('are those of the call that is chosen above a helper', async () => {
    const document = await open();
    const lens = await until(
      () => lenses(document),
      (all) => assert.ok(all.some(({ command }) => command?.title === 'shapes of 2 calls')),
    );
    const { command } = lens.find((one) => one.command?.title === 'shapes of 2 calls') as vscode.CodeLens;
    assert.ok(command);
    const chosen = vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    // All calls together stand first in the list, then each of them.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await chosen;
    await sees(document, 'x = layers.Conv2D(filters, 3, padding', ['(None, None, None, 16)']);
  });

  it('are those of the call from which a person went to a helper', async () => {
    const document = await open();
    const definition = rangeOf(document, 'block');
    const python = vscode.languages.registerDefinitionProvider('python', {
      provideDefinition: () => new vscode.Location(document.uri, definition),
    });
    await until(
      () => lenses(document),
      (all) => assert.ok(all.some(({ command }) => command?.title === 'shapes of 2 calls')),
    );
    for (const [call, shape] of [
      ['block(skip', '(None, None, None, 16)'],
      ['block(image', '(None, 28, 28, 4)'],
    ] as const) {
      const editor = await vscode.window.showTextDocument(document);
      const at = rangeOf(document, call).start;
      editor.selection = new vscode.Selection(at, at);
      await vscode.commands.executeCommand('editor.action.revealDefinition');
      await sees(document, 'x = layers.Conv2D(filters, 3, padding', [shape]);
    }
    const line = rangeOf(document, 'block(image').start.line + 1;
    await until(
      () => lenses(document),
      (all) => assert.ok(all.some(({ command }) => command?.title === `shapes of the call in line ${line}`)),
    );
    python.dispose();
  });

  it('stand in both sides of a comparison', async () => {
    const document = await open();
    const other = await openChanged('tour.py', (text) => text.replace('(28, 28, 1))\nfor', '(32, 32, 1))\nfor'));
    await vscode.commands.executeCommand('vscode.diff', document.uri, other.uri, 'shapes');
    await sees(document, 'small =', ['(None, 14, 14, 4)']);
    await sees(other, 'small =', ['(None, 16, 16, 4)']);
    await sees(other, 'x = layers.Conv2D(filters, 3, strides', ['(None, 16, 16, 8) +2', '32→16→8→4']);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('stand in what cannot be edited', async () => {
    const text = (await open()).getText();
    const provider = vscode.workspace.registerTextDocumentContentProvider('keras-test', {
      provideTextDocumentContent: () => text,
    });
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('keras-test:/tour.py'));
    await vscode.window.showTextDocument(document);
    await sees(document, 'small =', ['(None, 14, 14, 4)']);
    provider.dispose();
  });
});

describe('the hover of a program', () => {
  const cases: readonly [what: string, text: string, occurrence: number, parts: readonly string[]][] = [
    ['a layer', 'LSTM', 0, ['LSTM', '(None, 20, 8)', '(None, 20, 16)', '1,600', 'keras.io']],
    [
      'a window: where its last position is, what it costs, how far it sees',
      'MaxPooling2D',
      0,
      [
        '⌊(28 - 2) / 2⌋ + 1 = 14',
        '14 positions, the last over pixels 26–27 of 28',
        'output 3.06 KB · 2,352 comparisons per sample',
        'Each position sees 4×4 of the input',
        '(None, None, None, 16) · float32 in block, line 25',
        'As Keras 3 does it',
      ],
    ],
    ['multiplications', 'LSTM', 0, ['30,720 multiplications (61,440 FLOPs) per sample']],
    ['a tensor', 'code', 0, ['(None, 512)', 'float32']],
    ['a model', 'classifier', 0, ['(None, 28, 28, 1)', '(None, 10)', '7,850']],
    ['an argument', 'strides=2', 0, ['strides', '2']],
    ['a comment', '(None, 512)', 0, ['(None, 512)']],
    ['an input of open size', 'Input((None', 0, ['multiples of 2', 'Concatenate']],
    ['an input of a library', 'image', 0, ['(None, 28, 28, 1)']],
  ];
  for (const [what, text, occurrence, parts] of cases) {
    it(`tells of ${what}`, async () => {
      const document = await open();
      await until(
        () => hover(document, text, occurrence),
        (markdown) => {
          const plain = markdown.replaceAll(/[`*\\]|&nbsp;/g, '');
          for (const part of parts) assert.ok(plain.includes(part), `"${part}" is missing in:\n${markdown}`);
        },
      );
    });
  }
});

describe('the hover on what is not known', () => {
  it('says why, back to where it comes from', async () => {
    const document = await openText(`import json
from keras import Input, layers
classes = json.load(open("classes.json"))["count"]
x = layers.Dense(classes)(Input((8,)))
y = layers.Dropout(0.5)(x)
`);
    await until(
      () => hover(document, 'Dropout'),
      (markdown) => assert.match(markdown.replaceAll(/[`\\]/g, ''), /json\.load.*line 3/s),
    );
  });
});

describe('problems', () => {
  const codes = (document: vscode.TextDocument) => diagnostics(document).map(codeOf);
  it('are of another level, or off, as soon as the settings say so', async () => {
    const document = await open();
    await until(
      () => diagnostics(document),
      ([only, ...others]) => {
        assert.deepEqual(others, []);
        assert.equal(only?.severity, vscode.DiagnosticSeverity.Warning);
      },
    );
    const quieter = await set('diagnostics.levels', { 'shape-comment': 'information' });
    await until(
      () => diagnostics(document),
      ([only]) => assert.equal(only?.severity, vscode.DiagnosticSeverity.Information),
    );
    await quieter();
    const off = await set('diagnostics.levels', { 'shape-comment': 'off' });
    await until(
      () => codes(document),
      (found) => assert.deepEqual(found, []),
    );
    await off();
  });

  it('are kept quiet by a comment, and one that does nothing is shown faded', async () => {
    const document = await open();
    const comment = '  # keras-shapes: ignore[shape-comment]';
    await replace(document, '# (None, 9)', `# (None, 9)${comment}`);
    await until(
      () => codes(document),
      (found) => assert.deepEqual(found, []),
    );
    await replace(document, '# (None, 9)', '# (None, 8)');
    await until(
      () => diagnostics(document),
      ([only]) => {
        assert.equal(only && codeOf(only), 'unused-ignore');
        assert.deepEqual(only?.tags, [vscode.DiagnosticTag.Unnecessary]);
      },
    );
  });
});
