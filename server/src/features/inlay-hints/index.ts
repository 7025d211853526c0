/** All hints in a range. */
import type { Analysis } from '../../analysis/analysis';
import type { Span } from '../../text/span';
import type { Settings } from '../settings';
import { argumentHints } from './argument';
import type { HintSource, InlayHint } from './hint';
import { shapeHints } from './shape';
import { windowHints } from './window';

export type { HintKind, InlayHint } from './hint';

/** Every kind of hint; in the order in which they stand at one place. */
export const HINT_SOURCES: readonly HintSource[] = [argumentHints, shapeHints, windowHints];

export function inlayHints(analysis: Analysis, range: Span, settings: Settings): InlayHint[] {
  if (!settings.hints.enabled) return [];
  return HINT_SOURCES.filter((source) => settings.hints[source.setting])
    .flatMap((source) => source.collect(analysis, range, settings))
    .filter((hint) => range.start <= hint.offset && hint.offset <= range.end)
    .sort((a, b) => a.offset - b.offset);
}
