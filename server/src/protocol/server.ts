/** The language server: connects the features to an editor. */

import { LIST_GLOBS, LISTS } from '../catalogue/generation/versions';
import { codeActions } from '../features/code-actions';
import { codeLenses } from '../features/code-lens';
import { completionPage, completions } from '../features/completion';
import { hover } from '../features/hover';
import { inlayHints } from '../features/inlay-hints';
import { DEFAULT_SETTINGS, readSettings, SETTING_PREFIX, type Settings } from '../features/settings';
import { signatureHelp } from '../features/signature-help';
import { documentSymbols } from '../features/symbols';
import { type Translate, translatorFor, unchanged } from '../l10n/translate';
import { LONGEST_TEXT, TOO_LONG } from '../python/parse';
import { contains } from '../text/span';
import { CallerChoices, registerCallers } from './callers';
import { type CompletionData, toCompletionItem, toSignatureHelp } from './completion';
import {
  type CodeActionData,
  type HintData,
  labelText,
  resolvedHint,
  toCodeAction,
  toCodeLens,
  toDocumentSymbol,
  toInlayHint,
  toWorkspaceEdit,
} from './convert';
import { Idle } from './idle';
import {
  CodeActionKind,
  CodeActionTriggerKind,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  MarkupKind,
  MessageType,
  type Position,
  ShowMessageNotification,
  TextDocumentSyncKind,
} from './lsp';
import { PING_REQUEST, type Pong, TRACE_CHANGED } from './messages';
import { DiagnosticsPublisher } from './publisher';
import { type Asked, Runs } from './runs';
import { rangeIn, spanIn } from './sources';
import { registerViews } from './views';
import { type AnalysisOptions, type AnalyzerFactory, type OpenProgram, OpenPrograms } from './workspace';

/** Milliseconds after a change at which views are told of it. */
const VIEWS_FOLLOW = 20;

export interface ServerOptions {
  /** The server greets the editor while it is still being loaded; what is asked meanwhile waits for it. */
  readonly service: Promise<AnalyzerFactory>;
  readonly version: string;
  /** Where the rules' pages can be opened, with a slash at its end; null where they cannot. */
  readonly docs: string | null;
  /** The process that the server is, for whoever has to end it when it hangs. */
  readonly processId?: number;
  /** A short piece of work for the time in which nobody waits, once shapes are shown; whether there is another. */
  readonly whenIdle?: () => boolean;
}

/** Answers on a connection until it ends. */
export function startServer(connection: Connection, options: ServerOptions): void {
  new Server(connection, options).start();
}

class Server {
  private readonly programs: OpenPrograms;
  private readonly runs: Runs;
  private readonly publisher: DiagnosticsPublisher;
  private readonly callers = new CallerChoices();
  private settings: Settings = DEFAULT_SETTINGS;
  private folders: readonly string[] = [];
  private say: Translate = unchanged;
  private capabilities: InitializeParams['capabilities'] = {};
  private readonly pending = new Map<string, NodeJS.Immediate>();
  private idle: Idle | null = null;
  private readonly toldLength = new Set<string>();
  /** Documents of whose change views are still to be told. */
  private readonly changed = new Set<string>();
  private service: AnalyzerFactory | null = null;
  private readonly ready: Promise<void>;

  constructor(
    private readonly connection: Connection,
    private readonly options: ServerOptions,
  ) {
    this.programs = new OpenPrograms(() => {
      if (!this.service) throw new Error('the parser is not loaded yet');
      return this.service;
    });
    this.runs = new Runs(this.programs);
    this.ready = options.service.then((service) => {
      service.configure(analysisOptions(this.settings, this.folders));
      this.service = service;
    });
    this.publisher = new DiagnosticsPublisher(
      connection,
      this.programs,
      () => this.settings,
      options.docs,
      (text) => this.say(text),
      (uri) => this.settle(uri),
    );
  }

  start(): void {
    const { connection } = this;
    connection.onInitialize((params) => this.initialize(params));
    connection.onInitialized(() => void this.initialized());
    connection.onDidChangeWatchedFiles(({ changes }) => {
      for (const { uri, type } of changes) this.renewImporters(uri, type !== FileChangeType.Changed);
      const names = changes.map(({ uri }) => uri.slice(uri.lastIndexOf('/') + 1));
      if (names.some((name) => LISTS.some((list) => list.test(name)))) void this.readAnew();
    });
    connection.onDidChangeConfiguration(({ settings }) => void this.configure(settings));
    this.programs.onDidChange((uri) => this.schedule(uri));
    this.programs.onSave((uri) => this.settle(uri, true));
    this.programs.onDidClose((source) => {
      this.publisher.closed(source);
      // What imports it reads it from the disk from now on.
      this.renewImporters(source.uri, false);
    });
    this.registerFeatures();
    registerCallers(connection, this.programs, this.callers, {
      answer: (asked, fallback, answer) => this.guard(asked, fallback, answer),
      changed: () => this.refresh(),
    });
    this.programs.listen(connection);
    connection.listen();
  }

