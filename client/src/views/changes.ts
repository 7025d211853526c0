// The server tells once that what it knows of a document has changed; every view wants to hear of it.

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { TRACE_CHANGED } from '../../../server/src/protocol/messages';

/** Told with the document's address. A client keeps one listener for each notification: this is it. */
export class TraceChanges implements vscode.Disposable {
  private readonly emitter = new vscode.EventEmitter<string>();
  readonly event = this.emitter.event;

  constructor(client: BaseLanguageClient) {
    client.onNotification(TRACE_CHANGED, ({ uri }: { uri: string }) => this.emitter.fire(uri));
  }

  dispose(): void {
    this.emitter.dispose();
  }
}
