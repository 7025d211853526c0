// From a tensor to the layer that made it, and to those that take it; from a file to its models; from a function to one
// of its callers.

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  CALLERS_REQUEST,
  type CallerItem,
  type Location,
  MAKERS_REQUEST,
  SHOW_CALLER,
  USES_REQUEST,
} from '../../../server/src/protocol/messages';

/** Goes to the calls that made the tensor at the cursor: at once to a single one, by a peek to several. */
export function goToMakers(client: BaseLanguageClient): Promise<void> {
  return go(
    client,
    MAKERS_REQUEST,
    vscode.l10n.t('No tensor stands at the cursor, or what made it is not in this file.'),
  );
}

/** Goes to the calls that take the tensor at the cursor. */
export function goToUses(client: BaseLanguageClient): Promise<void> {
  return go(client, USES_REQUEST, vscode.l10n.t('No layer of this file takes what is at the cursor.'));
}

async function go(client: BaseLanguageClient, request: string, none: string): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const { uri } = editor.document;
  const position = editor.selection.active;
  await reveal(uri, position, await client.sendRequest<Location[]>(request, { uri: uri.toString(), position }), none);
}

/** Goes to where a part of a hint leads. */
export async function goTo(target: vscode.Location): Promise<void> {
  await vscode.commands.executeCommand(
    'editor.action.goToLocations',
    target.uri,
    target.range.start,
    [target],
    'goto',
    '',
  );
}

/**
 * A hint whose parts lead to the very places that the server names. With a location alone the editor goes on from there
 * to the definition of what stands there, which a number or an argument does not have.
 */
export function leadingToPlaces(hint: vscode.InlayHint): vscode.InlayHint {
  if (typeof hint.label === 'string') return hint;
  for (const part of hint.label) {
    if (!part.location) continue;
    part.command = { title: '', command: 'kerasShapes.goTo', arguments: [part.location] };
    part.location = undefined;
  }
  return hint;
}

/** Shows every call of the function at the cursor, with the shapes that it leads to, in a peek. */
export async function peekCallers(client: BaseLanguageClient): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const { uri } = editor.document;
  const position = editor.selection.active;
  const callers = await client.sendRequest<CallerItem[]>(CALLERS_REQUEST, { uri: uri.toString(), position });
  const calls = callers.flatMap(({ at }) => at ?? []);
  await reveal(
    uri,
    position,
    calls,
    vscode.l10n.t('No function stands at the cursor, or nothing in this file calls it.'),
  );
}

async function reveal(uri: vscode.Uri, position: vscode.Position, found: Location[], none: string): Promise<void> {
  const locations = found.map(
    ({ uri: target, range }) =>
      new vscode.Location(vscode.Uri.parse(target), new vscode.Position(range.start.line, range.start.character)),
  );
  await vscode.commands.executeCommand('editor.action.goToLocations', uri, position, locations, 'peek', none);
}

/** Asks which of a function's callers is meant, and has its shapes shown in the function. */
export async function chooseCaller(
  client: BaseLanguageClient,
  uri: string,
  position: { line: number; character: number },
): Promise<void> {
  const callers = await client.sendRequest<CallerItem[]>(CALLERS_REQUEST, { uri, position });
  const all = { label: vscode.l10n.t('All calls together'), description: '', id: null, picked: false };
  const items = [
    all,
    ...callers.map(({ id, label, description, shown }) => ({
      label: shown ? `$(check) ${label}` : label,
      description,
      id,
      picked: shown,
    })),
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Whose shapes are shown in this function?'),
  });
  if (picked) await client.sendNotification(SHOW_CALLER, { uri, position, id: picked.id });
}
