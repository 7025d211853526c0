import assert from 'node:assert/strict';
import { test } from 'node:test';
import { once, onceFor } from './once';

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

test('onceFor computes once for each object', () => {
  const asked: object[] = [];
  const ask = onceFor((key: object) => asked.push(key));
  const [a, b] = [{}, {}];
  assert.deepEqual([ask(a), ask(b), ask(a)], [1, 2, 1]);
  assert.deepEqual(asked, [a, b]);
});
