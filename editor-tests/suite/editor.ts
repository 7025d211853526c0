// What the tests ask of the editor, in the words of a person who uses it: open this, show me the hints, hover there,
// press the light bulb. Places are named by the text that stands there.

import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';

export interface Hint {
  /** The text of the line it stands in, without indentation. */
  readonly line: string;
  readonly label: string;
  readonly row: number;
  readonly character: number;
}

export function workspaceUri(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'the editor has no folder open');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Opens a new Python file, so that no test sees what another one typed. `text` is made from a file of the workspace. */
export async function openChanged(name: string, change: (text: string) => string): Promise<vscode.TextDocument> {
  const source = new TextDecoder().decode(await vscode.workspace.fs.readFile(workspaceUri(name)));
  return openText(change(source));
}

let opened = 0;

export async function openText(text: string): Promise<vscode.TextDocument> {
  opened += 1;
  const uri = workspaceUri(`opened_${opened}.py`);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

/**
 * Asks until `check` has nothing to complain about, and returns what it was asked with. Editor and server need a moment;
 * after the time is up the last complaint is the failure.
 */
export async function until<T>(ask: () => T | Thenable<T>, check: (answer: T) => void, limit = 10_000): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    try {
      const answer = await ask();
      check(answer);
      return answer;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await sleep(50);
  }
}

/** All hints of the document, in its order. */
export async function hints(document: vscode.TextDocument): Promise<Hint[]> {
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    document.uri,
    all,
  );
  return found
    .map(({ label, position }) => ({
      line: document.lineAt(position.line).text.trim(),
      label: (typeof label === 'string' ? label : label.map(({ value }) => value).join('')).trim(),
      character: position.character,
      row: position.line,
    }))
    .sort((a, b) => a.row - b.row || a.character - b.character);
}

/** The hover at the `occurrence`th (from 0) place where `text` stands, as Markdown. */
export async function hover(document: vscode.TextDocument, text: string, occurrence = 0): Promise<string> {
  const found = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    rangeOf(document, text, occurrence).start,
  );
  return found
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

export function diagnostics(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri);
}

/** A diagnostic's code without its link. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** What the light bulb offers where `text` stands. */
export async function codeActions(
  document: vscode.TextDocument,
  text: string,
  occurrence = 0,
): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    rangeOf(document, text, occurrence),
    vscode.CodeActionKind.QuickFix.value,
    20,
  );
}

/** Does what choosing the action in the menu does. */
export async function apply(action: vscode.CodeAction): Promise<void> {
  if (action.edit) assert.ok(await vscode.workspace.applyEdit(action.edit), `${action.title} could not be applied`);
  if (action.command) await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}

export async function lenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
  return vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 20);
}

/** Types over the `occurrence`th `text`. */
export async function replace(document: vscode.TextDocument, text: string, by: string, occurrence = 0): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, text, occurrence), by);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** Sets `kerasShapes.NAME` for one test; call the returned function to take it back. */
export async function set(name: string, value: unknown): Promise<() => Thenable<void>> {
  const update = (to: unknown) =>
    vscode.workspace.getConfiguration('kerasShapes').update(name, to, vscode.ConfigurationTarget.Global);
  await update(value);
  return () => update(undefined);
}

export function rangeOf(document: vscode.TextDocument, text: string, occurrence = 0): vscode.Range {
  let at = -1;
  for (let count = 0; count <= occurrence; count++) {
    at = document.getText().indexOf(text, at + 1);
    assert.ok(at >= 0, `the document has no ${occurrence + 1}. "${text}"`);
  }
  return new vscode.Range(document.positionAt(at), document.positionAt(at + text.length));
}
