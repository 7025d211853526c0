/** The language server as a process of its own: `--stdio`, or a channel of Node (`--node-ipc`). */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../protocol/server';
import { createService } from './service';

const home = join(__dirname, '..');
const rules = join(home, 'docs', 'rules');
const manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
const service = createService({ extraPaths: [] });
service.catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
startServer(createConnection(ProposedFeatures.all), {
  service,
  version: manifest.version,
  docs: existsSync(rules) ? `${pathToFileURL(rules).href}/` : null,
});
