/** What a hint in the code is. */
import type { Analysis } from '../../analysis/analysis';
import type { Edit } from '../../text/edit';
import type { Span } from '../../text/span';
import type { Settings } from '../settings';

export type HintKind = 'shape' | 'window' | 'argument';

export interface InlayHint {
  readonly kind: HintKind;
  /** Where in the text it stands. */
  readonly offset: number;
  readonly label: string;
  /** Markdown. */
  readonly tooltip: string;
  /** Whether a space goes before it. */
  readonly paddingLeft: boolean;
  /** What a double click writes into the code. */
  readonly edits?: readonly Edit[];
}

/** One kind of hint. */
export interface HintSource {
  readonly kind: HintKind;
  /** The switch of this kind, below `hints.` */
  readonly setting: 'shapes' | 'windows' | 'arguments';
  readonly collect: (analysis: Analysis, range: Span, settings: Settings) => InlayHint[];
}
