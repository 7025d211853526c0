// Type checkers whose diagnostics are measured on the same keystrokes. Each is fetched into a temporary folder by its
// registry's own client; where that fails it is left out.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = join(tmpdir(), 'keras-shapes-bench');

/** The command that starts a language server, or why there is none. */
export function pyright() {
  const script = join(folder, 'pyright', 'node_modules', 'pyright', 'langserver.index.js');
  if (!existsSync(script)) {
    mkdirSync(join(folder, 'pyright'), { recursive: true });
    run('npm', ['install', '--silent', '--no-audit', '--no-fund', '--prefix', join(folder, 'pyright'), 'pyright']);
  }
  return existsSync(script)
    ? { command: [process.execPath, script, '--stdio'] }
    : { missing: 'npm could not fetch it' };
}

export function pyrefly() {
  const program = join(folder, 'pyrefly', 'bin', 'pyrefly');
  if (!existsSync(program)) {
    run('python3', ['-m', 'pip', 'install', '--quiet', '--target', join(folder, 'pyrefly'), 'pyrefly']);
  }
  return existsSync(program) ? { command: [program, 'lsp'] } : { missing: 'pip could not fetch it' };
}

/** Milliseconds in which a Python's Keras builds a program's models: the median of five runs after the imports. */
export function kerasTime(python, text) {
  const script = `
import os, sys, time
os.environ.setdefault('TF_CPP_MIN_LOG_LEVEL', '3')
import numpy, keras
text = sys.stdin.read()
times = []
for _ in range(6):
    keras.backend.clear_session()
    start = time.perf_counter()
    exec(compile(text, 'program', 'exec'), {'__name__': '__bench__'})
    times.append(time.perf_counter() - start)
print(sorted(times[1:])[2] * 1000)
`;
  const { status, stdout } = spawnSync(python, ['-c', script], {
    input: text,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return status === 0 ? Number(stdout.trim().split('\n').at(-1)) : null;
}

function run(command, args) {
  spawnSync(command, args, { stdio: 'ignore', timeout: 300_000 });
}
