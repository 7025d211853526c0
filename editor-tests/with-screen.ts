// A screen for the tests of one `describe`: the packaged extension in a workbench of its own.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { packagedExtension, prepareWorkspace } from './prepare';
import { Screen } from './screen';
import { Workbench } from './workbench';

/** Starts the workbench before the tests, hands its screen to `use`, and takes all of it away behind them. */
export function withScreen(
  name: string,
  settings: Readonly<Record<string, unknown>>,
  use: (screen: Screen) => void,
): void {
  const home = mkdtempSync(join(tmpdir(), `keras-shapes-${name}-`));
  let workbench: Workbench | undefined;

  before(async () => {
    const [userDataDir, extensionsDir] = [join(home, 'user'), join(home, 'extensions')];
    Workbench.install(packagedExtension(), userDataDir, extensionsDir);
    workbench = await Workbench.start({ userDataDir, extensionsDir, settings });
    use(await Screen.of(workbench, prepareWorkspace(join(home, 'workspace'))));
  });
  after(async () => {
    await workbench?.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  });
}
