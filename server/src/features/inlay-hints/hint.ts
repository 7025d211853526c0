/** What a hint in the code is. */
import type { Analysis } from '../../analysis/analysis';
import type { ShownCallers } from '../../analysis/callers';
import type { Edit } from '../../text/edit';
import type { Span } from '../../text/span';
import type { Keeper } from '../../values/once';
import type { Settings } from '../settings';

export type HintKind = 'shape' | 'window' | 'argument' | 'sizes' | 'data';

export interface InlayHint {
  readonly kind: HintKind;
  /** Where in the text it stands. */
  readonly offset: number;
  readonly label: string;
  /** The label's pieces: those of sizes lead somewhere. */
  readonly parts: readonly string[];
  /** Whether a space goes before it. */
  readonly paddingLeft: boolean;
  /** What a double click writes into the code. */
  readonly edits: () => readonly Edit[];
  /** The rest, for when it is looked at. */
  readonly details: () => HintDetails;
}

export interface HintDetails {
  /** Markdown. */
  readonly tooltip: string;
  /** For each part where it leads, and what is said of it in Markdown. */
  readonly parts: readonly (HintTarget | null)[];
}

export interface HintTarget {
  readonly span: Span;
  readonly tooltip: string;
}

/** What hints are of: a document, a part of it, and how a person wants it shown. */
export interface HintQuestion extends Keeper {
  readonly analysis: Analysis;
  readonly range: Span;
  readonly settings: Settings;
  /** The calls that were chosen for functions that several call. */
  readonly callers: ShownCallers;
}

/** One kind of hint. */
export interface HintSource {
  readonly kind: HintKind;
  /** The switch of this kind, below `hints.` */
  readonly setting: 'shapes' | 'windows' | 'arguments' | 'sizes' | 'data';
  /** Whether what it says follows from the records of a few statements; else the whole document decides. */
  readonly isOfStatements: boolean;
  readonly collect: (question: HintQuestion) => InlayHint[];
}
