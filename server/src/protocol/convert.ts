/** Our plain data as LSP's. */

import type { CodeAction } from '../features/code-actions';
import type { CodeLens } from '../features/code-lens';
import type { HintTarget, InlayHint } from '../features/inlay-hints';
import { withoutCodeSpans } from '../features/markdown';
import type { DocumentSymbol } from '../features/symbols';
import type { Translate } from '../l10n/translate';
import { messageOf, type Problem } from '../rules';
import type { Edit } from '../text/edit';
import {
  DiagnosticSeverity,
  DiagnosticTag,
  InlayHintKind,
  type InlayHintLabelPart,
  type CodeAction as LspCodeAction,
  type CodeLens as LspCodeLens,
  type Diagnostic as LspDiagnostic,
  type DocumentSymbol as LspDocumentSymbol,
  type InlayHint as LspInlayHint,
  type Range as LspRange,
  MarkupKind,
  SymbolKind,
  type TextEdit,
  type WorkspaceEdit,
} from './lsp';
import { type Part, rangeIn, type Source } from './sources';

export const DIAGNOSTIC_SOURCE = 'keras-shapes';

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

/** `docs` is where the rules' pages are, with a slash at its end; null where the editor cannot open them. */
export function toDiagnostic(
  problem: Problem,
  source: Source,
  docs: string | null,
  say: Translate,
): LspDiagnostic | null {
  const place = source.locate(problem.span);
  if (!place) return null;
  return {
    range: place.range,
    severity: SEVERITIES[problem.severity],
    code: problem.code,
    ...(docs ? { codeDescription: { href: `${docs}${problem.code}.md` } } : {}),
    source: DIAGNOSTIC_SOURCE,
    message: say(withoutCodeSpans(messageOf(problem))),
    ...(problem.isUnnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    relatedInformation: problem.related.flatMap(({ span, message }) => {
      const related = source.locate(span);
      if (!related) return [];
      return [{ location: { uri: related.part.uri, range: related.range }, message: say(withoutCodeSpans(message)) }];
    }),
  };
}

/** What identifies a hint when its tooltip is asked for. */
export interface HintData {
  readonly uri: string;
  readonly version: number;
  readonly kind: string;
  readonly offset: number;
}

/** A hint without what is resolved later. */
export function toInlayHint(hint: InlayHint, part: Part): LspInlayHint {
  const data: HintData = { uri: part.uri, version: part.document.version, kind: hint.kind, offset: hint.offset };
  return {
    position: part.document.positionAt(hint.offset - part.start),
    // Pieces that lead somewhere are told apart; where to is asked for later.
    label: hint.kind === 'shape' ? hint.parts.map((value) => ({ value })) : hint.label,
    kind: hint.kind === 'argument' ? InlayHintKind.Parameter : InlayHintKind.Type,
    paddingLeft: hint.paddingLeft,
    data,
  };
}

/** The rest of a hint. */
export function resolvedHint(
  lsp: LspInlayHint,
  hint: InlayHint,
  part: Part,
  source: Source,
  say: Translate,
): LspInlayHint {
  const { tooltip, parts } = hint.details();
  const edits = hint.edits();
  return {
    ...lsp,
    label:
      typeof lsp.label === 'string'
        ? lsp.label
        : hint.parts.map((value, i) => toLabelPart(value, parts[i], source, say)),
    tooltip: { kind: MarkupKind.Markdown, value: say(tooltip) },
    ...(edits.length > 0 ? { textEdits: edits.map((edit) => toTextEdit(edit, part)) } : {}),
  };
}

function toLabelPart(
  value: string,
  target: HintTarget | null | undefined,
  source: Source,
  say: Translate,
): InlayHintLabelPart {
  const place = target && source.locate(target.span);
  if (!target || !place) return { value };
  return {
    value,
    tooltip: { kind: MarkupKind.Markdown, value: say(target.tooltip) },
    location: { uri: place.part.uri, range: place.range },
  };
}

/** The text of a hint. */
export function labelText({ label }: LspInlayHint): string {
  return typeof label === 'string' ? label : label.map(({ value }) => value).join('');
}

function toTextEdit(edit: Edit, part: Part): TextEdit {
  return { range: rangeIn(part, edit), newText: edit.newText };
}

/** Edits of a program, by the documents they are in. */
export function toWorkspaceEdit(edits: readonly Edit[], source: Source): WorkspaceEdit {
  const byPart = new Map<Part, TextEdit[]>();
  for (const edit of edits) {
    const part = source.locate(edit)?.part;
    if (!part) continue;
    byPart.set(part, [...(byPart.get(part) ?? []), toTextEdit(edit, part)]);
  }
  return { changes: Object.fromEntries([...byPart].map(([part, changes]) => [part.uri, changes])) };
}

/** What identifies an action when its edits are asked for. */
export interface CodeActionData {
  readonly uri: string;
  readonly version: number;
  readonly range: LspRange;
}

/** `data` where the editor asks for the edits when an action is chosen; null where it wants them at once. */
export function toCodeAction(
  action: CodeAction,
  source: Source,
  docs: string | null,
  data: CodeActionData | null,
  say: Translate,
): LspCodeAction {
  const diagnostic = action.problem && toDiagnostic(action.problem, source, docs, say);
  return {
    title: say(action.title),
    kind: action.kind,
    ...(data ? { data } : { edit: toWorkspaceEdit(action.edits, source) }),
    ...(diagnostic ? { diagnostics: [diagnostic] } : {}),
    ...(action.isPreferred ? { isPreferred: true } : {}),
  };
}

/** Commands of the client. */
const LENS_COMMANDS = { summary: 'kerasShapes.showSummary', callers: 'kerasShapes.chooseCaller' } as const;

export function toCodeLens(lens: CodeLens, part: Part, say: Translate): LspCodeLens {
  const range = rangeIn(part, lens.span);
  return {
    range,
    command: { title: say(lens.title), command: LENS_COMMANDS[lens.opens], arguments: [part.uri, range.start] },
  };
}

const SYMBOL_KINDS = {
  model: SymbolKind.Object,
  layer: SymbolKind.Field,
  tensor: SymbolKind.Variable,
  function: SymbolKind.Function,
  class: SymbolKind.Class,
} as const;

export function toDocumentSymbol(symbol: DocumentSymbol, part: Part): LspDocumentSymbol {
  return {
    name: symbol.name,
    detail: symbol.detail,
    kind: SYMBOL_KINDS[symbol.kind],
    range: rangeIn(part, symbol.span),
    selectionRange: rangeIn(part, symbol.nameSpan),
    children: symbol.children.map((child) => toDocumentSymbol(child, part)),
  };
}
