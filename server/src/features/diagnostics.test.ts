import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { createService, type Service } from '../node/service';
import { diagnostics } from './diagnostics';
import { readSettings } from './settings';

describe('the levels of problems', () => {
  let service: Service;
  before(async () => {
    service = await createService({ extraPaths: [] });
  });

  function severities(text: string, levels: Readonly<Record<string, string>>): string[] {
    const { analysis } = service.analyse('file:///levels.py', text);
    return diagnostics(analysis, readSettings({ diagnostics: { levels } })).map(({ severity }) => severity);
  }

  const imports = 'from keras import Input, layers\n';
  const wrong = `${imports}x = Input((28, 28, 1))  # (28, 28, 3)\n`;

  test('are those of the rules where nothing is said', () => assert.deepEqual(severities(wrong, {}), ['warning']));

  for (const level of ['error', 'information', 'hint'])
    test(`are what is asked for: ${level}`, () =>
      assert.deepEqual(severities(wrong, { 'shape-comment': level }), [level]));

  test('are none where a rule is off', () => assert.deepEqual(severities(wrong, { 'shape-comment': 'off' }), []));

  test('are no errors where parameters are only taken at their defaults', () => {
    const helper = `${imports}def head(x=Input((28, 28, 1)), size=40):\n    return layers.Conv2D(8, size)(x)\n`;
    assert.deepEqual(severities(helper, { 'negative-dimension': 'error' }), ['warning']);
    assert.deepEqual(severities(`${helper}head()\n`, { 'negative-dimension': 'error' }), ['error']);
    const told = `${imports}def head(x=Input((28, 28, 1))):\n    return layers.Flatten()(x)  # (None, 7)\n`;
    assert.deepEqual(severities(told, { 'shape-comment': 'error' }), ['warning']);
    assert.deepEqual(severities(`${told}head()\n`, { 'shape-comment': 'error' }), ['error']);
  });
});
