/** The requests behind the views: summary, graph, status bar, call hierarchy, what-if. */

import { type CallHere, callAt, fedBy, feeding, tensorMakers } from '../features/connections';
import { type Graph, modelGraph } from '../features/graph';
import type { Settings } from '../features/settings';
import { statusAt } from '../features/status';
import { summaryWithLinks } from '../features/summary';
import { whatIf, whatIfTargets } from '../features/what-if';
import type { Translate } from '../l10n/translate';
import type { Span } from '../text/span';
import { type CallHierarchyItem, type Connection, type Definition, type Position, type Range, SymbolKind } from './lsp';
import {
  type DocumentPlace,
  GRAPH_REQUEST,
  type Location,
  MAKERS_REQUEST,
  STATUS_REQUEST,
  SUMMARY_REQUEST,
  USES_REQUEST,
  WHAT_IF_REQUEST,
  WHAT_IF_TARGETS_REQUEST,
  type WhatIfQuestion,
  type WireGraph,
  type WireSummary,
} from './messages';
import type { Guard } from './runs';
import { rangeIn, type Source, spanIn } from './sources';
import type { OpenPrograms } from './workspace';

/** What the handlers need of the server. */
export interface ViewsHost {
  readonly connection: Connection;
  readonly programs: OpenPrograms;
  settings(): Settings;
  /** Into the editor's language. */
  readonly say: Translate;
  readonly guard: Guard;
}

export function registerViews(host: ViewsHost): void {
  registerRequests(host);
  registerHierarchy(host);
}

function registerRequests({ connection, programs, guard, settings, say }: ViewsHost): void {
  /** Answers a request about a place with a function of its program; `offset` is null where no position is given. */
  const on = <T>(request: string, fallback: T, answer: (at: At) => T): void => {
    connection.onRequest(request, ({ uri, position }: DocumentPlace, token): unknown =>
      guard({ request, uri, token }, fallback, () => {
        const at = programs.at(uri);
        return at ? answer({ ...at, offset: position ? offsetIn(at, position) : null }) : fallback;
      }),
    );
  };
  const closed: WireSummary = { text: say('The file is not open.\n'), links: [] };
  on(SUMMARY_REQUEST, closed, ({ analysis, source, offset }) => {
    const { text, links } = summaryWithLinks(analysis, offset);
    return {
      text: say(text),
      links: links.flatMap((link) => {
        const span = locationOf(source, link.span);
        return span ? [{ ...link, span }] : [];
      }),
    };
  });
  on<WireGraph | null>(GRAPH_REQUEST, null, ({ analysis, source, offset }) => {
    const found = modelGraph(analysis, offset, settings());
    return {
      ...found,
      models: found.models.flatMap((model) => {
        const span = locationOf(source, model.span);
        return span ? [{ ...model, span }] : [];
      }),
      graph: toWire(source, found.graph, say),
    };
  });
  on(STATUS_REQUEST, null, ({ analysis, source, offset }) => {
    const status = statusAt(analysis, offset ?? 0, settings());
    return {
      ...status,
      generationReason: say(status.generationReason),
      models: status.models.map((one) => ({ ...one, span: locationOf(source, one.span) })),
    };
  });
  on<Location[]>(MAKERS_REQUEST, [], ({ analysis, source, offset }) =>
    offset === null ? [] : locations(source, tensorMakers(analysis, offset)),
  );
  on<Location[]>(USES_REQUEST, [], ({ analysis, source, offset }) => {
    const call = offset === null ? null : callAt(analysis, offset);
    return call ? locations(source, fedBy(analysis, call.span, call.turn)) : [];
  });
  on(WHAT_IF_TARGETS_REQUEST, [], ({ analysis, source, offset }) =>
    whatIfTargets(analysis, offset ?? 0).flatMap((target) => {
      const span = locationOf(source, target.span);
      return span ? [{ ...target, label: say(target.label), span }] : [];
    }),
  );
  connection.onRequest(WHAT_IF_REQUEST, ({ uri, range, newText }: WhatIfQuestion, token) =>
    guard({ request: WHAT_IF_REQUEST, uri, token }, null, () => {
      const at = programs.at(uri);
      const text = at && whatIf(at.analysis, spanIn(at.part, range), newText, settings());
      return text === null ? null : { text: say(text) };
    }),
  );
}

