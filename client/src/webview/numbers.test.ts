import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytes, count, short } from './numbers';

test('numbers have commas, or three digits and a unit', () => {
  assert.equal(count(1234567), '1,234,567');
  assert.equal(short(9408), '9,408');
  assert.equal(short(25636712), '25.6 M');
  assert.equal(short(123456), '123 k');
});

test('sizes count by 1,024', () => {
  assert.equal(bytes(0), '0 B');
  assert.equal(bytes(50176), '49.0 KB');
  assert.equal(bytes(102546848), '97.8 MB');
});
