/** Completions and signatures as LSP's. */

import type { Completion, CompletionPlace } from '../features/completion';
import type { SignatureHelp } from '../features/signature-help';
import type { Translate } from '../l10n/translate';
import { type CompletionItem, CompletionItemKind, type SignatureHelp as LspSignatureHelp, MarkupKind } from './lsp';
import { type Part, rangeIn } from './sources';

/** What identifies a completion when its page is asked for; the offset is the document's own. */
export interface CompletionData {
  readonly uri: string;
  readonly place: CompletionPlace;
}

const KINDS = {
  argument: CompletionItemKind.Variable,
  value: CompletionItemKind.EnumMember,
  comment: CompletionItemKind.Text,
} as const;

/** `index` is its place in the list. */
export function toCompletionItem(completion: Completion, index: number, part: Part): CompletionItem {
  const { kind, label, description, edit, filter, hasChoices, at } = completion;
  const data: CompletionData = { uri: part.uri, place: { ...at, offset: at.offset - part.start } };
  return {
    label,
    kind: KINDS[kind],
    ...(description === null ? {} : { labelDetails: { description } }),
    filterText: filter,
    sortText: String(index).padStart(3, '0'),
    textEdit: { range: rangeIn(part, edit), newText: edit.newText },
    // Only VS Code knows the command; other editors pass over it.
    ...(hasChoices ? { command: { title: 'Values', command: 'editor.action.triggerSuggest' } } : {}),
    data,
  };
}

export function toSignatureHelp(
  { label, documentation, parameters, active }: SignatureHelp,
  say: Translate,
): LspSignatureHelp {
  const markdown = (value: string) => ({ kind: MarkupKind.Markdown, value: say(value) });
  return {
    signatures: [
      {
        label,
        ...(documentation === null ? {} : { documentation: markdown(documentation) }),
        parameters: parameters.map((one) => ({
          label: [one.start, one.end],
          documentation: markdown(one.documentation),
        })),
        // Behind the last one none is shown as active.
        activeParameter: active ?? parameters.length,
      },
    ],
    activeSignature: 0,
  };
}
