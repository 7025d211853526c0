// A real VS Code workbench without a desktop: the one inside code-server, shown in Chromium. Started, driven and ended by
// the tests, by the stand-in for the desktop's executable and by `npm run editor`.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

/** What scripts/install-editor.mjs left behind. */
interface Installation {
  readonly node: string;
  readonly server: string;
  readonly browser: string;
}

export interface WorkbenchOptions {
  /** Where the editor keeps its settings and state; a temporary folder when left out. */
  readonly userDataDir?: string;
  /** Where installed extensions live; a temporary folder when left out. */
  readonly extensionsDir?: string;
  /** User settings on top of the quiet ones below. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** 0 or left out: any free port. */
  readonly port?: number;
  readonly log?: (text: string) => void;
}

/** One argument of the workbench's address, as `vscode` in a browser takes them: `["openFile", uri]`. */
export type Payload = readonly [name: string, value: string];

/** Nothing that opens by itself, asks a question or goes to the network. */
const quietSettings = {
  'files.autoSave': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'security.workspace.trust.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/** No marketplace: an editor under test must not look for anything on the network. */
const offline = { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}' };

export class Workbench {
  private contexts: BrowserContext[] = [];

  private constructor(
    readonly origin: string,
    private readonly server: ChildProcess,
    private readonly installation: Installation,
    private readonly temporary: string,
  ) {}

  /** Installs a packaged extension for workbenches that are started with the same folders. */
  static install(vsix: string, userDataDir: string, extensionsDir: string): void {
    const { node, server } = installed();
    const words = [server, ...folderOptions(userDataDir, extensionsDir), '--install-extension', vsix];
    execFileSync(node, words, { env: offline, stdio: 'pipe' });
  }

  /** @throws when the server does not answer within 30 seconds. */
  static async start(options: WorkbenchOptions = {}): Promise<Workbench> {
    const installation = installed();
    const temporary = mkdtempSync(join(tmpdir(), 'keras-shapes-editor-'));
    const userDataDir = options.userDataDir ?? join(temporary, 'user');
    const extensionsDir = options.extensionsDir ?? join(temporary, 'extensions');
    mkdirSync(join(userDataDir, 'User'), { recursive: true });
    mkdirSync(extensionsDir, { recursive: true });
    writeFileSync(
      join(userDataDir, 'User', 'settings.json'),
      JSON.stringify({ ...quietSettings, ...options.settings }, null, 2),
    );
    const port = options.port || (await freePort());
    const server = spawn(
      installation.node,
      [
        installation.server,
        ...folderOptions(userDataDir, extensionsDir),
        ...['--bind-addr', `127.0.0.1:${port}`, '--auth', 'none'],
        ...['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust'],
        ...['--disable-getting-started-override', '--reconnection-grace-time', '2'],
        // Without it the workbench ignores extensionDevelopmentPath and extensionTestsPath.
        ...['--vscode-option', 'enable-smoke-test-driver'],
      ],
      { env: offline, stdio: ['ignore', 'pipe', 'pipe'], detached: true },
    );
    server.stdout?.on('data', (data) => options.log?.(String(data)));
    server.stderr?.on('data', (data) => options.log?.(String(data)));
    const workbench = new Workbench(`http://127.0.0.1:${port}`, server, installation, temporary);
    try {
      await workbench.answers();
    } catch (error) {
      await workbench.stop();
      throw error;
    }
    return workbench;
  }

  /** The address of the workbench with `folder` open. */
  address(folder: string, payload: readonly Payload[] = []): string {
    const query = new URLSearchParams({ folder });
    if (payload.length > 0) query.set('payload', JSON.stringify(payload));
    return `${this.origin}/?${query}`;
  }

  /** A path of this machine as the workbench names it: its window is remote to the files. */
  remoteUri(path: string): string {
    return `vscode-remote://${new URL(this.origin).host}${path}`;
  }

  /** An empty browser page; it ends with the workbench. */
  async page(size = { width: 1280, height: 720 }): Promise<Page> {
    const context = await chromium.launchPersistentContext(mkdtempSync(join(this.temporary, 'browser-')), {
      executablePath: this.installation.browser,
      headless: true,
      chromiumSandbox: false,
      viewport: size,
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
    this.contexts.push(context);
    return context.pages()[0] ?? (await context.newPage());
  }

  async stop(): Promise<void> {
    for (const context of this.contexts) await context.close();
    this.contexts = [];
    const ended = this.server.exitCode !== null || new Promise((resolve) => this.server.once('exit', resolve));
    if (this.server.pid !== undefined && this.server.exitCode === null) process.kill(-this.server.pid, 'SIGTERM');
    await Promise.race([ended, sleep(5000, undefined, { ref: false })]);
    rmSync(this.temporary, { recursive: true, force: true, maxRetries: 5 });
  }

  private async answers(): Promise<void> {
    for (let attempt = 0; attempt < 300; attempt++) {
      if (this.server.exitCode !== null)
        throw new Error(`The editor's server ended with code ${this.server.exitCode}.`);
      const answer = await fetch(`${this.origin}/healthz`).catch(() => undefined);
      if (answer?.ok) return;
      await sleep(100);
    }
    throw new Error(`The editor's server does not answer at ${this.origin}.`);
  }
}

function installed(): Installation {
  return JSON.parse(readFileSync('.editor/installed.json', 'utf8')) as Installation;
}

/** Folders of its own, so that no run sees what the person's editor or another run left behind. */
function folderOptions(userDataDir: string, extensionsDir: string): string[] {
  const config = join(userDataDir, 'config.yaml');
  return ['--user-data-dir', userDataDir, '--extensions-dir', extensionsDir, '--config', config];
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
