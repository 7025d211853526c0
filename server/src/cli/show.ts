/** `show`: the source with its hints, as an editor would draw them. */
import type { Analysis } from '../analysis/analysis';
import { inlayHints } from '../features/inlay-hints';
import type { Settings } from '../features/settings';
import type { Style } from './style';

export function show(analysis: Analysis, settings: Settings, style: Style): string {
  const { text } = analysis;
  const hints = inlayHints(analysis, { start: 0, end: text.length }, settings);
  let result = '';
  let at = 0;
  for (const { offset, label, paddingLeft } of hints) {
    const gap = paddingLeft ? '  ' : '';
    result += text.slice(at, offset) + gap + style.dim(style.blue(label));
    at = offset;
  }
  return result + text.slice(at);
}
