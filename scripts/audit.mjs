// Asks the registry for known faults of the dependencies (npm run audit). All of them are bundled or build what is. Fails on
// grave ones; says so and goes on where the registry does not answer such questions.

import { spawnSync } from 'node:child_process';
import { root } from './bundle.mjs';

const { stdout } = spawnSync('npm', ['audit', '--json'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
const counts = read(stdout);
if (!counts) console.log('audit: the registry does not tell; nothing was checked');
else {
  const grave = counts.high + counts.critical;
  console.log(`audit: ${counts.total} known faults, ${grave} of them grave`);
  if (grave > 0) process.exitCode = 1;
}

function read(text) {
  try {
    return JSON.parse(text).metadata?.vulnerabilities ?? null;
  } catch {
    return null;
  }
}
