// What a run of the editor is given: a folder with Keras programs, and the packaged extension.

import { cpSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as autoencoder from './autoencoder';

/** A fresh copy of the programs that the tests open; returns its path. */
export function prepareWorkspace(folder: string): string {
  cpSync('editor-tests/workspace', folder, { recursive: true });
  cpSync(join('test-fixtures/programs', autoencoder.file), join(folder, autoencoder.file));
  return folder;
}

/** What `npm run package` made. */
export function packagedExtension(): string {
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8')) as { name: string; version: string };
  return resolve(`${name}-${version}.vsix`);
}

/** In the user data folder: what the extension host printed. Told when a suite ends without a report. */
export const logName = 'extension-host.log';
