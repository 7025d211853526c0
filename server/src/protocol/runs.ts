/**
 * Runs open programs in slices. Between two of them the editor's messages come in: a keystroke is answered from the
 * newest text, and what is left of the older text's run is not run.
 */

import { SLICE } from '../interpreter/budget';
import { type CancellationToken, LSPErrorCodes, ResponseError } from './lsp';
import type { OpenPrograms } from './workspace';

/** What is asked of a program, by one of its documents. */
export interface Asked {
  /** For the log. */
  readonly request: string;
  readonly uri: string;
  readonly token?: CancellationToken;
}

/** Answers once a program is whole; where that fails, with the fallback. */
export type Guard = <T>(asked: Asked, fallback: T, answer: () => T) => T | Promise<T>;

/** Whoever waits for a program to be whole. */
interface Waiting {
  readonly resolve: () => void;
  readonly reject: (why: ResponseError<void>) => void;
}

export class Runs {
  /** The programs that are running, with those who wait for them. */
  private readonly running = new Map<string, Set<Waiting>>();

  constructor(private readonly programs: OpenPrograms) {
    programs.onDidChange((uri) => this.abandon(uri));
    programs.onDidClose(({ uri }) => this.abandon(uri));
  }

  /**
   * Runs a program (by its own URI) for a slice. Null where it is whole then, as mostly; else resolves once it is, and
   * rejects with `ContentModified` when it is edited before, with `RequestCancelled` when the asker gives up.
   */
  whole(uri: string, token?: CancellationToken): Promise<void> | null {
    if (token?.isCancellationRequested) return Promise.reject(cancelled());
    let waiting = this.running.get(uri);
    if (!waiting) {
      if (this.advance(uri)) return null;
      waiting = new Set();
      this.running.set(uri, waiting);
      this.goOn(uri, waiting);
    }
    const all = waiting;
    return new Promise((resolve, reject) => {
      const one = { resolve, reject };
      all.add(one);
      token?.onCancellationRequested(() => {
        all.delete(one);
        reject(cancelled());
      });
    });
  }

  private goOn(uri: string, waiting: ReadonlySet<Waiting>): void {
    setImmediate(() => {
      if (this.running.get(uri) !== waiting) return;
      if (!this.advance(uri)) {
        this.goOn(uri, waiting);
        return;
      }
      this.running.delete(uri);
      for (const { resolve } of waiting) resolve();
    });
  }

  private advance(uri: string): boolean {
    const end = performance.now() + SLICE;
    try {
      return this.programs.advance(uri, () => performance.now() > end);
    } catch {
      // Whoever asks for the program meets the fault again, and logs it.
      return true;
    }
  }

  private abandon(uri: string): void {
    const waiting = this.running.get(uri);
    this.running.delete(uri);
    for (const { reject } of waiting ?? [])
      reject(new ResponseError(LSPErrorCodes.ContentModified, 'the document was edited'));
  }
}

function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'the request was cancelled');
}
