/** How calls hang together by their tensors: what feeds a call, where its output goes, what made a tensor. */
import type { Analysis } from '../analysis/analysis';
import { pathTo } from '../analysis/nodes';
import { outputText, tensorsOf } from '../analysis/observed';
import { placeToShow, type Spot } from '../analysis/sites';
import type { Observation } from '../interpreter/trace';
import type { Node } from '../python/ast';
import { contains, type Span, touches } from '../text/span';
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
}

/** The call at an offset: the one that made the tensor whose name stands there, else the innermost around it. */
export function callAt(analysis: Analysis, offset: number): CallHere | null {
  const [made] = tensorMakers(analysis, offset);
  if (made) return made;
  const around = analysis.sites.spots.filter(({ span }) => touches(span, offset));
  const innermost = around[around.length - 1];
  return innermost ? callHere(analysis, innermost) : null;
}

/** The calls that made the tensor whose name stands at an offset; none where the name holds no tensor. */
export function tensorMakers(analysis: Analysis, offset: number): CallHere[] {
  const item = analysis.module.items.find(({ start, length }) => touches({ start, end: start + length }, offset));
  if (!item) return [];
  const path = pathTo(item.statement, offset - item.start);
  const name = path[path.length - 1];
  if (name?.kind !== 'Name') return [];
  const tensors = valuesOf(analysis, item, path, name).flatMap(tensorsOf);
  return distinct(tensors.flatMap((tensor) => spotOf(analysis, tensor) ?? [])).map((spot) => callHere(analysis, spot));
}

/** The calls whose outputs go into the call at a span, each once, in the order of its inputs. */
export function feeding(analysis: Analysis, span: Span): CallHere[] {
  const inputs = analysis.sites.spotAt(span)?.observations.flatMap((one) => one.inputs) ?? [];
  const spots = distinct(inputs.flatMap((tensor) => spotOf(analysis, tensor) ?? []));
  return spots.map((spot) => callHere(analysis, spot));
}

/** The calls that take an output of the call at a span. */
export function fedBy(analysis: Analysis, span: Span): CallHere[] {
  const outputs = new Set(analysis.sites.spotAt(span)?.observations.flatMap(({ output }) => tensorsOf(output)) ?? []);
  return analysis.sites.spots
    .filter(({ observations }) => observations.some(({ inputs }) => inputs.some((tensor) => outputs.has(tensor))))
    .map((spot) => callHere(analysis, spot));
}

function callHere(analysis: Analysis, { observations, span, site }: Spot): CallHere {
  const first = observations[0] as Observation;
  return {
    name: first.callee,
    detail: outputText(first.output) ?? '?',
    kind: first.kind,
    span,
    nameSpan: calleeSpan(analysis, first, site.node, span),
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

const spotsOfTensors = new WeakMap<Analysis, Map<TensorValue, Spot>>();

/** The expression that gave a tensor. */
function spotOf(analysis: Analysis, tensor: TensorValue): Spot | undefined {
  let spots = spotsOfTensors.get(analysis);
  if (!spots) {
    spots = new Map();
    for (const spot of analysis.sites.spots) {
      for (const { output } of spot.observations) for (const one of tensorsOf(output)) spots.set(one, spot);
    }
    spotsOfTensors.set(analysis, spots);
  }
  const known = spots.get(tensor);
  if (known) return known;
  const observation = tensor.producer && analysis.sites.observationOf(tensor.producer);
  const span = observation && analysis.span(placeToShow(observation, analysis).place);
  return span ? analysis.sites.spotAt(span) : undefined;
}

function distinct<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
