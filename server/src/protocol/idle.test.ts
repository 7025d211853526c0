import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { Idle } from './idle';

test('works piece by piece while nothing is asked, until there is none left', async () => {
  let done = 0;
  const idle = new Idle(() => {
    done += 1;
    // Somebody asks in the middle of it.
    if (done === 2) idle.interrupt();
    return done < 4;
  });
  assert.equal(done, 0);
  // The timer alone would not keep the process alive.
  while (done < 2) await wait(10);
  await wait(50);
  assert.equal(done, 2, 'waits after a question');
  while (done < 4) await wait(10);
  idle.interrupt();
  await wait(250);
  assert.equal(done, 4, 'does not begin again');
});
