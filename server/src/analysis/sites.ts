/** The observations and refusals of a trace, by the place in the document where a person looks for them. */
import type { Observation, RefusalRecord, Site } from '../interpreter/trace';
import type { Span } from '../text/span';
import type { Producer } from '../values/tensor';
import type { Analysis } from './analysis';

/** An expression of the document, and the tensors it made, in the order it made them. */
export interface Spot {
  readonly site: Site;
  readonly span: Span;
  readonly observations: readonly Observation[];
}

export class SiteIndex {
  private readonly byItem = new Map<object, ReadonlyMap<string, Spot>>();
  private everywhere: readonly Spot[] | null = null;
  private producers: Map<Producer, Observation> | null = null;
  private readonly refused = new Map<object, ReadonlySet<string>>();

  constructor(private readonly analysis: Analysis) {}

  /** By their start, outer ones first. */
  get spots(): readonly Spot[] {
    this.everywhere ??= inOrder([...this.spotsOf(this.analysis.trace.observations, null).values()]);
    return this.everywhere;
  }

  /** Those in the statements that a range touches: at the cost of what is there. */
  spotsIn(range: Span): readonly Spot[] {
    return inOrder(this.analysis.itemsIn(range).flatMap((item) => [...this.in(item).values()]));
  }

  /** Those that show a layer which was made in a statement that a range touches, wherever they are. */
  spotsOfLayersIn(range: Span): readonly Spot[] {
    const spots = new Set<Spot>();
    for (const item of this.analysis.itemsIn(range)) {
      for (const observation of this.analysis.recordsOf(item).observations) {
        const { place } = placeToShow(observation, this.analysis);
        const span = this.analysis.span(place);
        const spot = span && this.in(place.item).get(keyOf(span));
        if (spot) spots.add(spot);
      }
    }
    return inOrder([...spots]);
  }

  /** The call that made a tensor, if it was seen. */
  observationOf(producer: Producer): Observation | undefined {
    if (!this.producers) {
      this.producers = new Map();
      for (const observation of this.analysis.trace.observations) {
        if (observation.producer) this.producers.set(observation.producer, observation);
      }
    }
    return this.producers.get(producer);
  }

  spotAt(span: Span): Spot | undefined {
    for (const item of this.analysis.itemsIn(span)) {
      const found = this.in(item).get(keyOf(span));
      if (found) return found;
    }
    return undefined;
  }

  /** Whether Keras refuses what is done there, in some context. */
  isRefused({ place }: Site): boolean {
    const span = this.analysis.span(place);
    return span !== null && this.refusedIn(place.item).has(keyOf(span));
  }

  /** The same for an expression, by its span. */
  isRefusedAt(span: Span): boolean {
    return this.analysis.itemsIn(span).some((item) => this.refusedIn(item).has(keyOf(span)));
  }

  private refusedIn(item: object): ReadonlySet<string> {
    const { refusals } = this.analysis.recordsOf(item);
    const known = this.refused.get(item);
    if (known) return known;
    const found = new Set<string>();
    for (const { site } of refusals) {
      const at = this.analysis.span(site.place);
      if (at) found.add(keyOf(at));
    }
    this.refused.set(item, found);
    return found;
  }

  /** Those of an item, by their spans. */
  private in(item: object): ReadonlyMap<string, Spot> {
    const { observations } = this.analysis.recordsOf(item);
    let spots = this.byItem.get(item);
    if (!spots) {
      spots = this.spotsOf(observations, item);
      this.byItem.set(item, spots);
    }
    return spots;
  }

  /** The spots of some observations, as far as they stand in an item. */
  private spotsOf(observations: readonly Observation[], item: object | null): Map<string, Spot> {
    const found = new Map<string, { site: Site; span: Span; observations: Observation[] }>();
    for (const observation of observations) {
      const site = placeToShow(observation, this.analysis);
      if (item && site.place.item !== item) continue;
      const span = this.analysis.span(site.place);
      if (!span) continue;
      const key = keyOf(span);
      const spot = found.get(key);
      if (spot) spot.observations.push(observation);
      else found.set(key, { site, span, observations: [observation] });
    }
    return found;
  }
}

function inOrder(spots: Spot[]): Spot[] {
  return spots.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

function keyOf({ start, end }: Span): string {
  return `${start}:${end}`;
}

/**
 * Where a tensor is shown: at the expression that made it; for a layer in a Sequential, at the
 * expression that made the layer.
 */
export function placeToShow(observation: Observation, analysis: Analysis): Site {
  const { throughModel, constructed, site } = observation;
  return throughModel && constructed && analysis.span(constructed.place) ? constructed : site;
}

/** Calls of one layer's refusal, as a person would count them: one for each place and message. */
export function distinctRefusals(analysis: Analysis, refusals: readonly RefusalRecord[]): RefusalRecord[] {
  const seen = new Map<string, RefusalRecord>();
  for (const refusal of refusals) {
    const span = analysis.span(refusal.site.place);
    if (!span || analysis.isStale(refusal.site.item)) continue;
    const key = `${span.start}:${span.end}:${refusal.code}`;
    const earlier = seen.get(key);
    // What surely happens outweighs what was found by entering a function that nobody calls.
    if (!earlier || (earlier.assumed && !refusal.assumed)) seen.set(key, refusal);
  }
  return [...seen.values()];
}

/**
 * What is surely refused in functions of other files, each where this document calls into them. A call has only the
 * first: the rest is not reached.
 */
export function refusalsElsewhere(analysis: Analysis): ReadonlyMap<RefusalRecord, Span> {
  const seen = new Set<string>();
  const found = new Map<RefusalRecord, Span>();
  for (const refusal of analysis.trace.refusals) {
    if (refusal.assumed || analysis.span(refusal.site.place)) continue;
    const span = refusal.context.map(({ call }) => call && analysis.span(call)).findLast((one) => one !== null);
    if (!span || seen.has(keyOf(span))) continue;
    seen.add(keyOf(span));
    found.set(refusal, span);
  }
  return found;
}

/** Where a node of a site's statement stands in the document; null in another file. */
export function spanOf(analysis: Analysis, site: Site, node: Span): Span | null {
  return analysis.span({ ...site.place, start: node.start, end: node.end });
}
