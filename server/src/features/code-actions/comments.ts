/** Shapes as comments: written, renewed and removed for lines, a function, a model, a file. */
import type { Analysis } from '../../analysis/analysis';
import { isBareShape, shapeComment } from '../../analysis/comments';
import { modelsOf } from '../../analysis/models';
import { tensorsOf } from '../../analysis/observed';
import { placeToShow } from '../../analysis/sites';
import type { Node } from '../../python/ast';
import { forEachChild } from '../../python/walk';
import { callsBehind } from '../../rules/blame';
import { shapeCommentRule } from '../../rules/shape-comment';
import type { Edit } from '../../text/edit';
import { contains, overlaps, type Span } from '../../text/span';
import { inlayHints } from '../inlay-hints';
import type { Settings } from '../settings';
import { type CodeAction, lazyAction } from './action';

export function commentActions(analysis: Analysis, range: Span, settings: Settings): CodeAction[] {
  const actions: CodeAction[] = [];
  const lines = wholeLines(analysis, range);
  const offer = (title: string, within: Span, isMeant: (offset: number) => boolean = () => true) => {
    const has = shapeHints(analysis, within, settings).some((hint) => isMeant(hint.offset) && hint.edits().length > 0);
    if (has) actions.push(lazyAction(title, () => writing(analysis, within, settings, isMeant)));
  };
  const isOneLine = !analysis.text.slice(lines.start, lines.end).includes('\n');
  offer(isOneLine ? 'Write the shape as a comment' : 'Write shapes as comments in the selection', lines);
  const around = functionAround(analysis, range);
  if (around) offer(`Write shapes as comments in ${around.name}`, around.span);
  const model = modelLines(analysis, range);
  const file = { start: 0, end: analysis.text.length };
  if (model) {
    offer(`Write shapes as comments for ${model.name}`, file, (offset) =>
      model.lines.has(analysis.lines.position(offset).line),
    );
  }
  const written = shapeCommentsIn(analysis, lines);
  if (written.length > 0) {
    actions.push(lazyAction('Remove shape comments here', () => written));
    actions.push(lazyAction('Remove all shape comments in this file', () => shapeCommentsIn(analysis, file)));
  }
  if (analysis.module.comments.some((comment) => shapeComment(comment))) {
    const stale = shapeCommentRule.check(analysis);
    if (stale.length > 0) {
      const edits = stale.flatMap(({ fixes }) => fixes[0]?.edits ?? []);
      actions.push(lazyAction('Renew all shape comments in this file', () => edits));
    }
  }
  return actions;
}

function wholeLines({ lines }: Analysis, { start, end }: Span): Span {
  return { start: lines.lineStart(lines.position(start).line), end: lines.lineEnd(lines.position(end).line) };
}

function shapeHints(analysis: Analysis, within: Span, settings: Settings) {
  const { hints } = settings;
  const full = {
    ...settings,
    hints: { ...hints, enabled: true, shapes: true, windows: false, arguments: false, align: false },
  };
  return inlayHints(analysis, within, full).filter(({ kind }) => kind === 'shape');
}

function writing(
  analysis: Analysis,
  within: Span,
  settings: Settings,
  isMeant: (offset: number) => boolean,
): readonly Edit[] {
  return shapeHints(analysis, within, settings)
    .filter(({ offset }) => isMeant(offset))
    .flatMap((hint) => hint.edits());
}

/** Removes comments behind code that tell a shape and nothing else. */
function shapeCommentsIn(analysis: Analysis, within: Span): Edit[] {
  const { text, lines } = analysis;
  return analysis.module.comments.flatMap((comment) => {
    if (!overlaps(comment, within) || !isBareShape(comment)) return [];
    const start = lines.lineStart(lines.position(comment.start).line);
    const code = text.slice(start, comment.start).trimEnd();
    return code === '' ? [] : [{ start: start + code.length, end: comment.end, newText: '' }];
  });
}

function functionAround(analysis: Analysis, range: Span): { name: string; span: Span } | null {
  let found: { name: string; span: Span } | null = null;
  for (const item of analysis.trace.module.items) {
    const enter = (node: Node): void => {
      const span = { start: item.start + node.start, end: item.start + node.end };
      if (!contains(span, range)) return;
      if (node.kind === 'FunctionDef') found = { name: node.name, span };
      forEachChild(node, enter);
    };
    enter(item.statement);
  }
  return found;
}

/** The lines of the layers of a model that is made where the cursor is. */
function modelLines(analysis: Analysis, range: Span): { name: string; lines: ReadonlySet<number> } | null {
  const model = modelsOf(analysis).find(({ span }) => overlaps(wholeLines(analysis, span), range));
  if (!model) return null;
  const calls = callsBehind(analysis, model.outputs).filter((call) => tensorsOf(call.output).length > 0);
  const lines = new Set<number>();
  for (const call of calls) {
    const span = analysis.span(placeToShow(call, analysis).place);
    if (span) lines.add(analysis.lines.position(span.end).line);
  }
  return { name: model.variables[0] ?? 'the model', lines };
}
