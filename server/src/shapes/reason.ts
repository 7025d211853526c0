/** Why something is not known: what the editor says where there is no shape. */

/** A place in a source file, kept current by the item it belongs to (see `python/ast`). */
export interface Place {
  /** The file's URI. */
  readonly uri: string;
  /** What `start` and `end` count from: a top-level statement, which edits above it move. */
  readonly item: { readonly start: number };
  readonly start: number;
  readonly end: number;
}

/**
 * One link of a chain of reasons. `text` is a clause without a full stop that reads well behind
 * "unknown: ", as in "`n_classes` comes from `json.load`".
 */
export interface Reason {
  readonly text: string;
  readonly place?: Place | undefined;
  /** What this follows from. */
  readonly because?: Reason | undefined;
}

export function reason(text: string, because?: Reason, place?: Place): Reason {
  return { text, because, place };
}
