/** Whose shapes are shown in functions that several call: what was chosen, and the requests to choose. */

import type { ShownCallers } from '../analysis/callers';
import { callerChoices } from '../features/code-lens';
import type { Connection, Position } from './lsp';
import { CALLERS_REQUEST, type CallerItem, SHOW_CALLER } from './messages';
import type { Guard } from './runs';
import { spanIn } from './sources';
import { locationOf } from './views';
import type { OpenPrograms } from './workspace';

/** What was chosen, by program. */
export class CallerChoices {
  private readonly chosen = new Map<string, Map<string, number>>();

  of(uri: string): ShownCallers {
    return this.chosen.get(uri) ?? new Map();
  }

  /** Null: the calls are shown together again. */
  choose(uri: string, key: string, index: number | null): void {
    const own = this.chosen.get(uri) ?? new Map<string, number>();
    this.chosen.set(uri, own);
    if (index === null) own.delete(key);
    else own.set(key, index);
  }
}

interface Answers {
  readonly answer: Guard;
  readonly changed: () => void;
}

export function registerCallers(
  connection: Connection,
  programs: OpenPrograms,
  choices: CallerChoices,
  { answer, changed }: Answers,
): void {
  const at = (uri: string, position: Position) => {
    const found = programs.at(uri);
    if (!found) return null;
    const { start } = spanIn(found.part, { start: position, end: position });
    return {
      source: found.source,
      uri: found.source.uri,
      calls: callerChoices(found.analysis, start, choices.of(found.source.uri)),
    };
  };
  connection.onRequest(CALLERS_REQUEST, ({ uri, position }: { uri: string; position: Position }, token) =>
    answer<CallerItem[]>({ request: 'callers', uri, token }, [], () => {
      const found = at(uri, position);
      return (found?.calls ?? []).map(({ index, label, description, shown, span }) => ({
        id: index,
        label,
        description,
        shown,
        at: found && locationOf(found.source, span),
      }));
    }),
  );
  connection.onNotification(
    SHOW_CALLER,
    ({ uri, position, id }: { uri: string; position: Position; id: number | null }) =>
      void Promise.resolve(
        answer({ request: 'showCaller', uri }, undefined, () => {
          const found = at(uri, position);
          const key = found?.calls[0]?.key;
          if (!found || key === undefined) return;
          choices.choose(found.uri, key, id);
          changed();
        }),
        // Edited before: what was chosen is gone.
      ).catch(() => {}),
  );
}
