/**
 * What of the protocol's library is used at run time, imported once: each import of a package in CommonJS copies all of its
 * names, some hundreds, when the server starts.
 */
export type * from 'vscode-languageserver/node';
export {
  AbstractMessageWriter,
  CodeActionKind,
  CodeActionTriggerKind,
  CompletionItemKind,
  createConnection,
  DiagnosticSeverity,
  DiagnosticTag,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  InlayHintKind,
  LSPErrorCodes,
  MarkupKind,
  MessageType,
  NotebookDocuments,
  ProposedFeatures,
  ResponseError,
  ShowMessageNotification,
  StreamMessageReader,
  SymbolKind,
  TextDocumentSaveReason,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
