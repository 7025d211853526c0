import assert from 'node:assert/strict';
import { test } from 'node:test';
import { once } from './once';

test('once computes when it is first asked, and not again', () => {
  let times = 0;
  const ask = once(() => {
    times += 1;
    return undefined;
  });
  assert.equal(times, 0);
  ask();
  ask();
  assert.equal(times, 1);
});
