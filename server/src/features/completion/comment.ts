/** The shape of a line, where a comment behind it begins to tell one. */
import type { Analysis } from '../../analysis/analysis';
import type { Comment } from '../../python/ast';
import { inlayHints } from '../inlay-hints';
import type { Settings } from '../settings';
import type { Completion } from './index';

/** `# `, `# (`, `# -> (`, `# shape: `: and nothing behind the cursor but what would close it. */
const BEGUN = /^#+\s*(?:(?:->|=>|→|[Ss]hape:?)\s*)?(?:(\()[\w, ]*)?$/;

export function commentCompletions(
  analysis: Analysis,
  comment: Comment,
  offset: number,
  settings: Settings,
): Completion[] {
  const before = analysis.text.slice(comment.start, offset);
  const begun = BEGUN.exec(before);
  const rest = analysis.text.slice(offset, comment.end);
  if (!begun || !/^\)?\s*$/.test(rest)) return [];
  const line = analysis.lines.position(comment.start).line;
  const range = { start: analysis.lines.lineStart(line), end: analysis.lines.lineEnd(line) };
  const full = {
    ...settings,
    hints: { ...settings.hints, enabled: true, format: 'full', align: false } as const,
  };
  const hint = inlayHints(analysis, range, full).find(({ kind }) => kind === 'shape');
  if (!hint?.label.startsWith('(') || /\?|…/.test(hint.label)) return [];
  const [shape = ''] = hint.label.split(' +');
  const start = begun[1] === '(' ? comment.start + before.lastIndexOf('(') : offset;
  const end = begun[1] === '(' && rest.startsWith(')') ? offset + 1 : offset;
  return [
    {
      kind: 'comment',
      label: shape,
      description: null,
      edit: { start, end, newText: shape },
      filter: analysis.text.slice(start, offset) + shape,
      hasChoices: false,
      at: { offset, parameter: '', value: null },
    },
  ];
}
