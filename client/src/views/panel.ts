// The panel beside the code: the graph of the model at the cursor, and the sizes in it. The page draws; here is what
// connects it to the document: what the server says of it, where the cursor is, files to save.

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { GRAPH_REQUEST, type Location, type WireGraph } from '../../../server/src/protocol/messages';
import { pageHtml } from '../webview/html';
import type { FromPage, ToPage, ViewName } from '../webview/messages';
import { sameUri } from './addresses';
import { type Place, placeAfterEdit } from './place';
import { pageStrings } from './texts';

const viewType = 'kerasShapes.graph';

export class GraphPanel implements vscode.Disposable {
  private panel: vscode.WebviewPanel | null = null;
  /** The document that is shown, and where in it the model stands. */
  private place: Place | null = null;
  private view: ViewName = 'graph';
  private graph: WireGraph | null = null;
  private asking = false;
  private askAgain = false;
  private isReady = false;
  private readonly disposables: vscode.Disposable[];

  constructor(
    private readonly extension: vscode.Uri,
    private readonly client: BaseLanguageClient,
    changes: vscode.Event<string>,
  ) {
    this.disposables = [
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (this.place && document.uri.toString() === this.place.uri)
          this.place = placeAfterEdit(this.place, contentChanges);
      }),
      vscode.window.onDidChangeTextEditorSelection((event) => this.follow(event.textEditor, event.kind)),
      vscode.window.onDidChangeActiveTextEditor((editor) => editor && this.turnTo(editor)),
      changes((uri) => {
        if (this.place && sameUri(this.place.uri, uri)) void this.refresh();
      }),
      vscode.window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: async (panel, state: { view?: ViewName } | undefined) => {
          this.view = state?.view ?? 'graph';
          this.take(panel);
          if (vscode.window.activeTextEditor) this.turnTo(vscode.window.activeTextEditor);
        },
      }),
    ];
  }

  /** Opens the panel, or turns it to `view`, for the model at `position` of `uri`; else the one at the cursor. */
  async show(view: ViewName, uri?: string, position?: vscode.Position): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const source = uri ?? (editor?.document.languageId === 'python' ? editor.document.uri.toString() : this.place?.uri);
    if (source === undefined) {
      await vscode.window.showInformationMessage(
        vscode.l10n.t('Open a Python file that builds a Keras model to see its graph.'),
      );
      return;
    }
    const at =
      position ??
      (uri === undefined && editor?.document.uri.toString() === source ? editor.selection.active : undefined);
    this.place = { uri: source, ...(at ? { position: { line: at.line, character: at.character } } : {}) };
    this.view = view;
    if (this.panel) {
      this.panel.reveal(undefined, true);
      this.post({ type: 'show', view });
    } else {
      const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      this.take(vscode.window.createWebviewPanel(viewType, vscode.l10n.t('Model Graph'), column, {}));
    }
    await this.refresh();
  }

  dispose(): void {
    this.panel?.dispose();
    for (const disposable of this.disposables) disposable.dispose();
  }

  private take(panel: vscode.WebviewPanel): void {
    const { webview } = panel;
    const folder = vscode.Uri.joinPath(this.extension, 'dist');
    const strings = pageStrings();
    this.panel = panel;
    this.isReady = false;
    webview.options = { enableScripts: true, localResourceRoots: [folder] };
    webview.onDidReceiveMessage((message: FromPage) => void this.answer(message));
    panel.onDidDispose(() => {
      this.panel = null;
      this.isReady = false;
    });
    webview.html = pageHtml({
      nonce: newNonce(),
      source: webview.cspSource,
      script: webview.asWebviewUri(vscode.Uri.joinPath(folder, 'page.js')).toString(),
      style: webview.asWebviewUri(vscode.Uri.joinPath(folder, 'page.css')).toString(),
      language: vscode.env.language,
      text: (key) => strings[key],
    });
  }

  private async answer(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.isReady = true;
        this.post({ type: 'strings', strings: pageStrings() });
        return this.refresh();
      case 'view':
        this.view = message.view;
        return;
      case 'open':
        return open(message.at, message.focus);
      case 'model': {
        const model = this.graph?.models[message.index];
        if (model && this.place) this.place = { uri: model.span.uri, position: model.span.range.start };
        return this.refresh();
      }
      case 'save':
        return save(message.name, message.format, message.data, this.place?.uri);
    }
  }

  /** Asks the server anew; while it is being asked, one more question waits. */
  private async refresh(): Promise<void> {
    // A page that is hidden is made anew when it is shown, and says then that it is ready.
    if (!this.panel?.visible || !this.isReady || !this.place) return;
    if (this.asking) {
      this.askAgain = true;
      return;
    }
    this.asking = true;
    try {
      this.graph = await this.client.sendRequest<WireGraph | null>(GRAPH_REQUEST, this.place);
      this.post({ type: 'graph', graph: this.graph, view: this.view });
      const shown = this.graph?.models[this.graph.shown];
      if (this.panel)
        this.panel.title = shown ? vscode.l10n.t('Graph of {0}', shown.label) : vscode.l10n.t('Model Graph');
      const editor = vscode.window.visibleTextEditors.find(({ document }) => this.isShown(document.uri.toString()));
      if (editor) this.tellCursor(editor);
    } finally {
      this.asking = false;
      if (this.askAgain) {
        this.askAgain = false;
        void this.refresh();
      }
    }
  }

  private follow(editor: vscode.TextEditor, kind: vscode.TextEditorSelectionChangeKind | undefined): void {
    // A jump from the graph itself must not move the graph.
    if (kind === undefined || !this.panel || !this.isShown(editor.document.uri.toString())) return;
    this.tellCursor(editor);
  }

  private tellCursor({ document, selection }: vscode.TextEditor): void {
    const { line, character } = selection.active;
    this.post({ type: 'cursor', uri: document.uri.toString(), line, character });
  }

  private turnTo({ document, selection }: vscode.TextEditor): void {
    if (!this.panel || document.languageId !== 'python') return;
    const uri = document.uri.toString();
    if (this.isShown(uri)) return;
    this.place = { uri, position: selection.active };
    void this.refresh();
  }

  /** Whether a document is the one that is shown, or a cell of its notebook. */
  private isShown(uri: string): boolean {
    if (!this.place) return false;
    return sameUri(this.place.uri, uri) || this.graph?.graph.nodes.some(({ span }) => span?.uri === uri) === true;
  }

  private post(message: ToPage): void {
    void this.panel?.webview.postMessage(message);
  }
}

async function open({ uri, range }: Location, focus: boolean): Promise<void> {
  const selection = new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
  const target = vscode.Uri.parse(uri);
  const shown = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === target.toString());
  if (shown && !focus) {
    // The selection of an editor that is not left: the whole call, so that the eye finds it.
    shown.selection = new vscode.Selection(selection.start, selection.end);
    shown.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    return;
  }
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(target), {
    selection: focus ? new vscode.Range(selection.start, selection.start) : selection,
    preserveFocus: !focus,
    viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One,
  });
}

/** Where the person says; beside the program where they say nothing else. */
async function save(name: string, format: 'svg' | 'png', data: string, source?: string): Promise<void> {
  const folder = source?.startsWith('file:') ? vscode.Uri.joinPath(vscode.Uri.parse(source), '..') : undefined;
  const file = `${name}.${format}`;
  const target = await vscode.window.showSaveDialog({
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, file) } : {}),
    filters: { [format.toUpperCase()]: [format] },
  });
  if (!target) return;
  const bytes =
    format === 'svg' ? new TextEncoder().encode(data) : Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  await vscode.workspace.fs.writeFile(target, bytes);
}

function newNonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
