// The status bar: the model at the cursor, what is wrong with the file, and the generation of Keras it is read as.

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { STATUS_REQUEST, type WireStatus } from '../../../server/src/protocol/messages';
import { short } from '../webview/numbers';
import { sameUri } from './addresses';

/** Milliseconds that the cursor rests before the server is asked. */
const PAUSE = 150;

export class StatusItem implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('kerasShapes.model', vscode.StatusBarAlignment.Right, 90);
  private readonly disposables: vscode.Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;
  private status: WireStatus | null = null;

  constructor(
    private readonly client: BaseLanguageClient,
    changes: vscode.Event<string>,
  ) {
    this.item.name = vscode.l10n.t('Keras model');
    this.item.command = 'kerasShapes.chooseModel';
    this.disposables = [
      this.item,
      vscode.window.onDidChangeActiveTextEditor(() => this.schedule(0)),
      vscode.window.onDidChangeTextEditorSelection(() => this.schedule(PAUSE)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('kerasShapes')) this.schedule(PAUSE);
      }),
      changes((uri) => {
        const active = vscode.window.activeTextEditor?.document.uri.toString();
        if (active !== undefined && sameUri(active, uri)) this.schedule(PAUSE);
      }),
    ];
  }

  /** What is shown now; null where nothing is. */
  get text(): string | null {
    return this.status ? this.item.text : null;
  }

  /** Asks which model of the file is meant, and goes to the line that makes it. */
  async choose(): Promise<void> {
    const { status } = this;
    if (!status || status.models.length === 0) {
      await vscode.window.showInformationMessage(vscode.l10n.t('No model is made in this file.'));
      return;
    }
    const picked = await vscode.window.showQuickPick(
      status.models.map((model, i) => ({
        label: i === status.current ? `$(check) ${model.label}` : model.label,
        description: model.class,
        detail: `${parametersText(model.parameters)} · ${vscode.l10n.t('line {0}', model.span.range.start.line + 1)}`,
        model,
      })),
      { title: vscode.l10n.t('Go to a model of this file') },
    );
    if (!picked) return;
    const { uri, range } = picked.model.span;
    const start = new vscode.Position(range.start.line, range.start.character);
    await vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection: new vscode.Range(start, start) });
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const disposable of this.disposables) disposable.dispose();
  }

  private schedule(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), delay);
  }

  private async refresh(): Promise<void> {
    this.asked += 1;
    const { asked } = this;
    const editor = vscode.window.activeTextEditor;
    const isOn = vscode.workspace.getConfiguration('kerasShapes').get<boolean>('statusBar.enabled', true);
    if (editor?.document.languageId !== 'python') return this.hide();
    const place = { uri: editor.document.uri.toString(), position: editor.selection.active };
    const status = await this.client.sendRequest<WireStatus | null>(STATUS_REQUEST, place).catch(() => null);
    // The cursor went on meanwhile.
    if (asked !== this.asked) return;
    void vscode.commands.executeCommand('setContext', 'kerasShapes.hasModel', status?.usesKeras === true);
    if (!status?.usesKeras || !isOn) return this.hide();
    this.status = status;
    this.item.text = textOf(status);
    this.item.tooltip = tooltipOf(status);
    this.item.accessibilityInformation = { label: this.item.text.replace(/\$\([\w-]+\)/g, ''), role: 'button' };
    this.item.show();
  }

  private hide(): void {
    this.status = null;
    this.item.hide();
  }
}

function textOf(status: WireStatus): string {
  const model = status.models[status.current];
  const parts = ['$(type-hierarchy)', model ? model.label : generationText(status)];
  if (model && model.parameters !== null) parts.push(short(model.parameters));
  if (status.errors > 0) parts.push(`$(error) ${status.errors}`);
  if (status.warnings > 0) parts.push(`$(warning) ${status.warnings}`);
  return parts.join(' ');
}

function tooltipOf(status: WireStatus): string {
  const model = status.models[status.current];
  return [
    ...(model ? [`${model.label} (${model.class}): ${parametersText(model.parameters)}`] : []),
    vscode.l10n.t('{0} errors, {1} warnings', status.errors, status.warnings),
    vscode.l10n.t('Read as {0}: {1}', generationText(status), status.generationReason),
    ...(status.models.length > 1 ? [vscode.l10n.t('Click to choose one of {0} models', status.models.length)] : []),
  ].join('\n');
}

function generationText({ generation }: WireStatus): string {
  return generation.replace(/^keras/, 'Keras ');
}

function parametersText(parameters: number | null): string {
  if (parameters === null) return vscode.l10n.t('parameters not known');
  return vscode.l10n.t('{0} parameters', parameters.toLocaleString('en'));
}
