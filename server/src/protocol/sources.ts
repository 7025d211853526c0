/**
 * The programs that are open in the editor. A Python file is one, a notebook with all its code cells
 * another: its cells run one after the other, and what one makes the next can use.
 */

import type { TextDocument } from 'vscode-languageserver-textdocument';
import { NotebookText } from '../python/notebook';
import type { SectionedText } from '../text/sections';
import type { Span } from '../text/span';
import type { Range } from './lsp';

export interface Part {
  /** The document's URI as the editor names it: the file's, or the cell's. */
  readonly uri: string;
  readonly document: TextDocument;
  /** Where it begins in the program's text. */
  readonly start: number;
}

/** An immutable state of an open program. */
export class Source {
  readonly parts: readonly Part[];
  readonly text: SectionedText;

  constructor(
    /** The file's or the notebook's URI. */
    readonly uri: string,
    documents: readonly TextDocument[],
    readonly isNotebook: boolean,
    /** The version of the Python that a notebook was last run with. */
    python: string | null = null,
  ) {
    const texts = documents.map((document) => document.getText());
    this.text = isNotebook ? new NotebookText(texts, undefined, python) : wholeText(texts[0] ?? '');
    this.parts = documents.map((document, i) => ({
      uri: document.uri,
      document,
      start: this.text.sections[i]?.start ?? 0,
    }));
  }

  part(uri: string): Part | undefined {
    return this.parts.find((part) => part.uri === uri);
  }

  /** The part that a span begins in, and its range there. */
  locate({ start, end }: Span): { readonly part: Part; readonly range: Range } | null {
    const part = [...this.parts].reverse().find((one) => one.start <= start);
    return part ? { part, range: rangeIn(part, { start, end }) } : null;
  }

  /** The stretch of the program's text that a part is. */
  spanOf(part: Part): Span {
    return { start: part.start, end: part.start + part.document.getText().length };
  }
}

export function rangeIn({ document, start }: Part, span: Span): Range {
  return { start: document.positionAt(span.start - start), end: document.positionAt(span.end - start) };
}

export function spanIn(part: Part, range: Range): Span {
  return {
    start: part.start + part.document.offsetAt(range.start),
    end: part.start + part.document.offsetAt(range.end),
  };
}

function wholeText(text: string): SectionedText {
  return { text, sections: [{ start: 0, end: text.length }] };
}
