/** What the server answers beyond LSP: names of requests and notifications, and what goes with them. */

import type { ModelGraph } from '../features/graph';
import type { Status } from '../features/status';
import type { SummaryLink } from '../features/summary';
import type { WhatIfTarget } from '../features/what-if';
import type { Position, Range } from './lsp';

/** A range of a document. */
export interface Location {
  readonly uri: string;
  readonly range: Range;
}

/** A document, and where in it; the whole document where `position` is left out. */
export interface DocumentPlace {
  readonly uri: string;
  readonly position?: Position;
}

/** A model's summary: `DocumentPlace` → `WireSummary`. */
export const SUMMARY_REQUEST = 'kerasShapes/summary';
/** Told by the server: what it knows of `{ uri }` has changed. */
export const TRACE_CHANGED = 'kerasShapes/didChangeTrace';
/** The graph of the model at a place: `DocumentPlace` → `WireGraph | null`. */
export const GRAPH_REQUEST = 'kerasShapes/graph';
/** What the status bar says: `DocumentPlace` → `WireStatus | null`. */
export const STATUS_REQUEST = 'kerasShapes/status';
/** The calls that made the tensor at a place: `DocumentPlace` → `Location[]`. */
export const MAKERS_REQUEST = 'kerasShapes/makers';
/** The calls that take the output of the call at a place: `DocumentPlace` → `Location[]`. */
export const USES_REQUEST = 'kerasShapes/uses';
/** What can be asked about at a place: `DocumentPlace` → `WireTarget[]`. */
export const WHAT_IF_TARGETS_REQUEST = 'kerasShapes/whatIfTargets';
/** What becomes of the program with another text in a range: `WhatIfQuestion` → `{ text }`, null where it is no Python. */
export const WHAT_IF_REQUEST = 'kerasShapes/whatIf';

/** Answered at once, with `Pong`: a server that does not hangs. */
export const PING_REQUEST = 'kerasShapes/ping';

export interface Pong {
  /** The server's process; null where it is none. */
  readonly processId: number | null;
}

/** Who calls the function at a place: `DocumentPlace` → `CallerItem[]`. */
export const CALLERS_REQUEST = 'kerasShapes/callers';
/** Told to the server: show the shapes of `{ uri, position, id }`'s caller; of all together where `id` is null. */
export const SHOW_CALLER = 'kerasShapes/showCaller';

/** What the client is offered; `id` is what it chooses with. */
export interface CallerItem {
  readonly id: number;
  readonly label: string;
  readonly description: string;
  readonly shown: boolean;
  /** Where it calls; null where that is in no open document. */
  readonly at: Location | null;
}

export interface WireSummary {
  readonly text: string;
  /** Layers' names in the text, and their calls. */
  readonly links: readonly SummaryLink<Location>[];
}

export type WireGraph = ModelGraph<Location>;
export type WireStatus = Status<Location>;
export type WireTarget = WhatIfTarget<Location>;

export interface WhatIfQuestion {
  readonly uri: string;
  readonly range: Range;
  readonly newText: string;
}
