// What the light bulb does to the code, each action once.

import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { apply, openChanged, rangeOf, until } from './editor';

/** Chooses the action whose title begins so, where `text` stands; returns the whole text after it. */
async function chosen(
  change: (text: string) => string,
  text: string,
  title: string,
  kind = vscode.CodeActionKind.RefactorRewrite,
): Promise<string> {
  const document = await openChanged('tour.py', change);
  const ask = () =>
    vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      rangeOf(document, text),
      kind.value,
      50,
    );
  const find = (all: readonly vscode.CodeAction[]) => all.find((action) => action.title.startsWith(title));
  const actions = await until(ask, (all) => assert.ok(find(all), all.map((action) => action.title).join(', ')));
  await apply(find(actions) as vscode.CodeAction);
  return document.getText();
}

const same = (text: string) => text;

describe('the light bulb', () => {
  const rewritings: readonly [what: string, text: string, title: string, expected: RegExp, change?: typeof same][] = [
    ['a shape as a comment', 'large =', 'Write the shape as a comment', /large = .*\) {2}# \(None, None, None, 16\)\n/],
    [
      'shapes in a function',
      'return layers.Dense',
      'Write shapes as comments in tail',
      /return layers\.Dense\(3\)\(x\) {2}# \(None, 3\)/,
      (text) => `${text}

def tail(x):
    return layers.Dense(3)(x)


end = tail(code)
`,
    ],
    [
      'what comments say now',
      'wrong =',
      'Renew all shape comments',
      /wrong = layers\.Dense\(8\)\(code\) {2}# \(None, 8\)/,
    ],
    ['no comments any more', 'code =', 'Remove all shape comments', /code = layers\.Flatten\(\)\(x\)\n/],
    [
      'a functional model of a Sequential',
      'classifier =',
      'Convert to a functional model',
      /\nclassifier = keras\.Model\(inputs, x_1\)/,
    ],
    ['the name of a layer', 'code =', 'Name the layer "code"', /layers\.Flatten\(name="code"\)\(x\)/],
    [
      'names of all layers',
      'code =',
      'Write out the names',
      /Dense\(3, name="dense"\)\(a\)\nb = layers\.Dense\(2, name="dense_1"\)/,
      () =>
        'import keras\nfrom keras import layers\na = keras.Input((4,))\ncode = layers.Dense(3)(a)\n' +
        'b = layers.Dense(2)(code)\nnet = keras.Model(a, b)\n',
    ],
    ['what is left out', 'MaxPooling2D()(skip)', 'Write out strides', /MaxPooling2D\(strides=\(2, 2\)\)\(skip\)/],
    [
      'all that is left out',
      'MaxPooling2D()(skip)',
      'Write out all defaults',
      /MaxPooling2D\(pool_size=\(2, 2\), strides=\(2, 2\)\)\(skip\)/,
    ],
  ];
  for (const [what, text, title, expected, change = same] of rewritings) {
    it(`writes ${what}`, async () => assert.match(await chosen(change, text, title), expected));
  }

  it('writes a Sequential of a chain', async () => {
    const chain = 'a = keras.Input((4,))\nb = layers.Dense(3)(a)\nb = layers.Dense(2)(b)\nnet = keras.Model(a, b)\n';
    const text = await chosen(
      () => `import keras\nfrom keras import layers\n${chain}`,
      'net =',
      'Convert to a Sequential',
    );
    assert.match(text, /net = keras\.Sequential\(\[\n {4}keras\.Input\(\(4,\)\),\n {4}layers\.Dense\(3\),/);
  });

  const twice = (text: string) => `${text}again = layers.Dense(7)(code)  # (None, 9)\n`;
  it('mends all problems of a kind', async () => {
    const text = await chosen(twice, '# (None, 9)', 'Fix all 2 like this', vscode.CodeActionKind.QuickFix);
    assert.match(text, /wrong = .* {2}# \(None, 8\)\n.*again = .* {2}# \(None, 7\)/s);
  });

  it('says that a problem is meant', async () => {
    const text = await chosen(same, '# (None, 9)', 'Ignore shape-comment in this line', vscode.CodeActionKind.QuickFix);
    assert.match(text, /# \(None, 9\) {2}# keras-shapes: ignore\[shape-comment\]/);
  });
});

describe('a comment', () => {
  it('is completed with the shape on request', async () => {
    const document = await openChanged('tour.py', (text) => text.replace('# (None, 512)', '# ('));
    const at = rangeOf(document, '# (').end;
    await until(
      () =>
        vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, at),
      ({ items }) => {
        const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
        assert.ok(labels.includes('(None, 512)'), labels.join(', '));
      },
    );
  });
});
