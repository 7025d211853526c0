/**
 * Starts a bundle with V8's code cache beside it: compiling a megabyte and a half of JavaScript takes
 * longer than all else until the first answer. What was compiled in the first run is kept in
 * `dist/cache` and used by the next ones. V8 itself refuses a cache of another version; the digest in
 * the file's name keeps one of another build away. Where the folder cannot be written, or the cache is
 * broken, the bundle is compiled as ever.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';

/** Set by the build: the bundle's name without `.main.js`, and the digest of its text. */
declare const BUNDLE: string;
declare const DIGEST: string;

/** Milliseconds after which a process that goes on (the server) has compiled what it needs for its first answers. */
const WARM = 5000;

const file = join(__dirname, `${BUNDLE}.main.js`);
const folder = join(__dirname, 'cache');
const cache = `${BUNDLE}-${DIGEST}-${process.versions.v8}-${process.arch}.bin`;

// The build writes ASCII, in a function that takes what a module of Node's is given: a copy of the text takes time.
const source = readFileSync(file, 'latin1');
const known = readCache();
const script = new Script(source, {
  filename: file,
  ...(known ? { cachedData: known } : {}),
});
if (!known || script.cachedDataRejected) keepWhenWarm();
script.runInThisContext()(exports, require, module, file, __dirname);

function readCache(): Buffer | null {
  try {
    return readFileSync(join(folder, cache));
  } catch {
    return null;
  }
}

function keepWhenWarm(): void {
  const timer = setTimeout(keep, WARM).unref();
  process.once('exit', keep);
  function keep(): void {
    clearTimeout(timer);
    process.removeListener('exit', keep);
    try {
      mkdirSync(folder, { recursive: true });
      for (const old of readdirSync(folder)) if (old.startsWith(`${BUNDLE}-`)) rmSync(join(folder, old));
      // In one step, so that no other process reads half of it.
      const written = join(folder, `${cache}.${process.pid}`);
      writeFileSync(written, script.createCachedData());
      renameSync(written, join(folder, cache));
    } catch {
      // Another process was faster, or the folder is not ours to write: the next run compiles again.
    }
  }
}
