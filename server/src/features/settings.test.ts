import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { DEFAULT_SETTINGS, readSettings, SETTING_PREFIX, SETTINGS, type SettingSchema } from './settings';

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
  });

  test('stand in the manifest as they are declared (npm run generate)', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
    const properties = Object.fromEntries(
      Object.entries<SettingSchema>(SETTINGS).map(([key, { description, ...schema }]) => [
        `${SETTING_PREFIX}.${key}`,
        { ...schema, markdownDescription: description },
      ]),
    );
    assert.deepEqual(manifest.contributes.configuration, { title: 'Keras Shapes', properties });
  });
});
