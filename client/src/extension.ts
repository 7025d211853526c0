// What the extension does in every editor, on a desktop as in a browser: starts the language server, registers the
// commands and the summary view. It thinks nothing about Keras: all of that is the server's.

import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { WireTarget } from '../../server/src/protocol/messages';
import example from './example.py';
import { TraceChanges } from './views/changes';
import { Jumps } from './views/jumps';
import { chooseCaller, goTo, goToMakers, goToUses, leadingToPlaces, peekCallers } from './views/navigation';
import { GraphPanel } from './views/panel';
import { StatusItem } from './views/status';
import { SummaryView } from './views/summary';
import { WhatIfView } from './views/what-if';

/**
 * Shared by every entry point. The selector names no scheme: files, untitled documents, notebook cells and files of
 * virtual workspaces are all the same to the server, which sees text alone.
 */
export const clientOptions: LanguageClientOptions = {
  documentSelector: [{ language: 'python' }],
  initializationOptions: () => ({
    ...settings(),
    callHierarchy: offersHierarchy(),
  }),
  middleware: {
    resolveInlayHint: async (hint, token, next) => {
      const resolved = await next(hint, token);
      return resolved && leadingToPlaces(resolved);
    },
  },
};

/** Extensions that have a call hierarchy of Python's functions. */
const PYTHON_SERVERS = ['ms-python.vscode-pylance', 'ms-pyright.pyright', 'detachhead.basedpyright', 'astral-sh.ty'];

/** An editor asks one extension alone for call hierarchies: Python's own comes first unless a person says otherwise. */
function offersHierarchy(): boolean {
  const wish = settings().get<string>('callHierarchy', 'auto');
  if (wish !== 'auto') return wish === 'on';
  return PYTHON_SERVERS.every((id) => vscode.extensions.getExtension(id) === undefined);
}

function settings(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('kerasShapes');
}

/**
 * Starts `client` and registers everything that a person can call. All of it ends with the extension's context.
 *
 * @throws when the server cannot be started; the editor shows the message.
 */
export async function activateExtension(context: vscode.ExtensionContext, client: BaseLanguageClient): Promise<void> {
  const changes = new TraceChanges(client);
  const summary = new SummaryView(client, changes.event);
  const graph = new GraphPanel(context.extensionUri, client, changes.event);
  const whatIf = new WhatIfView(client, changes.event);
  const status = new StatusItem(client, changes.event);
  context.subscriptions.push(
    changes,
    summary,
    graph,
    whatIf,
    status,
    new Jumps(client),
    vscode.commands.registerCommand('kerasShapes.whatIf', (target?: WireTarget, newText?: string) =>
      whatIf.ask(target, newText),
    ),
    vscode.commands.registerCommand('kerasShapes.goTo', goTo),
    vscode.commands.registerCommand('kerasShapes.goToMaker', () => goToMakers(client)),
    vscode.commands.registerCommand('kerasShapes.goToUses', () => goToUses(client)),
    vscode.commands.registerCommand('kerasShapes.peekCallers', () => peekCallers(client)),
    vscode.commands.registerCommand('kerasShapes.chooseModel', () => status.choose()),
    vscode.commands.registerCommand('kerasShapes.chooseCaller', (uri: string, position: vscode.Position) =>
      chooseCaller(client, uri, position),
    ),
    vscode.commands.registerCommand('kerasShapes.showGraph', (uri?: string, position?: vscode.Position) =>
      graph.show('graph', uri, position),
    ),
    vscode.commands.registerCommand('kerasShapes.showSizes', () => graph.show('sizes')),
    vscode.commands.registerCommand('kerasShapes.restartServer', () => restart(client)),
    vscode.commands.registerCommand('kerasShapes.showSummary', (uri?: string, position?: vscode.Position) =>
      summary.show(uri, position),
    ),
    vscode.commands.registerCommand('kerasShapes.toggleHints', toggleHints),
    vscode.commands.registerCommand('kerasShapes.newExample', newExample),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('kerasShapes.callHierarchy')) void restart(client);
    }),
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
  const { workspaceValue } = settings().inspect<boolean>('hints.enabled') ?? {};
  await settings().update(
    'hints.enabled',
    !settings().get<boolean>('hints.enabled', true),
    workspaceValue === undefined ? vscode.ConfigurationTarget.Global : vscode.ConfigurationTarget.Workspace,
  );
}

/** A new file with a small model, for who wants to see how it looks. */
async function newExample(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'python', content: example });
  await vscode.window.showTextDocument(document);
}
