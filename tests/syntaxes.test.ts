// The TextMate grammars, run by the engine that editors use.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { loadWASM, OnigScanner, OnigString } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';

/** As much of the editor's Python grammar as comments need. */
const python = {
  scopeName: 'source.python',
  patterns: [{ begin: '#', end: '$', name: 'comment.line.number-sign.python' }],
};
const files: Record<string, string> = {
  'text.keras-summary': 'syntaxes/keras-summary.tmLanguage.json',
  'comment.shape.keras-shapes': 'syntaxes/shape-comment.tmLanguage.json',
};

const registry = new Registry({
  onigLib: loadWASM(
    readFileSync(createRequire(`${process.cwd()}/`).resolve('vscode-oniguruma/release/onig.wasm')),
  ).then(() => ({
    createOnigScanner: (patterns) => new OnigScanner(patterns),
    createOnigString: (text) => new OnigString(text),
  })),
  async loadGrammar(scope) {
    if (scope === 'source.python') return parseRawGrammar(JSON.stringify(python), 'python.json');
    const file = files[scope];
    return file === undefined ? null : parseRawGrammar(readFileSync(file, 'utf8'), file);
  },
  getInjections: (scope) => (scope === 'source.python' ? ['comment.shape.keras-shapes'] : []),
});

/** Each token with a scope of ours, as `text:scope`, line by line. */
async function tokens(scope: string, text: string): Promise<string[]> {
  const grammar = await registry.loadGrammar(scope);
  assert.ok(grammar);
  const found: string[] = [];
  let state = INITIAL;
  for (const line of text.split('\n')) {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    for (const { startIndex, endIndex, scopes } of result.tokens) {
      const own = scopes
        .filter((name) => /\.keras-(shapes|summary)$/.test(name) && !/^(meta|text)\./.test(name))
        .at(-1);
      const word = line.slice(startIndex, endIndex).trim();
      if (own !== undefined && word !== '') found.push(`${word}:${own.replace(/\.keras-(shapes|summary)$/, '')}`);
    }
  }
  return found;
}

describe('the summary grammar', () => {
  test('tells the parts of a Keras 3 table apart', async () => {
    const found = await tokens('text.keras-summary', readFileSync('tests/syntaxes/keras3.keras-summary', 'utf8'));
    for (const part of [
      '"functional":string.quoted.double',
      'Layer (type):markup.heading',
      'Output Shape:markup.heading',
      'input_layer:variable.other.layer',
      'InputLayer:support.class',
      'None:constant.language',
      '28:constant.numeric.dimension',
      '16:constant.numeric.dimension',
      '160:constant.numeric',
      'conv2d_1:variable.other.layer',
      'Total params:keyword.other',
      '320:constant.numeric',
      '(unbuilt):comment.line.unknown',
    ]) {
      assert.ok(found.includes(part), `${part} is missing in ${found.join('  ')}`);
    }
  });

  test('tells the parts of a Keras 2 table apart', async () => {
    const found = await tokens('text.keras-summary', readFileSync('tests/syntaxes/keras2.keras-summary', 'utf8'));
    for (const part of [
      '"model":string.quoted.double',
      'Connected to:markup.heading',
      'input_1:variable.other.layer',
      'InputLayer:support.class',
      'None:constant.language',
      '16:constant.numeric.dimension',
      '160:constant.numeric',
      'conv2d_1:variable.other.layer',
      'Total params:keyword.other',
      '320:constant.numeric',
    ]) {
      assert.ok(found.includes(part), `${part} is missing in ${found.join('  ')}`);
    }
  });
});

describe('the shape comment grammar', () => {
  async function check(line: string, expected: string[]): Promise<void> {
    assert.deepEqual(await tokens('source.python', line), expected);
  }

  test('finds a shape in a comment', () =>
    check('x = f(x)  # at this point (None, 4, 8)', [
      'None:constant.language.none',
      '4:constant.numeric.dimension',
      '8:constant.numeric.dimension',
    ]));
  test('finds one with names', () =>
    check('# (batch, 16)', ['batch:variable.other.dimension', '16:constant.numeric.dimension']));
  test('finds names alone after the word shape', () =>
    check('# shape: (batch, time)', [
      'shape:keyword.other.shape',
      'batch:variable.other.dimension',
      'time:variable.other.dimension',
    ]));
  test('finds a vector and a list', async () => {
    await check('# (10,)', ['10:constant.numeric.dimension']);
    await check('# [None, 3]', ['None:constant.language.none', '3:constant.numeric.dimension']);
  });
  test('finds names behind a batch, and shapes without brackets', async () => {
    const names = (...all: string[]) => all.map((name) => `${name}:variable.other.dimension`);
    await check('y = f(x)  # (B, tokens, C)', names('B', 'tokens', 'C'));
    await check('# B, T, C', names('B', 'T', 'C'));
    const numbers = ['7', '7', '64'].map((size) => `${size}:constant.numeric.dimension`);
    await check('# -> 7x7x64', numbers);
    await check('# 3x3 kernels', []);
    await check('# see B, T, C', []);
  });
  test('leaves prose in brackets alone', async () => {
    await check('# as it was (see, note)', []);
    await check('# in 2014 (Smith and Jones, 2014)', []);
    await check('# call f(1, 2) twice', []);
    await check('# version (3)', []);
  });
  test('stays in comments', () => check('x = Input((28, 28))  # then', []));
});
