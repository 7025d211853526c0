/** The calls of the program's functions, and whose shapes are shown where several call one. */
import type { ContextFrame } from '../interpreter/trace';
import type { FunctionDef, Item, Node } from '../python/ast';
import { forEachChild } from '../python/walk';
import type { Span } from '../text/span';
import type { Analysis } from './analysis';
import { isStatement, nodeKey } from './nodes';

export interface FunctionCallers {
  readonly name: string;
  /** The name in the definition. */
  readonly nameSpan: Span;
  /** The whole definition. */
  readonly body: Span;
  /** Names the function as long as the functions above it stay. */
  readonly key: string;
  /** Calls of it in this document that gave shapes, in the order of the text. */
  readonly calls: readonly Span[];
}

/** By the key of a function, which of its calls is shown: an index among `calls`. */
export type ShownCallers = ReadonlyMap<string, number>;

/** The functions whose bodies have shapes, with their calls. */
export function functionCallers(analysis: Analysis): FunctionCallers[] {
  const calls = new Map<string, Map<number, Span>>();
  const spots = analysis.sites.spots;
  const found: FunctionCallers[] = [];
  const definitions = analysis.trace.module.items.flatMap((item) => functionsIn(item).map((node) => ({ item, node })));
  if (definitions.length === 0) return [];
  const innermost = (span: Span) =>
    definitions.findLast(
      ({ item, node }) => item.start + node.start <= span.start && span.end <= item.start + node.end,
    );
  for (const spot of spots) {
    const owner = innermost(spot.span);
    if (!owner) continue;
    const key = nodeKey(owner.item, owner.node);
    for (const { context } of spot.observations) {
      const span = spanOf(analysis, context[context.length - 1]);
      if (!span) continue;
      const known = calls.get(key) ?? new Map<number, Span>();
      known.set(span.start, span);
      calls.set(key, known);
    }
  }
  const counts = new Map<string, number>();
  for (const { item, node } of definitions) {
    const nth = counts.get(node.name) ?? 0;
    counts.set(node.name, nth + 1);
    const own = calls.get(nodeKey(item, node));
    const nameSpan = analysis.span({
      uri: analysis.uri,
      item,
      start: node.nameStart,
      end: node.nameStart + node.name.length,
    });
    if (!own || !nameSpan) continue;
    found.push({
      name: node.name,
      nameSpan,
      body: { start: item.start + node.start, end: item.start + node.end },
      key: `${node.name}:${nth}`,
      calls: [...own.values()].sort((a, b) => a.start - b.start),
    });
  }
  return found;
}

/** Whether what happens in a context is shown: in no function that another call was chosen for. */
export function contextFilter(
  analysis: Analysis,
  shown: ShownCallers,
): ((context: readonly ContextFrame[]) => boolean) | null {
  const hidden = new Set<number>();
  if (shown.size === 0) return null;
  for (const { key, calls } of functionCallers(analysis)) {
    const chosen = calls[shown.get(key) ?? -1];
    if (chosen) for (const call of calls) if (call !== chosen) hidden.add(call.start);
  }
  if (hidden.size === 0) return null;
  return (context) =>
    context.every((frame) => {
      const span = spanOf(analysis, frame);
      return !span || !hidden.has(span.start);
    });
}

function spanOf(analysis: Analysis, frame: ContextFrame | undefined): Span | null {
  return frame?.call ? analysis.span(frame.call) : null;
}

function functionsIn(item: Item): FunctionDef[] {
  const found: FunctionDef[] = [];
  const enter = (node: Node): void => {
    if (node.kind === 'FunctionDef') found.push(node);
    forEachChild(node, (child) => {
      if (isStatement(child)) enter(child);
    });
  };
  enter(item.statement);
  return found;
}
