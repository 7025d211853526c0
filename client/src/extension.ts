// What the extension does in every editor, on a desktop as in a browser: starts the language server, registers the
// commands and the summary view. It thinks nothing about Keras: all of that is the server's.

import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { GraphPanel } from './views/panel';
import { SummaryView } from './views/summary';

/**
 * Shared by every entry point. The selector names no scheme: files, untitled documents, notebook cells and files of
 * virtual workspaces are all the same to the server, which sees text alone.
 */
export const clientOptions: LanguageClientOptions = {
  documentSelector: [{ language: 'python' }],
};

/**
 * Starts `client` and registers everything that a person can call. All of it ends with the extension's context.
 *
 * @throws when the server cannot be started; the editor shows the message.
 */
export async function activateExtension(context: vscode.ExtensionContext, client: BaseLanguageClient): Promise<void> {
  const summary = new SummaryView(client);
  const graph = new GraphPanel(context.extensionUri, client);
  context.subscriptions.push(
    summary,
    graph,
    vscode.commands.registerCommand('kerasShapes.showGraph', (uri?: string, position?: vscode.Position) =>
      graph.show('graph', uri, position),
    ),
    vscode.commands.registerCommand('kerasShapes.showSizes', () => graph.show('sizes')),
    vscode.commands.registerCommand('kerasShapes.restartServer', () => restart(client)),
    vscode.commands.registerCommand('kerasShapes.showSummary', (uri?: string, position?: vscode.Position) =>
      summary.show(uri, position),
    ),
    vscode.commands.registerCommand('kerasShapes.toggleHints', toggleHints),
    { dispose: () => void client.dispose() },
  );
  await client.start();
}

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.needsStop()) await client.stop();
  await client.start();
}

/** One switch for all hints: flips the setting where it is written now, else for the person. */
async function toggleHints(): Promise<void> {
  const settings = vscode.workspace.getConfiguration('kerasShapes');
  const { workspaceValue } = settings.inspect<boolean>('hints.enabled') ?? {};
  await settings.update(
    'hints.enabled',
    !settings.get<boolean>('hints.enabled', true),
    workspaceValue === undefined ? vscode.ConfigurationTarget.Global : vscode.ConfigurationTarget.Workspace,
  );
}
