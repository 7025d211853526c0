import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rehearsal } from './rehearsal';
import { createService } from './service';

test('a rehearsal meets no fault, and comes to an end', async () => {
  const faults: unknown[] = [];
  const service = await createService({ extraPaths: [], onInternalError: (error) => faults.push(error) });
  const rehearsed = rehearsal(service);
  let keystrokes = 0;
  while (!rehearsed.next().done) keystrokes += 1;
  assert.ok(keystrokes > 10 && keystrokes <= 1000);
  assert.equal(rehearsed.next().done, true);
  assert.deepEqual(faults, []);
});
