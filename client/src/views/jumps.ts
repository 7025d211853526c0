// Whose shapes are shown in a function that several call: those of the call from which a person went there.

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { CALLERS_REQUEST, type CallerItem, type Location, SHOW_CALLER } from '../../../server/src/protocol/messages';
import { sameUri } from './addresses';

export class Jumps implements vscode.Disposable {
  /** Where the cursor is in each document. */
  private readonly cursors = new WeakMap<vscode.TextDocument, vscode.Position>();
  private readonly listener: vscode.Disposable;

  constructor(private readonly client: BaseLanguageClient) {
    this.listener = vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections, kind }) => {
      const { document } = textEditor;
      const to = selections[0]?.active;
      if (document.languageId !== 'python' || !to) return;
      const from = this.cursors.get(document);
      this.cursors.set(document, to);
      // A command such as "Go to Definition", rather than keys or the mouse.
      const isJump = kind === vscode.TextEditorSelectionChangeKind.Command && from && from.line !== to.line;
      if (isJump && isWanted(document)) void this.follow(document.uri.toString(), from, to);
    });
  }

  dispose(): void {
    this.listener.dispose();
  }

  private async follow(uri: string, from: vscode.Position, position: vscode.Position): Promise<void> {
    const callers = await this.client.sendRequest<CallerItem[]>(CALLERS_REQUEST, { uri, position });
    const left = callers.find(({ at }) => at && isIn(at, uri, from));
    if (left && callers.length > 1) await this.client.sendNotification(SHOW_CALLER, { uri, position, id: left.id });
  }
}

/** Where the lens is off nothing says which call was chosen. */
function isWanted(document: vscode.TextDocument): boolean {
  const settings = vscode.workspace.getConfiguration('kerasShapes', document);
  return settings.get<boolean>('lens.enabled', true) && settings.get<boolean>('lens.callers', true);
}

function isIn({ uri, range }: Location, document: string, place: vscode.Position): boolean {
  const { start, end } = range;
  return (
    sameUri(uri, document) && new vscode.Range(start.line, start.character, end.line, end.character).contains(place)
  );
}
