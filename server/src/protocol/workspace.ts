/** The open programs and what is known of each, kept current as they are edited. */

import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analysis/analysis';
import type { DocumentAnalyzer } from '../analysis/analyzer';
import { pythonOf } from '../python/notebook';
import type { Generation } from '../values/context';
import { type Connection, type NotebookCell, NotebookDocuments, TextDocumentSaveReason, TextDocuments } from './lsp';
import { type Part, Source } from './sources';

/** What a person can say of how programs are read. */
export interface AnalysisOptions {
  /** Null where the text of each program tells. */
  readonly generation: Generation | null;
  /** Folders in which imported packages are looked for, as written in the settings. */
  readonly extraPaths: readonly string[];
  /** URIs of the folders that are open: what they import is looked for nowhere else. */
  readonly folders: readonly string[];
}

/** The files that are open in the editor. */
export type OpenDocuments = () => Iterable<{ readonly uri: string; readonly text: () => string }>;

/** A program's analyzer, and what tells which files the program has imported. */
export interface ProgramAnalyzer {
  readonly analyzer: DocumentAnalyzer;
  readonly program: { module(uri: string): unknown };
}

/** What makes analyzers. */
export interface AnalyzerFactory {
  analyzer(uri: string, python?: string | null): ProgramAnalyzer;
  readOpen(documents: OpenDocuments): void;
  /** Gives back the memory of files that were imported. */
  forgetFiles(): void;
  /** Takes other options from now on: analyzers that were made before are out of date. */
  configure(options: AnalysisOptions): void;
}

/** An open program: its text and its analysis belong together. */
export interface OpenProgram {
  readonly source: Source;
  readonly analysis: Analysis;
}

export class OpenPrograms {
  private readonly documents = new TextDocuments(TextDocument);
  private readonly notebooks = new NotebookDocuments(TextDocument);
  private readonly analyzers = new Map<string, ProgramAnalyzer>();
  private readonly sources = new Map<string, Source>();
  private readonly changed: ((uri: string) => void)[] = [];
  private readonly saved: ((uri: string) => void)[] = [];
  private readonly closed: ((source: Source) => void)[] = [];

  constructor(private readonly factory: () => AnalyzerFactory) {}

  listen(connection: Connection): void {
    this.documents.onDidChangeContent(({ document }) => this.change(document.uri));
    this.documents.onWillSave(({ document, reason }) => {
      if (reason !== TextDocumentSaveReason.AfterDelay) for (const listener of this.saved) listener(document.uri);
    });
    this.documents.onDidClose(({ document }) => this.close(document.uri));
    this.notebooks.onDidOpen(({ uri }) => this.change(uri));
    this.notebooks.onDidChange(({ notebookDocument }) => this.change(notebookDocument.uri));
    this.notebooks.onDidClose(({ uri }) => this.close(uri));
    this.documents.listen(connection);
    this.notebooks.listen(connection);
  }

  /** Told of each program (by its own URI) whose text has changed, once for each change. */
  onDidChange(listener: (uri: string) => void): void {
    this.changed.push(listener);
  }

  /** Told of each document that a person saves; not of those that are saved by themselves after a while. */
  onSave(listener: (uri: string) => void): void {
    this.saved.push(listener);
  }

  /** Told of what was known last of a program that was closed. */
  onDidClose(listener: (source: Source) => void): void {
    this.closed.push(listener);
  }

  /** The program's URI of a document: its own, or its notebook's. */
  programUri(documentUri: string): string {
    return this.notebooks.findNotebookDocumentForCell(documentUri)?.uri ?? documentUri;
  }

  /** The program that a document is part of, analysed as it stands now; null where it is not open. */
  at(documentUri: string): (OpenProgram & { readonly part: Part }) | null {
    const program = this.program(this.programUri(documentUri));
    const part = program?.source.part(documentUri);
    return program && part ? { ...program, part } : null;
  }

  /** Runs a program on until `isOver`; whether it is whole then, or not open. */
  advance(uri: string, isOver: () => boolean): boolean {
    return this.program(uri, isOver)?.analysis.isWhole ?? true;
  }

  /** A program as it stands now. Once `isOver`, the run stops, and the analysis is not whole. */
  program(uri: string, isOver?: () => boolean): OpenProgram | null {
    const source = this.sources.get(uri) ?? this.read(uri);
    if (!source) return null;
    this.sources.set(uri, source);
    let analyzer = this.analyzers.get(uri);
    if (!analyzer) {
      const factory = this.factory();
      factory.readOpen(() => this.openDocuments());
      analyzer = factory.analyzer(uri, source.text.python);
      this.analyzers.set(uri, analyzer);
    }
    return { source, analysis: analyzer.analyzer.update(source.text, true, isOver) };
  }

  /** Takes what is written for what is meant; see `DocumentAnalyzer.settle`. */
  settle(uri: string, isOver: () => boolean, saved: boolean): boolean {
    return this.program(uri) !== null && (this.analyzers.get(uri)?.analyzer.settle(isOver, saved) ?? false);
  }

  /** Where in a program the typing ended, if more may be typed there; else null. */
  goesOnAt(uri: string): number | null {
    return this.analyzers.get(uri)?.analyzer.goesOnAt ?? null;
  }

  uris(): string[] {
    return [...this.analyzers.keys()];
  }

  /** Begins anew with the programs that import a file; with `all` of them, where a file came or went. Gives their URIs. */
  renewImporters(fileUri: string, all = false): string[] {
    const importers = this.uris().filter(
      (uri) => uri !== fileUri && (all || this.analyzers.get(uri)?.program.module(fileUri) !== undefined),
    );
    for (const uri of importers) this.analyzers.delete(uri);
    return importers;
  }

  private *openDocuments(): ReturnType<OpenDocuments> {
    for (const document of this.documents.all()) yield { uri: document.uri, text: () => document.getText() };
  }

  /** Begins anew with every program: for settings that change what is found. */
  forgetAnalyses(): void {
    this.analyzers.clear();
  }

  private read(uri: string): Source | null {
    const notebook = this.notebooks.getNotebookDocument(uri);
    if (notebook) {
      const cells = notebook.cells.map((cell: NotebookCell) => this.notebooks.getCellTextDocument(cell));
      return new Source(
        uri,
        cells.filter((cell) => cell !== undefined),
        true,
        notebookPython(notebook.metadata),
      );
    }
    const document = this.documents.get(uri);
    return document ? new Source(uri, [document], false) : null;
  }

  private change(uri: string): void {
    this.sources.delete(uri);
    for (const listener of this.changed) listener(uri);
  }

  private close(uri: string): void {
    const source = this.sources.get(uri);
    this.sources.delete(uri);
    const wasAnalysed = this.analyzers.delete(uri);
    if (wasAnalysed && this.analyzers.size === 0) this.factory().forgetFiles();
    if (source) for (const listener of this.closed) listener(source);
  }
}

/** The editor keeps a notebook's own metadata as they stand in the file; older ones, below `custom`. */
function notebookPython(metadata: unknown): string | null {
  const of = (value: unknown, name: string): unknown =>
    typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return pythonOf(of(metadata, 'metadata')) ?? pythonOf(of(of(metadata, 'custom'), 'metadata'));
}
