/** What a call that is being written would give, found by running the program with it. */
import type { Analysis } from '../../analysis/analysis';
import { certainOf, outputText } from '../../analysis/observed';
import type { OpenCall } from '../../analysis/open-call';
import type { Observation, Site } from '../../interpreter/trace';
import { formatShape } from '../../shapes/shape';
import type { Edit } from '../../text/edit';

export interface CallOutcome {
  /** Shapes that go in. */
  readonly input: string;
  /** The shape that comes out; null where it is refused. */
  readonly output: string | null;
  /** Why it is refused. */
  readonly refused: string | null;
  /** The tensor that the layer was called on to see what it gives, where the text does not say. */
  readonly on: string | null;
}

/** Programs with more tensors than this are too large to try something at each keystroke. */
const MOST_TO_TRY = 300;

export function isQuickToTry(analysis: Analysis): boolean {
  return analysis.trace.observations.length <= MOST_TO_TRY;
}

/**
 * Tries a call with an edit, its brackets closed. A layer that the text does not call yet is called on
 * the tensor that it stands behind. Null where that gives no shape.
 */
export function callOutcome(analysis: Analysis, call: OpenCall, edit: Edit | null): CallOutcome | null {
  const edits = [...(edit ? [edit] : []), ...call.missing.map(({ start, end, newText }) => ({ start, end, newText }))];
  const found = analysis.whatIf(edits, (after) => outcomeAt(after, call, null));
  if (found || isCalled(analysis.text, call)) return found;
  const on = tensorBefore(analysis, call);
  return on === null ? null : analysis.whatIf(called(edits, call, on), (after) => outcomeAt(after, call, on));
}

function outcomeAt(analysis: Analysis, call: OpenCall, on: string | null): CallOutcome | null {
  const isHere = (site: Site | null): boolean => {
    const span = site && analysis.span(site.place);
    return span !== null && span.start === call.calleeSpan.start && span.end > call.open;
  };
  const observations = analysis.sites.spots
    .flatMap((spot) => spot.observations)
    .filter((one) => (one.constructed ? isHere(one.constructed) : isHere(one.site)));
  const [first] = certainOf(observations);
  const refusal = analysis.trace.refusals.find((one) => isHere(one.constructed) || isHere(one.site));
  if (refusal) return { input: inputText(first), output: null, refused: refusal.message, on };
  const output = first && outputText(first.output);
  return output ? { input: inputText(first), output, refused: null, on } : null;
}

function inputText(observation: Observation | undefined): string {
  return (observation?.inputs ?? []).map(({ shape }) => formatShape(shape)).join(', ');
}

/** Whether the text goes on to call what the call gives. */
function isCalled(text: string, call: OpenCall): boolean {
  return call.missing.length === 0 && /^\)\s*\(/.test(text.slice(call.close, call.close + 40));
}

function called(edits: readonly Edit[], call: OpenCall, on: string): Edit[] {
  const own = call.missing.findIndex(({ isOwn }) => isOwn);
  if (own < 0) return [...edits, { start: call.close + 1, end: call.close + 1, newText: `(${on})` }];
  const at = edits.length - call.missing.length + own;
  return edits.map((edit, i) => (i === at ? { ...edit, newText: `${edit.newText}(${on})` } : edit));
}

/** The name of the tensor that the call most likely goes on from: the name it is put into, else the one bound last. */
function tensorBefore(analysis: Analysis, call: OpenCall): string | null {
  const { lines, text } = analysis;
  const start = lines.lineStart(lines.position(call.calleeSpan.start).line);
  const head = text.slice(start, call.calleeSpan.start);
  const isInside = /^\s/.test(head);
  const item = analysis.module.items.findLast((one) => one.start <= start);
  const names = analysis.trace.bindings.flatMap(({ name, value, site, context }) => {
    const span = analysis.span(site.place);
    if (value.kind !== 'tensor' || !value.symbolic || !span || span.start >= start) return [];
    const isOfBlock = isInside ? item !== undefined && span.start > item.start : context.length === 0;
    return isOfBlock && (isInside || site.place.item.start === lineStartOf(text, site.place.item.start)) ? [name] : [];
  });
  const target = /^\s*(\w+)\s*=\s*$/.exec(head)?.[1];
  return target !== undefined && names.includes(target) ? target : (names[names.length - 1] ?? null);
}

function lineStartOf(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}
