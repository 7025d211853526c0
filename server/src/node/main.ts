/** The language server as a process of its own: `--stdio`, or a channel of Node (`--node-ipc`). */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Connection, createConnection, ProposedFeatures, StreamMessageReader } from '../protocol/lsp';
import { startServer } from '../protocol/server';
import { PieceWriter } from './output';
import { rehearsal } from './rehearsal';
import { createService } from './service';

const home = join(__dirname, '..');
const rules = join(home, 'docs', 'rules');
const manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
const service = createService({ extraPaths: [] });
service.catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
let rehearsed: Generator<void, void> | null = null;
void service.then((loaded) => {
  // Nothing of it is done before it goes on.
  rehearsed = rehearsal(loaded);
});
startServer(connection(), {
  service,
  whenIdle: () => rehearsed?.next().done === false,
  version: manifest.version,
  docs: existsSync(rules) ? `${pathToFileURL(rules).href}/` : null,
  processId: process.pid,
});

/** On the process' own streams, or on what else the arguments name. */
function connection(): Connection {
  if (!process.argv.includes('--stdio')) return createConnection(ProposedFeatures.all);
  // Nothing else may write to what the editor reads.
  console.log = console.error;
  for (const end of ['end', 'close']) process.stdin.on(end, () => process.exit(1));
  return createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(process.stdin),
    new PieceWriter(process.stdout),
  );
}
