// A screen for the tests of one `describe`: the packaged extension in a workbench of its own.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { packagedExtension, prepareWorkspace } from './prepare';
import { Screen } from './screen';
import { Workbench } from './workbench';

/** Declares a test on the screen. */
export type ScreenTest = (name: string, body: () => Promise<void>) => void;

/**
 * Starts the workbench before the tests, hands its screen to `use`, and takes all of it away behind them. Returns what
 * declares a test: on a busy machine the editor drops a key or closes a menu now and then, so a test that fails is tried
 * once more, and what it said first is told.
 */
export function withScreen(
  name: string,
  settings: Readonly<Record<string, unknown>>,
  use: (screen: Screen) => void,
): ScreenTest {
  const home = mkdtempSync(join(tmpdir(), `keras-shapes-${name}-`));
  const folder = join(home, 'workspace');
  let workbench: Workbench | undefined;
  let screen: Screen | undefined;

  before(async () => {
    const [userDataDir, extensionsDir] = [join(home, 'user'), join(home, 'extensions')];
    Workbench.install(packagedExtension(), userDataDir, extensionsDir);
    workbench = await Workbench.start({ userDataDir, extensionsDir, settings });
    screen = await Screen.of(workbench, prepareWorkspace(folder));
    use(screen);
  });
  after(async () => {
    await workbench?.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  });
  return (title, body) => {
    test(title, async (t) => {
      try {
        await body();
      } catch (problem) {
        t.diagnostic(`${title}: tried once more, for at first ${problem}`);
        prepareWorkspace(folder);
        await screen?.press('Escape', 'Escape', 'Escape');
        await body();
      }
    });
  };
}
