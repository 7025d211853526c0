// Runs the suite of editor-tests/suite in the extension host of a real editor: once on the sources' build, as a developer
// sees it, once on the packaged extension, as everyone else does, and once with a wrong expectation.

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, test } from 'node:test';
import { runTests } from '@vscode/test-electron';
import { logName, packagedExtension, prepareWorkspace } from '../prepare';
import type { SuiteResult } from '../suite/result';
import { Workbench } from '../workbench';

describe('in the extension host', () => {
  test('the build', async (t) => {
    for (const { title, error } of await runSuite({ development: resolve('.') })) {
      await t.test(title, () => assert.ok(error === undefined, error));
    }
  });

  test('the packaged extension', async (t) => {
    for (const { title, error } of await runSuite({ vsix: packagedExtension() })) {
      await t.test(title, () => assert.ok(error === undefined, error));
    }
  });

  test('a wrong label turns the suite red', async () => {
    const [result, ...others] = await runSuite({
      development: resolve('.'),
      env: { KERAS_SHAPES_WRONG_LABEL: '1', KERAS_SHAPES_ONLY: 'hints show the shape' },
    });
    assert.deepEqual(others, []);
    assert.match(result?.error ?? 'the suite stayed green', /\(None, 6, 6, 8\)/);
  });
});

interface SuiteOptions {
  /** The folder of the extension under development … */
  readonly development?: string;
  /** … or the packaged extension to install. */
  readonly vsix?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** @throws when the suite did not get as far as to report its tests, or when its outcome and its report differ. */
async function runSuite({ development, vsix, env = {} }: SuiteOptions): Promise<SuiteResult[]> {
  const home = mkdtempSync(join(tmpdir(), 'keras-shapes-suite-'));
  const file = join(home, 'results.json');
  const [user, extensions] = [join(home, 'user'), join(home, 'extensions')];
  try {
    if (vsix !== undefined) Workbench.install(vsix, user, extensions);
    const outcome = await runTests({
      vscodeExecutablePath: resolve('dist-test/vscode.cjs'),
      extensionDevelopmentPath: development ?? emptyExtension(join(home, 'driver')),
      extensionTestsPath: resolve('dist-test/suite.cjs'),
      extensionTestsEnv: { KERAS_SHAPES_RESULTS: file, ...env },
      launchArgs: [
        prepareWorkspace(join(home, 'workspace')),
        `--user-data-dir=${user}`,
        `--extensions-dir=${extensions}`,
      ],
    }).catch((error: Error) => error);
    assert.ok(existsSync(file), `the suite did not report: ${outcome}\n${logOf(user)}`);
    const results = JSON.parse(readFileSync(file, 'utf8')) as SuiteResult[];
    const red = results.some(({ error }) => error !== undefined);
    assert.equal(outcome instanceof Error, red, `the editor ended with ${outcome}, but the tests say otherwise`);
    return results;
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

function logOf(userDataDir: string): string {
  const file = join(userDataDir, logName);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** The editor runs tests only beside an extension under development; this one does nothing. */
function emptyExtension(folder: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'driver', publisher: 'test', version: '0.0.1', engines: { vscode: '*' } }),
  );
  return folder;
}
