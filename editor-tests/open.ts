// `npm run editor` without a desktop editor: the workbench with the packaged extension, until it is ended by Ctrl+C.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packagedExtension } from './prepare';
import { Workbench } from './workbench';

async function main(folder: string, file: string): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'keras-shapes-'));
  const [userDataDir, extensionsDir] = [join(home, 'user'), join(home, 'extensions')];
  Workbench.install(packagedExtension(), userDataDir, extensionsDir);
  const workbench = await Workbench.start({ userDataDir, extensionsDir, port: Number(process.env.PORT ?? 0) });
  const address = workbench.address(folder, [['openFile', workbench.remoteUri(file)]]);
  console.log(
    `\nVS Code with Keras Shapes is at\n\n  ${address}\n\nOpen it in a browser on this machine. Ctrl+C ends it.`,
  );
  await new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await workbench.stop();
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
}

const [folder, file] = process.argv.slice(2);
if (folder === undefined || file === undefined) throw new Error('A folder and a file are needed.');
void main(folder, file);
