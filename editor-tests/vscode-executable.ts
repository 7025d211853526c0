// Stands in for the desktop's `code` executable: takes the arguments that @vscode/test-electron passes to it, runs the
// suite in the extension host of the npm-built workbench, and exits with the suite's code.

import { Workbench } from './workbench';

/** A suite that has not ended by then hangs. */
const timeLimit = 5 * 60_000;

async function main(words: readonly string[]): Promise<number> {
  const folder = words.find((word) => !word.startsWith('-'));
  const [development, tests] = [option(words, 'extensionDevelopmentPath'), option(words, 'extensionTestsPath')];
  if (folder === undefined || development === undefined || tests === undefined) {
    throw new Error(
      `A folder, --extensionDevelopmentPath and --extensionTestsPath are needed. Received: ${words.join(' ')}`,
    );
  }
  const [userDataDir, extensionsDir] = [option(words, 'user-data-dir'), option(words, 'extensions-dir')];
  const workbench = await Workbench.start({
    ...(userDataDir === undefined ? {} : { userDataDir }),
    ...(extensionsDir === undefined ? {} : { extensionsDir }),
  });
  try {
    const page = await workbench.page();
    const ended = new Promise<number>((resolve, reject) => {
      void page.exposeFunction('codeAutomationExit', resolve);
      setTimeout(() => reject(new Error(`The suite did not end within ${timeLimit / 1000} s.`)), timeLimit).unref();
    });
    await page.exposeFunction('codeAutomationLog', (_kind: string, parts: unknown[]) => console.log(...parts));
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
