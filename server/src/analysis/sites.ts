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
  /** By their start, outer ones first. */
  readonly spots: readonly Spot[];
  private readonly bySite = new Map<string, Spot>();
  private readonly producers = new Map<Producer, Observation>();
  private readonly refused = new Set<string>();

  constructor(private readonly analysis: Analysis) {
    const found = new Map<string, { site: Site; span: Span; observations: Observation[] }>();
    for (const refusal of analysis.trace.refusals) this.refused.add(this.keyOf(refusal.site));
    for (const observation of analysis.trace.observations) {
      if (observation.producer) this.producers.set(observation.producer, observation);
      const site = placeToShow(observation, analysis);
      const span = analysis.span(site.place);
      if (!span) continue;
      const key = `${span.start}:${span.end}`;
      const spot = found.get(key);
      if (spot) spot.observations.push(observation);
      else found.set(key, { site, span, observations: [observation] });
    }
    this.spots = [...found.values()].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
    for (const spot of this.spots) this.bySite.set(`${spot.span.start}:${spot.span.end}`, spot);
  }

  /** The call that made a tensor, if it was seen. */
  observationOf(producer: Producer): Observation | undefined {
    return this.producers.get(producer);
  }

  spotAt(span: Span): Spot | undefined {
    return this.bySite.get(`${span.start}:${span.end}`);
  }

  /** Whether Keras refuses what is done there, in some context. */
  isRefused(site: Site): boolean {
    return this.refused.has(this.keyOf(site));
  }

  /** The same for an expression, by its span. */
  isRefusedAt(span: Span): boolean {
    return this.refused.has(`${span.start}:${span.end}`);
  }

  private keyOf(site: Site): string {
    const span = this.analysis.span(site.place);
    return span ? `${span.start}:${span.end}` : '';
  }
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
