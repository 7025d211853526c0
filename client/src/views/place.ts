// Where something stands in a document while the document is being edited. Knows no editor, so that it can be tested
// without one.

/** Zero-based, as in the language server protocol. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A document, and the position in it; without one, the whole document is meant. */
export interface Place {
  readonly uri: string;
  readonly position?: Position;
}

/** One replacement of a range by a text. */
export interface Change {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly text: string;
}

/**
 * The same place after `changes`, which name positions of the text before any of them (as editors report them). A
 * position inside a replaced range moves to its start.
 */
export function placeAfterEdit(place: Place, changes: readonly Change[]): Place {
  if (place.position === undefined) return place;
  // From the last to the first, so that no change moves the range of one that is still to come.
  const backwards = [...changes].sort((a, b) => compare(b.range.start, a.range.start));
  return { ...place, position: backwards.reduce(move, place.position) };
}

function move(position: Position, { range, text }: Change): Position {
  if (compare(position, range.start) < 0 || (compare(position, range.start) === 0 && text === '')) return position;
  if (compare(position, range.end) < 0) return range.start;
  const lines = text.split('\n');
  const last = lines[lines.length - 1] ?? '';
  const line = position.line + lines.length - 1 - (range.end.line - range.start.line);
  if (position.line > range.end.line) return { line, character: position.character };
  const startOfTail = lines.length === 1 ? range.start.character + last.length : last.length;
  return { line, character: startOfTail + position.character - range.end.character };
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}
