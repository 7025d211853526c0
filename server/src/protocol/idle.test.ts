import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { Idle } from './idle';

test('works piece by piece while nothing is asked, until there is none left', async () => {
  const pieces: number[] = [];
  const idle = new Idle(() => {
    pieces.push(performance.now());
    // Somebody asks in the middle of it.
    if (pieces.length === 2) idle.interrupt();
    return pieces.length < 4;
  });
  assert.deepEqual(pieces, []);
  // The timer alone would not keep the process alive.
  while (pieces.length < 4) await wait(10);
  assert.ok(Number(pieces[2]) - Number(pieces[1]) > 100, 'waits after a question');
  idle.interrupt();
  await wait(300);
  assert.equal(pieces.length, 4, 'does not begin again');
});
