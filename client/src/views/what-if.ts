// What if an argument were another? Asks for it, and shows what becomes of the shapes in a document beside the code,
// which follows the edits. The file itself is not touched.

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  WHAT_IF_REQUEST,
  WHAT_IF_TARGETS_REQUEST,
  type WhatIfQuestion,
  type WireTarget,
} from '../../../server/src/protocol/messages';
import { sameUri } from './addresses';
import { type Place, placeAfterEdit } from './place';

const scheme = 'keras-shapes-what-if';

/** A question, with both ends of its range as places that move with the edits. */
interface Asked {
  start: Place;
  end: Place;
  readonly newText: string;
}

export class WhatIfView implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly questions = new Map<string, Asked>();
  private readonly disposables: vscode.Disposable[];

  constructor(
    private readonly client: BaseLanguageClient,
    changes: vscode.Event<string>,
  ) {
    this.disposables = [
      this.changed,
      vscode.workspace.registerTextDocumentContentProvider(scheme, this),
      vscode.workspace.onDidChangeTextDocument((event) => this.follow(event)),
      vscode.workspace.onDidCloseTextDocument((document) => this.questions.delete(document.uri.toString())),
      changes((uri) => {
        for (const [address, { start }] of this.questions)
          if (sameUri(start.uri, uri)) this.changed.fire(vscode.Uri.parse(address));
      }),
    ];
  }

  /** Asks which argument and what instead, and shows what it would give. Both can be given instead of asked for. */
  async ask(target?: WireTarget, newText?: string): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const chosen = target ?? (editor && (await this.choose(editor)));
    if (!chosen) return;
    const text = newText ?? (await this.write(chosen));
    if (text === undefined || text.trim() === '') return;
    await this.show(chosen, text.trim());
  }

  async provideTextDocumentContent(uri: vscode.Uri, token: vscode.CancellationToken): Promise<string> {
    const asked = this.questions.get(uri.toString()) ?? (JSON.parse(uri.query) as Asked);
    this.questions.set(uri.toString(), asked);
    return (await this.answer(asked, token)) ?? vscode.l10n.t('This cannot be said while the line is unfinished.');
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  private async choose(editor: vscode.TextEditor): Promise<WireTarget | undefined> {
    const place = { uri: editor.document.uri.toString(), position: editor.selection.active };
    const targets = await this.client.sendRequest<WireTarget[]>(WHAT_IF_TARGETS_REQUEST, place);
    if (targets.length === 0) {
      await vscode.window.showInformationMessage(
        vscode.l10n.t('Place the cursor in the call of a layer, or in a file with an Input.'),
      );
      return undefined;
    }
    const items = targets.map((target) => ({
      label: target.label,
      description: target.text,
      detail: target.isHere ? undefined : vscode.l10n.t('line {0}', target.span.range.start.line + 1),
      target,
    }));
    const picked = await vscode.window.showQuickPick(items, {
      title: vscode.l10n.t('What if this were another?'),
      placeHolder: vscode.l10n.t('An argument at the cursor, or the shape of an input'),
    });
    return picked?.target;
  }

  private write({ label, text, span }: WireTarget): Thenable<string | undefined> {
    return vscode.window.showInputBox({
      title: vscode.l10n.t('What if {0} were …', label),
      value: text,
      valueSelection: /^\(.*\)$/s.test(text) ? [1, text.length - 1] : [0, text.length],
      prompt: vscode.l10n.t('The file is not changed.'),
      validateInput: async (value) => {
        if (value.trim() === '') return vscode.l10n.t('Write what Python would read there.');
        const { start, end } = span.range;
        const asked = {
          start: { uri: span.uri, position: start },
          end: { uri: span.uri, position: end },
          newText: value,
        };
        return (await this.answer(asked)) === null ? vscode.l10n.t('Python cannot read this.') : undefined;
      },
    });
  }

  private async show({ label, span }: WireTarget, newText: string): Promise<void> {
    const { start, end } = span.range;
    const asked: Asked = { start: { uri: span.uri, position: start }, end: { uri: span.uri, position: end }, newText };
    const name = `${label} = ${newText}`.replace(/[/\\?#]/g, '_');
    const uri = vscode.Uri.from({ scheme, path: `${name}.keras-summary`, query: JSON.stringify(asked) });
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), {
      viewColumn: vscode.ViewColumn.Beside,
      preserveFocus: true,
      preview: true,
    });
  }

  private async answer({ start, end, newText }: Asked, token?: vscode.CancellationToken): Promise<string | null> {
    const question: WhatIfQuestion = {
      uri: start.uri,
      range: { start: start.position ?? origin, end: end.position ?? origin },
      newText,
    };
    const found = await this.client.sendRequest<{ text: string } | null>(WHAT_IF_REQUEST, question, token);
    return found?.text ?? null;
  }

  private follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const source = document.uri.toString();
    for (const asked of this.questions.values()) {
      if (asked.start.uri !== source) continue;
      asked.start = placeAfterEdit(asked.start, contentChanges);
      asked.end = placeAfterEdit(asked.end, contentChanges);
    }
  }
}

const origin = { line: 0, character: 0 };
