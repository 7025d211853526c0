// Builds twice and compares every file of dist/: the same sources must give the same bytes (npm run reproducible).

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bundle.mjs';

const [first, second] = [digests(), digests()];
const names = [...new Set([...first.keys(), ...second.keys()])];
const different = names.filter((name) => first.get(name) !== second.get(name));
for (const name of different) console.error(`reproducible: dist/${name} differs between two builds`);
if (different.length === 0) console.log(`reproducible: ${names.length} files are the same in two builds`);
process.exitCode = different.length > 0 ? 1 : 0;

function digests() {
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' });
  const dist = join(root, 'dist');
  return new Map(
    readdirSync(dist, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(dist, name)).isFile())
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(dist, name)))
          .digest('hex'),
      ]),
  );
}