  private async initialize(params: InitializeParams): Promise<InitializeResult> {
    this.capabilities = params.capabilities;
    this.say = await translatorFor(params.locale);
    this.folders = params.workspaceFolders?.map(({ uri }) => uri) ?? [];
    this.settings = readSettings(params.initializationOptions);
    return {
      serverInfo: { name: 'Keras Shapes', version: this.options.version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, willSave: true },
        notebookDocumentSync: { notebookSelector: [{ cells: [{ language: 'python' }] }] },
        inlayHintProvider: { resolveProvider: true },
        hoverProvider: true,
        codeActionProvider: {
          codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite],
          resolveProvider: true,
        },
        completionProvider: { triggerCharacters: ['=', '"', "'"], resolveProvider: true },
        signatureHelpProvider: { triggerCharacters: ['(', ','], retriggerCharacters: ['='] },
        codeLensProvider: {},
        documentSymbolProvider: { label: 'Keras Shapes' },
        typeDefinitionProvider: true,
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        ...(offersHierarchy(params.initializationOptions) ? { callHierarchyProvider: true } : {}),
      },
    };
  }

  private async initialized(): Promise<void> {
    const { workspace } = this.capabilities;
    if (workspace?.didChangeConfiguration?.dynamicRegistration) {
      await this.connection.client.register(DidChangeConfigurationNotification.type, { section: SETTING_PREFIX });
    }
    if (workspace?.workspaceFolders)
      this.connection.workspace.onDidChangeWorkspaceFolders(() => void this.changeFolders());
    if (workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      await this.connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: ['**/*.py', ...LIST_GLOBS].map((globPattern) => ({ globPattern })),
      });
    }
    if (workspace?.configuration) await this.configure(undefined);
  }

  /** A file has changed that open programs may import: they are run again. */
  private renewImporters(uri: string, all: boolean): void {
    for (const importer of this.programs.renewImporters(uri, all)) this.schedule(importer);
  }

  /** Takes new settings: asked of the editor where it answers, else those that it sent. They apply at once. */
  private async configure(sent: unknown): Promise<void> {
    const { workspace } = this.capabilities;
    const section = workspace?.configuration
      ? await this.connection.workspace.getConfiguration(SETTING_PREFIX)
      : ((sent as Record<string, unknown> | null | undefined)?.[SETTING_PREFIX] ?? sent);
    const settings = readSettings(section);
    if (JSON.stringify(settings) === JSON.stringify(this.settings)) return;
    const wereRead = analysisOptions(this.settings, this.folders);
    this.settings = settings;
    const areRead = analysisOptions(settings, this.folders);
    if (JSON.stringify(areRead) !== JSON.stringify(wereRead)) await this.readAnew();
    for (const uri of this.programs.uris()) this.later('configure', uri, () => this.publisher.all(uri));
    this.refresh();
  }

  /** Whether the editor asks for an action's edits when it is chosen. */
  private get resolvesEdits(): boolean {
    const support = this.capabilities.textDocument?.codeAction;
    return support?.dataSupport === true && (support.resolveSupport?.properties.includes('edit') ?? false);
  }

  private async changeFolders(): Promise<void> {
    const folders = await this.connection.workspace.getWorkspaceFolders();
    this.folders = folders?.map(({ uri }) => uri) ?? [];
    await this.readAnew();
  }

  /** Reads every program again: by another generation, or with other packages. */
  private async readAnew(): Promise<void> {
    await this.ready;
    this.service?.configure(analysisOptions(this.settings, this.folders));
    const open = this.programs.uris();
    this.programs.forgetAnalyses();
    for (const uri of open) this.schedule(uri);
  }

  private refresh(): void {
    const { workspace } = this.capabilities;
    if (workspace?.inlayHint?.refreshSupport) void this.connection.languages.inlayHint.refresh();
    if (workspace?.codeLens?.refreshSupport) void this.connection.sendRequest('workspace/codeLens/refresh');
  }

  /** After an edit, once for all changes that came with it. Requests that come before see the new text as well. */
  private schedule(uri: string): void {
    this.publisher.changed(uri);
    if (this.pending.has(uri)) return;
    this.pending.set(
      uri,
      setImmediate(() => {
        this.pending.delete(uri);
        this.later('didChange', uri, () => {
          const program = this.programs.program(uri);
          if (!program) return;
          this.publisher.edited(uri);
          this.tellChange(program);
          this.tellLength(program);
          this.beIdle(program);
          // The editor asks again for the document that changed; a cell changes what other cells show.
          if (program.source.parts.length > 1) this.refresh();
        });
      }),
    );
  }

  /** Views follow what they show a moment later: answers go first, and one message is enough for several keystrokes. */
  private tellChange({ source }: OpenProgram): void {
    if (this.changed.size === 0) {
      setTimeout(() => {
        const uris = [...this.changed];
        this.changed.clear();
        for (const uri of uris) void this.connection.sendNotification(TRACE_CHANGED, { uri });
      }, VIEWS_FOLLOW).unref();
    }
    for (const { uri } of source.parts) this.changed.add(uri);
  }

  private beIdle({ analysis }: OpenProgram): void {
    const { whenIdle } = this.options;
    if (!this.idle && whenIdle && analysis.trace.observations.length > 0) this.idle = new Idle(whenIdle);
  }

  /** Says once of a file that nothing of it is shown because of its length. */
  private tellLength({ source }: OpenProgram): void {
    if (source.text.text.length <= LONGEST_TEXT || this.toldLength.has(source.uri)) return;
    this.toldLength.add(source.uri);
    void this.connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Warning,
      message: this.say(`${TOO_LONG}.`),
    });
  }

  private settle(uri: string, saved = false): void {
    this.renewImporters(uri, false);
    this.later('settle', uri, () => {
      const isChanged = this.programs.settle(uri, () => true, saved);
      this.later('settled', uri, () => {
        const program = isChanged ? this.programs.program(uri) : null;
        if (program) {
          this.tellChange(program);
          this.refresh();
        }
        this.publisher.all(uri);
      });
    });
  }

  private registerFeatures(): void {
    const { connection, programs } = this;
    const { docs } = this.options;
    connection.languages.inlayHint.on(({ textDocument, range }, token) =>
      this.guard({ request: 'inlayHint', uri: textDocument.uri, token }, [], () => {
        const at = programs.at(textDocument.uri);
        if (!at) return [];
        return inlayHints(at.analysis, spanIn(at.part, range), this.settings, this.callers.of(at.source.uri)).map(
          (hint) => toInlayHint(hint, at.part),
        );
      }),
    );
    connection.languages.inlayHint.resolve((lsp, token) =>
      this.guard({ request: 'inlayHint/resolve', uri: (lsp.data as HintData).uri, token }, lsp, () => {
        const data = lsp.data as HintData;
        const at = programs.at(data.uri);
        if (!at || at.part.document.version !== data.version) return lsp;
        const here = { start: data.offset, end: data.offset };
        const hint = inlayHints(at.analysis, here, this.settings, this.callers.of(at.source.uri)).find(
          ({ kind, label }) => kind === data.kind && label === labelText(lsp),
        );
        return hint ? resolvedHint(lsp, hint, at.part, at.source, this.say) : lsp;
      }),
    );
    connection.onHover(({ textDocument, position }, token) =>
      this.guard({ request: 'hover', uri: textDocument.uri, token }, null, () => {
        const at = programs.at(textDocument.uri);
        const found = at && hover(at.analysis, spanIn(at.part, emptyRange(position)).start);
        if (!at || !found) return null;
        return {
          contents: { kind: MarkupKind.Markdown, value: this.say(found.markdown) },
          range: rangeIn(at.part, found.span),
        };
      }),
    );
    connection.onCompletion(({ textDocument, position }, token) =>
      this.guard({ request: 'completion', uri: textDocument.uri, token }, [], () => {
        const at = programs.at(textDocument.uri);
        if (!at) return [];
        return completions(at.analysis, spanIn(at.part, emptyRange(position)).start, this.settings).map((one, i) =>
          toCompletionItem(one, i, at.part),
        );
      }),
    );
    connection.onCompletionResolve((item, token) =>
      this.guard({ request: 'completionItem/resolve', uri: (item.data as CompletionData).uri, token }, item, () => {
        const { uri, place } = item.data as CompletionData;
        const at = programs.at(uri);
        const page = at && completionPage(at.analysis, { ...place, offset: place.offset + at.part.start });
        return page ? { ...item, documentation: { kind: MarkupKind.Markdown, value: this.say(page) } } : item;
      }),
    );
    connection.onSignatureHelp(({ textDocument, position }, token) =>
      this.guard({ request: 'signatureHelp', uri: textDocument.uri, token }, null, () => {
        const at = programs.at(textDocument.uri);
        const found = at && signatureHelp(at.analysis, spanIn(at.part, emptyRange(position)).start, this.settings);
        return found ? toSignatureHelp(found, this.say) : null;
      }),
    );
    connection.onCodeAction(({ textDocument, range, context }, token) =>
      this.guard({ request: 'codeAction', uri: textDocument.uri, token }, [], () => {
        const at = programs.at(textDocument.uri);
        if (!at) return [];
        this.publisher.looked(at.source.uri, spanIn(at.part, range).end);
        const data = this.resolvesEdits ? { uri: textDocument.uri, version: at.part.document.version, range } : null;
        return codeActions(at.analysis, spanIn(at.part, range), this.settings, {
          automatic: context.triggerKind === CodeActionTriggerKind.Automatic,
          wants: (kind) => !context.only || context.only.some((only) => `${kind}.`.startsWith(`${only}.`)),
        }).map((action) => toCodeAction(action, at.source, docs, data, this.say));
      }),
    );
    connection.onCodeActionResolve((lsp, token) =>
      this.guard({ request: 'codeAction/resolve', uri: (lsp.data as CodeActionData).uri, token }, lsp, () => {
        const { uri, version, range } = lsp.data as CodeActionData;
        const at = programs.at(uri);
        if (!at || at.part.document.version !== version) return lsp;
        const action = codeActions(at.analysis, spanIn(at.part, range), this.settings).find(
          ({ title, kind }) => this.say(title) === lsp.title && kind === lsp.kind,
        );
        return action ? { ...lsp, edit: toWorkspaceEdit(action.edits, at.source) } : lsp;
      }),
    );
    connection.onCodeLens(({ textDocument }, token) =>
      this.guard({ request: 'codeLens', uri: textDocument.uri, token }, [], () => {
        const at = programs.at(textDocument.uri);
        if (!at) return [];
        const own = at.source.spanOf(at.part);
        return codeLenses(at.analysis, this.settings, this.callers.of(at.source.uri))
          .filter((lens) => contains(own, lens.span))
          .map((lens) => toCodeLens(lens, at.part, this.say));
      }),
    );
    connection.onDocumentSymbol(({ textDocument }, token) =>
      this.guard({ request: 'documentSymbol', uri: textDocument.uri, token }, [], () => {
        const at = programs.at(textDocument.uri);
        if (!at) return [];
        const own = at.source.spanOf(at.part);
        return documentSymbols(at.analysis)
          .filter((symbol) => contains(own, symbol.span))
          .map((symbol) => toDocumentSymbol(symbol, at.part));
      }),
    );
    connection.onRequest(PING_REQUEST, (): Pong => ({ processId: this.options.processId ?? null }));
    registerViews({
      connection,
      programs,
      settings: () => this.settings,
      say: (text) => this.say(text),
      guard: (asked, fallback, answer) => this.guard(asked, fallback, answer),
    });
  }

  /**
   * Answers once the program is whole; see `Runs.whole` for what happens when it is edited meanwhile. No request fails
   * because of a fault of ours: it is logged, and answered with nothing.
   */
  private guard<T>({ request, uri, token }: Asked, fallback: T, answer: () => T): T | Promise<T> {
    this.idle?.interrupt();
    const attempt = (): T => {
      try {
        return answer();
      } catch (error) {
        this.connection.console.error(`${request}: ${error instanceof Error ? error.stack : error}`);
        return fallback;
      }
    };
    const whenWhole = (): T | Promise<T> => {
      const running = this.runs.whole(this.programs.programUri(uri), token);
      return running ? running.then(attempt) : attempt();
    };
    return this.service ? whenWhole() : this.ready.then(whenWhole);
  }

  /** Does something of its own accord once a program is whole; an edit before comes with something of its own. */
  private later(request: string, uri: string, act: () => void): void {
    const done = this.guard({ request, uri }, undefined, act);
    if (done) done.catch(() => {});
  }
}

function analysisOptions({ generation, extraPaths }: Settings, folders: readonly string[]): AnalysisOptions {
  return { generation: generation === 'auto' ? null : generation, extraPaths, folders };
}

/** Editors ask one provider alone for call hierarchies: the client turns ours off where Python's own is there. */
function offersHierarchy(options: unknown): boolean {
  return (options as { callHierarchy?: unknown } | null | undefined)?.callHierarchy !== false;
}

function emptyRange(position: Position): { start: Position; end: Position } {
  return { start: position, end: position };
}
