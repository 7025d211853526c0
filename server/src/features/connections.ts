/** How calls hang together by their tensors: what feeds a call, where its output goes, what made a tensor. */
import type { Analysis } from '../analysis/analysis';
import { pathTo } from '../analysis/nodes';
import { outputText, tensorsOf } from '../analysis/observed';
import { placeToShow, type Spot } from '../analysis/sites';
import type { Observation } from '../interpreter/trace';
import type { Node } from '../python/ast';
import { contains, type Span, touches } from '../text/span';
import { keptWith } from '../values/once';
import type { TensorValue } from '../values/tensor';
import { valuesOf } from './hover/name';

/** A call in the document: all that was observed of one expression. */
export interface CallHere {
  /** The layer's class, the function, or the operator's name. */
  readonly name: string;
  /** Its shape, and the layer's name where it has one. */
  readonly detail: string;
  readonly kind: Observation['kind'];
  /** The expression. */
  readonly span: Span;
  /** The name in it. */
  readonly nameSpan: Span;
  /** Which of the calls observed there, for a helper that is called several times; null where all are meant. */
  readonly turn: number | null;
}

/** The call at an offset: the one that made the tensor whose name stands there, else the innermost around it. */
export function callAt(analysis: Analysis, offset: number): CallHere | null {
  const [made] = tensorMakers(analysis, offset);
  if (made) return made;
  const innermost = analysis.sites.spots.findLast(({ span }) => touches(span, offset));
  return innermost ? callHere(analysis, innermost, null) : null;
}

/** The calls that made the tensor whose name stands at an offset; none where the name holds no tensor. */
export function tensorMakers(analysis: Analysis, offset: number): CallHere[] {
  const item = analysis.module.items.find(({ start, length }) => touches({ start, end: start + length }, offset));
  if (!item) return [];
  const path = pathTo(item.statement, offset - item.start);
  const name = path[path.length - 1];
  if (name?.kind !== 'Name') return [];
  const tensors = valuesOf(analysis, item, path, name).flatMap(tensorsOf);
  return distinct(tensors.flatMap((tensor) => makerOf(analysis, tensor) ?? []));
}

/** The calls whose outputs go into the call at a span (in one of its turns), each once, in the order of its inputs. */
export function feeding(analysis: Analysis, span: Span, turn: number | null): CallHere[] {
  const inputs = turnsAt(analysis, span, turn).flatMap((one) => one.inputs);
  return distinct(inputs.flatMap((tensor) => makerOf(analysis, tensor) ?? []));
}

/** The calls that take an output of the call at a span. */
export function fedBy(analysis: Analysis, span: Span, turn: number | null): CallHere[] {
  const outputs = new Set(turnsAt(analysis, span, turn).flatMap(({ output }) => tensorsOf(output)));
  return analysis.sites.spots.flatMap((spot) =>
    spot.observations.flatMap(({ inputs }, i) =>
      inputs.some((tensor) => outputs.has(tensor)) ? [callHere(analysis, spot, i)] : [],
    ),
  );
}

function turnsAt(analysis: Analysis, span: Span, turn: number | null): readonly Observation[] {
  const all = analysis.sites.spotAt(span)?.observations ?? [];
  const one = turn === null ? undefined : all[turn];
  return one ? [one] : all;
}

function callHere(analysis: Analysis, { observations, span, site }: Spot, turn: number | null): CallHere {
  const shown = observations[turn ?? 0] as Observation;
  return {
    name: shown.callee,
    detail: outputText(shown.output) ?? '?',
    kind: shown.kind,
    span,
    nameSpan: calleeSpan(analysis, shown, site.node, span),
    turn: observations.length > 1 ? turn : null,
  };
}

/** `Conv2D` in `layers.Conv2D(8, 3)(x)`; for others the whole expression. */
function calleeSpan(analysis: Analysis, { constructed }: Observation, node: Node, span: Span): Span {
  const site = constructed ?? null;
  const call = site?.node.kind === 'Call' ? site.node : node.kind === 'Call' ? node : null;
  if (!call) return span;
  const { func } = call;
  const start = func.kind === 'Attribute' ? func.attrStart : func.start;
  const item = site?.item.start ?? span.start - node.start;
  const found = { start: item + start, end: item + func.end };
  return contains(span, found) && found.end <= analysis.text.length ? found : span;
}

const makers = keptWith((analysis: Analysis): ReadonlyMap<TensorValue, CallHere> => {
  const found = new Map<TensorValue, CallHere>();
  for (const spot of analysis.sites.spots) {
    for (const [i, { output }] of spot.observations.entries())
      for (const one of tensorsOf(output)) found.set(one, callHere(analysis, spot, i));
  }
  return found;
});

/** The expression that gave a tensor. */
function makerOf(analysis: Analysis, tensor: TensorValue): CallHere | undefined {
  const found = makers(analysis).get(tensor);
  if (found) return found;
  const observation = tensor.producer && analysis.sites.observationOf(tensor.producer);
  const span = observation && analysis.span(placeToShow(observation, analysis).place);
  const spot = span ? analysis.sites.spotAt(span) : undefined;
  return spot && observation
    ? callHere(analysis, spot, Math.max(0, spot.observations.indexOf(observation)))
    : undefined;
}

/** Each expression and turn once. */
function distinct(calls: readonly CallHere[]): CallHere[] {
  return [...new Map(calls.map((call) => [`${call.span.start}:${call.span.end}:${call.turn}`, call])).values()];
}
