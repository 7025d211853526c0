// Runs the suite with mocha inside the editor's extension host: what `extensionTestsPath` names.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import type { SuiteResult } from './result';

/** The report is the results file; the dots and stacks of mocha's own reporters would only be in its way. */
class Silent extends Mocha.reporters.Base {
  override epilogue(): void {}
}

/** @throws when a test fails, which is how the editor learns the suite's outcome. */
export async function run(): Promise<void> {
  const { KERAS_SHAPES_RESULTS: file, KERAS_SHAPES_ONLY: only } = process.env;
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 60_000,
    reporter: Silent,
    ...(only === undefined ? {} : { grep: only }),
  });
  mocha.addFile(join(__dirname, 'suite-tests.cjs'));
  await mocha.loadFilesAsync();
  const results: SuiteResult[] = [];
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    runner.on('pass', (test) => results.push({ title: test.fullTitle(), duration: test.duration ?? 0 }));
    runner.on('fail', (test, error: Error) =>
      results.push({ title: test.fullTitle(), duration: test.duration ?? 0, error: error.stack ?? error.message }),
    );
  });
  if (file !== undefined) writeFileSync(file, JSON.stringify(results));
  if (failures > 0) throw new Error(`${failures} of ${results.length} editor tests failed.`);
}
