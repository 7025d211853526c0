/**
 * Hints of whole statements, kept from keystroke to keystroke: most that are on the screen are of statements that the edit
 * does not reach.
 *
 * While a statement's hints are made it is noted which items' records were looked at (others than its own, where a layer is
 * made in one statement and called in another), and which slots of things that may change without them, as lists do. The
 * hints hold as long as all of those records stand and the slots hold what they held.
 */
import type { Analysis, Look } from '../../analysis/analysis';
import type { Item } from '../../python/ast';
import type { Span } from '../../text/span';
import type { Stored } from '../../values/heap';
import { disturbances, type Slots, slotsOf, WHOLE } from '../../values/watch';
import type { Settings } from '../settings';
import type { HintQuestion, InlayHint } from './hint';

/** Statements up to this length are looked at as a whole, though only a part of one may be seen. */
const SHORT = 3000;

/** What makes the hints of a range. */
type Collect = (question: HintQuestion) => InlayHint[];

interface Kept {
  /** Their offsets are from the statement's start. */
  readonly hints: readonly Pick<InlayHint, 'kind' | 'offset' | 'label' | 'parts' | 'paddingLeft'>[];
  readonly settings: Settings['hints'];
  /** What is written behind the statement on its last line. */
  readonly behind: string;
  readonly looks: readonly Look[];
  readonly reads: readonly Read[];
  readonly disturbances: number;
}

interface Read {
  readonly target: Stored;
  readonly unit: unknown;
  readonly content: unknown;
}

/** The hints of the lines of a range, in any order. */
export function hintsOfStatements(question: HintQuestion, collect: Collect): InlayHint[] {
  const { analysis, range, callers } = question;
  // Which calls are shown is asked of the whole document; a statement that is older than the text is not quite in its place.
  if (callers.size > 0 || analysis.isAnythingUnfinished) return collect(question);
  const hints: InlayHint[] = [];
  let rest = null as Span | null;
  const collectRest = (): void => {
    if (rest) hints.push(...collect({ ...question, range: rest, answers: new Map() }));
    rest = null;
  };
  for (const item of analysis.itemsIn(range)) {
    const lines = linesOf(analysis, item);
    const isInside = range.start <= lines.start && lines.end <= range.end;
    if (standsAlone(analysis, item, lines) && (isInside || item.length <= SHORT)) {
      collectRest();
      for (const hint of ofStatement({ ...question, range: lines, answers: new Map() }, item, collect))
        hints.push(hint);
    } else {
      const start = Math.max(range.start, Math.min(rest?.start ?? lines.start, lines.start));
      rest = { start, end: Math.min(range.end, Math.max(rest?.end ?? lines.end, lines.end)) };
    }
  }
  collectRest();
  return hints;
}

function linesOf({ lines }: Analysis, { start, length }: Item): Span {
  return {
    start: lines.lineStart(lines.position(start).line),
    end: lines.lineEnd(lines.position(start + length).line),
  };
}

/** Whether no other statement shares a line with it. */
function standsAlone({ text }: Analysis, { start, length }: Item, lines: Span): boolean {
  return lines.start === start && /^\s*(?:#|$)/.test(text.slice(start + length, lines.end));
}

/** `question` is of its lines. */
function ofStatement(question: HintQuestion, item: Item, collect: Collect): readonly InlayHint[] {
  const { analysis, range, settings } = question;
  const { observations, bindings, answers } = analysis.recordsOf(item);
  if (observations.length === 0 && bindings.length === 0) return [];
  const behind = analysis.text.slice(item.start + item.length, range.end);
  const known = answers.get(hintsOfStatements) as Kept | undefined;
  if (known?.settings === settings.hints && known.behind === behind && holds(known, analysis))
    return known.hints.map((hint) => moved(hint, question, item, collect));
  const before = disturbances();
  const { value, slots } = slotsOf(() => analysis.looking(() => collect(question)));
  const reads = slots && readsOf(slots);
  if (!reads || disturbances() !== before) return value.value;
  const kept: Kept = {
    hints: value.value.map(({ kind, offset, label, parts, paddingLeft }) => {
      return { kind, offset: offset - item.start, label, parts, paddingLeft };
    }),
    settings: settings.hints,
    behind,
    looks: value.looks,
    reads,
    disturbances: before,
  };
  answers.set(hintsOfStatements, kept);
  return value.value;
}

/** What slots hold; null where that cannot be compared. */
function readsOf(slots: Slots): Read[] | null {
  const reads: Read[] = [];
  for (const [target, units] of slots) {
    for (const unit of units) {
      const content = target.peek(unit);
      // What several slots hold, or a copy of what may change within.
      if (unit === WHOLE || target.peek(unit) !== content) return null;
      reads.push({ target, unit, content });
    }
  }
  return reads;
}

function holds({ looks, reads, disturbances: before }: Kept, { trace }: Analysis): boolean {
  return (
    disturbances() === before &&
    looks.every(({ item, text, serial }) => (item as Item).text === text && trace.in(item).serial === serial) &&
    reads.every(({ target, unit, content }) => target.peek(unit) === content)
  );
}

/** A hint that was kept, where its statement stands now. What is put off is worked out anew. */
function moved(hint: Kept['hints'][number], question: HintQuestion, item: Item, collect: Collect): InlayHint {
  const { kind, label, parts, paddingLeft } = hint;
  const offset = hint.offset + item.start;
  const anew = (): InlayHint | undefined =>
    collect(question).find((one) => one.kind === kind && one.offset === offset && one.label === label);
  return {
    kind,
    offset,
    label,
    parts,
    paddingLeft,
    edits: () => anew()?.edits() ?? [],
    details: () => anew()?.details() ?? { tooltip: '', parts: [] },
  };
}
