import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Watchdog } from './watchdog';

const NOTHING = (): void => {};

test('a server that does not answer hangs, one that answers late does not', async () => {
  let hangs = 0;
  let asked = 0;
  let answer: (value?: unknown) => void = NOTHING;
  const ask = () => {
    asked += 1;
    return new Promise((resolve) => {
      answer = resolve;
    });
  };
  const watchdog = new Watchdog(ask, 3, () => {
    hangs += 1;
  });
  const ticks = (count: number) => {
    for (let i = 0; i < count; i++) watchdog.tick();
  };
  ticks(3);
  assert.deepEqual([asked, hangs], [1, 0]);
  answer();
  await Promise.resolve();
  ticks(3);
  assert.deepEqual([asked, hangs], [2, 0]);
  ticks(1);
  assert.deepEqual([asked, hangs], [2, 1]);
  const late = answer;
  ticks(1);
  late();
  await Promise.resolve();
  ticks(3);
  assert.deepEqual([asked, hangs], [3, 2]);
});

test('a server that has failed to answer, or does not run, does not hang', async () => {
  const fail = () => assert.fail('it does not hang');
  const broken = new Watchdog(() => Promise.reject(new Error('the connection is closed')), 1, fail);
  for (let i = 0; i < 5; i++) {
    broken.tick();
    await Promise.resolve();
    await Promise.resolve();
  }
  const stopped = new Watchdog(() => null, 1, fail);
  for (let i = 0; i < 5; i++) stopped.tick();
});
