/**
 * When diagnostics are told. What is gone goes at once; what is new waits until the typing pauses, so
 * that a statement is not called wrong while it is being written. `Dense(1)` on the way to `Dense(128)` is whole as well:
 * where more may be typed, the pause is a longer one, or ends when the cursor goes elsewhere.
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
/** The same where more may be typed at the cursor. */
const LONG_PAUSE = 1200;

export class DiagnosticsPublisher {
  /** What was told last of each program. */
  private readonly told = new Map<string, readonly Problem[]>();
  private readonly open = new Set<string>();
  private readonly timers = new Map<string, NodeJS.Timeout>();
  /** Programs in which the cursor has left the place that was typed at, and those whose longer pause ends by that. */
  private readonly left = new Set<string>();
  private readonly waiting = new Set<string>();

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
    this.left.delete(uri);
    this.waiting.delete(uri);
    this.after(PAUSE, uri, () => {
      if (this.left.has(uri) || this.programs.goesOnAt(uri) === null) this.onPause(uri);
      else {
        this.waiting.add(uri);
        this.after(LONG_PAUSE - PAUSE, uri, () => this.paused(uri));
      }
    });
  }

  private paused(uri: string): void {
    this.waiting.delete(uri);
    this.onPause(uri);
  }

  private after(pause: number, uri: string, act: () => void): void {
    clearTimeout(this.timers.get(uri));
    const over = (): void => {
      this.timers.delete(uri);
      act();
    };
    this.timers.set(uri, setTimeout(over, pause).unref());
  }

  /** What is known of a program has changed: while it is typed, only what is gone is taken back. */
  edited(uri: string): void {
    this.publish(uri, this.timers.has(uri) ? 'known' : 'all');
  }

  /** The cursor is at an offset of a program. */
  looked(uri: string, offset: number): void {
    if (offset === this.programs.goesOnAt(uri)) return;
    this.left.add(uri);
    if (!this.waiting.has(uri)) return;
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
    this.paused(uri);
  }

  /** Tells all that is known of a program: the typing has paused, or settings have changed. */
  all(uri: string): void {
    this.publish(uri, 'all');
  }

  closed(source: Source): void {
    clearTimeout(this.timers.get(source.uri));
    this.timers.delete(source.uri);
    this.told.delete(source.uri);
    this.left.delete(source.uri);
    this.waiting.delete(source.uri);
    this.open.delete(source.uri);
    for (const { uri } of source.parts) void this.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  private publish(uri: string, which: 'all' | 'known'): void {
    const told = this.told.get(uri) ?? [];
    // Where nothing was told nothing is to be taken back.
    if (which === 'known' && told.length === 0) return;
    const program = this.programs.program(uri);
    if (!program) return;
    const { source, analysis } = program;
    const all = diagnostics(analysis, this.settings());
    const problems = which === 'all' ? all : known(all, told);
    this.told.set(uri, problems);
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

/**
 * Those that were told before. A keystroke may change the numbers in one: in place of those of a rule that are gone, as many
 * others of it are taken for the same.
 */
function known(problems: readonly Problem[], told: readonly Problem[]): readonly Problem[] {
  const before = new Set(told.map(keyOf));
  const now = new Set(problems.map(keyOf));
  const gone = told.filter((problem) => !now.has(keyOf(problem))).map(({ code }) => code);
  return problems.filter((problem) => {
    if (before.has(keyOf(problem))) return true;
    const at = gone.indexOf(problem.code);
    return at >= 0 && gone.splice(at, 1).length > 0;
  });
}

function keyOf({ code, what }: Problem): string {
  return `${code}: ${what}`;
}
