import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Program } from '../../program-testing';
import { listOf } from '../../testing';

test('Pipeline applies one layer after the other', () => {
  const program = new Program();
  const layers = listOf(program.layer('Resizing', [16, 32]), program.layer('Flatten'));
  assert.equal(program.call(program.layer('Pipeline', [layers]), [program.input(28, 28, 3)]), '(None, 1536)');
});

test('Pipeline says of a crop of unknown size that it does not know it', () => {
  const program = new Program();
  const crop = program.layer('Pipeline', [listOf(program.layer('CenterCrop', [8, 8]))]);
  assert.equal(program.call(crop, [program.input(null, 28, 3)]), '(None, ?, ?, ?)');
});

test('Pipeline must hold layers', () => {
  const program = new Program();
  program.call(program.layer('Pipeline', [listOf()]), [program.input(28)]);
  program.call(program.layer('Pipeline', [3]), [program.input(28)]);
  assert.deepEqual(program.refused, ['invalid-argument', 'invalid-argument']);
});