/** The call hierarchy of layers: what feeds a call comes in, where its output goes is going out. */
function registerHierarchy({ connection, programs, guard }: ViewsHost): void {
  connection.onTypeDefinition(({ textDocument, position }, token): Definition | Promise<Definition> =>
    guard<Location[]>({ request: 'typeDefinition', uri: textDocument.uri, token }, [], () => {
      const at = programs.at(textDocument.uri);
      return at ? locations(at.source, tensorMakers(at.analysis, offsetIn(at, position))) : [];
    }),
  );
  const { callHierarchy } = connection.languages;
  callHierarchy.onPrepare(({ textDocument, position }, token) =>
    guard({ request: 'callHierarchy', uri: textDocument.uri, token }, null, () => {
      const at = programs.at(textDocument.uri);
      const call = at && callAt(at.analysis, offsetIn(at, position));
      const item = call && hierarchyItem(at.source, call);
      return item ? [item] : null;
    }),
  );
  const neighbours = (item: CallHierarchyItem, find: typeof feeding) => {
    const at = programs.at(item.uri);
    if (!at) return [];
    const { turn } = item.data as HierarchyData;
    return find(at.analysis, spanIn(at.part, item.range), turn).flatMap((call) => {
      const found = hierarchyItem(at.source, call);
      return found ? [found] : [];
    });
  };
  callHierarchy.onIncomingCalls(({ item }, token) =>
    guard({ request: 'incomingCalls', uri: item.uri, token }, null, () =>
      neighbours(item, feeding).map((from) => ({ from, fromRanges: [from.selectionRange] })),
    ),
  );
  callHierarchy.onOutgoingCalls(({ item }, token) =>
    guard({ request: 'outgoingCalls', uri: item.uri, token }, null, () =>
      neighbours(item, fedBy).map((to) => ({ to, fromRanges: [item.selectionRange] })),
    ),
  );
}

type At = NonNullable<ReturnType<OpenPrograms['at']>> & { readonly offset: number | null };

function offsetIn({ part }: Pick<At, 'part'>, position: Position): number {
  return spanIn(part, { start: position, end: position }).start;
}

export function locationOf(source: Source, span: Span): Location | null {
  const found = source.locate(span);
  return found && { uri: found.part.uri, range: found.range };
}

function locations(source: Source, calls: readonly CallHere[]): Location[] {
  const spans = new Map(calls.map(({ span }) => [span.start, span]));
  return [...spans.values()].flatMap((span) => locationOf(source, span) ?? []);
}

/** Which call of a helper an item is about. */
interface HierarchyData {
  readonly turn: number | null;
}

function hierarchyItem(source: Source, call: CallHere): CallHierarchyItem | null {
  const place = source.locate(call.span);
  if (!place) return null;
  const selectionRange: Range = rangeIn(place.part, call.nameSpan);
  return {
    name: call.name,
    detail: call.detail,
    kind: call.kind === 'model' ? SymbolKind.Object : call.kind === 'op' ? SymbolKind.Operator : SymbolKind.Field,
    uri: place.part.uri,
    range: place.range,
    selectionRange,
    data: { turn: call.turn } satisfies HierarchyData,
  };
}

function toWire(source: Source, { nodes, edges, gap }: Graph, say: Translate): Graph<Location> {
  return {
    nodes: nodes.map((node) => ({
      ...node,
      span: node.span && locationOf(source, node.span),
      problems: node.problems.map((problem) => ({ ...problem, message: say(problem.message) })),
      inner: node.inner && toWire(source, node.inner, say),
    })),
    edges,
    gap: gap && say(gap),
  };
}
