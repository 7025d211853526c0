import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Rehearsal } from './rehearsal';
import { createService } from './service';

test('a rehearsal meets no fault, and comes to an end', async () => {
  const faults: unknown[] = [];
  const service = await createService({ extraPaths: [], onInternalError: (error) => faults.push(error) });
  const rehearsal = new Rehearsal(service);
  let keystrokes = 1;
  while (rehearsal.next()) keystrokes += 1;
  assert.ok(keystrokes > 10 && keystrokes <= 1000);
  assert.equal(rehearsal.next(), false);
  assert.deepEqual(faults, []);
});
