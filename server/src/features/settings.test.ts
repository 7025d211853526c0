import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { RULES } from '../rules';
import { DEFAULT_SETTINGS, readSettings } from './settings';
import { settingsManifest } from './settings-manifest';

describe('settings', () => {
  test('are their defaults where nothing is said', () => {
    assert.equal(DEFAULT_SETTINGS.hints.enabled, true);
    assert.deepEqual(readSettings(undefined), DEFAULT_SETTINGS);
    assert.deepEqual(readSettings(null), DEFAULT_SETTINGS);
  });

  test('are read nested, as an editor sends them, and by dotted keys', () => {
    assert.equal(readSettings({ hints: { windows: false } }).hints.windows, false);
    assert.equal(readSettings({ 'hints.windows': false }).hints.windows, false);
    assert.deepEqual(readSettings({ diagnostics: { levels: { groups: 'off' } } }).diagnostics.levels, {
      groups: 'off',
    });
  });

  test('of the wrong type count as their defaults', () => {
    assert.equal(readSettings({ hints: { windows: 'no' } }).hints.windows, true);
    assert.deepEqual(readSettings({ diagnostics: { levels: { groups: 'loud' } } }).diagnostics.levels, {});
    const one = readSettings({ diagnostics: { levels: { groups: 'loud', 'wrong-rank': 'off' } } });
    assert.deepEqual(one.diagnostics.levels, { 'wrong-rank': 'off' });
  });

  test('stand in the manifest as they are declared (npm run generate)', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
    const { configuration, texts } = settingsManifest(RULES);
    assert.deepEqual(manifest.contributes.configuration, JSON.parse(JSON.stringify(configuration)));
    const english = JSON.parse(readFileSync('package.nls.json', 'utf8'));
    for (const [key, text] of Object.entries(texts)) assert.equal(english[key], text, key);
  });

  test('have a level for every rule', () => {
    const levels = settingsManifest(RULES).configuration.properties['kerasShapes.diagnostics.levels'];
    assert.deepEqual(
      Object.keys(levels?.properties as object),
      RULES.map(({ code }) => code),
    );
  });

  test('are read where they have no group', () => {
    assert.equal(DEFAULT_SETTINGS.generation, 'auto');
    assert.equal(readSettings({ generation: 'keras2' }).generation, 'keras2');
    assert.equal(readSettings({ generation: 'keras9' }).generation, 'auto');
    assert.deepEqual(readSettings({ extraPaths: ['a'] }).extraPaths, ['a']);
    assert.deepEqual(readSettings({ extraPaths: [1] }).extraPaths, []);
  });
});
