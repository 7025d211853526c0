import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Program } from '../../program-testing';
import { listOf } from '../../testing';

test('Pipeline applies one layer after the other', () => {
  const program = new Program();
  const layers = listOf(program.layer('Resizing', [16, 32]), program.layer('Flatten'));
  assert.equal(program.call(program.layer('Pipeline', [layers]), [program.input(28, 28, 3)]), '(None, 1536)');
});

test('Pipeline knows no size behind a crop at bounds that are not known, but one that resizes', () => {
  const program = new Program();
  const crop = (size: number) =>
    program.call(program.layer('Pipeline', [listOf(program.layer('CenterCrop', [8, size]))]), [
      program.input(null, 28, 3),
    ]);
  assert.equal(crop(8), '(None, None, None, 3)');
  assert.equal(crop(40), '(None, 8, 40, 3)');
});

test('Pipeline must hold layers', () => {
  const program = new Program();
  program.call(program.layer('Pipeline', [listOf()]), [program.input(28)]);
  program.call(program.layer('Pipeline', [3]), [program.input(28)]);
  assert.deepEqual(program.refused, ['invalid-argument', 'invalid-argument']);
});
