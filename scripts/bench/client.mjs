// A language client on a server's standard streams, for measuring.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { root } from '../bundle.mjs';
import { loaded } from './loaded.mjs';

const require = createRequire(import.meta.url);
const {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} = require('vscode-languageserver-protocol/node');

const { nodeArguments } = await loaded('node-arguments.ts');

/** The server's bundle. */
export const bundle = join(root, 'dist/server.js');

/** Our server as the extension starts it, noting how long its answers take. */
const ours = [
  process.execPath,
  ...nodeArguments(),
  ...['--require', join(root, 'scripts/bench/inside.cjs'), bundle, '--stdio'],
];

export class Client {
  versions = new Map();
  waiting = new Map();

  folder = mkdtempSync(join(tmpdir(), 'keras-shapes-bench-'));
  /**
   * Milliseconds from the arrival of each change at our server to its having written the hints that were asked for behind
   * it: known once it has stopped.
   */
  inside = [];

  /** Starts a server; resolves when it has answered `initialize`. */
  static async start([command, ...args] = ours) {
    const client = new Client();
    const env = { ...process.env, BENCH_TIMES: client.notes };
    client.process = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'], env });
    client.connection = createProtocolConnection(
      new StreamMessageReader(client.process.stdout),
      new StreamMessageWriter(client.process.stdin),
    );
    client.connection.onNotification('textDocument/publishDiagnostics', ({ uri }) => client.waiting.get(uri)?.());
    client.connection.onRequest('workspace/configuration', ({ items }) => items.map(() => ({})));
    client.connection.onRequest('client/registerCapability', () => null);
    client.connection.onRequest('window/workDoneProgress/create', () => null);
    client.connection.listen();
    await client.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: null,
      capabilities: {
        textDocument: { publishDiagnostics: { versionSupport: true } },
        workspace: { configuration: true },
      },
    });
    await client.connection.sendNotification('initialized', {});
    return client;
  }

  get notes() {
    return join(this.folder, 'times.json');
  }

  /** Opens a text under a name; returns its URI. */
  async open(name, text) {
    const uri = pathToFileURL(join(root, 'bench', name)).href;
    this.versions.set(uri, 1);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'python', version: 1, text },
    });
    return uri;
  }

  /** Replaces a range by a text, as one keystroke does. */
  async edit(uri, range, text) {
    const version = this.versions.get(uri) + 1;
    this.versions.set(uri, version);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text }],
    });
  }

  /** The hints of some lines. */
  hints(uri, first, last) {
    const range = { start: { line: first, character: 0 }, end: { line: last, character: 0 } };
    return this.connection.sendRequest('textDocument/inlayHint', { textDocument: { uri }, range });
  }

  /** Resolves when diagnostics are told next, or after so many milliseconds. */
  async diagnostics(uri, most) {
    let timer;
    await new Promise((resolve) => {
      timer = setTimeout(resolve, most);
      this.waiting.set(uri, resolve);
    });
    clearTimeout(timer);
    this.waiting.delete(uri);
  }

  /** Processor time that the server has used so far, in milliseconds; null where the system does not tell. */
  cpu() {
    try {
      const stat = readFileSync(`/proc/${this.process.pid}/stat`, 'utf8').split(') ')[1].split(' ');
      return (Number(stat[11]) + Number(stat[12])) * 10;
    } catch {
      return null;
    }
  }

  /** Memory that the server holds, in megabytes; null where the system does not tell. */
  memory() {
    try {
      return Number(/VmRSS:\s*(\d+)/.exec(readFileSync(`/proc/${this.process.pid}/status`, 'utf8'))[1]) / 1024;
    } catch {
      return null;
    }
  }

  async stop() {
    const gone = new Promise((resolve) => this.process.once('exit', resolve));
    const patience = setTimeout(() => this.process.kill('SIGKILL'), 3000);
    await Promise.race([this.connection.sendRequest('shutdown'), gone]).catch(() => {});
    try {
      await this.connection.sendNotification('exit');
    } catch {
      // It has gone without waiting to be told.
    }
    await gone;
    clearTimeout(patience);
    this.connection.dispose();
    if (existsSync(this.notes)) this.inside = JSON.parse(readFileSync(this.notes, 'utf8'));
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export async function timed(run) {
  const start = performance.now();
  const result = await run();
  return [result, performance.now() - start];
}
