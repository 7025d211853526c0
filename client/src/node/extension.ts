// The extension's entry point in a desktop or remote editor: the server is a Node process of its own.

import * as vscode from 'vscode';
import { LanguageClient, State, TransportKind } from 'vscode-languageclient/node';
import { PING_REQUEST, type Pong } from '../../../server/src/protocol/messages';
import { activateExtension, clientOptions } from '../extension';
import { nodeArguments } from './node-arguments';
import { Watchdog } from './watchdog';

/** Milliseconds between two looks at the server, and how many of them pass before it counts as hanging: 20 seconds. */
const TICK = 2000;
const PATIENCE = 10;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  const execArgv = nodeArguments();
  const client = new LanguageClient(
    'kerasShapes',
    'Keras Shapes',
    {
      run: { ...server, options: { execArgv } },
      debug: { ...server, options: { execArgv: [...execArgv, '--nolazy', '--inspect=6009'] } },
    },
    clientOptions,
  );
  // Whoever debugs the server stops it on purpose.
  if (context.extensionMode !== vscode.ExtensionMode.Development) watch(context, client);
  await activateExtension(context, client);
}

/** Ends a server that hangs: the client starts another one, as after a crash. */
function watch(context: vscode.ExtensionContext, client: LanguageClient): void {
  let processId: number | null = null;
  let isTold = false;
  const ask = async (): Promise<void> => {
    const pong = await client.sendRequest<Pong>(PING_REQUEST);
    processId = pong.processId;
  };
  const watchdog = new Watchdog(
    () => (client.state === State.Running ? ask() : null),
    PATIENCE,
    () => {
      if (processId === null) return;
      try {
        process.kill(processId, 'SIGKILL');
      } catch {
        // It has ended meanwhile.
        return;
      }
      if (isTold) return;
      isTold = true;
      void vscode.window.showWarningMessage(
        vscode.l10n.t('Keras Shapes did not answer any more and was started again. Your files are as they were.'),
      );
    },
  );
  const timer = setInterval(() => watchdog.tick(), TICK);
  context.subscriptions.push({ dispose: () => clearInterval(timer) });
}
