/** Texts of several sections: the code cells of a notebook, one behind the other, as one program. */
import type { Edit } from './edit';
import type { Span } from './span';

export interface SectionedText {
  readonly text: string;
  /** Each section's stretch of the text, without the line feed that joins it to the next. */
  readonly sections: readonly Span[];
  /** For a notebook: the version of the Python that it was last run with, `3.5.2`. */
  readonly python?: string | null;
}

/** A text with all but its line breaks made blanks. */
export function blanked(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

/** The sections of a text after edits, none of which reaches over a section's border. */
export function sectionsAfter(sections: readonly Span[], edits: readonly Edit[]): Span[] {
  const growth = (until: (edit: Edit) => boolean) =>
    edits.filter(until).reduce((total, edit) => total + edit.newText.length - (edit.end - edit.start), 0);
  return sections.map(({ start, end }) => ({
    start: start + growth((edit) => edit.start < start),
    end: end + growth((edit) => edit.start <= end),
  }));
}
