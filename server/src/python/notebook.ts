/** Jupyter notebooks: their code cells, in order, are one module. */

import type { SectionedText } from '../text/sections';
import type { Span } from '../text/span';
import { blankMagics } from './magics';

/** A code cell as the file has it. */
export interface CodeCell {
  /** Its number among all cells of the notebook, text cells included; from 0. */
  readonly index: number;
  readonly source: string;
}

/** What a file holds, or in words why it is no notebook that can be read (behind its name). */
export type ReadNotebook =
  | { readonly cells: readonly CodeCell[]; readonly python: string | null }
  | { readonly problem: string };

/** Reads the JSON of an `.ipynb` file. Never throws. */
export function readNotebook(json: string): ReadNotebook {
  let notebook: unknown;
  try {
    notebook = JSON.parse(json.replace(/^\ufeff/, ''));
  } catch (error) {
    return { problem: `is no notebook: ${error instanceof Error ? error.message : String(error)}` };
  }
  const cells = property(notebook, 'cells');
  if (!Array.isArray(cells)) {
    const isOld = Array.isArray(property(notebook, 'worksheets'));
    return {
      problem: isOld
        ? 'is a notebook of a version older than 4: open and save it in Jupyter to convert it'
        : 'is no notebook of version 4: it has no cells',
    };
  }
  return {
    python: pythonOf(property(notebook, 'metadata')),
    cells: cells.flatMap((cell: unknown, index): CodeCell[] => {
      if (property(cell, 'cell_type') !== 'code') return [];
      const source = property(cell, 'source');
      if (typeof source === 'string') return [{ index, source }];
      return Array.isArray(source)
        ? [{ index, source: source.filter((line) => typeof line === 'string').join('') }]
        : [];
    }),
  };
}

/** The version of the Python that a notebook was last run with, from its metadata. */
export function pythonOf(metadata: unknown): string | null {
  const version = property(property(metadata, 'language_info'), 'version');
  return typeof version === 'string' ? version : null;
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** A place in a cell. `cell` counts the code cells from 0. */
export interface CellPlace {
  readonly cell: number;
  readonly offset: number;
}

/**
 * The text of code cells joined by line feeds. Its lines run over all of them; no statement goes on from one cell to
 * the next.
 */
export class NotebookText implements SectionedText {
  /** As the cells have it. */
  readonly source: string;
  /** What to parse: the same, with white space in place of what is no Python. */
  readonly text: string;
  /** Where each cell stands. */
  readonly sections: readonly Span[];

  /**
   * @param sources the text of each code cell
   * @param isPython tells cells that Python would refuse to run: they count as blank. Left out, half-typed cells are kept
   * for what can be read in them.
   * @param python the version of the Python that the notebook was last run with
   */
  constructor(
    sources: readonly string[],
    isPython: (cell: string) => boolean = () => true,
    readonly python: string | null = null,
  ) {
    const sections: Span[] = [];
    const texts: string[] = [];
    let start = 0;
    for (const source of sources) {
      const text = blankMagics(source);
      texts.push(isPython(text) ? text : text.replace(/[^\r\n]/g, ' '));
      sections.push({ start, end: start + source.length });
      start += source.length + 1;
    }
    this.source = sources.join('\n');
    this.text = texts.join('\n');
    this.sections = sections;
  }

  /** The cell that an offset stands in, its end included. */
  place(offset: number): CellPlace {
    let low = 0;
    let high = this.sections.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.sections[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const { start, end } = this.sections[low] ?? { start: 0, end: 0 };
    return { cell: low, offset: Math.max(0, Math.min(offset, end) - start) };
  }

  /** The offset of a place in a cell. */
  offset(place: CellPlace): number {
    const section = this.sections[Math.max(0, Math.min(place.cell, this.sections.length - 1))];
    if (section === undefined) return 0;
    return Math.max(section.start, Math.min(section.start + place.offset, section.end));
  }
}
