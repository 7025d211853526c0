import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { hints, openText, until } from './editor';

/** The processes that are our server, started by this extension host: Linux tells them in `/proc`. */
function servers(): number[] {
  return readdirSync('/proc').flatMap((name) => {
    try {
      const words = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0');
      const parent = /^PPid:\t(\d+)$/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1];
      const isOurs = words.some((word) => word.endsWith('dist/server.js')) && Number(parent) === process.pid;
      return isOurs ? [Number(name)] : [];
    } catch {
      // It has ended, or is none.
      return [];
    }
  });
}

describe('a server that hangs', () => {
  it('is replaced by another one, which knows the open files', async () => {
    const document = await openText('from keras import Input\nx = Input((28, 28, 1))\n');
    const shown = () =>
      until(
        () => hints(document),
        (found) =>
          assert.deepEqual(
            found.map(({ label }) => label),
            ['(None, 28, 28, 1)'],
          ),
      );
    await shown();
    const [hanging, ...more] = servers();
    assert.ok(hanging !== undefined && more.length === 0, 'there is one server');
    process.kill(hanging, 'SIGSTOP');
    await until(servers, (running) => assert.ok(running.length === 1 && running[0] !== hanging), 60_000);
    await shown();
  }).timeout(90_000);
});
