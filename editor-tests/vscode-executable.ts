// Stands in for the desktop's `code` executable: takes the arguments that @vscode/test-electron passes to it, runs the
// suite in the extension host of the npm-built workbench, and exits with the suite's code.

import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import { logName } from './prepare';
import { Workbench } from './workbench';

/** A suite that has not ended by then hangs. */
const timeLimit = 10 * 60_000;

async function main(words: readonly string[]): Promise<number> {
  const folder = words.find((word) => !word.startsWith('-'));
  const [development, tests] = [option(words, 'extensionDevelopmentPath'), option(words, 'extensionTestsPath')];
  const [userDataDir, extensionsDir] = [option(words, 'user-data-dir'), option(words, 'extensions-dir')];
  if (!folder || !development || !tests || !userDataDir || !extensionsDir) {
    throw new Error(
      `A folder and the options that @vscode/test-electron passes are needed. Received: ${words.join(' ')}`,
    );
  }
  const workbench = await Workbench.start({ userDataDir, extensionsDir });
  try {
    const page = await workbench.page();
    const ended = new Promise<number>((resolve, reject) => {
      void page.exposeFunction('codeAutomationExit', resolve);
      setTimeout(() => reject(new Error(`The suite did not end within ${timeLimit / 1000} s.`)), timeLimit).unref();
    });
    const log = createWriteStream(join(userDataDir, logName));
    await page.exposeFunction('codeAutomationLog', (_kind: string, parts: unknown[]) =>
      log.write(`${format(...parts)}\n`),
    );
    await page.goto(
      workbench.address(folder, [
        ['extensionDevelopmentPath', workbench.remoteUri(development)],
        ['extensionTestsPath', workbench.remoteUri(tests)],
        ['skipWelcome', 'true'],
      ]),
    );
    return await ended;
  } finally {
    await workbench.stop();
  }
}

function option(words: readonly string[], name: string): string | undefined {
  const start = `--${name}=`;
  return words.find((word) => word.startsWith(start))?.slice(start.length);
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
