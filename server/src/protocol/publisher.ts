/**
 * When diagnostics are told. What is gone goes at once; what is new waits until the typing pauses, so
 * that a statement is not called wrong while it is being written.
 */

import { diagnostics } from '../features/diagnostics';
import type { Settings } from '../features/settings';
import type { Translate } from '../l10n/translate';
import type { Problem } from '../rules';
import { toDiagnostic } from './convert';
import type { Connection } from './lsp';
import type { Source } from './sources';
import type { OpenPrograms } from './workspace';

/** Milliseconds without a keystroke after which a statement counts as written. */
const PAUSE = 400;

export class DiagnosticsPublisher {
  /** What was told last of each program: problems by what they say. */
  private readonly told = new Map<string, ReadonlySet<string>>();
  private readonly open = new Set<string>();
  private readonly timers = new Map<string, NodeJS.Timeout>();

  constructor(
    private readonly connection: Connection,
    private readonly programs: OpenPrograms,
    private readonly settings: () => Settings,
    private readonly docs: string | null,
    private readonly say: Translate,
    /** Told when the typing has paused: `all` is to be called once what is written is taken for what is meant. */
    private readonly onPause: (uri: string) => void,
  ) {}

  /** The program was opened, which needs no pause, or edited: it is looked at again when the typing pauses. */
  changed(uri: string): void {
    if (!this.open.has(uri)) {
      this.open.add(uri);
      return;
    }
    clearTimeout(this.timers.get(uri));
    const paused = (): void => {
      this.timers.delete(uri);
      this.onPause(uri);
    };
    this.timers.set(uri, setTimeout(paused, PAUSE).unref());
  }

  /** What is known of a program has changed: while it is typed, only what is gone is taken back. */
  edited(uri: string): void {
    this.publish(uri, this.timers.has(uri) ? 'known' : 'all');
  }

  /** Tells all that is known of a program: the typing has paused, or settings have changed. */
  all(uri: string): void {
    this.publish(uri, 'all');
  }

  closed(source: Source): void {
    clearTimeout(this.timers.get(source.uri));
    this.timers.delete(source.uri);
    this.told.delete(source.uri);
    this.open.delete(source.uri);
    for (const { uri } of source.parts) void this.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  private publish(uri: string, which: 'all' | 'known'): void {
    const told = this.told.get(uri) ?? new Set();
    // Where nothing was told nothing is to be taken back.
    if (which === 'known' && told.size === 0) return;
    const program = this.programs.program(uri);
    if (!program) return;
    const { source, analysis } = program;
    const problems = diagnostics(analysis, this.settings()).filter(
      (problem) => which === 'all' || told.has(keyOf(problem)),
    );
    this.told.set(uri, new Set(problems.map(keyOf)));
    for (const part of source.parts) {
      const own = problems.filter((problem) => source.locate(problem.span)?.part === part);
      void this.connection.sendDiagnostics({
        uri: part.uri,
        version: part.document.version,
        diagnostics: own
          .map((problem) => toDiagnostic(problem, source, this.docs, this.say))
          .filter((one) => one !== null),
      });
    }
  }
}

function keyOf({ code, what }: Problem): string {
  return `${code}: ${what}`;
}
