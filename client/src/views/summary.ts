// A model's summary beside the code: a read-only document whose text comes from the server and follows the program.

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { SUMMARY_REQUEST, type WireSummary } from '../../../server/src/protocol/messages';
import { sameUri } from './addresses';
import { type Place, placeAfterEdit } from './place';

const scheme = 'keras-shapes-summary';

export class SummaryView implements vscode.TextDocumentContentProvider, vscode.DocumentLinkProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;

  /** Where each open summary's model stands now; the document's own address keeps where it stood when it was opened. */
  private readonly places = new Map<string, Place>();
  /** Where the layers of each open summary stand in the program. */
  private readonly links = new Map<string, WireSummary['links']>();
  private readonly disposables: vscode.Disposable[];

  constructor(
    private readonly client: BaseLanguageClient,
    changes: vscode.Event<string>,
  ) {
    this.disposables = [
      this.changed,
      vscode.workspace.registerTextDocumentContentProvider(scheme, this),
      vscode.languages.registerDocumentLinkProvider({ scheme }, this),
      vscode.workspace.onDidChangeTextDocument((event) => this.follow(event)),
      vscode.workspace.onDidCloseTextDocument((document) => this.forget(document.uri.toString())),
      changes((uri) => this.refresh(uri)),
    ];
  }

  /** Opens the summary of the model at `position` of `uri`; left out, they are where the cursor is. */
  async show(uri?: string, position?: { line: number; character: number }): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const source = uri ?? editor?.document.uri.toString();
    if (source === undefined || (uri === undefined && editor?.document.languageId !== 'python')) {
      await vscode.window.showInformationMessage(
        vscode.l10n.t('Open a Python file that builds a Keras model to see its summary.'),
      );
      return;
    }
    const { line, character } = position ?? (uri === undefined && editor ? editor.selection.active : {});
    const place: Place = {
      uri: source,
      ...(line === undefined ? {} : { position: { line, character: character ?? 0 } }),
    };
    const document = await vscode.workspace.openTextDocument(summaryUri(place));
    await vscode.window.showTextDocument(document, {
      viewColumn: vscode.ViewColumn.Beside,
      preserveFocus: true,
      preview: true,
    });
  }

  async provideTextDocumentContent(uri: vscode.Uri, token: vscode.CancellationToken): Promise<string> {
    const place = this.places.get(uri.toString()) ?? placeOf(uri);
    this.places.set(uri.toString(), place);
    const { text, links } = await this.client.sendRequest<WireSummary>(SUMMARY_REQUEST, place, token);
    this.links.set(uri.toString(), links);
    return text;
  }

  provideDocumentLinks(document: vscode.TextDocument): vscode.DocumentLink[] {
    return (this.links.get(document.uri.toString()) ?? []).map(({ line, start, end, span }) => {
      const { uri, range } = span;
      const fragment = `${range.start.line + 1},${range.start.character + 1}`;
      const link = new vscode.DocumentLink(
        new vscode.Range(line, start, line, end),
        vscode.Uri.parse(uri).with({ fragment }),
      );
      link.tooltip = vscode.l10n.t('Go to line {0}', range.start.line + 1);
      return link;
    });
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  private forget(summary: string): void {
    this.places.delete(summary);
    this.links.delete(summary);
  }

  private follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const source = document.uri.toString();
    for (const [summary, place] of this.places) {
      if (place.uri === source) this.places.set(summary, placeAfterEdit(place, contentChanges));
    }
  }

  private refresh(source: string): void {
    for (const [summary, place] of this.places) {
      if (sameUri(place.uri, source)) this.changed.fire(vscode.Uri.parse(summary));
    }
  }
}

function summaryUri(place: Place): vscode.Uri {
  const name = vscode.Uri.parse(place.uri)
    .path.replace(/^.*\//, '')
    .replace(/\.[^.]*$/, '');
  return vscode.Uri.from({ scheme, path: `${name}.keras-summary`, query: JSON.stringify(place) });
}

function placeOf(uri: vscode.Uri): Place {
  return JSON.parse(uri.query) as Place;
}
